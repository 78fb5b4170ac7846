//! The words of the interface: the theme's by language, with the layers' own over them. A key nobody knows is a slip.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::Lang;
use crate::config::Config;
use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::layers::Sources;
use crate::memory::Inputs;
use crate::yaml::{self, Node};

const FILE: &str = "strings.yaml";

/// Branches whose keys are languages or folders of the handbook.
const OPEN: &[&str] = &["page.fallback", "page.place"];

/// One tree of texts for each language.
#[derive(Debug, Default)]
pub struct Strings {
    trees: BTreeMap<Lang, Node>,
    /// What the theme says before any layer changes it.
    of_theme: BTreeMap<Lang, Node>,
    /// Languages with texts of their own; the others borrow.
    own: BTreeSet<Lang>,
}

impl Strings {
    /// # Panics
    /// For a language that the configuration does not list.
    #[must_use]
    pub fn of(&self, lang: &Lang) -> &Node {
        self.trees.get(lang).expect("invariant: every language has texts")
    }

    /// The theme's own texts for a language, before the layers' own.
    #[must_use]
    pub fn of_theme(&self, lang: &Lang) -> Option<&Node> {
        self.of_theme.get(lang)
    }

    /// Whether the language speaks for itself, in the theme or in a layer.
    #[must_use]
    pub fn has_own(&self, lang: &Lang) -> bool {
        self.own.contains(lang)
    }

    /// The text at `nav.next`; empty when there is none.
    #[must_use]
    pub fn text<'a>(&'a self, lang: &Lang, key: &str) -> &'a str {
        let node = key.split('.').try_fold(self.of(lang), |node, part| node.get(part));
        node.and_then(Node::text).unwrap_or_default()
    }
}

/// What `load` reads of the layers.
pub(super) fn add_to(inputs: &mut Inputs, sources: &Sources, lang: &Lang) {
    sources.add_to(inputs, &format!("{lang}/{FILE}"));
}

/// The texts of `default`, over them those of the project's own theme, over them the layers'.
pub(super) fn load(
    default: &Files,
    own_theme: &Files,
    sources: &Sources,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Strings {
    let parse = |lang: &str, diagnostics: &mut Diagnostics| {
        let path = format!("strings/{lang}.yaml");
        let file = |files: &Files, theme: &str, diagnostics: &mut Diagnostics| {
            yaml::parse(&format!("themes/{theme}/{path}").into(), files.text(&path)?, 0, diagnostics)
        };
        let trees = [file(default, "default", diagnostics), file(own_theme, &config.theme, diagnostics)];
        trees.into_iter().flatten().reduce(yaml::merge)
    };
    let mut parsed: BTreeMap<String, Option<Node>> = BTreeMap::new();
    let mut of_theme = |lang: &str, diagnostics: &mut Diagnostics| {
        parsed.entry(lang.to_owned()).or_insert_with(|| parse(lang, diagnostics)).clone()
    };
    let Some(base) = of_theme("en", diagnostics) else {
        return Strings::default();
    };
    let mut strings = Strings::default();
    for language in &config.languages {
        let mut tree = language.fallbacks.iter().rev().chain([&language.lang]).fold(base.clone(), |tree, lang| {
            of_theme(&lang.0, diagnostics).map_or_else(|| tree.clone(), |own| yaml::merge(tree.clone(), own))
        });
        strings.of_theme.insert(language.lang.clone(), tree.clone());
        let own = sources.merged(&format!("{}/{FILE}", language.lang), diagnostics);
        let path = format!("strings/{}.yaml", language.lang);
        if own.is_some() || [default, own_theme].iter().any(|files| files.0.contains_key(&path)) {
            strings.own.insert(language.lang.clone());
        }
        if let Some(own) = own {
            check(&own, &tree, "", diagnostics);
            tree = yaml::merge(tree, own);
        }
        strings.trees.insert(language.lang.clone(), tree);
    }
    strings
}

fn check(own: &Node, known: &Node, path: &str, diagnostics: &mut Diagnostics) {
    if OPEN.contains(&path) {
        return;
    }
    for (key, node) in own.entries() {
        let below = if path.is_empty() { key.name.clone() } else { format!("{path}.{}", key.name) };
        if let Some(known) = known.get(&key.name) {
            check(node, known, &below, diagnostics);
        } else {
            let names = known.entries().iter().map(|(key, _)| key.name.as_str());
            let finding = diagnostics.error(&key.place, format!("the theme has no text `{below}`"));
            finding.nearest(&key.name, names);
            finding.or_hint("take the key from the theme's strings/en.yaml");
        }
    }
}
