//! Files besides pages: unused, too heavy, or without the right to be used.

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Layer;

use super::{Edition, FONTS, IMAGES, has_ending};

/// More than this is felt on a phone; an image of a page's width is a tenth of it.
const HEAVIEST_IMAGE: usize = 500_000;
/// A font of one alphabet in woff2 is 20–60 kB.
const HEAVIEST_FONT: usize = 150_000;

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    for (layer, _) in edition.own() {
        for (path, bytes) in &layer.files.0 {
            let place = Place::file(&layer.file(path));
            let is_published = path.starts_with("assets/") || edition.site.assets.contains(path);
            if is_published && has_ending(path, IMAGES) && bytes.len() > HEAVIEST_IMAGE {
                heavy(&place, bytes.len(), HEAVIEST_IMAGE, "make it smaller, or save it as webp or avif", diagnostics);
            }
            if is_published && has_ending(path, FONTS) {
                font(edition, &place, path, bytes.len(), diagnostics);
            }
        }
    }
    unused(edition, diagnostics);
}

fn heavy(place: &Place, size: usize, limit: usize, hint: &str, diagnostics: &mut Diagnostics) {
    let message = format!("this file has {} kB, and more than {} kB is felt on a phone", size / 1000, limit / 1000);
    diagnostics.warning(place, message).hint(hint);
}

fn font(edition: &Edition, place: &Place, path: &str, size: usize, diagnostics: &mut Diagnostics) {
    if !has_ending(path, &["woff2"]) {
        let finding = diagnostics.warning(place, "this font is not in the form made for the web");
        finding.hint("convert it to woff2: it is less than half the size, and every browser reads it");
    }
    if size > HEAVIEST_FONT {
        heavy(place, size, HEAVIEST_FONT, "keep only the letters of your languages in it", diagnostics);
    }
    if !edition.sources.layers.iter().any(|layer| has_licence(layer, path)) {
        let finding = diagnostics.warning(place, "there is no licence beside this font");
        finding.hint("put the licence it came with into its folder, as `OFL.txt` or `LICENSE`");
    }
}

/// A file that says what may be done with the files beside it.
fn is_licence(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let begins = ["license", "licence", "ofl", "copying"].iter().any(|word| name.starts_with(word));
    begins || has_ending(&name, &["license", "licence"])
}

fn has_licence(layer: &Layer, path: &str) -> bool {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |other: &&String| other.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
    layer.files.0.keys().filter(beside).any(|other| is_licence(other.rsplit('/').next().unwrap_or_default()))
}

/// Files of the topmost layer that are published, or lie ready to be, and that nothing names.
fn unused(edition: &Edition, diagnostics: &mut Diagnostics) {
    let top = edition.sources.top();
    if top.is_built_in() {
        return;
    }
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let lying = top.files.0.keys().filter(|path| is_asset(edition, path) && !is_licence(&name(path)));
    let lying: Vec<&String> = lying.collect();
    let named = if lying.is_empty() { Vec::new() } else { named(edition) };
    for path in lying {
        if !named.iter().any(|text| text.contains(&name(path))) {
            let finding = diagnostics.warning(&Place::file(&top.file(path)), "nothing uses this file");
            finding.hint("link it, delete it, or put it under `root/` if it is fetched by its address");
        }
    }
}

fn is_asset(edition: &Edition, path: &str) -> bool {
    let lies_ready = !path.starts_with("root/") && has_ending(path, &[IMAGES, FONTS].concat());
    let brand = &edition.site.brand;
    let is_brand = brand.logo.images().iter().any(|image| image.path == path) || brand.font_files().contains(&path);
    (path.starts_with("assets/") || lies_ready) && !is_brand
}

/// Everything that may name a file: pages, settings, styles, templates.
fn named(edition: &Edition) -> Vec<String> {
    let is_text = |path: &str| has_ending(path, &["md", "yaml", "yml", "css", "html", "js", "svg"]);
    let layers = edition.sources.layers.iter().map(|layer| &layer.files).chain([&edition.theme.files]);
    let texts = layers.flat_map(|files| files.0.iter()).filter(|(path, _)| is_text(path));
    texts.map(|(_, bytes)| String::from_utf8_lossy(bytes).replace("%20", " ")).collect()
}
