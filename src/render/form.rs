//! The form and the result page: the model's texts in the order of the model.

use serde::Serialize;

use crate::address::PageId;
use crate::model::{Dimension, Model, Texts};

use super::Shelf;

#[derive(Serialize)]
pub(super) struct ItemView<'a> {
    id: &'a str,
    question: &'a str,
    anchors: &'a [String],
    evidence: &'a str,
    why: &'a str,
    key: bool,
    na: bool,
    basic: bool,
    number: usize,
}

#[derive(Serialize)]
pub(super) struct LevelView<'a> {
    number: usize,
    name: &'a str,
    summary: &'a str,
}

#[derive(Serialize)]
pub(super) struct LinkView {
    pub title: String,
    pub href: String,
}

#[derive(Serialize)]
pub(super) struct FormView<'a> {
    model: &'a str,
    full: bool,
    count: usize,
    screens: Vec<ScreenView<'a>>,
    result_href: String,
    levels: Vec<LevelView<'a>>,
    method: Option<LinkView>,
    privacy: Option<LinkView>,
}

#[derive(Serialize)]
struct ScreenView<'a> {
    dimension: &'a str,
    number: usize,
    total: usize,
    name: &'a str,
    summary: &'a str,
    part: &'a str,
    part_name: &'a str,
    chapter: Option<LinkView>,
    next_name: &'a str,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
pub(super) struct ResultView<'a> {
    levels: Vec<LevelView<'a>>,
    parts: Vec<PartView<'a>>,
    form_href: String,
    method: Option<LinkView>,
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
    summary: &'a str,
    chapter: Option<LinkView>,
    worksheet: Option<LinkView>,
    items: Vec<ItemView<'a>>,
}

impl<'a> Shelf<'a> {
    /// The model's texts in this language.
    pub(super) fn model_texts(&self) -> &'a Texts {
        let model = self.site.model.as_ref().expect("invariant: only pages with a model ask for its texts");
        &model.texts[self.lang()]
    }

    pub(super) fn items(&self, dimension: &'a Dimension) -> Vec<ItemView<'a>> {
        let texts = self.model_texts();
        let view = |(index, item): (usize, &'a crate::model::Item)| {
            let text = &texts.items[&item.id];
            let (key, na, basic, number) = (item.key, item.na, item.basic, index + 1);
            ItemView {
                id: &item.id,
                question: &text.question,
                anchors: &text.anchors,
                evidence: &text.evidence,
                why: &text.why,
                key,
                na,
                basic,
                number,
            }
        };
        dimension.items.iter().enumerate().map(view).collect()
    }

    pub(super) fn level_views(&self) -> Vec<LevelView<'a>> {
        let levels = self.model_texts().levels.iter().enumerate();
        levels
            .map(|(index, level)| LevelView { number: index + 1, name: &level.name, summary: &level.summary })
            .collect()
    }

    pub(super) fn link(&self, from: &str, id: &PageId) -> Option<LinkView> {
        let placed = self.placed(&id.0)?;
        Some(LinkView { title: placed.page.title.clone(), href: self.href(from, id)? })
    }

    pub(super) fn form(&self, model: &'a Model, full: bool, from: &str) -> FormView<'a> {
        let texts = self.model_texts();
        let total = model.dimensions.len();
        let name = |index: usize| model.dimensions.get(index).map_or("", |one| texts.dimensions[&one.id].name.as_str());
        let screen = |(index, one): (usize, &'a Dimension)| ScreenView {
            dimension: &one.id,
            number: index + 1,
            total,
            name: name(index),
            summary: &texts.dimensions[&one.id].summary,
            part: &one.part,
            part_name: &texts.parts[&one.part].name,
            chapter: one.chapter.as_ref().and_then(|page| self.link(from, page)),
            next_name: name(index + 1),
            items: self.items(one),
        };
        FormView {
            model: &model.id,
            full,
            count: model.dimensions.iter().map(|one| one.items.len()).sum(),
            screens: model.dimensions.iter().enumerate().map(screen).collect(),
            result_href: self.href(from, &PageId::new("assessment/result")).unwrap_or_default(),
            levels: self.level_views(),
            method: self.link(from, &PageId::new("assessment/method")),
            privacy: self.link(from, &PageId::new("reference/privacy")),
        }
    }

    pub(super) fn result(&self, model: &'a Model, from: &str) -> ResultView<'a> {
        let texts = self.model_texts();
        let dimension = |one: &'a Dimension| DimensionView {
            id: &one.id,
            name: &texts.dimensions[&one.id].name,
            summary: &texts.dimensions[&one.id].summary,
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
            form_href: form.unwrap_or_default(),
            method: self.link(from, &PageId::new("assessment/method")),
        }
    }
}
