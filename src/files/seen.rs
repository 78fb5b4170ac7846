//! Files that were read earlier and have not been touched since: the preview reads what changed, not the whole handbook.
//!
//! A file is known again by its size and times. Times are coarse, so one that was touched just before it was read may
//! have been written twice within one of them: it is read again next time.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{Bytes, Files};

/// No file system counts time in longer steps.
const STEP: Duration = Duration::from_secs(3);

/// Size, time of the last writing, and of the last change of any kind where the system tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    written: Option<SystemTime>,
    changed: (i64, i64),
}

impl Stamp {
    pub fn new(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), written: metadata.modified().ok(), changed: changed(metadata) }
    }

    /// Whether a file with this stamp was left alone for so long that nobody can have written it since unseen.
    fn is_settled(self, began: SystemTime) -> bool {
        let age = self.written.and_then(|written| began.duration_since(written).ok());
        age.is_some_and(|age| age > STEP)
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;

    (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> (i64, i64) {
    (0, 0)
}

type Tree = BTreeMap<String, (Stamp, Bytes)>;

/// What was read of some folders. The default keeps nothing.
#[derive(Debug, Default)]
pub struct Seen {
    trees: Option<BTreeMap<PathBuf, Tree>>,
}

/// What was read of one folder.
pub(super) struct Known {
    tree: Tree,
    /// When reading it anew began.
    began: SystemTime,
}

impl Seen {
    /// One that keeps what it is given.
    #[must_use]
    pub fn new() -> Self {
        Self { trees: Some(BTreeMap::new()) }
    }

    pub(super) fn of(&mut self, root: &Path) -> Known {
        let tree = self.trees.as_mut().and_then(|trees| trees.remove(root));
        Known { tree: tree.unwrap_or_default(), began: SystemTime::now() }
    }

    /// Takes what has been read now; gives the files.
    pub(super) fn keep(&mut self, root: &Path, known: &Known, read: Tree) -> Files {
        if let Some(trees) = &mut self.trees {
            let settled = read.iter().filter(|(_, (stamp, _))| stamp.is_settled(known.began));
            trees.insert(root.to_owned(), settled.map(|(key, file)| (key.clone(), file.clone())).collect());
        }
        Files(read.into_iter().map(|(key, (_, bytes))| (key, bytes)).collect())
    }
}

impl Known {
    pub fn find(&self, key: &str, stamp: Stamp) -> Option<Bytes> {
        self.tree.get(key).filter(|(own, _)| *own == stamp).map(|(_, bytes)| bytes.clone())
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::super::read_tree_again;
    use super::*;

    fn backdate(path: &Path) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - 2 * STEP).unwrap();
    }

    #[test]
    fn what_was_not_touched_is_the_same_bytes_and_what_was_is_read() {
        let folder = tempfile::TempDir::new().unwrap();
        let [old, young] = ["old", "young"].map(|name| folder.path().join(name));
        fs::write(&old, "one").unwrap();
        backdate(&old);
        fs::write(&young, "two").unwrap();
        let mut seen = Seen::new();
        let mut read = || read_tree_again(folder.path(), &mut seen).unwrap();
        let (first, second) = (read(), read());
        assert_eq!(first, second);
        let is_same = |a: &Files, b: &Files, name: &str| std::ptr::eq(a.0[name].as_ptr(), b.0[name].as_ptr());
        assert!(is_same(&first, &second, "old") && !is_same(&first, &second, "young"));
        fs::write(&old, "six").unwrap();
        backdate(&old);
        fs::remove_file(&young).unwrap();
        let third = read();
        assert_eq!((third.text("old"), third.text("young")), (Some("six"), None));
    }

    #[test]
    fn nothing_is_kept_unless_it_is_wanted() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("a"), "one").unwrap();
        backdate(&folder.path().join("a"));
        let mut seen = Seen::default();
        let [first, second] = [(); 2].map(|()| read_tree_again(folder.path(), &mut seen).unwrap());
        assert!(!std::ptr::eq(first.0["a"].as_ptr(), second.0["a"].as_ptr()));
    }
}
