//! Nothing may be fetched from elsewhere, whatever asks for it.

use crate::support::Case;

#[test]
fn raw_html_that_was_allowed_may_link_out_but_not_fetch() {
    let page = "# A\n\n<a href=\"https://a.example/\">fine</a>\n\n<p><img src=\"https://b.example/x.png?a&amp;b\" alt=\"\"></p>\n";
    Case::new().handbook("theme:", "markdown: { raw_html: allow }\ntheme:").file("content/en/a.md", page).check(
        "
            error: `https://b.example/x.png?a&b` would be fetched from another site
              --> content/en/a.md:5:14
              hint: put a copy under `assets/` and use that: no page may tell others who reads it
            ",
    );
}

#[test]
fn a_template_and_a_style_of_the_project() {
    let template = "{% extends \"default/page.html\" %}\n{% block head %}<script src=\"//cdn.example/x.js\"></script>{% endblock head %}\n";
    Case::new()
        .handbook("theme: plain", "theme: own")
        .file("content/en/a.md", "# A\n")
        .file("themes/own/templates/page.html", template)
        .file(
            "themes/own/css/own.css",
            "/* @import \"https://no.example\" */\n@import url(https://fonts.example/css);\n",
        )
        .check(
            "
            error: `https://fonts.example/css` would be fetched from another site
              --> themes/own/css/own.css:2:13
              hint: put a copy under `assets/` and use that: no page may tell others who reads it
            error: `//cdn.example/x.js` would be fetched from another site
              --> themes/own/templates/page.html:2:30
              hint: put a copy under `assets/` and use that: no page may tell others who reads it
            ",
        );
}

#[test]
fn a_picture_that_is_a_document() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<image href=\"https://a.example/x.png\"/>\n<a href=\"https://a.example/\"/></svg>\n";
    Case::new()
        .file("content/assets/plan.svg", svg)
        .edit("content/en/index.md", "Welcome.", "![A plan](../assets/plan.svg)")
        .check(
            "
            error: `https://a.example/x.png` would be fetched from another site
              --> content/assets/plan.svg:2:14
              hint: put a copy under `assets/` and use that: no page may tell others who reads it
            ",
        );
}
