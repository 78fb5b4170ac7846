//! Our own blocks: fenced code whose first word names the kind and whose body is YAML, so that the Markdown still reads
//! anywhere. Here they are only read; `site` checks what they name, `render` draws them.

use serde::Deserialize;

use crate::config::Audience;
use crate::diagnostics::{Diagnostics, Place};
use crate::diagram;
use crate::worksheet::{self, Worksheet};
use crate::yaml::{self, At, Node};

use super::fragment::Fragment;

#[derive(Clone, Debug)]
pub enum Block {
    Diagram {
        diagram: Box<diagram::Authored>,
        caption: Fragment,
    },
    /// A dimension's questions, to be answered in place.
    Check {
        dimension: At<String>,
    },
    /// The anchors of a dimension's key question, or of all its questions.
    Levels {
        dimension: At<String>,
        all: bool,
    },
    Case {
        organisation: String,
        title: String,
        text: Fragment,
    },
    Claim {
        text: Fragment,
        source: At<String>,
        trust: Trust,
        note: Fragment,
    },
    /// Shown only where `handbook.yaml` names this audience, or none.
    Audience {
        audience: Audience,
        text: Fragment,
    },
    Worksheet(Box<Worksheet>),
    /// The questions on paper, with the scoring key.
    Paper {
        form: At<Form>,
    },
    /// What this device keeps, listed by script.
    Storage,
    /// What was tested of the handbook, and the contrasts its brand has.
    Tested {
        checks: Vec<(String, Fragment)>,
    },
    /// The whole handbook kept on the device, by script.
    Offline,
    /// The terms of the page's language.
    Glossary {
        place: Place,
    },
}

impl Block {
    /// The word an author writes for it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Diagram { .. } => "diagram",
            Self::Check { .. } => "check",
            Self::Levels { .. } => "levels",
            Self::Case { .. } => "case",
            Self::Claim { .. } => "claim",
            Self::Audience { .. } => "audience",
            Self::Worksheet(_) => "worksheet",
            Self::Glossary { .. } => "glossary",
            Self::Paper { .. } => "paper",
            Self::Storage => "storage",
            Self::Tested { .. } => "tested",
            Self::Offline => "offline",
        }
    }
}

/// Which of the two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    Quick,
    Full,
}

/// How far a claim from elsewhere is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    Studied,
    Experience,
    SecondHand,
    Unverified,
}

impl Trust {
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Studied => "studied",
            Self::Experience => "experience",
            Self::SecondHand => "second-hand",
            Self::Unverified => "unverified",
        }
    }
}

pub(super) const KINDS: &[&str] = &[
    "diagram",
    "check",
    "levels",
    "case",
    "claim",
    "audience",
    "worksheet",
    "paper",
    "glossary",
    "storage",
    "offline",
    "tested",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    dimension: At<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    form: At<Form>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Levels {
    dimension: At<String>,
    #[serde(default)]
    all: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    organisation: String,
    title: String,
    text: At<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ForAudience {
    #[serde(rename = "for")]
    audience: Audience,
    text: At<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    text: At<String>,
    source: At<String>,
    trust: Trust,
    #[serde(default)]
    note: Option<At<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tested {
    checks: Vec<Checked>,
}

/// What is said to hold, and the tests that would fail if it did not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checked {
    name: String,
    text: At<String>,
    tests: At<Vec<String>>,
}

/// Reads the YAML of a block. `markdown` reads the Markdown that some of its values hold.
pub(super) fn parse(
    kind: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
    mut markdown: impl FnMut(&str, &Place, &mut Diagnostics) -> Fragment,
) -> Option<Block> {
    let mut text = |at: &At<String>, diagnostics: &mut Diagnostics| markdown(&at.value, &at.place, diagnostics);
    match kind {
        "storage" => Some(Block::Storage),
        "offline" => yaml::decode(node, diagnostics).map(|Nothing {}| Block::Offline),
        "worksheet" => worksheet::compile(node, diagnostics).map(|sheet| Block::Worksheet(Box::new(sheet))),
        "glossary" => yaml::decode(node, diagnostics).map(|Nothing {}| Block::Glossary { place: node.place.clone() }),
        "paper" => yaml::decode(node, diagnostics).map(|Paper { form }| Block::Paper { form }),
        "check" => yaml::decode(node, diagnostics).map(|Check { dimension }| Block::Check { dimension }),
        "levels" => yaml::decode(node, diagnostics).map(|Levels { dimension, all }| Block::Levels { dimension, all }),
        "case" => {
            let case: Case = yaml::decode(node, diagnostics)?;
            let text = text(&case.text, diagnostics);
            Some(Block::Case { organisation: case.organisation, title: case.title, text })
        }
        "audience" => {
            let block: ForAudience = yaml::decode(node, diagnostics)?;
            Some(Block::Audience { audience: block.audience, text: text(&block.text, diagnostics) })
        }
        "claim" => {
            let claim: Claim = yaml::decode(node, diagnostics)?;
            let remark = claim.note.as_ref().map(|remark| text(remark, diagnostics)).unwrap_or_default();
            Some(Block::Claim {
                text: text(&claim.text, diagnostics),
                source: claim.source,
                trust: claim.trust,
                note: remark,
            })
        }
        "tested" => {
            let block: Tested = yaml::decode(node, diagnostics)?;
            for Checked { name, tests, .. } in &block.checks {
                if tests.value.is_empty() {
                    let message = format!("`{name}` names no test");
                    diagnostics.error(&tests.place, message).hint("say which test holds it, or leave it out");
                }
            }
            let checks = block.checks.iter().map(|one| (one.name.clone(), text(&one.text, diagnostics))).collect();
            Some(Block::Tested { checks })
        }
        _ => diagram(node, diagnostics, markdown),
    }
}

fn diagram(
    node: &Node,
    diagnostics: &mut Diagnostics,
    mut markdown: impl FnMut(&str, &Place, &mut Diagnostics) -> Fragment,
) -> Option<Block> {
    let diagram: diagram::Authored = yaml::decode(node, diagnostics)?;
    for problem in diagram.problems() {
        let finding = diagnostics.error(&node.place, problem.said);
        match &*problem.unknown {
            "" => finding.hint("see the diagram kinds in the README"),
            unknown => finding.nearest(unknown, problem.known.iter().map(String::as_str)),
        }
    }
    let caption =
        diagram.caption.as_ref().map(|caption| markdown(caption, &node.place, diagnostics)).unwrap_or_default();
    Some(Block::Diagram { diagram: Box::new(diagram), caption })
}
