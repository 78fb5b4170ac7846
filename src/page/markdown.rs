//! Markdown → fragments, in one pass over the parser's events. The library writes the HTML; the pass replaces what must
//! be ours: links, images, headings, tables, raw HTML, blocks and text variables.

mod pass;
mod running;
mod typography;

use std::collections::BTreeMap;
use std::sync::Arc;

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
        h1: None,
        diagnostics,
    };
    let text = without_marks(source.text);
    let source = Source { text: &text, ..*source };
    let events = events(&source, reading, &mut gathered);
    let (h1, lead, rest) = split(&events);
    let written = |events: &[Event]| written(events, &gathered.holes);
    Read {
        h1: gathered.h1.clone().map(|text| (written(h1), text)),
        lead: written(lead),
        rest: written(rest),
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
    written(&events, &gathered.holes)
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

fn written(events: &[Event], holes: &[Hole]) -> Fragment {
    let mut html = String::new();
    html::push_html(&mut html, events.iter().cloned());
    Fragment::from_marked(html.trim_end(), holes)
}

/// A leading `#` heading and a first paragraph stand apart from the rest: the template places them.
fn split<'e, 't>(events: &'e [Event<'t>]) -> (&'e [Event<'t>], &'e [Event<'t>], &'e [Event<'t>]) {
    let is_h1 = matches!(events.first(), Some(Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })));
    let (h1, rest) =
        if is_h1 { cut(events, |end| matches!(end, TagEnd::Heading(HeadingLevel::H1))) } else { events.split_at(0) };
    let starts = matches!(rest.first(), Some(Event::Start(Tag::Paragraph)));
    let (lead, rest) = if starts { cut(rest, |end| *end == TagEnd::Paragraph) } else { rest.split_at(0) };
    (without_ends(h1), without_ends(lead), rest)
}

fn cut<'e, 't>(events: &'e [Event<'t>], is_end: impl Fn(&TagEnd) -> bool) -> (&'e [Event<'t>], &'e [Event<'t>]) {
    let end = events.iter().position(|event| matches!(event, Event::End(end) if is_end(end)));
    events.split_at(end.map_or(0, |end| end + 1))
}

fn without_ends<'e, 't>(events: &'e [Event<'t>]) -> &'e [Event<'t>] {
    if events.len() < 2 { &[] } else { &events[1..events.len() - 1] }
}
