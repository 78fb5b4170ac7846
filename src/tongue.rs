//! What is known of languages beside their texts: a table, so that another language is a line of it and no code.
//!
//! A language that is not in the table works all the same; `handbook.yaml` then gives its name.

const TABLE: &str = include_str!("tongue/known.tsv");

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// Its name in itself.
    pub name: &'static str,
    /// The letters it puts after z, in their order.
    pub after_z: &'static str,
    /// It writes the closing quotation mark on both sides.
    pub same_quotes: bool,
    /// It puts a blank before the percent sign; it must not break the line.
    pub blank_before_percent: bool,
    pub right_to_left: bool,
    /// Where it is at home, for those who read `fi_FI`.
    pub territory: &'static str,
}

/// What is known of the language of a tag: `fi` and `fi-FI` are one.
#[must_use]
pub fn of(tag: &str) -> Option<Tongue> {
    let primary = tag.split('-').next().unwrap_or_default();
    let mut lines = TABLE.lines().skip(1).map(|line| line.split('\t'));
    let mut line = lines.find_map(|mut line| (line.next() == Some(primary)).then_some(line))?;
    let mut next = || line.next().unwrap_or_default();
    Some(Tongue {
        name: next(),
        after_z: next(),
        same_quotes: next() == "same",
        blank_before_percent: next() == "blank",
        right_to_left: next() == "rtl",
        territory: next(),
    })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, of};

    #[test]
    fn every_line_is_whole() {
        assert!(TABLE.lines().all(|line| line.split('\t').count() == 7));
        assert!(of("ar-EG").is_some_and(|tongue| tongue.right_to_left && tongue.name == "العربية"));
        assert!(of("fi").is_some_and(|tongue| tongue.same_quotes && tongue.after_z == "åäö"));
        assert_eq!((of("xx"), of("tag")), (None, None));
    }
}
