//! `assessment.yaml` (ids and rules) and `<lang>/assessment.yaml` (texts) as their authors write them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::yaml::{At, Ordered};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    /// Names the assessment; results of another id are not comparable.
    pub id: Option<At<String>>,
    /// The version readers see, such as `1.0.0`.
    pub version: Option<At<String>>,
    /// The numbers the scoring works with.
    pub rules: Rules,
    /// The parts that are scored apart.
    pub parts: Vec<At<String>>,
    /// What is assessed, in order, each with its questions.
    pub dimensions: Vec<At<Dimension>>,
    /// Other cuts through the same questions: lens, group, ids of questions.
    pub lenses: Ordered<Ordered<Vec<At<String>>>>,
    /// What is said against what is done; not scored.
    pub talk_walk: TalkWalk,
    /// Who answers: questions and their options; not scored.
    pub profile: Ordered<Vec<At<String>>>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct TalkWalk {
    /// Ids of things that are often said and prove nothing alone.
    pub claims: Vec<At<String>>,
    /// Ids of things that show a whole organisation at work.
    pub practices: Vec<At<String>>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Rules {
    /// Where the five levels begin, in hundredths; the first is 100.
    pub thresholds: Option<At<Vec<u32>>>,
    /// Percent of a dimension that must be answered for a score.
    pub min_coverage_pct: Option<At<u32>>,
    /// Percent of dimensions that need a score for an overall one.
    pub min_dimensions_pct: Option<At<u32>>,
    /// Levels a dimension may be above its key question.
    pub key_lag: Option<At<u32>>,
    /// The highest level while a key question is not known.
    pub unknown_cap: Option<At<u32>>,
    /// Levels the whole may be above its lowest dimension.
    pub overall_lag: Option<At<u32>>,
    /// Percent of "I don't know" from which a dimension is a blind spot.
    pub blind_spot_pct: Option<At<u32>>,
    /// The score aimed at, in hundredths.
    pub target: Option<At<u32>>,
    /// How much what caps the level weighs more among the actions, in hundredths.
    pub cap_bonus: Option<At<u32>>,
    /// Equal answers in a row from which the pattern is told.
    pub straight_min: Option<At<u32>>,
    /// Fewest people a result is shown for: 3 or more.
    pub min_group: Option<At<u32>>,
    /// Agreement below which a mean is not shown.
    pub contested_below: Option<At<f64>>,
    /// Difference between roles that is told.
    pub gap_flag: Option<At<f64>>,
    /// Difference between two times that is told.
    pub change_flag: Option<At<f64>>,
    /// Percent of questions two versions must share to be compared.
    pub bridge_pct: Option<At<u32>>,
    /// Difference between the parts that counts, in hundredths.
    pub profile_gap: Option<At<u32>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Dimension {
    /// Unique, lower-case; never renamed.
    pub id: At<String>,
    /// One of `parts`.
    pub part: At<String>,
    /// Weight.
    #[serde(default)]
    #[schemars(range(min = 1, max = 3))]
    pub w: Option<At<u32>>,
    /// The page that explains it.
    #[serde(default)]
    pub chapter: Option<At<String>>,
    /// The worksheet for what comes next.
    #[serde(default)]
    pub worksheet: Option<At<String>>,
    /// Two to seven questions, the key question first.
    #[serde(default)]
    pub items: Vec<At<Item>>,
    /// `true`: the dimension of a layer below is taken away. Read before this.
    #[serde(default, rename = "remove")]
    _remove: Option<bool>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    /// Unique; numbered once, never renumbered.
    pub id: At<String>,
    /// Rises when the meaning changes; answers of an older one are not counted.
    #[serde(default)]
    pub rev: Option<u32>,
    /// Weight.
    #[serde(default)]
    #[schemars(range(min = 1, max = 3))]
    pub w: Option<At<u32>>,
    /// Counts double and can cap the level; one or two in a dimension.
    #[serde(default)]
    pub key: bool,
    /// "Does not apply to us" is offered.
    #[serde(default)]
    pub na: bool,
    /// A basic: a low rating comes first among the actions.
    #[serde(default)]
    pub basic: bool,
    /// Rows of `coverage.yaml` this question is the home of.
    #[serde(default)]
    pub sources: Vec<String>,
    /// `true`: the question of a layer below is taken away. Read before this.
    #[serde(default, rename = "remove")]
    _remove: Option<bool>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Texts {
    /// Names of the parts, by id.
    pub parts: BTreeMap<At<String>, Named>,
    /// Names of the dimensions, by id.
    pub dimensions: BTreeMap<At<String>, Named>,
    /// The questions, by id.
    pub items: BTreeMap<At<String>, ItemText>,
    /// The five levels, lowest first.
    pub levels: Option<At<Vec<Named>>>,
    /// What is said and done, by id.
    pub talk_walk: BTreeMap<At<String>, String>,
    /// Questions about who answers, by id.
    pub profile: BTreeMap<At<String>, Question>,
    /// Names of the lenses and their groups, by id.
    pub lenses: BTreeMap<At<String>, Lens>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    /// As it stands in headings and tables.
    pub name: String,
    /// One or two sentences.
    #[serde(default)]
    pub summary: String,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ItemText {
    /// What is asked.
    pub question: Option<At<String>>,
    /// Five descriptions of what one could film, from level 1 up.
    pub anchors: Option<At<Vec<At<String>>>>,
    /// What one could show for an answer.
    pub evidence: String,
    /// Why it is asked.
    pub why: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// What is asked.
    pub question: String,
    /// What one may answer, by id.
    #[serde(default)]
    pub options: BTreeMap<At<String>, String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Lens {
    /// As it stands in headings and tables.
    pub name: String,
    /// One or two sentences.
    #[serde(default)]
    pub summary: String,
    /// Names of its groups, by id.
    #[serde(default)]
    pub groups: BTreeMap<At<String>, String>,
}
