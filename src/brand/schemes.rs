//! The two schemes a brand means: a few inputs each, from which the style sheets mix the rest.
//!
//! A brand that gives one scheme gets the other by turning paper and ink round. What nobody wrote may be moved until it
//! can be read; what somebody wrote is theirs, so a colour that cannot be read is named, and moved only when they say so.

use crate::diagnostics::Diagnostics;
use crate::yaml::{At, TextOr};

use super::authored::{Colours, LightDark};
use super::colour::{BLACK, Colour, WHITE};
use super::contrast;
use super::draft::draft;
use super::pairs::{MIXES, Role, TEXT};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub paper: Colour,
    pub ink: Colour,
    /// For words and lines.
    pub accent: Colour,
    pub link: Colour,
    pub signal: Colour,
    /// The accent as the brand has it, for grounds with words on them, which then are what can be read there.
    pub fill: Colour,
    pub cover: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schemes {
    pub light: Scheme,
    pub dark: Scheme,
}

/// Softer than black, for brands that leave it to us.
const INK: Colour = Colour([17, 17, 17]);

impl Default for Schemes {
    fn default() -> Self {
        Self::of(Scheme::plain(WHITE, INK), Scheme::plain(INK, WHITE))
    }
}

/// `text_link` is the colour of `typography.link`, which wins over `color.link`.
pub(super) fn schemes(
    colours: &Colours,
    text_link: Option<&At<TextOr<LightDark>>>,
    adjust: bool,
    diagnostics: &mut Diagnostics,
) -> Schemes {
    colours.check(diagnostics);
    let neutral = Schemes::default();
    let light = draft(colours, text_link, false, neutral.light, diagnostics);
    let (light, dark) = if colours.has_dark() {
        (light, draft(colours, text_link, true, neutral.dark, &mut Diagnostics::default()))
    } else if colours.is_for_dark() {
        (light.turned(colours), light)
    } else {
        let dark = light.turned(colours);
        (light, dark)
    };
    let light = contrast::settled(&light, "light", adjust, diagnostics);
    let dark = contrast::settled(&dark, "dark", adjust, diagnostics);
    Schemes::of(light, dark)
}

impl Schemes {
    /// On the dark cover the accent has half its strength, or less where the ink could not be read on it.
    fn of(light: Scheme, dark: Scheme) -> Self {
        let covers = [50, 40, 30, 20, 10].map(|share| light.fill.mixed(share, dark.paper));
        let cover = covers.into_iter().find(|cover| cover.contrast(dark.ink) >= TEXT).unwrap_or(dark.paper);
        Self { light, dark: Scheme { cover, ..dark } }
    }
}

impl Scheme {
    fn plain(paper: Colour, ink: Colour) -> Self {
        Self { paper, ink, accent: ink, link: ink, signal: ink, fill: ink, cover: ink }
    }

    /// A role's colour, mixed as the style sheets mix it.
    ///
    /// # Panics
    /// Never: every role that is no input is mixed.
    #[must_use]
    pub fn role(&self, role: Role) -> Colour {
        match role {
            Role::Paper => self.paper,
            Role::Ink => self.ink,
            Role::Accent => self.accent,
            Role::Link => self.link,
            Role::Signal => self.signal,
            Role::Fill => self.fill,
            Role::Cover => self.cover,
            Role::OnFill => legible_on(self.fill, [self.paper, self.ink]),
            Role::OnCover => legible_on(self.cover, self.by_light()),
            Role::Quiet | Role::Edge | Role::Wash | Role::Tint => {
                let mix = MIXES.iter().find(|(mixed, ..)| *mixed == role);
                let (_, share, over, under) = *mix.expect("invariant: these four are mixed");
                self.role(over).mixed(share, self.role(under))
            }
        }
    }

    /// Paper and ink, the lighter first: covers are dark in both schemes.
    fn by_light(&self) -> [Colour; 2] {
        if self.paper.luminance() > self.ink.luminance() { [self.paper, self.ink] } else { [self.ink, self.paper] }
    }

    /// Sets an input.
    pub(super) fn set(&mut self, role: Role, colour: Colour) {
        match role {
            Role::Paper => self.paper = colour,
            Role::Ink => self.ink = colour,
            Role::Accent => self.accent = colour,
            Role::Link => self.link = colour,
            Role::Signal => self.signal = colour,
            _ => unreachable!("only inputs are set"),
        }
    }
}

/// The first of the colours that can be read on `ground`; one of black and white always can.
fn legible_on(ground: Colour, first: [Colour; 2]) -> Colour {
    let all = first.into_iter().chain([WHITE, BLACK]);
    all.into_iter().find(|colour| colour.contrast(ground) >= TEXT).unwrap_or(BLACK)
}

/// A colour as it can be read on white paper, whatever it is read on elsewhere.
pub(super) fn printed(colour: Colour) -> Colour {
    colour.nearest(|one| one.contrast(WHITE) >= TEXT).unwrap_or(INK)
}
