//! Build script: tells Cargo that a new or changed file in an embedded folder means a new program.
//! Without it `include_dir!` notices changed files but not added ones.

fn main() {
    for folder in ["content", "themes/default"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
