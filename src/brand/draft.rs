//! A scheme on its way: its inputs, and who chose them. Only what nobody wrote may be moved unasked.

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::{At, TextOr};

use super::authored::{Colours, LightDark};
use super::pairs::Role;
use super::schemes::Scheme;
use super::written::Given;

/// Who chose an input.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// The author, under this key.
    Written { key: &'static str, place: Place, is_shared: bool },
    /// Nobody: it is the same as another.
    Same(Role),
    /// Nobody: it was made for this scheme.
    Made,
}

/// The five inputs and who chose them.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub scheme: Scheme,
    pub sources: [(Role, Source); 5],
}

/// What the file says of one scheme; the rest is `neutral`.
pub(super) fn draft(
    colours: &Colours,
    text_link: Option<&At<TextOr<LightDark>>>,
    dark: bool,
    neutral: Scheme,
    diagnostics: &mut Diagnostics,
) -> Draft {
    let given = |key: &'static str| colours.given(key, dark).map(|given| (key, given));
    let of_text = text_link.and_then(|pair| Some(("link", colours.of(pair, dark, diagnostics)?)));
    let inputs = [
        (Role::Paper, given("background"), Source::Made),
        (Role::Ink, given("foreground"), Source::Made),
        (Role::Accent, given("primary").or_else(|| given("link")), Source::Same(Role::Ink)),
        (Role::Link, of_text.or_else(|| given("primary").and(given("link"))), Source::Same(Role::Accent)),
        (Role::Signal, given("danger").or_else(|| given("warning")), Source::Same(Role::Ink)),
    ];
    let mut scheme = neutral;
    let sources = inputs.map(|(role, found, otherwise)| {
        let Some((key, Given { colour, place, is_shared })) = found else {
            return (role, otherwise);
        };
        scheme.set(role, colour);
        (role, Source::Written { key, place, is_shared: is_shared && colours.has_dark() })
    });
    Draft { scheme, sources }.linked()
}

impl Draft {
    /// The other scheme of a brand that gives one, on its own `dark` or `light` where it has them.
    pub fn turned(&self, colours: &Colours) -> Self {
        let Scheme { paper, ink, .. } = self.scheme;
        let to_dark = paper.luminance() > ink.luminance();
        let named = |key, is_dark: bool| {
            let colour = colours.given(key, false)?.colour;
            (is_dark == (colour.luminance() < 0.18)).then_some(colour)
        };
        let (dark, light) = (named("dark", true), named("light", false));
        let (own_paper, own_ink) = if to_dark { (dark, light) } else { (light, dark) };
        let mut scheme = self.scheme;
        scheme.set(Role::Paper, own_paper.unwrap_or(ink));
        scheme.set(Role::Ink, own_ink.unwrap_or(paper));
        let same = |role: &Role| matches!(self.source(*role), Source::Same(_));
        let made = |role| (role, if same(&role) { self.source(role).clone() } else { Source::Made });
        let sources = [Role::Paper, Role::Ink, Role::Accent, Role::Link, Role::Signal].map(made);
        Self { scheme, sources }.linked()
    }

    pub fn source(&self, role: Role) -> &Source {
        let found = self.sources.iter().find(|(known, _)| *known == role);
        &found.expect("invariant: every input has a source").1
    }

    /// What is the same as another is that again.
    pub fn linked(mut self) -> Self {
        for (role, source) in &self.sources {
            if let Source::Same(other) = source {
                self.scheme.set(*role, self.scheme.role(*other));
            }
        }
        self
    }
}
