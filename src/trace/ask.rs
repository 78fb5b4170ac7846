//! What was asked for: a key, a page or a file, perhaps with a language or the name of a file in front.

use crate::config::{self, Config};
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::page;
use crate::theme::Themes;
use crate::yaml::leaves;

use super::stack::{Stack, Standing, of_file, of_theme, of_value};
use super::{COMMON, Document, SPOKEN, documents, folder, theme_folders};

/// `fi:theses/flow`, `brand:color.primary`, `fi/strings:nav.next`: all that stands before the colon narrows the search.
#[derive(Clone, Copy)]
struct Asked<'a> {
    lang: Option<&'a str>,
    file: Option<&'static str>,
    key: &'a str,
}

/// Everything of that name, with its layers. Without a prefix, every language and every file is asked. `None`: nothing
/// is called so, and that is reported.
pub fn explain(sources: &Sources, themes: &Themes, asked: &str, diagnostics: &mut Diagnostics) -> Option<Vec<Stack>> {
    let config = config::parse(sources, None, diagnostics)?;
    let around = Around { sources, themes, config: &config, documents: documents(sources, themes, &config) };
    let narrowed = around.narrowed(asked, diagnostics)?;
    let found = around.find(narrowed);
    let found = if found.is_empty() { around.borrowed(narrowed) } else { found };
    if found.is_empty() {
        let place = Place::file(folder(&sources.top().shown));
        let finding = diagnostics.error(&place, format!("nothing here is called `{asked}`"));
        let known = around.known();
        match known.iter().find(|name| name.rsplit(['/', '.']).next() == Some(narrowed.key)) {
            Some(name) => finding.hint(format!("did you mean `{name}`?")),
            None => finding.nearest(narrowed.key, known.iter().map(String::as_str)),
        }
        finding.or_hint("write a key like `color.primary`, a page like `fi:theses/flow` or a file of the theme");
        return None;
    }
    Some(found)
}

struct Around<'a> {
    sources: &'a Sources,
    themes: &'a Themes,
    config: &'a Config,
    documents: Vec<Document>,
}

impl Around<'_> {
    fn narrowed<'k>(&self, asked: &'k str, diagnostics: &mut Diagnostics) -> Option<Asked<'k>> {
        let Some((prefix, key)) = asked.split_once(':') else {
            return Some(Asked { lang: None, file: None, key: asked });
        };
        let mut narrowed = Asked { lang: None, file: None, key };
        for part in prefix.split('/') {
            let name = part.trim_start_matches('_').split('.').next().unwrap_or_default();
            if languages(self.config).any(|lang| lang == part) {
                narrowed.lang = Some(part);
            } else if let Some(file) = file_names().find(|file| *file == name) {
                narrowed.file = Some(file);
            } else {
                let place = Place::file(folder(&self.sources.top().shown));
                let finding = diagnostics.error(&place, format!("`{part}` is neither a language nor a file with keys"));
                let known: [Vec<&str>; 2] = [languages(self.config).collect(), file_names().collect()];
                finding.nearest(name, known.concat());
                return None;
            }
        }
        Some(narrowed)
    }

    fn find(&self, asked: Asked) -> Vec<Stack> {
        let mut found = self.files(asked);
        let is_wanted = |one: &&Document| {
            let of_language = one.lang.as_ref().is_some_and(|lang| asked.lang == Some(&*lang.0));
            (asked.lang.is_none() || of_language) && asked.file.is_none_or(|file| file == one.name)
        };
        for document in self.documents.iter().filter(is_wanted) {
            found.extend(of_value(document, asked.key).map(|stack| self.with_address(stack)));
            if document.path == asked.key && asked.lang.is_none() {
                found.extend(of_value(document, ""));
            }
        }
        found
    }

    /// Pages of that id; without a prefix also any file of that path, in the layers and in the theme.
    fn files(&self, asked: Asked) -> Vec<Stack> {
        if asked.file.is_some() {
            return Vec::new();
        }
        let id = asked.key.trim_end_matches(".md");
        let wanted = languages(self.config).filter(|lang| asked.lang.is_none_or(|only| only == *lang));
        let page = |lang: &str| {
            let stack = of_file(self.sources, &format!("{lang}/{id}.md"))?;
            Some(Stack { lang: Some(lang.to_owned()), key: format!("{lang}:{id}"), ..stack })
        };
        let mut found: Vec<Stack> = wanted.filter_map(page).collect();
        if asked.lang.is_none() && !self.documents.iter().any(|one| one.path == asked.key) {
            found.extend(of_file(self.sources, asked.key));
            found.extend(of_theme(&theme_folders(self.themes, &self.config.theme), asked.key));
        }
        found
    }

    /// A language that lacks something shows another's.
    fn borrowed(&self, asked: Asked) -> Vec<Stack> {
        let language = self.config.languages.iter().find(|language| asked.lang == Some(&*language.lang.0));
        let fallbacks = language.map(|language| language.fallbacks.as_slice()).unwrap_or_default();
        let found = fallbacks.iter().map(|lang| self.find(Asked { lang: Some(&lang.0), ..asked }));
        let mut found = found.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
        for stack in &mut found {
            stack.note = asked.lang.map(|lang| format!("`{lang}` has none of its own and shows this"));
        }
        found
    }

    /// An address is for one layer alone.
    fn with_address(&self, mut stack: Stack) -> Stack {
        if stack.key != "base_url" || stack.file != config::FILE {
            return stack;
        }
        let top = self.sources.top();
        for entry in stack.entries.iter_mut().filter(|entry| entry.layer != top.shown) {
            entry.standing = Standing::Kept;
            entry.note = Some("an address does not pass upward".to_owned());
        }
        stack.note = config::parse(self.sources, None, &mut Diagnostics::default())
            .and_then(|config| config.base_url)
            .map(|url| format!("the address here is {url}"));
        stack
    }

    /// Everything that can be asked for.
    fn known(&self) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        for node in self.documents.iter().filter_map(Document::merged) {
            for (key, _) in leaves(&node) {
                let ends = key.match_indices('.').map(|(at, _)| at).chain([key.len()]);
                known.extend(ends.map(|end| key[..end].to_owned()));
            }
        }
        for path in self.sources.winners().into_keys() {
            let below = path.split_once('/').map_or(path, |(_, below)| below);
            let id = page::language_of(path, self.config).map(|_| below.trim_end_matches(".md").to_owned());
            known.extend([path.to_owned()].into_iter().chain(id));
        }
        let folders = theme_folders(self.themes, &self.config.theme);
        known.extend(folders.iter().flat_map(|(_, files)| files.0.keys().cloned()));
        known.sort();
        known.dedup();
        known
    }
}

fn languages(config: &Config) -> impl Iterator<Item = &str> {
    config.languages.iter().map(|language| &*language.lang.0)
}

fn file_names() -> impl Iterator<Item = &'static str> {
    COMMON.iter().chain(SPOKEN).map(|(name, _)| *name)
}
