//! What others find: what a page tells those who share it, search it and follow it.

use portaat::brand::Colour;
use portaat::card::{self, Card};

use crate::support::Case;

fn page(text: &str) -> Case {
    Case::new().file("content/en/a.md", text)
}

/// A page of some day, of a book in English.
fn dated(case: Case, name: &str, day: &str) -> Case {
    let text =
        format!("---\ntitle: Page {name}\ndescription: Of <{name}> & co\u{ad}mpany.\nupdated: {day}\n---\nText.\n");
    case.file(&format!("content/en/{name}.md"), text)
}

fn picture() -> Vec<u8> {
    let colour = Colour([0, 0, 0]);
    card::png(&Card { name: "A", line: "", publisher: "", ground: colour, ink: colour, font: None })
}

#[test]
fn a_feed_lists_the_pages_that_say_when_they_changed_newest_first() {
    let case = dated(dated(dated(Case::new(), "b", "2026-03-01"), "c", "2026-11-20"), "a", "2026-03-01");
    let built = case.file("content/en/undated.md", "# Undated\n").build();
    let feed = built.page("en/feed.xml");
    let titles: Vec<&str> = feed.split("<title>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(titles, ["Handbook", "Page c", "Page a", "Page b"]);
    for wanted in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">",
        "<updated>2026-11-20T00:00:00Z</updated>\n<author><name>Handbook</name></author>",
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/en/feed.xml\"/>",
        "<id>https://example.org/en/c/</id>",
        "<summary>Of &lt;c&gt; &amp; company.</summary>",
    ] {
        assert!(feed.contains(wanted), "{wanted} in {feed}");
    }
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../../en/feed.xml\">";
    assert!(built.page("en/undated/index.html").contains(link), "{}", built.page("en/undated/index.html"));
    assert!(built.page("sitemap.xml").contains("<loc>https://example.org/en/c/</loc><lastmod>2026-11-20</lastmod>"));
}

#[test]
fn a_feed_holds_thirty_pages_and_none_without_days_or_an_address() {
    let many = (10..45).fold(Case::new(), |case, number| dated(case, &format!("p{number}"), "2026-01-01"));
    assert_eq!(many.build().page("en/feed.xml").matches("<entry>").count(), 30);
    for case in [page("# A\n"), dated(Case::new(), "a", "2026-01-01").handbook("base_url: https://example.org/\n", "")]
    {
        let files = case.build().files.expect("built");
        assert!(!files.0.contains_key("en/feed.xml"));
        assert!(!files.text("en/a/index.html").expect("a page").contains("atom+xml"));
    }
}

#[test]
fn a_day_that_is_none_is_an_error() {
    page("---\ntitle: A\nupdated: 2026-02-30\n---\nText.\n").check(
        "
        error: `2026-02-30` is no day
          --> content/en/a.md:3:10
          hint: write it like `2027-05-01`
        ",
    );
}

