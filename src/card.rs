//! The picture beside a shared link: one for each edition and language, drawn like the cover of a printed book.
//!
//! A cover needs one colour and what can be read on it. So a card is a sheet of grey levels between the two, and its
//! bytes depend on nothing but the words, the colours and the font: no system font is asked for, no clock and no chance.

mod drawing;
mod fit;
mod letters;
mod sheet;

use std::sync::LazyLock;

use crate::brand::Colour;

use fit::{Block, Fitted};
use letters::Font;
use sheet::Sheet;

/// Width and height in pixels, as shared links are shown everywhere.
pub const SIZE: (u16, u16) = (1200, 630);

/// What stands on a card.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// What the handbook is called.
    pub name: &'a str,
    /// What it is, in a line.
    pub line: &'a str,
    /// Who publishes it; empty when the name says so already.
    pub publisher: &'a str,
    pub ground: Colour,
    pub ink: Colour,
    /// The brand's own letters, as a TrueType or OpenType file.
    pub font: Option<&'a [u8]>,
}

/// Letters for brands without a file of their own: Libertinus Serif, under the SIL Open Font Licence 1.1.
static LETTERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.otf"));

/// What all cards share, drawn once.
static STAIRCASE: LazyLock<Sheet> = LazyLock::new(|| {
    let mut sheet = Sheet::new(SIZE);
    drawing::draw(&mut sheet);
    sheet
});

/// The margin around the words.
const MARGIN: f32 = 64.0;

const NAME: Block = Block { sizes: &[112.0, 98.0], width: 1072.0, lines: 1, leading: 1.0 };
/// A longer name goes over several lines and keeps clear of the door at the right.
const LONG_NAME: Block = Block { sizes: &[84.0, 72.0], width: 740.0, lines: 2, leading: 1.08 };
const LONGEST_NAME: Block = Block { sizes: &[60.0, 50.0], width: 740.0, lines: 3, leading: 1.08 };
const LINE: Block = Block { sizes: &[38.0, 34.0, 30.0], width: 740.0, lines: 2, leading: 1.25 };
/// Under a long name there is room for one line above the door in the middle.
const LOW_LINE: Block = Block { sizes: &[34.0, 30.0, 27.0], lines: 1, ..LINE };
const PUBLISHER: Block = Block { sizes: &[28.0, 25.0, 22.0], width: 700.0, lines: 1, leading: 1.0 };

/// The card as a PNG file. Words the letters cannot write are left out: a staircase alone is better than empty boxes.
#[must_use]
pub fn png(card: &Card) -> Vec<u8> {
    let mut sheet = STAIRCASE.clone();
    write(card, &mut sheet);
    sheet.png(card.ground, card.ink)
}

fn write(card: &Card, sheet: &mut Sheet) {
    let Some(font) = font(card) else {
        return;
    };
    let name = name(card, &font);
    // The tops of capitals stand on the margin.
    let end = set(sheet, &font, &name, MARGIN + 0.66 * name.size);
    if font.covers(card.line) {
        let block = if name.lines.len() == 1 { LINE } else { LOW_LINE };
        let line = block.fitted(&font, card.line);
        set(sheet, &font, &line, end + 0.3 * name.size + line.leading());
    }
    if font.covers(card.publisher) {
        publish(card, &font, sheet);
    }
}

fn name(card: &Card, font: &Font) -> Fitted {
    let fitted = |block: &Block| block.fitted(font, card.name);
    let whole = [NAME, LONG_NAME].iter().map(fitted).find(|name| !name.is_cut);
    whole.unwrap_or_else(|| fitted(&LONGEST_NAME))
}

/// Sets lines at the left margin, the first on `baseline`; gives the last one's.
fn set(sheet: &mut Sheet, font: &Font, words: &Fitted, mut baseline: f32) -> f32 {
    for line in &words.lines {
        sheet.ink(&font.outline(line, words.size, (MARGIN, baseline)));
        baseline += words.leading();
    }
    baseline - words.leading()
}

/// The publisher stands below the stairs, at the right.
fn publish(card: &Card, font: &Font, sheet: &mut Sheet) {
    let words = PUBLISHER.fitted(font, card.publisher);
    let baseline = f32::from(SIZE.1) - 42.0;
    for line in &words.lines {
        let left = f32::from(SIZE.0) - MARGIN - font.width(line, words.size);
        sheet.ink(&font.outline(line, words.size, (left, baseline)));
    }
}

/// The brand's letters, else ours: whichever can write the name.
fn font<'a>(card: &Card<'a>) -> Option<Font<'a>> {
    let files = [card.font, Some(LETTERS)];
    files.into_iter().flatten().filter_map(Font::parse).find(|font| font.covers(card.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card<'a>(name: &'a str, line: &'a str, publisher: &'a str) -> Card<'a> {
        Card { name, line, publisher, ground: Colour([19, 86, 74]), ink: Colour([251, 252, 250]), font: None }
    }

    /// The levels of a card, row by row.
    fn levels(card: &Card) -> Vec<u8> {
        let file = png(card);
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let mut levels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut levels).unwrap();
        assert_eq!((info.width, info.height, info.color_type), (1200, 630, png::ColorType::Indexed));
        levels
    }

    #[test]
    fn the_same_words_and_colours_are_the_same_bytes() {
        let one = card("Portaat", "Käsikirja", "Julkaisija");
        assert_eq!(png(&one), png(&one));
        assert_ne!(png(&one), png(&Card { ink: Colour([255, 255, 255]), ..one }));
    }

    #[test]
    fn words_that_cannot_be_written_are_left_out() {
        let bare = levels(&card("", "", ""));
        assert_eq!(levels(&card("مرحبا بكم", "Käsikirja", "Julkaisija")), bare);
        assert_eq!(levels(&card("Name 👋", "", "")), bare);
        let named = levels(&card("Portaat", "", ""));
        assert_ne!(named, bare);
        assert_eq!(levels(&card("Portaat", "ספר", "手册")), named);
    }

    #[test]
    fn a_font_of_its_own_that_lacks_letters_or_is_none_gives_way_to_ours() {
        let plain = levels(&card("Portaat", "", ""));
        assert_eq!(levels(&Card { font: Some(b"no font"), ..card("Portaat", "", "") }), plain);
        assert_eq!(levels(&Card { font: Some(LETTERS), ..card("Portaat", "", "") }), plain);
    }

    #[test]
    fn no_word_reaches_the_edge_or_the_doors() {
        let bare = levels(&card("", "", ""));
        let long = "Ministry of Customer Encounters and Other Everyday Matters of the Whole Country and Its Islands";
        let word = "W".repeat(10_000);
        for name in
            ["Portaat", "The Handbook of the Harbour", "The Great Handbook of the Harbour and Its Islands", long, &word]
        {
            let drawn = levels(&card(name, long, long));
            let inked = |&at: &usize| drawn[at] != bare[at];
            for at in (0..drawn.len()).filter(inked) {
                let (x, y) = (at % 1200, at / 1200);
                assert!((60..1140).contains(&x) && (40..606).contains(&y), "{name:.20}: {x}, {y}");
                assert!(y < 246 || x < 856 || y > 540, "{name:.20}: {x}, {y} is on the right-hand door");
                assert!(bare[at] == 0, "{name:.20}: {x}, {y} is on the drawing");
            }
        }
    }
}
