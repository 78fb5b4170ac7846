//! The assessment on paper: the questions with boxes to cross, part by part, each with its share of the scoring key.

use serde::Serialize;

use crate::model::{Dimension, Item, Model};
use crate::page::Form;

use super::Shelf;
use super::form::LevelView;
use super::key::{KeyView, LastView, Sheet};

#[derive(Serialize)]
struct PaperView<'a> {
    form: &'static str,
    title: String,
    single: bool,
    open: bool,
    levels: Vec<LevelView<'a>>,
    parts: Vec<PartView<'a>>,
    last: LastView<'a>,
}

#[derive(Serialize)]
struct PartView<'a> {
    id: &'a str,
    title: String,
    dimensions: Vec<DimensionView<'a>>,
    key: KeyView<'a>,
}

#[derive(Serialize)]
struct DimensionView<'a> {
    id: &'a str,
    name: &'a str,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: &'a str,
    number: usize,
    question: &'a str,
    anchors: &'a [String],
    na: bool,
    key: bool,
}

impl<'a> Shelf<'a> {
    /// `open`: shown and printed as the page comes, without a press.
    pub(super) fn paper(&'a self, form: Form, open: bool) -> Result<String, Box<tera::Error>> {
        let (Some(full), Some(quick)) = (&self.site.model, self.quick) else {
            return Ok(String::new());
        };
        let (model, word) = if form == Form::Full { (full, "full") } else { (quick, "quick") };
        let sheet = Sheet::new(self, model);
        let part = |(index, id): (usize, &'a String)| self.paper_part(index + 1, id, model, &sheet);
        let view = PaperView {
            form: word,
            title: self.text(&format!("paper.{word}")).replace("{n}", &model.questions().to_string()),
            single: sheet.single,
            open,
            levels: self.level_views(),
            parts: model.parts.iter().enumerate().map(part).collect(),
            last: sheet.last(),
        };
        self.block_of("paper", &view)
    }

    fn paper_part(&'a self, number: usize, id: &'a str, model: &'a Model, sheet: &Sheet<'a>) -> PartView<'a> {
        let title = self.text("paper.part").replace("{n}", &number.to_string());
        let dimensions = model.dimensions.iter().filter(|one| one.part == id);
        PartView {
            id,
            title: title.replace("{name}", &self.model_texts().parts[id].name),
            dimensions: dimensions.map(|one| self.paper_dimension(one, sheet)).collect(),
            key: sheet.key(id),
        }
    }

    fn paper_dimension(&'a self, one: &'a Dimension, sheet: &Sheet<'a>) -> DimensionView<'a> {
        let texts = self.model_texts();
        let item = |item: &'a Item| {
            let text = &texts.items[&item.id];
            let (question, anchors, number) = (&*text.question, &*text.anchors, sheet.number(&item.id));
            ItemView { id: &item.id, number, question, anchors, na: item.na, key: item.key }
        };
        DimensionView {
            id: &one.id,
            name: &texts.dimensions[&one.id].name,
            items: one.items.iter().map(item).collect(),
        }
    }
}
