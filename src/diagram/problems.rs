//! Tells an author what is wrong with a drawing before a reader sees it.

mod lanes;

use super::text::plain;
use super::{Authored, Axis, Shape};

/// One of the author's mistakes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// One sentence.
    pub said: String,
    /// A name that is not there, and those that are; empty for every other mistake.
    pub unknown: String,
    pub known: Vec<String>,
}

impl From<String> for Problem {
    fn from(said: String) -> Self {
        Self { said, ..Self::default() }
    }
}

/// The fields whose meaning depends on the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Steps,
    Cells,
    Highlight,
    Center,
    Lanes,
    X,
    Y,
}

const PARTS: [Part; 7] = [Part::Steps, Part::Cells, Part::Highlight, Part::Center, Part::Lanes, Part::X, Part::Y];

pub fn of(diagram: &Authored) -> Vec<Problem> {
    let shape = diagram.kind.shape();
    let mut found = Vec::new();
    found.extend(empty("title", &diagram.title));
    found.extend(PARTS.into_iter().filter_map(|part| misplaced(diagram, shape, part)));
    found.extend(count(diagram, shape));
    found.extend(lanes::of(diagram, shape));
    found.extend(highlight(diagram));
    found.extend(names(diagram).filter_map(|(place, text)| empty(&place, text)));
    found.extend((shape.layout)(diagram).misfits.iter().map(|text| too_long(text)));
    found
}

fn misplaced(diagram: &Authored, shape: &Shape, part: Part) -> Option<Problem> {
    let (name, takes) = (part.name(), shape.takes);
    match part.is_in(diagram) {
        true if !shape.needs.contains(&part) && !shape.allows.contains(&part) => {
            Some(format!("{takes} no `{name}`").into())
        }
        false if shape.needs.contains(&part) => Some(format!("`{name}` is missing").into()),
        _ => None,
    }
}

/// A list that is missing altogether has been said already.
fn count(diagram: &Authored, Shape { takes, least, most, needs, .. }: &Shape) -> Option<Problem> {
    let in_cells = needs.contains(&Part::Cells);
    let (what, number) = if in_cells { ("cells", diagram.cells.len()) } else { ("steps", diagram.steps.len()) };
    let range = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let wrong = number > 0 && !(*least..=*most).contains(&number);
    wrong.then(|| format!("{takes} {range} {what}, here are `{number}`").into())
}

fn highlight(diagram: &Authored) -> Option<Problem> {
    let lit = diagram.highlight?;
    let last = diagram.steps.len().max(diagram.cells.len());
    let within = (0..last).any(|index| diagram.is_lit(index));
    (!within).then(|| format!("`highlight` is `{lit}`, outside 1 to {last}").into())
}

/// Every text that must not be empty, with the place to look for it.
fn names(diagram: &Authored) -> impl Iterator<Item = (String, &str)> {
    let steps = diagram.steps.iter().map(|step| step.label.as_str()).zip(1..);
    let cells = diagram.cells.iter().map(|cell| cell.title.as_str()).zip(1..);
    let x = diagram.x.iter().flat_map(|axis| ends("x", axis));
    let y = diagram.y.iter().flat_map(|axis| ends("y", axis));
    steps
        .map(|(text, number)| (format!("steps {number}"), text))
        .chain(cells.map(|(text, number)| (format!("cells {number}"), text)))
        .chain(diagram.center.iter().map(|center| ("center".to_owned(), center.as_str())))
        .chain(x.chain(y))
}

