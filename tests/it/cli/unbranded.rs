//! From an empty folder with only the program to editions that show nothing of the brand below them: no name, colour,
//! logo, line, link or font, in no file and in no file name.

use std::collections::BTreeSet;

use portaat::embedded;
use portaat::layers::Layer;
use portaat::yaml::{self, Node, Value};

use crate::support::{Project, repository};

const NORTH: &str = "meta: { name: North Desk }
logo: logo.svg
color: { palette: { plum: '#7b2d52' }, primary: plum }
defaults: { portaat: { footer: Published by an invented firm } }
";

const SOUTH: &str = "meta: { name: { full: South Counter Ltd, short: South } }
color:
  background: { light: '#fdfdf5', dark: '#101418' }
  primary: { light: '#1d4f91', dark: '#9fc1f0' }
typography: { base: Garamond, headings: { family: Verdana, weight: bold } }
defaults: { portaat: { contact: { label: Ask us, link: 'https://south.example/' } } }
";

/// What may stand in any output, because it is no brand: technical names and what CSS calls its generic fonts.
const NOT_BRAND: &[&str] = &["serif", "sans-serif", "system-ui", "monospace"];

/// All that a brand file says, and the shapes of its logos, as they could be found again in a page or a style sheet.
fn marks(layer: &Layer) -> BTreeSet<String> {
    let text = layer.files.text("_brand.yml").expect("the layer has a brand");
    let mut found = portaat::diagnostics::Diagnostics::default();
    let brand = yaml::parse(&"brand".into(), text, 0, &mut found).expect("the brand can be read");
    let mut marks = BTreeSet::new();
    brand.get("meta").into_iter().for_each(|node| texts(node, &mut marks));
    // A colour is told by its value, and where it has a name of its own, by the property of that name.
    let mut colours = BTreeSet::new();
    brand.get("color").into_iter().for_each(|node| texts(node, &mut colours));
    marks.extend(colours.into_iter().filter(|colour| colour.starts_with('#')));
    let palette = brand.get("color").and_then(|node| node.get("palette"));
    marks.extend(palette.into_iter().flat_map(Node::entries).map(|(key, _)| format!("--brand-{}", key.name)));
    let own = brand.get("defaults").and_then(|node| node.get("portaat"));
    for name in ["contact", "footer", "licence"] {
        own.and_then(|node| node.get(name)).into_iter().for_each(|node| texts(node, &mut marks));
    }
    let mut fonts = BTreeSet::new();
    let interface = own.and_then(|node| node.get("interface_font"));
    brand.get("typography").into_iter().chain(interface).for_each(|node| texts(node, &mut fonts));
    let families = fonts.iter().flat_map(|family| family.split(',')).map(|one| one.trim().trim_matches('"').to_owned());
    marks.extend(families);
    let mut files = BTreeSet::new();
    brand.get("logo").into_iter().for_each(|node| texts(node, &mut files));
    for path in files.iter().filter(|path| path.contains('.')) {
        let name = path.rsplit('/').next().and_then(|name| name.split('.').next()).expect("a file has a name");
        marks.insert(name.to_owned());
        let svg = layer.files.text(path).expect("the logo is there");
        marks.extend(svg.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    marks.retain(|mark| mark.len() > 3 && !NOT_BRAND.contains(&mark.as_str()));
    marks
}

/// Every text below a node.
fn texts(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::Text(text) => drop(found.insert(text.clone())),
        Value::List(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| texts(value, found)),
        _ => {}
    }
}

/// The colours that stand as such in an output.
fn colours(project: &Project, folder: &str) -> BTreeSet<String> {
    let files = project.snapshot(folder);
    let styled = files.iter().filter(|(path, _)| path.ends_with(".css") || path.ends_with(".svg"));
    let mut colours = BTreeSet::new();
    for (_, (bytes, _)) in styled {
        let text = String::from_utf8_lossy(bytes);
        let hex = text.split('#').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_hexdigit()).next().unwrap_or(""));
        colours.extend(hex.filter(|hex| hex.len() == 6).map(|hex| format!("#{hex}")));
    }
    colours
}

