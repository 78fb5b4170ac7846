//! A consultant's year: the built-in handbook under a hundred names, each edition with colours of its own and a chapter
//! of its own in both languages.

use std::path::Path;

use super::corpus::{content, put};

pub fn write(root: &Path, count: usize) {
    put(
        &root.join("content/handbook.yaml"),
        "title: { fi: Käsikirja, en: Handbook }\nlanguages: [fi, en]\nbase_url: https://example.org/\n",
    );
    for number in 0..count {
        let own = root.join(format!("editions/firm{number:03}"));
        let colour = format!("{:02x}4060", number % 256);
        put(
            &own.join("_brand.yml"),
            &format!("meta: {{ name: Firm {number} }}\ncolor: {{ palette: {{ own: \"#{colour}\" }}, primary: own }}\n"),
        );
        for lang in ["fi", "en"] {
            let path = "theses/flow.md";
            let text = std::fs::read_to_string(content(lang).join(path)).expect("a shipped chapter");
            put(&own.join(lang).join(path), &format!("{text}\n\nFirm {number}.\n"));
        }
    }
}
