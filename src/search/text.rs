//! The text of a page as one reads it, section by section, out of its finished HTML: without markup, without buttons,
//! without what is there for the eye or for a script only.

use crate::html::{Attribute, COMMENT, Tag, tag};

/// A heading and what stands under it, as plain text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Empty for what stands above the first heading.
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

/// More sections of a page are not told apart.
const MOST: usize = 1000;

/// Elements that hold nothing to read, or nothing of this page's own.
const SILENT: &[&str] = &["script", "style", "template", "button", "nav", "sup", "select", "textarea"];

/// Elements that do not end a word.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "u", "wbr",
];

/// The sections of a page; the first one has no heading.
pub(super) fn sections(parts: &[&str]) -> Vec<Section> {
    let mut reader = Reader { sections: vec![Section::default()], ..Reader::default() };
    for html in parts {
        reader.read(html);
        reader.gap();
    }
    reader.sections
}

#[derive(Default)]
struct Reader<'h> {
    sections: Vec<Section>,
    in_heading: bool,
    in_list_of_terms: bool,
    /// The element that is left out, and how many of its name are open.
    silent: Option<(&'h str, usize)>,
    /// Drawings speak by title and description.
    drawing: Option<bool>,
}

impl<'h> Reader<'h> {
    fn read(&mut self, html: &'h str) {
        let mut at = 0;
        while let Some(open) = html[at..].find(self.mark()).map(|found| at + found) {
            self.text(&html[at..open]);
            at = if let Some(tag) = tag(html, open) {
                self.tag(&tag);
                tag.end
            } else {
                self.text("<");
                open + 1
            };
        }
        self.text(&html[at..]);
    }

    /// What the next tag begins with; scripts and styles hold none but their end.
    fn mark(&self) -> &'static str {
        if matches!(self.silent, Some(("script" | "style", _))) { "</" } else { "<" }
    }

    fn tag(&mut self, tag: &Tag<'h>) {
        if tag.name == COMMENT {
            return;
        }
        if let Some((name, depth)) = &mut self.silent {
            if tag.is(name) {
                *depth = if tag.is_end { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    self.silent = None;
                }
            }
            return;
        }
        if !tag.is_end && is_silent(tag) {
            self.silent = Some((tag.name, 1));
            self.gap();
        } else if !tag.is_one_of(INLINE) {
            self.block(tag);
        } else if self.in_list_of_terms && tag.is("span") && self.in_heading {
            self.in_heading = false; // the term in another language
            self.gap();
        }
    }

    fn block(&mut self, tag: &Tag<'h>) {
        self.gap();
        match tag.name {
            "svg" => self.drawing = (!tag.is_end).then_some(false),
            "title" | "desc" if self.drawing.is_some() => self.drawing = Some(!tag.is_end),
            "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.in_list_of_terms &= tag.is_end;
                self.in_heading = !tag.is_end && self.begin(tag.get("id").unwrap_or_default());
            }
            "div" if tag.get("data-block") == Some("glossary") => self.in_list_of_terms = true,
            "div" if self.in_list_of_terms => {
                self.begin(tag.get("id").unwrap_or_default());
            }
            "dt" => self.in_heading = self.in_list_of_terms && !tag.is_end,
            "dd" if self.in_list_of_terms && !tag.is_end => self.parted(),
            _ => {}
        }
    }

    /// A new section, if it can be gone to.
    fn begin(&mut self, anchor: &str) -> bool {
        let is_new = !anchor.is_empty() && self.sections.len() < MOST;
        if is_new {
            self.sections.push(Section { anchor: anchor.to_owned(), ..Section::default() });
        }
        is_new
    }

    fn into(&mut self) -> Option<&mut String> {
        let section = self.sections.last_mut()?;
        Some(if self.in_heading { &mut section.heading } else { &mut section.text })
    }

    fn gap(&mut self) {
        if let Some(text) = self.into().filter(|text| !text.is_empty() && !text.ends_with(' ')) {
            text.push(' ');
        }
    }

    /// What stands apart on the page does not run together in an excerpt.
    fn parted(&mut self) {
        if let Some(text) = self.into().filter(|text| !text.is_empty()) {
            text.push_str("· ");
        }
    }

    fn text(&mut self, html: &str) {
        if html.is_empty() || self.silent.is_some() || self.drawing == Some(false) {
            return;
        }
        if let Some(text) = self.into() {
            push(text, html);
        }
    }
}

/// Whether an element is not for reading. One that can hold nothing hides nothing.
fn is_silent(tag: &Tag) -> bool {
    let is_empty = || tag.is_one_of(&["input", "img", "br", "hr", "path"]) || tag.closes_itself();
    let hides = |own: Attribute| own.is("hidden") || own.is("aria-hidden") && own.value == "true";
    tag.is_one_of(SILENT) || tag.attributes().any(hides) && !is_empty()
}

