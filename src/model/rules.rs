//! The numbers the scoring works with, each within what it can mean: a share above 100 % or a cap above the highest level
//! would make a result that no answers can reach, or one that needs none.

use std::fmt::Display;
use std::ops::RangeInclusive;

use crate::diagnostics::{Diagnostics, Place};
use crate::yaml::At;

use super::{LEVELS, Rules, authored};

const SHARE: RangeInclusive<u32> = 1..=100;
const LAG: RangeInclusive<u32> = 0..=LEVELS - 1;
const WIDTH: u32 = 400; // hundredths between the lowest score and the highest

pub(super) fn compile(authored: &authored::Rules, file: &Place, diagnostics: &mut Diagnostics) -> Rules {
    let mut whole =
        |name, value: &Option<At<u32>>, default, range| within(name, value.as_ref(), default, range, diagnostics);
    let mut rules = Rules {
        thresholds: authored.thresholds.as_ref().map_or_else(|| vec![100, 180, 260, 340, 420], |at| at.value.clone()),
        min_coverage_pct: whole("min_coverage_pct", &authored.min_coverage_pct, 60, SHARE),
        min_dimensions_pct: whole("min_dimensions_pct", &authored.min_dimensions_pct, 75, SHARE),
        key_lag: whole("key_lag", &authored.key_lag, 1, LAG),
        unknown_cap: whole("unknown_cap", &authored.unknown_cap, 3, 1..=LEVELS),
        overall_lag: whole("overall_lag", &authored.overall_lag, 1, LAG),
        blind_spot_pct: whole("blind_spot_pct", &authored.blind_spot_pct, 40, SHARE),
        target: whole("target", &authored.target, 400, 100..=500),
        cap_bonus: whole("cap_bonus", &authored.cap_bonus, 50, 0..=WIDTH),
        straight_min: whole("straight_min", &authored.straight_min, 10, 2..=1000),
        min_group: authored.min_group.as_ref().map_or(5, |at| at.value),
        bridge_pct: whole("bridge_pct", &authored.bridge_pct, 70, SHARE),
        profile_gap: whole("profile_gap", &authored.profile_gap, 50, 1..=WIDTH),
        contested_below: 0.31,
        gap_flag: 0.50,
        change_flag: 0.30,
    };
    let mut fraction =
        |name, value: &Option<At<f64>>, default, range| within(name, value.as_ref(), default, range, diagnostics);
    rules.contested_below = fraction("contested_below", &authored.contested_below, rules.contested_below, 0.0..=1.0);
    rules.gap_flag = fraction("gap_flag", &authored.gap_flag, rules.gap_flag, 0.0..=4.0);
    rules.change_flag = fraction("change_flag", &authored.change_flag, rules.change_flag, 0.0..=4.0);
    check_thresholds(authored, &rules.thresholds, file, diagnostics);
    check_group(authored, diagnostics);
    rules
}

/// The authored number, or the default when there is none or it is out of `range`, which is reported.
fn within<T: PartialOrd + Display + Copy>(
    name: &str,
    value: Option<&At<T>>,
    default: T,
    range: RangeInclusive<T>,
    diagnostics: &mut Diagnostics,
) -> T {
    let Some(at) = value else {
        return default;
    };
    if range.contains(&at.value) {
        return at.value;
    }
    let (least, most) = (range.start(), range.end());
    diagnostics
        .error(&at.place, format!("`{name}` is {}, but it must be from {least} to {most}", at.value))
        .hint(format!("the default is {default}"));
    default
}

fn check_thresholds(authored: &authored::Rules, steps: &[u32], file: &Place, diagnostics: &mut Diagnostics) {
    let rising = steps.windows(2).all(|pair| pair[0] < pair[1]);
    if steps.len() != 5 || !rising || steps[0] != 100 || steps[4] >= 500 {
        let place = authored.thresholds.as_ref().map_or(file, |at| &at.place);
        diagnostics
            .error(place, "`thresholds` must be five rising numbers, the first 100, the last under 500")
            .hint("the default is [100, 180, 260, 340, 420]");
    }
}

fn check_group(authored: &authored::Rules, diagnostics: &mut Diagnostics) {
    if let Some(least) = authored.min_group.as_ref().filter(|least| least.value < 3) {
        diagnostics
            .error(&least.place, format!("`min_group` is {}: results of so few people would name them", least.value))
            .hint("use 3 or more; 5 is the default");
    }
}
