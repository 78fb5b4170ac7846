//! Our own output read tag by tag, as slices of it, so that a document of hundreds of pages is copied and not rebuilt.
//! Raw HTML that an author was allowed may hold anything: whatever is no tag is left as text.

/// A start or end tag.
pub(super) struct Tag<'h> {
    pub name: &'h str,
    pub is_end: bool,
    pub attributes: Vec<Attribute<'h>>,
    /// Where the tag ends in the HTML.
    pub end: usize,
}

pub(super) struct Attribute<'h> {
    pub name: &'h str,
    /// Empty for one without a value.
    pub value: &'h str,
    /// As it is written, with its name and quotes.
    pub written: &'h str,
}

impl<'h> Tag<'h> {
    pub fn get(&self, name: &str) -> Option<&'h str> {
        self.attributes.iter().find(|own| own.name.eq_ignore_ascii_case(name)).map(|own| own.value)
    }

    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split_ascii_whitespace().any(|own| own == class))
    }

    /// Whether it is written with a slash at its end, without which a drawing would nest what follows.
    pub fn closes_itself(&self, html: &str) -> bool {
        let unquoted = self.attributes.last().is_some_and(|own| own.written.ends_with('/'));
        !unquoted && html[..self.end - 1].ends_with('/')
    }

    /// `2` for `h2`.
    pub fn heading(&self) -> Option<u8> {
        let [b'h' | b'H', level @ b'1'..=b'6'] = self.name.as_bytes() else {
            return None;
        };
        Some(level - b'0')
    }
}

/// The tag at `at`, where a `<` stands; `None` when that is only a sign.
pub(super) fn tag(html: &str, at: usize) -> Option<Tag<'_>> {
    let bytes = html.as_bytes();
    let is_end = bytes.get(at + 1) == Some(&b'/');
    let start = at + 1 + usize::from(is_end);
    if !bytes.get(start)?.is_ascii_alphabetic() {
        return None;
    }
    let is_part = |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/');
    let name_end = start + bytes[start..].iter().position(|byte| !is_part(byte))?;
    let mut tag = Tag { name: &html[start..name_end], is_end, attributes: Vec::new(), end: name_end };
    loop {
        let rest = &bytes[tag.end..];
        tag.end += rest.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b'/')?;
        if bytes[tag.end] == b'>' {
            tag.end += 1;
            return Some(tag);
        }
        let attribute = attribute(html, tag.end)?;
        tag.end += attribute.written.len();
        tag.attributes.push(attribute);
    }
}

fn attribute(html: &str, at: usize) -> Option<Attribute<'_>> {
    let rest = &html[at..];
    let length = 1 + rest.as_bytes()[1..].iter().position(|byte| ends_name(*byte))?;
    let name = &rest[..length];
    let Some(value) = rest[length..].strip_prefix('=') else {
        return Some(Attribute { name, value: "", written: name });
    };
    let begun = length + 1;
    let (value, end) = if let quote @ (b'"' | b'\'') = value.as_bytes().first()? {
        let close = value[1..].find(char::from(*quote))?;
        (&value[1..=close], begun + close + 2)
    } else {
        let close = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
        (&value[..close], begun + close)
    };
    Some(Attribute { name, value, written: &rest[..end] })
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/')
}

/// Where the element whose start tag ends at `from` is over; the end of the HTML when nothing closes it.
pub(super) fn element_end(html: &str, name: &str, from: usize) -> usize {
    let (mut depth, mut at) = (1, from);
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let Some(tag) = tag(html, open) else {
            at = open + 1;
            continue;
        };
        at = tag.end;
        if tag.is(name) {
            depth = if tag.is_end { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return at;
            }
        }
    }
    html.len()
}

/// The words of a piece of HTML, without its tags.
pub(super) fn words(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        text.push_str(&html[at..open]);
        at = tag(html, open).map_or(open + 1, |tag| tag.end);
    }
    text + &html[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_with_its_attributes_as_they_are_written() {
        let html = "x<a class=\"b c\" href='d' hidden e=f/>";
        let tag = tag(html, 1).expect("a tag");
        let written: Vec<&str> = tag.attributes.iter().map(|one| one.written).collect();
        assert_eq!(written, ["class=\"b c\"", "href='d'", "hidden", "e=f/"]);
        assert_eq!((tag.get("HREF"), tag.has_class("c"), tag.end), (Some("d"), true, html.len()));
    }

    #[test]
    fn an_element_ends_where_its_own_end_tag_stands() {
        let html = "<div>a<div>b</div>c</div>d";
        assert_eq!(&html[element_end(html, "div", 5)..], "d");
        assert_eq!(element_end("<p>a", "p", 3), 4);
        assert_eq!(words("a<b>c</b> < d"), "ac  d");
    }

    #[test]
    fn what_is_no_tag_is_none() {
        for html in ["<", "<1", "< a>", "<a", "<a b", "<a b=", "<a b=\"c", "<!-- -->", "<ä>", "<a ä", "</", "<a =x"] {
            assert!(tag(html, 0).is_none(), "{html}");
        }
    }
}
