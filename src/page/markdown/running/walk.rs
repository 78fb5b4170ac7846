//! The walk over the events: which of them end a passage, and which belong to one.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::page::markdown::pass::kind_of;
use crate::page::prose::{Passage, PassageKind};

use super::Found;

pub(super) struct Walk<'w, 'l> {
    found: &'w mut Found<'l>,
    /// From an offset in the Markdown to one in the file.
    place: &'w dyn Fn(usize) -> usize,
    /// What a plain paragraph is here.
    base: PassageKind,
    /// The containers around, outermost first.
    inside: Vec<PassageKind>,
    open: Option<Passage>,
    /// An item that ends with a semicolon waits for the next one: they are read as one sentence.
    is_waiting: bool,
    /// Where italics began in the open passage.
    emphasis: Vec<usize>,
    /// Where the image being read stands, and its alternative.
    image: Option<(usize, Passage)>,
    code: Option<Code>,
}

/// Code between fences: whether it is a block of ours, where it stands, its text.
struct Code {
    is_ours: bool,
    start: usize,
    text: String,
}

impl<'w, 'l> Walk<'w, 'l> {
    pub fn new(found: &'w mut Found<'l>, base: PassageKind, place: &'w dyn Fn(usize) -> usize) -> Self {
        Self {
            found,
            place,
            base,
            inside: Vec::new(),
            open: None,
            is_waiting: false,
            emphasis: Vec::new(),
            image: None,
            code: None,
        }
    }

    pub fn event(&mut self, event: Event, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.inline_code(&text, range),
            Event::SoftBreak | Event::HardBreak => self.text(" ", range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        match tag {
            Tag::Emphasis => self.emphasis.push(self.length()),
            Tag::Image { .. } => self.image = Some((range.start, Passage::new(PassageKind::Alternative))),
            Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Superscript | Tag::Subscript => {}
            Tag::CodeBlock(kind) => self.code_start(kind, range),
            tag => {
                self.boundary();
                self.inside.extend(container(tag));
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis_end(),
            TagEnd::Image => self.image_end(),
            TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::CodeBlock => self.code_end(),
            TagEnd::List(_) => self.finish(),
            tag => {
                self.boundary();
                if is_container(tag) {
                    self.inside.pop();
                }
            }
        }
    }

    pub fn depth(&self) -> usize {
        self.inside.len()
    }

    fn kind(&self) -> PassageKind {
        let is_quote = self.inside.contains(&PassageKind::Quote);
        if is_quote { PassageKind::Quote } else { self.inside.last().copied().unwrap_or(self.base) }
    }

    fn length(&self) -> usize {
        self.open.as_ref().map_or(0, |passage| passage.text.len())
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
        } else if let Some((_, alternative)) = &mut self.image {
            alternative.push(text, (self.place)(range.start));
        } else {
            self.piece(text, range);
        }
    }

    fn piece(&mut self, text: &str, range: &Range<usize>) {
        let kind = self.kind();
        if self.is_waiting && kind != PassageKind::Item {
            self.finish();
        }
        let passage = self.open.get_or_insert_with(|| Passage::new(kind));
        if std::mem::take(&mut self.is_waiting) {
            passage.push(" ", (self.place)(range.start));
        }
        if (self.place)(range.end) == (self.place)(range.start) + text.len() {
            passage.push(text, (self.place)(range.start));
            return;
        }
        // What YAML folded or unescaped stands in the file word by word.
        for (at, word) in text.split_inclusive(' ').scan(range.start, |at, word| Some((step(at, word.len()), word))) {
            passage.push(word, (self.place)(at));
        }
    }

    fn inline_code(&mut self, text: &str, range: &Range<usize>) {
        let start = self.length();
        // The fences on both sides are alike.
        let inside = range.start + range.len().saturating_sub(text.len()) / 2;
        self.text(text, &(inside..inside + text.len()));
        if let Some(passage) = self.open.as_mut().filter(|_| self.image.is_none()) {
            passage.code.push(start..passage.text.len());
        }
    }

    fn emphasis_end(&mut self) {
        let start = self.emphasis.pop().unwrap_or_default();
        if let Some(passage) = &mut self.open {
            passage.quoted.push(start..passage.text.len());
        }
    }

    fn image_end(&mut self) {
        let Some((start, mut alternative)) = self.image.take() else {
            return;
        };
        if alternative.text.trim().is_empty() {
            self.found.images.push((self.place)(start));
        } else {
            alternative.finish();
            self.found.passages.push(alternative);
        }
    }

    fn code_start(&mut self, kind: &CodeBlockKind, range: &Range<usize>) {
        self.boundary();
        self.code = Some(Code { is_ours: kind_of(kind).is_some(), start: range.start, text: String::new() });
    }

    fn code_end(&mut self) {
        if let Some(code) = self.code.take().filter(|code| code.is_ours) {
            self.finish();
            self.found.block(&code.text, (self.place)(code.start));
        }
    }

    /// Whatever is open ends here, unless the next item goes on with it.
    fn boundary(&mut self) {
        self.is_waiting = self.open.as_ref().is_some_and(Passage::goes_on);
        if !self.is_waiting {
            self.finish();
        }
    }

    pub fn finish(&mut self) {
        self.is_waiting = false;
        if let Some(mut passage) = self.open.take().filter(|passage| !passage.text.trim().is_empty()) {
            passage.finish();
            self.found.passages.push(passage);
        }
    }
}

/// The number as it was, counted up.
fn step(at: &mut usize, by: usize) -> usize {
    std::mem::replace(at, *at + by)
}

impl Passage {
    fn goes_on(&self) -> bool {
        self.kind == PassageKind::Item && self.text.trim_end().ends_with(';')
    }
}

fn container(tag: &Tag) -> Option<PassageKind> {
    match tag {
        Tag::Heading { .. } => Some(PassageKind::Heading),
        Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => Some(PassageKind::Item),
        Tag::TableCell => Some(PassageKind::Cell),
        Tag::BlockQuote(kind) => Some(if kind.is_some() { PassageKind::Alert } else { PassageKind::Quote }),
        _ => None,
    }
}

/// Must say the same as `container`.
fn is_container(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableCell
            | TagEnd::BlockQuote(_)
    )
}
