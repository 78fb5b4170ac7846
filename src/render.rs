//! Site + theme → files. Author mistakes were reported before; here only a template can still fail.
//!
//! Templates see views, never domain types. Every address in a view is relative to the page it stands on, so the output
//! works under any path and from a disk.

mod about;
mod assets;
mod blocks;
mod cards;
mod data;
mod extra;
mod form;
mod feed;
mod fragment;
mod glossary;
mod head;
mod hosts;
mod key;
mod known;
mod links;
mod llms;
mod logo;
mod numbers;
mod offline;
mod open_graph;
mod page;
mod paper;
mod print;
mod publisher;
mod reading;
mod result;
mod root;
mod search;
mod search_page;
mod sheet;
mod sidebar;
mod sitemap;
mod spots;
mod structured;
mod team;
mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Value};

use crate::address::{Lang, PageId, up};
use crate::config::Language;
use crate::diagnostics::Diagnostics;
use crate::files::{Bytes, Files};
use crate::glossary::Glossary;
use crate::layers::Sources;
use crate::memory::{Key, Memory};
use crate::model::Model;
use crate::page::Variable;
use crate::search::Found;
use crate::site::{Book, Placed, Site};
use crate::theme::{self, Theme};

use assets::Assets;
use head::{Doors, Surroundings};
use known::Known;
use print::Prints;
use sidebar::Sidebar;
use spots::Spots;

/// The page for readers whose address leads nowhere.
const LOST: &str = "404.html";

/// What an edition is rendered from.
pub struct Inputs<'a> {
    pub site: &'a Site,
    pub theme: &'a Theme,
    pub sources: &'a Sources,
    /// Stands for the theme, the model, the terms, the audience and the languages.
    pub common: Key,
    /// Looked at while it is written: what changes with every page keeps its name, so that the other pages stay as they are.
    pub preview: bool,
    /// What a save does not wait for is made too: the search and the documents to be printed.
    pub whole: bool,
}

/// A page's output file, what it holds, and what a search finds in it.
type Rendered = Result<(String, Bytes, Option<Arc<Found>>), Box<tera::Error>>;

/// Everything the pages of one language share while they are rendered.
struct Shelf<'a> {
    site: &'a Site,
    theme: &'a Theme,
    assets: &'a Assets,
    book: &'a Book,
    language: &'a Language,
    quick: Option<&'a Model>,
    /// The interface texts, ready for templates.
    texts: Value,
    sidebar: Sidebar,
    spots: Spots<'a>,
    doors: Doors<'a>,
    surroundings: Surroundings,
    prints: Prints,
    /// The page that lists terms, and which; without it no term is linked.
    glossary: Option<(&'a Placed, &'a Glossary)>,
    /// Some page says when it changed.
    has_feed: bool,
    /// Where each page stands in the reading order.
    positions: BTreeMap<&'a PageId, usize>,
    memory: &'a Memory,
    known: Known,
    /// The first file of each language's search, that of this one before the others.
    search: Vec<(&'a Lang, String)>,
    /// How its words are found; `None`: nobody asks.
    words: Option<Arc<crate::search::Language>>,
}

