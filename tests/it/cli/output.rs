//! Where the output goes, and where it must not go.

use crate::support::{Case, Project};

#[test]
fn the_output_folder_may_be_anywhere() {
    let project = Case::new().project();
    let run = project.run(["build", "-o", "deep/er/site"]).ends(0);
    assert!(run.last().ends_with(": deep/er/site/index.html"), "{}", run.err);
    assert!(project.has("deep/er/site/en/index.html") && !project.has("output"));
}

#[test]
fn sources_with_other_line_ends_and_a_byte_order_mark_build_the_same() {
    let case = Case::new()
        .with_model()
        .file("content/en/a.md", "---\ntitle: A\n---\nText.\n\n```rust\nfn a() {\n}\n```\n\n- one\n- two\n");
    let [plain, other] = [case.project(), case.project()];
    for file in ["handbook.yaml", "assessment.yaml", "en/assessment.yaml", "en/index.md", "en/a.md"] {
        let text = other.read(&format!("content/{file}")).replace('\n', "\r\n");
        other.write(&format!("content/{file}"), format!("\u{feff}{text}"));
    }
    plain.run(["build"]).ends(0);
    other.run(["build"]).ends(0);
    let bytes = |project: &Project| {
        project.snapshot("output").into_iter().map(|(path, (bytes, _))| (path, bytes)).collect::<Vec<_>>()
    };
    assert!(bytes(&plain) == bytes(&other));
}

/// A book may begin elsewhere than on a home page; its root must not send readers to itself for ever.
#[test]
fn a_book_without_a_home_page_does_not_lead_to_itself() {
    let project = Case::new().file("content/en/a.md", "# A\n").project();
    project.remove("content/en/index.md");
    let run = project.run(["build"]);
    let is_told = run.code == 1 && run.err.contains("home page");
    assert!(is_told || !project.read("output/index.html").contains("url=\""), "{}", run.err);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_inside_the_output_does_not_lead_us_out_of_it() {
        let project = Case::new().file("content/en/a.md", "# A\n").project();
        project.write("elsewhere/kept.txt", "mine");
        project.write("output/.keep", "");
        symlink(project.path("elsewhere"), project.path("output/en")).expect("a link can be made");
        let run = project.run(["build"]).ends(2);
        assert!(run.err.contains("cannot write into output/en: it is not a folder of this output"), "{}", run.err);
        assert_eq!(project.snapshot("elsewhere").len(), 1, "nothing was written there");
    }

    #[test]
    fn a_file_that_became_a_link_is_replaced_and_not_followed() {
        let project = Case::new().file("content/en/a.md", "# A\n").project();
        project.run(["build"]).ends(0);
        project.write("elsewhere.txt", "mine");
        project.remove("output/en/a/index.html");
        symlink(project.path("elsewhere.txt"), project.path("output/en/a/index.html")).expect("a link can be made");
        project.run(["build"]).ends(0);
        assert_eq!(project.read("elsewhere.txt"), "mine");
        assert!(project.read("output/en/a/index.html").contains("<h1>A</h1>"));
    }

    #[test]
    fn a_stale_file_behind_a_link_is_not_removed() {
        let project = Case::new().file("content/en/a.md", "# A\n").project();
        project.run(["build"]).ends(0);
        std::fs::rename(project.path("output/en/a"), project.path("moved")).expect("a folder can be moved");
        symlink(project.path("moved"), project.path("output/en/a")).expect("a link can be made");
        project.remove("content/en/a.md");
        project.run(["build"]).ends(0);
        assert!(project.has("moved/index.html"));
    }

    #[test]
    fn a_folder_that_contains_itself_is_told_and_not_walked_for_ever() {
        let project = Case::new().project();
        symlink(project.path("content"), project.path("content/en/again")).expect("a link can be made");
        let run = project.run(["build"]).ends(2);
        assert!(run.err.starts_with("error: cannot read content/en/again"), "{}", run.err);
    }

    #[test]
    fn a_link_to_a_file_or_folder_elsewhere_is_read_like_one() {
        let project = Case::new().project();
        project.write("shared/a.md", "# A\n");
        symlink(project.path("shared"), project.path("content/en/shared")).expect("a link can be made");
        project.run(["build"]).ends(0);
        assert!(project.has("output/en/shared/a/index.html"));
    }

    #[test]
    fn a_link_that_leads_nowhere_is_named() {
        let project = Case::new().project();
        symlink(project.path("gone.md"), project.path("content/en/a.md")).expect("a link can be made");
        let run = project.run(["build"]).ends(2);
        assert!(run.err.contains("content/en/a.md"), "{}", run.err);
    }
}
