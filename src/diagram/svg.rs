//! Marks as SVG text: classes and presentation attributes only, so that the theme and the brand own every
//! colour and a strict content policy has nothing to refuse.

use super::sheet::{Anchor, Mark, Sheet, Text, WIDTH, num};
use super::text::plain;

impl Sheet {
    pub fn svg(&self, id: &str, title: &str) -> String {
        let (id, title) = (escape(id), escape(&plain(title)));
        let said = escape(&self.said.join("; "));
        let hatch = if self.has_mass() { hatch(&id) } else { String::new() };
        let marks: String = self.marks.iter().map(|mark| mark.svg(&id)).collect();
        format!(
            "<svg class=\"draw\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\">\
             <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{said}</desc>{hatch}{marks}</svg>",
            num(WIDTH),
            num(self.height),
        )
    }

    fn has_mass(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark, Mark::Path { class: "mass", .. }))
    }
}

impl Mark {
    fn svg(&self, id: &str) -> String {
        match self {
            Self::Path { class: class @ "mass", pen } => {
                format!("<path class=\"{class}\" fill=\"url(#{id}-h)\" d=\"{}\" />", pen.0)
            }
            Self::Path { class, pen } => format!("<path{} d=\"{}\" />", attribute(class), pen.0),
            Self::Disc { class, x, y, r } => {
                let [x, y, r] = [x, y, r].map(|value| num(*value));
                format!("<circle{} cx=\"{x}\" cy=\"{y}\" r=\"{r}\" />", attribute(class))
            }
            Self::Text(text) => text.svg(),
        }
    }
}

impl Text {
    fn svg(&self) -> String {
        let (x, y) = (num(self.x), num(self.y));
        let place = if self.turned {
            format!(" transform=\"translate({x} {y}) rotate(-90)\"")
        } else {
            format!(" x=\"{x}\" y=\"{y}\"")
        };
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        format!("<text{}{place}{anchor}>{}</text>", attribute(self.class), escape(&self.words))
    }
}

fn hatch(id: &str) -> String {
    format!(
        "<defs><pattern id=\"{id}-h\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\">\
         <path d=\"M0 0V7\" stroke=\"currentColor\" stroke-width=\"1\" /></pattern></defs>"
    )
}

fn attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Pen;
    use super::*;

    #[test]
    fn a_sheet_is_one_labelled_image() {
        let mut sheet = Sheet { height: 20.0, said: vec!["A".into(), "B".into()], ..Sheet::default() };
        sheet.path("thin", Pen::at(0.0, 1.0).line(2.0, 1.0));
        sheet.disc("", (5.0, 6.0), 3.0);
        sheet.text("q", (5.0, 12.0), Anchor::Middle, "A\u{AD}B");
        assert_eq!(
            sheet.svg("d1", "Two"),
            "<svg class=\"draw\" viewBox=\"0 0 340 20\" role=\"img\" \
             aria-labelledby=\"d1-t\" aria-describedby=\"d1-d\">\
             <title id=\"d1-t\">Two</title><desc id=\"d1-d\">A; B</desc><path class=\"thin\" d=\"M0 1L2 1\" />\
             <circle cx=\"5\" cy=\"6\" r=\"3\" />\
             <text class=\"q\" x=\"5\" y=\"12\" text-anchor=\"middle\">AB</text></svg>"
        );
    }

    #[test]
    fn everything_authored_is_escaped() {
        let mut sheet = Sheet { said: vec!["<i>".into()], ..Sheet::default() };
        sheet.text("", (0.0, 0.0), Anchor::Start, "a < b & \"c\"");
        let svg = sheet.svg("d\"", "</title>");
        assert!(svg.contains(">a &lt; b &amp; &quot;c&quot;</text>"), "{svg}");
        assert!(svg.contains(">&lt;/title&gt;</title>") && svg.contains(">&lt;i&gt;</desc>"), "{svg}");
        assert!(svg.contains("id=\"d&quot;-t\""), "{svg}");
    }

    #[test]
    fn the_hatch_is_defined_only_where_there_is_mass() {
        let mut sheet = Sheet::default();
        assert!(!sheet.svg("d1", "").contains("<pattern"));
        sheet.path("mass", Pen::at(0.0, 0.0));
        let svg = sheet.svg("d1", "");
        assert!(svg.contains("<pattern id=\"d1-h\"") && svg.contains("fill=\"url(#d1-h)\""), "{svg}");
    }

    #[test]
    fn turned_text_reads_upwards() {
        let words = "Kulttuuri".into();
        let text = Text { class: "", x: 14.0, y: 90.0, anchor: Anchor::End, turned: true, words };
        let expected = "<text transform=\"translate(14 90) rotate(-90)\" text-anchor=\"end\">Kulttuuri</text>";
        assert_eq!(text.svg(), expected);
    }
}
