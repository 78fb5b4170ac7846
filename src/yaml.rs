//! YAML with places: text becomes a tree whose every value knows its file, line and column; trees of several layers
//! merge; a tree becomes a serde type, and every author mistake on the way is a finding.
//!
//! The only module that names the YAML library, so that replacing it stays a change of one file.

mod decode;
mod keys;
mod merge;
mod tree;

pub use decode::{At, Ordered, TextOr, TextOrNumber, decode, decode_or_default};
pub use keys::{Found, find, hidden, is_branch, leaves, texts};
pub use merge::{is_removal, merge};
pub use tree::{Key, Node, Value, parse};

/// A Markdown file split at its front matter. `first_line` is how many lines stand before the body.
pub struct Split<'a> {
    pub front_matter: &'a str,
    pub body: &'a str,
    pub first_line: u32,
}

/// Cuts the leading block between two `---` lines; a file without one is all body. `None`: the block is never closed.
#[must_use]
pub fn split_front_matter(text: &str) -> Option<Split<'_>> {
    let Some(rest) = text.strip_prefix("---\n") else {
        return Some(Split { front_matter: "", body: text, first_line: 0 });
    };
    let (length, close) = closing_fence(rest)?;
    let lines = rest[..length].bytes().filter(|byte| *byte == b'\n').count();
    let first_line = u32::try_from(lines).unwrap_or(u32::MAX - 2) + 2;
    Some(Split { front_matter: &rest[..length], body: &rest[close..], first_line })
}

/// Where the front matter ends and where the body begins.
fn closing_fence(rest: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start, start + line.len()));
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_cut_and_the_lines_before_the_body_are_counted() {
        let split = split_front_matter("---\ntitle: A\n---\nText\n").unwrap();
        assert_eq!((split.front_matter, split.body, split.first_line), ("title: A\n", "Text\n", 3));
    }

    #[test]
    fn a_page_without_front_matter_is_all_body_and_an_open_block_is_none() {
        assert_eq!(split_front_matter("Text\n").unwrap().body, "Text\n");
        assert!(split_front_matter("---\ntitle: A\n").is_none());
    }
}
