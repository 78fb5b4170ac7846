//! One page: its view, its template, its file.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::Context;

use crate::address::{Lang, PageId};
use crate::hyphens::softened;
use crate::page::{Block, Page};
use crate::search::{Found, Source};
use crate::site::{Entry, Kind, Placed};
use crate::theme::Needs;

use super::form::LinkView;
use super::links::Shown;
use super::value::{escaped, view};
use super::{Rendered, Shelf};

#[derive(Serialize)]
struct PageView<'a> {
    id: &'a str,
    kind: &'a str,
    title: String,
    title_html: String,
    head_title: String,
    description: String,
    lang: &'a str,
    fallback_notice: String,
    /// It tells how the assessment works, and the questions are not the original ones.
    differs: bool,
    body_html: String,
    lead_html: String,
    crumbs: Vec<LinkView>,
    place: Option<PlaceView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    sidebar_html: String,
    scripts: Vec<String>,
    later: Vec<String>,
    model_json_html: String,
    strings_json_html: String,
    head_html: String,
    print: String,
}

#[derive(Serialize)]
struct PlaceView {
    text: String,
    number: usize,
    count: usize,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    href: String,
    note: String,
    children: Vec<LinkView>,
}

/// The page that tells how the assessment works.
const METHOD: &str = "assessment/method";

/// About as many bytes stand around a page's text.
const AROUND: usize = 8 << 10;

/// A section with more pages than this shows only its name on the home page.
const LONGEST_SECTION: usize = 60;

