//! The measurements, and the tables they are printed as. CPU seconds and ratios, because seconds of the clock say more
//! about who else uses the machine; of several runs the cheapest counts.

use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::{self, LANGUAGES, Shape};
use super::measure::{self, Cost};
use super::peers::PEERS;
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
    languages(root.path());
    many(root.path());
    compare(root.path(), 1_000);
}

/// The comparison alone, on a handbook of so many pages.
pub fn peers(pages: usize) {
    let root = tempfile::TempDir::new_in(folder()).expect("a folder to work in");
    println!("pages         | floor CPU s | CPU s | x floor | no change | peak MB | out MB | files");
    build(root.path(), pages, Shape::Nested);
    compare(root.path(), pages);
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

/// As many pages in each of one, two and four languages.
fn languages(root: &Path) {
    println!("\nlanguages     | CPU s | a page, ms | peak MB");
    for count in [1, 2, 4] {
        let project = root.join(format!("languages{count}"));
        corpus::write_in(&project, 500, Shape::Nested, &LANGUAGES[..count]);
        let cold = best(portaat(), &["build", "-q"], &project, Some(&project.join("output")));
        let pages = f64::from(u16::try_from(500 * count).expect("a few thousand"));
        println!("{count:13} | {:5.3} | {:10.3} | {:7.0}", cold.cpu, cold.cpu * 1e3 / pages, cold.peak);
    }
}

fn many(root: &Path) {
    println!("\neditions      | CPU s | times one | peak MB");
    let mut first = None;
    for count in [1, 10, 100] {
        let project = root.join(format!("editions{count}"));
        editions::write(&project, count);
        let all = best(portaat(), &["build", "-q", "--all-editions"], &project, Some(&project.join("output")));
        let one = *first.get_or_insert(all.cpu);
        println!("{count:13} | {:5.2} | {:9.1} | {:7.0}", all.cpu, all.cpu / one, all.peak);
    }
}

/// Others on the pages of a project that is there already, one run each.
fn compare(root: &Path, pages: usize) {
    let project = root.join(name(pages, Shape::Nested));
    let output = root.join("output");
    let own = std::env::current_exe().expect("this program has a path");
    let floor = best(&own, &["floor", ".", output.to_str().expect("a plain name")], &project, Some(&output));
    let ours = best(portaat(), &["build", "-q", "."], &project, Some(&project.join("output")));
    println!("\n{pages} pages    | CPU s  | x floor | x ours | peak MB | out MB");
    let line = |name: &str, cost: &Cost, output: &Path| {
        let (megabytes, _) = measure::size(output);
        let (floors, ours) = (cost.cpu / floor.cpu, cost.cpu / ours.cpu);
        println!("{name:13} | {:6.2} | {floors:7.1} | {ours:6.1} | {:7.0} | {megabytes:6.1}", cost.cpu, cost.peak);
    };
    line("Portaat", &ours, &project.join("output"));
    for peer in PEERS {
        let Some(program) = peer.program() else {
            println!("{:13} | not on the PATH", peer.name);
            continue;
        };
        let (folder, words) = peer.project(&project, root);
        if let Some(cost) = measure::command(&program, words, &folder) {
            line(peer.name, &cost, &folder.join("out"));
        }
    }
}
