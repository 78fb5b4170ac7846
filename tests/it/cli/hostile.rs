//! Input nobody means well with: a finding or an error, soon, and never a panic.

use crate::support::{Case, Run};

/// Whatever it is, the program says so in words.
#[track_caller]
fn told(run: &Run, code: i32, words: &str) {
    assert_eq!(run.code, code, "{}", run.err);
    assert!(run.err.contains(words) && !run.err.contains("panicked"), "{}", &run.err[..run.err.len().min(2000)]);
}

#[test]
fn markdown_that_never_stops_going_deeper() {
    for opener in [">", "- ", "1. ", "* > "] {
        let run = Case::new().file("content/en/a.md", format!("# A\n\n{}deep\n", opener.repeat(10_000))).cli(["build"]);
        told(&run, 1, "lists and quotations are nested too deeply here\n  --> content/en/a.md:3:");
    }
}

#[test]
fn markdown_full_of_openings_is_only_text() {
    for opener in ["[", "![", "*", "_*", "`", "<", "<!--", "&", "~~", "[^", "{{", "| "] {
        let run = Case::new().file("content/en/a.md", format!("# A\n\n{}\n", opener.repeat(20_000))).cli(["build"]);
        told(&run, 0, "2 pages");
    }
}

/// `check` reads the words of a page too.
#[test]
fn text_that_never_comes_to_an_end() {
    for part in
        ["Acme ", "Acme.", "a. ", "A. ", "“a ", "”", ": ", "- a;\n", "(", "*a* ", "`A` ", "word\n", "{{ ", "![]("]
    {
        let case = Case::new().file("content/_brand.yml", "meta: { name: Acme }\n");
        let case = case.file("content/en/prose.yaml", "longest_sentence: 9\nabbreviations: [a]\n");
        let run =
            case.on_default_theme().file("content/en/a.md", format!("# A\n\n{}\n", part.repeat(20_000))).cli(["check"]);
        told(&run, 0, "2 pages");
    }
}

#[test]
fn yaml_that_multiplies_itself() {
    let bomb: String = ('b'..='k').fold("a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, letter| {
        let before = char::from(letter as u8 - 1);
        text + &format!("{letter}: &{letter} [{}]\n", vec![format!("*{before}"); 10].join(","))
    });
    told(&Case::new().file("content/_brand.yml", bomb.clone()).cli(["build"]), 1, "content/_brand.yml:");
    let page = format!("---\ntitle: A\nextra:\n  {}---\nText.\n", bomb.replace('\n', "\n  "));
    told(&Case::new().file("content/en/a.md", page.replace("  ---", "---")).cli(["build"]), 1, "content/en/a.md:");
}

#[test]
fn yaml_that_never_stops_going_deeper() {
    for opener in ["[", "{a: ", "- ", "? "] {
        let run = Case::new().file("content/_brand.yml", opener.repeat(50_000)).cli(["build"]);
        told(&run, 1, "this is no valid YAML: ");
    }
}

#[test]
fn yaml_that_refers_to_itself() {
    let run = Case::new().file("content/_brand.yml", "meta: &m { name: A, more: *m }\n").cli(["build"]);
    told(&run, 1, "content/_brand.yml:1:");
}

#[test]
fn what_looks_like_our_own_marks_is_text() {
    let text = "# A\n\nMarks \u{e000}0\u{e001} and \u{e000}99999999999999999999\u{e001} and \u{e000}.\n";
    told(&Case::new().file("content/en/a.md", text).cli(["build"]), 0, "2 pages");
}

#[test]
fn names_that_are_no_addresses() {
    let run = Case::new().file("content/en/a b.md", "# A\n").file("content/en/con?.md", "# C\n").cli(["build"]);
    told(&run, 1, "`a b` cannot be part of an address");
    told(&run, 1, "`con?` cannot be part of an address");
}

#[test]
fn addresses_that_differ_by_case_or_form_only() {
    let run = Case::new().file("content/en/a.md", "# A\n").file("content/en/A.md", "# A\n").cli(["build"]);
    told(&run, 1, "`A` cannot be part of an address");
}

#[test]
fn a_file_larger_than_any_page() {
    let project = Case::new().project();
    let file = std::fs::File::create(project.path("content/en/a.md")).expect("a file");
    file.set_len(100 << 20).expect("a sparse file");
    told(&project.run(["build"]), 2, "cannot read content/en/a.md: ");
}

#[test]
fn text_that_would_be_markup_elsewhere_stays_text() {
    let evil = "\"><script>x</script>";
    let quoted = format!("'{}'", evil.replace('\'', "''"));
    let project = Case::new()
        .on_default_theme()
        .with_model()
        .handbook("en: Handbook", &format!("en: {quoted}"))
        .file("content/en/a.md", format!("---\ntitle: {quoted}\ndescription: {quoted}\nextra: {{ a: {quoted} }}\n---\n{evil}\n\n```check\ndimension: flow\n```\n"))
        .edit("content/en/assessment.yaml", "Do the basics run?", &quoted)
        .project();
    project.run(["build"]).ends(0);
    for (path, (bytes, _)) in project.snapshot("output") {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!path.ends_with(".html") || !text.contains("<script>"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_an_error_of_the_machine() {
    let project = Case::new().project();
    project.write("output", "a file where the folder should be");
    told(&project.run(["build"]), 2, "output");
}