impl Shelf<'_> {
    /// All pages of the book.
    pub(super) fn pages(&self) -> Vec<Arc<Rendered>> {
        let pages: Vec<(&PageId, &Placed)> = self.book.pages.iter().collect();
        let render =
            |(id, placed): (&PageId, &Placed)| self.memory.keep(|| self.page_key(id, &placed.page), || self.page(id));
        pages.into_par_iter().map(render).collect()
    }

    /// The output file of a page and its HTML.
    fn page(&self, id: &PageId) -> Rendered {
        let placed = &self.book.pages[id];
        let (page, from) = (&*placed.page, placed.address.as_str());
        let needs = self.theme.plan.needs(&self.features(placed));
        let page_view = self.page_view(id, placed, &needs)?;
        let found = self.found(&page_view, placed);
        let mut view = view(&page_view).into_map().unwrap_or_default();
        view.insert("extra".into(), self.extra(page.extra.as_ref(), from));
        let mut context = Context::new();
        context.insert_value("page", view.into());
        context.insert_value("site", self.site_view(Some(id), from, &needs));
        context.insert_value("t", self.texts.clone());
        self.add_kind(placed, from, &mut context);
        let mut html = Vec::with_capacity(page.body.html.len() * 5 / 4 + AROUND);
        self.theme.tera.render_to(Self::template(placed), &context, &mut html)?;
        // A copy is as long as it needs to be; what is shrunk may keep its room.
        Ok((placed.address.clone(), html.as_slice().into(), found))
    }

    /// What a search finds of a page.
    fn found(&self, view: &PageView, placed: &Placed) -> Option<Arc<Found>> {
        let part = view.crumbs.get(1..).and_then(|above| above.last()).map_or("", |link| &link.title);
        let html = [view.lead_html.as_str(), &view.body_html];
        self.searched(
            placed,
            &Source {
                title: &view.title,
                place: part,
                description: &view.description,
                html: &html,
                ..Source::default()
            },
        )
    }

    fn template(placed: &Placed) -> &str {
        let own = placed.page.meta.template.as_ref().map(|template| template.value.as_str());
        own.unwrap_or(match placed.kind {
            Kind::Home => "home.html",
            Kind::Page | Kind::Worksheet | Kind::Paper => "page.html",
            Kind::Assessment => "assessment.html",
            Kind::Result => "result.html",
            Kind::Team => "team.html",
            Kind::Workshop => "workshop.html",
        })
    }

    fn add_kind(&self, placed: &Placed, from: &str, context: &mut Context) {
        match (placed.kind, &self.site.model, self.quick) {
            (Kind::Home, model, _) => {
                context.insert_value("sections", view(&self.sections(from)));
                let levels = if model.is_some() { self.level_views() } else { Vec::new() };
                context.insert_value("levels", view(&levels));
            }
            (Kind::Assessment, Some(full), Some(quick)) => {
                let is_full = placed.page.id.is_index();
                context.insert_value("form", view(&self.form(if is_full { full } else { quick }, is_full, from)));
            }
            (Kind::Result, Some(full), _) => context.insert_value("result", view(&self.result(full, from))),
            (Kind::Team, Some(full), _) => {
                context.insert_value("result", view(&self.result(full, from)));
                context.insert_value("team", view(&self.team(from, full)));
            }
            (Kind::Workshop, Some(full), Some(quick)) => {
                context.insert_value("form", view(&self.form(quick, false, from)));
                context.insert_value("result", view(&self.result(full, from)));
                context.insert_value("workshop", view(&self.workshop(from)));
            }
            _ => {}
        }
    }

    fn page_view(&self, id: &PageId, placed: &Placed, needs: &Needs) -> Result<PageView<'_>, Box<tera::Error>> {
        let (page, from) = (&*self.book.pages[id].page, self.book.pages[id].address.as_str());
        let title = self.filled(&page.title);
        let title_html = page
            .h1
            .as_ref()
            .map(|h1| self.fragment(h1, page, from))
            .transpose()?
            .unwrap_or_else(|| escaped(&softened(&title, &page.lang)));
        let name = self.site.brand.name(&self.site.config, self.lang());
        let head_title = if placed.kind == Kind::Home {
            format!("{name} – {}", self.text("home.line"))
        } else {
            format!("{title} – {name}")
        };
        let description = page.meta.description.as_ref().map(|text| self.filled(text)).unwrap_or_default();
        let (previous, next) = self.turn(id, from);
        let sidebar_html = if placed.kind.is_read() { self.sidebar(id, from, &page.headings)? } else { String::new() };
        let shown = Shown { shelf: self, placed, title: &title, head_title: &head_title, description: &description };
        let head_html = shown.head();
        let body_html = self.body(page, from)?;
        Ok(PageView {
            id: &page.id.0,
            kind: placed.kind.word(),
            title_html,
            head_title,
            description,
            lang: &page.lang.0,
            fallback_notice: self.fallback_notice(page),
            differs: &*id.0 == METHOD && self.site.model.as_ref().is_some_and(|model| model.differs),
            later: self.later(needs, &page.lang, from),
            body_html,
            lead_html: self.fragment(&page.lead, page, from)?,
            crumbs: self.crumbs(id, from),
            place: self.place(id),
            previous,
            next,
            sidebar_html,
            scripts: self.hrefs(&needs.scripts, from, ""),
            model_json_html: self.model_json(placed, from),
            strings_json_html: self.strings_json(needs),
            head_html,
            print: self.print_href(id, from).unwrap_or_default(),
            title,
        })
    }

    pub(super) fn hrefs(&self, names: &[String], from: &str, end: &str) -> Vec<String> {
        names.iter().filter_map(|name| self.assets.href(&self.up(from), &format!("{name}{end}"))).collect()
    }

    /// What the page loads on use; a name may say where the language of the text belongs in it.
    fn later(&self, needs: &Needs, lang: &Lang, from: &str) -> Vec<String> {
        let names: Vec<String> = needs.later.iter().map(|name| name.replace("{lang}", &lang.0)).collect();
        self.hrefs(&names, from, "")
    }

    pub(super) fn css(&self, needs: &Needs, from: &str) -> Vec<String> {
        self.hrefs(&needs.styles, from, ".css")
    }

    pub(super) fn fallback_notice(&self, page: &Page) -> String {
        if page.lang == *self.lang() {
            return String::new();
        }
        let own = self.theme.strings.has_own(self.lang());
        let known = if own { self.text(&format!("page.fallback.{}", page.lang)) } else { "" };
        let name = self.site.config.language(&page.lang).map_or(&*page.lang.0, |language| &language.name);
        let other = if own { "page.fallback.other" } else { "page.language" };
        if known.is_empty() { self.text(other).replace("{language}", name) } else { known.to_owned() }
    }

    /// Home and the folders above a page, each with its own page.
    fn crumbs(&self, id: &PageId, from: &str) -> Vec<LinkView> {
        let home = self.href(from, &PageId::new("index")).filter(|_| &*id.0 != "index");
        let home = home.map(|href| LinkView { title: self.text("nav.home").to_owned(), href });
        let folder = id.folder();
        let ends = folder.match_indices('/').map(|(end, _)| end).chain([folder.len()]).filter(|end| *end > 0);
        let above = ends.map(|end| PageId::new(&format!("{}/index", &folder[..end]))).filter(|above| above != id);
        home.into_iter().chain(above.filter_map(|above| self.link(from, &above))).collect()
    }

    /// Where a page stands in its series, for the folders that have words for it.
    fn place(&self, id: &PageId) -> Option<PlaceView> {
        let words = self.text(&format!("page.place.{}", id.folder()));
        let (number, count) = self.spots.get(id).filter(|_| !words.is_empty())?.series?;
        let text = words.replace("{n}", &number.to_string()).replace("{count}", &count.to_string());
        Some(PlaceView { text, number, count })
    }

    fn turn(&self, id: &PageId, from: &str) -> (Option<LinkView>, Option<LinkView>) {
        let Some(&at) = self.positions.get(id) else {
            return (None, None);
        };
        let link = |at: Option<usize>| at.and_then(|at| self.book.order.get(at)).and_then(|page| self.link(from, page));
        (link(at.checked_sub(1)), link(Some(at + 1)))
    }

    fn sections(&self, from: &str) -> Vec<SectionView> {
        let child = |entry: &Entry| LinkView {
            title: self.filled(&entry.title),
            href: self.href(from, &entry.page).unwrap_or_default(),
        };
        let section = |entry| {
            let entry: &Entry = entry;
            let shown = if entry.children.len() > LONGEST_SECTION { &[][..] } else { &entry.children };
            let about = || self.book.pages.get(&entry.page).and_then(|placed| placed.page.meta.description.as_ref());
            let note = if entry.children.is_empty() { about().map(|text| self.filled(text)) } else { None };
            SectionView {
                title: self.filled(&entry.title),
                href: self.href(from, &entry.page).unwrap_or_default(),
                note: note.unwrap_or_default(),
                children: shown.iter().map(child).collect(),
            }
        };
        self.book.nav.iter().map(section).collect()
    }

    /// The names under which the theme's plan lists what a page needs: its kind, its blocks, `notes` at its foot, and the
    /// `targets` a result is held against.
    fn features(&self, placed: &Placed) -> Vec<&'static str> {
        let mut features = vec![placed.kind.word()];
        features.extend(placed.page.blocks.iter().map(Block::kind));
        features.extend(placed.page.has_notes.then_some("notes"));
        features.extend(placed.page.is_rare.then_some("rare"));
        let has_targets = placed.kind == Kind::Result && !self.site.brand.own.targets.is_empty();
        features.extend(has_targets.then_some("targets"));
        features
    }
}
