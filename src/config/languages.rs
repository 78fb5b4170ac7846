//! The list of languages: tags checked, names and directions filled in, fallbacks in order.

use crate::address::Lang;
use crate::diagnostics::{Diagnostics, Place};
use crate::tongue;
use crate::yaml::{At, TextOr};

use super::Language;
use super::authored::{FullLanguage, is_tag};

type Written = At<FullLanguage>;

pub(super) fn checked(
    written: Vec<At<TextOr<FullLanguage>>>,
    file: &Place,
    diagnostics: &mut Diagnostics,
) -> Vec<Language> {
    let full = |one: At<TextOr<FullLanguage>>| At { value: FullLanguage::from(one.value), place: one.place };
    let written: Vec<Written> = written.into_iter().map(full).collect();
    if written.is_empty() {
        diagnostics.error(file, "the handbook has no `languages`").hint("add `languages: [fi, en]`");
    }
    let mut languages: Vec<Language> = Vec::new();
    for one in &written {
        if !is_tag(&one.lang) {
            diagnostics
                .error(&one.place, format!("`{}` is no language tag", one.lang))
                .hint("write it like `fi` or `sv-FI`");
        } else if languages.iter().any(|known| *known.lang.0 == one.lang) {
            diagnostics
                .error(&one.place, format!("the language `{}` is listed twice", one.lang))
                .hint("remove one of them");
        } else {
            languages.push(language(one, &written));
        }
    }
    check_fallbacks(&written, diagnostics);
    languages
}

fn language(one: &Written, all: &[Written]) -> Language {
    let tongue = tongue::of(&one.lang);
    let known = tongue.map(|tongue| tongue.name.to_owned());
    let rtl = one.dir.as_deref().map_or(tongue.is_some_and(|tongue| tongue.right_to_left), |dir| dir == "rtl");
    let first = one.fallback.iter().cloned();
    let others = all.iter().map(|other| other.lang.clone()).filter(|tag| Some(tag) != one.fallback.as_ref());
    Language {
        lang: Lang::new(&one.lang),
        name: one.name.clone().or(known).unwrap_or_else(|| one.lang.clone()),
        dir: if rtl { "rtl" } else { "ltr" },
        fallbacks: first.chain(others).filter(|tag| *tag != one.lang).map(|tag| Lang::new(&tag)).collect(),
    }
}

fn check_fallbacks(written: &[Written], diagnostics: &mut Diagnostics) {
    let tags: Vec<&str> = written.iter().map(|one| one.lang.as_str()).collect();
    for one in written {
        if let Some(fallback) = one.fallback.as_deref().filter(|tag| !tags.contains(tag)) {
            diagnostics
                .error(&one.place, format!("the fallback `{fallback}` is no language of this handbook"))
                .nearest(fallback, tags.iter().copied());
        }
        if let Some(dir) = one.dir.as_deref().filter(|dir| !matches!(*dir, "ltr" | "rtl")) {
            diagnostics.error(&one.place, format!("`dir` is `ltr` or `rtl`, not `{dir}`")).nearest(dir, ["ltr", "rtl"]);
        }
    }
}
