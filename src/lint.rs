//! What the layers over the built-in handbook get wrong together and a reader would notice late: a name from below that
//! still shows, an override that changes nothing, half a translation, a link back to somebody else's edition, a file
//! nobody uses.
//!
//! Asked for by `check` only, as warnings about the project's own layers; what is wrong with a single file is reported
//! by whoever reads it.

mod assets;
mod languages;
mod links;
mod names;
mod overrides;
mod stray;
mod values;

use crate::diagnostics::Diagnostics;
use crate::layers::{Layer, Sources};
use crate::site::Site;
use crate::theme::Theme;

/// An address at which something of the project is published, and whose it is (`None`: the base).
pub type Address = (Option<String>, String);

/// Everything the checks look at.
struct Edition<'a> {
    site: &'a Site,
    theme: &'a Theme,
    sources: &'a Sources,
}

/// Looks at the project's own layers of a stack. `addresses` are those of the whole project.
pub fn check(site: &Site, theme: &Theme, sources: &Sources, addresses: &[Address], diagnostics: &mut Diagnostics) {
    let edition = Edition { site, theme, sources };
    names::check(&edition, diagnostics);
    overrides::check(&edition, diagnostics);
    values::check(&edition, diagnostics);
    stray::check(&edition, diagnostics);
    languages::check(&edition, diagnostics);
    links::check(site, addresses, diagnostics);
    assets::check(&edition, diagnostics);
}

impl Edition<'_> {
    /// The layers somebody here writes, each with the stack below it.
    fn own(&self) -> impl Iterator<Item = (&Layer, Sources)> {
        let below = |at: usize| Sources { layers: self.sources.layers[..at].to_vec(), edition: None };
        let layers = self.sources.layers.iter().enumerate();
        layers.filter(|(_, layer)| !layer.is_built_in()).map(move |(at, layer)| (&**layer, below(at)))
    }

    fn languages(&self) -> impl Iterator<Item = &str> {
        self.site.config.languages.iter().map(|language| &*language.lang.0)
    }

    /// The language folder of a path that is in one, and the path below it.
    fn in_language<'p>(&self, path: &'p str) -> Option<(&'p str, &'p str)> {
        path.split_once('/').filter(|(first, _)| self.languages().any(|lang| lang == *first))
    }

    /// A page's language and id, by its path.
    fn page<'p>(&self, path: &'p str) -> Option<(&'p str, &'p str)> {
        let (lang, below) = self.in_language(path)?;
        Some((lang, below.strip_suffix(".md")?)).filter(|(_, id)| !id.split('/').any(|part| part.starts_with('_')))
    }
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| endings.contains(&end.to_ascii_lowercase().as_str()))
}

const FONTS: &[&str] = &["woff2", "woff", "ttf", "otf", "eot"];
const IMAGES: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];
