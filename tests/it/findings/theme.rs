//! The project's own theme and its words.

use crate::support::Case;

#[test]
fn a_theme_that_is_not_there() {
    Case::new().handbook("theme: plain", "theme: plian").check(
        "
        error: there is no theme `plian`
          --> content/handbook.yaml:5:8
          hint: did you mean `plain`?
        ",
    );
}

#[test]
fn a_template_that_cannot_be_parsed_is_pointed_at() {
    Case::new().file("themes/plain/templates/page.html", "<p>\n{% if page.title %}\n").check(
        "
            error: this template cannot be used: Unexpected end of input
              --> themes/plain/templates/page.html:3:1
              hint: compare it with the built-in template of the same name
            ",
    );
}

#[test]
fn a_template_that_fails_on_a_page_is_pointed_at_once() {
    let case = Case::new().file("content/en/a.md", "# A\n").file("content/en/b.md", "# B\n");
    case.file("themes/plain/templates/page.html", "<p>\n  {{ page.title | round }}\n").check(
        "
            error: this template cannot be used: Invalid type for the value, expected `f64` but got `string`
              --> themes/plain/templates/page.html:2:6
              hint: compare it with the built-in template of the same name
            ",
    );
}

#[test]
fn a_template_that_a_page_asks_for_and_nobody_has() {
    Case::new().file("content/en/a.md", "---\ntitle: A\ntemplate: pgae.html\n---\nText.\n").check(
        "
            error: there is no template `pgae.html`
              --> content/en/a.md:3:11
              hint: did you mean `page.html`?
            ",
    );
}

#[test]
fn a_word_the_theme_does_not_say() {
    Case::new()
        .on_default_theme()
        .file("content/en/strings.yaml", "nav: { netx: On }\nhmoe: { line: A book }\n")
        .check(
            "
        error: the theme has no text `nav.netx`
          --> content/en/strings.yaml:1:8
          hint: did you mean `next`?
        error: the theme has no text `hmoe`
          --> content/en/strings.yaml:2:1
          hint: did you mean `home`?
        ",
        );
}
