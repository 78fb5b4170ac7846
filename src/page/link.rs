//! Links as authors write them: to a `.md` file, to a heading, to an asset, or out of the site.

use std::borrow::Cow;

use crate::address::{PageId, resolve};
use crate::diagnostics::{Diagnostics, Place};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub target: Target,
    pub place: Place,
    /// The author's tool tip; empty when there is none.
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the same language, and a heading on it.
    Page(PageId, Option<String>),
    /// A file of the layers, by its path: `assets/plan.pdf`.
    Asset(String),
    External(String),
    /// Reported already; leads nowhere.
    Broken,
}

/// The schemes a link may leave the site by.
const SCHEMES: &[&str] = &["http:", "https:", "mailto:", "tel:"];

/// Whether `written` may lead out of the site.
#[must_use]
pub fn leaves(written: &str) -> bool {
    scheme(written).is_some_and(|scheme| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// What `written` in a file of `folder` (`fi/theses`) leads to.
pub(super) fn target(written: &str, folder: &str, own: &str, place: &Place, diagnostics: &mut Diagnostics) -> Target {
    if let Some(anchor) = written.strip_prefix('#') {
        return Target::Page(PageId::new(own), Some(decoded(anchor).into_owned()));
    }
    if let Some(scheme) = scheme(written) {
        if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
            return Target::External(written.to_owned());
        }
        diagnostics
            .error(place, format!("links with `{scheme}` are not allowed"))
            .hint("use http, https, mailto or tel");
        return Target::Broken;
    }
    inside(written, folder, place, diagnostics)
}

fn inside(written: &str, folder: &str, place: &Place, diagnostics: &mut Diagnostics) -> Target {
    let (path, anchor) =
        written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(decoded(anchor).into_owned())));
    let lang = folder.split('/').next().unwrap_or_default();
    let path = decoded(path);
    let resolved = if path.starts_with('/') || path.contains('\\') { None } else { resolve(folder, &path) };
    let Some(resolved) = resolved else {
        diagnostics
            .error(place, format!("the link `{written}` leads out of the content"))
            .hint("write the path from this file to the other, like `../theses/flow.md`");
        return Target::Broken;
    };
    let Some(file) = resolved.strip_suffix(".md") else {
        return Target::Asset(resolved);
    };
    if let Some(below) = file.strip_prefix(lang).and_then(|below| below.strip_prefix('/')) {
        return Target::Page(PageId::new(below.trim_end_matches(".md")), anchor);
    }
    diagnostics
        .error(place, format!("the link `{written}` leads to another language"))
        .hint("link to the page of this language; readers switch by themselves");
    Target::Broken
}

fn scheme(written: &str) -> Option<&str> {
    let colon = written.find(':')?;
    let name = &written[..colon];
    let is_scheme = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (is_scheme || written.starts_with("//")).then(|| &written[..=colon])
}

/// Without percent-encoding, which Markdown needs for blanks in paths.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let pair = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let coded = pair.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).map_or(text.into(), Cow::from)
}
