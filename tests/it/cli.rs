//! The command from outside: exit codes, what it says, and what it leaves on the disk.

mod again;
mod arguments;
mod copy;
mod coverage;
mod diff;
mod edition;
mod example;
mod explain;
mod hostile;
mod init;
mod output;
mod overrides;
mod publish;
mod theme;
mod unbranded;
