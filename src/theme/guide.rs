//! What can be changed in the theme, told from the theme itself: its templates with their blocks, the variables they get,
//! styles and custom properties, scripts, texts. And a copy of one of its files to start from.
//!
//! What code alone cannot say, the meaning of variables and properties, is data of the theme (`guide.yaml`); tests hold
//! it to what templates really get and styles really define.

use std::fmt::Write;

use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::yaml::{self, Node, Value};

use super::own::STYLE;
use super::scan;

const FILE: &str = "guide.yaml";

/// A part of the listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Templates,
    Variables,
    Styles,
    Properties,
    Scripts,
    Strings,
}

impl Part {
    pub const ALL: [Self; 6] =
        [Self::Templates, Self::Variables, Self::Styles, Self::Properties, Self::Scripts, Self::Strings];
}

pub(super) struct Guide(Option<Node>);

impl Guide {
    pub fn of(theme: &Files) -> Self {
        Self(tree(theme, FILE))
    }

    fn branch(&self, name: &str) -> &[(yaml::Key, Node)] {
        self.0.as_ref().and_then(|node| node.get(name)).map_or(&[], Node::entries)
    }

    /// The fields of `site` or `page`.
    pub fn fields(&self, root: &str) -> Vec<&str> {
        let named =
            |(key, _): &&(yaml::Key, Node)| key.name.strip_prefix(root).is_some_and(|rest| rest.starts_with('.'));
        self.branch("variables").iter().filter(named).map(|(key, _)| &key.name[root.len() + 1..]).collect()
    }
}

fn tree(theme: &Files, path: &str) -> Option<Node> {
    yaml::parse(&path.into(), theme.text(path)?, 0, &mut Diagnostics::default())
}

/// The parts of the built-in theme, one thing a line: its name, two blanks, what it is.
#[must_use]
pub fn listing(theme: &Files, parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        let (heading, lines) = match part {
            Part::Templates => ("Templates, and the blocks of each", templates(theme)),
            Part::Variables => {
                ("Variables of templates (an ending `_html` means that it is HTML already)", variables(theme))
            }
            Part::Styles => ("Styles", files(theme, "css/")),
            Part::Properties => ("Custom properties, with what they are where no brand says otherwise", custom(theme)),
            Part::Scripts => ("Scripts", files(theme, "js/")),
            Part::Strings => ("Texts, by their keys in strings.yaml", strings(theme)),
        };
        if !text.is_empty() {
            text.push('\n');
        }
        let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).min(36);
        let _ = writeln!(text, "{heading}\n");
        for (name, about) in lines {
            let _ = writeln!(text, "{}", format!("  {name:width$}  {about}").trim_end());
        }
    }
    text
}

type Lines = Vec<(String, String)>;

fn templates(theme: &Files) -> Lines {
    let mut lines = Lines::new();
    for (path, text) in below(theme, "templates/") {
        lines.push((path.to_owned(), first_comment(text)));
        let blocks: Vec<String> = all_blocks(theme, text).into_iter().map(|(name, _)| name).collect();
        if !blocks.is_empty() {
            lines.push((String::new(), format!("blocks: {}", blocks.join(", "))));
        }
    }
    lines
}

fn variables(theme: &Files) -> Lines {
    said(Guide::of(theme).branch("variables"))
}

fn said(entries: &[(yaml::Key, Node)]) -> Lines {
    entries.iter().map(|(key, node)| (key.name.clone(), node.text().unwrap_or_default().to_owned())).collect()
}

fn custom(theme: &Files) -> Lines {
    let about = |(name, about, value): (String, String, String)| (name, format!("{about} ({value})"));
    properties(theme).into_iter().map(about).collect()
}

/// Name, meaning and value of each custom property a project may set.
fn properties(theme: &Files) -> Vec<(String, String, String)> {
    let tokens = theme.text("css/tokens.css").unwrap_or_default();
    let value = |name: &str| tokens.split_once(&format!("--{name}: ")).and_then(|(_, rest)| rest.split_once(';'));
    let told = said(Guide::of(theme).branch("properties")).into_iter();
    told.map(|(name, about)| (format!("--{name}"), about, value(&name).map_or("", |(value, _)| value).to_owned()))
        .collect()
}

fn files(theme: &Files, folder: &str) -> Lines {
    below(theme, folder).map(|(path, text)| (path.to_owned(), first_comment(text))).collect()
}

fn strings(theme: &Files) -> Lines {
    let mut lines = Lines::new();
    if let Some(node) = tree(theme, "strings/en.yaml") {
        flat(&node, "", &mut lines);
    }
    lines
}

fn flat(node: &Node, path: &str, lines: &mut Lines) {
    match &node.value {
        Value::Map(entries) => {
            for (key, node) in entries {
                flat(node, &if path.is_empty() { key.name.clone() } else { format!("{path}.{}", key.name) }, lines);
            }
        }
        _ => lines
            .push((path.to_owned(), node.text().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))),
    }
}

fn below<'f>(theme: &'f Files, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
    let paths = theme.0.keys().filter(move |path| path.starts_with(folder));
    paths.filter_map(|path| Some((path.as_str(), theme.text(path)?)))
}

/// The first sentence of the comment a file begins with.
fn first_comment(text: &str) -> String {
    let text = text.trim_start();
    let inside = ["{#-", "{#", "/*"].iter().find_map(|open| text.strip_prefix(open));
    let comment = match inside {
        Some(rest) => rest.split(['#', '*']).next().unwrap_or_default().to_owned(),
        None => text.lines().map_while(|line| line.strip_prefix("//")).collect(),
    };
    let words = comment.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches(['-', ' ']);
    words.split_once(". ").map_or(words, |(first, _)| first).trim_end_matches('.').to_owned()
}

/// The blocks of a template and of those it extends, with what stands in them here.
fn all_blocks(theme: &Files, text: &str) -> Vec<(String, String)> {
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
