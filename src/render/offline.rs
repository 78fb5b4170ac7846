//! Reading without a network: the worker that keeps pages, what it may keep, and the file by which a device takes the
//! handbook for a program of its own.
//!
//! Whatever else is written, this comes last, because the worker knows everything by name and mark. A theme whose plan
//! does not list the scripts gets none of it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use tera::Context;
use xxhash_rust::xxh3::xxh3_64;

use crate::address::PageId;
use crate::brand::Image;
use crate::diagnostics::Diagnostics;
use crate::files::{Bytes, Files};
use crate::site::Placed;
use crate::theme::{self, strip};

use super::Shelf;
use super::root::OutsideView;
use super::value::view;

/// The scripts, styles and words, as the theme's plan lists them.
const PLAN: &str = "worker";
pub(super) const SCRIPT: &str = "offline.js";
pub(super) const WORKER: &str = "sw.js";
pub(super) const MANIFEST: &str = "manifest.webmanifest";

const SOURCE: &str = include_str!("offline/worker.js");

/// What a first visit may bring to the device unasked, in bytes.
const MOST: usize = 5_000_000;

/// What the worker knows of the handbook.
#[derive(Serialize)]
struct Handbook<'a> {
    version: String,
    /// Folders at the top that are this handbook's, and files there that are worth keeping.
    folders: Vec<&'a str>,
    files: Vec<&'a str>,
    /// Kept at the first visit: in any language, and in each.
    shell: Vec<&'a str>,
    shells: BTreeMap<&'a str, Vec<&'a str>>,
    /// Where all files of a language are listed.
    lists: BTreeMap<&'a str, String>,
}

/// All files of a language; a page with the mark of its text.
#[derive(Serialize)]
struct List<'a> {
    bytes: usize,
    files: Vec<(&'a str, &'a str)>,
}

/// Whether the theme reads without a network.
pub(super) fn is_on(shelf: &Shelf) -> bool {
    shelf.theme.plan.pages.contains_key(PLAN)
}

pub(super) fn add(files: &mut Files, shelves: &[Shelf], diagnostics: &mut Diagnostics) {
    let Some(first) = shelves.first().filter(|shelf| is_on(shelf)) else {
        return;
    };
    for shelf in shelves {
        match unsaved(shelf) {
            Ok((address, html)) => files.insert(address, html),
            Err(error) => return theme::report(&error, &shelf.site.config.theme, diagnostics),
        }
    }
    add_manifest(files, first);
    files.insert(SCRIPT, script(shelves));
    add_worker(files, shelves);
}

/// What is shown for a page that is not on the device.
fn unsaved(shelf: &Shelf) -> Result<(String, String), Box<tera::Error>> {
    let address = format!("offline-{}.html", shelf.lang());
    let needs = shelf.theme.plan.needs(&["home"]);
    let page = OutsideView::of(shelf, "offline", "unsaved.title", &address, &needs);
    let mut context = Context::new();
    context.insert_value("page", view(&page));
    context.insert_value("site", shelf.site_view(None, &address, &needs));
    context.insert_value("t", shelf.texts.clone());
    Ok((address, shelf.render("offline.html", &context)?))
}

/// The script of the pages, with its words in every language, as it is loaded by none of the pages' own data.
fn script(shelves: &[Shelf]) -> String {
    let of = |shelf: &Shelf| {
        let words = shelf.theme.strings.of(shelf.lang()).get("offline");
        (shelf.lang().to_string(), serde_json::to_value(words).unwrap_or_default())
    };
    let words: serde_json::Map<String, serde_json::Value> = shelves.iter().map(of).collect();
    let css = shelves.first().and_then(|shelf| shelf.assets.address("offline.css")).unwrap_or_default();
    let own = shelves.first().and_then(|shelf| shelf.theme.files.text("js/offline.js")).unwrap_or_default();
    let known = serde_json::json!({ "css": css, "words": words });
    format!("(globalThis.portaat ??= {{}}).offline = {known};\n{}", strip(own))
}

