//! What only shows when everything is together: blocks against the model, the model against the pages, languages
//! against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::PageId;
use crate::config::FILE;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::{Layer, Sources};
use crate::model::{LEVELS, Model};
use crate::page::{Block, Page};
use crate::yaml::At;

use super::{Book, Site};

pub(super) fn check(site: &Site, sources: &Sources, pages: &[Arc<Page>], diagnostics: &mut Diagnostics) {
    for page in pages {
        if let Some(second) = page.worksheets().nth(1) {
            let finding = diagnostics.error(&second.place, "a page has one worksheet, and this is a second");
            finding.hint("give it a page of its own");
        }
        for block in &page.blocks {
            check_block(block, site, &sources.top().shown, diagnostics);
        }
    }
    if let Some(model) = &site.model {
        check_chapters(model, site, diagnostics);
        check_targets(model, site, diagnostics);
    }
    check_homes(site, sources, diagnostics);
    check_fonts(site, sources, diagnostics);
    check_translations(site, pages, diagnostics);
    let is_written = |layer: &Layer| {
        layer.yaml(FILE, &mut Diagnostics::default()).is_some_and(|node| node.get("base_url").is_some())
    };
    if site.config.base_url.is_none() && !sources.layers.iter().any(|layer| is_written(layer)) {
        let place = place_of_config(sources);
        diagnostics
            .note(&place, "no `base_url`: there will be no sitemap and no canonical links")
            .hint("add the address when you know it, like `base_url: https://example.org/`");
    }
}

/// The project's or the edition's configuration, whichever there is.
fn place_of_config(sources: &Sources) -> Place {
    let own = sources.layers.iter().rev().find(|layer| layer.files.0.contains_key(FILE));
    Place::file(&own.map_or(sources.top(), |layer| layer).file(FILE))
}

fn check_block(block: &Block, site: &Site, top: &str, diagnostics: &mut Diagnostics) {
    if let (Block::Paper { form }, None, true) = (block, &site.model, site.config.assessment) {
        let finding = diagnostics.warning(&form.place, "there is no assessment, so this block prints nothing");
        finding.hint("add `assessment.yaml`, or take the block out");
    }
    let (Block::Check { dimension } | Block::Levels { dimension, .. }) = block else {
        return;
    };
    if !site.config.assessment {
        return; // switched off: the block shows nothing
    }
    let Some(model) = &site.model else {
        diagnostics
            .error(&dimension.place, "this block needs an assessment, and there is none")
            .hint("add `assessment.yaml`, or take the block out");
        return;
    };
    // A block from a layer below the one that took the dimension away shows nothing.
    let is_removed = model.removed.contains(&dimension.value) && !dimension.place.file.starts_with(top);
    if model.dimension(dimension).is_none() && !is_removed {
        let known = model.dimensions.iter().map(|one| one.id.as_str());
        diagnostics
            .error(&dimension.place, format!("the assessment has no dimension `{}`", dimension.value))
            .nearest(dimension, known);
    }
}

/// Chapters and worksheets that the model names must exist, unless their author removed them.
fn check_chapters(model: &Model, site: &Site, diagnostics: &mut Diagnostics) {
    let named = model.dimensions.iter().flat_map(|one| [one.chapter.as_ref(), one.worksheet.as_ref()]).flatten();
    for page in named {
        let lacking =
            site.books.iter().find(|book| !book.pages.contains_key(&page.value) && !book.removed.contains(&page.value));
        if let Some(book) = lacking {
            report_chapter(page, book, diagnostics);
        }
    }
}

