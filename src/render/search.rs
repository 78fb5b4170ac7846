//! Search as pages and output see it: where its files are, and what of a page is found.

use crate::address::Lang;

use super::known::Known;
use super::{Inputs, Shelf};

/// What the theme's plan calls the files that searching loads.
const FEATURE: &str = "search";

/// The first file of each language's search; none, if the theme has no search. It bears the hash of what it is made
/// from, because every page names it before it is made.
pub(super) fn entries<'a>(inputs: &Inputs<'a>, known: &[Known]) -> Vec<(&'a Lang, String)> {
    let has_search = inputs.theme.plan.pages.contains_key(FEATURE);
    let books = inputs.site.books.iter().zip(known).filter(|_| has_search);
    let address = |lang: &Lang, known: &Known| match inputs.preview {
        true => format!("assets/search-{lang}.js"),
        false => format!("assets/search-{lang}.{}.js", known.search.short()),
    };
    books.map(|(book, known)| (&book.lang, address(&book.lang, known))).collect()
}

pub(super) fn own_first<'a>(entries: &[(&'a Lang, String)], own: &Lang) -> Vec<(&'a Lang, String)> {
    let (own, others): (Vec<_>, Vec<_>) = entries.iter().cloned().partition(|(lang, _)| *lang == own);
    own.into_iter().chain(others).collect()
}

impl Shelf<'_> {
    /// What a script loads when somebody searches: style, scripts, the own language's entry, `<lang>=` the others.
    pub(super) fn search_files(&self, from: &str) -> String {
        if self.search.is_empty() {
            return String::new();
        }
        let (needs, up) = (self.theme.plan.needs(&[FEATURE]), self.up(from));
        let every = self.theme.plan.needs(&[]);
        let styles: Vec<String> = needs.styles.into_iter().filter(|style| !every.styles.contains(style)).collect();
        let mut files = self.hrefs(&styles, from, ".css");
        files.extend(self.hrefs(&needs.later, from, ""));
        let is_own = |lang: &Lang| lang == self.lang();
        files.extend(self.search.iter().map(|(lang, address)| match is_own(lang) {
            true => format!("{up}{address}"),
            false => format!("{lang}={up}{address}"),
        }));
        files.join(" ")
    }
}
