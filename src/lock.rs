//! `assessment.lock`: which wording of each question its `rev` stands for.
//!
//! Answers are comparable as long as the `rev` is the same, so a changed wording must be noticed: either the meaning
//! changed too, or somebody says that it did not by writing the file anew. It belongs to the layer one works in, holds
//! the questions that layer words, and is neither inherited nor published.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::model::{self, ItemText, Model};
use crate::site::Site;
use crate::wording;
use crate::yaml::Node;

pub const FILE: &str = "assessment.lock";

const HEAD: &str = "# Which wording of each question its rev stands for. Written by `portaat check --update-lock`; check this file in.\n";
const REFRESH: &str = "run `portaat check --update-lock`";

/// A question as this layer words it.
struct Worded {
    rev: u32,
    /// By language; where the words stand, and their hash.
    texts: BTreeMap<String, (Place, String)>,
}

/// The file's text as it should be; `None` when the layer words no question.
#[must_use]
pub fn text(site: &Site, sources: &Sources) -> Option<String> {
    let worded = worded(site.model.as_ref()?, sources);
    let lines: Vec<String> = worded.iter().map(|(id, one)| format!("{id}: {}\n", one.mark())).collect();
    (!lines.is_empty()).then(|| HEAD.to_owned() + &lines.concat())
}

/// Compares the questions with the lock file, where there is one.
pub fn check(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    let (Some(model), Some(lock)) = (&site.model, sources.top().yaml(FILE, diagnostics)) else {
        return;
    };
    let worded = worded(model, sources);
    let gone = lock.entries().iter().any(|(key, _)| !worded.contains_key(&key.name));
    let stale = worded.iter().filter(|(id, one)| compare(id, one, &lock, diagnostics)).count();
    if gone || stale > 0 {
        let message = "the lock file is older than the questions: some are new, gone or have another `rev`";
        diagnostics.warning(&lock.place, message).hint(REFRESH);
    }
}

/// Says whether the lock does not know this question with this `rev`.
fn compare(id: &str, one: &Worded, lock: &Node, diagnostics: &mut Diagnostics) -> bool {
    let mut locked = lock.get(id).and_then(Node::text).unwrap_or_default().split_whitespace();
    if locked.next() != Some(&*one.rev.to_string()) {
        return true;
    }
    let hashes: BTreeMap<&str, &str> = locked.filter_map(|pair| pair.split_once('=')).collect();
    for (lang, (place, hash)) in &one.texts {
        if hashes.get(lang.as_str()).is_some_and(|locked| locked != hash) {
            let message = format!("the wording of question `{id}` has changed, but its `rev` is still {}", one.rev);
            let finding = diagnostics.warning(place, message);
            finding.hint(format!("raise `rev` if it asks for something else now; if not, {REFRESH}"));
        }
    }
    hashes.len() != one.texts.len()
}

fn worded(model: &Model, sources: &Sources) -> BTreeMap<String, Worded> {
    let mut all = BTreeMap::new();
    for (lang, texts) in &*model.texts {
        let node = sources.top().yaml(&format!("{lang}/{}", model::FILE), &mut Diagnostics::default());
        let own = node.as_ref().and_then(|node| node.get("items")).map(Node::entries).unwrap_or_default();
        for (key, _) in own {
            let item = model.dimensions.iter().flat_map(|one| &one.items).find(|item| item.id == key.name);
            if let (Some(item), Some(text)) = (item, texts.items.get(&key.name)) {
                let one =
                    all.entry(key.name.clone()).or_insert_with(|| Worded { rev: item.rev, texts: BTreeMap::new() });
                one.texts.insert(lang.to_string(), (key.place.clone(), mark(text)));
            }
        }
    }
    all
}

impl Worded {
    fn mark(&self) -> String {
        let mut mark = self.rev.to_string();
        for (lang, (_, hash)) in &self.texts {
            let _ = write!(mark, " {lang}={hash}");
        }
        mark
    }
}

/// Of the question and its five descriptions.
fn mark(text: &ItemText) -> String {
    wording::mark([&text.question].into_iter().chain(&text.anchors).map(String::as_str))
}
