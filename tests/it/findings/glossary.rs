//! Terms: ids, definitions, forms that mean one of them, pages that are there.

use crate::support::Case;

const PATH: &str = "content/en/glossary.yaml";

const TERMS: &str = "terms:
  journey:
    term: journey
    definition: The stages.
    forms: [journey, journeys]
    not: [trip, trip*]
    page: index
  level: { term: level, definition: How far., forms: [] }
";

fn glossary() -> Case {
    Case::new().file(PATH, TERMS)
}

#[test]
fn a_glossary_in_order_has_nothing_wrong_with_it() {
    glossary().check("");
}

#[test]
fn an_unknown_key_and_a_bad_id() {
    glossary()
        .edit(PATH, "definition: How", "say: this, form: here, definition: How")
        .edit(PATH, "  level:", "  Le_vel:")
        .check(
            "
            error: `Le_vel` cannot be the id of a term
              --> content/en/glossary.yaml:8:3
              hint: use lower-case letters a–z, digits and hyphens, a letter first
            error: unknown key `form`
              --> content/en/glossary.yaml:8:37
              hint: did you mean `forms`?
            ",
        );
}

#[test]
fn a_term_without_a_definition() {
    glossary().edit(PATH, "The stages.", "''").edit(PATH, "definition: How far.,", "").check(
        "
            error: term `journey` has an empty `definition`
              --> content/en/glossary.yaml:4:17
              hint: write the word, and in one or two sentences what it means
            error: `definition` is missing here
              --> content/en/glossary.yaml:8:10
              hint: add `definition: …`
            ",
    );
}

#[test]
fn a_form_of_two_terms_and_a_form_that_is_none() {
    glossary().edit(PATH, "forms: []", "forms: ['Journeys', 'le*vel', level]").check(
        "
            error: `Journeys` belongs to two terms, `journey` and `level`
              --> content/en/glossary.yaml:8:55
              hint: leave it to one of them, once; `forms: []` links a term nowhere
            error: `le*vel` cannot be looked up in a text
              --> content/en/glossary.yaml:8:67
              hint: write one to six words with single blanks between; `*` may stand at the end of a word
            ",
    );
    glossary()
        .edit(PATH, ", forms: []", "")
        .edit(PATH, "term: level", "term: journey")
        .edit(PATH, "    forms: [journey, journeys]\n", "")
        .check(
            "
            error: `journey*` belongs to two terms, `journey` and `level`
              --> content/en/glossary.yaml:7:18
              hint: leave it to one of them, once; `forms: []` links a term nowhere
            error: `journey` belongs to two terms, `journey` and `level`
              --> content/en/glossary.yaml:7:18
              hint: leave it to one of them, once; `forms: []` links a term nowhere
            ",
        );
    glossary().edit(PATH, "[trip, trip*]", "[trip, Trip]").check(
        "
            error: `Trip` stands twice under term `journey`
              --> content/en/glossary.yaml:6:17
              hint: leave it to one of them, once; `forms: []` links a term nowhere
            ",
    );
}

#[test]
fn a_page_that_does_not_exist() {
    glossary().edit(PATH, "page: index", "page: indexx").check(
        "
            error: term `journey` leads to page indexx, which does not exist
              --> content/en/glossary.yaml:7:11
              hint: did you mean `index`?
            ",
    );
}

#[test]
fn a_page_that_was_removed_is_no_mistake() {
    let removed = Case::new().file("content/en/a.md", "---\nremove: true\n---\n").file(PATH, TERMS);
    removed.edit(PATH, "page: index", "page: a").check("");
}

#[test]
fn a_term_that_one_language_lacks() {
    let finnish = "terms:\n  journey: { term: polku, definition: Vaiheet. }\n  level: { term: taso, definition: Kuinka laajalle. }\n  step: { term: porras, definition: Vaihe. }\n";
    glossary().bilingual().file("content/fi/glossary.yaml", finnish).check(
        "
            warning: term `step` is missing in `en`
              --> content/fi/glossary.yaml:4:3
              hint: add it to en/glossary.yaml
            ",
    );
    let just_begun = "terms: { journey: { term: polku, definition: Vaiheet. } }\n";
    let many = TERMS.to_owned() + "  step: { term: step, definition: A phase. }\n";
    Case::new().bilingual().file(PATH, many).file("content/fi/glossary.yaml", just_begun).check("");
}

#[test]
fn a_list_without_terms_a_second_list_and_an_anchor_that_is_taken() {
    let page = "---\ntitle: Terms\n---\nText.\n\n## Level\n\n```glossary\n```\n\n```glossary\nall: true\n```\n\n```glossary\n```\n";
    glossary().on_default_theme().file("content/en/terms.md", page).check(
        "
            error: page terms has a heading with the id of term `level`
              --> content/en/terms.md:9:1
              hint: give the heading another id, `## … {#id}`
            error: page terms lists the terms twice
              --> content/en/terms.md:12:1
              hint: leave one of the `glossary` blocks
            error: unknown key `all`
              --> content/en/terms.md:12:1
              hint: take it out; nothing can be set here
            error: page terms lists the terms twice
              --> content/en/terms.md:16:1
              hint: leave one of the `glossary` blocks
            ",
    );
    Case::new()
        .on_default_theme()
        .file("content/en/terms.md", "---\ntitle: Terms\n---\nText.\n\n```glossary\n```\n")
        .check(
            "
            warning: there are no terms in `en` to list
              --> content/en/terms.md:7:1
              hint: add en/glossary.yaml, or take the block out
            ",
        );
}
