//! What came after what: points on one line, from the earliest on.
//!
//! Few and short ones stand along the line, by turns above and below it, so that each has room for two. Longer
//! ones stand beside a line that goes down the page.

use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet, WIDTH, float};
use super::text::LINE;
use super::{Authored, Shape};

pub const SHAPE: Shape = Shape {
    word: "timeline",
    takes: "a timeline takes",
    least: 2,
    most: 6,
    needs: &[Part::Steps],
    allows: &[Part::Highlight],
    layout,
};

const SPAN: f64 = WIDTH - 2.0 * EDGE;
const POINT: f64 = 5.0;
/// From the line, or from the pole of a label, to its words.
const ASIDE: f64 = 6.0;
/// From the line to the words above and below it.
const LIFT: f64 = 10.0;
/// Between labels along the line, and between labels beside it.
const APART: f64 = 10.0;
const BESIDE: f64 = 14.0;

fn layout(diagram: &Authored) -> Sheet {
    let pitch = SPAN / float(diagram.steps.len() + 1);
    let short = labels(diagram, 2.0 * pitch - ASIDE - APART);
    if short.iter().all(Label::fits_well) { along(diagram, &short, pitch) } else { down(diagram) }
}

fn labels(diagram: &Authored, room: f64) -> Vec<Label<'_>> {
    let steps = diagram.steps.iter().enumerate();
    steps.map(|(index, step)| Label::step(step, Room::of(room), diagram.is_lit(index))).collect()
}

fn along(diagram: &Authored, labels: &[Label], pitch: f64) -> Sheet {
    let tallest = |side: usize| labels.iter().skip(side).step_by(2).map(Label::height).fold(0.0, f64::max);
    let line = EDGE + tallest(0) + LIFT;
    let mut sheet = Sheet { height: line + LIFT + tallest(1) + EDGE, ..Sheet::default() };
    sheet.path("cut", Pen::at(EDGE, line).line(WIDTH - EDGE, line));
    for (index, label) in labels.iter().enumerate() {
        let (x, height) = (EDGE + POINT + pitch * float(index), label.height());
        let (end, top) = match index % 2 {
            0 => (line - LIFT - height, line - LIFT - height),
            _ => (line + LIFT + height, line + LIFT),
        };
        sheet.path("thin", Pen::at(x, line).line(x, end));
        sheet.label(label, (x + ASIDE, top), Anchor::Start);
        point(&mut sheet, diagram, index, (x, line));
    }
    sheet
}

fn down(diagram: &Authored) -> Sheet {
    let (mut sheet, x) = (Sheet::default(), EDGE + POINT);
    let labels = labels(diagram, SPAN - 2.0 * POINT - APART);
    let tops = labels.iter().scan(EDGE, |top, label| Some(std::mem::replace(top, *top + label.height() + BESIDE)));
    let tops: Vec<f64> = tops.collect();
    let end = tops.last().zip(labels.last()).map_or(0.0, |(top, label)| top + label.height());
    sheet.height = end + EDGE;
    let first = EDGE + LINE / 2.0;
    sheet.path("cut", Pen::at(x, first).line(x, end.max(first)));
    for (index, (label, top)) in labels.iter().zip(tops).enumerate() {
        sheet.label(label, (x + POINT + APART, top), Anchor::Start);
        point(&mut sheet, diagram, index, (x, top + LINE / 2.0));
    }
    sheet
}

fn point(sheet: &mut Sheet, diagram: &Authored, index: usize, at: (f64, f64)) {
    sheet.disc(if diagram.is_lit(index) { "fill you" } else { "fill" }, at, POINT);
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn timeline(points: &[(&str, &str)]) -> Authored {
        let step =
            |(label, note): &(&str, &str)| Step { label: (*label).into(), note: Some((*note).into()), lane: None };
        Authored { steps: points.iter().map(step).collect(), ..Authored::default() }
    }

    fn svg(diagram: &Authored) -> String {
        layout(diagram).svg("d", "")
    }

    #[test]
    fn short_words_stand_by_turns_above_and_below() {
        let svg = svg(&timeline(&[("1990", "Kassa"), ("2005", "Verkko"), ("2015", "Puhelin")]));
        let places = [("13", "14", "1990"), ("97", "66", "2005"), ("181", "14", "2015")];
        for (x, y, label) in places {
            assert!(svg.contains(&format!("<text x=\"{x}\" y=\"{y}\">{label}</text>")), "{label}: {svg}");
        }
        assert!(svg.contains("<path class=\"cut\" d=\"M2 44L338 44\" />"), "{svg}");
    }

    #[test]
    fn long_words_stand_beside_a_line_that_goes_down() {
        let long = "Ensin piti saada tehdas käyntiin ja sen jälkeen tavara kaupaksi, kävi asiakkaalle miten kävi.";
        let svg = svg(&timeline(&[("Tuotantotalous", long), ("Asiakastalous", "Ensin asiakas"), ("Huomenna", "?")]));
        assert_eq!(svg.matches("<circle class=\"fill\" cx=\"7\"").count(), 3);
        assert_eq!(svg.matches("<text x=\"22\"").count() + svg.matches("<text class=\"q\" x=\"22\"").count(), 7);
    }

    #[test]
    fn the_highlighted_point_is_marked() {
        let svg = svg(&Authored { highlight: Some(2), ..timeline(&[("1990", "a"), ("2005", "b")]) });
        assert_eq!((svg.matches("class=\"fill you\"").count(), svg.matches("class=\"you\"").count()), (1, 1));
    }
}
