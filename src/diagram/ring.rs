//! Things of equal rank around one centre: the plan of a round room, a piece of wall for each of them.
//!
//! No arrows and no numbers: a ring says who stands around, and that nobody comes first.

use std::f64::consts::PI;

use super::around::{MIDDLE, Stop, fitting, from, on_ring, reach};
use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet, float};
use super::text::width;
use super::{Authored, Shape};

pub const SHAPE: Shape = Shape {
    word: "ring",
    takes: "a ring takes",
    least: 3,
    most: 7,
    needs: &[Part::Steps, Part::Center],
    allows: &[Part::Highlight],
    layout,
};

const WALL: f64 = 14.0;
const DOOR: f64 = 12.0;
/// From the wall to the words outside it.
const ASIDE: f64 = 8.0;
/// From the wall to the place in the middle, and from its edge to its words.
const AIR: f64 = 14.0;

fn layout(diagram: &Authored) -> Sheet {
    let (radius, stops) = fitting(diagram, ASIDE);
    // Half of the stroke lies outside the wall.
    let (top, bottom) = reach(radius, EDGE, &stops);
    let center = (MIDDLE, EDGE - top);
    let mut sheet = Sheet { height: bottom - top + 2.0 * EDGE, ..Sheet::default() };
    middle(&mut sheet, diagram, center, radius - WALL);
    walls(&mut sheet, diagram, center, (radius, &stops));
    for stop in &stops {
        sheet.label(&stop.label, from(center, (stop.x, stop.top)), stop.anchor);
    }
    sheet
}

/// As large as its words need, within the walls.
fn middle(sheet: &mut Sheet, diagram: &Authored, center: (f64, f64), inside: f64) {
    let words = diagram.center.as_deref().unwrap_or_default();
    let label = Label::new(words, "", Room::of(2.0 * (inside - AIR) * 0.9), "");
    let widest = label.lines().map(|(_, line)| width(line)).fold(0.0, f64::max);
    let needs = (widest / 2.0).hypot(label.height() / 2.0) + AIR / 2.0;
    sheet.disc("tint", center, needs.clamp((inside - AIR) / 2.0, inside - AIR));
    sheet.label(&label, (center.0, center.1 - label.height() / 2.0), Anchor::Middle);
}

fn walls(sheet: &mut Sheet, diagram: &Authored, center: (f64, f64), (radius, stops): (f64, &[Stop])) {
    let half = PI / float(stops.len().max(1));
    let piece = |stop: &Stop| wall(center, radius, stop.angle, half);
    for (index, stop) in stops.iter().enumerate() {
        sheet.path(if diagram.is_lit(index) { "fill you" } else { "mass" }, piece(stop));
    }
    for stop in stops {
        sheet.path("cut", piece(stop));
    }
}

/// Along the outside clockwise, back along the inside.
fn wall(center: (f64, f64), radius: f64, angle: f64, half: f64) -> Pen {
    let inner = radius - WALL;
    let (out, back) = (half - DOOR / 2.0 / radius, half - DOOR / 2.0 / inner);
    let at = |r, angle| from(center, on_ring(r, angle));
    let (a, b) = (at(radius, angle - out), at(radius, angle + out));
    let (c, d) = (at(inner, angle + back), at(inner, angle - back));
    Pen::at(a.0, a.1).arc(radius, b.0, b.1).line(c.0, c.1).arc_back(inner, d.0, d.1).close()
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn ring(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        let center = Some("Asiakas".into());
        Authored { center, steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    fn svg(diagram: &Authored) -> String {
        layout(diagram).svg("d", "")
    }

    #[test]
    fn a_piece_of_wall_to_the_letter() {
        let piece = wall((100.0, 100.0), 80.0, 0.0, PI / 2.0).0;
        assert_eq!(piece, "M106 20.2A80 80 0 0 1 106 179.8L106 165.7A66 66 0 0 0 106 34.3Z");
    }

    #[test]
    fn every_one_has_its_wall_and_nothing_tells_them_apart() {
        let svg = svg(&ring(&["a", "b", "c", "d", "e"]));
        assert_eq!((svg.matches("class=\"mass\"").count(), svg.matches("class=\"cut\"").count()), (5, 5));
        assert!(!svg.contains("\"fill\"") && !svg.contains(">1</text>"), "{svg}");
    }

    #[test]
    fn the_centre_is_named_first_and_stands_on_the_tint() {
        let svg = svg(&ring(&["a", "b", "c"]));
        assert!(svg.contains("<desc id=\"d-d\">Asiakas; a; b; c</desc>"), "{svg}");
        assert!(svg.contains("<circle class=\"tint\" cx=\"170\""), "{svg}");
    }

    #[test]
    fn the_highlighted_wall_is_solid() {
        let svg = svg(&Authored { highlight: Some(2), ..ring(&["a", "b", "c"]) });
        assert_eq!((svg.matches("class=\"fill you\"").count(), svg.matches("class=\"mass\"").count()), (1, 2));
    }

    #[test]
    fn a_centre_without_room_is_told() {
        let long = "asiakaskokemuksenkehittämisohjelma";
        let diagram = Authored { center: Some(long.into()), ..ring(&["a", "b", "c"]) };
        assert_eq!(layout(&diagram).misfits, [long]);
    }
}
