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
        if let Some(day) = self.review_by.as_ref().filter(|day| !is_day(day)) {
            diagnostics.error(&day.place, format!("`{}` is no day", day.value)).hint("write it like `2027-05-01`");
        }
    }
}

fn is_day(text: &str) -> bool {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    shape && ("01"..="12").contains(&&text[5..7]) && ("01"..="31").contains(&&text[8..])
}
