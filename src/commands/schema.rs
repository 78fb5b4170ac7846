//! `schema`: what a file may hold, for an editor.

use portaat::schema::{self, File};

use crate::arguments::SchemaArgument;

pub fn run(of: SchemaArgument) -> bool {
    let file = match of {
        SchemaArgument::Handbook => File::Handbook,
        SchemaArgument::Brand => File::Brand,
        SchemaArgument::Assessment => File::Assessment,
        SchemaArgument::Texts => File::Texts,
    };
    print!("{}", schema::text(file));
    true
}
