//! Alerts, which have a heading in the reader's language, and footnotes, which wait for the end of the page.

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::Pass;
use crate::page::fragment::{Hole, mark};

impl Pass<'_, '_, '_, '_> {
    pub(super) fn quote_start(&mut self, kind: Option<BlockQuoteKind>) {
        self.quotes.push(kind.is_some());
        let Some(kind) = kind.map(alert) else {
            self.out.push(Event::Start(Tag::BlockQuote(None)));
            return;
        };
        let mark = mark(&mut self.gathered.holes, Hole::Alert(kind));
        self.block_html(format!("<div class=\"note note-{kind}\" role=\"note\"><p class=\"label\">{mark}</p>\n"));
    }

    pub(super) fn quote_end(&mut self) {
        match self.quotes.pop() {
            Some(true) => self.block_html("</div>\n"),
            _ => self.out.push(Event::End(TagEnd::BlockQuote(None))),
        }
    }

    /// The number of a note, and how many times it has been named.
    pub(super) fn footnote(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.gathered.footnotes.len() + 1;
        self.gathered.footnotes.entry(label.to_owned()).or_insert((next, 0))
    }

    pub(super) fn footnote_reference(&mut self, label: &str) {
        let (number, times) = self.footnote(label);
        *times += 1;
        let id = if *times == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{times}") };
        let anchor = format!("<a href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a>");
        self.inline(format!("<sup class=\"footnote-reference\" id=\"{id}\">{anchor}</sup>"));
    }

    pub(super) fn footnote_start(&mut self, label: &str) {
        let number = self.footnote(label).0;
        self.note = (self.out.len(), number);
        let label = format!(
            "<a class=\"footnote-definition-label\" href=\"#fnref-{number}\" role=\"doc-backlink\">{number}</a>"
        );
        self.block_html(format!("<div class=\"footnote-definition\" id=\"fn-{number}\">{label}\n"));
    }

    /// A note is kept back until the end of the page.
    pub(super) fn footnote_end(&mut self) {
        self.block_html("</div>\n");
        let (start, number) = self.note;
        self.notes.insert(number, self.out.split_off(start));
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
