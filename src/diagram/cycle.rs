//! Work that comes round again: numbered stations on a ring, clockwise from the top.
//!
//! The number in a station says where the reading starts, which a ring alone never does.

use std::f64::consts::TAU;

use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet, WIDTH, float};
use super::text::LINE;
use super::{Authored, Shape};

pub const SHAPE: Shape = Shape {
    word: "cycle",
    takes: "a cycle takes",
    least: 3,
    most: 6,
    needs: &[Part::Steps],
    allows: &[Part::Highlight, Part::Center],
    layout,
};

const STATION: f64 = 13.0;
const GAP: f64 = 7.0;
const MIDDLE: f64 = WIDTH / 2.0;
/// From the roomiest ring to the smallest that still reads as one.
const RADII: [f64; 9] = [88.0, 84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0, 56.0];

/// A label with its place, measured from the middle of the ring.
struct Stop<'a> {
    angle: f64,
    label: Label<'a>,
    x: f64,
    top: f64,
    anchor: Anchor,
}

fn layout(diagram: &Authored) -> Sheet {
    let rings = || RADII.into_iter().map(|radius| (radius, stops(diagram, radius)));
    let smallest = RADII[RADII.len() - 1];
    let (radius, stops) = rings()
        .find(|(_, stops)| stops.iter().all(|stop| stop.label.fits_well()))
        .or_else(|| rings().find(|(_, stops)| stops.iter().all(|stop| stop.label.fits())))
        .unwrap_or_else(|| (smallest, self::stops(diagram, smallest)));
    sheet(diagram, radius, &stops)
}

fn stops(diagram: &Authored, radius: f64) -> Vec<Stop<'_>> {
    let turn = TAU / float(diagram.steps.len().max(1));
    let angle = |index| turn * float(index) - TAU / 4.0;
    (0..diagram.steps.len()).map(|index| stop(diagram, index, angle(index), radius)).collect()
}

/// Above the top station, below the bottom one, beside all others.
fn stop(diagram: &Authored, index: usize, angle: f64, radius: f64) -> Stop<'_> {
    let (x, y) = on_ring(radius, angle);
    let beside = x.abs() + STATION + GAP;
    let upright = x.abs() < 1.0;
    let room = Room::of(if upright { 150.0 } else { MIDDLE - EDGE - beside });
    let label = Label::step(&diagram.steps[index], room, diagram.is_lit(index));
    let height = label.height();
    // Low on the ring a label hangs, high on it it stands: either way it grows away from the arrows.
    let above = (height - LINE) * f64::midpoint(1.0, -angle.sin());
    let (x, top, anchor) = match upright {
        true if y < 0.0 => (0.0, y - STATION - GAP - height, Anchor::Middle),
        true => (0.0, y + STATION + GAP, Anchor::Middle),
        false => (beside.copysign(x), y - LINE / 2.0 - above, if x < 0.0 { Anchor::End } else { Anchor::Start }),
    };
    Stop { angle, label, x, top, anchor }
}

fn sheet(diagram: &Authored, radius: f64, stops: &[Stop]) -> Sheet {
    let (top, bottom) = reach(radius, stops);
    let center = (MIDDLE, EDGE - top);
    let mut sheet = Sheet { height: bottom - top + 2.0 * EDGE, ..Sheet::default() };
    if let Some(words) = &diagram.center {
        let label = Label::new(words, "", Room::of(2.0 * (radius - STATION - GAP) * 0.9), "");
        sheet.label(&label, (center.0, center.1 - label.height() / 2.0), Anchor::Middle);
    }
    let next = stops.iter().cycle().skip(1);
    stops.iter().zip(next).for_each(|(from, to)| arrow(&mut sheet, center, radius, (from.angle, to.angle)));
    for (index, stop) in stops.iter().enumerate() {
        station(&mut sheet, from(center, on_ring(radius, stop.angle)), index, diagram.is_lit(index));
        sheet.label(&stop.label, from(center, (stop.x, stop.top)), stop.anchor);
    }
    sheet
}

