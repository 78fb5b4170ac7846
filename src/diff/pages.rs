//! Pages that one side shows and the other does not, or shows from another file.

use std::collections::{BTreeMap, BTreeSet};

use crate::layers::Layer;
use crate::page::{Written, language_of, written};

use super::{Change, Row, Side};

const PART: &str = "pages";

pub(super) fn compare(one: &Side, other: &Side) -> Vec<Row> {
    let paths: BTreeSet<&str> = [one, other].into_iter().flat_map(paths).collect();
    paths.into_iter().filter_map(|path| row(path, one, other)).collect()
}

fn paths<'a>(side: &'a Side) -> Vec<&'a str> {
    side.sources.winners().into_keys().filter(|path| language_of(path, &side.config).is_some()).collect()
}

fn row(path: &str, one: &Side, other: &Side) -> Option<Row> {
    let (lang, id) = path.split_once('/')?;
    let name = format!("{lang}:{}", id.trim_end_matches(".md"));
    let (of, against) = (shown(one, path), shown(other, path));
    let row = match (of, against) {
        (Some((_, page)), None) => Row::new(PART, Change::Added, &name, format!("{} words", bag(&page).1)),
        (None, Some(_)) => Row::new(PART, Change::Removed, &name, ""),
        (Some((above, page)), Some((below, old))) if above.shown != below.shown => {
            let is_copy = above.files.0.get(path) == below.files.0.get(path);
            if is_copy { Row::new(PART, Change::Copied, &name, "the same text") } else { replaced(&name, &page, &old) }
        }
        _ => return None,
    };
    let is_stale = one.stale().any(|stale| stale.name == name);
    let detail = if is_stale { format!("{}; the page below has changed since", row.detail) } else { row.detail };
    Some(Row { detail, ..row })
}

/// The page at `path`, where this side publishes the language and has not taken the page away.
fn shown<'a>(side: &'a Side, path: &str) -> Option<(&'a Layer, Written)> {
    language_of(path, &side.config)?;
    let layer = side.sources.layers.iter().rev().find(|layer| layer.files.0.contains_key(path))?;
    written(layer, path).filter(|page| !page.removes()).map(|page| (&**layer, page))
}

fn replaced(name: &str, page: &Written, old: &Written) -> Row {
    let ((words, _), (before, count)) = (bag(page), bag(old));
    let missing = |from: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>| -> usize {
        from.iter().map(|(word, times)| times.saturating_sub(other.get(word).copied().unwrap_or(0))).sum()
    };
    let [new, gone] = [missing(&words, &before), missing(&before, &words)];
    let detail =
        if new + gone == 0 { "the same words".to_owned() } else { format!("{new} words new, {gone} of {count} gone") };
    let texts = [old, page].map(|page| page.words().join("\n"));
    Row { words: Some([new, gone]), texts: Some(texts), ..Row::new(PART, Change::Replaced, name, detail) }
}

/// How often each word stands on a page, and how many there are.
fn bag(page: &Written) -> (BTreeMap<String, usize>, usize) {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for word in page.words().into_iter().flat_map(str::split_whitespace) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    let count = words.values().sum();
    (words, count)
}
