//! `verify`: is a published folder still what was built? Reads only.

use std::error::Error;

use portaat::diagnostics::Place;
use portaat::files::compare;

use crate::arguments::VerifyArguments;

use crate::say::Say;

use super::counted;

pub fn run(arguments: &VerifyArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let published = compare(&arguments.folder)?;
    let mut diagnostics = say.diagnostics();
    let place = |path: &str| Place::file(&arguments.folder.join(path).to_string_lossy());
    for path in &published.missing {
        diagnostics.error(&place(path), "this file was built and is not here").hint("publish the folder again");
    }
    for path in &published.changed {
        let finding = diagnostics.error(&place(path), "this file is not as it was built");
        finding.hint("publish it again; if it changes each time, the host or the way there rewrites files");
    }
    for path in &published.extra {
        let finding = diagnostics.warning(&place(path), "this file is not of the build");
        finding.hint("nothing in the handbook needs it; if nobody put it there on purpose, ask who did");
    }
    say.findings(&diagnostics);
    if !diagnostics.has_errors() {
        say.progress(&format!("{} as built", counted(published.listed, "file")));
    }
    Ok(!diagnostics.has_errors())
}
