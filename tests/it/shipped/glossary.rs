//! The words of the handbook: enough of them, the same in both languages, and linked.

use crate::support::tags;

use super::built::html;

/// The ids of the terms a language lists.
fn listed(path: &str) -> Vec<String> {
    let (_, text) = html().find(|(own, _)| *own == path).unwrap_or_else(|| panic!("no {path}"));
    let list = text.split_once("<dl>").and_then(|(_, rest)| rest.split_once("</dl>")).expect("a list").0;
    tags(list).iter().filter_map(|tag| tag.get("id")).map(str::to_owned).collect()
}

#[test]
fn it_lists_fifty_terms_and_more_in_both_languages() {
    let [mut fi, mut en] = ["fi/lisatietoa/sanasto/index.html", "en/reference/glossary/index.html"].map(listed);
    fi.sort();
    en.sort();
    assert_eq!(fi, en);
    assert!(fi.len() >= 50, "{} terms", fi.len());
}

#[test]
fn most_chapters_lead_to_it_and_none_more_than_six_times() {
    let mut leading = 0;
    for (path, text) in html() {
        let count = tags(text).iter().filter(|tag| tag.get("class") == Some("term")).count();
        assert!(count <= 6, "{path}: {count} links");
        leading += usize::from(count > 0);
    }
    assert!(leading > 50, "{leading} pages");
}
