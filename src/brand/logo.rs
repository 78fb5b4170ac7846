//! Logos: names of `images` or paths, for three sizes and two schemes, each checked to be there.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{At, TextOr};

use super::authored::{LogoFile, Picture, SlotFile};

/// An image file of the layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub path: String,
    pub alt: String,
}

/// `light` is for light backgrounds, `dark` for dark ones; where a brand has one, both are that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub light: Image,
    pub dark: Image,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logo {
    pub small: Option<Slot>,
    pub medium: Option<Slot>,
    pub large: Option<Slot>,
}

impl Logo {
    /// For the head of a page.
    #[must_use]
    pub fn header(&self) -> Option<&Slot> {
        self.small.as_ref().or(self.medium.as_ref()).or(self.large.as_ref())
    }

    #[must_use]
    pub fn icon(&self) -> Option<&Image> {
        self.small.as_ref().map(|slot| &slot.light)
    }

    #[must_use]
    pub fn images(&self) -> Vec<&Image> {
        let slots = [&self.small, &self.medium, &self.large];
        slots.into_iter().flatten().flat_map(|slot| [&slot.light, &slot.dark]).collect()
    }
}

pub(super) fn resolve(logo: Option<&At<TextOr<LogoFile>>>, sources: &Sources, diagnostics: &mut Diagnostics) -> Logo {
    let Some(logo) = logo else {
        return Logo::default();
    };
    let none = BTreeMap::new();
    let images = if let TextOr::Full(file) = &logo.value { &file.images } else { &none };
    let mut finder = Finder { images, sources, diagnostics };
    match &logo.value {
        TextOr::Text(path) => everywhere(finder.image(path, None, &logo.place)),
        TextOr::Full(LogoFile { path: Some(path), alt, .. }) => {
            everywhere(finder.image(path, alt.as_deref(), &path.place))
        }
        TextOr::Full(file) => Logo {
            small: file.small.as_ref().and_then(|slot| finder.slot(slot)),
            medium: file.medium.as_ref().and_then(|slot| finder.slot(slot)),
            large: file.large.as_ref().and_then(|slot| finder.slot(slot)),
        },
    }
}

fn everywhere(image: Option<Image>) -> Logo {
    let slot = image.map(|image| Slot { light: image.clone(), dark: image });
    Logo { small: slot.clone(), medium: slot.clone(), large: slot }
}

struct Finder<'a> {
    images: &'a BTreeMap<String, At<TextOr<Picture>>>,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Finder<'_> {
    fn slot(&mut self, slot: &At<TextOr<SlotFile>>) -> Option<Slot> {
        let (light, dark) = match &slot.value {
            TextOr::Text(name) => (self.image(name, None, &slot.place), None),
            TextOr::Full(SlotFile { path: Some(path), alt, .. }) => {
                (self.image(path, alt.as_deref(), &path.place), None)
            }
            TextOr::Full(file) => (self.picture(file.light.as_ref()), self.picture(file.dark.as_ref())),
        };
        let light = light.or_else(|| dark.clone())?;
        Some(Slot { dark: dark.unwrap_or_else(|| light.clone()), light })
    }

    fn picture(&mut self, picture: Option<&At<TextOr<Picture>>>) -> Option<Image> {
        let picture = picture?;
        match &picture.value {
            TextOr::Text(name) => self.image(name, None, &picture.place),
            TextOr::Full(full) => self.file(&full.path.value, full.alt.as_deref(), &full.path.place),
        }
    }

    /// The name of one of `images`, else a path.
    fn image(&mut self, name: &str, alt: Option<&str>, place: &Place) -> Option<Image> {
        match self.images.get(name) {
            None => self.file(name, alt, place),
            Some(At { value: TextOr::Text(path), place }) => self.file(path, alt, place),
            Some(At { value: TextOr::Full(full), .. }) => {
                let alt = alt.or(full.alt.as_deref());
                self.file(&full.path.value, alt, &full.path.place)
            }
        }
    }

    fn file(&mut self, path: &str, alt: Option<&str>, place: &Place) -> Option<Image> {
        if path.contains("://") {
            let message = format!("the logo `{path}` would be fetched from another site");
            self.diagnostics.error(place, message).hint("copy the image beside the brand file and name its path");
            return None;
        }
        let clean = crate::address::resolve("", path);
        if let Some(clean) =
            clean.filter(|path| self.sources.layers.iter().any(|layer| layer.files.0.contains_key(path)))
        {
            return Some(Image { path: clean, alt: alt.unwrap_or_default().to_owned() });
        }
        let images = self.sources.layers.iter().flat_map(|layer| layer.files.0.keys()).filter(|path| is_image(path));
        let finding = self.diagnostics.error(place, format!("there is no logo `{path}`"));
        finding.nearest(path, images.map(String::as_str));
        finding.or_hint("put the image beside the brand file and name its path from there");
        None
    }
}

/// A file a browser shows as a picture.
fn is_image(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, end)| matches!(end, "svg" | "png" | "jpg" | "jpeg" | "webp" | "avif" | "gif"))
}
