//! What a host gets, and whether it still has it.

use crate::support::{Case, Project};

fn base() -> Case {
    Case::new()
        .file("content/en/a.md", "---\ntitle: A\naliases: [older]\n---\nText.\n")
        .file("content/root/.well-known/security.txt", "Contact: mailto:hello@example.org\n")
        .file("content/root/CNAME", "base.example\n")
        .file("content/root/_headers", "/*\n  X-Own: yes")
}

#[test]
fn files_for_the_root_are_copied_as_they_are_and_never_pass_upward() {
    let project = base().edition("acme", "root/google1.html", "verified\n").project();
    project.run(["build", "--all-editions"]).ends(0);
    project.run(["build"]).ends(0);
    assert_eq!(project.read("output/CNAME"), "base.example\n");
    assert_eq!(project.read("output/.well-known/security.txt"), "Contact: mailto:hello@example.org\n");
    assert_eq!(project.read("output/acme/google1.html"), "verified\n");
    assert!(!project.has("output/acme/CNAME") && !project.has("output/acme/.well-known"));
}

#[test]
fn headers_protect_pages_keep_assets_and_let_the_author_add() {
    let project = base().handbook("https://example.org/", "https://example.org/book/").project();
    project.run(["build"]).ends(0);
    let headers = project.read("output/_headers");
    for line in ["default-src 'self'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff", "no-referrer"] {
        assert!(headers.contains(line), "{line} is not in\n{headers}");
    }
    assert!(headers.contains("\n/assets/*\n") && headers.contains("\n/book/assets/*\n"), "{headers}");
    assert!(headers.ends_with("/*\n  X-Own: yes\n"), "{headers}");
    assert_eq!(project.read("output/_redirects"), "/book/en/older/ /book/en/a/ 301\n");
}

fn published() -> Project {
    let project = base().project();
    project.run(["build"]).ends(0);
    project
}

#[test]
fn a_folder_as_built_is_verified_and_other_publications_in_it_are_left_alone() {
    let project = base().edition("acme", "_brand.yml", "meta: { name: Acme }\n").project();
    project.run(["build"]).ends(0);
    project.run(["build", "--all-editions"]).ends(0);
    let run = project.run(["verify", "output"]).ends(0);
    assert!(run.last().ends_with(" files as built") && run.err.lines().count() == 1, "{}", run.err);
    project.run(["verify", "output/acme"]).ends(0);
}

#[test]
fn what_changed_what_is_missing_and_what_is_not_of_the_build_is_named() {
    let project = published();
    project.write("output/en/a/index.html", "<p>Somebody else's words.</p>\n");
    project.remove("output/robots.txt");
    project.write("output/en/.count.js", "count()\n");
    let expected = "
        warning: this file is not of the build
          --> output/en/.count.js
          hint: nothing in the handbook needs it; if nobody put it there on purpose, ask who did
        error: this file is not as it was built
          --> output/en/a/index.html
          hint: publish it again; if it changes each time, the host or the way there rewrites files
        error: this file was built and is not here
          --> output/robots.txt
          hint: publish the folder again
        ";
    crate::support::same(&project.run(["verify", "output"]).ends(1).err, &crate::support::dedented(expected));
}

#[test]
fn a_folder_that_was_not_built_cannot_be_verified() {
    let run = published().run(["verify", "content"]).ends(2);
    assert!(run.err.contains("there is no list of files in content/portaat-manifest.json"), "{}", run.err);
}
