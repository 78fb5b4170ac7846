//! Quotation marks and blanks by language. The parser has made straight quotes curly, in the English way.

use pulldown_cmark::CowStr;

use crate::address::Lang;
use crate::tongue;

/// Whether a text has none of the bytes that typography and text variables look for. Most have none, and all bytes at
/// once cost less than a search.
pub(super) fn is_plain(text: &str) -> bool {
    !text.bytes().fold(false, |found, byte| found | matches!(byte, b'%' | b'{' | 0xe2))
}

pub(super) fn typeset<'t>(mut text: CowStr<'t>, lang: &Lang) -> CowStr<'t> {
    let (has_quotes, has_percent) = (text.contains(['“', '‘']), text.contains(" %"));
    let wanted = (has_quotes || has_percent).then(|| tongue::of(&lang.0)).flatten();
    let Some(tongue) = wanted else {
        return text;
    };
    if tongue.same_quotes && has_quotes {
        text = text.replace('“', "”").replace('‘', "’").into();
    }
    if tongue.blank_before_percent && has_percent {
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
