//! Two things that vary apart from each other, and what each of the four meetings looks like.

use super::label::{Label, Room};
use super::problems::Part;
use super::sheet::{Anchor, EDGE, Mark, Pen, Sheet, Text, WIDTH};
use super::text::{LINE, plain, width};
use super::{Authored, Axis, Cell, Shape};

pub const SHAPE: Shape = Shape {
    word: "matrix",
    takes: "a matrix takes",
    least: 4,
    most: 4,
    needs: &[Part::Cells, Part::X, Part::Y],
    allows: &[Part::Highlight],
    layout,
};

const PAD: f64 = 10.0;
const LEAST_HEIGHT: f64 = 96.0;
/// Between the words along one axis.
const APART: f64 = 14.0;
/// From an axis to the words along it.
const ASIDE: f64 = 6.0;

/// The inside of the two axes.
struct Field {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

fn layout(diagram: &Authored) -> Sheet {
    let (x, y) = (diagram.x.clone().unwrap_or_default(), diagram.y.clone().unwrap_or_default());
    // The words of the vertical axis take one line or two depending on a height that depends on the cells.
    let rows = |left: f64| rows_high(diagram, left, &y);
    let two = EDGE + 2.0 * LINE + ASIDE;
    let one = EDGE + LINE + ASIDE;
    let left = if one_line(&y) <= 2.0 * rows(one) { one } else { two };
    let field = Field { left, top: EDGE, right: WIDTH - EDGE, bottom: EDGE + 2.0 * rows(left) };
    let mut sheet = Sheet::default();
    cells(&mut sheet, diagram, &field);
    axes(&mut sheet, &field);
    along_x(&mut sheet, &x, &field);
    along_y(&mut sheet, &y, &field);
    sheet
}

fn room(left: f64) -> Room {
    Room::of((WIDTH - EDGE - left) / 2.0 - 2.0 * PAD)
}

fn rows_high(diagram: &Authored, left: f64, y: &Axis) -> f64 {
    let heights = diagram.cells.iter().map(|cell| Label::cell(cell, room(left), false).height());
    let words = (width(&y.low) + width(&y.high) + APART).max(width(&y.label)) / 2.0;
    heights.fold(LEAST_HEIGHT - 2.0 * PAD, f64::max).max(words - 2.0 * PAD) + 2.0 * PAD
}

fn one_line(axis: &Axis) -> f64 {
    let side = width(&axis.low).max(width(&axis.high));
    2.0 * (side + APART) + width(&axis.label)
}

fn cells(sheet: &mut Sheet, diagram: &Authored, field: &Field) {
    let (middle, half) = field.middle();
    let corners = [(field.left, field.top), (middle, field.top), (field.left, half), (middle, half)];
    for ((index, cell), corner) in diagram.cells.iter().enumerate().zip(corners) {
        let lit = diagram.is_lit(index);
        if lit {
            let (right, bottom) = (corner.0 + middle - field.left, corner.1 + half - field.top);
            sheet.path("tint", Pen::rect(corner.0, corner.1, right, bottom));
        }
        words(sheet, cell, corner, room(field.left), lit);
    }
}

fn words(sheet: &mut Sheet, cell: &Cell, (x, y): (f64, f64), room: Room, lit: bool) {
    sheet.label(&Label::cell(cell, room, lit), (x + PAD, y + PAD), Anchor::Start);
}

fn axes(sheet: &mut Sheet, field: &Field) {
    let (middle, half) = field.middle();
    sheet.path("thin", Pen::at(middle, field.top).line(middle, field.bottom));
    sheet.path("thin", Pen::at(field.left, half).line(field.right, half));
    let axes = Pen::at(field.left, field.top).line(field.left, field.bottom).line(field.right, field.bottom);
    sheet.path("cut", axes);
}

fn along_x(sheet: &mut Sheet, axis: &Axis, field: &Field) {
    let length = field.right - field.left;
    let ends = field.bottom + ASIDE + 12.0;
    let name = if one_line(axis) <= length { ends } else { ends + LINE };
    sheet.text("q", (field.left, ends), Anchor::Start, &axis.low);
    sheet.text("", (field.middle().0, name), Anchor::Middle, &axis.label);
    sheet.text("q", (field.right, ends), Anchor::End, &axis.high);
    sheet.height = name + 4.0 + EDGE;
    record(sheet, axis, length);
}

fn along_y(sheet: &mut Sheet, axis: &Axis, field: &Field) {
    let ends = field.left - ASIDE - 4.0;
    let name = EDGE + 12.0;
    turned(sheet, "q", (ends, field.bottom), Anchor::Start, &axis.low);
    turned(sheet, "", (name, field.middle().1), Anchor::Middle, &axis.label);
    turned(sheet, "q", (ends, field.top), Anchor::End, &axis.high);
    record(sheet, axis, field.bottom - field.top);
}

fn turned(sheet: &mut Sheet, class: &'static str, (x, y): (f64, f64), anchor: Anchor, words: &str) {
    let words = plain(words);
    sheet.marks.push(Mark::Text(Text { class, x, y, anchor, turned: true, words }));
}

fn record(sheet: &mut Sheet, axis: &Axis, length: f64) {
    let Axis { label, low, high } = axis;
    sheet.said.push(plain(&format!("{label}: {low} – {high}")));
    let side_by_side = width(low) + width(high) + APART;
    sheet.misfits.extend((width(label) > length).then(|| plain(label)));
    sheet.misfits.extend((side_by_side > length).then(|| plain(&format!("{low} – {high}"))));
}

impl Field {
    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(label: &str) -> Axis {
        Axis { label: label.into(), low: "alussa".into(), high: "pitkällä".into() }
    }

