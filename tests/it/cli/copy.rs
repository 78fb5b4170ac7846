//! `copy`: a starting copy of what lies below, with its mark.

use crate::support::{Case, dedented, same};

fn case() -> Case {
    Case::new()
        .bilingual()
        .file("content/en/a.md", "---\ntitle: A\nweight: 20\n---\nText.\n")
        .file("content/fi/a.md", "# A\n\nTeksti.\n")
        .file("content/assets/plan.pdf", [0xff, 0x00])
        .edition("acme", "handbook.yaml", "audience: public\n")
}

#[test]
fn a_page_is_copied_in_every_language_with_a_mark_that_holds() {
    let project = case().project();
    let run = project.run(["copy", "a", "--edition", "acme"]).ends(0);
    same(&run.out, "editions/acme/fi/a.md\neditions/acme/en/a.md\n");
    let copy = project.read("editions/acme/en/a.md");
    assert!(copy.starts_with("---\ntitle: A\nweight: 20\noverrides: ") && copy.ends_with("\n---\nText.\n"), "{copy}");
    let check = project.run(["check", "--edition", "acme"]).ends(0);
    assert!(!check.err.contains("has changed since") && !check.err.contains("below without"), "{}", check.err);
    project.write("content/fi/a.md", "# A\n\nUusi teksti.\n");
    let check = project.run(["check", "--edition", "acme"]).ends(0);
    assert!(check.err.contains("the page below fi:a has changed since"), "{}", check.err);
}

#[test]
fn one_language_and_a_file_and_never_over_another() {
    let project = case().project();
    project.write("editions/acme/en/a.md", "# Own\n");
    let run = project.run(["copy", "en:a", "--edition", "acme"]).ends(0);
    assert!(run.out.is_empty() && run.err.contains("editions/acme/en/a.md is there already"), "{}{}", run.out, run.err);
    assert_eq!(project.read("editions/acme/en/a.md"), "# Own\n");
    same(&project.run(["copy", "assets/plan.pdf", "--edition", "acme"]).ends(0).out, "editions/acme/assets/plan.pdf\n");
    assert!(!project.has("editions/acme/fi"));
}

#[test]
fn what_is_not_there_and_what_merges() {
    let run = case().cli(["copy", "asets/plan.pdf", "--edition", "acme"]).ends(1);
    same(
        &run.err,
        &dedented(
            "
            error: no page or file below is called `asets/plan.pdf`
              --> editions/acme
              hint: did you mean `assets/plan.pdf`?
            ",
        ),
    );
    let run = case().cli(["copy", "handbook.yaml", "--edition", "acme"]).ends(1);
    assert!(run.err.contains("`handbook.yaml` merges with the one below"), "{}", run.err);
}
