//! A sheet of levels, from bare ground (0) to full ink (255), and its way to a PNG file.

use zeno::{Command, Mask, PathData, Stroke, Style};

use crate::brand::Colour;

#[derive(Clone)]
pub(super) struct Sheet {
    width: u16,
    height: u16,
    levels: Vec<u8>,
}

/// Of the diagonal lines that show what is cut through: how far apart, and how thick.
const HATCH: (f32, f32) = (13.0, 2.4);

impl Sheet {
    pub fn new((width, height): (u16, u16)) -> Self {
        Self { width, height, levels: vec![0; usize::from(width) * usize::from(height)] }
    }

    /// Fills a shape with ink.
    pub fn ink(&mut self, shape: &[Command]) {
        self.lay(shape, Style::default(), |_, _| 255);
    }

    /// Fills a shape given as an SVG path with ink, or with bare ground.
    pub fn fill(&mut self, path: &str, is_ink: bool) {
        self.lay(path, Style::default(), |_, _| if is_ink { 255 } else { 0 });
    }

    /// Draws along an SVG path.
    pub fn draw(&mut self, path: &str, width: f32) {
        self.lay(path, Stroke::new(width), |_, _| 255);
    }

    /// Fills a shape with diagonal lines.
    pub fn hatch(&mut self, path: &str) {
        self.lay(path, Style::default(), hatched);
    }

    /// Lays a shape over what is there; `level` says what a pixel inside it becomes.
    fn lay<'s>(&mut self, path: impl PathData, style: impl Into<Style<'s>>, level: impl Fn(u16, u16) -> u8) {
        let (mask, place) = Mask::new(path).style(style).render();
        for (row, covered) in (0..).zip(mask.chunks_exact(place.width.max(1) as usize)) {
            let Some(y) = place.top.checked_add(row).and_then(|y| u16::try_from(y).ok()).filter(|y| *y < self.height)
            else {
                continue;
            };
            for (column, &cover) in (0..).zip(covered).filter(|(_, cover)| **cover > 0) {
                if let Some(x) = u16::try_from(place.left + column).ok().filter(|x| *x < self.width) {
                    let there = &mut self.levels[usize::from(y) * usize::from(self.width) + usize::from(x)];
                    *there = mixed(*there, level(x, y), cover);
                }
            }
        }
    }

    /// The sheet as a PNG file: its levels are colours of a palette from ground to ink.
    pub fn png(&self, ground: Colour, ink: Colour) -> Vec<u8> {
        let palette: Vec<u8> =
            (0..=255).flat_map(|level| (0..3).map(move |at| mixed(ground.0[at], ink.0[at], level))).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width.into(), self.height.into());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_deflate_compression(png::DeflateCompression::Level(6));
        let mut writer = encoder.write_header().expect("invariant: a size and a palette are all a header needs");
        writer.write_image_data(&self.levels).expect("invariant: there is a level for every pixel");
        writer.finish().expect("invariant: memory takes all that is written");
        file
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a byte
fn hatched(x: u16, y: u16) -> u8 {
    let (apart, thick) = HATCH;
    let across = (f32::from(x + y) * std::f32::consts::FRAC_1_SQRT_2) % apart;
    let distance = across.min(apart - across);
    ((thick / 2.0 + 0.5 - distance).clamp(0.0, 1.0) * 255.0) as u8
}

/// `share` of 255 parts of `over`, the rest of `under`.
fn mixed(under: u8, over: u8, share: u8) -> u8 {
    let [under, over, share] = [under, over, share].map(u32::from);
    u8::try_from((under * (255 - share) + over * share + 127) / 255).unwrap_or(u8::MAX)
}
