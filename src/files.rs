//! The only code that reads or writes the disk.
//!
//! Everything else works on `Files`, a tree in memory: the same type is what `build` gets and what it gives, so `check`,
//! `serve`, tests and editions need no disk of their own. Author mistakes are not known here, only failures of the
//! machine.

mod output;
mod published;
mod seen;

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::xxh3_128;

pub use output::{Changes, write_output};
pub use published::{Published, compare};
pub use seen::Seen;
use seen::Stamp;

/// A tree of files in memory, keyed by "/"-separated relative path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Bytes>);

/// What a file holds. A copy is the same bytes: one picture or page may belong to many trees.
#[derive(Clone, Default)]
pub struct Bytes(Arc<Held>);

#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    mark: OnceLock<u128>,
}

impl Bytes {
    /// Stands for the bytes; worked out once, however many ask.
    #[must_use]
    pub fn mark(&self) -> u128 {
        *self.0.mark.get_or_init(|| xxh3_128(&self.0.bytes))
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0.bytes
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl<T: Into<Vec<u8>>> From<T> for Bytes {
    fn from(bytes: T) -> Self {
        Self(Arc::new(Held { bytes: bytes.into(), mark: OnceLock::new() }))
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.bytes == other.0.bytes
    }
}

impl Eq for Bytes {}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.bytes.fmt(f)
    }
}

/// The one hidden folder that is meant to be published.
const WELL_KNOWN: &str = ".well-known";

/// Larger files are refused before they are read: no page or image of a handbook comes near.
const LARGEST: u64 = 64 << 20;

/// The machine failed, as opposed to the content: what was tried, on which path, and why it did not work.
#[derive(Debug)]
pub struct Error {
    pub action: &'static str,
    pub path: PathBuf,
    pub source: io::Error,
}

impl Error {
    #[must_use]
    pub fn new(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self { action, path: path.to_owned(), source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        // Nobody types the `./` of the folder the program stands in.
        let path = self.path.strip_prefix(".").unwrap_or(&self.path);
        write!(f, "cannot {} {}: {}", self.action, path.display(), self.source)
    }
}

impl std::error::Error for Error {}

impl Files {
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Bytes>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The files below `folder`, with the folder cut from their paths.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        let prefix = format!("{folder}/");
        let within = self.0.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
        Self(within.map(|(path, bytes)| (path[prefix.len()..].to_owned(), bytes.clone())).collect())
    }
}

/// Everything below `root`, or nothing when there is no such folder. Hidden files and editors' backups are left out;
/// links are followed, and a link that leads back to its own folder is an error, never a loop.
///
/// # Errors
/// A file or folder that cannot be read, is too large, or has a name that is not Unicode.
pub fn read_tree(root: &Path) -> Result<Files, Error> {
    read_tree_again(root, &mut Seen::default())
}

/// As [`read_tree`], without reading again what `seen` knows.
///
/// # Errors
/// A file or folder that cannot be read, is too large, or has a name that is not Unicode.
pub fn read_tree_again(root: &Path, seen: &mut Seen) -> Result<Files, Error> {
    if !root.exists() {
        return Ok(Files::default());
    }
    let paths = paths_below(root)?;
    let known = seen.of(root);
    let read = |(key, path): (String, PathBuf)| {
        let stamp = stamp(&path)?;
        let there = known.find(&key, stamp);
        let bytes = there.map_or_else(|| read_file(&path), Ok)?;
        Ok((key, (stamp, bytes)))
    };
    let files: BTreeMap<_, _> = paths.into_par_iter().map(read).collect::<Result<_, _>>()?;
    Ok(seen.keep(root, &known, files))
}

fn paths_below(root: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let walk = WalkDir::new(root).follow_links(true).into_iter().filter_entry(is_wanted);
    let mut paths = Vec::new();
    for entry in walk {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if entry.file_type().is_file() {
            paths.push((key_of(root, entry.path())?, entry.into_path()));
        }
    }
    Ok(paths)
}

fn walk_error(root: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(root).to_owned();
    Error { action: "read", path, source: error.into() }
}

fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_hidden = name.starts_with('.') && name != WELL_KNOWN;
    entry.depth() == 0 || !(is_hidden || name.ends_with('~') || name.starts_with('#'))
}

fn key_of(root: &Path, path: &Path) -> Result<String, Error> {
    let relative = path.strip_prefix(root).expect("invariant: the walk stays below its root");
    let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
    let no_text = || io::Error::new(io::ErrorKind::InvalidData, "its name is not Unicode");
    parts.map(|parts| parts.join("/")).ok_or_else(|| Error::new("use", path, no_text()))
}

/// What the disk says about a file before it is read; a file that is too large is not.
fn stamp(path: &Path) -> Result<Stamp, Error> {
    let metadata = path.metadata().map_err(|error| Error::new("read", path, error))?;
    let size = metadata.len();
    if size > LARGEST {
        let why = io::Error::new(io::ErrorKind::FileTooLarge, format!("{size} bytes; the limit is {LARGEST}"));
        return Err(Error::new("read", path, why));
    }
    Ok(Stamp::new(&metadata))
}

fn read_file(path: &Path) -> Result<Bytes, Error> {
    std::fs::read(path).map(Bytes::from).map_err(|error| Error::new("read", path, error))
}

/// Writes one file; at every moment there is the old text or the new one.
///
/// # Errors
/// The file cannot be written.
pub fn write(path: &Path, text: &str) -> Result<(), Error> {
    let beside = path.with_extension("new~");
    std::fs::write(&beside, text).map_err(|error| Error::new("write", path, error))?;
    std::fs::rename(&beside, path).map_err(|error| Error::new("write", path, error))
}

/// Writes one file that must not be there yet, with the folders above it; says whether it was written.
///
/// # Errors
/// The folder cannot be made or the file cannot be written.
pub fn write_new(path: &Path, bytes: impl AsRef<[u8]>) -> Result<bool, Error> {
    if path.exists() {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Error::new("make the folder", folder, error))?;
    std::fs::write(path, bytes).map_err(|error| Error::new("write", path, error))?;
    Ok(true)
}
