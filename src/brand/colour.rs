//! Colours: references resolved, four inputs for each scheme, and contrast measured the WCAG way.
//!
//! A brand gives paper, ink, accent and signal; the style sheets derive the rest. A brand with one scheme gets the other
//! by swapping ink and paper and moving the accent towards the ink until it can be read there.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{At, TextOr};

use super::authored::{Colours, LightDark};

/// An sRGB colour, 0–255 a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub paper: Colour,
    pub ink: Colour,
    pub accent: Colour,
    pub signal: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schemes {
    pub light: Scheme,
    pub dark: Scheme,
}

const BLACK: Colour = Colour([17, 17, 17]);
const WHITE: Colour = Colour([255, 255, 255]);

/// Text on its ground (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

impl Default for Schemes {
    fn default() -> Self {
        Self { light: Scheme::plain(WHITE, BLACK), dark: Scheme::plain(BLACK, WHITE) }
    }
}

impl Scheme {
    fn plain(paper: Colour, ink: Colour) -> Self {
        Self { paper, ink, accent: ink, signal: ink }
    }
}

impl Colour {
    /// Any CSS colour; transparency is laid on white.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let colour = csscolorparser::parse(text).ok()?;
        let channel = |value: f32| byte(f64::from(value * colour.a + (1.0 - colour.a)) * 255.0);
        Some(Self([channel(colour.r), channel(colour.g), channel(colour.b)]))
    }

    #[must_use]
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |index: usize| byte(f64::from(self.0[index]).mul_add(1.0 - share, f64::from(other.0[index]) * share));
        Self([mix(0), mix(1), mix(2)])
    }

    /// The nearest colour on the way to `ink` that can be read on `paper`.
    #[must_use]
    pub fn readable_on(self, paper: Self, ink: Self) -> Self {
        let steps = (0..=50).map(|step| self.mixed(ink, f64::from(step) / 50.0));
        steps.into_iter().find(|colour| colour.contrast(paper) >= READABLE).unwrap_or(ink)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a byte
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// A colour as written, and where.
type Written<'a> = (&'a str, &'a Place);

/// The palette with its references resolved; an entry that cannot be is reported and left out.
pub(super) fn palette(colours: &Colours, diagnostics: &mut Diagnostics) -> BTreeMap<String, Colour> {
    let resolved = |(name, at): (&String, &At<String>)| {
        Some((name.clone(), resolve((&at.value, &at.place), colours, false, diagnostics)?))
    };
    colours.palette.iter().filter_map(resolved).collect()
}

/// The two schemes a brand means. Every colour of the file is checked on the way, used or not.
pub(super) fn schemes(colours: &Colours, adjust: bool, file: &Place, diagnostics: &mut Diagnostics) -> Schemes {
    palette(colours, diagnostics);
    let mut given =
        |name: &str, dark: bool| written(colours, name, dark).and_then(|at| resolve(at, colours, dark, diagnostics));
    for (name, _) in theme_colours(colours) {
        let _ = given(name, false);
    }
    let neutral = Schemes::default();
    let light = scheme(&mut |name| given(name, false), neutral.light);
    let has_dark = theme_colours(colours).iter().any(|(_, pair)| pair.is_some_and(is_two_sided));
    let dark = if has_dark { scheme(&mut |name| given(name, true), neutral.dark) } else { light.swapped() };
    let schemes = if !has_dark && light.paper.luminance() < light.ink.luminance() {
        Schemes { light: light.swapped(), dark: light }
    } else {
        Schemes { light, dark }
    };
    readable(schemes, adjust, file, diagnostics)
}

fn is_two_sided(pair: &At<TextOr<LightDark>>) -> bool {
    matches!(&pair.value, TextOr::Full(both) if both.dark.is_some())
}

fn scheme(given: &mut impl FnMut(&str) -> Option<Colour>, neutral: Scheme) -> Scheme {
    let paper = given("background").unwrap_or(neutral.paper);
    let ink = given("foreground").unwrap_or(neutral.ink);
    let accent = given("primary").or_else(|| given("link")).unwrap_or(ink);
    Scheme { paper, ink, accent, signal: given("danger").unwrap_or(ink) }
}

impl Scheme {
    /// The other scheme of a brand that gives one.
    fn swapped(self) -> Self {
        let (paper, ink) = (self.ink, self.paper);
        let lift = |colour: Colour| if colour == self.ink { ink } else { colour.readable_on(paper, ink) };
        Self { paper, ink, accent: lift(self.accent), signal: lift(self.signal) }
    }
}

/// Warns of every colour that cannot be read on its paper, or mends it. The ink comes first: the others move towards it,
/// and a colour nobody wrote is the ink.
fn readable(mut schemes: Schemes, adjust: bool, file: &Place, diagnostics: &mut Diagnostics) -> Schemes {
    for (word, scheme) in [("light", &mut schemes.light), ("dark", &mut schemes.dark)] {
        let (paper, written) = (scheme.paper, scheme.ink);
        let ink = written.readable_on(paper, strongest_on(paper));
        for (name, colour) in
            [("foreground", &mut scheme.ink), ("primary", &mut scheme.accent), ("danger", &mut scheme.signal)]
        {
            let follows = name != "foreground" && *colour == written;
            let better = if follows || name == "foreground" { ink } else { colour.readable_on(paper, ink) };
            if adjust {
                *colour = better;
            } else if better != *colour && !follows {
                low_contrast(name, word, (*colour, paper, better), file, diagnostics);
            }
        }
    }
    schemes
}

fn low_contrast(
    name: &str,
    scheme: &str,
    (colour, paper, better): (Colour, Colour, Colour),
    file: &Place,
    diagnostics: &mut Diagnostics,
) {
    let (ratio, colour, paper) = (colour.contrast(paper), colour.hex(), paper.hex());
    let message = format!(
        "`{name}` {colour} on `background` {paper} has a contrast of {ratio:.1} in the {scheme} scheme; text needs 4.5"
    );
    let hint = format!("{} passes; or set `brand: {{ adjust: true }}` in handbook.yaml", better.hex());
    diagnostics.warning(file, message).hint(hint);
}

fn strongest_on(paper: Colour) -> Colour {
    if paper.contrast(WHITE) > paper.contrast(BLACK) { WHITE } else { BLACK }
}

/// Follows a literal, a palette name or a theme name to its end.
fn resolve(start: Written, colours: &Colours, dark: bool, diagnostics: &mut Diagnostics) -> Option<Colour> {
    let mut chain = vec![start];
    let mut last = start;
    while let Some(next) = referred(last.0, colours, dark) {
        if let Some(first) = chain.iter().position(|seen| seen.1 == next.1) {
            // Every colour is resolved, so a circle is met once from each of its members: the topmost one speaks.
            if first == 0 && chain.iter().all(|at| start.1 <= at.1) {
                let names: Vec<&str> = chain.iter().chain([&start]).map(|at| at.0).collect();
                let message = format!("this colour leads back to itself: {}", names.join(" → "));
                diagnostics.error(start.1, message).hint("give one of them a value such as `#13564a`");
            }
            return None;
        }
        chain.push(next);
        last = next;
    }
    Colour::parse(last.0).or_else(|| unknown(last, colours, diagnostics))
}

fn referred<'a>(name: &str, colours: &'a Colours, dark: bool) -> Option<Written<'a>> {
    let entry = colours.palette.get(name).map(|at| (at.value.as_str(), &at.place));
    entry.or_else(|| written(colours, name, dark))
}

