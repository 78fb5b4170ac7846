//! The names of a sheet's controls. They are the keys of what a device keeps and of exported files, so they are made of
//! ids alone.

use std::collections::BTreeMap;

use super::{Choice, Field, Form, Part, Rows, Worksheet};

type Controls<'a> = BTreeMap<String, Option<Vec<&'a str>>>;

pub(super) fn controls(sheet: &Worksheet) -> Controls<'_> {
    let mut all = Controls::new();
    for (group, fields) in [("fields", &sheet.fields), ("agreed", &sheet.agreed)] {
        all.extend(fields.iter().map(|field| (format!("{group}.{}", field.id), values(field))));
    }
    for part in &sheet.parts {
        add(part, &mut all);
    }
    all
}

fn values(field: &Field) -> Option<Vec<&str>> {
    (!field.options.is_empty()).then(|| ids(&field.options))
}

fn ids(all: &[Choice]) -> Vec<&str> {
    all.iter().map(|one| one.id.as_str()).collect()
}

fn add<'a>(part: &'a Part, all: &mut Controls<'a>) {
    let id = &part.id;
    match &part.form {
        Form::Checklist(ticks) => {
            for tick in ticks {
                all.insert(format!("{id}.{}", tick.id), Some(vec!["yes"]));
                all.extend(tick.note.iter().map(|_| (format!("{id}.{}.note", tick.id), None)));
            }
        }
        Form::Table { columns, rows, .. } => {
            let cell = |row: &str| {
                let row = row.to_owned();
                columns.iter().map(move |column| (format!("{id}.{row}.{}", column.id), values(column)))
            };
            all.extend(row_ids(rows).iter().flat_map(|row| cell(row)));
        }
        Form::Wheel { spokes, series, .. } => {
            let rating = |name: String| (name, Some(vec!["1", "2", "3", "4", "5"]));
            let names = spokes.iter().flat_map(|spoke| ratings(id, series, &spoke.id));
            all.extend(names.map(|(_, name)| rating(name)));
        }
        Form::Cards { piles, cards } => {
            all.extend(cards.iter().map(|card| (format!("{id}.{}", card.id), Some(ids(piles)))));
        }
    }
}

/// The ids of rows: their own, or their number.
#[must_use]
pub fn row_ids(rows: &Rows) -> Vec<String> {
    match rows {
        Rows::Empty(number) => (1..=*number).map(|row| row.to_string()).collect(),
        Rows::Named(rows) => rows.iter().map(|row| row.id.clone()).collect(),
    }
}

/// The names of a spoke's ratings, each with its series if there are several.
#[must_use]
pub fn ratings<'a>(part: &str, series: &'a [Choice], spoke: &str) -> Vec<(Option<&'a Choice>, String)> {
    if series.is_empty() {
        return vec![(None, format!("{part}.{spoke}"))];
    }
    series.iter().map(|one| (Some(one), format!("{part}.{}.{spoke}", one.id))).collect()
}
