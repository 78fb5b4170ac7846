//! The pass over the events: each event is kept, replaced or swallowed. One small method a concern.

mod links;
mod notes;
mod running;
mod tables;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd};
use pulldown_cmark_escape::escape_html;

use crate::diagnostics::Place;
use crate::yaml;

use super::typography::{is_plain, typeset};
use super::{Gathered, Source, headings, inner};
use crate::page::Reading;
use crate::page::block::{self, KINDS};
use crate::page::fragment::{Hole, mark, unknown_variable, variable, variables};
use crate::page::headings::Heading;
use running::Running;

/// About as many as there are in prose.
const BYTES_A_EVENT: usize = 16;

pub(super) struct Pass<'t, 's, 'd, 'g> {
    source: &'s Source<'t>,
    reading: Reading<'s>,
    gathered: &'g mut Gathered<'d>,
    out: Vec<Event<'t>>,
    /// The heading being read: where it starts in `out`, and its plain text.
    heading: Option<(usize, String)>,
    /// The image being read, and its plain text.
    image: Option<(String, String)>,
    /// The code being read: the kind of a block of ours, where it starts, and the text.
    code: Option<(Option<&'static str>, usize, String)>,
    links: Vec<usize>,
    columns: Vec<Alignment>,
    column: usize,
    in_table_head: bool,
    quotes: Vec<bool>,
    /// Where the raw HTML block being read starts in `out`.
    html_block: usize,
    /// Where the note being read starts in `out`, and its number.
    note: (usize, usize),
    notes: BTreeMap<usize, Vec<Event<'t>>>,
    running: Running,
    /// Where a line begins, and how many lines stand before it.
    counted: (usize, u32),
}

impl<'t, 's, 'd, 'g> Pass<'t, 's, 'd, 'g> {
    pub fn new(source: &'s Source<'t>, reading: Reading<'s>, gathered: &'g mut Gathered<'d>) -> Self {
        Self {
            source,
            reading,
            gathered,
            out: Vec::with_capacity(source.text.len() / BYTES_A_EVENT),
            heading: None,
            image: None,
            code: None,
            links: Vec::new(),
            columns: Vec::new(),
            column: 0,
            in_table_head: false,
            quotes: Vec::new(),
            html_block: 0,
            note: (0, 0),
            notes: BTreeMap::new(),
            running: Running::default(),
            counted: (0, 0),
        }
    }

    pub fn event(&mut self, event: Event<'t>, range: &Range<usize>) {
        self.track(&event);
        self.gathered.is_rare |= is_rare(&event);
        match event {
            Event::Text(text) => self.text(text, range),
            Event::Code(code) => self.inline_code(code),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html),
            Event::Start(Tag::HtmlBlock) => self.html_block = self.out.len(),
            Event::End(TagEnd::HtmlBlock) => self.html_block_end(),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => {
                self.inline(format!("<span class=\"task\">{}</span> ", if done { '☑' } else { '☐' }));
            }
            other => self.out.push(other),
        }
    }

    pub fn too_deep(&mut self, range: &Range<usize>) {
        let place = self.place(range.start);
        self.gathered
            .diagnostics
            .error(&place, "lists and quotations are nested too deeply here")
            .hint("nest a few levels at most");
    }

    /// Places are asked for in nearly the order of the text, so lines are counted on from the last one.
    fn place(&mut self, offset: usize) -> Place {
        let (start, lines) = Some(self.counted).filter(|(start, _)| *start <= offset).unwrap_or_default();
        let Source { file, text, first_line, .. } = *self.source;
        let place = Place::in_text(file, &text[start..], offset - start, first_line + 1 + lines);
        let line = text[..text.floor_char_boundary(offset)].rfind('\n').map_or(0, |at| at + 1);
        self.counted = (line, place.line - first_line - 1);
        Place { column: place.column + self.indent(place.line), ..place }
    }

    /// How many characters of a line in the file stand before the same line of a block's value.
    fn indent(&self, line: u32) -> u32 {
        let Some((body, first_line)) = self.source.around else {
            return 0;
        };
        let nth =
            |text: &'t str, before: u32| text.lines().nth(line.saturating_sub(before + 1) as usize).unwrap_or_default();
        let (whole, own) = (nth(body, first_line), nth(self.source.text, self.source.first_line));
        let at = whole.find(own).unwrap_or(0);
        u32::try_from(whole[..at].chars().count()).unwrap_or(0)
    }

