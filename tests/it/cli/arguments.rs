//! Flags and exit codes.

use crate::support::{Case, Project, dedented, repository, same};

#[test]
fn a_flag_that_nobody_knows_is_a_mistake_of_use() {
    for arguments in [["build", "--pfd"], ["check", "--no-such-flag"], ["publish", "."], ["build", "--format=xml"]] {
        let run = Case::new().cli(arguments).ends(2);
        assert!(run.err.starts_with("error: ") && run.err.contains("--help"), "{}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn without_a_project_it_says_how_to_start_one() {
    let run = Project::empty().run(["build"]).ends(2);
    same(
        &run.err,
        "error: cannot find a handbook: there is no content/handbook.yaml: `portaat init` starts a project\n",
    );
}

#[test]
fn check_of_the_shipped_handbook_is_clean_even_when_strict() {
    let folder = repository(".");
    let run = Project::empty().run(["check", "--strict", "--quiet", folder.to_str().expect("a path")]).ends(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
}

#[test]
fn a_warning_passes_unless_strict_makes_it_an_error() {
    let case = Case::new()
        .bilingual()
        .file("content/fi/a.md", "# A\n")
        .file("content/fi/b.md", "# B\n")
        .file("content/en/a.md", "# A\n");
    let found = "
        warning: page b is missing in `en`
          --> content/fi/b.md:1:1
          hint: add en/b.md; until then readers see this text, with a notice
    ";
    let run = case.cli(["check"]).ends(0);
    same(&run.err, &(dedented(found) + "6 pages checked\n"));
    let run = case.cli(["check", "--strict"]).ends(1);
    same(&run.err, &dedented(&found.replace("warning", "error")));
    case.cli(["build", "--strict"]).ends(1);
    case.cli(["build"]).ends(0);
}

#[test]
fn check_alone_reads_the_calendar() {
    let case = Case::new().file("content/en/a.md", "---\ntitle: A\nreview_by: 2020-01-31\n---\nText.\n");
    let run = case.cli(["check"]).ends(0);
    let found = "
        warning: page a was to be reviewed by 2020-01-31
          --> content/en/a.md:3:12
          hint: read it again and set a new date
        2 pages checked
    ";
    same(&run.err, &dedented(found));
    let run = case.cli(["build"]).ends(0);
    assert!(!run.err.contains("reviewed"), "{}", run.err);
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let run = Case::new().handbook("base_url: https://example.org/\n", "").cli(["build", "-q"]).ends(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
}

#[test]
fn the_last_line_of_a_build_says_what_was_made_and_where_to_open_it() {
    let run = Case::new().bilingual().file("content/en/a.md", "# A\n").cli(["build"]).ends(0);
    let (said, place) = run.last().split_once(" s: ").expect("the time");
    assert!(said.starts_with("4 pages, 2 languages, 1 edition, "), "{said}");
    assert_eq!((place, run.out.as_str()), ("output/index.html", ""));
}

#[test]
fn completions_are_what_was_asked_for_and_go_to_standard_output() {
    let run = Project::empty().run(["completions", "bash"]).ends(0);
    assert!(run.out.contains("portaat") && run.err.is_empty());
}

#[test]
fn colours_come_only_when_asked_for() {
    let case = Case::new().file("content/en/a.md", "Text.\n");
    assert!(!case.cli(["check"]).err.contains('\u{1b}'));
    assert!(case.cli(["check", "--color", "always"]).err.contains("\u{1b}[1;31merror\u{1b}[0m: "));
}

#[test]
fn the_address_of_the_command_line_reaches_sitemap_and_pages() {
    let project = Case::new().project();
    project.run(["build", "--base-url", "https://other.example/x"]).ends(0);
    assert!(project.read("output/sitemap.xml").contains("<loc>https://other.example/x/en/</loc>"));
    assert!(project.read("output/robots.txt").contains("Sitemap: https://other.example/x/sitemap.xml"));
    let home = project.read("output/en/index.html");
    assert!(home.contains("<link rel=\"canonical\" href=\"https://other.example/x/en/\">"), "{home}");
    assert!(!home.contains("https://example.org"), "{home}");
}

#[test]
fn an_address_of_the_command_line_that_is_none_is_refused() {
    let run = Case::new().cli(["build", "--base-url", "other.example"]).ends(2);
    assert!(run.err.contains("other.example") && run.err.contains("https://"), "{}", run.err);
}

#[test]
fn drafts_are_built_when_asked_for() {
    let project = Case::new().file("content/en/a.md", "---\ntitle: A\ndraft: true\n---\nText.\n").project();
    project.run(["build"]).ends(0);
    assert!(!project.has("output/en/a/index.html"));
    project.run(["build", "--drafts"]).ends(0);
    assert!(project.has("output/en/a/index.html"));
}