fn ends<'a>(name: &str, Axis { label, low, high }: &'a Axis) -> [(String, &'a str); 3] {
    let place = |end| format!("{name} {end}");
    [(place("label"), label), (place("low"), low), (place("high"), high)]
}

fn empty(place: &str, text: &str) -> Option<Problem> {
    plain(text).trim().is_empty().then(|| format!("`{place}` is empty").into())
}

fn too_long(text: &str) -> Problem {
    format!("`{text}` is too long for its place: shorten it, or let its long words break with soft hyphens").into()
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Cells => "cells",
            Self::Highlight => "highlight",
            Self::Center => "center",
            Self::Lanes => "lanes",
            Self::X => "x",
            Self::Y => "y",
        }
    }

    fn is_in(self, diagram: &Authored) -> bool {
        match self {
            Self::Steps => !diagram.steps.is_empty(),
            Self::Cells => !diagram.cells.is_empty(),
            Self::Highlight => diagram.highlight.is_some(),
            Self::Center => diagram.center.is_some(),
            Self::Lanes => !diagram.lanes.is_empty(),
            Self::X => diagram.x.is_some(),
            Self::Y => diagram.y.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Kind, Step};
    use super::*;

    impl<T: AsRef<str>> PartialEq<T> for Problem {
        fn eq(&self, other: &T) -> bool {
            self.said == other.as_ref()
        }
    }

    fn stairs(labels: &[&str]) -> Authored {
        let step = |label: &&str| Step { label: (*label).into(), ..Step::default() };
        Authored { title: "Portaat".into(), steps: labels.iter().map(step).collect(), ..Authored::default() }
    }

    fn matrix() -> Authored {
        let axis = Axis { label: "Kulttuuri".into(), low: "alussa".into(), high: "pitkällä".into() };
        let cells = ["a", "b", "c", "d"].map(|title| Cell { title: title.into(), text: None }).into();
        let (x, y) = (Some(axis.clone()), Some(axis));
        Authored { kind: Kind::Matrix, title: "Kartta".into(), x, y, cells, ..Authored::default() }
    }

    #[test]
    fn a_good_drawing_has_none() {
        assert!(stairs(&["Katso", "Kuuntele"]).problems().is_empty());
        assert!(matrix().problems().is_empty());
    }

    #[test]
    fn numbers_of_steps_and_cells_are_counted() {
        let cycle = Authored { kind: Kind::Cycle, ..stairs(&["a", "b"]) };
        assert_eq!(stairs(&["a"]).problems(), ["stairs take 2 to 7 steps, here are `1`"]);
        assert_eq!(cycle.problems(), ["a cycle takes 3 to 6 steps, here are `2`"]);
        let mut matrix = matrix();
        matrix.cells.pop();
        assert_eq!(matrix.problems(), ["a matrix takes 4 cells, here are `3`"]);
    }

    #[test]
    fn what_is_missing_is_named_once() {
        assert_eq!(stairs(&[]).problems(), ["`steps` is missing"]);
        let matrix = Authored { x: None, y: None, cells: Vec::new(), ..matrix() };
        assert_eq!(matrix.problems(), ["`cells` is missing", "`x` is missing", "`y` is missing"]);
    }

    #[test]
    fn what_another_kind_takes_is_refused() {
        let stairs = Authored { center: Some("x".into()), ..stairs(&["a", "b"]) };
        assert_eq!(stairs.problems(), ["stairs take no `center`"]);
        let matrix = Authored { steps: vec![Step { label: "a".into(), ..Step::default() }], ..matrix() };
        assert_eq!(matrix.problems(), ["a matrix takes no `steps`"]);
    }

    #[test]
    fn a_ring_needs_its_centre() {
        let ring = Authored { kind: Kind::Ring, ..stairs(&["a", "b", "c"]) };
        assert_eq!(ring.problems(), ["`center` is missing"]);
        let blank = Authored { center: Some(" ".into()), ..ring };
        assert_eq!(blank.problems(), ["`center` is empty"]);
    }

    #[test]
    fn the_highlight_is_one_of_them() {
        for lit in [0, 3] {
            let stairs = Authored { highlight: Some(lit), ..stairs(&["a", "b"]) };
            assert_eq!(stairs.problems(), [format!("`highlight` is `{lit}`, outside 1 to 2")]);
        }
        assert!(Authored { highlight: Some(4), ..matrix() }.problems().is_empty());
    }

    #[test]
    fn empty_texts_are_found() {
        let untitled = Authored { title: " ".into(), ..stairs(&["a", "\u{AD}"]) };
        assert_eq!(untitled.problems(), ["`title` is empty", "`steps 2` is empty"]);
        let mut matrix = matrix();
        matrix.cells[3].title.clear();
        matrix.y = Some(Axis { low: String::new(), ..matrix.y.unwrap_or_default() });
        assert_eq!(matrix.problems(), ["`cells 4` is empty", "`y low` is empty"]);
    }

    #[test]
    fn a_text_without_room_is_quoted() {
        let long = "asiakaskokemuksenkehittämisohjelma";
        let said = "is too long for its place: shorten it, or let its long words break with soft hyphens";
        assert_eq!(stairs(&["Katso", long, "Katso", "Katso"]).problems(), [format!("`{long}` {said}")]);
        let soft = "asiakas\u{AD}kokemuksen\u{AD}kehittämis\u{AD}ohjelma";
        assert!(stairs(&["Katso", "Katso", "Katso", soft]).problems().is_empty());
        let mut matrix = matrix();
        matrix.x = Some(Axis { high: long.into(), low: long.into(), label: "x".into() });
        assert_eq!(matrix.problems(), [format!("`{long} – {long}` {said}")]);
    }
}
