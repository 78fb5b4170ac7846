//! A build that reuses what it knows is the build that knows nothing, to the byte: over a random walk of edits in which
//! every kind of source changes, in two languages, a base and two editions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use portaat::diagnostics::{Diagnostics, Format};
use portaat::files::{Bytes, Files};
use portaat::layers::{Layer, Sources};
use portaat::memory::Memory;
use portaat::theme::Themes;
use portaat::{Options, embedded, prepare};

use crate::support::same;

/// A file, and what it may hold; empty means that it is not there.
type Switch = (&'static str, &'static [&'static str]);

const SWITCHES: &[Switch] = &[
    (
        "content/handbook.yaml",
        &[
            "extends: none\ntitle: { fi: Kirja, en: Book }\nlanguages: [fi, en]\nbase_url: https://example.org/\n",
            "extends: none\ntitle: { fi: Kirja, en: Book }\nlanguages: [en, fi]\naudience: public\n",
            "extends: none\ntitle: { fi: Teos, en: Work }\nlanguages: [fi, en]\ntheme: own\nmarkdown: { raw_html: allow }\n",
            "extends: none\ntitle: { fi: Kirja, en: Book }\nlanguages: [fi, en]\nnav: [part/two]\nassessment: { enabled: false }\n",
        ],
    ),
    ("content/_brand.yml", &["", "meta: { name: Base }\n", "meta: { name: Base }\ncolor: { primary: \"#204060\" }\n"]),
    ("content/fi/index.md", &["Tervetuloa.\n", "Hei, {{ brand.name }}.\n"]),
    ("content/en/index.md", &["Welcome.\n", "---\ndescription: Hello.\n---\nWelcome.\n"]),
    ("content/fi/part/index.md", &["", "# Osa\n", "---\ntitle: Osa\nslug: osa\n---\n"]),
    ("content/en/part/index.md", &["", "# Part\n", "---\ntitle: The part\nslug: the-part\ndescription: Of it.\n---\n"]),
    (
        "content/en/part/one.md",
        &[
            "# One\n\nIt leads.\n\nA step to [two](two.md), <b>here</b>. The step.\n",
            "# One more\n\nOf {{ brand.full_name }}.\n\n![a](../../assets/a.svg) The step of {{ model.questions }}.[^1]\n\n[^1]: A note.\n",
            "---\ntitle: One\nweight: 1\naliases: [old]\n---\n\nIt.\n\n```audience\nfor: public\ntext: A step for [two](two.md).\n```\n\n```check\ndimension: flow\n```\n",
            "# One\n\nA broken link to [two](two.md#nowhere) and [none](none.md).\n",
        ],
    ),
    (
        "content/fi/part/one.md",
        &["", "# Yksi\n\nSe.\n\nAskel.\n", "---\ntitle: Yksi\nslug: yksi\n---\n\n```levels\ndimension: flow\n```\n"],
    ),
    (
        "content/en/part/two.md",
        &[
            "---\ntitle: Two of {{ brand.name }}\n---\n\n## Steps\n",
            "---\ntitle: Two\nslug: second\n---\n\nThe step.\n\n## More\n",
            "---\ntitle: Two\nupdated: 2026-01-02\nimage: assets/a.svg\n---\n\nThe step.\n\n## More\n",
        ],
    ),
    ("content/en/part/sheet.md", &[SHEET, OTHER_SHEET, ""]),
    (
        "content/en/assessment/index.md",
        &[
            "# Assessment\n\nIt begins.\n\nAll questions, of [all](../part/two.md).\n",
            "# Assessment\n\n{{ model.questions }} questions.\n",
        ],
    ),
    ("content/en/assessment/result.md", &["# Result\n\nWhat it is.\n", "# Outcome\n\nThe step.\n", ""]),
    ("content/en/assessment/team.md", &["# Team\n\nAll of you.\n", ""]),
    (
        "content/en/assessment/paper.md",
        &["# Paper\n\n```paper\nform: full\n```\n", "# By hand\n\n```paper\nform: quick\n```\n", ""],
    ),
    ("content/fi/part/three.md", &["", "# Kolme\n\nVain suomeksi, [yksi](one.md).\n"]),
    ("content/en/reference/glossary.md", &["", "# Words\n\n```glossary\n```\n"]),
    ("content/en/glossary.yaml", &["", "terms: { step: { term: step, definition: One. } }\n", TERMS]),
    ("content/fi/glossary.yaml", &["", "terms: { step: { term: askel, definition: Yksi. } }\n"]),
    ("content/assessment.yaml", &[MODEL, HEAVIER, ""]),
    ("content/en/assessment.yaml", &[TEXTS, OTHER_TEXTS]),
    ("content/en/strings.yaml", &["", "nav: { home: Start }\n", "nav: { hom: Start }\n"]),
    (
        "content/assets/a.svg",
        &["<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"],
    ),
    ("editions/acme/_brand.yml", &["meta: { name: { short: Acme, full: Acme Ltd } }\n", ""]),
    (
        "editions/acme/handbook.yaml",
        &["", "title: { en: Acme's }\n", "audience: business\nbase_url: https://acme.example/\n"],
    ),
    ("editions/acme/en/part/one.md", &["", "# One of Acme\n\nOurs.\n\nThe step.\n", "---\nremove: true\n---\n"]),
    ("editions/acme/en/glossary.yaml", &["", "terms: { step: { term: stair } }\n"]),
    ("editions/other/en/assessment.yaml", &["", "items: { flow1: { question: Does it run, then? } }\n"]),
    ("editions/other/en/strings.yaml", &["", "nav: { next: Onward }\n"]),
    ("editions/other/fi/part/two.md", &["", "# Kaksi\n\nOma [yksi](one.md).\n"]),
    ("editions/other/assets/a.svg", &["", "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>"]),
    ("themes/own/templates/partials/turn.html", &["", "<p>{{ page.title }} of {{ site.name }}</p>\n"]),
    ("themes/own/css/base.css", &["body { color: red }\n", "/* other */ body { color: blue }\n"]),
];

const TERMS: &str = "terms:\n  step: { term: step, definition: Another., page: part/two }\n  note: { term: note, definition: A word., forms: [note*] }\n";
const MODEL: &str = "id: small\nversion: 1.0.0\nparts: [work]\ndimensions:\n  - { id: flow, part: work, chapter: part/two, items: [{ id: flow1, w: 2, key: true }, { id: flow2, w: 1 }] }\n";
const HEAVIER: &str = "id: small\nversion: 1.1.0\nparts: [work]\ndimensions:\n  - { id: flow, part: work, chapter: index, items: [{ id: flow1, w: 2, key: true }, { id: flow2, w: 3 }] }\n";
const TEXTS: &str = "parts: { work: { name: Work } }\ndimensions: { flow: { name: Flow } }\nlevels: [{ name: One }, { name: Two }, { name: Three }, { name: Four }, { name: Five }]\nitems:\n  flow1: { question: Does it run?, anchors: [never, seldom, at times, often, always] }\n  flow2: { question: Does it hold?, anchors: [nowhere, in a few, in some, in most, everywhere] }\n";
const OTHER_TEXTS: &str = "parts: { work: { name: Doing } }\ndimensions: { flow: { name: Run } }\nlevels: [{ name: A }, { name: B }, { name: C }, { name: D }, { name: E }]\nitems:\n  flow1: { question: Runs it?, anchors: [never, seldom, at times, often, always] }\n  flow2: { question: Holds it?, anchors: [nowhere, in a few, in some, in most, everywhere] }\n";

const SHEET: &str = "# Sheet\n\nTo [one](one.md).\n\n```worksheet\ntitle: Before\nwhy: To see.\nfields: [{ id: change, label: Change, type: text }]\nparts:\n  - { id: doubts, kind: checklist, title: Doubts, items: [{ id: same, label: Counted alike. }, { id: side, label: Nothing else. }, { id: asked, label: We asked. }] }\nexample: { organisation: A company, fields: { change: A page. }, doubts: { same: yes } }\n```\n";
const OTHER_SHEET: &str = "# Sheet\n\nIt flows.\n\n```diagram\nkind: flow\ntitle: \"First one, then two.\"\nsteps: [{ label: One, note: Now. }, { label: Two, note: Then. }]\n```\n\n```worksheet\ntitle: After\nwhy: To see.\nfields: [{ id: change, label: Change, type: line }]\nparts:\n  - { id: counts, kind: table, title: Counts, of: When, columns: [{ id: day, label: Day, type: date }], rows: [{ id: now, label: Now }] }\nexample: { organisation: A school, fields: { change: A day. }, counts: { now: { day: 2026-01-19 } } }\n```\n";

/// Chance that is the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("an index")
    }
}

