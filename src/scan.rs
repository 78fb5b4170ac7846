//! Looking for a byte that is hardly ever there: whole chunks without a way out in the middle cost less than a search that
//! may stop at any byte.

/// Bytes looked at together.
const WIDE: usize = 32;

/// Where a byte stands first.
#[must_use]
#[allow(clippy::needless_bitwise_bool)] // no way out in the middle
pub fn find(bytes: &[u8], wanted: u8) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<WIDE>();
    let holds = |chunk: &[u8; WIDE]| chunk.iter().fold(false, |found, byte| found | (*byte == wanted));
    let chunk = chunks.iter().position(holds);
    let (start, within) = chunk.map_or((bytes.len() - rest.len(), rest), |at| (at * WIDE, &chunks[at]));
    within.iter().position(|byte| *byte == wanted).map(|at| start + at)
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
                assert_eq!(find(&text, b'x'), Some(place));
            }
            assert_eq!(find(&vec![b'a'; length], b'x'), None);
        }
        assert_eq!(find(b"0123456789012345678901234567890123x6x", b'x'), Some(34));
    }
}
