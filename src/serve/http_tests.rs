//! The answers of the preview, asked as a browser or an attacker would, without a socket.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::Rebuilt;
use super::super::live::State;
use crate::files::Files;

use super::*;

const SCRIPT: &str = "defer src=\"/__portaat/live.js\"></script></head>";

fn site() -> Arc<Snapshot> {
    let page = |text: &str| format!("<html><head></head><body>{text}").into_bytes();
    let files = BTreeMap::from([
        ("index.html".to_owned(), page("root")),
        ("404.html".to_owned(), page("missing")),
        ("fi/teesit/index.html".to_owned(), page("teesit")),
        ("fi/ä b/index.html".to_owned(), page("odd")),
        ("assets/site.css".to_owned(), b"a{}".to_vec()),
    ]);
    published(Rebuilt { files: Some(Files(files)), findings: "a note".to_owned() })
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
    reply(&head(method, target, host), "127.0.0.1", &site())
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
        assert!(body(&answer).ends_with(&format!("{SCRIPT}<body>{text}")), "{target}");
    }
}

#[test]
fn other_files_are_sent_as_they_are() {
    assert_eq!(get("/assets/site.css"), found(media::STYLE, b"a{}".to_vec()));
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
        "/fi/",
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
    for (target, known) in
        [("/__portaat/events", ""), ("/__portaat/events?since=ab-false-0", "ab-false-0"), ("/__portaat/events?x", "")]
    {
        assert_eq!(ask("GET", target, "localhost"), Reply::AfterNews { known: known.to_owned() });
    }
}

#[test]
fn news_tell_build_state_outcome_and_findings() {
    let site = site();
    let expected = format!("{}\n{}\nfalse\na note", site.build, site.state);
    assert_eq!(body(&news(&site)), expected);
}

#[test]
fn before_the_first_good_build_every_page_says_so_and_waits() {
    let nothing = published(Rebuilt { files: None, findings: "error: broken".to_owned() });
    let head = head("GET", "/fi/", "localhost");
    let Reply::Now(answer) = reply(&head, "127.0.0.1", &nothing) else { panic!("waits") };
    assert_eq!(answer.status, 503);
    assert!(body(&answer).contains(SCRIPT) && body(&answer).contains("<h1>Nothing is built yet</h1>"));
}
