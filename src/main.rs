//! The command line: arguments become values, the library does the work, the outcome becomes text and an exit code.
//! Exit 0 clean, 1 the content has errors, 2 usage or the machine failed.

mod say;
mod arguments;
mod commands;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// A build asks for memory millions of times: a sixth of all its instructions with the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// `false` when the content has errors.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let say = arguments.say();
    match &arguments.command {
        Command::Init(options) => commands::init::run(options, say),
        Command::Build(options) => commands::build::run(options, say),
        Command::Serve(options) => commands::serve::run(options, say),
        Command::Check(options) => commands::check::run(options, say),
        Command::Explain(options) => commands::explain::run(options, say),
        Command::Diff(options) => commands::diff::run(options, say),
        Command::Copy(options) => commands::copy::run(options, say),
        Command::Theme(options) => commands::theme::run(options, say),
        Command::Verify(options) => commands::verify::run(options, say),
        Command::Schema { of } => Ok(commands::schema::run(*of)),
        Command::Completions { shell } => {
            arguments::completions(*shell);
            Ok(true)
        }
    }
}
