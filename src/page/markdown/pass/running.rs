//! Where running text lies: the words of paragraphs and list items in which a term may become a link. Headings, links,
//! emphasis, code, tables, quotations and what stands in quotation marks are not, nor what raw HTML may have opened.
//!
//! Only the places are noted (two marks, taken out like those of holes), so that a page stays a function of its text;
//! which words are terms differs between editions.

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::Pass;
use crate::page::fragment::BOUNDARY;

/// Whether a text begins with a quotation mark, or with a character that HTML writes as an entity: how long it is.
fn apart(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'&' | b'<' | b'>', ..] => Some(1),
        [0xc2, 0xab | 0xbb, ..] => Some(2),       // « »
        [0xe2, 0x80, 0x9c..=0x9e, ..] => Some(3), // “ ” „
        _ => None,
    }
}

/// Where the first of them stands, and its length.
fn find_apart(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|at| apart(&bytes[at..]).map(|length| (at, length)))
}

#[derive(Default)]
pub(super) struct Running {
    /// Paragraphs and list items around this place.
    hosts: usize,
    /// Links, emphasis, headings and the like around it.
    others: usize,
    is_quoted: bool,
    /// Behind raw HTML: until the paragraph ends, or for good.
    after_inline_html: bool,
    after_html: bool,
    is_open: bool,
}

/// Whether a text has one of the bytes with which they begin. All bytes at once, which is far cheaper than to stop at
/// the first, or to look at characters.
fn may_hold_apart(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | 0xc2 | 0xe2))
}

/// What an element means for the text inside it.
enum Part {
    Host,
    Other,
    Neutral,
}

fn part(end: TagEnd) -> Part {
    match end {
        TagEnd::Paragraph | TagEnd::Item => Part::Host,
        TagEnd::List(_) | TagEnd::BlockQuote(Some(_)) => Part::Neutral,
        _ => Part::Other,
    }
}

impl Running {
    fn has_text(&self) -> bool {
        self.hosts > 0 && self.others == 0 && !self.after_inline_html && !self.after_html
    }

    fn starts(&mut self, tag: TagEnd) {
        match part(tag) {
            Part::Host => {
                self.hosts += 1;
                (self.is_quoted, self.after_inline_html) = (false, false);
            }
            Part::Other => self.others += 1,
            Part::Neutral => {}
        }
    }

    fn ends(&mut self, tag: TagEnd) {
        match part(tag) {
            Part::Host => self.hosts = self.hosts.saturating_sub(1),
            Part::Other => self.others = self.others.saturating_sub(1),
            Part::Neutral => {}
        }
    }
}

impl<'t> Pass<'t, '_, '_, '_> {
    /// Keeps the place in the tree of elements; a stretch of running text ends with anything but text.
    pub(super) fn track(&mut self, event: &Event) {
        let opens = |html: &str| self.reading.allow_raw_html && !html.trim_start().starts_with("<!--");
        match event {
            Event::Text(_) | Event::SoftBreak => return,
            Event::InlineHtml(html) => self.running.after_inline_html |= opens(html),
            Event::Html(html) => self.running.after_html |= opens(html),
            Event::Start(tag) => self.running.starts(tag.to_end()),
            Event::End(tag) => self.running.ends(*tag),
            _ => {}
        }
        self.running_ends();
    }

    pub(super) fn running_ends(&mut self) {
        if std::mem::take(&mut self.running.is_open) {
            self.out.push(Event::InlineHtml(BOUNDARY.into()));
        }
    }

    /// Text on its way out. Quotation marks open and close; what the library writes as an entity belongs to no word.
    pub(super) fn push_text(&mut self, text: CowStr<'t>) {
        if !self.running.has_text() {
            self.out.push(Event::Text(text));
        } else if !may_hold_apart(&text) || find_apart(&text).is_none() {
            self.push_stretch(text);
        } else {
            self.push_around_apart(&text);
        }
    }

    fn push_around_apart(&mut self, mut rest: &str) {
        while let Some((at, length)) = find_apart(rest) {
            let (before, apart) = rest[..at + length].split_at(at);
            self.push_stretch(before.to_owned().into());
            self.running_ends();
            self.out.push(Event::Text(apart.to_owned().into()));
            self.running.is_quoted ^= length > 1;
            rest = &rest[at + length..];
        }
        self.push_stretch(rest.to_owned().into());
        self.running_ends();
    }

    fn push_stretch(&mut self, text: CowStr<'t>) {
        if text.is_empty() {
            return;
        }
        if !self.running.is_quoted && !std::mem::replace(&mut self.running.is_open, true) {
            self.out.push(Event::InlineHtml(BOUNDARY.into()));
        }
        self.out.push(Event::Text(text));
    }
}
