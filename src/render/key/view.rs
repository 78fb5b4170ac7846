//! What the templates of the scoring key are given.

use serde::Serialize;

#[derive(Serialize)]
pub struct KeyView<'a> {
    pub title: String,
    pub single: bool,
    pub weighted: bool,
    /// As many cells as the longest row has questions.
    pub width: usize,
    pub steps: Vec<String>,
    pub rows: Vec<RowView<'a>>,
    /// From which sum on which level, by the weight that was rated.
    pub levels: Vec<LookUp>,
    /// How much weight must be rated, by the weight that applies.
    pub enough: Vec<EnoughView>,
    pub sum: SumView,
}

#[derive(Serialize)]
pub struct RowView<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub cells: Vec<CellView>,
    /// Cells that only fill the row.
    pub spare: usize,
    pub total: u32,
    pub weight: u32,
}

#[derive(Serialize)]
pub struct CellView {
    pub number: usize,
    pub weight: u32,
    pub key: bool,
}

#[derive(Serialize)]
pub struct LookUp {
    pub weight: u32,
    pub least: Vec<String>,
}

#[derive(Serialize)]
pub struct EnoughView {
    pub applicable: u32,
    pub rated: u32,
}

#[derive(Serialize)]
pub struct SumView {
    pub title: String,
    pub total: u32,
    pub lag: u32,
    pub unknown_cap: u32,
    pub levels: Vec<LookUp>,
}

#[derive(Serialize)]
pub struct LastView<'a> {
    pub sum: SumView,
    pub steps: Vec<String>,
    /// What is subtracted from what.
    pub difference: String,
    pub gap: Vec<ReadingView<'a>>,
    pub actions: Vec<String>,
}

#[derive(Serialize)]
pub struct ReadingView<'a> {
    pub when: String,
    pub reading: &'a str,
}
