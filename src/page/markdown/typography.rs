//! Quotation marks and blanks by language. The parser has made straight quotes curly, in the English way.

use pulldown_cmark::CowStr;

use crate::address::Lang;
use crate::scan;

/// Languages that write ” and ’ on both sides.
const SAME_BOTH_SIDES: &[&str] = &["fi", "sv"];
/// Languages that put a blank before the percent sign; it must not break the line.
const BLANK_BEFORE_PERCENT: &[&str] = &["fi", "sv", "de", "fr", "nb", "no", "da"];

/// Whether a text has none of the bytes that typography and text variables look for.
pub(super) fn is_plain(text: &str) -> bool {
    !scan::holds(text, [b'%', b'{', 0xe2])
}

pub(super) fn typeset<'t>(mut text: CowStr<'t>, lang: &Lang) -> CowStr<'t> {
    let primary = lang.0.split('-').next().unwrap_or_default();
    if SAME_BOTH_SIDES.contains(&primary) && text.contains(['“', '‘']) {
        text = text.replace('“', "”").replace('‘', "’").into();
    }
    if BLANK_BEFORE_PERCENT.contains(&primary) && text.contains(" %") {
        text = with_fixed_blanks(&text).into();
    }
    text
}

fn with_fixed_blanks(text: &str) -> String {
    let mut fixed = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(" %") {
        fixed.push_str(before);
        fixed.push_str(if fixed.ends_with(|c: char| c.is_ascii_digit()) { "\u{a0}%" } else { " %" });
        rest = after;
    }
    fixed + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_quotes_are_the_same_on_both_sides_and_a_percent_sign_stays_with_its_number() {
        assert_eq!(&*typeset("“asiakas” ‘a’ 60 %, a %".into(), &Lang::new("fi")), "”asiakas” ’a’ 60\u{a0}%, a %");
        assert_eq!(&*typeset("“customer” 60%".into(), &Lang::new("en")), "“customer” 60%");
    }
}
