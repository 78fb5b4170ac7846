//! How findings look: for a person, for an editor (`json`), for a code host's annotations (`github`).

use std::fmt::Write;

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};

/// The forms of `--format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Human,
    Json,
    Github,
}

#[derive(Serialize)]
struct Row<'a> {
    severity: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    message: &'a str,
    hint: Option<&'a str>,
}

impl Diagnostics {
    /// The sorted findings as text, one after another; empty when there is nothing to say.
    #[must_use]
    pub fn print(&self, format: Format, colour: bool) -> String {
        self.print_down_to(Severity::Note, format, colour)
    }

    /// Only the findings that weigh at least as much as `least`.
    #[must_use]
    pub fn print_down_to(&self, least: Severity, format: Format, colour: bool) -> String {
        let shown = self.sorted().into_iter().filter(|one| one.severity <= least);
        shown.map(|one| one.print(format, colour)).collect()
    }
}

impl Diagnostic {
    fn print(&self, format: Format, colour: bool) -> String {
        match format {
            Format::Human => self.human(colour),
            Format::Json => self.json(),
            Format::Github => self.github(),
        }
    }

    fn human(&self, colour: bool) -> String {
        let (on, off) = if colour { (self.severity.colour(), "\u{1b}[0m") } else { ("", "") };
        let mut text = format!("{on}{}{off}: {}\n  --> {}", self.severity.word(), self.message, self.place.file);
        if self.place.line > 0 {
            let _ = write!(text, ":{}:{}", self.place.line, self.place.column);
        }
        if let Some(hint) = &self.hint {
            let _ = write!(text, "\n  hint: {hint}");
        }
        text + "\n"
    }

    fn json(&self) -> String {
        let row = Row {
            severity: self.severity.word(),
            file: &self.place.file,
            line: self.place.line,
            column: self.place.column,
            message: &self.message,
            hint: self.hint.as_deref(),
        };
        serde_json::to_string(&row).expect("invariant: strings and numbers always serialise") + "\n"
    }

    /// A workflow command; `%`, line ends and, in properties, `:` and `,` are escaped as the format asks.
    fn github(&self) -> String {
        let level = if self.severity == Severity::Note { "notice" } else { self.severity.word() };
        let hint = self.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
        let message = escaped(&format!("{}{hint}", self.message));
        let file = escaped(&self.place.file).replace(':', "%3A").replace(',', "%2C");
        format!("::{level} file={file},line={},col={}::{message}\n", self.place.line.max(1), self.place.column.max(1))
    }
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

impl Severity {
    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    fn colour(self) -> &'static str {
        match self {
            Self::Error => "\u{1b}[1;31m",
            Self::Warning => "\u{1b}[1;33m",
            Self::Note => "\u{1b}[1;36m",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Place, Severity};

    use super::*;

    fn one() -> Diagnostic {
        let place = Place { file: "content/en/a.md".into(), line: 3, column: 7 };
        let message = "page a links to #b, which is no heading there".to_owned();
        Diagnostic { severity: Severity::Error, place, message, hint: Some("100 % sure".to_owned()), is_late: false }
    }

    #[test]
    fn a_person_reads_message_place_and_hint() {
        let expected =
            "error: page a links to #b, which is no heading there\n  --> content/en/a.md:3:7\n  hint: 100 % sure\n";
        assert_eq!(one().print(Format::Human, false), expected);
    }

    #[test]
    fn an_editor_and_a_code_host_get_their_own_forms() {
        assert!(one().print(Format::Json, false).contains(r#""line":3,"column":7"#));
        let expected =
            "::error file=content/en/a.md,line=3,col=7::page a links to #b, which is no heading there (100 %25 sure)\n";
        assert_eq!(one().print(Format::Github, false), expected);
    }
}
