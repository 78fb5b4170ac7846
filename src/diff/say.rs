//! How a difference looks: for a person, or as JSON.

use std::fmt::Write;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::diagnostics::Format;
use crate::overrides::Override;

use super::{Change, Difference, Row};

#[derive(Serialize)]
struct Whole<'a> {
    of: &'a str,
    against: &'a str,
    fingerprint: Option<&'a str>,
    fingerprint_against: Option<&'a str>,
    differences: Vec<RowView<'a>>,
    stale: Vec<StaleView<'a>>,
}

#[derive(Serialize)]
struct RowView<'a> {
    part: &'a str,
    change: &'a str,
    what: &'a str,
    detail: &'a str,
    words_new: Option<usize>,
    words_gone: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<String>>,
}

#[derive(Serialize)]
struct StaleView<'a> {
    what: &'a str,
    was: Option<&'a str>,
    now: Option<&'a str>,
    file: &'a str,
    line: u32,
    column: u32,
}

/// The difference as text; `with_text` adds the lines that differ.
///
/// # Panics
/// Never: strings and numbers always serialise.
#[must_use]
pub fn print(difference: &Difference, format: Format, with_text: bool) -> String {
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(&whole(difference, with_text));
            text.expect("invariant: strings and numbers always serialise") + "\n"
        }
        Format::Human | Format::Github => human(difference, with_text),
    }
}

fn whole(difference: &Difference, with_text: bool) -> Whole<'_> {
    Whole {
        of: &difference.of,
        against: &difference.against,
        fingerprint: difference.fingerprints[0].as_deref(),
        fingerprint_against: difference.fingerprints[1].as_deref(),
        differences: difference.rows.iter().map(|row| row_view(row, with_text)).collect(),
        stale: difference.stale.iter().map(stale_view).collect(),
    }
}

fn row_view(row: &Row, with_text: bool) -> RowView<'_> {
    RowView {
        part: row.part,
        change: row.change.word(),
        what: &row.what,
        detail: &row.detail,
        words_new: row.words.map(|words| words[0]),
        words_gone: row.words.map(|words| words[1]),
        lines: with_text.then(|| lines(row)),
    }
}

fn stale_view(one: &Override) -> StaleView<'_> {
    let place = one.was.as_ref().map_or(&one.place, |(_, place)| place);
    StaleView {
        what: &one.name,
        was: one.was.as_ref().map(|(was, _)| was.as_str()),
        now: one.now.as_deref(),
        file: &place.file,
        line: place.line,
        column: place.column,
    }
}

fn human(difference: &Difference, with_text: bool) -> String {
    let mut text = format!("{} against {}\n", difference.of, difference.against);
    if difference.rows.is_empty() {
        text.push_str("\nnothing differs\n");
    }
    for rows in difference.rows.chunk_by(|one, next| one.part == next.part) {
        let width = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0);
        let _ = writeln!(text, "\n{}", rows[0].part);
        for row in rows {
            let line = format!("  {:<8}  {:<width$}  {}", row.change.word(), row.what, row.detail);
            let _ = writeln!(text, "{}", line.trim_end());
            for line in lines(row).iter().filter(|_| with_text) {
                let _ = writeln!(text, "      {line}");
            }
        }
    }
    text.push_str(&fingerprints(&difference.fingerprints));
    text + &stale(&difference.stale)
}

/// The lines of both texts that differ, each with `-` or `+` before it.
fn lines(row: &Row) -> Vec<String> {
    let [before, now] = row.texts.as_ref().map_or(["", ""], |texts| texts.each_ref().map(String::as_str));
    let compared = TextDiff::from_lines(before, now);
    let changed = compared.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    let written = changed.map(|change| format!("{} {}", change.tag(), change.value().trim_end()));
    written.filter(|line| line.len() > 2).collect()
}

fn fingerprints([of, against]: &[Option<String>; 2]) -> String {
    match (of, against) {
        (Some(of), Some(against)) if of == against => format!("\nthe same fingerprint, {of}: answers fit both\n"),
        (Some(of), Some(against)) => {
            format!("\nfingerprint {against} → {of}: codes of one are not counted in the other\n")
        }
        _ => String::new(),
    }
}

fn stale(all: &[Override]) -> String {
    let mut text = String::new();
    for one in all {
        if text.is_empty() {
            text.push_str("\novertaken by a change below\n");
        }
        let [was, now] =
            [one.was.as_ref().map(|(was, _)| was.as_str()), one.now.as_deref()].map(Option::unwrap_or_default);
        let _ = writeln!(text, "  {}  was {was}, is {now}  {}", one.name, one.place.file);
    }
    text
}

impl Change {
    fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Replaced => "replaced",
            Self::Copied => "copied",
            Self::Changed => "changed",
            Self::Reworded => "reworded",
        }
    }
}
