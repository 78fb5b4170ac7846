//! Files of the theme, and images, fonts and downloads.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::language_of;
use crate::trace::{merges, theme_folders};

use super::{Change, Row, Side};

type Tree<'a> = BTreeMap<&'a str, &'a [u8]>;

pub(super) fn compare(one: &Side, other: &Side) -> Vec<Row> {
    let mut rows = trees("theme", &theme(one), &theme(other));
    rows.extend(trees("files", &files(one), &files(other)));
    rows
}

fn theme<'a>(side: &'a Side) -> Tree<'a> {
    let folders = theme_folders(side.themes, &side.config.theme);
    folders.into_iter().flat_map(|(_, files)| &files.0).map(|(path, bytes)| (path.as_str(), &**bytes)).collect()
}

/// What is neither a page nor merged, and not a layer's own book-keeping.
fn files<'a>(side: &'a Side) -> Tree<'a> {
    let is_file = |path: &str| language_of(path, &side.config).is_none() && !merges(path) && !is_own(path);
    let winners = side.sources.winners().into_iter().filter(|(path, _)| is_file(path));
    winners.filter_map(|(path, layer)| Some((path, &**layer.files.0.get(path)?))).collect()
}

fn is_own(path: &str) -> bool {
    path.ends_with(".lock") || path == crate::coverage::FILE
}

fn trees(part: &'static str, one: &Tree, other: &Tree) -> Vec<Row> {
    let paths: BTreeSet<&str> = one.keys().chain(other.keys()).copied().collect();
    let rows = paths.into_iter().filter_map(|path| match (one.get(path), other.get(path)) {
        (Some(_), None) => Some(Row::new(part, Change::Added, path, "")),
        (None, Some(_)) => Some(Row::new(part, Change::Removed, path, "")),
        (Some(now), Some(before)) if now != before => {
            Some(Row { texts: texts(before, now), ..Row::new(part, Change::Replaced, path, "") })
        }
        _ => None,
    });
    rows.collect()
}

fn texts(before: &[u8], now: &[u8]) -> Option<[String; 2]> {
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(str::to_owned);
    Some([text(before)?, text(now)?])
}
