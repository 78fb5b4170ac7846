//! How a run speaks to whoever started it.

use std::io::IsTerminal;

use portaat::diagnostics::{Diagnostics, Format, Severity};

/// How findings and progress are said: all of it on standard error, because standard output is for asked-for data.
#[derive(Clone, Copy)]
pub struct Say {
    pub format: Format,
    pub colour: bool,
    pub strict: bool,
    pub quiet: bool,
    pub verbose: bool,
}

impl Say {
    pub fn diagnostics(self) -> Diagnostics {
        Diagnostics::new(self.strict)
    }

    pub fn findings(self, diagnostics: &Diagnostics) {
        let least = if self.quiet { Severity::Error } else { Severity::Note };
        eprint!("{}", diagnostics.print_down_to(least, self.format, self.colour));
    }

    pub fn progress(self, line: &str) {
        if !self.quiet {
            eprintln!("{line}");
        }
    }

    /// A line that the next one is written over, on a terminal and nowhere else; empty takes it away.
    pub fn live(self, line: &str) {
        if !self.quiet && std::io::stderr().is_terminal() {
            eprint!("\r\u{1b}[K{line}");
        }
    }

    pub fn detail(self, line: &str) {
        if self.verbose {
            eprintln!("{line}");
        }
    }
}
