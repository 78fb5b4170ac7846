//! Sentences, and those that are too long to be read in one breath.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostics::Diagnostics;

use super::Reading;

const OPENERS: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '(', '[', '–', '-'];
const CLOSERS: &[char] = &['"', '“', '”', '«', '»', '’', ')', ']'];
/// So many words show which sentence is meant.
const SHOWN: usize = 5;

pub(super) fn check(reading: &Reading, diagnostics: &mut Diagnostics) {
    let Some(limit) = reading.rules.longest_sentence else {
        return;
    };
    for passage in &reading.prose.passages {
        for sentence in sentences(&passage.text, &reading.rules.abbreviations) {
            let text = &passage.text[sentence.clone()];
            let words = words(text).count();
            if words > limit {
                let place = reading.prose.place(passage, sentence.start);
                let finding = diagnostics.warning(&place, format!("this sentence is longer than {limit} words"));
                let first = text.split_whitespace().take(SHOWN).collect::<Vec<_>>().join(" ");
                finding.hint(format!("it has {words} and begins “{first} …”; make two of it"));
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

/// The sentences of a text. One ends at `.`, `?`, `!`, `:` or `…` when a blank and a beginning follow, or nothing;
/// stops of abbreviations, initials and numbers do not end it, and semicolons and commas go on.
pub(super) fn sentences(text: &str, abbreviations: &BTreeSet<String>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = next_start(text, 0);
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!' | ':' | '…')) {
        let after = at + mark.len_utf8();
        let end = text.len() - text[after..].trim_start_matches(CLOSERS).len();
        if at < start || !is_followed_by_a_beginning(&text[end..]) {
            continue;
        }
        if mark == '.' && is_part_of_a_word(&text[start..at], &text[end..], abbreviations) {
            continue;
        }
        found.push(start..end);
        start = next_start(text, end);
    }
    if start < text.trim_end().len() {
        found.push(start..text.trim_end().len());
    }
    found
}

fn next_start(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

fn is_followed_by_a_beginning(rest: &str) -> bool {
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c));
    // The brace begins a text variable.
    let is_beginning = |c: char| c == '{' || c.is_numeric() || c.is_alphabetic() && !c.is_lowercase();
    rest.starts_with(char::is_whitespace) && next.starts_with(is_beginning)
}

/// Whether the stop after `before` belongs to its last word: `esim.`, `A.`, the `1.` a text begins with, `1. 12.`
fn is_part_of_a_word(before: &str, rest: &str, abbreviations: &BTreeSet<String>) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_number = !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    let is_initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    let number_follows = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    is_initial || is_number && (before.trim() == last || number_follows) || abbreviations.contains(&last.to_lowercase())
}

/// Where the first word of each sentence stands.
pub(super) fn beginnings(text: &str, abbreviations: &BTreeSet<String>) -> Vec<usize> {
    let after_marks = |sentence: Range<usize>| {
        sentence.end - text[sentence].trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c)).len()
    };
    sentences(text, abbreviations).into_iter().map(after_marks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds a text with `|` between its sentences to be cut there and nowhere else.
    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let abbreviations = ["esim", "e.g", "mm"].map(str::to_owned).into();
        let cut: Vec<&str> = sentences(&text, &abbreviations).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut.join("| "), expected);
    }

    #[test]
    fn a_sentence_ends_at_a_mark_before_a_beginning() {
        check("Yksi.| Kaksi?!| Kolme:| ”Neljä.”| Viisi…| Öinen (kuusi.)| – Seitsemän");
        check("Mitä? kysyi joku: ei mitään.| 2,5 tuntia; Klo 9.30");
        check("Kirjassa vuodelta 2011.| Siinä on {{ brand.name }}.| {{ brand.name }} on nimi.| 15 sivua.");
    }

    #[test]
    fn abbreviations_initials_and_numbers_do_not_end_it() {
        check("Katso (esim. Juuti) ja A. Arussy, mm. Kirja, e.g. London.| Sitten.");
        check("21. 11. 2026 tai 1. tammikuuta");
        check("1. Pysähdy.| 2. Katso.");
    }

    #[test]
    fn a_beginning_is_its_first_word() {
        assert_eq!(beginnings("– Yö. ”Päivä” on.", &BTreeSet::new()), ["– ".len(), "– Yö. ”".len()]);
    }
}
