//! The program's source files, as the rules see them.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::support::repository;

pub struct Source {
    /// Below `src/`, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The part that runs in the product: without comments, and without the tests at the end of the file.
    pub fn product(&self) -> String {
        let text = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }

    /// The module it belongs to: `page` for `page.rs` and for `page/link.rs`.
    pub fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Part of the command, which may use the whole library.
    pub fn is_command(&self) -> bool {
        let main = include_str!("../../../src/main.rs");
        self.path == "main.rs" || main.lines().any(|line| line == format!("mod {};", self.module()))
    }
}

/// Every source but the build script, and files that are nothing but tests.
pub fn sources() -> Vec<Source> {
    let root = repository("src");
    let entries = WalkDir::new(&root).sort_by_file_name().into_iter().map(|entry| entry.expect("src can be read"));
    let files = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    let all: Vec<Source> = files.map(|entry| source(&root, entry.path())).collect();
    let tests: Vec<String> = all.iter().flat_map(test_modules).collect();
    all.into_iter().filter(|source| source.path != "embedded_watch.rs" && !tests.contains(&source.path)).collect()
}

fn source(root: &Path, path: &Path) -> Source {
    let below = path.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/");
    Source { path: below, text: fs::read_to_string(path).expect("a source is text") }
}

/// The files of `#[cfg(test)] mod x;` in a source, also under a `#[path]` of their own.
fn test_modules(source: &Source) -> Vec<String> {
    let own = source.path.strip_suffix(".rs").unwrap_or_default();
    let folder = source.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let named = source.text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| {
        if let Some(path) = rest.strip_prefix("#[path = \"") {
            return path.split_once('"').map(|(path, _)| format!("{folder}{path}"));
        }
        let name = rest.strip_prefix("mod ")?.lines().next()?.strip_suffix(';')?;
        Some(format!("{own}/{name}.rs"))
    });
    named.collect()
}
