//! What a page says to machines: where it is, where its translations are, and what a shared link to it shows. All of it
//! needs a full address, so without `base_url` there is none of it.

use std::fmt::Write;

use crate::address::PageId;
use crate::site::{Book, Placed, Site};

use super::Shelf;
use super::value::escaped;

/// A page and its words, as others will show them.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub shelf: &'a Shelf<'a>,
    pub placed: &'a Placed,
    pub title: &'a str,
    pub head_title: &'a str,
    pub description: &'a str,
}

/// An output file as the whole world names it.
pub(super) fn absolute(base: &str, address: &str) -> String {
    format!("{base}{}", address.trim_end_matches("index.html"))
}

/// The page in every language that has it, and for a home page the choice between them; none for a page in one language.
pub(super) fn alternates(site: &Site, id: &PageId, base: &str) -> Vec<(String, String)> {
    let own = |book: &Book| Some((book.lang.to_string(), absolute(base, &book.own(id)?.address)));
    let mut all: Vec<(String, String)> = site.books.iter().filter_map(own).collect();
    if all.len() > 1 && &*id.0 == "index" {
        all.push(("x-default".to_owned(), base.to_owned()));
    }
    if all.len() > 1 { all } else { Vec::new() }
}

impl Shown<'_> {
    /// The lines for the head of the page.
    pub fn head(&self) -> String {
        let Some(base) = &self.shelf.site.config.base_url else {
            return String::new();
        };
        let url = self.url(base);
        self.links(base, &url) + &self.open_graph(base, &url) + &self.structured(base, &url)
    }

    /// Its one address: a page shown in another language is that language's page.
    fn url(&self, base: &str) -> String {
        let shown = &self.placed.page.lang;
        let book = self.shelf.site.book(shown).unwrap_or(self.shelf.book);
        absolute(base, book.address(&self.placed.page.id).unwrap_or_default())
    }

    fn links(&self, base: &str, url: &str) -> String {
        let mut html = links(self.shelf.site, &self.placed.page.id, base, url);
        if self.shelf.has_feed {
            let href = self.shelf.up(&self.placed.address) + &super::feed::address(self.shelf.book);
            let _ =
                writeln!(html, "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{}\">", escaped(&href));
        }
        html
    }
}

fn links(site: &Site, id: &PageId, base: &str, url: &str) -> String {
    let mut html = format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(url));
    for (lang, url) in alternates(site, id, base) {
        let _ = writeln!(html, "<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\">", escaped(&url));
    }
    html
}

/// The same for the choice of language at the root.
pub(super) fn choice(shelves: &[Shelf]) -> String {
    let (Some(first), Some(base)) =
        (shelves.first(), shelves.first().and_then(|one| one.site.config.base_url.as_ref()))
    else {
        return String::new();
    };
    links(first.site, &PageId::new("index"), base, base) + &super::open_graph::choice(shelves, base)
}
