//! A copy of one of the theme's files, to start an override from: it changes nothing yet, and keeps following the built-in
//! file where that is possible.

use std::fmt::Write;

use crate::files::Files;

use super::guide::properties;
use super::own::STYLE;
use super::scan;

/// The blocks of a template and of those it extends, with what stands in them here.
pub(super) fn all_blocks(theme: &Files, text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = scan::blocks(text).into_iter().map(|one| (one.name, one.body)).collect();
    let parent = text.split_once("{% extends \"").and_then(|(_, rest)| rest.split_once('"'));
    if let Some(parent) = parent.and_then(|(name, _)| theme.text(&format!("templates/{name}"))) {
        for (name, _) in all_blocks(theme, parent) {
            if !blocks.iter().any(|(own, _)| *own == name) {
                blocks.push((name, "{{ super() }}".to_owned()));
            }
        }
    }
    blocks
}

/// A file to begin an override of `path` with; it changes nothing yet. `None`: the theme has no such file.
#[must_use]
pub fn starting_copy(theme: &Files, path: &str) -> Option<String> {
    if path == format!("css/{STYLE}") {
        return Some(own_style(theme));
    }
    let text = theme.text(path)?;
    let Some(name) = path.strip_prefix("templates/") else {
        return Some(if path.starts_with("strings/") { commented(text) } else { text.to_owned() });
    };
    let blocks = all_blocks(theme, text);
    if blocks.is_empty() {
        return Some(text.to_owned());
    }
    let mut copy = format!(
        "{{# Stands on the built-in {name}, which goes on changing. Take a block out of its comment to change it; what stays\n   in comments is as it was. `{{{{ super() }}}}` is what the block says already. #}}\n{{% extends \"default/{name}\" %}}\n"
    );
    for (name, body) in blocks {
        let body = without_comments(&body);
        let _ = write!(copy, "\n{{#\n{{% block {name} %}}{body}{{% endblock {name} %}}\n#}}\n");
    }
    Some(copy)
}

fn own_style(theme: &Files) -> String {
    let mut css =
        "/* Comes after every other sheet and wins over it. Take a line out of its comment to change it. */\n:root {\n"
            .to_owned();
    for (name, about, value) in properties(theme) {
        let _ = writeln!(css, "  /* {name}: {value}; */ /* {about} */");
    }
    css + "}\n"
}

/// Every line of a YAML file as a comment.
fn commented(text: &str) -> String {
    let line =
        |line: &str| if line.is_empty() || line.starts_with('#') { format!("{line}\n") } else { format!("# {line}\n") };
    text.lines().map(line).collect()
}

/// A comment cannot hold another.
fn without_comments(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, comment)) = rest.split_once("{#") {
        text.push_str(before);
        rest = comment.split_once("#}").map_or("", |(_, after)| after);
    }
    text + rest
}
