//! Links that lead nowhere, each reported where it is written.

use crate::support::Case;

fn linking(link: &str) -> Case {
    Case::new()
        .file("content/en/a.md", format!("---\ntitle: A\n---\nText first.\n\nThen a {link}.\n"))
        .file("content/en/theses/flow.md", "---\ntitle: Flow\n---\nText.\n\n## What {#what}\n\n## Levels {#levels}\n")
}

#[test]
fn a_link_to_a_page_of_nearly_that_name_says_which() {
    linking("[link](theses/flwo.md)").check(
        "
        error: page a links to theses/flwo, which does not exist
          --> content/en/a.md:6:8
          hint: did you mean `theses/flow`?
        ",
    );
}

#[test]
fn a_link_to_a_page_of_quite_another_name_lists_the_pages_of_a_small_book() {
    linking("[link](nothing-like-it.md)").check(
        "
        error: page a links to nothing-like-it, which does not exist
          --> content/en/a.md:6:8
          hint: known here: `a`, `index` and `theses/flow`
        ",
    );
}

#[test]
fn in_a_large_book_the_hint_names_the_file_to_add() {
    let large = (0..30).fold(linking("[link](nothing-like-it.md)"), |case, number| {
        case.file(&format!("content/en/p{number}.md"), "---\ntitle: P\n---\nText.\n")
    });
    large.check(
        "
        error: page a links to nothing-like-it, which does not exist
          --> content/en/a.md:6:8
          hint: add en/nothing-like-it.md, or link to another page
        ",
    );
}

#[test]
fn a_link_to_a_heading_of_nearly_that_name_says_which() {
    linking("[link](theses/flow.md#levles)").check(
        "
        error: page a links to theses/flow#levles, which is no heading there
          --> content/en/a.md:6:8
          hint: did you mean `levels`?
        ",
    );
}

#[test]
fn a_link_to_a_missing_heading_names_the_headings_there() {
    linking("[link](theses/flow.md#monday)").check(
        "
        error: page a links to theses/flow#monday, which is no heading there
          --> content/en/a.md:6:8
          hint: known here: `what` and `levels`
        ",
    );
}

#[test]
fn a_link_to_a_missing_heading_of_its_own_page_is_found_too() {
    linking("[link](#nowhere)").check(
        "
        error: page a links to a#nowhere, which is no heading there
          --> content/en/a.md:6:8
          hint: that page has no headings
        ",
    );
}

#[test]
fn only_four_schemes_lead_out_of_the_site() {
    linking("[link](javascript:alert%281%29), [ftp](ftp://example.org/), [good](https://example.org/)").check(
        "
        error: links with `javascript:` are not allowed
          --> content/en/a.md:6:8
          hint: use http, https, mailto or tel
        error: links with `ftp:` are not allowed
          --> content/en/a.md:6:41
          hint: use http, https, mailto or tel
        ",
    );
}

#[test]
fn a_link_cannot_leave_the_content() {
    linking("[up](../../secret.md), [root](/etc/passwd) and [back](..\\\\a.md)").check(
        r"
        error: the link `../../secret.md` leads out of the content
          --> content/en/a.md:6:8
          hint: write the path from this file to the other, like `../theses/flow.md`
        error: the link `/etc/passwd` leads out of the content
          --> content/en/a.md:6:31
          hint: write the path from this file to the other, like `../theses/flow.md`
        error: the link `..\a.md` leads out of the content
          --> content/en/a.md:6:55
          hint: write the path from this file to the other, like `../theses/flow.md`
        ",
    );
}

#[test]
fn a_link_to_another_language_is_left_to_the_reader() {
    linking("[link](../fi/index.md)").check(
        "
        error: the link `../fi/index.md` leads to another language
          --> content/en/a.md:6:8
          hint: link to the page of this language; readers switch by themselves
        ",
    );
}

#[test]
fn a_missing_image_is_found_with_the_nearest_there_is() {
    linking("![plan](../assets/plna.svg)").file("content/assets/plan.svg", "<svg/>").check(
        "
        error: there is no file `assets/plna.svg`
          --> content/en/a.md:6:8
          hint: did you mean `assets/plan.svg`?
        ",
    );
}

#[test]
fn a_missing_download_is_found_where_there_are_no_files_at_all() {
    linking("[plan](plan.pdf)").check(
        "
        error: there is no file `en/plan.pdf`
          --> content/en/a.md:6:8
          hint: put files under `assets/`, and link pages by their `.md` file
        ",
    );
}

#[test]
fn an_image_is_no_page_and_comes_from_nowhere_else() {
    linking("![page](theses/flow.md) ![elsewhere](https://example.org/a.png)").check(
        "
        error: the image `theses/flow.md` is no file of the content
          --> content/en/a.md:6:8
          hint: put it under `assets/` and name its path from this file
        error: the image `https://example.org/a.png` is no file of the content
          --> content/en/a.md:6:32
          hint: put it under `assets/` and name its path from this file
        ",
    );
}

#[test]
fn a_broken_link_inside_a_block_is_found_at_its_line() {
    linking(
        "block:\n\n```case\norganisation: Made up\ntitle: A case\ntext: |\n  First.\n\n  See [this](gone.md).\n```\n",
    )
    .check(
        "
        error: page a links to gone, which does not exist
          --> content/en/a.md:14:7
          hint: known here: `a`, `index` and `theses/flow`
        ",
    );
}
