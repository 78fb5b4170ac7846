//! What a publisher says of themselves in the brand file: their links must lead somewhere, their texts must have a page.

use crate::address::PageId;
use crate::brand::PRIVACY;
use crate::diagnostics::Diagnostics;
use crate::page::leaves;
use crate::yaml::At;

use super::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let own = &site.brand.own;
    let links = [own.contact.as_ref().map(|contact| &contact.link), own.call.as_ref().map(|call| &call.link)];
    for link in links.into_iter().flatten() {
        check_link(link, site, diagnostics);
    }
    let texts = [own.legal.imprint.as_ref(), own.legal.privacy.as_ref()];
    for text in texts.into_iter().flatten() {
        if site.books.iter().any(|book| !book.pages.contains_key(PRIVACY)) {
            let message = format!("this would stand on page {PRIVACY}, and there is none");
            diagnostics.warning(&text.place, message).hint("bring the page back, or say it on a page of your own");
        }
    }
}

fn check_link(link: &At<String>, site: &Site, diagnostics: &mut Diagnostics) {
    let lacking = site.books.iter().find(|book| !book.pages.contains_key(&PageId::new(link)));
    let Some(book) = lacking.filter(|_| !leaves(link)) else {
        return;
    };
    let message = format!("`{}` is neither an address nor a page in `{}`", link.value, book.lang);
    let finding = diagnostics.error(&link.place, message);
    finding.nearest(link, book.pages.keys().map(|id| &*id.0));
    finding.or_hint("begin with `https://`, `mailto:` or `tel:`, or name a page by its path below the language folder");
}
