//! The handbook and the theme inside the program: `init` and `build` need nothing else in an empty folder.

use include_dir::{Dir, include_dir};

use crate::config;
use crate::diagnostics::BUILT_IN;
use crate::files::Files;
use crate::layers::Layer;

static CONTENT: Dir = include_dir!("$CARGO_MANIFEST_DIR/content");
static THEME: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The built-in handbook as the lowest layer. What `extends` says there is about this repository, and an address would
/// be ours: both are left out.
#[must_use]
pub fn handbook() -> Layer {
    let mut files = Files::default();
    collect(&CONTENT, &mut files);
    files.0.remove(crate::coverage::FILE);
    if let Some(text) = files.text(config::FILE) {
        let kept = text.lines().filter(|line| !line.starts_with("extends:") && !line.starts_with("base_url:"));
        let text: String = kept.flat_map(|line| [line, "\n"]).collect();
        files.insert(config::FILE, text);
    }
    Layer::new(BUILT_IN, files)
}

#[must_use]
pub fn theme() -> Files {
    let mut files = Files::default();
    collect(&THEME, &mut files);
    files
}

fn collect(folder: &Dir, files: &mut Files) {
    for file in folder.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents());
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}
