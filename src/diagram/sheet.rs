//! The paper every kind draws on.
//!
//! Marks stay data until the last moment, so that tests can ask where each of them is.

use super::label::Label;
use super::text;

/// Labels of 13 units stay at least 12 px on a phone of 360 px because no drawing is wider than this.
pub const WIDTH: f64 = 340.0;
/// Room for half of the heaviest stroke.
pub const EDGE: f64 = 2.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Debug)]
pub struct Text {
    pub class: &'static str,
    pub x: f64,
    pub y: f64,
    pub anchor: Anchor,
    /// Read from the bottom up, for the name of a vertical axis.
    pub turned: bool,
    pub words: String,
}

#[derive(Debug)]
pub enum Mark {
    Path { class: &'static str, pen: Pen },
    Disc { class: &'static str, x: f64, y: f64, r: f64 },
    Text(Text),
}

/// Path data with absolute coordinates only.
#[derive(Debug)]
pub struct Pen(pub(super) String);

impl Pen {
    pub fn at(x: f64, y: f64) -> Self {
        Self(format!("M{} {}", num(x), num(y)))
    }

    pub fn line(self, x: f64, y: f64) -> Self {
        Self(format!("{}L{} {}", self.0, num(x), num(y)))
    }

    /// Clockwise, less than half a turn.
    pub fn arc(self, r: f64, x: f64, y: f64) -> Self {
        Self(format!("{}A{r} {r} 0 0 1 {} {}", self.0, num(x), num(y), r = num(r)))
    }

    /// Counter-clockwise, less than half a turn.
    pub fn arc_back(self, r: f64, x: f64, y: f64) -> Self {
        Self(format!("{}A{r} {r} 0 0 0 {} {}", self.0, num(x), num(y), r = num(r)))
    }

    pub fn close(self) -> Self {
        Self(self.0 + "Z")
    }

    pub fn rect(x: f64, y: f64, right: f64, bottom: f64) -> Self {
        Self::at(x, y).line(right, y).line(right, bottom).line(x, bottom).close()
    }
}

#[derive(Debug, Default)]
pub struct Sheet {
    pub height: f64,
    pub marks: Vec<Mark>,
    /// Everything the picture says in words, in reading order.
    pub said: Vec<String>,
    /// Texts that did not fit their place.
    pub misfits: Vec<String>,
}

impl Sheet {
    pub fn path(&mut self, class: &'static str, pen: Pen) {
        self.marks.push(Mark::Path { class, pen });
    }

    pub fn disc(&mut self, class: &'static str, (x, y): (f64, f64), r: f64) {
        self.marks.push(Mark::Disc { class, x, y, r });
    }

    pub fn text(&mut self, class: &'static str, (x, y): (f64, f64), anchor: Anchor, words: &str) {
        let words = text::plain(words);
        self.marks.push(Mark::Text(Text { class, x, y, anchor, turned: false, words }));
    }

    pub fn label(&mut self, label: &Label, at: (f64, f64), anchor: Anchor) {
        self.said.push(label.said());
        self.words(label, at, anchor);
    }

    /// A label that is said elsewhere, with the top of its first line at `y`.
    pub fn words(&mut self, label: &Label, (x, y): (f64, f64), anchor: Anchor) {
        let mut baseline = y + 12.0;
        for (class, line) in label.lines() {
            self.text(class, (x, baseline), anchor, line);
            baseline += text::LINE;
        }
        self.misfits.extend(label.misfits().map(text::plain));
    }
}

/// At most one decimal and never a negative zero, so that a drawing is the same on every machine.
pub fn num(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0 + 0.0)
}

pub fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(0.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_decimal_at_most() {
        assert_eq!([84.0, 1.25, 33.333, -0.01].map(num), ["84", "1.3", "33.3", "0"]);
    }

    #[test]
    fn a_pen_writes_absolute_path_data() {
        assert_eq!(Pen::rect(2.0, 4.5, 10.0, 20.0).0, "M2 4.5L10 4.5L10 20L2 20Z");
        assert_eq!(Pen::at(0.0, 0.0).arc(5.0, 5.0, 5.0).0, "M0 0A5 5 0 0 1 5 5");
        assert_eq!(Pen::at(5.0, 5.0).arc_back(5.0, 0.0, 0.0).0, "M5 5A5 5 0 0 0 0 0");
    }
}