fn reach(radius: f64, stops: &[Stop]) -> (f64, f64) {
    let disc = |stop: &Stop| on_ring(radius, stop.angle).1;
    let tops = stops.iter().map(|stop| stop.top.min(disc(stop) - STATION));
    let bottoms = stops.iter().map(|stop| (stop.top + stop.label.height()).max(disc(stop) + STATION));
    (tops.fold(-radius, f64::min), bottoms.fold(radius, f64::max))
}

fn station(sheet: &mut Sheet, at: (f64, f64), index: usize, lit: bool) {
    let (disc, number) = if lit { ("fill you", "paper") } else { ("", "") };
    sheet.disc(disc, at, STATION);
    sheet.text(number, (at.0, at.1 + 4.5), Anchor::Middle, &(index + 1).to_string());
}

/// From the edge of one station to the edge of the next, with air at both ends.
fn arrow(sheet: &mut Sheet, center: (f64, f64), radius: f64, (start, end): (f64, f64)) {
    let end = if end <= start { end + TAU } else { end };
    let (leave, arrive) = (start + (STATION + 5.0) / radius, end - (STATION + 4.0) / radius);
    let at = |r, angle| from(center, on_ring(r, angle));
    let (tail, tip, back) = (at(radius, leave), at(radius, arrive), arrive - 9.0 / radius);
    let (neck, outer, inner) = (at(radius, back), at(radius + 4.5, back), at(radius - 4.5, back));
    sheet.path("", Pen::at(tail.0, tail.1).arc(radius, neck.0, neck.1));
    sheet.path("fill", Pen::at(tip.0, tip.1).line(outer.0, outer.1).line(inner.0, inner.1).close());
}

fn on_ring(radius: f64, angle: f64) -> (f64, f64) {
    (radius * angle.cos(), radius * angle.sin())
}

fn from(center: (f64, f64), by: (f64, f64)) -> (f64, f64) {
    (center.0 + by.0, center.1 + by.1)
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn cycle(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), note: None };
        Authored { steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    #[test]
    fn stations_go_clockwise_from_the_top() {
        let svg = layout(&cycle(&["Tunnista", "Kehitä", "Mittaa", "Paranna"])).svg("d", "");
        let at = |x: &str, y: &str| format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"13\" />");
        let places = [("170", "38"), ("258", "126"), ("170", "214"), ("82", "126")];
        let found = places.map(|(x, y)| svg.find(&at(x, y)));
        assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{svg}");
        assert!(svg.contains("<text x=\"278\" y=\"130\">Kehitä</text>"), "{svg}");
    }

    #[test]
    fn every_station_sends_one_arrow() {
        let svg = layout(&cycle(&["a", "b", "c", "d", "e"])).svg("d", "");
        assert_eq!((svg.matches('A').count(), svg.matches("class=\"fill\"").count()), (5, 5));
    }

    #[test]
    fn the_ring_shrinks_for_long_labels() {
        let height = |label| layout(&cycle(&["a", label, "c", "d"])).height;
        assert!(height("Vastuullisuus") < height("Mittaa"));
    }

    #[test]
    fn the_highlighted_station_is_filled_and_the_center_named() {
        let lit = Authored { highlight: Some(2), center: Some("Kulttuuri".into()), ..cycle(&["a", "b", "c"]) };
        let svg = layout(&lit).svg("d", "");
        assert!(svg.contains("<circle class=\"fill you\""), "{svg}");
        assert!(svg.contains("<text class=\"paper\"") && svg.contains(">2</text>"), "{svg}");
        assert!(svg.contains(">Kulttuuri</text>"), "{svg}");
    }

    #[test]
    fn a_ring_with_nothing_at_its_foot_is_not_cut_off() {
        let (_, bottom) = reach(80.0, &stops(&cycle(&["a", "b", "c"]), 80.0));
        assert!(bottom >= 80.0);
    }
}
