//! Which colours the style sheets lay on which, and how far apart the two have to be (WCAG 2.2, level AA).
//!
//! A brand gives a few colours, `tokens.css` mixes the others from them, and what a reader has to tell apart are pairs of
//! these roles. The list is held to the style sheets by a test of their text and by a browser that looks at every page.

use Role::{Accent, Cover, Edge, Fill, Ink, Link, OnCover, OnFill, Paper, Quiet, Signal, Tint, Wash};

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Paper,
    Ink,
    Accent,
    Link,
    Signal,
    Quiet,
    Edge,
    Wash,
    Tint,
    Fill,
    OnFill,
    Cover,
    OnCover,
}

/// Text on its ground (1.4.3).
pub const TEXT: f64 = 4.5;
/// What shows where a control is (1.4.11).
pub const EDGE: f64 = 3.0;

pub const PAIRS: &[(Role, Role, f64)] = &[
    (Ink, Paper, TEXT),
    (Ink, Wash, TEXT),
    (Ink, Tint, TEXT),
    (Paper, Ink, TEXT),
    (Quiet, Paper, TEXT),
    (Quiet, Wash, TEXT),
    (Edge, Paper, EDGE),
    (Accent, Paper, TEXT),
    (Accent, Wash, TEXT),
    (Link, Paper, TEXT),
    (Link, Wash, TEXT),
    (Signal, Paper, TEXT),
    (OnFill, Fill, TEXT),
    (OnCover, Cover, TEXT),
    (Cover, OnCover, TEXT),
];

/// The roles that `tokens.css` mixes in oklab: so many hundredths of one colour, the rest of the other.
pub const MIXES: &[(Role, u8, Role, Role)] =
    &[(Quiet, 74, Ink, Paper), (Edge, 58, Ink, Paper), (Wash, 6, Accent, Paper), (Tint, 20, Accent, Paper)];

impl Role {
    /// The custom property that carries it.
    #[must_use]
    pub fn property(self) -> &'static str {
        match self {
            Paper => "paper",
            Ink => "ink",
            Accent => "accent",
            Link => "link",
            Signal => "signal",
            Quiet => "text-quiet",
            Edge => "edge",
            Wash => "wash",
            Tint => "tint",
            Fill => "fill",
            OnFill => "on-accent",
            Cover => "cover",
            OnCover => "on-cover",
        }
    }

    /// How an author is told of it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Paper => "paper",
            Ink => "text",
            Accent => "accent",
            Link => "link",
            Signal => "warning",
            Quiet => "quiet text",
            Edge => "edge of a field",
            Wash => "a tinted ground",
            Tint => "a drawing",
            Fill => "a button",
            OnFill => "words",
            Cover => "the cover",
            OnCover => "title",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../themes/default/css/tokens.css");

    /// A line for the eye only; nothing is read from it.
    const DECORATION: &str = "--rule: color-mix(in oklab, var(--ink) 18%, var(--paper));";

    #[test]
    fn the_style_sheet_mixes_the_roles_as_they_are_mixed_here() {
        let mixed = |(role, share, over, under): &(Role, u8, Role, Role)| {
            let [role, over, under] = [role, over, under].map(|role| role.property());
            format!("--{role}: color-mix(in oklab, var(--{over}) {share}%, var(--{under}));")
        };
        let mut ours: Vec<String> = MIXES.iter().map(mixed).chain([DECORATION.to_owned()]).collect();
        let theirs = TOKENS.lines().map(str::trim).filter(|line| line.contains(": color-mix("));
        let mut theirs: Vec<String> = theirs.map(str::to_owned).collect();
        ours.sort();
        theirs.sort();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn cover_and_button_are_made_as_they_are_made_here() {
        for line in [
            "--cover: light-dark(var(--accent-light), color-mix(in oklab, var(--accent-light), var(--paper-dark)));",
            "--on-cover: light-dark(var(--paper-light), var(--ink-dark));",
            "--on-accent: var(--paper);",
        ] {
            assert!(TOKENS.contains(line), "{line}");
        }
    }
}