/// A target is a level of a dimension.
fn check_targets(model: &Model, site: &Site, diagnostics: &mut Diagnostics) {
    for (dimension, level) in site.brand.own.targets.iter() {
        if model.dimension(dimension).is_none() {
            let message =
                format!("there is a target for `{}`, which is no dimension of the assessment", dimension.value);
            let finding = diagnostics.error(&dimension.place, message);
            finding.nearest(dimension, model.dimensions.iter().map(|one| one.id.as_str()));
            finding.or_hint("take it out, or set it to `null` to drop a target from a layer below");
        }
        if !(1..=LEVELS).contains(&level.value) {
            let message = format!("the target of `{}` is {}, which is no level", dimension.value, level.value);
            diagnostics.error(&level.place, message).hint(format!("use a whole number from 1 to {LEVELS}"));
        }
    }
}

fn report_chapter(page: &At<PageId>, book: &Book, diagnostics: &mut Diagnostics) {
    let finding =
        diagnostics.error(&page.place, format!("the assessment leads to page {}, which does not exist", page.value));
    finding.nearest(&page.value.0, book.pages.keys().map(|id| &*id.0));
    finding.or_hint("name a page by its path below the language folder, without .md");
}

/// Every language begins somewhere.
fn check_homes(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    for book in site.books.iter().filter(|book| !book.pages.contains_key("index")) {
        let place = place_of_config(sources);
        let finding = diagnostics.error(&place, format!("there is no home page in `{}`", book.lang));
        finding.hint(format!("add {}/index.md", book.lang));
    }
}

fn check_fonts(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    let winners = sources.winners();
    for font in &site.brand.typography.fonts {
        let missing = font.paths().into_iter().find(|path| !winners.contains_key(path));
        if let Some(path) = missing {
            let fonts = winners.keys().copied().filter(|path| is_font(path));
            let finding = diagnostics.error(&font.place, format!("there is no font file `{path}`"));
            finding.nearest(path, fonts);
            if finding.hint.is_none() {
                finding.hint("put the font file beside the brand file and name its path from there");
            }
        }
        if font.is_remote() {
            let message = format!("the font `{}` would be fetched from another site, so it is not used", font.family);
            let finding = diagnostics.warning(&font.place, message);
            finding.hint("put the font files beside the brand file and use `source: file`");
        }
    }
}

fn is_font(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| matches!(end, "woff2" | "woff" | "ttf" | "otf"))
}

/// A language with most pages should have them all; of one just begun, the count is enough.
fn check_translations(site: &Site, pages: &[Arc<Page>], diagnostics: &mut Diagnostics) {
    let mut all: BTreeMap<&PageId, &Page> = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.meta.remove) {
        all.entry(&page.id).or_insert(page);
    }
    for book in &site.books {
        let own: BTreeSet<&PageId> =
            book.pages.iter().filter(|(_, placed)| placed.page.lang == book.lang).map(|(id, _)| id).collect();
        let missing: Vec<&Page> =
            book.pages.keys().filter(|id| !own.contains(id)).filter_map(|id| all.get(id).copied()).collect();
        if 2 * own.len() > book.pages.len() {
            for page in missing {
                let finding = diagnostics
                    .warning(&Place::new(&page.file, 1, 1), format!("page {} is missing in `{}`", page.id, book.lang));
                finding
                    .hint(format!("add {}/{}.md; until then readers see this text, with a notice", book.lang, page.id));
            }
        } else if let Some(first) = missing.first() {
            let message = format!(
                "`{}` has {} of {} pages; the others are shown in another language",
                book.lang,
                own.len(),
                book.pages.len()
            );
            diagnostics.note(&Place::file(&first.file), message);
        }
    }
}

/// Pages whose review date has passed by `today` (`2026-11-22`). Only `check` asks: output never depends on the day.
pub(super) fn review_dates(site: &Site, today: &str, diagnostics: &mut Diagnostics) {
    for placed in site.books.iter().flat_map(|book| book.pages.values()) {
        if let Some(day) = placed.page.meta.review_by.as_ref().filter(|day| day.value.as_str() < today) {
            let finding =
                diagnostics.warning(&day.place, format!("page {} was to be reviewed by {}", placed.page.id, day.value));
            finding.hint("read it again and set a new date");
        }
    }
}
