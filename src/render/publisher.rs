//! Who publishes this edition: the lines at the foot, the way on for a reader who has finished, and what the law wants
//! said. All of it stands in the brand file, so that no page has to be written for it.

use std::fmt::Write;

use serde::Serialize;

use crate::address::PageId;
use crate::brand::{PRIVACY, Texts, text_for};

use super::Shelf;
use super::form::LinkView;
use super::value::escaped;

#[derive(Serialize)]
pub(super) struct Publisher<'a> {
    name: &'a str,
    /// The publisher's own site.
    home: Option<&'a str>,
    footer_html: String,
    contact: Option<ToView<'a>>,
    call: Option<ToView<'a>>,
    licence_html: String,
    /// What is said on this page and nowhere else.
    legal_html: String,
}

/// A link out, and what stands before it.
#[derive(Serialize)]
struct ToView<'a> {
    text: &'a str,
    label: &'a str,
    href: String,
}

/// Where the name of the publisher is reached from the foot of every page.
const IMPRINT: &str = "publisher";

pub(super) fn publisher<'a>(shelf: &Shelf<'a>, is_privacy: bool, from: &str) -> Publisher<'a> {
    let (site, lang) = (shelf.site, shelf.lang());
    let own = &site.brand.own;
    let text = |texts: &'a Texts| text_for(texts, &lang.0);
    let to = |before: Option<&'a Texts>, label, link: &str| {
        let href = shelf.href(from, &PageId::new(link)).unwrap_or_else(|| link.to_owned());
        Some(ToView { text: before.and_then(text).unwrap_or_default(), label: text(label)?, href })
    };
    Publisher {
        name: site.brand.full_name(&site.config, lang),
        home: site.brand.home.as_deref(),
        footer_html: own.footer.as_ref().and_then(text).map(paragraphs).unwrap_or_default(),
        contact: own.contact.as_ref().and_then(|contact| to(None, &contact.label, &contact.link)),
        call: own.call.as_ref().and_then(|call| to(call.text.as_ref(), &call.label, &call.link)),
        licence_html: own.licence.as_ref().and_then(text).map(escaped).unwrap_or_default(),
        legal_html: if is_privacy { legal(shelf) } else { String::new() },
    }
}

/// The link to the imprint, where there is one.
pub(super) fn imprint(shelf: &Shelf, from: &str) -> Option<LinkView> {
    let texts = shelf.site.brand.own.legal.imprint.as_ref()?;
    text_for(texts, &shelf.lang().0)?;
    let href = shelf.href(from, &PageId::new(PRIVACY))? + "#" + IMPRINT;
    Some(LinkView { title: shelf.text("legal.imprint").to_owned(), href })
}

/// What the law wants said, as it stands at the end of the page on privacy.
pub(super) fn legal(shelf: &Shelf) -> String {
    let own = &shelf.site.brand.own.legal;
    let mut html = String::new();
    for (texts, id, title) in
        [(&own.privacy, "publisher-privacy", "legal.privacy"), (&own.imprint, IMPRINT, "legal.imprint")]
    {
        if let Some(text) = texts.as_ref().and_then(|texts| text_for(texts, &shelf.lang().0)) {
            let title = escaped(shelf.text(title));
            let _ = write!(html, "<h2 id=\"{id}\">{title}</h2>\n{}\n", paragraphs(text));
        }
    }
    html
}

/// Plain text as paragraphs, parted by empty lines.
fn paragraphs(text: &str) -> String {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| escaped(part).replace('\n', "<br>")).collect();
    if parts.is_empty() { String::new() } else { format!("<p>{}</p>", parts.join("</p><p>")) }
}
