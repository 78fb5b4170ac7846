//! How far something reaches: rungs from the smallest at the foot to the widest at the top.
//!
//! A section again, seen from the other side of the wall: each rung stands back from the one below it, so
//! that what grows on the way up is the room. Words start at one margin and never compete with the reach.

use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Pen, Sheet, WIDTH, float};
use super::{Authored, Shape};

pub const SHAPE: Shape = Shape {
    word: "ladder",
    takes: "a ladder takes",
    least: 3,
    most: 6,
    needs: &[Part::Steps],
    allows: &[Part::Highlight],
    layout,
};

const SPAN: f64 = WIDTH - 2.0 * EDGE;
/// From the margin and from the wall to the words.
const ASIDE: f64 = 8.0;
/// Above and below the words of a rung.
const AIR: f64 = 7.0;
const LEAST_RISE: f64 = 32.0;
/// The smallest rung as a share of the widest, from the steepest wall to the flattest.
const NARROWEST: [f64; 4] = [0.32, 0.38, 0.44, 0.5];

struct Rung<'a> {
    right: f64,
    /// Measured down to the foot of the ladder.
    foot: f64,
    top: f64,
    label: Label<'a>,
}

fn layout(diagram: &Authored) -> Sheet {
    sheet(diagram, &fitting(diagram))
}

fn fitting(diagram: &Authored) -> Vec<Rung<'_>> {
    let ladders = || NARROWEST.into_iter().map(|share| rungs(diagram, share));
    ladders()
        .find(|rungs| rungs.iter().all(|rung| rung.label.fits_well()))
        .or_else(|| ladders().find(|rungs| rungs.iter().all(|rung| rung.label.fits())))
        .unwrap_or_else(|| rungs(diagram, NARROWEST[3]))
}

fn rungs(diagram: &Authored, share: f64) -> Vec<Rung<'_>> {
    let count = diagram.steps.len();
    let grow = SPAN * (1.0 - share) / float(count.saturating_sub(1).max(1));
    let mut foot = 0.0;
    let rung = |(index, step)| {
        let right = EDGE + SPAN * share + grow * float(index);
        let label = Label::step(step, Room::of(right - EDGE - 2.0 * ASIDE), diagram.is_lit(index));
        let top = foot + (label.height() + 2.0 * AIR).max(LEAST_RISE);
        Rung { right, foot: std::mem::replace(&mut foot, top), top, label }
    };
    diagram.steps.iter().enumerate().map(rung).collect()
}

fn sheet(diagram: &Authored, rungs: &[Rung]) -> Sheet {
    let top = rungs.last().map_or(0.0, |rung| rung.top);
    let mut sheet = Sheet { height: top + 2.0 * EDGE, ..Sheet::default() };
    let ground = sheet.height - EDGE;
    let wall = || wall(rungs, ground);
    sheet.path("mass", wall().line(WIDTH - EDGE, ground).close());
    for (index, rung) in rungs.iter().enumerate() {
        let (top, foot) = (ground - rung.top, ground - rung.foot);
        if diagram.is_lit(index) {
            sheet.path("tint", Pen::rect(EDGE, top, rung.right, foot));
        }
        sheet.path("thin", Pen::at(EDGE, top).line(rung.right, top));
        let middle = f64::midpoint(top, foot) - rung.label.height() / 2.0;
        sheet.label(&rung.label, (EDGE + ASIDE, middle), Anchor::Start);
    }
    sheet.path("thin", Pen::at(EDGE, ground).line(WIDTH - EDGE, ground));
    sheet.path("cut", wall());
    sheet
}

/// Along the floor, then up and outwards.
fn wall(rungs: &[Rung], ground: f64) -> Pen {
    rungs.iter().fold(Pen::at(EDGE, ground), |pen, rung| {
        pen.line(rung.right, ground - rung.foot).line(rung.right, ground - rung.top)
    })
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn ladder(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        Authored { steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    #[test]
    fn the_wall_goes_up_and_outwards() {
        let svg = layout(&ladder(&["Ihminen", "Tiimi", "Talo"])).svg("d", "");
        let wall = "M2 98L109.5 98L109.5 66L223.8 66L223.8 34L338 34L338 2";
        assert!(svg.contains(&format!("<path class=\"cut\" d=\"{wall}\" />")), "{svg}");
        assert!(svg.contains(&format!("d=\"{wall}L338 98Z\"")), "{svg}");
    }

    #[test]
    fn every_rung_reaches_further_than_the_one_below() {
        for count in 3..=6 {
            let diagram = ladder(&["Yksi ihminen", "b", "c", "d", "e", "f"][..count]);
            let rungs = rungs(&diagram, 0.32);
            assert!(rungs.windows(2).all(|pair| pair[0].right < pair[1].right && pair[0].top <= pair[1].foot));
            assert!((rungs[count - 1].right - (WIDTH - EDGE)).abs() < 0.001);
        }
    }

    #[test]
    fn a_long_name_widens_the_foot() {
        let foot = |label| fitting(&ladder(&[label, "b", "c"]))[0].right;
        assert!(foot("Asiakaspalvelija") > foot("Ihminen"));
    }

    #[test]
    fn the_highlighted_rung_is_tinted() {
        let svg = layout(&Authored { highlight: Some(1), ..ladder(&["a", "b", "c"]) }).svg("d", "");
        assert!(svg.contains("<path class=\"tint\" d=\"M2 66L109.5 66L109.5 98L2 98Z\" />"), "{svg}");
        assert!(svg.contains("<text class=\"you\" x=\"10\" y=\"86\">a</text>"), "{svg}");
    }
}
