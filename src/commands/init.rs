//! `init`: starts a project or adds an edition. Writes only files that are not there yet.

use std::error::Error;
use std::path::Path;

use portaat::config::is_tag;
use portaat::files::write_new;
use portaat::project::{check_edition_id, within};

use crate::arguments::InitArguments;

use crate::say::Say;

const HANDBOOK: &str = include_str!("init/handbook.yaml");
const BRAND: &str = include_str!("init/brand.yml");

pub fn run(arguments: &InitArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    match &arguments.edition {
        Some(id) => edition(&arguments.folder, id, say),
        None => project(arguments, say),
    }
}

fn project(arguments: &InitArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let folder = &arguments.folder;
    if let Some(odd) = arguments.languages.iter().find(|tag| !is_tag(tag)) {
        return Err(format!("`{odd}` is no language tag; write it like `fi` or `sv-FI`").into());
    }
    let languages = arguments.languages.join(", ");
    let handbook = HANDBOOK.replace("[fi, en]", &format!("[{languages}]"));
    if !write_new(&within(folder, "content/handbook.yaml"), &handbook)? {
        return Err(
            format!("{} is a project already; `portaat init --edition ID` adds an edition", folder.display()).into()
        );
    }
    write_new(&within(folder, ".gitignore"), "/output/\n")?;
    let go = if folder == Path::new(".") { String::new() } else { format!("cd {}\n", folder.display()) };
    say.progress(&format!(
        "started a project in {}. Next:\n\n{go}portaat serve --open\nportaat build",
        folder.display()
    ));
    Ok(true)
}

fn edition(folder: &Path, id: &str, say: Say) -> Result<bool, Box<dyn Error>> {
    check_edition_id(id)?;
    if !folder.join("content/handbook.yaml").exists() {
        return Err(format!("there is no project in {}; `portaat init` starts one", folder.display()).into());
    }
    let brand = within(folder, "editions").join(id).join("_brand.yml");
    if !write_new(&brand, BRAND.replace("NAME", &named(id)))? {
        return Err(format!("the edition `{id}` is there already").into());
    }
    say.progress(&format!("added {}. Put the name and the colours there. Next:\n\nportaat serve --edition {id} --open\nportaat build --edition {id}", brand.display()));
    Ok(true)
}

/// `acme-consulting` → `Acme consulting`, to be replaced by its owner.
fn named(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    first.to_uppercase() + &rest.replace('-', " ")
}
