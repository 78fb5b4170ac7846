//! A colour: read from CSS, mixed and moved in oklab as a browser does, and measured against another the WCAG way.

/// An sRGB colour, 0–255 a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

pub(super) const BLACK: Colour = Colour([0, 0, 0]);
pub(super) const WHITE: Colour = Colour([255, 255, 255]);

/// So finely is lightness searched, from black to white.
const STEPS: u16 = 250;

impl Colour {
    /// Any CSS colour; transparency is laid on white.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let colour = csscolorparser::parse(text).ok()?;
        let on_white = |value: f32| value * colour.a + (1.0 - colour.a);
        Some(Self([colour.r, colour.g, colour.b].map(on_white).map(byte)))
    }

    #[must_use]
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
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

    /// `share` hundredths of this colour with the rest of the other: `color-mix(in oklab, …)`.
    #[must_use]
    pub fn mixed(self, share: u8, other: Self) -> Self {
        let mixed = other.float().interpolate_oklab(&self.float(), f32::from(share) / 100.0);
        Self::of(&mixed)
    }

    /// The colour of the same hue that `fits` and is nearest in lightness (OKLCH); itself when that fits. Where no
    /// screen can show the hue that light, it gives up some of its strength. `None`: not even black or white fits.
    #[must_use]
    pub fn nearest(self, fits: impl Fn(Self) -> bool) -> Option<Self> {
        if fits(self) {
            return Some(self);
        }
        if !fits(BLACK) && !fits(WHITE) {
            return None;
        }
        let [lightness, chroma, hue, _] = self.float().to_oklcha();
        let ways = |step| [-1.0, 1.0].map(|way| way * f32::from(step) / f32::from(STEPS));
        (1..=STEPS)
            .flat_map(ways)
            .map(|by| shown((lightness + by).clamp(0.0, 1.0), chroma, hue))
            .find(|colour| fits(*colour))
    }

    fn float(self) -> csscolorparser::Color {
        let [r, g, b] = self.0;
        csscolorparser::Color::from_rgba8(r, g, b, 255)
    }

    fn of(colour: &csscolorparser::Color) -> Self {
        Self([colour.r, colour.g, colour.b].map(byte))
    }
}

/// The strongest colour of that lightness and hue that a screen can show, up to `chroma`.
fn shown(lightness: f32, chroma: f32, hue: f32) -> Colour {
    let at = |chroma| csscolorparser::Color::from_oklcha(lightness, chroma, hue, 1.0);
    let is_shown = |colour: &csscolorparser::Color| {
        [colour.r, colour.g, colour.b].iter().all(|value| (-0.002..=1.002).contains(value))
    };
    if is_shown(&at(chroma)) {
        return Colour::of(&at(chroma));
    }
    let (mut low, mut high) = (0.0, chroma);
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        if is_shown(&at(middle)) { low = middle } else { high = middle }
    }
    Colour::of(&at(low))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a byte
fn byte(value: f32) -> u8 {
    (value * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn contrast_is_the_wcag_ratio() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((colour("#777").contrast(WHITE) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn the_nearest_colour_keeps_its_hue() {
        let yellow = colour("#ffd400");
        let darker = yellow.nearest(|one| one.contrast(WHITE) >= 4.5).unwrap();
        let hue = |one: Colour| one.float().to_oklcha()[2];
        assert!((hue(yellow) - hue(darker)).abs() < 0.05, "{}", darker.hex());
        assert!(darker.contrast(WHITE) < 4.6, "{} is further than it need be", darker.hex());
        assert_eq!(darker.nearest(|one| one.contrast(WHITE) >= 4.5), Some(darker));
        assert_eq!(yellow.nearest(|_| false), None);
    }
}
