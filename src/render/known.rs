//! What pages are made from besides their own texts, as keys under which their HTML is kept. The parts are told apart by
//! how often they differ between editions, so that a page's text is shared by editions that differ in name and colours
//! only, and whole pages by the builds of a preview.
//!
//! Whoever lets a page show something new asks here which part stands for it.

use crate::address::PageId;
use crate::memory::{Inputs, Key};
use crate::page::{Block, Page};
use crate::site::{Book, Entry};

use super::Shelf;
use super::assets::Assets;

#[derive(Clone, Copy)]
pub(super) struct Known {
    /// Theme, interface texts, model, terms and the page that lists them, audience; in one language.
    pub words: Key,
    /// What pages call the handbook.
    names: Key,
    /// Whether some page is called after it.
    has_names_in_titles: bool,
    /// Which pages the book has, in which order, where they go and what they are called.
    pub map: Key,
    /// What one finds by searching the book.
    pub search: Key,
    /// All of it in every language, and the rest: brand, files, addresses, settings.
    all: Key,
}

/// One for each book.
pub(super) fn of(inputs: &super::Inputs, assets: &Assets) -> Vec<Known> {
    let site = inputs.site;
    let maps: Vec<Key> = site.books.iter().map(map).collect();
    let mut all = Inputs::of("all");
    all.add_key(inputs.common);
    all.add_shown(&(&site.edition, &site.config, &site.brand, assets.addresses()));
    for map in &maps {
        all.add_key(*map);
    }
    let mut known = |(book, map): (&Book, Key)| {
        let mut words = Inputs::of("words").with(&*book.lang.0);
        words.add_key(inputs.common);
        words.add_shown(&site.glossary(book).map(|(list, _)| &list.address));
        let (brand, config) = (&site.brand, &site.config);
        let names = Inputs::of("names").with(brand.name(config, &book.lang)).with(brand.full_name(config, &book.lang));
        let (words, names) = (words.key(), names.key());
        let search = searched(book, &[words, names, map]);
        if !inputs.preview {
            all.add_key(search); // its file is named after it, and every page names the file
        }
        let has_names_in_titles = book.pages.values().any(|placed| placed.page.title.contains("brand."));
        Known { words, names, has_names_in_titles, map, search, all: all.key() }
    };
    let mut books: Vec<Known> = site.books.iter().zip(maps).map(&mut known).collect();
    let all = all.key();
    for book in &mut books {
        book.all = all;
    }
    books
}

fn searched(book: &Book, shared: &[Key]) -> Key {
    let mut search = Inputs::of("search").with(env!("CARGO_PKG_VERSION"));
    let pages = book.pages.values().map(|placed| placed.page.key);
    for key in shared.iter().copied().chain(pages) {
        search.add_key(key);
    }
    search.key()
}

fn map(book: &Book) -> Key {
    let mut map = Inputs::of("map");
    for (id, placed) in &book.pages {
        let page = &placed.page;
        let description = page.meta.description.as_ref().map_or("", |text| &text.value);
        for part in [&*id.0, &placed.address, &page.title, description, &page.lang.0, placed.kind.word()] {
            map.add(part);
        }
    }
    add_entries(&mut map, &book.nav);
    map.add_shown(&super::feed::has_any(book));
    map.key()
}

fn add_entries(map: &mut Inputs, entries: &[Entry]) {
    map.add(entries.len().to_le_bytes());
    for entry in entries {
        map.add(&entry.title);
        map.add(&*entry.page.0);
        map.add(entry.folder.as_deref().unwrap_or_default());
        add_entries(map, &entry.children);
    }
}

impl Shelf<'_> {
    /// Stands for everything a page's file shows.
    pub(super) fn page_key(&self, id: &PageId, page: &Page) -> Key {
        let mut inputs = Inputs::of("whole page").with(&*id.0);
        inputs.add_key(self.known.words);
        inputs.add_key(self.known.all);
        inputs.add_key(page.key);
        inputs.key()
    }

    /// Stands for everything a page's text shows: where its links lead, and, if it speaks of them, the brand and the
    /// other pages.
    pub(super) fn body_key(&self, page: &Page, from: &str) -> Key {
        let mut inputs = Inputs::of("body").with(from);
        inputs.add_key(page.key);
        inputs.add_key(self.known.words);
        for link in &page.links {
            inputs.add(self.target(&link.target, from).as_deref().unwrap_or("nowhere"));
        }
        if page.names_brand {
            inputs.add_key(self.known.names);
        }
        if !page.blocks.is_empty() {
            inputs.add_key(self.known.map);
        }
        if page.blocks.iter().any(|block| matches!(block, Block::Tested { .. })) {
            inputs.add_shown(&self.site.brand.schemes);
        }
        inputs.key()
    }

    /// Stands for a page's text as it is taken into a document: what its links lead to is told by number and title.
    pub(super) fn still_key(&self, page: &crate::page::Page, from: &str, document: (&str, u8)) -> Key {
        let mut inputs = Inputs::of("still");
        inputs.add_key(self.body_key(page, from));
        inputs.add_key(self.known.map);
        if self.known.has_names_in_titles {
            inputs.add_key(self.known.names);
        }
        inputs.add_shown(&(document, &self.site.brand.own.legal));
        inputs.key()
    }

    /// Stands for a document and everything in it.
    pub(super) fn print_key<'p>(&self, address: &str, pages: impl Iterator<Item = &'p crate::page::Page>) -> Key {
        let mut inputs = Inputs::of("print").with(address);
        inputs.add_key(self.known.words);
        inputs.add_key(self.known.all);
        pages.for_each(|page| inputs.add_key(page.key));
        inputs.key()
    }

    /// Stands for a branch of the tree beside the pages.
    pub(super) fn branch_key(&self, branch: &impl std::fmt::Debug) -> Key {
        let mut inputs = Inputs::of("branch");
        inputs.add_key(self.known.words);
        inputs.add_key(self.known.map);
        inputs.add_key(self.known.names);
        inputs.add_shown(branch);
        inputs.key()
    }
}
