//! Writing a finished tree into a folder that people serve from while we write.
//!
//! Each file appears whole, by rename, or not at all. What we wrote is remembered in the manifest, and only that is
//! ever overwritten or removed. The manifest is written before the first file (with everything the folder may hold
//! from then on) and again after the last, so that a build which was killed is repaired by the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use super::{Bytes, Error, Files};

pub(super) const MANIFEST: &str = "portaat-manifest.json";
pub(super) const SCRATCH: &str = ".portaat-tmp";

/// What a build did to its output folder, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    program: String,
    pub(super) files: BTreeMap<String, String>,
}

/// Makes `root` hold `files`: equal files are not touched, ours that are no longer wanted are removed, and a file that
/// is not ours is left alone.
///
/// # Errors
/// The machine failed, or a file that we did not write stands where one of ours should go.
pub fn write_output(files: &Files, root: &Path) -> Result<Changes, Error> {
    let old = read_manifest(root);
    let new = manifest_of(files);
    let is_empty = !root.exists();
    let pending: Vec<(&String, &Bytes)> =
        files.0.iter().filter(|(path, bytes)| is_empty || differs(root, path, bytes)).collect();
    if !is_empty {
        refuse_foreign(&pending, &old, root)?;
    }
    let stale: Vec<&String> = old.files.keys().filter(|path| !new.files.contains_key(*path)).collect();
    if !pending.is_empty() || !stale.is_empty() || old.files != new.files {
        write_all(&pending, &old, &new, root)?;
        remove_stale(&stale, root);
        write_manifest(&new, root)?;
        // A scratch folder that cannot be removed is no reason to fail a build that is complete; the next one clears it.
        let _ = fs::remove_dir_all(root.join(SCRATCH));
    }
    let unchanged = files.0.len() - pending.len();
    Ok(Changes { written: pending.len(), unchanged, removed: stale.len() })
}

fn write_all(pending: &[(&String, &Bytes)], old: &Manifest, new: &Manifest, root: &Path) -> Result<(), Error> {
    make_folders(pending, root)?;
    write_manifest(&union(old, new), root)?;
    pending.par_iter().try_for_each(|(path, bytes)| put(root, path, bytes))
}

fn manifest_of(files: &Files) -> Manifest {
    let hash = |(path, bytes): (&String, &Bytes)| (path.clone(), format!("{:032x}", bytes.mark()));
    Manifest {
        program: concat!("portaat ", env!("CARGO_PKG_VERSION")).to_owned(),
        files: files.0.par_iter().map(hash).collect(),
    }
}

pub(super) fn hash(bytes: &[u8]) -> String {
    format!("{:032x}", xxh3_128(bytes))
}

fn union(old: &Manifest, new: &Manifest) -> Manifest {
    let mut files = old.files.clone();
    files.extend(new.files.clone());
    Manifest { program: new.program.clone(), files }
}

/// The files an earlier build wrote here. A manifest that cannot be read, or that names paths outside the folder,
/// counts as none: then nothing is ours.
pub(super) fn read_manifest(root: &Path) -> Manifest {
    let text = fs::read_to_string(root.join(MANIFEST)).unwrap_or_default();
    let mut manifest: Manifest = serde_json::from_str(&text).unwrap_or_default();
    manifest
        .files
        .retain(|path, _| path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains('\\')));
    manifest
}

fn write_manifest(manifest: &Manifest, root: &Path) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(manifest).expect("invariant: strings always serialise") + "\n";
    make_scratch(root)?;
    put(root, MANIFEST, text.as_bytes())
}

fn differs(root: &Path, path: &str, bytes: &[u8]) -> bool {
    let path = root.join(path);
    let same_size = path.symlink_metadata().is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
    !(same_size && fs::read(&path).is_ok_and(|there| there == bytes))
}

fn refuse_foreign(pending: &[(&String, &Bytes)], old: &Manifest, root: &Path) -> Result<(), Error> {
    let foreign =
        pending.iter().map(|(path, _)| *path).find(|path| !old.files.contains_key(*path) && exists(root, path));
    let why = "it was not written by this program; move it away or choose another output folder";
    match foreign {
        Some(path) => Err(Error::new("overwrite", &root.join(path), io::Error::new(io::ErrorKind::AlreadyExists, why))),
        None => Ok(()),
    }
}

fn exists(root: &Path, path: &str) -> bool {
    root.join(path).symlink_metadata().is_ok()
}

fn make_scratch(root: &Path) -> Result<(), Error> {
    let scratch = root.join(SCRATCH);
    fs::create_dir_all(&scratch).map_err(|error| Error::new("make the folder", &scratch, error))
}

/// Makes every folder once, and refuses to write through a link that leads out of the output folder.
fn make_folders(pending: &[(&String, &Bytes)], root: &Path) -> Result<(), Error> {
    let _ = fs::remove_dir_all(root.join(SCRATCH));
    make_scratch(root)?;
    let folders: BTreeSet<&str> =
        pending.iter().flat_map(|(path, _)| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    folders.into_iter().try_for_each(|folder| make_folder(&root.join(folder)))
}

fn make_folder(path: &Path) -> Result<(), Error> {
    let Err(error) = fs::create_dir(path) else {
        return Ok(());
    };
    match path.symlink_metadata() {
        Ok(meta) if meta.is_dir() => Ok(()),
        Ok(_) => Err(Error::new("write into", path, io::Error::other("it is not a folder of this output"))),
        Err(_) => Err(Error::new("make the folder", path, error)),
    }
}

/// No folder on the way is a link to somewhere else.
fn is_within(root: &Path, path: &str) -> bool {
    let is_folder = |at| root.join(&path[..at]).symlink_metadata().is_ok_and(|meta| meta.is_dir());
    path.match_indices('/').all(|(at, _)| is_folder(at))
}

fn put(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Error> {
    let scratch: PathBuf = root.join(SCRATCH).join(format!("{:032x}", xxh3_128(path.as_bytes())));
    let target = root.join(path);
    fs::write(&scratch, bytes).map_err(|error| Error::new("write", &target, error))?;
    fs::rename(&scratch, &target).map_err(|error| Error::new("write", &target, error))
}

/// Removes what an earlier build wrote and this one did not, and folders that become empty by it. Best effort: a file
/// that will not go stays, and the site is complete without it.
fn remove_stale(stale: &[&String], root: &Path) {
    for path in stale.iter().filter(|path| is_within(root, path)) {
        let _ = fs::remove_file(root.join(path));
        let mut folder = Path::new(path.as_str()).parent();
        while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
            if fs::remove_dir(root.join(inner)).is_err() {
                break;
            }
            folder = inner.parent();
        }
    }
}
