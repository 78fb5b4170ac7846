//! Words that are not ours. Which they are is known elsewhere; here it is decided where they may stand nevertheless.

use std::ops::Range;

use crate::address::Lang;
use crate::diagnostics::Diagnostics;
use crate::page::Prose;

/// For a plain text: where a word stands that should not, and what to write instead.
pub(super) type Unwanted<'a> = dyn Fn(&Lang, &str) -> Vec<(Range<usize>, String)> + Sync + 'a;

/// Whoever cites somebody, or a word as a word, does it between quotation marks, in italics or as code.
pub(super) fn check(prose: &Prose, lang: &Lang, unwanted: &Unwanted, diagnostics: &mut Diagnostics) {
    for passage in &prose.passages {
        for (range, word) in unwanted(lang, &passage.text) {
            if !passage.is_quoted(&range) {
                let place = prose.place(passage, range.start);
                let written = &passage.text[range];
                diagnostics.warning(&place, format!("`{written}` is not our word")).hint(format!("write {word}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Format;
    use crate::files::Files;
    use crate::layers::Layer;
    use crate::page::prose;

    use super::*;

    /// A glossary that knows one word.
    fn fake(text: &str) -> Vec<(Range<usize>, String)> {
        let found = text.match_indices("asiakasmatka");
        found.map(|(at, word)| (at..at + word.len(), "asiakaspolku".to_owned())).collect()
    }

    fn found(text: &str) -> String {
        let files = Files([("fi/a.md".to_owned(), text.into())].into());
        let prose = prose(&Layer::new("content/", files), "fi/a.md").unwrap();
        let mut diagnostics = Diagnostics::default();
        check(&prose, &Lang::new("fi"), &|_, text| fake(text), &mut diagnostics);
        diagnostics.print(Format::Human, false)
    }

    #[test]
    fn a_word_that_is_not_ours_is_found_in_running_text() {
        let expected =
            "warning: `asiakasmatka` is not our word\n  --> content/fi/a.md:2:6\n  hint: write asiakaspolku\n";
        assert_eq!(found("Tämä\non **asiakasmatka**.\n"), expected);
    }

    #[test]
    fn a_variable_may_be_named_like_it() {
        assert_eq!(found("On {{ asiakasmatka }} ja {{ x }}.\n"), "");
    }

    #[test]
    fn quotations_italics_and_code_may_hold_it() {
        assert_eq!(found("Sana \"asiakasmatka\", *asiakasmatka* tai `asiakasmatka`.\n\n> Siis asiakasmatka.\n"), "");
    }
}
