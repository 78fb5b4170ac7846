//! `assessment.yaml` (ids and rules) and `<lang>/assessment.yaml` (texts) as their authors write them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::yaml::{At, Ordered};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    pub id: Option<At<String>>,
    pub version: Option<At<String>>,
    pub rules: Rules,
    pub parts: Vec<At<String>>,
    pub dimensions: Vec<At<Dimension>>,
    pub lenses: Ordered<Ordered<Vec<At<String>>>>,
    pub talk_walk: TalkWalk,
    pub profile: Ordered<Vec<At<String>>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct TalkWalk {
    pub claims: Vec<At<String>>,
    pub practices: Vec<At<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Rules {
    pub thresholds: Option<At<Vec<u32>>>,
    pub min_coverage_pct: Option<At<u32>>,
    pub min_dimensions_pct: Option<At<u32>>,
    pub key_lag: Option<At<u32>>,
    pub unknown_cap: Option<At<u32>>,
    pub overall_lag: Option<At<u32>>,
    pub blind_spot_pct: Option<At<u32>>,
    pub target: Option<At<u32>>,
    pub cap_bonus: Option<At<u32>>,
    pub straight_min: Option<At<u32>>,
    pub min_group: Option<At<u32>>,
    pub contested_below: Option<At<f64>>,
    pub gap_flag: Option<At<f64>>,
    pub change_flag: Option<At<f64>>,
    pub bridge_pct: Option<At<u32>>,
    pub profile_gap: Option<At<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dimension {
    pub id: At<String>,
    pub part: At<String>,
    #[serde(default)]
    pub w: Option<At<u32>>,
    #[serde(default)]
    pub chapter: Option<At<String>>,
    #[serde(default)]
    pub worksheet: Option<At<String>>,
    #[serde(default)]
    pub items: Vec<At<Item>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub id: At<String>,
    #[serde(default)]
    pub rev: Option<u32>,
    #[serde(default)]
    pub w: Option<At<u32>>,
    #[serde(default)]
    pub key: bool,
    #[serde(default)]
    pub na: bool,
    #[serde(default)]
    pub basic: bool,
    #[serde(default)]
    pub sources: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Texts {
    pub parts: BTreeMap<At<String>, Named>,
    pub dimensions: BTreeMap<At<String>, Named>,
    pub items: BTreeMap<At<String>, ItemText>,
    pub levels: Option<At<Vec<Named>>>,
    pub talk_walk: BTreeMap<At<String>, String>,
    pub profile: BTreeMap<At<String>, Question>,
    pub lenses: BTreeMap<At<String>, Lens>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub name: String,
    #[serde(default)]
    pub summary: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ItemText {
    pub question: Option<At<String>>,
    pub anchors: Option<At<Vec<At<String>>>>,
    pub evidence: String,
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub question: String,
    #[serde(default)]
    pub options: BTreeMap<At<String>, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lens {
    pub name: String,
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub groups: BTreeMap<At<String>, String>,
}
