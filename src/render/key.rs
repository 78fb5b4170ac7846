//! The scoring key on paper: tables to fill in and look up, every number of them made from the model's rules, so that a
//! pencil comes to the level the browser comes to.

mod view;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dimension, LEVELS, Model, Outcome, Rules};

use super::Shelf;
use view::{CellView, EnoughView, LookUp, ReadingView, RowView, SumView};
pub(super) use view::{KeyView, LastView};

/// One form's key while it is made.
pub(super) struct Sheet<'a> {
    shelf: &'a Shelf<'a>,
    model: &'a Model,
    numbers: BTreeMap<&'a str, usize>,
    /// Every dimension is one question whose answer is its score and its level: there is nothing to work out.
    pub single: bool,
    /// Dimensions weigh differently.
    weighted: bool,
}

/// In step is far along from here on, in hundredths.
const FAR_ALONG: u32 = 340;

impl<'a> Sheet<'a> {
    pub fn new(shelf: &'a Shelf<'a>, model: &'a Model) -> Self {
        let items = model.dimensions.iter().flat_map(|one| &one.items);
        Self {
            shelf,
            model,
            numbers: items.enumerate().map(|(index, item)| (&*item.id, index + 1)).collect(),
            single: model.dimensions.iter().all(|one| is_plain(one, &model.rules)),
            weighted: model.dimensions.iter().any(|one| one.weight != 1),
        }
    }

    pub fn number(&self, item: &str) -> usize {
        self.numbers[item]
    }

