//! The result page: names, texts and links by which its scripts speak.

use serde::Serialize;

use crate::address::PageId;
use crate::model::{Dimension, Lens, LensText, Model};

use super::Shelf;
use super::about::AboutView;
use super::form::{ItemView, LevelView, LinkView};

#[derive(Serialize)]
pub(super) struct ResultView<'a> {
    levels: Vec<LevelView<'a>>,
    parts: Vec<PartView<'a>>,
    lenses: Vec<LensView<'a>>,
    about: AboutView<'a>,
    form_href: String,
    quick_href: String,
    method: Option<LinkView>,
    /// The brand sets targets.
    targets: bool,
    /// The questions are not the original ones.
    differs: bool,
}

#[derive(Serialize)]
struct PartView<'a> {
    id: &'a str,
    name: &'a str,
    dimensions: Vec<DimensionView<'a>>,
}

#[derive(Serialize)]
struct DimensionView<'a> {
    id: &'a str,
    name: &'a str,
    /// The level its publisher aims at.
    target: Option<u32>,
    chapter: Option<LinkView>,
    worksheet: Option<LinkView>,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct LensView<'a> {
    id: &'a str,
    name: &'a str,
    summary: &'a str,
    groups: Vec<GroupView<'a>>,
}

#[derive(Serialize)]
struct GroupView<'a> {
    id: &'a str,
    name: &'a str,
    /// Ids of questions with spaces between them.
    items: String,
}

impl<'a> Shelf<'a> {
    pub(super) fn result(&self, model: &'a Model, from: &str) -> ResultView<'a> {
        let texts = self.model_texts();
        let targets = &self.site.brand.own.targets;
        let dimension = |one: &'a Dimension| DimensionView {
            id: &one.id,
            name: &texts.dimensions[&one.id].name,
            target: targets.get(&one.id).map(|level| level.value),
            chapter: one.chapter.as_ref().and_then(|page| self.link(from, page)),
            worksheet: one.worksheet.as_ref().and_then(|page| self.link(from, page)),
            items: self.items(one),
        };
        let part = |id: &'a String| PartView {
            id,
            name: &texts.parts[id].name,
            dimensions: model.dimensions.iter().filter(|one| one.part == *id).map(dimension).collect(),
        };
        let form =
            ["assessment/index", "assessment/quick"].into_iter().find_map(|id| self.href(from, &PageId::new(id)));
        ResultView {
            levels: self.level_views(),
            parts: model.parts.iter().map(part).collect(),
            lenses: model.lenses.iter().map(|one| lens(one, &texts.lenses[&one.id])).collect(),
            about: self.about(model),
            form_href: form.unwrap_or_default(),
            quick_href: self.href(from, &PageId::new("assessment/quick")).unwrap_or_default(),
            method: self.link(from, &PageId::new("assessment/method")),
            targets: !targets.is_empty(),
            differs: model.differs,
        }
    }
}

fn lens<'a>(lens: &'a Lens, text: &'a LensText) -> LensView<'a> {
    let groups = lens.groups.iter().map(|one| GroupView {
        id: &one.id,
        name: &text.groups[&one.id],
        items: one.items.join(" "),
    });
    LensView { id: &lens.id, name: &text.name, summary: &text.summary, groups: groups.collect() }
}
