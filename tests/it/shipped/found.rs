//! What others find of the shipped handbook once it has an address: each claim is parsed and held against the output.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Tag, tags};

use super::built::{addressed, pages};

const BASE: &str = "https://example.org/book/";

/// A page with an address: its path and its head.
fn heads() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = addressed().0.iter().filter(|(path, _)| path.ends_with("index.html"));
    let texts = files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")));
    // What is printed says what the pages say, and names them as the original.
    let pages = texts.filter(|(path, text)| !text.contains("http-equiv=\"refresh\"") && !path.contains("/print/"));
    pages.map(|(path, text)| (path, text.split("</head>").next().unwrap_or_default()))
}

fn url(path: &str) -> String {
    format!("{BASE}{}", path.trim_end_matches("index.html"))
}

/// The output file at an address, which must be there.
#[track_caller]
fn file(url: &str) -> &'static [u8] {
    let path = url.strip_prefix(BASE).unwrap_or_else(|| panic!("{url} is elsewhere"));
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    addressed().0.get(&path).unwrap_or_else(|| panic!("{url} leads nowhere"))
}

fn links<'t>(all: &'t [Tag], relation: &str) -> Vec<&'t Tag> {
    all.iter().filter(|tag| tag.name == "link" && tag.get("rel") == Some(relation)).collect()
}

fn alternates(all: &[Tag]) -> BTreeSet<(String, String)> {
    let named = |tag: &&Tag| Some((tag.get("hreflang")?.to_owned(), tag.get("href")?.to_owned()));
    links(all, "alternate").iter().filter_map(named).collect()
}

#[test]
fn every_page_has_a_title_and_a_sentence_that_no_other_has() {
    let mut seen = BTreeSet::new();
    for (path, text) in pages() {
        let lang = path.split('/').next().unwrap_or_default();
        let title = text.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
        let all = tags(text);
        let sentence = all.iter().find(|tag| tag.get("name") == Some("description")).and_then(|tag| tag.get("content"));
        let sentence = sentence.unwrap_or_default();
        assert!(!title.is_empty() && (40..=170).contains(&sentence.chars().count()), "{path}: {title}: {sentence}");
        for words in [title, sentence] {
            assert!(seen.insert((lang, words.to_owned())), "{path}: {words} again");
        }
    }
    assert!(seen.len() > 250, "{}", seen.len());
}

#[test]
fn every_page_names_itself_and_its_translations_and_they_name_it() {
    let mut sets: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for (path, head) in heads() {
        let all = tags(head);
        let own = links(&all, "canonical");
        assert_eq!(own.len(), 1, "{path}");
        assert_eq!(own[0].get("href"), Some(url(path).as_str()));
        let set = alternates(&all);
        let home = if path.matches('/').count() < 2 { 3 } else { 2 };
        assert_eq!(set.len(), home, "{path}: {set:?}");
        assert!(
            set.iter().any(|(lang, to)| *to == url(path) && (path.starts_with(lang) || lang == "x-default")),
            "{path}"
        );
        sets.insert(url(path), set);
    }
    for (url, set) in &sets {
        for (_, other) in set {
            assert_eq!(sets.get(other), Some(set), "{url} and {other}");
        }
    }
}

#[test]
fn a_shared_link_shows_title_sentence_and_a_picture_that_is_there() {
    for (path, head) in heads() {
        let all = tags(head);
        let meta = |name: &str| {
            let of = |tag: &&Tag| tag.get("property") == Some(name) || tag.get("name") == Some(name);
            all.iter().find(of).and_then(|tag| tag.get("content")).unwrap_or_else(|| panic!("{path}: no {name}"))
        };
        let kind = meta("og:type");
        assert!(["article", "book", "website"].contains(&kind), "{path}: {kind}");
        assert_eq!(kind == "book", path.matches('/').count() == 1, "{path}: {kind}");
        assert_eq!(meta("og:url"), url(path));
        let locales = [meta("og:locale"), meta("og:locale:alternate")];
        let english = path.starts_with("en/");
        assert_eq!(locales, if english { ["en_GB", "fi_FI"] } else { ["fi_FI", "en_GB"] }, "{path}");
        for name in ["og:title", "og:description", "og:site_name", "og:image:alt"] {
            assert!(!meta(name).is_empty(), "{path}: {name}");
        }
        let size = imagesize::blob_size(file(meta("og:image"))).expect("a picture");
        assert_eq!((size.width, size.height), (1200, 630), "{path}");
        assert_eq!([meta("og:image:width"), meta("og:image:height")], ["1200", "630"]);
        assert_eq!(meta("twitter:card"), "summary_large_image");
    }
}

