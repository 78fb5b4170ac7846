//! `check --coverage`: every row of the list has a home, or is named.

use crate::support::{Case, dedented, same};

const SHEET: &str = "---
title: Sheet
sources: [r1, r2]
---
```worksheet
title: Sheet
why: To see.
parts: [{ id: seen, kind: table, columns: [{ id: what, label: What }], rows: 1 }]
example: { organisation: Acme }
```
";

fn case() -> Case {
    Case::new()
        .on_default_theme()
        .with_model()
        .file("content/en/index.md", "Welcome.\n\n```levels\ndimension: flow\n```\n")
        .edit("content/assessment.yaml", "key: true }", "key: true, sources: [r2] }")
        .file("content/en/a.md", "---\ntitle: A\nsources: [r1]\n---\n")
        .file("content/en/toolbox/sheet.md", SHEET)
}

#[test]
fn each_row_is_listed_with_its_pages_questions_and_worksheets() {
    let list = "- { id: r1, title: One }\n- { id: r2, title: Two }\n";
    let run = case().file("content/coverage.yaml", list).cli(["check", "--coverage"]).ends(0);
    assert_eq!(run.out, "r1\ta\t-\ttoolbox/sheet\nr2\t-\tflow1\ttoolbox/sheet\n");
}

#[test]
fn a_row_without_a_home_and_a_source_that_is_no_row_are_errors() {
    let list = "- { id: r2, title: Two }\n- { id: r3, title: Three }\n";
    let run = case().file("content/coverage.yaml", list).cli(["check", "--coverage"]).ends(1);
    assert_eq!(run.out, "r2\t-\tflow1\ttoolbox/sheet\nr3\t-\t-\t-\n");
    same(
        &run.err,
        &dedented(
            "
            error: `r3` has no home
              --> content/coverage.yaml:2:9
              hint: name it under `sources:` of a page, a question or a worksheet
            error: `r1` is no row of coverage.yaml
              --> content/en/a.md:3:11
              hint: known here: `r2` and `r3`
            error: `r1` is no row of coverage.yaml
              --> content/en/toolbox/sheet.md:3:11
              hint: known here: `r2` and `r3`
            ",
        ),
    );
}
