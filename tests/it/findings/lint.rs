//! What an edition gets wrong against the layers below: asked for by `check` only.

use crate::support::{Case, dedented, same};

const BASE: &str =
    "meta: { name: { full: The Base Book, short: Basebook } }\ndefaults: { portaat: { inherit: false } }\n";

fn edition() -> Case {
    Case::new().bilingual().file("content/_brand.yml", BASE).edition("acme", "_brand.yml", "meta: { name: Acme }\n")
}

#[test]
fn a_sound_edition_hears_nothing() {
    let page = |mark: &str, text: &str| format!("---\noverrides: {mark}\n---\n{text}\n");
    edition()
        .edition("acme", "en/index.md", page("2fd307cc3574", "Good day."))
        .edition("acme", "fi/index.md", page("2378363df192", "Päivää."))
        .check_prose("");
    let kept = edition().edition("acme", "en/index.md", "Welcome.\n");
    assert!(kept.build().findings.is_empty(), "a build does not ask");
}

#[test]
fn the_name_from_below_wherever_it_shows() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<title>Basebook</title></svg>\n";
    let template =
        "{% extends \"default/page.html\" %}\n{# Basebook #}{% block head %}<!-- Basebook -->{% endblock head %}\n";
    edition()
        .on_default_theme()
        .with_model()
        .file("content/fi/assessment.yaml", "")
        .edition("acme", "_brand.yml", "meta: { name: Acme }\nlogo: { path: logo.svg, alt: Basebook }\ndefaults: { portaat: { footer: { fi: \"Kirjasta Basebook\", en: \"From Basebook\" } } }\n")
        .edition("acme", "logo.svg", svg)
        .edition("acme", "handbook.yaml", "theme: own\n")
        .file("themes/own/templates/page.html", template)
        .edition("acme", "en/strings.yaml", "# Basebook\nnav: { search: Search Basebook }\n")
        .edition("acme", "en/assessment.yaml", "items: { flow1: { question: Is it in the Basebook? } }\n")
        .edition("acme", "en/index.md", "---\nextra: { headline: [Basebook] }\n---\n![The Basebook desk](../logo.svg)\n\n```diagram\nkind: cycle\ntitle: Around Basebook\nsteps: [{ label: One }, { label: Basebooks }, { label: Three }]\n```\n\n```diagram\nkind: flow\ntitle: Two lanes\nlanes: [We, Basebook]\nsteps: [{ label: One, lane: We }, { label: Two, lane: Basebook }]\n```\n\n```check\ndimension: flow\n```\n")
        .edition("acme", "fi/index.md", "Päivää.\n\n```check\ndimension: flow\n```\n")
        .check_prose(
            "
            note: 2 pages and 3 texts hide others below without their marks; nobody hears when those change
              --> editions/acme
              hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/_brand.yml:2:30
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/_brand.yml:3:38
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/_brand.yml:3:63
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/en/assessment.yaml:1:29
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/en/index.md:2:21
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher
              --> editions/acme/en/index.md:4:7
              hint: write `{{ brand.name }}`, which follows the brand file
            warning: `Basebook` is the name of a publisher
              --> editions/acme/en/index.md:8:15
              hint: write `{{ brand.name }}`, which follows the brand file
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/en/index.md:15:13
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/en/index.md:16:55
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/en/strings.yaml:2:16
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> editions/acme/logo.svg:2:8
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            warning: `Basebook` is the name of a publisher below, and this edition shows it
              --> themes/own/templates/page.html:2:36
              hint: write your own name, or `{{ brand.name }}` in the text of a page
            ",
        );
}

#[test]
fn a_brand_that_passes_upward_brings_its_lines_with_it() {
    let base = "meta: { name: Basebook }\ndefaults: { portaat: { footer: From Basebook } }\n";
    edition().file("content/_brand.yml", base).check_prose(
        "
        warning: `Basebook` is the name of a publisher below, and this edition shows it
          --> content/_brand.yml:2:32
          hint: write your own name, or `{{ brand.name }}` in the text of a page
        ",
    );
}

