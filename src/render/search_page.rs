//! What an entry of the search tells the page that wants it: the other files of the search, and the words of its dialog.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::Shelf;
use super::search::FEATURE;

/// Files are as seen from the root of the output.
#[derive(Serialize)]
struct PageSide<'a> {
    style: &'a str,
    scripts: Vec<&'a str>,
    /// The entries of the other languages.
    others: BTreeMap<&'a str, &'a str>,
    words: Value,
}

impl Shelf<'_> {
    /// The end of an entry: what the search consists of on its pages, and the script that brings it.
    pub(super) fn search_start(&self) -> String {
        let (needs, every) = (self.theme.plan.needs(&[FEATURE]), self.theme.plan.needs(&[]));
        let own = |names: &[String], of_all: &[String], end: &str| -> Vec<&str> {
            let names = names.iter().filter(|name| !of_all.contains(name));
            names.filter_map(|name| self.assets.address(&format!("{name}{end}"))).collect()
        };
        let side = PageSide {
            style: own(&needs.styles, &every.styles, ".css").first().copied().unwrap_or_default(),
            scripts: own(&needs.later, &every.later, ""),
            others: self.search.iter().skip(1).map(|(lang, entry)| (&*lang.0, entry.as_str())).collect(),
            words: self.search_words(&needs.strings),
        };
        let side = serde_json::to_string(&side).unwrap_or_default();
        let scripts = own(&needs.scripts, &every.scripts, "");
        let starts = scripts.into_iter().filter_map(|file| self.assets.files.text(file)).collect::<String>();
        format!("portaat.searchData[{:?}].page={side};\n{starts}", &*self.lang().0)
    }

    fn search_words(&self, branches: &[String]) -> Value {
        let texts = self.theme.strings.of(self.lang());
        let words = branches.iter().find_map(|name| serde_json::to_value(texts.get(name)?).ok());
        words.unwrap_or_default()
    }
}
