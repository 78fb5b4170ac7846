//! Puts pages, languages, brand and model together: addresses, navigation, translations, checked links.
//!
//! Sees every page, where `page` sees one. Knows nothing of HTML, templates or the disk. After `link` has reported no
//! error, every link leads somewhere and its anchor is a heading there.

mod addresses;
mod checks;
mod links;
mod nav;
mod publisher;
mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::{Lang, PageId};
use crate::brand::Brand;
use crate::config::Config;
use crate::diagnostics::Diagnostics;
use crate::glossary::{Glossaries, Glossary};
use crate::layers::Sources;
use crate::model::Model;
use crate::page::{Block, Page};

pub use nav::Entry;

/// The folder of the assessment's pages; without a model they are taken away.
const ASSESSMENT: &str = "assessment";

/// The page that lists the terms; terms in running text lead there.
pub const GLOSSARY: &str = "reference/glossary";

/// What was read, each on its own.
pub struct Parsed {
    pub config: Config,
    pub brand: Brand,
    pub pages: Vec<Arc<Page>>,
    pub model: Option<Model>,
    pub glossaries: Glossaries,
}

/// Everything one edition shows.
#[derive(Debug)]
pub struct Site {
    pub edition: Option<String>,
    pub config: Config,
    pub brand: Brand,
    pub model: Option<Model>,
    pub glossaries: Glossaries,
    pub books: Vec<Book>,
    /// Files to publish besides pages, by their path in the layers.
    pub assets: BTreeSet<String>,
}

/// One language of the site.
#[derive(Debug)]
pub struct Book {
    pub lang: Lang,
    pub pages: BTreeMap<PageId, Placed>,
    /// Pages the author took away; links to them are plain text.
    pub removed: BTreeSet<PageId>,
    pub nav: Vec<Entry>,
    /// The pages one reads one after another.
    pub order: Vec<PageId>,
}

/// A page in its place.
#[derive(Debug)]
pub struct Placed {
    pub page: Arc<Page>,
    pub kind: Kind,
    /// The output file: `fi/teesit/sujuvuus/index.html`.
    pub address: String,
}

/// What a page is for; named in `data-kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Home,
    Page,
    Worksheet,
    Assessment,
    Result,
    Team,
    Workshop,
    Paper,
}

impl Kind {
    fn of(page: &Page) -> Self {
        match &*page.id.0 {
            "index" => Self::Home,
            "assessment/index" | "assessment/quick" => Self::Assessment,
            "assessment/result" => Self::Result,
            "assessment/team" => Self::Team,
            "assessment/workshop" => Self::Workshop,
            "assessment/paper" => Self::Paper,
            _ if page.worksheets().next().is_some() => Self::Worksheet,
            _ => Self::Page,
        }
    }

    /// Whether it is read in its turn, with the book's contents beside it.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(self, Self::Page | Self::Worksheet | Self::Paper)
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Page => "page",
            Self::Worksheet => "worksheet",
            Self::Assessment => "assessment",
            Self::Result => "result",
            Self::Team => "team",
            Self::Workshop => "workshop",
            Self::Paper => "paper",
        }
    }
}

impl Site {
    #[must_use]
    pub fn book(&self, lang: &Lang) -> Option<&Book> {
        self.books.iter().find(|book| book.lang == *lang)
    }

    /// The page of a book that lists terms, and which: those of its own language.
    #[must_use]
    pub fn glossary<'a>(&'a self, book: &'a Book) -> Option<(&'a Placed, &'a Glossary)> {
        let placed = book.pages.get(GLOSSARY)?;
        let lists = placed.page.blocks.iter().any(|block| matches!(block, Block::Glossary { .. }));
        self.glossaries.get(&placed.page.lang).filter(|_| lists).map(|glossary| (placed, glossary))
    }

    /// The edition's id in storage names.
    #[must_use]
    pub fn key(&self) -> &str {
        self.edition.as_deref().unwrap_or("base")
    }
}

impl Book {
    /// The page, if its text is in this language and not borrowed from another.
    #[must_use]
    pub fn own(&self, id: &PageId) -> Option<&Placed> {
        self.pages.get(id).filter(|placed| placed.page.lang == self.lang)
    }

    /// The page in this language, else the nearest index above it that is in this language, else the page as it is
    /// shown here, in whatever language.
    #[must_use]
    pub fn nearest(&self, id: &PageId) -> Option<&Placed> {
        let folders = id.0.rmatch_indices('/').map(|(end, _)| PageId::new(&format!("{}/index", &id.0[..end])));
        let above = folders.chain([PageId::new("index")]);
        let own = self.own(id).or_else(|| above.into_iter().find_map(|id| self.own(&id)));
        own.or_else(|| self.pages.get(id)).or_else(|| self.pages.get("index"))
    }

    #[must_use]
    pub fn address(&self, id: &PageId) -> Option<&str> {
        self.pages.get(id).map(|placed| placed.address.as_str())
    }
}

/// Joins what was read; `today` (`2026-11-22`) asks for review dates. Reports what does not fit together; the caller stops before rendering if that is an error.
#[must_use]
pub fn link(sources: &Sources, parsed: Parsed, today: Option<&str>, diagnostics: &mut Diagnostics) -> Site {
    let Parsed { config, brand, pages, model, glossaries } = parsed;
    let books =
        config.languages.iter().map(|language| book(language, &config, &pages, model.is_some(), diagnostics)).collect();
    let is_published = |path: &&str| path.starts_with("assets/") && !brand.dropped.contains(*path);
    let assets = sources.winners().into_keys().filter(is_published).map(str::to_owned).collect();
    let mut site = Site { edition: sources.edition.clone(), config, brand, model, glossaries, books, assets };
    let linked = links::check(&site, sources, diagnostics);
    let own = site.brand.logo.images().into_iter().map(|image| image.path.clone());
    let fonts: Vec<String> = site.brand.font_files().into_iter().map(str::to_owned).collect();
    site.assets.extend(own.chain(fonts).chain(linked));
    checks::check(&site, sources, &pages, diagnostics);
    publisher::check(&site, diagnostics);
    terms::check(&site, diagnostics);
    if let Some(today) = today {
        checks::review_dates(&site, today, diagnostics);
    }
    site
}

fn book(
    language: &crate::config::Language,
    config: &Config,
    pages: &[Arc<Page>],
    has_model: bool,
    diagnostics: &mut Diagnostics,
) -> Book {
    let lang = &language.lang;
    let is_off = |page: &Page| !has_model && page.id.folder() == ASSESSMENT;
    let is_removed = |page: &Page| page.lang == *lang && page.meta.remove || is_off(page);
    let removed = pages.iter().filter(|page| is_removed(page)).map(|page| page.id.clone()).collect();
    let mut chosen: BTreeMap<PageId, Arc<Page>> = BTreeMap::new();
    for lang in [lang].into_iter().chain(&language.fallbacks) {
        for page in pages.iter().filter(|page| page.lang == *lang && is_shown(page, &removed)) {
            chosen.entry(page.id.clone()).or_insert_with(|| Arc::clone(page));
        }
    }
    let pages = addresses::place(lang, config, &chosen, diagnostics);
    let nav = nav::tree(lang, config, &pages, diagnostics);
    let order = nav::order(&nav, &pages);
    Book { lang: lang.clone(), pages, removed, nav, order }
}

fn is_shown(page: &Page, removed: &BTreeSet<PageId>) -> bool {
    !page.meta.remove && !removed.contains(&page.id)
}
