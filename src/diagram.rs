//! Drawings that authors describe instead of draw.
//!
//! A handbook needs the same few pictures again and again, in two languages and in every brand. An author
//! who writes `kind: stairs` and four words gets a picture that wraps, prints, follows the brand's colours
//! and carries its own text alternative; nobody edits SVG by hand and no translation forgets a label.
//! One file per kind below this one; a new kind is its file and a line in [`Kind::shape`].

mod words;
mod text;
mod label;
mod sheet;
mod svg;
mod problems;
mod around;
mod station;
mod stairs;
mod cycle;
mod matrix;
mod ring;
mod ladder;
mod lanes;
mod flow;
mod timeline;

use serde::Deserialize;

pub use problems::Problem;

use problems::Part;
use sheet::Sheet;

/// As authored: the YAML body of a `diagram` block.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authored {
    pub kind: Kind,
    pub title: String,
    pub caption: Option<String>,
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Counted from one, as people count steps.
    pub highlight: Option<u32>,
    pub center: Option<String>,
    pub x: Option<Axis>,
    pub y: Option<Axis>,
    #[serde(default)]
    pub cells: Vec<Cell>,
    /// Who does what: each step names the lane it is in.
    #[serde(default)]
    pub lanes: Vec<Lane>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Stairs,
    Cycle,
    Ring,
    Matrix,
    Ladder,
    Flow,
    Timeline,
}

/// A bare string, or `{label, note, lane}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    pub label: String,
    pub note: Option<String>,
    pub lane: Option<String>,
}

/// A bare string, or `{id, label}` where the steps would rather not repeat the label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lane {
    pub id: Option<String>,
    pub label: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    pub label: String,
    pub low: String,
    pub high: String,
}

/// A bare string, or `{title, text}`. Read from the top left, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub title: String,
    pub text: Option<String>,
}

/// What one kind of drawing takes and how it is laid out.
struct Shape {
    word: &'static str,
    /// Opens the sentence "… 2 to 7 steps".
    takes: &'static str,
    least: usize,
    most: usize,
    needs: &'static [Part],
    allows: &'static [Part],
    layout: fn(&Authored) -> Sheet,
}

impl Kind {
    /// The kind as authors write it.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.shape().word
    }

    fn shape(self) -> &'static Shape {
        match self {
            Self::Stairs => &stairs::SHAPE,
            Self::Cycle => &cycle::SHAPE,
            Self::Ring => &ring::SHAPE,
            Self::Matrix => &matrix::SHAPE,
            Self::Ladder => &ladder::SHAPE,
            Self::Flow => &flow::SHAPE,
            Self::Timeline => &timeline::SHAPE,
        }
    }
}

impl Authored {
    /// The author's mistakes; empty when the drawing is good to print.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        problems::of(self)
    }

    fn is_lit(&self, index: usize) -> bool {
        self.highlight.is_some_and(|lit| usize::try_from(lit).is_ok_and(|lit| lit == index + 1))
    }
}

/// The drawing as one `<svg>` element. `id` is unique on its page.
#[must_use]
pub fn draw(diagram: &Authored, id: &str) -> String {
    (diagram.kind.shape().layout)(diagram).svg(id, &diagram.title)
}

#[cfg(test)]
mod tests;
