//! One page as a chapter of a document.

use serde::Serialize;

use crate::address::{PageId, relative, resolve};
use crate::brand::PRIVACY;
use crate::page::{Block, Hole, Page};
use crate::render::Shelf;
use crate::render::form::{ItemView, LinkView};
use crate::render::publisher::legal;
use crate::render::value::escaped;
use crate::site::{Entry, Kind, Placed};

use super::Document;
use super::outline::Spot;
use super::still::{Still, Way};

#[derive(Serialize)]
pub(super) struct ChapterView {
    /// Of its heading.
    level: u8,
    number: String,
    anchor: String,
    title: String,
    title_html: String,
    /// Empty when it is the document's.
    lang: String,
    notice: String,
    lead_html: String,
    body_html: String,
    /// The page, where only a screen can do what it is for.
    screen: Option<LinkView>,
}

/// A dimension's questions, and where the descriptions are that one chooses from.
#[derive(Serialize)]
struct QuestionsView<'a> {
    items: Vec<ItemView<'a>>,
    form: Option<LinkView>,
}

impl Document<'_> {
    pub fn chapter(self, id: &PageId, level: u8) -> Result<ChapterView, Box<tera::Error>> {
        let (own, placed) = (self.shelf, &self.shelf.book.pages[id]);
        let (page, from) = (&*placed.page, placed.address.as_str());
        let (_, spot) = &self.outline[from];
        let title = own.filled(&page.title);
        let still = |html: &str| self.still(html, placed, spot, level);
        let h1 = page.h1.as_ref().map(|h1| own.fragment(h1, page, from)).transpose()?;
        let body = || self.body(page, from, id).map(|body| still(&body));
        let kept = own.memory.keep(|| own.still_key(page, from, (self.address, level)), || body().ok());
        let is_done_on_screen = matches!(placed.kind, Kind::Assessment | Kind::Result | Kind::Team | Kind::Workshop);
        Ok(ChapterView {
            level,
            number: spot.number.clone(),
            anchor: spot.anchor.clone(),
            title_html: h1.map_or_else(|| escaped(&title), |h1| still(&h1)),
            lang: if page.lang == *own.lang() { String::new() } else { page.lang.to_string() },
            notice: own.fallback_notice(page),
            lead_html: still(&own.fragment(&page.lead, page, from)?),
            body_html: Option::clone(&kept).map_or_else(body, Ok)?,
            screen: if is_done_on_screen { own.link(self.address, id) } else { None },
            title,
        })
    }

    /// A section that begins without a page of its own.
    pub fn bare_head(self, entry: &Entry) -> ChapterView {
        let title = self.shelf.filled(&entry.title);
        let top = self.shelf.book.nav.iter().position(|own| std::ptr::eq(own, entry)).unwrap_or_default();
        ChapterView {
            level: 2,
            number: (top + 1).to_string(),
            anchor: format!("part-{}", top + 1),
            title_html: escaped(&title),
            lang: String::new(),
            notice: String::new(),
            lead_html: String::new(),
            body_html: String::new(),
            screen: None,
            title,
        }
    }

    fn still(self, html: &str, placed: &Placed, spot: &Spot, level: u8) -> String {
        let way = |written: &str| self.way(written, placed, spot);
        Still { prefix: &spot.anchor, down: level - 1, way: &way }.of(html)
    }

    /// Where an address written on a page leads from here.
    fn way(self, written: &str, placed: &Placed, own: &Spot) -> Way {
        let (path, id) = written.split_once('#').map_or((written, None), |(path, id)| (path, Some(id)));
        let folder = placed.address.rsplit_once('/').map_or("", |(folder, _)| folder);
        let leaves = path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':'));
        let target = if path.is_empty() { Some(placed.address.clone()) } else { resolve(folder, path) };
        let Some(target) = target.filter(|_| !leaves) else {
            return Way { href: written.to_owned(), said: String::new() };
        };
        let is_here = |spot: &Spot| self.top.is_none_or(|top| top == spot.top);
        if let Some((_, spot)) = self.outline.get(target.as_str()).filter(|(_, spot)| is_here(spot)) {
            let inside = id.filter(|id| !id.is_empty() && *id != "main").map(|id| format!("--{id}"));
            let said = if spot == own { String::new() } else { spot.number.clone() };
            return Way { href: format!("#{}{}", spot.anchor, inside.unwrap_or_default()), said };
        }
        let id = id.map(|id| format!("#{id}")).unwrap_or_default();
        let title = self.pages.get(target.as_str()).map(|to| self.shelf.filled(&to.page.title));
        Way { href: relative(self.address, &target) + &id, said: title.unwrap_or_default() }
    }

    /// A page's text for paper: questions are asked without a form, and what only a device can list is left out.
    fn body(self, page: &Page, from: &str, id: &PageId) -> Result<String, Box<tera::Error>> {
        let own = self.shelf;
        let mut failed = None;
        let mut html = page.body.filled(|html, hole| {
            let made = match hole {
                Hole::Block(number) => match &page.blocks[number] {
                    Block::Storage => Ok(()),
                    Block::Check { dimension } => own.questions(dimension, from).map(|block| html.push_str(&block)),
                    _ => own.fill(html, hole, page, from),
                },
                _ => own.fill(html, hole, page, from),
            };
            failed = made.err().or(failed.take());
        });
        if &*id.0 == PRIVACY {
            html.push_str(&legal(own));
        }
        failed.map_or(Ok(html), Err)
    }
}

impl Shelf<'_> {
    fn questions(&self, dimension: &str, from: &str) -> Result<String, Box<tera::Error>> {
        let Some(dimension) = self.site.model.as_ref().and_then(|model| model.dimension(dimension)) else {
            return Ok(String::new());
        };
        let forms = ["assessment/paper", "assessment/index", "assessment/quick"];
        let form = forms.into_iter().find_map(|id| self.link(from, &PageId::new(id)));
        self.block_of("questions", &QuestionsView { items: self.items(dimension), form })
    }
}
