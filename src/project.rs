//! A project folder: `content/`, `editions/<id>/`, `themes/<name>/`, and the stacks of layers made of them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config;
use crate::diagnostics::{Diagnostics, Place};
use crate::embedded;
use crate::files::{Error, Files, Seen, read_tree_again};
use crate::layers::{Layer, Sources};
use crate::theme::Themes;

/// Everything the program reads of a project, once.
#[derive(Debug)]
pub struct Project {
    built_in: Arc<Layer>,
    content: Arc<Layer>,
    editions: BTreeMap<String, Arc<Layer>>,
    pub themes: Themes,
}

/// Reads the project in `folder`.
///
/// # Errors
/// There is no `content/handbook.yaml`, or something cannot be read.
pub fn read(folder: &Path) -> Result<Project, Error> {
    read_again(folder, &mut Seen::default())
}

/// As [`read`], without reading again what `seen` knows.
///
/// # Errors
/// There is no `content/handbook.yaml`, or something cannot be read.
pub fn read_again(folder: &Path, seen: &mut Seen) -> Result<Project, Error> {
    let content = read_tree_again(&within(folder, "content"), seen)?;
    if !content.0.contains_key(config::FILE) {
        let why = io::Error::new(io::ErrorKind::NotFound, "`portaat init` starts a project");
        return Err(Error::new("find a handbook: there is no", &within(folder, "content").join(config::FILE), why));
    }
    let editions = children(&read_tree_again(&within(folder, "editions"), seen)?);
    let layers =
        editions.into_iter().map(|(id, files)| (id.clone(), Arc::new(Layer::new(&format!("editions/{id}/"), files))));
    let own = children(&read_tree_again(&within(folder, "themes"), seen)?);
    Ok(Project {
        built_in: Arc::new(embedded::handbook()),
        content: Arc::new(Layer::new("content/", content)),
        editions: layers.collect(),
        themes: Themes {
            default: embedded::theme(),
            own: own.into_iter().filter(|(name, _)| name != "default").collect(),
        },
    })
}

/// A folder of the project, without the `./` that nobody types.
#[must_use]
pub fn within(project: &Path, name: &str) -> PathBuf {
    if project == Path::new(".") { PathBuf::from(name) } else { project.join(name) }
}

fn children(files: &Files) -> BTreeMap<String, Files> {
    let names = files.0.keys().filter_map(|path| path.split_once('/')).map(|(name, _)| name.to_owned());
    names.map(|name| (name.clone(), files.below(&name))).collect()
}

impl Project {
    /// The ids of the editions there are.
    #[must_use]
    pub fn editions(&self) -> Vec<&str> {
        self.editions.keys().map(String::as_str).collect()
    }

    /// Where the base and the editions say that they are published.
    #[must_use]
    pub fn addresses(&self) -> Vec<(Option<String>, String)> {
        let stacks = [None].into_iter().chain(self.editions.keys().map(|id| Some(id.as_str())));
        let address = |edition: Option<&str>| {
            let layers = [Some(&self.content), edition.and_then(|id| self.editions.get(id))];
            let layers = layers.into_iter().flatten().cloned().collect();
            config::address(&Sources { layers, edition: edition.map(str::to_owned) }, None, &mut Diagnostics::default())
        };
        stacks.filter_map(|edition| Some((edition.map(str::to_owned), address(edition)?))).collect()
    }

    /// The stack of the base, or of an edition of this id.
    #[must_use]
    pub fn sources(&self, edition: Option<&str>, diagnostics: &mut Diagnostics) -> Option<Sources> {
        let mut layers = Vec::new();
        if self.extends_built_in(diagnostics) {
            layers.push(Arc::clone(&self.built_in));
        }
        layers.push(Arc::clone(&self.content));
        if let Some(id) = edition {
            let Some(layer) = self.editions.get(id) else {
                let place = Place::file(&format!("editions/{id}"));
                diagnostics.error(&place, format!("there is no edition `{id}`")).nearest(id, self.editions());
                return None;
            };
            self.check_id(id, diagnostics);
            layers.push(Arc::clone(layer));
        }
        Some(Sources { layers, edition: edition.map(str::to_owned) })
    }

    fn extends_built_in(&self, diagnostics: &mut Diagnostics) -> bool {
        let node = self.content.yaml(config::FILE, &mut Diagnostics::default());
        let Some(node) = node else {
            return false; // it cannot be read: that is the one thing to say
        };
        let Some(extends) = node.get("extends") else {
            return true;
        };
        match extends.text() {
            Some("none") => false,
            Some("builtin") => true,
            other => {
                let written = other.unwrap_or("that");
                diagnostics
                    .error(&extends.place, format!("a handbook cannot extend `{written}`"))
                    .nearest(written, ["builtin", "none"]);
                true
            }
        }
    }

    /// An edition's folder in the output must not be taken for a language or for one of the base's own.
    fn check_id(&self, id: &str, diagnostics: &mut Diagnostics) {
        if let Err(why) = check_edition_id(id) {
            diagnostics.error(&Place::file(&format!("editions/{id}")), why).hint("rename the folder");
        }
        let config = self.content.yaml(config::FILE, &mut Diagnostics::default());
        let languages =
            config.as_ref().and_then(|node| node.get("languages")).map(|node| serde_json::json!(node).to_string());
        if languages.is_some_and(|languages| languages.contains(&format!("\"{id}\""))) {
            diagnostics
                .error(&Place::file(&format!("editions/{id}")), format!("`{id}` is a language of this handbook"))
                .hint("rename the folder");
        }
    }
}

/// Names the base writes at the top of its output.
const TAKEN: &[&str] = &["assets", "print", "index", "robots", "sitemap", "search"];

/// `^[a-z][a-z0-9-]+$`, no language and no name of ours.
///
/// # Errors
/// Why the id cannot be used.
pub fn check_edition_id(id: &str) -> Result<(), String> {
    let is_plain = id.starts_with(|first: char| first.is_ascii_lowercase()) && crate::address::is_slug(id);
    if !is_plain || id.len() < 2 {
        return Err(format!("`{id}` cannot be the id of an edition: use a–z, digits and hyphens, a letter first"));
    }
    let is_language = id.len() <= 3 && id.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_language {
        return Err(format!("`{id}` cannot be the id of an edition: two or three letters are a language"));
    }
    if TAKEN.contains(&id) {
        return Err(format!("`{id}` cannot be the id of an edition: the base writes a file or folder of that name"));
    }
    Ok(())
}
