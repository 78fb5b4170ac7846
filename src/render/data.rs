//! The data blocks of a page: the model and the words its scripts need, and nothing else.

use crate::address::PageId;
use crate::model::{self, Client};
use crate::page::Block;
use crate::site::{Kind, Placed};
use crate::theme::Needs;

use super::Shelf;

impl Shelf<'_> {
    pub(super) fn model_json(&self, placed: &Placed, from: &str) -> String {
        let (Some(full), Some(quick)) = (&self.site.model, self.quick) else {
            return String::new();
        };
        let href = |page: &PageId| self.href(from, page);
        let whole = |id: &str, model| model::json(id, &Client::whole(model, &href));
        match placed.kind {
            Kind::Assessment if placed.page.id.is_index() => whole("portaat-model", full),
            Kind::Assessment => whole("portaat-model", quick) + &whole("portaat-model-full", full),
            Kind::Result | Kind::Team | Kind::Workshop => {
                whole("portaat-model", full) + &whole("portaat-model-quick", quick)
            }
            _ => {
                let asked: Vec<&str> = placed.page.blocks.iter().filter_map(asked).collect();
                if asked.is_empty() {
                    String::new()
                } else {
                    model::json("portaat-model", &Client::chapter(full, &asked, &href))
                }
            }
        }
    }

    pub(super) fn strings_json(&self, needs: &Needs) -> String {
        if needs.strings.is_empty() {
            return String::new();
        }
        let tree = self.theme.strings.of(self.lang());
        let mut strings = serde_json::json!({});
        for name in &needs.strings {
            let found = name.split('.').try_fold(tree, |node, part| node.get(part));
            if let Some(found) = found.and_then(|found| serde_json::to_value(found).ok()) {
                put(&mut strings, name, found);
            }
        }
        model::json("portaat-strings", &serde_json::json!({ "lang": &*self.lang().0, "strings": strings }))
    }
}

/// A branch, or with dots in its name a part of one, beside what is there.
fn put(strings: &mut serde_json::Value, name: &str, value: serde_json::Value) {
    let at = name.split('.').fold(strings, |place, part| {
        if !place.is_object() {
            *place = serde_json::json!({});
        }
        &mut place[part]
    });
    *at = value;
}

fn asked(block: &Block) -> Option<&str> {
    if let Block::Check { dimension } = block { Some(&dimension.value) } else { None }
}
