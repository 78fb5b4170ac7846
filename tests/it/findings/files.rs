//! Files that cannot be read as what they are.

use crate::support::Case;

#[test]
fn a_byte_that_is_no_utf8_is_pointed_at() {
    Case::new().file("content/en/a.md", b"---\ntitle: A\n---\nText, \xc3\xa4 and \xff here.\n".to_vec()).check(
        "
        error: this file is not UTF-8 text: a byte here cannot be read
          --> content/en/a.md:4:13
          hint: save the file as UTF-8
        ",
    );
}

#[test]
fn yaml_that_is_none_is_pointed_at() {
    Case::new().with_model().edit("content/assessment.yaml", "parts: [work]", "parts: [work").check(
        "
            error: this is no valid YAML: illegal placement of ':' indicator
              --> content/assessment.yaml:4:11
              hint: check the indentation, and put text that holds `: ` or `#` in quotes
            ",
    );
}

#[test]
fn a_key_written_twice_is_pointed_at() {
    Case::new().with_model().edit("content/en/assessment.yaml", "items:\n", "items:\n  flow1: {}\n").check(
        "
            error: this is no valid YAML: duplicate mapping key: flow1
              --> content/en/assessment.yaml:6:3
              hint: check the indentation, and put text that holds `: ` or `#` in quotes
            ",
    );
}

#[test]
fn nesting_and_aliases_without_end_are_findings() {
    let bomb: String = ('b'..='j').fold("a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, letter| {
        let before = (letter as u8 - 1) as char;
        text + &format!("{letter}: &{letter} [{}]\n", vec![format!("*{before}"); 10].join(","))
    });
    Case::new().file("content/_brand.yml", bomb).check(
        "
            error: this is no valid YAML: it nests or repeats itself further than any handbook
              --> content/_brand.yml:6:11
              hint: check the indentation, and put text that holds `: ` or `#` in quotes
            ",
    );
    Case::new().file("content/_brand.yml", "[".repeat(100_000)).check(
        "
            error: this is no valid YAML: it nests or repeats itself further than any handbook
              --> content/_brand.yml:1:256
              hint: check the indentation, and put text that holds `: ` or `#` in quotes
            ",
    );
    Case::new().file("content/en/a.md", format!("# A\n\n{}deep\n", ">".repeat(10_000))).check(
        "
            error: lists and quotations are nested too deeply here
              --> content/en/a.md:3:65
              hint: nest a few levels at most
            ",
    );
}
