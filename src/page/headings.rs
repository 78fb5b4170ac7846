//! Headings: levels, texts, and ids the way GitHub makes them, with å ä ö folded.

use std::collections::BTreeSet;

use deunicode::deunicode_char;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
}

/// The ids given out so far on a page.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// An id for a heading that has none of its own: unique, `-1`, `-2` behind repeated ones.
    pub fn for_text(&mut self, text: &str) -> String {
        let base = Some(slugged(text)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "section".to_owned());
        let numbered = (1..).map(|number| format!("{base}-{number}"));
        let mut candidates = std::iter::once(base.clone()).chain(numbered);
        let free = candidates.find(|id| !self.0.contains(id)).expect("invariant: there is always another number");
        self.0.insert(free.clone());
        free
    }

    /// Notes an id the author wrote; `false` when the page has it already.
    pub fn take(&mut self, id: &str) -> bool {
        self.0.insert(id.to_owned())
    }
}

fn slugged(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.bytes().filter_map(|byte| match byte {
            b' ' | b'-' | b'_' => Some('-'),
            byte => byte.is_ascii_alphanumeric().then(|| byte.to_ascii_lowercase().into()),
        });
        return letters.collect::<String>().trim_matches('-').to_owned();
    }
    let mut slug = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            ' ' | '-' | '_' | '\u{a0}' => slug.push('-'),
            c if c.is_alphanumeric() => slug.push_str(deunicode_char(c).unwrap_or_default()),
            _ => {}
        }
    }
    let plain = slug.to_lowercase();
    plain.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>().trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_folded_and_numbered() {
        let mut ids = Ids::default();
        assert_eq!(ids.for_text("Mistä on kyse?"), "mista-on-kyse");
        assert_eq!(ids.for_text("Mistä on kyse?"), "mista-on-kyse-1");
        assert_eq!(ids.for_text("…"), "section");
        assert!(!ids.take("section"));
    }
}
