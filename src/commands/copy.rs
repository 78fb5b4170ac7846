//! `copy`: a starting copy of a page or file below, with its mark. Writes only files that are not there yet.

use std::error::Error;

use portaat::files::write_new;
use portaat::project::within;
use portaat::{overrides, project};

use crate::arguments::CopyArguments;

use crate::say::Say;

pub fn run(arguments: &CopyArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let project = project::read(&arguments.folder)?;
    let mut diagnostics = say.diagnostics();
    let Some(sources) = project.sources(arguments.edition.as_deref(), &mut diagnostics) else {
        say.findings(&diagnostics);
        return Ok(false);
    };
    let copies = overrides::copies(&sources, &arguments.asked, &mut diagnostics);
    say.findings(&diagnostics);
    for copy in copies.iter().flatten() {
        let path = within(&arguments.folder, &sources.top().file(&copy.path));
        if write_new(&path, &copy.bytes)? {
            println!("{}", path.display());
        } else {
            say.progress(&format!("{} is there already and was left alone", path.display()));
        }
    }
    Ok(copies.is_some())
}
