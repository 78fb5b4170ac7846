//! The words of the handbook: `<lang>/glossary.yaml` of every layer → the terms of each language, what they mean, how
//! they look in running text and what is not written instead.
//!
//! Knows nothing of pages or HTML: `site` checks where a term leads, `render` decides which of its uses become links,
//! and whoever checks prose asks for the words that are not ours. Patterns are looked up word by word (see `patterns`),
//! so that a long page costs no more for a long glossary.

mod authored;
mod compile;
mod order;
mod patterns;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::address::{Lang, PageId};
use crate::config::Config;
use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::memory::{Inputs, Key};
use crate::yaml::At;

use patterns::Patterns;

pub const FILE: &str = "glossary.yaml";

/// The glossary of each language that has one.
pub type Glossaries = BTreeMap<Lang, Glossary>;

/// A copy is the same terms.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    terms: Arc<Vec<Term>>,
    forms: Arc<Patterns>,
    not: Arc<Patterns>,
    /// How the words look that an upper layer put others in the place of.
    old: Arc<Patterns>,
}

#[derive(Clone, Debug)]
pub struct Term {
    /// The same in every language.
    pub id: String,
    pub term: String,
    pub definition: String,
    /// Words we do not write, as their author gave them; `*` stands for any ending.
    pub not: Vec<String>,
    /// What to write instead of those, when the term alone does not tell.
    pub say: Option<String>,
    /// Where it is explained.
    pub page: Option<At<PageId>>,
    /// The word of the layers below, where this one stands in its place; and where it does so.
    pub replaces: Option<At<String>>,
    /// Its first letter, as a heading of the list.
    pub initial: String,
}

impl Glossary {
    /// All terms, in the alphabetical order of their language.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Every use of a term in plain text, in order; of several that begin at one word, the longest.
    pub fn uses<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a Term)> {
        self.forms.find(text).map(|(range, number)| (range, &self.terms[number]))
    }

    /// Every word or phrase of plain text that is not ours, with the term to use instead.
    #[must_use]
    pub fn forbidden(&self, text: &str) -> Vec<(Range<usize>, &Term)> {
        self.not.find(text).map(|(range, number)| (range, &self.terms[number])).collect()
    }

    /// The terms whose earlier word a plain text still says.
    pub fn outdated<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Term> {
        self.old.find(text).map(|(_, number)| &self.terms[number])
    }

    /// Whether a layer has put its own word in the place of one below.
    #[must_use]
    pub fn replaces_words(&self) -> bool {
        self.terms.iter().any(|term| term.replaces.is_some())
    }
}

/// What [`compile`] reads.
#[must_use]
pub fn key(sources: &Sources, config: &Config) -> Key {
    let mut inputs = Inputs::of("glossaries");
    for language in &config.languages {
        sources.add_to(&mut inputs, &format!("{}/{FILE}", language.lang));
    }
    inputs.key()
}

/// Reads the glossaries of a stack.
#[must_use]
pub fn compile(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Glossaries {
    compile::compile(sources, config, diagnostics)
}

#[cfg(test)]
mod tests;
