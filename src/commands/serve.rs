//! `serve`: the same build, into memory, again on every change.

use std::error::Error;

use portaat::diagnostics::{Format, Severity};
use portaat::serve::{self, Rebuilt};
use portaat::{Options, build, project};

use crate::arguments::ServeArguments;

use crate::say::Say;

pub fn run(arguments: &ServeArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let folders = ["content", "editions", "themes"].map(|folder| project::within(&arguments.folder, folder));
    let options = serve::Options {
        bind: arguments.bind.clone(),
        port: arguments.port,
        open: arguments.open,
        watch: folders.to_vec(),
    };
    project::read(&arguments.folder)?;
    serve::run(&options, || rebuild(arguments, say), |line| say.progress(line))?;
    Ok(true)
}

fn rebuild(arguments: &ServeArguments, say: Say) -> Rebuilt {
    let project = match project::read(&arguments.folder) {
        Ok(project) => project,
        Err(error) => return Rebuilt { files: None, findings: format!("error: {error}\n") },
    };
    let mut diagnostics = say.diagnostics();
    // The preview stands at the root of its own address, whatever the published one will be.
    let options = Options {
        base_url: Some(format!("http://{}:{}/", arguments.bind, arguments.port)),
        drafts: true,
        ..Options::default()
    };
    let sources = project.sources(arguments.edition.as_deref(), &mut diagnostics);
    let files = sources.and_then(|sources| build(&sources, &project.themes, &options, &mut diagnostics));
    say.findings(&diagnostics);
    Rebuilt { files, findings: diagnostics.print_down_to(Severity::Warning, Format::Human, false) }
}
