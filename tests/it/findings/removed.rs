//! What an edition takes away, and who still speaks of it.

use crate::support::Case;

const MODEL: &str = "content/assessment.yaml";
const THIRD: &str = "      - { id: flow3, w: 1 }\n";

/// The small model with a third question, which a lens names too.
fn base() -> Case {
    let case = Case::new().with_model();
    let lens = format!("{THIRD}lenses: {{ signs: {{ all: [flow1, flow3], third: [flow3] }} }}\n");
    case.edit(MODEL, "      - { id: flow2, w: 1 }\n", &format!("      - {{ id: flow2, w: 1 }}\n{lens}")).edit(
        "content/en/assessment.yaml",
        "items:\n",
        "lenses: { signs: { name: Signs, groups: { all: All, third: Third } } }\nitems:\n  flow3:\n    question: Is it quick?\n    anchors: [never, seldom, at times, often, always]\n",
    )
}

fn edition(model: &str) -> Case {
    base().edition("acme", "assessment.yaml", model)
}

#[test]
fn a_question_is_removed_with_its_texts_and_its_places_in_lenses() {
    edition("dimensions: [{ id: flow, items: [{ id: flow3, remove: true }] }]\n").check("");
}

#[test]
fn a_removal_that_finds_nothing() {
    edition(
        "dimensions:\n  - id: flow\n    items:\n      - { id: flow4, remove: true }\n  - { id: flwo, remove: true }\n",
    )
    .check(
        "
        error: there is no question `flow4` to remove here
          --> editions/acme/assessment.yaml:4:9
          hint: did you mean `flow1`?
        error: there is no dimension `flwo` to remove here
          --> editions/acme/assessment.yaml:5:5
          hint: did you mean `flow`?
        ",
    );
}

#[test]
fn who_removes_a_question_must_not_speak_of_it() {
    let model =
        "dimensions: [{ id: flow, items: [{ id: flow3, remove: true }] }]\nlenses:\n  mine:\n    one: [flow3, flow1]\n";
    edition(model)
        .edition("acme", "en/assessment.yaml", "lenses: { mine: { name: Mine, groups: { one: One } } }\n")
        .check(
            "
            error: lens `mine` names the question `flow3`, which does not exist
              --> editions/acme/assessment.yaml:4:11
              hint: did you mean `flow1`?
            ",
        );
}

/// A second dimension that the base asks about in a page of its own.
fn two_dimensions() -> Case {
    let model = "  - id: zeal\n    part: work\n    chapter: index\n    items: [{ id: zeal1, w: 2, key: true }, { id: zeal2, w: 1 }]\n";
    let texts = "  zeal1: { question: Who tries?, anchors: [nobody, one of us, some of us, most of us, everybody] }\n  zeal2: { question: Who stays?, anchors: [nobody, one of us, some of us, most of us, everybody] }\n";
    Case::new()
        .with_model()
        .edit(MODEL, "dimensions:\n", &format!("dimensions:\n{model}"))
        .edit("content/en/assessment.yaml", "flow: { name: Flow }", "flow: { name: Flow }, zeal: { name: Zeal }")
        .edit("content/en/assessment.yaml", "items:\n", &format!("items:\n{texts}"))
        .file("content/en/a.md", "# A\n\n```check\ndimension: zeal\n```\n")
        .edition("acme", "assessment.yaml", "dimensions: [{ id: zeal, remove: true }]\n")
}

#[test]
fn a_dimension_is_removed_with_the_blocks_that_ask_about_it() {
    let built = two_dimensions().build();
    assert_eq!(built.findings, "");
    assert!(!built.page("en/a/index.html").contains("zeal1"));
}

#[test]
fn a_block_of_the_edition_itself_cannot_ask_about_it() {
    two_dimensions().edition("acme", "en/a.md", "# A\n\n```levels\ndimension: zeal\n```\n").check(
        "
        error: the assessment has no dimension `zeal`
          --> editions/acme/en/a.md:4:12
          hint: known here: `flow`
        ",
    );
}

#[test]
fn a_question_about_the_respondent_and_a_lens_are_removed_with_their_texts() {
    let case = base()
        .edit(MODEL, "parts: [work]\n", "parts: [work]\nprofile: { role: [l, f], sector: [shop, school] }\n")
        .edit(
            "content/en/assessment.yaml",
            "items:\n",
            "profile:\n  role: { question: Who are you?, options: { l: Leader, f: Frontline } }\n  sector: { question: Where?, options: { shop: Shop, school: School } }\nitems:\n",
        );
    case.check("");
    case.edition("acme", "assessment.yaml", "profile: { sector: ~, role: [l] }\nlenses: { signs: ~ }\n").check("");
}
