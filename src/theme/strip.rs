//! Emitted styles and scripts without their comments and indentation: the reader pays for neither. Nothing cleverer,
//! so that what is served can still be read beside its source.

/// Drops `/* … */` and `// …` that begin a line, `/** … */` anywhere in one, blank lines, and leading blanks. In our
/// sources a comment never begins inside a text, and no text spans lines.
#[must_use]
pub fn strip(source: &str) -> String {
    let mut stripped = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines() {
        let mut line = line.trim();
        if in_comment {
            let Some((_, after)) = line.split_once("*/") else {
                continue;
            };
            in_comment = false;
            line = after.trim();
        }
        while let Some(comment) = line.strip_prefix("/*") {
            let Some((_, after)) = comment.split_once("*/") else {
                in_comment = true;
                line = "";
                break;
            };
            line = after.trim();
        }
        if !line.is_empty() && !line.starts_with("//") {
            push_without_types(&mut stripped, line);
        }
    }
    stripped
}

/// Type casts stand in the middle of a line.
fn push_without_types(stripped: &mut String, mut line: &str) {
    while let Some((before, comment)) = line.split_once("/**") {
        stripped.push_str(before);
        line = comment.split_once("*/").map_or("", |(_, after)| after.trim_start());
    }
    stripped.push_str(line);
    stripped.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blanks_go_and_code_stays() {
        let source = "/* why */\n\n  a { color: red; } /* kept */\n/**\n * doc\n */\nb();\n  // note\n/* x */ c();\nlet d = /** @type {E} */ (f);\n";
        assert_eq!(strip(source), "a { color: red; } /* kept */\nb();\nc();\nlet d = (f);\n");
    }
}
