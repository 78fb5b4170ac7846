//! From the saving of a page to the answer that has it, as a browser would see it.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::run::portaat;

const PORT: u16 = 39_517;
const EDITS: usize = 5;
const PATIENCE: Duration = Duration::from_mins(1);

/// The quickest of some edits, in seconds.
pub fn edit(project: &Path) -> f64 {
    let mut server = start(project);
    let page = project.join("content/en/index.md");
    let text = fs::read_to_string(&page).expect("the home page");
    wait_for("<html");
    let one = |number| {
        let mark = format!("edit-{number}-is-here");
        let started = Instant::now();
        fs::write(&page, format!("{text}\n{mark}\n")).expect("the page can be saved");
        wait_for(&mark);
        started.elapsed().as_secs_f64()
    };
    let best = (0..EDITS).map(one).min_by(f64::total_cmp).expect("there were edits");
    server.kill().expect("the preview ends");
    server.wait().expect("the preview ends");
    best
}

fn start(project: &Path) -> Child {
    let mut command = Command::new(portaat());
    command.args(["serve", "-q", ".", "--port", &PORT.to_string()]).current_dir(project);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the preview starts")
}

fn wait_for(mark: &str) {
    let started = Instant::now();
    while !get().is_some_and(|page| page.contains(mark)) {
        assert!(started.elapsed() < PATIENCE, "the preview never showed {mark}");
        sleep(Duration::from_millis(2));
    }
}

fn get() -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", PORT)).ok()?;
    let request = format!("GET /en/index.html HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}
