//! Search as pages and output see it: where its files are, and what of a page is found.

use std::sync::Arc;

use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::memory::{self, Key, Memory};
use crate::search::{self, Found, Language, Source};
use crate::site::{Book, GLOSSARY, Kind, Placed};

use super::known::Known;
use super::{Inputs, Rendered, Shelf};

/// What the theme's plan calls the files that searching loads.
pub(super) const FEATURE: &str = "search";

/// The first file of each language's search; none, if the theme has no search. It bears the hash of what it and the
/// others are made from, because it names them, and every page names it before it is made.
pub(super) fn entries<'a>(inputs: &Inputs<'a>, known: &[Known]) -> Vec<(&'a Lang, String)> {
    let has_search = inputs.theme.plan.pages.contains_key(FEATURE);
    let books = inputs.site.books.iter().filter(|_| has_search);
    let mut all = memory::Inputs::of("searches");
    for book in known {
        all.add_key(book.search);
    }
    let hash = if inputs.preview { String::new() } else { format!(".{}", all.key().short()) };
    books.map(|book| (&book.lang, format!("assets/search-{}{hash}.js", book.lang))).collect()
}

pub(super) fn own_first<'a>(entries: &[(&'a Lang, String)], own: &Lang) -> Vec<(&'a Lang, String)> {
    let (own, others): (Vec<_>, Vec<_>) = entries.iter().cloned().partition(|(lang, _)| *lang == own);
    own.into_iter().chain(others).collect()
}

/// How the words of a book are found; `None` if nobody can look for them.
pub(super) fn words(
    inputs: &Inputs,
    book: &Book,
    memory: &Memory,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<Language>> {
    let (theme, name) = (inputs.theme, &inputs.site.config.theme);
    let key = || {
        let mut key = memory::Inputs::of("words to be found").with(&*book.lang.0);
        key.add_key(inputs.common);
        key.key()
    };
    let load = |found: &mut Diagnostics| Arc::new(search::load(&theme.files, name, &book.lang, found));
    theme.plan.pages.contains_key(FEATURE).then(|| memory.learn(key, diagnostics, load))
}

/// Adds the files of a book's search.
pub(super) fn add(files: &mut Files, shelf: &Shelf, rendered: &[Arc<Rendered>]) {
    let found: Vec<&Found> = rendered.iter().filter_map(|page| page.as_ref().as_ref().ok()?.2.as_deref()).collect();
    let entry = shelf.search.first().map(|(_, address)| address);
    if let Some((words, entry)) = shelf.words.as_ref().zip(entry) {
        let index = || search::index(shelf.lang(), words, &found);
        let index = shelf.memory.keep(|| shelf.index_key(&found), index);
        files.0.extend(index.files.0.clone());
        files.insert(entry.as_str(), index.entry.clone() + &shelf.search_start());
    }
}

impl Shelf<'_> {
    /// What is found of a page in its own language; borrowed ones are found in theirs.
    pub(super) fn searched(&self, placed: &Placed, source: &Source) -> Option<Arc<Found>> {
        let words = self.words.as_ref().filter(|_| placed.page.lang == *self.lang())?;
        let names = self.names(placed);
        let is_worksheet = placed.kind == Kind::Worksheet;
        let source = Source { address: &placed.address, is_worksheet, names, ..source.clone() };
        let key = || {
            let mut key = memory::Inputs::of("found");
            key.add_key(self.known.words);
            let Source { address, title, place, is_worksheet, description, html, names } = &source;
            for text in [address, title, place, description].into_iter().chain(*html) {
                key.add(text);
            }
            key.add_shown(&(is_worksheet, names));
            key.key()
        };
        Some(self.memory.keep(key, || search::read(&source, words)))
    }

    fn index_key(&self, pages: &[&Found]) -> Key {
        let mut key = memory::Inputs::of("index");
        key.add_key(self.known.words);
        key.add_key(self.known.map);
        for page in pages {
            key.add(page.record());
        }
        key.key()
    }

    /// Terms lead to the page that explains them and to the glossary; so do the words that are not written.
    fn names(&self, placed: &Placed) -> Vec<(&str, &str)> {
        let terms = self.site.glossaries.get(self.lang()).map_or(&[][..], |glossary| glossary.terms());
        let is_list = *placed.page.id.0 == *GLOSSARY;
        let mut names = Vec::new();
        for term in terms {
            let is_own = term.page.as_ref().is_some_and(|page| page.value == placed.page.id);
            let anchor = if is_list { term.id.as_str() } else { "" };
            if is_own || is_list {
                names.push((anchor, if is_list { "" } else { term.term.as_str() }));
                names.extend(term.not.iter().map(|word| (anchor, word.trim_end_matches('*'))));
            }
        }
        names
    }

    /// All that a page says of the search, because every page pays for it: where the entry of its language is.
    pub(super) fn search_files(&self, from: &str) -> String {
        self.search.first().map(|(_, entry)| format!("{}{entry}", self.up(from))).unwrap_or_default()
    }
}
