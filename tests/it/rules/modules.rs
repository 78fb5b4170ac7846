//! Who may use what.

use super::sources::{Source, sources};

/// Fails with every place a rule is broken in, not with the first.
#[track_caller]
fn hold(rule: &str, broken: impl Iterator<Item = String>) {
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

/// `file: what` for every source of `wanted` that holds one of `words`.
fn holding<'s>(
    all: &'s [Source],
    words: &'static [&'static str],
    wanted: impl Fn(&Source) -> bool + 's,
) -> impl Iterator<Item = String> + 's {
    let in_source = |source: &'s Source| {
        let product = source.product();
        words.iter().filter(move |word| product.contains(**word)).map(|word| format!("src/{}: {word}", source.path))
    };
    all.iter().filter(move |source| wanted(source)).flat_map(in_source)
}

/// The modules in the order of lib.rs.
fn order(all: &[Source]) -> Vec<String> {
    let library = all.iter().find(|source| source.path == "lib.rs").expect("there is a library");
    let modules = library.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

/// What `crate::…` is followed by in a text: `crate::yaml::At`, `crate::{files, yaml::At}`.
fn used(text: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut all = Vec::new();
    for (_, rest) in text.match_indices("crate::").map(|(at, word)| (at, &text[at + word.len()..])) {
        match rest.strip_prefix('{').and_then(|list| list.split_once('}')) {
            Some((list, _)) => {
                all.extend(list.split(',').map(|part| name(part.trim())).filter(|part| !part.is_empty()));
            }
            None => all.push(name(rest)),
        }
    }
    all
}

#[test]
fn a_module_uses_only_those_above_it() {
    let all = sources();
    let order = order(&all);
    assert!(order.len() > 10, "lib.rs lists its modules: {order:?}");
    let place = |name: &str| order.iter().position(|module| module == name);
    let uses: usize = all.iter().map(|source| used(&source.text).len()).sum();
    assert!(uses > 100, "only {uses} uses were found: this test has gone blind");
    let upward = all.iter().filter(|source| !source.is_command() && source.path != "lib.rs").flat_map(|source| {
        let own = place(source.module()).unwrap_or_else(|| panic!("{} belongs to no module", source.path));
        let wrong = used(&source.text).into_iter().filter(move |name| place(name).is_none_or(|used| used > own));
        wrong.map(|name| format!("src/{} uses {name}", source.path)).collect::<Vec<_>>()
    });
    hold("modules stand in dependency order", upward);
}

#[test]
fn only_files_touches_the_disk_and_only_serve_the_network() {
    let all = sources();
    let disk = &["std::fs", "fs::", "File::open", "File::create"];
    hold(
        "the disk is the business of files",
        holding(&all, disk, |source| source.module() != "files" && source.module() != "serve"),
    );
    let net = &["std::net", "TcpStream", "TcpListener", "UdpSocket"];
    hold("the network is the business of serve", holding(&all, net, |source| source.module() != "serve"));
}

#[test]
fn no_order_of_chance_lies_on_the_way_to_output() {
    hold("maps and sets are ordered", holding(&sources(), &["HashMap", "HashSet"], |_| true));
}

#[test]
fn what_cannot_fail_says_why() {
    hold("use expect(\"invariant: …\")", holding(&sources(), &[".unwrap()"], |_| true));
    let expects = sources().into_iter().flat_map(|source| {
        let product = source.product();
        let wrong = product.lines().filter(|line| line.contains(".expect(\"") && !line.contains("invariant: "));
        wrong.map(|line| format!("src/{}: {}", source.path, line.trim())).collect::<Vec<_>>()
    });
    hold("an expect names the invariant", expects);
}

#[test]
fn only_check_knows_what_day_it_is() {
    // `files/seen.rs` asks how old a file is, to know whether it must be read again.
    let may_know = |source: &Source| ["commands/check.rs", "files/seen.rs"].contains(&source.path.as_str());
    hold(
        "output never depends on today",
        holding(&sources(), &["SystemTime", "Local::now"], move |source| !may_know(source)),
    );
}

#[test]
fn the_library_prints_nothing_and_reads_no_environment() {
    let words = &["println!", "eprintln!", "print!(", "env::var", "process::exit"];
    hold("speaking is the business of the command", holding(&sources(), words, |source| !source.is_command()));
}

#[test]
fn uses_are_found_in_all_their_forms() {
    assert_eq!(
        used("use crate::yaml::{self, At};\ncrate::page::x(); use crate::{files, model::Model};"),
        ["yaml", "page", "files", "model"]
    );
}
