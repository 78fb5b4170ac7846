//! Families of type as CSS wants them: quoted, and followed by fonts of their kind that every system has.

// No family that the built-in brand names: nothing of it shows in an edition.
const SERIF: &str = r#"ui-serif, Cambria, "Times New Roman", serif"#;
const SANS: &str = "system-ui, sans-serif";
const MONO: &str = "ui-monospace, monospace";

/// Names that are no font but a kind of font.
const KINDS: &[&str] =
    &["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"];

/// The family, then fonts of its kind. A list of families is taken as it is.
pub(super) fn stack(family: &str) -> String {
    if family.contains(',') {
        return super::css::safe(family);
    }
    let lower = family.to_lowercase();
    let is_serif = lower.contains("serif") && !lower.contains("sans")
        || ["garamond", "times", "georgia", "palatino", "book", "merriweather", "lora", "playfair", "slab"]
            .iter()
            .any(|word| lower.contains(word));
    format!("{}, {}", quoted(family), if is_serif { SERIF } else { SANS })
}

pub(super) fn mono(family: &str) -> String {
    if family.contains(',') { super::css::safe(family) } else { format!("{}, {MONO}", quoted(family)) }
}

pub(super) fn quoted(family: &str) -> String {
    let plain = super::css::safe(family).replace('"', "");
    if KINDS.contains(&plain.to_lowercase().as_str()) { plain } else { format!("\"{plain}\"") }
}

/// The families a stack names, in lower case.
pub(super) fn families(stack: &str) -> impl Iterator<Item = String> {
    stack.split(',').map(|family| family.trim().trim_matches(['"', '\'']).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_quoted_and_followed_by_its_kind() {
        assert_eq!(stack("Inter"), r#""Inter", system-ui, sans-serif"#);
        assert!(stack("Noto Serif").ends_with("\"Times New Roman\", serif"));
        assert_eq!(stack("system-ui"), "system-ui, system-ui, sans-serif");
        assert_eq!(stack("'A', serif"), "'A', serif");
        assert_eq!(mono("Fira \"Code"), r#""Fira Code", ui-monospace, monospace"#);
    }
}
