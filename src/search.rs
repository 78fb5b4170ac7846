//! What a reader finds by searching: pages as they are read → words as one looks for them → files that a script asks for.
//!
//! Knows nothing of templates or of how a page came to be: it gets the finished text. Words are brought to one form by a
//! table of data for each language (`themes/default/search/<lang>.yaml`), which travels with the index, so that the
//! script does to a reader's words what was done here to the page's. Sections are found, not pages. The index lies in
//! small files by the first letters of the words, the texts in small files by page: one word asks for a few of them.

mod language;
mod page;
mod postings;
mod shards;
mod text;
mod words;

pub use language::{Language, load};
pub use page::{Found, Source, read};
pub use shards::{Index, index};

#[cfg(test)]
mod tests;
