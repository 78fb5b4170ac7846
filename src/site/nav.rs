//! The tree of a book: folders and pages in the author's order, and the order one reads in.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::{Lang, PageId};
use crate::config::Config;
use crate::diagnostics::Diagnostics;

use super::Placed;

/// A page in the tree, or a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    pub title: String,
    /// The page it leads to: a folder's index, or its first page.
    pub page: PageId,
    /// The folder's path, when it is one.
    pub folder: Option<String>,
    pub children: Vec<Entry>,
}

type Pages = BTreeMap<PageId, Placed>;

pub(super) fn tree(lang: &Lang, config: &Config, pages: &Pages, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let folders = folders(pages);
    for named in &config.nav {
        let known = || pages.keys().map(|id| &*id.0).chain(folders.iter().map(String::as_str));
        if !known().any(|id| id == named.value) {
            let message = format!("`nav` names `{}`, which is neither a page nor a folder", named.value);
            let finding = diagnostics.error(&named.place, message);
            finding.nearest(named, known());
            finding.or_hint("name a page or a folder by its path below the language folder, without .md");
        }
    }
    Builder { lang, config, pages, folders }.children("")
}

/// The pages read one after another: the tree from top to bottom.
pub(super) fn order(nav: &[Entry], pages: &Pages) -> Vec<PageId> {
    let mut order = Vec::new();
    walk(nav, &mut |entry| {
        let is_read = pages.get(&entry.page).is_some_and(|placed| placed.kind.is_read());
        if is_read && order.last() != Some(&entry.page) {
            order.push(entry.page.clone());
        }
    });
    order
}

fn walk(entries: &[Entry], visit: &mut impl FnMut(&Entry)) {
    for entry in entries {
        visit(entry);
        walk(&entry.children, visit);
    }
}

fn folders(pages: &Pages) -> BTreeSet<String> {
    let mut folders = BTreeSet::new();
    for id in pages.keys() {
        let mut folder = id.folder();
        while !folder.is_empty() && folders.insert(folder.to_owned()) {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
    folders
}

struct Builder<'a> {
    lang: &'a Lang,
    config: &'a Config,
    pages: &'a Pages,
    folders: BTreeSet<String>,
}

impl Builder<'_> {
    /// Linear in the pages: each is looked at once, under its own folder.
    fn children(&self, folder: &str) -> Vec<Entry> {
        let mut grouped: BTreeMap<&str, Vec<&PageId>> = BTreeMap::new();
        for id in self.pages.keys().filter(|id| !id.is_index()) {
            grouped.entry(id.folder()).or_default().push(id);
        }
        let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for inner in &self.folders {
            below.entry(inner.rsplit_once('/').map_or("", |(above, _)| above)).or_default().push(inner);
        }
        self.level(folder, &grouped, &below)
    }

    fn level(
        &self,
        folder: &str,
        grouped: &BTreeMap<&str, Vec<&PageId>>,
        below: &BTreeMap<&str, Vec<&str>>,
    ) -> Vec<Entry> {
        let pages =
            grouped.get(folder).into_iter().flatten().map(|id| (self.rank(&id.0, self.weight(id)), self.page(id)));
        let folders = below.get(folder).into_iter().flatten().filter_map(|inner| {
            let entry = self.folder(inner, self.level(inner, grouped, below))?;
            Some((self.rank(inner, self.folder_weight(inner)), entry))
        });
        let mut entries: Vec<_> = pages.chain(folders).collect();
        entries.sort_by(|a, b| (a.0, &a.1.page).cmp(&(b.0, &b.1.page)));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// First what `nav` names, in its order, then the rest by weight.
    fn rank(&self, id: &str, weight: Option<i64>) -> (usize, i64) {
        let index = format!("{id}/index");
        let named = self.config.nav.iter().position(|named| named.value == id || named.value == index);
        (named.unwrap_or(usize::MAX), weight.unwrap_or(i64::MAX))
    }

    fn weight(&self, id: &PageId) -> Option<i64> {
        self.pages.get(id).and_then(|placed| placed.page.meta.weight)
    }

    fn folder_weight(&self, folder: &str) -> Option<i64> {
        let of_config = || self.config.folders.get(folder).and_then(|folder| folder.weight);
        self.weight(&PageId::new(&format!("{folder}/index"))).or_else(of_config)
    }

    fn page(&self, id: &PageId) -> Entry {
        let title = self.pages.get(id).map(|placed| placed.page.title.clone()).unwrap_or_default();
        Entry { title, page: id.clone(), folder: None, children: Vec::new() }
    }

    fn folder(&self, folder: &str, children: Vec<Entry>) -> Option<Entry> {
        let index = PageId::new(&format!("{folder}/index"));
        let of_index = self.pages.get(&index).map(|placed| placed.page.title.clone());
        let of_config = || self.config.folders.get(folder).and_then(|folder| folder.title.get(self.lang).cloned());
        let name = || folder.rsplit_once('/').map_or(folder, |(_, name)| name).to_owned();
        let page = if of_index.is_some() { index } else { children.first()?.page.clone() };
        Some(Entry {
            title: of_index.or_else(of_config).unwrap_or_else(name),
            page,
            folder: Some(folder.to_owned()),
            children,
        })
    }
}
