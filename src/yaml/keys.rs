//! Addresses of values: `color.primary`, `dimensions.flow.items.flow1.w`. Ids select the members of a list, as they do
//! when layers merge.

use super::merge::{by_id, id_of};
use super::{Node, Value};

/// What a tree has at a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found<'n> {
    Value(&'n Node),
    /// A value above the key that has nothing below it: whatever lies under this tree cannot be seen there.
    Cut(&'n Node),
    Nothing,
}

/// What `node` has at `key`. Where a name holds a dot itself, the longest that fits is taken.
#[must_use]
pub fn find<'n>(node: &'n Node, key: &str) -> Found<'n> {
    if key.is_empty() {
        return Found::Value(node);
    }
    let Some(inside) = below(node) else {
        return Found::Cut(node);
    };
    let fitting = inside.into_iter().filter_map(|(name, inner)| Some((name.len(), inner, rest(key, &name)?)));
    match fitting.max_by_key(|(length, ..)| *length) {
        Some((_, inner, rest)) => find(inner, rest),
        None => Found::Nothing,
    }
}

/// What is left of `key` behind `name`.
fn rest<'k>(key: &'k str, name: &str) -> Option<&'k str> {
    let rest = key.strip_prefix(name)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

/// The members of a map, and of a list whose members have ids. `None`: nothing stands below this value.
fn below(node: &Node) -> Option<Vec<(String, &Node)>> {
    match &node.value {
        Value::Map(entries) => Some(entries.iter().map(|(key, inner)| (key.name.clone(), inner)).collect()),
        Value::List(items) if by_id(items) => {
            Some(items.iter().map(|item| (id_of(item).unwrap_or_default(), item)).collect())
        }
        _ => None,
    }
}

/// Whether layers merge here, instead of one winning.
#[must_use]
pub fn is_branch(node: &Node) -> bool {
    below(node).is_some()
}

/// Every value that has nothing below it, by its key.
#[must_use]
pub fn leaves(node: &Node) -> Vec<(String, &Node)> {
    let mut all = Vec::new();
    collect(node, "", &mut all);
    all
}

fn collect<'n>(node: &'n Node, key: &str, all: &mut Vec<(String, &'n Node)>) {
    let Some(inside) = below(node) else {
        all.push((key.to_owned(), node));
        return;
    };
    for (name, inner) in inside {
        let key = if key.is_empty() { name } else { format!("{key}.{name}") };
        collect(inner, &key, all);
    }
}

/// The values of `over` that hide one of `under`: key, what hides, what is hidden. Ids and `null` hide nothing.
#[must_use]
pub fn hidden<'n>(over: &'n Node, under: &'n Node) -> Vec<(String, &'n Node, &'n Node)> {
    let written = leaves(over).into_iter().filter(|(key, node)| node.value != Value::Null && !is_id(key));
    let both = written.filter_map(|(key, node)| match find(under, &key) {
        Found::Value(below) if below.value != Value::Null => Some((key, node, below)),
        _ => None,
    });
    both.collect()
}

fn is_id(key: &str) -> bool {
    key.rsplit('.').next() == Some("id")
}

/// Every text at or below a value, in its order.
#[must_use]
pub fn texts(node: &Node) -> Vec<&str> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => vec![text],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, inner)| texts(inner)).collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::yaml::parse;

    use super::*;

    fn tree(text: &str) -> Node {
        parse(&"a.yaml".into(), text, 0, &mut Diagnostics::default()).unwrap()
    }

    fn value(node: &Node, key: &str) -> Option<String> {
        if let Found::Value(found) = find(node, key) { Some(texts(found).concat()) } else { None }
    }

    #[test]
    fn ids_and_names_lead_to_a_value_also_with_a_dot_in_them() {
        let tree = tree("d: [{id: flow, items: [{id: flow1, w: 2}]}]\nn: {a.b: x, a: {b: y, c: z}}\n");
        assert_eq!(value(&tree, "d.flow.items.flow1.w").as_deref(), Some("2"));
        assert_eq!(value(&tree, "n.a.b").as_deref(), Some("x"));
        assert_eq!(value(&tree, "n.a.c").as_deref(), Some("z"));
        assert_eq!(find(&tree, "n.q"), Found::Nothing);
    }

    #[test]
    fn what_replaces_a_whole_branch_cuts_off_what_lies_below() {
        let tree = tree("a: ~\nb: [1, 2]\n");
        assert!(matches!(find(&tree, "a.x"), Found::Cut(_)) && matches!(find(&tree, "b.x.y"), Found::Cut(_)));
    }

    #[test]
    fn only_what_both_have_is_hidden() {
        let over = tree("a: {x: 1, y: 2, z: ~}\nl: [{id: p, w: 1}]\n");
        let under = tree("a: {x: 3, z: 4}\nl: [{id: p, w: 2}]\n");
        let hidden = hidden(&over, &under);
        assert_eq!(hidden.iter().map(|(key, ..)| key.as_str()).collect::<Vec<_>>(), ["a.x", "l.p.w"]);
    }
}
