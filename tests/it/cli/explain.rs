//! `explain`: which layer, file and line a value or a page comes from, and what it hides.

use crate::support::{Case, dedented, same};

/// Two layers with a brand each, the lower one not to be inherited.
fn case() -> Case {
    Case::new()
        .bilingual()
        .with_model()
        .file(
            "content/_brand.yml",
            "meta: { name: Base }\ncolor: { primary: '#000000' }\ndefaults: { portaat: { inherit: false } }\n",
        )
        .file("content/en/theses/flow.md", "---\ntitle: Flow\n---\nText.\n")
        .file("content/fi/theses/flow.md", "# Sujuvuus\n")
        .edition(
            "acme",
            "_brand.yml",
            "meta: { name: Acme }\ncolor:\n  palette: { plum: '#7b2d52' }\n  primary: plum\n",
        )
        .edition("acme", "handbook.yaml", "audience: public\n")
        .edition("acme", "en/theses/flow.md", "---\ntitle: Our flow\n---\nText.\n")
        .edition("acme", "en/assessment.yaml", "items: { flow1: { question: Own? }, flow2: ~ }\n")
        .edition("acme", "assessment.yaml", "dimensions: [{ id: flow, items: [{ id: flow1, rev: 2 }] }]\n")
}

#[track_caller]
fn explained(asked: &str, expected: &str) {
    let run = case().cli(["explain", asked, "--edition", "acme"]).ends(0);
    same(&run.out, &dedented(expected));
}

#[test]
fn a_brand_that_is_not_inherited_is_dropped_whole() {
    explained(
        "color.primary",
        "
        _brand.yml: color.primary
          holds    plum     editions/acme/_brand.yml:4:12
          dropped  #000000  content/_brand.yml:2:19
                   a brand that says `defaults.portaat.inherit: false` is dropped whole below another
        ",
    );
}

#[test]
fn ids_select_and_what_was_removed_hides_the_rest() {
    explained(
        "dimensions.flow.items.flow1.w",
        "
        assessment.yaml: dimensions.flow.items.flow1.w
          holds    2  content/assessment.yaml:9:25
        ",
    );
    explained(
        "items.flow2.question",
        "
        en/assessment.yaml: items.flow2.question
          removes  null                    editions/acme/en/assessment.yaml:1:44
          hidden   Does the promise hold?  content/en/assessment.yaml:9:15
        ",
    );
}

#[test]
fn a_branch_is_merged_from_its_layers() {
    explained(
        "en:items.flow1",
        "
        en/assessment.yaml: items.flow1
          holds    {\"question\":\"Own?\"}                                           editions/acme/en/assessment.yaml:1:17
          merged   {\"question\":\"Do the basics run?\",\"anchors\":[\"never\",\"seldom…  content/en/assessment.yaml:6:5
        ",
    );
}

#[test]
fn a_page_is_found_in_every_language_or_in_one() {
    explained(
        "theses/flow",
        "
        fi:theses/flow
          holds    Sujuvuus  content/fi/theses/flow.md:1:1

        en:theses/flow
          holds    Our flow  editions/acme/en/theses/flow.md:1:1
          hidden   Flow      content/en/theses/flow.md:1:1
        ",
    );
    assert!(!case().cli(["explain", "fi:theses/flow"]).ends(0).out.contains("en:theses"));
}

#[test]
fn an_address_is_for_its_own_layer() {
    explained(
        "base_url",
        "
        handbook.yaml: base_url
          the address here is https://example.org/acme/
          kept     https://example.org/  content/handbook.yaml:4:11
                   an address does not pass upward
        ",
    );
}

#[test]
fn a_text_of_the_theme_lies_below_the_layers_and_a_language_borrows() {
    let case = case().on_default_theme().edition("acme", "en/strings.yaml", "nav: { assessment: Health check }\n");
    let run = case.cli(["explain", "en/strings:nav.assessment", "--edition", "acme"]).ends(0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(
        lines[1].starts_with("  holds    Health check ")
            && lines[2].contains("built-in/themes/default/strings/en.yaml:"),
        "{}",
        run.out
    );
    let run = case.handbook("[fi, en]", "[fi, en, et]").cli(["explain", "et:nav.assessment"]).ends(0);
    assert!(run.out.contains("`et` has none of its own and shows this"), "{}", run.out);
}

#[test]
fn a_file_of_the_theme_hides_the_built_in_one() {
    let run = case().cli(["explain", "templates/page.html"]).ends(0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "templates/page.html");
    assert!(lines[1].starts_with("  holds ") && lines[1].ends_with("themes/plain/templates/page.html"), "{}", run.out);
    assert!(lines[2].starts_with("  hidden ") && lines[2].ends_with("built-in/themes/default/templates/page.html"));
}

#[test]
fn what_nobody_knows_ends_with_one_and_the_nearest_name() {
    let run = case().cli(["explain", "color.primry", "--edition", "acme"]).ends(1);
    same(
        &run.err,
        &dedented(
            "
            error: nothing here is called `color.primry`
              --> editions/acme
              hint: did you mean `color.primary`?
            ",
        ),
    );
    let run = case().cli(["explain", "audience", "--edition", "acme"]).ends(0);
    assert!(run.out.contains("holds    public"), "{}", run.out);
    let run = case().cli(["explain", "primary"]).ends(1);
    assert!(run.err.contains("did you mean `color.primary`?"), "{}", run.err);
    let run = case().cli(["explain", "brnd:color.primary"]).ends(1);
    assert!(
        run.err.contains("`brnd` is neither a language nor a file with keys") && run.err.contains("`brand`"),
        "{}",
        run.err
    );
}

#[test]
fn a_program_gets_the_same_as_json() {
    let run = case().cli(["explain", "brand:meta.name", "--edition", "acme", "--format", "json"]).ends(0);
    let answer: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(answer[0]["layers"][0]["value"], "Acme");
    assert_eq!(answer[0]["layers"][1]["standing"], "dropped");
    assert_eq!(answer[0]["layers"][0]["line"], 1);
}

#[test]
fn what_a_publisher_says_is_a_key_too() {
    let own = "meta: { name: Acme }\ndefaults:\n  portaat:\n    call: { label: Ask us, link: 'mailto:a@acme.example' }\n    legal: { imprint: A firm. }\n    targets: { flow: 4 }\n";
    let case = case().edition("acme", "_brand.yml", own);
    for (key, line) in
        [("call.label", "Ask us  editions/acme/_brand.yml:4:"), ("legal.imprint", "A firm."), ("targets.flow", "4  ")]
    {
        let run = case.cli(["explain", &format!("defaults.portaat.{key}"), "--edition", "acme"]).ends(0);
        assert!(run.out.contains(&format!("  holds    {line}")), "{}", run.out);
    }
}
