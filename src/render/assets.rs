//! Files besides pages, each under a name that holds the hash of its bytes, so that it may be cached for ever.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::address::relative;
use crate::files::Files;
use crate::layers::Sources;
use crate::site::Site;
use crate::theme::{Theme, strip};

/// Where each file went, by what it is called inside: `site.css`, `core.js`, or a path of the layers.
#[derive(Debug, Default)]
pub(super) struct Assets {
    addresses: BTreeMap<String, String>,
    pub files: Files,
}

pub(super) fn collect(site: &Site, theme: &Theme, sources: &Sources) -> Assets {
    let mut assets = Assets::default();
    let scripts = theme.files.0.keys().filter_map(|path| path.strip_prefix("js/")).filter(|name| name.ends_with(".js"));
    for name in scripts {
        let script = theme.files.text(&format!("js/{name}")).unwrap_or_default();
        assets.add(name, name, strip(script).into_bytes());
    }
    let winners = sources.winners();
    for path in &site.assets {
        let bytes = winners.get(path.as_str()).and_then(|layer| layer.files.0.get(path));
        let name = path.strip_prefix("assets/").unwrap_or(path);
        assets.add(path, name, bytes.cloned().unwrap_or_default());
    }
    add_styles(&mut assets, site, theme);
    assets
}

/// The brand's values travel in the style that every page loads: one request less before anything can be drawn.
fn add_styles(assets: &mut Assets, site: &Site, theme: &Theme) {
    let brand = site.brand.css(|font| assets.address(font).map(|to| relative("assets/any.css", to)));
    let first = theme.plan.pages.get("every").and_then(|every| every.styles.first());
    for (name, sheets) in &theme.plan.styles {
        let sheets = sheets.iter().filter_map(|sheet| theme.files.text(&format!("css/{sheet}")));
        let mut css: String = sheets.map(strip).collect();
        if first == Some(name) {
            css += &brand;
            css += &theme.own_style().map(strip).unwrap_or_default();
        }
        assets.add(&format!("{name}.css"), &format!("{name}.css"), css.into_bytes());
    }
}

impl Assets {
    fn add(&mut self, inside: &str, name: &str, bytes: Vec<u8>) {
        let hash = xxh3_64(&bytes);
        let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
        let address = match file.rsplit_once('.') {
            Some((_, end)) => format!("assets/{}.{hash:016x}.{end}", &name[..name.len() - end.len() - 1]),
            None => format!("assets/{name}.{hash:016x}"),
        };
        self.addresses.insert(inside.to_owned(), address.clone());
        self.files.insert(address, bytes);
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
