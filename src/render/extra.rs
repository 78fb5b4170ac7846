//! An author's own `extra` data for the template: texts with their variables filled, pages with their addresses.

use tera::{Map, Value as View};

use crate::yaml::{Node, Value};

use super::Shelf;

impl Shelf<'_> {
    /// `{}` when the page has none.
    pub(super) fn extra(&self, extra: Option<&Node>, from: &str) -> View {
        extra.map_or_else(|| Map::default().into(), |extra| self.extra_value(extra, from))
    }

    fn extra_value(&self, node: &Node, from: &str) -> View {
        match &node.value {
            Value::Text(text) => self.filled(text).into(),
            Value::List(items) => {
                let shown = items.iter().filter(|item| self.leads_somewhere(item));
                shown.map(|item| self.extra_value(item, from)).collect::<Vec<_>>().into()
            }
            Value::Map(entries) => {
                let own = entries.iter().map(|(key, value)| (key.name.clone().into(), self.extra_value(value, from)));
                let mut map: Map = own.collect();
                self.add_address(node, from, &mut map);
                map.into()
            }
            _ => View::from_serializable(node),
        }
    }

    /// An entry for a page that was removed is left out.
    fn leads_somewhere(&self, item: &Node) -> bool {
        item.get("page").and_then(Node::text).is_none_or(|id| self.placed(id).is_some())
    }

    /// A map with `page: theses/flow` also gets that page's `href` and `title`.
    fn add_address(&self, node: &Node, from: &str, map: &mut Map) {
        let page = node.get("page").and_then(Node::text).and_then(|id| self.placed(id));
        if let Some(page) = page {
            map.insert("href".into(), crate::address::relative(from, &page.address).into());
            map.entry("title".into()).or_insert_with(|| self.filled(&page.page.title).into());
        }
    }
}
