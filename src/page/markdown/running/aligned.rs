//! Where the characters of a YAML value stand in the file. YAML folds lines and unescapes, and says only where a value
//! begins; both texts are walked side by side.

/// Quotes, indicators and escapes that may stand between two characters of a value.
const REACH: usize = 8;
/// No line is indented further.
const FAR: usize = 200;

/// For each byte of `value` and for its end, the place in `source`, when the value begins near `from`.
pub(super) fn aligned(value: &str, source: &str, from: usize) -> Vec<usize> {
    let mut places = Vec::with_capacity(value.len());
    let mut at = from.min(source.len());
    for c in value.chars() {
        let ahead = if c.is_whitespace() { None } else { ahead(c, &source[at..]) };
        at += ahead.unwrap_or(0);
        places.extend((0..c.len_utf8()).map(|byte| at + if ahead.is_some() { byte } else { 0 }));
        at += ahead.map_or(0, |_| c.len_utf8());
    }
    places.push(at);
    places
}

fn ahead(wanted: char, source: &str) -> Option<usize> {
    let near = source.char_indices().take(FAR).filter(|(_, c)| !c.is_whitespace()).take(REACH);
    near.into_iter().find(|(_, c)| *c == wanted).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, source: &str, word: &str) {
        let places = aligned(value, source, source.find(": ").unwrap() + 2);
        assert_eq!(places[value.find(word).unwrap()], source.find(word).unwrap());
    }

    #[test]
    fn a_word_of_a_value_is_found_however_it_was_written() {
        check("One two.\n\nThree.\n", "text: |\n  One two.\n\n  Three.\n", "Three");
        check("One two three.", "text: >-\n    One\n    two three.\n", "three");
        check("Say \"yes\" twice", "text: \"Say \\\"yes\\\" twice\"\n", "twice");
        check("It's so", "text: 'It''s so'\n", "so");
        check("yö on öinen", "text: \"y\\u00f6 on öinen\"\n", "öinen");
    }
}
