//! The addresses in HTML or SVG that a browser fetches by itself. A link one may follow is none of them.

use super::style::addresses;

/// Attributes that are fetched wherever they stand.
const FETCHED: &[&str] = &["src", "poster", "data", "background", "ping", "manifest"];

/// What a `<link>` may say about another page without fetching it.
const MERE_RELATIONS: &[&str] = &["canonical", "alternate", "author", "license", "help", "me", "next", "prev"];

struct Tag<'t> {
    name: String,
    /// Name in lower case, value, and where the value stands.
    attributes: Vec<(String, &'t str, usize)>,
    end: usize,
}

/// Each fetched address and where it stands.
#[must_use]
pub fn fetched(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        if let Some(comment) = text[open..].strip_prefix("<!--") {
            at = text.len() - comment.find("-->").map_or(0, |end| comment.len() - end);
            continue;
        }
        let tag = tag(text, open);
        of_tag(&tag, &mut found);
        at = tag.end;
        if matches!(tag.name.as_str(), "style" | "script") {
            let end = text[at..].find(&format!("</{}", tag.name)).map_or(text.len(), |end| at + end);
            if tag.name == "style" {
                found.extend(addresses(&text[at..end]).into_iter().map(|(inside, url)| (at + inside, url)));
            }
            at = end;
        }
    }
    found
}

fn of_tag(tag: &Tag, found: &mut Vec<(usize, String)>) {
    for (name, value, at) in &tag.attributes {
        let is_address =
            FETCHED.contains(&name.as_str()) || matches!(name.as_str(), "href" | "xlink:href") && fetches_its_href(tag);
        if is_address {
            found.push((*at, plain(value)));
        } else if matches!(name.as_str(), "srcset" | "imagesrcset") {
            let candidates = value.split(',').filter_map(|one| one.split_whitespace().next());
            found.extend(candidates.map(|url| (*at, plain(url))));
        } else if value.contains("url(") || name == "style" {
            found.extend(addresses(value).into_iter().map(|(inside, url)| (at + inside, plain(&url))));
        }
    }
}

fn fetches_its_href(tag: &Tag) -> bool {
    let relation = || tag.attributes.iter().find(|(name, ..)| name == "rel").map_or("", |(_, value, _)| value);
    match tag.name.as_str() {
        "a" | "area" => false,
        "link" => !relation().split_whitespace().any(|one| MERE_RELATIONS.contains(&one.to_ascii_lowercase().as_str())),
        _ => true,
    }
}

fn plain(value: &str) -> String {
    value.replace("&amp;", "&").replace("&#x2F;", "/").trim().to_owned()
}

/// The tag that opens at `open`; what is no tag ends behind its `<`.
fn tag(text: &str, open: usize) -> Tag<'_> {
    let is_name = |c: char| c.is_alphanumeric() || "-:?_".contains(c);
    let name: String = text[open + 1..].chars().take_while(|c| is_name(*c)).collect();
    let mut tag = Tag { end: open + 1 + name.len(), name: name.to_ascii_lowercase(), attributes: Vec::new() };
    while !tag.name.is_empty() {
        let rest = text[tag.end..].trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '?');
        let start = text.len() - rest.len();
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        if rest.is_empty() || rest.starts_with('>') {
            tag.end = start + rest.len().min(1);
            break;
        }
        let (value, at, end) = value(text, start + length);
        tag.attributes.push((rest[..length].to_ascii_lowercase(), value, at));
        tag.end = end;
    }
    tag
}

/// The value after an attribute's name, where it begins, and where the text goes on.
fn value(text: &str, name_end: usize) -> (&str, usize, usize) {
    let after = text[name_end..].trim_start();
    let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
        return ("", name_end, name_end);
    };
    let at = text.len() - value.len();
    if let Some(quote) = value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
        let length = value[1..].find(quote).unwrap_or(value.len() - 1);
        return (&value[1..=length], at + 1, (at + length + 2).min(text.len()));
    }
    let length = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
    (&value[..length], at, at + length)
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
