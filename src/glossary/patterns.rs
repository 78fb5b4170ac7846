//! Patterns for words in running text: `asiakaspol*`, `asiakkaan matk*`.
//!
//! All patterns together are one tree of letters, and a word of a text is walked down it once, if its first two bytes
//! say that any pattern begins like it (see `beginnings`). Behind the end of a pattern's word hangs the tree of the
//! words that may follow. So a text costs its length, however many patterns there are.

mod beginnings;

use std::ops::Range;

use beginnings::Beginnings;

/// Longer patterns are sentences, not terms.
const MOST_WORDS: usize = 6;

/// One word of a pattern, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    stem: String,
    /// Written with `*`: any ending may follow.
    is_open: bool,
}

/// What may happen where a pattern's word ends.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    /// The pattern ends here too: the number it was added under.
    found: Option<usize>,
    /// The root of the words that may follow.
    then: Option<usize>,
}

impl End {
    fn is_reached(self) -> bool {
        self.found.is_some() || self.then.is_some()
    }
}

#[derive(Clone, Debug, Default)]
struct Node {
    /// Sorted by letter.
    next: Vec<(char, usize)>,
    /// For a word that ends in this place.
    closed: End,
    /// For any word that begins like this.
    open: End,
}

#[derive(Clone, Debug)]
pub(super) struct Patterns {
    /// The first is the root.
    nodes: Vec<Node>,
    beginnings: Beginnings,
}

impl Default for Patterns {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], beginnings: Beginnings::default() }
    }
}

/// The words of a pattern as written. `None`: it is no such thing.
pub(super) fn words(written: &str) -> Option<Vec<Word>> {
    let words: Option<Vec<Word>> = written.split(['\u{20}', '\u{a0}']).map(word).collect();
    words.filter(|words| words.len() <= MOST_WORDS)
}

fn word(written: &str) -> Option<Word> {
    let (stem, is_open) = written.strip_suffix('*').map_or((written, false), |stem| (stem, true));
    let ends_well = !stem.starts_with('-') && (is_open || !stem.ends_with('-'));
    let is_word = !stem.is_empty() && ends_well && stem.chars().all(|c| c.is_alphanumeric() || c == '-');
    is_word.then(|| Word { stem: stem.chars().map(lower).collect(), is_open })
}

/// Letter by letter: no word of ours is longer in the other case.
fn lower(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { letter.to_lowercase().next().unwrap_or(letter) }
}

impl Patterns {
    /// Adds a pattern under `number`. When there is the very same already, its number is given back instead.
    pub fn add(&mut self, words: &[Word], number: usize) -> Result<(), usize> {
        if let Some(first) = words.first() {
            self.beginnings.add(&first.stem);
        }
        let (mut root, mut at, mut is_open) = (0, 0, false);
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                root = self.following(at, is_open);
            }
            at = word.stem.chars().fold(root, |node, letter| self.child(node, letter));
            is_open = word.is_open;
        }
        let end = self.end(at, is_open);
        if let Some(first) = end.found {
            return Err(first);
        }
        end.found = Some(number);
        Ok(())
    }

    fn end(&mut self, node: usize, is_open: bool) -> &mut End {
        let node = &mut self.nodes[node];
        if is_open { &mut node.open } else { &mut node.closed }
    }

    /// The root of the words behind `node`.
    fn following(&mut self, node: usize, is_open: bool) -> usize {
        let new = self.nodes.len();
        let root = *self.end(node, is_open).then.get_or_insert(new);
        if root == new {
            self.nodes.push(Node::default());
        }
        root
    }

    fn child(&mut self, node: usize, letter: char) -> usize {
        match self.nodes[node].next.binary_search_by_key(&letter, |(own, _)| *own) {
            Ok(place) => self.nodes[node].next[place].1,
            Err(place) => {
                let new = self.nodes.len();
                self.nodes[node].next.insert(place, (letter, new));
                self.nodes.push(Node::default());
                new
            }
        }
    }

    /// Where the patterns occur in `text`, in order, with their numbers. Of those that begin at one word the longest
    /// counts, of equally long ones the one that says most of its letters.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(start) = self.beginnings.find(text, at) {
                let word = start..word_end(text, start);
                at = word.end;
                if let Some((end, number)) = self.longest(0, text, word) {
                    at = end;
                    return Some((start..end, number));
                }
            }
            None
        })
    }

    /// The end and the number of the longest pattern below `root` that begins with this word of `text`.
    fn longest(&self, root: usize, text: &str, word: Range<usize>) -> Option<(usize, usize)> {
        let mut best = None;
        let mut node = &self.nodes[root];
        for letter in text[word.clone()].chars().map(lower) {
            let Ok(place) = node.next.binary_search_by_key(&letter, |(own, _)| *own) else {
                return best;
            };
            node = &self.nodes[node.next[place].1];
            if node.open.is_reached() {
                self.consider(node.open, text, word.end, &mut best);
            }
        }
        self.consider(node.closed, text, word.end, &mut best);
        best
    }

    fn consider(&self, reached: End, text: &str, end: usize, best: &mut Option<(usize, usize)>) {
        let whole = reached.found.map(|number| (end, number));
        let longer = reached.then.and_then(|root| self.longest(root, text, word_behind(text, end)?));
        for found in whole.into_iter().chain(longer) {
            if best.is_none_or(|(end, _)| found.0 >= end) {
                *best = Some(found);
            }
        }
    }
}

