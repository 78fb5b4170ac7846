//! What stands around a page: names, header and footer links, languages.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde::Serialize;
use tera::Value;

use crate::address::PageId;
use crate::brand::PRIVACY;
use crate::site::{Book, Placed};
use crate::theme::Needs;

use super::form::LinkView;
use super::publisher::{Publisher, imprint, publisher};
use super::value::view;
use super::{Shelf, logo, offline};

/// Where a page stands, as far as its head and foot tell: pages that stand alike have them alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stand {
    /// The way to the root.
    up: String,
    /// The folder at the top that it lies in; none on home pages and outside the book.
    section: Option<String>,
    is_privacy: bool,
    styles: Vec<String>,
}

impl Stand {
    fn new(shelf: &Shelf, id: Option<&PageId>, from: &str, needs: &Needs) -> Self {
        let section = id.map(|id| id.0.split('/').next().unwrap_or_default()).filter(|section| *section != "index");
        Self {
            up: shelf.up(from),
            section: section.map(str::to_owned),
            is_privacy: id.is_some_and(|id| &*id.0 == PRIVACY),
            styles: needs.styles.clone(),
        }
    }
}

/// The heads and feet made so far: nearly all pages share a few.
#[derive(Default)]
pub(super) struct Surroundings(Mutex<BTreeMap<Stand, Value>>);

/// All of it follows from where the page stands; what is the page's own, its languages, comes besides.
#[derive(Serialize)]
struct SiteView<'a> {
    name: &'a str,
    full_name: &'a str,
    lang: &'a str,
    dir: &'a str,
    home_href: String,
    logo_html: String,
    /// The name stands beside the logo, unless the logo is the name.
    is_named: bool,
    cover_html: String,
    header: Vec<HeaderLink<'a>>,
    footer: Vec<LinkView>,
    publisher: Publisher<'a>,
    search_href: String,
    search_files: String,
    css: Vec<String>,
    early_js: String,
    icons_html: String,
    manifest_href: String,
    key: &'a str,
}

#[derive(Serialize)]
struct HeaderLink<'a> {
    title: &'a str,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    lang: &'a str,
    name: &'a str,
    href: String,
    current: bool,
    /// Said in that language when the way leads to another page, because this one is not in it.
    elsewhere: String,
}

/// Pages a reader finds at the foot of every page, if the handbook has them.
const FOOTER: &[&str] =
    &["assessment/method", "reference/glossary", "reference/sources", "reference/accessibility", "reference/privacy"];

/// The pages every header and footer leads to, looked up once.
pub(super) struct Doors<'a> {
    header: Vec<(&'static str, &'a str)>,
    footer: Vec<&'a Placed>,
    home: Option<&'a str>,
}

pub(super) fn doors(book: &Book) -> Doors<'_> {
    let first = |ids: &[&str]| ids.iter().find_map(|id| book.pages.get(*id)).map(|placed| placed.address.as_str());
    let links = [
        ("handbook", book.order.first().and_then(|id| book.address(id))),
        ("assessment", first(&["assessment/index", "assessment/quick"])),
        ("toolbox", first(&["toolbox/index"])),
    ];
    Doors {
        header: links.into_iter().filter_map(|(name, address)| Some((name, address?))).collect(),
        footer: FOOTER.iter().filter_map(|id| book.pages.get(*id)).collect(),
        home: first(&["index"]),
    }
}

impl Shelf<'_> {
    /// What the head and foot of a page need; `id` is `None` on pages that stand outside the book.
    pub(super) fn site_view(&self, id: Option<&PageId>, from: &str, needs: &Needs) -> Value {
        let stand = Stand::new(self, id, from, needs);
        let known = self.surroundings.0.lock().expect("invariant: no renderer panics").get(&stand).cloned();
        let shared = known.unwrap_or_else(|| {
            let made = view(&site(self, &stand, from, needs));
            self.surroundings.0.lock().expect("invariant: no renderer panics").insert(stand, made.clone());
            made
        });
        let mut all = shared.into_map().unwrap_or_default();
        all.insert("languages".into(), view(&languages(self, id, from)));
        all.into()
    }
}

/// `from` counts only for the way to the root.
fn site<'a>(shelf: &Shelf<'a>, stand: &Stand, from: &str, needs: &Needs) -> SiteView<'a> {
    let (site, lang) = (shelf.site, &shelf.book.lang);
    let up = &stand.up;
    let home_href = shelf.doors.home.map(|home| format!("{up}{home}")).unwrap_or_default();
    let to = |placed: &&Placed| LinkView {
        title: shelf.filled(&placed.page.title),
        href: format!("{up}{}", placed.address),
    };
    let name = site.brand.name(&site.config, lang);
    let (logo_html, is_named) = logo::header(shelf, name, from);
    SiteView {
        name,
        full_name: site.brand.full_name(&site.config, lang),
        lang: &shelf.book.lang.0,
        dir: shelf.language.dir,
        logo_html,
        is_named,
        cover_html: logo::cover(shelf, name, from),
        header: header(shelf, stand),
        footer: shelf.doors.footer.iter().map(to).chain(imprint(shelf, from)).collect(),
        publisher: publisher(shelf, stand.is_privacy, from),
        search_href: format!("{home_href}#contents"),
        search_files: shelf.search_files(from),
        css: shelf.css(needs, from),
        early_js: shelf.assets.href(up, "early.js").unwrap_or_default(),
        icons_html: logo::icons(shelf, from),
        manifest_href: if offline::is_on(shelf) { format!("{up}{}", offline::MANIFEST) } else { String::new() },
        key: site.key(),
        home_href,
    }
}

fn header<'a>(shelf: &Shelf<'a>, stand: &Stand) -> Vec<HeaderLink<'a>> {
    let (strings, up) = (&shelf.theme.strings, &stand.up);
    let shown = &shelf.doors.header;
    let is_named = |section: &str| shown.iter().any(|(name, _)| *name == section);
    shown
        .iter()
        .map(|(name, address)| {
            let own = stand.section.as_deref().map(|section| if is_named(section) { section } else { "handbook" });
            HeaderLink {
                title: strings.text(&shelf.book.lang, &format!("nav.{name}")),
                href: format!("{up}{address}"),
                current: own == Some(name),
            }
        })
        .collect()
}

/// The same page in every language; where it is not in a language, the nearest above it that is.
fn languages<'a>(shelf: &Shelf<'a>, id: Option<&PageId>, from: &str) -> Vec<LanguageView<'a>> {
    let home = PageId::new("index");
    let id = id.unwrap_or(&home);
    let books = shelf.site.books.iter().zip(&shelf.site.config.languages);
    books
        .filter_map(|(book, language)| {
            let near = book.nearest(id)?;
            let current = book.lang == shelf.book.lang;
            let is_there = current || near.page.id == *id;
            let strings = &shelf.theme.strings;
            let title =
                if &*near.page.id.0 == "index" { strings.text(&book.lang, "nav.home") } else { &near.page.title };
            let said = || strings.text(&book.lang, "page.elsewhere").replace("{title}", &shelf.filled(title));
            Some(LanguageView {
                lang: &language.lang.0,
                name: &language.name,
                href: shelf.up(from) + if current { book.address(id)? } else { &near.address },
                current,
                elsewhere: if is_there { String::new() } else { said() },
            })
        })
        .collect()
}
