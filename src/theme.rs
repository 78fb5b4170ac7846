//! The theme: embedded default, the project's files over it, and every word the interface says.
//!
//! The only user of the template library's loader. A file of the same path wins; a template may also extend the one it
//! replaces, as `default/<name>`.

mod copy;
mod guide;
mod own;
mod scan;
mod strings;
mod strip;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use tera::{Kwargs, State, Tera, TeraResult};

use crate::address::Lang;
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::files::Files;
use crate::hyphens::softened;
use crate::layers::Sources;
use crate::memory::{Inputs, Key};
use crate::page::Page;
use crate::yaml::{self, Node};

pub use copy::starting_copy;
pub use guide::{Part, listing};
pub use strings::Strings;
pub use strip::strip;

/// The embedded theme and those of the project, by name.
#[derive(Clone, Debug, Default)]
pub struct Themes {
    pub default: Files,
    pub own: BTreeMap<String, Files>,
}

pub struct Theme {
    pub tera: Tera,
    /// Styles, scripts and pictures, by path.
    pub files: Files,
    /// Those the project brought along.
    pub own: Files,
    pub plan: Plan,
    pub strings: Strings,
}

/// What the theme is made of and which page needs what, as data of the theme (`theme.yaml`).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// Style bundles, each one file of the output, by the sheets they are joined from.
    pub styles: BTreeMap<String, Vec<String>>,
    /// By page kind or feature; `every` is for all.
    pub pages: BTreeMap<String, Needs>,
    /// A shared link shows the drawn card.
    pub card: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Needs {
    pub styles: Vec<String>,
    pub scripts: Vec<String>,
    /// Scripts that the page loads by itself when the reader asks for what they do.
    pub later: Vec<String>,
    /// Branches of the interface texts that the scripts speak with.
    pub strings: Vec<String>,
}

impl Plan {
    /// What a page with these features needs, each thing once, in order.
    #[must_use]
    pub fn needs(&self, features: &[&str]) -> Needs {
        let mut all = Needs::default();
        for needs in ["every"].iter().chain(features).filter_map(|feature| self.pages.get(*feature)) {
            for (all, own) in [
                (&mut all.styles, &needs.styles),
                (&mut all.scripts, &needs.scripts),
                (&mut all.later, &needs.later),
                (&mut all.strings, &needs.strings),
            ] {
                let new: Vec<String> = own.iter().filter(|name| !all.contains(name)).cloned().collect();
                all.extend(new);
            }
        }
        all
    }
}

/// What [`load`] reads.
#[must_use]
pub fn key(themes: &Themes, sources: &Sources, config: &Config) -> Key {
    let mut inputs = Inputs::of("theme").with(&config.theme);
    let own = themes.own.get(&config.theme);
    for (path, bytes) in themes.default.0.iter().chain(own.into_iter().flat_map(|own| &own.0)) {
        inputs.add(path);
        inputs.add(bytes);
    }
    inputs.add_shown(&(own.map(|own| own.0.len()), &config.languages));
    for language in &config.languages {
        strings::add_to(&mut inputs, sources, &language.lang);
    }
    if own.is_none() && config.theme != "default" {
        inputs.add_shown(&themes.own.keys()); // the others are offered, where the name stands
        sources.add_to(&mut inputs, crate::config::FILE);
    }
    inputs.key()
}

