//! How fast Portaat is, beside the floor and beside other generators, in one run on one machine.
//!
//! `cargo bench` measures everything and prints the tables of `benches/README.md`; `-- peers PAGES` compares with others
//! alone, `-- weight` weighs the shipped handbook's pages. `cargo bench -- corpus DIR PAGES`, `-- flat DIR PAGES` and
//! `-- editions DIR COUNT` only write what is measured.

mod corpus;
mod editions;
mod floor;
mod measure;
mod peers;
mod run;
mod serve;
mod weight;

use std::ffi::OsString;
use std::path::Path;

fn main() {
    // `cargo bench` says that it is one.
    let words: Vec<OsString> = std::env::args_os().skip(1).filter(|word| word != "--bench").collect();
    let text = |at: usize| words.get(at).and_then(|word| word.to_str()).unwrap_or_default();
    let path = |at: usize| Path::new(words.get(at).expect("a folder is named"));
    let count = |at: usize| text(at).parse().expect("a number");
    match text(0) {
        "measure" => measure::here(&words[1..]),
        "floor" => floor::build(path(1), path(2)),
        "corpus" => corpus::write(path(1), count(2), corpus::Shape::Nested),
        "flat" => corpus::write(path(1), count(2), corpus::Shape::Flat),
        "editions" => editions::write(path(1), count(2)),
        "peers" => run::peers(count(1)),
        "weight" => weight::print(),
        "" => run::all(),
        other => panic!("`{other}` is none of peers, weight, corpus, flat, editions"),
    }
}
