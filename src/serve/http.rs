//! From request to answer, without sockets: who may ask, which file is meant, what is sent along.
//!
//! Files come from a map by their exact path, so nothing a request can write (`..`, NUL, doubled slashes) reaches
//! anything that was not built; such paths are simply not there.

use super::editions::Editions;
use super::live::Snapshot;
use super::request::Head;
use super::{host, inject, media, percent, switch};

const LONGEST_TARGET: usize = 8192;

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub content_type: &'static str,
    /// One more header: where to go, or what is allowed.
    pub header: Option<(&'static str, String)>,
    pub body: Vec<u8>,
}

#[derive(Debug, PartialEq)]
pub enum Reply {
    Now(Answer),
    /// To be answered with `news` once the state is no longer the one the page knows.
    AfterNews {
        edition: Option<String>,
        known: String,
    },
}

/// A build, and which one it is.
struct Shown<'a> {
    edition: Option<&'a str>,
    snapshot: &'a Snapshot,
}

pub fn reply(head: &Head, bind: &str, editions: &Editions) -> Reply {
    let (path, query) = head.target.split_once('?').unwrap_or((&head.target, ""));
    if let Some(status) = refusal(head, bind) {
        return Reply::Now(refused(status));
    }
    let edition = field(query, "edition").filter(|id| !id.is_empty());
    Reply::Now(match path {
        "/__portaat/events" => {
            return Reply::AfterNews { edition, known: field(query, "since").unwrap_or_default() };
        }
        "/__portaat/editions" => text(200, &switch::list(&editions.choices())),
        "/__portaat/go" => {
            let [lang, page] = ["lang", "page"].map(|name| field(query, name).unwrap_or_default());
            let place = switch::place(edition.as_deref(), &lang, &page, editions);
            Answer { header: Some(("Location", place)), ..text(302, "") }
        }
        "/__portaat/live.js" => found(media::SCRIPT, include_bytes!("live.js").to_vec()),
        "/__portaat/live.css" => found(media::STYLE, include_bytes!("live.css").to_vec()),
        "/" if editions.first().is_some() => redirect(editions.first().unwrap_or_default(), query),
        _ => {
            return Reply::Now(
                percent::decode(path).map_or_else(|| refused(400), |path| page_of(&path, query, editions)),
            );
        }
    })
}

/// A field of the address; `None` when it is not there or cannot be read.
fn field(query: &str, name: &str) -> Option<String> {
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    fields.find(|(key, _)| *key == name).and_then(|(_, value)| percent::decode(value))
}

fn page_of(path: &str, query: &str, editions: &Editions) -> Answer {
    let (edition, rest) = editions.route(path);
    if let Some(id) = edition.as_deref().filter(|_| rest.is_empty()) {
        return redirect(id, query);
    }
    let snapshot = editions.state(edition.as_deref()).current();
    file(rest, query, &Shown { edition: edition.as_deref(), snapshot: &snapshot })
}

/// What a page learns: the build, the state to ask from next, whether the last rebuild failed, then the findings.
pub fn news(snapshot: &Snapshot) -> Answer {
    let Snapshot { build, state, .. } = snapshot;
    let (failed, findings) = (snapshot.failed, &snapshot.findings);
    text(200, &format!("{build}\n{state}\n{failed}\n{findings}"))
}

/// Why a request is turned away, said briefly: it is not ours, or the client is broken.
pub fn refused(status: u16) -> Answer {
    let reason = match status {
        403 => "the preview answers only to its own host names",
        405 => "the preview only answers GET and HEAD",
        414 | 431 => "the request is too long",
        505 => "the preview speaks HTTP/1.0 and HTTP/1.1",
        _ => "the request cannot be read",
    };
    let header = (status == 405).then(|| ("Allow", "GET, HEAD".to_owned()));
    Answer { header, ..text(status, &format!("{status}: {reason}\n")) }
}

fn refusal(head: &Head, bind: &str) -> Option<u16> {
    let target = &head.target;
    if !host::is_ours(&head.hosts, bind) {
        Some(403)
    } else if !["GET", "HEAD"].contains(&head.method.as_str()) {
        Some(405)
    } else if target.len() > LONGEST_TARGET {
        Some(414)
    } else {
        // Control characters could end a header of the answer and start another.
        (!target.starts_with('/') || target.contains(char::is_control)).then_some(400)
    }
}

fn file(path: &str, query: &str, shown: &Shown) -> Answer {
    if shown.snapshot.build.is_empty() {
        return page(503, &notice("Nothing is built yet"), shown);
    }
    let key = path.strip_prefix('/').unwrap_or(path);
    let has = |key: &str| shown.snapshot.get(key).is_some();
    if key.is_empty() || key.ends_with('/') {
        existing(&format!("{key}index.html"), shown)
    } else if !has(key) && has(&format!("{key}/index.html")) {
        redirect(&switch::below(shown.edition, key), query)
    } else {
        existing(key, shown)
    }
}

fn existing(key: &str, shown: &Shown) -> Answer {
    // A preview that kept pages would show yesterday's text; so the worker is another one here, and no page asks for it.
    match key {
        "sw.js" => return found(media::SCRIPT, include_bytes!("farewell.js").to_vec()),
        "offline.js" => return found(media::SCRIPT, Vec::new()),
        _ => {}
    }
    match (shown.snapshot.get(key), media::of(key)) {
        (Some(body), media::HTML) => page(200, &body, shown),
        (Some(body), content_type) => found(content_type, body.to_vec()),
        (None, _) => missing(shown),
    }
}

fn missing(shown: &Shown) -> Answer {
    let own = shown.snapshot.get("404.html").map(|body| body.to_vec());
    page(404, &own.unwrap_or_else(|| notice("Not found")), shown)
}

/// Built from the name of a folder that exists, never from what was sent, so it cannot lead to another host.
fn redirect(folder: &str, query: &str) -> Answer {
    let mark = if query.is_empty() { "" } else { "?" };
    let place = format!("/{}/{mark}{query}", percent::encode(folder));
    Answer { header: Some(("Location", place)), ..text(302, "") }
}

fn page(status: u16, body: &[u8], shown: &Shown) -> Answer {
    let body = inject::script(body, shown.edition.unwrap_or_default(), &shown.snapshot.build);
    Answer { status, ..found(media::HTML, body) }
}

fn found(content_type: &'static str, body: Vec<u8>) -> Answer {
    Answer { status: 200, content_type, header: None, body }
}

fn text(status: u16, body: &str) -> Answer {
    Answer { status, ..found(media::TEXT, body.into()) }
}

fn notice(title: &str) -> Vec<u8> {
    let head = format!("<meta charset=\"utf-8\"><title>{title}</title>");
    format!("<!doctype html><html lang=\"en\"><head>{head}</head><body><h1>{title}</h1></body></html>").into()
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
