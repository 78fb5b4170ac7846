//! `check`: everything `build` checks, what depends on the day, and how pages are written. Writes nothing, unless it is
//! asked to write down the wording of the questions.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use portaat::files::write;
use portaat::memory::Memory;
use portaat::{Options, lock, overrides, prepare, project};

use crate::arguments::CheckArguments;

use crate::say::Say;

use super::{counted, stacks};

pub fn run(arguments: &CheckArguments, say: Say) -> Result<bool, Box<dyn Error>> {
    let project = project::read(&arguments.folder)?;
    let mut diagnostics = say.diagnostics();
    let options = Options {
        today: Some(today()),
        prose: true,
        addresses: project.addresses(),
        update_lock: arguments.update_lock,
        ..Options::default()
    };
    let (memory, mut pages) = (Memory::new(), 0);
    for sources in &stacks(&project, &arguments.editions, &mut diagnostics) {
        if let Some(edition) = prepare(sources, &project.themes, &options, &memory, &mut diagnostics) {
            edition.render(&mut diagnostics);
            if arguments.coverage {
                print!("{}", edition.coverage(&mut diagnostics).unwrap_or_default());
            }
            if arguments.update_lock {
                let file = |name| project::within(&arguments.folder, &sources.top().file(name));
                edition.lock().map(|text| write(&file(lock::FILE), &text)).transpose()?;
                edition.overrides(&project.themes).map(|text| write(&file(overrides::FILE), &text)).transpose()?;
            }
            memory.turn();
            pages += edition.site.books.iter().map(|book| book.pages.len()).sum::<usize>();
        }
    }
    say.findings(&diagnostics);
    if !diagnostics.has_errors() {
        say.progress(&format!("{} checked", counted(pages, "page")));
    }
    Ok(!diagnostics.has_errors())
}

/// The day in UTC, as `2026-11-22`.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    civil(seconds / 86_400)
}

/// Days since 1970-01-01 as a date of the Gregorian calendar, by eras of 400 years that begin in March.
fn civil(days: u64) -> String {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_become_dates() {
        assert_eq!(civil(0), "1970-01-01");
        assert_eq!(civil(11_016), "2000-02-29");
        assert_eq!(civil(20_779), "2026-11-22");
    }
}
