//! What can be changed in the theme, told from the theme itself: its templates with their blocks, the variables they get,
//! styles and custom properties, scripts, texts.
//!
//! What code alone cannot say, the meaning of variables and properties, is data of the theme (`guide.yaml`); tests hold
//! it to what templates really get and styles really define.

use std::fmt::Write;

use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::yaml::{self, Node, Value};

use super::copy::all_blocks;

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
pub(super) fn properties(theme: &Files) -> Vec<(String, String, String)> {
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
