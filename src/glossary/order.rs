//! Alphabetical order. The letters a language puts after z are data; everything else sorts by its code.

use crate::tongue;

/// Beyond every letter of the tables.
const OTHERS: u32 = 0x1000;

/// What a term sorts by. A hyphen does not count, a blank comes before every letter.
pub(super) fn key(text: &str, lang: &str) -> Vec<u32> {
    let after_z = tongue::of(lang).map_or("", |tongue| tongue.after_z);
    text.chars().flat_map(char::to_lowercase).filter(|c| *c != '-').map(|c| rank(c, after_z)).collect()
}

fn rank(c: char, after_z: &str) -> u32 {
    match (c, after_z.chars().position(|letter| letter == c)) {
        ('\u{a0}', _) => u32::from(' '),
        (_, Some(place)) => u32::from('z') + 1 + u32::try_from(place).unwrap_or_default(),
        (c, None) if c.is_ascii() => u32::from(c),
        (c, None) => OTHERS + u32::from(c),
    }
}

/// The letter under which a term stands.
pub(super) fn initial(term: &str) -> String {
    term.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(lang: &str, mut words: Vec<&'a str>) -> Vec<&'a str> {
        words.sort_by_key(|word| key(word, lang));
        words
    }

    #[test]
    fn finnish_ends_in_its_own_letters() {
        assert_eq!(sorted("fi", vec!["öljy", "äiti", "Åbo", "zeta", "asia"]), ["asia", "zeta", "Åbo", "äiti", "öljy"]);
        assert_eq!(sorted("fi-FI", vec!["väärä", "vara"]), ["vara", "väärä"]);
    }

    #[test]
    fn a_hyphen_does_not_count_a_blank_comes_first_and_case_is_nothing() {
        let order = ["oma asia", "omaa", "oma-aloite", "OMB"];
        assert_eq!(sorted("fi", vec!["OMB", "oma-aloite", "omaa", "oma asia"]), order);
        assert_eq!(initial("“ääni”"), "Ä");
    }
}
