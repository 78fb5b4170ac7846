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
        let html = fragment.linked(anchors, |html, hole| match hole {
            Hole::LinkStart(link) => html.push_str(&self.link_start(&page.links[link], from)),
            Hole::LinkEnd(link) => html.push_str(if self.leads(&page.links[link].target) { "</a>" } else { "" }),
            Hole::Image(link) => html.push_str(&self.target(&page.links[link].target, from).unwrap_or_default()),
            Hole::Variable(variable) => html.push_str(&escaped(&self.variable(variable))),
            Hole::Alert(kind) => html.push_str(&escaped(self.text(&format!("alert.{kind}")))),
            Hole::SoftHyphen => html.push(SOFT),
            Hole::TableLabel => html.push_str(&escaped(self.text("block.table"))),
            Hole::Block(number) => match self.block(number, page, from) {
                Ok(block) => html.push_str(block.trim_end()),
                Err(error) => failed = Some(error),
            },
        });
        failed.map_or(Ok(html), Err)
    }

    fn link_start(&self, link: &Link, from: &str) -> String {
        let title = if link.title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&link.title)) };
        self.target(&link.target, from)
            .map_or_else(String::new, |href| format!("<a href=\"{}\"{title}>", escaped(&href)))
    }

    fn leads(&self, target: &Target) -> bool {
        match target {
            Target::Page(id, _) => self.book.pages.contains_key(id),
            Target::Asset(_) | Target::External(_) => true,
            Target::Broken => false,
        }
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
