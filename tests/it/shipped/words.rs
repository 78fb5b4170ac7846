//! The words: editions publish them under their own name, so no source of a page or a question says ours.

use portaat::embedded;

use super::built::handbook;

/// Places where the name belongs: who publishes the built-in edition, and what is called so in the program.
fn is_word_of_a_page(path: &str) -> bool {
    let is_read = !path.ends_with("/prose.yaml"); // rules for authors; nobody else sees them
    is_read && path.contains('/') && (path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".svg"))
}

#[test]
fn no_page_question_or_drawing_names_the_product() {
    let files = handbook().files;
    let named: Vec<&String> = files
        .0
        .iter()
        .filter(|(path, bytes)| is_word_of_a_page(path) && String::from_utf8_lossy(bytes).contains("Portaat"))
        .map(|(path, _)| path)
        .collect();
    assert!(named.is_empty(), "{named:?} say the name; write this handbook, or {{{{ brand.name }}}}");
}

#[test]
fn no_template_or_word_of_the_theme_names_the_product() {
    let theme = embedded::theme();
    let shown = theme.0.iter().filter(|(path, _)| path.starts_with("templates/") || path.starts_with("strings/"));
    for (path, bytes) in shown {
        assert!(!String::from_utf8_lossy(bytes).contains("Portaat"), "{path}");
    }
}

#[test]
fn every_page_is_there_in_both_languages() {
    let files = handbook().files;
    let [fi, en]: [Vec<String>; 2] = ["fi", "en"].map(|lang| files.below(lang).0.into_keys().collect());
    assert_eq!(fi, en);
}
