//! A handbook of any size, the same on every machine: sentences of the shipped handbook, drawn anew for each page, with
//! headings, links, lists, a table and a note. Real sentences, so that words repeat, inflect and are terms of the
//! glossary as often as they are in a handbook.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// Words on a page, headings and tables included.
const WORDS: usize = 780;
/// Languages with a text of their own come first; the others borrow its sentences.
pub const LANGUAGES: [&str; 4] = ["fi", "en", "sv", "de"];

#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Parts, sections and pages, three levels deep.
    Nested,
    /// One section for everything.
    Flat,
}

/// Chance that is the same each time (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("an index")
    }

    fn of<'a>(&mut self, all: &'a [String]) -> &'a str {
        &all[self.below(all.len())]
    }
}

/// The ids of the pages of one language.
fn ids(each: usize, shape: Shape) -> Vec<String> {
    match shape {
        Shape::Flat => (0..each).map(|page| format!("all/p{page:05}")).collect(),
        Shape::Nested => (0..each).map(|page| nested(page, each)).collect(),
    }
}

/// Ten parts; sections and pages grow together.
fn nested(page: usize, all: usize) -> String {
    let in_section = (1..all.max(2)).find(|side| side * side * 10 >= all).unwrap_or(1);
    let (section, part) = (page / in_section % in_section, page / in_section / in_section);
    format!("part{part}/section{section:02}/p{page:05}")
}

/// Writes a project of so many pages, half of them in each language, and a home page for each.
pub fn write(root: &Path, pages: usize, shape: Shape) {
    write_in(root, pages / 2, shape, &LANGUAGES[..2]);
}

/// Writes a project of so many pages in each of these languages.
pub fn write_in(root: &Path, each: usize, shape: Shape, languages: &[&str]) {
    let ids = ids(each, shape);
    let titles: Vec<String> = languages.iter().map(|lang| format!("{lang}: Handbook")).collect();
    let (titles, all) = (titles.join(", "), languages.join(", "));
    put(
        &root.join("content/handbook.yaml"),
        &format!("extends: none\ntitle: {{ {titles} }}\nlanguages: [{all}]\nbase_url: https://example.org/\n"),
    );
    for (number, lang) in languages.iter().enumerate() {
        let own = root.join("content").join(lang);
        let from = LANGUAGES[number % 2];
        let sentences = sentences(from);
        for (at, id) in ids.iter().enumerate() {
            let seed = (number * 1_000_000 + at) as u64;
            put(&own.join(format!("{id}.md")), &page(id, &ids, &sentences, Chance::new(seed)));
        }
        let sections: Vec<&String> = ids.iter().step_by(ids.len().div_ceil(20)).collect();
        let mut links = String::new();
        for id in sections {
            let _ = writeln!(links, "- [{id}]({id}.md)");
        }
        put(&own.join("index.md"), &format!("---\ntitle: Handbook\n---\n\n{}\n\n{links}", sentences[0]));
        put(&own.join("glossary.yaml"), &glossary(from));
        put(&own.join("reference/glossary.md"), "---\ntitle: Glossary\n---\n\nWords.\n\n```glossary\n```\n");
    }
}

pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

pub fn content(lang: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(lang)
}

/// The shipped terms, without the pages that explain them.
fn glossary(lang: &str) -> String {
    let text = fs::read_to_string(content(lang).join("glossary.yaml")).expect("the shipped glossary");
    text.lines().filter(|line| !line.trim_start().starts_with("page:")).flat_map(|line| [line, "\n"]).collect()
}

/// The sentences of the shipped handbook, plain.
fn sentences(lang: &str) -> Vec<String> {
    let files = WalkDir::new(content(lang)).sort_by_file_name().into_iter().filter_map(Result::ok);
    let pages = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "md"));
    let texts: Vec<String> = pages.map(|entry| fs::read_to_string(entry.path()).expect("a page")).collect();
    let paragraphs = texts.iter().flat_map(|text| paragraphs(text));
    let all: Vec<String> = paragraphs.flat_map(|paragraph| split(&plain(paragraph))).collect();
    assert!(all.len() > 500, "the shipped handbook has sentences");
    all
}

