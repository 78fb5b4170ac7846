//! What two stacks show differently: an edition and the base, or two editions. Pages by their words, questions by what
//! they ask and weigh, everything else value by value, as the layers merge.
//!
//! Reads sources, not sites, so that an edition with mistakes in it can still be compared.

mod files;
mod pages;
mod questions;
mod say;
mod values;

use crate::config::{self, Config};
use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::model::{self, Model};
use crate::overrides::{self, Override};
use crate::theme::Themes;
use crate::trace::{Document, documents};

pub use say::print;

/// Everything that differs, seen from the first stack.
#[derive(Debug)]
pub struct Difference {
    pub of: String,
    pub against: String,
    pub rows: Vec<Row>,
    /// Of the assessment, where there is one.
    pub fingerprints: [Option<String>; 2],
    /// Overrides of the compared editions that were overtaken.
    pub stale: Vec<Override>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `pages`, `questions`, `brand`, …
    pub part: &'static str,
    pub change: Change,
    /// `fi:theses/flow`, `color.primary`
    pub what: String,
    pub detail: String,
    /// How many words are new, and how many gone; of pages that both have.
    pub words: Option<[usize; 2]>,
    /// What was read before and what is read now, of what both have.
    pub texts: Option<[String; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Added,
    Removed,
    /// Another file in its place.
    Replaced,
    /// Another file in its place, with the same content.
    Copied,
    Changed,
    Reworded,
}

struct Side<'a> {
    sources: &'a Sources,
    themes: &'a Themes,
    config: Config,
    documents: Vec<Document>,
    model: Option<Model>,
    overrides: Vec<Override>,
}

/// Compares `one` with `other`. `None`: a configuration cannot be read, and that is reported.
pub fn compare(one: &Sources, other: &Sources, themes: &Themes, diagnostics: &mut Diagnostics) -> Option<Difference> {
    let [one, other] = [side(one, themes, diagnostics), side(other, themes, diagnostics)];
    let (one, other) = (one?, other?);
    let mut rows = pages::compare(&one, &other);
    rows.extend(questions::compare(&one, &other));
    rows.extend(values::compare(&one, &other));
    rows.extend(files::compare(&one, &other));
    let fingerprints = [&one, &other].map(|side| side.model.as_ref().map(Model::fingerprint));
    let own = one.stale().chain(other.stale().filter(|_| other.sources.edition.is_some()));
    Some(Difference { of: one.name(), against: other.name(), rows, fingerprints, stale: own.cloned().collect() })
}

fn side<'a>(sources: &'a Sources, themes: &'a Themes, diagnostics: &mut Diagnostics) -> Option<Side<'a>> {
    let config = config::parse(sources, None, diagnostics)?;
    let documents = documents(sources, themes, &config);
    let model = model::compile(sources, &config, &mut Diagnostics::default());
    let overrides = overrides::all(sources, themes, &config);
    Some(Side { sources, themes, config, documents, model, overrides })
}

impl Side<'_> {
    fn name(&self) -> String {
        let base = if self.sources.top().is_built_in() { "the built-in handbook" } else { "the base" };
        self.sources.edition.clone().unwrap_or_else(|| base.to_owned())
    }

    /// The overrides of the layer itself that were overtaken.
    fn stale(&self) -> impl Iterator<Item = &Override> {
        self.overrides.iter().filter(|one| one.is_stale() && one.layer == self.sources.top().shown)
    }
}

impl Row {
    fn new(part: &'static str, change: Change, what: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { part, change, what: what.into(), detail: detail.into(), words: None, texts: None }
    }
}

/// `of` first, then what only `against` has: each name once.
fn union<T: PartialEq>(of: impl IntoIterator<Item = T>, against: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = of.into_iter().collect();
    for name in against {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}
