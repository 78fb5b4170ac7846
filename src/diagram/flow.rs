//! A sequence that is gone through once: numbered stations, an arrow to each from the one before.
//!
//! Read as text is read: from left to right, wrapping into rows, and one under the other where the words need
//! the whole width. With `lanes` it also says whose each step is.

use super::label::{Label, Room};
use super::lanes;
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Sheet, WIDTH, float};
use super::station::{ARRIVE, LEAVE, STATION};
use super::text::LINE;
use super::{Authored, Shape};

pub const SHAPE: Shape = Shape {
    word: "flow",
    takes: "a flow takes",
    least: 2,
    most: 7,
    needs: &[Part::Steps],
    allows: &[Part::Highlight, Part::Lanes],
    layout,
};

const SPAN: f64 = WIDTH - 2.0 * EDGE;
/// From a station to its words.
const ASIDE: f64 = 9.0;
/// Between the words under neighbouring stations, and between rows.
const APART: f64 = 10.0;
const ROWS_APART: f64 = 18.0;
/// An arrow between stations that stand one under the other.
const DOWN: f64 = 2.0 * STATION + LEAVE + ARRIVE + 15.0;

fn layout(diagram: &Authored) -> Sheet {
    if !diagram.lanes.is_empty() {
        return lanes::layout(diagram);
    }
    let count = diagram.steps.len();
    // Three rows would no longer be read as one line.
    let columns = (1..=2).map(|rows| count.div_ceil(rows)).filter(|columns| *columns > 1);
    let mut fitting = columns.map(|columns| (columns, in_rows(diagram, columns)));
    match fitting.find(|(_, labels)| labels.iter().all(Label::fits_well)) {
        Some((columns, labels)) => rows(diagram, &labels, columns),
        None => down(diagram),
    }
}

fn in_rows(diagram: &Authored, columns: usize) -> Vec<Label<'_>> {
    labels(diagram, SPAN / float(columns) - APART)
}

fn labels(diagram: &Authored, room: f64) -> Vec<Label<'_>> {
    let steps = diagram.steps.iter().enumerate();
    steps.map(|(index, step)| Label::step(step, Room::of(room), diagram.is_lit(index))).collect()
}

fn rows(diagram: &Authored, labels: &[Label], columns: usize) -> Sheet {
    let (mut sheet, mut top) = (Sheet::default(), EDGE);
    let pitch = SPAN / float(columns);
    for (number, row) in labels.chunks(columns).enumerate() {
        let y = top + STATION;
        for (column, label) in row.iter().enumerate() {
            let (index, left) = (number * columns + column, EDGE + pitch * float(column));
            sheet.station((left + STATION, y), index, diagram.is_lit(index));
            sheet.label(label, (left, y + STATION + 3.0), Anchor::Start);
            if index + 1 < labels.len() {
                // At the end of a row it points on, as a line of text does.
                let next = if column + 1 < columns { left + pitch - ARRIVE } else { WIDTH - EDGE };
                sheet.arrow(&[(left + 2.0 * STATION + LEAVE, y), (next, y)]);
            }
        }
        let tallest = row.iter().map(Label::height).fold(0.0, f64::max);
        top = y + STATION + 3.0 + tallest + ROWS_APART;
    }
    sheet.height = top - ROWS_APART + EDGE;
    sheet
}

fn down(diagram: &Authored) -> Sheet {
    let (mut sheet, x) = (Sheet::default(), EDGE + STATION);
    let labels = labels(diagram, SPAN - 2.0 * STATION - ASIDE);
    let (mut y, mut end) = (EDGE + STATION.max(LINE), 0.0);
    for (index, label) in labels.iter().enumerate() {
        // Short words stand beside the middle of their station, longer ones begin there.
        let top = y - LINE.min(label.height() / 2.0);
        sheet.station((x, y), index, diagram.is_lit(index));
        sheet.label(label, (x + STATION + ASIDE, top), Anchor::Start);
        end = (top + label.height()).max(y + STATION);
        let next = (y + DOWN).max(end + APART + LINE);
        if index + 1 < labels.len() {
            sheet.arrow(&[(x, y + STATION + LEAVE), (x, next - STATION - ARRIVE)]);
        }
        y = next;
    }
    sheet.height = end + EDGE;
    sheet
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn flow(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        Authored { steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    fn svg(diagram: &Authored) -> String {
        layout(diagram).svg("d", "")
    }

    fn places(svg: &str) -> Vec<(&str, &str)> {
        let discs = svg.split("<circle ").skip(1).map(|disc| disc.split('"'));
        discs.filter_map(|mut parts| Some((parts.nth(1)?, parts.nth(1)?))).collect()
    }

    #[test]
    fn short_words_stand_in_one_row() {
        let svg = svg(&flow(&["Kuvaa", "Katso", "Korjaa"]));
        assert_eq!(places(&svg), [("15", "15"), ("127", "15"), ("239", "15")]);
        assert!(svg.contains("<path d=\"M33 15L101 15\" /><path class=\"fill\" d=\"M110 15"), "{svg}");
        assert!(svg.contains("<text x=\"114\" y=\"43\">Katso</text>"), "{svg}");
    }

    #[test]
    fn longer_words_wrap_into_rows_and_the_arrow_points_on() {
        let svg = svg(&flow(&["Suunnittelu", "Kuvaaminen", "Katsominen", "Korjaaminen"]));
        assert_eq!(places(&svg), [("15", "15"), ("183", "15"), ("15", "78"), ("183", "78")]);
        assert_eq!(svg.matches("class=\"fill\"").count(), 3);
        assert!(svg.contains("d=\"M338 15L"), "{svg}");
    }

    #[test]
    fn sentences_stand_one_under_the_other() {
        let mut week = flow(&["Ma", "Ti", "Ke"]);
        week.steps[1].note = Some("Katsokaa tallenne yhdessä ja kirjatkaa, mitä kukin näki, ennen kuin kukaan selittää. Kolme parannusta, nimi ja päivä jokaiselle, eikä yhtään työkaverin moitetta.".into());
        let svg = svg(&week);
        assert!(places(&svg).iter().all(|(x, _)| *x == "15"), "{svg}");
    }

    #[test]
    fn the_highlighted_station_is_filled() {
        let svg = svg(&Authored { highlight: Some(1), ..flow(&["a", "b"]) });
        assert!(svg.contains("<circle class=\"fill you\" cx=\"15\""), "{svg}");
        assert!(svg.contains("<text class=\"you\" x=\"2\""), "{svg}");
    }
}
