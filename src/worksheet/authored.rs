//! The YAML of a `worksheet` block as authors write it.

use std::fmt;

use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use crate::yaml::{At, Ordered};

use super::Input;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Worksheet {
    pub title: At<String>,
    pub why: At<String>,
    #[serde(default)]
    pub fields: Vec<Field>,
    pub parts: At<Vec<Part>>,
    #[serde(default)]
    pub agreed: Vec<Field>,
    pub example: At<Example>,
}

/// Its other keys are the parts, so they are read as a tree.
#[derive(Deserialize)]
#[serde(rename = "open")]
pub(super) struct Example {
    pub organisation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub id: At<String>,
    pub label: String,
    #[serde(default, rename = "type")]
    pub input: Option<Input>,
    #[serde(default)]
    pub options: Ordered<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub id: At<String>,
    pub kind: At<Kind>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub items: Vec<Tick>,
    #[serde(default)]
    pub of: String,
    #[serde(default)]
    pub columns: Vec<Field>,
    #[serde(default)]
    pub rows: Option<At<Rows>>,
    #[serde(default)]
    pub low: String,
    #[serde(default)]
    pub high: String,
    #[serde(default)]
    pub spokes: Vec<Named>,
    #[serde(default)]
    pub series: Vec<Named>,
    #[serde(default)]
    pub piles: Vec<Named>,
    #[serde(default)]
    pub cards: Vec<Named>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Checklist,
    Table,
    Wheel,
    Cards,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tick {
    pub id: At<String>,
    pub label: String,
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub id: At<String>,
    pub label: String,
    #[serde(default, alias = "hint")]
    pub text: String,
}

/// A number of empty rows, or a list of named ones.
pub(super) enum Rows {
    Empty(usize),
    Named(Vec<Named>),
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrList;
        impl<'de> Visitor<'de> for NumberOrList {
            type Value = Rows;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a number of rows, or a list of named ones")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Rows, E> {
                Ok(Rows::Empty(usize::try_from(number).unwrap_or(0)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Rows, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(Rows::Named)
            }
        }
        deserializer.deserialize_any(NumberOrList)
    }
}