    fn inline(&mut self, html: impl Into<CowStr<'t>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn block_html(&mut self, html: impl Into<CowStr<'t>>) {
        self.out.push(Event::Html(html.into()));
    }

    fn text(&mut self, text: CowStr<'t>, range: &Range<usize>) {
        if let Some((_, _, code)) = &mut self.code {
            code.push_str(&text);
            return;
        }
        let is_plain = is_plain(&text);
        let text = if is_plain { text } else { typeset(text, self.reading.lang) };
        if let Some((_, plain)) = &mut self.image {
            plain.push_str(&text);
            return;
        }
        if let Some((_, plain)) = &mut self.heading {
            plain.push_str(&text);
        }
        if !is_plain && text.contains("{{") {
            self.text_with_variables(&text, range);
        } else {
            self.push_text(text);
        }
    }

    fn text_with_variables(&mut self, text: &str, range: &Range<usize>) {
        let mut done = 0;
        for (start, end, name) in variables(text) {
            self.push_text(text[done..start].to_owned().into());
            self.running_ends();
            if let Some(variable) = variable(name) {
                let mark = mark(&mut self.gathered.holes, Hole::Variable(variable));
                self.inline(mark);
            } else {
                let place = self.place(range.start + start);
                unknown_variable(name, &place, self.gathered.diagnostics);
            }
            done = end;
        }
        self.push_text(text[done..].to_owned().into());
    }

    fn inline_code(&mut self, code: CowStr<'t>) {
        if let Some((_, plain)) = &mut self.image {
            plain.push_str(&code);
            return;
        }
        if let Some((_, plain)) = &mut self.heading {
            plain.push_str(&code);
        }
        self.out.push(Event::Code(code));
    }

    /// Raw HTML is shown as text unless the handbook allows it; a comment is not shown.
    fn raw_html(&mut self, html: &CowStr<'t>) {
        if self.reading.allow_raw_html {
            self.inline(html.clone());
        } else if !html.trim_start().starts_with("<!--") && !html.trim().is_empty() {
            self.out.push(Event::Text(html.clone()));
        }
    }