#[test]
fn an_override_that_changes_nothing() {
    edition()
        .with_model()
        .file("content/assets/plan.txt", "A plan\n")
        .file("content/en/strings.yaml", "nav: { home: Inside }\n")
        .edit(
            "content/en/index.md",
            "Welcome.",
            "Read the [plan](../assets/plan.txt).\n\n```check\ndimension: flow\n```",
        )
        .edition("acme", "assets/plan.txt", "A plan\n")
        .edition("acme", "en/index.md", "Read the [plan](../assets/plan.txt).\n\n```check\ndimension: flow\n```\n")
        .edition("acme", "fi/index.md", "Päivää.\n\n```check\ndimension: flow\n```\n")
        .edition("acme", "en/strings.yaml", "nav: { home: Inside }\n")
        .edition("acme", "handbook.yaml", "languages: [fi, en]\ntitle: { en: Handbook, fi: Opas }\nfolders: ~\n")
        .edition(
            "acme",
            "assessment.yaml",
            "dimensions: [{ id: flow, items: [{ id: flow2, w: 1 }, { id: flow1, w: 2 }] }]\n",
        )
        .check_prose(
            "
            note: 2 pages and 1 text hide others below without their marks; nobody hears when those change
              --> editions/acme
              hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
            warning: `w` says the same as the layer below
              --> editions/acme/assessment.yaml:1:47
              hint: take it out: then it follows the layer below
            warning: `w` says the same as the layer below
              --> editions/acme/assessment.yaml:1:68
              hint: take it out: then it follows the layer below
            warning: this file is the same as the one below it
              --> editions/acme/assets/plan.txt
              hint: delete it: then the one below is used, and follows its changes
            warning: this file is the same as the one below it
              --> editions/acme/en/index.md
              hint: delete it: then the one below is used, and follows its changes
            warning: `home` says the same as the layer below
              --> editions/acme/en/strings.yaml:1:8
              hint: take it out: then it follows the layer below
            warning: `en` says the same as the layer below
              --> editions/acme/handbook.yaml:2:10
              hint: take it out: then it follows the layer below
            warning: there is no `folders` below to remove
              --> editions/acme/handbook.yaml:3:1
              hint: known here: `extends`, `title`, `languages`, `base_url` and `theme`
            ",
        );
}

#[test]
fn a_page_that_only_just_misses_the_one_it_was_to_replace() {
    let page = |title: &str| format!("---\ntitle: {title}\n---\nText.\n");
    edition()
        .file("content/en/theses/flow.md", page("Flow"))
        .file("content/fi/theses/flow.md", page("Sujuvuus"))
        .edition("acme", "en/theses/flwo.md", page("Flow"))
        .edition("acme", "fi/theses/flwo.md", page("Sujuvuus"))
        .edition("acme", "en/theses/needs.md", "---\nremove: true\n---\n")
        .edition("acme", "theses/flow.md", page("Flow"))
        .edition("acme", "en/string.yaml", "nav: {}\n")
        .edition("acme", "brand.yml", "meta: { name: Acme }\n")
        .edition("acme", "README.md", "Notes.\n")
        .check_prose(
            "
            warning: nothing reads a file of this name here
              --> editions/acme/brand.yml
              hint: did you mean `_brand.yml`?
            warning: nothing reads a file of this name here
              --> editions/acme/en/string.yaml
              hint: did you mean `strings.yaml`?
            warning: page theses/flwo replaces nothing, and theses/flow is there below
              --> editions/acme/en/theses/flwo.md
              hint: if it was meant to replace that one, name it `theses/flow.md`
            warning: there is no page theses/needs below to remove
              --> editions/acme/en/theses/needs.md:2:9
              hint: known here: `index` and `theses/flow`
            warning: page theses/flwo replaces nothing, and theses/flow is there below
              --> editions/acme/fi/theses/flwo.md
              hint: if it was meant to replace that one, name it `theses/flow.md`
            warning: this page is in no language folder, so nobody reads it
              --> editions/acme/theses/flow.md
              hint: move it below `fi/`
            ",
        );
}

