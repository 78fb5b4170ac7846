//! `explain`: where a value or a page comes from. The answer goes to standard output.

use std::error::Error;

use portaat::{project, trace};

use crate::arguments::ExplainArguments;

use crate::say::Say;

pub fn run(arguments: &ExplainArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let project = project::read(&arguments.folder)?;
    let mut diagnostics = say.diagnostics();
    let sources = project.sources(arguments.edition.as_deref(), &mut diagnostics);
    let found =
        sources.and_then(|sources| trace::explain(&sources, &project.themes, &arguments.asked, &mut diagnostics));
    print!("{}", trace::print(found.as_deref().unwrap_or_default(), say.format));
    say.findings(&diagnostics);
    Ok(!diagnostics.has_errors())
}
