//! Our blocks, each by a template of its own.

use serde::Serialize;
use tera::Context;

use crate::address::PageId;
use crate::brand::Contrast;
use crate::config::Audience;
use crate::diagram;
use crate::model::Dimension;
use crate::page::{Block, Fragment, Page};
use crate::site::Kind;

use super::Shelf;
use super::form::ItemView;
use super::value::view;

#[derive(Serialize)]
struct DiagramView {
    svg_html: String,
    caption_html: String,
    kind: String,
}

#[derive(Serialize)]
struct CheckView<'a> {
    /// Of the interface, where the page's text is in another language.
    lang: &'a str,
    dimension: &'a str,
    items: Vec<ItemView<'a>>,
    form_href: String,
}

#[derive(Serialize)]
struct LevelsView<'a> {
    dimension: &'a str,
    items: Vec<LevelsItem<'a>>,
}

#[derive(Serialize)]
struct LevelsItem<'a> {
    /// Of its texts, where the page's is another.
    lang: &'a str,
    question: &'a str,
    anchors: Vec<Anchor<'a>>,
}

#[derive(Serialize)]
struct Anchor<'a> {
    number: usize,
    level: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct CaseView<'a> {
    label: String,
    title: &'a str,
    text_html: String,
}

#[derive(Serialize)]
struct AudienceView<'a> {
    label: &'a str,
    audience: &'a str,
    text_html: String,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    text_html: String,
    source: &'a str,
    trust: &'a str,
    trust_id: &'a str,
    note_html: String,
}

/// What a device may hold is listed by name.
#[derive(Serialize)]
struct StorageView<'a> {
    sheets: Vec<SheetName<'a>>,
}

#[derive(Serialize)]
struct SheetName<'a> {
    page: &'a str,
    title: String,
}

#[derive(Serialize)]
struct TestedView {
    checks: Vec<CheckedView>,
    contrasts: Vec<ContrastView>,
}

#[derive(Serialize)]
struct CheckedView {
    name: String,
    text_html: String,
}

/// Two colours by what they are for, and how far apart they are, as the language writes numbers.
#[derive(Serialize)]
struct ContrastView {
    pair: String,
    need: String,
    light: String,
    dark: String,
}

