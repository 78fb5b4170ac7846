//! `_brand.yml` as its author writes it: the brand.yml format, with `defaults.portaat` for what it has no place for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::yaml::{At, Ordered, TextOr};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    /// Names and links.
    pub meta: Meta,
    /// One file, or images and three sizes.
    pub logo: Option<At<TextOr<LogoFile>>>,
    /// Palette and colours by role.
    pub color: Colours,
    /// Fonts and text elements.
    pub typography: Typography,
    /// Settings of tools; ours stand under `portaat`.
    pub defaults: Defaults,
}

/// Open by the format: other keys are somebody else's.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, rename = "open")]
#[schemars(rename = "Meta")]
pub(super) struct Meta {
    /// The name on pages: one text, or `full` and `short`.
    pub name: Option<Name>,
    /// The address of the publisher: one text, or `home`.
    pub link: Option<TextOr<Links>>,
}

#[derive(Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(super) struct Name(pub At<TextOr<Names>>);

#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Names {
    pub full: Option<String>,
    pub short: Option<String>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, rename = "open")]
#[schemars(rename = "Links")]
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
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LogoFile {
    pub path: Option<At<String>>,
    pub alt: Option<String>,
    pub images: BTreeMap<String, At<TextOr<Picture>>>,
    pub small: Option<At<TextOr<SlotFile>>>,
    pub medium: Option<At<TextOr<SlotFile>>>,
    pub large: Option<At<TextOr<SlotFile>>>,
}

#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    pub path: At<String>,
    #[serde(default)]
    pub alt: Option<String>,
}

/// `{ light, dark }` or `{ path, alt }`.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SlotFile {
    pub light: Option<At<TextOr<Picture>>>,
    pub dark: Option<At<TextOr<Picture>>>,
    pub path: Option<At<String>>,
    pub alt: Option<String>,
}

type Pair = Option<At<TextOr<LightDark>>>;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Colours {
    /// Named colours, used by name elsewhere.
    pub palette: BTreeMap<String, At<String>>,
    /// The colour of text.
    pub foreground: Pair,
    /// The colour of the page.
    pub background: Pair,
    /// The colour of links and buttons.
    pub primary: Pair,
    pub secondary: Pair,
    pub tertiary: Pair,
    pub success: Pair,
    pub info: Pair,
    pub warning: Pair,
    /// The colour of warnings.
    pub danger: Pair,
    pub light: Pair,
    pub dark: Pair,
    pub link: Pair,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LightDark {
    pub light: Option<At<String>>,
    pub dark: Option<At<String>>,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Typography {
    /// Where fonts come from; fonts from other sites are never fetched.
    pub fonts: Vec<At<Font>>,
    /// Running text.
    pub base: Option<TextOr<Element>>,
    /// Headings.
    pub headings: Option<TextOr<Element>>,
    pub monospace: Option<TextOr<Element>>,
    pub monospace_inline: Option<TextOr<Element>>,
    pub monospace_block: Option<TextOr<Element>>,
    pub link: Option<TextOr<Element>>,
}

/// A text element; which keys mean something depends on the element.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Element {
    pub family: Option<String>,
    pub size: Option<String>,
    #[schemars(with = "Option<crate::yaml::TextOrNumber>")]
    pub weight: Option<String>,
    pub style: Option<String>,
    #[schemars(with = "Option<crate::yaml::TextOrNumber>")]
    pub line_height: Option<String>,
    #[schemars(with = "Option<serde_json::Value>")]
    pub color: Option<IgnoredAny>,
    #[schemars(with = "Option<serde_json::Value>")]
    pub background_color: Option<IgnoredAny>,
    pub decoration: Option<String>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Font {
    /// Its name.
    pub family: String,
    #[serde(default)]
    pub source: Source,
    #[serde(default)]
    pub files: Vec<TextOr<FontFile>>,
    #[serde(default, rename = "weight")]
    #[schemars(with = "Option<serde_json::Value>")]
    _weight: Option<IgnoredAny>,
    #[serde(default, rename = "style")]
    #[schemars(with = "Option<serde_json::Value>")]
    _style: Option<IgnoredAny>,
    #[serde(default, rename = "display")]
    #[schemars(with = "Option<serde_json::Value>")]
    _display: Option<IgnoredAny>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    File,
    Google,
    Bunny,
    #[default]
    System,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FontFile {
    pub path: String,
    #[serde(default)]
    #[schemars(with = "Option<crate::yaml::TextOrNumber>")]
    pub weight: Option<String>,
    #[serde(default)]
    pub style: Option<String>,
}

/// Other tools' keys stand beside ours.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, rename = "open")]
#[schemars(rename = "Defaults")]
pub(super) struct Defaults {
    /// Our own settings.
    pub portaat: Own,
}

/// Our own settings of a brand.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Own {
    /// `false`: dropped whole as soon as a higher layer has a brand.
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

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What the link says, by language or one for all.
    pub label: TextOr<BTreeMap<String, String>>,
    /// An address, such as `mailto:…`.
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
