//! Percent-encoding of request paths, both ways. Strict: a half-written code is a refusal, not a guess.

use std::fmt::Write;

/// The path as text, or `None` when a code is broken or the bytes are not UTF-8.
pub fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { digit(bytes.next())? * 16 + digit(bytes.next())? } else { byte });
    }
    String::from_utf8(decoded).ok()
}

/// The path as it may stand in a header: everything outside the unreserved set and `/` becomes a code.
pub fn encode(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            write!(encoded, "%{byte:02X}").expect("invariant: writing to a string does not fail");
        }
        encoded
    })
}

fn digit(byte: Option<u8>) -> Option<u8> {
    let value = char::from(byte?).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_characters_and_back() {
        assert_eq!(decode("/a%20b/%C3%A4%2f").as_deref(), Some("/a b/ä/"));
        assert_eq!(encode("a b/ä\r\n"), "a%20b/%C3%A4%0D%0A");
        assert_eq!(decode("+~").as_deref(), Some("+~"));
    }

    #[test]
    fn broken_codes_are_refused() {
        for path in ["%", "%4", "%zz", "%+1", "%é", "%ff", "a%C3"] {
            assert_eq!(decode(path), None, "{path}");
        }
    }
}
