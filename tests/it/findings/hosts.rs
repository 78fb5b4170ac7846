//! Files for the host: what an author puts at the root, beside what is written there anyway.

use crate::support::Case;

#[test]
fn a_file_for_the_root_cannot_take_the_place_of_ours() {
    Case::new()
        .file("content/root/ROBOTS.txt", "User-agent: *\n")
        .file("content/root/en/index.html", "Mine.\n")
        .file("content/root/assets", "A file where a folder must be.\n")
        .file("content/root/CNAME", "handbook.example\n")
        .check(
            "
            error: the handbook writes `robots.txt` itself, so this file has no place
              --> content/root/ROBOTS.txt
              hint: rename it or take it out; `_headers` and `_redirects` are joined with ours
            error: the handbook writes `assets/` itself, so this file has no place
              --> content/root/assets
              hint: rename it or take it out; `_headers` and `_redirects` are joined with ours
            error: the handbook writes `en/index.html` itself, so this file has no place
              --> content/root/en/index.html
              hint: rename it or take it out; `_headers` and `_redirects` are joined with ours
            ",
        );
}
