//! `handbook.yaml`.

use crate::support::Case;

#[test]
fn an_unknown_key_with_the_nearest_and_with_all_there_are() {
    Case::new().handbook("theme: plain\n", "theme: plain\nthme: x\nmarkdown: { smart: true }\n").check(
        "
        error: unknown key `thme`
          --> content/handbook.yaml:6:1
          hint: did you mean `theme`?
        error: unknown key `smart`
          --> content/handbook.yaml:7:13
          hint: known here: `raw_html`
        ",
    );
}

#[test]
fn a_choice_that_is_none() {
    Case::new().handbook("theme: plain\n", "theme: plain\nmarkdown: { raw_html: alow }\n").check(
        "
        error: `alow` is not one of the choices here
          --> content/handbook.yaml:6:23
          hint: did you mean `allow`?
        ",
    );
}

#[test]
fn a_handbook_without_title_and_languages() {
    Case::new().handbook("title: { fi: Käsikirja, en: Handbook }\n", "").handbook("languages: [en]\n", "").check(
        "
        error: the handbook has no `languages`
          --> content/handbook.yaml:1:1
          hint: add `languages: [fi, en]`
        error: the handbook has no `title`
          --> content/handbook.yaml:1:1
          hint: add `title: { fi: …, en: … }`
        ",
    );
}

#[test]
fn a_language_listed_twice_or_written_wrongly() {
    Case::new().handbook("[en]", "[en, en, suomi]").check(
        "
        error: the language `en` is listed twice
          --> content/handbook.yaml:3:17
          hint: remove one of them
        error: `suomi` is no language tag
          --> content/handbook.yaml:3:21
          hint: write it like `fi` or `sv-FI`
        ",
    );
}

#[test]
fn a_fallback_that_is_no_language_here() {
    Case::new().handbook("[en]", "[{ lang: en, fallback: sv, dir: up }]").check(
        "
        error: `dir` is `ltr` or `rtl`, not `up`
          --> content/handbook.yaml:3:13
          hint: known here: `ltr` and `rtl`
        error: the fallback `sv` is no language of this handbook
          --> content/handbook.yaml:3:13
          hint: known here: `en`
        ",
    );
}

#[test]
fn an_address_that_is_none() {
    Case::new().handbook("https://example.org/", "example.org").check(
        "
        error: `example.org` is no web address
          --> content/handbook.yaml:4:11
          hint: write it with https://
        ",
    );
}

#[test]
fn navigation_that_names_nothing() {
    let case = Case::new().file("content/en/theses/flow.md", "# Flow\n");
    case.handbook("theme: plain\n", "theme: plain\nnav: [thesis, theses]\n").check(
        "
        error: `nav` names `thesis`, which is neither a page nor a folder
          --> content/handbook.yaml:6:7
          hint: did you mean `theses`?
        ",
    );
}

#[test]
fn a_slug_of_a_folder_that_is_no_part_of_an_address() {
    let case = Case::new().file("content/en/theses/flow.md", "# Flow\n");
    case.handbook("theme: plain\n", "theme: plain\nfolders: { theses: { slug: { en: The Theses } } }\n").check(
        "
        error: `The Theses` cannot be part of an address
          --> content/handbook.yaml:6:34
          hint: use lower-case letters a–z, digits and hyphens
        ",
    );
}

#[test]
fn a_title_for_something_that_is_no_language() {
    Case::new().handbook("{ fi: Käsikirja, en: Handbook }", "{ english: Handbook, en: Handbook }").check(
        "
        error: `english` is no language tag
          --> content/handbook.yaml:2:10
          hint: known here: `en`
        ",
    );
}