#[test]
fn a_shared_link_shows_the_card_or_the_page_s_own_picture() {
    let built = page("---\ntitle: A\nimage: assets/own.png\n---\nText.\n")
        .on_default_theme()
        .file("content/assets/own.png", picture())
        .file("content/en/b.md", "---\ntitle: B\nimage: assets/own.svg\n---\nText.\n")
        .file("content/assets/own.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .build();
    let (a, b) = (built.page("en/a/index.html"), built.page("en/b/index.html"));
    assert!(a.contains("<meta property=\"og:image\" content=\"https://example.org/assets/own."), "{a}");
    assert!(
        a.contains("<meta property=\"og:image:width\" content=\"1200\">") && a.contains("og:image:alt\" content=\"A\""),
        "{a}"
    );
    // Few places can show a vector drawing.
    assert!(b.contains("<meta property=\"og:image\" content=\"https://example.org/assets/card-en."), "{b}");
    assert!(b.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{b}");
}

#[test]
fn there_is_a_card_only_where_an_address_and_the_theme_want_one() {
    let has_card = |case: Case| case.build().files.expect("built").0.keys().any(|path| path.contains("card-"));
    assert!(has_card(Case::new().on_default_theme()));
    assert!(!has_card(Case::new().on_default_theme().handbook("base_url: https://example.org/\n", "")));
    assert!(!has_card(Case::new()));
}

#[test]
fn a_card_is_drawn_in_the_colours_and_letters_of_its_brand() {
    let card = |brand: &str| {
        let case = Case::new().on_default_theme().file("content/_brand.yml", brand);
        let files = case.build().files.expect("built");
        files.0.into_iter().find(|(path, _)| path.starts_with("assets/card-en.")).expect("a card")
    };
    let red = card("meta: { name: Acme }\ncolor: { primary: \"#802020\" }\n");
    assert_eq!(red, card("meta: { name: Acme }\ncolor: { primary: \"#802020\", danger: \"#800000\" }\n"));
    assert_ne!(red, card("meta: { name: Acme }\ncolor: { primary: \"#205080\" }\n"));
    assert_ne!(red, card("meta: { name: Acme, link: \"https://acme.example\" }\ncolor: { primary: \"#802020\" }\n"));
    let palette: Vec<u8> = vec![0x80, 0x20, 0x20];
    assert!(red.1.windows(7).any(|bytes| bytes == [b"PLTE", &palette[..]].concat()), "the ground is the brand's");
}

#[test]
fn earlier_addresses_name_the_page_they_lead_to() {
    let text = "---\ntitle: A\naliases: [old/a]\n---\nText.\n";
    let built = page(text).build();
    let redirect = built.page("en/old/a/index.html");
    assert!(redirect.contains("<link rel=\"canonical\" href=\"https://example.org/en/a/\">"), "{redirect}");
    assert!(redirect.contains("content=\"0; url=../../a/index.html\"") && !redirect.contains("noindex"), "{redirect}");
    let built = page(text).handbook("base_url: https://example.org/\n", "").build();
    let redirect = built.page("en/old/a/index.html");
    assert!(redirect.contains("noindex") && !redirect.contains("canonical"), "{redirect}");
    // A book in one language begins with one, too.
    assert!(
        page(text).build().page("index.html").contains("<link rel=\"canonical\" href=\"https://example.org/en/\">")
    );
}

#[test]
fn a_page_in_one_language_names_no_others_and_a_borrowed_one_its_original() {
    let built = Case::new().bilingual().file("content/fi/a.md", "# A\n").build();
    let (own, borrowed) = (built.page("fi/a/index.html"), built.page("en/a/index.html"));
    for page in [own, borrowed] {
        assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/fi/a/\">"), "{page}");
        assert!(!page.contains("rel=\"alternate\""), "{page}");
        assert!(page.contains("og:locale\" content=\"fi_FI\"") && !page.contains("locale:alternate"), "{page}");
    }
    assert!(own.contains("\"inLanguage\":\"fi\"") && !borrowed.contains("ld+json"), "{own}{borrowed}");
    let map = built.page("sitemap.xml");
    assert!(map.contains("<loc>https://example.org/fi/a/</loc></url>") && !map.contains("/en/a/"), "{map}");
}

#[test]
fn no_text_ends_the_data_it_stands_in() {
    let built = page("---\ntitle: \"</script><b>\\\"&\"\ndescription: \"<!-- \\\"\"\n---\nText.\n").build();
    let text = built.page("en/a/index.html");
    assert!(!text.contains("</script><b>") && text.contains("\\u003c/script>"), "{text}");
    assert!(text.contains("og:description\" content=\"&lt;!-- &quot;\""), "{text}");
}

#[test]
fn programs_get_the_contents_as_plain_markdown() {
    let case =
        Case::new().bilingual().file("content/en/part/index.md", "---\ntitle: The [part]\ndescription: Of it.\n---\n");
    let case = case.file("content/en/part/one.md", "# One\n").file("content/fi/part/index.md", "# Osa\n");
    let built = case.clone().build();
    assert_eq!(
        built.page("llms.txt"),
        "# Käsikirja\n\n> pelkistetty käsikirja\n\n> a plain handbook\n\n## Suomi: Osa\n\n- [Osa](https://example.org/fi/part/)\n\n## English: The [part]\n\n- [The (part)](https://example.org/en/part/): Of it.\n- [One](https://example.org/en/part/one/)\n"
    );
    let built = case.handbook("base_url: https://example.org/\n", "").build();
    assert!(built.page("llms.txt").contains("- [Osa](fi/part/index.html)"), "{}", built.page("llms.txt"));
}
