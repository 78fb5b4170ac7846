//! The colours of a brand file as written: a value, a name of the palette or of another colour, for both schemes or for
//! one. Here every reference is followed to its end, and what leads nowhere is reported once.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{At, TextOr};

use super::authored::{Colours, LightDark};
use super::colour::Colour;

/// A colour of the file, and where it is written.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub colour: Colour,
    pub place: Place,
    /// One value serves both schemes.
    pub is_shared: bool,
}

/// A text of the file and its place.
type Text<'a> = (&'a str, &'a Place);

impl Colours {
    /// The palette with its references resolved; an entry that cannot be is reported and left out.
    pub fn palette(&self, diagnostics: &mut Diagnostics) -> BTreeMap<String, Colour> {
        let resolved = |(name, at): (&String, &At<String>)| {
            Some((name.clone(), self.resolved((&at.value, &at.place), false, diagnostics)?))
        };
        self.palette.iter().filter_map(resolved).collect()
    }

    /// Reports every colour that leads nowhere, used or not.
    pub fn check(&self, diagnostics: &mut Diagnostics) {
        self.palette(diagnostics);
        for (name, pair) in self.named() {
            for dark in [false, true] {
                let is_second = dark && !pair.is_some_and(is_two_sided);
                let at = self.text(name, dark).filter(|_| !is_second);
                let _ = at.map(|at| self.resolved(at, dark, diagnostics));
            }
        }
    }

    /// A theme colour as a scheme has it.
    pub fn given(&self, name: &str, dark: bool) -> Option<Given> {
        let (_, pair) = self.named().into_iter().find(|(known, _)| *known == name)?;
        self.of(pair?, dark, &mut Diagnostics::default())
    }

    /// A colour written anywhere in the file, as a scheme has it.
    pub fn of(&self, pair: &At<TextOr<LightDark>>, dark: bool, diagnostics: &mut Diagnostics) -> Option<Given> {
        let (text, place) = side(pair, dark)?;
        let colour = self.resolved((text, place), dark, diagnostics)?;
        Some(Given { colour, place: place.clone(), is_shared: !is_two_sided(pair) })
    }

    /// Whether the file itself says what its dark scheme is.
    pub fn has_dark(&self) -> bool {
        self.named().iter().any(|(_, pair)| pair.is_some_and(is_two_sided))
    }

    /// The scheme of a file that gives one.
    pub fn is_for_dark(&self) -> bool {
        let luminance = |key, otherwise| self.given(key, false).map_or(otherwise, |given| given.colour.luminance());
        luminance("background", 1.0) < luminance("foreground", 0.0)
    }

    /// Follows a literal, a palette name or a theme name to its end.
    fn resolved(&self, start: Text, dark: bool, diagnostics: &mut Diagnostics) -> Option<Colour> {
        let mut chain = vec![start];
        let mut last = start;
        while let Some(next) = self.referred(last.0, dark) {
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
        Colour::parse(last.0).or_else(|| self.unknown(last, diagnostics))
    }

    fn referred<'a>(&'a self, name: &str, dark: bool) -> Option<Text<'a>> {
        let entry = self.palette.get(name).map(|at| (at.value.as_str(), &at.place));
        entry.or_else(|| self.text(name, dark))
    }

    fn unknown(&self, at: Text, diagnostics: &mut Diagnostics) -> Option<Colour> {
        let known = self.palette.keys().map(String::as_str);
        let finding = diagnostics.error(at.1, format!("`{}` is neither a colour nor the name of one", at.0));
        finding.nearest(at.0, known);
        finding.or_hint("write it like `#13564a`, or name a colour of `palette`");
        None
    }

    fn text<'a>(&'a self, name: &str, dark: bool) -> Option<Text<'a>> {
        let (_, pair) = self.named().into_iter().find(|(known, _)| *known == name)?;
        side(pair?, dark)
    }

    /// The theme colours by name.
    pub fn named(&self) -> [(&'static str, Option<&At<TextOr<LightDark>>>); 12] {
        [
            ("foreground", self.foreground.as_ref()),
            ("background", self.background.as_ref()),
            ("primary", self.primary.as_ref()),
            ("secondary", self.secondary.as_ref()),
            ("tertiary", self.tertiary.as_ref()),
            ("success", self.success.as_ref()),
            ("info", self.info.as_ref()),
            ("warning", self.warning.as_ref()),
            ("danger", self.danger.as_ref()),
            ("light", self.light.as_ref()),
            ("dark", self.dark.as_ref()),
            ("link", self.link.as_ref()),
        ]
    }
}

/// What a pair says for a scheme; one given for a single scheme serves both.
fn side(pair: &At<TextOr<LightDark>>, dark: bool) -> Option<Text<'_>> {
    match &pair.value {
        TextOr::Text(text) => Some((text, &pair.place)),
        TextOr::Full(both) => {
            let (first, second) = if dark { (&both.dark, &both.light) } else { (&both.light, &both.dark) };
            first.as_ref().or(second.as_ref()).map(|at| (at.value.as_str(), &at.place))
        }
    }
}

fn is_two_sided(pair: &At<TextOr<LightDark>>) -> bool {
    matches!(&pair.value, TextOr::Full(both) if both.dark.is_some())
}
