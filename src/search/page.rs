//! One page → the words it is found by, and the texts that are shown when it is.

use std::fmt::Write;

use super::language::Language;
use super::text::{Section, sections};
use super::words::{List, Words, number};

/// A page as a reader gets it.
#[derive(Clone, Debug, Default)]
pub struct Source<'a> {
    /// The output file.
    pub address: &'a str,
    pub title: &'a str,
    /// The part of the book it stands in.
    pub place: &'a str,
    pub is_worksheet: bool,
    pub description: &'a str,
    /// The HTML of its text.
    pub html: &'a [&'a str],
    /// Further words for a section, by its anchor; those of the page itself under no anchor.
    pub names: Vec<(&'a str, &'a str)>,
}

/// What a page is found by.
#[derive(Debug, Default)]
pub struct Found {
    /// What is shown of it, as the script reads it.
    pub(super) record: String,
    pub(super) sections: u16,
    pub(super) words: List,
    pub(super) counts: Vec<Count>,
}

/// How much a section speaks of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub word: u32,
    pub section: u16,
    pub weight: u16,
}

/// How much a word counts where it stands, if it stands alone there.
const TITLE: usize = 1200;
const SHEET_TITLE: usize = 1300;
const NAME: usize = 700;
const HEADING: usize = 240;
/// And among others: in a summary, in a short text, and at least in a long one.
const DESCRIPTION: usize = 160;
const TEXT: usize = 20;
const LEAST: usize = 1;

/// So much of a section is shown around the words one looked for.
const SHOWN: usize = 6000;

/// Reads a page.
#[must_use]
pub fn read(source: &Source, language: &Language) -> Found {
    let sections = sections(source.html);
    let mut counter =
        Counter { language, seen: Words::default(), kept: Vec::new(), words: List::default(), counts: Vec::new() };
    for (index, section) in sections.iter().enumerate() {
        counter.section(u16::try_from(index).unwrap_or(u16::MAX), section, source);
    }
    // Copies are as long as they need to be: there is one of each for every page of the book.
    Found {
        record: record(source, &sections),
        sections: u16::try_from(sections.len()).unwrap_or(u16::MAX),
        words: counter.words.clone(),
        counts: counter.counts.clone(),
    }
}

struct Counter<'a> {
    language: &'a Language,
    seen: Words,
    /// Of each word that was seen: its number, and where its last count stands; nothing of those nobody looks for.
    kept: Vec<Option<(u32, usize)>>,
    words: List,
    counts: Vec<Count>,
}

impl Counter<'_> {
    fn section(&mut self, index: u16, section: &Section, source: &Source) {
        if index == 0 {
            self.headline(index, source.title, if source.is_worksheet { SHEET_TITLE } else { TITLE });
            self.add(index, source.description, DESCRIPTION);
        }
        self.headline(index, &section.heading, if is_term(section, source) { TITLE } else { HEADING });
        for (_, name) in source.names.iter().filter(|(anchor, _)| *anchor == section.anchor) {
            self.headline(index, name, NAME);
        }
        // A word counts less in a long text, where it may have come along by chance.
        let words = section.text.len() / 8;
        self.add(index, &section.text, (1200 / (60 + words)).clamp(LEAST, TEXT));
    }

    /// The fewer words, the more each.
    fn headline(&mut self, section: u16, text: &str, weight: usize) {
        let words = text.split_whitespace().count();
        self.add(section, text, 3 * weight / (2 + words));
    }

    fn add(&mut self, section: u16, text: &str, weight: usize) {
        let (language, weight) = (self.language, u16::try_from(weight).unwrap_or(u16::MAX));
        language.each_word(text, |word| self.count(section, word, weight));
    }

    fn count(&mut self, section: u16, word: &str, weight: u16) {
        let index = self.seen.add(word) as usize;
        if index == self.kept.len() {
            let is_kept = !self.language.is_stop(word);
            self.kept.push(is_kept.then(|| (self.words.push(word), usize::MAX)));
        }
        let Some((word, last)) = &mut self.kept[index] else {
            return;
        };
        match self.counts.get_mut(*last) {
            Some(count) if count.section == section => count.weight = count.weight.saturating_add(weight),
            _ => {
                *last = self.counts.len();
                self.counts.push(Count { word: *word, section, weight });
            }
        }
    }
}

impl Found {
    /// All that is shown of the page.
    #[must_use]
    pub fn record(&self) -> &str {
        &self.record
    }

    /// The page's words by their numbers in `all`.
    pub(super) fn numbers(&self, all: &mut Words) -> Vec<u32> {
        self.words.iter().map(|word| all.add(word)).collect()
    }
}

/// `[address, title, place, is worksheet, [[anchor, heading, text], …]]`.
fn record(source: &Source, sections: &[Section]) -> String {
    let mut record = String::with_capacity(sections.iter().map(|one| one.text.len().min(SHOWN) + 64).sum());
    record.push('[');
    for text in [source.address, source.title, source.place] {
        quote(&mut record, text);
        record.push(',');
    }
    record.push_str(if source.is_worksheet { "1,[" } else { "0,[" });
    for (index, section) in sections.iter().enumerate() {
        record.push_str(if index == 0 { "[" } else { ",[" });
        for text in [&*section.anchor, section.heading.trim(), shown(section.text.trim())] {
            quote(&mut record, text);
            record.push(',');
        }
        record.push_str(if is_term(section, source) { "1]" } else { "0]" });
    }
    record.push_str("]]");
    record
}

fn is_term(section: &Section, source: &Source) -> bool {
    !section.anchor.is_empty() && source.names.iter().any(|(anchor, _)| *anchor == section.anchor)
}

fn shown(text: &str) -> &str {
    &text[..text.floor_char_boundary(SHOWN)]
}

/// A text as a script reads it, which neither ends the script nor its line.
pub(super) fn quote(to: &mut String, text: &str) {
    to.push('"');
    let mut done = 0;
    let questioned = if is_quoted_as_it_is(text.as_bytes()) { "" } else { text };
    for (at, letter) in questioned.char_indices() {
        if matches!(letter, '"' | '\\' | '<' | '\u{2028}' | '\u{2029}') || letter.is_control() {
            to.push_str(&text[done..at]);
            let _ = write!(to, "\\u{:04x}", u32::from(letter));
            done = at + letter.len_utf8();
        }
    }
    to.push_str(&text[done..]);
    to.push('"');
}

/// Whether no letter of a text could be one to write otherwise; looked at to the end, many bytes at a time.
fn is_quoted_as_it_is(text: &[u8]) -> bool {
    let is_out = |byte: u8| (byte < 0x20) | matches!(byte, b'"' | b'\\' | b'<' | 0x7f);
    let pairs = || text.iter().zip(text.iter().skip(1));
    // Control characters of two bytes, and the last two bytes of line separators.
    let are_out = |one: u8, next: u8| matches!((one, next), (0xc2, ..0xa0) | (0x80, 0xa8 | 0xa9));
    !text.iter().fold(false, |any, byte| any | is_out(*byte))
        && !pairs().fold(false, |any, (one, next)| any | are_out(*one, *next))
}

/// The number of a page's sections, as numbers of words are.
pub(super) fn sections_of(found: &Found) -> u32 {
    number(usize::from(found.sections))
}
