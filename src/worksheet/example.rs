//! The filled example: a tree in the shape of the sheet becomes values by the names of its controls.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{Node, Value};

use super::Worksheet;

/// Values by name; what names no control, or what a control cannot hold, is reported.
pub(super) fn values(node: &Node, sheet: &Worksheet, diagnostics: &mut Diagnostics) -> BTreeMap<String, String> {
    let controls = sheet.controls();
    let mut leaves = Vec::new();
    for (key, part) in node.entries().iter().filter(|(key, _)| key.name != "organisation") {
        gather(&key.name, part, &mut leaves);
    }
    let mut values = BTreeMap::new();
    for (name, value, place) in leaves {
        let beside = format!("{name}.note");
        if controls.contains_key(&beside) && value != "yes" {
            values.extend([(name, "yes".to_owned()), (beside, value)]);
            continue;
        }
        match controls.get(&name) {
            None => {
                let finding =
                    diagnostics.error(place, format!("the example fills in `{name}`, which is not on the sheet"));
                finding.nearest(&name, controls.keys().map(String::as_str));
            }
            Some(Some(known)) if !known.contains(&value.as_str()) => {
                let finding = diagnostics.error(place, format!("`{name}` cannot be `{value}`"));
                finding.nearest(&value, known.iter().copied());
            }
            Some(_) => drop(values.insert(name, value)),
        }
    }
    values
}

/// The texts of a tree with the way to each, rows of a list counted from one.
fn gather<'n>(name: &str, node: &'n Node, leaves: &mut Vec<(String, String, &'n Place)>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, node) in entries {
                gather(&format!("{name}.{}", key.name), node, leaves);
            }
        }
        Value::List(items) => {
            for (index, node) in items.iter().enumerate() {
                gather(&format!("{name}.{}", index + 1), node, leaves);
            }
        }
        Value::Text(text) | Value::Number(text) => leaves.push((name.to_owned(), text.clone(), &node.place)),
        Value::Bool(yes) => leaves.push((name.to_owned(), (if *yes { "yes" } else { "no" }).to_owned(), &node.place)),
        Value::Null => leaves.push((name.to_owned(), String::new(), &node.place)),
    }
}
