//! HTML with holes: what the Markdown says is written once, and what differs between editions and addresses is filled
//! in at render time by copying, never by searching in finished HTML.

use std::ops::Range;

use memchr::memchr;

use crate::diagnostics::{Diagnostics, Place};

/// Text variables of Markdown, `{{ brand.name }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    Name,
    FullName,
    Model(Number),
}

/// A number of the assessment, so that a page about its rules tells the truth in an edition with other rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    Questions,
    Dimensions,
    /// Where this level begins, counted from 0.
    Threshold(usize),
    KeyLag,
    OverallLag,
    UnknownCap,
    Coverage,
    BlindSpot,
    /// How many dimensions must have a score, in percent and counted.
    NeededShare,
    Needed,
    Target,
    CapBonus,
    ProfileGap,
    MinGroup,
}

pub const VARIABLES: &[(&str, Variable)] = &[
    ("brand.name", Variable::Name),
    ("brand.full_name", Variable::FullName),
    ("model.questions", Variable::Model(Number::Questions)),
    ("model.dimensions", Variable::Model(Number::Dimensions)),
    ("model.level_1", Variable::Model(Number::Threshold(0))),
    ("model.level_2", Variable::Model(Number::Threshold(1))),
    ("model.level_3", Variable::Model(Number::Threshold(2))),
    ("model.level_4", Variable::Model(Number::Threshold(3))),
    ("model.level_5", Variable::Model(Number::Threshold(4))),
    ("model.key_lag", Variable::Model(Number::KeyLag)),
    ("model.overall_lag", Variable::Model(Number::OverallLag)),
    ("model.unknown_cap", Variable::Model(Number::UnknownCap)),
    ("model.coverage", Variable::Model(Number::Coverage)),
    ("model.blind_spot", Variable::Model(Number::BlindSpot)),
    ("model.needed_share", Variable::Model(Number::NeededShare)),
    ("model.needed", Variable::Model(Number::Needed)),
    ("model.target", Variable::Model(Number::Target)),
    ("model.cap_bonus", Variable::Model(Number::CapBonus)),
    ("model.profile_gap", Variable::Model(Number::ProfileGap)),
    ("model.min_group", Variable::Model(Number::MinGroup)),
];

/// Something only `render` knows. Numbers are indices into the page's links or blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// `<a href=…>`, or nothing when the page it leads to was removed.
    LinkStart(usize),
    LinkEnd(usize),
    /// The address of an image, in an attribute.
    Image(usize),
    Block(usize),
    Variable(Variable),
    /// A word of the interface: the heading of an alert, by its kind.
    Alert(&'static str),
    /// Where a long word of a heading or a lead may be broken.
    SoftHyphen,
    /// The label of a scrolling region, when no heading names it.
    TableLabel,
}

/// A piece of HTML and its holes, in order; a hole stands before the byte it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    pub html: String,
    pub holes: Vec<(usize, Hole)>,
    /// Where running text lies in the HTML: nothing but words, without holes, elements or entities.
    pub running: Vec<Range<usize>>,
}

/// A link around a stretch of running text: where, and its start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub range: Range<usize>,
    pub start: String,
}

/// Stands for a hole while the Markdown library writes the HTML; authors cannot write it (see `without_marks`).
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// Both begin with it, and hardly anything else does.
const FIRST_BYTE: u8 = 0xee;

/// Stands where running text begins and where it ends.
pub(super) const BOUNDARY: &str = "\u{e000}\u{e001}";

impl Fragment {
    /// The HTML with every hole filled by `fill`.
    #[must_use]
    pub fn filled(&self, fill: impl FnMut(&mut String, Hole)) -> String {
        self.linked(&[], fill)
    }

    /// The HTML with `anchors`, which are in order, and every hole filled by `fill`.
    #[must_use]
    pub fn linked(&self, anchors: &[Anchor], mut fill: impl FnMut(&mut String, Hole)) -> String {
        let mut html = String::with_capacity(self.html.len() + 64 * (self.holes.len() + anchors.len()));
        let mut anchors = anchors.iter().peekable();
        let mut done = 0;
        let holes = self.holes.iter().map(|(at, hole)| (*at, Some(*hole))).chain([(self.html.len(), None)]);
        for (at, hole) in holes {
            while let Some(Anchor { range, start }) = anchors.next_if(|anchor| anchor.range.end <= at) {
                html.extend([&self.html[done..range.start], start, &self.html[range.clone()], "</a>"]);
                done = range.end;
            }
            html.push_str(&self.html[done..at]);
            if let Some(hole) = hole {
                fill(&mut html, hole);
            }
            done = at;
        }
        html
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.holes.is_empty()
    }

