//! What is read of a page, as which kind, and from where.

use crate::files::Files;
use crate::layers::Layer;

use super::PassageKind::{Alert, Block, Cell, Description, Heading, Item, Paragraph, Quote, Title};
use super::*;

fn read(text: &str) -> Prose {
    let files = Files([("en/a.md".to_owned(), text.into())].into());
    prose(&Layer::new("content/", files), "en/a.md").unwrap()
}

fn texts(prose: &Prose) -> Vec<(PassageKind, &str)> {
    prose.passages.iter().map(|passage| (passage.kind, passage.text.as_str())).collect()
}

#[test]
fn every_passage_has_its_kind() {
    let text = "---\ntitle: A\ndescription: What it is.\n---\nOne *two*\n[three](b.md).\n\n## Four {#four}\n\n- five\n- six\n  - seven\n\n> eight\n\n> [!NOTE]\n> nine\n\n| ten |\n|---|\n| `eleven` |\n\n```sh\nno\n```\n\nWord[^1]\n: meaning\n\n[^1]: Note.\n";
    let expected = [
        (Title, "A"),
        (Description, "What it is."),
        (Paragraph, "One two three."),
        (Heading, "Four"),
        (Item, "five"),
        (Item, "six"),
        (Item, "seven"),
        (Quote, "eight"),
        (Alert, "nine"),
        (Cell, "ten"),
        (Cell, "eleven"),
        (Item, "Word"),
        (Item, "meaning"),
        (Paragraph, "Note."),
    ];
    assert_eq!(texts(&read(text)), expected);
}

#[test]
fn the_texts_of_blocks_are_read_and_their_ids_are_not() {
    let text = "```case\norganisation: Nobody\ntitle: A desk\ntext: |\n  It *turned*.\n\n  ## Again\n```\n\n```diagram\nkind: stairs\ntitle: Two steps.\nsteps: [Look, { label: Ask, note: twice }]\n```\n\n```check\ndimension: flow\n```\n";
    let expected = [
        (Block, "A desk"),
        (Block, "It turned."),
        (Heading, "Again"),
        (Block, "Two steps."),
        (Block, "Look"),
        (Block, "Ask"),
        (Block, "twice"),
    ];
    assert_eq!(texts(&read(text)), expected);
}

#[test]
fn items_joined_by_semicolons_are_read_as_one() {
    let text = "You need\n\n- a table;\n- *two* chairs;\n- time.\n\nThen begin.\n\n- last;\n";
    let read = read(text);
    let expected = ["You need", "a table; two chairs; time.", "Then begin.", "last;"];
    assert_eq!(texts(&read).into_iter().map(|(_, text)| text).collect::<Vec<_>>(), expected);
    let place = read.place(&read.passages[1], read.passages[1].text.find("chairs").unwrap());
    assert_eq!((place.line, place.column), (4, 9));
}

#[track_caller]
fn stands(text: &str, word: &str) {
    let read = read(text);
    let found = read.passages.iter().find_map(|passage| Some(read.place(passage, passage.text.find(word)?))).unwrap();
    let before = &text[..text.find(word).unwrap()];
    let (lines, last) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap());
    assert_eq!((found.line as usize, found.column as usize), (lines, last.chars().count() + 1), "{word}");
}

#[test]
fn a_word_is_found_where_it_was_written() {
    stands("---\ntitle: A\ndescription: >\n  This is\n  folded.\n---\n", "folded");
    stands("---\ntitle: \"Yö on pitkä\"\n---\n", "pitkä");
    stands("Yö \"on\" \\*pitkä\\* &amp; **vahva\nja** [hidas](b.md).\n", "hidas");
    stands("Yö \"on\" \\*pitkä\\* &amp; **vahva\nja** [hidas](b.md).\n", "vahva");
    stands("> - a\n>   - yö `koodi` täällä\n", "täällä");
    stands("yö `koodi` ja ``toinen``\n", "koodi");
    stands("yö `koodi` ja ``toinen``\n", "toinen");
    stands("```case\norganisation: O\ntitle: T\ntext: |\n  Yksi.\n\n  Ä *kaksi* kolme.\n```\n", "kolme");
    stands("1. Item\n\n   ```claim\n   text: Yksi kaksi.\n   source: \"\"\n   trust: studied\n   ```\n", "kaksi");
    stands("````audience\nfor: public\ntext: |\n  Eka.\n\n  ```claim\n  text: Toka kolmas.\n  ```\n````\n", "kolmas");
}

#[test]
fn quotations_italics_and_code_are_known() {
    let read = read("Say \"one\" or *two* or `three`, ”four” «five» but six ”seven.\n\n> eight\n");
    let [first, second] = &read.passages[..] else { panic!() };
    for (word, is_quoted) in [
        ("one", true),
        ("two", true),
        ("three", true),
        ("four", true),
        ("five", true),
        ("six", false),
        ("seven", false),
    ] {
        let at = first.text.find(word).unwrap();
        assert_eq!(first.is_quoted(&(at..at + word.len())), is_quoted, "{word}");
    }
    assert!(second.is_quoted(&(0..5)));
    let at = first.text.find("three").unwrap();
    assert!(first.is_code(&(at..at + 5)) && !first.is_code(&(0..3)));
}

#[test]
fn an_image_without_an_alternative_is_known() {
    let read = read("Text ![](a.png)\n![A cat](b.png) ![*A* dog](b.png)\n");
    assert_eq!(read.bare_images.iter().map(|place| (place.line, place.column)).collect::<Vec<_>>(), [(1, 6)]);
}
