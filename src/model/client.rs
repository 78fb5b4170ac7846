//! What the browser gets of a model: numbers, ids and addresses, in the shape of `tests/scoring/vectors.json`.
//! Texts stand once, in the markup.

use serde::Serialize;

use crate::address::PageId;

use super::{Dimension, Item, Model, Rules};

#[derive(Serialize)]
pub struct Client<'a> {
    id: &'a str,
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<&'a Rules>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<&'a [String]>,
    dims: Vec<ClientDimension<'a>>,
}

#[derive(Serialize)]
struct ClientDimension<'a> {
    id: &'a str,
    part: &'a str,
    w: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    chapter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worksheet: Option<String>,
    items: Vec<ClientItem<'a>>,
}

#[derive(Serialize)]
struct ClientItem<'a> {
    id: &'a str,
    rev: u32,
    w: u32,
    key: bool,
    na: bool,
    basic: bool,
}

impl<'a> Client<'a> {
    /// The whole model. `href` gives a page's address as seen from the page that carries the model.
    #[must_use]
    pub fn whole(model: &'a Model, href: &impl Fn(&PageId) -> Option<String>) -> Self {
        let dims = model.dimensions.iter().map(|one| dimension(one, href)).collect();
        let (rules, parts) = (Some(&model.rules), Some(&*model.parts));
        Self { id: &model.id, version: &model.version, fingerprint: None, rules, parts, dims }
    }

    /// A chapter's share: the dimensions it asks about, without their addresses, and with the whole model's fingerprint, under which answers are kept.
    #[must_use]
    pub fn chapter(model: &'a Model, ids: &[&str]) -> Self {
        let asked = model.dimensions.iter().filter(|one| ids.contains(&one.id.as_str()));
        let dims = asked.map(|one| dimension(one, &|_| None)).collect();
        let fingerprint = Some(model.fingerprint());
        Self { id: &model.id, version: &model.version, fingerprint, rules: None, parts: None, dims }
    }
}

fn dimension<'a>(one: &'a Dimension, href: &impl Fn(&PageId) -> Option<String>) -> ClientDimension<'a> {
    ClientDimension {
        id: &one.id,
        part: &one.part,
        w: one.weight,
        chapter: one.chapter.as_ref().and_then(|page| href(page)),
        worksheet: one.worksheet.as_ref().and_then(|page| href(page)),
        items: one.items.iter().map(item).collect(),
    }
}

fn item(item: &Item) -> ClientItem<'_> {
    ClientItem { id: &item.id, rev: item.rev, w: item.weight, key: item.key, na: item.na, basic: item.basic }
}

/// A JSON block for a page: `<` is escaped, so that no text can end the element it stands in.
///
/// # Panics
/// Never: strings, numbers and maps with string keys always serialise.
#[must_use]
pub fn json<T: Serialize>(id: &str, value: &T) -> String {
    let text = serde_json::to_string(value).expect("invariant: plain data serialises").replace('<', "\\u003c");
    format!(r#"<script type="application/json" id="{id}">{text}</script>"#)
}
