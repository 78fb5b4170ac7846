//! The card of each language, for links that are shared elsewhere. Elsewhere needs an address, so without one there is none.

use rayon::prelude::*;

use crate::brand::Role;
use crate::card::{self, Card};
use crate::files::Bytes;
use crate::memory::{self, Key, Memory};
use crate::site::Book;

use super::Inputs;
use super::assets::Assets;

pub(super) fn add(assets: &mut Assets, inputs: &Inputs, memory: &Memory) {
    if inputs.site.config.base_url.is_none() || !inputs.theme.plan.card {
        return;
    }
    let font = letters(inputs);
    let drawn = |book: &Book| {
        let card = card(inputs, book, font);
        let png = memory.keep(|| key(&card), || Bytes::from(card::png(&card)));
        (book.lang.clone(), Bytes::clone(&png))
    };
    let cards: Vec<_> = inputs.site.books.par_iter().map(drawn).collect();
    for (lang, png) in cards {
        assets.add_card(&lang, png);
    }
}

/// The brand's own font file.
fn letters<'a>(inputs: &Inputs<'a>) -> Option<&'a [u8]> {
    let path = inputs.site.brand.letters()?;
    let layer = inputs.sources.winners().remove(path)?;
    layer.files.0.get(path).map(|bytes| &**bytes)
}

fn card<'a>(inputs: &Inputs<'a>, book: &Book, font: Option<&'a [u8]>) -> Card<'a> {
    let (brand, config) = (&inputs.site.brand, &inputs.site.config);
    let (name, full) = (brand.name(config, &book.lang), brand.full_name(config, &book.lang));
    let own_site = || brand.home.as_deref().map(host).unwrap_or_default();
    Card {
        name,
        line: inputs.theme.strings.text(&book.lang, "home.line"),
        publisher: if full == name { own_site() } else { full },
        ground: brand.schemes.light.role(Role::Cover),
        ink: brand.schemes.light.role(Role::OnCover),
        font,
    }
}

/// An address as one says it: without scheme and path.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().trim_start_matches("www.")
}

fn key(card: &Card) -> Key {
    let mut inputs = memory::Inputs::of("card").with(card.name).with(card.line).with(card.publisher);
    inputs.add_shown(&(card.ground, card.ink));
    inputs.add(card.font.unwrap_or_default());
    inputs.key()
}
