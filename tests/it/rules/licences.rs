//! What is linked into the program may be passed on by whoever publishes an edition with it.

use std::process::Command;

use serde_json::Value;

use crate::support::repository;

const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "BSL-1.0",
    "Unlicense",
    "0BSD",
];

#[test]
fn every_dependency_has_a_licence_of_the_list() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("cargo lists packages");
    assert!(packages.len() > 50, "all dependencies are listed, indirect ones too");
    let refused: Vec<String> = packages.iter().filter(|package| !is_allowed(package)).map(described).collect();
    assert!(refused.is_empty(), "not on the list:\n{}", refused.join("\n"));
}

/// Without the network when all packages are there; otherwise cargo fetches what only other systems need.
fn metadata() -> Value {
    let run = |more: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["metadata", "--format-version", "1", "--locked"]).args(more).current_dir(repository("."));
        cargo.output().expect("cargo runs")
    };
    let offline = run(&["--offline"]);
    let output = if offline.status.success() { offline } else { run(&[]) };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

fn described(package: &Value) -> String {
    format!("{} {}: {}", package["name"], package["version"], package["license"])
}

fn is_allowed(package: &Value) -> bool {
    package["license"].as_str().is_some_and(satisfied)
}

/// Whether an SPDX expression can be met with the list: `OR` needs one side, `AND` both.
fn satisfied(expression: &str) -> bool {
    // An older form writes the `OR` as a slash.
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words };
    let is_met = reader.either();
    is_met == Some(true) && reader.words.is_empty()
}

struct Reader<'w> {
    words: &'w [&'w str],
}

impl<'w> Reader<'w> {
    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.words = &self.words[1..];
        }
        is_next
    }

    /// `None`: this is no expression.
    fn either(&mut self) -> Option<bool> {
        let mut is_met = self.both()?;
        while self.takes("OR") {
            is_met |= self.both()?;
        }
        Some(is_met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut is_met = self.one()?;
        while self.takes("AND") {
            is_met &= self.one()?;
        }
        Some(is_met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.takes("(") {
            let is_met = self.either();
            return if self.takes(")") { is_met } else { None };
        }
        let name = self.word()?;
        if self.takes("WITH") {
            let exception = self.word()?;
            return Some(ALLOWED.contains(&format!("{name} WITH {exception}").as_str()));
        }
        Some(ALLOWED.contains(&name))
    }

    fn word(&mut self) -> Option<&'w str> {
        let (word, rest) = self.words.split_first()?;
        self.words = rest;
        Some(word)
    }
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    for met in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0 OR MIT",
        "(MIT OR GPL-3.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(satisfied(met), "{met}");
    }
    let unmet = [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Zlib) AND OpenSSL",
        "MIT OR (",
        "",
        "GPL-3.0 WITH LLVM-exception",
        "MIT Zlib",
    ];
    for unmet in unmet {
        assert!(!satisfied(unmet), "{unmet}");
    }
}
