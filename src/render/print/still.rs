//! A page's HTML as part of a larger document on paper: ids told apart by the page, links led to where their target
//! stands now, headings moved down, and everything one would press or type into turned into a place to write on.
//!
//! The one place that reads finished HTML: ids and headings of blocks come from templates that a theme may change, so
//! only the result knows them all.

use std::borrow::Cow;
use std::fmt::Write;

use crate::html::{COMMENT, Tag, element_end, tag, words};
use crate::render::value::escaped;

/// How a page is taken into a document.
pub(super) struct Still<'a> {
    /// Goes before every id of the page.
    pub prefix: &'a str,
    /// By how many levels headings go down.
    pub down: u8,
    /// Where an address written on the page leads from the document.
    pub way: &'a dyn Fn(&str) -> Way,
}

/// Where a link leads, and what paper says about it (nothing when empty).
pub(super) struct Way {
    pub href: String,
    pub said: String,
}

/// Elements that are nothing on paper.
const DROPPED: &[&str] = &["button", "datalist", "noscript", "script", "template"];

/// Attributes that name ids.
const NAMES: &[&str] =
    &["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "headers", "list"];

/// Attributes that hold an address.
const ADDRESSES: &[&str] = &["href", "src", "poster", "data", "xlink:href"];

impl Still<'_> {
    pub fn of(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len() + html.len() / 8);
        let mut at = 0;
        while let Some(open) = html[at..].find('<').map(|found| at + found) {
            out.push_str(&html[at..open]);
            at = if let Some(tag) = tag(html, open) {
                self.tag(&mut out, html, open, &tag)
            } else {
                out.push('<');
                open + 1
            };
        }
        out + &html[at..]
    }

    /// Writes what stands for the tag, and says where to go on.
    fn tag(&self, out: &mut String, html: &str, open: usize, tag: &Tag) -> usize {
        if tag.is_end {
            match tag.heading() {
                Some(level) => out.extend(["</h", self.level(level), ">"]),
                None => out.push_str(&html[open..tag.end]),
            }
            return tag.end;
        }
        if tag.name == COMMENT {
            out.push_str(&html[open..tag.end]);
            return tag.end;
        }
        if tag.is_one_of(DROPPED) || tag.has_class("noprint") {
            return element_end(html, tag.name, tag.end);
        }
        if let Some(end) = blank(out, html, tag) {
            return end;
        }
        match tag.heading() {
            Some(level) => {
                let class = tag.get("class").unwrap_or_default();
                let space = if class.is_empty() { "" } else { " " };
                let _ = write!(out, "<h{} class=\"h{level}{space}{class}\"", self.level(level));
            }
            None => out.extend(["<", tag.name]),
        }
        self.attributes(out, html, tag);
        out.push_str(if tag.closes_itself() { " />" } else { ">" });
        tag.end
    }

    fn level(&self, level: u8) -> &'static str {
        ["1", "2", "3", "4", "5", "6"][usize::from(level + self.down).min(6) - 1]
    }

    fn attributes(&self, out: &mut String, html: &str, tag: &Tag) {
        let is_details = tag.is("details");
        for own in tag.attributes() {
            let name = own.name;
            if NAMES.contains(&name) {
                let _ = write!(out, " {name}=\"{}\"", self.prefixed(own.value));
            } else if tag.is("a") && name == "href" {
                self.link(out, html, tag, own.value);
            } else if ADDRESSES.contains(&name) {
                let _ = write!(out, " {name}=\"{}\"", escaped(&(self.way)(&plain(own.value)).href));
            } else if name == "role" && own.value == "region" {
                // In a document of many pages a landmark for each table would be no way around.
                out.push_str(" role=\"group\"");
            } else if name == "srcset" {
                let _ = write!(out, " {name}=\"{}\"", self.candidates(own.value));
            } else if own.value.contains("url(#") {
                let _ = write!(out, " {name}=\"{}\"", own.value.replace("url(#", &format!("url(#{}--", self.prefix)));
            } else if !is_left_out(name, tag, is_details) {
                out.extend([" ", own.written]);
            }
        }
        out.push_str(if is_details { " open" } else { "" });
    }

    fn link(&self, out: &mut String, html: &str, tag: &Tag, written: &str) {
        let Way { href, said } = (self.way)(&plain(written));
        let _ = write!(out, " href=\"{}\"", escaped(&href));
        let said = escaped(&said);
        let text = html[tag.end..].find("</a>").map_or("", |length| &html[tag.end..tag.end + length]);
        if !said.is_empty() && words(text).to_lowercase() != said.to_lowercase() {
            let _ = write!(out, " data-to=\"{said}\"");
        }
    }

    fn prefixed(&self, ids: &str) -> String {
        let all: Vec<String> = ids.split_ascii_whitespace().map(|id| format!("{}--{id}", self.prefix)).collect();
        all.join(" ")
    }

    fn candidates(&self, set: &str) -> String {
        let one = |candidate: &str| {
            let (address, size) = candidate.trim().split_once(' ').unwrap_or((candidate.trim(), ""));
            format!("{} {size}", escaped(&(self.way)(&plain(address)).href)).trim().to_owned()
        };
        set.split(',').map(one).collect::<Vec<_>>().join(", ")
    }
}

