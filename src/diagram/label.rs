//! A name and its note, broken into lines for the room there is: what stands on a tread, beside a
//! station and in a cell alike.

use super::text;
use super::{Cell, Step};

/// More lines than this is a paragraph, and a paragraph belongs in the text.
const MOST_LINES: usize = 3;

#[derive(Debug)]
pub struct Label<'a> {
    name: &'a str,
    note: &'a str,
    class: &'static str,
    room: Room,
    head: Vec<String>,
    tail: Vec<String>,
}

/// Widths for the name and for the note under it.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub name: f64,
    pub note: f64,
}

impl Room {
    pub fn of(width: f64) -> Self {
        Self { name: width, note: width }
    }
}

impl<'a> Label<'a> {
    pub fn step(step: &'a Step, room: Room, lit: bool) -> Self {
        Self::new(&step.label, step.note.as_deref().unwrap_or_default(), room, class(lit))
    }

    /// Running text, so its lines fill up one after the other.
    pub fn cell(cell: &'a Cell, room: Room, lit: bool) -> Self {
        let (name, note) = (cell.title.as_str(), cell.text.as_deref().unwrap_or_default());
        let (head, tail) = (text::wrap(name, room.name), text::wrap(note, room.note));
        Self { name, note, class: class(lit), room, head, tail }
    }

    pub fn new(name: &'a str, note: &'a str, room: Room, class: &'static str) -> Self {
        let head = text::wrap_evenly(name, room.name);
        let tail = text::wrap_evenly(note, room.note);
        Self { name, note, class, room, head, tail }
    }

    pub fn lines(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let head = self.head.iter().map(|line| (self.class, line.as_str()));
        head.chain(self.tail.iter().map(|line| ("q", line.as_str())))
    }

    pub fn height(&self) -> f64 {
        self.lines().map(|_| text::LINE).sum()
    }

    pub fn fits(&self) -> bool {
        self.misfits().next().is_none()
    }

    /// Short enough to read at a glance.
    pub fn fits_well(&self) -> bool {
        self.fits() && self.head.len() < MOST_LINES
    }

    pub fn misfits(&self) -> impl Iterator<Item = &'a str> {
        let name = overflows(&self.head, self.room.name).then_some(self.name);
        name.into_iter().chain(overflows(&self.tail, self.room.note).then_some(self.note))
    }

    pub fn said(&self) -> String {
        let colon = if self.note.is_empty() { "" } else { ": " };
        text::plain(self.name) + colon + &text::plain(self.note)
    }
}

fn class(lit: bool) -> &'static str {
    if lit { "you" } else { "" }
}

fn overflows(lines: &[String], room: f64) -> bool {
    lines.len() > MOST_LINES || text::widest(lines) > room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_follows_the_name() {
        let label = Label::new("Kertaa", "omin sanoin", Room::of(60.0), "you");
        let lines: Vec<_> = label.lines().collect();
        assert_eq!(lines, [("you", "Kertaa"), ("q", "omin"), ("q", "sanoin")]);
        assert_eq!(label.said(), "Kertaa: omin sanoin");
        assert!((label.height() - 48.0).abs() < 0.001);
    }

    #[test]
    fn a_word_wider_than_its_room_is_a_misfit() {
        let label = Label::new("Kertaa", "vuorovaikutuksessa", Room::of(60.0), "");
        assert_eq!(label.misfits().collect::<Vec<_>>(), ["vuorovaikutuksessa"]);
        assert!(!label.fits());
    }

    #[test]
    fn four_lines_are_a_misfit_and_three_are_not_short() {
        assert!(!Label::new("a b c d", "", Room::of(10.0), "").fits());
        let three = Label::new("a b c", "", Room::of(10.0), "");
        assert!(three.fits() && !three.fits_well());
    }
}