    /// Takes the marks out of `html` and remembers where they stood.
    pub(super) fn from_marked(html: &str, holes: &[Hole]) -> Self {
        let mut fragment = Self { html: String::with_capacity(html.len()), ..Self::default() };
        let mut open = None;
        let mut rest = html;
        while let Some(at) = next_mark(rest) {
            fragment.html.push_str(&rest[..at]);
            let inside = &rest[at + OPEN.len_utf8()..];
            let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                fragment.boundary(&mut open);
            } else {
                let index: usize = inside[..digits].parse().expect("invariant: marks hold a number");
                fragment.holes.push((fragment.html.len(), holes[index]));
            }
            rest = inside[digits..].strip_prefix(CLOSE).expect("invariant: marks are written whole");
        }
        fragment.html.push_str(rest);
        fragment
    }

    /// Running text begins here, or ends.
    fn boundary(&mut self, open: &mut Option<usize>) {
        match open.take() {
            Some(start) => self.running.push(start..self.html.len()),
            None => *open = Some(self.html.len()),
        }
    }
}

/// Notes a hole and gives the mark that stands for it.
pub(super) fn mark(holes: &mut Vec<Hole>, hole: Hole) -> String {
    holes.push(hole);
    format!("{OPEN}{}{CLOSE}", holes.len() - 1)
}

/// Where the next mark begins.
fn next_mark(html: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + memchr(FIRST_BYTE, &html.as_bytes()[from..])?;
        if html[at..].starts_with(OPEN) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The author's text without our marks, of the same length.
pub(super) fn without_marks(text: &str) -> std::borrow::Cow<'_, str> {
    let may_hold = text.as_bytes().contains(&FIRST_BYTE);
    if may_hold && text.contains([OPEN, CLOSE]) { text.replace([OPEN, CLOSE], "\u{fffd}").into() } else { text.into() }
}

/// `(start, end, name)` of every `{{ name }}` in `text`.
pub(super) fn variables(text: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{").map(|at| at + from) {
        let Some(end) = text[start..].find("}}").map(|at| at + start + 2) else {
            break;
        };
        found.push((start, end, text[start + 2..end - 2].trim()));
        from = end;
    }
    found
}

pub(super) fn variable(name: &str) -> Option<Variable> {
    VARIABLES.iter().find(|(known, _)| *known == name).map(|(_, variable)| *variable)
}

pub(super) fn check_variables(text: &str, place: &Place, diagnostics: &mut Diagnostics) {
    for (_, _, name) in variables(text).into_iter().filter(|(_, _, name)| variable(name).is_none()) {
        unknown_variable(name, place, diagnostics);
    }
}

pub(super) fn unknown_variable(name: &str, place: &Place, diagnostics: &mut Diagnostics) {
    let finding = diagnostics.error(place, format!("there is no text variable `{name}`"));
    finding.nearest(name, VARIABLES.iter().map(|(known, _)| *known));
}

/// Plain text with its variables replaced.
#[must_use]
pub fn fill_text(text: &str, value: impl Fn(Variable) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end, name) in variables(text) {
        filled.push_str(&text[done..start]);
        match variable(name) {
            Some(variable) => filled.push_str(&value(variable)),
            None => filled.push_str(&text[start..end]),
        }
        done = end;
    }
    filled + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_found_and_filled() {
        let mut holes = Vec::new();
        let marked = format!("<p>{}x{}</p>", mark(&mut holes, Hole::LinkStart(0)), mark(&mut holes, Hole::LinkEnd(0)));
        let fragment = Fragment::from_marked(&marked, &holes);
        assert_eq!(fragment.html, "<p>x</p>");
        let filled =
            fragment.filled(|html, hole| html.push_str(if hole == Hole::LinkStart(0) { "<a>" } else { "</a>" }));
        assert_eq!(filled, "<p><a>x</a></p>");
    }

    #[test]
    fn running_text_is_noted_and_links_stand_between_the_holes_beside_them() {
        let mut holes = Vec::new();
        let hole = mark(&mut holes, Hole::LinkStart(0));
        let marked = format!("<p>{hole}{BOUNDARY}äx y{BOUNDARY}{hole}</p>");
        let fragment = Fragment::from_marked(&marked, &holes);
        assert_eq!((fragment.html.as_str(), fragment.running.len()), ("<p>äx y</p>", 1));
        assert_eq!(fragment.running[0], 3..8);
        let anchors = [3..6, 7..8].map(|range| Anchor { range, start: "<a>".to_owned() });
        let linked = fragment.linked(&anchors, |html, _| html.push('|'));
        assert_eq!(linked, "<p>|<a>äx</a> <a>y</a>|</p>");
    }

    #[test]
    fn variables_are_replaced_in_plain_text() {
        assert_eq!(fill_text("On {{ brand.name }}, {{x}}", |_| "Acme".into()), "On Acme, {{x}}");
    }
}
