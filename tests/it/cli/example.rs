//! `editions/esimerkki`: the complete edition of an invented consultancy, over the built-in handbook.

use crate::support::{Project, repository};

fn project() -> Project {
    let project = Project::empty();
    project.run(["init"]).ends(0);
    let own = portaat::files::read_tree(&repository("editions/esimerkki")).expect("the example");
    for (path, bytes) in own.0 {
        project.write(&format!("editions/esimerkki/{path}"), bytes);
    }
    project
}

/// The value of an attribute or field, from behind `start` to the next quotation mark.
fn value<'a>(text: &'a str, start: &str) -> &'a str {
    text.split_once(start).and_then(|(_, rest)| rest.split('"').next()).expect("it is there")
}

#[test]
fn it_has_nothing_to_be_warned_of() {
    let run = project().run(["check", "--strict", "--edition", "esimerkki"]).ends(0);
    assert!(!run.err.contains("warning") && !run.err.contains("error"), "{}", run.err);
}

#[test]
fn everything_an_edition_can_change_is_changed_in_both_languages() {
    let project = project();
    project.run(["build", "--edition", "esimerkki"]).ends(0);
    let read = |path: &str| project.read(&format!("output/esimerkki/{path}"));
    for (lang, helpers, services, flow, about, form, result, invented, check, list) in [
        (
            "fi",
            "kulttuuri/kuka-auttaa",
            "kulttuuri/julkiset-palvelut",
            "teesit/sujuvuus",
            "keita-olemme",
            "arvio",
            "arvio/tulos",
            "keksitty yritys",
            "Palvelukunnon arvio",
            "lisatietoa/sanasto",
        ),
        (
            "en",
            "culture/who-helps",
            "culture/public-services",
            "theses/flow",
            "who-we-are",
            "assessment",
            "assessment/result",
            "invented firm",
            "Service check",
            "reference/glossary",
        ),
    ] {
        let page = |name: &str| read(&format!("{lang}/{name}/index.html"));
        // Two chapters and a page of its own; the passages for businesses are left out.
        assert!(page(helpers).contains("id=\"steps\"") && page(helpers).contains("id=\"outside\""), "{lang}");
        assert!(page(services).contains("434/2003") && page(services).matches("data-audience").count() <= 1, "{lang}");
        assert!(page(about).contains("<h1>") && page(about).contains(invented), "{lang}");
        // One question more, in the form and in the chapter.
        assert!(page(form).contains("id=\"q-flow4\"") && page(flow).contains("id=\"q-flow4\""), "{lang}");
        // Targets, and the sentence about results that cannot be compared.
        let result = page(result);
        assert!(
            result.contains("data-dimension=\"flow\" data-target=\"4\"") && result.contains("data-differs"),
            "{lang}"
        );
        // Other words: of the interface and of a term.
        assert!(page(about).contains(check), "{lang}");
        assert!(page(list).contains(if lang == "fi" { "moite" } else { "criticism" }), "{lang}");
        let home = read(&format!("{lang}/index.html"));
        assert!(
            home.contains(&format!("href=\"../{lang}/{about}/index.html\""))
                || home.contains(&format!("{about}/index.html")),
            "{lang}"
        );
    }
    let said = |path: &str| read(path).contains("keksitty yritys") || read(path).contains("invented firm");
    let pages = project.snapshot("output/esimerkki");
    let silent: Vec<_> =
        pages.keys().filter(|path| path.ends_with("index.html") && path.contains('/') && !said(path)).collect();
    assert!(silent.is_empty(), "these do not say that the firm is invented: {silent:?}");
}

#[test]
fn its_answers_are_not_taken_for_those_of_the_base() {
    let project = project();
    project.run(["build"]).ends(0);
    project.run(["build", "--edition", "esimerkki"]).ends(0);
    let chapter = |folder: &str| project.read(&format!("output/{folder}fi/teesit/sujuvuus/index.html"));
    let [base, own] = ["", "esimerkki/"].map(|folder| value(&chapter(folder), "\"fingerprint\":\"").to_owned());
    assert!(base.len() == 8 && own.len() == 8 && base != own, "{base} {own}");
    let method = |folder: &str| project.read(&format!("output/{folder}fi/arvio/nain-arvio-toimii/index.html"));
    assert!(method("esimerkki/").contains("data-differs") && !method("").contains("data-differs"));
    assert!(!project.read("output/fi/arvio/tulos/index.html").contains("data-target"));
}
