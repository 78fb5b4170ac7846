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

/// A theme of the project over the default one, with these files.
fn own<const N: usize>(files: [(&str, &str); N]) -> Case {
    let case = Case::new().on_default_theme().handbook("base_url", "theme: own\nbase_url");
    let case = case.file("themes/own/css/own.css", ":root { --accent-light: #123; }\n");
    files.into_iter().fold(case, |case, (path, text)| case.file(&format!("themes/own/{path}"), text))
}

#[test]
fn blocks_that_are_no_longer_there() {
    let page = "{% extends \"default/page.html\" %}\n{% block fotoer %}{% endblock fotoer %}\n{% block aside %}{% endblock aside %}\n";
    own([("templates/page.html", page)]).check(
        "
        error: this template cannot be used: Block `fotoer` is not defined in any parent template
          --> themes/own/templates/page.html:2:10
          hint: did you mean `footer`?
        error: this template cannot be used: Block `aside` is not defined in any parent template
          --> themes/own/templates/page.html:3:10
          hint: known here: `footer`, `head`, `header`, `main`, `scripts` and `title`
        ",
    );
}

#[test]
fn variables_and_texts_that_are_no_longer_there_even_where_they_are_never_reached() {
    let page = "{% extends \"default/page.html\" %}\n{% block head %}{% for link in site.foter %}{{ link.x }}{% endfor %}{% if pgae.title %}{% endif %}\n{# site.no #}{{ t.nav.netx }}{% endblock head %}\n";
    own([("templates/page.html", page)]).check(
        "
        error: templates get no variable `site.foter`
          --> themes/own/templates/page.html:2:32
          hint: did you mean `footer`?
        warning: templates get no variable `pgae`
          --> themes/own/templates/page.html:2:75
          hint: did you mean `page`?
        error: the theme has no text `nav.netx`
          --> themes/own/templates/page.html:3:17
          hint: did you mean `next`?
        ",
    );
}

#[test]
fn custom_properties_sheets_and_texts_that_change_nothing() {
    let css = "/* --no */\n:root { --accnt-light: #123; --own-space: 1px; --ink-light: var(--brand-plum); }\nmain { margin: var(--own-space); padding: var(--sp-44); }\n";
    own([
        ("css/own.css", css),
        ("css/extra.css", "a { color: red; }\n"),
        ("strings/en.yaml", "nav: { netx: On, next: Go on }\nours: { word: Hi }\n"),
        (
            "templates/page.html",
            "{% extends \"default/page.html\" %}{% block head %}{{ t.ours.word }}{% endblock head %}\n",
        ),
    ])
    .check(
        "
        warning: no page loads this file of the theme
          --> themes/own/css/extra.css
          hint: list it in theme.yaml; a sheet called `own.css` is loaded without that
        warning: the theme has no custom property `--accnt-light`
          --> themes/own/css/own.css:2:9
          hint: did you mean `--accent-light`?
        warning: the theme has no custom property `--sp-44`
          --> themes/own/css/own.css:3:47
          hint: did you mean `--sp-4`?
        warning: nothing says the text `nav.netx`
          --> themes/own/strings/en.yaml:1:8
          hint: did you mean `next`?
        ",
    );
}

/// One sheet is a theme: it comes last, outside all layers, and one changed text leaves the others as they were.
#[test]
fn one_sheet_and_one_text_are_enough_for_a_theme() {
    let built = own([("strings/en.yaml", "nav: { contents: Inside }\n")]).build();
    assert_eq!(built.findings, "");
    let files = built.files.as_ref().expect("it builds");
    let css = files.0.iter().find(|(path, _)| path.starts_with("assets/site.")).expect("a style sheet").1;
    assert!(css.ends_with(b":root { --accent-light: #123; }\n"));
    let home = built.page("en/index.html");
    assert!(home.contains("Search"), "the other texts stay: {home}");
}

#[test]
fn the_built_in_theme_itself_passes_the_checks_of_an_own_one() {
    let theme = portaat::embedded::theme();
    let case = Case::new().on_default_theme().handbook("base_url", "theme: own\nbase_url");
    let all = theme.0.iter().fold(case, |case, (path, bytes)| case.file(&format!("themes/own/{path}"), bytes.to_vec()));
    all.check("");
}
