//! `typography` → the families, sizes and colours a brand asks for, each as a custom property where the style sheets have
//! one, else as a rule of its own: what few brands set costs the others nothing.

mod colours;

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostics;
use crate::yaml::{At, TextOr};

use super::authored::{self, Colours, Element, Pair};
use super::colour::Colour;
use super::contrast::on_ground;
use super::family::{families, mono, stack};
use super::measure::{length, line_height, percent, style, weight};
use super::schemes::Schemes;

/// What the style sheet of a brand says of its type.
#[derive(Clone, Debug, Default)]
pub struct Typography {
    pub fonts: Vec<At<authored::Font>>,
    pub(super) properties: Vec<(&'static str, String)>,
    /// Whole rules, in layers of the style sheets.
    pub(super) rules: Vec<String>,
    /// The families in use; fonts of others are not loaded.
    used: BTreeSet<String>,
}

/// The keys each element has in the format.
const KEYS: &[(&str, &[&str])] = &[
    ("base", &["family", "size", "weight", "line-height"]),
    ("headings", &["family", "weight", "style", "line-height", "color"]),
    ("monospace", &["family", "size", "weight", "color", "background-color"]),
    ("monospace-inline", &["family", "size", "weight", "color", "background-color"]),
    ("monospace-block", &["family", "size", "weight", "line-height", "color", "background-color"]),
    ("link", &["weight", "color", "background-color", "decoration"]),
];

/// Where an element's rules go.
const HEADINGS: &str = ":is(h1, h2, h3, h4):not(.cover *)";
const CODE: &str = "code, pre";
const INLINE: &str = ".prose :not(pre) > code";
const BLOCK: &str = ".prose pre";
const LINKS: &str = ".prose a:not([class])";

/// What the colours of an element are measured against.
pub(super) struct Ground<'a> {
    pub colours: &'a Colours,
    pub schemes: &'a Schemes,
    pub adjust: bool,
}

pub(super) fn read(
    authored: authored::Typography,
    interface_font: Option<&str>,
    ground: &Ground,
    diagnostics: &mut Diagnostics,
) -> Typography {
    let mut writer = Writer { made: Typography::default(), ground, diagnostics };
    let element = |written: &Option<At<TextOr<Element>>>| written.as_ref().map(full).unwrap_or_default();
    let elements = [
        ("base", element(&authored.base)),
        ("headings", element(&authored.headings)),
        ("monospace", element(&authored.monospace)),
        ("monospace-inline", element(&authored.monospace_inline)),
        ("monospace-block", element(&authored.monospace_block)),
        ("link", element(&authored.link)),
    ];
    for (name, element) in &elements {
        writer.check_keys(name, element);
    }
    let [base, headings, code, inline, block, link] = elements.map(|(_, element)| element);
    writer.base(&base, interface_font);
    writer.headings(&headings);
    writer.code(&code, &inline, &block);
    writer.link(&link);
    writer.made.fonts = authored.fonts;
    writer.made
}

/// A text alone is a family.
fn full(written: &At<TextOr<Element>>) -> Element {
    match &written.value {
        TextOr::Text(family) => {
            let family = At { value: family.clone(), place: written.place.clone() };
            Element { family: Some(family), ..Element::default() }
        }
        TextOr::Full(element) => element.clone(),
    }
}

impl Typography {
    /// Whether any text is set in this family.
    #[must_use]
    pub fn uses(&self, family: &str) -> bool {
        self.used.contains(&family.to_lowercase())
    }

    /// The family headings are set in, in lower case.
    pub(super) fn heading_family(&self) -> Option<String> {
        let value = |name| self.properties.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| value);
        let own = value("font-head").filter(|stack| !stack.starts_with("var("));
        families(own.or_else(|| value("font-text"))?).next()
    }
}

struct Writer<'a, 'd> {
    made: Typography,
    ground: &'a Ground<'a>,
    diagnostics: &'d mut Diagnostics,
}

impl Writer<'_, '_> {
    fn base(&mut self, base: &Element, interface_font: Option<&str>) {
        if let Some(family) = self.family(base) {
            let stack = stack(&family);
            self.set("font-text", stack.clone());
            self.set("font-ui", stack);
            self.set("font-head", "var(--font-text)".to_owned());
        }
        if let Some(family) = interface_font {
            self.made.used.extend(families(family));
            self.set("font-ui", stack(family));
        }
        if let Some(percent) = self.value(base.size.as_ref(), percent).filter(|percent| percent != "100%") {
            self.rule("brand", ":root", &[("font-size", Some(percent))]);
        }
        let weight = self.value(base.weight.as_ref(), weight);
        self.rule("base", "body", &[("font-weight", weight)]);
        if let Some(height) = self.value(base.line_height.as_ref(), line_height) {
            self.set("leading", height);
        }
    }

