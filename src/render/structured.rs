//! A page as data that search engines know (schema.org, JSON-LD): the handbook is a book in one language, its pages are
//! chapters. Data, no script: nothing runs, and the policy of the page stands.

use serde_json::{Map, Value, json};

use crate::address::PageId;
use crate::site::Kind;

use super::links::{Shown, absolute};

impl Shown<'_> {
    pub(super) fn structured(&self, base: &str, url: &str) -> String {
        if self.placed.page.lang != *self.shelf.lang() {
            return String::new(); // borrowed: its own book tells of it
        }
        let mut facts = match self.placed.kind {
            Kind::Home => self.book(base, url),
            kind if kind.is_read() => self.chapter(base, url),
            _ => return String::new(),
        };
        facts.retain(|_, value| !value.is_null() && value != "");
        // `<` is escaped, so that no text can end the element it stands in.
        let text = Value::from(facts).to_string().replace('<', "\\u003c");
        format!("<script type=\"application/ld+json\">{text}</script>\n")
    }

    fn book(&self, base: &str, url: &str) -> Map<String, Value> {
        let (site, lang) = (self.shelf.site, self.shelf.lang());
        let book = &site.brand;
        let publisher =
            json!({ "@type": "Organization", "name": book.full_name(&site.config, lang), "url": book.home });
        let card = self.shelf.assets.card(lang).map(|address| format!("{base}{address}"));
        let others = site.books.iter().filter(|book| book.lang != self.placed.page.lang);
        let others: Vec<Value> = others
            .filter_map(|book| Some(json!({ "@id": absolute(base, &book.own(&self.placed.page.id)?.address) })))
            .collect();
        let facts = json!({
            "@context": "https://schema.org",
            "@type": "Book",
            "@id": url,
            "url": url,
            "name": book.name(&site.config, lang),
            "description": self.description,
            "inLanguage": &*self.placed.page.lang.0,
            "image": card,
            "publisher": without_nulls(publisher),
            "workTranslation": if others.is_empty() { Value::Null } else { others.into() },
            "dateModified": self.updated(),
        });
        map(facts)
    }

    fn chapter(&self, base: &str, url: &str) -> Map<String, Value> {
        let home = self.shelf.book.address(&PageId::new("index")).unwrap_or_default();
        let name = self.shelf.site.brand.name(&self.shelf.site.config, self.shelf.lang());
        let facts = json!({
            "@context": "https://schema.org",
            "@type": "Chapter",
            "url": url,
            "name": self.title,
            "inLanguage": &*self.placed.page.lang.0,
            "position": self.shelf.positions.get(&self.placed.page.id).map(|at| at + 1),
            "isPartOf": { "@type": "Book", "@id": absolute(base, home), "name": name },
            "dateModified": self.updated(),
        });
        map(facts)
    }

    fn updated(&self) -> Option<&str> {
        self.placed.page.meta.updated.as_ref().map(|day| day.value.as_str())
    }
}

fn map(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

fn without_nulls(value: Value) -> Value {
    let mut map = map(value);
    map.retain(|_, value| !value.is_null());
    map.into()
}
