//! The rules of the house, held by reading its own sources.

mod licences;
mod modules;
pub mod sources;
mod theme;
