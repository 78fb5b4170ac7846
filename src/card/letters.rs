//! Words as outlines: the letters of a font side by side, kerned.
//!
//! Scripts whose letters change with their neighbours need more than that, so only those that do not are written.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{Face, GlyphId, Tag};
use zeno::{Command, PathBuilder};

pub(super) struct Font<'a> {
    face: Face<'a>,
    /// Tables of pairs that stand closer or wider, first match wins.
    pairs: Vec<PairAdjustment<'a>>,
}

impl<'a> Font<'a> {
    /// `None`: this is no font whose outlines can be read.
    pub fn parse(file: &'a [u8]) -> Option<Self> {
        let face = Face::parse(file, 0).ok()?;
        let pairs = face.tables().gpos.map(pairs).unwrap_or_default();
        Some(Self { face, pairs })
    }

    /// Whether it can write all of a text, and there is something to write.
    pub fn covers(&self, text: &str) -> bool {
        let is_written = |c: char| is_simple(c) && self.face.glyph_index(c).is_some();
        !text.trim().is_empty() && text.chars().all(is_written)
    }

    /// The length of a text in pixels, at `size` pixels to the em.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.placed(text).1 * self.scale(size)
    }

    /// A text's shape, with its baseline beginning at `at`.
    pub fn outline(&self, text: &str, size: f32, at: (f32, f32)) -> Vec<Command> {
        let mut pen = Pen { path: Vec::new(), scale: self.scale(size), at };
        for (glyph, x) in self.placed(text).0 {
            pen.at.0 = at.0 + x * pen.scale;
            self.face.outline_glyph(glyph, &mut pen);
        }
        pen.path
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.face.units_per_em())
    }

    /// Each glyph and where it stands, and where the text ends; in the font's units.
    fn placed(&self, text: &str) -> (Vec<(GlyphId, f32)>, f32) {
        let (mut placed, mut x) = (Vec::new(), 0.0);
        let mut previous = None;
        for glyph in text.chars().filter_map(|c| self.face.glyph_index(c)) {
            x += previous.map_or(0.0, |previous| f32::from(self.kerning(previous, glyph)));
            placed.push((glyph, x));
            x += f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
            previous = Some(glyph);
        }
        (placed, x)
    }

    fn kerning(&self, left: GlyphId, right: GlyphId) -> i16 {
        if let Some(by) = self.pairs.iter().find_map(|pairs| by_pair(pairs, left, right)) {
            return by;
        }
        let tables = self.face.tables().kern.into_iter().flat_map(|kern| kern.subtables);
        let mut plain = tables.filter(|table| table.horizontal && !table.variable && self.pairs.is_empty());
        plain.find_map(|table| table.glyphs_kerning(left, right)).unwrap_or_default()
    }
}

/// Letters of alphabets that are written one after another, from left to right: Latin, Greek, Cyrillic, and the signs
/// between them.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{214f}')
}

fn pairs(table: LayoutTable) -> Vec<PairAdjustment> {
    let kerning = table.features.into_iter().filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let mut numbers: Vec<u16> = kerning.flat_map(|feature| feature.lookup_indices).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let lookups = numbers.into_iter().filter_map(|number| table.lookups.get(number));
    let tables = lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>());
    tables.filter_map(|table| if let PositioningSubtable::Pair(pairs) = table { Some(pairs) } else { None }).collect()
}

/// How far `right` moves when it follows `left`, if these tables know the two.
fn by_pair(pairs: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i16> {
    let at = pairs.coverage().get(left)?;
    let (first, _) = match pairs {
        PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(first.x_advance)
}

/// Draws outlines in pixels, with y downwards.
struct Pen {
    path: Vec<Command>,
    scale: f32,
    at: (f32, f32),
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> [f32; 2] {
        [self.at.0 + x * self.scale, self.at.1 - y * self.scale]
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.path.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.path.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.point(x1, y1), self.point(x, y));
        self.path.quad_to(by, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.path.curve_to(by, and, to);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_letters_stand_as_their_font_wants_them() {
        let font = Font::parse(super::super::LETTERS).unwrap();
        let width = |text: &str| font.width(text, 100.0);
        assert!(width("AV") < width("A") + width("V"));
        assert!((width("nn") - 2.0 * width("n")).abs() < 0.1);
    }

    #[test]
    fn every_language_of_the_north_can_be_written() {
        let font = Font::parse(super::super::LETTERS).unwrap();
        for text in ["Åäö “Ð” þæø", "Anarâškielâ čđŋŧž", "Ελληνικά", "Українська", "õüš – 100 % …"]
        {
            assert!(font.covers(text), "{text}");
        }
        for text in ["", " ", "a\nb", "e\u{301}", "नमस्ते", "a\u{200f}b"] {
            assert!(!font.covers(text), "{text:?}");
        }
    }
}
