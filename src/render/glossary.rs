//! The list of terms, and the links that lead to it from the first use of each term on a page.
//!
//! Which words become links is decided here and not where pages are read: a page stays a function of its own text, and
//! an edition with words of its own links those. The page says where running text lies (`Fragment::running`), the
//! glossary looks the words up, and a page is left as soon as it has its links.

use serde::Serialize;

use crate::address::relative;
use crate::glossary::Term;
use crate::page::{Anchor, Page};
use crate::site::GLOSSARY;

use super::Shelf;
use super::form::LinkView;

/// More would be a rash.
const MOST_LINKS: usize = 6;

#[derive(Serialize)]
pub(super) struct GlossaryView<'a> {
    letters: Vec<Letter<'a>>,
    terms: Vec<TermView<'a>>,
}

#[derive(Serialize)]
struct Letter<'a> {
    letter: &'a str,
    /// The first term under it.
    id: &'a str,
}

#[derive(Serialize)]
struct TermView<'a> {
    id: &'a str,
    term: &'a str,
    definition: &'a str,
    others: Vec<Other<'a>>,
    not: Option<String>,
    page: Option<LinkView>,
}

#[derive(Serialize)]
struct Other<'a> {
    lang: &'a str,
    term: &'a str,
}

impl Shelf<'_> {
    /// The links of a page's running text, in order.
    pub(super) fn terms(&self, page: &Page, from: &str) -> Vec<Anchor> {
        let Some((list, listed)) = self.glossary.filter(|_| *page.id.0 != *GLOSSARY) else {
            return Vec::new();
        };
        let Some(glossary) = self.site.glossaries.get(&page.lang) else {
            return Vec::new();
        };
        let to = relative(from, &list.address);
        let mut seen: Vec<&str> = Vec::new();
        let mut anchors = Vec::new();
        for stretch in &page.body.running {
            for (range, term) in glossary.uses(&page.body.html[stretch.clone()]) {
                let is_listed = || std::ptr::eq(glossary, listed) || listed.term(&term.id).is_some();
                if seen.contains(&term.id.as_str()) || !leads_on(term, page) || !is_listed() {
                    continue;
                }
                seen.push(&term.id);
                let range = stretch.start + range.start..stretch.start + range.end;
                anchors.push(Anchor { range, start: format!("<a class=\"term\" href=\"{to}#{}\">", term.id) });
                if anchors.len() == MOST_LINKS {
                    return anchors;
                }
            }
        }
        anchors
    }

    pub(super) fn glossary_view(&self, page: &Page, from: &str) -> GlossaryView<'_> {
        let terms = self.site.glossaries.get(&page.lang).map_or(&[][..], |glossary| glossary.terms());
        let mut letters: Vec<Letter> = Vec::new();
        for term in terms {
            if letters.last().is_none_or(|last| last.letter != term.initial) {
                letters.push(Letter { letter: &term.initial, id: &term.id });
            }
        }
        GlossaryView { letters, terms: terms.iter().map(|term| self.term_view(term, page, from)).collect() }
    }

    fn term_view<'a>(&'a self, term: &'a Term, page: &Page, from: &str) -> TermView<'a> {
        let languages = self.site.config.languages.iter().map(|language| &language.lang);
        let others = languages.filter(|lang| **lang != page.lang).filter_map(|lang| {
            let other = self.site.glossaries.get(lang)?.term(&term.id)?;
            Some(Other { lang: &lang.0, term: &other.term })
        });
        let not: Vec<&str> = term.not.iter().map(String::as_str).filter(|word| !word.contains('*')).collect();
        TermView {
            id: &term.id,
            term: &term.term,
            definition: &term.definition,
            others: others.collect(),
            not: (!not.is_empty()).then(|| self.text("block.glossary.not").replace("{words}", &not.join(", "))),
            page: term.page.as_ref().and_then(|page| self.link(from, page)),
        }
    }
}

/// A page needs no link from the term it explains.
fn leads_on(term: &Term, page: &Page) -> bool {
    term.page.as_ref().is_none_or(|own| own.value != page.id)
}
