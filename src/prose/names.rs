//! The publisher's name typed where `{{ brand.name }}` belongs: every other edition would show it to its readers.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::brand::{self, NameKind};
use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::page::Passage;

use super::Reading;
use super::rules::Rules;
use super::sentences::beginnings;

/// The names of the stack's brands, the longest first, so that a short name inside a full one is not found again.
pub(super) struct Names(Vec<(String, NameKind)>);

impl Names {
    pub fn of(sources: &Sources) -> Self {
        let names: BTreeMap<String, NameKind> = brand::names(sources);
        let mut names: Vec<_> = names.into_iter().filter(|(name, _)| !name.trim().is_empty()).collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self(names)
    }
}

pub(super) fn check(reading: &Reading, names: &Names, diagnostics: &mut Diagnostics) {
    for passage in &reading.prose.passages {
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for (name, kind) in &names.0 {
            for range in named(passage, name, reading.rules) {
                let before = taken.range(..range.end).next_back();
                if before.is_none_or(|(_, end)| *end <= range.start) {
                    report(reading, passage, name, *kind, &range, diagnostics);
                    taken.insert(range.start, range.end);
                }
            }
        }
    }
}

/// Where a passage says the name, except in code.
fn named(passage: &Passage, name: &str, rules: &Rules) -> Vec<Range<usize>> {
    let mut found = said(&passage.text, name, rules);
    found.retain(|range| !passage.is_code(range));
    found
}

/// Where a text says a name as a word, written as the name is. A name that is a word of the language as well is let
/// pass where every word has a capital.
#[must_use]
pub fn said(text: &str, name: &str, rules: &Rules) -> Vec<Range<usize>> {
    let ranges = text.match_indices(name).map(|(at, _)| at..at + name.len());
    let mut found: Vec<_> = ranges.filter(|range| is_word(text, range)).collect();
    if !found.is_empty() && rules.everyday_names.contains(name) {
        let beginnings = beginnings(text, &rules.abbreviations);
        found.retain(|range| beginnings.binary_search(&range.start).is_err());
    }
    found
}

fn is_word(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(char::is_alphanumeric) && !text[range.end..].starts_with(char::is_alphanumeric)
}

fn report(
    reading: &Reading,
    passage: &Passage,
    name: &str,
    kind: NameKind,
    range: &Range<usize>,
    diagnostics: &mut Diagnostics,
) {
    let variable = match kind {
        NameKind::Short => "brand.name",
        NameKind::Full => "brand.full_name",
    };
    let place = reading.prose.place(passage, range.start);
    let finding = diagnostics.warning(&place, format!("`{name}` is the name of a publisher"));
    finding.hint(format!("write `{{{{ {variable} }}}}`, which follows the brand file"));
}
