//! Every link of every page is followed once; what does not lead anywhere is reported where it is written.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::PageId;
use crate::diagnostics::{Diagnostics, Place, ticked};
use crate::layers::{Layer, Sources};
use crate::page::{Link, Page, Target};
use crate::yaml::{Node, Value};

use super::{Book, Site};

/// Checks all links and gives the files they lead to.
pub(super) fn check(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<String> {
    let winners = sources.winners();
    let mut linked = Vec::new();
    for book in &site.books {
        for placed in book.pages.values().filter(|placed| placed.page.lang == book.lang) {
            for link in &placed.page.links {
                follow(link, &placed.page, book, &winners, &mut linked, diagnostics);
            }
            if let Some(extra) = &placed.page.extra {
                check_pages_named(extra, book, diagnostics);
            }
            if let Some(image) = &placed.page.meta.image {
                follow_asset(&image.value, &image.place, &winners, &mut linked, diagnostics);
            }
        }
    }
    linked
}

fn follow(
    link: &Link,
    page: &Page,
    book: &Book,
    winners: &BTreeMap<&str, &Layer>,
    linked: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) {
    match &link.target {
        Target::Page(id, anchor) => follow_page(id, anchor.as_deref(), link, page, book, diagnostics),
        Target::Asset(path) => follow_asset(path, &link.place, winners, linked, diagnostics),
        Target::External(_) | Target::Broken => {}
    }
}

fn follow_page(
    id: &PageId,
    anchor: Option<&str>,
    link: &Link,
    page: &Page,
    book: &Book,
    diagnostics: &mut Diagnostics,
) {
    let Some(target) = book.pages.get(id) else {
        missing(id, link, page, book, diagnostics);
        return;
    };
    let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
        return;
    };
    let ids: Vec<&str> = target.page.headings.iter().map(|heading| heading.id.as_str()).collect();
    if !ids.contains(&anchor) {
        let message = format!("page {} links to {}#{anchor}, which is no heading there", page.id, id);
        let finding = diagnostics.error(&link.place, message);
        finding.nearest(anchor, ids.iter().copied());
        if finding.hint.is_none() {
            finding.hint(if ids.is_empty() {
                "that page has no headings".to_owned()
            } else {
                format!("the headings there are {}", ticked(&ids))
            });
        }
    }
}

fn missing(id: &PageId, link: &Link, page: &Page, book: &Book, diagnostics: &mut Diagnostics) {
    if book.removed.contains(id) {
        // The built-in handbook's author could not know; the reader sees plain text.
        if link.place.is_built_in() {
            return;
        }
        let finding = diagnostics.warning(
            &link.place,
            format!("page {} links to {id}, which is removed; the link is shown as text", page.id),
        );
        finding.hint("take the link out, or link to another page");
        return;
    }
    let finding = diagnostics.error(&link.place, format!("page {} links to {id}, which does not exist", page.id));
    finding.nearest(&id.0, book.pages.keys().map(|id| &*id.0));
    if finding.hint.is_none() {
        finding.hint(format!("add {}/{id}.md, or link to another page", book.lang));
    }
}

fn follow_asset(
    path: &str,
    place: &Place,
    winners: &BTreeMap<&str, &Layer>,
    linked: &mut Vec<String>,
    diagnostics: &mut Diagnostics,
) {
    if winners.contains_key(path) {
        linked.push(path.to_owned());
        return;
    }
    let finding = diagnostics.error(place, format!("there is no file `{path}`"));
    finding.nearest(path, winners.keys().copied().filter(|path| path.starts_with("assets/")));
    if finding.hint.is_none() {
        finding.hint("put files under `assets/`, and link pages by their `.md` file");
    }
}

/// `page: …` anywhere in a page's `extra` is a link too.
fn check_pages_named(extra: &Node, book: &Book, diagnostics: &mut Diagnostics) {
    match &extra.value {
        Value::List(items) => items.iter().for_each(|item| check_pages_named(item, book, diagnostics)),
        Value::Map(entries) => {
            for (key, node) in entries {
                check_pages_named(node, book, diagnostics);
                let named = node.text().filter(|_| key.name == "page");
                if let Some(id) = named.filter(|id| !book.pages.contains_key(*id) && !book.removed.contains(*id)) {
                    let ids: BTreeSet<&str> = book.pages.keys().map(|id| &*id.0).collect();
                    let finding = diagnostics.error(&node.place, format!("there is no page `{id}`"));
                    finding.nearest(id, ids);
                    finding.or_hint("name a page by its path below the language folder, without .md");
                }
            }
        }
        _ => {}
    }
}
