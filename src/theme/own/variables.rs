//! What a project's templates reach for: fields of `site` and `page`, texts below `t`, and anything else by its first name.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{Node, Value};

use super::super::guide::Guide;
use super::super::scan::{self, Path};
use super::super::texts;
use super::{OPEN, Own};

/// What there is to reach for.
struct Known<'a> {
    guide: Guide,
    roots: BTreeSet<&'a str>,
    /// Names that the project's templates give something themselves.
    locals: BTreeSet<String>,
    texts: Option<&'a Node>,
}

pub(super) fn check(own: &Own, config: &Config, diagnostics: &mut Diagnostics) {
    let known = known(own, config);
    for (name, text) in texts(&own.theme.own) {
        let reached = scan::variables(text).0.into_iter().filter(|path| !known.locals.contains(&path.parts[0]));
        for path in reached {
            known.check(&path, &own.place(&format!("templates/{name}"), text, path.at), diagnostics);
        }
    }
}

fn known<'a>(own: &'a Own, config: &Config) -> Known<'a> {
    let tera = &own.theme.tera;
    let built_in = tera.get_template_names().filter(|name| name.starts_with("default/"));
    let roots = built_in.filter_map(|name| tera.get_template_variables(name).ok()).flatten();
    Known {
        guide: Guide::of(own.default),
        roots: roots.chain(["page", "site", "t"]).collect(),
        locals: texts(&own.theme.own).flat_map(|(_, text)| scan::variables(text).1).collect(),
        texts: config.languages.first().map(|language| own.theme.strings.of(&language.lang)),
    }
}

impl Known<'_> {
    fn check(&self, path: &Path, place: &Place, diagnostics: &mut Diagnostics) {
        match (&*path.parts[0], path.parts.get(1), self.texts) {
            ("t", Some(_), Some(texts)) => text_named(&path.parts[1..], texts, place, diagnostics),
            (root @ ("page" | "site"), Some(field), _) => self.check_field(root, field, place, diagnostics),
            (root, ..) if !self.roots.contains(root) => {
                let message = format!("templates get no variable `{root}`");
                diagnostics.warning(place, message).nearest(root, self.roots.iter().copied());
            }
            _ => {}
        }
    }

    fn check_field(&self, root: &str, field: &str, place: &Place, diagnostics: &mut Diagnostics) {
        let fields = self.guide.fields(root);
        if !fields.contains(&field) {
            let finding = diagnostics.error(place, format!("templates get no variable `{root}.{field}`"));
            finding.nearest(field, fields);
            finding.or_hint("`portaat theme --only variables` lists those there are");
        }
    }
}

fn text_named(parts: &[String], texts: &Node, place: &Place, diagnostics: &mut Diagnostics) {
    let mut node = texts;
    for (depth, part) in parts.iter().enumerate() {
        if OPEN.contains(&parts[..depth].join(".").as_str()) || !matches!(node.value, Value::Map(_)) {
            return;
        }
        let Some(next) = node.get(part) else {
            let message = format!("the theme has no text `{}`", parts[..=depth].join("."));
            let finding = diagnostics.error(place, message);
            finding.nearest(part, node.entries().iter().map(|(key, _)| key.name.as_str()));
            finding.or_hint("add it to the theme's strings, in every language");
            return;
        };
        node = next;
    }
}
