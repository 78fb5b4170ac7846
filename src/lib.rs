//! x
pub mod diagnostics;
pub mod files;
pub mod yaml;
