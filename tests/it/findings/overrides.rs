//! Overrides that were overtaken by a change below them.

use crate::support::Case;

const BELOW: &str = "---\ntitle: Flow\nextra: { lead: Words. }\n---\nText below.\n";
/// The home page shows the questions of its dimension.
const INDEX: &str = "Welcome.\n\n```levels\ndimension: flow\n```\n";

const MARK: &str = "839a9b4d596d";

/// An edition whose page was written against `mark`.
fn case(mark: &str) -> Case {
    let page = format!("---\ntitle: Own\noverrides: {mark}\n---\nOwn text.\n");
    Case::new().file("content/en/a.md", BELOW).edition("acme", "en/a.md", page)
}

fn stale(was: &str, now: &str) -> String {
    format!(
        "
        warning: the page below en:a has changed since this was written: was {was}, is {now}
          --> editions/acme/en/a.md:3:12
          hint: compare them (`portaat diff --text --edition acme`), then write `overrides: {now}`
        "
    )
}

#[test]
fn the_page_below_has_changed() {
    case("new").check_prose(&stale("new", MARK));
    case(MARK).check_prose("");
    for (from, to) in [("Flow", "Flows"), ("Words.", "New words."), ("Text below.", "Text.")] {
        let changed = case(MARK).edit("content/en/a.md", from, to).prose();
        assert!(changed.contains("the page below en:a has changed"), "{from}: {changed}");
    }
}

#[test]
fn what_is_not_read_makes_no_difference_and_a_build_asks_nothing() {
    case(MARK).edit("content/en/a.md", "title: Flow", "weight: 30\ntitle: \"Flow\"").check_prose("");
    case("new").check("");
}

#[test]
fn a_mark_on_a_page_that_hides_nothing() {
    case(MARK).edition("acme", "en/b.md", "---\ntitle: B\noverrides: abc\n---\n").check_prose(
        "
        warning: page en:b has the mark of a page below, but there is none
          --> editions/acme/en/b.md:3:12
          hint: take `overrides` out; if the page below has moved, move this one too
        ",
    );
}

#[test]
fn overrides_without_a_mark_are_counted() {
    case(MARK)
        .with_model()
        .file("content/en/index.md", INDEX)
        .edit("editions/acme/en/a.md", "overrides: 839a9b4d596d\n", "")
        .edition("acme", "en/assessment.yaml", "items: { flow1: { question: Own? } }\n")
        .check_prose(
            "
            note: 1 page and 1 text hide others below without their marks; nobody hears when those change
              --> editions/acme
              hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
            ",
        );
}

#[test]
fn a_removed_page_is_no_override() {
    case(MARK).edition("acme", "en/a.md", "---\nremove: true\n---\n").check_prose("");
}

const LOCKED: &str = "en/assessment.yaml:\n  items.flow1.question: \"c39a4b4454d3\"\n";

fn locked() -> Case {
    case(MARK)
        .with_model()
        .file("content/en/index.md", INDEX)
        .edition("acme", "en/assessment.yaml", "items: { flow1: { question: Own? } }\n")
        .edition("acme", "overrides.lock", LOCKED)
}

#[test]
fn a_text_of_yaml_is_marked_in_the_lock_file() {
    locked().check_prose("");
    locked().edit("content/en/assessment.yaml", "Do the basics run?", "Do they?").check_prose(
        "
        warning: the text below `en/assessment.yaml: items.flow1.question` has changed since it was overridden: was c39a4b4454d3, is 18e9a8ea9a85
          --> editions/acme/en/assessment.yaml:1:29
          hint: compare them (`portaat diff --text --edition acme`), then run `portaat check --update-lock --edition acme`
        ",
    );
}

#[test]
fn a_lock_that_knows_more_than_there_is() {
    locked().edit("editions/acme/overrides.lock", "items.flow1.question", "items.flow2.question").check_prose(
        "
        note: 1 text hides one below without its mark; nobody hears when that changes
          --> editions/acme
          hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
        warning: `en/assessment.yaml: items.flow2.question` is marked here, but overrides nothing
          --> editions/acme/overrides.lock:2:3
          hint: run `portaat check --update-lock --edition acme`
        ",
    );
}

#[test]
fn a_lock_that_cannot_be_read() {
    let found = locked().edition("acme", "overrides.lock", "a: [\n").prose();
    assert!(
        found.contains("error: this is no valid YAML") && found.contains("--> editions/acme/overrides.lock:"),
        "{found}"
    );
}

/// Nobody can change the built-in theme of a test, so the mark is one of another text.
#[test]
fn a_file_of_the_theme_belongs_to_the_layer_that_names_the_theme() {
    let case = Case::new().edition("acme", "handbook.yaml", "theme: own\n").edition(
        "acme",
        "overrides.lock",
        "templates/404.html: \"abc\"\n",
    );
    let found = case.file("themes/own/templates/404.html", "<p>").prose();
    assert!(
        found.contains("the file below `templates/404.html` in the theme of editions/acme has changed since"),
        "{found}"
    );
    assert!(found.contains("--> themes/own/templates/404.html\n"), "{found}");
}
