//! Everything wrong at once: one run tells all of it, and what was built before stays as it is.

use crate::support::{Case, Project, dedented, same};

fn good() -> Case {
    Case::new()
        .with_model()
        .file("content/_brand.yml", "meta: { name: Acme }\n")
        .file("content/en/index.md", "Welcome.\n\n```levels\ndimension: flow\n```\n")
        .file("content/en/a.md", "---\ntitle: A\n---\nTo [b](b.md).\n")
        .file("content/en/b.md", "---\ntitle: B\n---\n## What\n\nText.\n")
}

/// One mistake of each kind.
fn spoil(project: &Project) {
    let brand = "meta: { name: Acme }\nlogo: gone.svg\ncolor: { palette: { a: b, b: a }, primry: a }\n";
    let model = "id: small
version: 1.0.0
part: [work]
parts: [work]
dimensions:
  - { id: flow, part: work, chapter: index, items: [
      { id: flow1, w: 2, key: true }, { id: flow2, w: 9 }, { id: flow2, w: 1 } ] }
";
    let texts = "parts: { work: { name: Work } }
dimensions: { flow: { name: Flow }, flwo: { name: Flow } }
levels: [{ name: One }, { name: Two }, { name: Three }, { name: Four }, { name: Five }]
items:
  flow1: { question: Do the basics run?, anchors: [never, seldom, at times, often] }
  flow2: { question: Does the promise hold? }
  flow9: { question: Nobody asks this., anchors: [a, b, c, d, e] }
";
    project.write("content/_brand.yml", brand);
    project.write("content/assessment.yaml", model);
    project.write("content/en/assessment.yaml", texts);
    project.write(
        "content/en/a.md",
        "---\ntitle: A\nwieght: 1\n---\nTo [bb](bb.md), [b](b.md#waht).\n\n```check\ndimension: glow\n```\n",
    );
    project.write("content/en/c.md", "---\ntitle: C\nslug: b\n---\nText.\n");
    project.write("content/en/d.md", b"---\ntitle: D\n---\nNo \xff text.\n");
    project.write("content/en/e.md", "---\ntitle: E: yes\n---\nText.\n");
}

const FOUND: &str = "
    error: there is no logo `gone.svg`
      --> content/_brand.yml:2:7
      hint: put the image beside the brand file and name its path from there
    error: this colour leads back to itself: b → a → b
      --> content/_brand.yml:3:24
      hint: give one of them a value such as `#13564a`
    error: unknown key `primry`
      --> content/_brand.yml:3:35
      hint: did you mean `primary`?
    error: unknown key `part`
      --> content/assessment.yaml:3:1
      hint: did you mean `parts`?
    error: the weight `w` is 9, but weights are 1, 2 or 3
      --> content/assessment.yaml:7:55
      hint: use 1, 2 or 3
    error: the question id `flow2` is used twice
      --> content/assessment.yaml:7:66
      hint: it is first used in line 7 of content/assessment.yaml
    error: unknown key `wieght`
      --> content/en/a.md:3:1
      hint: did you mean `weight`?
    error: page a links to bb, which does not exist
      --> content/en/a.md:5:4
      hint: known here: `a`, `b`, `c` and `index`
    error: page a links to b#waht, which is no heading there
      --> content/en/a.md:5:17
      hint: did you mean `what`?
    error: the assessment has no dimension `glow`
      --> content/en/a.md:8:12
      hint: did you mean `flow`?
    error: the assessment has no dimension `flwo`
      --> content/en/assessment.yaml:2:37
      hint: did you mean `flow`?
    error: question `flow1` has 4 anchors
      --> content/en/assessment.yaml:5:51
      hint: it needs five, from level 1 up
    error: question `flow2` has no `anchors`
      --> content/en/assessment.yaml:6:3
      hint: add five, from level 1 up
    error: the assessment has no question `flow9`
      --> content/en/assessment.yaml:7:3
      hint: did you mean `flow1`?
    error: pages b and c have one address, en/b/
      --> content/en/c.md:3:7
      hint: give one of them another `slug`; the other page is content/en/b.md
    error: this file is not UTF-8 text: a byte here cannot be read
      --> content/en/d.md:4:4
      hint: save the file as UTF-8
    error: this is no valid YAML: mapping values are not allowed in this context
      --> content/en/e.md:2:9
      hint: check the indentation, and put text that holds `: ` or `#` in quotes
";

#[test]
fn all_mistakes_are_told_in_one_run_and_the_earlier_output_stays() {
    let project = good().project();
    project.run(["build"]).ends(0);
    let before = project.snapshot("output");
    spoil(&project);
    let run = project.run(["build"]).ends(1);
    same(&run.err, &dedented(FOUND));
    assert!(project.snapshot("output") == before, "the earlier output was touched");
    assert_eq!(run.out, "");
}

#[test]
fn each_of_them_has_a_file_a_line_a_column_and_a_hint() {
    let project = good().project();
    spoil(&project);
    let run = project.run(["check", "--format", "json"]).ends(1);
    for line in run.err.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("a finding is one line of JSON");
        let is_number = |key: &str| finding[key].as_u64().is_some_and(|number| number > 0);
        let has_text = |key: &str| finding[key].as_str().is_some_and(|text| !text.is_empty());
        assert!(is_number("line") && is_number("column") && has_text("file") && has_text("hint"), "{line}");
    }
    assert!(!project.has("output"), "check writes nothing");
}

#[test]
fn a_code_host_gets_an_annotation_for_each() {
    let project = good().project();
    spoil(&project);
    let run = project.run(["check", "--format", "github"]).ends(1);
    assert!(run.err.lines().all(|line| line.starts_with("::error file=content/")), "{}", run.err);
    assert_eq!(run.err.lines().count(), dedented(FOUND).lines().filter(|line| line.starts_with("error")).count());
}

#[test]
fn a_form_on_paper_that_is_neither() {
    let page = "---\ntitle: On paper\n---\n\n```paper\nform: long\n```\n";
    Case::new().with_model().file("content/en/sheet.md", page).check(
        "
            error: `long` is not one of the choices here
              --> content/en/sheet.md:6:7
              hint: known here: `quick` and `full`
            ",
    );
}

#[test]
fn what_is_said_to_be_tested_names_its_test() {
    let page =
        "---\ntitle: Tested\n---\n\n```tested\nchecks:\n  - { name: Keyboard, text: No mouse., tests: [] }\n```\n";
    Case::new().file("content/en/a.md", page).check(
        "
        error: `Keyboard` names no test
          --> content/en/a.md:7:47
          hint: say which test holds it, or leave it out
        ",
    );
}

#[test]
fn what_was_tested_stands_with_the_contrasts_of_the_edition() {
    let page =
        "---\ntitle: Tested\n---\n\n```tested\nchecks:\n  - { name: Keyboard, text: No *mouse*., tests: [a] }\n```\n";
    let built = Case::new().on_default_theme().file("content/en/a.md", page).build();
    let html = built.page("en/a/index.html");
    assert!(html.contains("<dt>Keyboard</dt>\n<dd><p>No <em>mouse</em>.</p></dd>"), "{html}");
    assert!(html.contains("<tr><td>text, paper</td><td class=\"end\">4.50</td><td class=\"end\">18.88</td>"), "{html}");
}
