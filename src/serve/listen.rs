//! The socket side of the preview. Written on `std` because it needs little (one request a connection, no bodies)
//! and must not be stopped by anyone: each connection has a thread of its own, so a page that waits for news, a
//! client that says nothing and one that stops reading hold up nobody. A client that goes away is no error.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::editions::Editions;
use super::http::{self, Answer, Reply};
use super::request::{self, Unusable};

/// How long a page is kept waiting; well under what browsers and proxies give up after.
const PATIENCE: Duration = Duration::from_secs(25);
const SILENCE: Duration = Duration::from_secs(30);
const FAREWELL: Duration = Duration::from_secs(1);
const UNREAD_BODY: u64 = 1 << 20;

/// Listens on `port`, or on the first free one of the nine after it.
pub fn bind(bind: &str, port: u16, announce: &mut impl FnMut(&str)) -> io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(9) };
    for candidate in port..=last {
        match TcpListener::bind((bind, candidate)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(failure(error.kind(), bind, &format!("port {candidate}: {error}")));
            }
            Ok(listener) => {
                if candidate != port {
                    announce(&format!("port {port} is taken, using {candidate}"));
                }
                return Ok(listener);
            }
        }
    }
    Err(failure(ErrorKind::AddrInUse, bind, &format!("ports {port} to {last} are all taken, choose another")))
}

/// Answers requests in the background for the rest of the process.
pub fn start(listener: TcpListener, bind: String, editions: Arc<Editions>) -> io::Result<()> {
    let bind: Arc<str> = bind.into();
    thread::Builder::new().name("serve".to_owned()).spawn(move || accept(&listener, &bind, &editions)).map(drop)
}

fn accept(listener: &TcpListener, bind: &Arc<str>, editions: &Arc<Editions>) {
    for stream in listener.incoming() {
        let (bind, editions) = (Arc::clone(bind), Arc::clone(editions));
        let accepted =
            stream.and_then(|stream| thread::Builder::new().spawn(move || converse(&stream, &bind, &editions)));
        if accepted.is_err() {
            // Too many open files or threads; some of them end soon.
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// One request, one answer. What fails here fails because the client left.
fn converse(stream: &TcpStream, bind: &str, editions: &Editions) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    match request::read(stream) {
        Ok(head) => write(stream, &answer(&head, bind, editions), head.method != "HEAD")?,
        Err(Unusable::Refused(status)) => write(stream, &http::refused(status), true)?,
        Err(Unusable::Gone) => return Ok(()),
    }
    // Closing on bytes that were not read would make the system throw the answer away on the other side.
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(FAREWELL))?;
    io::copy(&mut stream.take(UNREAD_BODY), &mut io::sink()).map(drop)
}

fn answer(head: &request::Head, bind: &str, editions: &Editions) -> Answer {
    match http::reply(head, bind, editions) {
        Reply::Now(answer) => answer,
        Reply::AfterNews { edition, known } => http::news(&editions.state(edition.as_deref()).news(&known, PATIENCE)),
    }
}

fn write(mut stream: &TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let Answer { status, content_type, header, body } = answer;
    let extra = header.as_ref().map_or(String::new(), |(name, value)| format!("{name}: {value}\r\n"));
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} \r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n{extra}\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(&[head.as_bytes(), if with_body { body } else { &[] }].concat())
}

fn failure(kind: ErrorKind, bind: &str, reason: &str) -> io::Error {
    io::Error::new(kind, format!("cannot listen on {bind}, {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_and_says_so() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let mut said = Vec::new();
        let found = bind("127.0.0.1", port, &mut |line: &str| {
            said.push(line.to_owned());
        })
        .unwrap();
        let used = found.local_addr().unwrap().port();
        assert_ne!(used, port);
        assert_eq!(said, [format!("port {port} is taken, using {used}")]);
    }

    #[test]
    fn an_address_that_is_not_here_is_named() {
        let error = bind("192.0.2.1", 3000, &mut |_: &str| {}).unwrap_err().to_string();
        assert!(error.starts_with("cannot listen on 192.0.2.1, port 3000: "), "{error}");
    }
}
