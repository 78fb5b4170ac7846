//! `handbook.yaml` as its author writes it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::address::Lang;
use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{At, TextOr};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Handbook {
    /// Read by the project, before layers are stacked.
    #[serde(rename = "extends")]
    _extends: Option<At<String>>,
    pub title: Option<PerLanguage>,
    pub languages: Vec<At<TextOr<FullLanguage>>>,
    /// Read layer by layer, because it does not pass upward.
    #[serde(rename = "base_url")]
    _base_url: Option<String>,
    pub theme: Option<At<String>>,
    pub nav: Vec<At<String>>,
    pub folders: BTreeMap<String, Folder>,
    pub markdown: Markdown,
    pub brand: Brand,
    pub assessment: Assessment,
    pub audience: Option<Audience>,
}

/// Whom the organisation serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    Public,
    Business,
}

impl Audience {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Business => "business",
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Folder {
    pub weight: Option<i64>,
    pub title: Option<PerLanguage>,
    pub slug: Option<PerLanguage>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Markdown {
    pub raw_html: RawHtml,
}

#[derive(Default, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(super) enum RawHtml {
    #[default]
    Escape,
    Allow,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Brand {
    pub adjust: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Assessment {
    pub enabled: bool,
}

impl Default for Assessment {
    fn default() -> Self {
        Self { enabled: true }
    }
}

/// `fi`, or this map.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FullLanguage {
    pub lang: String,
    pub name: Option<String>,
    pub dir: Option<String>,
    pub fallback: Option<String>,
}

impl FullLanguage {
    pub fn from(written: TextOr<Self>) -> Self {
        match written {
            TextOr::Text(lang) => Self { lang, name: None, dir: None, fallback: None },
            TextOr::Full(full) => full,
        }
    }
}

/// A text for each language: `{ fi: …, en: … }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct PerLanguage(BTreeMap<At<String>, At<String>>);

impl PerLanguage {
    /// Where the text for `lang` stands.
    #[must_use]
    pub fn place(&self, lang: &str) -> Option<&Place> {
        self.0.iter().find(|(tag, _)| tag.value == lang).map(|(_, text)| &text.place)
    }

    /// The texts by language. A layer may know more languages than the stack publishes: those are passed over.
    pub fn per_language(&self, known: &[&str], diagnostics: &mut Diagnostics) -> BTreeMap<Lang, String> {
        for tag in self.0.keys().filter(|tag| !is_tag(tag)) {
            let finding = diagnostics.error(&tag.place, format!("`{}` is no language tag", tag.value));
            finding.nearest(tag, known.iter().copied());
        }
        let texts = self.0.iter().filter(|(tag, _)| known.contains(&tag.as_str()));
        texts.map(|(tag, text)| (Lang::new(tag), text.value.clone())).collect()
    }
}

/// `fi`, `sv-FI`: two or three letters, then parts of two to eight.
#[must_use]
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase()));
    primary && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
