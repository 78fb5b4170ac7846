//! Steps that follow each other and climb: a section through a staircase, words on the treads.
//!
//! Short words stand over their own tread. Longer ones, and flights of many steps, hang back from the
//! next riser over the flight already climbed, where a section drawing has only air.

use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet, WIDTH, float};
use super::text::{LINE, longest_piece};
use super::{Authored, Shape, Step};

pub const SHAPE: Shape = Shape {
    word: "stairs",
    takes: "stairs take",
    least: 2,
    most: 7,
    needs: &[Part::Steps],
    allows: &[Part::Highlight],
    layout,
};

const SPAN: f64 = WIDTH - 2.0 * EDGE;
/// Between a label and the tread below it.
const LIFT: f64 = 4.0;
/// Between a label and the riser beside it.
const ASIDE: f64 = 8.0;
const WIDEST_LANDING: f64 = 116.0;
/// The least rise for each unit of going: below it a flight looks like a ramp.
const FLATTEST: f64 = 0.36;

struct Flight<'a> {
    /// Where each tread begins, and after the last where it ends.
    risers: Vec<f64>,
    rise: f64,
    anchor: Anchor,
    labels: Vec<Label<'a>>,
}

fn layout(diagram: &Authored) -> Sheet {
    let mut flight = over_treads(diagram);
    if !flight.labels.iter().all(Label::fits_well) {
        flight = hanging_back(diagram);
    }
    flight.sheet(diagram)
}

fn over_treads(diagram: &Authored) -> Flight<'_> {
    let tread = SPAN / float(diagram.steps.len().max(1));
    let room = Room::of(tread - ASIDE - 3.0);
    let steps = diagram.steps.iter().enumerate();
    let labels = steps.map(|(index, step)| Label::step(step, room, diagram.is_lit(index)));
    Flight {
        risers: risers(tread, tread, diagram.steps.len()),
        rise: 30.0,
        anchor: Anchor::Start,
        labels: labels.collect(),
    }
}

/// The lowest tread is a landing wide enough for its own words; the others share the rest.
fn hanging_back(diagram: &Authored) -> Flight<'_> {
    let count = diagram.steps.len();
    let even = SPAN / float(count.max(1));
    let words = diagram.steps.first().map_or(0.0, widest_word);
    let landing = (words + ASIDE + 3.0).min(WIDEST_LANDING).max(even);
    let tread = (SPAN - landing) / float(count.saturating_sub(1).max(1));
    let risers = risers(landing, tread, count);
    let steps = diagram.steps.iter().zip(&risers[1..]).enumerate();
    let hang = |(index, (step, end))| hanging(step, end - EDGE - ASIDE, tread, diagram.is_lit(index));
    let labels: Vec<_> = steps.map(hang).collect();
    // Nothing hangs over the last label, so it may be as tall as it likes.
    let below = &labels[..count.saturating_sub(1)];
    let tallest = below.iter().map(Label::height).fold(LINE, f64::max);
    let rise = (tallest + 10.0).max(tread * FLATTEST);
    Flight { risers, rise, anchor: Anchor::End, labels }
}

/// As close to its tread as two lines allow.
fn hanging(step: &Step, left: f64, tread: f64, lit: bool) -> Label<'_> {
    let label = |reach: f64| Label::step(step, Room { name: left.min(reach), note: left.min(140.0) }, lit);
    let close = [tread.max(80.0) * 1.15, 112.0, 128.0].into_iter().map(label).find(Label::fits_well);
    close.unwrap_or_else(|| label(144.0))
}

fn widest_word(step: &Step) -> f64 {
    longest_piece(&step.label).max(step.note.as_deref().map_or(0.0, longest_piece))
}

fn risers(first: f64, tread: f64, count: usize) -> Vec<f64> {
    let later = (0..count).map(|index| EDGE + first + tread * float(index));
    std::iter::once(EDGE).chain(later).collect()
}

