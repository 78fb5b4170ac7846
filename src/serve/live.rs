//! What is served at this moment, shared by all threads, and the news that it changed.
//!
//! A build is named by its contents, not counted: saving without changing the result reloads nothing, and a page
//! left open over a restart of the preview still knows whether it is current.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::files::{Bytes, Files};

use super::{Later, Rebuilt};

pub struct Snapshot {
    pub files: Arc<Files>,
    /// Names the contents of `files`; empty before the first good build.
    pub build: String,
    /// Whether the last rebuild had errors, so that `files` are older than the content.
    pub failed: bool,
    pub findings: String,
    /// Names all of the above; a page that knows it has nothing to learn.
    pub state: String,
    later: Option<Later>,
}

impl Snapshot {
    fn new(files: Arc<Files>, build: String, failed: bool, findings: String) -> Snapshot {
        let state = format!("{build}-{failed}-{:016x}", xxh3_64(findings.as_bytes()));
        Snapshot { files, build, failed, findings, state, later: None }
    }

    /// A file by its path, made now if it was left for later.
    pub fn get(&self, path: &str) -> Option<Bytes> {
        let later = || self.later.as_ref().and_then(|make| make(path));
        self.files.0.get(path).cloned().or_else(later)
    }

    /// Nobody has tried to build it yet.
    pub fn is_new(&self) -> bool {
        self.build.is_empty() && !self.failed
    }

    fn followed_by(&self, rebuilt: Rebuilt) -> Snapshot {
        match rebuilt.files {
            Some(files) => {
                let build = name(&files);
                Snapshot { later: rebuilt.later, ..Snapshot::new(Arc::new(files), build, false, rebuilt.findings) }
            }
            None => Snapshot {
                later: self.later.clone(),
                ..Snapshot::new(Arc::clone(&self.files), self.build.clone(), true, rebuilt.findings)
            },
        }
    }
}

pub struct State {
    current: Mutex<Arc<Snapshot>>,
    changed: Condvar,
}

impl Default for State {
    fn default() -> State {
        let nothing = Snapshot::new(Arc::new(Files(BTreeMap::new())), String::new(), false, String::new());
        State { current: Mutex::new(Arc::new(nothing)), changed: Condvar::new() }
    }
}

impl State {
    pub fn current(&self) -> Arc<Snapshot> {
        Arc::clone(&self.lock())
    }

    pub fn publish(&self, rebuilt: Rebuilt) {
        // Only `publish` replaces the snapshot and only one thread calls it, so the lock need not span the hashing.
        let next = Arc::new(self.current().followed_by(rebuilt));
        let previous = std::mem::replace(&mut *self.lock(), next);
        self.changed.notify_all();
        drop(previous);
    }

    /// The snapshot that is not `known` any more, or the known one when nothing happens for so long.
    pub fn news(&self, known: &str, patience: Duration) -> Arc<Snapshot> {
        let same = |current: &mut Arc<Snapshot>| current.state == known;
        let waited = self.changed.wait_timeout_while(self.lock(), patience, same);
        let (current, _) = waited.unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&current)
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Snapshot>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn name(files: &Files) -> String {
    let mut hash = Xxh3::new();
    for (path, bytes) in &files.0 {
        hash.update(&path.len().to_le_bytes());
        hash.update(path.as_bytes());
        hash.update(&bytes.mark().to_le_bytes());
    }
    format!("{:016x}", hash.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(text: &str) -> Rebuilt {
        let files = BTreeMap::from([("index.html".to_owned(), text.into())]);
        Rebuilt { files: Some(Files(files)), findings: String::new(), ..Rebuilt::default() }
    }

    fn bad(findings: &str) -> Rebuilt {
        Rebuilt { files: None, findings: findings.to_owned(), ..Rebuilt::default() }
    }

    #[test]
    fn a_build_is_named_by_its_contents() {
        let state = State::default();
        let name_after = |text| {
            state.publish(good(text));
            state.current().build.clone()
        };
        let first = name_after("a");
        assert_ne!(first, name_after("b"));
        assert_eq!(first, name_after("a"));
    }

    #[test]
    fn errors_keep_the_last_good_build_and_are_news() {
        let state = State::default();
        state.publish(good("a"));
        let before = state.current();
        state.publish(bad("error: broken"));
        let after = state.news(&before.state, Duration::ZERO);
        assert_eq!(after.files.text("index.html"), Some("a"));
        assert_eq!((after.build.as_str(), after.failed), (before.build.as_str(), true));
        assert_eq!(after.findings, "error: broken");
        assert_ne!(after.state, before.state);
    }

    #[test]
    fn what_was_left_for_later_is_made_when_somebody_asks_also_after_an_error() {
        let state = State::default();
        let later: Later = Arc::new(|path| (path == "print.html").then(|| "sheet".into()));
        state.publish(Rebuilt { later: Some(later), ..good("a") });
        for fails in [false, true] {
            if fails {
                state.publish(bad("error: broken"));
            }
            let found = |path: &str| state.current().get(path).map(|bytes| bytes.to_vec());
            let expected = [Some(b"a".to_vec()), Some(b"sheet".to_vec()), None];
            assert_eq!(["index.html", "print.html", "none.html"].map(found), expected);
        }
    }

    #[test]
    fn who_waits_is_woken() {
        let state = Arc::new(State::default());
        let known = state.current().state.clone();
        let waiting = Arc::clone(&state);
        let waiter = std::thread::spawn(move || waiting.news(&known, Duration::from_secs(30)).findings.clone());
        state.publish(bad("late"));
        assert_eq!(waiter.join().unwrap(), "late");
    }
}
