//! The index as files: a small one that knows the others, words by their first letters, texts by page. Each is a script,
//! because that is what a page opened from a disk may load.

use std::fmt::Write;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::address::Lang;
use crate::files::Files;

use super::language::Language;
use super::page::{Found, quote, sections_of};
use super::postings::{Hit, Postings, STRONGEST, postings};

/// How large a file of words and one of texts at least becomes, in bytes before packing; and how many there are at most.
const WORDS_SIZE: usize = 10_000;
const TEXTS_SIZE: usize = 3_000;
const MOST_WORDS: usize = 400;
const MOST_TEXTS: usize = 1000;

/// Of a word that is everywhere, so many sections are kept: the strongest.
const MOST_HITS: usize = 4000;

/// The search of one language.
#[derive(Debug)]
pub struct Index {
    /// The script that is loaded first.
    pub entry: String,
    /// Those it knows by name.
    pub files: Files,
}

/// Puts the pages of a book into files.
#[must_use]
pub fn index(lang: &Lang, language: &Language, pages: &[&Found]) -> Index {
    let postings = postings(pages, language);
    let lines: Vec<String> = (0..postings.stems.len()).into_par_iter().map(|stem| line(&postings, stem)).collect();
    let mut shelf = Shelf { lang, files: Files::default(), hashes: String::new(), count: 0 };
    let firsts = words(&mut shelf, &postings, &lines);
    let words = shelf.count;
    let starts = texts(&mut shelf, pages);
    let mut head = format!("(portaat.searchData ??= {{}})[\"{lang}\"]={{words:{words},firsts:");
    quote(&mut head, &firsts);
    let sections: Vec<String> = pages.iter().map(|page| sections_of(page).to_string()).collect();
    let table = serde_json::to_string(&language.table).unwrap_or_default().replace('<', "\\u003c");
    let _ = writeln!(
        head,
        ",starts:[{starts}],sections:[{}],hashes:\"{}\",language:{table},w:[],t:[]}};",
        sections.join(","),
        shelf.hashes.trim_end()
    );
    Index { entry: head, files: shelf.files }
}

/// Files beside the entry, numbered; the entry knows the hashes in their names.
struct Shelf<'a> {
    lang: &'a Lang,
    files: Files,
    hashes: String,
    count: usize,
}

impl Shelf<'_> {
    fn put(&mut self, script: String) {
        let hash = xxh3_64(script.as_bytes());
        self.files.insert(format!("assets/search-{}-{}.{hash:016x}.js", self.lang, self.count), script);
        let _ = write!(self.hashes, "{hash:016x} ");
        self.count += 1;
    }
}

/// A stem's sections: how far each is from the one before, in base 36, and its strength as a capital.
fn line(postings: &Postings, stem: usize) -> String {
    let hits = postings.of(stem);
    let weakest = weakest(hits);
    let mut line = String::with_capacity(3 * hits.len());
    let mut before = 0;
    for hit in hits.iter().filter(|hit| hit.strength() >= weakest) {
        base36(&mut line, hit.section() - before);
        line.push(char::from(b'A' + hit.strength().clamp(1, 26) - 1));
        before = hit.section();
    }
    line
}

/// The least strength with which not too many are left.
fn weakest(hits: &[Hit]) -> u8 {
    if hits.len() <= MOST_HITS {
        return 0;
    }
    let mut counts = [0; STRONGEST as usize + 1];
    for hit in hits {
        counts[usize::from(hit.strength())] += 1;
    }
    let mut left = 0;
    let fits = |strength: &u8| {
        left += counts[usize::from(*strength)];
        left <= MOST_HITS
    };
    let strongest = u8::try_from(STRONGEST).unwrap_or(u8::MAX);
    (1..=strongest).rev().take_while(fits).last().unwrap_or(strongest)
}

fn base36(to: &mut String, number: u32) {
    if number >= 36 {
        base36(to, number / 36);
    }
    to.push(char::from_digit(number % 36, 36).unwrap_or('0'));
}

/// Writes the stems with their sections; gives the first stem of each file.
fn words(shelf: &mut Shelf, postings: &Postings, lines: &[String]) -> String {
    let size = |stem: usize| postings.stems[stem].len() + lines[stem].len() + 3;
    let total: usize = (0..lines.len()).map(size).sum();
    let most = WORDS_SIZE.max(total / MOST_WORDS);
    let (mut firsts, mut script, mut before) = (String::new(), String::new(), "");
    for (stem, line) in lines.iter().enumerate() {
        if !script.is_empty() && script.len() + size(stem) > most {
            close(shelf, &mut script, "\"");
        }
        let word = postings.stems[stem].as_str();
        if script.is_empty() {
            let _ = write!(script, "portaat.searchData[\"{}\"].w[{}]=\"", shelf.lang, shelf.count);
            firsts.extend([word, " "]);
            before = "";
        } else {
            script.push(' ');
        }
        let shared = shared(before, word);
        base36(&mut script, u32::try_from(shared).unwrap_or_default());
        script.extend([&word[shared..], ":", line]);
        before = word;
    }
    close(shelf, &mut script, "\"");
    firsts.trim_end().to_owned()
}

fn close(shelf: &mut Shelf, script: &mut String, end: &str) {
    if !script.is_empty() {
        script.push_str(end);
        script.push_str(";\n");
        shelf.put(std::mem::take(script));
    }
}

/// How many letters two words begin with in common; one figure tells it. Counted in ASCII letters, which every program
/// counts alike.
fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take(35).take_while(|(a, b)| a == b && a.is_ascii()).count()
}

/// Writes the texts; gives the first page of each file.
fn texts(shelf: &mut Shelf, pages: &[&Found]) -> String {
    let total: usize = pages.iter().map(|page| page.record.len()).sum();
    let (most, first) = (TEXTS_SIZE.max(total / MOST_TEXTS), shelf.count);
    let (mut starts, mut script) = (Vec::new(), String::new());
    for (number, page) in pages.iter().enumerate() {
        if script.len() > most {
            close(shelf, &mut script, "]");
        }
        if script.is_empty() {
            let _ = write!(script, "portaat.searchData[\"{}\"].t[{}]=[", shelf.lang, shelf.count - first);
            starts.push(number.to_string());
        } else {
            script.push(',');
        }
        script.push_str(&page.record);
    }
    close(shelf, &mut script, "]");
    starts.join(",")
}
