//! The answers of the preview, asked as a browser or an attacker would, without a socket.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::live::State;
use super::super::{Choice, Rebuilt, Source};
use crate::files::Files;

use super::*;

const SCRIPT: &str = "defer src=\"/__portaat/live.js\"></script></head>";

fn files(edition: Option<&str>) -> Files {
    let page = |text: &str| format!("<html><head></head><body data-page=\"{text}\">{text}").into();
    let mut files = BTreeMap::from([
        ("index.html".to_owned(), page("root")),
        ("404.html".to_owned(), page("missing")),
        ("fi/index.html".to_owned(), page("home")),
        ("fi/teesit/index.html".to_owned(), page("teesit")),
        ("fi/ä b/index.html".to_owned(), page("odd")),
        ("assets/site.css".to_owned(), "a{}".into()),
    ]);
    if edition.is_some() {
        files.insert("fi/väitteet/index.html".to_owned(), page("teesit"));
        files.remove("fi/teesit/index.html");
    }
    Files(files)
}

fn rebuilt(edition: Option<&str>) -> Rebuilt {
    Rebuilt {
        files: Some(files(edition)),
        findings: "a note".to_owned(),
        editions: vec!["acme".to_owned()],
        ..Rebuilt::default()
    }
}

fn editions(first: Option<&str>, build: fn(Option<&str>) -> Rebuilt) -> Editions {
    let choices = || {
        let languages = vec!["fi".to_owned(), "en".to_owned()];
        vec![
            Choice { edition: None, languages: languages.clone() },
            Choice { edition: Some("acme".to_owned()), languages },
        ]
    };
    let editions =
        Editions::new(Source { build: Box::new(build), editions: Box::new(choices) }, first.map(str::to_owned));
    editions.state(first);
    editions
}

fn published(rebuilt: Rebuilt) -> Arc<Snapshot> {
    let state = State::default();
    state.publish(rebuilt);
    state.current()
}

fn head(method: &str, target: &str, host: &str) -> Head {
    Head { method: method.to_owned(), target: target.to_owned(), hosts: vec![host.to_owned()] }
}

fn ask(method: &str, target: &str, host: &str) -> Reply {
    reply(&head(method, target, host), "127.0.0.1", &editions(None, rebuilt))
}

#[track_caller]
fn get(target: &str) -> Answer {
    match ask("GET", target, "localhost:3000") {
        Reply::Now(answer) => answer,
        Reply::AfterNews { .. } => panic!("{target} waits for news"),
    }
}