fn add_worker(files: &mut Files, shelves: &[Shelf]) {
    let marks: Vec<String> = files.0.par_iter().map(|(path, bytes)| mark(path, bytes)).collect();
    let marked: Vec<(&str, &Bytes, &str)> =
        files.0.iter().zip(&marks).map(|((path, bytes), mark)| (path.as_str(), bytes, mark.as_str())).collect();
    let lists: Vec<(String, String)> = shelves.iter().map(|shelf| list(shelf, shelves, &marked)).collect();
    let name = |shelf: &Shelf, (address, _): &(String, String)| (shelf.lang().to_string(), address.clone());
    let named: Vec<(String, String)> = shelves.iter().zip(&lists).map(|(shelf, list)| name(shelf, list)).collect();
    let (shell, shells) = shell(shelves, files);
    let top: Vec<(&str, &Bytes, &str)> = marked.iter().copied().filter(|(path, ..)| is_kept_top(path)).collect();
    let mut handbook = Handbook {
        version: String::new(),
        folders: shelves.iter().map(|shelf| &*shelf.lang().0).chain(["assets"]).collect(),
        files: top.iter().map(|(path, ..)| *path).collect(),
        shell,
        shells,
        lists: named.iter().map(|(lang, list)| (lang.as_str(), list.clone())).collect(),
    };
    let of_top: Vec<&str> = top.iter().map(|(.., mark)| *mark).collect();
    let everything = format!("{}{of_top:?}{SOURCE}", json(&handbook));
    handbook.version = format!("{:016x}", xxh3_64(everything.as_bytes()));
    let worker = format!("const handbook = {};\n{}", json(&handbook), strip(SOURCE));
    files.insert(WORKER, worker);
    for (address, list) in lists {
        files.insert(address, list);
    }
}

/// The names of assets hold their marks already.
fn mark(path: &str, bytes: &[u8]) -> String {
    if path.starts_with("assets/") { String::new() } else { format!("{:08x}", xxh3_64(bytes) >> 32) }
}

/// Files at the top that a reader's browser asks for.
fn is_kept_top(path: &str) -> bool {
    !path.contains('/') && (path.ends_with(".html") || path == SCRIPT || path == MANIFEST)
}

/// Everything of one language, as the output file of its list and what that holds.
fn list(shelf: &Shelf, shelves: &[Shelf], marked: &[(&str, &Bytes, &str)]) -> (String, String) {
    let own = format!("{}/", shelf.lang());
    let others: Vec<&str> =
        shelves.iter().map(|other| &*other.lang().0).filter(|lang| *lang != &*shelf.lang().0).collect();
    let is_wanted = |path: &str| match path.strip_prefix("assets/") {
        Some(name) => !name.starts_with("card-") && !is_of(name, &others),
        None => is_kept_top(path) || path.starts_with(&own) && path.ends_with(".html") && !super::is_printed(path),
    };
    let wanted: Vec<&(&str, &Bytes, &str)> = marked.iter().filter(|(path, ..)| is_wanted(path)).collect();
    let list = List {
        bytes: wanted.iter().map(|(_, bytes, _)| bytes.len()).sum(),
        files: wanted.iter().map(|(path, _, mark)| (*path, *mark)).collect(),
    };
    let text = json(&list);
    (format!("assets/offline-{}.{:016x}.json", shelf.lang(), xxh3_64(text.as_bytes())), text)
}

/// Whether an asset is for one of these languages by its name: `search-en.…`, `search-en-3.…`.
fn is_of(name: &str, langs: &[&str]) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let rest = stem.split_once('-').map_or("", |(_, rest)| rest);
    langs.iter().any(|lang| rest.strip_prefix(lang).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

type Shells<'a> = (Vec<&'a str>, BTreeMap<&'a str, Vec<&'a str>>);

/// What a first visit brings along: how pages look and work, and of a language its front page, its lists of contents
/// and its assessment. The rest comes as it is read.
fn shell<'a>(shelves: &'a [Shelf], files: &'a Files) -> Shells<'a> {
    let paths = files.0.keys().map(String::as_str);
    let looks = |path: &str| {
        let name = path.strip_prefix("assets/").unwrap_or_default();
        let ends = [".css", ".js", ".woff2", ".svg"].iter().any(|end| name.ends_with(end));
        ends && !name.starts_with("search-")
    };
    let mut room = MOST;
    let common = paths.filter(|path| is_kept_top(path) || looks(path));
    let common = within(common, files, &mut room);
    let share = room / shelves.len().max(1);
    let of = |shelf: &'a Shelf| {
        let is_first = |(id, _): &(&PageId, &Placed)| is_shell(id);
        let pages = shelf.book.pages.iter().filter(is_first).map(|(_, placed)| placed.address.as_str());
        (&*shelf.lang().0, within(pages, files, &mut share.clone()))
    };
    (common, shelves.iter().map(of).collect())
}

