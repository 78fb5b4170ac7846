//! The default theme: nothing in it that nobody uses, and the same words in both languages.

use std::collections::BTreeSet;

use portaat::diagnostics::Diagnostics;
use portaat::embedded;
use portaat::yaml::{self, Node, Value};

use super::sources::sources;

/// Loaded by name in the program or by another script, not listed for a page.
const LOADED_OTHERWISE: &[&str] = &["early.js", "score-team.js"];
/// Branches whose keys are languages: a text about Finnish is needed in English only.
const OPEN: &[&str] = &["page.fallback"];

fn tree(path: &str) -> Node {
    let theme = embedded::theme();
    let text = theme.text(path).unwrap_or_else(|| panic!("the theme has no {path}"));
    let mut diagnostics = Diagnostics::default();
    yaml::parse(&path.into(), text, 0, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// Every text of a tree.
fn texts(node: &Node) -> BTreeSet<String> {
    match &node.value {
        Value::Text(text) => [text.clone()].into(),
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, node)| texts(node)).collect(),
        _ => BTreeSet::new(),
    }
}

fn below(folder: &str) -> BTreeSet<String> {
    embedded::theme().below(folder).0.into_keys().collect()
}

#[test]
fn the_embedded_theme_is_the_one_on_the_disk() {
    let there = portaat::files::read_tree(&crate::support::repository("themes/default")).expect("the theme");
    let [embedded, there]: [Vec<String>; 2] = [embedded::theme(), there].map(|files| files.0.into_keys().collect());
    assert_eq!(embedded, there);
}

#[test]
fn every_style_sheet_and_script_is_part_of_the_plan() {
    let plan = texts(&tree("theme.yaml"));
    let files: BTreeSet<String> = below("css").into_iter().chain(below("js")).collect();
    let unused: Vec<_> =
        files.iter().filter(|file| !plan.contains(*file) && !LOADED_OTHERWISE.contains(&file.as_str())).collect();
    assert!(unused.is_empty(), "nobody loads {unused:?}");
    let is_file = |name: &&String| (name.ends_with(".css") || name.ends_with(".js")) && !name.contains("{lang}");
    let missing: Vec<_> = plan.iter().filter(is_file).filter(|name| !files.contains(*name)).collect();
    assert!(missing.is_empty(), "theme.yaml names {missing:?}, which are not there");
}

#[test]
fn every_template_is_used_by_the_program_or_by_another() {
    let theme = embedded::theme();
    let program: String = sources().into_iter().map(|source| source.product()).collect();
    let templates: String = theme.below("templates").0.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    let is_block = |name: &str| {
        let kind = name.strip_prefix("blocks/").and_then(|name| name.strip_suffix(".html"));
        kind.is_some_and(|kind| {
            program.contains(&format!("block_of(\"{kind}\"")) || program.contains(&format!("\"{kind}\""))
        })
    };
    let is_used = |name: &str| {
        let quoted = format!("\"{name}\"");
        program.contains(&quoted) || templates.contains(&quoted) || is_block(name)
    };
    let unused: Vec<_> = below("templates").into_iter().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

/// The paths of a tree's texts.
fn keys(node: &Node, path: &str) -> BTreeSet<String> {
    if OPEN.contains(&path) || node.entries().is_empty() {
        return [path.to_owned()].into();
    }
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    node.entries().iter().flat_map(|(key, node)| keys(node, &below(&key.name))).collect()
}

#[test]
fn every_word_is_there_in_finnish_and_in_english() {
    let [fi, en] = ["fi", "en"].map(|lang| keys(&tree(&format!("strings/{lang}.yaml")), ""));
    let only = |own: &BTreeSet<String>, other: &BTreeSet<String>| own.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!((only(&fi, &en), only(&en, &fi)), (Vec::new(), Vec::new()), "(only in fi, only in en)");
}

/// A further language may lag a little behind: what it lacks is said in English, until somebody translates it.
#[test]
fn the_words_of_further_languages_are_known_and_nearly_all_there() {
    let en = keys(&tree("strings/en.yaml"), "");
    for file in below("strings").into_iter().filter(|file| !["fi.yaml", "en.yaml"].contains(&file.as_str())) {
        let own = keys(&tree(&format!("strings/{file}")), "");
        assert_eq!(own.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "{file} says what nobody asks for");
        let missing: Vec<_> = en.difference(&own).collect();
        assert!(missing.len() * 10 < en.len(), "{file} lacks {missing:?}");
    }
}

#[test]
fn the_places_in_a_word_are_the_same_in_all_languages() {
    for file in below("strings") {
        same_places(&file);
    }
}

fn same_places(other: &str) {
    let [own, english] = [other, "en.yaml"].map(|file| tree(&format!("strings/{file}")));
    let text = |tree: &Node, key: &str| {
        let node = key.split('.').try_fold(tree.clone(), |node, part| node.get(part).cloned());
        node.as_ref().and_then(Node::text).unwrap_or_default().to_owned()
    };
    for key in keys(&own, "").into_iter().filter(|key| !OPEN.contains(&key.as_str())) {
        let [own, english] = [text(&own, &key), text(&english, &key)].map(|text| places(&text));
        assert_eq!(own, english, "{other}: {key}");
    }
}

/// The names in `{name}` of a text.
fn places(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

/// The names below a branch of the guide.
fn guided(branch: &str) -> BTreeSet<String> {
    let guide = tree("guide.yaml");
    guide.get(branch).expect("the guide has this branch").entries().iter().map(|(key, _)| key.name.clone()).collect()
}

#[test]
fn the_guide_names_the_variables_that_templates_get() {
    let template = "{% for key, value in site %}site.{{ key }} {% endfor %}{% for key, value in page %}page.{{ key }} {% endfor %}";
    let built = crate::support::Case::new().file("themes/plain/templates/home.html", template).build();
    let there: BTreeSet<String> = built.page("en/index.html").split_whitespace().map(str::to_owned).collect();
    let told: BTreeSet<String> = guided("variables").into_iter().filter(|name| name.contains('.')).collect();
    assert_eq!(
        there.symmetric_difference(&told).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "guide.yaml and the views differ"
    );
}

#[test]
fn the_guide_names_the_properties_that_the_tokens_define() {
    let tokens = embedded::theme().text("css/tokens.css").expect("the tokens").to_owned();
    let defined = tokens.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    let defined: BTreeSet<String> = defined.map(|(name, _)| name.to_owned()).collect();
    assert_eq!(defined, guided("properties"));
}
