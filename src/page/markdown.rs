//! Markdown → fragments, in one pass over the parser's events. The library writes the HTML; the pass replaces what must
//! be ours: links, images, headings, tables, raw HTML, blocks and text variables.

mod headings;
mod pass;
mod running;
mod typography;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::vec;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset, html};

use crate::diagnostics::{Diagnostics, Place};

use super::Reading;
use super::block::Block;
use super::fragment::{Fragment, Hole, without_marks};
use super::headings::{Heading, Ids};
use super::link::Link;
use pass::Pass;
pub(super) use running::Found;

/// Deeper nesting than any reader could follow costs more output than input.
const DEEPEST: usize = 64;

pub(super) struct Source<'a> {
    pub file: &'a Arc<str>,
    pub text: &'a str,
    /// Lines that stand before `text` in the file.
    pub first_line: u32,
    /// The folder of the file, for relative links: `fi/theses`.
    pub folder: &'a str,
    /// The page's id, for links to its own headings.
    pub own: &'a str,
    /// The page's whole body and the lines before it, when `text` is a value inside one of its blocks.
    pub around: Option<(&'a str, u32)>,
}

#[derive(Default)]
pub(super) struct Read {
    pub h1: Option<(Fragment, String)>,
    pub lead: Fragment,
    pub rest: Fragment,
    /// Footnotes stand at its end.
    pub has_notes: bool,
    pub is_rare: bool,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub blocks: Vec<Block>,
}

/// What is gathered while a page and the Markdown inside its blocks are read.
struct Gathered<'d> {
    links: Vec<Link>,
    blocks: Vec<Block>,
    headings: Vec<Heading>,
    ids: Ids,
    holes: Vec<Hole>,
    /// Number, and how many times it has been named, by label.
    footnotes: BTreeMap<String, (usize, usize)>,
    is_rare: bool,
    /// The plain text of the `#` heading the body begins with.
    h1: Option<String>,
    diagnostics: &'d mut Diagnostics,
}

pub(super) fn read(source: &Source, reading: Reading, diagnostics: &mut Diagnostics) -> Read {
    let mut gathered = Gathered {
        links: Vec::new(),
        blocks: Vec::new(),
        headings: Vec::new(),
        ids: Ids::default(),
        holes: Vec::new(),
        footnotes: BTreeMap::new(),
        is_rare: reading.allow_raw_html,
        h1: None,
        diagnostics,
    };
    let text = without_marks(source.text);
    let source = Source { text: &text, ..*source };
    let events = events(&source, reading, &mut gathered);
    let (h1, lead, rest) = split(events);
    let h1 = written(h1.into_iter(), 0, &gathered.holes);
    let rest = written(rest, 2 * source.text.len(), &gathered.holes);
    let lead = headings::softened(lead, reading.lang, &mut gathered.holes);
    Read {
        h1: gathered.h1.map(|text| (h1, text)),
        lead: written(lead.into_iter(), 0, &gathered.holes),
        has_notes: !gathered.footnotes.is_empty() && rest.html.contains("\"footnote-definition\""),
        is_rare: gathered.is_rare,
        rest,
        headings: gathered.headings,
        links: gathered.links,
        blocks: gathered.blocks,
    }
}

/// A value of a block that holds Markdown; what it links to belongs to the page.
fn inner(text: &str, place: &Place, source: &Source, reading: Reading, gathered: &mut Gathered) -> Fragment {
    let text = without_marks(text);
    let around = source.around.or(Some((source.text, source.first_line)));
    let source = Source { text: &text, first_line: place.line.saturating_sub(1), around, ..*source };
    let events = events(&source, reading, gathered);
    written(events.into_iter(), 0, &gathered.holes)
}

fn events<'t>(source: &Source<'t>, reading: Reading, gathered: &mut Gathered) -> Vec<Event<'t>> {
    let mut pass = Pass::new(source, reading, gathered);
    let mut depth = 0;
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(source.text, options()).into_offset_iter()) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth > DEEPEST {
            pass.too_deep(&range);
            break;
        }
        pass.event(event, &range);
    }
    pass.finished()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// `size` is about what the HTML will take.
fn written<'t>(events: impl Iterator<Item = Event<'t>>, size: usize, holes: &[Hole]) -> Fragment {
    let mut html = String::with_capacity(size);
    html::push_html(&mut html, events);
    Fragment::from_marked(html.trim_end(), holes)
}

/// A leading `#` heading and a first paragraph stand apart from the rest: the template places them.
fn split(events: Vec<Event>) -> (Vec<Event>, Vec<Event>, vec::IntoIter<Event>) {
    let mut rest = events.into_iter();
    let is_h1 = |event: &Event| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }));
    let h1 = cut(&mut rest, is_h1, |end| matches!(end, TagEnd::Heading(HeadingLevel::H1)));
    let is_paragraph = |event: &Event| matches!(event, Event::Start(Tag::Paragraph));
    let lead = cut(&mut rest, is_paragraph, |end| *end == TagEnd::Paragraph);
    (h1, lead, rest)
}

/// What stands inside the first element, if it is the one wanted.
fn cut<'t>(
    events: &mut vec::IntoIter<Event<'t>>,
    is_start: impl Fn(&Event<'t>) -> bool,
    is_end: impl Fn(&TagEnd) -> bool,
) -> Vec<Event<'t>> {
    if !events.as_slice().first().is_some_and(is_start) {
        return Vec::new();
    }
    let inside = |event: &Event| !matches!(event, Event::End(end) if is_end(end));
    events.by_ref().take_while(inside).skip(1).collect()
}
