//! Words around a circle: where a label stands when its thing lies on a ring.

use std::f64::consts::TAU;

use super::Authored;
use super::label::{Label, Room};
use super::sheet::{Anchor, EDGE, WIDTH, float};
use super::text::LINE;

pub const MIDDLE: f64 = WIDTH / 2.0;
/// From the roomiest ring to the smallest that still reads as one.
const RADII: [f64; 9] = [88.0, 84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0, 56.0];

/// A label with its place, measured from the middle of the ring.
pub struct Stop<'a> {
    pub angle: f64,
    pub label: Label<'a>,
    pub x: f64,
    pub top: f64,
    pub anchor: Anchor,
}

/// The roomiest ring whose labels can be read, with their stops. `aside` is the air from the ring to a label.
pub fn fitting(diagram: &Authored, aside: f64) -> (f64, Vec<Stop<'_>>) {
    let rings = || RADII.into_iter().map(|radius| (radius, stops(diagram, radius, aside)));
    let smallest = RADII[RADII.len() - 1];
    rings()
        .find(|(_, stops)| stops.iter().all(|stop| stop.label.fits_well()))
        .or_else(|| rings().find(|(_, stops)| stops.iter().all(|stop| stop.label.fits())))
        .unwrap_or_else(|| (smallest, stops(diagram, smallest, aside)))
}

/// Clockwise from the top.
pub fn stops(diagram: &Authored, radius: f64, aside: f64) -> Vec<Stop<'_>> {
    let turn = TAU / float(diagram.steps.len().max(1));
    let angle = |index| turn * float(index) - TAU / 4.0;
    (0..diagram.steps.len()).map(|index| stop(diagram, index, (radius, angle(index)), aside)).collect()
}

/// Above the top of the ring, below its foot, beside it everywhere else.
fn stop(diagram: &Authored, index: usize, (radius, angle): (f64, f64), aside: f64) -> Stop<'_> {
    let (x, y) = on_ring(radius, angle);
    let beside = x.abs() + aside;
    let upright = x.abs() < 1.0;
    let room = Room::of(if upright { 150.0 } else { MIDDLE - EDGE - beside });
    let label = Label::step(&diagram.steps[index], room, diagram.is_lit(index));
    let height = label.height();
    // Low on the ring a label hangs, high on it it stands: either way it grows away from the ring.
    let above = (height - LINE) * f64::midpoint(1.0, -angle.sin());
    let (x, top, anchor) = match upright {
        true if y < 0.0 => (0.0, y - aside - height, Anchor::Middle),
        true => (0.0, y + aside, Anchor::Middle),
        false => (beside.copysign(x), y - LINE / 2.0 - above, if x < 0.0 { Anchor::End } else { Anchor::Start }),
    };
    Stop { angle, label, x, top, anchor }
}

/// The highest and the lowest point. `size` is the half of what stands on the ring at each stop.
pub fn reach(radius: f64, size: f64, stops: &[Stop]) -> (f64, f64) {
    let place = |stop: &Stop| on_ring(radius, stop.angle).1;
    let tops = stops.iter().map(|stop| stop.top.min(place(stop) - size));
    let bottoms = stops.iter().map(|stop| (stop.top + stop.label.height()).max(place(stop) + size));
    (tops.fold(-radius, f64::min), bottoms.fold(radius, f64::max))
}

pub fn on_ring(radius: f64, angle: f64) -> (f64, f64) {
    (radius * angle.cos(), radius * angle.sin())
}

pub fn from(center: (f64, f64), by: (f64, f64)) -> (f64, f64) {
    (center.0 + by.0, center.1 + by.1)
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn around(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        Authored { steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    #[test]
    fn a_ring_with_nothing_at_its_foot_is_not_cut_off() {
        let (_, bottom) = reach(80.0, 13.0, &stops(&around(&["a", "b", "c"]), 80.0, 20.0));
        assert!(bottom >= 80.0);
    }

    #[test]
    fn labels_go_clockwise_and_stay_outside() {
        let ring = around(&["a", "b", "c", "d"]);
        let places = stops(&ring, 80.0, 10.0);
        let sides: Vec<_> = places.iter().map(|stop| stop.anchor).collect();
        assert_eq!(sides, [Anchor::Middle, Anchor::Start, Anchor::Middle, Anchor::End]);
        assert!(places[0].top < -80.0 && places[1].x > 80.0 && places[2].top > 80.0 && places[3].x < -80.0);
    }

    #[test]
    fn the_ring_shrinks_for_long_labels() {
        let radius = |label| fitting(&around(&["a", label, "c", "d"]), 20.0).0;
        assert!(radius("Vastuullisuus") < radius("Mittaa"));
    }
}
