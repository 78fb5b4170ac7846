//! What the search finds is what a reader can read, and its files are where pages say they are.

use crate::support::{Built, Case};

fn built(case: Case) -> Built {
    case.on_default_theme().build()
}

/// Everything the search of a language knows, as text.
fn known(built: &Built, lang: &str) -> String {
    let files = built.files.as_ref().expect("a build without errors");
    let is_search = |path: &str| path.starts_with(&format!("assets/search-{lang}"));
    files.0.iter().filter(|(path, _)| is_search(path)).map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
}

#[test]
fn every_page_names_the_entry_and_the_entry_names_files_that_are_there() {
    let built = built(Case::new().file("content/en/deep/a.md", "# A\n\nText.\n"));
    let page = built.page("en/deep/a/index.html");
    let named = page.split("data-search=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("the attribute");
    let entry = built.page(named.strip_prefix("../../../").expect("two folders and a language up"));
    let hashes = entry.split("hashes:\"").nth(1).and_then(|rest| rest.split('"').next()).expect("the hashes");
    let files = built.files.as_ref().expect("a build without errors");
    for (number, hash) in hashes.split(' ').enumerate() {
        assert!(files.0.contains_key(&format!("assets/search-en-{number}.{hash}.js")), "{number} {hash}");
    }
}

#[test]
fn drafts_and_removed_pages_are_not_found() {
    let built = built(
        Case::new()
            .file("content/en/a.md", "# Visible\n\nApple.\n")
            .file("content/en/b.md", "---\ntitle: Hidden\ndraft: true\n---\n\nBanana.\n")
            .file("content/en/c.md", "---\nremove: true\n---\n"),
    );
    let known = known(&built, "en");
    assert!(known.contains("Visible") && known.contains("Apple"), "{known}");
    assert!(!known.contains("Hidden") && !known.to_lowercase().contains("banana"), "{known}");
}

#[test]
fn a_change_of_a_page_gives_the_search_another_name() {
    let name = |text: &str| {
        let built = built(Case::new().file("content/en/a.md", format!("# A\n\n{text}\n")));
        let files = built.files.expect("a build without errors");
        files.0.into_keys().find(|path| path.starts_with("assets/search-en.")).expect("an entry")
    };
    assert_eq!(name("One."), name("One."));
    assert_ne!(name("One."), name("Two."));
}

#[test]
fn what_an_author_writes_cannot_end_the_script() {
    let built = built(Case::new().file("content/en/a.md", "# `</script>` \\ \"x\"\n\n`</script><b>`\n"));
    assert!(!known(&built, "en").contains("</script"));
}

#[test]
fn a_theme_without_a_search_has_none() {
    let built = Case::new().build();
    assert!(known(&built, "en").is_empty());
    assert!(!built.page("en/index.html").contains("data-search"));
}

#[test]
fn strange_pages_end_soon() {
    let word = "x".repeat(100_000);
    let long = "word ".repeat(1_000_000);
    let case = Case::new()
        .file("content/en/a.md", format!("# One\n\n{word}\n"))
        .file("content/en/b.md", format!("# Two\n\n{long}\n"))
        .file("content/en/c.md", "# שלום עולם\n\n🙂🙂 \u{202e}abc\u{202c}\n");
    let known = known(&built(case), "en");
    assert!(known.contains("שלום"));
    assert!(known.len() < 100_000, "{}", known.len());
}

/// Swedish has no code of its own, only a table.
#[test]
fn a_language_is_a_table() {
    let built = Case::new()
        .on_default_theme()
        .handbook("[en]", "[sv, en]")
        .file("content/sv/index.md", "Hej.\n")
        .file("content/sv/a.md", "# Kund\n\nKunden kundens kunder kunderna.\n")
        .build();
    let known = known(&built, "sv");
    let words = known.split("w[0]=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("the words");
    assert_eq!(words.matches("kund").count(), 1, "{words}");
}

#[test]
fn a_table_with_a_slip_is_told() {
    let case = Case::new().handbook("theme: plain\n", "theme: own\n").file("themes/own/search/en.yaml", "stops: the\n");
    let findings = case.build().findings;
    assert!(findings.contains("themes/own/search/en.yaml:1") && findings.contains("stops"), "{findings}");
}
