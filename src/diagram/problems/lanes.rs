//! The mistakes that only lanes make possible: two lists that have to agree about names.

use super::super::text::plain;
use super::super::{Authored, Lane};
use super::{Part, Problem, Shape, empty};

const FEWEST: usize = 2;
const MOST: usize = 4;

pub fn of(diagram: &Authored, shape: &Shape) -> Vec<Problem> {
    if !shape.allows.contains(&Part::Lanes) && !diagram.lanes.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Problem> = steps(diagram).collect();
    if !diagram.lanes.is_empty() {
        found.extend(count(diagram, shape));
        found.extend(names(diagram));
    }
    found
}

fn steps(diagram: &Authored) -> impl Iterator<Item = Problem> {
    diagram.steps.iter().zip(1..).filter_map(|(step, number)| {
        let written = step.lane.as_deref().filter(|lane| !lane.is_empty());
        match (written, diagram.lanes.is_empty()) {
            (None, true) => None,
            (None, false) => Some(format!("`steps {number}` names no `lane`").into()),
            (Some(lane), true) => {
                Some(format!("`steps {number}` is in lane `{lane}`, but there are no `lanes`").into())
            }
            (Some(lane), false) => diagram.lane_of(step).is_none().then(|| unknown(diagram, number, lane)),
        }
    })
}

fn unknown(diagram: &Authored, number: i32, lane: &str) -> Problem {
    let said = format!("`steps {number}` is in lane `{lane}`, which is none of `lanes`");
    let known = diagram.lanes.iter().map(|lane| lane.key().to_owned());
    Problem { said, unknown: lane.to_owned(), known: known.collect() }
}

fn count(diagram: &Authored, shape: &Shape) -> Option<Problem> {
    let number = diagram.lanes.len();
    let wrong = !(FEWEST..=MOST).contains(&number);
    wrong.then(|| format!("{} {FEWEST} to {MOST} lanes, here are `{number}`", shape.takes).into())
}

fn names(diagram: &Authored) -> impl Iterator<Item = Problem> {
    diagram.lanes.iter().enumerate().filter_map(|(index, lane)| {
        let place = format!("lanes {}", index + 1);
        empty(&place, &lane.label)
            .or_else(|| empty(&place, lane.key()))
            .or_else(|| twice(diagram, index, lane))
            .or_else(|| unused(diagram, index, lane))
    })
}

fn twice(diagram: &Authored, index: usize, lane: &Lane) -> Option<Problem> {
    let again = diagram.lanes[..index].iter().any(|other| other.key() == lane.key() || other.label == lane.label);
    again.then(|| format!("`lanes` names `{}` twice", lane.key()).into())
}

fn unused(diagram: &Authored, index: usize, lane: &Lane) -> Option<Problem> {
    let used = diagram.steps.iter().any(|step| diagram.lane_of(step) == Some(index));
    (!used).then(|| format!("no step is in lane `{}`", plain(lane.key())).into())
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, Step};
    use super::*;

    fn flow(lanes: &[&str], steps: &[&str]) -> Authored {
        let step = |lane: &&str| Step { label: "Katso".into(), lane: Some((*lane).into()), ..Step::default() };
        let lane = |label: &&str| Lane { label: (*label).into(), ..Lane::default() };
        let (lanes, steps) = (lanes.iter().map(lane).collect(), steps.iter().map(step).collect());
        Authored { kind: Kind::Flow, title: "Kuka tekee".into(), lanes, steps, ..Authored::default() }
    }

    #[test]
    fn lanes_that_agree_have_none() {
        assert!(flow(&["Johto", "Tiimi"], &["Tiimi", "Johto"]).problems().is_empty());
        let mut by_id = flow(&["Johto", "Tiimi"], &["j", "Tiimi"]);
        by_id.lanes[0].id = Some("j".into());
        assert!(by_id.problems().is_empty());
    }

    #[test]
    fn a_step_has_to_name_one_of_them() {
        let mut flow = flow(&["Johto", "Tiimi"], &["Tiimi", "Johto", "Timi"]);
        let problems = flow.problems();
        assert_eq!(problems, ["`steps 3` is in lane `Timi`, which is none of `lanes`"]);
        assert_eq!((&*problems[0].unknown, &*problems[0].known), ("Timi", &["Johto".to_owned(), "Tiimi".into()][..]));
        for none in [None, Some(String::new())] {
            flow.steps[2].lane = none;
            assert_eq!(flow.problems(), ["`steps 3` names no `lane`"]);
        }
    }

    #[test]
    fn a_lane_needs_lanes() {
        assert_eq!(
            flow(&[], &["Tiimi", "Johto"]).problems()[1],
            "`steps 2` is in lane `Johto`, but there are no `lanes`"
        );
        let stairs = Authored { kind: Kind::Stairs, ..flow(&["Johto", "Tiimi"], &["Tiimi", "Johto"]) };
        assert_eq!(stairs.problems(), ["stairs take no `lanes`"]);
    }

    #[test]
    fn two_to_four_are_named_once_and_used() {
        assert_eq!(flow(&["a"], &["a", "a"]).problems(), ["a flow takes 2 to 4 lanes, here are `1`"]);
        let five = ["a", "b", "c", "d", "e"];
        assert_eq!(flow(&five, &five).problems(), ["a flow takes 2 to 4 lanes, here are `5`"]);
        assert_eq!(flow(&["a", "b", "a"], &["a", "b"]).problems(), ["`lanes` names `a` twice"]);
        assert_eq!(flow(&["a", "b", "c"], &["a", "b"]).problems(), ["no step is in lane `c`"]);
        assert_eq!(flow(&["a", " "], &["a", "a"]).problems(), ["`lanes 2` is empty"]);
    }

    #[test]
    fn a_lane_without_room_is_told() {
        let long = "asiakaskokemuksenkehittämisohjelma";
        let said =
            format!("`{long}` is too long for its place: shorten it, or let its long words break with soft hyphens");
        assert_eq!(flow(&[long, "b"], &[long, "b"]).problems(), [said]);
    }
}
