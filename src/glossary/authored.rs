//! `glossary.yaml` as written. Unknown keys are errors.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::yaml::At;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    pub terms: BTreeMap<At<String>, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub term: At<String>,
    pub definition: At<String>,
    /// Without the key, the term itself; an empty list means that it is never linked.
    pub forms: Option<Patterns>,
    pub not: Option<Patterns>,
    pub say: Option<At<String>>,
    pub page: Option<At<String>>,
}

pub(super) type Patterns = At<Vec<At<String>>>;
