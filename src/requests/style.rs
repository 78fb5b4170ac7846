//! The addresses in a style sheet.

/// Every address after `url(` or `@import`, and where it stands. Comments hold none.
#[must_use]
pub fn addresses(css: &str) -> Vec<(usize, String)> {
    let css = without_comments(css);
    let lower = css.to_ascii_lowercase();
    let mut found: Vec<(usize, String)> = Vec::new();
    for word in ["url(", "@import", "image-set(", "src("] {
        for (at, _) in lower.match_indices(word) {
            found.extend(value(&css, at + word.len(), word));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The text between quotation marks or brackets; `@import url(` is found by its second word.
fn value(css: &str, from: usize, word: &str) -> Option<(usize, String)> {
    let rest = css[from..].trim_start();
    let at = css.len() - rest.len();
    let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (start, end) = match quote {
        Some(quote) => (1, rest[1..].find(quote)? + 1),
        None if word == "url(" => (0, rest.find(')')?),
        None => return None,
    };
    Some((at + start, rest[start..end].trim().to_owned()))
}

/// The same bytes with comments blanked out, so that places stay.
fn without_comments(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(open) = rest.find("/*") {
        let end = rest[open + 2..].find("*/").map_or(rest.len(), |end| open + end + 4);
        text.push_str(&rest[..open]);
        text.extend(rest[open..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_all_their_forms() {
        let css = "/* url(no) ä */ a { b: URL( \"x\" ) url(y) } @import 'z'; @import url(w); c: image-set('v' 1x)";
        let urls: Vec<String> = addresses(css).into_iter().map(|(_, url)| url).collect();
        assert_eq!(urls, ["x", "y", "z", "w", "v"]);
        for odd in ["url(", "url('", "@import", "@import '", "/*", "url(\u{e4}", "/*/"] {
            let _ = addresses(odd);
        }
    }
}
