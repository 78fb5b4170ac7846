//! The front matter of a page, its title and its address.

use crate::support::Case;

fn page(text: &str) -> Case {
    Case::new().file("content/en/a.md", text)
}

#[test]
fn an_unknown_key_of_the_front_matter() {
    page("---\ntitle: A\nwieght: 10\n---\nText.\n").check(
        "
        error: unknown key `wieght`
          --> content/en/a.md:3:1
          hint: did you mean `weight`?
        ",
    );
}

#[test]
fn a_value_of_the_wrong_kind() {
    page("---\ntitle: A\nweight: heavy\ndraft: maybe\naliases: old\n---\nText.\n").check(
        "
        error: this must be a whole number, not the text `heavy`
          --> content/en/a.md:3:9
          hint: write it in digits, without quotes
        error: this must be `true` or `false`, not the text `maybe`
          --> content/en/a.md:4:8
          hint: write one of the two words, without quotes
        error: this must be a list, not the text `old`
          --> content/en/a.md:5:10
          hint: write it like `[one, two]`, or one a line after `- `
        ",
    );
}

#[test]
fn front_matter_without_an_end() {
    page("---\ntitle: A\n\nText.\n").check(
        "
        error: the front matter has no end
          --> content/en/a.md:1:1
          hint: close it with a line `---`
        ",
    );
}

#[test]
fn front_matter_that_is_no_yaml() {
    page("---\ntitle: A\nslug: [a\n---\nText.\n").check(
        "
            error: this is no valid YAML: unclosed bracket '['
              --> content/en/a.md:3:7
              hint: check the indentation, and put text that holds `: ` or `#` in quotes
            ",
    );
}

#[test]
fn a_page_without_a_title() {
    page("Text.\n").check(
        "
        error: page a has no title
          --> content/en/a.md:1:1
          hint: add `title: …` between two lines `---` at the top
        ",
    );
}

#[test]
fn a_slug_that_is_no_part_of_an_address() {
    page("---\ntitle: A\nslug: Öinen Slug\n---\nText.\n").check(
        "
        error: `Öinen Slug` cannot be part of an address
          --> content/en/a.md:3:7
          hint: use lower-case letters a–z, digits and hyphens
        ",
    );
}

#[test]
fn a_file_name_that_is_no_part_of_an_address() {
    Case::new().file("content/en/Äiti.md", "# Mother\n").check(
        "
        error: `Äiti` cannot be part of an address
          --> content/en/Äiti.md:1:1
          hint: name the file or folder with a–z, digits and hyphens, or give the page a `slug`
        ",
    );
}

#[test]
fn an_address_that_the_program_needs_itself() {
    page("---\ntitle: A\nslug: print\n---\nText.\n").file("content/en/assets/b.md", "# B\n").check(
        "
        error: page a would stand at `print/`, where the program writes its own files
          --> content/en/a.md:1:1
          hint: give it another `slug`
        error: page assets/b would stand at `assets/`, where the program writes its own files
          --> content/en/assets/b.md:1:1
          hint: give it another `slug`
        ",
    );
}

#[test]
fn two_pages_with_one_address() {
    page("---\ntitle: A\nslug: same\n---\nText.\n")
        .file("content/en/b.md", "---\ntitle: B\nslug: same\n---\nText.\n")
        .check(
            "
        error: pages a and b have one address, en/same/
          --> content/en/b.md:3:7
          hint: give one of them another `slug`; the other page is content/en/a.md
        ",
        );
}

#[test]
fn an_earlier_address_that_another_page_has_now() {
    page("---\ntitle: A\naliases: [b]\n---\nText.\n").file("content/en/b.md", "# B\n").check(
        "
        error: pages a and b have one address, en/b/
          --> content/en/b.md:1:1
          hint: give one of them another `slug`; the other page is content/en/a.md
        ",
    );
}

#[test]
fn an_earlier_address_that_is_none() {
    page("---\ntitle: A\naliases: [../x, 'Old name']\n---\nText.\n").check(
        "
        error: `../x` cannot be an earlier address
          --> content/en/a.md:3:11
          hint: write it below the language folder, like `teesit/vanha-nimi`
        error: `Old name` cannot be an earlier address
          --> content/en/a.md:3:17
          hint: write it below the language folder, like `teesit/vanha-nimi`
        ",
    );
}

#[test]
fn a_review_date_that_is_none() {
    page("---\ntitle: A\nreview_by: 1.5.2027\n---\nText.\n").check(
        "
        error: `1.5.2027` is no day
          --> content/en/a.md:3:12
          hint: write it like `2027-05-01`
        ",
    );
}
