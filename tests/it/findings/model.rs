//! The assessment itself: ids, weights, keys, rules and what they name.

use crate::support::Case;

const MODEL: &str = "content/assessment.yaml";
const TEXTS: &str = "content/en/assessment.yaml";

fn model() -> Case {
    Case::new().with_model()
}

#[test]
fn a_weight_outside_one_to_three() {
    model()
        .edit(MODEL, "flow2, w: 1", "flow2, w: 7")
        .edit(MODEL, "    part: work\n", "    part: work\n    w: 0\n")
        .check(
            "
            error: the weight `w` is 0, but weights are 1, 2 or 3
              --> content/assessment.yaml:7:8
              hint: use 1, 2 or 3
            error: the weight `w` is 7, but weights are 1, 2 or 3
              --> content/assessment.yaml:11:25
              hint: use 1, 2 or 3
            ",
        );
}

#[test]
fn a_weight_that_is_no_number() {
    model().edit(MODEL, "flow2, w: 1", "flow2, w: heavy").check(
        "
            error: this must be a whole number, not the text `heavy`
              --> content/assessment.yaml:10:25
              hint: write it in digits, without quotes
            ",
    );
}

#[test]
fn an_id_used_twice() {
    model().edit(MODEL, "id: flow2", "id: flow1").check(
        "
            error: the question id `flow1` is used twice
              --> content/assessment.yaml:10:15
              hint: it is first used in line 9 of content/assessment.yaml
            error: the assessment has no question `flow2`
              --> content/en/assessment.yaml:8:3
              hint: did you mean `flow1`?
            ",
    );
}

#[test]
fn an_id_that_is_none() {
    model().edit(MODEL, "id: flow2", "id: Flow 2").edit(TEXTS, "flow2:", "Flow 2:").check(
        "
            error: `Flow 2` cannot be the id of a question
              --> content/assessment.yaml:10:15
              hint: use lower-case letters a–z, digits and hyphens, a letter first
            ",
    );
}

#[test]
fn a_dimension_with_too_few_questions_or_without_a_key_question() {
    model().edit(MODEL, "      - { id: flow2, w: 1 }\n", "").edit(TEXTS, "flow2:", "flow1b:").check(
        "
            error: dimension `flow` has 1 question
              --> content/assessment.yaml:5:5
              hint: a dimension has 2 to 7
            error: the assessment has no question `flow1b`
              --> content/en/assessment.yaml:8:3
              hint: did you mean `flow1`?
            ",
    );
    model().edit(MODEL, "w: 2, key: true", "w: 1").check(
        "
            error: dimension `flow` has 0 key questions
              --> content/assessment.yaml:5:5
              hint: mark one or two with `key: true`
            error: `flow1` comes first in its dimension but is no key question of weight 2
              --> content/assessment.yaml:9:9
              hint: write `w: 2, key: true`, or put the key question first
            ",
    );
}

#[test]
fn a_key_question_that_may_not_concern_anybody() {
    model().edit(MODEL, "key: true", "key: true, na: true").check(
        r#"
            error: key question `flow1` cannot be "does not apply"
              --> content/assessment.yaml:9:9
              hint: remove `na: true`
            "#,
    );
}

#[test]
fn a_part_or_a_chapter_that_does_not_exist() {
    model().edit(MODEL, "part: work", "part: wrok").edit(MODEL, "chapter: index", "chapter: indxe").check(
        "
            error: dimension `flow` belongs to the part `wrok`, which is not listed in `parts`
              --> content/assessment.yaml:6:11
              hint: did you mean `work`?
            error: the assessment leads to page indxe, which does not exist
              --> content/assessment.yaml:7:14
              hint: did you mean `index`?
            ",
    );
}

#[test]
fn rules_that_name_people_or_do_not_rise() {
    model().edit(MODEL, "parts:", "rules: { min_group: 2, thresholds: [100, 300, 200, 400, 450] }\nparts:").check(
        "
            error: `min_group` is 2: results of so few people would name them
              --> content/assessment.yaml:3:21
              hint: use 3 or more; 5 is the default
            error: `thresholds` must be five rising numbers, the first 100, the last under 500
              --> content/assessment.yaml:3:36
              hint: the default is [100, 180, 260, 340, 420]
            ",
    );
}

#[test]
fn a_lens_that_names_no_question() {
    model()
        .edit(MODEL, "parts:", "lenses: { stairs: { first: [flow1, flow9] } }\nparts:")
        .edit(TEXTS, "levels:", STAIRS)
        .check(
            "
            error: lens `stairs` names the question `flow9`, which does not exist
              --> content/assessment.yaml:3:36
              hint: did you mean `flow1`?
            ",
        );
}

const STAIRS: &str = "lenses: { stairs: { name: Stairs, groups: { first: First } } }\nlevels:";

#[test]
fn a_lens_and_a_group_without_a_text() {
    model()
        .edit(MODEL, "parts:", "lenses: { stairs: { first: [flow1], last: [flow2] }, signs: { one: [flow1] } }\nparts:")
        .edit(TEXTS, "levels:", STAIRS)
        .check(
            "
            error: group `last` of lens `stairs` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:3:37
              hint: add it to en/assessment.yaml
            error: lens `signs` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:3:54
              hint: add it to en/assessment.yaml
            ",
        );
}

#[test]
fn a_question_that_no_language_asks() {
    model().edit(TEXTS, "  flow2:\n    question: Does the promise hold?\n    anchors: [nowhere, in a few, in some, in most, everywhere]\n", "").check(
        "
            error: question `flow2` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:10:15
              hint: add it to en/assessment.yaml
            ",
    );
}

#[test]
fn shares_and_caps_that_no_answers_can_reach() {
    let rules =
        "rules:\n  min_coverage_pct: 160\n  key_lag: 5\n  unknown_cap: 0\n  bridge_pct: 0\n  gap_flag: 9.5\nparts:";
    model().edit(MODEL, "parts:", rules).check(
        "
            error: `min_coverage_pct` is 160, but it must be from 1 to 100
              --> content/assessment.yaml:4:21
              hint: the default is 60
            error: `key_lag` is 5, but it must be from 0 to 4
              --> content/assessment.yaml:5:12
              hint: the default is 1
            error: `unknown_cap` is 0, but it must be from 1 to 5
              --> content/assessment.yaml:6:16
              hint: the default is 3
            error: `bridge_pct` is 0, but it must be from 1 to 100
              --> content/assessment.yaml:7:15
              hint: the default is 70
            error: `gap_flag` is 9.5, but it must be from 0 to 4
              --> content/assessment.yaml:8:13
              hint: the default is 0.5
            ",
    );
}

#[test]
fn rules_at_the_ends_of_what_they_can_be() {
    let rules = "rules: { min_coverage_pct: 100, key_lag: 0, unknown_cap: 5, overall_lag: 4, target: 500, cap_bonus: 0, change_flag: 0.0 }\nparts:";
    model().edit(MODEL, "parts:", rules).check("");
}

#[test]
fn a_form_on_paper_without_an_assessment() {
    let case = Case::new().file("content/en/index.md", "Welcome.\n\n```paper\nform: full\n```\n");
    case.clone().check(
        "
            warning: there is no assessment, so this block prints nothing
              --> content/en/index.md:4:7
              hint: add `assessment.yaml`, or take the block out
            ",
    );
    case.handbook("theme: plain\n", "theme: plain\nassessment: { enabled: false }\n").check("");
}
