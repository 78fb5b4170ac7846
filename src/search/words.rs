//! Words as numbers: each distinct one is kept and looked at once.

use xxhash_rust::xxh3::xxh3_64;

/// Distinct words, numbered as they come. A table of numbers over one long text, because a word has no life of its own
/// and a map of chance order has no place here.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: String,
    ends: Vec<u32>,
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..self.ends[number] as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    pub fn find(&self, word: &str) -> Option<u32> {
        if self.slots.is_empty() { None } else { Some(self.slots[self.slot(word)]).filter(|number| *number != FREE) }
    }

    /// The number of a word, a new one if it is new.
    pub fn add(&mut self, word: &str) -> u32 {
        if self.slots.len() < 2 * self.len() + 2 {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == FREE {
            self.slots[slot] = number(self.len());
            self.letters.push_str(word);
            self.ends.push(number(self.letters.len()));
        }
        self.slots[slot]
    }

    /// Where a word stands in the table, or would.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        #[allow(clippy::cast_possible_truncation)] // the table is far smaller
        let mut slot = xxh3_64(word.as_bytes()) as usize & mask;
        while self.slots[slot] != FREE && self.get(self.slots[slot] as usize) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (4 * self.len()).next_power_of_two().max(64)];
        for number in 0..self.ends.len() {
            let slot = self.slot(self.get(number));
            self.slots[slot] = self::number(number);
        }
    }

    /// Only what is needed to read it again.
    pub fn shrink(&mut self) {
        self.slots = Vec::new();
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).expect("invariant: no handbook has so many words")
}
