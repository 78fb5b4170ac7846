//! `serve`: the same build, into memory, again on every change.

use std::error::Error;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use portaat::diagnostics::{Diagnostics, Format, Severity};
use portaat::files::{Files, Seen};
use portaat::memory::Memory;
use portaat::project::Project;
use portaat::render::is_left_out;
use portaat::serve::{self, Choice, Later, Rebuilt, Source};
use portaat::{Options, config, prepare, project};

use crate::arguments::ServeArguments;

use crate::say::Say;

pub fn run(arguments: &ServeArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let folders = ["content", "editions", "themes"].map(|folder| project::within(&arguments.folder, folder));
    let options = serve::Options {
        bind: arguments.bind.clone(),
        port: arguments.port,
        open: arguments.open,
        edition: arguments.edition.clone(),
        watch: folders.to_vec(),
    };
    project::read(&arguments.folder)?;
    let (own, folder, memory) = (arguments.clone(), arguments.folder.clone(), Memory::new());
    let seen = Mutex::new(Seen::new());
    let source = Source {
        build: Box::new(move |edition| rebuild(&own, edition, &seen, &memory, say)),
        editions: Box::new(move || editions(&folder)),
    };
    serve::run(&options, source, |line| say.progress(line))?;
    Ok(true)
}

fn rebuild(
    arguments: &ServeArguments,
    edition: Option<&str>,
    seen: &Mutex<Seen>,
    memory: &Memory,
    say: Say,
) -> Rebuilt {
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let project = match project::read_again(&arguments.folder, &mut seen) {
        Ok(project) => project,
        Err(error) => return Rebuilt { findings: format!("error: {error}\n"), ..Rebuilt::default() },
    };
    let mut diagnostics = say.diagnostics();
    let files = made(&project, edition, &options(arguments, true), memory, &mut diagnostics);
    say.findings(&diagnostics);
    let findings = diagnostics.print_down_to(Severity::Warning, Format::Human, false);
    let editions = project.editions().into_iter().map(str::to_owned).collect();
    Rebuilt { files, findings, editions, later: Some(later(arguments, edition, memory)) }
}

/// The preview stands at the root of its own address, whatever the published one will be.
fn options(arguments: &ServeArguments, brief: bool) -> Options {
    let base_url = Some(format!("http://{}:{}/", arguments.bind, arguments.port));
    Options { base_url, drafts: true, preview: true, translations: brief, brief, ..Options::default() }
}

fn made(
    project: &Project,
    edition: Option<&str>,
    options: &Options,
    memory: &Memory,
    diagnostics: &mut Diagnostics,
) -> Option<Files> {
    let sources = project.sources(edition, diagnostics)?;
    let prepared = prepare(&sources, &project.themes, options, memory, diagnostics);
    let files = prepared.and_then(|edition| edition.render(diagnostics));
    memory.turn();
    files
}

/// What a save should not wait for is made all at once, when the first of it is asked for.
fn later(arguments: &ServeArguments, edition: Option<&str>, memory: &Memory) -> Later {
    let (arguments, memory, all) = (arguments.clone(), memory.clone(), OnceLock::new());
    let edition = edition.map(str::to_owned);
    let make = move || {
        let project = project::read(&arguments.folder).ok()?;
        let mut silent = Diagnostics::default();
        made(&project, edition.as_deref(), &options(&arguments, false), &memory, &mut silent)
    };
    Arc::new(move |path| {
        let all: Option<&Files> = is_left_out(path).then(|| all.get_or_init(&make).as_ref())?;
        all?.0.get(path).cloned()
    })
}

/// The base and every edition whose settings can be read, with their languages.
fn editions(folder: &Path) -> Vec<Choice> {
    let Ok(project) = project::read(folder) else {
        return Vec::new();
    };
    let choice = |edition: Option<&str>| {
        let mut silent = Diagnostics::default();
        let sources = project.sources(edition, &mut silent)?;
        let config = config::parse(&sources, None, &mut silent)?;
        let languages = config.languages.iter().map(|language| language.lang.to_string()).collect();
        Some(Choice { edition: edition.map(str::to_owned), languages })
    };
    [None].into_iter().chain(project.editions().into_iter().map(Some)).filter_map(choice).collect()
}