    fn headings(&mut self, headings: &Element) {
        if let Some(family) = self.family(headings) {
            self.set("font-head", stack(&family));
        }
        if let Some(weight) = self.value(headings.weight.as_ref(), weight) {
            self.set("weight-head", weight);
        }
        if let Some(height) = self.value(headings.line_height.as_ref(), line_height) {
            self.set("leading-tight", height);
        }
        let style = self.value(headings.style.as_ref(), style);
        self.rule("base", "h1, h2, h3, h4", &[("font-style", style)]);
        let paper = self.papers();
        let colour = self.colour(&headings.color, "headings", paper);
        self.screen_rule("base", HEADINGS, &[("color", colour)]);
    }

    fn code(&mut self, code: &Element, inline: &Element, block: &Element) {
        if let Some(family) = self.family(code) {
            self.set("font-mono", mono(&family));
        }
        let (size, heavy) = (self.value(code.size.as_ref(), length), self.value(code.weight.as_ref(), weight));
        self.rule("base", CODE, &[("font-size", size), ("font-weight", heavy)]);
        let wash = [self.ground.schemes.light, self.ground.schemes.dark].map(|one| one.role(super::pairs::Role::Wash));
        for (element, name, selector, ground) in
            [(inline, "monospace-inline", INLINE, self.papers()), (block, "monospace-block", BLOCK, wash)]
        {
            let family = self.family(element).map(|family| mono(&family));
            let (size, heavy) =
                (self.value(element.size.as_ref(), length), self.value(element.weight.as_ref(), weight));
            let height = self.value(element.line_height.as_ref(), line_height);
            let type_of =
                [("font-family", family), ("font-size", size), ("font-weight", heavy), ("line-height", height)];
            self.rule("prose", selector, &type_of);
            let own = |pair: &Pair, all: &Pair| pair.clone().or_else(|| all.clone());
            let ink = own(&element.color, &code.color);
            let under = own(&element.background_color, &code.background_color);
            self.on_ground(name, selector, (&ink, &under), ground);
        }
    }

    fn link(&mut self, link: &Element) {
        let weight = self.value(link.weight.as_ref(), weight);
        self.rule("prose", LINKS, &[("font-weight", weight)]);
        if let Some(decoration) = link.decoration.as_ref() {
            if decoration.value.contains("line") {
                let safe = super::css::safe(&decoration.value);
                self.rule("prose", LINKS, &[("text-decoration", Some(safe))]);
            } else {
                let finding = self.diagnostics.warning(
                    &decoration.place,
                    format!("`decoration: {}` is not used: a link would be told by its colour alone", decoration.value),
                );
                finding.hint("write `underline`, which may be thin, dotted or in a colour");
            }
        }
        let schemes = self.ground.schemes;
        let [light, dark] = [schemes.light.link, schemes.dark.link];
        if let Some(grounds) = self.pair_of(&link.background_color) {
            let links = [on_ground(light, grounds[0]), on_ground(dark, grounds[1])];
            let colours = [("background", Some(both(grounds))), ("color", Some(both(links)))];
            self.screen_rule("prose", LINKS, &colours);
        }
    }

    fn family(&mut self, element: &Element) -> Option<String> {
        let family = element.family.as_ref()?.value.clone();
        self.made.used.extend(families(&family));
        Some(family)
    }

    /// A value as CSS has it; one that cannot be is reported and left out.
    fn value(
        &mut self,
        written: Option<&At<String>>,
        read: fn(&str) -> Result<String, &'static str>,
    ) -> Option<String> {
        let written = written?;
        match read(written.value.trim()) {
            Ok(value) => Some(value),
            Err(hint) => {
                let message = format!("`{}` cannot be used here", written.value);
                self.diagnostics.warning(&written.place, message).hint(hint);
                None
            }
        }
    }

    fn set(&mut self, name: &'static str, value: String) {
        self.made.properties.retain(|(known, _)| *known != name);
        self.made.properties.push((name, value));
    }

    fn rule(&mut self, layer: &str, selector: &str, values: &[(&str, Option<String>)]) {
        if let Some(body) = body(values) {
            self.made.rules.push(format!("@layer {layer} {{ {selector} {{ {body} }} }}\n"));
        }
    }

    /// Colours are for screens: paper has its own.
    fn screen_rule(&mut self, layer: &str, selector: &str, values: &[(&str, Option<String>)]) {
        if let Some(body) = body(values) {
            self.made.rules.push(format!("@layer {layer} {{ @media screen {{ {selector} {{ {body} }} }} }}\n"));
        }
    }

    /// Keys the format does not have for this element do nothing anywhere, so their author should know.
    fn check_keys(&mut self, name: &str, element: &Element) {
        let known = KEYS.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, keys)| keys);
        for (key, place) in element.places() {
            if !known.contains(&key) {
                let message = format!("`{name}` has no `{key}`, so it is not used");
                self.diagnostics.warning(place, message).nearest(key, known.iter().copied());
            }
        }
    }
}

fn body(values: &[(&str, Option<String>)]) -> Option<String> {
    let set = values.iter().filter_map(|(name, value)| Some(format!("{name}: {};", value.as_ref()?)));
    let set: Vec<String> = set.collect();
    (!set.is_empty()).then(|| set.join(" "))
}

fn both([light, dark]: [Colour; 2]) -> String {
    if light == dark { light.hex() } else { format!("light-dark({}, {})", light.hex(), dark.hex()) }
}
