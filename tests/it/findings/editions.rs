//! Editions, through the command: which stacks there are is decided by the folder.

use crate::support::Case;

fn base() -> Case {
    Case::new().edition("acme", "_brand.yml", "meta: { name: Acme }\n")
}

#[track_caller]
fn fails(case: &Case, edition: &str, expected: &str) {
    let run = case.cli(["build", "--edition", edition]).ends(1);
    crate::support::same(&run.err, &crate::support::dedented(expected));
}

#[test]
fn an_edition_that_is_not_there() {
    fails(
        &base(),
        "acne",
        "
        error: there is no edition `acne`
          --> editions/acne
          hint: did you mean `acme`?
        ",
    );
}

#[test]
fn an_edition_whose_folder_cannot_be_an_id() {
    let case = base().edition("Acme_2", "en/b.md", "# B\n").edition("print", "en/b.md", "# B\n");
    fails(
        &case,
        "Acme_2",
        "
        error: `Acme_2` cannot be the id of an edition: use a–z, digits and hyphens, a letter first
          --> editions/Acme_2
          hint: rename the folder
        ",
    );
    fails(
        &case,
        "print",
        "
        error: `print` cannot be the id of an edition: the base writes a file or folder of that name
          --> editions/print
          hint: rename the folder
        ",
    );
}

#[test]
fn an_edition_that_is_called_like_a_language() {
    fails(
        &base().edition("sv", "en/b.md", "# B\n"),
        "sv",
        "
        error: `sv` cannot be the id of an edition: two or three letters are a language
          --> editions/sv
          hint: rename the folder
        ",
    );
    let case = base().handbook("[en]", "[en, pt-br]").edition("pt-br", "en/b.md", "# B\n");
    let run = case.cli(["build", "--edition", "pt-br"]).ends(1);
    let expected = "error: `pt-br` is a language of this handbook\n  --> editions/pt-br\n  hint: rename the folder\n";
    assert!(run.err.contains(expected), "{}", run.err);
}

#[test]
fn a_brand_without_a_name() {
    let case = Case::new().edition("acme", "_brand.yml", "color: { primary: '#7b2d52' }\n");
    case.check(
        "
        error: this brand has no name
          --> editions/acme/_brand.yml:1:1
          hint: add `meta: { name: … }`
        ",
    );
    case.edition("acme", "handbook.yaml", "title: { en: The Acme Handbook }\n").check("");
}

#[test]
fn a_mistake_in_an_edition_is_shown_where_it_is_written() {
    let case = base().with_model().edition("acme", "en/assessment.yaml", "items: { flow2: { anchors: [a, b] } }\n");
    case.edition("acme", "en/index.md", "To [nowhere](nowhere.md).\n")
        .edition("acme", "handbook.yaml", "nvv: []\n")
        .check(
            "
        error: question `flow2` has 2 anchors
          --> editions/acme/en/assessment.yaml:1:28
          hint: it needs five, from level 1 up
        error: page index links to nowhere, which does not exist
          --> editions/acme/en/index.md:1:4
          hint: known here: `index`
        error: unknown key `nvv`
          --> editions/acme/handbook.yaml:1:1
          hint: did you mean `nav`?
        ",
        );
}

#[test]
fn a_link_to_a_page_that_the_edition_removed() {
    let case = Case::new().file("content/en/a.md", "# A\n").edit("content/en/index.md", "Welcome", "Read [a](a.md)");
    case.edition("acme", "en/a.md", "---\nremove: true\n---\n").check(
        "
        warning: page index links to a, which is removed; the link is shown as text
          --> content/en/index.md:1:6
          hint: take the link out, or link to another page
        ",
    );
}

#[test]
fn one_cause_in_the_base_is_told_once_for_all_editions() {
    let case = base().edition("beta", "_brand.yml", "meta: { name: Beta }\n");
    let run = case.file("content/en/a.md", "# A\n\n[x](gone.md)\n").cli(["build", "--all-editions"]).ends(1);
    let expected = "error: page a links to gone, which does not exist\n  --> content/en/a.md:3:1\n  hint: known here: `a` and `index`\n";
    crate::support::same(&run.err, expected);
}