fn is_shell(id: &PageId) -> bool {
    id.is_index() && id.0.matches('/').count() < 2 || id.folder() == "assessment"
}

/// As many of the files as there is room for.
fn within<'a>(paths: impl Iterator<Item = &'a str>, files: &Files, room: &mut usize) -> Vec<&'a str> {
    let mut fits = |path: &&str| {
        let left = files.0.get(*path).and_then(|bytes| room.checked_sub(bytes.len()));
        left.map(|left| *room = left).is_some()
    };
    paths.filter(|path| fits(path)).collect()
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("invariant: strings and numbers always serialise")
}

/// How a device names, colours and opens the handbook once it is installed there.
fn add_manifest(files: &mut Files, shelf: &Shelf) {
    let (brand, config) = (&shelf.site.brand, &shelf.site.config);
    let icons = icons(files, shelf);
    let manifest = serde_json::json!({
        "name": brand.full_name(config, shelf.lang()),
        "short_name": brand.name(config, shelf.lang()),
        "lang": &*shelf.lang().0,
        "dir": shelf.language.dir,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": brand.schemes.light.paper.hex(),
        "theme_color": brand.schemes.light.cover.hex(),
        "icons": icons,
    });
    files.insert(MANIFEST, format!("{manifest:#}\n"));
}

/// The brand's own mark, and a drawn one on the colour of the cover, which a device may cut to its own shape.
fn icons(files: &mut Files, shelf: &Shelf) -> Vec<serde_json::Value> {
    let brand = &shelf.site.brand;
    let own = brand.logo.icon().map(|slot| &slot.light);
    let drawn = drawn(&brand.schemes.light.cover.hex(), &brand.schemes.light.paper.hex());
    let address = format!("assets/icon.{:016x}.svg", xxh3_64(drawn.as_bytes()));
    let cut = serde_json::json!({ "src": address, "sizes": "any", "type": "image/svg+xml", "purpose": if own.is_some() { "maskable" } else { "any maskable" } });
    files.insert(address, drawn);
    own.and_then(|image| icon(image, shelf)).into_iter().chain([cut]).collect()
}

fn icon(image: &Image, shelf: &Shelf) -> Option<serde_json::Value> {
    let src = shelf.assets.address(&image.path)?;
    let kind = match src.rsplit('.').next()? {
        "svg" => return Some(serde_json::json!({ "src": src, "sizes": "any", "type": "image/svg+xml" })),
        "png" => "image/png",
        "webp" => "image/webp",
        _ => return None,
    };
    let (width, height) = image.size?;
    Some(serde_json::json!({ "src": src, "sizes": format!("{width}x{height}"), "type": kind }))
}

/// A staircase, well inside the part that no device cuts away.
fn drawn(ground: &str, line: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"512\" height=\"512\"><rect width=\"64\" height=\"64\" fill=\"{ground}\"/><path d=\"M15 44h9v-8h9v-8h9v-8h8\" fill=\"none\" stroke=\"{line}\" stroke-width=\"5\"/></svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_languages_are_known_by_their_names() {
        for (name, is_other) in
            [("search-en.0a.js", true), ("search-en-3.0a.js", true), ("search-fi.0a.js", false), ("site.0a.css", false)]
        {
            assert_eq!(is_of(name, &["en"]), is_other, "{name}");
        }
    }

    #[test]
    fn a_first_visit_brings_no_more_than_there_is_room_for() {
        let mut files = Files::default();
        for (path, length) in [("a", 4), ("b", 9), ("c", 3)] {
            files.insert(path, vec![0; length]);
        }
        assert_eq!(within(["a", "b", "c"].into_iter(), &files, &mut 8), ["a", "c"]);
    }
}
