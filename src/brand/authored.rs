//! `_brand.yml` as its author writes it: the brand.yml format, with `defaults.portaat` for what it has no place for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::diagnostics::Place;
use crate::yaml::{At, Ordered, TextOr};

/// Every section may be missing, or there and empty.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Authored {
    /// Names and links.
    pub meta: Option<Meta>,
    /// One file, or images and three sizes.
    pub logo: Option<At<TextOr<LogoFile>>>,
    /// Palette and colours by role.
    pub color: Option<Colours>,
    /// Fonts and text elements.
    pub typography: Option<Typography>,
    /// Settings of tools; ours stand under `portaat`.
    pub defaults: Option<Defaults>,
}

/// Open by the format: other keys are somebody else's.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, rename = "open")]
#[schemars(rename = "Meta")]
pub(super) struct Meta {
    pub name: Option<Name>,
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

/// One colour, or one for each scheme.
pub(super) type Pair = Option<At<TextOr<LightDark>>>;

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
    pub danger: Pair,
    pub light: Pair,
    pub dark: Pair,
    pub link: Pair,
}

#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LightDark {
    pub light: Option<At<String>>,
    pub dark: Option<At<String>>,
}

/// Keys in the spelling of the format; its own package also takes them with an underscore.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Typography {
    /// Where fonts come from; fonts from other sites are never fetched.
    pub fonts: Vec<At<Font>>,
    /// Running text.
    pub base: Option<At<TextOr<Element>>>,
    /// Headings.
    pub headings: Option<At<TextOr<Element>>>,
    pub monospace: Option<At<TextOr<Element>>>,
    #[serde(alias = "monospace_inline")]
    pub monospace_inline: Option<At<TextOr<Element>>>,
    #[serde(alias = "monospace_block")]
    pub monospace_block: Option<At<TextOr<Element>>>,
    pub link: Option<At<TextOr<Element>>>,
}

/// A text element; which keys mean something depends on the element.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Element {
    pub family: Option<At<String>>,
    pub size: Option<At<String>>,
    #[schemars(with = "Option<crate::yaml::TextOrNumber>")]
    pub weight: Option<At<String>>,
    pub style: Option<At<String>>,
    #[serde(alias = "line_height")]
    #[schemars(with = "Option<crate::yaml::TextOrNumber>")]
    pub line_height: Option<At<String>>,
    pub color: Pair,
    #[serde(alias = "background_color")]
    pub background_color: Pair,
    pub decoration: Option<At<String>>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Font {
    /// Its name.
    pub family: String,
    /// Where it comes from: `file` is published with the handbook, `system` is there already; nothing is fetched elsewhere.
    source: Option<Source>,
    /// Its files, as paths from this one.
    #[serde(default)]
    pub(super) files: Vec<TextOr<FontFile>>,
    #[serde(default, rename = "weight")]
    #[schemars(with = "Option<serde_json::Value>")]
    _weight: Option<IgnoredAny>,
    #[serde(default, rename = "style")]
    #[schemars(with = "Option<serde_json::Value>")]
    _style: Option<IgnoredAny>,
    /// What is shown until it has loaded: `auto`, `block`, `swap` (unless told), `fallback` or `optional`.
    #[serde(default)]
    pub(super) display: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Source {
    File,
    Google,
    Bunny,
    System,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct FontFile {
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
    pub portaat: Option<Own>,
}

/// Our own settings of a brand.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Own {
    /// `false`: dropped whole as soon as a higher layer has a brand. Read before the files are merged.
    #[serde(rename = "inherit")]
    _inherit: Option<bool>,
    /// The family of labels, buttons and tables; otherwise the text's.
    pub interface_font: Option<String>,
    /// Whom to ask, in the footer.
    pub contact: Option<Contact>,
    /// What a reader who has finished may do next, on the front page and under a result.
    pub call: Option<Call>,
    /// The publisher's own line in the footer.
    pub footer: Option<Texts>,
    /// What may be done with the edition.
    pub licence: Option<Texts>,
    /// What the law or the publisher wants said, on the page about privacy.
    pub legal: Legal,
    /// The levels aimed at, by dimension. They are shown beside a result and change nothing in it.
    pub targets: Ordered<At<u32>>,
}

/// A text by language, or one for all.
pub type Texts = TextOr<BTreeMap<String, String>>;

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What the link says.
    pub label: Texts,
    /// An address, or the id of a page.
    pub link: At<String>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// What stands before the link.
    #[serde(default)]
    pub text: Option<Texts>,
    /// What the link says.
    pub label: Texts,
    /// An address, or the id of a page.
    pub link: At<String>,
}

/// Plain paragraphs, parted by empty lines.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Legal {
    /// Who publishes this, and how to reach them.
    pub imprint: Option<At<Texts>>,
    /// What they add about privacy.
    pub privacy: Option<At<Texts>>,
}

/// The text for `lang` of a value that may be one text for all.
#[must_use]
pub fn text_for<'a>(text: &'a Texts, lang: &str) -> Option<&'a str> {
    match text {
        TextOr::Text(text) => Some(text),
        TextOr::Full(texts) => texts.get(lang).map(String::as_str),
    }
}

impl Typography {
    /// The colour of links in text.
    pub fn link_colour(&self) -> Option<&At<TextOr<LightDark>>> {
        match &self.link.as_ref()?.value {
            TextOr::Full(link) => link.color.as_ref(),
            TextOr::Text(_) => None,
        }
    }
}

impl Element {
    /// The keys that are set, and where.
    pub fn places(&self) -> impl Iterator<Item = (&'static str, &Place)> {
        let texts = [
            ("family", &self.family),
            ("size", &self.size),
            ("weight", &self.weight),
            ("style", &self.style),
            ("line-height", &self.line_height),
            ("decoration", &self.decoration),
        ];
        let colours = [("color", &self.color), ("background-color", &self.background_color)];
        let texts = texts.into_iter().filter_map(|(key, at)| Some((key, &at.as_ref()?.place)));
        texts.chain(colours.into_iter().filter_map(|(key, at)| Some((key, &at.as_ref()?.place))))
    }
}

impl Font {
    /// The files it brings along, as paths in the layers.
    #[must_use]
    pub fn paths(&self) -> Vec<&str> {
        self.local().map(|file| file.0).collect()
    }

    /// The files it brings along: path, weight and style.
    pub(super) fn local(&self) -> impl Iterator<Item = (&str, Option<&str>, Option<&str>)> {
        let is_here = matches!(self.source, None | Some(Source::File));
        self.files.iter().map(FontFile::parts).filter(move |file| is_here && !is_elsewhere(file.0))
    }

    /// Whether another tool would fetch it, or a part of it, from elsewhere.
    #[must_use]
    pub fn is_remote(&self) -> bool {
        let is_service = matches!(self.source, Some(Source::Google | Source::Bunny));
        is_service || self.files.iter().any(|file| is_elsewhere(FontFile::parts(file).0))
    }
}

impl FontFile {
    fn parts(file: &TextOr<Self>) -> (&str, Option<&str>, Option<&str>) {
        match file {
            TextOr::Text(path) => (path, None, None),
            TextOr::Full(file) => (&file.path, file.weight.as_deref(), file.style.as_deref()),
        }
    }
}

fn is_elsewhere(path: &str) -> bool {
    path.contains("://")
}
