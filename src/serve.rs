//! The preview: builds, serves the result from memory, rebuilds when the content changes and tells the open pages.
//!
//! It is handed a function that builds and asks nothing about how, so it knows neither pages nor settings. The base and
//! all editions are there at once, each built when somebody looks at it. Every rebuild is whole: the build is fast, and a partial one would show what `build` does not write.

mod browser;
mod editions;
mod host;
mod http;
mod inject;
mod listen;
mod live;
mod media;
mod percent;
mod request;
mod stamp;
mod switch;
mod temporary;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::files::{Bytes, Files};

use editions::Editions;
use live::Snapshot;
use watch::{News, Watch};

pub struct Options {
    pub bind: String,
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    pub open: bool,
    /// The edition that `/` leads to; `None`: the base.
    pub edition: Option<String>,
    /// Folders to follow; one that does not exist yet is followed from the moment it appears.
    pub watch: Vec<PathBuf>,
}

/// Builds an edition; `None` is the base.
pub type Build = dyn Fn(Option<&str>) -> Rebuilt + Send + Sync;

/// Who can build, and knows what there is to build.
pub struct Source {
    pub build: Box<Build>,
    pub editions: Box<dyn Fn() -> Vec<Choice> + Send + Sync>,
}

/// What one rebuild gave.
#[derive(Default)]
pub struct Rebuilt {
    /// `None` when the content has errors: the last good build stays.
    pub files: Option<Files>,
    /// Text for people, shown in the page; empty when there is nothing to say.
    pub findings: String,
    /// The ids of all editions there are.
    pub editions: Vec<String>,
    /// Makes a file that the build left out, when somebody asks for it.
    pub later: Option<Later>,
}

/// Gives a file by its path; `None`: there is none.
pub type Later = Arc<dyn Fn(&str) -> Option<Bytes> + Send + Sync>;

/// An edition one can look at, and its languages.
pub struct Choice {
    pub edition: Option<String>,
    pub languages: Vec<String>,
}

/// Serves until the process ends; returns only when it cannot start or can no longer watch.
///
/// # Errors
/// When the address cannot be bound or the system offers no way to watch folders.
pub fn run(options: &Options, source: Source, mut announce: impl FnMut(&str)) -> io::Result<()> {
    // Watching starts before the first build, so that a save during it is not lost.
    let mut watch = Watch::start(&options.watch)?;
    let editions = Arc::new(Editions::new(source, options.edition.clone()));
    refresh("built", &mut announce, || editions.state(options.edition.as_deref()).current());
    let listener = listen::bind(&options.bind, options.port, &mut announce)?;
    let mut address = host::address(&options.bind, listener.local_addr()?.port());
    address.extend(options.edition.iter().map(|id| format!("{id}/")));
    listen::start(listener, options.bind.clone(), Arc::clone(&editions))?;
    announce(&format!("serving at {address} (Ctrl-C ends)"));
    if options.open {
        browser::open(&address);
    }
    loop {
        match watch.next()? {
            News::Changed => refresh("rebuilt", &mut announce, || editions.rebuild()),
            News::Notice(text) => announce(&text),
        }
    }
}

fn refresh(verb: &str, announce: &mut impl FnMut(&str), build: impl FnOnce() -> Arc<Snapshot>) {
    let start = Instant::now();
    let now = build();
    announce(&match (now.failed, now.build.is_empty()) {
        (false, _) => format!("{verb} in {} ms", start.elapsed().as_millis()),
        (true, false) => "the content has errors: the last good build stays".to_owned(),
        (true, true) => "the content has errors: nothing can be shown yet".to_owned(),
    });
}

#[cfg(test)]
#[path = "serve/socket_tests.rs"]
mod tests;
