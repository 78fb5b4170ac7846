//! Where each page stands in its book: one walk over the tree for a language, so that no page looks through its
//! neighbours.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::PageId;
use crate::model::Model;
use crate::site::Entry;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The top-level entry it belongs to.
    pub top: usize,
    /// Which child of that entry it is, or lies below.
    pub child: usize,
    /// Its number in the series, counted from one, and how many there are.
    pub series: Option<(usize, usize)>,
}

pub(super) type Spots<'a> = BTreeMap<&'a PageId, Spot>;

pub(super) fn spots<'a>(nav: &'a [Entry], model: Option<&Model>) -> Spots<'a> {
    let dimensions = model.into_iter().flat_map(|model| &model.dimensions);
    let chapters: BTreeSet<&PageId> = dimensions.filter_map(|one| one.chapter.as_ref()).map(|at| &at.value).collect();
    let mut spots = Spots::new();
    for (top, entry) in nav.iter().enumerate() {
        spots.insert(&entry.page, Spot { top, child: 0, series: None });
        for (child, inner) in entry.children.iter().enumerate() {
            add(inner, Spot { top, child, series: None }, &mut spots);
        }
        number(entry, &chapters, &mut spots);
    }
    spots
}

fn add<'a>(entry: &'a Entry, spot: Spot, spots: &mut Spots<'a>) {
    spots.insert(&entry.page, spot);
    entry.children.iter().for_each(|inner| add(inner, spot, spots));
}

/// A series is the chapters among a folder's pages, if the assessment leads to any; otherwise all its pages.
fn number<'a>(entry: &'a Entry, chapters: &BTreeSet<&PageId>, spots: &mut Spots<'a>) {
    let all: Vec<&PageId> = entry.children.iter().map(|child| &child.page).collect();
    let named: Vec<&PageId> = all.iter().copied().filter(|page| chapters.contains(page)).collect();
    let series = if named.is_empty() { all } else { named };
    for (index, page) in series.iter().enumerate() {
        if let Some(spot) = spots.get_mut(page) {
            spot.series = Some((index + 1, series.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(page: &str, children: Vec<Entry>) -> Entry {
        let folder = page.strip_suffix("/index").map(str::to_owned);
        Entry { title: String::new(), page: PageId::new(page), folder, children }
    }

    #[test]
    fn a_page_belongs_to_a_top_entry_and_to_a_child_of_it_however_deep_it_lies() {
        let deep = entry("b/d/index", vec![entry("b/d/e", Vec::new())]);
        let nav = [entry("a", Vec::new()), entry("b/index", vec![entry("b/c", Vec::new()), deep])];
        let spots = spots(&nav, None);
        let spot = |page: &str| (spots[&PageId::new(page)].top, spots[&PageId::new(page)].child);
        assert_eq!(
            [spot("a"), spot("b/index"), spot("b/c"), spot("b/d/index"), spot("b/d/e")],
            [(0, 0), (1, 0), (1, 0), (1, 1), (1, 1)]
        );
        assert_eq!(spots[&PageId::new("b/d/index")].series, Some((2, 2)));
    }
}
