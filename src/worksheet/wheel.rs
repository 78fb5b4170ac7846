//! The wheel on paper and screen: five rings, a numbered spoke for each thing that is rated, and the shape of each
//! rating, which the browser draws from the same three numbers as this file.

use std::f64::consts::TAU;
use std::fmt::Write;

pub const MIDDLE: f64 = 120.0;
pub const RADIUS: f64 = 100.0;

/// The drawing, without its element: rings, spokes, their numbers.
#[must_use]
pub fn face(spokes: usize) -> String {
    let mut svg = String::new();
    for ring in 1..=5 {
        let _ = write!(svg, r#"<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{}"/>"#, RADIUS / 5.0 * f64::from(ring));
    }
    for spoke in 0..spokes {
        let ((x, y), (text_x, text_y)) = (point(spoke, spokes, 5.0), point(spoke, spokes, 5.5));
        let _ = write!(svg, r#"<path d="M{MIDDLE} {MIDDLE}L{x} {y}"/>"#);
        let _ = write!(svg, r#"<text x="{text_x}" y="{text_y}">{}</text>"#, spoke + 1);
    }
    svg
}

/// The `points` of a rating, `None` where nothing was chosen.
#[must_use]
pub fn shape(ratings: &[Option<u8>]) -> String {
    let rated = ratings.iter().enumerate().filter_map(|(spoke, rating)| Some((spoke, f64::from((*rating)?))));
    let points = rated.map(|(spoke, rating)| {
        let (x, y) = point(spoke, ratings.len(), rating);
        format!("{x},{y}")
    });
    points.collect::<Vec<_>>().join(" ")
}

/// Clockwise from the top, in tenths of a unit.
fn point(spoke: usize, spokes: usize, rating: f64) -> (f64, f64) {
    let share = f64::from(u32::try_from(spoke).unwrap_or(0)) / f64::from(u32::try_from(spokes.max(1)).unwrap_or(1));
    let (angle, reach) = (TAU * share, RADIUS * rating / 5.0);
    let tenths = |value: f64| (value * 10.0).round() / 10.0;
    (tenths(MIDDLE + reach * angle.sin()), tenths(MIDDLE - reach * angle.cos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_go_clockwise_from_the_top() {
        assert_eq!(shape(&[Some(5), Some(5), Some(1), None]), "120,20 220,120 120,140");
    }

    #[test]
    fn a_face_has_five_rings_and_a_number_for_every_spoke() {
        let face = face(3);
        assert_eq!((face.matches("<circle").count(), face.matches("<path").count()), (5, 3));
        assert!(face.contains(">3</text>"), "{face}");
    }
}
