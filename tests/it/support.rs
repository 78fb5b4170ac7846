//! What every test stands on: a case builder, and where the repository lies.

mod case;
mod html;
mod project;
mod text;

use std::path::{Path, PathBuf};

pub use case::{Built, Case};
pub use html::{Tag, tags};
pub use project::{Project, Run, Snapshot};
pub use text::{dedented, same};

/// A path of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
