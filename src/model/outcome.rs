//! What answers can come to, by integer arithmetic on weights and rules alone: nobody is scored here.
//!
//! The scoring key on paper prints these numbers, and `check` proves the model with them.

use std::collections::BTreeSet;

use super::{Dimension, Item, Model, Rules};

/// As many levels as an answer has values.
pub const LEVELS: u32 = 5;

/// One way to answer a dimension's questions, as far as score and level go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The weight of the questions that apply.
    pub applicable: u32,
    /// The weight of those that were rated.
    pub rated: u32,
    /// Answers times weights.
    pub sum: u32,
    /// The highest level the key questions allow.
    pub cap: u32,
}

impl Dimension {
    /// Every outcome there is.
    #[must_use]
    pub fn outcomes(&self, rules: &Rules) -> BTreeSet<Outcome> {
        let start = Outcome { applicable: 0, rated: 0, sum: 0, cap: LEVELS };
        let with = |so_far: BTreeSet<Outcome>, item| so_far.iter().flat_map(|one| one.with(item, rules)).collect();
        self.items.iter().fold([start].into(), with)
    }

    /// The outcomes that get a score.
    #[must_use]
    pub fn scored(&self, rules: &Rules) -> BTreeSet<Outcome> {
        self.outcomes(rules).into_iter().filter(|one| one.is_scored(rules)).collect()
    }
}

impl Outcome {
    fn with(self, item: &Item, rules: &Rules) -> Vec<Self> {
        let counted = Self { applicable: self.applicable + item.weight, ..self };
        let cap = |most: u32| if item.key { self.cap.min(most) } else { self.cap };
        let rated = (1..=LEVELS).map(|value| Self {
            rated: self.rated + item.weight,
            sum: self.sum + item.weight * value,
            cap: cap(value + rules.key_lag),
            ..counted
        });
        let unknown = Self { cap: cap(rules.unknown_cap), ..counted };
        rated.chain([unknown]).chain(item.na.then_some(self)).collect()
    }

    fn is_scored(&self, rules: &Rules) -> bool {
        self.rated > 0 && self.rated >= rules.enough(self.applicable)
    }

    /// In hundredths, a half upwards.
    #[must_use]
    pub fn score(&self) -> u32 {
        (200 * self.sum + self.rated) / (2 * self.rated)
    }

    /// The level the mean is enough for, before the key questions have their say.
    #[must_use]
    pub fn candidate(&self, rules: &Rules) -> u32 {
        rules.level_of(100 * self.sum, self.rated)
    }

    #[must_use]
    pub fn level(&self, rules: &Rules) -> u32 {
        self.candidate(rules).min(self.cap)
    }
}

impl Rules {
    /// The highest level whose threshold `hundredths / weight` reaches, without dividing.
    #[must_use]
    pub fn level_of(&self, hundredths: u32, weight: u32) -> u32 {
        (1..)
            .zip(&self.thresholds)
            .filter(|(_, least)| hundredths >= **least * weight)
            .map(|(level, _)| level)
            .last()
            .unwrap_or(0)
    }

    /// The least rated weight that gives a dimension with this much applicable weight a score.
    #[must_use]
    pub fn enough(&self, applicable: u32) -> u32 {
        (self.min_coverage_pct * applicable).div_ceil(100)
    }

    /// The least weight of scored dimensions, of this much, that gives a level.
    #[must_use]
    pub fn enough_dimensions(&self, weight: u32) -> u32 {
        (self.min_dimensions_pct * weight).div_ceil(100)
    }
}

impl Model {
    #[must_use]
    pub fn questions(&self) -> usize {
        self.dimensions.iter().map(|one| one.items.len()).sum()
    }

    /// The weight of the dimensions of a part, or of all.
    #[must_use]
    pub fn weight(&self, part: Option<&str>) -> u32 {
        let asked = self.dimensions.iter().filter(|one| part.is_none_or(|part| one.part == part));
        asked.map(|one| one.weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules {
            thresholds: vec![100, 180, 260, 340, 420],
            min_coverage_pct: 60,
            min_dimensions_pct: 75,
            key_lag: 1,
            unknown_cap: 3,
            overall_lag: 1,
            blind_spot_pct: 40,
            target: 400,
            cap_bonus: 50,
            straight_min: 10,
            min_group: 5,
            contested_below: 0.31,
            gap_flag: 0.5,
            change_flag: 0.3,
            bridge_pct: 70,
            profile_gap: 50,
        }
    }

    #[test]
    fn a_key_question_holds_the_level_down() {
        let all_high = Outcome { applicable: 4, rated: 4, sum: 14, cap: 3 };
        assert_eq!((all_high.score(), all_high.candidate(&rules()), all_high.level(&rules())), (350, 4, 3));
    }

    #[test]
    fn thresholds_are_met_exactly_and_shares_round_up() {
        assert_eq!(rules().level_of(2100, 5), 5);
        assert_eq!(rules().level_of(2099, 5), 4);
        assert_eq!((rules().enough(4), rules().enough(5), rules().enough_dimensions(13)), (3, 3, 10));
    }
}
