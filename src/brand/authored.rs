//! `_brand.yml` as its author writes it: the brand.yml format, with `defaults.portaat` for what it has no place for.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::yaml::{At, Ordered, TextOr};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    pub meta: Meta,
    pub logo: Option<At<TextOr<LogoFile>>>,
    pub color: Colours,
    pub typography: Typography,
    pub defaults: Defaults,
}

/// Open by the format: other keys are somebody else's.
#[derive(Default, Deserialize)]
#[serde(default, rename = "open")]
pub(super) struct Meta {
    pub name: Option<Name>,
    pub link: Option<TextOr<Links>>,
}

#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(super) struct Name(pub At<TextOr<Names>>);

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Names {
    pub full: Option<String>,
    pub short: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename = "open")]
pub(super) struct Links {
    pub home: Option<String>,
}

impl Meta {
    pub fn home(&self) -> Option<String> {
        match self.link.as_ref()? {
            TextOr::Text(home) => Some(home.clone()),
            TextOr::Full(links) => links.home.clone(),
        }
    }
}

/// One image for everything, as `{ path, alt }`, or images and three sizes.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LogoFile {
    pub path: Option<At<String>>,
    pub alt: Option<String>,
    pub images: BTreeMap<String, At<TextOr<Picture>>>,
    pub small: Option<At<TextOr<SlotFile>>>,
    pub medium: Option<At<TextOr<SlotFile>>>,
    pub large: Option<At<TextOr<SlotFile>>>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    pub path: At<String>,
    #[serde(default)]
    pub alt: Option<String>,
}

/// `{ light, dark }` or `{ path, alt }`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SlotFile {
    pub light: Option<At<TextOr<Picture>>>,
    pub dark: Option<At<TextOr<Picture>>>,
    pub path: Option<At<String>>,
    pub alt: Option<String>,
}

type Pair = Option<At<TextOr<LightDark>>>;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Colours {
    pub palette: BTreeMap<String, At<String>>,
    pub foreground: Pair,
    pub background: Pair,
    pub primary: Pair,
    pub secondary: Pair,
    pub tertiary: Pair,
    pub success: Pair,
    pub info: Pair,
    pub warning: Pair,
    pub danger: Pair,
    pub light: Pair,
    pub dark: Pair,
    pub link: Pair,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LightDark {
    pub light: Option<At<String>>,
    pub dark: Option<At<String>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Typography {
    pub fonts: Vec<At<Font>>,
    pub base: Option<TextOr<Element>>,
    pub headings: Option<TextOr<Element>>,
    pub monospace: Option<TextOr<Element>>,
    pub monospace_inline: Option<TextOr<Element>>,
    pub monospace_block: Option<TextOr<Element>>,
    pub link: Option<TextOr<Element>>,
}

/// A text element; which keys mean something depends on the element.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Element {
    pub family: Option<String>,
    pub size: Option<String>,
    pub weight: Option<String>,
    pub style: Option<String>,
    pub line_height: Option<String>,
    pub color: Option<IgnoredAny>,
    pub background_color: Option<IgnoredAny>,
    pub decoration: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Font {
    pub family: String,
    #[serde(default)]
    pub source: Source,
    #[serde(default)]
    pub files: Vec<TextOr<FontFile>>,
    #[serde(default, rename = "weight")]
    _weight: Option<IgnoredAny>,
    #[serde(default, rename = "style")]
    _style: Option<IgnoredAny>,
    #[serde(default, rename = "display")]
    _display: Option<IgnoredAny>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    File,
    Google,
    Bunny,
    #[default]
    System,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FontFile {
    pub path: String,
    #[serde(default)]
    pub weight: Option<String>,
    #[serde(default)]
    pub style: Option<String>,
}

/// Other tools' keys stand beside ours.
#[derive(Default, Deserialize)]
#[serde(default, rename = "open")]
pub(super) struct Defaults {
    pub portaat: Own,
}

/// Our own settings of a brand.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Own {
    /// `false`: dropped whole as soon as a higher layer has a brand. Read before the files are merged.
    #[serde(rename = "inherit")]
    _inherit: Option<bool>,
    /// The family of labels, buttons and tables; otherwise the text's.
    pub interface_font: Option<String>,
    /// Whom to ask, in the footer.
    pub contact: Option<Contact>,
    /// The publisher's own line in the footer, by language or one for all.
    pub footer: Option<TextOr<BTreeMap<String, String>>>,
    /// What may be done with the edition, by language or one for all.
    pub licence: Option<TextOr<BTreeMap<String, String>>>,
    /// The levels aimed at, by dimension. They are shown beside a result and change nothing in it.
    pub targets: Ordered<At<u32>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub label: TextOr<BTreeMap<String, String>>,
    pub link: String,
}

/// The text for `lang` of a value that may be one text for all.
#[must_use]
pub fn text_for<'a>(text: &'a TextOr<BTreeMap<String, String>>, lang: &str) -> Option<&'a str> {
    match text {
        TextOr::Text(text) => Some(text),
        TextOr::Full(texts) => texts.get(lang).map(String::as_str),
    }
}

impl Font {
    /// The files it is made of, as paths in the layers.
    #[must_use]
    pub fn paths(&self) -> Vec<&str> {
        if self.source == Source::File { self.files.iter().map(FontFile::path_of).collect() } else { Vec::new() }
    }

    #[must_use]
    pub fn is_remote(&self) -> bool {
        matches!(self.source, Source::Google | Source::Bunny)
    }
}

impl FontFile {
    pub(super) fn path_of(file: &TextOr<Self>) -> &str {
        match file {
            TextOr::Text(path) => path,
            TextOr::Full(file) => &file.path,
        }
    }
}
