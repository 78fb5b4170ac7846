//! Mistakes in the body of a page: headings, text variables, blocks.

use crate::support::Case;

fn page(text: &str) -> Case {
    Case::new().file("content/en/a.md", text)
}

#[test]
fn a_second_heading_with_one_hash() {
    page("# A\n\nText.\n\n# B\n").check(
        "
        error: a page has one heading with a single `#`, at its start
          --> content/en/a.md:5:1
          hint: use `##` for the sections of a page
        ",
    );
}

#[test]
fn a_heading_id_used_twice() {
    page("# A\n\n## One {#same}\n\n## Two {#same}\n").check(
        "
        error: the heading id `same` is used twice on this page
          --> content/en/a.md:5:1
          hint: give one of them another id
        ",
    );
}

#[test]
fn a_text_variable_that_does_not_exist() {
    page("---\ntitle: On {{ brand.nam }}\n---\nText of {{ brand.nmae }} and {{ x }}.\n").check(
        "
        error: there is no text variable `brand.nam`
          --> content/en/a.md:2:8
          hint: did you mean `brand.name`?
        error: there is no text variable `brand.nmae`
          --> content/en/a.md:4:9
          hint: did you mean `brand.name`?
        error: there is no text variable `x`
          --> content/en/a.md:4:30
          hint: known here: `brand.name`, `brand.full_name`, `model.questions`, `model.dimensions`, `model.level_1`, `model.level_2`, `model.level_3`, `model.level_4`, `model.level_5`, `model.key_lag`, `model.overall_lag`, `model.unknown_cap`, `model.coverage`, `model.blind_spot`, `model.needed_share`, `model.needed`, `model.target`, `model.cap_bonus`, `model.profile_gap` and `model.min_group`
        ",
    );
}

#[test]
fn a_block_that_names_no_dimension_or_a_wrong_key() {
    page("# A\n\nText.\n\n```levels\ndimension: flwo\n```\n\n```check\ndimension: flow\nal: true\n```\n")
        .with_model()
        .check(
            "
        error: the assessment has no dimension `flwo`
          --> content/en/a.md:6:12
          hint: did you mean `flow`?
        error: unknown key `al`
          --> content/en/a.md:11:1
          hint: known here: `dimension`
        ",
        );
}

#[test]
fn a_block_that_needs_an_assessment_where_there_is_none() {
    page("# A\n\nText.\n\n```check\ndimension: flow\n```\n").check(
        "
        error: this block needs an assessment, and there is none
          --> content/en/a.md:6:12
          hint: add `assessment.yaml`, or take the block out
        ",
    );
}

#[test]
fn a_lane_that_is_not_there() {
    let flow = "kind: flow\ntitle: Two lanes.\nlanes: [Leaders, Team]\nsteps: [{ label: Ask, lane: Team }, { label: Say, lane: \
                Leader }, { label: Go, lane: Leaders }]";
    page(&format!("# A\n\nText.\n\n```diagram\n{flow}\n```\n")).check(
        "
            error: `steps 2` is in lane `Leader`, which is none of `lanes`
              --> content/en/a.md:6:1
              hint: did you mean `Leaders`?
            ",
    );
}

#[test]
fn a_diagram_that_cannot_be_drawn() {
    page("# A\n\nText.\n\n```diagram\nkind: stairs\ntitle: One step is no staircase.\nsteps: [Only]\n```\n").check(
        "
            error: stairs take 2 to 7 steps, here are `1`
              --> content/en/a.md:6:1
              hint: see the diagram kinds in the README
            ",
    );
}

#[test]
fn a_page_named_in_extra_that_does_not_exist() {
    page("---\ntitle: A\nextra:\n  doors:\n    - { page: indxe }\n---\nText.\n").check(
        "
        error: there is no page `indxe`
          --> content/en/a.md:5:15
          hint: did you mean `index`?
        ",
    );
}
