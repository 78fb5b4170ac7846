//! Expected texts, written with the indentation of the test they stand in.

/// Without the first line's end and the indentation all lines share.
pub fn dedented(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let depth = |line: &&str| line.len() - line.trim_start().len();
    let indent = text.lines().filter(|line| !line.trim().is_empty()).map(|line| depth(&line)).min().unwrap_or(0);
    let lines = text.lines().map(|line| line.get(indent..).unwrap_or_default().trim_end());
    let text = lines.collect::<Vec<_>>().join("\n");
    if text.trim().is_empty() { String::new() } else { text.trim_end().to_owned() + "\n" }
}

/// Fails with both texts as they are, instead of on one line full of escapes.
#[track_caller]
pub fn same(actual: &str, expected: &str) {
    assert!(actual == expected, "\n--- expected\n{expected}--- actual\n{actual}---");
}
