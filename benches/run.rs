//! The measurements, and the tables they are printed as. CPU seconds and ratios, because seconds of the clock say more
//! about who else uses the machine; of several runs the cheapest counts.

use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::{self, Shape};
use super::measure::{self, Cost};
use super::{editions, serve};

const RUNS: usize = 3;
const SIZES: &[(usize, Shape)] = &[
    (100, Shape::Nested),
    (1_000, Shape::Nested),
    (10_000, Shape::Nested),
    (5_000, Shape::Nested),
    (5_000, Shape::Flat),
];

pub fn portaat() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_portaat"))
}

pub fn all() {
    let root = tempfile::TempDir::new_in(folder()).expect("a folder to work in");
    println!("pages         | floor CPU s | CPU s | x floor | no change | peak MB | out MB | files");
    let ratios: Vec<f64> = SIZES.iter().map(|(pages, shape)| build(root.path(), *pages, *shape)).collect();
    println!(
        "\ngrowth, 10,000 against 1,000 pages: {:.2}; flat against nested: {:.2}",
        ratios[2] / ratios[1],
        ratios[4] / ratios[3]
    );
    for pages in [1_000, 10_000] {
        let project = root.path().join(name(pages, Shape::Nested));
        println!("serve, {pages} pages: a saved page is served after {:.0} ms", serve::edit(&project) * 1e3);
    }
    many(root.path());
}

/// Memory, where there is a folder of it.
fn folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

fn name(pages: usize, shape: Shape) -> String {
    format!("{shape:?}{pages}").to_lowercase()
}

/// One line of the table; gives how many times the floor a build costs.
fn build(root: &Path, pages: usize, shape: Shape) -> f64 {
    let project = root.join(name(pages, shape));
    corpus::write(&project, pages, shape);
    let output = root.join("output");
    let words = ["build", "-q", ".", "-o", output.to_str().expect("a plain name")];
    let own = std::env::current_exe().expect("this program has a path");
    let floor = best(&own, &["floor", ".", words[4]], &project, Some(&output));
    let cold = best(portaat(), &words, &project, Some(&output));
    let again = best(portaat(), &words, &project, None);
    let (megabytes, files) = measure::size(&output);
    let ratio = cold.cpu / floor.cpu;
    println!(
        "{:13} | {:11.3} | {:5.3} | {ratio:7.2} | {:9.3} | {:7.0} | {megabytes:6.1} | {files}",
        name(pages, shape),
        floor.cpu,
        cold.cpu,
        again.cpu,
        cold.peak
    );
    ratio
}

/// The cheapest of some runs, each into a fresh folder if one is named.
fn best(program: &Path, words: &[&str], folder: &Path, fresh: Option<&Path>) -> Cost {
    let run = |_| {
        fresh.map(fs::remove_dir_all);
        measure::command(program, words, folder).expect("it runs")
    };
    (0..RUNS).map(run).min_by(|a, b| a.cpu.total_cmp(&b.cpu)).expect("there were runs")
}

fn many(root: &Path) {
    let project = root.join("editions");
    editions::write(&project, 100);
    let output = project.join("output");
    let one = best(portaat(), &["build", "-q", "--edition", "firm000"], &project, Some(&output));
    let all = best(portaat(), &["build", "-q", "--all-editions"], &project, Some(&output));
    println!(
        "100 editions in two languages: {:.2} s CPU, {:.1} times one ({:.3} s); peak {:.0} MB against {:.0} MB",
        all.cpu,
        all.cpu / one.cpu,
        one.cpu,
        all.peak,
        one.peak
    );
}
