//! Lenses: the same questions grouped another way, in the order their author wrote them.

use std::collections::BTreeSet;

use crate::diagnostics::Place;
use crate::yaml::{At, Ordered};

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

/// What was removed is left out, and so is a group or a lens that has nothing left.
pub(super) fn compile(authored: &Authored) -> Vec<Lens> {
    let asked: BTreeSet<&str> = authored.dimensions.iter().flat_map(|one| &one.items).map(|item| &**item.id).collect();
    let group = |(id, items): (&At<String>, &Vec<At<String>>)| Group {
        id: id.value.clone(),
        items: items.iter().filter(|item| asked.contains(item.as_str())).map(|item| item.value.clone()).collect(),
        place: id.place.clone(),
    };
    let lens = |(id, groups): (&At<String>, &Ordered<Vec<At<String>>>)| Lens {
        id: id.value.clone(),
        groups: groups.iter().map(group).filter(|group| !group.items.is_empty()).collect(),
        place: id.place.clone(),
    };
    authored.lenses.iter().map(lens).filter(|lens| !lens.groups.is_empty()).collect()
}
