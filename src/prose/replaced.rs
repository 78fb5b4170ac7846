//! A word that an edition puts in the place of another, and the pages that still say the other. Most of those are not
//! the author's own, so they are counted and not listed one by one.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostics::Diagnostics;
use crate::glossary::{Glossary, Term};
use crate::layers::Sources;
use crate::page::prose;
use crate::site::{Book, Site};

use super::path_of;

/// So many pages are named; the rest are a number.
const NAMED: usize = 3;

pub(super) fn check(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    for book in &site.books {
        if let Some(glossary) = site.glossaries.get(&book.lang).filter(|glossary| glossary.replaces_words()) {
            let pages = pages(book, glossary, sources);
            for term in glossary.terms() {
                pages.get(&*term.id).into_iter().for_each(|pages| report(term, pages, diagnostics));
            }
        }
    }
}

/// By the id of a term, the pages that say its earlier word.
fn pages<'a>(book: &'a Book, glossary: &'a Glossary, sources: &Sources) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let winners = sources.winners();
    let own: Vec<_> = book.pages.values().map(|placed| &*placed.page).filter(|page| page.lang == book.lang).collect();
    let said = own.par_iter().map(|page| {
        let path = path_of(page);
        let prose = winners.get(path.as_str()).and_then(|layer| prose(layer, &path));
        let passages = prose.map(|prose| prose.passages).unwrap_or_default();
        let terms = passages.iter().flat_map(|one| glossary.outdated(&one.text).map(|term| term.id.as_str()));
        // The ids outlive the passages: they are the glossary's.
        let ids: BTreeSet<String> = terms.map(str::to_owned).collect();
        (&*page.id.0, ids)
    });
    let mut pages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (page, ids) in said.collect::<Vec<_>>() {
        for term in ids.iter().filter_map(|id| glossary.term(id)) {
            pages.entry(&term.id).or_default().insert(page);
        }
    }
    pages
}

fn report(term: &Term, pages: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    let Some(old) = &term.replaces else {
        return;
    };
    let named: Vec<&str> = pages.iter().take(NAMED).copied().collect();
    let rest = if pages.len() > NAMED { format!(" and {} more", pages.len() - NAMED) } else { String::new() };
    let count = if pages.len() == 1 { "1 page says".to_owned() } else { format!("{} pages say", pages.len()) };
    let message = format!("{count} `{}`, which is now `{}`: {}{rest}", old.value, term.term, named.join(", "));
    let finding = diagnostics.warning(&old.place, message);
    finding.hint(format!("replace them, or add the forms of `{}` to `forms`, so that it leads to the term", old.value));
}
