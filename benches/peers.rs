//! Other generators on the same pages, with equal work: the tree's top level and the current branch beside each page, its
//! contents, the way on and back, a sitemap, and an index for search. Only those are run that are on the PATH, and none
//! is ever installed.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::corpus::put;

pub struct Peer {
    pub name: &'static str,
    program: &'static str,
    words: &'static [&'static str],
    /// Writes what it needs beside the pages.
    configure: fn(&Path),
}

pub const PEERS: &[Peer] = &[
    Peer { name: "Hugo", program: "hugo", words: &["--quiet", "--destination", "out"], configure: hugo },
    Peer { name: "Eleventy", program: "eleventy", words: &["--quiet", "--output=out"], configure: eleventy },
    Peer { name: "Zola", program: "zola", words: &["build", "--force", "--output-dir", "out"], configure: zola },
    Peer { name: "mdBook", program: "mdbook", words: &["build", "--dest-dir", "out"], configure: mdbook },
];

impl Peer {
    /// The program, if it is there.
    pub fn program(&self) -> Option<PathBuf> {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join(self.program)).find(|program| program.is_file())
    }

    /// Makes a project of its own from the pages of ours; gives its folder and the words of its command.
    pub fn project(&self, ours: &Path, root: &Path) -> (PathBuf, &'static [&'static str]) {
        let folder = root.join(self.program);
        let content = ours.join("content");
        for entry in WalkDir::new(&content).into_iter().filter_map(Result::ok) {
            let path = entry.path().strip_prefix(&content).expect("below the content");
            if path.extension().is_some_and(|end| end == "md")
                && path.parent().is_some_and(|at| !at.ends_with("reference"))
            {
                let text = fs::read_to_string(entry.path()).expect("a page");
                put(&folder.join("content").join(self.place(path)), &text);
            }
        }
        (self.configure)(&folder);
        (folder, self.words)
    }

    /// Hugo and Zola call the page of a folder otherwise.
    fn place(&self, path: &Path) -> PathBuf {
        let is_index = path.file_stem().is_some_and(|name| name == "index");
        if is_index && ["hugo", "zola"].contains(&self.program) {
            path.with_file_name("_index.md")
        } else {
            path.to_owned()
        }
    }
}

fn hugo(folder: &Path) {
    put(&folder.join("hugo.toml"), include_str!("peers/hugo.toml"));
    for (path, text) in [
        ("baseof.html", include_str!("peers/hugo-baseof.html")),
        ("single.html", include_str!("peers/hugo-single.html")),
        ("list.html", include_str!("peers/hugo-single.html")),
        ("index.json", include_str!("peers/hugo-index.json")),
        ("_markup/render-link.html", include_str!("peers/hugo-link.html")),
    ] {
        put(&folder.join("layouts/_default").join(path), text);
    }
    put(&folder.join("layouts/partials/tree.html"), include_str!("peers/hugo-tree.html"));
}

fn eleventy(folder: &Path) {
    put(&folder.join("eleventy.config.cjs"), include_str!("peers/eleventy.config.cjs"));
    put(&folder.join("content/content.json"), "{ \"layout\": \"page.njk\" }\n");
    put(&folder.join("content/_includes/page.njk"), include_str!("peers/eleventy-page.njk"));
    put(&folder.join("content/sitemap.njk"), include_str!("peers/eleventy-sitemap.njk"));
    for lang in ["fi", "en"] {
        let search = include_str!("peers/eleventy-search.njk").replace("LANG", lang);
        put(&folder.join(format!("content/search-{lang}.njk")), &search);
    }
}

/// One index of both languages. A folder is a section if it has a page that says so, and only its order makes a way on.
fn zola(folder: &Path) {
    put(&folder.join("config.toml"), include_str!("peers/zola.toml"));
    put(&folder.join("templates/page.html"), include_str!("peers/zola-page.html"));
    for name in ["section.html", "index.html"] {
        put(&folder.join("templates").join(name), include_str!("peers/zola-section.html"));
    }
    let entries = WalkDir::new(folder.join("content")).into_iter().filter_map(Result::ok);
    for section in entries.filter(|entry| entry.file_type().is_dir()) {
        let page = section.path().join("_index.md");
        if !page.exists() {
            put(&page, &format!("---\ntitle: {}\nsort_by: title\n---\n", section.file_name().display()));
        }
    }
}

/// One book of both languages: its own search and tree come with it, a sitemap does not.
fn mdbook(folder: &Path) {
    put(&folder.join("book.toml"), "[book]\ntitle = \"Handbook\"\nsrc = \"content\"\n");
    let mut pages: Vec<PathBuf> = WalkDir::new(folder.join("content"))
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    pages.sort();
    let mut summary = "# Summary\n\n".to_owned();
    for page in pages {
        let path = page.strip_prefix(folder.join("content")).expect("below the content").display().to_string();
        let _ = writeln!(summary, "- [{path}]({path})");
    }
    put(&folder.join("content/SUMMARY.md"), &summary);
}
