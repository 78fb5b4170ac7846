//! A worksheet twice over: empty, with a control for every name, and filled in as its example.

mod view;

use crate::page::Page;
use crate::worksheet::{self, Choice, Field, Form, Input, Part, Rows, Tick, Worksheet, wheel};

use super::Shelf;
use view::{
    BodyView, CardView, CellView, HeadView, OptionView, PartView, PileView, RatingView, RowView, ShapeView, SheetView,
    SpokeView, TableView, TickView, WheelView,
};

/// One of the two bodies: `filled` says which.
#[derive(Clone, Copy)]
struct Body<'a> {
    sheet: &'a Worksheet,
    filled: bool,
    row: &'a str,
    date: &'a str,
    months: &'a str,
}

impl Shelf<'_> {
    pub(super) fn sheet(&self, sheet: &Worksheet, page: &Page) -> Result<String, Box<tera::Error>> {
        let [row, date, months] = ["row", "date", "months"].map(|key| self.text(&format!("worksheet.{key}")));
        let body = |filled| Body { sheet, filled, row, date, months }.view();
        let view = SheetView {
            page: &page.id.0,
            title: &sheet.title,
            why: &sheet.why,
            example: self.text("block.case").replace("{name}", &sheet.organisation),
            blank: body(false),
            worked: body(true),
        };
        self.block_of("worksheet", &view)
    }
}

impl<'a> Body<'a> {
    fn view(self) -> BodyView<'a> {
        let fields = |group: &str, fields: &'a [Field]| {
            fields.iter().map(|field| self.cell(format!("{group}.{}", field.id), field, None)).collect()
        };
        BodyView {
            fields: fields("fields", &self.sheet.fields),
            parts: self.sheet.parts.iter().map(|part| self.part(part)).collect(),
            agreed: fields("agreed", &self.sheet.agreed),
        }
    }

    /// What the example says under a name.
    fn value(self, name: &str) -> &'a str {
        self.sheet.example.get(name).filter(|_| self.filled).map_or("", String::as_str)
    }

    fn cell(self, name: String, field: &'a Field, row: Option<&str>) -> CellView<'a> {
        let value = self.value(&name);
        let chosen = field.options.iter().find(|option| option.id == value);
        let shown = if field.input == Input::Date { self.day(value) } else { value.to_owned() };
        CellView {
            value: chosen.map_or(shown, |option| option.label.clone()),
            label: row.map_or_else(|| field.label.clone(), |row| format!("{}, {row}", field.label)),
            head: &field.label,
            input: field.input.word(),
            options: field.options.iter().map(|one| OptionView { id: &one.id, label: &one.label }).collect(),
            name,
        }
    }

    /// `2026-11-23` as the language writes it; anything else as it is.
    fn day(self, written: &str) -> String {
        let parts: Vec<usize> = written.split('-').filter_map(|part| part.parse().ok()).collect();
        let [year, month, day] = parts[..] else {
            return written.to_owned();
        };
        let name = self.months.split(' ').nth(month.saturating_sub(1)).unwrap_or_default();
        let dated = self.date.replace("{y}", &year.to_string()).replace("{month}", name);
        dated.replace("{d}", &day.to_string())
    }

    fn part(self, part: &'a Part) -> PartView<'a> {
        let mut view = PartView {
            id: &part.id,
            title: &part.title,
            kind: "",
            ticks: Vec::new(),
            table: None,
            wheel: None,
            piles: Vec::new(),
            cards: Vec::new(),
        };
        match &part.form {
            Form::Checklist(ticks) => {
                view.kind = "checklist";
                view.ticks = ticks.iter().map(|tick| self.tick(&part.id, tick)).collect();
            }
            Form::Table { of, columns, rows } => {
                view.kind = "table";
                view.table = Some(self.table(&part.id, of, columns, rows));
            }
            Form::Wheel { low, high, spokes, series } => {
                view.kind = "wheel";
                view.wheel = Some(self.wheel(&part.id, (low, high), spokes, series));
            }
            Form::Cards { piles, cards } => {
                view.kind = "cards";
                view.piles = piles.iter().map(|pile| PileView { id: &pile.id, label: &pile.label }).collect();
                view.cards = cards.iter().map(|card| self.card(&part.id, card, piles)).collect();
            }
        }
        view
    }

    fn tick(self, part: &str, tick: &'a Tick) -> TickView<'a> {
        let name = format!("{part}.{}", tick.id);
        let note = tick.note.as_deref().map(|head| CellView {
            name: format!("{name}.note"),
            head,
            label: format!("{head}: {}", tick.label),
            input: "line",
            options: Vec::new(),
            value: self.value(&format!("{name}.note")).to_owned(),
        });
        TickView { on: self.value(&name) == "yes", label: &tick.label, note, name }
    }

    fn table(self, part: &str, of: &'a str, columns: &'a [Field], rows: &'a Rows) -> TableView<'a> {
        let row = |(index, id): (usize, String)| {
            let named = if let Rows::Named(rows) = rows { rows.get(index) } else { None };
            let title = named.map_or("", |row| row.label.as_str());
            let spoken = if title.is_empty() { self.row.replace("{n}", &id) } else { title.to_owned() };
            let cell =
                |column: &'a Field| self.cell(format!("{part}.{id}.{}", column.id), column, Some(spoken.as_str()));
            let text = named.map_or("", |row| row.text.as_str());
            RowView { title, text, cells: columns.iter().map(cell).collect(), id: id.clone() }
        };
        TableView {
            of,
            heads: columns.iter().map(|column| HeadView { label: &column.label, input: column.input.word() }).collect(),
            rows: worksheet::row_ids(rows).into_iter().enumerate().map(row).collect(),
            grows: matches!(rows, Rows::Empty(_)),
        }
    }

    fn wheel(self, part: &str, ends: (&'a str, &'a str), spokes: &'a [Choice], series: &'a [Choice]) -> WheelView<'a> {
        let spoke = |spoke: &'a Choice| {
            let rating = |(series, name): (Option<&'a Choice>, String)| RatingView {
                value: self.value(&name).to_owned(),
                label: series.map_or("", |series| &series.label),
                name,
            };
            let ratings = worksheet::ratings(part, series, &spoke.id).into_iter().map(rating).collect();
            SpokeView { label: &spoke.label, text: &spoke.text, ratings }
        };
        let spokes: Vec<SpokeView> = spokes.iter().map(spoke).collect();
        let shape = |at: usize| {
            let ratings: Vec<Option<u8>> = spokes.iter().map(|spoke| spoke.ratings[at].value.parse().ok()).collect();
            let [id, label] = series.get(at).map_or(["", ""], |one| [&one.id, &one.label]);
            ShapeView { id, label, points: wheel::shape(&ratings) }
        };
        WheelView {
            low: ends.0,
            high: ends.1,
            count: spokes.len(),
            face_html: wheel::face(spokes.len()),
            shapes: (0..series.len().max(1)).map(shape).collect(),
            spokes,
        }
    }

    fn card(self, part: &str, card: &'a Choice, piles: &'a [Choice]) -> CardView<'a> {
        let name = format!("{part}.{}", card.id);
        let chosen = piles.iter().find(|pile| pile.id == self.value(&name));
        let value = chosen.map_or(String::new(), |pile| pile.label.clone());
        CardView { label: &card.label, text: &card.text, value, name }
    }
}
