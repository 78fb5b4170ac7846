//! Overrides that were overtaken: a page or text of a layer was written against the one it hides, and that one has
//! changed since.
//!
//! A page carries the mark of what it hides in its front matter (`overrides`), so that it travels with the page. Values
//! of YAML and files of a theme have no place for one: theirs stand in `overrides.lock` of the layer, kin of
//! `assessment.lock`. Asked for by `check`, never by a build.

mod copy;
mod lock;
mod pages;
mod texts;

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::{Layer, Sources};
use crate::theme::Themes;
use crate::trace::folder;

pub use copy::{Copy, copies};
pub use lock::{FILE, text};

/// What a mark begins as: whoever writes it wants to be told.
pub const NEW: &str = "new";

/// One text of a layer, and what it hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    pub kind: Kind,
    /// `fi:theses/flow`, `fi/strings.yaml: nav.next`, `templates/page.html`.
    pub name: String,
    /// The layer that overrides, as shown: `editions/acme/`.
    pub layer: String,
    pub place: Place,
    /// The mark it was written against, and where that stands.
    pub was: Option<(String, Place)>,
    /// The mark of what lies below now; `None`: nothing does.
    pub now: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Page,
    /// A value of a file that merges.
    Text,
    /// A file of the theme.
    Theme,
}

impl Override {
    /// It was written against something else than what lies below now.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.now.is_some() && self.was.as_ref().is_some_and(|(was, _)| self.now.as_ref() != Some(was))
    }

    /// ` --edition acme`, for a command about its layer.
    fn flag(&self) -> String {
        self.layer.strip_prefix("editions/").map_or(String::new(), |id| format!(" --edition {}", folder(id)))
    }
}

/// Every override in the layers of a stack, the built-in one excepted, and every mark that hides nothing.
#[must_use]
pub fn all(sources: &Sources, themes: &Themes, config: &Config) -> Vec<Override> {
    let locks: Vec<(String, lock::Lock)> = own(sources).map(|layer| (layer.shown.clone(), lock::read(layer))).collect();
    let mut all = pages::all(sources, config);
    all.extend(texts::all(sources, themes, config));
    for one in all.iter_mut().filter(|one| one.kind != Kind::Page) {
        let lock = locks.iter().find(|(layer, _)| *layer == one.layer);
        one.was = lock.and_then(|(_, lock)| lock.get(&one.name)).cloned();
    }
    for (layer, lock) in &locks {
        let known = |name: &String| all.iter().any(|one| one.layer == *layer && one.name == *name);
        let unknown: Vec<Override> = lock
            .iter()
            .filter(|(name, _)| !known(name))
            .map(|(name, was)| lock::hides_nothing(name, was, layer))
            .collect();
        all.extend(unknown);
    }
    all
}

/// The layers that belong to the author.
fn own(sources: &Sources) -> impl Iterator<Item = &Layer> {
    sources.layers.iter().map(|layer| &**layer).filter(|layer| !layer.is_built_in())
}

/// Warns of marks that are not those of what lies below, and counts what has none. With `update_lock`, the lock file is
/// about to be written anew and is not looked at.
pub fn check(sources: &Sources, themes: &Themes, config: &Config, update_lock: bool, diagnostics: &mut Diagnostics) {
    for layer in own(sources).filter(|_| !update_lock) {
        layer.yaml(FILE, diagnostics); // a lock that cannot be read is told once, here
    }
    let mut unmarked: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for one in all(sources, themes, config).iter().filter(|one| !update_lock || one.kind == Kind::Page) {
        match (&one.was, &one.now) {
            (Some((_, place)), None) => hides_nothing(one, place, diagnostics),
            (Some((was, place)), Some(now)) if was != now => stale(one, was, now, place, diagnostics),
            (None, Some(_)) => unmarked.entry(one.layer.clone()).or_default()[usize::from(one.kind != Kind::Page)] += 1,
            _ => {}
        }
    }
    // The lowest layer of a stack has only the theme below it, and writes what it likes there.
    for (layer, counts) in unmarked.iter().filter(|(layer, _)| **layer != sources.layers[0].shown) {
        note(layer, *counts, diagnostics);
    }
}

fn stale(one: &Override, was: &str, now: &str, place: &Place, diagnostics: &mut Diagnostics) {
    let (name, flag) = (&one.name, one.flag());
    if one.kind == Kind::Page {
        let message = format!("the page below {name} has changed since this was written: was {was}, is {now}");
        let finding = diagnostics.warning(place, message);
        finding.hint(format!("compare them (`portaat diff --text{flag}`), then write `overrides: {now}`"));
        return;
    }
    let what = if one.kind == Kind::Text { "text" } else { "file" };
    let of = if one.kind == Kind::Text { String::new() } else { format!(" in the theme of {}", folder(&one.layer)) };
    let message = format!("the {what} below `{name}`{of} has changed since it was overridden: was {was}, is {now}");
    let finding = diagnostics.warning(&one.place, message);
    finding.hint(format!("compare them (`portaat diff --text{flag}`), then run `portaat check --update-lock{flag}`"));
}

fn hides_nothing(one: &Override, place: &Place, diagnostics: &mut Diagnostics) {
    let (name, flag) = (&one.name, one.flag());
    if one.kind == Kind::Page {
        let finding =
            diagnostics.warning(place, format!("page {name} has the mark of a page below, but there is none"));
        finding.hint("take `overrides` out; if the page below has moved, move this one too");
        return;
    }
    let finding = diagnostics.warning(place, format!("`{name}` is marked here, but overrides nothing"));
    finding.hint(format!("run `portaat check --update-lock{flag}`"));
}

fn note(layer: &str, [pages, texts]: [usize; 2], diagnostics: &mut Diagnostics) {
    let counted = |count: usize, noun: &str| match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    };
    let what = [counted(pages, "page"), counted(texts, "text")].into_iter().flatten().collect::<Vec<_>>();
    let rest = match pages + texts {
        1 => "hides one below without its mark; nobody hears when that changes",
        _ => "hide others below without their marks; nobody hears when those change",
    };
    let message = format!("{} {rest}", what.join(" and "));
    let finding = diagnostics.note(&Place::file(folder(layer)), message);
    finding.hint("`overrides: new` in a page gives its mark, `portaat check --update-lock` marks the texts");
}
