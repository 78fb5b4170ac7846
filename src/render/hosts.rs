//! What hosts ask for: headers, redirects, and the files an author wants at the root as they are (`root/` of a layer:
//! `CNAME`, `favicon.ico`, `.well-known/…`). Such files speak about one address, so they never pass upward.

use std::fmt::Write;

use crate::diagnostics::{Diagnostics, Place};
use crate::files::Files;
use crate::layers::Sources;
use crate::site::Site;

use super::Shelf;
use super::offline::{self, SCRIPT, WORKER};
use super::root::POLICY;

/// The folder of a layer whose files go to the top of the output.
const FOLDER: &str = "root/";

const HEADERS: &str = "_headers";
const REDIRECTS: &str = "_redirects";

/// Beyond the page's own policy, which cannot say these: nobody frames a page, and no form leads out.
const HEADER_POLICY: &str = "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/// Names a browser or a build would take for its own.
const RESERVED: &[&str] = &["portaat-manifest.json", ".portaat-tmp"];

/// What hosts read about the site.
pub(super) fn add(files: &mut Files, shelves: &[Shelf]) {
    let Some(site) = shelves.first().map(|shelf| shelf.site) else {
        return;
    };
    files.insert(HEADERS, headers(site, shelves.first().is_some_and(offline::is_on)));
    if let Some(redirects) = redirects(shelves) {
        files.insert(REDIRECTS, redirects);
    }
}

/// The path the site stands at, with slashes around it.
fn path(site: &Site) -> String {
    let url = site.config.base_url.as_deref().unwrap_or_default();
    format!("/{}", url.splitn(4, '/').nth(3).unwrap_or_default())
}

fn headers(site: &Site, has_worker: bool) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {POLICY}; {HEADER_POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    );
    // A host applies these from its own root, whether or not the site stands below a path there.
    let mut paths = vec!["/".to_owned(), path(site)];
    paths.dedup();
    for path in paths {
        let _ = writeln!(text, "{path}assets/*\n  Cache-Control: public, max-age=31536000, immutable");
        for file in [WORKER, SCRIPT].iter().filter(|_| has_worker) {
            let _ = writeln!(text, "{path}{file}\n  Cache-Control: no-cache");
        }
    }
    text
}

/// Earlier addresses for hosts that redirect by themselves; elsewhere the pages at those addresses do it.
fn redirects(shelves: &[Shelf]) -> Option<String> {
    let mut text = String::new();
    for shelf in shelves {
        let (book, path) = (shelf.book, path(shelf.site));
        for placed in book.pages.values().filter(|placed| placed.page.lang == book.lang) {
            for alias in &placed.page.meta.aliases {
                let to = placed.address.trim_end_matches("index.html");
                let _ = writeln!(text, "{path}{}/{}/ {path}{to} 301", book.lang, alias.value.trim_matches('/'));
            }
        }
    }
    (!text.is_empty()).then_some(text)
}

/// The author's own files, when everything else is there.
pub(super) fn add_own(files: &mut Files, sources: &Sources, diagnostics: &mut Diagnostics) {
    let top = sources.top();
    for (inside, bytes) in top.files.0.iter().filter(|(path, _)| path.starts_with(FOLDER)) {
        let name = &inside[FOLDER.len()..];
        if matches!(name, HEADERS | REDIRECTS) {
            append(files, name, bytes);
        } else if let Some(taken) = taken(files, name) {
            let message = format!("the handbook writes `{taken}` itself, so this file has no place");
            let finding = diagnostics.error(&Place::file(&top.file(inside)), message);
            finding.hint("rename it or take it out; `_headers` and `_redirects` are joined with ours");
        } else {
            files.insert(name, bytes.clone());
        }
    }
}

/// Whose place a file would take: a file's of that name in any case, a folder's, or a file's that would have to be one.
fn taken(files: &Files, name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let is_below = |path: &str, folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let clash = |there: &str| {
        let there = there.to_lowercase();
        let is_folder = is_below(&there, &name);
        let is_taken = is_folder || there == name || is_below(&name, &there);
        is_taken.then(|| if is_folder { format!("{name}/") } else { there })
    };
    files.0.keys().map(String::as_str).chain(RESERVED.iter().copied()).find_map(clash)
}

/// The author's lines come after ours, where hosts let them add or overrule.
fn append(files: &mut Files, name: &str, bytes: &[u8]) {
    let mut all = files.0.get(name).map(|ours| ours.to_vec()).unwrap_or_default();
    all.extend_from_slice(bytes);
    if !all.ends_with(b"\n") {
        all.push(b'\n');
    }
    files.insert(name.to_owned(), all);
}