impl Shelf<'_> {
    fn contrasts(&self) -> Vec<ContrastView> {
        let role = |name: &str| self.text(&format!("block.tested.{name}")).to_owned();
        let shown = |one: &Contrast| ContrastView {
            pair: self
                .text("block.tested.pair")
                .replace("{over}", &role(one.over))
                .replace("{under}", &role(one.under)),
            need: self.decimal(one.need),
            light: self.decimal(one.light),
            dark: self.decimal(one.dark),
        };
        self.site.brand.schemes.contrasts().iter().map(shown).collect()
    }

    fn sheet_names(&self) -> Vec<SheetName<'_>> {
        let sheets = self
            .book
            .pages
            .values()
            .filter(|placed| matches!(placed.kind, Kind::Worksheet | Kind::Result | Kind::Team | Kind::Workshop));
        sheets.map(|placed| SheetName { page: &placed.page.id.0, title: self.filled(&placed.page.title) }).collect()
    }

    pub(super) fn block(&self, number: usize, page: &Page, from: &str) -> Result<String, Box<tera::Error>> {
        let html = |fragment: &Fragment| self.fragment(fragment, page, from);
        match &page.blocks[number] {
            Block::Diagram { diagram, caption } => {
                let svg_html = diagram::draw(diagram, &format!("diagram-{}", number + 1));
                let kind = diagram.kind.word().to_owned();
                self.block_of("diagram", &DiagramView { svg_html, caption_html: html(caption)?, kind })
            }
            Block::Check { dimension } | Block::Levels { dimension, .. } if self.asked(dimension).is_none() => {
                Ok(String::new())
            }
            Block::Check { dimension } => self.check(dimension, page, from),
            Block::Levels { dimension, all } => self.levels(dimension, *all, page),
            Block::Case { organisation, title, text } => {
                let label = self.text("block.case").replace("{name}", organisation);
                self.block_of("case", &CaseView { label, title, text_html: html(text)? })
            }
            Block::Claim { text, source, trust, note } => {
                let trust_text = self.text(&format!("block.trust.{}", trust.id()));
                let (text_html, note_html) = (html(text)?, html(note)?);
                self.block_of(
                    "claim",
                    &ClaimView { text_html, source, trust: trust_text, trust_id: trust.id(), note_html },
                )
            }
            Block::Audience { audience, text } => self.for_audience(*audience, html(text)?),
            Block::Worksheet(sheet) => self.sheet(sheet, page),
            Block::Storage => self.block_of("storage", &StorageView { sheets: self.sheet_names() }),
            Block::Tested { checks } => {
                let checked =
                    |(name, text): &(String, Fragment)| Ok(CheckedView { name: name.clone(), text_html: html(text)? });
                let checks = checks.iter().map(checked).collect::<Result<_, Box<tera::Error>>>()?;
                self.block_of("tested", &TestedView { checks, contrasts: self.contrasts() })
            }
            Block::Offline => self.block_of("offline", &()),
            Block::Glossary { .. } => self.block_of("glossary", &self.glossary_view(page, from)),
            Block::Paper { form } => {
                let first = page.blocks.iter().position(|block| matches!(block, Block::Paper { .. }));
                self.paper(form.value, first == Some(number))
            }
        }
    }

    /// Where the handbook names an audience, its blocks read as part of the text and the others are left out.
    fn for_audience(&self, audience: Audience, text_html: String) -> Result<String, Box<tera::Error>> {
        let chosen = self.site.config.audience;
        if chosen.is_some_and(|chosen| chosen != audience) {
            return Ok(String::new());
        }
        let label = if chosen.is_none() { self.text(&format!("block.audience.{}", audience.word())) } else { "" };
        self.block_of("audience", &AudienceView { label, audience: audience.word(), text_html })
    }

    pub(super) fn block_of<T: Serialize>(&self, kind: &str, data: &T) -> Result<String, Box<tera::Error>> {
        let mut context = Context::new();
        for (key, value) in view(data).into_map().unwrap_or_default() {
            context.insert_value(key.as_str().unwrap_or_default().to_owned(), value);
        }
        context.insert_value("t", self.texts.clone());
        self.render(&format!("blocks/{kind}.html"), &context)
    }

    /// `None`: the assessment is switched off, or this dimension was taken away.
    fn asked(&self, id: &str) -> Option<&Dimension> {
        self.site.model.as_ref()?.dimension(id)
    }

    fn dimension(&self, id: &str) -> &Dimension {
        self.asked(id).expect("invariant: blocks of no dimension show nothing")
    }

    fn check(&self, dimension: &str, page: &Page, from: &str) -> Result<String, Box<tera::Error>> {
        let dimension = self.dimension(dimension);
        let form =
            ["assessment/index", "assessment/quick"].into_iter().find_map(|id| self.href(from, &PageId::new(id)));
        self.block_of(
            "check",
            &CheckView {
                lang: if page.lang == *self.lang() { "" } else { &self.lang().0 },
                dimension: &dimension.id,
                items: self.items(dimension),
                form_href: form.unwrap_or_default(),
            },
        )
    }

    fn levels(&self, dimension: &str, all: bool, page: &Page) -> Result<String, Box<tera::Error>> {
        let dimension = self.dimension(dimension);
        let shown = dimension
            .items
            .iter()
            .filter(|item| all || item.key)
            .map(|item| self.levels_item(&item.id, all, page))
            .collect();
        self.block_of("levels", &LevelsView { dimension: &dimension.id, items: shown })
    }

    fn levels_item(&self, id: &str, with_question: bool, page: &Page) -> LevelsItem<'_> {
        let texts = self.model_texts();
        let item = &texts.items[id];
        let anchors = item.anchors.iter().zip(&texts.levels).enumerate();
        let anchors = anchors.map(|(index, (text, level))| Anchor { number: index + 1, level: &level.name, text });
        let lang = item.lang.as_ref().filter(|lang| **lang != page.lang).map_or("", |lang| &*lang.0);
        LevelsItem { lang, question: if with_question { &item.question } else { "" }, anchors: anchors.collect() }
    }
}
