//! `llms.txt`: the contents of the handbook as plain Markdown, for programs that read on somebody's behalf. With an address
//! its links are whole, otherwise they lead on from the root.

use std::fmt::Write;

use crate::address::PageId;
use crate::files::Files;
use crate::site::Entry;

use super::Shelf;
use super::links::absolute;

/// A longer section is named without its pages, so that the list can be read in one go.
const LONGEST_SECTION: usize = 60;

pub(super) fn add(files: &mut Files, shelves: &[Shelf]) {
    let Some(first) = shelves.first() else {
        return;
    };
    let mut text = format!("# {}\n", line(first.site.brand.full_name(&first.site.config, first.lang())));
    for shelf in shelves {
        let _ = writeln!(text, "\n> {}", line(&summary(shelf)));
    }
    for shelf in shelves {
        let prefix = if shelves.len() > 1 { format!("{}: ", shelf.language.name) } else { String::new() };
        for entry in &shelf.book.nav {
            section(&mut text, shelf, &prefix, entry);
        }
    }
    files.insert("llms.txt", text);
}

/// What the home page says of the handbook.
fn summary(shelf: &Shelf) -> String {
    let home = shelf.placed("index").and_then(|home| home.page.meta.description.as_ref());
    home.map_or_else(|| shelf.text("home.line").to_owned(), |text| shelf.filled(text))
}

/// A section and its pages, as far as they are in this language.
fn section(text: &mut String, shelf: &Shelf, prefix: &str, entry: &Entry) {
    let is_listed = entry.children.len() <= LONGEST_SECTION;
    let children = entry.children.iter().filter(|child| is_listed && child.page != entry.page);
    let pages = [&entry.page].into_iter().chain(children.map(|child| &child.page));
    let links: String = pages.filter_map(|page| link(shelf, page)).collect();
    if !links.is_empty() {
        let _ = writeln!(text, "\n## {prefix}{}\n\n{}", line(&shelf.filled(&entry.title)), links.trim_end());
    }
}

fn link(shelf: &Shelf, id: &PageId) -> Option<String> {
    let placed = shelf.book.own(id)?;
    let base = shelf.site.config.base_url.as_deref();
    let href = base.map_or_else(|| placed.address.clone(), |base| absolute(base, &placed.address));
    let about = placed.page.meta.description.as_ref().map(|about| format!(": {}", shelf.filled(about)));
    let title = line(&shelf.filled(&placed.page.title)).replace('[', "(").replace(']', ")");
    Some(format!("- [{title}]({href}){}\n", line(&about.unwrap_or_default())))
}

/// Text on one line, without soft hyphens.
fn line(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
