//! A decoded value that still knows its place: the deserializer is asked for it under a name of its own.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor};

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::diagnostics::Place;

use super::Mistake;

pub(super) const NAME: &str = "portaat::At";

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At<T> {
    pub value: T,
    pub place: Place,
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NAME, AtVisitor(PhantomData))
    }
}

/// An editor sees the value alone.
impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

struct AtVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for AtVisitor<T> {
    type Value = At<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<At<T>, A::Error> {
        let none = || de::Error::custom("a value without its place");
        let line = parts.next_element()?.ok_or_else(none)?;
        let column = parts.next_element()?.ok_or_else(none)?;
        let file: String = parts.next_element()?.ok_or_else(none)?;
        let value = parts.next_element()?.ok_or_else(none)?;
        Ok(At { value, place: Place { file: file.into(), line, column } })
    }
}

/// Hands over line, column, file and then the value itself.
pub(super) struct AtAccess<'p, D> {
    pub(super) place: &'p Place,
    pub(super) value: Option<D>,
    pub(super) step: u8,
}

impl<'de, D: Deserializer<'de, Error = Mistake>> SeqAccess<'de> for AtAccess<'_, D> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        self.step += 1;
        match self.step {
            1 => seed.deserialize(self.place.line.into_deserializer()).map(Some),
            2 => seed.deserialize(self.place.column.into_deserializer()).map(Some),
            3 => seed.deserialize((&*self.place.file).into_deserializer()).map(Some),
            _ => self.value.take().map(|value| seed.deserialize(value)).transpose(),
        }
    }
}
