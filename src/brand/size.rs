//! How large a picture is by itself, so that a page can leave room for it before it arrives.

/// Width and height in pixels, of a vector drawing in its own units. `None` when the file does not say.
#[must_use]
pub fn size(path: &str, bytes: &[u8]) -> Option<(u32, u32)> {
    if is_svg(path) {
        return svg(std::str::from_utf8(bytes).ok()?);
    }
    let found = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(found.width).ok()?, u32::try_from(found.height).ok()?)).filter(|(w, h)| *w > 0 && *h > 0)
}

pub(super) fn is_svg(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("svg"))
}

/// What an SVG would run or fetch when opened by itself, if anything: its name for a finding.
pub(super) fn active_part(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    if text.contains("<script") || text.contains("javascript:") {
        return Some("a script");
    }
    if text.contains("<foreignobject") {
        return Some("a foreign object");
    }
    let handler = |(at, _): (usize, &str)| {
        let rest = &text[at + 3..];
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        text[..=at].ends_with(char::is_whitespace) && name > 2 && rest[name..].trim_start().starts_with('=')
    };
    text.match_indices(" on").chain(text.match_indices("\non")).any(handler).then_some("an event handler")
}

/// From `width` and `height` of the root element, else from its `viewBox`.
fn svg(text: &str) -> Option<(u32, u32)> {
    let start = text.find("<svg").map(|at| &text[at + 4..])?;
    let root = &start[..start.find('>')?];
    let length = |name| attribute(root, name).and_then(number);
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return whole(width, height);
    }
    let parts: Vec<f64> = attribute(root, "viewBox")?
        .split([' ', ',', '\n', '\t'])
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    if let [_, _, width, height] = parts[..] { whole(width, height) } else { None }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let quoted = |(at, _): (usize, &str)| {
        let is_whole = tag[..at].ends_with(char::is_whitespace);
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| is_whole && matches!(quote, '"' | '\''))?;
        value[1..].split_once(quote).map(|(text, _)| text)
    };
    tag.match_indices(name).find_map(quoted)
}

/// A length in pixels or without a unit; a share of the page is no size.
fn number(text: &str) -> Option<f64> {
    text.trim().trim_end_matches("px").parse().ok()
}

/// Small drawings keep their proportions: 1.5 by 1 becomes 150 by 100.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bounded above
fn whole(width: f64, height: f64) -> Option<(u32, u32)> {
    let is_sound = |length: f64| length.is_finite() && length > 0.0 && length < 1e6;
    let scale = if width.min(height) < 16.0 { 100.0 } else { 1.0 };
    let rounded = |length: f64| (length * scale).round().max(1.0) as u32;
    (is_sound(width) && is_sound(height)).then(|| (rounded(width), rounded(height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(svg: &str) -> Option<(u32, u32)> {
        size("a.svg", svg.as_bytes())
    }

    #[test]
    fn a_drawing_says_its_size_or_its_box() {
        assert_eq!(of("<?xml?><svg xmlns='x' width=\"120px\" height='40'>"), Some((120, 40)));
        assert_eq!(of("<svg width='100%' height='100%' viewBox=\"0 0 340.4 60\">"), Some((340, 60)));
        assert_eq!(of("<svg\n  viewBox='0,0,2,1'/>"), Some((200, 100)));
        assert_eq!([of("<svg stroke-width='3' >"), of("<p>"), of("<svg viewBox='0 0 0 0'>")], [None; 3]);
    }

    #[test]
    fn a_picture_says_its_size() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 64, 8, 6, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(size("a.png", &png), Some((256, 64)));
        assert_eq!(size("a.png", b"nothing"), None);
    }

    #[test]
    fn what_a_drawing_would_run_is_seen() {
        let part = |svg: &str| active_part(svg.as_bytes());
        assert_eq!(part("<svg><script>1</script></svg>"), Some("a script"));
        assert_eq!(part("<svg onload = 'x()'>"), Some("an event handler"));
        assert_eq!(part("<svg><foreignObject/></svg>"), Some("a foreign object"));
        assert_eq!(part("<svg aria-label='a one = b'><path d='M0 0'/></svg>"), None);
    }
}