#[test]
fn half_of_a_change() {
    edition()
        .edition("acme", "fi/index.md", "Päivää.\n")
        .edition(
            "acme",
            "_brand.yml",
            "meta: { name: Acme }\ndefaults:\n  portaat:\n    footer: { fi: Julkaisija on Acme }\n",
        )
        .edition("acme", "handbook.yaml", "title: { fi: Acmen käsikirja }\n")
        .check_prose(
            "
            note: 1 page hides one below without its mark; nobody hears when that changes
              --> editions/acme
              hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
            warning: `footer` has no text in `en`
              --> editions/acme/_brand.yml:4:13
              hint: add it, or readers of that language see another one's text or none
            warning: page index is changed here in `fi`, but not in `en`
              --> editions/acme/fi/index.md
              hint: there the text below is still shown; change `en/index.md` too
            warning: `title` has no text in `en`
              --> editions/acme/handbook.yaml:1:8
              hint: add it, or readers of that language see another one's text or none
            ",
        );
}

#[test]
fn links_out_of_the_edition() {
    let page = "See [the base](https://example.org/en/), [us](https://example.org/acme/en/),\n[them](https://beta.example/fi/) and [others](https://example.com/).\n";
    let case = edition()
        .edition("acme", "en/index.md", page)
        .edition("acme", "fi/index.md", "Päivää.\n")
        .file("editions/beta/_brand.yml", "meta: { name: Beta }\n")
        .file("editions/beta/handbook.yaml", "base_url: https://beta.example\n");
    let expected = "
        note: 2 pages hide others below without their marks; nobody hears when those change
          --> editions/acme
          hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
        warning: `https://example.org/en/` leads to the handbook this edition is made from
          --> editions/acme/en/index.md:1:5
          hint: link to the page's `.md` file, so that readers stay where they are
        warning: `https://example.org/acme/en/` leads into this handbook by its address
          --> editions/acme/en/index.md:1:42
          hint: link to the page's `.md` file, so that readers stay where they are
        warning: `https://beta.example/fi/` leads to another edition, `beta`
          --> editions/acme/en/index.md:2:1
          hint: link to the page's `.md` file, so that readers stay where they are
        ";
    let run = case.cli(["check", "--edition", "acme"]).ends(0);
    let findings = run.err.rsplit_once("2 pages checked").expect("the last line").0;
    same(findings, &dedented(expected));
}

#[test]
fn files_nobody_uses_and_files_nobody_wants_to_load() {
    let brand = "meta: { name: Acme }\ntypography:\n  base: Sans\n  fonts: [{ family: Sans, source: file, files: [fonts/sans.ttf, type/serif.woff2] }]\n";
    edition()
        .edition("acme", "_brand.yml", brand)
        .edition("acme", "fonts/sans.ttf", "font")
        .edition("acme", "type/serif.woff2", "f".repeat(150_001))
        .edition("acme", "type/OFL.txt", "Free.\n")
        .edition("acme", "assets/big.png", "p".repeat(500_001))
        .edition("acme", "assets/old.pdf", "A plan\n")
        .edition("acme", "logo-old.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .edition("acme", "en/index.md", "![A desk](../assets/big.png)\n")
        .edition("acme", "fi/index.md", "Päivää.\n")
        .check_prose(
            "
            note: 2 pages hide others below without their marks; nobody hears when those change
              --> editions/acme
              hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts
            warning: this file has 500 kB, and more than 500 kB is felt on a phone
              --> editions/acme/assets/big.png
              hint: make it smaller, or save it as webp or avif
            warning: nothing uses this file
              --> editions/acme/assets/old.pdf
              hint: link it, delete it, or put it under `root/` if it is fetched by its address
            warning: there is no licence beside this font
              --> editions/acme/fonts/sans.ttf
              hint: put the licence it came with into its folder, as `OFL.txt` or `LICENSE`
            warning: this font is not in the form made for the web
              --> editions/acme/fonts/sans.ttf
              hint: convert it to woff2: it is less than half the size, and every browser reads it
            warning: nothing uses this file
              --> editions/acme/logo-old.svg
              hint: link it, delete it, or put it under `root/` if it is fetched by its address
            warning: this file has 150 kB, and more than 150 kB is felt on a phone
              --> editions/acme/type/serif.woff2
              hint: keep only the letters of your languages in it
            ",
        );
}
