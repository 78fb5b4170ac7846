//! Reads the head of one request, with limits. Bodies are never read: the preview takes nothing in.

use std::io::{BufRead, BufReader, ErrorKind, Read};

const LARGEST_HEAD: u64 = 64 * 1024;

#[derive(Debug, Default, PartialEq)]
pub struct Head {
    pub method: String,
    /// Path and query as sent.
    pub target: String,
    /// The values of all `Host` headers.
    pub hosts: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum Unusable {
    /// The client left or stayed silent; nobody waits for an answer.
    Gone,
    /// The status to answer with.
    Refused(u16),
}

pub fn read(stream: impl Read) -> Result<Head, Unusable> {
    let lines = lines(stream)?;
    let (first, headers) = lines.split_first().ok_or(Unusable::Refused(400))?;
    let mut head = request_line(first)?;
    for header in headers {
        let (name, value) = header.split_once(':').ok_or(Unusable::Refused(400))?;
        // A blank before the colon or a continued line is how one header is smuggled past another.
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(Unusable::Refused(400));
        }
        if name.eq_ignore_ascii_case("host") {
            head.hosts.push(value.trim().to_owned());
        }
    }
    Ok(head)
}

fn request_line(line: &str) -> Result<Head, Unusable> {
    let parts: Vec<&str> = line.split(' ').collect();
    match parts[..] {
        [method, target, "HTTP/1.0" | "HTTP/1.1"] => {
            Ok(Head { method: method.to_owned(), target: target.to_owned(), hosts: Vec::new() })
        }
        [_, _, version] if version.starts_with("HTTP/") => Err(Unusable::Refused(505)),
        _ => Err(Unusable::Refused(400)),
    }
}

/// The lines up to the first empty one.
fn lines(stream: impl Read) -> Result<Vec<String>, Unusable> {
    let mut reader = BufReader::new(stream.take(LARGEST_HEAD));
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        match reader.read_line(&mut line) {
            Ok(0) if reader.get_ref().limit() == 0 => return Err(Unusable::Refused(431)),
            Ok(0) => return Err(Unusable::Gone),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                return Err(Unusable::Refused(400));
            }
            Err(_) => return Err(Unusable::Gone),
        }
        match line.trim_end_matches(['\r', '\n']) {
            "" => return Ok(lines),
            line => lines.push(line.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn method_target_and_every_host_are_taken() {
        let text = "GET /a?b HTTP/1.1\r\nhost: localhost\r\nAccept: */*\r\nHOST:  two \r\n\r\nbody";
        let hosts = vec!["localhost".to_owned(), "two".to_owned()];
        let expected = Head { method: "GET".to_owned(), target: "/a?b".to_owned(), hosts };
        assert_eq!(read(text.as_bytes()), Ok(expected));
    }

    #[test]
    fn malformed_heads_are_refused() {
        for (text, status) in [
            ("\r\n", 400),
            ("GET\r\n\r\n", 400),
            ("GET /\r\n\r\n", 400),
            ("GET /a b HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\n\r\n", 505),
            ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : evil.example\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nA: b\r\n Host: evil.example\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n: evil.example\r\n\r\n", 400),
        ] {
            assert_eq!(read(text.as_bytes()), Err(Unusable::Refused(status)), "{text:?}");
        }
        assert_eq!(read(&b"GET /\xff HTTP/1.1\r\n\r\n"[..]), Err(Unusable::Refused(400)));
    }

    #[test]
    fn an_endless_head_is_cut_off_and_a_broken_one_ignored() {
        let endless = std::io::repeat(b'a');
        assert_eq!(read(endless), Err(Unusable::Refused(431)));
        for text in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
            assert_eq!(read(text.as_bytes()), Err(Unusable::Gone), "{text:?}");
        }
    }
}
