//! Custom properties in a project's sheets: one that is defined and used by nobody is misspelt, or gone.

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostics;

use super::Own;

pub(super) fn check(own: &Own, diagnostics: &mut Diagnostics) {
    let is_code = |path: &&String| path.starts_with("css/") || path.starts_with("js/");
    let code = own.default.0.keys().filter(is_code).filter_map(|path| own.default.text(path));
    let known: BTreeSet<&str> = code.flat_map(named).map(|(_, name)| name).collect();
    let sheets = own.theme.own.0.keys().filter(|path| path.starts_with("css/"));
    let sheets: Vec<(&String, &str)> = sheets.filter_map(|path| Some((path, own.theme.own.text(path)?))).collect();
    let all: Vec<&str> = sheets.iter().flat_map(|(_, text)| named(text)).map(|(_, name)| name).collect();
    // Somebody who writes a name twice defines it and uses it.
    let is_known = |name: &str| {
        known.contains(name) || name.starts_with("--brand-") || all.iter().filter(|other| **other == name).count() > 1
    };
    for (path, text) in &sheets {
        for (at, name) in named(text).into_iter().filter(|(_, name)| !is_known(name)) {
            let place = own.place(path, text, at);
            let finding = diagnostics.warning(&place, format!("the theme has no custom property `{name}`"));
            finding.nearest(name, known.iter().copied());
            finding.or_hint("`portaat theme --only properties` lists those there are");
        }
    }
}

/// Every `--name` of a sheet or script outside comments, and where it stands.
fn named(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['/', '-']).map(|next| at + next) {
        let rest = &text[next..];
        let length = match rest.strip_prefix("/*") {
            Some(comment) => comment.find("*/").map_or(rest.len(), |end| end + 4),
            None if rest.starts_with("--") && !text[..next].ends_with(is_part) => name_length(rest),
            None => 1,
        };
        if length > 2 && rest.starts_with("--") {
            found.push((next, &rest[..length]));
        }
        at = next + length;
    }
    found
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The length of a name after two hyphens; the hyphens alone when there is none.
fn name_length(text: &str) -> usize {
    let is_name = text[2..].starts_with(char::is_alphabetic);
    if is_name { text.find(|c| !is_part(c)).unwrap_or(text.len()) } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn properties_are_found_outside_comments() {
        let css = "/* --no\n --no */ a { --one: var(--two, calc(1px - var( --three-3 )));\n} .b--no { c: d-- }\n";
        let names: Vec<&str> = named(css).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["--one", "--two", "--three-3"]);
        assert_eq!(css.find("--one"), named(css).first().map(|(at, _)| *at));
        for odd in ["--", "/*", "/", "ä--ö", "--ä", "---"] {
            named(odd);
        }
    }
}
