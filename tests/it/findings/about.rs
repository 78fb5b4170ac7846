//! What is asked at the end of the whole form.

use crate::support::Case;

const MODEL: &str = "content/assessment.yaml";
const TEXTS: &str = "content/en/assessment.yaml";

fn asking() -> Case {
    let ids = "talk_walk: { claims: [talk1], practices: [walk1] }\nprofile: { role: [l, f] }\nparts:";
    let texts = "talk_walk: { talk1: We talk., walk1: We do. }\nprofile: { role: { question: Who?, options: { l: I lead, f: I serve } } }\nparts:";
    Case::new().with_model().edit(MODEL, "parts:", ids).edit(TEXTS, "parts:", texts)
}

#[test]
fn all_of_it_has_texts() {
    asking().check("");
}

#[test]
fn a_statement_or_an_option_without_a_text() {
    asking().edit(TEXTS, ", walk1: We do.", "").edit(TEXTS, ", f: I serve", "").check(
        "
            error: statement `walk1` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:3:43
              hint: add it to en/assessment.yaml
            error: option `f` of profile question `role` has no text in `en` nor in a language it falls back on
              --> content/assessment.yaml:4:22
              hint: add it to en/assessment.yaml
        ",
    );
}
