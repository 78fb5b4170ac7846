//! Marks whose exact form may change, and what must hold of them in any form. The forms are in `golden/markdown`.

use crate::support::{Case, tags};

fn body(text: &str) -> String {
    let built = Case::new().file("content/en/a.md", format!("---\ntitle: A\n---\nText.\n\n{text}")).build();
    let page = built.page("en/a/index.html");
    page.split_once("<main>").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main part").0.to_owned()
}

fn ids(html: &str) -> Vec<String> {
    tags(html).iter().filter_map(|tag| tag.get("id")).map(str::to_owned).collect()
}

#[test]
fn a_note_that_is_named_twice_gets_two_places_to_come_back_to() {
    let html = body("One[^n], and again[^n].\n\n[^n]: A note.\n");
    let mut unique = ids(&html);
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids(&html).len(), "an id stands twice in:\n{html}");
}

#[test]
fn notes_stand_at_the_end_in_the_order_they_are_named_in() {
    let html = body("One[^b], two[^a].\n\n[^a]: Note of a.\n\n[^b]: Note of b.\n\nThe last paragraph.\n");
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("no {text:?} in:\n{html}"));
    assert!(at("The last paragraph.") < at("Note of b.") && at("Note of b.") < at("Note of a."), "{html}");
}

#[test]
fn a_note_nobody_names_is_not_numbered_among_the_others() {
    let html = body("One[^a].\n\n[^z]: Forgotten.\n\n[^a]: Note of a.\n");
    assert!(html.contains("href=\"#fn-1\"") && !html.contains("#fn-2"), "{html}");
}

#[test]
fn every_place_a_note_leads_to_is_there() {
    let html = body("One[^a], two[^b], one again[^a].\n\n[^a]: Note of a.\n[^b]: Note of b.\n");
    let all = ids(&html);
    for address in tags(&html).iter().filter_map(|tag| tag.get("href")?.strip_prefix('#').map(str::to_owned)) {
        assert!(all.contains(&address), "#{address} in:\n{html}");
    }
}

#[test]
fn raw_html_that_is_shown_as_text_stands_in_a_paragraph() {
    let html = body("<div>\ntext\n</div>\n\nAfter.\n");
    let before = html.split("&lt;div&gt;").next().expect("the text");
    assert!(before.trim_end().ends_with("<p>"), "{html}");
}

#[test]
fn raw_html_is_html_where_the_handbook_allows_it() {
    let case = Case::new().handbook("theme: plain\n", "theme: plain\nmarkdown: { raw_html: allow }\n");
    let built = case.file("content/en/a.md", "# A\n\nText.\n\n<div class=\"own\">*text*</div>\n").build();
    assert!(built.page("en/a/index.html").contains("<div class=\"own\">*text*</div>"));
}

/// Both passages, and what is left of them for a handbook of one audience.
fn for_audience(handbook: &str) -> String {
    let passage = |audience: &str| format!("```audience\nfor: {audience}\ntext: Words for {audience}.\n```\n\n");
    let text = format!("---\ntitle: A\n---\nText.\n\n{}{}", passage("public"), passage("business"));
    let case = Case::new().handbook("extends: none", handbook).on_default_theme().file("content/en/a.md", text);
    case.build().page("en/a/index.html").to_owned()
}

#[test]
fn a_passage_for_one_audience_is_shown_to_it_alone() {
    let public = for_audience("extends: none\naudience: public");
    assert!(public.contains("Words for public.") && !public.contains("Words for business."));
    assert!(!public.contains("In public services"), "a label where nothing is left out");
}

#[test]
fn without_an_audience_both_passages_stand_under_their_labels() {
    let both = for_audience("extends: none");
    let at = |text: &str| both.find(text).unwrap_or_else(|| panic!("no {text:?} in:\n{both}"));
    assert!(at("In public services") < at("Words for public.") && at("Words for public.") < at("In business"));
}

#[test]
fn a_name_in_a_title_or_description_is_filled_in_wherever_it_is_listed() {
    let own = "---\ntitle: About {{ brand.name }}\ndescription: What {{ brand.name }} does.\n---\nText.\n";
    let case = Case::new().on_default_theme().file("content/_brand.yml", "meta: { name: Acme }\n");
    let built = case.file("content/en/about.md", own).file("content/en/b.md", "# B\n\n[There](about.md)\n").build();
    for page in ["en/index.html", "en/about/index.html", "en/b/index.html"] {
        let html = built.page(page);
        assert!(html.contains("About Acme") && !html.contains("{{"), "{page}: {html}");
    }
    assert!(built.page("en/index.html").contains("What Acme does."));
}
