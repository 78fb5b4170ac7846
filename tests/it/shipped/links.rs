//! Every address in the output leads to a file of the output, or openly out of the site.

use std::collections::{BTreeMap, BTreeSet};

use portaat::address::resolve;

use crate::support::{Tag, tags};

use super::built::{html, output};

/// Attributes that hold an address.
const ADDRESSES: &[&str] = &["href", "src", "action", "poster", "data", "srcset"];

fn addresses(text: &str) -> Vec<(Tag, String)> {
    let of = |tag: Tag| {
        let own: Vec<String> = ADDRESSES.iter().filter_map(|name| tag.get(name)).map(str::to_owned).collect();
        own.into_iter().map(move |address| (tag.clone(), address))
    };
    tags(text).into_iter().flat_map(of).collect()
}

fn ids(text: &str) -> BTreeSet<String> {
    tags(text).iter().filter_map(|tag| tag.get("id")).map(str::to_owned).collect()
}

fn is_external(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}

#[test]
fn every_relative_address_is_a_file_and_every_fragment_an_id_there() {
    let known: BTreeMap<&str, BTreeSet<String>> = html().map(|(path, text)| (path, ids(text))).collect();
    for (path, text) in html() {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (tag, address) in addresses(text).into_iter().filter(|(_, address)| !is_external(address)) {
            let (file, fragment) = address.split_once('#').unwrap_or((&address, ""));
            let target = if file.is_empty() { Some(path.to_owned()) } else { resolve(folder, file) };
            let target = target.unwrap_or_else(|| panic!("{path}: {address} climbs out"));
            assert!(output().0.contains_key(&target), "{path}: <{} … {address}> leads to no file", tag.name);
            let is_there = || known.get(target.as_str()).is_some_and(|ids| ids.contains(fragment));
            assert!(fragment.is_empty() || is_there(), "{path}: {address} leads to no id there");
        }
    }
}

#[test]
fn a_link_names_its_file_so_that_it_works_from_a_disk() {
    for (path, text) in html() {
        for (tag, address) in addresses(text) {
            let file = address.split('#').next().unwrap_or_default();
            let is_relative = !file.starts_with('/') && !file.ends_with('/') && file.rsplit('/').next() != Some("..");
            assert!(is_external(&address) || is_relative, "{path}: <{} … {address}>", tag.name);
        }
    }
}

#[test]
fn only_links_in_the_text_lead_out_and_nothing_is_fetched_from_elsewhere() {
    for (path, text) in html() {
        let out = addresses(text).into_iter().filter(|(_, address)| is_external(address));
        for (tag, address) in out {
            assert!(tag.name == "a" && tag.get("href").is_some(), "{path}: <{} … {address}>", tag.name);
        }
    }
    for (path, bytes) in output().0.iter().filter(|(path, _)| path.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("://") && !text.contains("data:") && !text.contains("@import"), "{path}");
    }
}

#[test]
fn with_an_address_only_the_links_for_machines_name_it() {
    let files = super::built::addressed();
    assert_eq!(super::built::addressed_findings(), "");
    assert!(files.0.contains_key("sitemap.xml"));
    for (path, bytes) in files.0.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let text = String::from_utf8_lossy(bytes);
        let named =
            tags(&text).into_iter().filter(|tag| tag.attributes.iter().any(|(_, value)| value.contains("example.org")));
        for tag in named {
            assert!(matches!(tag.name.as_str(), "link" | "meta"), "{path}: {tag:?}");
        }
        assert_eq!(text.matches("rel=\"canonical\"").count(), 1, "{path}");
    }
}
