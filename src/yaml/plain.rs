//! Flat maps of plain texts and numbers, as the heads of most pages are: for these the library takes as long as the rest
//! of the page does. Whatever is not obviously such a map is left to it, mistakes included; a test holds the two to each
//! other.

use std::sync::Arc;

use crate::diagnostics::Place;

use super::tree::{Key, Node, Value};

/// Words that are no text, or that somebody might take for something else.
const SPECIAL: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];
/// Longer numbers may not fit.
const MOST_DIGITS: usize = 15;

/// Reads `text`, before which `first_line` lines stand in the file. `None`: the library has to.
pub(super) fn read(file: &Arc<str>, text: &str, first_line: u32) -> Option<Node> {
    let mut entries: Vec<(Key, Node)> = Vec::new();
    for (line, number) in text.strip_suffix('\n')?.split('\n').zip(first_line + 1..) {
        let (name, value) = line.split_once(": ").filter(|(name, _)| is_name(name))?;
        let column = u32::try_from(name.len()).ok()? + 3;
        let key = Key { name: name.to_owned(), place: Place::new(file, number, 1) };
        let node = Node { place: Place::new(file, number, column), value: scalar(value)? };
        if entries.iter().any(|(known, _)| known.name == name) {
            return None;
        }
        entries.push((key, node));
    }
    Some(Node { place: Place::new(file, first_line + 1, 1), value: Value::Map(entries) })
}

fn is_name(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && !SPECIAL.contains(&name)
}

fn scalar(written: &str) -> Option<Value> {
    let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(text) = inside.filter(|text| !text.is_empty()) {
        let is_plain = text.chars().all(|c| is_harmless(c) || ":#[]{}&*!|>'%@`".contains(c));
        return is_plain.then(|| Value::Text(text.to_owned()));
    }
    if is_number(written) {
        return Some(Value::Number(written.to_owned()));
    }
    let is_text = written.starts_with(char::is_alphabetic)
        && !written.ends_with(' ')
        && written.chars().all(is_harmless)
        && !SPECIAL.contains(&written.to_ascii_lowercase().as_str());
    is_text.then(|| Value::Text(written.to_owned()))
}

fn is_number(written: &str) -> bool {
    let digits = written.bytes().all(|byte| byte.is_ascii_digit());
    digits && !written.starts_with('0') && (1..=MOST_DIGITS).contains(&written.len())
}

/// What means nothing to YAML, wherever it stands in a text.
fn is_harmless(c: char) -> bool {
    c.is_alphanumeric() || " .,;?!()/-+_–—”’“‘…".contains(c)
}

#[cfg(test)]
mod tests {
    use crate::yaml::tree::by_library;

    use super::*;

    /// Whether it was read here; the library must read the same.
    #[track_caller]
    fn is_read(text: &str) -> bool {
        let own = read(&"a.yaml".into(), text, 3);
        if own.is_some() {
            assert_eq!(own, by_library(&"a.yaml".into(), text, 3, &mut crate::diagnostics::Diagnostics::default()));
        }
        own.is_some()
    }

    #[test]
    fn the_head_of_a_page_is_read_as_the_library_reads_it() {
        assert!(is_read("title: Aito kohtaaminen\ndescription: \"Mitä se on: läsnäoloa, ei #temppuja\"\nweight: 10\n"));
        for other in
            ["title: a", "a: [b]\n", "a: b\na: c\n", "a: b # c\n", "a:\n  b: c\n", "a: \"\"\n", "a: 01\n", "\n"]
        {
            assert!(!is_read(other), "{other}");
        }
    }

    #[test]
    fn no_character_is_read_otherwise_than_by_the_library_wherever_it_stands() {
        let odd = "åÄ–—”’“‘…%§€\u{85}\u{a0}\u{ad}\u{2028}\u{feff}\u{fffd}\u{1f600}\u{e000}";
        for c in (0..=127).map(char::from).chain(odd.chars()) {
            for value in ["Xa", "aX", "aXb", "a X b", "a X", "X a", "aX b", "a Xb", "1X", "X1", "X"] {
                let value = value.replace('X', &c.to_string());
                is_read(&format!("title: {value}\n"));
                is_read(&format!("title: \"{value}\"\n"));
                is_read(&format!("k{c}y: a\n"));
            }
        }
    }
}
