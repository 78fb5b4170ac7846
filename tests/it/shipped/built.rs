//! The shipped handbook, built once for all tests that only look at it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use portaat::diagnostics::{Diagnostics, Format};
use portaat::files::Files;
use portaat::layers::{Layer, Sources};
use portaat::theme::Themes;
use portaat::{Options, build, embedded};

pub fn handbook() -> Layer {
    embedded::handbook()
}

pub fn themes() -> Themes {
    Themes { default: embedded::theme(), own: BTreeMap::new() }
}

/// A fresh build, and its findings.
pub fn built(options: &Options) -> (Files, String) {
    let sources = Sources { layers: vec![Arc::new(handbook())], edition: None };
    let mut diagnostics = Diagnostics::default();
    let files = build(&sources, &themes(), options, &mut diagnostics);
    let findings = diagnostics.print(Format::Human, false);
    (files.unwrap_or_else(|| panic!("not built:\n{findings}")), findings)
}

static OUTPUT: LazyLock<Files> = LazyLock::new(|| built(&Options::default()).0);

static ADDRESSED: LazyLock<(Files, String)> = LazyLock::new(|| {
    let base_url = Some("https://example.org/book/".to_owned());
    built(&Options { base_url, ..Options::default() })
});

/// The output at `https://example.org/book/`.
pub fn addressed() -> &'static Files {
    &ADDRESSED.0
}

/// What was found while that was built.
pub fn addressed_findings() -> &'static str {
    &ADDRESSED.1
}

/// The output, without an address.
pub fn output() -> &'static Files {
    &OUTPUT
}

/// Every HTML file of the output, by path.
pub fn html() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = output().0.iter().filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// The pages of the book: not the choice of language, the lost page or a redirect.
pub fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    html().filter(|(path, text)| path.contains('/') && !text.contains("http-equiv=\"refresh\""))
}
