//! The least a generator of this kind can do: read every page, turn its Markdown into HTML, put a constant shell of
//! 6 KB around it, write. No links, no navigation, no templates. What others cost is counted in this.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};
use walkdir::WalkDir;

const SHELL: usize = 6_000;

pub fn build(project: &Path, output: &Path) {
    let content = project.join("content");
    let shell = "<a class=\"shell\" href=\"../index.html\">shell</a>\n".repeat(SHELL / 48);
    for entry in WalkDir::new(&content).into_iter().filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|end| end == "md") {
            let text = fs::read_to_string(entry.path()).expect("a page can be read");
            let body = text.split_once("\n---\n").map_or(text.as_str(), |(_, body)| body);
            let mut page = String::with_capacity(SHELL + 2 * body.len());
            page.push_str(&shell);
            let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM;
            html::push_html(&mut page, Parser::new_ext(body, options));
            let below = entry.path().strip_prefix(&content).expect("below the content").with_extension("");
            let folder = output.join(below);
            fs::create_dir_all(&folder).expect("a folder can be made");
            fs::write(folder.join("index.html"), page).expect("a page can be written");
        }
    }
}
