//! What is new, for those who follow it: an Atom feed in each language, of the pages whose author says when they changed.
//! A build asks no clock, so a page without `updated` is in none.

use std::cmp::Reverse;
use std::fmt::Write;

use crate::address::PageId;
use crate::files::Files;
use crate::site::{Book, Placed};

use super::Shelf;
use super::links::absolute;
use super::value::escaped;

/// So many pages are listed, the newest first.
const LONGEST: usize = 30;

/// Whether the language has a feed.
pub(super) fn has_any(book: &Book) -> bool {
    entries(book).next().is_some()
}

/// The output file.
pub(super) fn address(book: &Book) -> String {
    format!("{}/feed.xml", book.lang)
}

/// The pages of this language that say when they changed, with the day.
fn entries(book: &Book) -> impl Iterator<Item = (&str, &Placed)> {
    let own = book.pages.values().filter(|placed| placed.page.lang == book.lang);
    own.filter_map(|placed| Some((placed.page.meta.updated.as_ref()?.value.as_str(), placed)))
}

pub(super) fn add(files: &mut Files, shelf: &Shelf) {
    let Some(base) = &shelf.site.config.base_url else {
        return;
    };
    let mut pages: Vec<(&str, &Placed)> = entries(shelf.book).collect();
    // Pages of one day stand as one reads them.
    pages.sort_by_key(|(day, placed)| (Reverse(*day), shelf.positions.get(&placed.page.id)));
    pages.truncate(LONGEST);
    if let Some((newest, _)) = pages.first() {
        files.insert(address(shelf.book), feed(shelf, base, newest, &pages));
    }
}

fn feed(shelf: &Shelf, base: &str, newest: &str, pages: &[(&str, &Placed)]) -> String {
    let (brand, config, lang) = (&shelf.site.brand, &shelf.site.config, shelf.lang());
    let home = absolute(base, shelf.book.address(&PageId::new("index")).unwrap_or_default());
    let own = format!("{base}{}", address(shelf.book));
    let [home, own] = [home, own].map(|url| escaped(&url));
    let [name, line, publisher] =
        [brand.name(config, lang), shelf.text("home.line"), brand.full_name(config, lang)].map(plain);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<id>{own}</id>\n<title>{name}</title>\n<subtitle>{line}</subtitle>\n<updated>{newest}T00:00:00Z</updated>\n<author><name>{publisher}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n"
    );
    for (day, placed) in pages {
        xml += &entry(shelf, base, day, placed);
    }
    xml + "</feed>\n"
}

fn entry(shelf: &Shelf, base: &str, day: &str, placed: &Placed) -> String {
    let url = escaped(&absolute(base, &placed.address));
    let name = shelf.site.brand.name(&shelf.site.config, shelf.lang());
    let title = shelf.filled(&placed.page.title);
    let title = plain(if title.is_empty() { name } else { &title });
    let mut xml = format!(
        "<entry>\n<id>{url}</id>\n<title>{title}</title>\n<updated>{day}T00:00:00Z</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n"
    );
    if let Some(description) = &placed.page.meta.description {
        let _ = writeln!(xml, "<summary>{}</summary>", plain(&shelf.filled(description)));
    }
    xml + "</entry>\n"
}

/// Text as XML: without soft hyphens, which a reader of feeds would copy, and what XML cannot hold.
fn plain(text: &str) -> String {
    let is_kept = |c: &char| {
        *c != '\u{ad}' && (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    escaped(&text.chars().filter(is_kept).collect::<String>())
}
