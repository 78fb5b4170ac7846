//! What `portaat check` proves of an assessment, and what it remembers of its wording.

use crate::support::Case;

const MODEL: &str = "content/assessment.yaml";
const TEXTS: &str = "content/en/assessment.yaml";

/// A chapter that shows the questions of its dimension.
fn model() -> Case {
    Case::new().with_model().file("content/en/index.md", "Welcome.\n\n```levels\ndimension: flow\n```\n")
}

#[test]
fn a_sound_assessment() {
    model().check_prose("");
}

#[test]
fn levels_that_no_answers_reach() {
    model()
        .edit(MODEL, "parts:", "rules: { key_lag: 4, thresholds: [100, 110, 260, 340, 420] }\nparts:")
        .check_prose("");
    model().edit(MODEL, "parts:", "rules: { key_lag: 4, thresholds: [100, 101, 102, 340, 420] }\nparts:").check_prose(
        "
            warning: no answers reach level 2 of dimension `flow`; its scores go from 100 to 500
              --> content/assessment.yaml:1:1
              hint: change `thresholds`, `key_lag` or the weights
            warning: no answers reach the overall level 2
              --> content/assessment.yaml:1:1
              hint: change `thresholds` or `overall_lag`
            ",
    );
}

#[test]
fn a_chapter_without_the_questions_of_its_dimension() {
    Case::new().with_model().check_prose(
        "
            warning: the chapter of dimension `flow`, content/en/index.md, shows none of its questions
              --> content/assessment.yaml:7:14
              hint: add a `check` or `levels` block with `dimension: flow`
            ",
    );
}

#[test]
fn anchors_that_are_nearly_the_same() {
    let likes = "anchors: [the promise holds in each team of ours at all times today, the promise holds in each team of ours at all times, in some, in most of them, everywhere]";
    model().edit(TEXTS, "anchors: [nowhere, in a few, in some, in most, everywhere]", likes).check_prose(
        "
            warning: the longest anchor of question `flow2` has 57 characters, the shortest 7
              --> content/en/assessment.yaml:10:14
              hint: people choose the longest; keep it under 2.5 times the shortest
            warning: anchors 1 and 2 of question `flow2` are nearly the same
              --> content/en/assessment.yaml:10:74
              hint: say what one would see differently at each level
            ",
    );
}

#[test]
fn a_page_tells_the_numbers_of_the_rules_there_are() {
    let page = "---\ntitle: Rules\n---\n\nTarget {{ model.target }}, level 2 from {{ model.level_2 }}.\n";
    let case = model().file("content/en/rules.md", page).on_default_theme();
    let page =
        |case: &Case| case.build().files.expect("it builds").text("en/rules/index.html").expect("a page").to_owned();
    assert!(page(&case).contains("Target 4.00, level 2 from 1.80."));
    let case = case.edit(MODEL, "parts:", "rules: { target: 350, thresholds: [100, 200, 260, 340, 420] }\nparts:");
    assert!(page(&case).contains("Target 3.50, level 2 from 2.00."));
}

const LOCK: &str = "flow1: 1 en=000000000000\nflow2: 2 en=000000000000\n";

#[test]
fn a_wording_that_changed_with_the_same_rev() {
    model().file("content/assessment.lock", LOCK.replace("2 en", "1 en")).edit(TEXTS, "flow2", "flow2").check_prose(
        "
            warning: the wording of question `flow1` has changed, but its `rev` is still 1
              --> content/en/assessment.yaml:5:3
              hint: raise `rev` if it asks for something else now; if not, run `portaat check --update-lock`
            warning: the wording of question `flow2` has changed, but its `rev` is still 1
              --> content/en/assessment.yaml:8:3
              hint: raise `rev` if it asks for something else now; if not, run `portaat check --update-lock`
            ",
    );
}

#[test]
fn a_lock_file_left_behind() {
    model().file("content/assessment.lock", "flow1: 2 en=000000000000\n").check_prose(
        "
            warning: the lock file is older than the questions: some are new, gone or have another `rev`
              --> content/assessment.lock:1:1
              hint: run `portaat check --update-lock`
            ",
    );
}

#[test]
fn a_lock_file_that_was_just_written() {
    let project = model().project();
    assert_eq!(project.run(["check", "--update-lock"]).code, 0);
    let again = project.run(["check", "--strict"]);
    assert_eq!((again.code, again.err.contains("lock")), (0, false), "{}", again.err);
}
