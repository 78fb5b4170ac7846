//! Portaat: Markdown and YAML become a static handbook with a self-assessment, in any number of branded editions.
//!
//! ```text
//!   content/ (and the layers over and under it)      themes/<name>/ over the embedded default
//!        │ files → project → layers                         │
//!        ├──────────┬────────────┬─────────────┬──────────┐ │
//!      config     brand     Vec<Page>        model   glossaries   PARSE   one file at a time
//!        └──────────┴─────┬──────┴─────────────┴──────────┘ │
//!                     site::link                            │     LINK    what needs more than one file
//!        ── no errors? ───┤                                 │
//!                    render::render ◄──────────── theme::load     RENDER  views + templates → bytes
//!                         ▼
//!                       Files ──► files::write_output, or serve from memory
//! ```
//!
//! Beside the way to output: `trace` keeps what merging forgets (who said what), `overrides` and `diff` ask it, `schema`
//! tells editors what the parsers know.
//!
//! Modules stand in dependency order: each may use only those above it (a test holds them to it). What they do *not* do
//! matters as much: only `files` touches the disk and only `serve` the network; no output depends on the clock; no hash
//! map lies on the way to output; `page` sees one page; templates see views; the browser gets no text twice.

pub mod diagnostics;
pub mod files;
pub mod memory;
pub mod wording;
pub mod html;
pub mod yaml;
pub mod layers;
pub mod address;
pub mod tongue;
pub mod hyphens;
pub mod config;
pub mod brand;
pub mod card;
pub mod diagram;
pub mod worksheet;
pub mod qr;
pub mod page;
pub mod model;
pub mod glossary;
pub mod site;
pub mod prose;
pub mod prove;
pub mod lock;
pub mod coverage;
pub mod theme;
pub mod trace;
pub mod overrides;
pub mod diff;
pub mod requests;
pub mod lint;
pub mod schema;
pub mod search;
pub mod render;
pub mod embedded;
pub mod project;
pub mod serve;

use std::sync::Arc;

use diagnostics::Diagnostics;
use files::Files;
use layers::Sources;
use memory::{Inputs, Key, Memory};
use site::{Parsed, Site};
use theme::{Theme, Themes};

/// What the command line decides about a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Replaces the project's `base_url`.
    pub base_url: Option<String>,
    /// Pages marked `draft: true` are built too.
    pub drafts: bool,
    /// The day (`2026-11-22`) for review dates; a build does not ask.
    pub today: Option<String>,
    /// How pages are written is looked at too; a build does not ask.
    pub prose: bool,
    /// Pages that fell behind the text they were translated from are named; a preview asks.
    pub translations: bool,
    /// Where the project and its editions are published; links by full address are held against it.
    pub addresses: Vec<lint::Address>,
    /// The lock file of the wording is about to be written anew, so nothing is compared with it.
    pub update_lock: bool,
    /// Looked at while it is written: the search keeps its names, so that a change of one page changes no other.
    pub preview: bool,
    /// What takes long and few look at, the documents to be printed, is left out; a preview asks for it when somebody does.
    pub brief: bool,
}

/// An edition that was read, joined and checked, and can be rendered.
pub struct Prepared<'a> {
    pub site: Site,
    theme: Arc<Theme>,
    /// What its pages are made from, besides their own texts and what is `site`'s alone.
    common: Key,
    sources: &'a Sources,
    memory: Memory,
    preview: bool,
    brief: bool,
}

/// Reads, joins and checks one edition, with what `memory` knows from others. `None` means that `diagnostics` holds at
/// least one error.
pub fn prepare<'a>(
    sources: &'a Sources,
    themes: &Themes,
    options: &Options,
    memory: &Memory,
    diagnostics: &mut Diagnostics,
) -> Option<Prepared<'a>> {
    let config = config::parse(sources, options.base_url.as_deref(), diagnostics)?;
    let brand = brand::parse(sources, &config, diagnostics);
    let mut pages = page::parse_all(sources, &config, memory, diagnostics);
    pages.retain(|page| options.drafts || !page.meta.draft);
    let keys = [model::key(sources, &config), theme::key(themes, sources, &config), glossary::key(sources, &config)];
    let model = memory.learn(|| keys[0], diagnostics, |found| model::compile(sources, &config, found));
    let theme =
        memory.learn(|| keys[1], diagnostics, |found| theme::load(themes, sources, &config, found).map(Arc::new));
    if let Some(theme) = &theme {
        theme.check_templates(&pages, diagnostics);
    }
    let glossaries = memory.learn(|| keys[2], diagnostics, |found| glossary::compile(sources, &config, found));
    let mut common = Inputs::of("common");
    for key in keys {
        common.add_key(key);
    }
    common.add_shown(&(config.audience, &config.languages));
    let parsed = Parsed { config, brand, pages, model, glossaries };
    let site = site::link(sources, parsed, options.today.as_deref(), diagnostics);
    if options.prose {
        if !diagnostics.has_errors() {
            prove::check(&site, diagnostics);
        }
        if !options.update_lock {
            lock::check(&site, sources, diagnostics);
        }
        overrides::check(sources, themes, &site.config, options.update_lock, diagnostics);
        prose::check(&site, sources, diagnostics);
        if let Some(theme) = &theme {
            lint::check(&site, theme, sources, &options.addresses, diagnostics);
        }
    }
    if options.translations {
        prose::check_translations(&site, sources, diagnostics);
    }
    diagnostics.checkpoint()?; // author mistakes end here, all of them at once
    Some(Prepared {
        site,
        theme: theme?,
        common: common.key(),
        sources,
        memory: memory.clone(),
        preview: options.preview,
        brief: options.brief,
    })
}

impl Prepared<'_> {
    /// See [`coverage::report`].
    pub fn coverage(&self, diagnostics: &mut Diagnostics) -> Option<String> {
        coverage::report(&self.site, self.sources, diagnostics)
    }

    /// See [`lock::text`].
    #[must_use]
    pub fn lock(&self) -> Option<String> {
        lock::text(&self.site, self.sources)
    }

    /// See [`overrides::text`].
    #[must_use]
    pub fn overrides(&self, themes: &Themes) -> Option<String> {
        overrides::text(self.sources, themes, &self.site.config)
    }

    /// The edition's output. Only what a template or raw HTML makes of it can still fail.
    pub fn render(&self, diagnostics: &mut Diagnostics) -> Option<Files> {
        let inputs = render::Inputs {
            site: &self.site,
            theme: &self.theme,
            sources: self.sources,
            common: self.common,
            preview: self.preview,
            whole: !self.brief,
        };
        let files = render::render(&inputs, &self.memory, diagnostics);
        requests::check(&self.site, &self.theme, self.sources, &files, diagnostics);
        diagnostics.checkpoint()?;
        Some(files)
    }
}

/// Builds one edition in memory. Pure: no disk, no clock, no environment.
/// `None` means that `diagnostics` holds at least one error; it holds all that could be found.
pub fn build(sources: &Sources, themes: &Themes, options: &Options, diagnostics: &mut Diagnostics) -> Option<Files> {
    prepare(sources, themes, options, &Memory::default(), diagnostics)?.render(diagnostics)
}
