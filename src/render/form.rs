//! The form: the model's texts in the order of the model.

use serde::Serialize;

use crate::address::{Lang, PageId};
use crate::model::{Dimension, Item, Model, Texts};

use super::Shelf;
use super::about::AboutView;

#[derive(Serialize)]
pub(super) struct ItemView<'a> {
    id: &'a str,
    /// Of its texts, when that is not the page's own.
    lang: &'a str,
    question: &'a str,
    anchors: &'a [String],
    evidence: &'a str,
    why: &'a str,
    na: bool,
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
    screens: Vec<ScreenView<'a>>,
    /// Only the whole form asks more than it scores.
    about: Option<AboutView<'a>>,
    result_href: String,
}

#[derive(Serialize)]
struct ScreenView<'a> {
    dimension: &'a str,
    lang: &'a str,
    name: &'a str,
    summary: &'a str,
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
        let view = |item: &'a Item| {
            let text = &texts.items[&item.id];
            let (question, anchors) = (&*text.question, &*text.anchors);
            let lang = self.foreign(text.lang.as_ref());
            ItemView { id: &item.id, lang, question, anchors, evidence: &text.evidence, why: &text.why, na: item.na }
        };
        dimension.items.iter().map(view).collect()
    }

    /// The tag to mark a text with that is not in the language of this book.
    pub(super) fn foreign(&self, lang: Option<&'a Lang>) -> &'a str {
        lang.filter(|lang| *lang != self.lang()).map_or("", |lang| &lang.0)
    }

    pub(super) fn level_views(&self) -> Vec<LevelView<'a>> {
        let levels = self.model_texts().levels.iter().enumerate();
        levels
            .map(|(index, level)| LevelView { number: index + 1, name: &level.name, summary: &level.summary })
            .collect()
    }

    pub(super) fn link(&self, from: &str, id: &PageId) -> Option<LinkView> {
        let placed = self.placed(&id.0)?;
        Some(LinkView { title: self.filled(&placed.page.title), href: self.up(from) + &placed.address })
    }

    pub(super) fn form(&self, model: &'a Model, is_whole: bool, from: &str) -> FormView<'a> {
        let texts = self.model_texts();
        let screen = |one: &'a Dimension| ScreenView {
            dimension: &one.id,
            lang: one.items.first().map_or("", |item| self.foreign(texts.items[&item.id].lang.as_ref())),
            name: &texts.dimensions[&one.id].name,
            summary: &texts.dimensions[&one.id].summary,
            items: self.items(one),
        };
        let result_href = self.href(from, &PageId::new("assessment/result")).unwrap_or_default();
        let about = is_whole.then(|| self.about(model));
        FormView { screens: model.dimensions.iter().map(screen).collect(), about, result_href }
    }
}