    pub fn key(&self, part: &str) -> KeyView<'a> {
        let rules = &self.model.rules;
        let own: Vec<&'a Dimension> = self.model.dimensions.iter().filter(|one| one.part == part).collect();
        let scored: BTreeSet<Outcome> = own.iter().flat_map(|one| one.scored(rules)).collect();
        let (rated, applicable): (BTreeSet<u32>, BTreeSet<u32>) =
            scored.iter().map(|one| (one.rated, one.applicable)).unzip();
        let width = own.iter().map(|one| one.items.len()).max().unwrap_or(0);
        KeyView {
            title: self.shelf.text("paper.key").replace("{name}", &self.shelf.model_texts().parts[part].name),
            single: self.single,
            weighted: self.weighted,
            width,
            steps: self.steps(if self.single { "paper.steps_quick" } else { "paper.steps" }),
            rows: own.iter().map(|one| self.row(one, width)).collect(),
            levels: rated
                .into_iter()
                .map(|weight| look_up(rules, weight, |least| least.div_ceil(100).to_string()))
                .collect(),
            enough: applicable
                .into_iter()
                .map(|applicable| EnoughView { applicable, rated: rules.enough(applicable) })
                .collect(),
            sum: self.sum(Some(part)),
        }
    }

    fn row(&self, one: &'a Dimension, width: usize) -> RowView<'a> {
        let cell =
            |item: &crate::model::Item| CellView { number: self.number(&item.id), weight: item.weight, key: item.key };
        RowView {
            id: &one.id,
            name: &self.shelf.model_texts().dimensions[&one.id].name,
            cells: one.items.iter().map(cell).collect(),
            spare: width - one.items.len(),
            total: one.items.iter().map(|item| item.weight).sum(),
            weight: one.weight,
        }
    }

    fn sum(&self, part: Option<&str>) -> SumView {
        let (rules, total) = (&self.model.rules, self.model.weight(part));
        let name = part.map(|part| &*self.shelf.model_texts().parts[part].name);
        let title = name.map_or_else(
            || self.shelf.text("paper.all").to_owned(),
            |name| self.shelf.text("paper.part_sum").replace("{name}", name),
        );
        let written =
            |least: u32| if self.single { least.div_ceil(100).to_string() } else { self.shelf.decimal(least) };
        let weights = (rules.enough_dimensions(total).max(1)..=total).rev();
        SumView {
            title,
            total,
            lag: rules.overall_lag,
            unknown_cap: rules.unknown_cap,
            levels: weights.map(|weight| look_up(rules, weight, written)).collect(),
        }
    }

    pub fn last(&self) -> LastView<'a> {
        LastView {
            sum: self.sum(None),
            steps: self.steps("paper.steps_sum"),
            difference: self.difference(),
            gap: if self.model.parts.len() == 2 { self.readings() } else { Vec::new() },
            actions: self.steps(if self.single { "paper.actions_quick" } else { "paper.actions_full" }),
        }
    }

    /// The sentences of a list of texts, with the model's numbers in them.
    fn steps(&self, key: &str) -> Vec<String> {
        let more = format!("{key}_weighted");
        let weighted = if self.weighted { self.shelf.texts_of(&more) } else { Vec::new() };
        let lines = self.shelf.texts_of(key).into_iter().chain(weighted);
        lines.map(|line| self.with_numbers(line)).filter(|line| !line.is_empty()).collect()
    }

    fn with_numbers(&self, line: &str) -> String {
        let rules = &self.model.rules;
        let basics = self.model.dimensions.iter().flat_map(|one| &one.items).filter(|item| item.basic);
        let basics: Vec<String> = basics.map(|item| self.number(&item.id).to_string()).collect();
        if basics.is_empty() && line.contains("{basics}") {
            return String::new();
        }
        let total = self.model.weight(None);
        let numbers = [
            ("basics", basics.join(", ")),
            ("key_lag", rules.key_lag.to_string()),
            ("unknown_cap", rules.unknown_cap.to_string()),
            ("lag", rules.overall_lag.to_string()),
            ("blind", rules.blind_spot_pct.to_string()),
            ("target", self.shelf.decimal(rules.target)),
            ("whole", (rules.target.div_ceil(100).max(1) - 1).to_string()),
            ("bonus", self.shelf.decimal(rules.cap_bonus)),
            ("total", total.to_string()),
            ("enough", rules.enough_dimensions(total).to_string()),
        ];
        numbers.iter().fold(line.to_owned(), |line, (name, value)| line.replace(&format!("{{{name}}}"), value))
    }

    fn difference(&self) -> String {
        let name = |at: usize| self.model.parts.get(at).map_or("", |id| &self.shelf.model_texts().parts[id].name);
        self.shelf.text("paper.difference").replace("{first}", name(0)).replace("{second}", name(1))
    }

    fn readings(&self) -> Vec<ReadingView<'a>> {
        let gap = self.shelf.decimal(self.model.rules.profile_gap);
        let far = self.shelf.decimal(FAR_ALONG);
        let kinds = ["first_ahead", "second_ahead", "in_step_high", "in_step_low"];
        let view = |kind| ReadingView {
            when: self.shelf.text(&format!("paper.gap.{kind}")).replace("{gap}", &gap).replace("{far}", &far),
            reading: self.shelf.text(&format!("result.reading.{kind}")),
        };
        kinds.into_iter().map(view).collect()
    }
}

impl Shelf<'_> {
    /// Hundredths as the language writes them: 3.40.
    pub(super) fn decimal(&self, hundredths: u32) -> String {
        format!("{}{}{:02}", hundredths / 100, self.text("paper.decimal"), hundredths % 100)
    }

    /// A list of interface texts.
    fn texts_of(&self, key: &str) -> Vec<&str> {
        let tree = self.theme.strings.of(self.lang());
        let list = key.split('.').try_fold(tree, |node, part| node.get(part));
        match list.map(|list| &list.value) {
            Some(crate::yaml::Value::List(items)) => items.iter().filter_map(crate::yaml::Node::text).collect(),
            _ => Vec::new(),
        }
    }
}

/// One question, whose answer `n` is the score `n`.00 and the level `n`.
fn is_plain(one: &Dimension, rules: &Rules) -> bool {
    let is_own = |outcome: &Outcome| outcome.score() == 100 * outcome.level(rules);
    one.items.len() == 1 && one.scored(rules).iter().all(is_own)
}

fn look_up(rules: &Rules, weight: u32, written: impl Fn(u32) -> String) -> LookUp {
    let least = rules.thresholds.iter().take(LEVELS as usize).map(|least| written(least * weight));
    LookUp { weight, least: least.collect() }
}
