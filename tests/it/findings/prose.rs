//! How pages are written: what `portaat check` says beyond what a build says.

use crate::support::{Case, Project, dedented, same};

const RULES: &str = "longest_sentence: 6\nabbreviations: [e.g.]\neveryday_names: [Steps]\n";

fn page(text: &str) -> Case {
    Case::new().file("content/en/prose.yaml", RULES).file("content/en/a.md", format!("---\ntitle: A\n---\n{text}"))
}

#[test]
fn a_sentence_that_is_too_long() {
    page("Short. The desk faces\nthe wall, e.g. Larkfield\nturned it round.\n\n- one two;\n- three four;\n- five six seven.\n")
        .check_prose(
            "
        warning: this sentence is longer than 6 words
          --> content/en/a.md:4:8
          hint: it has 10 and begins “The desk faces the wall, …”; make two of it
        warning: this sentence is longer than 6 words
          --> content/en/a.md:8:3
          hint: it has 7 and begins “one two; three four; five …”; make two of it
        ",
        );
}

#[test]
fn a_long_sentence_in_a_block_and_in_the_description() {
    let text = "```case\norganisation: Larkfield Library\ntitle: The desk\ntext: |\n  Short.\n\n  Here *they turned* the desk round twice.\n```\n";
    let description = "title: A\ndescription: One two three four five six seven.";
    page(text).edit("content/en/a.md", "title: A", description).check_prose(
        "
        warning: this sentence is longer than 6 words
          --> content/en/a.md:3:14
          hint: it has 7 and begins “One two three four five …”; make two of it
        warning: this sentence is longer than 6 words
          --> content/en/a.md:11:3
          hint: it has 7 and begins “Here they turned the desk …”; make two of it
        ",
    );
}

#[test]
fn a_build_does_not_ask() {
    page("One two three four five six seven.\n\n![](x.png)\n").file("content/en/x.png", "x").check("");
}

#[test]
fn without_a_limit_nobody_counts() {
    let case = page("One two three four five six seven.\n");
    case.clone().edit("content/en/prose.yaml", "longest_sentence: 6\n", "").check_prose("");
    case.edition("acme", "en/prose.yaml", "longest_sentence: ~\n").check_prose("");
}

#[test]
fn a_key_of_the_rules_that_nobody_knows() {
    page("Text.\n").edit("content/en/prose.yaml", "longest_sentence: 6", "longest_sentense: many").check_prose(
        "
        error: unknown key `longest_sentense`
          --> content/en/prose.yaml:1:1
          hint: did you mean `longest_sentence`?
        ",
    );
}

#[test]
fn a_heading_that_stands_twice() {
    page("## What now?\n\nText.\n\n### What *now*?\n\nText.\n\n## a\n").check_prose(
        "
        warning: the heading “What now?” stands twice on this page
          --> content/en/a.md:8:5
          hint: line 4 has it too; say in both what is different
        warning: the heading “a” stands twice on this page
          --> content/en/a.md:12:4
          hint: line 2 has it too; say in both what is different
        ",
    );
}

#[test]
fn an_image_without_an_alternative() {
    page("See ![](../assets/x.png) and ![a desk](../assets/x.png).\n").file("content/assets/x.png", "x").check_prose(
        "
        warning: this image has no alternative text
          --> content/en/a.md:4:5
          hint: say between the brackets what it shows: `![A desk that faces the door](…)`
        ",
    );
}

#[test]
fn a_diagram_without_a_title_is_an_error_already() {
    page("```diagram\nkind: stairs\ntitle: \"\"\nsteps: [Look, Ask]\n```\n").check(
        "
        error: `title` is empty
          --> content/en/a.md:5:1
          hint: see the diagram kinds in the README
        ",
    );
}

#[test]
fn a_claim_without_a_source() {
    page("```claim\ntext: Calls fell.\nsource: \" \"\ntrust: second-hand\n```\n").on_default_theme().check_prose(
        "
        warning: this claim has no source
          --> content/en/a.md:6:9
          hint: say who reported it, and where
        ",
    );
}

#[test]
fn the_name_of_a_publisher() {
    let text = "Ask Acme, or The Acme Book.\n\nAcmes, `Acme`, {{ brand.name }}.\n\nSteps are steps. These Steps.\n";
    page(text)
        .edit("content/en/a.md", "title: A", "title: Acme-wide")
        .file("content/_brand.yml", "meta: { name: { full: The Acme Book, short: Acme } }\n")
        .edition("steps", "_brand.yml", "meta: { name: Steps }\n")
        .check_prose(
            "
        warning: `Acme` is the name of a publisher
          --> content/en/a.md:2:8
          hint: write `{{ brand.name }}`, which follows the brand file
        warning: `Acme` is the name of a publisher
          --> content/en/a.md:4:5
          hint: write `{{ brand.name }}`, which follows the brand file
        warning: `The Acme Book` is the name of a publisher
          --> content/en/a.md:4:14
          hint: write `{{ brand.full_name }}`, which follows the brand file
        warning: `Steps` is the name of a publisher
          --> content/en/a.md:8:24
          hint: write `{{ brand.name }}`, which follows the brand file
        ",
        );
}

/// In a project on top of the built-in handbook the rules come from there, and its pages are not the author's to mend.
#[test]
fn a_new_project_inherits_the_rules_and_is_asked_about_its_own_pages_only() {
    let project = Project::empty();
    project.write("content/handbook.yaml", "base_url: https://example.org/\n");
    project.run(["check", "--strict"]).ends(0);
    let long = ["word"; 36].join(" ");
    for lang in ["fi", "en"] {
        project.write(&format!("content/{lang}/own.md"), format!("# Own\n\nPortaat on. Word {long}.\n"));
    }
    let run = project.run(["check", "--strict"]).ends(1);
    let expected = "
        error: `Portaat` is the name of a publisher
          --> content/en/own.md:3:1
          hint: write `{{ brand.name }}`, which follows the brand file
        error: this sentence is longer than 35 words
          --> content/en/own.md:3:13
          hint: it has 37 and begins “Word word word word word …”; make two of it
        error: this sentence is longer than 35 words
          --> content/fi/own.md:3:13
          hint: it has 37 and begins “Word word word word word …”; make two of it
    ";
    same(&run.err, &dedented(expected));
}

#[test]
fn a_word_that_the_glossary_does_not_want() {
    let terms = "terms:\n  encounter: { term: encounter, definition: A moment., not: [touchdown*], say: meeting }\n";
    page("A touchdown is near. They say \"touchdown\", or *touchdowns*.\n")
        .file("content/en/glossary.yaml", terms)
        .check_prose(
            "
        warning: `touchdown` is not our word
          --> content/en/a.md:4:3
          hint: write meeting
        ",
        );
}
