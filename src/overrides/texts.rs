//! Values of the files that merge, and files of the theme, that hide another. Words only: a weight or a colour is a
//! decision of its own and is not overtaken by another.

use crate::config::{self, Config};
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::{Layer, Sources};
use crate::theme::Themes;
use crate::trace::{Document, documents, theme_folders};
use crate::wording;
use crate::yaml::{self, Value, texts};

use super::{Kind, Override, own};

/// Files of words, as `trace` names them.
const WORDS: &[&str] = &["assessment", "strings", "glossary"];

pub(super) fn all(sources: &Sources, themes: &Themes, config: &Config) -> Vec<Override> {
    let documents = documents(sources, themes, config);
    let spoken = documents.iter().filter(|one| one.lang.is_some() && WORDS.contains(&one.name));
    let mut all: Vec<Override> = spoken.flat_map(|document| values(document, sources)).collect();
    all.extend(theme(sources, themes, config));
    all
}

fn values(document: &Document, sources: &Sources) -> Vec<Override> {
    let mut all = Vec::new();
    for (index, sheet) in document.sheets.iter().enumerate() {
        let is_own = own(sources).any(|layer| layer.shown == sheet.layer);
        let Some(under) = document.below(index).filter(|_| is_own) else {
            continue;
        };
        for (key, over, below) in yaml::hidden(&sheet.node, &under) {
            all.push(Override {
                kind: Kind::Text,
                name: format!("{}: {key}", document.path),
                layer: sheet.layer.clone(),
                place: over.place.clone(),
                was: None,
                now: Some(wording::mark(texts(below))),
            });
        }
    }
    all
}

/// The files that the theme has in the place of built-in ones. They belong to the layer that chose the theme.
fn theme(sources: &Sources, themes: &Themes, config: &Config) -> Vec<Override> {
    let folders = theme_folders(themes, &config.theme);
    let (Some(layer), [(_, default), (folder, files)]) = (choosing(sources), folders.as_slice()) else {
        return Vec::new();
    };
    let both = files.0.keys().filter_map(|path| Some((path, default.0.get(path)?)));
    both.map(|(path, below)| Override {
        kind: Kind::Theme,
        name: path.clone(),
        layer: layer.shown.clone(),
        place: Place::file(&format!("{folder}{path}")),
        was: None,
        now: Some(wording::mark([&*String::from_utf8_lossy(below)])),
    })
    .collect()
}

fn choosing(sources: &Sources) -> Option<&Layer> {
    let names_theme = |layer: &&Layer| {
        let node = layer.yaml(config::FILE, &mut Diagnostics::default());
        node.is_some_and(|node| node.get("theme").is_some_and(|theme| theme.value != Value::Null))
    };
    own(sources).filter(names_theme).last()
}
