//! What a command costs: CPU seconds (user and system of the whole process tree) and the most memory any process of it
//! held. Each command runs below a process of its own, so that the system counts it alone.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use walkdir::WalkDir;

#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub cpu: f64,
    /// Megabytes.
    pub peak: f64,
}

/// Runs a command and measures it; `None`: it failed, and has said why.
pub fn command(program: &Path, arguments: &[&str], folder: &Path) -> Option<Cost> {
    let own = std::env::current_exe().expect("this program has a path");
    let mut outer = Command::new(own);
    outer.arg("measure").arg(program).args(arguments).current_dir(folder);
    let output = outer.stdin(Stdio::null()).output().expect("this program runs again");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let numbers: Vec<f64> =
        text.lines().last().unwrap_or_default().split(' ').filter_map(|one| one.parse().ok()).collect();
    let [cpu, peak] = numbers[..] else {
        eprintln!("{} failed:\n{}", program.display(), String::from_utf8_lossy(&output.stderr));
        return None;
    };
    Some(Cost { cpu, peak })
}

/// The other end of [`command`]: runs it and prints the two numbers.
pub fn here(words: &[OsString]) {
    let status = Command::new(&words[0]).args(&words[1..]).stdout(Stdio::null()).status().expect("the command starts");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    #[allow(clippy::cast_precision_loss)] // far below the limit
    let (cpu, peak) = (microseconds as f64 / 1e6, usage.max_rss() as f64 / 1e3);
    if status.success() {
        println!("{cpu} {peak}");
    }
}

/// Megabytes and files below a folder.
pub fn size(folder: &Path) -> (f64, usize) {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let sizes: Vec<u64> = files.filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).collect();
    #[allow(clippy::cast_precision_loss)]
    let megabytes = sizes.iter().sum::<u64>() as f64 / 1e6;
    (megabytes, sizes.len())
}
