//! What a link to a page shows where it is shared: title, sentence and picture.

use std::fmt::Write;

use crate::address::Lang;
use crate::brand::picture_size;
use crate::card;
use crate::site::Kind;
use crate::tongue;

use super::Shelf;
use super::links::Shown;
use super::value::escaped;

/// Forms that every reader of shared links can show.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp"];

struct Picture<'a> {
    address: &'a str,
    size: Option<(u32, u32)>,
    alt: &'a str,
}

impl Shown<'_> {
    pub(super) fn open_graph(&self, base: &str, url: &str) -> String {
        let (kind, title) = match self.placed.kind {
            Kind::Home => ("book", self.head_title),
            kind if kind.is_read() => ("article", self.title),
            _ => ("website", self.title),
        };
        let picture = self.own_picture().or_else(|| card(self.shelf));
        let languages = self.shelf.site.books.iter().filter(|book| book.own(&self.placed.page.id).is_some());
        let others = languages.map(|book| &book.lang).filter(|lang| **lang != self.placed.page.lang);
        let facts = [("type", kind), ("title", title), ("description", self.description), ("url", url)];
        tags(self.shelf, &facts, &self.placed.page.lang, others) + &picture_tags(picture.as_ref(), base)
    }

    /// The picture the page's author chose, if others can show it.
    fn own_picture(&self) -> Option<Picture<'_>> {
        let path = &self.placed.page.meta.image.as_ref()?.value;
        let (_, end) = path.rsplit_once('.')?;
        let address =
            self.shelf.assets.address(path).filter(|_| PICTURES.contains(&end.to_ascii_lowercase().as_str()))?;
        let size = self.shelf.assets.files.0.get(address).and_then(|bytes| picture_size(path, bytes));
        Some(Picture { address, size, alt: self.title })
    }
}

fn card<'a>(shelf: &'a Shelf) -> Option<Picture<'a>> {
    let alt = shelf.site.brand.full_name(&shelf.site.config, shelf.lang());
    Some(Picture {
        address: shelf.assets.card(shelf.lang())?,
        size: Some((card::SIZE.0.into(), card::SIZE.1.into())),
        alt,
    })
}

/// For the choice of language at the root.
pub(super) fn choice(shelves: &[Shelf], base: &str) -> String {
    let Some(first) = shelves.first() else {
        return String::new();
    };
    let name = first.site.brand.name(&first.site.config, first.lang());
    let facts = [("type", "website"), ("title", name), ("description", first.text("home.line")), ("url", base)];
    let others = shelves.iter().skip(1).map(Shelf::lang);
    tags(first, &facts, first.lang(), others) + &picture_tags(card(first).as_ref(), base)
}

fn tags<'l>(shelf: &Shelf, facts: &[(&str, &str)], lang: &Lang, others: impl Iterator<Item = &'l Lang>) -> String {
    let name = shelf.site.brand.name(&shelf.site.config, shelf.lang());
    let mut html = String::new();
    for (property, content) in facts.iter().chain(&[("site_name", name)]).filter(|(_, content)| !content.is_empty()) {
        tag(&mut html, property, content);
    }
    if let Some(locale) = locale(lang) {
        tag(&mut html, "locale", &locale);
    }
    others.filter_map(locale).for_each(|locale| tag(&mut html, "locale:alternate", &locale));
    html
}

fn tag(html: &mut String, property: &str, content: &str) {
    let _ = writeln!(html, "<meta property=\"og:{property}\" content=\"{}\">", escaped(content));
}

fn picture_tags(picture: Option<&Picture>, base: &str) -> String {
    let Some(Picture { address, size, alt }) = picture else {
        return String::new();
    };
    let mut html = String::new();
    tag(&mut html, "image", &format!("{base}{address}"));
    if let Some((width, height)) = size {
        tag(&mut html, "image:width", &width.to_string());
        tag(&mut html, "image:height", &height.to_string());
    }
    tag(&mut html, "image:alt", alt);
    html + "<meta name=\"twitter:card\" content=\"summary_large_image\">\n"
}

/// `fi` → `fi_FI`, `en-US` → `en_US`: those who read this want a territory. A language whose home is not known is left
/// out, not guessed.
fn locale(lang: &Lang) -> Option<String> {
    let mut parts = lang.0.split('-');
    let language = parts.next().unwrap_or_default();
    let is_territory = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    if let Some(territory) = parts.find(is_territory) {
        return Some(format!("{language}_{}", territory.to_ascii_uppercase()));
    }
    tongue::of(language).map(|known| format!("{language}_{}", known.territory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_territory_or_nothing() {
        let locale = |tag| locale(&Lang::new(tag));
        assert_eq!(
            ["fi", "en-US", "zh-Hant-TW"].map(locale),
            ["fi_FI", "en_US", "zh_TW"].map(|one| Some(one.to_owned()))
        );
        assert_eq!(["smn", "zh-Hant"].map(locale), [None, None]);
    }
}
