//! A third language is data: the built-in handbook with the interface in Swedish and five pages of its own, and no line of
//! the program or of its scripts that knows of it.

use std::fs;
use std::sync::LazyLock;

use portaat::diagnostics::{Diagnostics, Format, Severity};
use portaat::files::Files;
use portaat::{Options, build, embedded, project};

use crate::rules::sources::sources;
use crate::support::repository;

/// The language nobody planned for.
const THIRD: &str = "sv";

static OUTPUT: LazyLock<Files> = LazyLock::new(built);

fn built() -> Files {
    let project = project::read(&repository("tests/third")).expect("the project can be read");
    let mut found = Diagnostics::default();
    let sources = project.sources(None, &mut found).expect("the base");
    let options = Options { base_url: Some("https://example.org/".to_owned()), ..Options::default() };
    let files = build(&sources, &project.themes, &options, &mut found);
    assert_eq!(found.print_down_to(Severity::Warning, Format::Human, false), "");
    files.expect("it builds")
}

#[test]
fn neither_program_nor_scripts_know_a_third_language() {
    let knows = |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == THIRD);
    let mut named: Vec<String> =
        sources().iter().filter(|source| knows(&source.product())).map(|source| source.path.clone()).collect();
    for (path, text) in &embedded::theme().below("js").0 {
        if knows(&String::from_utf8_lossy(text)) {
            named.push(path.clone());
        }
    }
    let worker = fs::read_to_string(repository("src/render/offline/worker.js")).expect("the worker");
    assert!(named.is_empty() && !knows(&worker), "{named:?}");
}

#[test]
fn pages_of_a_third_language_speak_it_throughout() {
    let files = &OUTPUT;
    let page = files.text("sv/teser/det-loper/index.html").expect("a chapter");
    for said in [
        "<html lang=\"sv\" dir=\"ltr\"",
        "<main id=\"main\" class=\"article\">",
        "Hoppa till innehållet",
        "”jag kopplar er vidare”",
        "60\u{a0}% av räkningarna",
        "<small>Nästa</small>",
        "hreflang=\"sv\" href=\"https://example.org/sv/teser/det-loper/\"",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let home = files.text("sv/index.html").expect("the front page");
    assert!(home.contains("Ett gott möte är en början.") && home.contains("<a href=\"../fi/index.html\""));
    assert!(files.text("index.html").expect("the choice").contains(">Svenska</a>"));
}

#[test]
fn what_is_missing_is_shown_in_another_language_and_says_so() {
    let files = &OUTPUT;
    let page = files.text("sv/teser/tarpeiden-tunnistaminen/index.html").expect("a borrowed chapter");
    assert!(page.contains("<main id=\"main\" class=\"article\" lang=\"fi\">"));
    assert!(
        page.contains(
            "<p class=\"notice\" lang=\"sv\">Den här sidan finns inte på svenska än. Texten är på finska.</p>"
        )
    );
    assert!(!page.contains("hreflang=\"sv\" href=\"https"), "a borrowed text is no translation");
    let check = page.split_once("data-block=\"check\"").expect("its questions").1;
    assert!(check.contains(" lang=\"sv\">") && check.contains("<legend lang=\"fi\">"), "{check}");
}

#[test]
fn questions_without_a_translation_are_asked_in_the_language_they_are_in() {
    let files = &OUTPUT;
    let form = files.text("sv/bedomning/index.html").expect("the form");
    assert!(form.replace('\u{ad}', "").contains("<h1>Självbedömning</h1>") && form.contains("<legend lang=\"fi\">"));
    assert!(form.contains("<h2 id=\"h-flow\" tabindex=\"-1\" lang=\"fi\">"));
    assert!(form.contains("> Jag vet inte</label>") && form.contains("Börja bedömningen"));
    let quick = files.text("sv/bedomning/pika-arvio/index.html").expect("a borrowed form");
    assert!(quick.contains("<main id=\"main\" class=\"frame narrow article\">"), "the interface is most of it");
    assert!(quick.contains("<h1 lang=\"fi\">") && quick.contains("<p class=\"lead\" lang=\"fi\">"));
    let levels = files.text("sv/teser/det-loper/index.html").expect("a chapter");
    assert!(levels.contains("<ol class=\"levels\" role=\"list\" lang=\"fi\">"));
}

#[test]
fn the_way_to_a_language_leads_to_the_nearest_page_in_it() {
    let files = &OUTPUT;
    for (from, to, said) in [
        ("fi/teesit/sujuvuus/index.html", "../../../sv/teser/det-loper/index.html", ""),
        (
            "fi/teesit/tarpeiden-tunnistaminen/index.html",
            "../../../sv/teser/index.html",
            "Den här sidan finns inte på svenska än. Leder till: Sju teser",
        ),
        (
            "fi/kulttuuri/suunta/index.html",
            "../../../sv/index.html",
            "Den här sidan finns inte på svenska än. Leder till: Startsida",
        ),
    ] {
        let page = files.text(from).unwrap_or_else(|| panic!("{from}"));
        let mark = if said.is_empty() { String::new() } else { format!(" title=\"{said}\" data-elsewhere") };
        let link = format!("<a href=\"{to}\" lang=\"sv\" hreflang=\"sv\"{mark}>Svenska");
        assert!(page.contains(&link), "{from}: {link}");
    }
    let borrowed = files.text("sv/kulttuuri/suunta/index.html").expect("a borrowed page");
    assert!(
        borrowed.contains("<a href=\"../../../fi/kulttuuri/suunta/index.html\" lang=\"fi\" hreflang=\"fi\">Suomi</a>")
    );
}
