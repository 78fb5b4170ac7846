//! `diff`: what an edition shows otherwise than the base, or than another edition.

use crate::support::{Case, dedented, same};

fn case() -> Case {
    Case::new()
        .with_model()
        .file("content/en/a.md", "---\ntitle: A\n---\nOne two three.\n")
        .file("content/en/b.md", "# B\n")
        .file("content/en/c.md", "# C\n")
        .file("content/assets/plan.txt", "Plan.")
        .edition("acme", "_brand.yml", "meta: { name: Acme }\ncolor: { primary: '#7b2d52' }\n")
        .edition("acme", "en/a.md", "---\ntitle: A\noverrides: abc\n---\nOne two four five.\n")
        .edition("acme", "en/b.md", "---\nremove: true\n---\n")
        .edition("acme", "en/c.md", "# C\n")
        .edition("acme", "en/d.md", "# D\n\nNew words.\n")
        .edition("acme", "assets/plan.txt", "Our plan.")
        .edition("acme", "en/assessment.yaml", "items: { flow1: { question: Own? } }\n")
        .edition("acme", "assessment.yaml", "dimensions: [{ id: flow, items: [{ id: flow1, rev: 2 }] }]\n")
}

#[test]
fn an_edition_against_the_base() {
    let run = case().cli(["diff", "--edition", "acme"]).ends(0);
    same(
        &run.out,
        &dedented(
            "
            acme against the base

            pages
              replaced  en:a  2 words new, 1 of 4 gone; the page below has changed since
              removed   en:b
              copied    en:c  the same text
              added     en:d  4 words

            questions
              changed   flow1     rev 1 → 2
              reworded  en:flow1  question

            brand
              added     color.primary  #7b2d52
              added     meta.name      Acme

            files
              replaced  assets/plan.txt

            fingerprint 4c100bb1 → 60bb85f0: codes of one are not counted in the other

            overtaken by a change below
              en:a  was abc, is 9e5961205a49  editions/acme/en/a.md
            ",
        ),
    );
}

#[test]
fn the_lines_that_differ_are_shown_when_asked_for() {
    let run = case().cli(["diff", "--edition", "acme", "--text"]).ends(0);
    for lines in [
        "\n      - One two three.\n      + One two four five.\n",
        "\n      - Do the basics run?\n      + Own?\n",
        "\n      - Plan.\n      + Our plan.\n",
    ] {
        assert!(run.out.contains(lines), "{}", run.out);
    }
    let run = case().cli(["diff", "--edition", "acme", "--text", "--format", "json"]).ends(0);
    let answer: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(answer["differences"][0]["lines"][1], "+ One two four five.");
}

#[test]
fn two_editions_and_words_of_the_interface() {
    let case = case()
        .on_default_theme()
        .edition("birch", "_brand.yml", "meta: { name: Birch }\ncolor: { primary: '#7b2d52' }\n")
        .edition("birch", "en/strings.yaml", "nav: { assessment: Check-up }\n")
        .edition("birch", "handbook.yaml", "audience: public\n");
    let run = case.cli(["diff", "--edition", "birch", "--edition", "acme"]).ends(0);
    for line in [
        "birch against acme",
        "  added     en:b",
        "  removed   en:d",
        "  changed   meta.name  Acme → Birch",
        "  added     audience  public",
        "  changed   en:nav.assessment  Assessment → Check-up",
    ] {
        assert!(run.out.lines().any(|one| one.starts_with(line)), "{line}\n{}", run.out);
    }
    assert!(!run.out.contains("color"), "{}", run.out);
}

#[test]
fn an_edition_without_a_difference_and_json() {
    let case = case().edition("birch", "handbook.yaml", "{}\n");
    let run = case.cli(["diff", "--edition", "birch"]).ends(0);
    assert!(run.out.contains("\nnothing differs\n") && run.out.contains("the same fingerprint"), "{}", run.out);
    let run = case.cli(["diff", "--edition", "acme", "--format", "json"]).ends(0);
    let answer: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!((&answer["of"], &answer["against"]), (&"acme".into(), &"the base".into()));
    assert_eq!(answer["differences"][0]["words_new"], 2);
    assert_eq!(answer["stale"][0]["was"], "abc");
}

#[test]
fn the_project_against_what_lies_below_it() {
    let run = case().cli(["diff"]).ends(2);
    assert!(run.err.contains("nothing lies below content/"), "{}", run.err);
    let project = crate::support::Project::empty();
    project.run(["init"]).ends(0);
    project.write("content/en/theses/flow.md", "# Flow\n");
    let run = project.run(["diff"]).ends(0);
    assert!(
        run.out.starts_with("the base against the built-in handbook\n\npages\n  replaced  en:theses/flow  "),
        "{}",
        run.out
    );
}
