//! `_brand.yml`.

use crate::support::Case;

fn brand(text: &str) -> Case {
    Case::new().file("content/_brand.yml", format!("meta: {{ name: Acme }}\n{text}"))
}

#[test]
fn an_unknown_key() {
    brand(
        "colour: { primary: red }\ncolor: { primry: red }\ndefaults: { portaat: { foter: x }, others: { any: 1 } }\n",
    )
    .check(
        "
        error: unknown key `colour`
          --> content/_brand.yml:2:1
          hint: did you mean `color`?
        error: unknown key `primry`
          --> content/_brand.yml:3:10
          hint: did you mean `primary`?
        error: unknown key `foter`
          --> content/_brand.yml:4:24
          hint: did you mean `footer`?
        ",
    );
}

#[test]
fn a_colour_that_leads_back_to_itself() {
    brand("color:\n  palette: { a: b, b: c, c: a }\n  primary: a\n").check(
        "
            error: this colour leads back to itself: b → c → a → b
              --> content/_brand.yml:3:17
              hint: give one of them a value such as `#13564a`
            ",
    );
}

#[test]
fn a_colour_that_is_none() {
    brand("color:\n  palette: { plum: '#7b2d52' }\n  primary: plm\n  background: '#12'\n").check(
        "
            error: `plm` is neither a colour nor the name of one
              --> content/_brand.yml:4:12
              hint: did you mean `plum`?
            error: `#12` is neither a colour nor the name of one
              --> content/_brand.yml:5:15
              hint: known here: `plum`
            ",
    );
}

#[test]
fn colours_that_cannot_be_read_on_their_paper() {
    brand("color: { primary: '#aaaaaa' }\n").check(
        "
            warning: `primary` #aaaaaa on `background` #ffffff has a contrast of 2.3 in the light scheme; text needs 4.5
              --> content/_brand.yml:1:1
              hint: #767676 passes; or set `brand: { adjust: true }` in handbook.yaml
            ",
    );
}

#[test]
fn a_logo_that_is_not_there() {
    brand("logo: assets/lgoo.svg\n").file("content/assets/logo.svg", "<svg/>").check(
        "
        error: there is no logo `assets/lgoo.svg`
          --> content/_brand.yml:2:7
          hint: did you mean `assets/logo.svg`?
        ",
    );
}

#[test]
fn a_logo_from_another_site() {
    brand("logo: { small: https://example.org/logo.svg }\n").check(
        "
        error: the logo `https://example.org/logo.svg` would be fetched from another site
          --> content/_brand.yml:2:16
          hint: copy the image beside the brand file and name its path
        ",
    );
}

#[test]
fn fonts_that_are_not_there_or_not_here() {
    let fonts = "typography:\n  fonts:\n    - { family: A, source: file, files: [fonts/a.woff2] }\n    - { family: B, source: google }\n";
    brand(fonts).check(
        "
            error: there is no font file `fonts/a.woff2`
              --> content/_brand.yml:4:7
              hint: put the font file beside the brand file and name its path from there
            warning: the font `B` would be fetched from another site, so it is not used
              --> content/_brand.yml:5:7
              hint: put the font files beside the brand file and use `source: file`
            ",
    );
}
