//! `handbook.yaml` as its author writes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::address::Lang;
use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{At, TextOr};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Handbook {
    /// Whether the built-in handbook lies below; read from `content/` only.
    #[serde(rename = "extends")]
    #[schemars(extend("enum" = ["builtin", "none", null]))]
    _extends: Option<At<String>>,
    /// The name of the handbook by language, when the brand has none.
    pub title: Option<PerLanguage>,
    /// Language tags such as `fi`, or maps that say more; the first is the default.
    pub languages: Vec<At<TextOr<FullLanguage>>>,
    /// The address it will be published at, such as `https://example.org/`; it does not pass upward.
    #[serde(rename = "base_url")]
    _base_url: Option<String>,
    /// A folder in `themes/`, else `default`.
    pub theme: Option<At<String>>,
    /// Ids of pages and folders in order; what is not named follows by weight.
    pub nav: Vec<At<String>>,
    /// What an index page would say about its folder.
    pub folders: BTreeMap<String, Folder>,
    /// How Markdown is read.
    pub markdown: Markdown,
    /// How the brand is used.
    pub brand: Brand,
    /// Whether there is an assessment.
    pub assessment: Assessment,
    /// Passages for the other audience are left out; without it both are shown under their labels.
    pub audience: Option<Audience>,
}

/// Whom the organisation serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
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

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Folder {
    /// Order among its neighbours, lowest first.
    pub weight: Option<i64>,
    /// Its name by language.
    pub title: Option<PerLanguage>,
    /// Its part of the address by language: lower-case letters, digits and hyphens.
    pub slug: Option<PerLanguage>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Markdown {
    /// Raw HTML is shown as text (`escape`) or kept (`allow`).
    pub raw_html: RawHtml,
}

#[derive(Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(super) enum RawHtml {
    #[default]
    Escape,
    Allow,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Brand {
    /// `true` replaces text colours of too low contrast by the nearest that pass.
    pub adjust: bool,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Assessment {
    /// `false` leaves the assessment out: its pages, and the questions in chapters.
    pub enabled: bool,
}

impl Default for Assessment {
    fn default() -> Self {
        Self { enabled: true }
    }
}

/// `fi`, or this map.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FullLanguage {
    /// The language tag, such as `fi` or `sv-FI`.
    pub lang: String,
    /// The language's name in itself.
    pub name: Option<String>,
    /// The direction of its script.
    #[schemars(extend("enum" = ["ltr", "rtl", null]))]
    pub dir: Option<String>,
    /// The language shown where this one lacks a page.
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
#[derive(Clone, Debug, Deserialize, JsonSchema)]
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
