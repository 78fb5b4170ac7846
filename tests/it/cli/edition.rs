//! A consultant's edition of the built-in handbook, through the command.

use crate::support::{Case, Project};

const BRAND: &str = "meta: { name: Acme }
logo: logo.svg
color:
  palette: { plum: '#7b2d52' }
  primary: plum
defaults: { portaat: { footer: Published by Acme } }
";

fn built() -> Project {
    let project = Project::empty();
    project.run(["init"]).ends(0);
    project.run(["init", "--edition", "acme"]).ends(0);
    project.write("editions/acme/_brand.yml", BRAND);
    project.write("editions/acme/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    project.run(["build", "--edition", "acme"]).ends(0);
    project
}

#[test]
fn its_own_name_colour_logo_and_line_stand_on_every_page_of_both_languages() {
    let project = built();
    let files = project.snapshot("output/acme");
    let is_page = |path: &&String| path.ends_with("index.html") && path.contains('/');
    let pages: Vec<&String> = files.keys().filter(is_page).collect();
    assert!(pages.len() >= 34 && pages.iter().any(|path| path.starts_with("fi/")));
    for path in pages {
        let text = project.read(&format!("output/acme/{path}"));
        assert!(text.contains("<span>Acme</span>") && text.contains("<p>Published by Acme</p>"), "{path}");
        assert!(text.contains("assets/logo."), "{path}");
    }
    let brand = files.keys().find(|path| path.starts_with("assets/site.")).expect("a style sheet of the brand");
    assert!(project.read(&format!("output/acme/{brand}")).contains("#7b2d52"));
}

#[test]
fn the_base_is_not_built_beside_it() {
    let project = built();
    assert!(!project.has("output/index.html") && !project.has("output/fi"));
    assert!(project.has("output/acme/index.html") && project.has("output/acme/portaat-manifest.json"));
}

#[test]
fn base_and_editions_live_in_one_output_folder() {
    let project = built();
    project.run(["build"]).ends(0);
    project.run(["build", "--all-editions"]).ends(0);
    assert!(project.has("output/fi/index.html") && project.has("output/acme/fi/index.html"));
    let run = project.run(["build"]).ends(0);
    assert!(run.last().contains(" 0 files written "), "{}", run.err);
    assert!(project.has("output/acme/fi/index.html"), "the base leaves the editions alone");
}

#[test]
fn an_edition_without_an_address_has_the_projects_and_its_id() {
    let project = built();
    project.run(["build", "--edition", "acme", "--base-url", "https://example.org"]).ends(0);
    assert!(project.read("output/acme/sitemap.xml").contains("<loc>https://example.org/acme/en/</loc>"));
    project.write("editions/acme/handbook.yaml", "base_url: https://acme.example/\n");
    project.run(["build", "--edition", "acme", "--base-url", "https://example.org"]).ends(0);
    assert!(project.read("output/acme/sitemap.xml").contains("<loc>https://acme.example/en/</loc>"));
}

/// The project's brand says that it is not to be inherited; where its files lie changes nothing about that.
#[test]
fn the_logo_of_a_dropped_brand_is_not_published_even_from_the_assets() {
    let base = "meta: { name: Base }\nlogo: assets/base.svg\ndefaults: { portaat: { inherit: false } }\n";
    let project = Case::new()
        .file("content/_brand.yml", base)
        .file("content/assets/base.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("content/assets/plan.txt", "A plan everybody may use.\n")
        .edition("acme", "_brand.yml", "meta: { name: Acme }\n")
        .project();
    project.run(["build", "--edition", "acme"]).ends(0);
    let files = project.snapshot("output/acme");
    let is_there = |name: &str| files.keys().any(|path| path.starts_with(&format!("assets/{name}.")));
    assert!(is_there("plan") && !is_there("base"), "{:?}", files.keys());
}
