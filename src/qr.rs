//! An address as a square code that a phone's camera reads. The only user of the code's library; the drawing is ours, so that it
//! takes the page's colours and needs no picture file.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, by the standard.
const MARGIN: usize = 4;

/// The code of a text as inline SVG: dark squares as one path on a light ground. `None` when the text is too long for a code.
#[must_use]
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, colours) = (code.width(), code.to_colors());
    let size = width + 2 * MARGIN;
    let path: String = colours.chunks(width).enumerate().map(|(y, row)| runs(row, y + MARGIN)).collect();
    let ground = format!(r##"<path fill="#fff" d="M0 0h{size}v{size}H0z"/>"##);
    Some(format!(
        r#"<svg class="qr" viewBox="0 0 {size} {size}" shape-rendering="crispEdges" aria-hidden="true">{ground}<path d="{path}"/></svg>"#
    ))
}

/// The dark runs of one row, each as a bar one module high.
fn runs(row: &[Color], y: usize) -> String {
    let mut path = String::new();
    let mut x = 0;
    for run in row.chunk_by(|a, b| a == b) {
        if run[0] == Color::Dark {
            let _ = write!(path, "M{} {y}h{}v1h-{}z", x + MARGIN, run.len(), run.len());
        }
        x += run.len();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three finder patterns are bars of seven at the top left and right and at the bottom left.
    #[test]
    fn a_code_has_its_three_corners() {
        let svg = svg("https://example.org/fi/arvio/pika-arvio/").unwrap();
        let size: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        for (x, y) in [(4, 4), (size - 11, 4), (4, size - 5)] {
            assert!(svg.contains(&format!("M{x} {y}h7v1h-7z")), "{x} {y}: {svg}");
        }
    }

    /// The drawing as a picture, so many dots a module: what a camera would see of it.
    fn picture(svg: &str, dots: usize) -> (usize, Vec<bool>) {
        let size: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![false; size * size * dots * dots];
        for bar in svg.rsplit("d=\"").next().unwrap().split('M').skip(1) {
            let (place, width) = bar.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let [x, y, width] = [x, y, width.split('v').next().unwrap()].map(|n| n.parse::<usize>().unwrap() * dots);
            for row in y..y + dots {
                dark[row * size * dots + x..][..width].fill(true);
            }
        }
        (size * dots, dark)
    }

    #[test]
    fn a_reader_of_codes_finds_the_address_in_the_drawing() {
        let far = format!("https://kasikirja.example.org/{}/fi/arvio/pika-arvio/", "polku/".repeat(20));
        for address in
            ["https://example.org/fi/arvio/pika-arvio/", "https://example.org/en/assessment/quick/?a=b&c=%C3%A4", &far]
        {
            let (size, dark) = picture(&svg(address).unwrap(), 3);
            let grey = |x: usize, y: usize| if dark[y * size + x] { 20 } else { 235 };
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(size, size, grey);
            let read: Vec<String> = seen.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
            assert_eq!(read, [address]);
        }
    }

    #[test]
    fn a_text_that_fits_no_code_has_none() {
        assert_eq!(svg(&"x".repeat(5000)), None);
    }
}
