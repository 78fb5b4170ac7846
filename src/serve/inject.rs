//! Puts the live-reload script into a page on its way out, so that nothing of it ever reaches the disk.

/// The page with our script as the last thing of its head. The edition and the build the page belongs to ride along,
/// because a page may be older than the script that is loaded a moment later. A page without a head is left alone.
pub fn script(page: &[u8], edition: &str, build: &str) -> Vec<u8> {
    let Some(at) = end_of_head(page) else {
        return page.to_vec();
    };
    let tag =
        format!("<script data-edition=\"{edition}\" data-build=\"{build}\" defer src=\"/__portaat/live.js\"></script>");
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

fn end_of_head(page: &[u8]) -> Option<usize> {
    const END: &[u8] = b"</head>";
    page.windows(END.len()).position(|window| window.eq_ignore_ascii_case(END))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_comes_last_in_the_head() {
        let page = script(b"<HEAD><title>\xff</title></HEAD><p></head>", "acme", "7");
        let tag = b"<script data-edition=\"acme\" data-build=\"7\" defer src=\"/__portaat/live.js\"></script>";
        assert_eq!(page, [b"<HEAD><title>\xff</title>", &tag[..], b"</HEAD><p></head>"].concat());
    }

    #[test]
    fn a_page_without_a_head_is_left_alone() {
        assert_eq!(script(b"<p>", "", "7"), b"<p>");
        assert_eq!(script(b"", "", "7"), b"");
    }
}
