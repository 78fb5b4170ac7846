//! `_brand.yml` → `Brand`: name, logo, colours and type, with every reference resolved and every gap filled.
//!
//! A brand passes upward through the layers unless it says `defaults.portaat.inherit: false`; ours does, so that no
//! edition ever shows a colour of ours. What a brand leaves open is neutral: black, white, one grey, system fonts.

mod authored;
mod colour;
mod contrast;
mod css;
mod draft;
mod family;
mod logo;
mod measure;
mod measured;
mod mend;
mod pairs;
mod schemes;
mod size;
mod typography;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use crate::address::Lang;
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, Node, TextOr, Value};

use authored::{Authored, Name, Own};
pub use authored::{Texts, text_for};
pub use colour::Colour;
pub use logo::{Image, Logo, Slot};
pub use measured::Contrast;
pub use pairs::Role;
pub use schemes::{Scheme, Schemes};
pub use size::size as picture_size;
use typography::Ground;
pub use typography::Typography;

pub const FILE: &str = "_brand.yml";

/// The page on which a publisher's legal texts stand.
pub const PRIVACY: &str = "reference/privacy";

#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The name on pages.
    pub name: Option<String>,
    /// The name in full, where there is room.
    pub full_name: Option<String>,
    pub home: Option<String>,
    pub logo: Logo,
    pub schemes: Schemes,
    /// The palette, and the colours that have no place in our look, by name and for both schemes: for its owner's own use.
    pub colours: BTreeMap<String, [Colour; 2]>,
    pub typography: Typography,
    pub own: Own,
    /// Files that only a dropped brand names; they are not published.
    pub dropped: BTreeSet<String>,
}

/// What `_brand.yml` may hold, as JSON Schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Authored).to_value()
}

/// Reads the brand of a stack. A stack without any has the neutral one.
pub fn parse(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Brand {
    let mut dropped = BTreeSet::new();
    let Some(node) = inherited(sources, &mut dropped, diagnostics) else {
        return Brand::default();
    };
    let authored: Authored = yaml::decode_or_default(&node, diagnostics);
    let (meta, colours) = (authored.meta.unwrap_or_default(), authored.color.unwrap_or_default());
    let (text, own) = (authored.typography.unwrap_or_default(), authored.defaults.unwrap_or_default().portaat);
    let (own, adjust) = (own.unwrap_or_default(), config.adjust_colours);
    let schemes = schemes::schemes(&colours, text.link_colour(), adjust, diagnostics);
    let ground = Ground { colours: &colours, schemes: &schemes, adjust };
    let typography = typography::read(text, own.interface_font.as_deref(), &ground, diagnostics);
    let brand = Brand {
        name: meta.name.as_ref().and_then(Name::short),
        full_name: meta.name.as_ref().and_then(Name::full),
        home: meta.home(),
        logo: logo::resolve(authored.logo.as_ref(), sources, diagnostics),
        colours: named(&colours),
        schemes,
        typography,
        own,
        dropped,
    };
    check_meta(&node, brand.home.as_deref(), diagnostics);
    check_name(&brand, sources, &node.place, diagnostics);
    brand
}

/// The names of every layer's brand, of a dropped one too: on pages, and in full where that differs.
#[must_use]
pub fn names(sources: &Sources) -> BTreeMap<String, NameKind> {
    let mut names = BTreeMap::new();
    for node in sources.layers.iter().filter_map(|layer| layer.yaml(FILE, &mut Diagnostics::default())) {
        let authored: Authored = yaml::decode_or_default(&node, &mut Diagnostics::default());
        let meta = authored.meta.unwrap_or_default();
        let name = meta.name.as_ref();
        names.extend(name.and_then(Name::full).map(|full| (full, NameKind::Full)));
        names.extend(name.and_then(Name::short).map(|short| (short, NameKind::Short)));
    }
    names
}

/// The brand of a stack as one tree, for those who ask where its values come from.
#[must_use]
pub fn merged(sources: &Sources) -> Option<Node> {
    inherited(sources, &mut BTreeSet::new(), &mut Diagnostics::default())
}

/// What a brand over this stack would stand on.
#[must_use]
pub fn inheritable(below: &Sources) -> Option<Node> {
    merged(below).filter(is_inherited)
}

/// Which of a brand's names one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    Short,
    Full,
}

/// What `--brand-…` is made of.
fn named(colours: &authored::Colours) -> BTreeMap<String, [Colour; 2]> {
    let palette = colours.palette(&mut Diagnostics::default()).into_iter().map(|(name, colour)| (name, [colour; 2]));
    let mut named: BTreeMap<String, [Colour; 2]> = palette.collect();
    for name in ["secondary", "tertiary", "success", "info", "warning", "light", "dark"] {
        if let (Some(light), Some(dark)) = (colours.given(name, false), colours.given(name, true)) {
            named.entry(name.to_owned()).or_insert([light.colour, dark.colour]);
        }
    }
    named
}

