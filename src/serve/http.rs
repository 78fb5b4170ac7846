//! From request to answer, without sockets: who may ask, which file is meant, what is sent along.
//!
//! Files come from a map by their exact path, so nothing a request can write (`..`, NUL, doubled slashes) reaches
//! anything that was not built; such paths are simply not there.

use super::live::Snapshot;
use super::request::Head;
use super::{host, inject, media, percent};

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
        known: String,
    },
}

pub fn reply(head: &Head, bind: &str, snapshot: &Snapshot) -> Reply {
    let (path, query) = head.target.split_once('?').unwrap_or((&head.target, ""));
    if let Some(status) = refusal(head, bind) {
        return Reply::Now(refused(status));
    }
    if path == "/__portaat/events" {
        let known = query.strip_prefix("since=").unwrap_or_default().to_owned();
        return Reply::AfterNews { known };
    }
    Reply::Now(match percent::decode(path) {
        Some(path) => file(&path, query, snapshot),
        None => refused(400),
    })
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

fn file(path: &str, query: &str, snapshot: &Snapshot) -> Answer {
    match path {
        "/__portaat/live.js" => return found(media::SCRIPT, include_bytes!("live.js").to_vec()),
        "/__portaat/live.css" => return found(media::STYLE, include_bytes!("live.css").to_vec()),
        _ if snapshot.build.is_empty() => {
            return page(503, &notice("Nothing is built yet"), snapshot);
        }
        _ => {}
    }
    let key = path.strip_prefix('/').unwrap_or(path);
    let has = |key: &str| snapshot.files.0.contains_key(key);
    if key.is_empty() || key.ends_with('/') {
        existing(&format!("{key}index.html"), snapshot)
    } else if !has(key) && has(&format!("{key}/index.html")) {
        redirect(key, query)
    } else {
        existing(key, snapshot)
    }
}

fn existing(key: &str, snapshot: &Snapshot) -> Answer {
    let files = &snapshot.files.0;
    match (files.get(key), media::of(key)) {
        (Some(body), media::HTML) => page(200, body, snapshot),
        (Some(body), content_type) => found(content_type, body.clone()),
        (None, _) => missing(snapshot),
    }
}

fn missing(snapshot: &Snapshot) -> Answer {
    let own = snapshot.files.0.get("404.html").cloned();
    page(404, &own.unwrap_or_else(|| notice("Not found")), snapshot)
}

/// Built from the name of a folder that exists, never from what was sent, so it cannot lead to another host.
fn redirect(folder: &str, query: &str) -> Answer {
    let mark = if query.is_empty() { "" } else { "?" };
    let place = format!("/{}/{mark}{query}", percent::encode(folder));
    Answer { header: Some(("Location", place)), ..text(302, "") }
}

fn page(status: u16, body: &[u8], snapshot: &Snapshot) -> Answer {
    Answer { status, ..found(media::HTML, inject::script(body, &snapshot.build)) }
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
