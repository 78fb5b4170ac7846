//! What stands outside the book: the choice of language, earlier addresses and the page for lost readers.

use serde::Serialize;
use tera::Context;

use crate::address::relative;
use crate::diagnostics::Diagnostics;
use crate::files::Files;
use crate::theme::{self, Needs};

use super::links::{self, absolute};
use super::value::{escaped, view};
use super::{LOST, Shelf};

/// One policy for every page: nothing from elsewhere, nothing inline.
pub(super) const POLICY: &str = "default-src 'self'; connect-src 'self'";

#[derive(Serialize)]
struct Choice<'a> {
    lang: &'a str,
    name: &'a str,
    href: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct ChoiceView {
    head_html: String,
}

pub(super) fn add(files: &mut Files, shelves: &[Shelf], diagnostics: &mut Diagnostics) {
    let Some(first) = shelves.first() else {
        return;
    };
    for made in [choice(shelves), lost(first)] {
        match made {
            Ok((address, html)) => files.insert(address, html),
            Err(error) => theme::report(&error, &first.site.config.theme, diagnostics),
        }
    }
    for shelf in shelves {
        add_aliases(files, shelf);
    }
    files.insert(".nojekyll", "");
}

/// Several languages are offered; a single one is gone to at once.
fn choice(shelves: &[Shelf]) -> Result<(String, String), Box<tera::Error>> {
    let home = |shelf: &Shelf| shelf.book.address(&crate::address::PageId::new("index")).unwrap_or_default().to_owned();
    if let [only] = shelves {
        let name = only.site.brand.name(&only.site.config, only.lang());
        return Ok(("index.html".to_owned(), redirect(only, &home(only), &home(only), name)));
    }
    let homes: Vec<String> = shelves.iter().map(home).collect();
    let choices = shelves.iter().zip(&homes).map(|(shelf, href)| Choice {
        lang: &shelf.book.lang.0,
        name: &shelf.language.name,
        href,
        title: shelf.site.brand.name(&shelf.site.config, shelf.lang()),
    });
    let first = &shelves[0];
    let needs = first.theme.plan.needs(&["choice"]);
    let scripts: Vec<String> = needs.scripts.iter().filter(|name| *name != "core.js").cloned().collect();
    let mut context = Context::new();
    context.insert_value("choices", view(&choices.collect::<Vec<_>>()));
    context.insert_value("page", view(&ChoiceView { head_html: links::choice(shelves) }));
    context.insert_value("site", first.site_view(None, "index.html", &needs));
    context.insert_value("scripts", view(&first.hrefs(&scripts, "index.html", "")));
    Ok(("index.html".to_owned(), first.render("choice.html", &context)?))
}

/// A page outside the book.
#[derive(Serialize)]
pub(super) struct OutsideView<'a> {
    id: &'a str,
    kind: &'a str,
    lang: &'a str,
    head_title: String,
    description: &'a str,
    scripts: Vec<String>,
    later: Vec<String>,
    head_html: &'a str,
    model_json_html: &'a str,
    strings_json_html: &'a str,
}

impl<'a> OutsideView<'a> {
    pub fn of(shelf: &'a Shelf, id: &'a str, title: &str, from: &str, needs: &Needs) -> Self {
        let name = shelf.site.brand.name(&shelf.site.config, shelf.lang());
        Self {
            id,
            kind: "page",
            lang: &shelf.book.lang.0,
            head_title: format!("{} – {name}", shelf.text(title)),
            description: "",
            scripts: shelf.hrefs(&needs.scripts, from, ""),
            later: shelf.hrefs(&needs.later, from, ""),
            head_html: "",
            model_json_html: "",
            strings_json_html: "",
        }
    }
}

/// Shown under any address, so its links are absolute when the site's path is known.
fn lost(shelf: &Shelf) -> Result<(String, String), Box<tera::Error>> {
    let needs = shelf.theme.plan.needs(&["home"]);
    let page = OutsideView::of(shelf, "404", "notfound.title", LOST, &needs);
    let mut context = Context::new();
    context.insert_value("page", view(&page));
    context.insert_value("site", shelf.site_view(None, LOST, &needs));
    context.insert_value("t", shelf.texts.clone());
    Ok((LOST.to_owned(), shelf.render("404.html", &context)?))
}

fn add_aliases(files: &mut Files, shelf: &Shelf) {
    for placed in shelf.book.pages.values().filter(|placed| placed.page.lang == shelf.book.lang) {
        for alias in &placed.page.meta.aliases {
            let address = format!("{}/{}/index.html", shelf.book.lang, alias.value.trim_matches('/'));
            let to = relative(&address, &placed.address);
            files.insert(address, redirect(shelf, &to, &placed.address, &shelf.filled(&placed.page.title)));
        }
    }
}

/// The portable form of a redirect: it works on every host and from a disk. With an address it names the page it leads to
/// as the one to remember; without, it asks not to be remembered.
fn redirect(shelf: &Shelf, to: &str, address: &str, title: &str) -> String {
    let (lang, to, title) = (&shelf.book.lang, escaped(to), escaped(title));
    let found = shelf.site.config.base_url.as_ref().map_or_else(
        || "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        |base| format!("<link rel=\"canonical\" href=\"{}\">", escaped(&absolute(base, address))),
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<meta http-equiv=\"refresh\" content=\"0; url={to}\">\n{found}\n</head>\n<body><p><a href=\"{to}\">{title}</a></p></body>\n</html>\n"
    )
}
