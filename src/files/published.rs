//! A folder somewhere, compared with the manifest that was built with it: did everything arrive as it was?
//!
//! The marks find damage, omissions and a host's well-meant changes; they are no proof against somebody who rewrites
//! the manifest as well.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::output::{MANIFEST, SCRATCH, hash, read_manifest};
use super::{Error, key_of, walk_error};

/// How a published folder differs from what was built, as paths in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files the manifest names.
    pub listed: usize,
    pub changed: Vec<String>,
    pub missing: Vec<String>,
    /// Files that no build of this folder wrote. A folder below with a manifest of its own is another publication.
    pub extra: Vec<String>,
}

/// Compares the folder with its manifest.
///
/// # Errors
/// There is no manifest, or something cannot be read.
pub fn compare(root: &Path) -> Result<Published, Error> {
    let manifest = read_manifest(root);
    if manifest.files.is_empty() {
        let why = io::Error::new(io::ErrorKind::NotFound, "name a folder that `portaat build` wrote, or a copy of one");
        return Err(Error::new("compare: there is no list of files in", &root.join(MANIFEST), why));
    }
    let there = files_below(root)?;
    let mut published = Published { listed: manifest.files.len(), ..Published::default() };
    for (path, mark) in &manifest.files {
        if !there.contains(path) {
            published.missing.push(path.clone());
        } else if *mark != hash(&read(&root.join(path))?) {
            published.changed.push(path.clone());
        }
    }
    published.extra = there.into_iter().filter(|path| !manifest.files.contains_key(path)).collect();
    Ok(published)
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::new("read", path, error))
}

fn files_below(root: &Path) -> Result<BTreeSet<String>, Error> {
    let mut paths = BTreeSet::new();
    for entry in WalkDir::new(root).into_iter().filter_entry(is_of_this_one) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if !entry.file_type().is_dir() {
            paths.insert(key_of(root, entry.path())?);
        }
    }
    paths.remove(MANIFEST);
    Ok(paths)
}

fn is_of_this_one(entry: &DirEntry) -> bool {
    let is_other = entry.file_type().is_dir() && entry.path().join(MANIFEST).exists();
    entry.depth() == 0 || !is_other && entry.file_name() != SCRATCH
}
