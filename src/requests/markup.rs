//! The addresses in HTML or SVG that a browser fetches by itself. A link one may follow is none of them.

use crate::html::{self, Tag};

use super::style::addresses;

/// Attributes that are fetched wherever they stand.
const FETCHED: &[&str] = &["src", "poster", "data", "background", "ping", "manifest"];

/// What a `<link>` may say about another page without fetching it.
const MERE_RELATIONS: &[&str] = &["canonical", "alternate", "author", "license", "help", "me", "next", "prev"];

/// Each fetched address and where it stands.
#[must_use]
pub fn fetched(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let Some(tag) = html::tag(text, open) else {
            at = open + 1;
            continue;
        };
        if !tag.is_end {
            of_tag(&tag, &mut found);
        }
        at = tag.end;
        if !tag.is_end && tag.is_one_of(&["style", "script"]) {
            let end = raw_end(text, at, tag.name);
            if tag.is("style") {
                found.extend(addresses(&text[at..end]).into_iter().map(|(inside, url)| (at + inside, url)));
            }
            at = end;
        }
    }
    found
}

/// Where the text of a style or script is over, in which no other tag counts.
fn raw_end(text: &str, from: usize, name: &str) -> usize {
    let is_name = |at: usize| {
        text.as_bytes().get(at..at + name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()))
    };
    let ends = text[from..].match_indices("</").map(|(at, _)| from + at);
    ends.into_iter().find(|at| is_name(at + 2)).unwrap_or(text.len())
}

fn of_tag(tag: &Tag, found: &mut Vec<(usize, String)>) {
    for own in tag.attributes() {
        let (value, at) = (own.value, own.at);
        let is = |names: &[&str]| names.iter().any(|name| own.name.eq_ignore_ascii_case(name));
        if is(FETCHED) || is(&["href", "xlink:href"]) && fetches_its_href(tag) {
            found.push((at, plain(value)));
        } else if is(&["srcset", "imagesrcset"]) {
            let candidates = value.split(',').filter_map(|one| one.split_whitespace().next());
            found.extend(candidates.map(|url| (at, plain(url))));
        } else if value.contains("url(") || is(&["style"]) {
            found.extend(addresses(value).into_iter().map(|(inside, url)| (at + inside, plain(&url))));
        }
    }
}

fn fetches_its_href(tag: &Tag) -> bool {
    let is_mere = |one: &str| MERE_RELATIONS.iter().any(|known| one.eq_ignore_ascii_case(known));
    match tag.get("rel").filter(|_| tag.is("link")) {
        Some(relations) => !relations.split_whitespace().any(is_mere),
        None => !tag.is_one_of(&["a", "area"]),
    }
}

fn plain(value: &str) -> String {
    value.replace("&amp;", "&").replace("&#x2F;", "/").trim().to_owned()
}

/// A template with its expressions blanked out, so that what stands around them can be read as HTML.
#[must_use]
pub fn without_expressions(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min() {
        let close = match rest.as_bytes()[open + 1] {
            b'{' => "}}",
            b'%' => "%}",
            _ => "#}",
        };
        let end = rest[open..].find(close).map_or(rest.len(), |end| open + end + 2);
        text.push_str(&rest[..open]);
        text.extend(rest[open..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(text: &str) -> Vec<String> {
        fetched(text).into_iter().map(|(_, url)| url).collect()
    }

    #[test]
    fn what_a_browser_fetches_is_found_and_links_are_not() {
        let html = "<a href=\"https://a\">x</a><img alt='>' src=https://b srcset=\"c 1x, https://d 2x\">
            <link rel=canonical href=https://no><LINK REL='stylesheet' HREF='//e'><script src=\"f\">'<img src=no>'</script>
            <p style=\"background: url('https://g?a&amp;b')\"><style>@import \"https://h\";</style><!-- <img src=no> -->
            <video poster=i><a ping=\"https://j\">";
        assert_eq!(
            urls(html),
            ["https://b", "c", "https://d", "//e", "f", "https://g?a&b", "https://h", "i", "https://j"]
        );
    }

    #[test]
    fn a_picture_that_is_a_document_may_fetch_too() {
        let svg =
            "<?xml-stylesheet href=\"https://a\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><use xlink:href=\"#s\"/>
            <image href='https://b'/><rect fill=\"url(#g)\" filter=\"url(https://c#f)\"/></svg>";
        assert_eq!(urls(svg), ["https://a", "#s", "https://b", "#g", "https://c#f"]);
    }

    #[test]
    fn nothing_makes_it_fall_over() {
        for text in [
            "<",
            "<a",
            "<a b",
            "<a b=",
            "<a b='",
            "<a b=\"ä",
            "<ä ö=å>",
            "<!--",
            "<style>",
            "<a =>",
            "< <<a/",
            "<a \u{301}=x>",
        ] {
            let _ = fetched(text);
            let _ = without_expressions(&text.replace('<', "{{"));
        }
    }

    #[test]
    fn expressions_are_blanked_and_places_stay() {
        let text = "<img src=\"{{ a > b }}x\">{# é\n #}y{% if";
        assert_eq!(without_expressions(text).find('y'), text.find('y'));
        assert_eq!(without_expressions("a{{ b }}c"), "a       c");
    }
}
