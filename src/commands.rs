//! What the commands share: which stacks they work on.

pub mod build;
pub mod check;
pub mod copy;
pub mod diff;
pub mod explain;
pub mod init;
pub mod schema;
pub mod serve;
pub mod theme;
pub mod verify;

use portaat::diagnostics::Diagnostics;
use portaat::layers::Sources;
use portaat::project::Project;

use crate::arguments::EditionArguments;

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
