//! What search engines look for at the root: `robots.txt` and, with an address, `sitemap.xml`. A page stands in it once,
//! in its own language, with its translations.

use std::fmt::Write;

use crate::address::PageId;
use crate::files::Files;
use crate::site::Site;

use super::links::{absolute, alternates};
use super::value::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";

pub(super) fn add(files: &mut Files, site: &Site) {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &site.config.base_url {
        let _ = writeln!(robots, "Sitemap: {base}sitemap.xml");
        files.insert("sitemap.xml", sitemap(site, base));
    }
    files.insert("robots.txt", robots);
}

fn sitemap(site: &Site, base: &str) -> String {
    let mut xml = HEAD.to_owned();
    let home = PageId::new("index");
    if !alternates(site, &home, base).is_empty() {
        add_page(&mut xml, site, base, (&home, base, None)); // the choice of language
    }
    for book in &site.books {
        for (id, placed) in book.pages.iter().filter(|(id, _)| book.own(id).is_some()) {
            let updated = placed.page.meta.updated.as_ref().map(|day| day.value.as_str());
            add_page(&mut xml, site, base, (id, &absolute(base, &placed.address), updated));
        }
    }
    xml + "</urlset>\n"
}

fn add_page(xml: &mut String, site: &Site, base: &str, (id, url, updated): (&PageId, &str, Option<&str>)) {
    let _ = write!(xml, "<url><loc>{}</loc>", escaped(url));
    if let Some(day) = updated {
        let _ = write!(xml, "<lastmod>{day}</lastmod>");
    }
    for (lang, url) in alternates(site, id, base) {
        let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", escaped(&url));
    }
    xml.push_str("</url>\n");
}
