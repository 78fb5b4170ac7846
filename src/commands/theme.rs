//! `theme`: lists what can be changed in the theme, or writes a copy of one of its files to start from.

use std::error::Error;

use portaat::embedded;
use portaat::files::write_new;
use portaat::project::within;
use portaat::theme::{Part, listing, starting_copy};

use crate::arguments::{PartArgument, ThemeArguments};

use crate::say::Say;

pub fn run(arguments: &ThemeArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    if let Some(path) = &arguments.copy {
        return copy(arguments, path, say);
    }
    let only = arguments.only.map(|part| vec![part_of(part)]);
    print!("{}", listing(&embedded::theme(), &only.unwrap_or(Part::ALL.to_vec())));
    Ok(true)
}

fn copy(arguments: &ThemeArguments, path: &str, say: Say) -> Result<bool, Box<dyn Error>> {
    let name = &arguments.name;
    if !portaat::address::is_slug(name) || name == "default" {
        return Err(
            format!("`{name}` cannot be the name of a theme: use a–z, digits and hyphens, and not `default`").into()
        );
    }
    let Some(text) = starting_copy(&embedded::theme(), path) else {
        return Err(format!("the theme has no file `{path}`; `portaat theme` lists those there are").into());
    };
    let file = within(&arguments.folder, "themes").join(name).join(path);
    if !write_new(&file, &text)? {
        return Err(format!("{} is there already", file.display()).into());
    }
    say.progress(&format!(
        "wrote {}. Say `theme: {name}` in the handbook.yaml of the edition, or of content/ for all of them",
        file.display()
    ));
    Ok(true)
}

fn part_of(part: PartArgument) -> Part {
    match part {
        PartArgument::Templates => Part::Templates,
        PartArgument::Variables => Part::Variables,
        PartArgument::Styles => Part::Styles,
        PartArgument::Properties => Part::Properties,
        PartArgument::Scripts => Part::Scripts,
        PartArgument::Strings => Part::Strings,
    }
}
