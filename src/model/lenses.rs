//! Lenses: the same questions grouped another way, in the order their author wrote them.

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

pub(super) fn compile(authored: &Authored) -> Vec<Lens> {
    let group = |(id, items): (&At<String>, &Vec<At<String>>)| Group {
        id: id.value.clone(),
        items: items.iter().map(|item| item.value.clone()).collect(),
        place: id.place.clone(),
    };
    let lens = |(id, groups): (&At<String>, &Ordered<Vec<At<String>>>)| Lens {
        id: id.value.clone(),
        groups: groups.iter().map(group).collect(),
        place: id.place.clone(),
    };
    authored.lenses.iter().map(lens).collect()
}
