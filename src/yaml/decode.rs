//! Tree → serde type, reporting every mistake instead of stopping at the first.
//!
//! A value that does not fit is reported, left out, and the type is read again without it; keys a struct does not know
//! are reported with the nearest one it knows. So the authored types are plain serde structs that mirror the YAML.

mod at;
mod ordered;
mod reader;
mod text_or;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, DeserializeOwned};

use crate::diagnostics::{Diagnostics, Place};

use super::Node;
pub use at::At;
pub use ordered::Ordered;
use reader::Reader;
pub use text_or::{TextOr, TextOrNumber};

/// Reads `node` as a `T`. `None` when something that `T` cannot do without is missing or wrong.
pub fn decode<T: DeserializeOwned>(node: &Node, diagnostics: &mut Diagnostics) -> Option<T> {
    let state = State { diagnostics: RefCell::new(diagnostics), broken: RefCell::default() };
    loop {
        let mistake = match T::deserialize(Reader { node, state: &state }) {
            Ok(value) => return Some(value),
            Err(mistake) => mistake,
        };
        let culprit = mistake.node.unwrap_or_else(|| id(node));
        state.report(&mistake, &node.place);
        if culprit == id(node) || !state.broken.borrow_mut().insert(culprit) {
            return None;
        }
    }
}

/// `decode`, with the default where nothing can be used.
pub fn decode_or_default<T: DeserializeOwned + Default>(node: &Node, diagnostics: &mut Diagnostics) -> T {
    decode(node, diagnostics).unwrap_or_default()
}

/// The identity of a value while the tree is borrowed.
fn id(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

struct State<'d> {
    diagnostics: RefCell<&'d mut Diagnostics>,
    broken: RefCell<BTreeSet<usize>>,
}

impl State<'_> {
    fn is_broken(&self, node: &Node) -> bool {
        self.broken.borrow().contains(&id(node))
    }

    fn report(&self, mistake: &Mistake, otherwise: &Place) {
        if mistake.follows_another {
            return;
        }
        let place = mistake.place.as_ref().unwrap_or(otherwise);
        let mut diagnostics = self.diagnostics.borrow_mut();
        let finding = diagnostics.error(place, &*mistake.message);
        if let Some((written, known)) = &mistake.choice {
            finding.nearest(written, known.iter().copied());
        } else if mistake.hint.is_some() {
            finding.hint.clone_from(&mistake.hint);
        }
    }

    /// Keys of `node` that are none of `fields`.
    fn report_unknown(&self, node: &Node, fields: &'static [&'static str]) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        for (key, _) in node.entries().iter().filter(|(key, _)| !fields.contains(&key.name.as_str())) {
            let finding = diagnostics.error(&key.place, format!("unknown key `{}`", key.name));
            finding.nearest(&key.name, fields.iter().copied());
            if fields.is_empty() {
                finding.hint("take it out; nothing can be set here");
            }
        }
    }
}

/// One value that does not fit.
#[derive(Debug, Default)]
struct Mistake {
    message: String,
    hint: Option<String>,
    choice: Option<(String, &'static [&'static str])>,
    place: Option<Place>,
    node: Option<usize>,
    is_missing: bool,
    follows_another: bool,
}

impl Mistake {
    fn at(mut self, node: &Node, state: &State) -> Self {
        if self.node.is_none() {
            self.follows_another = self.is_missing && node.entries().iter().any(|(_, value)| state.is_broken(value));
            self.node = Some(id(node));
            self.place = Some(node.place.clone());
        }
        self
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string(), ..Self::default() }
    }

    fn missing_field(field: &'static str) -> Self {
        let hint = Some(format!("add `{field}: …`"));
        Self { message: format!("`{field}` is missing here"), hint, is_missing: true, ..Self::default() }
    }

    fn invalid_type(found: de::Unexpected, expected: &dyn de::Expected) -> Self {
        let hint = Some(advice(&expected.to_string()).to_owned());
        Self { message: format!("this must be {expected}, not {}", spoken(found)), hint, ..Self::default() }
    }

    fn invalid_value(found: de::Unexpected, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_field(written: &str, known: &'static [&'static str]) -> Self {
        let choice = Some((written.to_owned(), known));
        Self { message: format!("unknown key `{written}`"), choice, ..Self::default() }
    }

    fn unknown_variant(written: &str, known: &'static [&'static str]) -> Self {
        let choice = Some((written.to_owned(), known));
        Self { message: format!("`{written}` is not one of the choices here"), choice, ..Self::default() }
    }
}

/// How a value of the expected kind is written.
fn advice(expected: &str) -> &'static str {
    match expected {
        "a whole number" | "a number" => "write it in digits, without quotes",
        "`true` or `false`" => "write one of the two words, without quotes",
        "a list" => "write it like `[one, two]`, or one a line after `- `",
        "text" => "write one text; quotes make text of anything",
        _ => "write `key: value`, one a line and indented alike",
    }
}

fn spoken(found: de::Unexpected) -> String {
    match found {
        de::Unexpected::Bool(value) => format!("`{value}`"),
        de::Unexpected::Str(text) => format!("the text `{text}`"),
        de::Unexpected::Unsigned(_) | de::Unexpected::Signed(_) | de::Unexpected::Float(_) => "a number".to_owned(),
        de::Unexpected::Seq => "a list".to_owned(),
        de::Unexpected::Map => "a map".to_owned(),
        de::Unexpected::Unit => "empty".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use crate::yaml::parse;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Item {
        id: String,
        #[serde(default)]
        w: u32,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields, default)]
    struct Whole {
        title: Option<At<String>>,
        items: Vec<Item>,
        names: BTreeMap<String, String>,
    }

    fn decoded(text: &str) -> (Whole, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let node = parse(&"a.yaml".into(), text, 0, &mut diagnostics).unwrap();
        let whole = decode_or_default(&node, &mut diagnostics);
        (whole, diagnostics.print(crate::diagnostics::Format::Human, false).lines().map(str::to_owned).collect())
    }

    #[test]
    fn a_value_knows_its_place() {
        let (whole, found) = decoded("\ntitle: 2024\n");
        let title = whole.title.unwrap();
        assert_eq!((title.value.as_str(), title.place.line, title.place.column, found.len()), ("2024", 2, 8, 0));
    }

    #[test]
    fn all_mistakes_are_reported_at_once_and_the_rest_is_used() {
        let (whole, found) =
            decoded("titel: x\nitems:\n  - {id: a, w: many}\n  - {w: 2}\n  - {id: c, w: 3, q: 1}\nnames: {fi: [1]}\n");
        assert_eq!(whole.items, [Item { id: "a".into(), w: 0 }, Item { id: "c".into(), w: 3 }]);
        let expected = [
            "error: unknown key `titel`",
            "  --> a.yaml:1:1",
            "  hint: did you mean `title`?",
            "error: this must be a whole number, not the text `many`",
            "  --> a.yaml:3:16",
            "  hint: write it in digits, without quotes",
            "error: `id` is missing here",
            "  --> a.yaml:4:5",
            "  hint: add `id: …`",
            "error: unknown key `q`",
            "  --> a.yaml:5:19",
            "  hint: known here: `id` and `w`",
            "error: this must be text, not a list",
            "  --> a.yaml:6:13",
            "  hint: write one text; quotes make text of anything",
        ];
        assert_eq!(found, expected);
    }
}
