//! Where a value or a page comes from: what each layer says, the winner first, and what it hides.
//!
//! Merging forgets who lost, so the files that merge are read here once more, layer by layer, and nothing is taken out
//! of a sheet. Whoever compares, marks or explains asks this module; building does not.

mod ask;
mod say;
mod stack;

use crate::address::Lang;
use crate::brand;
use crate::config::{self, Config};
use crate::diagnostics::{BUILT_IN, Diagnostics};
use crate::files::Files;
use crate::layers::Sources;
use crate::theme::Themes;
use crate::yaml::{self, Node};
use crate::{glossary, model};

pub use ask::explain;
pub use say::{brief, print};
pub use stack::{Entry, Stack, Standing};

/// What the layers say in one of the files that merge.
#[derive(Debug)]
pub struct Document {
    /// How it is named in a key: `brand`, `strings`.
    pub name: &'static str,
    /// Its path in a layer: `_brand.yml`, `fi/strings.yaml`.
    pub path: String,
    pub lang: Option<Lang>,
    /// Lowest first.
    pub sheets: Vec<Sheet>,
}

/// One layer's version of a file.
#[derive(Debug)]
pub struct Sheet {
    /// `content/`, `editions/acme/`, or the folder of a theme.
    pub layer: String,
    pub node: Node,
    /// It does not count: a brand that is not to be inherited, below another.
    pub is_dropped: bool,
}

impl Document {
    /// What the sheets say together.
    #[must_use]
    pub fn merged(&self) -> Option<Node> {
        self.below(self.sheets.len())
    }

    /// What the lowest `count` sheets say together.
    #[must_use]
    pub fn below(&self, count: usize) -> Option<Node> {
        let counting = self.sheets[..count].iter().filter(|sheet| !sheet.is_dropped);
        counting.map(|sheet| sheet.node.clone()).reduce(yaml::merge)
    }
}

/// The names of the files that merge, as keys name them, and their paths: first the common ones, then a language's.
const COMMON: &[(&str, &str)] = &[("handbook", config::FILE), ("brand", brand::FILE), ("assessment", model::FILE)];
const SPOKEN: &[(&str, &str)] =
    &[("assessment", model::FILE), ("strings", "strings.yaml"), ("glossary", glossary::FILE), ("prose", "prose.yaml")];

/// Whether a path is that of a file that merges.
#[must_use]
pub fn merges(path: &str) -> bool {
    let is_spoken = |path: &str| SPOKEN.iter().any(|(_, file)| *file == path);
    COMMON.iter().any(|(_, file)| *file == path) || path.split_once('/').is_some_and(|(_, below)| is_spoken(below))
}

/// All files of a stack that merge. What cannot be read is left out; parsing reports it.
#[must_use]
pub fn documents(sources: &Sources, themes: &Themes, config: &Config) -> Vec<Document> {
    let common = COMMON.iter().map(|(name, path)| document(name, (*path).to_owned(), None, sources));
    let spoken = config.languages.iter().flat_map(|language| {
        let lang = &language.lang;
        SPOKEN.iter().map(move |(name, file)| {
            let mut one = document(name, format!("{lang}/{file}"), Some(lang.clone()), sources);
            if *name == "strings" {
                one.sheets.splice(..0, words_of_theme(themes, config, lang));
            }
            one
        })
    });
    common.chain(spoken).filter(|one| !one.sheets.is_empty()).collect()
}

fn document(name: &'static str, path: String, lang: Option<Lang>, sources: &Sources) -> Document {
    let read = |layer: &crate::layers::Layer| {
        let node = layer.yaml(&path, &mut Diagnostics::default())?;
        Some(Sheet { layer: layer.shown.clone(), node, is_dropped: false })
    };
    let mut sheets: Vec<Sheet> = sources.layers.iter().filter_map(|layer| read(layer)).collect();
    if name == "brand" {
        drop_brands(&mut sheets);
    }
    Document { name, path, lang, sheets }
}

/// A brand passes upward unless what is known so far says otherwise.
fn drop_brands(sheets: &mut [Sheet]) {
    for index in 1..sheets.len() {
        let counting = sheets[..index].iter().filter(|sheet| !sheet.is_dropped);
        let merged = counting.map(|sheet| sheet.node.clone()).reduce(yaml::merge);
        if merged.is_some_and(|merged| !brand::is_inherited(&merged)) {
            sheets[..index].iter_mut().for_each(|sheet| sheet.is_dropped = true);
        }
    }
}

/// The theme's own texts of a language: a theme's file takes the place of the built-in one.
fn words_of_theme(themes: &Themes, config: &Config, lang: &Lang) -> Vec<Sheet> {
    let path = format!("strings/{lang}.yaml");
    let read = |(folder, files): &(String, &Files)| {
        let node = yaml::parse(&format!("{folder}{path}").into(), files.text(&path)?, 0, &mut Diagnostics::default())?;
        Some(Sheet { layer: folder.clone(), node, is_dropped: false })
    };
    let mut sheets: Vec<Sheet> = theme_folders(themes, &config.theme).iter().filter_map(read).collect();
    let last = sheets.len().saturating_sub(1);
    sheets[..last].iter_mut().for_each(|sheet| sheet.is_dropped = true);
    sheets
}

/// The folders a theme is made of, the built-in one first.
#[must_use]
pub fn theme_folders<'t>(themes: &'t Themes, name: &str) -> Vec<(String, &'t Files)> {
    let own = themes.own.get(name).map(|files| (format!("themes/{name}/"), files));
    [(format!("{BUILT_IN}themes/default/"), &themes.default)].into_iter().chain(own).collect()
}

/// A layer without its final slash, as a folder is named.
#[must_use]
pub fn folder(shown: &str) -> &str {
    shown.trim_end_matches('/')
}
