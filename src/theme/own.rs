//! What a project's own theme names must exist in the built-in one: a variable, a custom property, a text, a template's
//! place. A name that is gone changes nothing and nobody sees it, so it is said here.

mod properties;
mod variables;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::files::Files;
use crate::yaml::{self, Node};

use super::{Theme, texts};

/// The sheet that needs no place in the plan.
pub(super) const STYLE: &str = "own.css";

/// Branches of the interface texts whose keys are languages or folders.
const OPEN: &[&str] = &["page.fallback", "page.place"];

pub(super) fn check(theme: &Theme, default: &Files, config: &Config, diagnostics: &mut Diagnostics) {
    if theme.own.0.is_empty() || default.0.is_empty() {
        return;
    }
    let own = Own { theme, default, name: &config.theme };
    variables::check(&own, config, diagnostics);
    properties::check(&own, diagnostics);
    own.unplanned(diagnostics);
    own.strings(diagnostics);
}

struct Own<'a> {
    theme: &'a Theme,
    default: &'a Files,
    name: &'a str,
}

impl Own<'_> {
    fn file(&self, path: &str) -> Arc<str> {
        format!("themes/{}/{path}", self.name).into()
    }

    fn place(&self, path: &str, text: &str, at: usize) -> Place {
        Place::in_text(&self.file(path), text, at, 1)
    }

    /// Sheets and scripts that no page loads.
    fn unplanned(&self, diagnostics: &mut Diagnostics) {
        let plan = &self.theme.plan;
        let needs = || plan.pages.values().flat_map(|needs| needs.scripts.iter().chain(&needs.later));
        let planned: BTreeSet<String> = plan
            .styles
            .values()
            .flatten()
            .map(|sheet| format!("css/{sheet}"))
            .chain(needs().map(|script| format!("js/{script}")))
            .chain([format!("css/{STYLE}")])
            .chain(self.default.0.keys().cloned())
            .collect();
        let is_code = |path: &&String| path.starts_with("css/") && path.ends_with(".css") || path.starts_with("js/");
        for path in self.theme.own.0.keys().filter(is_code).filter(|path| !planned.contains(*path)) {
            let finding = diagnostics.warning(&Place::file(&self.file(path)), "no page loads this file of the theme");
            finding.nearest(path, planned.iter().map(String::as_str));
            finding.or_hint(format!("list it in theme.yaml; a sheet called `{STYLE}` is loaded without that"));
        }
    }

    /// Texts over the built-in theme's that nobody would say.
    fn strings(&self, diagnostics: &mut Diagnostics) {
        let templates: String = texts(&self.theme.own).map(|(_, text)| text).collect();
        for path in self.theme.own.0.keys().filter(|path| path.starts_with("strings/")) {
            let parse = |files: &Files, path: &str| {
                yaml::parse(&self.file(path), files.text(path)?, 0, &mut Diagnostics::default())
            };
            let known = parse(self.default, path).or_else(|| parse(self.default, "strings/en.yaml"));
            if let Some((own, known)) = parse(&self.theme.own, path).zip(known) {
                unsaid(&own, &known, "", &templates, diagnostics);
            }
        }
    }
}

fn unsaid(own: &Node, known: &Node, path: &str, templates: &str, diagnostics: &mut Diagnostics) {
    if OPEN.contains(&path) {
        return;
    }
    for (key, node) in own.entries() {
        let below = if path.is_empty() { key.name.clone() } else { format!("{path}.{}", key.name) };
        match known.get(&key.name) {
            Some(known) => unsaid(node, known, &below, templates, diagnostics),
            None if templates.contains(&format!("t.{below}")) => {}
            None => {
                let finding = diagnostics.warning(&key.place, format!("nothing says the text `{below}`"));
                finding.nearest(&key.name, known.entries().iter().map(|(key, _)| key.name.as_str()));
                finding.or_hint("take it out, or use it in a template");
            }
        }
    }
}
