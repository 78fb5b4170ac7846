//! Tells when something under the followed folders changed that could change the handbook. The only home of
//! `notify_debouncer_full`.
//!
//! Folders come and go (a new edition, another branch checked out), so one that is missing is looked for again.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use super::{stamp, temporary};

/// Together 20 to 30 ms: long enough for the several steps of one save, short enough not to be felt.
const SETTLE: Duration = Duration::from_millis(20);
const TICK: Duration = Duration::from_millis(10);
const LOOK_AGAIN: Duration = Duration::from_millis(250);

pub struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: Receiver<DebounceEventResult>,
    folders: Vec<PathBuf>,
    missing: BTreeSet<PathBuf>,
    stamp: Option<u64>,
    notices: Vec<String>,
    told: BTreeSet<String>,
}

#[derive(Debug, PartialEq)]
pub enum News {
    Changed,
    /// Something to tell the author, once; watching goes on.
    Notice(String),
}

impl Watch {
    pub fn start(folders: &[PathBuf]) -> io::Result<Watch> {
        let (sender, events) = mpsc::channel();
        let debouncer = new_debouncer(SETTLE, Some(TICK), sender).map_err(io::Error::other)?;
        // Absolute, because events name absolute paths.
        let folders = folders.iter().map(std::path::absolute).collect::<io::Result<Vec<_>>>()?;
        let missing = folders.iter().cloned().collect();
        let (notices, told) = (Vec::new(), BTreeSet::new());
        let mut watch = Watch { debouncer, events, folders, missing, stamp: None, notices, told };
        watch.find_missing();
        Ok(watch)
    }

    /// Waits for news. All changes that have piled up meanwhile are one.
    pub fn next(&mut self) -> io::Result<News> {
        loop {
            if let Some(notice) = self.notices.pop() {
                return Ok(News::Notice(notice));
            }
            let batches = self.batches()?;
            if self.has_change(batches) | self.find_missing() {
                return Ok(News::Changed);
            }
        }
    }

    fn batches(&self) -> io::Result<Vec<DebounceEventResult>> {
        let first = match self.events.recv_timeout(LOOK_AGAIN) {
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::Error::other("the folders can no longer be watched"));
            }
            first => first.ok(),
        };
        Ok(first.into_iter().chain(self.events.try_iter()).collect())
    }

    /// Looks at every event even after the first change: each may say that a folder is gone.
    fn has_change(&mut self, batches: Vec<DebounceEventResult>) -> bool {
        let mut changed = false;
        for batch in batches {
            match batch {
                Ok(events) => events.iter().for_each(|event| changed |= self.is_change(event)),
                Err(errors) => errors.iter().for_each(|error| self.notice(error)),
            }
        }
        changed
    }

    fn is_change(&mut self, event: &DebouncedEvent) -> bool {
        if event.need_rescan() {
            return self.has_changed_unseen();
        }
        self.note_if_gone(event);
        could_matter(event)
    }

    fn note_if_gone(&mut self, event: &DebouncedEvent) {
        let leaves = EventKind::is_remove(&event.kind) || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        for path in event.paths.iter().take(1) {
            if leaves && self.folders.contains(path) {
                let _ = self.debouncer.unwatch(path);
                self.missing.insert(path.clone());
            }
        }
    }

    /// After the system lost events: new folders may be unwatched and any file may have changed.
    fn has_changed_unseen(&mut self) -> bool {
        for folder in &self.folders {
            let _ = self.debouncer.watch(folder, RecursiveMode::Recursive);
        }
        let before = self.stamp.replace(stamp::of(&self.folders));
        before != self.stamp
    }

    /// Follows the missing folders that exist by now; true when there was one.
    fn find_missing(&mut self) -> bool {
        let candidates = std::mem::take(&mut self.missing);
        let found: BTreeSet<PathBuf>;
        (found, self.missing) = candidates.into_iter().partition(|folder| folder.exists());
        for folder in &found {
            self.follow(folder);
        }
        !found.is_empty()
    }

    fn follow(&mut self, folder: &Path) {
        match self.debouncer.watch(folder, RecursiveMode::Recursive) {
            Ok(()) => {}
            Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {
                self.missing.insert(folder.to_owned());
            }
            Err(error) => self.notice(&error),
        }
    }

    fn notice(&mut self, error: &notify::Error) {
        let notice = format!("cannot watch everything, some saves may go unnoticed: {error}");
        if self.told.insert(notice.clone()) {
            self.notices.push(notice);
        }
    }
}

/// Reading is reported as well, and a build reads every file: taking that for a change would never end.
fn could_matter(event: &DebouncedEvent) -> bool {
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| !temporary::is(path))
}

#[cfg(test)]
#[path = "watch_tests.rs"]
mod tests;
