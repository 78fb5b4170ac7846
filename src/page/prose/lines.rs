//! Offsets in a file ↔ lines and columns, without counting from the top each time.

use std::sync::Arc;

use crate::diagnostics::Place;

/// So many bytes are counted anew for each question.
const STRIDE: usize = 512;

#[derive(Debug)]
pub struct Lines {
    pub file: Arc<str>,
    pub text: String,
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many characters begin before every `STRIDE`th byte: a line may be as long as the file.
    counted: Vec<usize>,
}

impl Lines {
    pub fn new(file: Arc<str>, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let count = |sum: &mut usize, chunk: &[u8]| Some(std::mem::replace(sum, *sum + characters(chunk)));
        let counted = text.as_bytes().chunks(STRIDE).scan(0, count).collect();
        Self { file, text: text.to_owned(), starts, counted }
    }

    pub fn place(&self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.before(offset) - self.before(self.starts[line - 1]) + 1;
        Place::new(&self.file, number(line), number(column))
    }

    /// The offset of a place, or the end of the text.
    pub fn offset(&self, place: &Place) -> usize {
        let Some(start) = self.starts.get(place.line.saturating_sub(1) as usize) else {
            return self.text.len();
        };
        let wanted = self.before(*start) + place.column.saturating_sub(1) as usize;
        let stride = self.counted.partition_point(|count| *count <= wanted).saturating_sub(1);
        let from = self.text.floor_char_boundary(stride * STRIDE);
        let ahead = wanted - self.before(from);
        self.text[from..].char_indices().nth(ahead).map_or(self.text.len(), |(at, _)| from + at)
    }

    /// How many characters begin before `offset`.
    fn before(&self, offset: usize) -> usize {
        let stride = (offset / STRIDE).min(self.counted.len().saturating_sub(1));
        let counted = self.counted.get(stride).copied().unwrap_or_default();
        counted + characters(&self.text.as_bytes()[stride * STRIDE..offset])
    }
}

/// The characters that begin in a piece of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_and_an_offset_are_the_same_thing() {
        let lines = Lines::new("a.md".into(), "yö\nöljy ä\n");
        for (offset, line, column) in [(0, 1, 1), (3, 1, 3), (4, 2, 1), (9, 2, 5), (10, 2, 6)] {
            let place = lines.place(offset);
            assert_eq!((place.line, place.column, lines.offset(&place)), (line, column, offset));
        }
        assert_eq!(lines.offset(&Place::new(&lines.file, 9, 1)), lines.text.len());
    }

    #[test]
    fn a_long_line_is_counted_right_from_everywhere() {
        let lines = Lines::new("a.md".into(), &format!("aä\n{}", "xäö€".repeat(1_000)));
        for (column, (at, _)) in lines.text[4..].char_indices().enumerate() {
            let place = lines.place(4 + at);
            assert_eq!((place.line, place.column as usize, lines.offset(&place)), (2, column + 1, 4 + at));
        }
    }

    #[test]
    fn an_empty_file_has_one_place() {
        let lines = Lines::new("a.md".into(), "");
        assert_eq!((lines.place(7).line, lines.offset(&Place::new(&lines.file, 1, 5))), (1, 0));
    }
}