/// Lines of prose outside front matter and blocks.
fn paragraphs(text: &str) -> Vec<&str> {
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body);
    let prose = body.split("```").step_by(2).flat_map(str::lines);
    prose.filter(|line| line.len() > 60 && !line.contains("{{") && line.starts_with(char::is_alphabetic)).collect()
}

/// Without links, emphasis and whatever else would be markup out of its place.
fn plain(paragraph: &str) -> String {
    let mut text = String::new();
    let mut rest = paragraph;
    while let Some((before, after)) = rest.split_once('[') {
        let (shown, behind) = after.split_once(']').unwrap_or((after, ""));
        text.extend([before, shown]);
        rest = behind.strip_prefix('(').and_then(|behind| behind.split_once(')')).map_or(behind, |(_, behind)| behind);
    }
    text.push_str(rest);
    text.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '{' | '}' | '<' | '>' | '|' | '#' | '[' | ']')).collect()
}

fn split(paragraph: &str) -> Vec<String> {
    let whole = paragraph.split(". ").map(|one| format!("{}.", one.trim_end_matches('.')));
    whole.filter(|one| one.len() > 30).collect()
}

fn page(id: &str, ids: &[String], sentences: &[String], mut chance: Chance) -> String {
    let title = words(chance.of(sentences), 4);
    let mut text = format!("---\ntitle: \"{title} {}\"\n", id.rsplit('/').next().unwrap_or_default());
    let _ = write!(text, "description: \"{}\"\n---\n\n", chance.of(sentences).replace('"', ""));
    let mut count = 0;
    for number in 0.. {
        let before = text.len();
        match number % 6 {
            0 => {
                let _ = writeln!(text, "## {}\n", words(chance.of(sentences), 5));
            }
            3 if number == 3 => list(&mut text, sentences, &mut chance),
            3 if number == 9 => table(&mut text, sentences, &mut chance),
            3 if number == 15 => {
                let _ = writeln!(text, "> [!TIP]\n> {}\n", chance.of(sentences));
            }
            _ => paragraph(&mut text, id, ids, sentences, &mut chance),
        }
        count += text[before..].split_whitespace().count();
        if count >= WORDS {
            return text;
        }
    }
    text
}

fn words(sentence: &str, count: usize) -> String {
    let kept: Vec<&str> = sentence.split_whitespace().take(count).collect();
    kept.join(" ").replace(['"', ',', '.', ':', '\\'], "")
}

/// Some sentences, and in every second paragraph a link to another page.
fn paragraph(text: &mut String, id: &str, ids: &[String], sentences: &[String], chance: &mut Chance) {
    let all: Vec<&str> = (0..3 + chance.below(3)).map(|_| chance.of(sentences)).collect();
    text.push_str(&all.join(" "));
    if chance.below(2) == 0 {
        let target = &ids[chance.below(ids.len())];
        let up = "../".repeat(id.matches('/').count());
        let _ = write!(text, " [{}]({up}{target}.md).", words(chance.of(sentences), 3));
    }
    text.push_str("\n\n");
}

fn list(text: &mut String, sentences: &[String], chance: &mut Chance) {
    for _ in 0..5 {
        let _ = writeln!(text, "- **{}**: {}", words(chance.of(sentences), 2), chance.of(sentences));
    }
    text.push('\n');
}

fn table(text: &mut String, sentences: &[String], chance: &mut Chance) {
    text.push_str("| what | who | when |\n| --- | --- | ---: |\n");
    for row in 1..=5 {
        let _ = writeln!(text, "| {} | {} | {row} |", words(chance.of(sentences), 5), words(chance.of(sentences), 3));
    }
    text.push('\n');
}
