//! Targets in a brand file: a level for a dimension there is.

use crate::support::Case;

fn with(targets: &str) -> Case {
    let brand = format!("meta: {{ name: Acme }}\ndefaults:\n  portaat:\n    targets:\n      {targets}\n");
    Case::new().with_model().edition("acme", "_brand.yml", brand)
}

#[test]
fn a_target_for_a_dimension_that_is_none() {
    with("flwo: 3").check(
        "
        error: there is a target for `flwo`, which is no dimension of the assessment
          --> editions/acme/_brand.yml:5:7
          hint: did you mean `flow`?
        ",
    );
}

#[test]
fn a_target_that_is_no_level() {
    with("flow: 340").check(
        "
        error: the target of `flow` is 340, which is no level
          --> editions/acme/_brand.yml:5:13
          hint: use a whole number from 1 to 5
        ",
    );
    with("flow: high").check(
        "
        error: this must be a whole number, not the text `high`
          --> editions/acme/_brand.yml:5:13
          hint: write it in digits, without quotes
        ",
    );
}

#[test]
fn a_target_from_below_can_be_dropped() {
    let base = "meta: { name: Base }\ndefaults: { portaat: { targets: { flow: 9 } } }\n";
    let case = with("flow: ~").file("content/_brand.yml", base);
    case.check("");
}
