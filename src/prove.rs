//! `check` proves the assessment without scoring anybody: by arithmetic on weights and caps, which scores and levels can
//! come out at all; and by looking into the chapters, whether each dimension is asked about where it is explained.

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostics;
use crate::model::{Dimension, LEVELS, Model, Outcome, Rules};
use crate::page::{Block, Page};
use crate::site::Site;

pub fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let Some(model) = &site.model else {
        return;
    };
    for dimension in &model.dimensions {
        levels(dimension, model, diagnostics);
        chapter(dimension, model, site, diagnostics);
    }
    overall(model, diagnostics);
}

/// Every level must be there to reach, for somebody who rates every question.
fn levels(dimension: &Dimension, model: &Model, diagnostics: &mut Diagnostics) {
    let (rules, id) = (&model.rules, &dimension.id);
    let all = complete(dimension, rules);
    let (Some(low), Some(high)) = (all.iter().map(Outcome::score).min(), all.iter().map(Outcome::score).max()) else {
        let finding = diagnostics.warning(&model.place, format!("no answers give dimension `{id}` a score"));
        finding.hint("lower `min_coverage_pct`");
        return;
    };
    for level in 1..=LEVELS {
        let by_mean = all.iter().any(|one| one.candidate(rules) == level);
        if all.iter().any(|one| one.level(rules) == level) {
            continue;
        }
        let message = if by_mean {
            format!("the key questions keep every answer from level {level} of dimension `{id}`")
        } else {
            format!("no answers reach level {level} of dimension `{id}`; its scores go from {low} to {high}")
        };
        diagnostics.warning(&model.place, message).hint("change `thresholds`, `key_lag` or the weights");
    }
}

fn complete(dimension: &Dimension, rules: &Rules) -> BTreeSet<Outcome> {
    let total: u32 = dimension.items.iter().map(|item| item.weight).sum();
    dimension.scored(rules).into_iter().filter(|one| one.rated == total).collect()
}

/// The whole: for each lowest level, the sums of scores that can come together.
fn overall(model: &Model, diagnostics: &mut Diagnostics) {
    let (rules, weight) = (&model.rules, model.weight(None));
    let reached: BTreeSet<u32> = (1..=LEVELS)
        .flat_map(|low| {
            let cap = (low + rules.overall_lag).min(LEVELS);
            sums(model, low).into_iter().map(move |sum| rules.level_of(sum, weight).min(cap))
        })
        .collect();
    for level in (1..=LEVELS).filter(|level| !reached.contains(level)) {
        let message = format!("no answers reach the overall level {level}");
        diagnostics.warning(&model.place, message).hint("change `thresholds` or `overall_lag`");
    }
}

/// Every sum of scores times weights when no dimension is below `low` and one is on it; `BTreeSet` of what a reader adds up.
fn sums(model: &Model, low: u32) -> BTreeSet<u32> {
    let mut without: BTreeSet<u32> = [0].into();
    let mut with: BTreeSet<u32> = BTreeSet::new();
    for dimension in &model.dimensions {
        let scores = |wanted: &dyn Fn(u32) -> bool| -> BTreeSet<u32> {
            let outcomes = complete(dimension, &model.rules).into_iter();
            outcomes.filter(|one| wanted(one.level(&model.rules))).map(|one| one.score() * dimension.weight).collect()
        };
        let (on, above) = (scores(&|level| level == low), scores(&|level| level > low));
        let add = |sums: &BTreeSet<u32>, scores: &BTreeSet<u32>| -> BTreeSet<u32> {
            sums.iter().flat_map(|sum| scores.iter().map(move |score| sum + score)).collect()
        };
        with = &(&add(&with, &on) | &add(&with, &above)) | &add(&without, &on);
        without = add(&without, &above);
    }
    with
}

/// A dimension is asked about in its own chapter, and a dimension's chapter asks about no other alone.
fn chapter(dimension: &Dimension, model: &Model, site: &Site, diagnostics: &mut Diagnostics) {
    let id = &dimension.id;
    let Some(page) = &dimension.chapter else {
        if dimension.worksheet.is_some() {
            let message = format!("dimension `{id}` has no chapter");
            diagnostics.warning(&model.place, message).hint("add `chapter: …` with the id of a page");
        }
        return;
    };
    for placed in site.books.iter().filter_map(|book| book.own(&page.value)) {
        if !asked(&placed.page).any(|asked| asked == id) {
            let message = format!("the chapter of dimension `{id}`, {}, shows none of its questions", placed.page.file);
            let finding = diagnostics.warning(&page.place, message);
            finding.hint(format!("add a `check` or `levels` block with `dimension: {id}`"));
        }
    }
}

fn asked(page: &Page) -> impl Iterator<Item = &str> {
    page.blocks.iter().filter_map(|block| match block {
        Block::Check { dimension } | Block::Levels { dimension, .. } => Some(dimension.value.as_str()),
        _ => None,
    })
}
