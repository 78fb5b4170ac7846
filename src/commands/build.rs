//! `build`: everything is read and checked before anything is written; then edition by edition.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use portaat::config::is_web_address;
use portaat::files::{Changes, write_output};
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
    let mut diagnostics = say.diagnostics();
    let options = Options { base_url: arguments.base_url.clone(), drafts: arguments.drafts, ..Options::default() };
    let sources = stacks(&project, &arguments.editions, &mut diagnostics);
    let prepared: Vec<Prepared> =
        sources.iter().filter_map(|sources| prepare(sources, &project.themes, &options, &mut diagnostics)).collect();
    say.detail(&format!("read and checked in {:.2} s", started.elapsed().as_secs_f64()));
    let output = arguments.output.clone().unwrap_or_else(|| project::within(&arguments.folder, "output"));
    let mut total = Total::default();
    if !diagnostics.has_errors() {
        for edition in prepared {
            let Some(files) = edition.render(&mut diagnostics) else {
                break;
            };
            let folder = edition.site.edition.as_ref().map_or_else(|| output.clone(), |id| output.join(id));
            let changes = write_output(&files, &folder)?;
            say.detail(&format!(
                "{}: {} written, {} unchanged, {} removed",
                folder.display(),
                changes.written,
                changes.unchanged,
                changes.removed
            ));
            total.add(&edition, changes, &folder);
        }
    }
    say.findings(&diagnostics);
    if !diagnostics.has_errors() {
        say.progress(&total.line(started, &output));
    }
    Ok(!diagnostics.has_errors())
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
    fn add(&mut self, edition: &Prepared, changes: Changes, folder: &Path) {
        self.pages += edition.site.books.iter().map(|book| book.pages.len()).sum::<usize>();
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
