//! Text → tree. The library's own positions are kept for every value; `no` and `012` stay what the author wrote.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_yaml::Spanned;

use crate::diagnostics::{Diagnostics, Place};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub place: Place,
    pub value: Value,
}

/// Maps keep their written order; a key knows its own place, because unknown keys are reported.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// A number as written, so that `1.10` can still become the text it looks like.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub name: String,
    pub place: Place,
}

impl Node {
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entries().iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
    }

    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The entries of a map; nothing else has any.
    #[must_use]
    pub fn entries(&self) -> &[(Key, Node)] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }
}

/// A tree can go where data goes: to a template, or to the browser. Places stay behind.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Number(number) => match number.parse::<i64>() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => serializer.serialize_str(number),
            },
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Map(entries) => serializer.collect_map(entries.iter().map(|(key, node)| (&key.name, node))),
        }
    }
}

/// Parses one document. `first_line` lines stand before `text` in the file. An empty document is an empty map;
/// a mistake is reported and gives `None`.
pub fn parse(file: &Arc<str>, text: &str, first_line: u32, diagnostics: &mut Diagnostics) -> Option<Node> {
    let place = |line: u64, column: u64| {
        let [line, column] = [line, column].map(|number| u32::try_from(number).unwrap_or(u32::MAX >> 1));
        Place::new(file, line.max(1) + first_line, column.max(1))
    };
    if text.trim().is_empty() {
        return Some(Node { place: place(1, 1), value: Value::Map(Vec::new()) });
    }
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options()) {
        // Nothing but comments says as little as nothing.
        Ok(raw) if matches!(raw.value, Raw::Null) => Some(Node { place: place(1, 1), value: Value::Map(Vec::new()) }),
        Ok(raw) => Some(placed(raw, text, &place)),
        Err(error) => {
            let at = error.location().map_or_else(|| place(1, 1), |at| place(at.line(), at.column()));
            diagnostics.error(&at, format!("this is no valid YAML: {}", wording(&error))).hint(HINT);
            None
        }
    }
}

const HINT: &str = "check the indentation, and put text that holds `: ` or `#` in quotes";

fn options() -> serde_yaml::Options {
    let mut options = serde_yaml::Options::default();
    options.strict_booleans = true;
    options.leading_zero_numbers_as_strings = true;
    options.underscored_numbers_as_strings = true;
    options.with_snippet = false;
    options
}

/// The library's message on one line and without its place, which we print in our own form.
fn wording(error: &serde_yaml::Error) -> String {
    let text = error.without_snippet().to_string();
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = line.strip_prefix("error: ").unwrap_or(line);
    if line.contains("budget breached") || line.contains("recursion limit") {
        return "it nests or repeats itself further than any handbook".to_owned();
    }
    let after_place = line.strip_prefix("line ").and_then(|rest| rest.split_once(": ")).map_or(line, |(_, rest)| rest);
    let ends = [" at line ", " (line ", ", set "].into_iter().filter_map(|end| after_place.find(end));
    let end = ends.min().unwrap_or(after_place.len());
    after_place[..end].trim_end_matches('.').to_owned()
}

fn placed(raw: Spanned<Raw>, text: &str, place: &impl Fn(u64, u64) -> Place) -> Node {
    let here = place(raw.referenced.line(), raw.referenced.column());
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Bool(value) => Value::Bool(value),
        Raw::Number(number) => Value::Number(as_written(&raw.defined, text).unwrap_or(number)),
        Raw::Text(value) => Value::Text(value),
        Raw::List(items) => Value::List(items.into_iter().map(|item| placed(item, text, place)).collect()),
        Raw::Map(entries) => Value::Map(entries.into_iter().map(|entry| placed_entry(entry, text, place)).collect()),
    };
    Node { place: here, value }
}

fn placed_entry(
    (key, value): (Spanned<String>, Spanned<Raw>),
    text: &str,
    place: &impl Fn(u64, u64) -> Place,
) -> (Key, Node) {
    let key = Key { place: place(key.referenced.line(), key.referenced.column()), name: key.value };
    (key, placed(value, text, place))
}

fn as_written(at: &serde_yaml::Location, text: &str) -> Option<String> {
    let start = usize::try_from(at.span().byte_offset()?).ok()?;
    let length = usize::try_from(at.span().byte_len()?).ok()?;
    text.get(start..start + length).map(|slice| slice.trim().to_owned()).filter(|slice| !slice.is_empty())
}

/// What the library hands over, before our places are put on it.
enum Raw {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Node {
        let mut diagnostics = Diagnostics::default();
        parse(&"a.yaml".into(), text, 0, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:?}"))
    }

    #[test]
    fn every_value_knows_its_line_and_column() {
        let tree = tree("a: 1\nb:\n  - x\n  - {c: y}\n");
        let Value::List(items) = &tree.get("b").unwrap().value else { panic!() };
        let c = items[1].get("c").unwrap();
        assert_eq!((items[0].place.line, items[0].place.column), (3, 5));
        assert_eq!((c.place.line, c.text()), (4, Some("y")));
    }

    #[test]
    fn a_document_of_comments_is_an_empty_map() {
        assert_eq!(tree("# a: 1\n").value, Value::Map(Vec::new()));
    }

    #[test]
    fn words_and_numbers_stay_as_written() {
        let tree = tree("a: no\nb: 1.10\nc: 012\nd: on\ne: true\nf: 1.0.0\ng: ~\n");
        let value = |name| tree.get(name).unwrap().value.clone();
        assert_eq!(value("a"), Value::Text("no".into()));
        assert_eq!(value("b"), Value::Number("1.10".into()));
        assert_eq!(value("c"), Value::Text("012".into()));
        assert_eq!(value("d"), Value::Text("on".into()));
        assert_eq!(value("e"), Value::Bool(true));
        assert_eq!(value("f"), Value::Text("1.0.0".into()));
        assert_eq!(value("g"), Value::Null);
    }

    #[test]
    fn a_mistake_is_reported_with_its_place() {
        let mut diagnostics = Diagnostics::default();
        assert_eq!(parse(&"a.yaml".into(), "a: 1\na: 2\n", 3, &mut diagnostics), None);
        let found = diagnostics.sorted();
        assert_eq!((found[0].place.line, found[0].message.contains("duplicate")), (5, true), "{found:?}");
    }
}
