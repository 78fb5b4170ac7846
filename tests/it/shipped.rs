//! The handbook as it is shipped, built in memory: what must hold on every page of it, whatever it says.

mod built;
mod found;
mod glossary;
mod languages;
mod links;
mod pages;
mod requests;
mod sources;
mod words;

use std::sync::Arc;

use portaat::files::Files;
use portaat::layers::{Layer, Sources};
use portaat::{Options, build};

use built::{built, handbook, themes};

#[test]
fn nothing_is_wrong_with_it() {
    let (files, findings) = built(&Options::default());
    crate::support::same(
        &findings,
        "note: no `base_url`: there will be no sitemap and no canonical links\n  --> built-in/handbook.yaml\n  hint: add the address when you know it, like `base_url: https://example.org/`\n",
    );
    assert!(files.0.len() > 30);
}

/// Phones find the questions by a drawn address, which only a site that knows its own can give.
#[test]
fn a_workshop_shows_the_way_for_phones_when_there_is_an_address() {
    for (files, has_code) in [(built::addressed(), true), (built::output(), false)] {
        let page = files.text("fi/arvio/tyopaja/index.html").expect("the workshop");
        assert_eq!(page.contains("<svg class=\"qr\""), has_code);
        assert_eq!(page.contains("<figcaption>https://example.org/book/fi/arvio/pika-arvio/</figcaption>"), has_code);
    }
}

#[test]
fn two_builds_are_the_same_to_the_byte() {
    assert!(built(&Options::default()) == built(&Options::default()));
}

#[test]
fn one_thread_and_many_give_the_same() {
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    assert!(single.install(|| built(&Options::default())) == built(&Options::default()));
}

/// The tree of files has an order of its own; here the same files come in the other one, and from two layers.
#[test]
fn the_order_in_which_files_are_read_changes_nothing() {
    let all: Vec<_> = handbook().files.0.into_iter().collect();
    let mut backwards = Files::default();
    for (path, bytes) in all.iter().rev() {
        backwards.insert(path.clone(), bytes.clone());
    }
    let layer = Arc::new(Layer::new("built-in/", backwards));
    let sources = Sources { layers: vec![layer], edition: None };
    let files = build(&sources, &themes(), &Options::default(), &mut portaat::diagnostics::Diagnostics::default());
    assert!(files.expect("it builds") == built(&Options::default()).0);
}
