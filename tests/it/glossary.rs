//! Terms in running text, and the page they lead to.

use crate::support::{Case, tags};

const TERMS: &str = "terms:
  journey: { term: journey, definition: The stages., forms: [journey, journeys, customer journey*], page: way, not: [odyssey, odyss*] }
  level: { term: level, definition: How far <it> reaches. }
  zeal: { term: zeal, definition: Too much., forms: [] }
";

const LIST: &str = "---\ntitle: Terms\n---\nEvery level.\n\nA level here.\n\n```glossary\n```\n";

fn case(body: &str) -> Case {
    Case::new()
        .on_default_theme()
        .file("content/en/glossary.yaml", TERMS)
        .file("content/en/reference/glossary.md", LIST)
        .file("content/assets/a.svg", "<svg/>")
        .file("content/en/way.md", "---\ntitle: Way\n---\nLead.\n\nA journey on a level.\n")
        .file("content/en/a.md", format!("---\ntitle: A\n---\nThe lead has a level.\n\n{body}\n"))
}

/// The words that became links, with their terms.
fn linked(case: &Case, path: &str) -> Vec<String> {
    let built = case.build();
    let html = built.page(path).to_owned();
    let is_term = |tag: &crate::support::Tag| tag.get("class") == Some("term");
    let word = |tag: crate::support::Tag| {
        let href = tag.get("href").expect("a link has an address");
        let word = html[tag.end..].split("</a>").next().expect("a link ends");
        format!("{word} → {href}")
    };
    tags(&html).into_iter().filter(is_term).map(word).collect()
}

#[track_caller]
fn links(body: &str, expected: &[&str]) {
    let found = linked(&case(body), "en/a/index.html");
    let words: Vec<&str> = found.iter().filter_map(|link| link.split(" → ").next()).collect();
    assert_eq!(words, expected, "in {body:?}");
}

#[test]
fn the_first_use_on_a_page_leads_to_the_entry() {
    let found = linked(&case("One level, two levels, a customer journey."), "en/a/index.html");
    let glossary = "../reference/glossary/index.html";
    assert_eq!(found, [format!("level → {glossary}#level"), format!("customer journey → {glossary}#journey")]);
}

#[test]
fn only_running_text_of_paragraphs_and_items_has_links() {
    links("## A level\n\n[level](way.md), `level`, *level*, **level**, \"a level\" and “level”.", &[]);
    links("| level |\n|---|\n| level |\n\n> A level.\n\n![level](../assets/a.svg)", &[]);
    links("Term\n: A level.\n\nText[^n].\n\n[^n]: A level.", &[]);
    links("- one *level*\n- a level\n\n1. a journey", &["level", "journey"]);
    links("> [!NOTE]\n> A level.", &["level"]);
    links("\"No level\" but a level & a journey", &["level", "journey"]);
    links("An open \" level.\n\nA level.", &["level"]);
    links("A customer\njourney by {{ brand.name }} level", &["customer\njourney", "level"]);
    links("```case\norganisation: X\ntitle: level\ntext: A level.\n```", &[]);
}

#[test]
fn a_term_is_not_linked_where_it_is_explained_nor_on_its_own_list() {
    let case = case("Text.");
    assert_eq!(linked(&case, "en/way/index.html").len(), 1, "only the level");
    assert!(linked(&case, "en/reference/glossary/index.html").is_empty());
}

#[test]
fn a_page_has_six_links_at_most() {
    let terms: Vec<String> = (0..9).map(|n| format!("  t{n}: {{ term: word{n}, definition: D. }}\n")).collect();
    let text: Vec<String> = (0..9).map(|n| format!("word{n}")).collect();
    let many = case(&text.join(" ")).file("content/en/glossary.yaml", format!("terms:\n{}", terms.concat()));
    let found = linked(&many, "en/a/index.html");
    assert!(found.len() == 6 && found[5].starts_with("word5 "), "{found:?}");
}

#[test]
fn without_the_list_nothing_is_linked() {
    let text = "A level.";
    for instead in ["---\nremove: true\n---\n", "---\ntitle: Terms\n---\nText.\n"] {
        let without = case(text).file("content/en/reference/glossary.md", instead);
        assert!(linked(&without, "en/a/index.html").is_empty(), "{instead:?}");
    }
}

#[test]
fn raw_html_keeps_links_away_from_what_it_may_have_opened() {
    let raw = |body: &str| {
        let case = case(body).handbook("extends: none", "extends: none\nmarkdown: { raw_html: allow }");
        linked(&case, "en/a/index.html").len()
    };
    assert_eq!(raw("A <a href=\"x\">level</a>.\n\nA level."), 1);
    assert_eq!(raw("<a href=\"x\">\n\nA level.\n\n</a>"), 0);
    assert_eq!(raw("<!-- a note -->\n\nA level."), 1);
}

#[test]
fn an_edition_with_a_word_of_its_own_links_that_word() {
    let edition = case("A journey, a voyage.").edition(
        "acme",
        "en/glossary.yaml",
        "terms: { journey: { term: voyage }, level: ~ }\n",
    );
    let found = linked(&edition, "en/a/index.html");
    assert!(found.len() == 1 && found[0].starts_with("voyage → ") && found[0].ends_with("#journey"), "{found:?}");
}

#[test]
fn a_borrowed_page_is_read_with_the_words_of_its_own_language() {
    let case = case("A level, a taso.")
        .bilingual()
        .file("content/fi/glossary.yaml", "terms: { level: { term: taso, definition: D. } }\n");
    let found = linked(&case, "fi/a/index.html");
    assert!(found.len() == 1 && found[0].starts_with("level → "), "{found:?}");
}

#[test]
fn the_list_has_every_term_with_its_other_name_and_what_it_replaces() {
    let case = case("Text.")
        .bilingual()
        .file("content/fi/glossary.yaml", "terms: { level: { term: taso, definition: D. } }\n");
    let built = case.build();
    let html = built.page("en/reference/glossary/index.html");
    let ids = ["journey", "level", "zeal"].map(|id| html.find(&format!("id=\"{id}\"")).expect("an entry"));
    assert!(ids.is_sorted(), "{ids:?}");
    assert!(html.contains("How far &lt;it&gt; reaches.") && html.contains("<span lang=\"fi\">taso</span>"));
    assert!(html.contains("Not: odyssey<") && !html.contains('*'), "{html}");
    assert!(html.contains("<a href=\"#zeal\">Z</a>"));
    let before = html.split("The stages.").nth(1).expect("the definition");
    assert!(before.contains(">Way</a>"), "a link to the page of the term");
}
