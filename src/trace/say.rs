//! How an answer looks: for a person, or as JSON.

use std::fmt::Write;

use serde::Serialize;

use crate::diagnostics::{Format, Place};
use crate::yaml::{Node, Value};

use super::{Entry, Stack, Standing};

/// Characters of a value that are shown.
const WIDTH: usize = 60;

#[derive(Serialize)]
struct StackRow<'a> {
    key: &'a str,
    file: &'a str,
    language: Option<&'a str>,
    note: Option<&'a str>,
    layers: Vec<EntryRow<'a>>,
}

#[derive(Serialize)]
struct EntryRow<'a> {
    standing: Standing,
    value: &'a str,
    layer: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    note: Option<&'a str>,
}

/// All answers as text; JSON is one list.
///
/// # Panics
/// Never: strings and numbers always serialise.
#[must_use]
pub fn print(stacks: &[Stack], format: Format) -> String {
    if format == Format::Json {
        let rows: Vec<StackRow> = stacks.iter().map(Stack::row).collect();
        return serde_json::to_string_pretty(&rows).expect("invariant: strings and numbers always serialise") + "\n";
    }
    stacks.iter().map(Stack::human).collect::<Vec<_>>().join("\n")
}

/// A value on one short line.
#[must_use]
pub fn brief(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Number(text) => shortened(text),
        _ => shortened(&serde_json::json!(node).to_string()),
    }
}

pub(super) fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= WIDTH {
        return text;
    }
    text.chars().take(WIDTH - 1).collect::<String>().trim_end().to_owned() + "…"
}

impl Stack {
    fn row(&self) -> StackRow<'_> {
        let layers = self.entries.iter().map(Entry::row).collect();
        StackRow {
            key: &self.key,
            file: &self.file,
            language: self.lang.as_deref(),
            note: self.note.as_deref(),
            layers,
        }
    }

    fn human(&self) -> String {
        let is_file = self.key == self.file || self.file.ends_with(".md");
        let mut text = if is_file { self.key.clone() } else { format!("{}: {}", self.file, self.key) };
        text.push('\n');
        if let Some(note) = &self.note {
            let _ = writeln!(text, "  {note}");
        }
        let width = self.entries.iter().map(|entry| entry.value.chars().count()).max().unwrap_or(0);
        for entry in &self.entries {
            let _ = writeln!(text, "  {:<7}  {:<width$}  {}", entry.standing.word(), entry.value, at(&entry.place));
            if let Some(note) = &entry.note {
                let _ = writeln!(text, "           {note}");
            }
        }
        text
    }
}

fn at(place: &Place) -> String {
    if place.line == 0 { place.file.to_string() } else { format!("{}:{}:{}", place.file, place.line, place.column) }
}

impl Entry {
    fn row(&self) -> EntryRow<'_> {
        EntryRow {
            standing: self.standing,
            value: &self.value,
            layer: &self.layer,
            file: &self.place.file,
            line: self.place.line,
            column: self.place.column,
            note: self.note.as_deref(),
        }
    }
}

impl Standing {
    fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Merged => "merged",
            Self::Hidden => "hidden",
            Self::Removes => "removes",
            Self::Dropped => "dropped",
            Self::Kept => "kept",
        }
    }
}
