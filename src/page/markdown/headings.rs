//! Headings and leads as they are shown: long words may be broken, and a heading is a link to itself, to be passed on.

use pulldown_cmark::{CowStr, Event};

use crate::address::Lang;
use crate::hyphens;
use crate::page::fragment::{Hole, mark};

/// The events with a hole wherever a long word may be broken.
pub(super) fn softened<'t>(
    events: impl IntoIterator<Item = Event<'t>>,
    lang: &Lang,
    holes: &mut Vec<Hole>,
) -> Vec<Event<'t>> {
    let mut soft = Vec::new();
    for event in events {
        match event {
            Event::Text(text) => divide(text, lang, holes, &mut soft),
            other => soft.push(other),
        }
    }
    soft
}

fn divide<'t>(text: CowStr<'t>, lang: &Lang, holes: &mut Vec<Hole>, out: &mut Vec<Event<'t>>) {
    let places = hyphens::places(&text, lang);
    if places.is_empty() {
        out.push(Event::Text(text));
        return;
    }
    let mut done = 0;
    for at in places {
        out.push(Event::Text(text[done..at].to_owned().into()));
        out.push(Event::InlineHtml(mark(holes, Hole::SoftHyphen).into()));
        done = at;
    }
    out.push(Event::Text(text[done..].to_owned().into()));
}

/// A link to the heading around what stands in it; none around links or whatever else may hold one.
pub(super) fn linked<'t>(events: Vec<Event<'t>>, id: &str) -> Vec<Event<'t>> {
    let is_plain = |event: &Event| !matches!(event, Event::InlineHtml(_) | Event::Html(_));
    if events.is_empty() || !events.iter().all(is_plain) {
        return events;
    }
    let start = Event::InlineHtml(format!("<a href=\"#{}\">", super::pass::escaped(id)).into());
    std::iter::once(start).chain(events).chain([Event::InlineHtml("</a>".into())]).collect()
}
