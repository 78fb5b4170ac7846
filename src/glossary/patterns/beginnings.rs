//! Where a word begins with the two bytes of any pattern. Nearly all words of a text are no terms, and this says so
//! without a look at the tree: one plain loop over bytes, which decides what a glossary costs on ten thousand pages.

/// One bit for each pair of bytes, in either case.
#[derive(Clone, Debug)]
pub(super) struct Beginnings(Box<[u64]>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; 1 << 10].into())
    }
}

impl Beginnings {
    /// Notes a stem, which is in lower case.
    pub fn add(&mut self, stem: &str) {
        let mut letters = stem.chars();
        let first = letters.next().into_iter().flat_map(cases);
        let second: Vec<String> = letters.next().into_iter().flat_map(cases).collect();
        for first in first {
            match (first.as_bytes(), &second[..]) {
                ([one, two, ..], _) => self.set(*one, *two),
                ([one], []) => (0..=u8::MAX).for_each(|any| self.set(*one, any)),
                ([one], second) => second.iter().for_each(|letter| self.set(*one, letter.as_bytes()[0])),
                ([], _) => {}
            }
        }
    }

    /// The first word at or after `from`, which is no place inside a word, that a pattern may begin with.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let (mut at, mut is_inside) = (from, false);
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                if !is_inside && self.has(byte, bytes.get(at + 1).copied().unwrap_or_default()) {
                    return Some(at);
                }
                (at, is_inside) = (at + 1, true);
            } else if byte.is_ascii() {
                // What follows a single hyphen goes on with the word, or ends it.
                is_inside = is_inside && byte == b'-' && bytes.get(at + 1) != Some(&b'-');
                at += 1;
            } else {
                let letter = text[at..].chars().next()?;
                let is_letter = letter.is_alphanumeric();
                if is_letter && !is_inside && self.has(byte, bytes[at + 1]) {
                    return Some(at);
                }
                (at, is_inside) = (at + letter.len_utf8(), is_letter);
            }
        }
        None
    }

    fn set(&mut self, one: u8, two: u8) {
        let (place, bit) = slot(one, two);
        self.0[place] |= bit;
    }

    fn has(&self, one: u8, two: u8) -> bool {
        let (place, bit) = slot(one, two);
        self.0[place] & bit != 0
    }
}

/// A letter in both cases, as text: a capital may be two letters.
fn cases(letter: char) -> [String; 2] {
    [letter.to_string(), letter.to_uppercase().to_string()]
}

fn slot(one: u8, two: u8) -> (usize, u64) {
    let pair = usize::from(one) << 8 | usize::from(two);
    (pair >> 6, 1 << (pair & 63))
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