    /// Raw HTML that is shown as text is a paragraph like any other.
    fn html_block_end(&mut self) {
        if !self.reading.allow_raw_html && self.out.len() > self.html_block {
            self.out.insert(self.html_block, Event::Start(Tag::Paragraph));
            self.out.push(Event::End(TagEnd::Paragraph));
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: &Range<usize>) {
        match tag {
            Tag::Heading { .. } => {
                self.heading = Some((self.out.len(), String::new()));
                self.out.push(Event::Start(tag));
            }
            Tag::Link { dest_url, title, .. } => self.link_start(&dest_url, &title, range),
            Tag::Image { dest_url, .. } => self.image = Some((dest_url.to_string(), String::new())),
            Tag::CodeBlock(kind) => self.code = Some((kind_of(&kind), range.start, String::new())),
            Tag::Table(columns) => self.table_start(columns),
            Tag::TableHead => self.row_start(true),
            Tag::TableRow => self.row_start(false),
            Tag::TableCell => self.cell_start(),
            Tag::BlockQuote(kind) => self.quote_start(kind),
            Tag::FootnoteDefinition(label) => self.footnote_start(&label),
            other => self.out.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(level) => self.heading_end(level, range),
            TagEnd::Link => self.link_end(),
            TagEnd::Image => self.image_end(range),
            TagEnd::CodeBlock => self.code_end(),
            TagEnd::Table => self.block_html("</tbody></table></div>\n"),
            TagEnd::TableHead => self.block_html("</tr></thead>\n<tbody>\n"),
            TagEnd::TableRow => self.block_html("</tr>\n"),
            TagEnd::TableCell => self.block_html(if self.in_table_head { "</th>" } else { "</td>" }),
            TagEnd::BlockQuote(_) => self.quote_end(),
            TagEnd::FootnoteDefinition => self.footnote_end(),
            other => self.out.push(Event::End(other)),
        }
    }

    /// The id is known when the heading's text is: it is put into the start that was kept back.
    fn heading_end(&mut self, level: HeadingLevel, range: &Range<usize>) {
        let (start, text) = self.heading.take().expect("invariant: a heading ends after it starts");
        let inside = self.out.split_off(start + 1);
        if level == HeadingLevel::H1 {
            self.heading_inside(inside, level);
            self.h1(start, text, range);
            return;
        }
        let Event::Start(Tag::Heading { id, .. }) = &mut self.out[start] else {
            unreachable!("invariant: `heading` points at a heading's start");
        };
        let written = id.take().map(|id| id.to_string());
        let chosen = match written {
            Some(own) if self.gathered.ids.take(&own) => own,
            Some(own) => self.repeated_id(&own, range),
            None => self.gathered.ids.for_text(&text),
        };
        if let Event::Start(Tag::Heading { id, .. }) = &mut self.out[start] {
            *id = Some(chosen.clone().into());
        }
        self.heading_inside(headings::linked(inside, &chosen), level);
        self.gathered.headings.push(Heading { level: level as u8, id: chosen, text });
    }

    fn heading_inside(&mut self, inside: Vec<Event<'t>>, level: HeadingLevel) {
        let soft = headings::softened(inside, self.reading.lang, &mut self.gathered.holes);
        self.out.extend(soft);
        self.out.push(Event::End(TagEnd::Heading(level)));
    }

    fn repeated_id(&mut self, id: &str, range: &Range<usize>) -> String {
        let place = self.place(range.start);
        self.gathered
            .diagnostics
            .error(&place, format!("the heading id `{id}` is used twice on this page"))
            .hint("give one of them another id");
        self.gathered.ids.for_text(id)
    }

    fn h1(&mut self, start: usize, text: String, range: &Range<usize>) {
        if start == 0 && self.gathered.h1.is_none() {
            self.gathered.h1 = Some(text);
            return;
        }
        let place = self.place(range.start);
        let finding = self.gathered.diagnostics.error(&place, "a page has one heading with a single `#`, at its start");
        finding.hint("use `##` for the sections of a page");
    }

    fn code_end(&mut self) {
        let (kind, start, text) = self.code.take().expect("invariant: code ends after it starts");
        let Some(kind) = kind else {
            self.block_html(format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escaped(&text)));
            return;
        };
        let line = self.place(start).line;
        let Some(node) = yaml::parse(self.source.file, &text, line, self.gathered.diagnostics) else {
            return;
        };
        self.our_block(kind, &node);
    }

    fn our_block(&mut self, kind: &str, node: &yaml::Node) {
        let (source, reading) = (self.source, self.reading);
        let mut own = std::mem::take(self.gathered.diagnostics);
        let block = block::parse(kind, node, &mut own, |text, place, found| {
            std::mem::swap(found, self.gathered.diagnostics);
            let fragment = inner(text, place, source, reading, self.gathered);
            std::mem::swap(found, self.gathered.diagnostics);
            fragment
        });
        *self.gathered.diagnostics = own;
        if let Some(block) = block {
            self.gathered.blocks.push(block);
            let mark = mark(&mut self.gathered.holes, Hole::Block(self.gathered.blocks.len() - 1));
            self.block_html(mark + "\n");
        }
    }

    /// The events, with the notes at their end in the order of their numbers.
    pub fn finished(mut self) -> Vec<Event<'t>> {
        self.running_ends();
        self.out.extend(self.notes.into_values().flatten());
        self.out
    }
}

/// What few texts have is styled by a sheet of its own.
fn is_rare(event: &Event) -> bool {
    match event {
        Event::Code(_) | Event::Rule | Event::TaskListMarker(_) => true,
        Event::Start(Tag::CodeBlock(kind)) => kind_of(kind).is_none(),
        Event::Start(tag) => matches!(tag, Tag::BlockQuote(None) | Tag::DefinitionList),
        _ => false,
    }
}

/// The kind of a block of ours.
pub(super) fn kind_of(kind: &CodeBlockKind) -> Option<&'static str> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let first = info.split_whitespace().next()?;
    KINDS.iter().find(|known| **known == first).copied()
}

pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_html(&mut html, text).expect("invariant: writing to a string cannot fail");
    html
}
