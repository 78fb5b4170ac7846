//! The optional questions at the end of the whole form.

use serde::Serialize;

use crate::model::{Choice, Model};

use super::Shelf;

#[derive(Serialize)]
pub(super) struct AboutView<'a> {
    claims: Vec<TextView<'a>>,
    practices: Vec<TextView<'a>>,
    profile: Vec<ChoiceView<'a>>,
}

#[derive(Serialize)]
pub(super) struct TextView<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct ChoiceView<'a> {
    id: &'a str,
    question: &'a str,
    options: Vec<TextView<'a>>,
}

impl<'a> AboutView<'a> {
    /// What can be answered to one question about the person; nothing when it is not asked.
    pub(super) fn options(self, id: &str) -> Vec<TextView<'a>> {
        self.profile.into_iter().find(|one| one.id == id).map(|one| one.options).unwrap_or_default()
    }
}

impl<'a> Shelf<'a> {
    pub(super) fn about(&self, model: &'a Model) -> AboutView<'a> {
        let texts = self.model_texts();
        let statement = |id: &'a String| Some(TextView { id, text: texts.statements.get(id)? });
        let statements = |ids: &'a [String]| ids.iter().filter_map(statement).collect();
        let choice = |one: &'a Choice| {
            let text = texts.profile.get(&one.id)?;
            let option = |id: &'a String| Some(TextView { id, text: text.options.get(id)? });
            let options = one.options.iter().filter_map(option).collect();
            Some(ChoiceView { id: &one.id, question: &text.question, options })
        };
        AboutView {
            claims: statements(&model.about.claims),
            practices: statements(&model.about.practices),
            profile: model.about.profile.iter().filter_map(choice).collect(),
        }
    }
}
