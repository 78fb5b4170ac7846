//! Contrast: what cannot be read is named, with the nearest colour that can, or moved there.
//!
//! The paper stays where it is as long as anything can be read on it: it is most of what one sees of a brand.

use crate::diagnostics::{Diagnostics, Place};

use super::colour::Colour;
use super::draft::{Draft, Source};
use super::pairs::{Role, TEXT};
use super::schemes::Scheme;

/// A suggested colour has this much to spare, so that rounding on the way to a screen costs nothing.
pub(super) const SPARE: f64 = 0.03;

/// The scheme as it is shown: what nobody wrote is moved until it can be read; what somebody wrote is reported, or moved
/// too if they asked for it.
pub(super) fn settled(draft: &Draft, word: &str, adjust: bool, diagnostics: &mut Diagnostics) -> Scheme {
    let (written, better) = (draft.scheme, draft.mended());
    let mut settled = draft.clone();
    for (role, source) in &draft.sources {
        let (was, is) = (written.role(*role), better.role(*role));
        match source {
            Source::Written { .. } if was == is => {}
            Source::Written { key, place, is_shared } if !adjust => {
                let hint = Hint { key, better: is, is_shared: *is_shared };
                report(draft, *role, &hint, (word, place), diagnostics);
            }
            Source::Same(_) => {}
            _ => settled.scheme.set(*role, is),
        }
    }
    let mut scheme = settled.linked().scheme;
    let is_own = matches!(draft.source(Role::Accent), Source::Written { .. });
    scheme.fill = if is_own { written.accent } else { scheme.accent };
    scheme.cover = scheme.fill;
    scheme
}

/// What to write instead.
struct Hint<'a> {
    key: &'a str,
    better: Colour,
    is_shared: bool,
}

impl Hint<'_> {
    fn text(&self) -> String {
        let Self { key, better, is_shared } = self;
        let own = if *is_shared { format!(" (give `{key}` a `light` and a `dark`)") } else { String::new() };
        format!("{} passes{own}; or set `brand: {{ adjust: true }}` in handbook.yaml", better.hex())
    }
}

fn report(draft: &Draft, role: Role, hint: &Hint, (word, place): (&str, &Place), diagnostics: &mut Diagnostics) {
    let blamed = if role == Role::Paper { Role::Ink } else { role };
    let failing: Vec<_> = draft.pairs_of(blamed).filter(|pair| draft.scheme.ratio(*pair) < pair.2).collect();
    let Some((over, under, need)) = failing.first().copied() else {
        return;
    };
    // Cut, not rounded: 4.498 is not yet 4.5.
    let ratio = (draft.scheme.ratio((over, under, need)) * 100.0).floor() / 100.0;
    let more = match failing.len() - 1 {
        0 => String::new(),
        1 => ", and one more pair is too weak".to_owned(),
        more => format!(", and {more} more pairs are too weak"),
    };
    let (key, colour) = (hint.key, draft.scheme.role(role).hex());
    let pair = format!("{} on {}", over.word(), under.word());
    let message =
        format!("`{key}` {colour}: {pair} has a contrast of {ratio} in the {word} scheme and needs {need}{more}");
    diagnostics.warning(place, message).hint(hint.text());
}

/// A colour for words on `ground`: itself, or the nearest that can be read there.
pub(super) fn on_ground(colour: Colour, ground: Colour) -> Colour {
    let fits = |one: Colour| one.contrast(ground) >= TEXT + if one == colour { 0.0 } else { SPARE };
    colour.nearest(fits).unwrap_or(colour)
}

#[cfg(test)]
mod tests {
    use super::super::colour::WHITE;
    use super::super::pairs::PAIRS;
    use super::super::schemes::{Schemes, schemes};
    use super::*;
    use crate::brand::authored::Authored;
    use crate::yaml;

    fn of(colours: &str, adjust: bool) -> (Schemes, String) {
        let mut diagnostics = Diagnostics::default();
        let node = yaml::parse(&"_brand.yml".into(), &format!("color:\n{colours}"), 0, &mut diagnostics).unwrap();
        let authored: Authored = yaml::decode_or_default(&node, &mut diagnostics);
        let found = schemes(&authored.color.unwrap_or_default(), None, adjust, &mut diagnostics);
        (found, diagnostics.print(crate::diagnostics::Format::Human, false))
    }

    #[track_caller]
    fn all_pass(schemes: &Schemes, of: &str) {
        for scheme in [&schemes.light, &schemes.dark] {
            for pair in PAIRS {
                let (ratio, [over, under]) =
                    (scheme.ratio(*pair), [pair.0, pair.1].map(|role| scheme.role(role).hex()));
                assert!(ratio >= pair.2, "{:?} {over} on {:?} {under} has {ratio:.2}: {of}", pair.0, pair.1);
            }
        }
    }

    #[test]
    fn a_single_scheme_gets_a_readable_other() {
        let (light, found) = of("  primary: '#13564a'\n", false);
        all_pass(&light, "light first");
        assert_eq!((light.light.paper, found.as_str()), (WHITE, ""));
        let (night, _) = of("  background: '#0d1117'\n  foreground: '#e6edf3'\n  primary: '#58a6ff'\n", false);
        all_pass(&night, "dark first");
        assert_eq!(night.dark.paper.hex(), "#0d1117");
        assert_eq!(night.light.ink.hex(), "#0d1117");
    }

    #[test]
    fn the_brand_s_own_light_and_dark_are_the_other_scheme() {
        let (found, _) = of("  light: '#f4f1ea'\n  dark: '#1c2433'\n  primary: '#13564a'\n", false);
        assert_eq!([found.dark.paper.hex(), found.dark.ink.hex()], ["#1c2433", "#f4f1ea"]);
    }

    #[test]
    fn a_pale_accent_stays_on_grounds_and_is_mended_for_words() {
        let (found, report) = of("  primary: '#ffd400'\n", true);
        assert_eq!((found.light.fill.hex().as_str(), report.as_str()), ("#ffd400", ""));
        assert_eq!(found.light.role(Role::OnFill), found.light.ink);
        all_pass(&found, "pale accent");
    }

    /// Numbers that look random and are the same on every machine.
    fn random(state: &mut u64) -> u8 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[1]
    }

    #[test]
    fn with_adjust_every_pair_of_any_brand_passes() {
        let mut state = 7;
        for turn in 0..300 {
            let mut brand = "  palette: {}\n".to_owned();
            for key in ["background", "foreground", "primary", "link", "danger", "light", "dark"] {
                let mut colour = || Colour([random(&mut state), random(&mut state), random(&mut state)]).hex();
                let (one, other) = (colour(), colour());
                match (random(&mut state) % 3, turn % 2) {
                    (0, _) => {}
                    (1, 0) => brand.extend(["  ", key, ": { light: '", &one, "', dark: '", &other, "' }\n"]),
                    _ => brand.extend(["  ", key, ": '", &one, "'\n"]),
                }
            }
            let (found, report) = of(&brand, true);
            all_pass(&found, &brand);
            assert_eq!(report, "", "{brand}");
        }
    }
}
