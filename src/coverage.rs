//! `check --coverage`: does everything the sources describe have a home in a page, a question or a worksheet?
//!
//! The list (`coverage.yaml`) belongs to the layer one works in: it is neither inherited nor published.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Deserialize;

use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::site::{Kind, Site};
use crate::yaml::{self, At, Value};

pub const FILE: &str = "coverage.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: At<String>,
    #[serde(rename = "title")]
    _title: String,
}

#[derive(Default)]
struct Homes<'a> {
    pages: BTreeSet<&'a str>,
    items: BTreeSet<&'a str>,
    worksheets: BTreeSet<&'a str>,
}

/// A line for each row: its id, pages, questions and worksheets, with tabs between and `-` for none. A row without a
/// home and a source that is no row are reported. `None`: there is no usable list.
pub fn report(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<String> {
    let layer = sources.top();
    let node = layer.yaml(FILE, diagnostics)?;
    let Value::List(items) = &node.value else {
        diagnostics.error(&node.place, "this must be a list of rows").hint("write each as `- { id: …, title: … }`");
        return None;
    };
    let rows: Vec<Row> = items.iter().filter_map(|item| yaml::decode(item, diagnostics)).collect();
    let mut homes: BTreeMap<&str, Homes> = rows.iter().map(|row| (row.id.as_str(), Homes::default())).collect();
    claim_pages(site, &mut homes, diagnostics);
    claim_items(site, &mut homes);
    Some(rows.iter().map(|row| line(row, &homes[row.id.as_str()], diagnostics)).collect())
}

fn claim_pages<'a>(site: &'a Site, homes: &mut BTreeMap<&str, Homes<'a>>, diagnostics: &mut Diagnostics) {
    let known: Vec<String> = homes.keys().map(|id| (*id).to_owned()).collect();
    for (id, placed) in site.books.iter().flat_map(|book| &book.pages) {
        for source in &placed.page.meta.sources {
            match homes.get_mut(source.value.as_str()) {
                Some(row) if placed.kind == Kind::Worksheet => drop(row.worksheets.insert(&id.0)),
                Some(row) => drop(row.pages.insert(&id.0)),
                None => {
                    let finding = diagnostics.error(&source.place, format!("`{}` is no row of {FILE}", source.value));
                    finding.nearest(source, known.iter().map(String::as_str));
                }
            }
        }
    }
}

fn claim_items<'a>(site: &'a Site, homes: &mut BTreeMap<&str, Homes<'a>>) {
    let items = site.model.iter().flat_map(|model| model.dimensions.iter().flat_map(|dimension| &dimension.items));
    for item in items {
        for source in &item.sources {
            if let Some(row) = homes.get_mut(source.as_str()) {
                row.items.insert(&item.id);
            }
        }
    }
}

fn line(row: &Row, homes: &Homes, diagnostics: &mut Diagnostics) -> String {
    if homes.pages.is_empty() && homes.items.is_empty() && homes.worksheets.is_empty() {
        let finding = diagnostics.error(&row.id.place, format!("`{}` has no home", row.id.value));
        finding.hint("name it under `sources:` of a page, a question or a worksheet");
    }
    let mut line = row.id.value.clone();
    for claimed in [&homes.pages, &homes.items, &homes.worksheets] {
        let names: Vec<&str> = claimed.iter().copied().collect();
        let _ = write!(line, "\t{}", if names.is_empty() { "-".to_owned() } else { names.join(",") });
    }
    line + "\n"
}
