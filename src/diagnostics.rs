//! What the program has to say to an author: findings, each with a place and something to do.
//!
//! Mistakes in the content are data, not failures: every stage reports into one `Diagnostics`, goes on with what is
//! usable, and `checkpoint` stops the build once, before anything is rendered. Wording lives with the callers; place,
//! order and form live here. Knows nothing of files, YAML or pages.

mod print;

use std::sync::Arc;

pub use print::Format;

/// How the files of the embedded handbook are shown.
pub const BUILT_IN: &str = "built-in/";

/// Where a finding points: a file as the author knows it, and a 1-based line and column in it.
/// Line 0 means the whole file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub file: Arc<str>,
    pub line: u32,
    pub column: u32,
}

impl Place {
    #[must_use]
    pub fn new(file: &Arc<str>, line: u32, column: u32) -> Self {
        Self { file: Arc::clone(file), line, column }
    }

    #[must_use]
    pub fn file(file: &str) -> Self {
        Self { file: Arc::from(file), line: 0, column: 0 }
    }

    /// The built-in handbook is not the author's to mend, so `--strict` leaves its warnings alone.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.file.starts_with(BUILT_IN)
    }

    /// The line and column of a byte offset in `text`; columns count characters.
    #[must_use]
    pub fn in_text(file: &Arc<str>, text: &str, offset: usize, first_line: u32) -> Self {
        let before = &text[..text.floor_char_boundary(offset.min(text.len()))];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        Self::new(file, first_line + count(lines), count(before[start..].chars().count()) + 1)
    }
}

/// A length as a line or column number; files are far smaller than that (`files` bounds them).
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How much a finding weighs. The order is the order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page cannot be built as meant; nothing is written.
    Error,
    /// It builds, but the author should act; `--strict` makes it an error.
    Warning,
    /// Worth knowing; never fails.
    Note,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub place: Place,
    pub message: String,
    pub hint: Option<String>,
    /// So many were found before it that nobody reads what it might have meant, and to look would take minutes.
    is_late: bool,
}

/// From this one on, findings are told without a guess at what was meant.
const LATE: usize = 100;

/// All findings of one run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    strict: bool,
}

impl Diagnostics {
    /// With `strict`, warnings count as errors.
    #[must_use]
    pub fn new(strict: bool) -> Self {
        Self { found: Vec::new(), strict }
    }

    pub fn error(&mut self, place: &Place, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Error, place, message.into())
    }

    pub fn warning(&mut self, place: &Place, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Warning, place, message.into())
    }

    pub fn note(&mut self, place: &Place, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Note, place, message.into())
    }

    fn add(&mut self, severity: Severity, place: &Place, message: String) -> &mut Diagnostic {
        let severity = self.weighed(severity, place);
        let index = self.found.len();
        self.found.push(Diagnostic { severity, place: place.clone(), message, hint: None, is_late: index >= LATE });
        &mut self.found[index]
    }

    fn weighed(&self, severity: Severity, place: &Place) -> Severity {
        let is_strict = self.strict && severity == Severity::Warning && !place.is_built_in();
        if is_strict { Severity::Error } else { severity }
    }

    /// Takes over what a worker found on its own; how strict this run is, is decided here.
    pub fn extend(&mut self, other: Diagnostics) {
        for mut one in other.found {
            one.severity = self.weighed(one.severity, &one.place);
            self.found.push(one);
        }
    }

    /// `None` when an error has been found: everything up to here is reported, nothing after it runs.
    #[must_use]
    pub fn checkpoint(&self) -> Option<()> {
        (!self.has_errors()).then_some(())
    }

    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|one| one.severity == Severity::Error)
    }

    /// The findings by file, line and column, each said once even if two editions share its cause.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.found.iter().collect();
        all.sort_by(|a, b| (&a.place, a.severity, &a.message).cmp(&(&b.place, b.severity, &b.message)));
        all.dedup_by(|a, b| (&a.place, a.severity, &a.message) == (&b.place, b.severity, &b.message));
        all
    }
}

impl Diagnostic {
    /// What to do about it.
    pub fn hint(&mut self, hint: impl Into<String>) {
        self.hint = Some(hint.into());
    }

    /// What to do when nothing known came near.
    pub fn or_hint(&mut self, hint: impl Into<String>) {
        self.hint.get_or_insert_with(|| hint.into());
    }

    /// "did you mean", when something known is close enough to what was written.
    pub fn nearest<'a>(&mut self, written: &str, known: impl IntoIterator<Item = &'a str>) {
        if self.is_late {
            return;
        }
        let known: Vec<&str> = known.into_iter().collect();
        self.hint = match nearest(written, known.iter().copied()) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if known.is_empty() || known.len() > 24 => None,
            None => Some(format!("known here: {}", ticked(&known))),
        };
    }
}

/// Whether one word is a slip of the finger away from the other.
#[must_use]
pub fn is_near(written: &str, known: &str) -> bool {
    nearest(written, std::iter::once(known)).is_some()
}

/// The known word closest to `written`, if a slip of the finger explains the difference.
fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (written.chars().count() / 3).min(3);
    let ends = |word: &str| (word.bytes().next(), word.bytes().last());
    // Measuring is slow, and a slip spares one of the ends: among ten thousand pages a few are measured, not all.
    let is_likely = |word: &&str| {
        let (first, last) = ends(word);
        word.len().abs_diff(written.len()) <= 2 * limit && (first == ends(written).0 || last == ends(written).1)
    };
    known
        .filter(is_likely)
        .map(|word| (strsim::damerau_levenshtein(written, word), word))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, word)| word)
}

/// `a`, `b` and `c`
#[must_use]
pub fn ticked(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let file = Arc::from("a.md");
        let place = Place::in_text(&file, "ä\nöö!", 5, 4);
        assert_eq!((place.line, place.column), (5, 2));
    }

    /// Ten thousand broken links among as many pages would otherwise be a hundred million comparisons.
    #[test]
    fn guessing_ends_when_there_are_many_findings() {
        let mut diagnostics = Diagnostics::default();
        let hints: Vec<bool> = (0..=LATE)
            .map(|line| {
                let place = Place::new(&Arc::from("a.md"), u32::try_from(line).unwrap(), 1);
                let finding = diagnostics.error(&place, "unknown");
                finding.nearest("titel", ["title"]);
                finding.hint.is_some()
            })
            .collect();
        assert_eq!((hints[LATE - 1], hints[LATE]), (true, false));
    }

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_different_word_is_not() {
        assert_eq!(nearest("titel", ["title", "weight"].into_iter()), Some("title"));
        assert_eq!(nearest("colour", ["color", "logo"].into_iter()), Some("color"));
        assert_eq!(nearest("abc", ["title"].into_iter()), None);
    }
}
