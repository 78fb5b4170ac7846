//! Finished HTML and SVG read tag by tag, as slices of it: ours, and the raw HTML an author was allowed, which may hold
//! anything. Whatever is no tag is text. Nothing is passed over that a browser would follow.

/// A start or end tag, or a comment, whose name is [`COMMENT`].
#[derive(Clone, Debug)]
pub struct Tag<'h> {
    pub name: &'h str,
    pub is_end: bool,
    /// Where it ends in the HTML.
    pub end: usize,
    attributes: Attributes<'h>,
}

pub const COMMENT: &str = "!--";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'h> {
    pub name: &'h str,
    /// Empty for one without a value.
    pub value: &'h str,
    /// Where the value begins in the HTML.
    pub at: usize,
    /// As it is written, with its name and quotes.
    pub written: &'h str,
}

/// The attributes of a tag, read when they are asked for.
#[derive(Clone, Debug)]
pub struct Attributes<'h> {
    html: &'h str,
    at: usize,
    is_closed: bool,
}

/// The tag at `at`, where a `<` stands; `None` when that is only a sign, or the tag never ends.
#[must_use]
pub fn tag(html: &str, at: usize) -> Option<Tag<'_>> {
    if let Some(comment) = html[at..].strip_prefix("<!--") {
        let end = html.len() - comment.find("-->").map_or(0, |length| comment.len() - length - 3);
        let attributes = Attributes { html, at: end, is_closed: true };
        return Some(Tag { name: COMMENT, is_end: false, end, attributes });
    }
    let bytes = html.as_bytes();
    let is_end = bytes.get(at + 1) == Some(&b'/');
    let start = at + 1 + usize::from(is_end);
    if !bytes.get(start).is_some_and(|first| first.is_ascii_alphabetic() || *first == b'?') {
        return None;
    }
    let name_end = start + bytes[start..].iter().position(|byte| is_space(*byte) || matches!(byte, b'>' | b'/'))?;
    let attributes = Attributes { html, at: name_end, is_closed: false };
    let mut all = attributes.clone();
    all.by_ref().for_each(drop);
    all.is_closed.then_some(Tag { name: &html[start..name_end], is_end, end: all.at, attributes })
}

/// Where the element whose start tag ends at `from` is over; the end of the HTML when nothing closes it.
#[must_use]
pub fn element_end(html: &str, name: &str, from: usize) -> usize {
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
#[must_use]
pub fn words(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        text.push_str(&html[at..open]);
        at = tag(html, open).map_or(open + 1, |tag| tag.end);
    }
    text + &html[at..]
}

impl<'h> Tag<'h> {
    #[must_use]
    pub fn attributes(&self) -> Attributes<'h> {
        self.attributes.clone()
    }

    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'h str> {
        self.attributes().find(|own| own.is(name)).map(|own| own.value)
    }

    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    #[must_use]
    pub fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    #[must_use]
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split_ascii_whitespace().any(|own| own == class))
    }

    /// Whether it is written with a slash at its end, without which a drawing would nest what follows.
    #[must_use]
    pub fn closes_itself(&self) -> bool {
        let unquoted = self.attributes().last().is_some_and(|own| own.written.ends_with('/'));
        !unquoted && self.attributes.html[..self.end - 1].ends_with('/')
    }

    /// `2` for `h2`.
    #[must_use]
    pub fn heading(&self) -> Option<u8> {
        let [b'h' | b'H', level @ b'1'..=b'6'] = self.name.as_bytes() else {
            return None;
        };
        Some(level - b'0')
    }
}

impl Attribute<'_> {
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

impl<'h> Iterator for Attributes<'h> {
    type Item = Attribute<'h>;

    fn next(&mut self) -> Option<Attribute<'h>> {
        let bytes = self.html.as_bytes();
        let between = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'?');
        let gap = bytes[self.at..].iter().position(|byte| !between(byte)).filter(|_| !self.is_closed)?;
        self.at += gap;
        if bytes[self.at] == b'>' {
            (self.at, self.is_closed) = (self.at + 1, true);
            return None;
        }
        let start = self.at;
        let is_over = |byte: &u8| is_space(*byte) || matches!(byte, b'=' | b'>' | b'/');
        let name_end = self.first(start + 1, is_over);
        let name = &self.html[start..name_end];
        let (value, at) = self.value(name_end)?;
        Some(Attribute { name, value, at, written: &self.html[start..self.at] })
    }
}

impl<'h> Attributes<'h> {
    /// The first byte from `from` on that is meant, or the end.
    fn first(&self, from: usize, is_meant: impl Fn(&u8) -> bool) -> usize {
        let rest = &self.html.as_bytes()[from..];
        from + rest.iter().position(is_meant).unwrap_or(rest.len())
    }

    /// The value after an attribute's name and where it begins; goes on behind it. `None`: its quotation mark never closes.
    fn value(&mut self, name_end: usize) -> Option<(&'h str, usize)> {
        let bytes = self.html.as_bytes();
        let sign = self.first(name_end, |byte| !is_space(*byte));
        if bytes.get(sign) != Some(&b'=') {
            self.at = name_end;
            return Some(("", name_end));
        }
        let start = self.first(sign + 1, |byte| !is_space(*byte));
        if let Some(quote @ (b'"' | b'\'')) = bytes.get(start) {
            let end = self.first(start + 1, |byte| byte == quote);
            self.at = (end + 1).min(bytes.len());
            return (end < bytes.len()).then(|| (&self.html[start + 1..end], start + 1));
        }
        self.at = self.first(start, |byte| is_space(*byte) || *byte == b'>');
        Some((&self.html[start..self.at], start))
    }
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_with_its_attributes_as_they_are_written() {
        let html = "x<a class=\"b c\" href='d' hidden e=f/>";
        let tag = tag(html, 1).expect("a tag");
        let written: Vec<&str> = tag.attributes().map(|one| one.written).collect();
        assert_eq!(written, ["class=\"b c\"", "href='d'", "hidden", "e=f/"]);
        assert_eq!((tag.get("HREF"), tag.has_class("c"), tag.end), (Some("d"), true, html.len()));
        assert!(tag.attributes().all(|one| html[one.at..].starts_with(one.value)));
    }

    #[test]
    fn an_attribute_is_what_a_browser_takes_for_one() {
        let read = |html| tag(html, 0).map(|tag| tag.attributes().map(|own| (own.name, own.value)).collect::<Vec<_>>());
        assert_eq!(read("<img/src=a alt = \"b > c\">d"), Some(vec![("src", "a"), ("alt", "b > c")]));
        assert_eq!(read("<a title=it's>"), Some(vec![("title", "it's")]));
        assert_eq!(read("<a =x b>"), Some(vec![("=x", ""), ("b", "")]));
        assert_eq!(read("<?xml href=\"a\"?>"), Some(vec![("href", "a")]));
        assert_eq!(read("<!-- <a b=c> -->d"), Some(vec![]));
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
        for html in
            ["<", "<1", "< a>", "<a", "<a b", "<a b=", "<a b='", "<a b=\"c", "<ä>", "<a ä", "</", "<a =x", "<a ö=å"]
        {
            assert!(tag(html, 0).is_none(), "{html}");
        }
        assert_eq!(tag("<!--", 0).map(|tag| tag.end), Some(4));
    }
}
