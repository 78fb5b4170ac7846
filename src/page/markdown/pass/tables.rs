//! Tables in a region that scrolls, with classes where the library would write styles.

use pulldown_cmark::Alignment;

use super::{Pass, escaped};
use crate::page::fragment::{Hole, mark};

impl Pass<'_, '_, '_, '_> {
    /// A table scrolls in a region of its own, named by the heading above it.
    pub(super) fn table_start(&mut self, columns: Vec<Alignment>) {
        self.columns = columns;
        let label = match self.gathered.headings.last() {
            Some(heading) => format!("aria-labelledby=\"{}\"", escaped(&heading.id)),
            None => format!("aria-label=\"{}\"", mark(&mut self.gathered.holes, Hole::TableLabel)),
        };
        self.block_html(format!("<div class=\"table\" role=\"region\" tabindex=\"0\" {label}><table>"));
    }

    pub(super) fn row_start(&mut self, is_head: bool) {
        (self.column, self.in_table_head) = (0, is_head);
        self.block_html(if is_head { "<thead><tr>" } else { "<tr>" });
    }

    pub(super) fn cell_start(&mut self) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.column += 1;
        self.block_html(if self.in_table_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") });
    }
}
