//! What every page has and none may have.

use std::collections::BTreeSet;

use crate::support::tags;

use super::built::{html, pages};

const KINDS: &[&str] = &["page", "home", "assessment", "result", "team", "workshop", "worksheet", "paper", "print"];

#[test]
fn a_page_says_what_it_is_on_one_line() {
    let mut seen = BTreeSet::new();
    for (path, text) in pages() {
        let line = text.lines().find(|line| line.starts_with("<body ")).unwrap_or_else(|| panic!("{path}: no body"));
        let body = tags(line).remove(0);
        let [page, kind] = ["data-page", "data-kind"].map(|name| body.get(name).unwrap_or_default().to_owned());
        assert!(KINDS.contains(&kind.as_str()) && !page.is_empty(), "{path}: {line}");
        let lang = path.split('/').next().unwrap_or_default();
        assert!(seen.insert((lang, page.clone())), "{path}: a second page {page} in {lang}");
    }
    assert!(seen.len() >= 34, "{} pages", seen.len());
}

#[test]
fn a_page_has_one_title_one_main_part_and_a_way_to_it() {
    for (path, text) in html().filter(|(_, text)| !text.contains("http-equiv=\"refresh\"")) {
        let all = tags(text);
        let count = |name: &str| all.iter().filter(|tag| tag.name == name).count();
        assert_eq!((count("h1"), count("main")), (1, 1), "{path}");
        let head = text.split("</head>").next().unwrap_or_default();
        assert_eq!(head.matches("<title>").count(), 1, "{path}");
        assert!(all.iter().any(|tag| tag.name == "main" && tag.get("id") == Some("main")), "{path}");
        let is_skip = |tag: &crate::support::Tag| tag.name == "a" && tag.get("href") == Some("#main");
        let is_choice = path == "index.html";
        assert!(is_choice || all.iter().find(|tag| tag.name == "a").is_some_and(is_skip), "{path}: no skip link");
    }
}

#[test]
fn a_page_names_its_language() {
    for (path, text) in html() {
        let html = tags(text).into_iter().find(|tag| tag.name == "html").unwrap_or_else(|| panic!("{path}: no html"));
        let lang = html.get("lang").unwrap_or_default();
        let beside = path.strip_prefix("offline-").and_then(|rest| rest.strip_suffix(".html")).unwrap_or("fi");
        let expected = path.split_once('/').map_or(beside, |(folder, _)| folder);
        assert_eq!(lang, expected, "{path}");
    }
}

#[test]
fn an_id_stands_once_on_a_page() {
    for (path, text) in html() {
        let mut seen = BTreeSet::new();
        for id in tags(text).iter().filter_map(|tag| tag.get("id")) {
            assert!(!id.is_empty() && seen.insert(id.to_owned()), "{path}: id {id:?} again");
        }
    }
}

#[test]
fn what_names_another_element_names_one_that_is_there() {
    for (path, text) in html() {
        let all = tags(text);
        let ids: BTreeSet<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
        for tag in &all {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                let named = tag.get(name).into_iter().flat_map(str::split_whitespace);
                named.for_each(|id| assert!(ids.contains(id), "{path}: {name}={id} names nothing"));
            }
        }
    }
}

#[test]
fn nothing_is_inline_but_data() {
    for (path, text) in html() {
        for tag in tags(text) {
            let is_handler = |(name, _): &(String, String)| name == "style" || name.starts_with("on");
            assert!(!tag.attributes.iter().any(is_handler), "{path}: {tag:?}");
            assert_ne!(tag.name, "style", "{path}");
            let is_data = tag.get("type") == Some("application/json");
            assert!(tag.name != "script" || is_data || tag.get("src").is_some(), "{path}: {tag:?}");
            if is_data {
                let end = text[tag.end..].find("</script>").expect("a script ends");
                let data: Result<serde_json::Value, _> = serde_json::from_str(&text[tag.end..tag.end + end]);
                assert!(data.is_ok() && tag.get("id").is_some(), "{path}: {tag:?}");
            }
        }
    }
}

#[test]
fn every_page_carries_the_policy() {
    let policy = "content=\"default-src 'self'; connect-src 'self'\"";
    for (path, text) in html().filter(|(_, text)| !text.contains("http-equiv=\"refresh\"")) {
        let head = text.split("<link").next().unwrap_or_default();
        assert!(head.contains(policy), "{path}: the policy stands before anything is fetched");
    }
}

#[test]
fn every_image_has_an_alternative() {
    for (path, text) in html() {
        for tag in tags(text).into_iter().filter(|tag| tag.name == "img") {
            assert!(tag.get("alt").is_some(), "{path}: {tag:?}");
        }
    }
}

#[test]
fn no_template_left_its_own_marks() {
    for (path, text) in html() {
        for mark in ["{{", "{%", "{#", "data-id=", "\u{e000}", "\u{e001}"] {
            assert!(!text.contains(mark), "{path}: {mark:?}");
        }
    }
}

#[test]
fn a_chapter_says_which_of_its_series_it_is() {
    let (_, text) = html().find(|(path, _)| *path == "en/theses/flow/index.html").expect("the chapter on flow");
    assert!(text.contains("Thesis 4 of 7"), "{text}");
}
