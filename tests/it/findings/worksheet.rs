//! Mistakes in a worksheet.

use crate::support::Case;

const SHEET: &str = "# A

```worksheet
title: Film week
why: A camera does not go blind.
fields:
  - { id: team, label: Team }
parts:
  - id: seen
    kind: table
    columns:
      - { id: what, label: What }
      - { id: often, label: How often, type: choice, options: { daily: daily, weekly: weekly } }
    rows: 2
  - id: rate
    kind: wheel
    low: never
    high: always
    spokes: [{ id: one, label: One }, { id: two, label: Two }, { id: three, label: Three }]
example:
  organisation: Harjula Water
  fields: { team: Billing }
  seen:
    - { what: A bill, often: daily }
  rate: { one: 3 }
```
";

fn page(from: &str, to: &str) -> Case {
    assert!(SHEET.contains(from), "{from}");
    Case::new().file("content/en/a.md", SHEET.replace(from, to))
}

#[test]
fn a_good_sheet_has_none() {
    page("", "").on_default_theme().check("");
}

#[test]
fn an_id_that_cannot_be_one_is_used_twice_or_is_taken() {
    page(
        "{ id: team, label: Team }\n",
        "{ id: Team, label: Team }\n  - { id: x, label: X }\n  - { id: x, label: Y }\n",
    )
    .check(
        "
        error: `Team` cannot be an id of a worksheet
          --> content/en/a.md:7:11
          hint: use lower-case letters a–z, digits and `_`, a letter first
        error: the id `x` is used twice
          --> content/en/a.md:9:11
          hint: it is first used in line 8
        ",
    );
    page("id: seen", "id: agreed").check(
        "
        error: a part cannot be called `agreed`
          --> content/en/a.md:9:9
          hint: give it another id
        ",
    );
}

#[test]
fn an_example_that_fills_in_what_is_not_there() {
    page("{ what: A bill, often: daily }", "{ wat: A bill, often: hourly }").check(
        "
        error: the example fills in `seen.1.wat`, which is not on the sheet
          --> content/en/a.md:24:14
          hint: did you mean `seen.1.what`?
        error: `seen.1.often` cannot be `hourly`
          --> content/en/a.md:24:29
          hint: known here: `daily` and `weekly`
        ",
    );
    page("{ what: A bill, often: daily }", "{ what: A bill, unpaid, often: daily }").check(
        "
        error: the example fills in `seen.1.unpaid`, which is not on the sheet
          --> content/en/a.md:24:29
          hint: known here: `fields.team`, `rate.one`, `rate.three`, `rate.two`, `seen.1.often`, `seen.1.what`, `seen.2.often` and `seen.2.what`
        ",
    );
    page("rate: { one: 3 }", "rate: { one: 7 }").check(
        "
        error: `rate.one` cannot be `7`
          --> content/en/a.md:25:16
          hint: known here: `1`, `2`, `3`, `4` and `5`
        ",
    );
}

#[test]
fn a_key_of_another_kind_and_too_few_of_something() {
    page("    rows: 2\n", "    rows: 2\n    low: never\n").check(
        "
        error: a part of kind `table` has no `low`
          --> content/en/a.md:10:11
          hint: `low` belongs to `kind: wheel`
        ",
    );
    page(", { id: three, label: Three }", "").check(
        "
        error: a wheel has 3 to 8 spokes, and this one has 2
          --> content/en/a.md:16:11
          hint: a sheet fits one page: make another for the rest
        ",
    );
    page("    rows: 2\n", "").check(
        "
        error: a table has 1 to 16 rows, and this one has 0
          --> content/en/a.md:10:11
          hint: a sheet fits one page: make another for the rest
        ",
    );
}

#[test]
fn a_kind_that_does_not_exist_is_all_that_is_said_of_its_part() {
    page("kind: wheel", "kind: weel").check(
        "
        error: `weel` is not one of the choices here
          --> content/en/a.md:16:11
          hint: did you mean `wheel`?
        ",
    );
}

#[test]
fn a_choice_without_choices() {
    page(", options: { daily: daily, weekly: weekly }", "").check(
        "
        error: `often` lacks its choices
          --> content/en/a.md:13:15
          hint: write `type: choice` and `options: { id: text, … }` with two or more
        ",
    );
}

#[test]
fn a_second_sheet_on_a_page() {
    let second = SHEET.trim_start_matches("# A\n").to_owned();
    Case::new().file("content/en/a.md", format!("{SHEET}{second}")).check(
        "
        error: a page has one worksheet, and this is a second
          --> content/en/a.md:29:8
          hint: give it a page of its own
        ",
    );
}
