//! What the templates of a worksheet are given.

use serde::Serialize;

#[derive(Serialize)]
pub struct SheetView<'a> {
    pub page: &'a str,
    pub title: &'a str,
    pub why: &'a str,
    pub example: String,
    pub blank: BodyView<'a>,
    pub worked: BodyView<'a>,
}

#[derive(Serialize)]
pub struct BodyView<'a> {
    pub fields: Vec<CellView<'a>>,
    pub parts: Vec<PartView<'a>>,
    pub agreed: Vec<CellView<'a>>,
}

#[derive(Serialize)]
pub struct PartView<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub kind: &'static str,
    pub ticks: Vec<TickView<'a>>,
    pub table: Option<TableView<'a>>,
    pub wheel: Option<WheelView<'a>>,
    pub piles: Vec<PileView<'a>>,
    pub cards: Vec<CardView<'a>>,
}

/// A control, or what the example says in its place.
#[derive(Serialize)]
pub struct CellView<'a> {
    pub name: String,
    /// What the column or field is called.
    pub head: &'a str,
    /// The same with the row, for those who do not see the table.
    pub label: String,
    pub input: &'static str,
    pub options: Vec<OptionView<'a>>,
    pub value: String,
}

#[derive(Serialize)]
pub struct OptionView<'a> {
    pub id: &'a str,
    pub label: &'a str,
}

#[derive(Serialize)]
pub struct TickView<'a> {
    pub name: String,
    pub label: &'a str,
    pub on: bool,
    pub note: Option<CellView<'a>>,
}

#[derive(Serialize)]
pub struct TableView<'a> {
    pub of: &'a str,
    pub heads: Vec<HeadView<'a>>,
    pub rows: Vec<RowView<'a>>,
    pub grows: bool,
}

#[derive(Serialize)]
pub struct HeadView<'a> {
    pub label: &'a str,
    pub input: &'static str,
}

#[derive(Serialize)]
pub struct RowView<'a> {
    pub id: String,
    pub title: &'a str,
    pub text: &'a str,
    pub cells: Vec<CellView<'a>>,
}

#[derive(Serialize)]
pub struct WheelView<'a> {
    pub low: &'a str,
    pub high: &'a str,
    pub count: usize,
    pub face_html: String,
    pub shapes: Vec<ShapeView<'a>>,
    pub spokes: Vec<SpokeView<'a>>,
}

#[derive(Serialize)]
pub struct ShapeView<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub points: String,
}

#[derive(Serialize)]
pub struct SpokeView<'a> {
    pub label: &'a str,
    pub text: &'a str,
    pub ratings: Vec<RatingView<'a>>,
}

#[derive(Serialize)]
pub struct RatingView<'a> {
    pub name: String,
    pub label: &'a str,
    pub value: String,
}

#[derive(Serialize)]
pub struct PileView<'a> {
    pub id: &'a str,
    pub label: &'a str,
}

#[derive(Serialize)]
pub struct CardView<'a> {
    pub name: String,
    pub label: &'a str,
    pub text: &'a str,
    pub value: String,
}