    fn matrix(cells: &[&str]) -> Authored {
        let cell = |title: &&str| Cell { title: (*title).into(), text: None };
        let (x, y) = (Some(axis("Kohtaamiset")), Some(axis("Kulttuuri")));
        Authored { x, y, cells: cells.iter().map(cell).collect(), ..Authored::default() }
    }

    #[test]
    fn cells_are_read_row_by_row() {
        let svg = layout(&matrix(&["a", "b", "c", "d"])).svg("d", "");
        let places = [("34", "24", "a"), ("191", "24", "b"), ("34", "120", "c"), ("191", "120", "d")];
        for (x, y, cell) in places {
            assert!(svg.contains(&format!("<text x=\"{x}\" y=\"{y}\">{cell}</text>")), "{cell}: {svg}");
        }
    }

    #[test]
    fn low_is_at_the_corner_of_both_axes() {
        let svg = layout(&matrix(&["a", "b", "c", "d"])).svg("d", "");
        assert!(svg.contains("<text class=\"q\" x=\"24\" y=\"212\">alussa</text>"), "{svg}");
        assert!(svg.contains("<text class=\"q\" transform=\"translate(14 194) rotate(-90)\">alussa</text>"), "{svg}");
    }

    #[test]
    fn a_long_name_takes_a_line_of_its_own() {
        let low = layout(&matrix(&["a", "b", "c", "d"]));
        let mut long = matrix(&["a", "b", "c", "d"]);
        long.x = Some(axis("Asiakkaan kokemat kohtaamiset vuoden aikana"));
        assert!((layout(&long).height - low.height - LINE).abs() < 0.001);
    }

    #[test]
    fn the_highlighted_cell_is_tinted() {
        let lit = Authored { highlight: Some(4), ..matrix(&["a", "b", "c", "d"]) };
        let svg = layout(&lit).svg("d", "");
        assert!(svg.contains("<path class=\"tint\" d=\"M181 98L338 98L338 194L181 194Z\" />"), "{svg}");
        assert!(svg.contains("<text class=\"you\" x=\"191\" y=\"120\">d</text>"), "{svg}");
    }
}
