//! The brand's style sheet: one layer of custom properties, the faces of the fonts it brings along, and the few rules
//! that only this brand needs.

use std::fmt::Write;

use super::Brand;
use super::authored::Font;
use super::colour::Colour;
use super::family::quoted;
use super::measure::{style, weights};
use super::pairs::Role;
use super::schemes::{Scheme, Schemes, printed};

/// The cover's label for a large logo.
const PLATE: &str = "@layer components { .plate { inline-size: fit-content; padding: var(--sp-3) var(--sp-4); \
    background: var(--paper); border-radius: var(--radius); margin-block-end: var(--sp-5); } \
    .plate img { inline-size: auto; block-size: auto; max-block-size: 4.5rem; } }\n";

pub(super) fn write(brand: &Brand, font: &impl Fn(&str) -> Option<String>) -> String {
    let mut css = faces(brand, font);
    css += "@layer brand {\n:root {\n";
    for (name, [light, dark]) in &brand.colours {
        property(&mut css, &format!("brand-{name}"), &both(*light, *dark));
    }
    scheme(&mut css, "light", &brand.schemes.light);
    scheme(&mut css, "dark", &brand.schemes.dark);
    uncommon(&mut css, &brand.schemes);
    for (name, value) in &brand.typography.properties {
        property(&mut css, name, value);
    }
    css += "}\n}\n";
    css.extend(brand.typography.rules.iter().map(String::as_str));
    css += &print(&brand.schemes.light);
    css + if brand.logo.cover().is_some() { PLATE } else { "" }
}

fn property(css: &mut String, name: &str, value: &str) {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let _ = writeln!(css, "--{name}: {};", safe(value));
}

/// A value that cannot end its declaration.
pub(super) fn safe(value: &str) -> String {
    value.chars().filter(|c| !matches!(c, ';' | '{' | '}' | '<' | '\\')).collect()
}

fn scheme(css: &mut String, word: &str, scheme: &Scheme) {
    let inputs = [("paper", scheme.paper), ("ink", scheme.ink), ("accent", scheme.accent), ("signal", scheme.signal)];
    for (name, colour) in inputs {
        property(css, &format!("{name}-{word}"), &colour.hex());
    }
}

/// Roles that most brands leave to the style sheets, each written only where this brand's is another.
fn uncommon(css: &mut String, schemes: &Schemes) {
    let Schemes { light, dark } = schemes;
    let usual_cover = light.accent.mixed(50, dark.paper);
    for (role, usual) in [
        (Role::Link, [light.accent, dark.accent]),
        (Role::Fill, [light.accent, dark.accent]),
        (Role::OnFill, [light.paper, dark.paper]),
        (Role::Cover, [light.accent, usual_cover]),
        (Role::OnCover, [light.paper, dark.ink]),
    ] {
        let own = [light.role(role), dark.role(role)];
        if own != usual {
            property(css, role.property(), &both(own[0], own[1]));
        }
    }
}

fn both(light: Colour, dark: Colour) -> String {
    if light == dark { light.hex() } else { format!("light-dark({}, {})", light.hex(), dark.hex()) }
}

/// Paper is white. A light scheme that is not may have colours nobody could read there.
fn print(light: &Scheme) -> String {
    let colours = [("accent", light.accent), ("link", light.link), ("signal", light.signal)];
    let mut own = String::new();
    for (name, colour) in colours.into_iter().filter(|(_, colour)| printed(*colour) != *colour) {
        property(&mut own, name, &printed(colour).hex());
    }
    if own.is_empty() { own } else { format!("@layer print {{ @media print {{ :root {{\n{own}}} }} }}\n") }
}

fn faces(brand: &Brand, address: &impl Fn(&str) -> Option<String>) -> String {
    let mut css = String::new();
    for font in brand.used_fonts() {
        for (path, weight, slant) in font.local() {
            if let Some(address) = address(path) {
                face(&mut css, font, (&address, weight, slant));
            }
        }
    }
    css
}

fn face(css: &mut String, font: &Font, (address, weight, slant): (&str, Option<&str>, Option<&str>)) {
    let weight = weight.and_then(weights).unwrap_or_else(|| "400".to_owned());
    let slant = slant.and_then(|slant| style(slant).ok()).unwrap_or_else(|| "normal".to_owned());
    let known = ["auto", "block", "swap", "fallback", "optional"];
    let display = font.display.as_deref().filter(|display| known.contains(display)).unwrap_or("swap");
    let _ = writeln!(
        css,
        "@font-face {{ font-family: {}; src: url(\"{}\"); font-weight: {weight}; font-style: {slant}; font-display: {display}; }}",
        quoted(&font.family),
        safe(address),
    );
}
