//! What is asked besides the questions: what is said against what is done, and who answers. Nothing of it is scored.

use crate::yaml::Node;

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

pub(super) fn compile(authored: &Authored, node: &Node) -> About {
    let ids = |list: &[crate::yaml::At<String>]| list.iter().map(|id| id.value.clone()).collect::<Vec<_>>();
    // The tree knows the written order, the decoded map does not.
    let asked = node.get("profile").map(Node::entries).unwrap_or_default().iter();
    let choice = |id: &str| Some(Choice { id: id.to_owned(), options: ids(authored.profile.get(id)?) });
    About {
        claims: ids(&authored.talk_walk.claims),
        practices: ids(&authored.talk_walk.practices),
        profile: asked.filter_map(|(key, _)| choice(&key.name)).collect(),
    }
}
