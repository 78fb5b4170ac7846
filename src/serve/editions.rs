//! The base and the editions, each built when somebody asks for it first.
//!
//! Every edition lies where `build` would put it, below its id, so that relative links work as they will when published.
//! Only the few that were asked for last are held in memory and built again on a change: a hundred editions cost no
//! more than these. One build at a time: the machine is also the author's.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::live::{Snapshot, State};
use super::{Choice, Rebuilt, Source};

/// So many are held: the one that is written, the one it is compared with, and one more.
const KEPT: usize = 3;

pub struct Editions {
    source: Source,
    /// Where `/` leads; `None` is the base.
    first: Option<String>,
    /// The last one asked for stands last.
    kept: Mutex<Vec<(Option<String>, Arc<State>)>>,
    ids: Mutex<BTreeSet<String>>,
    building: Mutex<()>,
}

impl Editions {
    pub fn new(source: Source, first: Option<String>) -> Self {
        let ids = Mutex::new(first.iter().cloned().collect());
        Self { source, first, kept: Mutex::default(), ids, building: Mutex::default() }
    }

    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// All there are, with their languages.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        (self.source.editions)()
    }

    /// The edition a path lies in, and the path within it.
    #[must_use]
    pub fn route<'p>(&self, path: &'p str) -> (Option<String>, &'p str) {
        let below = path.strip_prefix('/').unwrap_or(path);
        let (name, rest) = below.split_at(below.find('/').unwrap_or(below.len()));
        if lock(&self.ids).contains(name) { (Some(name.to_owned()), rest) } else { (None, path) }
    }

    /// What is served of an edition, built now if it is not held.
    pub fn state(&self, edition: Option<&str>) -> Arc<State> {
        let state = self.held(edition);
        if state.current().is_new() {
            let _turn = lock(&self.building);
            // Somebody may have built it while this one waited.
            if state.current().is_new() {
                self.build(edition, &state);
            }
        }
        state
    }

    /// Builds what is held anew, the last one asked for first; gives its outcome.
    pub fn rebuild(&self) -> Arc<Snapshot> {
        let _turn = lock(&self.building);
        let kept: Vec<_> = lock(&self.kept).iter().rev().cloned().collect();
        let first = kept.first().map(|(_, state)| Arc::clone(state));
        for (edition, state) in &kept {
            self.build(edition.as_deref(), state);
        }
        first.unwrap_or_default().current()
    }

    fn build(&self, edition: Option<&str>, state: &State) {
        let rebuilt: Rebuilt = (self.source.build)(edition);
        if !rebuilt.editions.is_empty() || rebuilt.files.is_some() {
            *lock(&self.ids) = rebuilt.editions.iter().chain(&self.first).cloned().collect();
        }
        state.publish(rebuilt);
    }

    fn held(&self, edition: Option<&str>) -> Arc<State> {
        let mut kept = lock(&self.kept);
        let at = kept.iter().position(|(id, _)| id.as_deref() == edition);
        let found = at.map_or_else(|| (edition.map(str::to_owned), Arc::default()), |at| kept.remove(at));
        let state = Arc::clone(&found.1);
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(found);
        state
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::files::Files;

    use super::*;

    /// Four editions, and a list of what was built.
    fn editions(first: Option<&str>) -> (Editions, Arc<Mutex<Vec<String>>>) {
        let built = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&built);
        let make = move |edition: Option<&str>| {
            let name = edition.unwrap_or("base").to_owned();
            seen.lock().unwrap().push(name.clone());
            let files = Files(BTreeMap::from([("index.html".to_owned(), name.into())]));
            let editions = ["acme", "bolt", "cove", "dune"].map(str::to_owned).to_vec();
            Rebuilt { files: Some(files), findings: String::new(), editions, ..Rebuilt::default() }
        };
        let source = Source { build: Box::new(make), editions: Box::new(Vec::new) };
        (Editions::new(source, first.map(str::to_owned)), built)
    }

    fn taken(built: &Mutex<Vec<String>>) -> Vec<String> {
        std::mem::take(&mut *built.lock().unwrap())
    }

    #[test]
    fn an_edition_is_built_when_it_is_asked_for_and_once() {
        let (editions, built) = editions(None);
        assert_eq!(editions.state(Some("acme")).current().files.0["index.html"][..], *b"acme");
        editions.state(Some("acme"));
        editions.state(None);
        assert_eq!(taken(&built), ["acme", "base"]);
    }

    #[test]
    fn a_change_builds_what_was_asked_for_last_and_no_more_than_three() {
        let (editions, built) = editions(None);
        for id in [None, Some("acme"), Some("bolt"), Some("cove"), Some("acme")] {
            editions.state(id);
        }
        assert_eq!(taken(&built), ["base", "acme", "bolt", "cove"]);
        editions.rebuild();
        assert_eq!(taken(&built), ["acme", "cove", "bolt"]);
        editions.state(None);
        assert_eq!(taken(&built), ["base"], "what was forgotten is built again");
    }

    #[test]
    fn a_path_begins_with_an_edition_only_if_there_is_one() {
        let (editions, _) = editions(Some("mine"));
        assert_eq!(editions.route("/acme/fi/"), (None, "/acme/fi/"), "nothing is known before the first build");
        assert_eq!(editions.route("/mine/fi/"), (Some("mine".to_owned()), "/fi/"));
        editions.state(None);
        assert_eq!(editions.route("/acme/fi/a.html"), (Some("acme".to_owned()), "/fi/a.html"));
        assert_eq!(editions.route("/acme"), (Some("acme".to_owned()), ""));
        for path in ["/", "/fi/acme/", "/acmes/", "//acme/", ""] {
            assert_eq!(editions.route(path), (None, path));
        }
    }
}
