//! A section and the whole handbook as one document to be printed.

use crate::support::{Built, Case, tags};

const SECTION: &str = "en/print/part/index.html";
const WHOLE: &str = "en/print/index.html";

fn case() -> Case {
    Case::new()
        .on_default_theme()
        .with_model()
        .file("content/en/part/index.md", "---\ntitle: The part\nweight: 1\n---\nIt has [one](one.md) and [more](../b/c.md).\n")
        .file(
            "content/en/part/one.md",
            "# One\n\nOf [two](two.md#end).\n\n## End\n\n[Out](https://a.example/x), [here](#end), [C](../b/c.md#end).[^1]\n\n![A plan](../../assets/plan.svg)\n\n```check\ndimension: flow\n```\n\n[^1]: A note.\n",
        )
        .file("content/en/part/two.md", "# Two\n\nSaid.\n\n## End\n\nOver.\n")
        .file("content/en/b/c.md", "# C\n\nThe [home](../index.md).\n\n## End\n")
        .file("content/assets/plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
}

fn built() -> Built {
    let built = case().build();
    assert_eq!(built.findings, "");
    built
}

/// The address of the link with this text, and what paper says of it.
#[track_caller]
fn link(page: &str, text: &str) -> (String, String) {
    let end = format!(">{text}</a>");
    let at = page.find(&end).unwrap_or_else(|| panic!("no link {text} in {page}"));
    let start = page[..at].rfind("<a ").expect("a link begins");
    let tag = tags(&page[start..=at]).remove(0);
    let get = |name: &str| tag.get(name).unwrap_or_default().to_owned();
    (get("href"), get("data-to"))
}

#[test]
fn links_between_pages_of_a_document_stay_in_it_and_paper_says_where_they_lead() {
    let built = built();
    let [section, whole] = [SECTION, WHOLE].map(|path| built.page(path));
    let both = |text: &str| (link(section, text), link(whole, text));
    let to = |href: &str, said: &str| (href.to_owned(), said.to_owned());
    assert_eq!(both("two"), (to("#part-two--end", "1.2"), to("#part-two--end", "1.2")));
    assert_eq!(both("here"), (to("#part-one--end", ""), to("#part-one--end", "")));
    assert_eq!(both("more"), (to("../../b/c/index.html", "C"), to("#b-c", "2.1")));
    assert_eq!(both("C").0, to("../../b/c/index.html#end", ""), "the text says it already");
    assert_eq!(both("Out").0, to("https://a.example/x", ""));
    assert_eq!(link(whole, "home"), to("../index.html", ""));
}

#[test]
fn a_document_has_one_title_and_every_id_once() {
    let built = built();
    for (path, chapter) in [(SECTION, "h2"), (WHOLE, "h3")] {
        let all = tags(built.page(path));
        assert_eq!(all.iter().filter(|tag| tag.name == "h1").count(), 1, "{path}");
        assert!(all.iter().any(|tag| tag.name == chapter), "{path}");
        let levels: Vec<u8> = all.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
        let mut ids: Vec<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{path}: {ids:?}");
    }
    assert!(built.page(WHOLE).contains("<h4 class=\"h2\" id=\"part-one--end\">"));
    assert!(built.page(SECTION).contains("href=\"#part-one--fn-1\""));
}

#[test]
fn questions_are_asked_without_a_form_and_pictures_are_found() {
    let built = built();
    let page = built.page(SECTION);
    assert!(page.contains("<li>Do the basics run?</li>") && !page.contains("type=\"radio\" name=\"flow1\""), "{page}");
    assert!(page.contains("src=\"../../../assets/plan."), "{page}");
}

#[test]
fn search_engines_are_told_to_look_at_the_pages_instead() {
    let built = built();
    let page = built.page(SECTION);
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/en/part/\">"));
    assert!(!built.page("sitemap.xml").contains("/print/"));
    assert!(built.page(WHOLE).contains("<body data-page=\"print/index\" data-kind=\"print\">"));
}

#[test]
fn pages_lead_to_the_document_they_stand_in_and_home_to_the_whole() {
    let built = built();
    assert!(built.page("en/part/one/index.html").contains("href=\"../../../en/print/part/index.html\""));
    assert!(built.page("en/index.html").contains("href=\"../en/print/index.html\""));
    assert!(!built.page("en/b/c/index.html").contains("/print/"), "a single page is printed as it is");
}

#[test]
fn nobody_is_offered_a_document_of_more_than_300_pages() {
    let many = |count: usize| {
        let pages = 0..count - 1;
        let case = Case::new().on_default_theme().file("content/en/part/index.md", "# Part\n");
        let case = pages.fold(case, |case, n| case.file(&format!("content/en/part/p{n}.md"), format!("# P{n}\n")));
        case.build().files.expect("built").0.contains_key(SECTION)
    };
    assert!(many(300) && !many(301));
}

#[test]
fn a_section_in_another_language_says_so() {
    let built = case().handbook("[en]", "[fi, en]").file("content/fi/index.md", "Hei.\n").build();
    let page = built.page("fi/print/part/index.html");
    assert!(page.contains("id=\"part-one\" lang=\"en\"") && page.contains("class=\"notice\" lang=\"fi\""), "{page}");
}
