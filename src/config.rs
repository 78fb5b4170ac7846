//! `handbook.yaml` → `Config`: languages, address, navigation. Every default of the file is written here.

mod authored;
mod languages;

use std::collections::BTreeMap;

use crate::address::{Lang, is_slug};
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At};

use authored::Handbook;
pub use authored::{Audience, PerLanguage, is_tag};

pub const FILE: &str = "handbook.yaml";

#[derive(Clone, Debug)]
pub struct Config {
    pub title: BTreeMap<Lang, String>,
    /// In the author's order; the first is the default.
    pub languages: Vec<Language>,
    /// Absolute, with a final slash.
    pub base_url: Option<String>,
    pub theme: String,
    pub nav: Vec<At<String>>,
    pub folders: BTreeMap<String, Folder>,
    /// Raw HTML in Markdown stays HTML; otherwise it is shown as text.
    pub allow_raw_html: bool,
    /// Colours that miss their contrast are replaced by the nearest that pass.
    pub adjust_colours: bool,
    pub assessment: bool,
    /// Whom blocks for one audience are shown to; `None`: both are shown, each under its label.
    pub audience: Option<Audience>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    pub lang: Lang,
    /// The language's name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Where pages come from that this language lacks, first choice first.
    pub fallbacks: Vec<Lang>,
}

/// What an index page would say about its folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folder {
    pub weight: Option<i64>,
    pub title: BTreeMap<Lang, String>,
    pub slug: BTreeMap<Lang, String>,
}

impl Config {
    #[must_use]
    pub fn language(&self, lang: &Lang) -> Option<&Language> {
        self.languages.iter().find(|language| language.lang == *lang)
    }

    /// The title in `lang`, else in the first language that has one.
    #[must_use]
    pub fn title(&self, lang: &Lang) -> &str {
        let first = || self.languages.iter().find_map(|language| self.title.get(&language.lang));
        self.title.get(lang).or_else(first).map_or("", String::as_str)
    }
}

/// What `handbook.yaml` may hold, as JSON Schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(authored::Handbook).to_value()
}

/// Reads the configuration of a stack. `base_url` is what the command line says the project's address is.
pub fn parse(sources: &Sources, base_url: Option<&str>, diagnostics: &mut Diagnostics) -> Option<Config> {
    let node = sources.merged(FILE, diagnostics)?;
    let mut handbook: Handbook = yaml::decode(&node, diagnostics)?;
    let languages = languages::checked(std::mem::take(&mut handbook.languages), &node.place, diagnostics);
    let known: Vec<&str> = languages.iter().map(|language| &*language.lang.0).collect();
    let title = handbook.title.take().map(|title| title.per_language(&known, diagnostics)).unwrap_or_default();
    if title.is_empty() {
        diagnostics.error(&node.place, "the handbook has no `title`").hint("add `title: { fi: …, en: … }`");
    }
    let folders = folders(&handbook, &known, diagnostics);
    Some(Config {
        title,
        base_url: address(sources, base_url, diagnostics),
        theme: handbook.theme.map_or_else(|| "default".to_owned(), |theme| theme.value),
        nav: handbook.nav,
        folders,
        allow_raw_html: handbook.markdown.raw_html == authored::RawHtml::Allow,
        adjust_colours: handbook.brand.adjust,
        assessment: handbook.assessment.enabled,
        audience: handbook.audience,
        languages,
    })
}

fn folders(handbook: &Handbook, known: &[&str], diagnostics: &mut Diagnostics) -> BTreeMap<String, Folder> {
    let checked = |(id, folder): (&String, &authored::Folder)| {
        let title = folder.title.as_ref().map(|title| title.per_language(known, diagnostics)).unwrap_or_default();
        let slug = folder.slug.as_ref().map(|slug| slugs(slug, known, diagnostics)).unwrap_or_default();
        (id.clone(), Folder { weight: folder.weight, title, slug })
    };
    handbook.folders.iter().map(checked).collect()
}

fn slugs(slug: &PerLanguage, known: &[&str], diagnostics: &mut Diagnostics) -> BTreeMap<Lang, String> {
    let mut slugs = slug.per_language(known, diagnostics);
    slugs.retain(|lang, text| {
        is_slug(text) || slug.place(&lang.0).is_some_and(|place| bad_slug(text, place, diagnostics))
    });
    slugs
}

fn bad_slug(slug: &str, place: &Place, diagnostics: &mut Diagnostics) -> bool {
    let message = format!("`{slug}` cannot be part of an address");
    diagnostics.error(place, message).hint("use lower-case letters a–z, digits and hyphens");
    false
}

/// The address of this stack, with a final slash. It never passes upward: an edition has its own, or the project's plus its id.
#[must_use]
pub fn address(sources: &Sources, given: Option<&str>, diagnostics: &mut Diagnostics) -> Option<String> {
    let mut own: Vec<Option<String>> = sources.layers.iter().map(|layer| own_address(layer, diagnostics)).collect();
    let edition = sources.edition.as_ref();
    let top = edition.and_then(|_| own.pop().flatten());
    let project = given.map(str::to_owned).or_else(|| own.pop().flatten()).map(with_slash);
    top.map(with_slash).or_else(|| project.map(|url| edition.map_or(url.clone(), |id| format!("{url}{id}/"))))
}

fn own_address(layer: &crate::layers::Layer, diagnostics: &mut Diagnostics) -> Option<String> {
    let node = layer.yaml(FILE, &mut Diagnostics::default())?;
    let node = node.get("base_url")?;
    let url = node.text()?;
    if is_web_address(url) {
        return Some(url.to_owned());
    }
    diagnostics.error(&node.place, format!("`{url}` is no web address")).hint("write it with https://");
    None
}

/// An address the output can have.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn with_slash(url: String) -> String {
    if url.ends_with('/') { url } else { url + "/" }
}
