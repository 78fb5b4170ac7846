//! Words of any length in a place of one size: smaller first, then over more lines, cut only at the very end.

use super::letters::Font;

/// A place for words.
pub(super) struct Block {
    /// From what it should be down to what can still be read, in pixels to the em.
    pub sizes: &'static [f32],
    pub width: f32,
    pub lines: usize,
    /// From one baseline to the next, in parts of the size.
    pub leading: f32,
}

pub(super) struct Fitted {
    pub lines: Vec<String>,
    pub size: f32,
    leading: f32,
    /// Some of the text found no room.
    pub is_cut: bool,
}

impl Fitted {
    /// Pixels from one baseline to the next.
    pub fn leading(&self) -> f32 {
        self.size * self.leading
    }
}

impl Block {
    pub fn fitted(&self, font: &Font, text: &str) -> Fitted {
        let words: Vec<&str> = text.split_whitespace().collect();
        let fits = |size: &f32| {
            let lines = broken(font, &words, *size, self.width)?;
            (lines.len() <= self.lines).then(|| self.made(balanced(font, &words, *size, self.width, lines), *size))
        };
        self.sizes.iter().find_map(fits).unwrap_or_else(|| self.cut(font, &words))
    }

    fn made(&self, lines: Vec<String>, size: f32) -> Fitted {
        Fitted { lines, size, leading: self.leading, is_cut: false }
    }

    /// At the smallest size, as much as there is room for.
    fn cut(&self, font: &Font, words: &[&str]) -> Fitted {
        let size = self.sizes.last().copied().unwrap_or_default();
        let mut rest: Vec<char> = words.join(" ").chars().collect();
        let mut lines = Vec::new();
        while !rest.is_empty() && lines.len() < self.lines {
            let is_last = lines.len() + 1 == self.lines;
            let (line, used) = first_line(font, &rest, size, self.width, is_last);
            lines.push(line);
            rest.drain(..used);
        }
        Fitted { is_cut: true, ..self.made(lines, size) }
    }
}

/// As much as one line holds, broken at a space where there is one, and how many letters that took.
fn first_line(font: &Font, text: &[char], size: f32, width: f32, is_last: bool) -> (String, usize) {
    let line = |count: usize| text[..count].iter().collect::<String>();
    if font.width(&line(text.len()), size) <= width {
        return (line(text.len()), text.len());
    }
    let end = if is_last { "…" } else { "" };
    let fits = |count: &usize| font.width(&(line(*count) + end), size) <= width;
    let count = (1..=text.len()).take_while(fits).last().unwrap_or(1);
    if is_last {
        return (line(count).trim_end().to_owned() + end, text.len());
    }
    let space = text[..=count.min(text.len() - 1)].iter().rposition(|c| *c == ' ').filter(|at| *at > 0);
    space.map_or_else(|| (line(count), count), |at| (line(at), at + 1))
}

/// Lines no wider than `width`; `None` when a word alone is wider.
fn broken(font: &Font, words: &[&str], size: f32, width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| font.width(line, size) <= width);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ if font.width(word, size) > width => return None,
            _ => lines.push((*word).to_owned()),
        }
    }
    Some(lines)
}

/// The same number of lines, as equal in length as they can be.
fn balanced(font: &Font, words: &[&str], size: f32, width: f32, lines: Vec<String>) -> Vec<String> {
    let narrower = (1..20u8).map(|step| width * (1.0 - 0.03 * f32::from(step)));
    let same = |width| broken(font, words, size, width).filter(|narrow| narrow.len() == lines.len());
    narrower.map_while(same).last().unwrap_or(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: Block = Block { sizes: &[80.0, 40.0], width: 400.0, lines: 2, leading: 1.2 };

    fn fitted(text: &str) -> (Vec<String>, bool, bool) {
        let font = Font::parse(super::super::LETTERS).unwrap();
        let fitted = BLOCK.fitted(&font, text);
        assert!(fitted.lines.len() <= 2 && fitted.lines.iter().all(|line| font.width(line, fitted.size) <= 400.0));
        (fitted.lines, fitted.size > 79.0, fitted.is_cut)
    }

    #[test]
    fn words_are_broken_evenly_then_smaller_then_cut() {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        assert_eq!(fitted("Short"), (lines(&["Short"]), true, false));
        assert_eq!(fitted("One two three"), (lines(&["One two", "three"]), true, false));
        assert_eq!(fitted("A handbook of encounters"), (lines(&["A handbook", "of encounters"]), false, false));
        let (cut, _, is_cut) = fitted("All the things that a publisher could ever want to say here");
        assert!(is_cut && cut[1].ends_with('…'), "{cut:?}");
        assert!(fitted(&"m".repeat(500)).2);
    }
}
