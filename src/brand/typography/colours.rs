//! The colours of text elements, held to what the words lie on.

use crate::brand::authored::Pair;
use crate::brand::colour::Colour;
use crate::brand::contrast::on_ground;
use crate::diagnostics::Diagnostics;

use super::{Writer, both};

impl Writer<'_, '_> {
    /// Words in a colour on a ground of their own, or on the one that is there.
    pub(super) fn on_ground(&mut self, name: &str, selector: &str, (ink, under): (&Pair, &Pair), there: [Colour; 2]) {
        let own = self.pair_of(under);
        let ground = own.unwrap_or(there);
        let colour = self.colour(ink, name, ground).or_else(|| {
            let schemes = self.ground.schemes;
            let inks = [on_ground(schemes.light.ink, ground[0]), on_ground(schemes.dark.ink, ground[1])];
            own.map(|_| both(inks))
        });
        self.screen_rule("prose", selector, &[("background", own.map(both)), ("color", colour)]);
    }

    pub(super) fn papers(&self) -> [Colour; 2] {
        [self.ground.schemes.light.paper, self.ground.schemes.dark.paper]
    }

    pub(super) fn pair_of(&mut self, pair: &Pair) -> Option<[Colour; 2]> {
        let pair = pair.as_ref()?;
        let light = self.ground.colours.of(pair, false, self.diagnostics)?;
        let dark = self.ground.colours.of(pair, true, &mut Diagnostics::default())?;
        Some([light.colour, dark.colour])
    }

    /// The colour of an element in both schemes, held to what it lies on; in a scheme that nobody wrote it is moved.
    pub(super) fn colour(&mut self, pair: &Pair, name: &str, grounds: [Colour; 2]) -> Option<String> {
        let written = self.pair_of(pair)?;
        let (colours, place) = (self.ground.colours, &pair.as_ref()?.place);
        let own = |dark: bool| colours.has_dark() || colours.is_for_dark() == dark;
        let mut shown = written;
        for (index, word) in ["light", "dark"].into_iter().enumerate() {
            let (colour, better) = (written[index], on_ground(written[index], grounds[index]));
            if self.ground.adjust || !own(index == 1) {
                shown[index] = better;
            } else if better != colour {
                let ratio = (colour.contrast(grounds[index]) * 100.0).floor() / 100.0;
                let colour = colour.hex();
                let message = format!("`{name}` {colour} has a contrast of {ratio} in the {word} scheme and needs 4.5");
                let finding = self.diagnostics.warning(place, message);
                finding.hint(format!("{} passes; or set `brand: {{ adjust: true }}` in handbook.yaml", better.hex()));
            }
        }
        Some(both(shown))
    }
}
