//! Lets an author write just the word where a word is enough, and a map where a note is needed.
//!
//! By hand, because an untagged enum would answer a misspelt key with "did not match any variant".

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Cell, Lane, Step};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepMap {
    label: String,
    note: Option<String>,
    lane: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CellMap {
    title: String,
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LaneMap {
    id: Option<String>,
    label: String,
}

impl From<StepMap> for Step {
    fn from(StepMap { label, note, lane }: StepMap) -> Self {
        Self { label, note, lane }
    }
}

impl From<CellMap> for Cell {
    fn from(CellMap { title, text }: CellMap) -> Self {
        Self { title, text }
    }
}

impl From<LaneMap> for Lane {
    fn from(LaneMap { id, label }: LaneMap) -> Self {
        Self { id, label }
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bare = |label| StepMap { label, note: None, lane: None };
        let expected = "a text, or a map with `label`, `note` and `lane`";
        from.deserialize_any(Words { bare, expected, map: PhantomData }).map(Into::into)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bare = |title| CellMap { title, text: None };
        let expected = "a text, or a map with `title` and `text`";
        from.deserialize_any(Words { bare, expected, map: PhantomData }).map(Into::into)
    }
}

impl<'de> Deserialize<'de> for Lane {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bare = |label| LaneMap { id: None, label };
        let expected = "a text, or a map with `id` and `label`";
        from.deserialize_any(Words { bare, expected, map: PhantomData }).map(Into::into)
    }
}

struct Words<F, M> {
    bare: F,
    expected: &'static str,
    map: PhantomData<M>,
}

impl<'de, F: FnOnce(String) -> M, M: Deserialize<'de>> Visitor<'de> for Words<F, M> {
    type Value = M;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<M, E> {
        Ok((self.bare)(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<M, A::Error> {
        M::deserialize(MapAccessDeserializer::new(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::value::{Error, MapDeserializer, StrDeserializer};

    fn step(pairs: &[(&'static str, &'static str)]) -> Result<Step, Error> {
        Step::deserialize(MapDeserializer::<_, Error>::new(pairs.iter().copied()))
    }

    #[test]
    fn a_bare_text_is_the_label() {
        let step = Step::deserialize(StrDeserializer::<Error>::new("Katso"));
        assert_eq!(step, Ok(Step { label: "Katso".into(), ..Step::default() }));
        let cell = Cell::deserialize(StrDeserializer::<Error>::new("Saareke"));
        assert_eq!(cell, Ok(Cell { title: "Saareke".into(), text: None }));
        let lane = Lane::deserialize(StrDeserializer::<Error>::new("Johto"));
        assert_eq!(lane, Ok(Lane { id: None, label: "Johto".into() }));
    }

    #[test]
    fn a_map_takes_a_label_alone() {
        assert_eq!(step(&[("label", "Katso")]), Ok(Step { label: "Katso".into(), ..Step::default() }));
    }

    #[test]
    fn a_misspelt_key_is_named() {
        let said = step(&[("label", "Katso"), ("nota", "x")]).unwrap_err().to_string();
        assert!(said.contains("`nota`"), "{said}");
    }

    #[test]
    fn anything_else_is_told_what_was_expected() {
        let number = serde::de::value::U64Deserializer::<Error>::new(3);
        let said = Cell::deserialize(number).unwrap_err().to_string();
        assert!(said.ends_with("expected a text, or a map with `title` and `text`"), "{said}");
    }
}
