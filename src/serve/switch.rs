//! The way from a page to the same page in another edition or language. Which one that is, its `data-page` tells: an
//! address may differ between editions, the identity does not.

use super::editions::Editions;
use super::{Choice, percent};

/// A line for each edition: its id (none for the base), a tab, its languages.
pub fn list(choices: &[Choice]) -> String {
    let line = |one: &Choice| format!("{}\t{}\n", one.edition.as_deref().unwrap_or_default(), one.languages.join(" "));
    choices.iter().map(line).collect()
}

/// The address of a page in an edition and a language: the page, else the language's home, else the root. It is made of
/// names that exist, never of what was sent.
pub fn place(edition: Option<&str>, lang: &str, page: &str, editions: &Editions) -> String {
    let known = edition.filter(|id| editions.route(&format!("/{id}/")).0.as_deref() == Some(id));
    let snapshot = editions.state(known).current();
    let files = &snapshot.files.0;
    let folder = format!("{lang}/");
    let mark = format!("data-page=\"{page}\"");
    let is_page = |path: &str, html: &[u8]| path.ends_with(".html") && contains(html, mark.as_bytes());
    let in_language = files.range(folder.clone()..).take_while(|(path, _)| path.starts_with(&folder));
    let mut own = in_language.filter(|(path, html)| !lang.is_empty() && is_page(path, html));
    let home = files.get_key_value(&format!("{folder}index.html"));
    let found = own.next().or(home).map_or("index.html", |(path, _)| path);
    format!("/{}", percent::encode(&below(known, found)))
}

/// A path of an edition as the preview has it.
pub fn below(edition: Option<&str>, path: &str) -> String {
    edition.map_or_else(|| path.to_owned(), |id| format!("{id}/{path}"))
}

fn contains(html: &[u8], mark: &[u8]) -> bool {
    html.windows(mark.len()).any(|window| window == mark)
}