fn unknown(at: Written, colours: &Colours, diagnostics: &mut Diagnostics) -> Option<Colour> {
    let known = colours.palette.keys().map(String::as_str);
    let finding = diagnostics.error(at.1, format!("`{}` is neither a colour nor the name of one", at.0));
    finding.nearest(at.0, known);
    finding.or_hint("write it like `#13564a`, or name a colour of `palette`");
    None
}

/// A theme colour as written for a scheme; one given for a single scheme serves both.
fn written<'a>(colours: &'a Colours, name: &str, dark: bool) -> Option<Written<'a>> {
    let (_, pair) = theme_colours(colours).into_iter().find(|(known, _)| *known == name)?;
    let pair = pair?;
    match &pair.value {
        TextOr::Text(text) => Some((text, &pair.place)),
        TextOr::Full(both) => {
            let (first, second) = if dark { (&both.dark, &both.light) } else { (&both.light, &both.dark) };
            first.as_ref().or(second.as_ref()).map(|at| (at.value.as_str(), &at.place))
        }
    }
}

fn theme_colours(colours: &Colours) -> [(&'static str, Option<&At<TextOr<LightDark>>>); 12] {
    [
        ("foreground", colours.foreground.as_ref()),
        ("background", colours.background.as_ref()),
        ("primary", colours.primary.as_ref()),
        ("secondary", colours.secondary.as_ref()),
        ("tertiary", colours.tertiary.as_ref()),
        ("success", colours.success.as_ref()),
        ("info", colours.info.as_ref()),
        ("warning", colours.warning.as_ref()),
        ("danger", colours.danger.as_ref()),
        ("light", colours.light.as_ref()),
        ("dark", colours.dark.as_ref()),
        ("link", colours.link.as_ref()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_wcag_ratio() {
        let ratio = Colour([0, 0, 0]).contrast(WHITE);
        assert!((ratio - 21.0).abs() < 1e-9);
        assert!((Colour::parse("#777").unwrap().contrast(WHITE) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn a_single_scheme_gets_a_readable_other() {
        let light = Scheme { paper: WHITE, ink: BLACK, accent: Colour([19, 86, 74]), signal: BLACK };
        let dark = light.swapped();
        assert_eq!((dark.paper, dark.ink), (BLACK, WHITE));
        assert!(dark.accent.contrast(dark.paper) >= READABLE);
    }
}
