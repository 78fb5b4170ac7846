//! The reading page: what a heading, a lead and a term are on it, and texts that no page was made for.

use crate::support::Case;

const SOFT: char = '\u{ad}';

fn finnish(text: &str) -> Case {
    Case::new().on_default_theme().bilingual().file("content/fi/a.md", text)
}

fn page(case: &Case) -> String {
    case.build().page("fi/a/index.html").to_owned()
}

#[test]
fn a_heading_is_a_link_to_itself_unless_it_holds_one() {
    let html = page(&finnish("# A\n\nAlku.\n\n## *Miksi* näin?\n\n### Katso [muuta](index.md)\n"));
    assert!(html.contains("<h2 id=\"miksi-nain\"><a href=\"#miksi-nain\"><em>Miksi</em> näin?</a></h2>"), "{html}");
    assert!(html.contains("<h3 id=\"katso-muuta\">Katso <a href=\"../index.html\">muuta</a></h3>"), "{html}");
}

#[test]
fn long_words_of_headings_and_leads_may_be_broken_and_nothing_else() {
    let text = "---\ntitle: Asiakaskokemuksesta\ndescription: Asiakaskokemuksesta.\n---\nAsiakaskokemuksesta.\n\nAsiakaskokemuksesta.\n\n## Asiakaskokemuksesta\n";
    let html = page(&finnish(text));
    let soft = ["Asiakas", "ko", "ke", "muk", "sesta"].join("\u{ad}");
    let places = [format!("<h1>{soft}</h1>"), format!("<p class=\"lead\">{soft}.</p>"), format!("\">{soft}</a></h2>")];
    for place in places {
        assert!(html.contains(&place), "{place:?} in:\n{html}");
    }
    assert_eq!(html.matches(SOFT).count(), 12, "nowhere else: {html}");
    assert!(html.contains("<title>Asiakaskokemuksesta –") && html.contains("<p>Asiakaskokemuksesta.</p>"), "{html}");
    assert!(html.contains("<h2 id=\"asiakaskokemuksesta\">"), "{html}");
}

#[test]
fn words_are_broken_as_the_language_of_the_text_does() {
    let case = finnish("# A\n\nAlku.\n").file("content/en/b.md", "# Internationalisation\n\nStart.\n");
    let built = case.build();
    let soft = |path: &str| built.page(path).split_once("<h1>").expect("a heading").1.contains(SOFT);
    assert!(soft("en/b/index.html"));
    assert!(soft("fi/b/index.html"), "shown in Finnish, still English");
}

#[test]
fn what_few_texts_have_is_styled_where_it_stands() {
    let rare = |text: &str| page(&finnish(&format!("# A\n\nAlku.\n\n{text}\n"))).contains("assets/rare.");
    assert!(!rare("Teksti, **lihava**.\n\n- kohta\n\n> [!NOTE]\n> Huomaa."));
    for text in ["> Lainaus.", "    koodi", "Tämä `koodi`.", "- [ ] tehtävä", "Sana\n: selitys", "***"] {
        assert!(rare(text), "{text}");
    }
}

#[test]
fn what_terms_mean_is_loaded_on_use_and_only_where_one_reads() {
    let terms = "terms:\n  step:\n    term: askel\n    definition: Pieni </script> muutos.\n";
    let built = finnish("# A\n\nAlku.\n\nTämä on askel.\n").file("content/fi/glossary.yaml", terms).build();
    let files = built.files.as_ref().expect("it is built");
    let data = files.0.keys().find(|path| path.starts_with("assets/reading-fi.")).expect("the data of Finnish");
    assert!(files.text(data).expect("a text").contains("\"step\":\"Pieni </script> muutos.\""));
    let name = data.trim_start_matches("assets/");
    assert!(built.page("fi/a/index.html").contains(name));
    assert!(!built.page("fi/index.html").contains(name));
}

#[test]
fn the_front_page_leads_to_an_edition_of_ones_own_until_it_is_one() {
    let own = "---\nextra:\n  own: { page: a, title: Oma, text: Tee oma., label: Näin }\n---\n";
    let case = finnish("# A\n\nAlku.\n").file("content/fi/index.md", own);
    let leads = |case: &Case| case.build().page("fi/index.html").contains("<h2>Oma</h2>");
    assert!(leads(&case));
    assert!(!leads(&case.clone().edition("acme", "_brand.yml", "meta: { name: Acme }\n")));
    assert!(!leads(&case.file("content/fi/a.md", "---\nremove: true\n---\n")), "its page is gone");
}

/// Pages larger and odder than any reader wants are built like the others.
#[test]
fn huge_and_odd_pages_are_built() {
    let paragraph = "Sanoja on paljon, ja ne toistuvat rivi riviltä. ".repeat(40) + "\n\n";
    let huge = format!("# Suuri\n\nAlku.\n\n{}", paragraph.repeat(2_800));
    assert!(huge.len() > 5_000_000);
    let endless = format!("# Sana\n\n{0}\n\n## {0}\n", "ä".repeat(100_000));
    let odd = "# 👩‍👩‍👧‍👦 שלום\n\nمرحبا 🎉\n\n## 🎉\n";
    let case = finnish(&huge).file("content/fi/b.md", endless).file("content/fi/c.md", odd);
    let case = case.handbook("[fi, en]", "[{ lang: fi, dir: rtl }, en]");
    let built = case.build();
    assert!(built.page("fi/a/index.html").len() > huge.len());
    assert!(built.page("fi/b/index.html").contains(&"ä".repeat(100_000)));
    let html = built.page("fi/c/index.html");
    assert!(html.contains("dir=\"rtl\"") && html.contains("<h1>👩‍👩‍👧‍👦 שלום</h1>"), "{html}");
}
