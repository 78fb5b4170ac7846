//! A page remembers the text it was compared with, as a hash in its front matter. When the first language has gone on,
//! somebody should read both.

use std::sync::Arc;

use crate::address::Lang;
use crate::config;
use crate::diagnostics::Diagnostics;
use crate::layers::{Layer, Sources};
use crate::page::{Page, written};
use crate::wording;
use crate::yaml::At;

use super::Own;

/// What a layer's pages were translated from: the stack as its author sees it, and that stack's first language.
struct Original {
    layer: Arc<Layer>,
    below: Sources,
    lang: Lang,
}

pub(super) fn check(pages: &[Own], sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut compared = pages.iter().filter(|(page, ..)| page.meta.translated_from.is_some()).peekable();
    if compared.peek().is_none() {
        return;
    }
    let originals = originals(sources);
    for (page, layer, _) in compared {
        let original = originals.iter().find(|original| original.layer.shown == layer.shown);
        if let (Some(original), Some(written)) = (original, &page.meta.translated_from) {
            compare(page, written, original, diagnostics);
        }
    }
}

fn originals(sources: &Sources) -> Vec<Original> {
    let of = |(index, layer): (usize, &Arc<Layer>)| {
        let below = Sources { layers: sources.layers[..=index].to_vec(), edition: None };
        let config = config::parse(&below, None, &mut Diagnostics::default())?;
        let lang = config.languages.first()?.lang.clone();
        Some(Original { layer: Arc::clone(layer), below, lang })
    };
    sources.layers.iter().enumerate().filter_map(of).collect()
}

fn compare(page: &Page, written: &At<String>, original: &Original, diagnostics: &mut Diagnostics) {
    let (id, lang) = (&page.id, &original.lang);
    if page.lang == *lang {
        let message = format!("page {id} is in `{lang}`, the language the others are translated from");
        diagnostics.error(&written.place, message).hint("take `translated_from` out here; it belongs to the others");
        return;
    }
    let Some(now) = mark(&original.below, &format!("{lang}/{id}.md")) else {
        let message = format!("page {id} was compared with {lang}:{id}, which does not exist");
        diagnostics.warning(&written.place, message).hint("take `translated_from` out");
        return;
    };
    if written.value != now {
        let message = format!("page {id} was compared with an earlier text of {lang}:{id}");
        let finding = diagnostics.warning(&written.place, message);
        finding.hint(format!("read them together, then write `translated_from: {now}`"));
    }
}

/// The mark of title, description and body.
fn mark(sources: &Sources, path: &str) -> Option<String> {
    let layer = sources.layers.iter().rev().find(|layer| layer.files.0.contains_key(path))?;
    let page = written(layer, path)?;
    Some(wording::mark([page.text("title"), page.text("description"), &page.body]))
}
