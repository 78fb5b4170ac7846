//! Files besides pages, each under a name that holds the hash of its bytes, so that it may be cached for ever.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::address::{Lang, relative};
use crate::files::{Bytes, Files};
use crate::memory::{self, Memory};
use crate::site::Site;
use crate::theme::{Theme, strip};

use super::{Inputs, reading};

/// Where each file went, by what it is called inside: `site.css`, `core.js`, or a path of the layers.
#[derive(Default)]
pub(super) struct Assets {
    addresses: BTreeMap<String, String>,
    pub files: Files,
}

/// The theme's styles and scripts as they are sent out.
struct Stripped(BTreeMap<String, Bytes>);

pub(super) fn collect(inputs: &Inputs, memory: &Memory) -> Assets {
    let Inputs { site, theme, sources, .. } = inputs;
    let mut assets = Assets::default();
    let stripped = memory.keep(|| key(theme), || stripped(theme));
    for (path, script) in &stripped.0 {
        if let Some(name) = path.strip_prefix("js/").filter(|name| *name != super::offline::SCRIPT) {
            assets.add(name, name, script.clone());
        }
    }
    let winners = sources.winners();
    for path in &site.assets {
        let bytes = winners.get(path.as_str()).and_then(|layer| layer.files.0.get(path));
        let name = path.strip_prefix("assets/").unwrap_or(path);
        assets.add(path, name, bytes.cloned().unwrap_or_default());
    }
    add_styles(&mut assets, site, theme, &stripped);
    let reads = theme.plan.pages.values().any(|needs| needs.later.iter().any(|name| name == reading::NAME));
    for language in site.config.languages.iter().filter(|_| reads) {
        let name = reading::NAME.replace("{lang}", &language.lang.0);
        assets.add(&name, &name, reading::script(site, theme, &language.lang));
    }
    assets
}

fn sources(theme: &Theme) -> impl Iterator<Item = (&String, &str)> {
    let is_ours = |path: &str| path.starts_with("css/") || path.starts_with("js/") && path.ends_with(".js");
    theme
        .files
        .0
        .keys()
        .filter(move |path| is_ours(path))
        .map(|path| (path, theme.files.text(path).unwrap_or_default()))
}

fn key(theme: &Theme) -> memory::Key {
    sources(theme).fold(memory::Inputs::of("stripped"), |inputs, (path, text)| inputs.with(path).with(text)).key()
}

fn stripped(theme: &Theme) -> Stripped {
    Stripped(sources(theme).map(|(path, text)| (path.clone(), strip(text).into())).collect())
}

/// The brand's values travel in the style that every page loads: one request less before anything can be drawn.
fn add_styles(assets: &mut Assets, site: &Site, theme: &Theme, stripped: &Stripped) {
    let brand = site.brand.css(|font| assets.address(font).map(|to| relative("assets/any.css", to)));
    let first = theme.plan.pages.get("every").and_then(|every| every.styles.first());
    for (name, sheets) in &theme.plan.styles {
        let sheets = sheets.iter().filter_map(|sheet| stripped.0.get(&format!("css/{sheet}")));
        let mut css: Vec<u8> = sheets.flat_map(|sheet| sheet.iter().copied()).collect();
        if first == Some(name) {
            css.extend(brand.as_bytes());
            css.extend(theme.own_style().map(strip).unwrap_or_default().as_bytes());
        }
        assets.add(&format!("{name}.css"), &format!("{name}.css"), css);
    }
    if theme.plan.pages.contains_key("print") {
        add_running_titles(assets, site);
    }
}

/// What stands at the head of a printed sheet can be said by a style only, so each language has one of its own.
fn add_running_titles(assets: &mut Assets, site: &Site) {
    for language in &site.config.languages {
        let name = site.brand.full_name(&site.config, &language.lang);
        let name: String =
            name.chars().map(|c| if matches!(c, '"' | '\\' | '<') || c.is_control() { ' ' } else { c }).collect();
        let file = format!("{}.css", super::print::running_title(&language.lang));
        assets.add(&file, &file, format!("@layer print{{\n@page{{@top-left{{content:\"{name}\"}}}}\n@page cover{{@top-left{{content:none}}}}\n@page exam{{@top-left{{content:none}}}}\n}}\n"));
    }
}

impl Assets {
    fn add(&mut self, inside: &str, name: &str, bytes: impl Into<Bytes>) {
        let bytes = bytes.into();
        let hash = xxh3_64(&bytes);
        let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
        let address = match file.rsplit_once('.') {
            Some((_, end)) => format!("assets/{}.{hash:016x}.{end}", &name[..name.len() - end.len() - 1]),
            None => format!("assets/{name}.{hash:016x}"),
        };
        self.addresses.insert(inside.to_owned(), address.clone());
        self.files.insert(address, bytes);
    }

    /// The card of a shared link in one language.
    pub fn add_card(&mut self, lang: &Lang, png: impl Into<Bytes>) {
        let name = card(lang);
        self.add(&name, &name, png);
    }

    /// The output file of that card.
    pub fn card(&self, lang: &Lang) -> Option<&str> {
        self.address(&card(lang))
    }

    /// All of them; what a file holds is in its name.
    pub fn addresses(&self) -> &BTreeMap<String, String> {
        &self.addresses
    }

    /// The output file.
    pub fn address(&self, inside: &str) -> Option<&str> {
        self.addresses.get(inside).map(String::as_str)
    }

    /// The output file as seen from a page at `up` from the root.
    pub fn href(&self, up: &str, inside: &str) -> Option<String> {
        self.address(inside).map(|address| format!("{up}{address}"))
    }
}

/// What it is called inside; files of the layers begin with their folder.
fn card(lang: &Lang) -> String {
    format!("card-{lang}.png")
}
