//! The command line as typed.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use portaat::diagnostics::Format;

use crate::say::Say;

/// Turns Markdown and YAML into a static handbook with a self-assessment, in any number of branded editions.
#[derive(Parser)]
#[command(name = "portaat", version, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Treat warnings about the project's own files as errors
    #[arg(long, global = true)]
    strict: bool,
    /// How findings are written
    #[arg(long, global = true, value_enum, default_value_t = FormatArgument::Human)]
    format: FormatArgument,
    /// Say only what is wrong
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Say more about what is done
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Colours in findings (`NO_COLOR` is respected)
    #[arg(long, global = true, value_enum, default_value_t = ColourArgument::Auto)]
    color: ColourArgument,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start a project, or add an edition to one
    Init(InitArguments),
    /// Build the handbook, or editions of it
    Build(BuildArguments),
    /// Build in memory, serve on this machine, and rebuild on every change
    Serve(ServeArguments),
    /// Check everything a build checks and more; write no page
    Check(CheckArguments),
    /// Say which layer, file and line a value or page comes from, and what it hides
    Explain(ExplainArguments),
    /// Say what an edition shows otherwise than the base, or than another edition
    Diff(DiffArguments),
    /// Copy a page or file from below into an edition or the project, to be changed there
    Copy(CopyArguments),
    /// List what can be changed in the theme, or write a copy of one of its files to start from
    Theme(ThemeArguments),
    /// Compare a published folder with the list of files it was built with
    Verify(VerifyArguments),
    /// Print the JSON Schema of a file, for editors
    Schema { of: SchemaArgument },
    /// Print completions for a shell
    Completions { shell: Shell },
}

#[derive(Args)]
pub struct InitArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Add an edition of this id to the project
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
    /// The languages of the handbook, the default one first
    #[arg(long, value_delimiter = ',', default_value = "fi,en")]
    pub languages: Vec<String>,
}

#[derive(Args)]
pub struct BuildArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Where to write [default: output/ in the project folder]
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub editions: EditionArguments,
    /// The address the output will have
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Build pages marked as drafts too
    #[arg(long)]
    pub drafts: bool,
}

#[derive(Args)]
pub struct EditionArguments {
    /// Only this edition (may be repeated); a build goes to OUT/<ID>/
    #[arg(long, value_name = "ID")]
    pub edition: Vec<String>,
    /// All editions; a build goes to OUT/<ID>/ for each
    #[arg(long, conflicts_with = "edition")]
    pub all_editions: bool,
}

#[derive(Args, Clone)]
pub struct ServeArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    #[arg(long, default_value_t = 3000)]
    pub port: u16,
    /// The address to listen at
    #[arg(long, default_value = "127.0.0.1")]
    pub bind: String,
    /// Open a browser
    #[arg(long)]
    pub open: bool,
    /// Begin with this edition; the base and the others are one click away
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
}

#[derive(Args)]
pub struct CheckArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub editions: EditionArguments,
    /// Print where each row of content/coverage.yaml is at home: id, pages, questions, worksheets
    #[arg(long)]
    pub coverage: bool,
    /// Write down how questions are worded now (assessment.lock), and what the overridden texts hide (overrides.lock)
    #[arg(long)]
    pub update_lock: bool,
}

#[derive(Args)]
pub struct ExplainArguments {
    /// A key, a page or a file: `color.primary`, `fi:theses/flow`, `fi/strings:nav.next`, `templates/page.html`
    #[arg(value_name = "KEY|PAGE")]
    pub asked: String,
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// As this edition sees it
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
}

#[derive(Args)]
pub struct DiffArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The edition; a second one is compared with it instead of the base [default: the project against the built-in handbook]
    #[arg(long, value_name = "ID", num_args = 1)]
    pub edition: Vec<String>,
    /// Show the lines that differ too
    #[arg(long)]
    pub text: bool,
}

#[derive(Args)]
pub struct CopyArguments {
    /// A page (`fi:theses/flow`, or `theses/flow` in every language) or a file
    #[arg(value_name = "PAGE|FILE")]
    pub asked: String,
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Into this edition [default: into content/]
    #[arg(long, value_name = "ID")]
    pub edition: Option<String>,
}

#[derive(Args)]
pub struct ThemeArguments {
    /// The project folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// List only this part
    #[arg(long, value_enum, value_name = "PART")]
    pub only: Option<PartArgument>,
    /// Write a starting copy of this file, such as templates/page.html or css/own.css
    #[arg(long, value_name = "FILE", conflicts_with = "only")]
    pub copy: Option<String>,
    /// The theme the copy is for
    #[arg(long, default_value = "own", requires = "copy")]
    pub name: String,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PartArgument {
    Templates,
    Variables,
    Styles,
    Properties,
    Scripts,
    Strings,
}

#[derive(Args)]
pub struct VerifyArguments {
    /// The published folder, or a copy of it
    pub folder: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum SchemaArgument {
    /// handbook.yaml
    Handbook,
    /// _brand.yml
    Brand,
    /// assessment.yaml
    Assessment,
    /// assessment.yaml of a language
    Texts,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatArgument {
    Human,
    Json,
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ColourArgument {
    Auto,
    Always,
    Never,
}

impl Arguments {
    /// How findings and progress are said in this run.
    pub fn say(&self) -> Say {
        let format = match self.format {
            FormatArgument::Human => Format::Human,
            FormatArgument::Json => Format::Json,
            FormatArgument::Github => Format::Github,
        };
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = match self.color {
            ColourArgument::Always => true,
            ColourArgument::Never => false,
            ColourArgument::Auto => wanted && std::io::stderr().is_terminal(),
        };
        Say { format, colour, strict: self.strict, quiet: self.quiet, verbose: self.verbose }
    }
}

pub fn completions(shell: Shell) {
    clap_complete::generate(shell, &mut Arguments::command(), "portaat", &mut std::io::stdout());
}
