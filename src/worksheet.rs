//! Worksheets that authors describe instead of lay out.
//!
//! A team needs the same few forms again and again: rows to fill in, a wheel to rate, cards to sort, boxes to tick. An
//! author who names columns and spokes gets a sheet that is filled in the browser, kept on the device and printed on
//! one page. Every control has a name made of ids (`seen.1.what`), the same in all languages, so that what a reader
//! wrote outlives a change of language and can travel in a file.

mod authored;
mod check;
mod example;
mod names;
pub mod wheel;

pub use names::{ratings, row_ids};

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{self, Node};

/// A sheet that has nothing left to check.
#[derive(Clone, Debug, PartialEq)]
pub struct Worksheet {
    pub place: Place,
    pub title: String,
    pub why: String,
    pub fields: Vec<Field>,
    pub parts: Vec<Part>,
    pub agreed: Vec<Field>,
    /// Who filled in the example; invented.
    pub organisation: String,
    /// The example's values by the name of their control.
    pub example: BTreeMap<String, String>,
}

/// One labelled control: above or below the parts, or a column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub id: String,
    pub label: String,
    pub input: Input,
    /// The answers of a choice.
    pub options: Vec<Choice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    Line,
    Text,
    Date,
    Number,
    Choice,
}

impl Input {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Text => "text",
            Self::Date => "date",
            Self::Number => "number",
            Self::Choice => "choice",
        }
    }
}

/// An id and its text: an answer, a pile, a series, a named row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    pub label: String,
    /// A sentence more, where there is one.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: String,
    pub title: String,
    pub form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    Checklist(Vec<Tick>),
    Table { of: String, columns: Vec<Field>, rows: Rows },
    Wheel { low: String, high: String, spokes: Vec<Choice>, series: Vec<Choice> },
    Cards { piles: Vec<Choice>, cards: Vec<Choice> },
}

/// A box to tick, and the label of the short line beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub id: String,
    pub label: String,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// That many to begin with; on screen there can be more.
    Empty(usize),
    Named(Vec<Choice>),
}

/// Reads a block. `None`: `diagnostics` says what is wrong with it.
pub fn compile(node: &Node, diagnostics: &mut Diagnostics) -> Option<Worksheet> {
    let mut own = Diagnostics::default();
    // What could not be read is left out, and must not be missed on top of that.
    let authored = yaml::decode(node, &mut own).filter(|_| !own.has_errors());
    let sheet = authored.map(|authored| check::sheet(authored, &mut own));
    let example = node.get("example").zip(sheet.as_ref()).filter(|_| !own.has_errors());
    let example = example.map(|(node, sheet)| example::values(node, sheet, &mut own)).unwrap_or_default();
    let is_good = !own.has_errors();
    diagnostics.extend(own);
    sheet.filter(|_| is_good).map(|sheet| Worksheet { example, ..sheet })
}

impl Worksheet {
    /// Every control by its name, with the values it can take; `None` is free text.
    #[must_use]
    pub fn controls(&self) -> BTreeMap<String, Option<Vec<&str>>> {
        names::controls(self)
    }
}
