//! The pages for many people at once: where their scripts lead, and how phones find the questions.

use serde::Serialize;

use crate::address::PageId;
use crate::model::Model;
use crate::qr;

use super::Shelf;
use super::about::TextView;
use super::form::LinkView;

#[derive(Serialize)]
pub(super) struct TeamView<'a> {
    guide: Option<LinkView>,
    workshop: Option<LinkView>,
    privacy: Option<LinkView>,
    functions: Vec<TextView<'a>>,
}

#[derive(Serialize)]
pub(super) struct WorkshopView {
    team: Option<LinkView>,
    result: Option<LinkView>,
    quick: Option<PhoneView>,
    full: Option<PhoneView>,
}

/// A form's address for phones, which cannot follow a link on somebody else's screen.
#[derive(Serialize)]
struct PhoneView {
    href: String,
    url: String,
    qr_html: String,
}

impl<'a> Shelf<'a> {
    pub(super) fn team(&self, from: &str, model: &'a Model) -> TeamView<'a> {
        TeamView {
            guide: self.link(from, &PageId::new("toolbox/gap-talk")),
            workshop: self.link(from, &PageId::new("assessment/workshop")),
            privacy: self.link(from, &PageId::new("reference/privacy")),
            functions: self.about(model).options("function"),
        }
    }

    pub(super) fn workshop(&self, from: &str) -> WorkshopView {
        WorkshopView {
            team: self.link(from, &PageId::new("assessment/team")),
            result: self.link(from, &PageId::new("assessment/result")),
            quick: self.phone(from, "assessment/quick"),
            full: self.phone(from, "assessment/index"),
        }
    }

    /// Without a `base_url` there is no address that another device could open: then the drawing is empty.
    fn phone(&self, from: &str, id: &str) -> Option<PhoneView> {
        let id = PageId::new(id);
        let href = self.href(from, &id)?;
        let address = self.book.address(&id)?;
        let base = self.site.config.base_url.as_deref();
        let url = base.map(|base| format!("{base}{}", address.trim_end_matches("index.html"))).unwrap_or_default();
        let qr_html = if url.is_empty() { None } else { qr::svg(&url) }.unwrap_or_default();
        Some(PhoneView { href, url, qr_html })
    }
}
