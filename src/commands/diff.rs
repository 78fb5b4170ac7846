//! `diff`: what an edition shows otherwise than the base or another edition. The answer goes to standard output.

use std::error::Error;

use portaat::{diff, project};

use crate::arguments::DiffArguments;

use crate::say::Say;

pub fn run(arguments: &DiffArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let project = project::read(&arguments.folder)?;
    if arguments.edition.len() > 2 {
        return Err("two editions can be compared, not more".into());
    }
    let mut diagnostics = say.diagnostics();
    let mut editions = arguments.edition.iter().map(String::as_str);
    let one = project.sources(editions.next(), &mut diagnostics);
    let other = match (editions.next(), &one) {
        (Some(id), _) => project.sources(Some(id), &mut diagnostics),
        (None, Some(one)) => Some(one.below().ok_or("nothing lies below content/; name an edition with --edition ID")?),
        (None, None) => None,
    };
    let difference =
        one.zip(other).and_then(|(one, other)| diff::compare(&one, &other, &project.themes, &mut diagnostics));
    print!(
        "{}",
        difference.map_or_else(String::new, |difference| diff::print(&difference, say.format, arguments.text))
    );
    say.findings(&diagnostics);
    Ok(!diagnostics.has_errors())
}
