//! `theme`: what can be changed, and something to start from.

use std::collections::BTreeSet;

use crate::support::{Case, Project};

#[test]
fn the_listing_says_what_there_is() {
    let project = Project::empty();
    let all = project.run(["theme"]).ends(0).out;
    for line in [
        "  templates/page.html                   A page of the handbook: the tree, the text, the way on\n",
        "                                        blocks: main, title, head, header, footer, scripts\n",
        "  page.crumbs             the way up, each with title and href\n",
        "  --accent-light    links, buttons and the cover (#111)\n",
        "  nav.next                              Next\n",
        "  js/choice.js            The root of a site in several languages: whoever has chosen a language before goes straight on\n",
    ] {
        assert!(all.contains(line.trim_end_matches('\n')) || squeezed(&all).contains(&squeezed(line)), "{line}\n{all}");
    }
    let styles = project.run(["theme", "--only", "styles"]).ends(0).out;
    assert!(styles.starts_with("Styles\n\n  css/aids.css") && !styles.contains("templates/"), "{styles}");
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A starting copy changes nothing, whatever it is a copy of; and it never overwrites.
#[test]
fn every_file_of_the_theme_can_be_copied_and_changes_nothing() {
    let project = Case::new().with_model().on_default_theme().file("content/en/a.md", "# A\n").project();
    project.run(["build"]).ends(0);
    let bytes = |project: &Project| {
        project.snapshot("output").into_iter().map(|(path, (bytes, _))| (path, bytes)).collect::<Vec<_>>()
    };
    let before = bytes(&project);
    for path in [
        "templates/page.html",
        "templates/base.html",
        "templates/home.html",
        "templates/partials/footer.html",
        "css/own.css",
        "css/prose.css",
        "strings/en.yaml",
        "js/core.js",
    ] {
        project.run(["theme", "--name", "acme", "--copy", path]).ends(0);
    }
    let handbook = project.read("content/handbook.yaml");
    project.write("content/handbook.yaml", format!("{handbook}theme: acme\n"));
    let run = project.run(["build"]).ends(0);
    assert!(!run.err.contains("warning"), "{}", run.err);
    let [before, after] = [before, bytes(&project)].map(|files| pages(&files));
    assert!(before == after, "a starting copy changes a page");
    let style = project.read("themes/acme/css/own.css");
    assert!(style.contains("  /* --font-text: var(--font-ui); */ /* running text */\n"), "{style}");
    project.write("themes/acme/css/own.css", "mine");
    let again = project.run(["theme", "--name", "acme", "--copy", "css/own.css"]).ends(2);
    assert!(again.err.contains("themes/acme/css/own.css is there already"), "{}", again.err);
    assert_eq!(project.read("themes/acme/css/own.css"), "mine");
}

/// Pages without the names of their styles, whose bytes may differ by an empty rule.
fn pages(files: &[(String, Vec<u8>)]) -> BTreeSet<(String, String)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let plain = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        text.lines()
            .filter(|line| !line.contains("rel=\"stylesheet\"") && !line.contains("data-search="))
            .collect::<Vec<_>>()
            .join("\n")
    };
    pages.map(|(path, bytes)| (path.clone(), plain(bytes))).collect()
}

#[test]
fn what_cannot_be_copied() {
    let project = Case::new().project();
    let run = project.run(["theme", "--copy", "templates/pgae.html"]).ends(2);
    assert!(run.err.contains("the theme has no file `templates/pgae.html`"), "{}", run.err);
    let run = project.run(["theme", "--copy", "css/own.css", "--name", "../up"]).ends(2);
    assert!(run.err.contains("`../up` cannot be the name of a theme"), "{}", run.err);
}
