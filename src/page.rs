//! Markdown and front matter → `Page`: one file at a time.
//!
//! Knows nothing of other pages, templates or addresses: links stay symbolic, and whatever depends on the edition (an
//! address, the brand's name, a block's drawing) is a hole in the page's HTML, filled by `render`. So a parsed page is
//! a function of its bytes and its language alone.

mod block;
mod fragment;
mod front_matter;
mod headings;
mod link;
mod markdown;
mod prose;
mod written;

use std::sync::Arc;

use rayon::prelude::*;

use crate::address::{Lang, PageId};
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::files::Bytes;
use crate::layers::{Layer, Sources};
use crate::memory::{Inputs, Key, Memory};
use crate::worksheet::Worksheet;
use crate::yaml::{self, Node};

pub use block::{Block, Form, Trust};
pub use fragment::{Anchor, Fragment, Hole, Number, Variable, fill_text};
pub use front_matter::FrontMatter;
pub use headings::Heading;
pub use link::{Link, Target, leaves};
pub use prose::{Passage, PassageKind, Prose, prose};
pub use written::{Written, written};

/// One page as its author wrote it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Stands for all of it.
    pub key: Key,
    /// Whether its text may speak of the brand.
    pub names_brand: bool,
    pub id: PageId,
    pub lang: Lang,
    pub file: Arc<str>,
    pub meta: FrontMatter,
    /// The `extra` map of the front matter, as written.
    pub extra: Option<Node>,
    /// What the page is called in lists; empty on a home page without one.
    pub title: String,
    /// The heading the body brought along.
    pub h1: Option<Fragment>,
    /// The first paragraph, without its element.
    pub lead: Fragment,
    pub body: Fragment,
    /// The body ends in footnotes.
    pub has_notes: bool,
    /// It has what few texts have: a quotation, code, a list of tasks or definitions, a line across.
    pub is_rare: bool,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub blocks: Vec<Block>,
}

impl Page {
    /// The sheets to fill in; a page has one at most.
    pub fn worksheets(&self) -> impl Iterator<Item = &Worksheet> {
        self.blocks.iter().filter_map(|block| if let Block::Worksheet(sheet) = block { Some(&**sheet) } else { None })
    }
}

/// What reading a page depends on besides its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub lang: &'a Lang,
    pub allow_raw_html: bool,
}

/// What [`parse`] reads.
fn key(layer: &Layer, path: &str, reading: Reading) -> Key {
    let mut inputs = Inputs::of("page").with(&layer.shown).with(path).with(&*reading.lang.0);
    inputs.add_shown(&reading.allow_raw_html);
    inputs.add_shown(&layer.files.0.get(path).map(Bytes::mark));
    inputs.key()
}

/// Reads the page of `layer` at `path` (`fi/theses/flow.md`).
pub fn parse(layer: &Layer, path: &str, reading: Reading, diagnostics: &mut Diagnostics) -> Option<Page> {
    let file = layer.file(path);
    let text = layer.text(path, diagnostics)?;
    let Some(split) = yaml::split_front_matter(&text) else {
        diagnostics.error(&Place::new(&file, 1, 1), "the front matter has no end").hint("close it with a line `---`");
        return None;
    };
    let node = yaml::parse(&file, split.front_matter, 1, diagnostics)?;
    let meta: FrontMatter = yaml::decode_or_default(&node, diagnostics);
    meta.check(diagnostics);
    let below = path.strip_prefix(&format!("{}/", reading.lang)).unwrap_or(path);
    let id = PageId::new(below.strip_suffix(".md").unwrap_or(below));
    let source = markdown::Source {
        file: &file,
        text: split.body,
        first_line: split.first_line,
        folder: folder_of(path),
        own: &id.0,
        around: None,
    };
    let body = markdown::read(&source, reading, diagnostics);
    let title = title(&meta, &body, &id, &file, diagnostics);
    let extra = node.get("extra").cloned();
    Some(Page {
        key: key(layer, path, reading),
        names_brand: text.contains("brand."),
        id,
        lang: reading.lang.clone(),
        file: Arc::clone(&file),
        extra,
        title,
        h1: body.h1.map(|(fragment, _)| fragment),
        lead: body.lead,
        body: body.rest,
        has_notes: body.has_notes,
        is_rare: body.is_rare,
        headings: body.headings,
        links: body.links,
        blocks: body.blocks,
        meta,
    })
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn title(
    meta: &FrontMatter,
    body: &markdown::Read,
    id: &PageId,
    file: &Arc<str>,
    diagnostics: &mut Diagnostics,
) -> String {
    let from_body = || body.h1.as_ref().map(|(_, text)| text.clone());
    if let Some(title) = meta.title.as_ref().map(|title| title.value.clone()).or_else(from_body) {
        return title;
    }
    if &*id.0 != "index" && !meta.remove {
        diagnostics
            .error(&Place::new(file, 1, 1), format!("page {id} has no title"))
            .hint("add `title: …` between two lines `---` at the top");
    }
    String::new()
}

/// Reads every page of a stack, in parallel. Pages come in the order of their paths, each file's findings with it.
pub fn parse_all(sources: &Sources, config: &Config, memory: &Memory, diagnostics: &mut Diagnostics) -> Vec<Arc<Page>> {
    let winners = sources.winners();
    let wanted: Vec<(&str, &Layer, &Lang)> =
        winners.into_iter().filter_map(|(path, layer)| Some((path, layer, language_of(path, config)?))).collect();
    let read: Vec<(Option<Arc<Page>>, Diagnostics)> = wanted
        .into_par_iter()
        .map(|(path, layer, lang)| {
            let (reading, mut own) = (Reading { lang, allow_raw_html: config.allow_raw_html }, Diagnostics::default());
            let parse = |found: &mut Diagnostics| parse(layer, path, reading, found).map(Arc::new);
            (memory.learn(|| key(layer, path, reading), &mut own, parse), own)
        })
        .collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, own) in read {
        pages.extend(page);
        diagnostics.extend(own);
    }
    pages
}

/// The language of a page's file: Markdown below the folder of a published language. Other files are no pages.
#[must_use]
pub fn language_of<'a>(path: &str, config: &'a Config) -> Option<&'a Lang> {
    let (lang, below) = path.split_once('/')?;
    let is_page = below.ends_with(".md") && !below.split('/').any(|part| part.starts_with('_'));
    let language = config.languages.iter().find(|language| *language.lang.0 == *lang)?;
    is_page.then_some(&language.lang)
}
