//! No page of ours asks another site for anything: the handbook and each edition of this repository, file by file.

use portaat::diagnostics::Diagnostics;
use portaat::files::Files;
use portaat::requests::{addresses, fetched, is_elsewhere};
use portaat::{Options, build, project};

use crate::support::repository;

use super::built::output;

fn check(whose: &str, files: &Files) {
    let mut seen = 0;
    for (path, bytes) in &files.0 {
        let text = String::from_utf8_lossy(bytes);
        let all = match path.rsplit_once('.') {
            Some((_, "html" | "svg")) => fetched(&text),
            Some((_, "css")) => addresses(&text),
            _ => continue,
        };
        let out: Vec<_> = all.iter().filter(|(_, url)| is_elsewhere(url)).collect();
        assert!(out.is_empty(), "{whose}: {path} fetches {out:?}");
        seen += all.len();
    }
    assert!(seen > 1000, "{whose}: only {seen} addresses were found: this test has gone blind");
}

#[test]
fn neither_the_handbook_nor_an_edition_fetches_anything_from_elsewhere() {
    check("base", output());
    let project = project::read(&repository(".")).expect("this repository is a project");
    assert!(!project.editions().is_empty());
    for id in project.editions() {
        let mut diagnostics = Diagnostics::default();
        let sources = project.sources(Some(id), &mut diagnostics).expect("the edition is there");
        let files = build(&sources, &project.themes, &Options::default(), &mut diagnostics);
        check(id, &files.unwrap_or_else(|| panic!("{id}: {diagnostics:?}")));
    }
}
