//! An edition changes more than looks: words, pages, questions, targets.

use crate::support::Case;

const LIST: &str = "---\ntitle: Terms\n---\nThe words.\n\n```glossary\n```\n";
const TERMS: &str = "terms:\n  journey: { term: journey, definition: The stages., forms: [journey, journeys] }\n";

/// What `check` says of the words of an edition that were not marked yet.
const ONE: &str = "note: 1 text hides one below without its mark; nobody hears when that changes
  --> editions/acme
  hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts\n";
const TWO: &str = "note: 2 texts hide others below without their marks; nobody hears when those change
  --> editions/acme
  hint: `overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts\n";

/// A handbook with a glossary and three pages that speak of journeys.
fn words(edition: &str) -> Case {
    let page = |name: &str| format!("# {name}\n\nThe lead.\n\nOne journey, two journeys, and a voyage.\n");
    let case = Case::new().on_default_theme().file("content/en/glossary.yaml", TERMS);
    let case = case.file("content/en/reference/glossary.md", LIST);
    ["a", "b", "c", "d"]
        .iter()
        .fold(case, |case, name| case.file(&format!("content/en/{name}.md"), page(name)))
        .edition("acme", "en/glossary.yaml", edition)
}

#[test]
fn another_word_for_a_term_stands_in_the_list_and_its_first_use_leads_there() {
    let case = words("terms: { journey: { term: voyage } }\n");
    let built = case.build();
    let list = built.page("en/reference/glossary/index.html");
    assert!(list.contains("voyage") && list.contains("The stages.") && !list.contains("journey<"), "{list}");
    let page = built.page("en/a/index.html");
    assert!(page.contains("index.html#journey\">voyage</a>"), "{page}");
}

#[test]
fn check_counts_the_pages_that_still_say_the_old_word() {
    let found = words("terms:\n  journey: { term: voyage }\n").prose();
    let expected = "warning: 4 pages say `journey`, which is now `voyage`: a, b, c and 1 more
  --> editions/acme/en/glossary.yaml:2:20
  hint: replace them, or add the forms of `journey` to `forms`, so that it leads to the term\n";
    assert_eq!(found, ONE.to_owned() + expected);
}

#[test]
fn old_forms_that_are_taken_over_lead_to_the_term_and_are_not_counted() {
    let case = words("terms: { journey: { term: voyage, forms: [voyage*, journey, journeys] } }\n");
    assert_eq!(case.prose(), TWO);
    let built = case.build();
    assert!(built.page("en/a/index.html").contains("index.html#journey\">journey</a>"));
    assert_eq!(words("terms: { journey: { term: voyage, forms: [voyage*, journ*] } }\n").prose(), TWO);
}

#[test]
fn a_definition_alone_replaces_no_word() {
    assert_eq!(words("terms: { journey: { definition: The stages of a client. } }\n").prose(), ONE);
}

/// The built-in handbook's assessment with one more question in an edition.
fn asked(model: &str) -> Case {
    let texts = "items: { flow3: { question: Is it quick?, anchors: [never, seldom, at times, often, always] } }\n";
    let page = |title: &str| format!("# {title}\n\nThe lead.\n");
    Case::new()
        .on_default_theme()
        .with_model()
        .file("content/en/assessment/index.md", page("Assessment"))
        .file("content/en/assessment/quick.md", page("Quick"))
        .file("content/en/assessment/result.md", page("Result"))
        .file("content/en/assessment/method.md", page("Method"))
        .edition("acme", "en/assessment.yaml", texts)
        .edition("acme", "assessment.yaml", model)
}

const MORE: &str = "dimensions: [{ id: flow, items: [{ id: flow3, w: 3 }] }]\n";
const METHOD: &str = "en/assessment/method/index.html";
const RESULT: &str = "en/assessment/result/index.html";

#[test]
fn an_extra_question_is_asked_and_the_pages_say_that_results_differ() {
    let built = asked(MORE).build();
    assert_eq!(built.findings, "");
    assert!(built.page("en/assessment/index.html").contains("id=\"q-flow3\""));
    assert!(built.page(RESULT).contains("\"id\":\"flow3\",\"rev\":1,\"w\":3"));
    for page in [METHOD, RESULT] {
        assert!(built.page(page).contains("data-differs>The questions of this edition differ"), "{page}");
    }
    assert!(!built.page("en/assessment/index.html").contains("data-differs"));
}

#[test]
fn other_words_alone_leave_results_comparable() {
    let case = asked("rules: { min_group: 6 }\n").edition(
        "acme",
        "en/assessment.yaml",
        "items: { flow1: { question: Do they? } }\n",
    );
    let built = case.build();
    for page in [METHOD, RESULT] {
        assert!(!built.page(page).contains("data-differs"), "{page}");
    }
}

#[test]
fn a_dimension_of_its_own_has_texts_weight_and_chapter() {
    let model = "dimensions:\n  - id: care\n    part: work\n    w: 2\n    chapter: care\n    items: [{ id: care1, w: 2, key: true }, { id: care2, w: 1 }]\n";
    let texts = "dimensions: { care: { name: Care } }\nitems:\n  care1: { question: Who cares?, anchors: [nobody, one of us, some of us, most of us, everybody] }\n  care2: { question: Who sees it?, anchors: [nobody, one of us, some of us, most of us, everybody] }\n";
    let case = asked(model).edition("acme", "en/assessment.yaml", texts).edition(
        "acme",
        "en/care.md",
        "# Care\n\nThe lead.\n\n```check\ndimension: care\n```\n",
    );
    let built = case.build();
    assert_eq!(built.findings, "");
    assert!(built.page("en/care/index.html").contains("id=\"q-care1\""));
    assert!(built.page(RESULT).contains("en/care/index.html\">Care</a>"));
}

#[test]
fn targets_stand_in_the_result_and_load_what_draws_them() {
    let brand = "meta: { name: Acme & Co }\ndefaults: { portaat: { targets: { flow: 4 } } }\n";
    let built = asked(MORE).edition("acme", "_brand.yml", brand).build();
    let page = built.page(RESULT);
    assert!(page.contains("<tr data-dimension=\"flow\" data-target=\"4\">"), "{page}");
    assert!(page.contains("The targets were set by Acme &amp; Co."), "{page}");
    assert!(page.contains("/result-target.") && page.contains("/target."), "{page}");
    assert!(page.contains("\"target\":{"), "{page}");
}

#[test]
fn without_targets_nothing_is_said_or_loaded() {
    let built = asked(MORE).build();
    let page = built.page(RESULT);
    assert!(!page.contains("/result-target.") && !page.contains("/target."), "{page}");
    assert!(!page.contains("data-target") && !page.contains("\"target\":{"), "{page}");
}

/// Three chapters, the first of which leads to the third.
fn chapters() -> Case {
    let page = |name: &str, weight: u32, text: &str| {
        format!("---\ntitle: {name}\nweight: {weight}\n---\n\nThe lead.\n\n{text}\n")
    };
    Case::new()
        .on_default_theme()
        .file("content/en/a.md", page("First", 10, "See [the third](c.md)."))
        .file("content/en/b.md", page("Second", 20, "The base speaks."))
        .file("content/en/c.md", page("Third", 30, "The end."))
        .edition("acme", "_brand.yml", "meta: { name: Acme }\n")
}

/// Where the names stand on the front page, one after another.
fn in_order(page: &str, names: &[&str]) -> bool {
    let places: Vec<Option<usize>> = names.iter().map(|name| page.find(&format!("index.html\">{name}</a>"))).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[test]
fn chapters_are_replaced_added_and_removed() {
    let built = chapters()
        .edition("acme", "en/b.md", "---\ntitle: Second\nweight: 20\n---\n\nThe lead.\n\nAcme speaks.\n")
        .edition("acme", "en/c.md", "---\nremove: true\n---\n")
        .edition("acme", "en/d.md", "---\ntitle: Fourth\nweight: 5\n---\n\nThe lead.\n")
        .build();
    let warned = "warning: page a links to c, which is removed; the link is shown as text\n";
    assert!(built.findings.starts_with(warned), "{}", built.findings);
    let second = built.page("en/b/index.html");
    assert!(second.contains("Acme speaks.") && !second.contains("The base speaks."));
    let files = &built.files.as_ref().expect("it is built").0;
    assert!(!files.contains_key("en/c/index.html"));
    assert!(built.page("en/a/index.html").contains("See the third."), "a link to a removed page is plain text");
    assert!(in_order(built.page("en/index.html"), &["Fourth", "First", "Second"]));
}

#[test]
fn chapters_are_reordered_by_weight_and_by_name() {
    assert!(in_order(chapters().build().page("en/index.html"), &["First", "Second", "Third"]));
    let heavier = "---\ntitle: First\nweight: 40\n---\n\nThe lead.\n";
    let built = chapters().edition("acme", "en/a.md", heavier).build();
    assert!(in_order(built.page("en/index.html"), &["Second", "Third", "First"]));
    let built = chapters().edition("acme", "handbook.yaml", "nav: [c, b]\n").build();
    assert!(in_order(built.page("en/index.html"), &["Third", "Second", "First"]));
}

#[test]
fn an_edition_shows_the_passages_of_its_audience() {
    let blocks = "# P\n\nThe lead.\n\n```audience\nfor: public\ntext: For residents.\n```\n\n```audience\nfor: business\ntext: For buyers.\n```\n";
    let base = chapters().file("content/en/p.md", blocks);
    let both = base.build();
    assert!(
        both.page("en/p/index.html").contains("For residents.") && both.page("en/p/index.html").contains("For buyers.")
    );
    let built = base.edition("acme", "handbook.yaml", "audience: public\n").build();
    let page = built.page("en/p/index.html");
    assert!(page.contains("For residents.") && !page.contains("For buyers."), "{page}");
}
