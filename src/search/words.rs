//! Words as numbers: each distinct one is kept and looked at once.

use xxhash_rust::xxh3::xxh3_64;

/// Words one after the other in one long text, because a word has no life of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    letters: String,
    ends: Vec<u32>,
}

impl List {
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

    /// The number of the new word.
    pub fn push(&mut self, word: &str) -> u32 {
        self.letters.push_str(word);
        self.ends.push(number(self.letters.len()));
        number(self.len() - 1)
    }
}

/// Distinct words, numbered as they come. A table of its own, because a map of chance order has no place here.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: List,
    slots: Vec<Slot>,
}

/// Half of a word's hash, so that other words are hardly ever looked at, and its number.
#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    number: u32,
}

const FREE: Slot = Slot { hash: 0, number: u32::MAX };

impl Slot {
    fn is_free(self) -> bool {
        self.number == FREE.number
    }
}

impl Words {
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, number: usize) -> &str {
        self.list.get(number)
    }

    pub fn find(&self, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let slot = self.slots[self.place(word, hash(word))];
        (!slot.is_free()).then_some(slot.number)
    }

    /// The number of a word, a new one if it is new.
    pub fn add(&mut self, word: &str) -> u32 {
        if self.slots.len() < 2 * self.len() + 2 {
            self.grow();
        }
        let hash = hash(word);
        let place = self.place(word, hash);
        if self.slots[place].is_free() {
            self.slots[place] = Slot { hash, number: self.list.push(word) };
        }
        self.slots[place].number
    }

    /// Where a word stands in the table, or would.
    fn place(&self, word: &str, hash: u32) -> usize {
        let is_it = |slot: Slot| slot.is_free() || slot.hash == hash && self.get(slot.number as usize) == word;
        first(&self.slots, hash, is_it)
    }

    fn grow(&mut self) {
        let mut slots = vec![FREE; (2 * self.slots.len()).max(1024)];
        for slot in self.slots.iter().filter(|slot| !slot.is_free()) {
            let place = first(&slots, slot.hash, Slot::is_free);
            slots[place] = *slot;
        }
        self.slots = slots;
    }
}

#[allow(clippy::cast_possible_truncation)] // half of it is enough
fn hash(word: &str) -> u32 {
    xxh3_64(word.as_bytes()) as u32
}

/// The first slot from that of `hash` on which will do; half of them are free.
fn first(slots: &[Slot], hash: u32, will_do: impl Fn(Slot) -> bool) -> usize {
    let mask = slots.len() - 1;
    let mut place = hash as usize & mask;
    while !will_do(slots[place]) {
        place = (place + 1) & mask;
    }
    place
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).expect("invariant: no handbook has so many words")
}