/// Where the word ends that begins at `start`. A hyphen inside belongs to it.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        end += bytes[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let length = match bytes.get(end) {
            Some(b'-') if letter_at(text, end + 1) > 0 => 1,
            Some(byte) if !byte.is_ascii() => letter_at(text, end),
            _ => 0,
        };
        if length == 0 {
            return end;
        }
        end += length;
    }
}

/// How many bytes the letter or digit at `at` has; none: there is something else, or nothing.
fn letter_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8)
}

/// The word one blank after `end`; a blank may be fixed, or the end of a line.
fn word_behind(text: &str, end: usize) -> Option<Range<usize>> {
    let blank = text[end..].chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\n'))?;
    let start = end + blank.len_utf8();
    (letter_at(text, start) > 0).then(|| start..word_end(text, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(all: &[&str]) -> Patterns {
        let mut patterns = Patterns::default();
        for (number, written) in all.iter().enumerate() {
            patterns.add(&words(written).expect("a pattern"), number).expect("a new pattern");
        }
        patterns
    }

    fn found<'t>(all: &[&str], text: &'t str) -> Vec<(&'t str, usize)> {
        patterns(all).find(text).map(|(range, number)| (&text[range], number)).collect()
    }

    #[test]
    fn a_word_is_found_whole_and_in_any_case() {
        let text = "Taso on eri kuin tasoitus; taso-asia, TASO, ylätaso.";
        assert_eq!(found(&["taso"], text), [("Taso", 0), ("TASO", 0)]);
    }

    #[test]
    fn a_star_stands_for_any_ending_and_for_none() {
        let all = ["asiakaspol*", "äly*"];
        assert_eq!(
            found(&all, "asiakaspolun asiakaspol Älykäs"),
            [("asiakaspolun", 0), ("asiakaspol", 0), ("Älykäs", 1)]
        );
        assert_eq!(found(&all, "asiakaspolku-ajattelu"), [("asiakaspolku-ajattelu", 0)]);
    }

    #[test]
    fn several_words_stand_one_blank_apart() {
        let all = ["asiakkaan matk*", "asiakkaan"];
        let text = "asiakkaan matkalla, asiakkaan\u{a0}matka, asiakkaan\nmatka, asiakkaan  matka, asiakkaan, matka";
        let numbers: Vec<usize> = found(&all, text).into_iter().map(|(_, number)| number).collect();
        assert_eq!(numbers, [0, 0, 0, 1, 1]);
    }

    #[test]
    fn the_longest_counts_and_then_the_one_that_says_most() {
        let all = ["asiak*", "asiakas*", "asiakas", "sisäi* asiak*"];
        assert_eq!(
            found(&all, "asiakkaat, asiakaskunta, asiakas, sisäinen asiakas"),
            [("asiakkaat", 0), ("asiakaskunta", 1), ("asiakas", 2), ("sisäinen asiakas", 3)]
        );
    }

    #[test]
    fn a_phrase_that_breaks_off_leaves_its_words_to_others() {
        assert_eq!(found(&["a b c", "b d"], "a b d"), [("b d", 1)]);
    }

    #[test]
    fn what_is_no_word_is_no_pattern() {
        for bad in ["", "*", "a*b", "a  b", "a, b", "-a", "a-", "a b c d e f g"] {
            assert_eq!(words(bad), None, "{bad:?}");
        }
        assert!(words("oma-aloit* suosit*").is_some() && words("A4-*").is_some());
    }

    #[test]
    fn the_same_pattern_again_names_the_first() {
        let mut patterns = patterns(&["a* b", "a*"]);
        assert_eq!(patterns.add(&words("A* B").expect("a pattern"), 7), Err(0));
        assert_eq!(patterns.add(&words("a b").expect("a pattern"), 7), Ok(()));
    }
}
