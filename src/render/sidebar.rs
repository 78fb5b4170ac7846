//! The tree beside a page: the top level and the current branch. Rendered once for a branch and a depth; a page's own
//! mark and contents are put in by position, so that its cost does not grow with the book.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

use serde::Serialize;
use tera::Context;

use crate::address::{PageId, up};
use crate::page::Heading;
use crate::site::Entry;

use super::Shelf;
use super::value::{escaped, view};

/// More neighbours than this are shown in stretches.
const LONGEST: usize = 60;

/// The branches rendered so far.
#[derive(Default)]
pub(super) struct Sidebar(Mutex<BTreeMap<Key, Arc<Branch>>>);

/// Top-level entry, stretch of its children, and how deep the page lies.
type Key = (usize, usize, usize);

/// A rendered branch without the marks of its links: for each page, where its attribute goes and where its link ends.
struct Branch {
    html: String,
    marks: BTreeMap<String, (usize, usize)>,
}

#[derive(Serialize)]
struct SectionView<'a> {
    title: String,
    href: String,
    page: &'a str,
    open: bool,
    children: Vec<ChildView<'a>>,
}

#[derive(Serialize)]
struct ChildView<'a> {
    title: String,
    href: String,
    page: &'a str,
}

impl Shelf<'_> {
    pub(super) fn sidebar(&self, id: &PageId, address: &str, headings: &[Heading]) -> Result<String, Box<tera::Error>> {
        let up = up(address);
        let branch = self.branch(id, &up)?;
        let Some((attribute, end)) = branch.marks.get(&*id.0).copied() else {
            return Ok(branch.html.clone());
        };
        let (html, toc) = (&branch.html, contents(headings));
        Ok([&html[..attribute], " aria-current=\"page\"", &html[attribute..end], &toc, &html[end..]].concat())
    }

    fn branch(&self, id: &PageId, up: &str) -> Result<Arc<Branch>, Box<tera::Error>> {
        let spot = self.spots.get(id);
        let open = spot.map(|spot| spot.top);
        let is_long = spot.is_some_and(|spot| self.book.nav[spot.top].children.len() > LONGEST);
        let stretch = spot.filter(|_| is_long).map_or(0, |spot| spot.child / LONGEST);
        let key = (open.unwrap_or(usize::MAX), stretch, up.len());
        if let Some(branch) = self.sidebar.0.lock().expect("invariant: no renderer panics").get(&key) {
            return Ok(Arc::clone(branch));
        }
        let render = || self.render_branch(open, stretch, up);
        let kept = self.memory.keep(|| self.branch_key(&key), || render().ok().map(Arc::new));
        let branch = Option::clone(&kept).map_or_else(|| render().map(Arc::new), Ok)?;
        self.sidebar.0.lock().expect("invariant: no renderer panics").insert(key, Arc::clone(&branch));
        Ok(branch)
    }

    fn render_branch(&self, open: Option<usize>, stretch: usize, up: &str) -> Result<Branch, Box<tera::Error>> {
        let sections: Vec<SectionView> = self
            .book
            .nav
            .iter()
            .enumerate()
            .map(|(index, entry)| self.section(entry, open == Some(index), stretch, up))
            .collect();
        let mut context = Context::new();
        context.insert_value("sections", view(&sections));
        context.insert_value("t", self.texts.clone());
        Ok(Branch::from_marked(&self.render("partials/sidebar.html", &context)?))
    }

    fn section<'e>(&self, entry: &'e Entry, open: bool, stretch: usize, up: &str) -> SectionView<'e> {
        let href = |page: &PageId| format!("{up}{}", self.book.address(page).unwrap_or_default());
        let child = |entry: &'e Entry| ChildView {
            title: self.filled(&entry.title),
            href: href(&entry.page),
            page: &entry.page.0,
        };
        let shown = if open { within(&entry.children, stretch) } else { &[] };
        let has_own_page = entry.page.is_index() || entry.folder.is_none();
        let page = if has_own_page { &*entry.page.0 } else { "" };
        SectionView {
            title: self.filled(&entry.title),
            href: href(&entry.page),
            page,
            open,
            children: shown.iter().map(child).collect(),
        }
    }
}

/// A stretch of children, with one neighbour on either side to go on by.
fn within(children: &[Entry], stretch: usize) -> &[Entry] {
    if children.len() <= LONGEST {
        return children;
    }
    let start = (stretch * LONGEST).saturating_sub(1);
    &children[start..(stretch * LONGEST + LONGEST + 1).min(children.len())]
}

fn contents(headings: &[Heading]) -> String {
    let mut items = String::new();
    for heading in headings.iter().filter(|heading| heading.level == 2) {
        let _ = writeln!(items, "<li><a href=\"#{}\">{}</a></li>", escaped(&heading.id), escaped(&heading.text));
    }
    if items.is_empty() { items } else { format!("\n<ol class=\"toc\">\n{items}</ol>") }
}

impl Branch {
    /// Takes ` data-id="…"` out of the template's output and remembers where it stood.
    fn from_marked(marked: &str) -> Self {
        const MARK: &str = " data-id=\"";
        let mut branch = Self { html: String::with_capacity(marked.len()), marks: BTreeMap::new() };
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once(MARK) {
            let (id, after) = after.split_once('"').unwrap_or((after, ""));
            branch.html.push_str(before);
            let end = after.find("</a>").map_or(0, |end| end + "</a>".len());
            branch.marks.insert(id.to_owned(), (branch.html.len(), branch.html.len() + end));
            rest = after;
        }
        branch.html.push_str(rest);
        branch
    }
}
