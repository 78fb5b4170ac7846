//! What the commands share: how they speak, and which stacks they work on.

pub mod build;
pub mod check;
pub mod init;
pub mod serve;

use portaat::diagnostics::{Diagnostics, Format, Severity};
use portaat::layers::Sources;
use portaat::project::Project;

use crate::arguments::EditionArguments;

/// How findings and progress are said: all of it on standard error, because standard output is for asked-for data.
#[derive(Clone, Copy)]
pub struct Say {
    pub format: Format,
    pub colour: bool,
    pub strict: bool,
    pub quiet: bool,
    pub verbose: bool,
}

impl Say {
    pub fn diagnostics(self) -> Diagnostics {
        Diagnostics::new(self.strict)
    }

    pub fn findings(self, diagnostics: &Diagnostics) {
        let least = if self.quiet { Severity::Error } else { Severity::Note };
        eprint!("{}", diagnostics.print_down_to(least, self.format, self.colour));
    }

    pub fn progress(self, line: &str) {
        if !self.quiet {
            eprintln!("{line}");
        }
    }

    pub fn detail(self, line: &str) {
        if self.verbose {
            eprintln!("{line}");
        }
    }
}

/// The stacks a command works on: the base, or the editions that were asked for.
fn stacks(project: &Project, editions: &EditionArguments, diagnostics: &mut Diagnostics) -> Vec<Sources> {
    let all: Vec<&str> =
        if editions.all_editions { project.editions() } else { editions.edition.iter().map(String::as_str).collect() };
    if all.is_empty() && !editions.all_editions {
        return project.sources(None, diagnostics).into_iter().collect();
    }
    all.into_iter().filter_map(|id| project.sources(Some(id), diagnostics)).collect()
}

/// `1 page`, `2 pages`
fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