/// Loads the theme that `config` names, with the texts the layers change.
pub fn load(themes: &Themes, sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Theme> {
    let own = own_files(themes, sources, config, diagnostics)?;
    let tera = templates(&themes.default, &own, &config.theme, diagnostics)?;
    let mut files = themes.default.clone();
    files.0.extend(own.0.clone());
    let plan =
        table(&files, &config.theme, diagnostics).and_then(|node| yaml::decode(&node, diagnostics)).unwrap_or_default();
    let strings = strings::load(&themes.default, &own, sources, config, diagnostics);
    let theme = Theme { tera, files, own, plan, strings };
    own::check(&theme, &themes.default, config, diagnostics);
    Some(theme)
}

impl Theme {
    /// The project's own sheet that needs no place in the plan: it comes after everything, and outside all layers, so
    /// that what it says holds.
    #[must_use]
    pub fn own_style(&self) -> Option<&str> {
        let is_planned = self.plan.styles.values().flatten().any(|sheet| sheet == own::STYLE);
        self.own.text(&format!("css/{}", own::STYLE)).filter(|_| !is_planned)
    }

    /// A page may name a template of its own; it must be there.
    pub fn check_templates(&self, pages: &[Arc<Page>], diagnostics: &mut Diagnostics) {
        let named = pages.iter().filter_map(|page| page.meta.template.as_ref());
        for name in named.filter(|name| !self.tera.contains_template(name)) {
            let known: BTreeSet<&str> =
                self.tera.get_template_names().map(|own| own.trim_start_matches("default/")).collect();
            let finding = diagnostics.error(&name.place, format!("there is no template `{}`", name.value));
            finding.nearest(name, known);
            finding.or_hint("add it to the theme's templates, or take the key out");
        }
    }
}

fn own_files(themes: &Themes, sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Files> {
    let own = themes.own.get(&config.theme).cloned();
    if own.is_none() && config.theme != "default" {
        let place = place_of_theme(sources);
        let finding = diagnostics.error(&place, format!("there is no theme `{}`", config.theme));
        finding.nearest(&config.theme, themes.own.keys().map(String::as_str).chain(["default"]));
        return None;
    }
    Some(own.unwrap_or_default())
}

fn place_of_theme(sources: &Sources) -> Place {
    let node = sources.merged(crate::config::FILE, &mut Diagnostics::default());
    let theme = node.as_ref().and_then(|node| node.get("theme"));
    theme.map_or_else(|| Place::file(&sources.top().file(crate::config::FILE)), |theme| theme.place.clone())
}

fn table(files: &Files, theme: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    yaml::parse(&format!("themes/{theme}/theme.yaml").into(), files.text("theme.yaml")?, 0, diagnostics)
}

fn templates(default: &Files, own: &Files, name: &str, diagnostics: &mut Diagnostics) -> Option<Tera> {
    let mut tera = Tera::new();
    let prefixed = tera.set_fallback_prefixes(["default/"]);
    prefixed.expect("invariant: no template has been added yet");
    tera.register_filter("fill", fill);
    tera.register_filter("soft", soft);
    for path in own.0.keys().filter(|path| path.starts_with("templates/") && own.text(path).is_none()) {
        let place = Place::file(&format!("themes/{name}/{path}"));
        diagnostics.error(&place, "this template is not UTF-8 text").hint("save the file as UTF-8");
    }
    let built_in = texts(default).map(|(path, text)| (format!("default/{path}"), text));
    let all: Vec<(String, &str)> = built_in.chain(texts(own).map(|(path, text)| (path.to_owned(), text))).collect();
    match tera.add_raw_templates(all) {
        Ok(()) => Some(tera),
        Err(error) => {
            let whole = texts(own).filter(|(_, text)| !text.contains("{% extends"));
            let blocks = texts(default).chain(whole).flat_map(|(_, text)| scan::blocks(text));
            let blocks: BTreeSet<String> = blocks.map(|block| block.name).collect();
            report_all(&error, name, &blocks, diagnostics);
            None
        }
    }
}

fn texts(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .0
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("templates/")?, std::str::from_utf8(bytes).ok()?)))
}

/// `{{ text | fill(name=…) }}`: puts values into the places of an interface text.
#[allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps)] // the library's signature
fn fill(text: &str, values: Kwargs, _: &State) -> TeraResult<String> {
    let mut filled = text.to_owned();
    for name in places(text) {
        if let Some(value) = values.get::<tera::Value>(name)? {
            filled = filled.replace(&format!("{{{name}}}"), &value.to_string());
        }
    }
    Ok(filled)
}

/// `{{ text | soft(lang=…) }}`: for headings, with marks where long words may be broken.
#[allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps)] // the library's signature
fn soft(text: &str, values: Kwargs, _: &State) -> TeraResult<String> {
    let lang = values.get::<String>("lang")?.unwrap_or_default();
    Ok(softened(text, &Lang::new(&lang)))
}

/// The names in `{name}` places of a text.
fn places(text: &str) -> Vec<&str> {
    let starts =
        text.match_indices('{').filter_map(|(at, _)| text[at + 1..].find('}').map(|end| &text[at + 1..at + 1 + end]));
    starts.collect()
}

/// A template's mistakes as findings, each at its file, line and column.
pub fn report(error: &tera::Error, theme: &str, diagnostics: &mut Diagnostics) {
    report_all(error, theme, &BTreeSet::new(), diagnostics);
}

/// With the `blocks` there are, for one that is not among them.
fn report_all(error: &tera::Error, theme: &str, blocks: &BTreeSet<String>, diagnostics: &mut Diagnostics) {
    let text = error.to_string();
    let reports: Vec<&str> = text.split("\n\n").filter(|one| one.trim_start().starts_with("error: ")).collect();
    for one in if reports.is_empty() { vec![text.as_str()] } else { reports } {
        let mut lines = one.lines().map(str::trim);
        let message = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let place = one.lines().find_map(|line| line.trim().strip_prefix("--> "));
        let place = place
            .map_or_else(|| Place::file(&format!("themes/{theme}/templates")), |place| place_in_theme(place, theme));
        let finding = diagnostics.error(&place, format!("this template cannot be used: {message}"));
        if let Some((name, _)) = message.strip_prefix("Block `").and_then(|rest| rest.split_once('`')) {
            finding.nearest(name, blocks.iter().map(String::as_str));
        }
        finding.or_hint("compare it with the built-in template of the same name");
    }
}

fn place_in_theme(text: &str, theme: &str) -> Place {
    let mut parts = text.rsplitn(3, ':');
    let column = parts.next().and_then(|part| part.trim_end_matches(']').parse().ok()).unwrap_or(1);
    let line = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
    let name = parts.next().unwrap_or(text).trim_start_matches('[');
    let file = match name.strip_prefix("default/") {
        Some(name) => format!("built-in/themes/default/templates/{name}"),
        None => format!("themes/{theme}/templates/{name}"),
    };
    Place::new(&file.into(), line, column)
}
