//! Names that editors and systems leave in a folder for a moment; a build for them would only flicker.

use std::path::Path;

const NAMES: [&str; 4] = ["4913", ".DS_Store", "Thumbs.db", ".directory"];
const STARTS: [&str; 4] = [".#", ".~lock.", ".goutputstream-", "~$"];
const ENDS: [&str; 8] = ["~", ".swp", ".swo", ".swx", ".tmp", ".kate-swp", "___jb_tmp___", "___jb_old___"];

pub fn is(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
        return false;
    };
    NAMES.contains(&&*name)
        || STARTS.iter().any(|start| name.starts_with(start))
        || ENDS.iter().any(|end| name.ends_with(end))
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || path.components().any(|part| part.as_os_str() == ".git")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_behind_is_temporary() {
        for name in [
            ".index.md.swp",
            "4913",
            "index.md~",
            ".#index.md",
            "#index.md#",
            "a.md___jb_tmp___",
            "x.tmp",
            "c/.git/index",
        ] {
            assert!(is(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn what_an_author_writes_is_not() {
        for name in ["index.md", "_brand.yml", "assets/.well-known/x", "c#.md", "#", "4913.md", "~home/a.md", ""] {
            assert!(!is(Path::new(name)), "{name}");
        }
    }
}
