//! Lenses: the same questions grouped another way, in the order their author wrote them.

use crate::diagnostics::Place;
use crate::yaml::Node;

use super::authored::Authored;

/// A way to read the same answers again. It never gets a level.
#[derive(Clone, Debug)]
pub struct Lens {
    pub id: String,
    pub groups: Vec<Group>,
    pub place: Place,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub id: String,
    /// Ids of questions.
    pub items: Vec<String>,
    pub place: Place,
}

/// The decoded maps are sorted; the tree they came from knows the order.
pub(super) fn compile(node: &Node, authored: &Authored) -> Vec<Lens> {
    let lenses = node.get("lenses").map(Node::entries).unwrap_or_default().iter();
    let known = lenses.filter_map(|(key, node)| Some((authored.lenses.get(&key.name)?, key, node)));
    known
        .map(|(groups, key, node)| {
            let own = node.entries().iter().filter_map(|(key, _)| {
                let items = groups.get(&key.name)?.iter().map(|item| item.value.clone()).collect();
                Some(Group { id: key.name.clone(), items, place: key.place.clone() })
            });
            Lens { id: key.name.clone(), groups: own.collect(), place: key.place.clone() }
        })
        .collect()
}