/// Adds text of HTML as it is read: entities as what they stand for, no soft hyphens, one blank for many.
fn push(to: &mut String, html: &str) {
    if is_plain(html.as_bytes()) {
        let is_parted = to.is_empty() || to.ends_with(' ');
        to.push_str(html.strip_prefix(' ').filter(|_| is_parted).unwrap_or(html));
        return;
    }
    for part in html.split_inclusive([' ', '\n', '\t', '\u{a0}', '\u{ad}']) {
        let word = part.trim_end_matches([' ', '\n', '\t', '\u{a0}', '\u{ad}']);
        if word.contains('&') {
            decode(to, word);
        } else {
            to.push_str(word);
        }
        let is_blank = part.len() > word.len() && !part.ends_with('\u{ad}');
        if is_blank && !to.is_empty() && !to.ends_with(' ') {
            to.push(' ');
        }
    }
}

/// Whether a text has no entities, no letters of two bytes that could be blanks or soft hyphens, and single blanks only.
fn is_plain(html: &[u8]) -> bool {
    let is_rare = |byte: u8| matches!(byte, b'\n' | b'\t' | b'&' | 0xc2);
    let are_blanks = |pair: (&u8, &u8)| pair == (&b' ', &b' ');
    // Looked at to the end, many bytes at a time, because nearly all texts are plain.
    !html.iter().fold(false, |any, byte| any | is_rare(*byte))
        && !html.iter().zip(html.iter().skip(1)).fold(false, |any, pair| any | are_blanks(pair))
}

fn decode(to: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        to.push_str(before);
        let known = after.split_once(';').and_then(|(name, behind)| Some((entity(name)?, behind)));
        if let Some((letter, behind)) = known {
            to.extend(Some(letter).filter(|letter| *letter != '\u{ad}'));
            rest = behind;
        } else {
            to.push('&');
            rest = after;
        }
    }
    to.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    let number = |text: &str, radix| u32::from_str_radix(text, radix).ok().and_then(char::from_u32);
    match (name, name.strip_prefix('#')) {
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("nbsp", _) => Some(' '),
        ("shy", _) => Some('\u{ad}'),
        (_, Some(code)) => code.strip_prefix(['x', 'X']).map_or_else(|| number(code, 10), |hex| number(hex, 16)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<[String; 3]> {
        let read = sections(&[html]).into_iter();
        read.map(|one| [one.anchor, one.heading.trim().to_owned(), one.text.trim().to_owned()]).collect()
    }

    #[test]
    fn headings_with_an_id_begin_sections_and_markup_is_not_text() {
        let html = "<p>One <b>tw</b>o &amp; &#228;</p><p>th\u{ad}ree</p><h2 id=\"x\">He<i>ad</i> <a href=\"#x\" aria-hidden=\"true\">#</a></h2><p title=\"a > b\">four<sup>1</sup></p><h3>no id</h3>";
        assert_eq!(read(html), [["", "", "One two & ä three"], ["x", "Head", "four no id"]]);
    }

    #[test]
    fn what_is_not_for_reading_is_left_out() {
        let html = "a<button>b<button>c</button></button><script>if (x < 1)</script><svg><title>d</title><text>e</text></svg><p hidden>f</p><input hidden>g";
        assert_eq!(read(html), [["", "", "a d g"]]);
    }

    #[test]
    fn every_term_of_the_glossary_is_a_section() {
        let html = "<div data-block=\"glossary\"><nav><a>A</a></nav><dl><div id=\"cx\"><dt>kokemus <span lang=\"en\">experience</span></dt><dd>Tunne.</dd><dd><a>Sivu</a></dd></div></dl></div><h2 id=\"b\">B</h2>";
        assert_eq!(read(html), [["", "", ""], ["cx", "kokemus", "experience · Tunne. · Sivu"], ["b", "B", ""]]);
    }

    #[test]
    fn one_blank_stands_for_many() {
        for html in ["a  b c", " a\tb\u{a0}\u{a0}c", "<p> a</p> <p>b&#32;</p><p>\u{a0}c</p>", "a\n\nb <i> </i> c"] {
            assert_eq!(read(html), [["", "", "a b c"]], "{html}");
        }
    }

    #[test]
    fn broken_html_ends_quietly() {
        assert_eq!(read("a <b"), [["", "", "a <b"]]);
        assert_eq!(read("a<!-- b <p>c -->d 1 < 2"), [["", "", "ad 1 < 2"]]);
        assert_eq!(read("&nosuch; &#xffffffff; &"), [["", "", "&nosuch; &#xffffffff; &"]]);
    }
}
