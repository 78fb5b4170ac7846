//! What must hold for every kind: nothing outside the picture, no words on top of words, no word lost.

use std::sync::LazyLock;

use super::sheet::{Anchor, Mark, Text, WIDTH};
use super::text::{plain, width};
use super::*;

const WORDS: [&str; 12] = [
    "Katso",
    "Mittaa",
    "Määrittele uudelleen",
    "Pysähdy",
    "Kuuntele",
    "Koko organisaation tapa",
    "Redefine",
    "Vastuullisuus",
    "Yksilöiden varassa",
    "Kertaa",
    "Odotusten ylittäminen",
    "Palvelu\u{AD}kulttuuri",
];

fn steps(kind: Kind, count: usize, from: usize, note: Option<&str>) -> Authored {
    let words = WORDS.iter().cycle().skip(from).take(count);
    let step = |label: &&str| Step { label: (*label).into(), note: note.map(Into::into), lane: None };
    let center = matches!(kind, Kind::Cycle | Kind::Ring).then(|| "Kulttuuri".into());
    Authored {
        kind,
        center,
        title: "Kuva".into(),
        steps: words.map(step).collect(),
        highlight: Some(2),
        ..Authored::default()
    }
}

/// Lanes are taken in leaps, so that handovers go both ways, over one and within one.
fn in_lanes(lanes: usize, count: usize, from: usize, note: Option<&str>) -> Authored {
    let mut flow = steps(Kind::Flow, count, from, note);
    let names = ["Johto", "Asiakastyö", "Laskutus", "Huolto"];
    flow.lanes = names[..lanes].iter().map(|name| Lane { id: None, label: (*name).into() }).collect();
    for (index, step) in flow.steps.iter_mut().enumerate() {
        step.lane = Some(names[(index + index / 3) * (from % 3 + 1) % lanes].into());
    }
    flow
}

fn matrix(from: usize, text: Option<&str>) -> Authored {
    let axis = |label: &str| Some(Axis { label: label.into(), low: "alussa".into(), high: "pitkällä".into() });
    let cell = |title: &&str| Cell { title: (*title).into(), text: text.map(Into::into) };
    let cells = WORDS.iter().cycle().skip(from).take(4).map(cell).collect();
    let (kind, x, y) = (Kind::Matrix, axis("Kohtaamiset"), axis("Kulttuuri"));
    Authored { kind, title: "Kartta".into(), x, y, cells, ..Authored::default() }
}

/// Every kind, number and neighbourhood of words that the problems let through.
static DRAWINGS: LazyLock<Vec<Authored>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for (from, note) in (0..WORDS.len()).flat_map(|from| [None, Some("omin sanoin")].map(|note| (from, note))) {
        all.extend((2..=7).map(|count| steps(Kind::Stairs, count, from, note)));
        all.extend((3..=6).map(|count| steps(Kind::Cycle, count, from, note)));
        // Each number of steps meets every third of the neighbourhoods.
        let some = |least: usize, most| (least..=most).filter(move |count| (from + count) % 3 == 0);
        all.extend(some(3, 7).map(|count| steps(Kind::Ring, count, from, note)));
        all.extend(some(3, 6).map(|count| steps(Kind::Ladder, count, from, note)));
        all.extend(some(2, 7).map(|count| steps(Kind::Flow, count, from, note)));
        all.extend(some(2, 6).map(|count| steps(Kind::Timeline, count, from, note)));
        all.push(matrix(from, note.map(|_| "Uusi oppii katsomalla, miten muut tekevät.")));
    }
    all.extend((0..WORDS.len()).flat_map(|from| (4..=7).map(move |count| in_lanes(2 + from % 2, count, from, None))));
    let drawn = all.len();
    all.retain(|diagram| diagram.problems().is_empty());
    assert!(all.len() * 10 > drawn * 9, "{} of {drawn}", all.len());
    all
});

fn sheet(diagram: &Authored) -> Sheet {
    (diagram.kind.shape().layout)(diagram)
}

/// Left, top, right and bottom by the estimate of width.
fn extent(text: &Text) -> [f64; 4] {
    let wide = width(&text.words);
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => wide / 2.0,
        Anchor::End => wide,
    };
    if text.turned {
        [text.x - 11.0, text.y + before - wide, text.x + 3.0, text.y + before]
    } else {
        [text.x - before, text.y - 11.0, text.x - before + wide, text.y + 3.0]
    }
}

