//! What helps while one reads, as data of a language: the words for it and what the terms mean. A script of its own,
//! loaded with the first use, so that no page grows with the glossary.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::Lang;
use crate::site::Site;
use crate::theme::Theme;

/// What a theme's plan calls it.
pub(super) const NAME: &str = "reading-{lang}.js";

/// The texts that are said only when a reader does something.
const BRANCHES: &[&str] = &["reading", "store"];

#[derive(Serialize)]
struct Reading<'a> {
    words: BTreeMap<&'a str, serde_json::Value>,
    /// Definitions by the id of the term.
    terms: BTreeMap<&'a str, &'a str>,
}

pub(super) fn script(site: &Site, theme: &Theme, lang: &Lang) -> String {
    let branch = |name| theme.strings.of(lang).get(name).and_then(|words| serde_json::to_value(words).ok());
    let words = BRANCHES.iter().filter_map(|name| Some((*name, branch(name)?)));
    let terms = site.glossaries.get(lang).map_or(&[][..], |glossary| glossary.terms());
    let reading =
        Reading { words: words.collect(), terms: terms.iter().map(|term| (&*term.id, &*term.definition)).collect() };
    let json = serde_json::to_string(&reading).expect("invariant: texts can be written as JSON");
    format!("globalThis.portaat.reading={json};\n")
}
