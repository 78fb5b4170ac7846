//! Layers: folders stacked over each other, where the same path in a higher one wins.
//!
//! Built-in handbook, project, edition: all three have one shape, and everything above this module sees only the
//! stack. What never passes upward (brand, address) is decided by whoever reads that file, with the layers in hand.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{BUILT_IN, Diagnostics, Place};
use crate::files::Files;
use crate::memory::Inputs;
use crate::yaml::{self, Node};

/// One folder of sources.
#[derive(Debug)]
pub struct Layer {
    /// How its files are shown to the author, such as `content/` or `editions/acme/`.
    pub shown: String,
    pub files: Files,
}

/// The stack one edition is built from, lowest first.
#[derive(Clone, Debug)]
pub struct Sources {
    pub layers: Vec<Arc<Layer>>,
    /// The edition's id; `None` is the base.
    pub edition: Option<String>,
}

impl Layer {
    #[must_use]
    pub fn new(shown: &str, files: Files) -> Self {
        Self { shown: shown.to_owned(), files }
    }

    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.shown == BUILT_IN
    }

    #[must_use]
    pub fn file(&self, path: &str) -> Arc<str> {
        format!("{}{path}", self.shown).into()
    }

    /// A file as text with plain line ends. A byte that is no UTF-8 is reported with its place.
    pub fn text(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<Cow<'_, str>> {
        let bytes = self.files.0.get(path)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(plain(text)),
            Err(error) => {
                let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
                let place = Place::in_text(&self.file(path), good, good.len(), 1);
                let message = "this file is not UTF-8 text: a byte here cannot be read";
                diagnostics.error(&place, message).hint("save the file as UTF-8");
                None
            }
        }
    }

    /// A YAML file of this layer; `None` when there is none or it cannot be read.
    pub fn yaml(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
        let text = self.text(path, diagnostics)?;
        yaml::parse(&self.file(path), &text, 0, diagnostics)
    }
}

/// Without a byte order mark and with `\n` line ends.
fn plain(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

impl Sources {
    /// The winning file of every path, with the layer it is from.
    #[must_use]
    pub fn winners(&self) -> BTreeMap<&str, &Layer> {
        let all = self.layers.iter().flat_map(|layer| layer.files.0.keys().map(move |path| (path.as_str(), &**layer)));
        all.collect()
    }

    /// All layers' versions of a YAML file, merged. `None` when no layer has a usable one.
    pub fn merged(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
        self.layers.iter().filter_map(|layer| layer.yaml(path, diagnostics)).reduce(yaml::merge)
    }

    /// The stack that the top layer lies on; `None` under the lowest.
    #[must_use]
    pub fn below(&self) -> Option<Self> {
        let (_, layers) = self.layers.split_last().filter(|(_, layers)| !layers.is_empty())?;
        Some(Self { layers: layers.to_vec(), edition: None })
    }

    /// Adds the file of every layer that has it, as `merged` reads it.
    pub fn add_to(&self, inputs: &mut Inputs, path: &str) {
        inputs.add(path);
        for layer in &self.layers {
            if let Some(bytes) = layer.files.0.get(path) {
                inputs.add(&layer.shown);
                inputs.add(bytes);
            }
        }
    }

    /// The project or edition itself: the layer whose author runs the program.
    ///
    /// # Panics
    /// On an empty stack, which nothing makes.
    #[must_use]
    pub fn top(&self) -> &Layer {
        self.layers.last().expect("invariant: a stack has at least one layer")
    }
}
