//! The pages' words → for each stem the sections that speak of it, and how much: integers only, in an order that chance
//! has no part in.

use rayon::prelude::*;

use super::language::Language;
use super::page::{Count, Found};
use super::words::{Words, number};

/// The stems in alphabetical order, each with its sections.
#[derive(Debug, Default)]
pub(super) struct Postings {
    pub stems: Vec<String>,
    /// Where the sections of each stem begin in `hits`, and where the last ones end.
    pub starts: Vec<usize>,
    pub hits: Vec<Hit>,
}

/// A section and how much it speaks of a word, in one number: a large book has millions of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit(u32);

impl Hit {
    fn new(section: u32, strength: u8) -> Self {
        Self(section << 5 | u32::from(strength))
    }

    pub fn section(self) -> u32 {
        self.0 >> 5
    }

    /// 1 to [`STRONGEST`].
    pub fn strength(self) -> u8 {
        (self.0 & 0x1f) as u8
    }
}

pub(super) const STRONGEST: u32 = 26;

/// A weight that gives half of the greatest strength.
const HALF: u64 = 160;

/// A part of a word that is written together counts so many tenths of the word.
const PART: u16 = 4;

/// The shortest parts of such a word.
const SHORTEST_FIRST: usize = 3;
const SHORTEST_LAST: usize = 4;

/// How deep parts are taken apart.
const DEPTH: usize = 2;

impl Postings {
    pub fn of(&self, stem: usize) -> &[Hit] {
        &self.hits[self.starts[stem]..self.starts[stem + 1]]
    }
}

/// Every distinct word and what it is found under.
struct Vocabulary {
    stems: Words,
    /// By word: its stem, then those of its parts.
    forms: Vec<Vec<u32>>,
}

pub(super) fn postings(pages: &[&Found], language: &Language) -> Postings {
    let mut all = Words::default();
    let numbers: Vec<Vec<u32>> = pages.iter().map(|page| page.numbers(&mut all)).collect();
    let vocabulary = vocabulary(&all, language);
    drop(all);
    let firsts = pages.iter().scan(0, |next, page| {
        let first = *next;
        *next += u32::from(page.sections);
        Some(first)
    });
    let firsts: Vec<u32> = firsts.collect();
    let each = |at: usize| page_hits(pages[at], &numbers[at], firsts[at], &vocabulary);
    let found: Vec<Vec<(u32, Hit)>> = (0..pages.len()).into_par_iter().map(each).collect();
    drop(numbers);
    sorted(&vocabulary.stems, &found)
}

fn vocabulary(all: &Words, language: &Language) -> Vocabulary {
    let own: Vec<String> = (0..all.len()).into_par_iter().map(|word| language.stem(all.get(word))).collect();
    let mut stems = Words::default();
    let mut forms: Vec<Vec<u32>> = own.iter().map(|stem| vec![stems.add(stem)]).collect();
    if language.is_joined() {
        let known = Known { all, own: &own, stems: &stems, language };
        forms.par_iter_mut().enumerate().for_each(|(word, forms)| {
            known.add_parts(all.get(word), &own[word], forms, DEPTH);
        });
    }
    Vocabulary { stems, forms }
}

/// The words of a handbook, which tell where a word that is written together has its seams.
struct Known<'a> {
    all: &'a Words,
    own: &'a [String],
    stems: &'a Words,
    language: &'a Language,
}

impl Known<'_> {
    /// Adds what the parts of a word are found under. Both stand alone elsewhere; the seam is the last there is. An ending
    /// is no part: the first one has another stem than the whole.
    fn add_parts(&self, word: &str, stem: &str, forms: &mut Vec<u32>, depth: usize) {
        if depth == 0 || word.len() < SHORTEST_FIRST + SHORTEST_LAST {
            return;
        }
        for seam in (SHORTEST_FIRST..=word.len() - SHORTEST_LAST).rev() {
            let Some((first, last)) = word.split_at_checked(seam) else {
                continue;
            };
            let Some(first_number) = self.all.find(first) else {
                continue;
            };
            let first_stem = &self.own[first_number as usize];
            if first_stem == stem {
                return;
            }
            let last_stem = self.language.stem(last);
            let Some(found) = self.stems.find(&last_stem).filter(|_| last_stem.len() >= SHORTEST_FIRST) else {
                continue;
            };
            forms.extend(self.stems.find(first_stem));
            forms.push(found);
            self.add_parts(first, first_stem, forms, depth - 1);
            self.add_parts(last, &last_stem, forms, depth - 1);
            return;
        }
    }
}

/// What a page's sections are found under, in order.
fn page_hits(page: &Found, numbers: &[u32], first: u32, vocabulary: &Vocabulary) -> Vec<(u32, Hit)> {
    // Stem, section and weight in one number each, because that is what is sorted fastest.
    let mut weights: Vec<u64> = Vec::with_capacity(page.counts.len() * 2);
    for Count { word, section, weight } in &page.counts {
        for (part, stem) in vocabulary.forms[numbers[*word as usize] as usize].iter().enumerate() {
            let weight = if part == 0 { *weight } else { weight / 10 * PART + weight % 10 * PART / 10 };
            weights.push(u64::from(*stem) << 32 | u64::from(*section) << 16 | u64::from(weight));
        }
    }
    weights.sort_unstable();
    let place = |one: &u64| one >> 16;
    let hit = |same: &[u64]| {
        let (stem, section, weight) =
            (same[0] >> 32, same[0] >> 16 & 0xffff, same.iter().map(|one| one & 0xffff).sum());
        #[allow(clippy::cast_possible_truncation)] // taken apart as it was put together
        (stem as u32, Hit::new(first + section as u32, strength(weight)))
    };
    weights.chunk_by(|one, next| place(one) == place(next)).map(hit).collect()
}

fn strength(weight: u64) -> u8 {
    u8::try_from((u64::from(STRONGEST) * weight / (weight + HALF)).max(1)).unwrap_or(u8::MAX)
}

/// Brings the hits of all pages into the order of the alphabet.
fn sorted(stems: &Words, found: &[Vec<(u32, Hit)>]) -> Postings {
    let mut order: Vec<u32> = (0..stems.len()).map(number).collect();
    order.par_sort_unstable_by_key(|stem| stems.get(*stem as usize));
    let mut places = vec![0_u32; stems.len()];
    for (place, stem) in order.iter().enumerate() {
        places[*stem as usize] = number(place);
    }
    let mut starts = vec![0; stems.len() + 1];
    for (stem, _) in found.iter().flatten() {
        starts[places[*stem as usize] as usize + 1] += 1;
    }
    for place in 0..stems.len() {
        starts[place + 1] += starts[place];
    }
    let mut next = starts.clone();
    let mut hits = vec![Hit::default(); starts[stems.len()]];
    for (stem, hit) in found.iter().flatten() {
        let slot = &mut next[places[*stem as usize] as usize];
        hits[*slot] = *hit;
        *slot += 1;
    }
    Postings { stems: order.iter().map(|stem| stems.get(*stem as usize).to_owned()).collect(), starts, hits }
}
