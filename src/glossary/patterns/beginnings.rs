//! Where a word begins with the three bytes of any pattern. Nearly all words of a text are no terms, and this says so
//! without a look at the tree: one plain loop over bytes, which decides what a glossary costs on ten thousand pages.

/// One bit for each three bytes that look alike.
#[derive(Clone, Debug)]
pub(super) struct Beginnings(Box<[u64]>);

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Hyphen,
    Other,
    /// Part of a character of several bytes.
    Wide,
}

const CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut all = [Class::Other; 256];
    let mut byte = u8::MIN;
    loop {
        all[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'-' => Class::Hyphen,
            0x80.. => Class::Wide,
            _ => Class::Other,
        };
        if byte == u8::MAX {
            return all;
        }
        byte += 1;
    }
}

/// How many letters of one byte stand in a row.
fn letters(bytes: &[u8]) -> usize {
    let end = bytes.iter().position(|byte| CLASSES[usize::from(*byte)] != Class::Letter);
    end.unwrap_or(bytes.len())
}

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; 1 << 12].into())
    }
}

impl Beginnings {
    /// Notes a stem, which is in lower case.
    pub fn add(&mut self, stem: &str) {
        for written in spellings(stem) {
            match *written.as_bytes() {
                [one, two, three, ..] => self.set(one, two, three),
                [one, two] => (0..=u8::MAX).for_each(|any| self.set(one, two, any)),
                [one] => (0..=u16::MAX).map(u16::to_be_bytes).for_each(|[two, three]| self.set(one, two, three)),
                [] => {}
            }
        }
    }

    /// The first word at or after `from`, which is no place inside a word, that a pattern may begin with.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let (mut at, mut is_inside) = (from, false);
        while let Some(&byte) = bytes.get(at) {
            match CLASSES[usize::from(byte)] {
                Class::Letter => {
                    if !is_inside && self.has(bytes, at) {
                        return Some(at);
                    }
                    at += letters(&bytes[at..]);
                    is_inside = true;
                }
                Class::Other => (at, is_inside) = (at + 1, false),
                Class::Hyphen => {
                    // What follows a single hyphen goes on with the word, or ends it.
                    is_inside = is_inside && bytes.get(at + 1) != Some(&b'-');
                    at += 1;
                }
                Class::Wide => {
                    let letter = text[at..].chars().next()?;
                    let is_letter = letter.is_alphanumeric();
                    if is_letter && !is_inside && self.has(bytes, at) {
                        return Some(at);
                    }
                    (at, is_inside) = (at + letter.len_utf8(), is_letter);
                }
            }
        }
        None
    }

    fn set(&mut self, one: u8, two: u8, three: u8) {
        let (place, bit) = slot(one, two, three);
        self.0[place] |= bit;
    }

    fn has(&self, bytes: &[u8], at: usize) -> bool {
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let (place, bit) = slot(byte(at), byte(at + 1), byte(at + 2));
        self.0[place] & bit != 0
    }
}

/// The first three letters in every case, as they may be written.
fn spellings(stem: &str) -> Vec<String> {
    stem.chars().take(3).fold(vec![String::new()], |all, letter| {
        all.iter().flat_map(|before| cases(letter).into_iter().map(move |case| format!("{before}{case}"))).collect()
    })
}

/// A letter in both cases, as text: a capital may be two letters.
fn cases(letter: char) -> [String; 2] {
    [letter.to_string(), letter.to_uppercase().to_string()]
}

/// Of the second and third byte five bits each, by which letters differ.
fn slot(one: u8, two: u8, three: u8) -> (usize, u64) {
    let place = usize::from(one) << 10 | usize::from(two & 31) << 5 | usize::from(three & 31);
    (place >> 6, 1 << (place & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_let_through_when_a_stem_begins_like_it_in_any_case() {
        let mut beginnings = Beginnings::default();
        for stem in ["äly", "kä", "ta", "b"] {
            beginnings.add(stem);
        }
        let found = |text: &str| {
            let mut at = 0;
            let mut all = Vec::new();
            while let Some(start) = beginnings.find(text, at) {
                all.push(text[start..].chars().take_while(|c| c.is_alphabetic()).collect::<String>());
                at = start + all.last().map_or(1, String::len);
            }
            all.join(" ")
        };
        assert_eq!(found("Älykäs kÄ, (tavat) b Bx"), "Älykäs kÄ tavat b Bx");
        assert_eq!(found("öljy ka te k t xta x-ta ö-ta -tä kkä"), "");
        assert_eq!(found("-ta a\u{a0}ta – ta x- ta x--ta"), "ta ta ta ta ta");
    }
}
