//! How wide words are before any browser has seen them, and where they may break.
//!
//! The reader's font is unknown, so widths are those of a wide interface font; a narrower one leaves air.

/// From one baseline to the next, in the units of the drawing.
pub const LINE: f64 = 16.0;
const SIZE: f64 = 13.0;
const SOFT_HYPHEN: char = '\u{AD}';

pub fn width(text: &str) -> f64 {
    text.chars().map(advance).sum::<f64>() * SIZE
}

/// Classes instead of a font's table: five per cent too wide is fine, too narrow is not.
fn advance(letter: char) -> f64 {
    match letter {
        SOFT_HYPHEN => 0.0,
        'i' | 'j' | 'l' | 'í' | '\'' | '’' | '.' | ',' | ':' | ';' | '!' | '|' | 'I' => 0.29,
        ' ' | '\u{A0}' => 0.27,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '"' | '”' | '“' => 0.41,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'š' | 'ž' => 0.53,
        'a' | 'ä' | 'å' | 'á' | 'e' | 'é' | 'g' | '0'..='9' | 'L' | 'J' => 0.58,
        'b' | 'd' | 'h' | 'n' | 'o' | 'ö' | 'p' | 'q' | 'u' | 'ü' => 0.63,
        'B' | 'E' | 'F' | 'K' | 'P' | 'R' | 'S' | 'T' | 'V' | 'X' | 'Y' | 'Z' => 0.65,
        'A' | 'Ä' | 'Å' | 'C' | 'D' | 'G' | 'H' | 'U' => 0.75,
        'N' | 'O' | 'Ö' | 'Q' | 'w' => 0.81,
        'm' | 'M' | 'W' | '–' | '—' | '…' | '%' | '@' => 0.95,
        other if other.is_ascii() => 0.6,
        _ => 1.0,
    }
}

/// Breaks at spaces, hyphens, slashes and soft hyphens. A piece wider than the room stays whole.
pub fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if is_blank(&line) || is_blank(piece) || width(&shown(&longer)) <= room {
            line = longer;
        } else {
            lines.push(shown(&line));
            piece.clone_into(&mut line);
        }
    }
    lines.extend((!is_blank(&line)).then(|| shown(&line)));
    lines
}

/// The same number of lines, as even as they go: no short last line on a tread or under a ring.
pub fn wrap_evenly(text: &str, room: f64) -> Vec<String> {
    let mut best = wrap(text, room);
    for narrower in (1..12_u8).map(|twelfths| room * (1.0 - f64::from(twelfths) / 12.0)) {
        let lines = wrap(text, narrower);
        if lines.len() != best.len() || widest(&lines) > room {
            break;
        }
        best = lines;
    }
    best
}

pub fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| width(line)).fold(0.0, f64::max)
}

/// The narrowest room that breaks no word.
pub fn longest_piece(text: &str) -> f64 {
    pieces(text).map(|piece| width(&shown(piece))).fold(0.0, f64::max)
}

/// As read aloud: without its marks for breaking.
pub fn plain(text: &str) -> String {
    text.replace(SOFT_HYPHEN, "")
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\n', '-', '/', SOFT_HYPHEN])
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A line as it stands when it is broken after its last piece.
fn shown(line: &str) -> String {
    let hyphen = if line.ends_with(SOFT_HYPHEN) { "-" } else { "" };
    plain(line).trim().replace('\n', " ") + hyphen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_letter_is_wider() {
        assert!(width("m") > width("n") && width("n") > width("i"));
        assert!((width("ää") - 2.0 * width("a")).abs() < 0.001);
    }

    #[test]
    fn lines_break_at_spaces_and_hyphens() {
        assert_eq!(wrap("Määrittele uudelleen", 80.0), ["Määrittele", "uudelleen"]);
        assert_eq!(wrap("teko- ja tapakulttuuri", 60.0), ["teko- ja", "tapakulttuuri"]);
        assert_eq!(wrap("asiakas-/palvelupolku", 60.0), ["asiakas-/", "palvelupolku"]);
    }

    #[test]
    fn a_soft_hyphen_shows_only_where_it_breaks() {
        assert_eq!(wrap("palvelu\u{AD}kulttuuri", 60.0), ["palvelu-", "kulttuuri"]);
        assert_eq!(wrap("palvelu\u{AD}kulttuuri", 200.0), ["palvelukulttuuri"]);
    }

    #[test]
    fn a_no_break_space_holds() {
        assert_eq!(wrap("5\u{A0}% asiakkaista", 60.0), ["5\u{A0}%", "asiakkaista"]);
    }

    #[test]
    fn even_lines_do_not_leave_a_widow() {
        let text = "yksi kaksi kolme neljä viisi";
        assert_eq!(wrap(text, 150.0), ["yksi kaksi kolme neljä", "viisi"]);
        assert_eq!(wrap_evenly(text, 150.0), ["yksi kaksi kolme", "neljä viisi"]);
    }

    #[test]
    fn nothing_gives_no_lines() {
        assert!(wrap(" ", 50.0).is_empty());
        assert!(wrap_evenly("", 50.0).is_empty());
    }
}
