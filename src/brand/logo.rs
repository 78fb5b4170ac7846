//! Logos: names of `images` or paths, for three sizes and two schemes, each checked to be there.
//!
//! A brand file is often written for another tool. What that tool would fetch from elsewhere we do not: the logo is left
//! out and its author told, because a handbook without one is better than none.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{At, TextOr};

use super::authored::{LogoFile, Picture, SlotFile};
use super::size::{active_part, is_svg, size};

/// An image file of the layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub path: String,
    pub alt: String,
    /// Width and height, where the file says them.
    pub size: Option<(u32, u32)>,
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
    /// One logo for everything: it is not shown twice on a page.
    pub is_single: bool,
}

impl Image {
    /// A picture wider than twice its height is taken for the name, drawn.
    #[must_use]
    pub fn is_wordmark(&self) -> bool {
        self.size.is_some_and(|(width, height)| width > 2 * height)
    }
}

impl Logo {
    /// For the head of a page.
    #[must_use]
    pub fn header(&self) -> Option<&Slot> {
        self.medium.as_ref().or(self.small.as_ref()).or(self.large.as_ref())
    }

    /// For the cover, when the brand has one for large places.
    #[must_use]
    pub fn cover(&self) -> Option<&Slot> {
        self.large.as_ref().filter(|large| !self.is_single && self.header() != Some(large))
    }

    /// For the tab of a browser: the small one, else another that is not too wide for it.
    #[must_use]
    pub fn icon(&self) -> Option<&Slot> {
        let others = [&self.medium, &self.large].into_iter().flatten().filter(|slot| !slot.light.is_wordmark());
        self.small.as_ref().or(others.into_iter().next())
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
            is_single: false,
        },
    }
}

fn everywhere(image: Option<Image>) -> Logo {
    let slot = image.map(|image| Slot { light: image.clone(), dark: image });
    Logo { small: slot.clone(), medium: slot.clone(), large: slot, is_single: true }
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
            let message = format!("the logo `{path}` would be fetched from another site, so it is not shown");
            self.diagnostics.warning(place, message).hint("copy the image beside the brand file and name its path");
            return None;
        }
        let Some(clean) = crate::address::resolve("", path) else {
            let message = format!("the logo `{path}` leads out of the folder of the brand file");
            self.diagnostics.error(place, message).hint("copy the image beside the brand file and name its path");
            return None;
        };
        let mut layers = self.sources.layers.iter().rev();
        let Some(bytes) = layers.find_map(|layer| layer.files.0.get(&clean)) else {
            self.missing(path, place);
            return None;
        };
        let size = self.checked(&clean, bytes, place);
        Some(Image { path: clean, alt: alt.unwrap_or_default().to_owned(), size })
    }

    fn missing(&mut self, path: &str, place: &Place) {
        let images = self.sources.layers.iter().flat_map(|layer| layer.files.0.keys()).filter(|path| is_image(path));
        let finding = self.diagnostics.error(place, format!("there is no logo `{path}`"));
        finding.nearest(path, images.map(String::as_str));
        finding.or_hint("put the image beside the brand file and name its path from there");
    }

    /// The picture's size. A drawing that runs something is refused: opened by itself it would run on the reader's site.
    fn checked(&mut self, path: &str, bytes: &[u8], place: &Place) -> Option<(u32, u32)> {
        if let Some(part) = active_part(bytes).filter(|_| is_svg(path)) {
            let finding = self.diagnostics.error(place, format!("the logo `{path}` holds {part}"));
            finding.hint("save it as a plain SVG: shapes and colours only");
        }
        let found = size(path, bytes);
        let is_drawing = is_svg(path) && String::from_utf8_lossy(bytes).contains("<svg");
        if found.is_none() && !is_drawing {
            let finding = self.diagnostics.warning(place, format!("the logo `{path}` cannot be read as a picture"));
            finding.hint("is it a whole SVG, PNG, JPEG, WebP, GIF or AVIF file?");
        }
        found
    }
}

/// A file a browser shows as a picture.
fn is_image(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, end)| matches!(end, "svg" | "png" | "jpg" | "jpeg" | "webp" | "avif" | "gif"))
}
