//! Links and images: what they lead to stays symbolic.

use std::ops::Range;

use super::{Pass, escaped};
use crate::page::fragment::{Hole, mark};
use crate::page::link::{self, Link, Target};

impl Pass<'_, '_, '_, '_> {
    pub(super) fn link_start(&mut self, written: &str, title: &str, range: &Range<usize>) {
        let place = self.place(range.start);
        let target = link::target(written, self.source.folder, self.source.own, &place, self.gathered.diagnostics);
        let index = self.gathered.links.len();
        self.gathered.links.push(Link { target, place, title: title.to_owned() });
        self.links.push(index);
        let mark = mark(&mut self.gathered.holes, Hole::LinkStart(index));
        self.inline(mark);
    }

    pub(super) fn link_end(&mut self) {
        let index = self.links.pop().expect("invariant: a link ends after it starts");
        let mark = mark(&mut self.gathered.holes, Hole::LinkEnd(index));
        self.inline(mark);
    }

    pub(super) fn image_end(&mut self, range: &Range<usize>) {
        let (written, alt) = self.image.take().expect("invariant: an image ends after it starts");
        let place = self.place(range.start);
        let target = link::target(&written, self.source.folder, self.source.own, &place, self.gathered.diagnostics);
        if !matches!(target, Target::Asset(_) | Target::Broken) {
            let finding =
                self.gathered.diagnostics.error(&place, format!("the image `{written}` is no file of the content"));
            finding.hint("put it under `assets/` and name its path from this file");
        }
        let index = self.gathered.links.len();
        self.gathered.links.push(Link { target, place, title: String::new() });
        let mark = mark(&mut self.gathered.holes, Hole::Image(index));
        self.inline(format!("<img src=\"{mark}\" alt=\"{}\" loading=\"lazy\">", escaped(&alt)));
    }
}
