//! Opens the reader's browser. A machine without one is normal (a server, a container), so failure says nothing.

use std::process::{Command, Stdio};
use std::thread;

pub fn open(address: &str) {
    let mut command = opener(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // On its own thread: some openers stay until the browser closes, and a child must be waited for.
    thread::spawn(move || command.status());
}

fn opener(address: &str) -> Command {
    let words: &[&str] = if cfg!(target_os = "macos") {
        &["open"]
    } else if cfg!(windows) {
        &["cmd", "/C", "start", ""]
    } else {
        &["xdg-open"]
    };
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).arg(address);
    command
}
