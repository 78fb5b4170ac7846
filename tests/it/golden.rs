//! Small whole sites: `tests/golden/<name>/site` built on the plain theme must give `expected` to the byte, and nothing
//! else. `UPDATE_GOLDEN=1 cargo test --test it golden` writes what is there now; then read the difference before you
//! commit it.

use std::fs;

use portaat::diagnostics::{Diagnostics, Format};
use portaat::files::{Files, read_tree};
use portaat::theme::Themes;
use portaat::{Options, build, project};

use crate::support::{repository, same};

/// What the build found, beside the output.
const FINDINGS: &str = "findings.txt";

#[test]
fn two_languages_with_a_page_that_one_of_them_lacks() {
    hold("two-languages");
}

#[test]
fn an_edition_replaces_changes_and_removes() {
    hold("edition");
}

#[test]
fn everything_markdown_can_do() {
    hold("markdown");
}

#[test]
fn folders_slugs_weights_and_earlier_addresses() {
    hold("addresses");
}

#[test]
fn every_golden_site_has_a_test() {
    let text = fs::read_to_string(repository("tests/it/golden.rs")).expect("this file");
    for entry in fs::read_dir(repository("tests/golden")).expect("the golden sites") {
        let name = entry.expect("a folder").file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('_') || text.contains(&format!("hold(\"{name}\")")), "{name} has no test");
    }
}

#[track_caller]
fn hold(name: &str) {
    let actual = built(name);
    let folder = repository("tests/golden").join(name).join("expected");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        assert!(std::env::var_os("CI").is_none(), "golden files are written by people, never by CI");
        return update(&actual, &folder);
    }
    let expected = read_tree_with_hidden(&folder);
    for (path, bytes) in &actual.0 {
        let there = expected.0.get(path).unwrap_or_else(|| panic!("{name}: {path} is new"));
        let [actual, expected] = [bytes, there].map(|bytes| String::from_utf8_lossy(bytes));
        same(&format!("{path}\n{actual}"), &format!("{path}\n{expected}"));
    }
    let unused: Vec<&String> = expected.0.keys().filter(|path| !actual.0.contains_key(*path)).collect();
    assert!(unused.is_empty(), "{name}: nothing makes {unused:?} any more");
}

/// The base and, below its id, each edition.
fn built(name: &str) -> Files {
    let site = repository("tests/golden").join(name).join("site");
    let project = project::read(&site).expect("the site can be read");
    let plain = read_tree(&repository("tests/golden/_plain-theme")).expect("the plain theme can be read");
    // Nothing of the default theme lies below, so that its words and scripts may change freely.
    let themes = Themes { default: Files::default(), own: [("plain".to_owned(), plain)].into() };
    let mut diagnostics = Diagnostics::default();
    let mut all = Files::default();
    for edition in [None].into_iter().chain(project.editions().into_iter().map(Some)) {
        let sources = project.sources(edition, &mut diagnostics).expect("the edition is there");
        let files = build(&sources, &themes, &Options::default(), &mut diagnostics);
        let prefix = edition.map(|id| format!("{id}/")).unwrap_or_default();
        all.0.extend(
            files.into_iter().flat_map(|files| files.0).map(|(path, bytes)| (format!("{prefix}{path}"), bytes)),
        );
    }
    let findings = diagnostics.print(Format::Human, false);
    if !findings.is_empty() {
        all.insert(FINDINGS, findings);
    }
    all
}

/// `read_tree` leaves hidden files out, as it should for sources; the output has one.
fn read_tree_with_hidden(folder: &std::path::Path) -> Files {
    let mut files = Files::default();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path =
                entry.path().strip_prefix(folder).expect("below the folder").to_string_lossy().replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("a file can be read"));
        }
    }
    files
}

fn update(actual: &Files, folder: &std::path::Path) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in &actual.0 {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
}
