//! Fragments with their holes filled: addresses as seen from the page, the brand's words, the blocks.

use crate::address::relative;
use crate::hyphens::SOFT;
use crate::page::{Anchor, Fragment, Hole, Link, Page, Target};

use super::Shelf;
use super::value::escaped;

impl Shelf<'_> {
    /// The page's text, in which terms lead to the glossary.
    pub(super) fn body(&self, page: &Page, from: &str) -> Result<String, Box<tera::Error>> {
        let linked = || self.linked(&page.body, &self.terms(page, from), page, from);
        let kept = self.memory.keep(|| self.body_key(page, from), || linked().ok());
        Option::clone(&kept).map_or_else(linked, Ok)
    }

    /// A fragment with its holes filled as seen from `from`.
    pub(super) fn fragment(&self, fragment: &Fragment, page: &Page, from: &str) -> Result<String, Box<tera::Error>> {
        self.linked(fragment, &[], page, from)
    }

    fn linked(
        &self,
        fragment: &Fragment,
        anchors: &[Anchor],
        page: &Page,
        from: &str,
    ) -> Result<String, Box<tera::Error>> {
        let mut failed = None;
        // Links do not lie inside each other.
        let mut is_open = false;
        let html = fragment.linked(anchors, |html, hole| match hole {
            Hole::LinkStart(link) => is_open = self.link_start(html, &page.links[link], from),
            Hole::LinkEnd(_) => html.push_str(if is_open { "</a>" } else { "" }),
            _ => failed = self.fill(html, hole, page, from).err().or(failed.take()),
        });
        failed.map_or(Ok(html), Err)
    }

    /// Writes what a hole of `page` stands for.
    pub(super) fn fill(&self, html: &mut String, hole: Hole, page: &Page, from: &str) -> Result<(), Box<tera::Error>> {
        match hole {
            Hole::LinkStart(link) => {
                self.link_start(html, &page.links[link], from);
            }
            Hole::LinkEnd(link) => {
                let leads = self.target(&page.links[link].target, from).is_some();
                html.push_str(if leads { "</a>" } else { "" });
            }
            Hole::Image(link) => html.push_str(&self.target(&page.links[link].target, from).unwrap_or_default()),
            Hole::Variable(variable) => html.push_str(&escaped(&self.variable(variable))),
            Hole::Alert(kind) => html.push_str(&escaped(self.text(&format!("alert.{kind}")))),
            Hole::SoftHyphen => html.push(SOFT),
            Hole::TableLabel => html.push_str(&escaped(self.text("block.table"))),
            Hole::Block(number) => html.push_str(self.block(number, page, from)?.trim_end()),
        }
        Ok(())
    }

    /// Opens a link, unless it leads nowhere.
    fn link_start(&self, html: &mut String, link: &Link, from: &str) -> bool {
        let Some(href) = self.target(&link.target, from) else {
            return false;
        };
        html.extend(["<a href=\"", &escaped(&href), "\""]);
        if !link.title.is_empty() {
            html.extend([" title=\"", &escaped(&link.title), "\""]);
        }
        html.push('>');
        true
    }

    pub(super) fn target(&self, target: &Target, from: &str) -> Option<String> {
        match target {
            Target::Page(id, anchor) => {
                let to = self.book.address(id)?;
                let path = if to == from { String::new() } else { relative(from, to) };
                let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
                Some(if path.is_empty() && anchor.is_empty() { "#main".to_owned() } else { path + &anchor })
            }
            Target::Asset(path) => self.assets.href(&self.up(from), path),
            Target::External(url) => Some(url.clone()),
            Target::Broken => None,
        }
    }
}
