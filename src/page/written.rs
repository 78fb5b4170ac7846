//! A page as its author wrote it, before it is parsed: for marks of its words, and for comparing it with another.

use crate::diagnostics::Diagnostics;
use crate::layers::Layer;
use crate::wording;
use crate::yaml::{self, Node, Value, texts};

#[derive(Clone, Debug)]
pub struct Written {
    /// The front matter as a tree.
    pub head: Node,
    pub body: String,
}

/// The page of `layer` at `path`; `None` when there is none. Mistakes in it are reported by whoever parses it.
#[must_use]
pub fn written(layer: &Layer, path: &str) -> Option<Written> {
    let mut silent = Diagnostics::default();
    let text = layer.text(path, &mut silent)?;
    let split = yaml::split_front_matter(&text)?;
    let head = yaml::parse(&layer.file(path), split.front_matter, 1, &mut silent)?;
    Some(Written { head, body: split.body.to_owned() })
}

impl Written {
    /// A text of the front matter; empty when there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.head.get(key).and_then(Node::text).unwrap_or_default()
    }

    /// Whether it only takes away the page below.
    #[must_use]
    pub fn removes(&self) -> bool {
        self.head.get("remove").is_some_and(|node| node.value == Value::Bool(true))
    }

    /// What a reader reads: title, description, the texts of `extra`, body.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let extra = self.head.get("extra").map(texts).unwrap_or_default();
        [self.text("title"), self.text("description")].into_iter().chain(extra).chain([self.body.as_str()]).collect()
    }

    /// The mark of what a reader reads; see [`wording::mark`].
    #[must_use]
    pub fn mark(&self) -> String {
        wording::mark(self.words())
    }
}
