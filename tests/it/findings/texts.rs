//! The assessment's texts: a question with all it needs, under an id that exists.

use crate::support::Case;

const MODEL: &str = "content/assessment.yaml";
const TEXTS: &str = "content/en/assessment.yaml";

fn model() -> Case {
    Case::new().with_model()
}

#[test]
fn the_smallest_model_has_nothing_wrong_with_it() {
    model().check("");
}

#[test]
fn an_unknown_key() {
    model()
        .edit(MODEL, "{ id: flow2, w: 1 }", "{ id: flow2, weight: 1 }")
        .edit(TEXTS, "question: Do", "qestion: Do")
        .check(
            "
            error: unknown key `weight`
              --> content/assessment.yaml:10:22
              hint: known here: `id`, `rev`, `w`, `key`, `na`, `basic`, `sources` and `remove`
            error: question `flow1` has no `question`
              --> content/en/assessment.yaml:5:3
              hint: add `question: …`
            error: unknown key `qestion`
              --> content/en/assessment.yaml:6:5
              hint: did you mean `question`?
            ",
        );
}

#[test]
fn an_unknown_question_or_dimension_in_the_texts() {
    model().edit(TEXTS, "flow2:", "flow3:").edit(TEXTS, "{ flow: {", "{ flwo: { name: X }, flow: {").check(
        "
            error: question `flow2` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:10:15
              hint: add it to en/assessment.yaml
            error: the assessment has no dimension `flwo`
              --> content/en/assessment.yaml:2:15
              hint: did you mean `flow`?
            error: the assessment has no question `flow3`
              --> content/en/assessment.yaml:8:3
              hint: did you mean `flow1`?
            ",
    );
}

#[test]
fn a_question_without_its_anchors() {
    model().edit(TEXTS, "    anchors: [never, seldom, at times, often, always]\n", "").check(
        "
            error: question `flow1` has no `anchors`
              --> content/en/assessment.yaml:5:3
              hint: add five, from level 1 up
            ",
    );
}

#[test]
fn an_anchor_too_few_or_too_many() {
    model().edit(TEXTS, "[never, seldom,", "[never,").edit(TEXTS, "nowhere,", "nowhere, hardly,").check(
        "
            error: question `flow1` has 4 anchors
              --> content/en/assessment.yaml:7:14
              hint: it needs five, from level 1 up
            error: question `flow2` has 6 anchors
              --> content/en/assessment.yaml:10:14
              hint: it needs five, from level 1 up
            ",
    );
}

#[test]
fn anchors_that_are_empty_equal_or_of_very_different_length() {
    model().edit(TEXTS, "seldom", "never").edit(TEXTS, "in some", "''").check(
        "
            error: two anchors of question `flow1` are the same
              --> content/en/assessment.yaml:7:22
              hint: each level needs its own description
            error: an anchor of question `flow2` is empty
              --> content/en/assessment.yaml:10:34
              hint: describe what one would see at that level
            ",
    );
    model().edit(TEXTS, "everywhere", "wherever one may look in the organisation").check(
        "
            warning: the longest anchor of question `flow2` has 41 characters, the shortest 7
              --> content/en/assessment.yaml:10:14
              hint: people choose the longest; keep it under 2.5 times the shortest
            ",
    );
}
