//! A worksheet on the page: what one fills in, and what the example shows.

use std::collections::BTreeSet;

use crate::support::{Case, tags};

const SHEET: &str = "---\ntitle: A\n---\nText.\n\n```worksheet
title: Film week
why: A camera does not go blind.
fields:
  - { id: day, label: Day, type: date }
parts:
  - id: consent
    kind: checklist
    items: [{ id: asked, label: Asked }, { id: gone, label: Deleted, note: By whom }, { id: calm, label: Calm }]
  - id: seen
    kind: table
    columns: [{ id: what, label: What }, { id: often, label: Often, type: choice, options: { w: weekly, d: daily } }]
    rows: 2
  - id: rate
    kind: wheel
    spokes: [{ id: one, label: One }, { id: two, label: Two }, { id: three, label: Three }]
    series: [{ id: now, label: Now }, { id: goal, label: Goal }]
example:
  organisation: Harjula Water
  fields: { day: 2026-11-23 }
  consent: { asked: yes, gone: The lead }
  seen: [{ what: A <bill>, often: d }]
  rate: { now: { one: 5, two: 5, three: 5 } }
```
";

fn page() -> String {
    let built = Case::new().on_default_theme().file("content/en/a.md", SHEET).build();
    built.page("en/a/index.html").to_owned()
}

#[test]
fn every_control_has_the_name_of_its_ids() {
    let html = page();
    let is_control = |name: &str| matches!(name, "input" | "select" | "textarea");
    let names: BTreeSet<String> = tags(&html)
        .iter()
        .filter(|tag| is_control(&tag.name))
        .filter_map(|tag| tag.get("name").map(str::to_owned))
        .filter(|name| name.contains('.'))
        .collect();
    let expected = "consent.asked consent.calm consent.gone consent.gone.note fields.day rate.goal.one rate.goal.three \
                    rate.goal.two rate.now.one rate.now.three rate.now.two seen.1.often seen.1.what seen.2.often \
                    seen.2.what";
    assert_eq!(names.into_iter().collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn the_example_shows_words_where_the_sheet_has_controls() {
    let html = page();
    let (_, example) = html.split_once("<details class=\"example").expect("an example");
    let example = example.split("</details>").next().unwrap_or_default();
    for shown in ["23 November 2026", "A &lt;bill&gt;", "daily", "The lead", "Harjula Water", "points=\"120,20 "] {
        assert!(example.contains(shown), "{shown}: {example}");
    }
    assert!(!example.contains("<input") && !example.contains("name="), "{example}");
}

#[test]
fn a_page_with_a_sheet_says_so_and_choices_keep_their_order() {
    let html = page();
    assert!(html.contains("data-kind=\"worksheet\""));
    assert!(html.find(">weekly<").expect("weekly") < html.find(">daily<").expect("daily"));
}
