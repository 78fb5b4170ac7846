//! `<lang>/prose.yaml`: what a language counts as too long, and its words that look like ends of sentences or like names.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::yaml;

const FILE: &str = "prose.yaml";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Authored {
    longest_sentence: Option<u32>,
    abbreviations: Vec<String>,
    everyday_names: Vec<String>,
}

/// What one language asks for.
#[derive(Debug, Default)]
pub struct Rules {
    /// In words; `None`: nobody counts.
    pub longest_sentence: Option<usize>,
    /// Their last words, in lower case and without the stop.
    pub abbreviations: BTreeSet<String>,
    /// Publishers' names that are words of the language too.
    pub everyday_names: BTreeSet<String>,
}

/// The rules of a stack for one language; a language without a file has none.
pub fn read(sources: &Sources, lang: &Lang, diagnostics: &mut Diagnostics) -> Rules {
    let node = sources.merged(&format!("{lang}/{FILE}"), diagnostics);
    let authored: Authored = node.map(|node| yaml::decode_or_default(&node, diagnostics)).unwrap_or_default();
    let last = |words: String| words.to_lowercase().split_whitespace().last().unwrap_or_default().to_owned();
    let plain = |words: String| last(words).trim_end_matches('.').to_owned();
    Rules {
        longest_sentence: authored.longest_sentence.map(|words| words as usize),
        abbreviations: authored.abbreviations.into_iter().map(plain).collect(),
        everyday_names: authored.everyday_names.into_iter().collect(),
    }
}
