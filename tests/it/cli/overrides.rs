//! A base that moves on under its editions.

use crate::support::{Case, Project};

/// Two editions with a page each over the same chapter; one of them is up to date when the base changes.
fn project() -> Project {
    let page = |mark: &str| format!("---\ntitle: Own\noverrides: {mark}\n---\nOwn text.\n");
    let case = Case::new()
        .on_default_theme()
        .file("content/en/theses/flow.md", "# Flow\n\nText.\n")
        .file("content/en/b.md", "# B\n")
        .edition("acme", "en/theses/flow.md", page("new"))
        .edition("acme", "en/strings.yaml", "nav: { assessment: Check-up }\n")
        .edition("birch", "en/theses/flow.md", page("new"))
        .edition("cedar", "en/b.md", page("new"));
    let project = case.project();
    let run = project.run(["check", "--all-editions"]).ends(0);
    for (file, edition) in [("theses/flow", "acme"), ("theses/flow", "birch"), ("b", "cedar")] {
        let mark = run.err.lines().find_map(|line| {
            line.split_once(&format!("below en:{file} has changed since this was written: was new, is "))
        });
        project.write(&format!("editions/{edition}/en/{file}.md"), page(mark.expect("the mark is told").1));
    }
    project
}

#[test]
fn every_edition_whose_page_was_overtaken_is_named() {
    let project = project();
    let run = project.run(["check", "--all-editions"]).ends(0);
    assert!(!run.err.contains("has changed since"), "{}", run.err);
    project.write("content/en/theses/flow.md", "# Flow\n\nA new text.\n");
    let run = project.run(["check", "--all-editions"]).ends(0);
    let places: Vec<&str> = run
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("  --> editions/"))
        .filter(|place| place.contains(".md"))
        .collect();
    assert_eq!(places, ["acme/en/theses/flow.md:3:12", "birch/en/theses/flow.md:3:12"]);
    project.run(["check", "--all-editions", "--strict"]).ends(1);
    assert!(!project.run(["build", "--all-editions"]).ends(0).err.contains("has changed since"));
}

#[test]
fn update_lock_marks_the_texts_and_touches_nothing_else() {
    let project = project();
    let before = project.snapshot(".");
    project.run(["check", "--all-editions", "--update-lock"]).ends(0);
    let lock = project.read("editions/acme/overrides.lock");
    assert!(lock.contains("en/strings.yaml:\n  nav.assessment: \""), "{lock}");
    let mut after = project.snapshot(".");
    after.remove("editions/acme/overrides.lock").expect("it was written");
    assert!(after == before, "{:?}", after.keys());
    let again = project.run(["check", "--all-editions"]).ends(0);
    assert!(!again.err.contains("below without"), "{}", again.err);
    project.write("editions/acme/overrides.lock", lock.replace("nav.assessment: \"", "nav.assessment: \"0"));
    let run = project.run(["check", "--edition", "acme"]).ends(0);
    assert!(run.err.contains("the text below `en/strings.yaml: nav.assessment` has changed since"), "{}", run.err);
}
