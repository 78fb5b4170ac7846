//! What a page says twice, or leaves unsaid: headings, pictures without words, claims without a source.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostics;
use crate::page::{Block, PassageKind};

use super::Reading;

pub(super) fn check(reading: &Reading, diagnostics: &mut Diagnostics) {
    headings(reading, diagnostics);
    for place in &reading.prose.bare_images {
        let finding = diagnostics.warning(place, "this image has no alternative text");
        finding.hint("say between the brackets what it shows: `![A desk that faces the door](…)`");
    }
    for block in &reading.page.blocks {
        if let Block::Claim { source, .. } = block
            && source.trim().is_empty()
        {
            diagnostics.warning(&source.place, "this claim has no source").hint("say who reported it, and where");
        }
    }
}

fn headings(reading: &Reading, diagnostics: &mut Diagnostics) {
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    let is_heading = |kind| matches!(kind, PassageKind::Title | PassageKind::Heading);
    for passage in reading.prose.passages.iter().filter(|passage| is_heading(passage.kind)) {
        let place = reading.prose.place(passage, 0);
        let said = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
        match lines.get(&said.to_lowercase()) {
            Some(line) => {
                let finding = diagnostics.warning(&place, format!("the heading “{said}” stands twice on this page"));
                finding.hint(format!("line {line} has it too; say in both what is different"));
            }
            None => drop(lines.insert(said.to_lowercase(), place.line)),
        }
    }
}
