//! The head of a page. Keys not listed here are errors; an author's own data goes under `extra`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::address::is_slug;
use crate::diagnostics::Diagnostics;
use crate::yaml::At;

use super::fragment::check_variables;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FrontMatter {
    pub title: Option<At<String>>,
    pub description: Option<At<String>>,
    /// Replaces the last segment of the address; on an index page, the folder's.
    pub slug: Option<At<String>>,
    /// Order among neighbours, lowest first.
    pub weight: Option<i64>,
    /// Built only with `--drafts`.
    pub draft: bool,
    /// Takes away the page of the layers below.
    pub remove: bool,
    /// Earlier addresses below the language folder.
    pub aliases: Vec<At<String>>,
    /// A day, `2027-05-01`, from which `check` reminds.
    pub review_by: Option<At<String>>,
    /// The day of the last change worth telling, for the feed and search engines.
    pub updated: Option<At<String>>,
    pub template: Option<At<String>>,
    pub image: Option<At<String>>,
    /// Rows of the coverage list this page is the home of.
    pub sources: Vec<At<String>>,
    /// Hash of the text this page was last compared with.
    pub translated_from: Option<At<String>>,
    /// Mark of the text below that this page was written against.
    pub overrides: Option<At<String>>,
    /// Read as a tree, because its shape is the author's.
    #[serde(rename = "extra")]
    _extra: Option<IgnoredAny>,
}

impl FrontMatter {
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        if let Some(slug) = self.slug.as_ref().filter(|slug| !is_slug(slug)) {
            let finding = diagnostics.error(&slug.place, format!("`{}` cannot be part of an address", slug.value));
            finding.hint("use lower-case letters a–z, digits and hyphens");
        }
        for alias in self.aliases.iter().filter(|alias| !alias.trim_matches('/').split('/').all(is_slug)) {
            let finding = diagnostics.error(&alias.place, format!("`{}` cannot be an earlier address", alias.value));
            finding.hint("write it below the language folder, like `teesit/vanha-nimi`");
        }
        for text in [&self.title, &self.description].into_iter().flatten() {
            check_variables(&text.value, &text.place, diagnostics);
        }
        for day in [&self.review_by, &self.updated].into_iter().flatten().filter(|day| !is_day(day)) {
            diagnostics.error(&day.place, format!("`{}` is no day", day.value)).hint("write it like `2027-05-01`");
        }
    }
}

/// A day of the calendar: `2028-02-29`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |part: &str, digits| {
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert!(["2026-11-22", "2028-02-29", "2000-02-29", "2027-12-31"].into_iter().all(is_day));
        let none = [
            "2027-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "26-01-01",
            "2026-1-01",
            "+026-01-01",
            "2026-01-01T",
        ];
        assert!(!none.into_iter().any(is_day));
    }
}
