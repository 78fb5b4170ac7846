//! Build script: tells Cargo that a new or changed file in an embedded folder means a new program.
//! Without it `include_dir!` notices changed files but not added ones.
//!
//! It also takes the one font that share cards are written with out of a crate that has many.

use std::{env, fs, path::Path};

/// The name a font file carries inside.
const LETTERS: &[u8] = b"LibertinusSerif-Regular";

fn main() {
    for folder in ["content", "themes/default", "src/embedded_watch.rs"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let is_letters = |font: &&[u8]| font.windows(LETTERS.len()).any(|bytes| bytes == LETTERS);
    let letters = typst_assets::fonts().find(is_letters).expect("the crate has the font");
    let folder = env::var_os("OUT_DIR").expect("cargo gives a folder");
    fs::write(Path::new(&folder).join("letters.otf"), letters).expect("the folder can be written to");
}