/// The brand files that count, merged: one that is not to be inherited is dropped whole below another.
fn inherited(sources: &Sources, dropped: &mut BTreeSet<String>, diagnostics: &mut Diagnostics) -> Option<Node> {
    let nodes = sources.layers.iter().filter_map(|layer| layer.yaml(FILE, diagnostics));
    nodes.reduce(|under, over| {
        if is_inherited(&under) {
            return yaml::merge(under, over);
        }
        under.get("logo").into_iter().chain(under.get("typography")).for_each(|part| texts(part, dropped));
        over
    })
}

/// Every text below a node; what is no path of a file does no harm.
fn texts(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::Text(text) => drop(found.insert(text.clone())),
        Value::List(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| texts(value, found)),
        _ => {}
    }
}

/// Whether a brand counts below another.
#[must_use]
pub fn is_inherited(brand: &Node) -> bool {
    let inherit = brand.get("defaults").and_then(|node| node.get("portaat")).and_then(|node| node.get("inherit"));
    inherit.is_none_or(|node| node.value != Value::Bool(false))
}

/// `meta` is open by the format, so a slip in it would go unseen.
fn check_meta(brand: &Node, home: Option<&str>, diagnostics: &mut Diagnostics) {
    let entries = brand.get("meta").map(Node::entries).unwrap_or_default();
    if let Some((key, _)) = entries.iter().find(|(key, _)| key.name == "links") {
        diagnostics.warning(&key.place, "`links` is not read").hint("did you mean `link`?");
    }
    let link = entries.iter().find(|(key, _)| key.name == "link").map(|(_, node)| node);
    if let (Some(home), Some(link)) = (home, link)
        && !home.starts_with("https://")
        && !home.starts_with("http://")
    {
        let place = &link.get("home").unwrap_or(link).place;
        diagnostics.error(place, format!("`{home}` is no address of a site")).hint("begin with `https://`");
    }
}

/// An edition with a brand but without a name would show the name of what lies below it.
fn check_name(brand: &Brand, sources: &Sources, place: &Place, diagnostics: &mut Diagnostics) {
    let own_title = sources
        .top()
        .yaml(crate::config::FILE, &mut Diagnostics::default())
        .is_some_and(|node| node.get("title").is_some());
    let is_own_brand = *place.file == *sources.top().file(FILE);
    if brand.name.is_none() && sources.layers.len() > 1 && is_own_brand && !own_title {
        diagnostics.error(place, "this brand has no name").hint("add `meta: { name: … }`");
    }
}

impl Brand {
    /// What pages call the handbook: the brand's name, else its title.
    #[must_use]
    pub fn name<'a>(&'a self, config: &'a Config, lang: &Lang) -> &'a str {
        self.name.as_deref().unwrap_or_else(|| config.title(lang))
    }

    #[must_use]
    pub fn full_name<'a>(&'a self, config: &'a Config, lang: &Lang) -> &'a str {
        self.full_name.as_deref().unwrap_or_else(|| self.name(config, lang))
    }

    /// The brand as a style sheet: custom properties and font faces, nothing else. `font` gives a font's address as
    /// seen from the sheet.
    #[must_use]
    pub fn css(&self, font: impl Fn(&str) -> Option<String>) -> String {
        css::write(self, &font)
    }

    /// The fonts the brand brings along, as paths in the layers.
    #[must_use]
    pub fn font_files(&self) -> Vec<&str> {
        self.used_fonts().flat_map(authored::Font::paths).collect()
    }

    /// The file with the letters of headings, if it is one whose outlines can be read as they are: upright, TrueType or
    /// OpenType.
    #[must_use]
    pub fn letters(&self) -> Option<&str> {
        let family = self.typography.heading_family()?;
        let fonts = self.used_fonts().filter(|font| font.family.to_lowercase() == family);
        let upright = |(_, _, slant): &(&str, Option<&str>, Option<&str>)| slant.is_none_or(|slant| slant == "normal");
        let mut files = fonts.flat_map(authored::Font::local).filter(upright).map(|(path, ..)| path);
        files.find(|path| path.ends_with(".ttf") || path.ends_with(".otf"))
    }

    fn used_fonts(&self) -> impl Iterator<Item = &authored::Font> {
        self.typography.fonts.iter().map(|font| &font.value).filter(|font| self.typography.uses(&font.family))
    }
}

impl Name {
    fn short(&self) -> Option<String> {
        match &self.0.value {
            TextOr::Text(name) => Some(name.clone()),
            TextOr::Full(names) => names.short.clone().or_else(|| names.full.clone()),
        }
    }

    fn full(&self) -> Option<String> {
        match &self.0.value {
            TextOr::Text(name) => Some(name.clone()),
            TextOr::Full(names) => names.full.clone().or_else(|| names.short.clone()),
        }
    }
}
