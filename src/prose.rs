//! How pages are written: long sentences, headings said twice, a name where a variable belongs, a translation left behind.
//!
//! Asked for by `check` only, as warnings on pages of the project's own layers. What can be counted is checked here;
//! whether a text is good is for people to say. Limits and words are data of each language (`<lang>/prose.yaml`).

mod names;
mod replaced;
mod rules;
mod sentences;
mod structure;
mod translation;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::layers::{Layer, Sources};
use crate::page::{Page, Prose, prose};
use crate::site::Site;

use names::Names;
pub use names::said;
pub use rules::{Rules, read as rules};

/// A page's own file, its text, and what its language asks of it.
struct Reading<'a> {
    page: &'a Page,
    prose: &'a Prose,
    rules: &'a Rules,
}

/// A page, the layer it is from and its path there.
type Own<'a> = (&'a Page, &'a Layer, String);

/// Looks at every page of the project's own layers.
pub fn check(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    let names = Names::of(sources);
    let rules: BTreeMap<&Lang, Rules> =
        site.config.languages.iter().map(|one| (&one.lang, rules(sources, &one.lang, diagnostics))).collect();
    let unwanted = |lang: &Lang, text: &str| unwanted(site, lang, text);
    let pages = own_pages(site, sources);
    let look = |(page, layer, path): &Own| {
        let mut found = Diagnostics::default();
        if let Some(prose) = prose(layer, path) {
            let reading = Reading { page, prose: &prose, rules: &rules[&page.lang] };
            sentences::check(&reading, &mut found);
            structure::check(&reading, &mut found);
            names::check(&reading, &names, &mut found);
            words::check(&prose, &page.lang, &unwanted, &mut found);
        }
        found
    };
    let found: Vec<Diagnostics> = pages.par_iter().map(look).collect();
    for one in found {
        diagnostics.extend(one);
    }
    translation::check(&pages, sources, diagnostics);
    replaced::check(site, sources, diagnostics);
}

/// Names only what fell behind its original.
pub fn check_translations(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    translation::check(&own_pages(site, sources), sources, diagnostics);
}

/// What the glossary of a language does not want, and what it says instead.
fn unwanted(site: &Site, lang: &Lang, text: &str) -> Vec<(Range<usize>, String)> {
    let found = site.glossaries.get(lang).map(|glossary| glossary.forbidden(text)).unwrap_or_default();
    found.into_iter().map(|(range, term)| (range, term.say.as_ref().unwrap_or(&term.term).clone())).collect()
}

/// The pages that are shown, each in its own language and with the layer it is from; the built-in ones are not the
/// author's to mend.
fn own_pages<'a>(site: &'a Site, sources: &'a Sources) -> Vec<Own<'a>> {
    let winners = sources.winners();
    let placed = site
        .books
        .iter()
        .flat_map(|book| book.pages.values().map(|placed| &*placed.page).filter(|page| page.lang == book.lang));
    let own = placed.filter_map(|page| {
        let path = path_of(page);
        let layer = winners.get(path.as_str())?;
        (!layer.is_built_in()).then_some((page, *layer, path))
    });
    own.collect()
}

fn path_of(page: &Page) -> String {
    format!("{}/{}.md", page.lang, page.id)
}