/// The project with each switch in its position.
fn project(positions: &[usize]) -> Files {
    let mut files = Files::default();
    for ((path, texts), position) in SWITCHES.iter().zip(positions) {
        if !texts[*position].is_empty() {
            files.insert(*path, texts[*position]);
        }
    }
    files
}

fn sources(project: &Files, edition: Option<&str>) -> Sources {
    let mut layers = vec![Arc::new(Layer::new("content/", project.below("content")))];
    if let Some(id) = edition {
        let folder = format!("editions/{id}");
        layers.push(Arc::new(Layer::new(&format!("{folder}/"), project.below(&folder))));
    }
    Sources { layers, edition: edition.map(str::to_owned) }
}

fn built(sources: &Sources, themes: &Themes, memory: &Memory) -> (Option<Files>, String) {
    let mut diagnostics = Diagnostics::default();
    let prepared = prepare(sources, themes, &Options::default(), memory, &mut diagnostics);
    let files = prepared.and_then(|edition| edition.render(&mut diagnostics));
    (files, diagnostics.print(Format::Human, false))
}

/// What a finished page says it is.
fn kind(page: &Bytes) -> Option<String> {
    let (_, kind) = std::str::from_utf8(page).ok()?.split_once("data-kind=\"")?;
    Some(kind.split('"').next()?.to_owned())
}