fn corners(mark: &Mark) -> Vec<[f64; 4]> {
    match mark {
        Mark::Text(text) => vec![extent(text)],
        Mark::Disc { x, y, r, .. } => vec![[x - r, y - r, x + r, y + r]],
        Mark::Path { pen, .. } => points(&pen.0),
    }
}

fn points(path: &str) -> Vec<[f64; 4]> {
    let commands = path.split(['M', 'L', 'A', 'Z']).filter(|command| !command.is_empty());
    let numbers = |command: &str| command.split(' ').filter_map(|number| number.parse().ok()).collect::<Vec<f64>>();
    let point = |numbers: Vec<f64>| {
        let [.., x, y] = numbers[..] else { panic!("no point in {path}") };
        [x, y, x, y]
    };
    commands.map(|command| point(numbers(command))).collect()
}

#[test]
fn nothing_leaves_the_picture() {
    for diagram in DRAWINGS.iter() {
        let sheet = sheet(diagram);
        for [left, top, right, bottom] in sheet.marks.iter().flat_map(corners) {
            let inside = left >= 0.0 && top >= 0.0 && right <= WIDTH && bottom <= sheet.height;
            assert!(inside, "{left} {top} {right} {bottom} of {}: {diagram:?}", sheet.height);
        }
    }
}

#[test]
fn no_words_lie_on_other_words() {
    for diagram in DRAWINGS.iter() {
        let marks = sheet(diagram).marks;
        let texts = || marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
        for (index, one) in texts().enumerate() {
            let clear = texts().skip(index + 1).all(|other| apart(extent(one), extent(other)));
            assert!(clear, "{}: {diagram:?}", one.words);
        }
    }
}

/// Where a line goes straight; what is filled may lie under words.
fn lines(mark: &Mark) -> Vec<[f64; 4]> {
    let Mark::Path { class: "" | "cut" | "thin", pen } = mark else { return Vec::new() };
    let corners = points(&pen.0);
    let joined = corners.windows(2).map(|pair| {
        let ([x, y, ..], [to_x, to_y, ..]) = (pair[0], pair[1]);
        [x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y)]
    });
    joined.filter(|_| !pen.0.contains('A')).collect()
}

#[test]
fn no_line_goes_through_words() {
    for diagram in DRAWINGS.iter() {
        let marks = sheet(diagram).marks;
        let texts = marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
        for text in texts {
            let [left, top, right, bottom] = extent(text);
            // A stroke may touch the air that the estimate adds around a word.
            let inner = [left + 1.0, top + 1.0, right - 1.0, bottom - 1.0];
            let clear = marks.iter().flat_map(lines).all(|line| apart(inner, line));
            assert!(clear, "{}: {diagram:?}", text.words);
        }
    }
}

fn apart(one: [f64; 4], other: [f64; 4]) -> bool {
    one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1]
}

#[test]
fn every_word_is_drawn_and_said() {
    for diagram in DRAWINGS.iter() {
        let (svg, marks) = (draw(diagram, "d"), draw(diagram, "d").replace("-<", "<"));
        let steps = diagram.steps.iter().map(|step| &step.label);
        for name in steps.chain(diagram.cells.iter().map(|cell| &cell.title)) {
            assert!(svg.contains(&plain(name)), "{name} is not said: {svg}");
            for word in name.split([' ', '\u{AD}']) {
                assert!(marks.contains(word), "{word} is not drawn: {svg}");
            }
        }
    }
}

#[test]
fn the_same_words_give_the_same_picture() {
    for diagram in DRAWINGS.iter() {
        assert_eq!(draw(diagram, "d"), draw(&diagram.clone(), "d"));
    }
}

#[test]
fn colours_and_styles_are_left_to_the_theme() {
    for svg in DRAWINGS.iter().map(|diagram| draw(diagram, "d")) {
        assert!(!svg.contains("style=") && !svg.contains("fill=\"#") && !svg.contains("rgb"), "{svg}");
    }
}

#[test]
fn a_faulty_drawing_still_draws_something() {
    for kind in [Kind::Stairs, Kind::Cycle, Kind::Ring, Kind::Matrix, Kind::Ladder, Kind::Flow, Kind::Timeline] {
        for diagram in [Authored { kind, ..Authored::default() }, steps(kind, 1, 0, None), steps(kind, 12, 0, None)] {
            let svg = draw(&diagram, "d");
            assert!(svg.starts_with("<svg ") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
