//! The preview: builds, serves the result from memory, rebuilds when the content changes and tells the open pages.
//!
//! It is handed a `rebuild` function and asks nothing about how a build is made, so it knows neither pages nor
//! settings. Every rebuild is whole: the build is fast, and a partial one would show what `build` does not write.

mod browser;
mod host;
mod http;
mod inject;
mod listen;
mod live;
mod media;
mod percent;
mod request;
mod stamp;
mod temporary;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::files::Files;

use live::State;
use watch::{News, Watch};

pub struct Options {
    pub bind: String,
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    pub open: bool,
    /// Folders to follow; one that does not exist yet is followed from the moment it appears.
    pub watch: Vec<PathBuf>,
}

/// What one rebuild gave.
pub struct Rebuilt {
    /// `None` when the content has errors: the last good build stays.
    pub files: Option<Files>,
    /// Text for people, shown in the page; empty when there is nothing to say.
    pub findings: String,
}

/// Serves until the process ends; returns only when it cannot start or can no longer watch.
///
/// # Errors
/// When the address cannot be bound or the system offers no way to watch folders.
pub fn run(options: &Options, mut rebuild: impl FnMut() -> Rebuilt, mut announce: impl FnMut(&str)) -> io::Result<()> {
    // Watching starts before the first build, so that a save during it is not lost.
    let mut watch = Watch::start(&options.watch)?;
    let state = Arc::new(State::default());
    refresh(&state, "built", &mut rebuild, &mut announce);
    let listener = listen::bind(&options.bind, options.port, &mut announce)?;
    let address = host::address(&options.bind, listener.local_addr()?.port());
    listen::start(listener, options.bind.clone(), Arc::clone(&state))?;
    announce(&format!("serving at {address} (Ctrl-C ends)"));
    if options.open {
        browser::open(&address);
    }
    loop {
        match watch.next()? {
            News::Changed => refresh(&state, "rebuilt", &mut rebuild, &mut announce),
            News::Notice(text) => announce(&text),
        }
    }
}

fn refresh(state: &State, verb: &str, rebuild: &mut impl FnMut() -> Rebuilt, announce: &mut impl FnMut(&str)) {
    let start = Instant::now();
    let outcome = rebuild();
    let failed = outcome.files.is_none();
    state.publish(outcome);
    announce(&match (failed, state.current().build.is_empty()) {
        (false, _) => format!("{verb} in {} ms", start.elapsed().as_millis()),
        (true, false) => "the content has errors: the last good build stays".to_owned(),
        (true, true) => "the content has errors: nothing can be shown yet".to_owned(),
    });
}

#[cfg(test)]
#[path = "serve/socket_tests.rs"]
mod tests;
