//! What a run has worked out already: results kept under the hash of everything they were made from, so that editions,
//! languages and the next build of a preview reuse what is equal.
//!
//! Knows nothing of what it keeps. A key names the kind of work and all its inputs, and whoever asks answers for that; a
//! result with a missing input in its key would be wrong once and then everywhere. Nothing goes to the disk.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::Xxh3;

use crate::diagnostics::Diagnostics;

/// The hash of a kind of work and all its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u128);

impl Key {
    /// Its first half, as names of files show it.
    #[must_use]
    pub fn short(self) -> String {
        format!("{:016x}", self.0 >> 64)
    }
}

/// Collects inputs. Each is hashed with its length, so that no two lists of inputs look alike.
#[derive(Clone)]
pub struct Inputs(Xxh3);

impl Inputs {
    #[must_use]
    pub fn of(kind: &str) -> Self {
        Self(Xxh3::new()).with(kind)
    }

    #[must_use]
    pub fn with(mut self, input: impl AsRef<[u8]>) -> Self {
        self.add(input);
        self
    }

    pub fn add(&mut self, input: impl AsRef<[u8]>) {
        let input = input.as_ref();
        self.0.update(&input.len().to_le_bytes());
        self.0.update(input);
    }

    /// Adds the key of something that was worked out from inputs of its own.
    pub fn add_key(&mut self, key: Key) {
        self.0.update(&key.0.to_le_bytes());
    }

    /// Adds a value by everything its `Debug` shows.
    pub fn add_shown(&mut self, value: &impl fmt::Debug) {
        self.add(format!("{value:?}"));
    }

    #[must_use]
    pub fn key(&self) -> Key {
        Key(self.0.digest128())
    }
}

/// Keeps results, or, for a run that would never ask twice, nothing. Copies are the same memory.
#[derive(Clone, Debug, Default)]
pub struct Memory(Option<Arc<Store>>);

#[derive(Default)]
struct Store {
    kept: Mutex<BTreeMap<Key, Kept>>,
    turn: AtomicUsize,
    asked: AtomicUsize,
    reused: AtomicUsize,
}

struct Kept {
    result: Arc<dyn Any + Send + Sync>,
    /// When it was last asked for.
    turn: usize,
}

impl Memory {
    /// A memory that keeps what it is given.
    #[must_use]
    pub fn new() -> Self {
        Self(Some(Arc::default()))
    }

    /// What `key` stands for: as it was kept, or as `make` makes it now.
    ///
    /// # Panics
    /// When two kinds of results were asked for under one key.
    pub fn keep<T: Send + Sync + 'static>(&self, key: impl FnOnce() -> Key, make: impl FnOnce() -> T) -> Arc<T> {
        let Some(store) = &self.0 else {
            return Arc::new(make());
        };
        let key = key();
        let result = store.find(key).unwrap_or_else(|| store.put(key, Arc::new(make())));
        result.downcast().expect("invariant: a key names its kind")
    }

    /// As [`Memory::keep`], for work that finds mistakes: what it found is told each time.
    pub fn learn<T: Clone + Send + Sync + 'static>(
        &self,
        key: impl FnOnce() -> Key,
        diagnostics: &mut Diagnostics,
        make: impl FnOnce(&mut Diagnostics) -> T,
    ) -> T {
        let learned = self.keep(key, || {
            let mut own = Diagnostics::default();
            (make(&mut own), own)
        });
        let (result, found) = &*learned;
        diagnostics.extend(found.clone());
        result.clone()
    }

    /// Ends a turn, an edition or a rebuild: what neither this one nor the one before asked for is forgotten.
    pub fn turn(&self) {
        let Some(store) = &self.0 else {
            return;
        };
        let turn = store.turn.fetch_add(1, Ordering::Relaxed);
        store.lock().retain(|_, kept| kept.turn + 1 >= turn);
    }

    /// How often something was asked for since the last time, and how often it was there.
    #[must_use]
    pub fn take_counts(&self) -> (usize, usize) {
        let counts =
            |store: &Arc<Store>| (store.asked.swap(0, Ordering::Relaxed), store.reused.swap(0, Ordering::Relaxed));
        self.0.as_ref().map_or((0, 0), counts)
    }
}

impl Store {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Key, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, key: Key) -> Option<Arc<dyn Any + Send + Sync>> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let mut kept = self.lock();
        let found = kept.get_mut(&key)?;
        found.turn = self.turn.load(Ordering::Relaxed);
        self.reused.fetch_add(1, Ordering::Relaxed);
        Some(Arc::clone(&found.result))
    }

    /// Two threads may have made the same; the first counts.
    fn put(&self, key: Key, result: Arc<dyn Any + Send + Sync>) -> Arc<dyn Any + Send + Sync> {
        let turn = self.turn.load(Ordering::Relaxed);
        Arc::clone(&self.lock().entry(key).or_insert(Kept { result, turn }).result)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} results", self.lock().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(memory: &Memory, input: &str) -> (u32, bool) {
        let mut made = false;
        let result = memory.keep(
            || Inputs::of("length").with(input).key(),
            || {
                made = true;
                u32::try_from(input.len()).unwrap()
            },
        );
        (*result, made)
    }

    #[test]
    fn what_was_made_once_is_not_made_again() {
        let memory = Memory::new();
        assert_eq!([kept(&memory, "ab"), kept(&memory, "ab"), kept(&memory, "c")], [(2, true), (2, false), (1, true)]);
        assert_eq!(memory.take_counts(), (3, 1));
    }

    #[test]
    fn no_memory_makes_everything_anew() {
        let memory = Memory::default();
        assert_eq!([kept(&memory, "ab"), kept(&memory, "ab")], [(2, true), (2, true)]);
    }

    #[test]
    fn what_two_turns_did_not_ask_for_is_forgotten() {
        let memory = Memory::new();
        kept(&memory, "a");
        kept(&memory, "b");
        for _ in 0..3 {
            memory.turn();
            kept(&memory, "a");
        }
        assert_eq!([kept(&memory, "a").1, kept(&memory, "b").1], [false, true]);
    }

    #[test]
    fn inputs_do_not_run_into_each_other() {
        let key = |parts: [&str; 2]| Inputs::of("x").with(parts[0]).with(parts[1]).key();
        assert_ne!(key(["ab", "c"]), key(["a", "bc"]));
    }
}
