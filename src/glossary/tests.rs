use std::sync::Arc;

use crate::files::Files;
use crate::layers::Layer;

use super::*;

const BASE: &str = "terms:
  customer-journey:
    term: asiakaspolku
    definition: Vaiheet.
    forms: [asiakaspolk*, asiakaspolu*]
    not: [asiakasmatka, asiakasmatk*, asiakkaan matk*]
  service-path: { term: palvelupolku, definition: Osa. }
  level: { term: taso, definition: Porras ei., forms: [] }
";

fn glossary(layers: &[&str]) -> Glossary {
    let layer = |(number, text): (usize, &&str)| {
        let mut files = Files::default();
        files.insert("fi/glossary.yaml", *text);
        if number == 0 {
            files.insert("handbook.yaml", "title: { fi: T }\nlanguages: [fi]\n");
        }
        Arc::new(Layer::new(&format!("layer{number}/"), files))
    };
    let sources = Sources { layers: layers.iter().enumerate().map(layer).collect(), edition: None };
    let mut diagnostics = Diagnostics::default();
    let config = crate::config::parse(&sources, None, &mut diagnostics).expect("a configuration");
    let mut all = compile(&sources, &config, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    all.remove("fi").expect("a glossary")
}

fn used<'a>(glossary: &'a Glossary, text: &'a str) -> Vec<(&'a str, &'a str)> {
    glossary.uses(text).map(|(range, term)| (&text[range], term.id.as_str())).collect()
}

#[test]
fn terms_are_found_by_their_forms_or_by_themselves() {
    let glossary = glossary(&[BASE]);
    let text = "Asiakaspolun tasot ja taso; palvelupolkua, palvelupolku.";
    assert_eq!(
        used(&glossary, text),
        [("Asiakaspolun", "customer-journey"), ("palvelupolkua", "service-path"), ("palvelupolku", "service-path")]
    );
    let order: Vec<&str> = glossary.terms().iter().map(|term| term.term.as_str()).collect();
    assert_eq!(order, ["asiakaspolku", "palvelupolku", "taso"]);
}

#[test]
fn what_we_do_not_write_leads_to_what_we_do() {
    let glossary = glossary(&[BASE]);
    let text = "Kuvatkaa asiakkaan\u{a0}matka eli Asiakasmatka, ei asiakaspolku.";
    let found: Vec<(&str, &str)> =
        glossary.forbidden(text).into_iter().map(|(range, term)| (&text[range], term.term.as_str())).collect();
    assert_eq!(found, [("asiakkaan\u{a0}matka", "asiakaspolku"), ("Asiakasmatka", "asiakaspolku")]);
}

#[test]
fn a_layer_with_a_word_of_its_own_has_the_forms_of_that_word() {
    let own = glossary(&[BASE, "terms: { customer-journey: { term: asiakasmatka } }"]);
    assert_eq!(used(&own, "asiakaspolulla asiakasmatkalla"), [("asiakasmatkalla", "customer-journey")]);
    assert!(own.forbidden("asiakasmatka").is_empty());
    let more = glossary(&[BASE, "terms: { customer-journey: { forms: [polu*] } }"]);
    assert_eq!(used(&more, "asiakaspolku polulla"), [("polulla", "customer-journey")]);
    let less = glossary(&[BASE, "terms: { customer-journey: ~ }"]);
    assert_eq!((less.terms().len(), less.term("customer-journey").is_none()), (2, true));
}

/// The time grows with the length of the text, not with that times the terms.
#[test]
fn a_long_text_is_read_once_for_all_terms() {
    let many: Vec<String> = (0..2000).map(|n| format!("  t{n}: {{ term: asia{n} kohta, definition: D. }}\n")).collect();
    let glossary = glossary(&[&format!("terms:\n{}", many.concat())]);
    let text = "asia1999 asia asia5 kohta ".repeat(20_000);
    let start = std::time::Instant::now();
    assert_eq!(glossary.uses(&text).count(), 20_000);
    assert!(start.elapsed().as_secs() < 5, "{:?} for {} bytes", start.elapsed(), text.len());
}
