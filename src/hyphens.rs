//! Where a long word of a heading or a lead may be broken, because not every browser can divide the words of every
//! language. The only user of the hyphenation crate.
//!
//! The marks belong to what is shown: nobody who reads texts (search, feeds, names in lists) gets one.

use crate::address::Lang;

/// What a browser shows only where it breaks the word.
pub const SOFT: char = '\u{ad}';

/// Words of fewer letters fit on any line.
const SHORTEST: usize = 12;
/// Longer ones are no words.
const LONGEST: usize = 80;
/// Letters that stay together at either end.
const END: usize = 5;

/// The places in `text`, in bytes, where a long word may be broken; none for a language without patterns.
#[must_use]
pub fn places(text: &str, lang: &Lang) -> Vec<usize> {
    let Some(patterns) = patterns(lang).filter(|_| text.len() >= SHORTEST) else {
        return Vec::new();
    };
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= SHORTEST);
    let fitting = words.filter(|word| (SHORTEST..=LONGEST).contains(&word.chars().count()));
    fitting
        .flat_map(|word| {
            let mut at = word.as_ptr() as usize - text.as_ptr() as usize;
            let end = at + word.len();
            let parts = hypher::hyphenate_bounded(word, patterns, END, END).map(move |part| {
                at += part.len();
                at
            });
            parts.filter(move |at| *at < end).collect::<Vec<_>>()
        })
        .collect()
}

/// `text` with a soft hyphen at each of its places.
#[must_use]
pub fn softened(text: &str, lang: &Lang) -> String {
    let mut soft = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for at in places(text, lang) {
        soft.push_str(&text[done..at]);
        soft.push(SOFT);
        done = at;
    }
    soft + &text[done..]
}

fn patterns(lang: &Lang) -> Option<hypher::Lang> {
    let primary = lang.0.split('-').next().unwrap_or_default();
    hypher::Lang::from_iso(primary.as_bytes().try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, lang: &str) -> String {
        softened(text, &Lang::new(lang)).replace(SOFT, "|")
    }

    #[test]
    fn only_long_words_are_divided_and_not_near_their_ends() {
        assert_eq!(shown("Asiakaskokemus syntyy", "fi"), "Asiakas|ko|kemus syntyy");
        assert_eq!(shown("Kulttuuri", "fi"), "Kulttuuri");
    }

    #[test]
    fn a_language_without_patterns_and_what_is_no_word_stay_whole() {
        assert_eq!(shown("Asiakaskokemus", "xx"), "Asiakaskokemus");
        assert_eq!(shown("Asiakaskokemus", "gsw"), "Asiakaskokemus");
        let endless = "a".repeat(100_000);
        assert_eq!(shown(&endless, "fi"), endless);
    }
}
