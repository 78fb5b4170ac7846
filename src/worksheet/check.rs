//! Authored → checked: what a sheet needs to work and to fit its page.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::At;

use super::authored::{self, Kind};
use super::{Choice, Field, Form, Input, Part, Rows, Tick, Worksheet};

/// Names that parts cannot have, because something else of the sheet has them.
const TAKEN: [&str; 3] = ["fields", "agreed", "organisation"];

pub(super) fn sheet(authored: authored::Worksheet, diagnostics: &mut Diagnostics) -> Worksheet {
    count("a worksheet", authored.parts.len(), (1, 3), "parts", &authored.parts.place, diagnostics);
    ids(authored.parts.iter().map(|part| &part.id), diagnostics);
    for part in authored.parts.iter().filter(|part| TAKEN.contains(&part.id.as_str())) {
        let message = format!("a part cannot be called `{}`", part.id.value);
        diagnostics.error(&part.id.place, message).hint("give it another id");
    }
    Worksheet {
        place: authored.title.place,
        title: authored.title.value,
        why: authored.why.value,
        fields: fields(authored.fields, Input::Line, diagnostics),
        parts: authored.parts.value.into_iter().map(|part| self::part(part, diagnostics)).collect(),
        agreed: fields(authored.agreed, Input::Line, diagnostics),
        organisation: authored.example.value.organisation,
        example: BTreeMap::new(),
    }
}

fn fields(authored: Vec<authored::Field>, otherwise: Input, diagnostics: &mut Diagnostics) -> Vec<Field> {
    ids(authored.iter().map(|field| &field.id), diagnostics);
    authored.into_iter().map(|one| field(one, otherwise, diagnostics)).collect()
}

fn field(authored: authored::Field, otherwise: Input, diagnostics: &mut Diagnostics) -> Field {
    let input = authored.input.unwrap_or(otherwise);
    let options: Vec<(At<String>, String)> = authored.options.into_iter().collect();
    if (input == Input::Choice) != (options.len() > 1) {
        let finding = diagnostics.error(&authored.id.place, format!("`{}` lacks its choices", authored.id.value));
        finding.hint("write `type: choice` and `options: { id: text, … }` with two or more");
    }
    ids(options.iter().map(|(id, _)| id), diagnostics);
    let option = |(id, label): (At<String>, String)| Choice { id: id.value, label, text: String::new() };
    Field { id: authored.id.value, label: authored.label, input, options: options.into_iter().map(option).collect() }
}

fn part(authored: authored::Part, diagnostics: &mut Diagnostics) -> Part {
    foreign(&authored, diagnostics);
    let place = authored.kind.place.clone();
    let form = match authored.kind.value {
        Kind::Checklist => {
            count("a checklist", authored.items.len(), (3, 10), "boxes", &place, diagnostics);
            Form::Checklist(ticks(authored.items, diagnostics))
        }
        Kind::Table => table(authored.of, authored.columns, authored.rows, &place, diagnostics),
        Kind::Wheel => {
            count("a wheel", authored.spokes.len(), (3, 8), "spokes", &place, diagnostics);
            count("a wheel", authored.series.len(), (0, 2), "ratings", &place, diagnostics);
            let [spokes, series] = [authored.spokes, authored.series].map(|all| named(all, diagnostics));
            Form::Wheel { low: authored.low, high: authored.high, spokes, series }
        }
        Kind::Cards => {
            count("a sorting", authored.piles.len(), (2, 4), "piles", &place, diagnostics);
            count("a sorting", authored.cards.len(), (4, 12), "cards", &place, diagnostics);
            let [piles, cards] = [authored.piles, authored.cards].map(|all| named(all, diagnostics));
            Form::Cards { piles, cards }
        }
    };
    Part { id: authored.id.value, title: authored.title, form }
}

fn table(
    of: String,
    columns: Vec<authored::Field>,
    rows: Option<At<authored::Rows>>,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Form {
    count("a table", columns.len(), (1, 5), "columns", place, diagnostics);
    let columns = fields(columns, Input::Text, diagnostics);
    let place = rows.as_ref().map_or(place, |rows| &rows.place).clone();
    let rows = match rows.map_or(authored::Rows::Empty(0), |rows| rows.value) {
        authored::Rows::Empty(number) => Rows::Empty(number),
        authored::Rows::Named(rows) => Rows::Named(named(rows, diagnostics)),
    };
    let number = match &rows {
        Rows::Empty(number) => *number,
        Rows::Named(rows) => rows.len(),
    };
    count("a table", number, (1, 16), "rows", &place, diagnostics);
    Form::Table { of, columns, rows }
}

fn ticks(authored: Vec<authored::Tick>, diagnostics: &mut Diagnostics) -> Vec<Tick> {
    ids(authored.iter().map(|tick| &tick.id), diagnostics);
    authored.into_iter().map(|tick| Tick { id: tick.id.value, label: tick.label, note: tick.note }).collect()
}

fn named(authored: Vec<authored::Named>, diagnostics: &mut Diagnostics) -> Vec<Choice> {
    ids(authored.iter().map(|one| &one.id), diagnostics);
    authored.into_iter().map(|one| Choice { id: one.id.value, label: one.label, text: one.text }).collect()
}

fn ids<'a>(ids: impl Iterator<Item = &'a At<String>>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for id in ids {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        if !id.starts_with(|first: char| first.is_ascii_lowercase()) || !id.chars().all(fits) {
            let finding = diagnostics.error(&id.place, format!("`{}` cannot be an id of a worksheet", id.value));
            finding.hint("use lower-case letters a–z, digits and `_`, a letter first");
        }
        if let Some(first) = seen.insert(id, &id.place) {
            let finding = diagnostics.error(&id.place, format!("the id `{}` is used twice", id.value));
            finding.hint(format!("it is first used in line {}", first.line));
        }
    }
}

fn count(
    whole: &str,
    found: usize,
    (least, most): (usize, usize),
    of: &str,
    place: &Place,
    diagnostics: &mut Diagnostics,
) {
    if !(least..=most).contains(&found) {
        let finding = diagnostics.error(place, format!("{whole} has {least} to {most} {of}, and this one has {found}"));
        finding.hint("a sheet fits one page: make another for the rest");
    }
}

/// Keys that belong to another kind.
fn foreign(part: &authored::Part, diagnostics: &mut Diagnostics) {
    let kinds = [
        ("items", part.items.is_empty(), Kind::Checklist),
        ("of", part.of.is_empty(), Kind::Table),
        ("columns", part.columns.is_empty(), Kind::Table),
        ("rows", part.rows.is_none(), Kind::Table),
        ("low", part.low.is_empty(), Kind::Wheel),
        ("high", part.high.is_empty(), Kind::Wheel),
        ("spokes", part.spokes.is_empty(), Kind::Wheel),
        ("series", part.series.is_empty(), Kind::Wheel),
        ("piles", part.piles.is_empty(), Kind::Cards),
        ("cards", part.cards.is_empty(), Kind::Cards),
    ];
    for (key, _, kind) in kinds.iter().filter(|(_, empty, kind)| !empty && *kind != part.kind.value) {
        let (this, other) = (format!("{:?}", part.kind.value).to_lowercase(), format!("{kind:?}").to_lowercase());
        let finding = diagnostics.error(&part.kind.place, format!("a part of kind `{this}` has no `{key}`"));
        finding.hint(format!("`{key}` belongs to `kind: {other}`"));
    }
}
