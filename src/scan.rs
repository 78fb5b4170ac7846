//! Looking for bytes many at a time: whole chunks without a way out in the middle become wide instructions, which a
//! search that may stop at any byte does not. Most texts hold nothing of what is looked for, so nothing else is done.

/// Bytes looked at together.
const WIDE: usize = 32;

/// Whether a text holds one of these bytes.
#[must_use]
pub fn holds<const N: usize>(text: &str, wanted: [u8; N]) -> bool {
    let is_wanted = |byte: u8| wanted.iter().fold(false, |found, one| found | (byte == *one));
    let (chunks, rest) = text.as_bytes().as_chunks::<WIDE>();
    chunks.iter().any(|chunk| chunk.iter().fold(false, |found, byte| found | is_wanted(*byte)))
        || rest.iter().any(|byte| is_wanted(*byte))
}

/// Where a byte stands first.
#[must_use]
pub fn find(bytes: &[u8], wanted: u8) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<WIDE>();
    let holds = |chunk: &[u8; WIDE]| chunk.iter().fold(false, |found, byte| found | (*byte == wanted));
    let chunk = chunks.iter().position(holds);
    let (start, within) = chunk.map_or((bytes.len() - rest.len(), rest), |at| (at * WIDE, &chunks[at]));
    within.iter().position(|byte| *byte == wanted).map(|at| start + at)
}

/// How often a byte stands there.
#[must_use]
pub fn count(bytes: &[u8], wanted: u8) -> usize {
    let (chunks, rest) = bytes.as_chunks::<WIDE>();
    let own = |chunk: &[u8]| chunk.iter().fold(0u8, |sum, byte| sum + u8::from(*byte == wanted));
    chunks.iter().map(|chunk| usize::from(own(chunk))).sum::<usize>() + usize::from(own(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_in_a_chunk_behind_it_and_nowhere() {
        for length in [0, 1, 31, 32, 33, 64, 100] {
            for place in 0..length {
                let mut text = vec![b'a'; length];
                text[place] = b'x';
                assert_eq!((find(&text, b'x'), count(&text, b'x')), (Some(place), 1));
                assert!(holds(std::str::from_utf8(&text).unwrap(), [b'-', b'x']));
            }
            let none = "a".repeat(length);
            assert_eq!((find(none.as_bytes(), b'x'), count(none.as_bytes(), b'a')), (None, length));
            assert!(!holds(&none, [b'x', b'-']));
        }
        assert_eq!(find(b"0123456789012345678901234567890123x6x", b'x'), Some(34));
    }
}