#[test]
fn a_build_that_remembers_is_the_build_that_does_not() {
    let (memory, mut chance) = (Memory::new(), Chance(8));
    let mut positions: Vec<usize> = SWITCHES.iter().map(|_| 0).collect();
    let (mut good, mut kinds) = (0, BTreeSet::new());
    for step in 0..30 {
        let at = chance.below(SWITCHES.len());
        let before = std::mem::replace(&mut positions[at], chance.below(SWITCHES[at].1.len()));
        let project = project(&positions);
        let own: BTreeMap<String, Files> = [("own".to_owned(), project.below("themes/own"))].into();
        let themes = Themes { default: embedded::theme(), own };
        let mut is_good = true;
        for edition in [None, Some("acme"), Some("other")] {
            let sources = sources(&project, edition);
            let (files, findings) = built(&sources, &themes, &memory);
            let (fresh, fresh_findings) = built(&sources, &themes, &Memory::default());
            same(&findings, &fresh_findings);
            let differing = fresh
                .iter()
                .flat_map(|fresh| &fresh.0)
                .find(|(path, bytes)| files.as_ref().and_then(|files| files.0.get(*path)) != Some(bytes));
            let differing = differing.map(|(path, _)| path);
            assert!(files == fresh, "step {step}, {edition:?}, after {}: {differing:?} differs", SWITCHES[at].0);
            good += usize::from(files.is_some());
            is_good &= files.is_some();
            kinds.extend(fresh.iter().flat_map(|files| files.0.values()).filter_map(kind));
        }
        memory.turn();
        if !is_good {
            positions[at] = before; // or nothing but mistakes would follow
        }
    }
    let all = ["assessment", "home", "page", "paper", "print", "result", "team", "worksheet"];
    assert_eq!(kinds, all.map(str::to_owned).into(), "the kinds of pages it has seen");
    let (asked, reused) = memory.take_counts();
    assert!(good > 60, "only {good} of 90 builds had no errors: this test has gone blind");
    assert!(2 * reused > asked, "of {asked} results {reused} were reused");
}