/// Renders one edition.
#[must_use]
pub fn render(inputs: &Inputs, memory: &Memory, diagnostics: &mut Diagnostics) -> Files {
    let site = inputs.site;
    let mut assets = assets::collect(inputs, memory);
    cards::add(&mut assets, inputs, memory);
    let quick = site.model.as_ref().map(Model::quick);
    let known = known::of(inputs, &assets);
    let search = search::entries(inputs, &known);
    let words: Vec<_> = site.books.iter().map(|book| search::words(inputs, book, memory, diagnostics)).collect();
    let shelf = |((book, known), words)| {
        let shelf = shelf(inputs, &assets, book, quick.as_ref(), known, memory)?;
        Some(Shelf { search: search::own_first(&search, &book.lang), words, ..shelf })
    };
    let shelves: Vec<Shelf> = site.books.iter().zip(known).zip(words).filter_map(shelf).collect();
    let mut files = Files(BTreeMap::new());
    // Book by book, so that what a search finds is held of one book at a time.
    for shelf in &shelves {
        let rendered = shelf.pages();
        for page in &rendered {
            match &**page {
                Ok((address, html, _)) => files.insert(address.clone(), html.clone()),
                Err(error) => theme::report(error, &site.config.theme, diagnostics),
            }
        }
        if inputs.whole {
            search::add(&mut files, shelf, &rendered);
        }
    }
    root::add(&mut files, &shelves, diagnostics);
    sitemap::add(&mut files, site);
    for shelf in &shelves {
        feed::add(&mut files, shelf);
    }
    llms::add(&mut files, &shelves);
    if inputs.whole {
        print::add(&mut files, &shelves, diagnostics);
    }
    hosts::add(&mut files, &shelves);
    files.0.extend(assets.files.0.clone());
    offline::add(&mut files, &shelves, diagnostics); // knows every file, so it comes last
    hosts::add_own(&mut files, inputs.sources, diagnostics);
    files
}

/// Whether a file is one of those that a brief build leaves out.
#[must_use]
pub fn is_left_out(path: &str) -> bool {
    is_printed(path) || path.starts_with("assets/search-")
}

/// Whether a file is one of the documents to be printed, which say what the pages say.
fn is_printed(path: &str) -> bool {
    path.split('/').nth(1) == Some(print::FOLDER)
}

fn shelf<'a>(
    inputs: &Inputs<'a>,
    assets: &'a Assets,
    book: &'a Book,
    quick: Option<&'a Model>,
    known: Known,
    memory: &'a Memory,
) -> Option<Shelf<'a>> {
    let (site, theme) = (inputs.site, inputs.theme);
    let language = site.config.language(&book.lang)?;
    let texts = Value::from_serializable(theme.strings.of(&book.lang));
    let positions = book.order.iter().enumerate().map(|(at, id)| (id, at)).collect();
    let spots = spots::spots(&book.nav, site.model.as_ref());
    let (sidebar, glossary, has_feed) = (Sidebar::default(), site.glossary(book), feed::has_any(book));
    Some(Shelf {
        site,
        theme,
        assets,
        book,
        language,
        quick,
        texts,
        sidebar,
        spots,
        doors: head::doors(book),
        surroundings: Surroundings::default(),
        prints: print::prints(book, &theme.plan),
        glossary,
        has_feed,
        positions,
        memory,
        known,
        search: Vec::new(),
        words: None,
    })
}

impl Shelf<'_> {
    fn lang(&self) -> &Lang {
        &self.book.lang
    }

    /// An interface text, by its path of keys.
    fn text(&self, key: &str) -> &str {
        self.theme.strings.text(self.lang(), key)
    }

    fn placed(&self, id: &str) -> Option<&Placed> {
        self.book.pages.get(id)
    }

    fn variable(&self, variable: Variable) -> String {
        let (brand, config) = (&self.site.brand, &self.site.config);
        match variable {
            Variable::Name => brand.name(config, self.lang()).to_owned(),
            Variable::FullName => brand.full_name(config, self.lang()).to_owned(),
            Variable::Model(number) => self.number(number),
        }
    }

    fn filled(&self, text: &str) -> String {
        crate::page::fill_text(text, |variable| self.variable(variable))
    }

    /// The way from an output file to the root. The page for lost readers is shown under any address, so it begins at
    /// the site's path, when that is known.
    fn up(&self, from: &str) -> String {
        let path = self.site.config.base_url.as_ref().filter(|_| from == LOST);
        path.map_or_else(|| up(from), |url| format!("/{}", url.splitn(4, '/').nth(3).unwrap_or_default()))
    }

    /// A page's address as seen from the output file `from`.
    fn href(&self, from: &str, id: &PageId) -> Option<String> {
        self.book.address(id).map(|to| self.up(from) + to)
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, Box<tera::Error>> {
        Ok(self.theme.tera.render(template, context)?)
    }
}
