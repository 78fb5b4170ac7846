//! A cheap fingerprint of folders: names, sizes and times, without reading a file.
//!
//! Needed only when the system lost track of changes: a build reads every file, reading is reported too, and a
//! large handbook can overflow the system's queue that way. Rebuilding on each overflow would then never end.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

pub fn of(folders: &[PathBuf]) -> u64 {
    folders.iter().map(|folder| below(folder)).fold(0, u64::wrapping_add)
}

/// A sum, so that the order in which the system lists a folder does not matter.
fn below(folder: &Path) -> u64 {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry_stamp(&entry)).fold(0, u64::wrapping_add)
}

/// Symbolic links are not followed: they may lead in circles.
fn entry_stamp(entry: &fs::DirEntry) -> u64 {
    let Ok(metadata) = entry.metadata() else {
        return 0;
    };
    let mut hasher = DefaultHasher::new();
    (entry.path(), metadata.len(), metadata.modified().ok()).hash(&mut hasher);
    let rest = if metadata.is_dir() { below(&entry.path()) } else { 0 };
    hasher.finish().wrapping_add(rest)
}
