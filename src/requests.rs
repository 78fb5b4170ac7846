//! Nothing a reader's browser fetches may come from another site: whoever runs that site would learn who reads what.
//!
//! The default theme and Markdown cannot ask for such a thing, so this looks at what else reaches the output: raw HTML
//! that was allowed, a project's own templates and styles, pictures that are documents themselves. The finished files
//! are searched, whatever made them; a hit is then shown in the source that holds its words.

mod markup;
mod style;

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::files::Files;
use crate::layers::Sources;
use crate::site::Site;
use crate::theme::Theme;

pub use markup::{fetched, without_expressions};
pub use style::addresses;

/// Reports every address in the output that would be fetched from elsewhere.
pub fn check(site: &Site, theme: &Theme, sources: &Sources, output: &Files, diagnostics: &mut Diagnostics) {
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    let may_hold_any = site.config.allow_raw_html || site.config.theme != "default";
    for (path, bytes) in &output.0 {
        let text = || String::from_utf8_lossy(bytes);
        let urls: Vec<(usize, String)> = match path.rsplit_once('.').map(|(_, end)| end) {
            Some("html") if may_hold_any => fetched(&text()),
            Some("svg") => fetched(&text()),
            Some("css") => addresses(&text()),
            _ => Vec::new(),
        };
        for (_, url) in urls.into_iter().filter(|(_, url)| is_elsewhere(url)) {
            found.entry(url).or_insert(path);
        }
    }
    for (url, path) in found {
        let place = place(&url, site, theme, sources).unwrap_or_else(|| Place::file(path));
        let finding = diagnostics.error(&place, format!("`{url}` would be fetched from another site"));
        finding.hint("put a copy under `assets/` and use that: no page may tell others who reads it");
    }
}

/// An address with a host of its own.
#[must_use]
pub fn is_elsewhere(url: &str) -> bool {
    let url: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    url.starts_with("//")
        || url.starts_with("\\\\")
        || scheme.is_some_and(|scheme| matches!(scheme.as_str(), "http" | "https" | "ftp" | "ws" | "wss"))
}

/// Where the words of an address stand: in a file of the layers that counts, or in the theme.
fn place(url: &str, site: &Site, theme: &Theme, sources: &Sources) -> Option<Place> {
    let written = [url.to_owned(), url.replace('&', "&amp;")];
    let in_text = |file: String, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let at = written.iter().find_map(|url| text.find(url.as_str()))?;
        Some(Place::in_text(&file.into(), &text, at, 1))
    };
    let winners = sources.winners();
    let documents = winners.iter().filter(|(path, _)| path.ends_with(".md") || path.ends_with(".svg"));
    let mut files =
        documents.filter_map(|(path, layer)| Some((layer.file(path).to_string(), layer.files.0.get(*path)?)));
    let parts = theme.files.0.iter().filter(|(path, _)| path.starts_with("templates/") || path.starts_with("css/"));
    let mut parts = parts.map(|(path, bytes)| (format!("themes/{}/{path}", site.config.theme), bytes));
    let in_layers = files.find_map(|(file, bytes)| in_text(file, bytes));
    in_layers.or_else(|| parts.find_map(|(file, bytes)| in_text(file, bytes)))
}

#[cfg(test)]
mod tests {
    use super::is_elsewhere;

    #[test]
    fn an_address_with_a_host_is_elsewhere_however_it_is_written() {
        for url in
            ["https://a.example/x", "//a.example/x", " HTTP://a.example", "ht\ntps://a.example", "wss://a.example"]
        {
            assert!(is_elsewhere(url), "{url}");
        }
        for url in ["assets/x.png", "../x.png", "#a", "", "mailto:a@b.example", "data:image/png;base64,AA"] {
            assert!(!is_elsewhere(url), "{url}");
        }
    }
}
