//! The nearest scheme in which every pair can be told apart.

use super::colour::Colour;
use super::contrast::SPARE;
use super::draft::{Draft, Source};
use super::pairs::{PAIRS, Role};
use super::schemes::Scheme;

impl Draft {
    /// The nearest scheme in which every pair passes.
    pub fn mended(&self) -> Scheme {
        let paper = self.scheme.paper.nearest(|paper| self.on(paper).is_some());
        paper.and_then(|paper| self.on(paper)).unwrap_or(self.scheme)
    }

    /// The same on a given paper, each input moved as little as will do; `None` where that paper is too grey for it.
    fn on(&self, paper: Colour) -> Option<Scheme> {
        let mut draft = self.clone();
        draft.scheme.set(Role::Paper, paper);
        let mut draft = draft.linked();
        // The grounds hang on the accent, so it is settled before what lies on them.
        let mut order = [Role::Accent, Role::Ink, Role::Link, Role::Signal];
        if matches!(self.source(Role::Accent), Source::Same(_)) {
            order.swap(0, 1);
        }
        for role in order.into_iter().filter(|role| !matches!(self.source(*role), Source::Same(_))) {
            let was = draft.scheme.role(role);
            let fits = |colour: Colour| {
                let spare = if colour == was { 0.0 } else { SPARE };
                let tried = draft.with(role, colour);
                tried.pairs_of(role).all(|pair| tried.scheme.ratio(pair) >= pair.2 + spare)
            };
            let colour = was.nearest(fits)?;
            draft = draft.with(role, colour);
        }
        Some(draft.scheme)
    }

    fn with(&self, role: Role, colour: Colour) -> Self {
        let mut draft = self.clone();
        draft.scheme.set(role, colour);
        draft.linked()
    }

    /// The pairs that are mended by moving this input.
    pub fn pairs_of(&self, role: Role) -> impl Iterator<Item = (Role, Role, f64)> {
        PAIRS.iter().copied().filter(move |(over, ..)| self.input(*over) == Some(role))
    }

    /// The input to move for a role; some roles choose for themselves what can be read.
    fn input(&self, role: Role) -> Option<Role> {
        match role {
            Role::Ink | Role::Quiet | Role::Edge | Role::Paper => Some(Role::Ink),
            Role::Accent | Role::Link | Role::Signal => match self.source(role) {
                Source::Same(other) => self.input(*other),
                _ => Some(role),
            },
            _ => None,
        }
    }
}

impl Scheme {
    pub(super) fn ratio(&self, (over, under, _): (Role, Role, f64)) -> f64 {
        self.role(over).contrast(self.role(under))
    }
}
