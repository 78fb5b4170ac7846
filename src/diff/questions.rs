//! Questions: which there are, how they weigh, what they ask in each language.

use crate::model::{Item, ItemText, Model};

use super::{Change, Row, Side, union};

const PART: &str = "questions";

pub(super) fn compare(one: &Side, other: &Side) -> Vec<Row> {
    let (Some(of), Some(against)) = (&one.model, &other.model) else {
        return Vec::new(); // the settings say that one has no assessment
    };
    let ids = union(ids(of), ids(against));
    ids.into_iter().flat_map(|id| question(id, of, against)).collect()
}

fn ids(model: &Model) -> Vec<&str> {
    model.dimensions.iter().flat_map(|one| one.items.iter().map(|item| item.id.as_str())).collect()
}

/// The question and the dimension it belongs to.
fn item<'m>(model: &'m Model, id: &str) -> Option<(&'m str, &'m Item)> {
    let all = model.dimensions.iter().flat_map(|one| one.items.iter().map(|item| (one.id.as_str(), item)));
    all.into_iter().find(|(_, item)| item.id == id)
}

fn question(id: &str, of: &Model, against: &Model) -> Vec<Row> {
    match (item(of, id), item(against, id)) {
        (Some((dimension, _)), None) => vec![Row::new(PART, Change::Added, id, format!("in `{dimension}`"))],
        (None, Some((dimension, _))) => vec![Row::new(PART, Change::Removed, id, format!("from `{dimension}`"))],
        (Some(now), Some(before)) => {
            let weighed = weighed(now, before);
            let row = (!weighed.is_empty()).then(|| Row::new(PART, Change::Changed, id, weighed.join(", ")));
            row.into_iter().chain(reworded(id, of, against)).collect()
        }
        (None, None) => Vec::new(),
    }
}

fn weighed(now: (&str, &Item), before: (&str, &Item)) -> Vec<String> {
    let ((dimension, now), (old, before)) = (now, before);
    let pairs = [
        ("dimension", old.to_owned(), dimension.to_owned()),
        ("rev", before.rev.to_string(), now.rev.to_string()),
        ("w", before.weight.to_string(), now.weight.to_string()),
        ("key", before.key.to_string(), now.key.to_string()),
        ("na", before.na.to_string(), now.na.to_string()),
        ("basic", before.basic.to_string(), now.basic.to_string()),
    ];
    pairs
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(name, old, new)| format!("{name} {old} → {new}"))
        .collect()
}

fn reworded(id: &str, of: &Model, against: &Model) -> Vec<Row> {
    let both = of.texts.iter().filter_map(|(lang, texts)| {
        let (now, before) = (texts.items.get(id)?, against.texts.get(lang)?.items.get(id)?);
        let parts: Vec<Part> = parts(now, before).into_iter().filter(|(_, old, new)| old != new).collect();
        let names: Vec<&str> = parts.iter().map(|(name, ..)| *name).collect();
        let row = Row::new(PART, Change::Reworded, format!("{lang}:{id}"), names.join(", "));
        let join = |text: fn(&Part) -> &str| parts.iter().map(text).collect::<Vec<_>>().join("\n");
        let texts = [join(|(_, old, _)| old), join(|(_, _, new)| new)];
        (!parts.is_empty()).then_some(Row { texts: Some(texts), ..row })
    });
    both.collect()
}

/// What it is called, how it was and how it is.
type Part = (&'static str, String, String);

fn parts(now: &ItemText, before: &ItemText) -> [Part; 4] {
    [
        ("question", before.question.clone(), now.question.clone()),
        ("anchors", before.anchors.join("\n"), now.anchors.join("\n")),
        ("evidence", before.evidence.clone(), now.evidence.clone()),
        ("why", before.why.clone(), now.why.clone()),
    ]
}
