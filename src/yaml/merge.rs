//! Layer over layer: maps key by key, lists of maps with `id` by id, anything else replaces. `null` removes a key,
//! `{ id: …, remove: true }` an item of a list by id.

use super::{Node, Value};

/// Puts `over` on `under`. Places stay with the values, so a merged value still says which layer it is from.
#[must_use]
pub fn merge(under: Node, over: Node) -> Node {
    let value = match (under.value, over.value) {
        (Value::Map(under), Value::Map(over)) => {
            Value::Map(by(under, over, |(key, _)| Some(key.name.clone()), merge_entry))
        }
        (Value::List(under), Value::List(over)) if by_id(&under) && by_id(&over) => {
            Value::List(by(under, over, id_of, merge_item))
        }
        (_, over) => over,
    };
    Node { place: over.place, value }
}

/// Merges two sequences whose members are told apart by `name`; what only `over` has comes last, in its order.
fn by<T>(
    under: Vec<T>,
    over: Vec<T>,
    name: impl Fn(&T) -> Option<String>,
    join: impl Fn(Option<T>, T) -> Option<T>,
) -> Vec<T> {
    let mut merged: Vec<Option<T>> = under.into_iter().map(Some).collect();
    for item in over {
        let wanted = name(&item);
        let slot = merged.iter_mut().find(|slot| slot.as_ref().and_then(&name) == wanted && slot.is_some());
        match slot {
            Some(slot) => *slot = join(slot.take(), item),
            None => merged.push(join(None, item)),
        }
    }
    merged.into_iter().flatten().collect()
}

fn merge_entry(
    under: Option<(super::tree::Key, Node)>,
    over: (super::tree::Key, Node),
) -> Option<(super::tree::Key, Node)> {
    match (under, over.1.value == Value::Null) {
        (_, true) => None,
        (None, false) => Some((over.0, without_nulls(over.1))),
        (Some((key, node)), false) => Some((key, merge(node, over.1))),
    }
}

/// A removal that had nothing to remove stays, so that whoever knows the list can say so.
fn merge_item(under: Option<Node>, over: Node) -> Option<Node> {
    match under {
        Some(_) if is_removal(&over) => None,
        Some(under) => Some(merge(under, over)),
        None => Some(over),
    }
}

/// `{ id: …, remove: true }`
#[must_use]
pub fn is_removal(item: &Node) -> bool {
    item.get("remove").is_some_and(|node| node.value == Value::Bool(true))
}

/// A `null` that had nothing to remove is no value either.
fn without_nulls(node: Node) -> Node {
    let value = match node.value {
        Value::Map(entries) => Value::Map(entries.into_iter().filter_map(|entry| merge_entry(None, entry)).collect()),
        other => other,
    };
    Node { place: node.place, value }
}

pub(super) fn by_id(items: &[Node]) -> bool {
    !items.is_empty() && items.iter().all(|item| id_of(item).is_some())
}

pub(super) fn id_of(item: &Node) -> Option<String> {
    item.get("id").and_then(Node::text).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::yaml::parse;

    use super::*;

    fn tree(file: &str, text: &str) -> Node {
        parse(&file.into(), text, 0, &mut Diagnostics::default()).unwrap()
    }

    fn merged(under: &str, over: &str) -> Node {
        merge(tree("under", under), tree("over", over))
    }

    #[test]
    fn maps_merge_key_by_key_and_remember_their_layer() {
        let both = merged("a: {x: 1, y: 2}\n", "a: {y: 3}\n");
        let a = both.get("a").unwrap();
        assert_eq!((&*a.get("x").unwrap().place.file, &*a.get("y").unwrap().place.file), ("under", "over"));
    }

    #[test]
    fn lists_of_maps_with_ids_merge_by_id_and_other_lists_replace() {
        let both =
            merged("i: [{id: a, w: 1}, {id: b, w: 1}]\nl: [1, 2]\n", "i: [{id: b, w: 2}, {id: c, w: 1}]\nl: [3]\n");
        let Value::List(items) = &both.get("i").unwrap().value else { panic!() };
        let seen: Vec<_> = items
            .iter()
            .map(|item| (item.get("id").unwrap().text().unwrap(), item.get("w").unwrap().value.clone()))
            .collect();
        let number = |text: &str| Value::Number(text.into());
        assert_eq!(seen, [("a", number("1")), ("b", number("2")), ("c", number("1"))]);
        let Value::List(list) = &both.get("l").unwrap().value else { panic!() };
        assert_eq!(list.len(), 1);
    }

    #[test]
    fn an_item_by_id_is_removed_and_can_come_back() {
        let gone = merged("i: [{id: a}, {id: b}]\n", "i: [{id: a, remove: true}, {id: x, remove: true}]\n");
        let ids = |node: &Node| match &node.get("i").unwrap().value {
            Value::List(items) => items.iter().map(|item| item.get("id").unwrap().text().unwrap().to_owned()).collect(),
            _ => Vec::new(),
        };
        assert_eq!(ids(&gone), ["b", "x"], "what was not there to remove stays to be told");
        assert_eq!(ids(&merge(gone, tree("top", "i: [{id: a}]\n"))), ["b", "x", "a"]);
    }

    #[test]
    fn null_removes() {
        let both = merged("a: {x: 1, y: 2}\n", "a: {x: ~}\nb: {z: ~, q: 1}\n");
        assert!(both.get("a").unwrap().get("x").is_none());
        assert!(both.get("b").unwrap().get("z").is_none());
    }
}
