//! Numbered stations and arrows, drawn alike wherever one thing follows another.

use super::sheet::{Anchor, Pen, Sheet};

pub const STATION: f64 = 13.0;
/// From the edge of a station to the arrow that leaves it.
pub const LEAVE: f64 = 5.0;
/// From the point of an arrow to the station it reaches.
pub const ARRIVE: f64 = 4.0;
/// How long the head of an arrow is, and half of how wide.
pub const HEAD: (f64, f64) = (9.0, 4.5);

impl Sheet {
    pub fn station(&mut self, at: (f64, f64), index: usize, lit: bool) {
        let (disc, number) = if lit { ("fill you", "paper") } else { ("", "") };
        self.disc(disc, at, STATION);
        self.text(number, (at.0, at.1 + 4.5), Anchor::Middle, &(index + 1).to_string());
    }

    /// Along straight lines; the head lies on the last of them.
    pub fn arrow(&mut self, points: &[(f64, f64)]) {
        let Some((tip, shaft)) = points.split_last() else { return };
        let (Some(start), Some(back)) = (shaft.first(), shaft.last()) else { return };
        let neck = before(*back, *tip);
        let pen = shaft[1..].iter().fold(Pen::at(start.0, start.1), |pen, at| pen.line(at.0, at.1));
        self.path("", pen.line(neck.0, neck.1));
        self.head(neck, *tip);
    }

    fn head(&mut self, neck: (f64, f64), tip: (f64, f64)) {
        let (x, y) = ((tip.1 - neck.1) * HEAD.1 / HEAD.0, (tip.0 - neck.0) * HEAD.1 / HEAD.0);
        let pen = Pen::at(tip.0, tip.1).line(neck.0 - x, neck.1 + y).line(neck.0 + x, neck.1 - y);
        self.path("fill", pen.close());
    }
}

/// Where the head of an arrow begins.
fn before(from: (f64, f64), tip: (f64, f64)) -> (f64, f64) {
    let (x, y) = (tip.0 - from.0, tip.1 - from.1);
    let share = HEAD.0 / x.hypot(y).max(HEAD.0);
    (tip.0 - x * share, tip.1 - y * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[(f64, f64)]) -> String {
        let mut sheet = Sheet::default();
        sheet.arrow(points);
        sheet.svg("d", "").split_once("</desc>").unwrap_or_default().1.to_owned()
    }

    #[test]
    fn an_arrow_ends_in_a_head() {
        let head = "<path class=\"fill\" d=\"M40 10L31 14.5L31 5.5Z\" />";
        assert_eq!(drawn(&[(10.0, 10.0), (40.0, 10.0)]), format!("<path d=\"M10 10L31 10\" />{head}</svg>"));
    }

    #[test]
    fn an_arrow_may_turn_on_its_way() {
        let svg = drawn(&[(10.0, 10.0), (40.0, 10.0), (40.0, 60.0)]);
        assert!(svg.starts_with("<path d=\"M10 10L40 10L40 51\" />"), "{svg}");
        assert!(svg.contains("M40 60L35.5 51L44.5 51Z"), "{svg}");
    }

    #[test]
    fn one_point_is_no_arrow() {
        assert_eq!(drawn(&[(1.0, 1.0)]), "</svg>");
    }
}
