//! What a first visit to each kind of page loads, raw and compressed, against its budget. The browser tests weigh
//! the pages (`tests/browser/weights.mjs`), and this only builds the shipped handbook and asks them.

use std::path::Path;
use std::process::{Command, exit};

use super::run::portaat;

pub fn print() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = tempfile::TempDir::new().expect("a folder to work in");
    let mut command = Command::new(portaat());
    let built = command.args(["build", "-q", "-o"]).arg(output.path()).current_dir(root).status();
    assert!(built.expect("the program starts").success(), "the shipped handbook can be built");
    let mut test = Command::new("node");
    let weighed = test.arg(root.join("tests/browser/run.mjs")).arg(output.path()).arg("weights").status();
    if !weighed.expect("Node.js is needed for this").success() {
        exit(1);
    }
}
