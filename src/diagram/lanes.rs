//! A flow in which each step is somebody's: a column for each of them, and time goes down.
//!
//! Lanes stand upright because a phone is narrow and its page is long. Steps are set as close as the words and
//! the arrows between them allow, so that a handover looks like the step it is.

use super::label::{Label, Room};
use super::sheet::{Anchor, EDGE, Pen, Sheet, WIDTH, float};
use super::station::{ARRIVE, HEAD, LEAVE, STATION};
use super::{Authored, Lane, Step, text};

const SPAN: f64 = WIDTH - 2.0 * EDGE;
/// Between the words of neighbouring lanes, and between words and what comes below them.
const APART: f64 = 10.0;
/// From the line between two lanes to the right one of them, so that an arrow leaves within its own.
const INSIDE: f64 = 7.0;
/// From a station to the words under it.
const UNDER: f64 = 4.0;
/// From one step to the next when another lane takes over.
const FALL: f64 = STATION + ARRIVE + HEAD.0 + 12.0;
/// An arrow from the words of a step to the next station in the same lane.
const WITHIN: f64 = UNDER + HEAD.0 + 10.0 + ARRIVE + STATION;

struct Placed<'a> {
    lane: usize,
    y: f64,
    label: Label<'a>,
}

pub fn layout(diagram: &Authored) -> Sheet {
    let pitch = SPAN / float(diagram.lanes.len());
    let names: Vec<_> = diagram.lanes.iter().map(|lane| name(lane, pitch)).collect();
    let head = EDGE + names.iter().map(Label::height).fold(0.0, f64::max) + UNDER + 2.0;
    let steps = placed(diagram, pitch, head);
    let bottom = steps.iter().map(Placed::bottom).fold(head, f64::max);
    let mut sheet = Sheet { height: bottom + APART + EDGE, ..Sheet::default() };
    let left = |lane| EDGE + pitch * float(lane);
    for (lane, name) in names.iter().enumerate() {
        if lane > 0 {
            let x = left(lane) - INSIDE;
            sheet.path("thin", Pen::at(x, EDGE).line(x, bottom + APART));
        }
        sheet.words(name, (left(lane), head - 2.0 - UNDER - name.height()), Anchor::Start);
    }
    sheet.path("cut", Pen::at(EDGE, head).line(WIDTH - EDGE, head));
    for (index, step) in steps.iter().enumerate() {
        let x = left(step.lane) + STATION;
        sheet.station((x, step.y), index, diagram.is_lit(index));
        sheet.words(&step.label, (left(step.lane), step.y + STATION + UNDER), Anchor::Start);
        let whose = diagram.lanes.get(step.lane).map_or_else(String::new, |lane| text::plain(&lane.label) + ": ");
        sheet.said.push(whose + &step.label.said());
        if let Some(next) = steps.get(index + 1) {
            handover(&mut sheet, step, next, (x, left(next.lane) + STATION));
        }
    }
    sheet
}

fn name(lane: &Lane, pitch: f64) -> Label<'_> {
    Label::new(&lane.label, "", Room::of(pitch - APART), "")
}

/// A step in no lane is an author's mistake; it is drawn in the first one.
fn placed(diagram: &Authored, pitch: f64, head: f64) -> Vec<Placed<'_>> {
    let lanes: Vec<usize> = diagram.steps.iter().map(|step| diagram.lane_of(step).unwrap_or_default()).collect();
    let mut bottoms = vec![head; diagram.lanes.len()];
    let (mut y, mut before) = (head + APART + 2.0 + STATION, None);
    let step = |(index, step)| {
        let (lane, next) = (lanes[index], lanes.get(index + 1).copied());
        y = lowest(&bottoms, lane, next).max(match before {
            None => y,
            Some(same) if same == lane => bottoms[lane] + WITHIN,
            Some(_) => (y + FALL).max(bottoms[lane] + APART + STATION),
        });
        before = Some(lane);
        let label = Label::step(step, Room::of(pitch - APART), diagram.is_lit(index));
        let placed = Placed { lane, y, label };
        bottoms[lane] = placed.bottom();
        placed
    };
    diagram.steps.iter().enumerate().map(step).collect()
}

