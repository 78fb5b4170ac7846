//! A case: a handbook of two or three files, changed by one line in each test.

use std::collections::BTreeMap;
use std::sync::Arc;

use portaat::diagnostics::{Diagnostics, Format};
use portaat::files::{Files, read_tree};
use portaat::layers::{Layer, Sources};
use portaat::theme::Themes;
use portaat::{Options, build, embedded};

use super::{Project, Run, dedented, repository, same};

const HANDBOOK: &str = "extends: none
title: Handbook
languages: [en]
base_url: https://example.org/
theme: plain
";

/// The smallest assessment there can be.
const MODEL: &str = "id: small
version: 1.0.0
parts: [work]
dimensions:
  - id: flow
    part: work
    chapter: index
    items:
      - { id: flow1, w: 2, key: true }
      - { id: flow2, w: 1 }
";

const TEXTS: &str = "parts: { work: { name: Work } }
dimensions: { flow: { name: Flow } }
levels: [{ name: One }, { name: Two }, { name: Three }, { name: Four }, { name: Five }]
items:
  flow1:
    question: Do the basics run?
    anchors: [never, seldom, at times, often, always]
  flow2:
    question: Does the promise hold?
    anchors: [nowhere, in a few, in some, in most, everywhere]
";

#[derive(Clone)]
pub struct Case {
    files: Files,
    edition: Option<String>,
}

/// What a build in memory gave.
pub struct Built {
    /// `None`: there were errors.
    pub files: Option<Files>,
    pub findings: String,
}

impl Case {
    /// A handbook in English with a home page, on the plain theme.
    pub fn new() -> Self {
        let case = Self { files: Files::default(), edition: None };
        let handbook = HANDBOOK.replace("title: Handbook", "title: { fi: Käsikirja, en: Handbook }");
        case.file("content/handbook.yaml", handbook).file("content/en/index.md", "Welcome.\n").themed("plain")
    }

    fn themed(mut self, name: &str) -> Self {
        let theme = read_tree(&repository("tests/golden/_plain-theme")).expect("the plain theme can be read");
        self.files.0.extend(theme.0.into_iter().map(|(path, bytes)| (format!("themes/{name}/{path}"), bytes)));
        self
    }

    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path, bytes);
        self
    }

    pub fn edition(self, id: &str, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let case = self.file(&format!("editions/{id}/{path}"), bytes);
        Self { edition: Some(id.to_owned()), ..case }
    }

    /// Replaces a text that a file of the case holds.
    #[track_caller]
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.files.text(path).expect("the case has this file");
        assert!(text.contains(from), "{path} does not hold {from:?}");
        let text = text.replacen(from, to, 1);
        self.file(path, text)
    }

    /// Changes a line of `handbook.yaml`.
    #[track_caller]
    pub fn handbook(self, from: &str, to: &str) -> Self {
        self.edit("content/handbook.yaml", from, to)
    }

    /// Finnish too, with its own home page.
    pub fn bilingual(self) -> Self {
        self.handbook("[en]", "[fi, en]").file("content/fi/index.md", "Tervetuloa.\n")
    }

    /// With an assessment of one dimension and two questions.
    pub fn with_model(self) -> Self {
        self.file("content/assessment.yaml", MODEL).file("content/en/assessment.yaml", TEXTS)
    }

    pub fn on_default_theme(self) -> Self {
        self.handbook("theme: plain\n", "")
    }

    fn layers(&self) -> Sources {
        let mut layers = vec![Arc::new(Layer::new("content/", self.files.below("content")))];
        if let Some(id) = &self.edition {
            let folder = format!("editions/{id}");
            layers.push(Arc::new(Layer::new(&format!("{folder}/"), self.files.below(&folder))));
        }
        Sources { layers, edition: self.edition.clone() }
    }

    /// Builds in memory.
    pub fn build(&self) -> Built {
        self.build_with(&Options::default())
    }

    fn build_with(&self, options: &Options) -> Built {
        let own = ["plain", "own"].map(|name| (name.to_owned(), self.files.below(&format!("themes/{name}"))));
        let own: BTreeMap<String, Files> = own.into_iter().filter(|(_, files)| !files.0.is_empty()).collect();
        let themes = Themes { default: embedded::theme(), own };
        let mut diagnostics = Diagnostics::default();
        let files = build(&self.layers(), &themes, options, &mut diagnostics);
        Built { files, findings: diagnostics.print(Format::Human, false) }
    }

    /// Holds the findings to the word, the place and the hint; no text means that there are none.
    #[track_caller]
    pub fn check(&self, expected: &str) {
        same(&self.build().findings, &dedented(expected));
    }

    /// As `check`, with what `portaat check` says about how pages are written.
    #[track_caller]
    pub fn check_prose(&self, expected: &str) {
        same(&self.prose(), &dedented(expected));
    }

    pub fn prose(&self) -> String {
        self.build_with(&Options { prose: true, ..Options::default() }).findings
    }

    /// What a preview says.
    pub fn preview(&self) -> String {
        self.build_with(&Options { translations: true, ..Options::default() }).findings
    }

    /// The case as a folder on the disk.
    pub fn project(&self) -> Project {
        let project = Project::empty();
        for (path, bytes) in &self.files.0 {
            project.write(path, bytes);
        }
        project
    }

    /// Runs the command in a folder with the case's files.
    pub fn cli<const N: usize>(&self, arguments: [&str; N]) -> Run {
        self.project().run(arguments)
    }
}

impl Built {
    /// A file of a build without errors, as text.
    #[track_caller]
    pub fn page(&self, path: &str) -> &str {
        let files = self.files.as_ref().unwrap_or_else(|| panic!("not built:\n{}", self.findings));
        files.text(path).unwrap_or_else(|| panic!("no {path} among {:?}", files.0.keys()))
    }
}
