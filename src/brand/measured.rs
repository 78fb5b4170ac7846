//! The contrasts a brand ends up with, for a page that says so.

use super::pairs::{PAIRS, Role};
use super::schemes::Schemes;

/// How far two colours are apart, in hundredths and cut, not rounded: 4.498 is not yet 4.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// The custom property of the words or the line, without `--`.
    pub over: &'static str,
    /// The custom property of the ground.
    pub under: &'static str,
    pub need: u32,
    pub light: u32,
    pub dark: u32,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a contrast lies between 1 and 21
fn hundredths(ratio: f64) -> u32 {
    (ratio * 100.0).floor() as u32
}

impl Schemes {
    /// Of every pair that the style sheets bring together.
    #[must_use]
    pub fn contrasts(&self) -> Vec<Contrast> {
        let contrast = |pair: &(Role, Role, f64)| {
            let (over, under, need) = *pair;
            let [light, dark] = [self.light, self.dark].map(|scheme| hundredths(scheme.ratio(*pair)));
            Contrast { over: over.property(), under: under.property(), need: hundredths(need), light, dark }
        };
        PAIRS.iter().map(contrast).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neutral_brand_passes_in_both_schemes() {
        let all = Schemes::default().contrasts();
        assert_eq!(all.len(), PAIRS.len());
        for Contrast { need, light, dark, .. } in all {
            assert!(light >= need && dark >= need);
            assert!(light <= 2100 && dark <= 2100);
        }
    }
}
