//! The running text of a page, for those who judge its words: plain passages that know where they stand in the file.
//!
//! It is read from the source once more and only when asked for, so that a build pays nothing for it.

mod lines;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Layer;
use crate::yaml;

use super::fragment::variables;
use super::markdown;
pub(super) use lines::Lines;

/// What a passage is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    Title,
    Description,
    Heading,
    Paragraph,
    Item,
    Cell,
    /// Somebody else's words, set apart.
    Quote,
    Alert,
    /// What an image shows, in words.
    Alternative,
    /// A text inside one of our blocks.
    Block,
}

/// A piece of text one reads without a pause, as plain text; text variables stand as they are written.
#[derive(Clone, Debug)]
pub struct Passage {
    pub kind: PassageKind,
    pub text: String,
    /// Between quotation marks, or in italics.
    pub quoted: Vec<Range<usize>>,
    /// Code, and text variables.
    pub code: Vec<Range<usize>>,
    /// Where the pieces of `text` begin: in it, and in the file.
    pieces: Vec<(usize, usize)>,
}

#[derive(Debug)]
pub struct Prose {
    pub passages: Vec<Passage>,
    /// Images without an alternative text.
    pub bare_images: Vec<Place>,
    lines: Lines,
}

/// The running text of the page of `layer` at `path`. Mistakes in the file are reported by whoever parses the page.
#[must_use]
pub fn prose(layer: &Layer, path: &str) -> Option<Prose> {
    let mut silent = Diagnostics::default();
    let text = layer.text(path, &mut silent)?;
    let split = yaml::split_front_matter(&text)?;
    let lines = Lines::new(layer.file(path), &text);
    let mut found = markdown::Found::new(&lines);
    if let Some(head) = yaml::parse(&layer.file(path), split.front_matter, 1, &mut silent) {
        for (key, kind) in [("title", PassageKind::Title), ("description", PassageKind::Description)] {
            found.value(head.get(key), kind);
        }
    }
    let body = text.len() - split.body.len();
    found.body(split.body, body);
    let (passages, images) = found.finished();
    let bare_images = images.into_iter().map(|at| lines.place(at)).collect();
    Some(Prose { passages, bare_images, lines })
}

impl Prose {
    /// Where a byte of a passage stands in the file.
    #[must_use]
    pub fn place(&self, passage: &Passage, offset: usize) -> Place {
        self.lines.place(passage.in_file(offset))
    }
}

impl Passage {
    pub(super) fn new(kind: PassageKind) -> Self {
        Self { kind, text: String::new(), quoted: Vec::new(), code: Vec::new(), pieces: Vec::new() }
    }

    /// Adds a piece that stands at `at` in the file.
    pub(super) fn push(&mut self, piece: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(piece);
    }

    fn in_file(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= offset);
        let piece = after.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.map_or(0, |(start, at)| at + (offset - start))
    }

    /// Whether a place is one where another's words are cited, or words as words.
    #[must_use]
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.kind == PassageKind::Quote || overlaps(&self.quoted, range) || self.is_code(range)
    }

    #[must_use]
    pub fn is_code(&self, range: &Range<usize>) -> bool {
        overlaps(&self.code, range)
    }

    /// The passage is complete: what stands between quotation marks is noted, whichever the author typed. A mark
    /// without its other half is none.
    pub(super) fn finish(&mut self) {
        let mut open: Option<(usize, char)> = None;
        for (at, mark) in self.text.char_indices().filter(|(_, c)| matches!(c, '“' | '”' | '„' | '«' | '»')) {
            let closed = open.filter(|(_, first)| matches!(mark, '”' | '»') || (*first, mark) == ('„', '“'));
            self.quoted.extend(closed.map(|(start, _)| start..at + mark.len_utf8()));
            open = if closed.is_some() { None } else { Some((at, mark)) };
        }
        self.quoted = joined(std::mem::take(&mut self.quoted));
        self.code.extend(variables(&self.text).into_iter().map(|(start, end, _)| start..end));
        self.code = joined(std::mem::take(&mut self.code));
    }
}

/// The same ranges in order, without overlaps.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

fn overlaps(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    let before = ranges.partition_point(|one| one.start < range.end);
    before.checked_sub(1).is_some_and(|last| ranges[last].end > range.start)
}