/// What the arrow to the next lane has to pass below.
fn lowest(bottoms: &[f64], lane: usize, next: Option<usize>) -> f64 {
    let Some(next) = next else { return 0.0 };
    let passed = bottoms[lane.min(next)..=lane.max(next)].iter().copied();
    if lane == next { 0.0 } else { passed.fold(0.0, f64::max) + APART }
}

/// Across at the height of the giver, then down to the taker.
fn handover(sheet: &mut Sheet, step: &Placed, next: &Placed, (x, to): (f64, f64)) {
    let tip = (to, next.y - STATION - ARRIVE);
    if step.lane == next.lane {
        return sheet.arrow(&[(x, step.bottom() + UNDER), tip]);
    }
    let leave = x + (STATION + LEAVE).copysign(to - x);
    sheet.arrow(&[(leave, step.y), (to, step.y), tip]);
}

impl Placed<'_> {
    fn bottom(&self) -> f64 {
        self.y + STATION + UNDER + self.label.height()
    }
}

impl Authored {
    pub(super) fn lane_of(&self, step: &Step) -> Option<usize> {
        let wanted = step.lane.as_deref()?;
        self.lanes.iter().position(|lane| lane.key() == wanted || lane.label == wanted)
    }
}

impl Lane {
    /// What steps call it.
    pub(super) fn key(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(steps: &[(&str, &str)]) -> Authored {
        let lanes = ["Johto", "Tiimi", "Muut"].map(|label| Lane { id: None, label: label.into() }).into();
        let step =
            |(label, lane): &(&str, &str)| Step { label: (*label).into(), lane: Some((*lane).into()), note: None };
        Authored { lanes, steps: steps.iter().map(step).collect(), ..Authored::default() }
    }

    fn svg(diagram: &Authored) -> String {
        layout(diagram).svg("d", "")
    }

    #[test]
    fn a_handover_goes_across_and_then_down() {
        let svg = svg(&flow(&[("Kysyy", "Johto"), ("Vastaa", "Tiimi")]));
        assert!(svg.contains("<path class=\"cut\" d=\"M2 24L338 24\" />"), "{svg}");
        assert!(svg.contains("<circle cx=\"15\" cy=\"49\" r=\"13\" />"), "{svg}");
        assert!(svg.contains("<path d=\"M33 49L127 49L127 61\" />"), "{svg}");
        assert!(svg.contains("<circle cx=\"127\" cy=\"87\" r=\"13\" />"), "{svg}");
    }

    #[test]
    fn within_a_lane_the_arrow_leaves_below_the_words() {
        let svg = svg(&flow(&[("Kysyy", "Johto"), ("Vastaa", "Johto")]));
        assert!(svg.contains("<text x=\"2\" y=\"78\">Kysyy</text>"), "{svg}");
        assert!(svg.contains("<path d=\"M15 86L15 96\" />"), "{svg}");
    }

    #[test]
    fn an_arrow_waits_until_it_is_below_the_words_it_passes() {
        let back = |label| layout(&flow(&[("a", "Tiimi"), (label, "Muut"), ("c", "Muut"), ("d", "Johto")])).height;
        assert!(back("Kysyy ja kirjaa, mitä vastattiin") > back("Kysyy"));
        let far =
            flow(&[("a", "Johto"), ("Kysyy ja kirjaa sen, mitä vastattiin", "Tiimi"), ("c", "Johto"), ("d", "Muut")]);
        let steps = placed(&far, SPAN / 3.0, 24.0);
        assert!(steps[2].y >= steps[1].bottom() + APART);
    }

    #[test]
    fn who_is_said_before_what() {
        assert_eq!(layout(&flow(&[("Kysyy", "Johto"), ("Vastaa", "Muut")])).said, ["Johto: Kysyy", "Muut: Vastaa"]);
    }

    #[test]
    fn a_step_may_call_its_lane_by_id() {
        let mut flow = flow(&[("Kysyy", "j"), ("Vastaa", "Muut")]);
        flow.lanes[0].id = Some("j".into());
        assert_eq!(flow.lane_of(&flow.steps[0]), Some(0));
        assert_eq!(layout(&flow).said[0], "Johto: Kysyy");
    }
}
