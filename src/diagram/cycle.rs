//! Work that comes round again: numbered stations on a ring, clockwise from the top.
//!
//! The number in a station says where the reading starts, which a ring alone never does.

use std::f64::consts::TAU;

use super::around::{MIDDLE, Stop, fitting, from, on_ring, reach};
use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet};
use super::station::{ARRIVE, HEAD, LEAVE, STATION};
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

const GAP: f64 = 7.0;

fn layout(diagram: &Authored) -> Sheet {
    let (radius, stops) = fitting(diagram, STATION + GAP);
    sheet(diagram, radius, &stops)
}

fn sheet(diagram: &Authored, radius: f64, stops: &[Stop]) -> Sheet {
    let (top, bottom) = reach(radius, STATION, stops);
    let center = (MIDDLE, EDGE - top);
    let mut sheet = Sheet { height: bottom - top + 2.0 * EDGE, ..Sheet::default() };
    if let Some(words) = &diagram.center {
        let label = Label::new(words, "", Room::of(2.0 * (radius - STATION - GAP) * 0.9), "");
        sheet.label(&label, (center.0, center.1 - label.height() / 2.0), Anchor::Middle);
    }
    let next = stops.iter().cycle().skip(1);
    stops.iter().zip(next).for_each(|(from, to)| arrow(&mut sheet, center, radius, (from.angle, to.angle)));
    for (index, stop) in stops.iter().enumerate() {
        sheet.station(from(center, on_ring(radius, stop.angle)), index, diagram.is_lit(index));
        sheet.label(&stop.label, from(center, (stop.x, stop.top)), stop.anchor);
    }
    sheet
}

/// From the edge of one station to the edge of the next, with air at both ends.
fn arrow(sheet: &mut Sheet, center: (f64, f64), radius: f64, (start, end): (f64, f64)) {
    let end = if end <= start { end + TAU } else { end };
    let (leave, arrive) = (start + (STATION + LEAVE) / radius, end - (STATION + ARRIVE) / radius);
    let at = |r, angle| from(center, on_ring(r, angle));
    let (tail, tip, back) = (at(radius, leave), at(radius, arrive), arrive - HEAD.0 / radius);
    let (neck, outer, inner) = (at(radius, back), at(radius + HEAD.1, back), at(radius - HEAD.1, back));
    sheet.path("", Pen::at(tail.0, tail.1).arc(radius, neck.0, neck.1));
    sheet.path("fill", Pen::at(tip.0, tip.1).line(outer.0, outer.1).line(inner.0, inner.1).close());
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn cycle(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
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
}
