//! A page that was compared with a text which has changed since.

use crate::support::{Case, dedented, same};

const ORIGINAL: &str = "---\ntitle: Yksi\ndescription: Kaksi.\n---\nKolme\nneljä.\n";

/// A Finnish page, and an English one that was compared with `hash`.
fn case(hash: &str) -> Case {
    let page = format!("---\ntitle: One\ntranslated_from: {hash}\n---\nText.\n");
    Case::new().bilingual().file("content/fi/a.md", ORIGINAL).file("content/en/a.md", page)
}

fn stale(hash: &str) -> String {
    format!(
        "
        warning: page a was compared with an earlier text of fi:a
          --> content/en/a.md:3:18
          hint: read them together, then write `translated_from: {hash}`
        "
    )
}

const HASH: &str = "771d4b6b2e87";

#[test]
fn the_first_language_has_gone_on() {
    case("new").check_prose(&stale(HASH));
    case(HASH).check_prose("");
    for (from, to) in [("Yksi", "Uusi"), ("Kaksi.", "Uusi."), ("neljä", "uusi")] {
        let changed = case(HASH).edit("content/fi/a.md", from, to);
        assert!(changed.prose().contains("was compared with an earlier text of fi:a"), "{from}");
    }
}

#[test]
fn a_preview_says_so_too_and_nothing_else_about_the_writing() {
    let case = case("new").edit("content/en/a.md", "Text.", "Text.\n\n## A\n\n## A\n");
    same(&case.preview(), &dedented(&stale(HASH)));
    assert_ne!(case.prose(), case.preview());
}

#[test]
fn other_keys_and_other_line_ends_make_no_difference() {
    let text = "---\ndescription: >-\n  Kaksi.\nweight: 10\ntitle: \"Yksi\"\n---\n\nKolme neljä.\n\n";
    case(HASH).file("content/fi/a.md", text).check_prose("");
    case(HASH).file("content/fi/a.md", text.replace('\n', "\r\n")).check_prose("");
}

#[test]
fn a_page_without_the_key_is_not_asked_and_a_build_asks_none() {
    case("new").edit("content/en/a.md", "translated_from: new\n", "").check_prose("");
    case("new").check("");
}

#[test]
fn the_first_language_itself_is_translated_from_nothing() {
    case(HASH).edit("content/fi/a.md", "title: Yksi\n", "title: Yksi\ntranslated_from: abc\n").check_prose(
        "
        error: page a is in `fi`, the language the others are translated from
          --> content/fi/a.md:3:18
          hint: take `translated_from` out here; it belongs to the others
        ",
    );
}

#[test]
fn a_page_compared_with_none() {
    case(HASH).file("content/en/b.md", "---\ntitle: B\ntranslated_from: abc\n---\n").check_prose(
        "
        warning: page b is missing in `fi`
          --> content/en/b.md:1:1
          hint: add fi/b.md; until then readers see this text, with a notice
        warning: page b was compared with fi:b, which does not exist
          --> content/en/b.md:3:18
          hint: take `translated_from` out
        ",
    );
}

/// The base is its own original: what an edition replaces or puts first is no fault of its pages.
#[test]
fn an_edition_asks_about_its_own_pages() {
    let edition = case(HASH).edition("acme", "fi/a.md", format!("---\noverrides: {HASH}\n---\n# Oma\n"));
    let half = "
        warning: page a is changed here in `fi`, but not in `en`
          --> editions/acme/fi/a.md
          hint: there the text below is still shown; change `en/a.md` too
        ";
    edition.check_prose(half);
    edition.clone().edition("acme", "handbook.yaml", "languages: [en, fi]\n").check_prose(half);
    edition.edition("acme", "en/a.md", "---\ntitle: Own\ntranslated_from: abc\n---\n").check_prose(
        "
        note: 1 page hides one below without its mark; nobody hears when that changes
          --> editions/acme
          hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
        warning: page a was compared with an earlier text of fi:a
          --> editions/acme/en/a.md:3:18
          hint: read them together, then write `translated_from: 2f59cfb1706b`
        ",
    );
}
