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
                    model::json("portaat-model", &Client::chapter(full, &asked))
                }
            }
        }
    }

    pub(super) fn strings_json(&self, needs: &Needs) -> String {
        if needs.strings.is_empty() {
            return String::new();
        }
        let tree = self.theme.strings.of(self.lang());
        let branches: serde_json::Map<String, serde_json::Value> = needs
            .strings
            .iter()
            .filter_map(|name| Some((name.clone(), serde_json::to_value(tree.get(name)?).ok()?)))
            .collect();
        model::json("portaat-strings", &serde_json::json!({ "lang": &*self.lang().0, "strings": branches }))
    }
}

fn asked(block: &Block) -> Option<&str> {
    if let Block::Check { dimension } = block { Some(&dimension.value) } else { None }
}
