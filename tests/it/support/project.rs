//! A project folder on the disk and the real program run in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use walkdir::WalkDir;

/// No run in these tests needs a tenth of this; one that does not come back fails its test instead of the whole run.
const LIMIT: Duration = Duration::from_secs(90);

pub struct Project(TempDir);

/// What the program said and how it ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The bytes and the time of each file, by path.
pub type Snapshot = BTreeMap<String, (Vec<u8>, SystemTime)>;

impl Project {
    pub fn empty() -> Self {
        Self(TempDir::new().expect("a folder for this test"))
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file can be removed");
    }

    /// Runs the program here.
    #[track_caller]
    pub fn run<const N: usize>(&self, arguments: [&str; N]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portaat"));
        command.args(arguments).current_dir(self.0.path()).env_remove("NO_COLOR");
        let (send, receive) = channel();
        thread::spawn(move || send.send(command.output()));
        let output = receive.recv_timeout(LIMIT).expect("the program hangs").expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        let code = output.status.code().expect("the program ends by itself");
        Run { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Everything below a folder.
    pub fn snapshot(&self, folder: &str) -> Snapshot {
        let root = self.path(folder);
        let files = WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        files.map(|entry| seen(&root, entry.path())).collect()
    }
}

fn seen(root: &Path, path: &Path) -> (String, (Vec<u8>, SystemTime)) {
    let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
    let changed = path.metadata().and_then(|meta| meta.modified()).expect("a file has a time");
    (name, (fs::read(path).expect("a file can be read"), changed))
}

impl Run {
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}{}", self.out, self.err);
        self
    }

    /// The last line: what `build` says about its work.
    #[track_caller]
    pub fn last(&self) -> &str {
        self.err.lines().last().unwrap_or_default()
    }
}