impl Flight<'_> {
    fn sheet(&self, diagram: &Authored) -> Sheet {
        let mut sheet = Sheet { height: self.height(), ..Sheet::default() };
        let ground = sheet.height - EDGE;
        self.mass(&mut sheet, ground);
        for lit in (0..self.labels.len()).filter(|index| diagram.is_lit(*index)) {
            let (left, right) = (self.risers[lit], self.risers[lit + 1]);
            sheet.path("tint", Pen::rect(left, self.tread(lit, ground), right, ground));
        }
        sheet.path("cut", self.outline(ground));
        sheet.path("thin", Pen::at(EDGE, ground).line(WIDTH - EDGE, ground));
        self.words(&mut sheet, ground);
        sheet
    }

    fn height(&self) -> f64 {
        let tops = self.labels.iter().enumerate().map(|(index, label)| self.climbed(index) + label.height());
        tops.fold(0.0, f64::max) + LIFT + 2.0 * EDGE
    }

    fn climbed(&self, index: usize) -> f64 {
        self.rise * float(index + 1)
    }

    fn tread(&self, index: usize, ground: f64) -> f64 {
        ground - self.climbed(index)
    }

    fn outline(&self, ground: f64) -> Pen {
        let treads = self.risers.windows(2).enumerate();
        treads.fold(Pen::at(EDGE, ground), |pen, (index, ends)| {
            let y = self.tread(index, ground);
            pen.line(ends[0], y).line(ends[1], y)
        })
    }

    fn mass(&self, sheet: &mut Sheet, ground: f64) {
        sheet.path("mass", self.outline(ground).line(WIDTH - EDGE, ground).close());
    }

    fn words(&self, sheet: &mut Sheet, ground: f64) {
        for (index, label) in self.labels.iter().enumerate() {
            let x = match self.anchor {
                Anchor::End => self.risers[index + 1] - ASIDE,
                _ => self.risers[index] + ASIDE,
            };
            let y = self.tread(index, ground) - LIFT - label.height();
            sheet.label(label, (x, y), self.anchor);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stairs(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        Authored { steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    #[test]
    fn two_steps_to_the_letter() {
        let svg = layout(&stairs(&["Kuvailu", "Teko"])).svg("d", "Portaat");
        let marks = svg.split("</defs>").nth(1).unwrap_or_default();
        assert_eq!(
            marks,
            "<path class=\"mass\" fill=\"url(#d-h)\" d=\"M2 82L2 52L170 52L170 22L338 22L338 82Z\" />\
             <path class=\"cut\" d=\"M2 82L2 52L170 52L170 22L338 22\" /><path class=\"thin\" d=\"M2 82L338 82\" />\
             <text x=\"10\" y=\"44\">Kuvailu</text><text x=\"178\" y=\"14\">Teko</text></svg>"
        );
    }

    #[test]
    fn the_highlighted_step_is_tinted_to_the_ground() {
        let lit = Authored { highlight: Some(2), ..stairs(&["Kuvailu", "Teko"]) };
        let svg = layout(&lit).svg("d", "");
        assert!(svg.contains("<path class=\"tint\" d=\"M170 22L338 22L338 82L170 82Z\" />"), "{svg}");
        assert!(svg.contains("<text class=\"you\" x=\"178\" y=\"14\">Teko</text>"), "{svg}");
        assert_eq!(svg.matches("you").count(), 1);
    }

    #[test]
    fn two_words_without_room_do_not_break_the_flight() {
        let long = "asiakaskokemuksenkehittämisohjelma";
        assert_eq!(layout(&stairs(&[long, "Teko"])).misfits, [long]);
    }

    #[test]
    fn many_long_words_hang_back_from_the_risers() {
        let six = ["Määrittele", "Kehitä", "Organisoi", "Toteuta", "Mittaa", "Määrittele uudelleen"];
        let svg = layout(&stairs(&six)).svg("d", "");
        assert_eq!(svg.matches("text-anchor=\"end\"").count(), 7);
        assert!(svg.contains(">Määrittele</text>") && svg.contains(">uudelleen</text>"), "{svg}");
    }
}
