//! The brand's style sheet: one layer of custom properties, and the faces of the fonts it brings along.

use std::fmt::Write;

use crate::yaml::TextOr;

use super::Brand;
use super::authored::{Element, Font, FontFile, Source};
use super::colour::Scheme;

// No family that the built-in brand names: nothing of it shows in an edition.
const SERIF: &str = r#"ui-serif, Cambria, "Times New Roman", serif"#;
const SANS: &str = "system-ui, sans-serif";

const WEIGHTS: &[(&str, u32)] = &[
    ("thin", 100),
    ("extra-light", 200),
    ("ultra-light", 200),
    ("light", 300),
    ("normal", 400),
    ("regular", 400),
    ("medium", 500),
    ("semi-bold", 600),
    ("demi-bold", 600),
    ("bold", 700),
    ("extra-bold", 800),
    ("ultra-bold", 800),
    ("black", 900),
];

pub(super) fn write(brand: &Brand, font: &impl Fn(&str) -> Option<String>) -> String {
    let mut css = faces(brand, font);
    css += "@layer brand {\n:root {\n";
    for (name, colour) in &brand.palette {
        property(&mut css, &format!("brand-{name}"), &colour.hex());
    }
    scheme(&mut css, "light", &brand.schemes.light);
    scheme(&mut css, "dark", &brand.schemes.dark);
    type_of(&mut css, brand);
    css + "}\n}\n"
}

fn property(css: &mut String, name: &str, value: &str) {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let value: String = value.chars().filter(|c| !matches!(c, ';' | '{' | '}' | '<' | '\\')).collect();
    let _ = writeln!(css, "--{name}: {value};");
}

fn scheme(css: &mut String, word: &str, scheme: &Scheme) {
    let inputs = [("paper", scheme.paper), ("ink", scheme.ink), ("accent", scheme.accent), ("signal", scheme.signal)];
    for (name, colour) in inputs {
        property(css, &format!("{name}-{word}"), &colour.hex());
    }
}

fn type_of(css: &mut String, brand: &Brand) {
    let typography = &brand.typography;
    if let Some(family) = family(typography.base.as_ref()) {
        property(css, "font-text", &stack(&family));
        property(css, "font-ui", &stack(&family));
        property(css, "font-head", "var(--font-text)");
    }
    if let Some(family) = &brand.own.interface_font {
        property(css, "font-ui", &stack(family));
    }
    if let Some(family) = family(typography.headings.as_ref()) {
        property(css, "font-head", &stack(&family));
    }
    if let Some(family) = family(typography.monospace.as_ref()) {
        property(css, "font-mono", &format!("{}, monospace", quoted(&family)));
    }
    if let Some(TextOr::Full(headings)) = &typography.headings {
        heading(css, headings);
    }
    if let Some(TextOr::Full(Element { line_height: Some(height), .. })) = &typography.base {
        property(css, "leading", height);
    }
}

fn heading(css: &mut String, headings: &Element) {
    if let Some(weight) = headings.weight.as_deref() {
        property(css, "weight-head", &weight_of(weight));
    }
    if let Some(height) = headings.line_height.as_deref() {
        property(css, "leading-tight", height);
    }
}

fn family(element: Option<&TextOr<Element>>) -> Option<String> {
    match element? {
        TextOr::Text(family) => Some(family.clone()),
        TextOr::Full(element) => element.family.clone(),
    }
}

/// The family, then fonts of its kind that every system has.
fn stack(family: &str) -> String {
    if family.contains(',') {
        return family.to_owned();
    }
    let lower = family.to_lowercase();
    let is_serif = lower.contains("serif") && !lower.contains("sans")
        || ["garamond", "times", "georgia", "palatino", "book"].iter().any(|word| lower.contains(word));
    format!("{}, {}", quoted(family), if is_serif { SERIF } else { SANS })
}

fn quoted(family: &str) -> String {
    format!("\"{}\"", family.replace('"', ""))
}

fn weight_of(weight: &str) -> String {
    let named = WEIGHTS.iter().find(|(name, _)| *name == weight);
    named.map_or_else(|| weight.to_owned(), |(_, number)| number.to_string())
}

pub(super) fn font_files(brand: &Brand) -> Vec<&str> {
    brand.typography.fonts.iter().flat_map(|font| font.paths()).collect()
}

fn faces(brand: &Brand, address: &impl Fn(&str) -> Option<String>) -> String {
    let mut css = String::new();
    for font in brand.typography.fonts.iter().filter(|font| font.source == Source::File) {
        for file in &font.files {
            if let Some(address) = address(FontFile::path_of(file)) {
                face(&mut css, font, file, &address);
            }
        }
    }
    css
}

fn face(css: &mut String, font: &Font, file: &TextOr<FontFile>, address: &str) {
    let (weight, style) = match file {
        TextOr::Text(_) => (None, None),
        TextOr::Full(file) => (file.weight.as_deref(), file.style.as_deref()),
    };
    let weight = weight.map_or_else(|| "400".to_owned(), |weight| weight_of(weight).replace("..", " "));
    let style = style.unwrap_or("normal");
    let _ = writeln!(
        css,
        "@font-face {{ font-family: {}; src: url(\"{address}\"); font-weight: {weight}; font-style: {style}; font-display: swap; }}",
        quoted(&font.family)
    );
}
