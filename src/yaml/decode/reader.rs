//! The serde side: how a node answers when a type asks for its value.

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use crate::yaml::tree::{Key, Node, Value};

use super::at::{AtAccess, NAME};
use super::{Mistake, State};

/// The serde name of structs whose other keys are somebody else's.
const OPEN: &str = "open";

#[derive(Clone, Copy)]
pub(super) struct Reader<'n, 's, 'd> {
    pub(super) node: &'n Node,
    pub(super) state: &'s State<'d>,
}

impl<'n, 's, 'd> Reader<'n, 's, 'd> {
    fn unfit(self, expected: &str) -> Mistake {
        let found = match &self.node.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Number(_) => Unexpected::Signed(0),
            Value::Text(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Map(_) => Unexpected::Map,
        };
        <Mistake as de::Error>::invalid_type(found, &expected).at(self.node, self.state)
    }

    fn number<T: std::str::FromStr>(self, expected: &str) -> Result<T, Mistake> {
        match &self.node.value {
            Value::Number(number) => number.parse().map_err(|_| self.unfit(expected)),
            _ => Err(self.unfit(expected)),
        }
    }

    fn text(self) -> Result<&'n str, Mistake> {
        match &self.node.value {
            Value::Text(text) | Value::Number(text) => Ok(text),
            _ => Err(self.unfit("text")),
        }
    }

    /// The entries that are `wanted` and not known to be broken.
    fn entries(self, wanted: impl Fn(&str) -> bool) -> Result<Entries<'n, 's, 'd>, Mistake> {
        let Value::Map(entries) = &self.node.value else {
            return Err(self.unfit("a map of keys and values"));
        };
        let usable = entries.iter().filter(|(key, node)| wanted(&key.name) && !self.state.is_broken(node));
        Ok(Entries { rest: usable.collect::<Vec<_>>().into_iter(), value: None, state: self.state })
    }

    fn placed<T>(self, result: Result<T, Mistake>) -> Result<T, Mistake> {
        result.map_err(|mistake| mistake.at(self.node, self.state))
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_, '_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.node.value {
            Value::Null => self.placed(visitor.visit_unit()),
            Value::Bool(value) => self.placed(visitor.visit_bool(*value)),
            Value::Number(number) => match number.parse::<i64>() {
                Ok(whole) => self.placed(visitor.visit_i64(whole)),
                Err(_) => self.placed(visitor.visit_str(number)),
            },
            Value::Text(text) => self.placed(visitor.visit_str(text)),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.node.value {
            Value::Bool(value) => visitor.visit_bool(value),
            _ => Err(self.unfit("`true` or `false`")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_u32(self.number("a whole number")?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_i64(self.number("a whole number")?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_f64(self.number("a number")?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.placed(visitor.visit_str(self.text()?))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        match name {
            NAME => visitor.visit_seq(AtAccess { place: &self.node.place, value: Some(self), step: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.node.value {
            Value::List(items) => self.placed(visitor.visit_seq(Items { rest: items.iter(), state: self.state })),
            _ => Err(self.unfit("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.placed(visitor.visit_map(self.entries(|_| true)?))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let entries = self.entries(|name| fields.contains(&name))?;
        if name != OPEN {
            self.state.report_unknown(self.node, fields);
        }
        self.placed(visitor.visit_map(entries))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let name: StrDeserializer<Mistake> = self.text()?.into_deserializer();
        self.placed(visitor.visit_enum(name))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

struct Items<'n, 's, 'd> {
    rest: std::slice::Iter<'n, Node>,
    state: &'s State<'d>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let state = self.state;
        let next = self.rest.find(|node| !state.is_broken(node));
        next.map(|node| seed.deserialize(Reader { node, state })).transpose()
    }
}

struct Entries<'n, 's, 'd> {
    rest: std::vec::IntoIter<&'n (Key, Node)>,
    value: Option<&'n Node>,
    state: &'s State<'d>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_, '_> {
    type Error = Mistake;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let next = self.rest.next();
        self.value = next.map(|(_, node)| node);
        next.map(|(key, _)| seed.deserialize(KeyReader(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Mistake> {
        let node = self.value.take().expect("invariant: serde asks for a value after its key");
        seed.deserialize(Reader { node, state: self.state })
    }
}

struct KeyReader<'n>(&'n Key);

impl<'de> Deserializer<'de> for KeyReader<'_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_str(&self.0.name)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        match name {
            NAME => visitor.visit_seq(AtAccess { place: &self.0.place, value: Some(self), step: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
