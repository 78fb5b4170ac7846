//! Markdown → passages of plain text. A second, lighter reading beside the one that writes HTML: what matters here is
//! which words stand together and where they came from.

mod aligned;
mod walk;

use pulldown_cmark::Parser;

use crate::diagnostics::Diagnostics;
use crate::page::prose::{Lines, Passage, PassageKind};
use crate::yaml::{self, Node, Value};

use super::{DEEPEST, options};
use aligned::aligned;
use walk::Walk;

/// Blocks inside the texts of blocks, no deeper than anybody writes them.
const DEEPEST_BLOCK: usize = 4;

/// Keys of our blocks whose values people read as text; the others hold ids, kinds and names.
const READ: &[&str] =
    &["title", "text", "note", "caption", "why", "label", "hint", "center", "low", "high", "steps", "cells"];

/// What has been read of a page so far.
pub(in crate::page) struct Found<'l> {
    lines: &'l Lines,
    passages: Vec<Passage>,
    /// Offsets of images without an alternative text.
    images: Vec<usize>,
    depth: usize,
}

impl<'l> Found<'l> {
    pub fn new(lines: &'l Lines) -> Self {
        Self { lines, passages: Vec::new(), images: Vec::new(), depth: 0 }
    }

    pub fn finished(self) -> (Vec<Passage>, Vec<usize>) {
        (self.passages, self.images)
    }

    /// The body of the page, which begins at `start` of the file.
    pub fn body(&mut self, text: &str, start: usize) {
        self.markdown(text, PassageKind::Paragraph, &|at| start + at);
    }

    /// A value of the front matter or of a block.
    pub fn value(&mut self, node: Option<&Node>, kind: PassageKind) {
        if let Some((node, text)) = node.and_then(|node| Some((node, node.text()?))) {
            let places = aligned(text, &self.lines.text, self.lines.offset(&node.place));
            self.markdown(text, kind, &|at| places.get(at).or(places.last()).copied().unwrap_or_default());
        }
    }

    fn markdown(&mut self, text: &str, kind: PassageKind, place: &dyn Fn(usize) -> usize) {
        let mut walk = Walk::new(self, kind, place);
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            walk.event(event, &range);
            if walk.depth() > DEEPEST {
                break; // an error already, with a place of its own
            }
        }
        walk.finish();
    }

    /// One of our blocks; `start` is where its fence stands in the file.
    fn block(&mut self, text: &str, start: usize) {
        let line = self.lines.place(start).line;
        let node = yaml::parse(&self.lines.file, text, line, &mut Diagnostics::default());
        if let Some(node) = node.filter(|_| self.depth < DEEPEST_BLOCK) {
            self.depth += 1;
            self.texts(&node, false);
            self.depth -= 1;
        }
    }

    fn texts(&mut self, node: &Node, is_read: bool) {
        match &node.value {
            Value::Text(_) if is_read => self.value(Some(node), PassageKind::Block),
            Value::List(items) => items.iter().for_each(|item| self.texts(item, is_read)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    self.texts(value, READ.contains(&key.name.as_str()));
                }
            }
            _ => {}
        }
    }
}
