//! Our own output read back, tag by tag. It is well-formed by construction (and validated elsewhere), so a scanner is
//! enough: no parser's repairs come between a test and what was written.

#[derive(Clone, Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Where the tag ends in the page.
    pub end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in order. What stands inside scripts and comments is no tag.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[open..];
        if rest.starts_with("<!--") {
            at = open + rest.find("-->").expect("a comment ends");
        } else if rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            let tag = tag(html, open);
            at = tag.end;
            if matches!(tag.name.as_str(), "script" | "style") {
                at += html[at..].find(&format!("</{}>", tag.name)).expect("a script ends");
            }
            tags.push(tag);
        } else {
            at = open + 1;
        }
    }
    tags
}

fn tag(html: &str, open: usize) -> Tag {
    let name_end = open + html[open..].find([' ', '>', '\n', '/']).expect("a tag has an end");
    let name = html[open + 1..name_end].to_owned();
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        at += html[at..].len() - html[at..].trim_start_matches([' ', '\n', '/']).len();
        if html[at..].starts_with('>') {
            return Tag { name, attributes, end: at + 1 };
        }
        let key_end = at + html[at..].find(['=', ' ', '\n', '>']).expect("a tag has an end");
        let key = html[at..key_end].to_owned();
        at = key_end;
        let mut value = String::new();
        if let Some(quoted) = html[at..].strip_prefix("=\"") {
            let length = quoted.find('"').expect("a value ends");
            value = plain(&quoted[..length]);
            at += 2 + length + 1;
        }
        attributes.push((key, value));
    }
}

/// Text without its character references.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#39;", "'").replace("&#x2F;", "/").replace("&amp;", "&")
}
