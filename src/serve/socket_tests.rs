//! The whole preview over a real socket: a change reaches a waiting page, and no client can stop the others.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::*;

const SOON: Duration = Duration::from_secs(10);

/// A preview of a site whose only page is whatever `content/page` holds; the word "error" in it is an error.
struct Preview {
    folder: PathBuf,
    port: u16,
    said: Receiver<String>,
}

impl Preview {
    fn start(name: &str) -> Preview {
        let folder = std::env::temp_dir().join(format!("portaat-serve-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("page"), "first").unwrap();
        let (say, said) = mpsc::channel();
        let watch = vec![folder.clone()];
        let options = Options { bind: "127.0.0.1".to_owned(), port: 0, open: false, edition: None, watch };
        let page = folder.join("page");
        // Ends with the test process: the preview has no other end than Ctrl-C.
        let source = Source { build: Box::new(move |_| rebuild(&page)), editions: Box::new(Vec::new) };
        thread::spawn(move || run(&options, source, |line| say.send(line.to_owned()).unwrap()));
        let line = said.iter().find(|line| line.starts_with("serving at")).unwrap();
        let port = line.split(['/', ':']).find_map(|part| part.parse().ok()).unwrap();
        Preview { folder, port, said }
    }

    fn save(&self, text: &str) {
        // In one step, so that a slow machine cannot build the half-written page.
        std::fs::write(self.folder.join("page.tmp"), text).unwrap();
        std::fs::rename(self.folder.join("page.tmp"), self.folder.join("page")).unwrap();
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        stream
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = self.connect();
        // An endless request is answered before it is sent to the end.
        let _ = stream.write_all(request.as_bytes());
        stream
    }

    fn get(&self, target: &str) -> String {
        read(self.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
    }

    fn events(&self, known: &str) -> TcpStream {
        let target = format!("/__portaat/events?since={known}");
        self.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn rebuild(page: &std::path::Path) -> Rebuilt {
    let text = std::fs::read_to_string(page).unwrap_or_default();
    if text.contains("error") {
        return Rebuilt { files: None, findings: text, ..Rebuilt::default() };
    }
    let html = format!("<html><head></head><body>{text}");
    let files = BTreeMap::from([("index.html".to_owned(), html.into())]);
    Rebuilt { files: Some(Files(files)), findings: String::new(), ..Rebuilt::default() }
}

fn read(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// The lines of what `/__portaat/events` says: build, state, failed, findings.
fn told(stream: TcpStream) -> Vec<String> {
    let answer = read(stream);
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    body.splitn(4, '\n').map(str::to_owned).collect()
}

#[test]
fn a_save_wakes_the_waiting_page_and_errors_keep_the_last_good_build() {
    let preview = Preview::start("save");
    assert!(preview.get("/").ends_with("first"));
    let first = told(preview.events(""));

    let waiting = preview.events(&first[1]);
    preview.save("second");
    let second = told(waiting);
    assert_ne!(second[0], first[0]);
    assert!(preview.get("/").ends_with("second"));

    let waiting = preview.events(&second[1]);
    preview.save("error: broken");
    let third = told(waiting);
    assert_eq!(third[0], second[0]);
    assert_eq!(third[2..], ["true", "error: broken"]);
    assert!(preview.get("/").ends_with("second"));
    assert!(preview.said.iter().any(|line| line.contains("the last good build stays")));
}

#[test]
fn waiting_and_silent_clients_hold_up_nobody() {
    let preview = Preview::start("waiting");
    let known = told(preview.events("")).swap_remove(1);
    let _waiting: Vec<TcpStream> = (0..20).map(|_| preview.events(&known)).collect();
    let _silent: Vec<TcpStream> = (0..20).map(|_| preview.connect()).collect();
    let _unfinished: Vec<TcpStream> =
        (0..20).map(|_| preview.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n")).collect();
    assert!(preview.get("/").ends_with("first"));
}

#[test]
fn a_head_request_gets_the_length_without_the_page() {
    let preview = Preview::start("head");
    let answer = read(preview.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("\r\n\r\n"), "{answer}");
    assert!(answer.contains("\r\nContent-Length: ") && answer.contains("\r\nCache-Control: no-store\r\n"), "{answer}");
}

#[test]
fn hostile_requests_leave_the_preview_running() {
    let preview = Preview::start("hostile");
    for request in [
        "",
        "\r\n\r\n",
        "GET",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /ä HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /%zz%%%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000000000000\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18446744073709551615\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9000000000000000000\r\n\r\n",
    ] {
        let stream = preview.send(request);
        let _ = stream.shutdown(Shutdown::Write);
    }
    drop(preview.send(&format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(1 << 20))));
    assert!(preview.get("/").ends_with("first"));
    assert!(preview.get(&format!("/{}", "a".repeat(9000))).starts_with("HTTP/1.1 414 "));
}
