//! A build after a build: what is equal stays, what is gone goes, what was broken is mended.

use crate::support::{Case, Project, Run};

fn project() -> Project {
    let case = Case::new().file("content/en/theses/a.md", "# A\n").file("content/en/b.md", "# B\n");
    case.on_default_theme().project()
}

#[track_caller]
fn written(run: Run, files: &str) {
    let run = run.ends(0);
    assert!(run.last().contains(&format!(", {files} written in ")), "{}", run.err);
}

#[test]
fn a_second_build_writes_nothing() {
    let project = project();
    project.run(["build"]).ends(0);
    let before = project.snapshot("output");
    written(project.run(["build"]), "0 files");
    assert!(project.snapshot("output") == before);
}

/// The page, the list of what can be read without a network, and the worker that keeps it.
#[test]
fn only_what_changed_is_written() {
    let project = project();
    project.run(["build"]).ends(0);
    project.write("content/en/b.md", "# B\n\nMore.\n");
    // The page and the document to print that holds it; the search has another name then, which all pages say, and the
    // worker knows all of them.
    written(project.run(["build"]), "11 files");
}

#[test]
fn what_a_removed_page_left_behind_goes_with_its_folder() {
    let project = project();
    project.run(["build"]).ends(0);
    assert!(project.has("output/en/theses/a/index.html"));
    project.remove("content/en/theses/a.md");
    project.run(["build"]).ends(0);
    assert!(!project.has("output/en/theses") && project.has("output/en/b/index.html"));
}

#[test]
fn a_file_of_somebody_else_stays() {
    let project = project();
    project.run(["build"]).ends(0);
    project.write("output/en/theses/a/notes.txt", "mine");
    project.write("output/CNAME", "example.org");
    project.remove("content/en/theses/a.md");
    project.run(["build"]).ends(0);
    assert_eq!(project.read("output/en/theses/a/notes.txt"), "mine");
    assert_eq!(project.read("output/CNAME"), "example.org");
    assert!(!project.has("output/en/theses/a/index.html"));
}

#[test]
fn a_file_of_somebody_else_in_the_way_stops_the_build() {
    let project = project();
    project.write("output/en/b/index.html", "mine");
    let run = project.run(["build"]).ends(2);
    let expected = "error: cannot overwrite output/en/b/index.html: it was not written by this program; move it away or choose another output folder\n";
    assert!(run.err.ends_with(expected), "{}", run.err);
    assert_eq!(project.snapshot("output").len(), 1, "nothing else was written");
    assert_eq!(project.read("output/en/b/index.html"), "mine");
}

#[test]
fn a_file_of_ours_that_somebody_changed_is_ours_again() {
    let project = project();
    project.run(["build"]).ends(0);
    let before = project.read("output/en/b/index.html");
    project.write("output/en/b/index.html", "changed");
    written(project.run(["build"]), "1 file");
    assert_eq!(project.read("output/en/b/index.html"), before);
}

/// As after a kill: the manifest names what was about to be written, and half of it is there.
#[test]
fn an_interrupted_build_is_mended_by_the_next() {
    let project = project();
    project.run(["build"]).ends(0);
    let whole = project.snapshot("output");
    let manifest = project.read("output/portaat-manifest.json");
    let longer = manifest.replacen(
        "\"files\": {",
        "\"files\": {\n    \"en/old/index.html\": \"0\",\n    \"en/never.html\": \"0\",",
        1,
    );
    assert_ne!(manifest, longer);
    project.write("output/portaat-manifest.json", longer);
    project.write("output/en/old/index.html", "from a version that was being replaced");
    project.write("output/.portaat-tmp/0123", "half a fi");
    project.remove("output/en/b/index.html");
    project.run(["build"]).ends(0);
    let mended = project.snapshot("output");
    let bytes = |snapshot: &crate::support::Snapshot| {
        snapshot.iter().map(|(path, (bytes, _))| (path.clone(), bytes.clone())).collect::<Vec<_>>()
    };
    assert!(bytes(&mended) == bytes(&whole), "{:?}", mended.keys());
    assert!(!project.has("output/.portaat-tmp") && !project.has("output/en/old"));
}

#[test]
fn a_manifest_that_cannot_be_read_makes_nothing_ours() {
    let project = project();
    project.run(["build"]).ends(0);
    project.write("output/portaat-manifest.json", "{ \"program\": ");
    project.write("content/en/b.md", "# B\n\nMore.\n");
    let run = project.run(["build"]).ends(2);
    assert!(run.err.contains("cannot overwrite output/404.html"), "{}", run.err);
}

#[test]
fn a_manifest_cannot_make_us_remove_what_lies_outside() {
    let project = project();
    project.write("precious.txt", "mine");
    project.run(["build"]).ends(0);
    let manifest = project.read("output/portaat-manifest.json");
    project.write(
        "output/portaat-manifest.json",
        manifest.replacen("\"files\": {", "\"files\": {\n    \"../precious.txt\": \"0\",", 1),
    );
    project.write("content/en/b.md", "# B\n\nMore.\n");
    project.run(["build"]).ends(0);
    assert_eq!(project.read("precious.txt"), "mine");
}
