use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::files::Files;

use super::language::Language;
use super::*;

fn language(yaml: &str) -> Language {
    let theme = Files(std::collections::BTreeMap::from([
        ("search/every.yaml".to_owned(), "fold: { a: äå, o: ö, ss: ß }\n".into()),
        ("search/xx.yaml".to_owned(), yaml.into()),
    ]));
    let mut diagnostics = Diagnostics::default();
    let language = load(&theme, "default", &Lang("xx".into()), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    language
}

fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    language("").each_word(text, |word| found.push(word.to_owned()));
    found
}

fn indexed(language: &Language, pages: &[(&str, &str)]) -> Files {
    let found: Vec<Found> = pages
        .iter()
        .map(|(title, html)| read(&Source { address: "a", title, html: &[html], ..Source::default() }, language))
        .collect();
    let Index { entry, mut files } = index(&Lang("xx".into()), language, &found.iter().collect::<Vec<_>>());
    files.insert("entry.js", entry);
    files
}

fn all(files: &Files) -> String {
    files.0.values().map(|bytes| String::from_utf8_lossy(bytes)).collect()
}

#[test]
fn words_are_folded_and_joiners_do_not_part_them() {
    assert_eq!(
        words("Äiti-straße 24 a\u{308}s ko\u{ad}ti, don't"),
        ["aiti", "strasse", "24", "as", "koti", "don", "t"]
    );
    assert_eq!(words("שלום עולם 🙂🙂 ﷺ"), ["שלום", "עולם", "ﷺ"]);
}

#[test]
fn any_letter_may_count_as_another_one() {
    let table = language("fold: { v: wä, x: y }\n");
    let mut found = Vec::new();
    table.each_word("Wow YÄK", |word| found.push(word.to_owned()));
    assert_eq!(found, ["vov", "xvk"]);
}

#[test]
fn of_an_endless_word_the_beginning_counts() {
    assert_eq!(words(&"a".repeat(100_000)), ["a".repeat(64)]);
}

#[test]
fn the_longest_ending_that_leaves_enough_goes_and_the_steps_follow_each_other() {
    let table = "whole: mies=miehe\nsteps:\n- { keep: 3, off: ssa a ksen=s }\n- { keep: 2, off: a e i, again: true }\n";
    let stem = |word: &str| language(table).stem(word);
    assert_eq!([stem("talossa"), stem("kassa"), stem("vastauksen")], ["talo", "kass", "vastaus"]);
    assert_eq!([stem("mies"), stem("teaaia"), stem("2ia"), stem("")], ["miehe", "te", "2ia", ""]);
}

#[test]
fn joined_words_are_found_by_their_parts() {
    let pages = [("Koe", "<p>asiakas kokemus asiakaskokemus kokemusta</p>")];
    let table = "joined: true\nsteps:\n- { keep: 3, off: ta }\n";
    let [apart, joined] =
        [language("steps:\n- { keep: 3, off: ta }\n"), language(table)].map(|one| all(&indexed(&one, &pages)));
    let strength = |text: &str, stem: &str| text.split(&format!("{stem}:0")).nth(1).map(|rest| rest.chars().next());
    assert_eq!(strength(&apart, "0asiakas"), strength(&apart, "7kokemus"));
    assert!(strength(&joined, "0asiakas") > strength(&apart, "0asiakas"), "{joined}");
}

#[test]
fn what_is_shown_cannot_end_the_script() {
    let files = indexed(
        &language(""),
        &[("a \"b\" </script>\u{2028}\\", "&lt;/script&gt;"), ("\u{85}", "\u{2029}"), ("“é”", "")],
    );
    let text = all(&files);
    assert!(!text.contains("</script") && !text.contains(['\u{2028}', '\u{2029}', '\u{85}']), "{text}");
    assert!(text.contains("\\u003c/script>") && text.contains("\"\\u0085\"") && text.contains("\"“é”\""), "{text}");
}

#[test]
fn no_page_makes_an_empty_index() {
    let files = indexed(&language(""), &[]);
    assert_eq!(files.0.len(), 1);
    assert!(all(&files).contains("words:0,firsts:\"\",starts:[],sections:[]"), "{}", all(&files));
}

#[test]
fn a_word_that_is_everywhere_keeps_its_strongest_sections() {
    let html = (0..5000).fold(String::new(), |html, n| format!("{html}<h2 id=\"s{n}\">x</h2><p>word</p>"));
    let pages: Vec<(String, &str)> = (0..6).map(|n| (format!("t{n}"), html.as_str())).collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(title, html)| (title.as_str(), *html)).collect();
    let files = indexed(&language(""), &pages);
    let line = all(&files).split("word:").nth(1).map(|rest| rest.chars().filter(char::is_ascii_uppercase).count());
    assert!(line.is_some(), "the strongest are there, however many are alike");
}
