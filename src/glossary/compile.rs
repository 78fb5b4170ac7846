//! Authored → glossary: ids that can be anchors, definitions that say something, and forms that mean one term each.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::{Lang, PageId, is_slug};
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At};

use super::authored::{Authored, Entry};
use super::patterns::{Patterns, words};
use super::{FILE, Glossaries, Glossary, Term, order};

/// An entry with its id, and the entry below whose word it replaces.
type Named = (At<String>, Entry, Option<Entry>);

pub(super) fn compile(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Glossaries {
    let mut places: BTreeMap<&Lang, BTreeMap<String, Place>> = BTreeMap::new();
    let mut glossaries = Glossaries::new();
    for lang in config.languages.iter().map(|language| &language.lang) {
        if let Some(entries) = entries(sources, lang, diagnostics) {
            places.insert(lang, entries.iter().map(|(id, ..)| (id.value.clone(), id.place.clone())).collect());
            glossaries.insert(lang.clone(), glossary(entries, diagnostics));
        }
    }
    check_languages(&places, diagnostics);
    glossaries
}

/// What the layers say together, in alphabetical order. Forms describe the word they were written with: a layer that
/// puts another word in its place starts without them.
fn entries(sources: &Sources, lang: &Lang, diagnostics: &mut Diagnostics) -> Option<Vec<Named>> {
    let path = format!("{lang}/{FILE}");
    let node = sources.merged(&path, diagnostics)?;
    let authored: Authored = yaml::decode_or_default(&node, diagnostics);
    let files: Vec<_> = sources.layers.iter().map(|layer| layer.file(&path)).collect();
    let rank = |place: &Place| files.iter().position(|file| *file == place.file);
    let mut below: BTreeMap<usize, Authored> = BTreeMap::new();
    let mut entries: Vec<Named> = Vec::new();
    for (id, mut term) in authored.terms {
        let own = rank(&term.term.place);
        forget(&mut term.forms, |written| rank(written) < own);
        forget(&mut term.not, |written| rank(written) < own);
        forget(&mut term.say, |written| rank(written) < own);
        let number = own.unwrap_or(0);
        let below = below.entry(number).or_insert_with(|| up_to(sources, &path, number));
        let old = below.terms.remove(&id).filter(|old| old.term.value != term.term.value);
        entries.push((id, term, old));
    }
    entries.sort_by_cached_key(|(id, term, _)| (order::key(&term.term, &lang.0), id.value.clone()));
    Some(entries)
}

/// What the lowest layers say without those above them. Their mistakes were reported with the whole.
fn up_to(sources: &Sources, path: &str, count: usize) -> Authored {
    let mut silent = Diagnostics::default();
    let merged = sources.layers[..count].iter().filter_map(|layer| layer.yaml(path, &mut silent)).reduce(yaml::merge);
    merged.map(|node| yaml::decode_or_default(&node, &mut Diagnostics::default())).unwrap_or_default()
}

fn forget<T>(value: &mut Option<At<T>>, is_below: impl Fn(&Place) -> bool) {
    if value.as_ref().is_some_and(|value| is_below(&value.place)) {
        *value = None;
    }
}

fn glossary(entries: Vec<Named>, diagnostics: &mut Diagnostics) -> Glossary {
    let (mut forms, mut not, mut replaced) = (Patterns::default(), Patterns::default(), Patterns::default());
    let ids: Vec<String> = entries.iter().map(|(id, ..)| id.value.clone()).collect();
    for (number, (_, term, _)) in entries.iter().enumerate() {
        add_forms(term, number, &ids, &mut forms, diagnostics);
    }
    for (number, (_, term, old)) in entries.iter().enumerate() {
        for written in term.not.iter().flat_map(|list| &list.value) {
            add(written, number, &ids, &mut not, diagnostics);
        }
        if let Some(old) = old {
            add_old(term, old, number, &mut replaced);
        }
    }
    let terms: Vec<Term> = entries.into_iter().map(|(id, term, old)| checked(id, term, old, diagnostics)).collect();
    Glossary { terms: terms.into(), forms: forms.into(), not: not.into(), old: replaced.into() }
}

/// The forms of a word that another stands in the place of, but for those its author took over.
fn add_old(term: &Entry, old: &Entry, number: usize, patterns: &mut Patterns) {
    let mut taken = Patterns::default();
    for words in term.forms.iter().flat_map(|list| &list.value).filter_map(|written| words(written)) {
        taken.add(&words, number).ok();
    }
    let kept = |written: &str| taken.find(&written.replace('*', "")).next().is_some();
    let own = || vec![old.term.value.clone(), format!("{}*", old.term.value)];
    let forms = old.forms.as_ref().map(|list| list.iter().map(|written| written.value.clone()).collect());
    for written in forms.unwrap_or_else(own).iter().filter(|written| !kept(written)) {
        // A form that two words share tells neither from the other.
        words(written).map(|words| patterns.add(&words, number).ok());
    }
}

/// The forms as written; without any, the term itself and the term with any ending.
fn add_forms(term: &Entry, number: usize, ids: &[String], forms: &mut Patterns, diagnostics: &mut Diagnostics) {
    if let Some(list) = &term.forms {
        list.iter().for_each(|written| add(written, number, ids, forms, diagnostics));
        return;
    }
    // A name that is no pattern, like one with brackets, is not found in running text, and needs not be.
    for written in [term.term.value.clone(), format!("{}*", term.term.value)] {
        if let Some(words) = words(&written)
            && let Err(first) = forms.add(&words, number)
        {
            report_claimed(&written, &term.term.place, &ids[first], &ids[number], diagnostics);
        }
    }
}

fn add(written: &At<String>, number: usize, ids: &[String], patterns: &mut Patterns, diagnostics: &mut Diagnostics) {
    let Some(words) = words(written) else {
        diagnostics
            .error(&written.place, format!("`{}` cannot be looked up in a text", written.value))
            .hint("write one to six words with single blanks between; `*` may stand at the end of a word");
        return;
    };
    if let Err(first) = patterns.add(&words, number) {
        report_claimed(written, &written.place, &ids[first], &ids[number], diagnostics);
    }
}

fn report_claimed(written: &str, place: &Place, first: &str, second: &str, diagnostics: &mut Diagnostics) {
    let message = if first == second {
        format!("`{written}` stands twice under term `{first}`")
    } else {
        format!("`{written}` belongs to two terms, `{first}` and `{second}`")
    };
    diagnostics.error(place, message).hint("leave it to one of them, once; `forms: []` links a term nowhere");
}

fn checked(id: At<String>, term: Entry, old: Option<Entry>, diagnostics: &mut Diagnostics) -> Term {
    if !id.starts_with(|first: char| first.is_ascii_lowercase()) || !is_slug(&id) {
        let finding = diagnostics.error(&id.place, format!("`{}` cannot be the id of a term", id.value));
        finding.hint("use lower-case letters a–z, digits and hyphens, a letter first");
    }
    for (name, text) in [("term", &term.term), ("definition", &term.definition)] {
        if text.trim().is_empty() {
            let finding = diagnostics.error(&text.place, format!("term `{}` has an empty `{name}`", id.value));
            finding.hint("write the word, and in one or two sentences what it means");
        }
    }
    Term {
        initial: order::initial(&term.term),
        replaces: old.map(|old| At { value: old.term.value, place: term.term.place.clone() }),
        term: term.term.value,
        definition: term.definition.value,
        not: term.not.into_iter().flat_map(|list| list.value).map(|written| written.value).collect(),
        say: term.say.map(|say| say.value),
        page: term.page.map(|page| At { value: PageId::new(&page.value), place: page.place }),
        id: id.value,
    }
}

/// A language with most terms should have them all, as with pages; of one just begun nothing is said.
fn check_languages(places: &BTreeMap<&Lang, BTreeMap<String, Place>>, diagnostics: &mut Diagnostics) {
    let all: BTreeSet<&String> = places.values().flat_map(BTreeMap::keys).collect();
    for (lang, own) in places.iter().filter(|(_, own)| 2 * own.len() > all.len()) {
        for id in all.iter().filter(|id| !own.contains_key(**id)) {
            let place = places.values().find_map(|other| other.get(*id)).expect("invariant: some language has it");
            let finding = diagnostics.warning(place, format!("term `{id}` is missing in `{lang}`"));
            finding.hint(format!("add it to {lang}/{FILE}"));
        }
    }
}
