//! `build`: everything is read and checked before anything is written; then edition by edition.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portaat::config::is_web_address;
use portaat::diagnostics::Diagnostics;
use portaat::files::{Changes, write_output};
use portaat::memory::Memory;
use portaat::{Options, Prepared, prepare, project};

use crate::arguments::BuildArguments;

use crate::say::Say;

use super::{counted, stacks};

pub fn run(arguments: &BuildArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    if let Some(url) = arguments.base_url.as_ref().filter(|url| !is_web_address(url)) {
        return Err(format!("`{url}` is no web address; write it with https://").into());
    }
    let project = project::read(&arguments.folder)?;
    say.detail(&format!("read in {:.2} s", started.elapsed().as_secs_f64()));
    let mut diagnostics = say.diagnostics();
    let options = Options { base_url: arguments.base_url.clone(), drafts: arguments.drafts, ..Options::default() };
    let sources = stacks(&project, &arguments.editions, &mut diagnostics);
    // A single edition never asks for the same thing twice.
    let memory = if sources.len() > 1 { Memory::new() } else { Memory::default() };
    let prepare = |sources| prepare(sources, &project.themes, &options, &memory, &mut diagnostics);
    let prepared: Vec<Prepared> = sources.iter().filter_map(prepare).collect();
    say.detail(&format!("read and checked in {:.2} s{}", started.elapsed().as_secs_f64(), reused(&memory)));
    let output = arguments.output.clone().unwrap_or_else(|| project::within(&arguments.folder, "output"));
    let mut total = Total::default();
    if !diagnostics.has_errors() {
        let mut progress = Progress::new(say, started, prepared.len());
        for edition in prepared {
            progress.next(&edition);
            if !total.publish(&edition, &output, &memory, say, &mut diagnostics)? {
                break;
            }
        }
    }
    say.findings(&diagnostics);
    if !diagnostics.has_errors() {
        say.progress(&total.line(started, &output));
    }
    Ok(!diagnostics.has_errors())
}

/// `, 120 of 138 results reused`, when there is a memory.
fn reused(memory: &Memory) -> String {
    let (asked, reused) = memory.take_counts();
    if asked > 0 { format!(", {reused} of {asked} results reused") } else { String::new() }
}

/// One line that is written over, for builds that take long enough to wonder.
struct Progress {
    say: Say,
    started: Instant,
    number: usize,
    count: usize,
    is_shown: bool,
}

impl Progress {
    const PATIENCE: Duration = Duration::from_secs(1);

    fn new(say: Say, started: Instant, count: usize) -> Self {
        Self { say, started, number: 0, count, is_shown: false }
    }

    fn next(&mut self, edition: &Prepared) {
        self.number += 1;
        if self.started.elapsed() > Self::PATIENCE {
            self.is_shown = true;
            let name = edition.site.edition.as_deref().unwrap_or("the handbook");
            self.say.live(&format!("{} of {}: {name}, {}", self.number, self.count, counted(pages(edition), "page")));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            self.say.live("");
        }
    }
}

fn pages(edition: &Prepared) -> usize {
    edition.site.books.iter().map(|book| book.pages.len()).sum()
}

#[derive(Default)]
struct Total {
    pages: usize,
    languages: BTreeSet<String>,
    editions: usize,
    written: usize,
    open: Option<PathBuf>,
}

impl Total {
    /// Renders and writes one edition; `false`: a template is at fault.
    fn publish(
        &mut self,
        edition: &Prepared,
        output: &Path,
        memory: &Memory,
        say: Say,
        diagnostics: &mut Diagnostics,
    ) -> Result<bool, Box<dyn Error>> {
        let started = Instant::now();
        let Some(files) = edition.render(diagnostics) else {
            return Ok(false);
        };
        let rendered = started.elapsed().as_secs_f64();
        let folder = edition.site.edition.as_ref().map_or_else(|| output.to_owned(), |id| output.join(id));
        let changes = write_output(&files, &folder)?;
        let Changes { written, unchanged, removed } = changes;
        say.detail(&format!("{}: {written} written, {unchanged} unchanged, {removed} removed", folder.display()));
        let seconds = started.elapsed().as_secs_f64();
        #[allow(clippy::cast_precision_loss)] // a count of pages
        let speed = pages(edition) as f64 / seconds;
        say.detail(&format!(
            "  rendered in {rendered:.2} s, written by {seconds:.2} s: {speed:.0} pages a second{}",
            reused(memory)
        ));
        self.add(edition, changes, &folder);
        memory.turn();
        Ok(true)
    }

    fn add(&mut self, edition: &Prepared, changes: Changes, folder: &Path) {
        self.pages += pages(edition);
        self.languages.extend(edition.site.books.iter().map(|book| book.lang.to_string()));
        self.editions += 1;
        self.written += changes.written;
        self.open.get_or_insert_with(|| folder.join("index.html"));
    }

    fn line(&self, started: Instant, output: &Path) -> String {
        let open = self.open.clone().unwrap_or_else(|| output.to_owned());
        let [pages, languages] = [counted(self.pages, "page"), counted(self.languages.len(), "language")];
        let [editions, files] = [counted(self.editions, "edition"), counted(self.written, "file")];
        let seconds = started.elapsed().as_secs_f64();
        format!("{pages}, {languages}, {editions}, {files} written in {seconds:.2} s: {}", open.display())
    }
}
