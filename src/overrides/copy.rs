//! A starting copy of what lies below a layer, with the mark that says when it was taken.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostics::{Diagnostics, Place};
use crate::files::Bytes;
use crate::layers::{Layer, Sources};
use crate::page::language_of;
use crate::trace::{folder, merges};

use super::pages::mark_below;

/// A file to be written into the top layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Its path in the layer.
    pub path: String,
    pub bytes: Bytes,
}

/// Copies of the page (`fi:theses/flow`, or `theses/flow` in every language) or file that lies below the top layer.
/// `None`: there is nothing to copy, and that is reported.
pub fn copies(sources: &Sources, asked: &str, diagnostics: &mut Diagnostics) -> Option<Vec<Copy>> {
    let config = config::parse(sources, None, diagnostics)?;
    let below = &sources.layers[..sources.layers.len() - 1];
    let place = Place::file(folder(&sources.top().shown));
    if merges(asked) {
        let finding = diagnostics.error(&place, format!("`{asked}` merges with the one below; a copy would freeze it"));
        finding.hint("write only the keys that differ; `portaat explain` shows what lies below");
        return None;
    }
    let copies: Vec<Copy> = paths(asked, &config).iter().filter_map(|path| copy(below, path, &config)).collect();
    if copies.is_empty() {
        let finding = diagnostics.error(&place, format!("no page or file below is called `{asked}`"));
        let known = known(below, &config);
        finding.nearest(asked.split_once(':').map_or(asked, |(_, id)| id), known.iter().map(String::as_str));
        finding.or_hint("write a page like `fi:theses/flow`, or the path of a file");
        return None;
    }
    Some(copies)
}

/// The paths that may be meant.
fn paths(asked: &str, config: &Config) -> Vec<String> {
    if let Some((lang, id)) = asked.split_once(':') {
        return vec![format!("{lang}/{}.md", id.trim_end_matches(".md"))];
    }
    let id = asked.trim_end_matches(".md");
    let pages = config.languages.iter().map(|language| format!("{}/{id}.md", language.lang));
    pages.chain([asked.to_owned()]).collect()
}

fn copy(below: &[Arc<Layer>], path: &str, config: &Config) -> Option<Copy> {
    let layer = below.iter().rev().find(|layer| layer.files.0.contains_key(path))?;
    let bytes = layer.files.0.get(path)?.clone();
    if language_of(path, config).is_none() {
        return Some(Copy { path: path.to_owned(), bytes });
    }
    let mark = mark_below(below, path)?;
    let text = layer.text(path, &mut Diagnostics::default())?;
    Some(Copy { path: path.to_owned(), bytes: marked(&text, &mark).into() })
}

/// The page with `overrides` as the last line of its front matter.
fn marked(text: &str, mark: &str) -> String {
    let line = format!("overrides: {mark}\n");
    let Some((head, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---")) else {
        return format!("---\n{line}---\n{}", text.strip_prefix("---\n---\n").unwrap_or(text));
    };
    let kept: String =
        head.lines().filter(|line| !line.starts_with("overrides:")).flat_map(|line| [line, "\n"]).collect();
    format!("---\n{kept}{line}---{body}")
}

fn known(below: &[Arc<Layer>], config: &Config) -> Vec<String> {
    let paths = below.iter().flat_map(|layer| layer.files.0.keys()).filter(|path| !merges(path));
    let names = paths.map(|path| match (language_of(path, config), path.split_once('/')) {
        (Some(_), Some((_, id))) => id.trim_end_matches(".md").to_owned(),
        _ => path.clone(),
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn the_mark_ends_the_front_matter_and_an_older_one_goes() {
        assert_eq!(marked("---\ntitle: A\noverrides: b\n---\nText\n", "c"), "---\ntitle: A\noverrides: c\n---\nText\n");
        assert_eq!(marked("# A\n", "c"), "---\noverrides: c\n---\n# A\n");
        assert_eq!(marked("---\n---\n# A\n", "c"), "---\noverrides: c\n---\n# A\n");
    }
}
