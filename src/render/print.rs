//! A section, or the whole handbook, as one document to be printed: cover, contents, chapters.
//!
//! Its chapters are the pages' own texts made `still`, so it says nothing that no page says, and costs one more pass over
//! the pages it holds.

mod chapter;
mod outline;
mod still;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Map, Value};

use crate::address::{PageId, relative};
use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::page::Block;
use crate::site::{Entry, Placed};
use crate::theme::{self, Needs};
use crate::yaml::Node;

use super::form::LinkView;
use super::value::{escaped, view};
use super::{Rendered, Shelf};

use chapter::ChapterView;
use outline::Outline;
pub(super) use outline::{Prints, prints};

/// Where they stand below a language's folder; no page may.
pub(super) const FOLDER: &str = "print";

/// One document of a language.
#[derive(Clone, Copy)]
struct Document<'a> {
    shelf: &'a Shelf<'a>,
    outline: &'a Outline<'a>,
    /// Every page of the language by its output file.
    pages: &'a BTreeMap<&'a str, &'a Placed>,
    /// Those of all languages, to lead to the same document in each.
    shelves: &'a [Shelf<'a>],
    /// The output file.
    address: &'a str,
    /// The section's place in the top level; `None` is the whole handbook.
    top: Option<usize>,
}

#[derive(Serialize)]
struct PageView<'a> {
    id: String,
    kind: &'a str,
    lang: &'a str,
    head_title: String,
    description: String,
    scripts: Vec<String>,
    head_html: String,
    model_json_html: &'a str,
    strings_json_html: &'a str,
}

#[derive(Serialize)]
struct BookView<'a> {
    title: String,
    /// It is one section of the handbook.
    is_part: bool,
    lead: String,
    /// Where the handbook is published, when that is known.
    address: &'a str,
    /// The page where one reads the same on the screen.
    back: Option<LinkView>,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    head: ChapterView,
    chapters: Vec<ChapterView>,
}

/// Every document of every language.
pub(super) fn add(files: &mut Files, shelves: &[Shelf], diagnostics: &mut Diagnostics) {
    for shelf in shelves {
        let outline = outline::outline(shelf.book, &shelf.prints);
        let pages = shelf.book.pages.values().map(|placed| (placed.address.as_str(), placed)).collect();
        let document = |(address, top)| Document { shelf, outline: &outline, pages: &pages, shelves, address, top };
        let sections = shelf.prints.sections.iter().enumerate();
        let sections = sections.filter_map(|(top, address)| Some((address.as_deref()?, Some(top))));
        let whole = shelf.prints.whole.as_deref().map(|address| (address, None));
        let all: Vec<Document> = sections.chain(whole).map(document).collect();
        let kept = |one: Document| shelf.memory.keep(|| one.key(), || one.render());
        let documents: Vec<Arc<Rendered>> = all.into_par_iter().map(kept).collect();
        for one in documents {
            match &*one {
                Ok((address, html, _)) => files.insert(address.clone(), html.clone()),
                Err(error) => theme::report(error, &shelf.site.config.theme, diagnostics),
            }
        }
    }
}

impl Shelf<'_> {
    /// The document of the section a page stands in, as seen from there; of the whole handbook on the home page.
    pub(super) fn print_href(&self, id: &PageId, from: &str) -> Option<String> {
        let section = |id| self.prints.section(self.spots.get(id)?.top);
        let address = if &*id.0 == "index" { self.prints.whole.as_deref() } else { section(id) };
        address.map(|address| self.up(from) + address)
    }
}

impl<'a> Document<'a> {
    fn render(self) -> Rendered {
        let own = self.shelf;
        let mut needs = own.theme.plan.needs(&self.features());
        needs.styles.push(running_title(own.lang()));
        let id = self.entry().map_or_else(|| PageId::new("index"), |entry| entry.page.clone());
        let mut context = Context::new();
        context.insert_value("page", view(&self.page_view()));
        context.insert_value("site", self.with_languages(own.site_view(Some(&id), self.address, &needs)));
        context.insert_value("t", own.texts.clone());
        context.insert_value("book", view(&self.book_view(&id)?));
        Ok((self.address.to_owned(), own.render("print.html", &context)?.into(), None))
    }

    /// The languages lead to the same document, where there is one.
    fn with_languages(self, site: Value) -> Value {
        let mut site = site.into_map().unwrap_or_default();
        let all = field(&site, "languages").and_then(Value::as_array).map(<[Value]>::to_vec).unwrap_or_default();
        let led = |language: Value| {
            let mut language = language.into_map().unwrap_or_default();
            if let Some(address) =
                field(&language, "lang").and_then(Value::as_str).and_then(|lang| self.in_language(lang))
            {
                language.insert("href".into(), relative(self.address, address).into());
            }
            Value::from(language)
        };
        let all: Vec<Value> = all.into_iter().map(led).collect();
        site.insert("languages".into(), all.into());
        site.into()
    }