/// Nothing of the marks in any file of these folders, whatever kind it is, nor in its name.
#[track_caller]
fn nothing_of(marks: &BTreeSet<String>, project: &Project, editions: &[&str]) {
    let mut found = Vec::new();
    for id in editions {
        let files = project.snapshot(&format!("output/{id}"));
        assert!(files.keys().any(|path| path.starts_with("fi/")) && files.keys().any(|path| path.starts_with("en/")));
        for (path, (bytes, _)) in files {
            let text = String::from_utf8_lossy(&bytes);
            let lower = text.to_lowercase();
            // Colours and names of files may be written either way; words only as they are.
            let is_in = |mark: &&String| {
                text.contains(*mark) || path.contains(*mark) || mark.starts_with('#') && lower.contains(*mark)
            };
            found.extend(marks.iter().filter(is_in).map(|mark| format!("{id}/{path}: {mark}")));
        }
    }
    assert!(
        found.is_empty(),
        "{} of the brand below are left:\n{}",
        found.len(),
        found[..found.len().min(20)].join("\n")
    );
}

/// The README's way: an empty folder, two brand files, one command.
fn two_editions() -> Project {
    let project = Project::empty();
    project.run(["init"]).ends(0);
    for (id, brand) in [("north", NORTH), ("south", SOUTH)] {
        project.run(["init", "--edition", id]).ends(0);
        project.write(&format!("editions/{id}/_brand.yml"), brand);
    }
    project.write(
        "editions/north/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>",
    );
    project
}

#[test]
fn editions_from_two_brand_files_show_nothing_of_the_built_in_brand() {
    let project = two_editions();
    let run = project.run(["build", "--all-editions"]).ends(0);
    assert!(run.last().contains("2 languages, 2 editions"), "{}", run.err);
    project.run(["build"]).ends(0);
    let mut marks = marks(&embedded::handbook());
    // What the built-in brand works out from its colours, found by taking away what an edition with none of them has.
    project.write("editions/plain/_brand.yml", "meta: { name: Plain }\n");
    project.run(["build", "--edition", "plain"]).ends(0);
    let plain = colours(&project, "output/plain");
    let base: BTreeSet<String> =
        ["assets", "fi"].iter().flat_map(|folder| colours(&project, &format!("output/{folder}"))).collect();
    marks.extend(base.difference(&plain).cloned());
    // What is looked for stands where nothing was replaced; the full name has no place there but is a name all the same.
    let files = ["fi", "assets"].map(|folder| project.snapshot(&format!("output/{folder}")));
    let files = files.iter().flatten().map(|(path, (bytes, _))| format!("{path}\n{}", String::from_utf8_lossy(bytes)));
    let shown: String = files.collect();
    let drawn = "M1 20.5h5v-5h5.5v-5h5.5v-5h5.5v-5";
    for mark in
        ["Portaat", "#13564a", "#8acdb9", "#9a3616", "#f2a98c", drawn, "mark-light", "Iowan Old Style", "Segoe UI"]
    {
        assert!(marks.contains(mark), "{mark} is not looked for in {marks:?}");
        assert!(shown.contains(mark), "{mark} is looked for and stands nowhere");
    }
    assert!(marks.contains("Portaat-käsikirja"), "{marks:?}");
    nothing_of(&marks, &project, &["north", "south", "plain"]);
}

/// A project's own brand that is not to be inherited leaves no more behind, not even under the edition of this
/// repository, which uses everything an edition can.
#[test]
fn editions_show_nothing_of_the_projects_own_brand() {
    let project = two_editions();
    let brand = "meta: { name: Tallow House, link: 'https://tallow.example/' }
logo: assets/tallow.svg
color: { palette: { moss: '#3b5d21' }, background: '#fbf7ee', foreground: '#20261b', primary: { light: moss, dark: '#b4d596' } }
typography: { base: Bookerly, headings: 'Tallow Display' }
defaults: { portaat: { inherit: false, contact: { label: Write to Tallow, link: 'mailto:desk@tallow.example' }, footer: A line of Tallow, targets: { flow: 5 } } }
";
    project.write("content/_brand.yml", brand);
    project.write(
        "content/assets/tallow.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 2h7v6z\"/></svg>",
    );
    let own = portaat::files::read_tree(&repository("editions/esimerkki")).expect("the example");
    for (path, bytes) in own.0 {
        project.write(&format!("editions/esimerkki/{path}"), bytes);
    }
    project.run(["build", "--all-editions"]).ends(0);
    let layer = Layer::new("content/", portaat::files::read_tree(&project.path("content")).expect("the project"));
    let mut marks = self::marks(&layer);
    marks.extend(self::marks(&embedded::handbook()));
    assert!(
        ["tallow", "#3b5d21", "--brand-moss", "M1 2h7v6z", "Bookerly", "mailto:desk@tallow.example"]
            .iter()
            .all(|mark| marks.contains(*mark)),
        "{marks:?}"
    );
    nothing_of(&marks, &project, &["north", "south", "esimerkki"]);
    assert!(!project.read("output/north/fi/arvio/tulos/index.html").contains("data-target"));
}
