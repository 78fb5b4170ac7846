//! `serve`: the same build, into memory, again on every change.

use std::error::Error;
use std::path::Path;

use portaat::diagnostics::{Diagnostics, Format, Severity};
use portaat::memory::Memory;
use portaat::serve::{self, Choice, Rebuilt, Source};
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
    let source = Source {
        build: Box::new(move |edition| rebuild(&own, edition, &memory, say)),
        editions: Box::new(move || editions(&folder)),
    };
    serve::run(&options, source, |line| say.progress(line))?;
    Ok(true)
}

fn rebuild(arguments: &ServeArguments, edition: Option<&str>, memory: &Memory, say: Say) -> Rebuilt {
    let project = match project::read(&arguments.folder) {
        Ok(project) => project,
        Err(error) => return Rebuilt { files: None, findings: format!("error: {error}\n"), editions: Vec::new() },
    };
    let mut diagnostics = say.diagnostics();
    // The preview stands at the root of its own address, whatever the published one will be.
    let options = Options {
        base_url: Some(format!("http://{}:{}/", arguments.bind, arguments.port)),
        drafts: true,
        preview: true,
        translations: true,
        ..Options::default()
    };
    let sources = project.sources(edition, &mut diagnostics);
    let prepared = sources.as_ref().and_then(|one| prepare(one, &project.themes, &options, memory, &mut diagnostics));
    let files = prepared.and_then(|edition| edition.render(&mut diagnostics));
    memory.turn();
    say.findings(&diagnostics);
    let findings = diagnostics.print_down_to(Severity::Warning, Format::Human, false);
    Rebuilt { files, findings, editions: project.editions().into_iter().map(str::to_owned).collect() }
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
