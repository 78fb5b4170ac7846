//! Which documents there are to print, and what stands where in them: the numbers of parts and chapters, the same in a
//! section's document and in the whole one, and the ids by which links find them.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::PageId;
use crate::site::{Book, Entry};
use crate::theme::Plan;

/// Nobody prints a document of more pages.
const MOST: usize = 300;

/// The documents of a language, as output files.
#[derive(Debug, Default)]
pub(in crate::render) struct Prints {
    /// By the place of the section in the top level.
    pub sections: Vec<Option<String>>,
    pub whole: Option<String>,
}

impl Prints {
    pub fn section(&self, top: usize) -> Option<&str> {
        self.sections.get(top)?.as_deref()
    }
}

/// A chapter's place in the book.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The section's place in the top level.
    pub top: usize,
    /// `2` for the page a part opens with, `2.4` for its fourth chapter.
    pub number: String,
    /// Its id in a document.
    pub anchor: String,
}

/// The spots of pages by their output files.
pub(super) type Outline<'a> = BTreeMap<&'a str, (&'a PageId, Spot)>;

/// Ids of the page's shell, which no chapter may take.
const TAKEN: &[&str] = &["main", "contents", "search-open", "search-input", "search-results"];

/// A theme whose plan has no `print` has none.
pub(in crate::render) fn prints(book: &Book, plan: &Plan) -> Prints {
    if !plan.pages.contains_key("print") {
        return Prints::default();
    }
    let sizes: Vec<usize> = book.nav.iter().map(size).collect();
    let mut taken = BTreeSet::new();
    let section = |(entry, size): (&Entry, &usize)| {
        let slug = book.address(&entry.page).and_then(|address| address.split('/').nth(1)).unwrap_or_default();
        let is_wanted = entry.folder.is_some() && (2..=MOST).contains(size) && taken.insert(slug.to_owned());
        is_wanted.then(|| format!("{}/print/{slug}/index.html", book.lang))
    };
    let sections = book.nav.iter().zip(&sizes).map(section).collect();
    let is_wanted = (2..=MOST).contains(&sizes.iter().sum());
    Prints { sections, whole: is_wanted.then(|| format!("{}/print/index.html", book.lang)) }
}

fn size(entry: &Entry) -> usize {
    usize::from(opens(entry)) + entry.children.iter().map(size).sum::<usize>()
}

/// Whether an entry has a page of its own; a folder without one leads to its first child's.
pub(super) fn opens(entry: &Entry) -> bool {
    entry.folder.is_none() || entry.page.is_index()
}

/// The pages below an entry, in the order one reads them.
pub(super) fn chapters<'a>(entry: &'a Entry, all: &mut Vec<&'a PageId>) {
    for child in &entry.children {
        all.extend(opens(child).then_some(&child.page));
        chapters(child, all);
    }
}

/// Of the sections that are printed, alone or in the whole.
pub(super) fn outline<'a>(book: &'a Book, prints: &Prints) -> Outline<'a> {
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|id| (*id).to_owned()).collect();
    let mut outline = Outline::new();
    for (top, entry) in book.nav.iter().enumerate() {
        if prints.whole.is_none() && prints.section(top).is_none() {
            continue;
        }
        let mut below = Vec::new();
        chapters(entry, &mut below);
        let head = opens(entry).then(|| (&entry.page, (top + 1).to_string()));
        let numbered = below.into_iter().enumerate().map(|(at, id)| (id, format!("{}.{}", top + 1, at + 1)));
        for (id, number) in head.into_iter().chain(numbered) {
            let spot = Spot { top, number, anchor: anchor(id, &mut taken) };
            outline.extend(book.address(id).map(|address| (address, (id, spot))));
        }
    }
    outline
}

/// An id made of the page's, without the `--` that stands before the ids of its headings.
fn anchor(id: &PageId, taken: &mut BTreeSet<String>) -> String {
    let plain = id.0.to_ascii_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let base = if parts.is_empty() { "chapter".to_owned() } else { parts.join("-") };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut candidates = std::iter::once(base.clone()).chain(numbered);
    let is_head =
        |id: &str| id.strip_prefix("part-").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let free =
        candidates.find(|id| !taken.contains(id) && !is_head(id)).expect("invariant: there is always another number");
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(page: &str, children: Vec<Entry>) -> Entry {
        let folder = page.rsplit_once('/').filter(|_| !children.is_empty()).map(|(folder, _)| folder.to_owned());
        Entry { title: String::new(), page: PageId::new(page), folder, children }
    }

    #[test]
    fn a_folder_counts_its_own_page_once() {
        let deep = entry("a/d/e", vec![entry("a/d/e", Vec::new()), entry("a/d/f", Vec::new())]);
        let section = entry("a/index", vec![entry("a/b", Vec::new()), deep]);
        assert_eq!(size(&section), 4);
        let mut all = Vec::new();
        chapters(&section, &mut all);
        assert_eq!(all.iter().map(|id| &*id.0).collect::<Vec<_>>(), ["a/b", "a/d/e", "a/d/f"]);
    }

    #[test]
    fn ids_are_plain_and_stand_once() {
        let mut taken: BTreeSet<String> = ["main".to_owned()].into();
        let mut made = |id: &str| anchor(&PageId::new(id), &mut taken);
        assert_eq!(
            ["theses/flow", "main", "a--b", "a/b", "ä", "å", "part-1"].map(&mut made),
            ["theses-flow", "main-2", "a-b", "a-b-2", "chapter", "chapter-2", "part-1-2"]
        );
    }
}