#[test]
fn search_engines_are_told_of_a_book_and_its_chapters() {
    let (mut books, mut positions) = (0, BTreeSet::new());
    for (path, head) in heads() {
        let Some(data) = head.split("<script type=\"application/ld+json\">").nth(1) else {
            let is_tool = path == "index.html" || path.contains("/arvio/") || path.contains("/assessment/");
            assert!(is_tool, "{path} says nothing");
            continue;
        };
        let data = data.split("</script>").next().unwrap_or_default();
        let data: Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}: {data}"));
        let lang = path.split('/').next().unwrap_or_default();
        assert_eq!((&data["@context"], &data["inLanguage"]), (&"https://schema.org".into(), &lang.into()), "{path}");
        assert_eq!(data["url"], url(path));
        assert!(data["name"].as_str().is_some_and(|name| !name.is_empty()), "{path}");
        let home = url(&format!("{lang}/index.html"));
        if data["@type"] == "Book" {
            books += 1;
            assert_eq!((&data["@id"], &data["publisher"]["@type"]), (&home.as_str().into(), &"Organization".into()));
            file(data["image"].as_str().unwrap_or_default());
            file(data["workTranslation"][0]["@id"].as_str().unwrap_or_default());
        } else {
            assert_eq!((&data["@type"], &data["isPartOf"]["@id"]), (&"Chapter".into(), &home.into()), "{path}");
            assert!(positions.insert((lang, data["position"].as_u64())), "{path}: {}", data["position"]);
        }
    }
    assert!(books == 2 && positions.len() > 100, "{books}, {}", positions.len());
}

#[test]
fn the_site_map_lists_each_page_once_with_its_translations() {
    let map = addressed().text("sitemap.xml").expect("a map");
    balanced(map);
    let mut listed = BTreeSet::new();
    for entry in map.split("<url>").skip(1) {
        let loc = entry.split("<loc>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
        assert!(listed.insert(loc.to_owned()), "{loc} again");
        let page = std::str::from_utf8(file(loc)).expect("a page");
        let named = |tag: Tag| Some((tag.get("hreflang")?.to_owned(), tag.get("href")?.to_owned()));
        let alternates_there: BTreeSet<_> = tags(entry).into_iter().filter_map(named).collect();
        assert_eq!(alternates_there, alternates(&tags(page)), "{loc}");
    }
    let wanted: BTreeSet<String> = heads().map(|(path, _)| url(path)).collect();
    assert_eq!(listed, wanted);
    assert!(map.contains("<lastmod>2026-11-22</lastmod>"));
}

#[test]
fn each_language_has_a_feed_that_its_pages_lead_to() {
    for lang in ["fi", "en"] {
        let feed = addressed().text(&format!("{lang}/feed.xml")).expect("a feed");
        balanced(feed);
        assert!(feed.contains(&format!("xml:lang=\"{lang}\"")) && !feed.contains('\u{ad}'), "{feed}");
        let count = |tag: &str| feed.matches(&format!("<{tag}>")).count();
        assert!(
            count("entry") >= 5 && count("summary") == count("entry") && count("id") == count("entry") + 1,
            "{feed}"
        );
        for id in feed.split("<id>").skip(1).filter_map(|rest| rest.split('<').next()) {
            file(id);
        }
    }
    for (path, head) in heads().filter(|(path, _)| path.contains('/')) {
        let all = tags(head);
        let feeds: Vec<&Tag> = links(&all, "alternate").into_iter().filter(|tag| tag.get("type").is_some()).collect();
        let lang = path.split('/').next().unwrap_or_default();
        assert_eq!(feeds.len(), 1, "{path}");
        let up = "../".repeat(path.matches('/').count());
        assert_eq!(feeds[0].get("href"), Some(format!("{up}{lang}/feed.xml").as_str()), "{path}");
    }
}

#[test]
fn programs_find_every_section_in_each_language() {
    let text = addressed().text("llms.txt").expect("a list");
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    assert!(linked.map(file).count() > 100 && text.matches("\n## ").count() >= 12 && text.starts_with("# "), "{text}");
    assert!(text.lines().filter(|line| line.starts_with("- [")).all(|line| line.contains("): ")), "{text}");
}

/// Every element that is opened is closed, in order.
#[track_caller]
fn balanced(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in xml.split('<').skip(2) {
        let tag = part.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{part}"),
            None if tag.ends_with('/') => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
