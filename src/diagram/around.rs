//! Words around a circle: where a label stands when its thing lies on a ring.

use std::f64::consts::TAU;

use super::Authored;
use super::label::{Label, Room};
use super::sheet::{Anchor, EDGE, WIDTH, float};
use super::text::LINE;

pub const MIDDLE: f64 = WIDTH / 2.0;
/// From the roomiest ring to the smallest that still reads as one.
const RADII: [f64; 9] = [88.0, 84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0, 56.0];

/// The least air between the ring and words beside it.
const GAP: f64 = 7.0;

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
    let mut legible = None;
    for radius in RADII {
        let stops = stops(diagram, radius, aside);
        if stops.iter().all(|stop| stop.label.fits_well()) {
            return (radius, stops);
        }
        let fits = legible.is_none() && stops.iter().all(|stop| stop.label.fits());
        legible = if fits { Some((radius, stops)) } else { legible };
    }
    let smallest = RADII[RADII.len() - 1];
    legible.unwrap_or_else(|| (smallest, stops(diagram, smallest, aside)))
}

/// Clockwise from the top.
pub fn stops(diagram: &Authored, radius: f64, aside: f64) -> Vec<Stop<'_>> {
    let turn = TAU / float(diagram.steps.len().max(1));
    let angle = |index| turn * float(index) - TAU / 4.0;
    (0..diagram.steps.len()).map(|index| stop(diagram, index, (radius, angle(index)), aside)).collect()
}

/// Above the top of the ring, below its foot, beside it everywhere else.
fn stop(diagram: &Authored, index: usize, (radius, angle): (f64, f64), aside: f64) -> Stop<'_> {
    let label = |room| Label::step(&diagram.steps[index], Room::of(room), diagram.is_lit(index));
    let (x, y) = on_ring(radius, angle);
    if x.abs() < 1.0 {
        let label = label(150.0);
        let top = if y < 0.0 { y - aside - label.height() } else { y + aside };
        return Stop { angle, label, x: 0.0, top, anchor: Anchor::Middle };
    }
    // The taller a label, the nearer it comes to where the ring is wider, which leaves less room.
    let mut beside = x.abs() + aside;
    let mut set = label(MIDDLE - EDGE - beside);
    for _ in 0..2 {
        let clear = widest(radius, top_of(&set, y, angle), set.height()) + GAP;
        if clear > beside {
            beside = clear;
            set = label(MIDDLE - EDGE - beside);
        }
    }
    let top = top_of(&set, y, angle);
    Stop { angle, label: set, x: beside.copysign(x), top, anchor: if x < 0.0 { Anchor::End } else { Anchor::Start } }
}

/// Low on the ring a label hangs, high on it it stands: either way it grows away from the ring.
fn top_of(label: &Label, y: f64, angle: f64) -> f64 {
    y - LINE / 2.0 - (label.height() - LINE) * f64::midpoint(1.0, -angle.sin())
}

/// How far out the ring lies beside something that tall.
fn widest(radius: f64, top: f64, height: f64) -> f64 {
    let nearest = 0.0_f64.clamp(top, top + height);
    (radius * radius - nearest * nearest).max(0.0).sqrt()
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
    fn words_keep_off_the_ring_where_it_bends_away() {
        for count in 3..=7 {
            let ring = around(&["Toiminta ja aika"; 7][..count]);
            for stop in stops(&ring, 80.0, 8.0) {
                let nearest = 0.0_f64.clamp(stop.top, stop.top + stop.label.height());
                assert!(stop.x.hypot(nearest) >= 80.0 + 4.0, "{count}: {} {}", stop.x, stop.top);
            }
        }
    }

    #[test]
    fn the_ring_shrinks_for_long_labels() {
        let radius = |label| fitting(&around(&["a", label, "c", "d"]), 20.0).0;
        assert!(radius("Vastuullisuus") < radius("Mittaa"));
    }
}