/// What only scripts ask for, what a heading has said already, and the ties that would close one form when another opens.
fn is_left_out(name: &str, tag: &Tag, is_details: bool) -> bool {
    let is_tie = is_details && matches!(name, "name" | "open");
    is_tie || name == "data-module" || name == "class" && tag.heading().is_some()
}

/// A place to write on for a control, and where its element ends; `None` when this is no control.
fn blank(out: &mut String, html: &str, tag: &Tag) -> Option<usize> {
    if tag.is("input") {
        let kind = tag.get("type").unwrap_or_default();
        let is_box = matches!(kind, "radio" | "checkbox");
        let is_line = !matches!(kind, "hidden" | "file" | "submit" | "button");
        // The box of a task list is ticked by its author.
        let mark = if tag.get("checked").is_some() { "×" } else { "" };
        if is_box {
            let _ = write!(out, "<i class=\"pen pen-box\">{mark}</i>");
        } else if is_line {
            out.push_str("<i class=\"pen\"></i>");
        }
        return Some(tag.end);
    }
    if tag.is("textarea") {
        out.push_str("<i class=\"pen pen-area\"></i>");
        return Some(element_end(html, tag.name, tag.end));
    }
    if tag.is("select") {
        let end = element_end(html, tag.name, tag.end);
        let options = html[tag.end..end].split("</option>").map(words).filter(|option| !option.trim().is_empty());
        let _ = write!(out, "<i class=\"pen\">{}</i>", options.collect::<Vec<_>>().join(" · ").trim());
        return Some(end);
    }
    None
}

/// An address without its character references.
fn plain(address: &str) -> Cow<'_, str> {
    if address.contains('&') {
        address.replace("&quot;", "\"").replace("&#x2F;", "/").replace("&amp;", "&").into()
    } else {
        address.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn still(html: &str) -> String {
        let way = |written: &str| match written {
            "b.html" => Way { href: "#b".to_owned(), said: "2.1".to_owned() },
            own if own.starts_with('#') => Way { href: format!("#a--{}", &own[1..]), said: String::new() },
            other => Way { href: format!("../{other}"), said: "Away".to_owned() },
        };
        Still { prefix: "a", down: 2, way: &way }.of(html)
    }

    #[test]
    fn ids_are_told_apart_and_headings_go_down() {
        assert_eq!(still("<h2 id=\"x\">X</h2>"), "<h4 class=\"h2\" id=\"a--x\">X</h4>");
        assert_eq!(still("<h5 class=\"y\">X</h5>"), "<h6 class=\"h5 y\">X</h6>");
        assert_eq!(
            still("<svg aria-labelledby=\"d-t d-d\"><path fill=\"url(#d-h)\" /></svg>"),
            "<svg aria-labelledby=\"a--d-t a--d-d\"><path fill=\"url(#a--d-h)\" /></svg>"
        );
    }

    #[test]
    fn links_lead_where_their_target_stands_and_paper_says_where() {
        assert_eq!(still("<a href=\"#x\">x</a>"), "<a href=\"#a--x\">x</a>");
        assert_eq!(still("<a href=\"b.html\">b</a>"), "<a href=\"#b\" data-to=\"2.1\">b</a>");
        assert_eq!(still("<a href=\"c.html\"><em>away</em></a>"), "<a href=\"../c.html\"><em>away</em></a>");
        assert_eq!(still("<img src=\"d.png\" alt=\"\">"), "<img src=\"../d.png\" alt=\"\">");
        assert_eq!(still("<div role=\"region\">"), "<div role=\"group\">");
        assert_eq!(still("<img srcset=\"d.png 1x, e.png\">"), "<img srcset=\"../d.png 1x, ../e.png\">");
    }

    #[test]
    fn controls_become_places_to_write_on() {
        assert_eq!(
            still("<input type=\"radio\" name=\"q\"><input name=\"l\">"),
            "<i class=\"pen pen-box\"></i><i class=\"pen\"></i>"
        );
        assert_eq!(still("<textarea rows=\"2\">x</textarea>."), "<i class=\"pen pen-area\"></i>.");
        let select = "<select><option value=\"\"></option><option>one</option><option>two</option></select>";
        assert_eq!(still(select), "<i class=\"pen\">one · two</i>");
        assert_eq!(still("a<p class=\"small noprint\">b<button>c</button></p>d<noscript>e</noscript>"), "ad");
        assert_eq!(
            still("<details name=\"exam\"><summary>s</summary></details>"),
            "<details open><summary>s</summary></details>"
        );
    }

    #[test]
    fn whatever_an_author_was_allowed_to_write_it_does_not_fall_over() {
        for html in [
            "<",
            "a < b",
            "<!--",
            "<!-- <h2 id=x> -->",
            "<p",
            "<p class",
            "<select>",
            "<ä>",
            "</",
            "<a href>",
            "<a href=x>",
        ] {
            still(html);
        }
        assert_eq!(still("<!-- <h2> --> 1 < 2"), "<!-- <h2> --> 1 < 2");
    }
}
