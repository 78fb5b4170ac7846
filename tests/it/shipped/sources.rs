//! Every sentence is our own: the Finnish texts share no seven words in a row with the texts the handbook is about.
//! Those are other people's and not part of the repository: `PORTAAT_SOURCES=DIR` names a folder of `.txt` files.

use std::collections::BTreeSet;
use std::path::Path;

use portaat::diagnostics::{Diagnostics, Place};
use portaat::files::read_tree;
use portaat::layers::Layer;
use portaat::page::prose;
use portaat::yaml::{Node, Value};

use crate::support::repository;

const FOLDER: &str = "PORTAAT_SOURCES";
const LENGTH: usize = 7;

/// Titles of books and names, which have no other words.
const EXCEPTIONS: &[&str] = &[];

type Grams = BTreeSet<Vec<String>>;

/// The words of a text and where they begin: in lower case, without punctuation and soft hyphens.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut is_inside = false;
    for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')) {
        if !c.is_alphanumeric() {
            is_inside = false;
            continue;
        }
        if !is_inside {
            words.push((at, String::new()));
        }
        is_inside = true;
        words.last_mut().expect("a word was begun").1.extend(c.to_lowercase());
    }
    words
}

fn grams(text: &str) -> Grams {
    let words: Vec<String> = words(text).into_iter().map(|(_, word)| word).collect();
    words.windows(LENGTH).map(<[String]>::to_vec).collect()
}

/// The longest runs of words of `text` that `grams` has too, each with the offset it begins at.
fn shared(text: &str, grams: &Grams) -> Vec<(usize, String)> {
    let words = words(text);
    let plain: Vec<String> = words.iter().map(|(_, word)| word.clone()).collect();
    let hits: Vec<usize> =
        (0..plain.len().saturating_sub(LENGTH - 1)).filter(|at| grams.contains(&plain[*at..at + LENGTH])).collect();
    let runs = hits.chunk_by(|one, next| next - one == 1);
    let run = |run: &[usize]| (words[run[0]].0, plain[run[0]..run[run.len() - 1] + LENGTH].join(" "));
    runs.map(run).filter(|(_, words)| !EXCEPTIONS.contains(&words.as_str())).collect()
}

/// The Finnish pages, the texts of the assessment, the glossary and the interface, passage by passage.
fn hits(grams: &Grams) -> (usize, Vec<String>) {
    let content = Layer::new("content/", read_tree(&repository("content")).expect("the content"));
    let theme = Layer::new("themes/default/", read_tree(&repository("themes/default")).expect("the theme"));
    let mut compared = 0;
    let mut found = Vec::new();
    for path in content.files.0.keys().filter(|path| path.starts_with("fi/") && path.ends_with(".md")) {
        let prose = prose(&content, path).unwrap_or_else(|| panic!("{path} cannot be read"));
        for passage in &prose.passages {
            compared += 1;
            let shared = shared(&passage.text, grams);
            found.extend(shared.into_iter().map(|(at, words)| told(&prose.place(passage, at), &words)));
        }
    }
    let yaml = content.files.0.keys().filter(|path| path.starts_with("fi/") && path.ends_with(".yaml"));
    for (layer, path) in yaml.map(|path| (&content, path.as_str())).chain([(&theme, "strings/fi.yaml")]) {
        let node = layer.yaml(path, &mut Diagnostics::default()).unwrap_or_else(|| panic!("{path} cannot be read"));
        for (place, text) in texts(&node) {
            compared += 1;
            found.extend(shared(text, grams).into_iter().map(|(_, words)| told(place, &words)));
        }
    }
    (compared, found)
}

fn told(place: &Place, words: &str) -> String {
    format!("{}:{}: {words}", place.file, place.line)
}

fn texts(node: &Node) -> Vec<(&Place, &str)> {
    match &node.value {
        Value::Text(text) => vec![(&node.place, text.as_str())],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, value)| texts(value)).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_seven_words_in_a_row_are_those_of_the_sources() {
    let Some(folder) = std::env::var_os(FOLDER).filter(|folder| !folder.is_empty()) else {
        return; // `tests/run` says so
    };
    let files = read_tree(Path::new(&folder)).expect("the sources can be read");
    let sources = files.0.iter().filter(|(path, _)| path.ends_with(".txt"));
    let grams: Grams = sources.flat_map(|(_, bytes)| grams(&String::from_utf8_lossy(bytes))).collect();
    assert!(!grams.is_empty(), "{FOLDER} names a folder without texts: {}", folder.display());
    let (_, hits) = hits(&grams);
    assert!(hits.is_empty(), "{} shared passages:\n{}", hits.len(), hits.join("\n"));
}

#[test]
fn everything_there_is_to_read_is_compared() {
    let text = "Kello on kymmenen illalla, ja hakemus on auki viidettä kertaa.";
    let (compared, hits) = hits(&grams(text));
    assert!(compared > 1_000, "{compared}");
    let expected = "content/fi/theses/flow.md:9: kello on kymmenen illalla ja hakemus on auki viidettä kertaa";
    assert_eq!(hits, [expected]);
}

#[test]
fn case_marks_and_hyphens_that_are_not_seen_make_no_difference() {
    let theirs = grams("Yksi, KAKSI kol\u{ad}me;\nneljä – ”viisi” kuusi (seitsemän) kahdeksan.");
    let ours = "Alku: yksi kaksi kolme, neljä viisi kuusi seitsemän kahdeksan. Ja yksi kaksi kolme neljä viisi kuusi.";
    let expected = "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan";
    assert_eq!(shared(ours, &theirs), [(6, expected.to_owned())]);
}
