//! Where each page goes: slugs instead of path segments, a folder's from its index page.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{Lang, PageId, is_slug};
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::page::Page;

use super::{Kind, Placed};

/// What the program itself writes at the top of a language.
const RESERVED: &[&str] = &["print", "assets"];

pub(super) fn place(
    lang: &Lang,
    config: &Config,
    pages: &BTreeMap<PageId, Arc<Page>>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<PageId, Placed> {
    let mut taken: BTreeMap<String, Arc<Page>> = BTreeMap::new();
    let mut placed = BTreeMap::new();
    for (id, page) in pages {
        let address = address(lang, config, pages, page, diagnostics);
        for written in [address.clone()].into_iter().chain(aliases(lang, page)) {
            if let Some(first) = taken.insert(written.clone(), Arc::clone(page)) {
                collision(&written, &first, page, diagnostics);
            }
        }
        placed.insert(id.clone(), Placed { page: Arc::clone(page), kind: Kind::of(page), address });
    }
    placed
}

fn collision(address: &str, first: &Page, second: &Page, diagnostics: &mut Diagnostics) {
    let place = second.meta.slug.as_ref().map_or_else(|| Place::new(&second.file, 1, 1), |slug| slug.place.clone());
    let message =
        format!("pages {} and {} have one address, {}", first.id, second.id, address.trim_end_matches("index.html"));
    diagnostics
        .error(&place, message)
        .hint(format!("give one of them another `slug`; the other page is {}", first.file));
}

/// The earlier addresses of a page, as output files.
pub(super) fn aliases(lang: &Lang, page: &Page) -> Vec<String> {
    let file = |alias: &str| format!("{lang}/{}/index.html", alias.trim_matches('/'));
    page.meta.aliases.iter().map(|alias| file(&alias.value)).collect()
}

fn address(
    lang: &Lang,
    config: &Config,
    pages: &BTreeMap<PageId, Arc<Page>>,
    page: &Page,
    diagnostics: &mut Diagnostics,
) -> String {
    let mut parts = vec![lang.to_string()];
    let folder = page.id.folder();
    for (end, _) in folder.match_indices('/').chain([(folder.len(), "")]).filter(|(end, _)| *end > 0) {
        parts.push(folder_slug(lang, config, pages, &folder[..end]));
    }
    if !page.id.is_index() {
        parts.push(page.meta.slug.as_ref().map_or_else(|| page.id.name().to_owned(), |slug| slug.value.clone()));
    }
    check(&parts[1..], page, diagnostics);
    parts.push("index.html".to_owned());
    parts.join("/")
}

/// The segment of a folder: its index page's slug, else what `folders:` says, else its name.
fn folder_slug(lang: &Lang, config: &Config, pages: &BTreeMap<PageId, Arc<Page>>, folder: &str) -> String {
    let index = pages.get(format!("{folder}/index").as_str());
    let of_index = index.and_then(|page| page.meta.slug.as_ref()).map(|slug| slug.value.clone());
    let of_config = || config.folders.get(folder).and_then(|folder| folder.slug.get(lang).cloned());
    let name = folder.rsplit_once('/').map_or(folder, |(_, name)| name);
    of_index.or_else(of_config).unwrap_or_else(|| name.to_owned())
}

fn check(parts: &[String], page: &Page, diagnostics: &mut Diagnostics) {
    let place = Place::new(&page.file, 1, 1);
    let reported = page.meta.slug.as_ref().map(|slug| &slug.value);
    if let Some(odd) = parts.iter().find(|part| !is_slug(part) && reported != Some(part)) {
        let finding = diagnostics.error(&place, format!("`{odd}` cannot be part of an address"));
        finding.hint("name the file or folder with a–z, digits and hyphens, or give the page a `slug`");
    }
    if let Some(first) = parts.first().filter(|first| RESERVED.contains(&first.as_str())) {
        let finding = diagnostics.error(
            &place,
            format!("page {} would stand at `{first}/`, where the program writes its own files", page.id),
        );
        finding.hint("give it another `slug`");
    }
}
