//! From an empty folder to a handbook, with the program alone.

use crate::support::Project;

#[test]
fn a_new_project_builds_at_once_in_both_languages() {
    let project = Project::empty();
    let run = project.run(["init"]).ends(0);
    assert!(run.err.contains("portaat serve --open\nportaat build"), "{}", run.err);
    assert_eq!(project.read(".gitignore"), "/output/\n");
    let run = project.run(["build"]).ends(0);
    assert!(!run.err.contains("error") && !run.err.contains("warning"), "{}", run.err);
    for page in
        ["index.html", "fi/index.html", "fi/teesit/sujuvuus/index.html", "en/index.html", "en/theses/flow/index.html"]
    {
        assert!(project.has(&format!("output/{page}")), "{page}");
    }
    project.run(["check", "--strict"]).ends(0);
}

#[test]
fn a_project_in_another_folder_says_where_to_go() {
    let project = Project::empty();
    let run = project.run(["init", "my"]).ends(0);
    assert!(run.err.contains("cd my\n"), "{}", run.err);
    let run = project.run(["build", "my"]).ends(0);
    assert!(run.last().ends_with(": my/output/index.html"), "{}", run.err);
}

#[test]
fn a_project_is_not_started_twice() {
    let project = Project::empty();
    project.run(["init"]).ends(0);
    project.write("content/handbook.yaml", "languages: [en]\n");
    let run = project.run(["init"]).ends(2);
    assert_eq!(run.err, "error: . is a project already; `portaat init --edition ID` adds an edition\n");
    assert_eq!(project.read("content/handbook.yaml"), "languages: [en]\n");
}

#[test]
fn languages_may_be_chosen() {
    let project = Project::empty();
    project.run(["init", "--languages", "en"]).ends(0);
    project.run(["build"]).ends(0);
    assert!(project.has("output/en/index.html") && !project.has("output/fi"));
}

#[test]
fn a_language_that_is_none_is_refused_before_anything_is_written() {
    let project = Project::empty();
    let run = project.run(["init", "--languages", "fi,English"]).ends(2);
    assert!(run.err.contains("English"), "{}", run.err);
    assert!(!project.has("content"));
}

#[test]
fn an_edition_needs_a_project_and_a_good_name_and_is_not_made_twice() {
    let project = Project::empty();
    let run = project.run(["init", "--edition", "acme"]).ends(2);
    assert_eq!(run.err, "error: there is no project in .; `portaat init` starts one\n");
    project.run(["init"]).ends(0);
    for id in ["sv", "Acme", "../x", "assets", "a"] {
        let run = project.run(["init", "--edition", id]).ends(2);
        assert!(run.err.starts_with(&format!("error: `{id}` cannot be the id of an edition: ")), "{}", run.err);
    }
    project.run(["init", "--edition", "acme"]).ends(0);
    let run = project.run(["init", "--edition", "acme"]).ends(2);
    assert_eq!(run.err, "error: the edition `acme` is there already\n");
}

#[test]
fn the_commented_brand_file_is_right_as_it_stands_and_with_its_comments_taken_away() {
    let project = Project::empty();
    project.run(["init"]).ends(0);
    project.run(["init", "--edition", "acme"]).ends(0);
    project.run(["build", "--edition", "acme"]).ends(0);
    let text = project.read("editions/acme/_brand.yml");
    let lines = text.lines().filter(|line| !line.contains("full:")).map(|line| {
        let bare = line.replacen("# ", "", 1);
        let is_setting = bare.trim_start().starts_with(|first: char| first.is_ascii_lowercase() || first == '-');
        if is_setting { bare } else { line.to_owned() }
    });
    let text: Vec<String> = lines.collect();
    project.write("editions/acme/_brand.yml", text.join("\n"));
    project.write("editions/acme/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    project.write("editions/acme/fonts/example-sans.woff2", "wOF2");
    project.write("editions/acme/fonts/OFL.txt", "Free.\n");
    let run = project.run(["check", "--edition", "acme"]).ends(0);
    assert!(!run.err.contains("warning"), "{}\n{}", text.join("\n"), run.err);
    project.run(["build", "--edition", "acme"]).ends(0);
    assert!(project.read("output/acme/en/index.html").contains("Published by …"), "the comments were taken away");
}