fn body(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

#[test]
fn folders_show_their_index_with_the_script_in_its_head() {
    for (target, text) in
        [("/", "root"), ("/fi/teesit/", "teesit"), ("/fi/teesit/?q=1", "teesit"), ("/%66i/teesit/", "teesit")]
    {
        let answer = get(target);
        assert_eq!((answer.status, answer.content_type), (200, media::HTML), "{target}");
        assert!(body(&answer).ends_with(&format!("{SCRIPT}<body data-page=\"{text}\">{text}")), "{target}");
    }
}

#[test]
fn other_files_are_sent_as_they_are() {
    assert_eq!(get("/assets/site.css"), found(media::STYLE, "a{}".into()));
}

/// A page that was kept in the browser would be yesterday's.
#[test]
fn the_preview_keeps_no_pages_and_dismisses_what_does() {
    let built = |_: Option<&str>| {
        let mut all = files(None);
        all.insert("sw.js", "keeps pages");
        all.insert("offline.js", "asks for it");
        Rebuilt { files: Some(all), findings: String::new(), editions: vec!["acme".to_owned()], later: None }
    };
    for (target, text) in [("/sw.js", "unregister"), ("/acme/sw.js", "unregister"), ("/offline.js", "")] {
        let head = head("GET", target, "localhost");
        let Reply::Now(answer) = reply(&head, "127.0.0.1", &editions(None, built)) else { panic!("waits") };
        assert_eq!((answer.status, answer.content_type), (200, media::SCRIPT), "{target}");
        assert!(body(&answer).contains(text) && !body(&answer).contains("keeps pages"), "{target}");
        assert_eq!(body(&answer).is_empty(), text.is_empty(), "{target}");
    }
    assert!(include_str!("live.js").contains("dismissWorkers().catch"));
}

#[test]
fn a_folder_without_its_slash_is_redirected() {
    for (target, location) in
        [("/fi/teesit", "/fi/teesit/"), ("/fi/teesit?a=b", "/fi/teesit/?a=b"), ("/fi/%C3%A4%20b", "/fi/%C3%A4%20b/")]
    {
        let answer = get(target);
        assert_eq!((answer.status, answer.header), (302, Some(("Location", location.to_owned()))));
    }
}

#[test]
fn what_was_not_built_is_the_404_page() {
    let long = format!("/{}", "a".repeat(8000));
    for target in [
        "/nope",
        "/en/",
        "/..",
        "/fi/../index.html",
        "/%2e%2e/etc/passwd",
        "/%00",
        "//evil.example",
        "//fi/teesit",
        "/fi/teesit//",
        "/assets/site.css/",
        "/__portaat/",
        &long,
    ] {
        let answer = get(target);
        assert_eq!((answer.status, answer.header.clone()), (404, None), "{target}");
        assert!(body(&answer).ends_with("missing") && body(&answer).contains(SCRIPT), "{target}");
    }
}

#[test]
fn broken_requests_are_refused() {
    let too_long = format!("/{}", "a".repeat(9000));
    for (target, status) in [
        ("/%", 400),
        ("/%zz", 400),
        ("/%ff", 400),
        ("", 400),
        ("*", 400),
        ("/\0", 400),
        ("/fi/teesit?a\rSet-Cookie: b", 400),
        ("http://evil.example/", 400),
        (&too_long, 414),
    ] {
        assert_eq!(get(target).status, status, "{target}");
    }
}

#[test]
fn only_reading_is_allowed() {
    let Reply::Now(answer) = ask("POST", "/", "localhost") else { panic!("waits") };
    assert_eq!((answer.status, answer.header), (405, Some(("Allow", "GET, HEAD".to_owned()))));
    assert!(matches!(ask("HEAD", "/", "localhost"), Reply::Now(Answer { status: 200, .. })));
}

#[test]
fn strange_hosts_get_nothing_at_all() {
    for target in ["/", "/__portaat/live.js", "/__portaat/events", "/%zz"] {
        assert!(matches!(ask("GET", target, "evil.example"), Reply::Now(Answer { status: 403, .. })), "{target}");
    }
}

#[test]
fn a_page_that_asks_for_events_waits_for_what_it_does_not_know() {
    for (target, edition, known) in [
        ("/__portaat/events", None, ""),
        ("/__portaat/events?since=ab-false-0", None, "ab-false-0"),
        ("/__portaat/events?x", None, ""),
        ("/__portaat/events?edition=acme&since=ab", Some("acme"), "ab"),
        ("/__portaat/events?edition=&since=ab", None, "ab"),
    ] {
        let edition = edition.map(str::to_owned);
        assert_eq!(ask("GET", target, "localhost"), Reply::AfterNews { edition, known: known.to_owned() });
    }
}

#[test]
fn news_tell_build_state_outcome_and_findings() {
    let site = published(rebuilt(None));
    let expected = format!("{}\n{}\nfalse\na note", site.build, site.state);
    assert_eq!(body(&news(&site)), expected);
}

#[test]
fn before_the_first_good_build_every_page_says_so_and_waits() {
    let broken = |_: Option<&str>| Rebuilt { files: None, findings: "error: broken".to_owned(), ..Rebuilt::default() };
    let nothing = editions(None, broken);
    let head = head("GET", "/fi/", "localhost");
    let Reply::Now(answer) = reply(&head, "127.0.0.1", &nothing) else { panic!("waits") };
    assert_eq!(answer.status, 503);
    assert!(body(&answer).contains(SCRIPT) && body(&answer).contains("<h1>Nothing is built yet</h1>"));
}

#[test]
fn an_edition_lies_below_its_id_and_its_pages_say_so() {
    let answer = get("/acme/fi/v%C3%A4itteet/");
    assert_eq!(answer.status, 200);
    assert!(body(&answer).contains("<script data-edition=\"acme\" data-build="), "{}", body(&answer));
    assert!(body(&get("/fi/teesit/")).contains("<script data-edition=\"\" data-build="));
    assert_eq!(get("/acme/assets/site.css"), found(media::STYLE, b"a{}".to_vec()));
    assert_eq!(get("/acme/fi/teesit/").status, 404);
    for (target, place) in [("/acme", "/acme/"), ("/acme?a=b", "/acme/?a=b"), ("/acme/fi", "/acme/fi/")] {
        assert_eq!(get(target).header, Some(("Location", place.to_owned())), "{target}");
    }
}

#[test]
fn the_edition_that_was_asked_for_is_the_first_thing_one_sees() {
    let editions = editions(Some("acme"), rebuilt);
    let go = |target: &str| match reply(&head("GET", target, "localhost"), "127.0.0.1", &editions) {
        Reply::Now(answer) => answer,
        Reply::AfterNews { .. } => panic!("{target} waits for news"),
    };
    assert_eq!(go("/").header, Some(("Location", "/acme/".to_owned())));
    assert!(body(&go("/index.html")).ends_with("root"), "the base is still there");
}

#[test]
fn the_switcher_is_told_what_there_is_and_led_to_the_same_page() {
    assert_eq!(body(&get("/__portaat/editions")), "\tfi en\nacme\tfi en\n");
    for (query, place) in [
        ("edition=acme&lang=fi&page=teesit", "/acme/fi/v%C3%A4itteet/index.html"),
        ("edition=&lang=fi&page=teesit", "/fi/teesit/index.html"),
        ("edition=acme&lang=fi&page=nowhere", "/acme/fi/index.html"),
        ("edition=acme&lang=sv&page=teesit", "/acme/index.html"),
        ("edition=acme&lang=&page=teesit", "/acme/index.html"),
        ("edition=%2F%2Fevil.example&lang=fi&page=teesit", "/fi/teesit/index.html"),
        ("lang=..&page=%22", "/index.html"),
    ] {
        let answer = get(&format!("/__portaat/go?{query}"));
        assert_eq!((answer.status, answer.header), (302, Some(("Location", place.to_owned()))), "{query}");
    }
}
