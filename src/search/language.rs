//! How words of a language are brought to one form, as data: which letters count as the same, which endings fall away
//! in which order, which words say nothing. `search-words.js` does the same with the same table; a test compares them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::yaml;

use super::words::Words;

/// Nobody types more of a word; the rest is left out on both sides.
const LONGEST: usize = 64;

/// Letters that are the same in every language without a table of its own.
const EVERY: &str = "search/every.yaml";

/// The table of a language, as written and as it travels with the index.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Table {
    /// What letters count as: `a: äå`.
    fold: BTreeMap<String, String>,
    /// Words nobody looks for.
    stop: String,
    /// Words the steps do not fit: `form=stem`.
    whole: String,
    /// Words that mean nearly the same, a line for each set.
    alike: Vec<String>,
    /// Taken one after the other.
    steps: Vec<Step>,
    /// Words are written together: their parts are found too.
    joined: bool,
}

/// Of all endings that fit, the longest is taken off or replaced.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Step {
    /// So many letters stay in front of the ending.
    keep: usize,
    /// `ending` or `ending=replacement`, with blanks between.
    off: String,
    /// Until none fits any more.
    #[serde(default)]
    again: bool,
}

/// A table ready for use.
#[derive(Debug, Default)]
pub struct Language {
    pub(super) table: Table,
    letters: BTreeMap<char, String>,
    /// Whether ASCII letters count as others too; without it they are taken as they stand, many at a time.
    folds_ascii: bool,
    /// Asked of every word there is, so it is a table that answers at once.
    stop: Words,
    whole: BTreeMap<String, String>,
    steps: Vec<Endings>,
}

#[derive(Debug)]
struct Endings {
    keep: usize,
    again: bool,
    longest: usize,
    /// Every word is asked about many of them.
    off: Words,
    /// What stands for each.
    replaced: Vec<String>,
}

/// The table of a language from the files of the theme `name`, with the letters that are alike everywhere.
pub fn load(theme: &Files, name: &str, lang: &Lang, diagnostics: &mut Diagnostics) -> Language {
    let mut read = |path: &str| -> Table {
        let file = format!("themes/{name}/{path}").into();
        let node = theme.text(path).and_then(|text| yaml::parse(&file, text, 0, diagnostics));
        node.and_then(|node| yaml::decode(&node, diagnostics)).unwrap_or_default()
    };
    let every = read(EVERY);
    let mut table = read(&format!("search/{lang}.yaml"));
    for (to, letters) in every.fold {
        table.fold.entry(to).or_default().push_str(&letters);
    }
    Language::new(table)
}

impl Language {
    pub(super) fn new(table: Table) -> Self {
        let letters = table.fold.iter().flat_map(|(to, from)| from.chars().map(move |letter| (letter, to.clone())));
        let letters = letters.filter(|(letter, _)| letter.is_alphanumeric()); // words are made of nothing else
        let mut language = Self { letters: letters.collect(), ..Self::default() };
        language.folds_ascii = language.letters.keys().any(char::is_ascii);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for word in words(&table.stop) {
            language.stop.add(&language.folded(&word));
        }
        language.whole = words(&table.whole).iter().map(|word| pair(&language.folded(word))).collect();
        language.steps = table.steps.iter().map(Endings::new).collect();
        language.table = table;
        language
    }

    fn folded(&self, word: &str) -> String {
        let mut folded = String::new();
        word.chars().for_each(|letter| self.fold(letter, &mut folded));
        folded
    }

    pub(super) fn fold(&self, letter: char, to: &mut String) {
        for lower in letter.to_lowercase() {
            match self.letters.get(&lower) {
                Some(folded) => to.push_str(folded),
                None => to.push(lower),
            }
        }
    }

    /// Calls `each` with every word of `text` in its folded form.
    pub(super) fn each_word(&self, text: &str, mut each: impl FnMut(&str)) {
        let (mut word, mut left) = (String::with_capacity(LONGEST), LONGEST);
        let mut rest = text;
        loop {
            let run = if self.folds_ascii { 0 } else { rest.bytes().take_while(u8::is_ascii_alphanumeric).count() };
            let start = word.len();
            word.push_str(&rest[..run.min(left)]);
            word[start..].make_ascii_lowercase();
            left -= run.min(left);
            let mut letters = rest[run..].chars();
            let Some(letter) = letters.next() else {
                break;
            };
            rest = letters.as_str();
            let known = self.letters.get(&letter);
            if known.is_some() || letter.is_alphanumeric() {
                match known {
                    _ if left == 0 => {}
                    Some(folded) => word.push_str(folded),
                    None => self.fold(letter, &mut word),
                }
                left = left.saturating_sub(1);
            } else if left < LONGEST && !is_inside(letter) {
                each(&word);
                word.clear();
                left = LONGEST;
            }
        }
        if !word.is_empty() {
            each(&word);
        }
    }

    /// Whether a word, in its folded form, is one nobody looks for.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.stop.find(word).is_some()
    }

    pub(super) fn is_joined(&self) -> bool {
        self.table.joined
    }

    /// The form under which a folded word is kept.
    pub(super) fn stem(&self, word: &str) -> String {
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            return word.to_owned();
        }
        if let Some(stem) = self.whole.get(word) {
            return stem.clone();
        }
        let mut stem = word.to_owned();
        for step in &self.steps {
            let mut before = stem.len();
            // A replacement that is no shorter than its ending would never end.
            while step.take(&mut stem) && step.again && stem.len() < before {
                before = stem.len();
            }
        }
        stem
    }
}

/// Characters that neither belong to a word nor end it: soft hyphens, loose accents, joiners.
fn is_inside(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}')
}

fn pair(written: &str) -> (String, String) {
    let (from, to) = written.split_once('=').unwrap_or((written, ""));
    (from.to_owned(), to.to_owned())
}

impl Endings {
    fn new(step: &Step) -> Self {
        let all: BTreeMap<String, String> = step.off.split_whitespace().map(pair).collect();
        let longest = all.keys().map(String::len).max().unwrap_or_default();
        let mut off = Words::default();
        for ending in all.keys() {
            off.add(ending);
        }
        Self { keep: step.keep, again: step.again, longest, off, replaced: all.into_values().collect() }
    }

    /// Whether an ending was taken off.
    fn take(&self, stem: &mut String) -> bool {
        for length in (1..=self.longest.min(stem.len())).rev() {
            let at = stem.len() - length;
            let found = stem.get(at..).and_then(|ending| self.off.find(ending));
            if let Some(number) = found.filter(|_| stem[..at].chars().count() >= self.keep) {
                stem.truncate(at);
                stem.push_str(&self.replaced[number as usize]);
                return true;
            }
        }
        false
    }
}
