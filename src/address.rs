//! Identity and address. What a page *is* (language and path in the content) is not where it *goes* (slugs), and this
//! is the one module that writes an address.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A BCP 47 language tag as written in `handbook.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(pub Arc<str>);

/// A page's path below its language folder, without `.md`: `theses/flow`. The same in every language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub Arc<str>);

impl Lang {
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(tag.into())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Lang {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PageId {
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The folder the page stands in: `theses` for `theses/flow` and for `theses/index`, empty at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment of the path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    #[must_use]
    pub fn is_index(&self) -> bool {
        self.name() == "index"
    }
}

impl fmt::Display for PageId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for PageId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The href that leads from one output file to another; both are paths from the output root.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let shared = shared_folders(folder, to);
    let up = folder[shared..].split('/').filter(|part| !part.is_empty()).count();
    "../".repeat(up) + &to[if shared == 0 { 0 } else { shared + 1 }..]
}

/// How many bytes of whole folders both paths begin with, without the last slash.
fn shared_folders(folder: &str, to: &str) -> usize {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    ends.take_while(|end| to.starts_with(&folder[..*end]) && to[*end..].starts_with('/')).last().unwrap_or(0)
}

/// The way up from an output file to the output root: `../../`, empty at the root.
#[must_use]
pub fn up(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// `../a/b` from folder `x/y` → `x/a/b`. `None` when it climbs out of the tree.
#[must_use]
pub fn resolve(folder: &str, link: &str) -> Option<String> {
    let mut path = String::with_capacity(folder.len() + link.len() + 1);
    path.push_str(folder.trim_matches('/'));
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            part => {
                path.extend((!path.is_empty()).then_some('/'));
                path.push_str(part);
            }
        }
    }
    Some(path)
}

/// A segment of an address: lower-case letters, digits and hyphens.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_href_is_relative_and_names_the_file() {
        assert_eq!(relative("fi/teesit/sujuvuus/index.html", "fi/teesit/tarpeet/index.html"), "../tarpeet/index.html");
        assert_eq!(relative("fi/index.html", "assets/site.css"), "../assets/site.css");
        assert_eq!(relative("fi/index.html", "fi/teesit/index.html"), "teesit/index.html");
        assert_eq!(relative("index.html", "fi/index.html"), "fi/index.html");
        assert_eq!(relative("fi/a/index.html", "fi/ab/index.html"), "../ab/index.html");
        assert_eq!(relative("fi/a/index.html", "fi/a/index.html"), "index.html");
    }

    #[test]
    fn a_link_cannot_climb_out() {
        assert_eq!(resolve("fi/theses", "../culture/together.md").as_deref(), Some("fi/culture/together.md"));
        assert_eq!(resolve("fi", "../../secret"), None);
    }

    #[test]
    fn slugs_are_plain() {
        assert!(is_slug("aito-kohtaaminen") && !is_slug("Äitö") && !is_slug(""));
    }
}
