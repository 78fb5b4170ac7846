//! Whether a text still says what it said when somebody last compared it, or answered it: a short mark of its words.

use xxhash_rust::xxh3::xxh3_64;

/// Twelve digits made of the words of all parts; how lines are broken makes no difference.
pub fn mark<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let plain = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: Vec<String> = parts.into_iter().map(plain).collect();
    format!("{:016x}", xxh3_64(words.join("\n").as_bytes()))[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn line_breaks_make_no_difference_and_words_and_parts_do() {
        assert_eq!(mark(["One two", ""]), mark(["One\n  two ", ""]));
        assert_ne!(mark(["One two"]), mark(["One", "two"]));
        assert_ne!(mark(["One two"]), mark(["One too"]));
    }
}
