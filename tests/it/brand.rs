//! What a brand file changes in the pages.

use crate::support::{Case, tags};

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'/>";
const WIDE: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 40'/>";

fn brand(text: &str) -> Case {
    let case = Case::new().on_default_theme().with_model();
    case.file("content/_brand.yml", format!("meta: {{ name: Acme }}\n{text}"))
}

/// The start tags of an element on the home page.
fn on_home(case: &Case, element: &str) -> Vec<String> {
    let built = case.build();
    let page = built.page("en/index.html").to_owned();
    let found = tags(&page).into_iter().filter(|tag| tag.name == element);
    found.map(|tag| format!("{tag:?}")).collect()
}

fn css(case: &Case) -> String {
    let built = case.build();
    let files = built.files.unwrap_or_else(|| panic!("not built:\n{}", built.findings));
    let sheet = files.0.keys().find(|path| path.starts_with("assets/site.")).expect("a style sheet").clone();
    files.text(&sheet).unwrap_or_default().to_owned()
}

#[test]
fn a_mark_stands_beside_the_name_and_a_wordmark_instead_of_it() {
    let mark = brand("logo: mark.svg\n").file("content/mark.svg", DRAWING).build();
    assert!(mark.page("en/index.html").contains("alt=\"\" width=\"40\" height=\"40\"><span>Acme</span></a>"));
    let wide = brand("logo: { medium: wide.svg }\n").file("content/wide.svg", WIDE).build();
    assert!(wide.page("en/index.html").contains("alt=\"Acme\" width=\"200\" height=\"40\"></a>"));
}

#[test]
fn each_scheme_has_its_own_icon() {
    let logo = "logo: { small: { light: a.svg, dark: b.svg } }\n";
    let case = brand(logo).file("content/a.svg", DRAWING).file("content/b.svg", WIDE);
    let icons: Vec<String> = on_home(&case, "link").into_iter().filter(|tag| tag.contains("icon")).collect();
    assert_eq!(icons.len(), 2, "{icons:?}");
    assert!(icons[1].contains("prefers-color-scheme: dark"), "{icons:?}");
}

#[test]
fn a_large_logo_lies_on_the_cover() {
    let logo = "logo: { small: a.svg, large: b.svg }\n";
    let case = brand(logo).file("content/a.svg", DRAWING).file("content/b.svg", WIDE);
    assert!(case.build().page("en/index.html").contains("<p class=\"plate\"><img"));
    assert!(css(&case).contains(".plate {"));
    assert!(!css(&brand("")).contains(".plate {"));
}

#[test]
fn only_fonts_in_use_are_loaded() {
    let fonts = "typography:
  fonts:
    - { family: Used, files: [{ path: used.woff2, weight: 300..700 }] }
    - { family: Idle, source: file, files: [idle.woff2] }
  base: Used
";
    let case = brand(fonts).file("content/used.woff2", "1").file("content/idle.woff2", "2");
    let sheet = css(&case);
    assert!(sheet.contains("font-family: \"Used\"; src: url(\"used."), "{sheet}");
    assert!(sheet.contains("font-weight: 300 700;") && !sheet.contains("Idle"), "{sheet}");
    let files = case.build().files.expect("it builds");
    assert!(!files.0.keys().any(|path| path.contains("idle")));
}

#[test]
fn a_link_differs_from_the_accent_only_where_the_brand_says_so() {
    assert!(!css(&brand("color: { primary: '#13564a' }\n")).contains("--link:"));
    let own = css(&brand("color: { primary: '#13564a', link: '#0000cc' }\n"));
    assert!(own.contains("--link: light-dark(#0000cc, "), "{own}");
    let text = css(&brand("color: { primary: '#13564a' }\ntypography: { link: { color: '#0000cc' } }\n"));
    assert!(text.contains("--link: light-dark(#0000cc, "), "{text}");
}

#[test]
fn the_publisher_offers_a_way_on_and_says_who_it_is() {
    let own = "defaults:
  portaat:
    call: { text: What next?, label: { en: Book a day }, link: 'https://acme.example/book' }
    legal: { imprint: { en: \"Acme Ltd\\n\\nMain Street 1\" }, privacy: We count visits <b>. }
";
    let case = brand(own).file("content/en/reference/privacy.md", "# Privacy\n\nText.\n\nMore.\n");
    let case = case.file("content/en/assessment/result.md", "# Result\n\nText.\n");
    let built = case.build();
    let button = "<span>What next?</span> <a class=\"button\" href=\"https://acme.example/book\">Book a day</a>";
    for page in ["en/index.html", "en/assessment/result/index.html"] {
        assert!(built.page(page).contains(button), "{page}");
    }
    let privacy = built.page("en/reference/privacy/index.html");
    assert!(privacy.contains("<h2 id=\"publisher\">Publisher</h2>\n<p>Acme Ltd</p><p>Main Street 1</p>"), "{privacy}");
    assert!(privacy.contains("<p>We count visits &lt;b&gt;.</p>"));
    assert!(built.page("en/index.html").contains("reference/privacy/index.html#publisher\">Publisher</a>"));
    assert!(!built.page("en/index.html").contains("Main Street"));
}
