//! Finnish and English are one handbook: the same pages, sections, blocks and ids, each in its own words.

use std::collections::BTreeSet;

use portaat::diagnostics::Diagnostics;
use portaat::yaml::{self, Node, Value};

use super::built::handbook;

/// What must be the same in both languages of a page, part by part, in order.
#[derive(Debug, PartialEq)]
enum Part {
    /// Level and written id.
    Heading(usize, Option<String>),
    /// The first word of fenced code, and the ids in it.
    Block(String, BTreeSet<String>),
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        let fence = &line[..line.len() - line.trim_start_matches('`').len()];
        if fence.len() >= 3 {
            let body: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != fence).collect();
            parts.push(block(line[fence.len()..].trim(), &body.join("\n")));
        } else if line.starts_with('#') {
            parts.push(heading(line));
        }
    }
    parts
}

fn heading(line: &str) -> Part {
    let id = line.split_once("{#").and_then(|(_, rest)| rest.split_once('}')).map(|(id, _)| id.to_owned());
    Part::Heading(line.len() - line.trim_start_matches('#').len(), id)
}

fn block(info: &str, body: &str) -> Part {
    let kind = info.split_whitespace().next().unwrap_or_default();
    let mut found = BTreeSet::new();
    if let Some(node) = yaml::parse(&"block".into(), body, 0, &mut Diagnostics::default()) {
        ids(&node, &mut found);
    }
    Part::Block(kind.to_owned(), found)
}

/// Every `id` of a tree.
fn ids(node: &Node, found: &mut BTreeSet<String>) {
    found.extend(node.get("id").and_then(Node::text).map(str::to_owned));
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| ids(value, found)),
        _ => {}
    }
}

#[test]
fn a_page_has_the_same_sections_and_blocks_in_both_languages() {
    let files = handbook().files;
    let pages: Vec<&str> =
        files.0.keys().filter_map(|path| path.strip_prefix("fi/")).filter(|path| path.ends_with(".md")).collect();
    assert!(pages.len() > 30, "{pages:?}");
    let mut differ = Vec::new();
    for page in pages {
        let [fi, en] = ["fi", "en"].map(|lang| parts(files.text(&format!("{lang}/{page}")).unwrap_or_default()));
        let at = (0..fi.len().max(en.len())).find(|at| fi.get(*at) != en.get(*at));
        differ.extend(at.map(|at| format!("{page}, part {}: fi {:?}, en {:?}", at + 1, fi.get(at), en.get(at))));
    }
    assert!(differ.is_empty(), "the languages differ:\n{}", differ.join("\n"));
}

#[test]
fn headings_blocks_and_ids_are_told_apart() {
    let text = "---\ntitle: A\n---\n## What {#what}\n\n````sheet\ntitle: x\nparts: [{ id: a, rows: [{ id: b }] }]\n```\n# no\n````\n### More\n";
    let ids: BTreeSet<String> = ["a", "b"].map(str::to_owned).into();
    let expected =
        |ids| [Part::Heading(2, Some("what".to_owned())), Part::Block("sheet".to_owned(), ids), Part::Heading(3, None)];
    assert_eq!(parts(&text.replace("```\n# no\n````", "````")), expected(ids));
    assert_eq!(parts(text), expected(BTreeSet::new()), "what is no YAML has no ids");
}
