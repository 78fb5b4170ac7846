//! Links by full address to what is published from the same project: a reader of one edition would land in another, or
//! in an older copy of the same.

use crate::diagnostics::Diagnostics;
use crate::page::Target;
use crate::site::Site;

use super::Address;

pub(super) fn check(site: &Site, addresses: &[Address], diagnostics: &mut Diagnostics) {
    let own = site.config.base_url.iter().map(|url| (site.edition.clone(), url.clone()));
    let addresses: Vec<Address> = own.chain(addresses.iter().cloned()).collect();
    for placed in site.books.iter().flat_map(|book| book.pages.values()) {
        for link in placed.page.links.iter().filter(|link| !link.place.is_built_in()) {
            let Target::External(url) = &link.target else {
                continue;
            };
            let whose =
                addresses.iter().filter(|(_, address)| leads_into(url, address)).max_by_key(|(_, url)| url.len());
            if let Some(whose) = whose.and_then(|(whose, _)| said(whose.as_deref(), site.edition.as_deref())) {
                let finding = diagnostics.warning(&link.place, format!("`{url}` leads {whose}"));
                finding.hint("link to the page's `.md` file, so that readers stay where they are");
            }
        }
    }
}

fn leads_into(url: &str, address: &str) -> bool {
    url.starts_with(address) || url == address.trim_end_matches('/')
}

/// The base may point at its editions; an edition stays by itself.
fn said(whose: Option<&str>, here: Option<&str>) -> Option<String> {
    match (whose, here) {
        (whose, here) if whose == here => Some("into this handbook by its address".to_owned()),
        (None, Some(_)) => Some("to the handbook this edition is made from".to_owned()),
        (Some(other), Some(_)) => Some(format!("to another edition, `{other}`")),
        (Some(_) | None, None) => None,
    }
}
