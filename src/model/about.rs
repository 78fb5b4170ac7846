//! What is asked besides the questions: what is said against what is done, and who answers. Nothing of it is scored.

use crate::yaml::At;

use super::authored::Authored;

/// The ids, in the order they are asked.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Things that are often said and prove nothing alone.
    pub claims: Vec<String>,
    /// Things that show a whole organisation at work.
    pub practices: Vec<String>,
    pub profile: Vec<Choice>,
}

/// A question about the respondent, and what one may answer.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    pub options: Vec<String>,
}

pub(super) fn compile(authored: &Authored) -> About {
    let ids = |list: &[At<String>]| list.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
    let choice =
        |(id, options): (&At<String>, &Vec<At<String>>)| Choice { id: id.value.clone(), options: ids(options) };
    About {
        claims: ids(&authored.talk_walk.claims),
        practices: ids(&authored.talk_walk.practices),
        profile: authored.profile.iter().map(choice).collect(),
    }
}
