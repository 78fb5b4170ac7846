//! The assessment's numbers in running text, as the language writes them.

use crate::page::Number;

use super::Shelf;

/// What stands there when there is no assessment.
const NONE: &str = "–";

impl Shelf<'_> {
    pub(super) fn number(&self, number: Number) -> String {
        let Some(model) = &self.site.model else {
            return NONE.to_owned();
        };
        let (rules, total) = (&model.rules, model.weight(None));
        match number {
            Number::Threshold(level) => {
                rules.thresholds.get(level).map(|least| self.decimal(*least)).unwrap_or_default()
            }
            Number::Target => self.decimal(rules.target),
            Number::CapBonus => self.decimal(rules.cap_bonus),
            Number::ProfileGap => self.decimal(rules.profile_gap),
            Number::Questions => model.questions().to_string(),
            Number::Dimensions => model.dimensions.len().to_string(),
            Number::KeyLag => rules.key_lag.to_string(),
            Number::OverallLag => rules.overall_lag.to_string(),
            Number::UnknownCap => rules.unknown_cap.to_string(),
            Number::Coverage => rules.min_coverage_pct.to_string(),
            Number::BlindSpot => rules.blind_spot_pct.to_string(),
            Number::NeededShare => rules.min_dimensions_pct.to_string(),
            Number::Needed => rules.enough_dimensions(total).to_string(),
            Number::MinGroup => rules.min_group.to_string(),
        }
    }
}
