//! Terms against pages: where a term leads must be there, and a page that lists terms must have some.

use crate::diagnostics::Diagnostics;
use crate::glossary::{FILE, Glossary};
use crate::page::{Block, Page};

use super::{Book, Site};

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    for book in &site.books {
        if let Some(glossary) = site.glossaries.get(&book.lang) {
            check_pages(glossary, book, diagnostics);
        }
        for placed in book.pages.values().filter(|placed| placed.page.lang == book.lang) {
            check_list(&placed.page, site.glossaries.get(&book.lang), diagnostics);
        }
    }
}

/// The page of a term may have been taken away, but not be missing.
fn check_pages(glossary: &Glossary, book: &Book, diagnostics: &mut Diagnostics) {
    for (term, page) in glossary.terms().iter().filter_map(|term| Some((term, term.page.as_ref()?))) {
        if !book.pages.contains_key(&page.value) && !book.removed.contains(&page.value) {
            let message = format!("term `{}` leads to page {}, which does not exist", term.id, page.value);
            let finding = diagnostics.error(&page.place, message);
            finding.nearest(&page.value.0, book.pages.keys().map(|id| &*id.0));
            finding.or_hint("name a page by its path below the language folder, without .md");
        }
    }
}

/// The ids of the terms are anchors: they stand once on a page, beside those of its headings.
fn check_list(page: &Page, glossary: Option<&Glossary>, diagnostics: &mut Diagnostics) {
    let mut lists = page.blocks.iter().filter_map(|block| match block {
        Block::Glossary { place } => Some(place),
        _ => None,
    });
    let Some(first) = lists.next() else {
        return;
    };
    let terms = glossary.map_or(&[][..], Glossary::terms);
    if terms.is_empty() {
        let finding = diagnostics.warning(first, format!("there are no terms in `{}` to list", page.lang));
        finding.hint(format!("add {}/{FILE}, or take the block out", page.lang));
    }
    for place in lists {
        let finding = diagnostics.error(place, format!("page {} lists the terms twice", page.id));
        finding.hint("leave one of the `glossary` blocks");
    }
    for term in terms.iter().filter(|term| page.headings.iter().any(|heading| heading.id == term.id)) {
        let message = format!("page {} has a heading with the id of term `{}`", page.id, term.id);
        diagnostics.error(first, message).hint("give the heading another id, `## … {#id}`");
    }
}
