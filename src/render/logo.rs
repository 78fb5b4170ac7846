//! The brand's pictures: in the head of pages, on the cover, in the tab.

use crate::brand::{Image, Slot};

use super::Shelf;
use super::value::escaped;

/// The logo in the head, and whether the name still has to stand beside it.
pub(super) fn header(shelf: &Shelf, name: &str, from: &str) -> (String, bool) {
    let Some(slot) = shelf.site.brand.logo.header() else {
        return (String::new(), true);
    };
    let speaks = slot.light.is_wordmark();
    (pair(shelf, slot, if speaks { Some(name) } else { None }, from), !speaks)
}

/// The logo for large places, as it stands on the cover.
pub(super) fn cover(shelf: &Shelf, name: &str, from: &str) -> String {
    shelf.site.brand.logo.cover().map(|slot| pair(shelf, slot, Some(name), from)).unwrap_or_default()
}

/// Links to the icon, for each scheme where they differ.
pub(super) fn icons(shelf: &Shelf, from: &str) -> String {
    let Some(Slot { light, dark }) = shelf.site.brand.logo.icon() else {
        return String::new();
    };
    let link = |image: &Image, media: &str| {
        let href = shelf.assets.href(&shelf.up(from), &image.path).unwrap_or_default();
        format!("<link rel=\"icon\" href=\"{}\"{media}>", escaped(&href))
    };
    if light == dark {
        return link(light, "");
    }
    // The last one that suits is taken; one that knows no schemes takes the first.
    link(light, "") + "\n" + &link(dark, " media=\"(prefers-color-scheme: dark)\"")
}

/// Both versions of a logo: which is shown, the style sheet decides. `name` is read out where the picture is the name.
fn pair(shelf: &Shelf, slot: &Slot, name: Option<&str>, from: &str) -> String {
    if slot.light == slot.dark {
        return image(shelf, &slot.light, name, "", from);
    }
    image(shelf, &slot.light, name, " class=\"on-light\"", from)
        + &image(shelf, &slot.dark, name, " class=\"on-dark\"", from)
}

fn image(shelf: &Shelf, image: &Image, name: Option<&str>, class: &str, from: &str) -> String {
    let href = shelf.assets.href(&shelf.up(from), &image.path).unwrap_or_default();
    let size = image.size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\"")).unwrap_or_default();
    let alt = name.map_or("", |name| if image.alt.is_empty() { name } else { &image.alt });
    format!("<img src=\"{}\" alt=\"{}\"{size}{class}>", escaped(&href), escaped(alt))
}
