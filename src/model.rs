//! The assessment: as authored → checked → what pages and browsers get.
//!
//! Ids and rules stand once for all languages, texts by id in each. The generator proves the model sound and computes
//! its fingerprint; it scores nobody. The rules and their defaults are those of `tests/scoring/reference.py`.

mod about;
mod authored;
mod client;
mod compile;
mod lenses;
mod outcome;
mod removed;
mod rules;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::address::{Lang, PageId};
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::memory::{Inputs, Key};
use crate::yaml::At;

pub use about::{About, Choice};
pub use client::{Client, json};
pub use lenses::Lens;
pub use outcome::{LEVELS, Outcome};
pub use texts::{ChoiceText, ItemText, LensText, Named, Texts};

pub const FILE: &str = "assessment.yaml";

/// Numbers the scoring works with; scores are hundredths, shares are percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    pub thresholds: Vec<u32>,
    pub min_coverage_pct: u32,
    pub min_dimensions_pct: u32,
    pub key_lag: u32,
    pub unknown_cap: u32,
    pub overall_lag: u32,
    pub blind_spot_pct: u32,
    pub target: u32,
    pub cap_bonus: u32,
    pub straight_min: u32,
    pub min_group: u32,
    pub contested_below: f64,
    pub gap_flag: f64,
    pub change_flag: f64,
    pub bridge_pct: u32,
    pub profile_gap: u32,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub id: String,
    pub version: String,
    pub rules: Rules,
    pub parts: Vec<String>,
    pub dimensions: Vec<Dimension>,
    pub about: About,
    pub lenses: Vec<Lens>,
    pub texts: Arc<BTreeMap<Lang, Texts>>,
    /// Dimensions that a lower layer has and an upper one took away.
    pub removed: BTreeSet<String>,
    /// It asks something else than the lowest layer's assessment of the same id, so results of the two cannot be compared.
    pub differs: bool,
    pub place: Place,
}

#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: String,
    pub part: String,
    pub weight: u32,
    pub chapter: Option<At<PageId>>,
    pub worksheet: Option<At<PageId>>,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    /// Rises when the meaning changes; answers of an older one are not counted.
    pub rev: u32,
    pub weight: u32,
    /// Counts double and can cap the level.
    pub key: bool,
    /// "Does not apply to us" is offered.
    pub na: bool,
    /// A basic: a low rating comes first among the actions.
    pub basic: bool,
    pub sources: Vec<String>,
}

/// What `assessment.yaml` may hold, as JSON Schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(authored::Authored).to_value()
}

/// What a language's `assessment.yaml` may hold, as JSON Schema.
#[must_use]
pub fn texts_schema() -> serde_json::Value {
    schemars::schema_for!(authored::Texts).to_value()
}

/// Compiles and checks the model of a stack. `None`: there is none, or it is not usable (then that is reported).
pub fn compile(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Model> {
    if !config.assessment || !sources.layers.iter().any(|layer| layer.files.0.contains_key(FILE)) {
        return None;
    }
    compile::compile(sources, config, diagnostics)
}

/// What [`compile`] reads.
#[must_use]
pub fn key(sources: &Sources, config: &Config) -> Key {
    let mut inputs = Inputs::of("model");
    inputs.add_shown(&(config.assessment, &config.languages));
    sources.add_to(&mut inputs, FILE);
    for language in &config.languages {
        sources.add_to(&mut inputs, &format!("{}/{FILE}", language.lang));
    }
    inputs.key()
}

impl Model {
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The quick model: each dimension reduced to its key items. Derived, never authored.
    #[must_use]
    pub fn quick(&self) -> Self {
        let mut quick = self.clone();
        quick.id += "-quick";
        for dimension in &mut quick.dimensions {
            dimension.items.retain(|item| item.key);
        }
        quick
    }

    /// FNV-1a of the structure (ids, revisions, weights, flags), not of the wording, so that mending a typing error
    /// keeps results comparable.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.id, &self.dimensions)
    }
}

fn fingerprint(id: &str, dimensions: &[Dimension]) -> String {
    let mut parts = vec![id.to_owned()];
    for dimension in dimensions {
        parts.push(format!("{}:{}@{}", dimension.id, dimension.weight, dimension.part));
        parts.extend(dimension.items.iter().map(Item::structure));
    }
    format!("{:08x}", fnv1a(&parts.join("|")))
}

impl Item {
    fn structure(&self) -> String {
        let flag = |flag: bool| u8::from(flag);
        format!("{}.{}:{}:{}{}{}", self.id, self.rev, self.weight, flag(self.key), flag(self.na), flag(self.basic))
    }
}

fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