    fn in_language(self, lang: &str) -> Option<&'a str> {
        let other = self.shelves.iter().find(|own| *own.book.lang.0 == *lang)?;
        let Some(entry) = self.entry() else {
            return other.prints.whole.as_deref();
        };
        let top = other.book.nav.iter().position(|one| one.folder == entry.folder)?;
        other.prints.section(top)
    }

    /// The section it is of.
    fn entry(self) -> Option<&'a Entry> {
        self.top.map(|top| &self.shelf.book.nav[top])
    }

    fn title(self) -> String {
        let own = self.shelf;
        let whole = || own.site.brand.full_name(&own.site.config, own.lang()).to_owned();
        self.entry().map_or_else(whole, |entry| own.filled(&entry.title))
    }

    /// The pages in it, in order.
    fn ids(self) -> Vec<&'a PageId> {
        let chosen = self.entry().map_or(&self.shelf.book.nav[..], std::slice::from_ref);
        let mut ids = Vec::new();
        for entry in chosen {
            ids.extend(outline::opens(entry).then_some(&entry.page));
            outline::chapters(entry, &mut ids);
        }
        ids
    }

    /// Styles are needed for every block on any of its pages, scripts for none.
    fn features(self) -> Vec<&'static str> {
        let mut features = vec!["print"];
        for page in self.ids().into_iter().map(|id| &self.shelf.book.pages[id].page) {
            features.extend(page.blocks.iter().map(Block::kind).chain(page.has_notes.then_some("notes")));
        }
        features.sort_unstable();
        features.dedup();
        features
    }

    fn page_view(self) -> PageView<'a> {
        let (own, title) = (self.shelf, self.title());
        let folder = self.entry().map_or("index", |entry| entry.folder.as_deref().unwrap_or_default());
        let about = if self.top.is_some() { "print.about_section" } else { "print.about_whole" };
        let name = own.site.brand.name(&own.site.config, own.lang());
        let head_title = own.text("print.title").replace("{title}", &title);
        let Needs { scripts, .. } = own.theme.plan.needs(&["print"]);
        PageView {
            id: format!("print/{folder}"),
            kind: "print",
            lang: &own.book.lang.0,
            head_title: if title == name { head_title } else { format!("{head_title} – {name}") },
            description: own.text(about).replace("{title}", &title),
            scripts: own.hrefs(&scripts, self.address, ""),
            head_html: self.head(),
            model_json_html: "",
            strings_json_html: "",
        }
    }

    /// Search engines are to show the chapters, not a second copy of them.
    fn head(self) -> String {
        let shown = self.entry().map_or_else(|| PageId::new("index"), |entry| entry.page.clone());
        let address = self.shelf.book.address(&shown).unwrap_or_default().trim_end_matches("index.html");
        let canonical =
            |base: &String| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&format!("{base}{address}")));
        let canonical = self.shelf.site.config.base_url.as_ref().map(canonical).unwrap_or_default();
        format!("<meta name=\"robots\" content=\"noindex\">\n{canonical}")
    }

    fn book_view(self, id: &PageId) -> Result<BookView<'a>, Box<tera::Error>> {
        let own = self.shelf;
        let parts = match self.entry() {
            Some(_) => self.ids().into_iter().map(|id| self.part(Some(id), None)).collect(),
            None => own.book.nav.iter().map(|entry| self.part(None, Some(entry))).collect::<Result<_, _>>(),
        };
        Ok(BookView {
            title: self.title(),
            is_part: self.top.is_some(),
            lead: self.lead(id),
            address: own.site.config.base_url.as_deref().unwrap_or_default(),
            back: own.link(self.address, id),
            parts: parts?,
        })
    }

    /// In a section's document each chapter is a part; in the whole, each section with its chapters.
    fn part(self, chapter: Option<&'a PageId>, entry: Option<&'a Entry>) -> Result<PartView, Box<tera::Error>> {
        let Some(entry) = entry else {
            let id = chapter.expect("invariant: a part is a chapter or a section");
            return Ok(PartView { head: self.chapter(id, 2)?, chapters: Vec::new() });
        };
        let head = if outline::opens(entry) { self.chapter(&entry.page, 2)? } else { self.bare_head(entry) };
        let mut ids = Vec::new();
        outline::chapters(entry, &mut ids);
        let chapters = ids.into_iter().map(|id| self.chapter(id, 3)).collect::<Result<_, _>>()?;
        Ok(PartView { head, chapters })
    }

    /// What is said under the title on the cover.
    fn lead(self, id: &PageId) -> String {
        let Some(page) = self.shelf.book.pages.get(id).map(|placed| &placed.page).filter(|page| page.id.is_index())
        else {
            return String::new();
        };
        let own = page.extra.as_ref().and_then(|extra| extra.get("lead")).and_then(Node::text);
        let described = || page.meta.description.as_ref().map(|text| text.value.as_str());
        let lead = if self.top.is_none() { own.or_else(described) } else { described() };
        lead.map(|text| self.shelf.filled(text)).unwrap_or_default()
    }

    fn key(self) -> crate::memory::Key {
        let home = self.shelf.book.pages.get("index");
        let pages = self.ids().into_iter().map(|id| &self.shelf.book.pages[id]).chain(home);
        self.shelf.print_key(self.address, pages.map(|placed| &*placed.page))
    }
}

fn field<'v>(map: &'v Map, name: &str) -> Option<&'v Value> {
    map.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value)
}

/// The style that names the handbook at the head of each sheet, as it is called inside.
pub(super) fn running_title(lang: &crate::address::Lang) -> String {
    format!("book-{lang}")
}
