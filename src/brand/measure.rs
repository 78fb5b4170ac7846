//! Sizes, weights and styles as brand.yml writes them → as CSS writes them; what is neither comes back with a hint.

const WEIGHTS: &[(&str, u32)] = &[
    ("thin", 100),
    ("extra-light", 200),
    ("ultra-light", 200),
    ("light", 300),
    ("normal", 400),
    ("regular", 400),
    ("medium", 500),
    ("semi-bold", 600),
    ("demi-bold", 600),
    ("bold", 700),
    ("extra-bold", 800),
    ("ultra-bold", 800),
    ("black", 900),
];

/// Pixels in one of each; shares of the text around are counted as of 16.
const UNITS: &[(&str, f64)] = &[
    ("rem", 16.0),
    ("em", 16.0),
    ("px", 1.0),
    ("pt", 96.0 / 72.0),
    ("%", 0.16),
    ("in", 96.0),
    ("cm", 96.0 / 2.54),
    ("mm", 9.6 / 2.54),
];

type Read = Result<String, &'static str>;

pub(super) fn weight(text: &str) -> Read {
    let name = text.replace(['_', ' '], "-");
    let named = WEIGHTS.iter().find(|(known, _)| *known == name || known.replace('-', "") == name);
    let number = named.map(|(_, number)| *number).or_else(|| text.parse().ok());
    let number = number.filter(|number| (1..=1000).contains(number));
    number.map(|number| number.to_string()).ok_or("write a number from 100 to 900, or a name such as `semi-bold`")
}

/// The weights of a font file: one, or from one to another.
pub(super) fn weights(text: &str) -> Option<String> {
    if text == "auto" {
        return Some("100 900".to_owned());
    }
    let ends: Result<Vec<String>, _> = text.split("..").map(|end| weight(end.trim())).collect();
    ends.ok().filter(|ends| ends.len() <= 2).map(|ends| ends.join(" "))
}

pub(super) fn style(text: &str) -> Read {
    let is_known = matches!(text, "normal" | "italic" | "oblique");
    is_known.then(|| text.to_owned()).ok_or("write `normal` or `italic`")
}

/// A number, or a length from 1 to 3 lines.
pub(super) fn line_height(text: &str) -> Read {
    let number = text.parse().ok().or_else(|| Some(pixels(text)? / 16.0));
    let number = number.filter(|number: &f64| (0.8..=3.0).contains(number));
    number.map(rounded).ok_or("write how many times the size of the text, like `1.5`")
}

pub(super) fn length(text: &str) -> Read {
    let is_length = pixels(text).is_some_and(|pixels| (8.0..=48.0).contains(&pixels));
    is_length.then(|| text.to_owned()).ok_or("write a length such as `0.9em` or `15px`")
}

/// The size of all text as a share of the reader's own, which 16 pixels stand for.
pub(super) fn percent(text: &str) -> Read {
    let percent = pixels(text).map(|pixels| pixels / 0.16).filter(|percent| (75.0..=150.0).contains(percent));
    percent.map(|percent| rounded(percent) + "%").ok_or("write a length such as `1rem` or `17px`, from 12 to 24 pixels")
}

fn pixels(text: &str) -> Option<f64> {
    let (unit, factor) = UNITS.iter().find(|(unit, _)| text.ends_with(unit))?;
    text[..text.len() - unit.len()].trim().parse::<f64>().ok().filter(|number| number.is_finite()).map(|it| it * factor)
}

fn rounded(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_format_allows_becomes_css() {
        assert_eq!(
            [weight("semi-bold"), weight("350"), weight("SemiBold")].map(Result::ok),
            [Some("600".into()), Some("350".into()), None]
        );
        assert_eq!(
            [weights("300..700"), weights("auto"), weights("bold"), weights("x")],
            [Some("300 700".into()), Some("100 900".into()), Some("700".into()), None]
        );
        assert_eq!(
            ["18px", "1rem", "110%", "13.5pt", "2px", "big"].map(|it| percent(it).ok()),
            [Some("112.5%".into()), Some("100%".into()), Some("110%".into()), Some("112.5%".into()), None, None]
        );
        assert_eq!(["1.6", "24px", "9"].map(|it| line_height(it).ok()), [Some("1.6".into()), Some("1.5".into()), None]);
        assert_eq!([length("0.9em").ok(), length("0.9em;x").ok()], [Some("0.9em".into()), None]);
    }
}
