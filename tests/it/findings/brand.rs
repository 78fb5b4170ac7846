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
            warning: `primary` #aaaaaa: accent on paper has a contrast of 2.32 in the light scheme and needs 4.5, and 3 more pairs are too weak
              --> content/_brand.yml:2:19
              hint: #707070 passes; or set `brand: { adjust: true }` in handbook.yaml
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
        warning: the logo `https://example.org/logo.svg` would be fetched from another site, so it is not shown
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

#[test]
fn a_colour_for_both_schemes_that_serves_one() {
    brand("color: { background: { light: '#fff', dark: '#000' }, foreground: { light: '#000', dark: '#fff' }, primary: '#13564a' }\n").check(
        "
        warning: `primary` #13564a: accent on paper has a contrast of 2.45 in the dark scheme and needs 4.5, and 3 more pairs are too weak
          --> content/_brand.yml:2:109
          hint: #428072 passes (give `primary` a `light` and a `dark`); or set `brand: { adjust: true }` in handbook.yaml
        ",
    );
}

#[test]
fn a_logo_that_leads_out_or_runs_something_or_is_none() {
    brand("logo:\n  small: ../mark.svg\n  medium: run.svg\n  large: torn.png\n")
        .file("content/run.svg", "<svg onload='x()'/>")
        .file("content/torn.png", "nothing")
        .check(
            "
            error: the logo `../mark.svg` leads out of the folder of the brand file
              --> content/_brand.yml:3:10
              hint: copy the image beside the brand file and name its path
            error: the logo `run.svg` holds an event handler
              --> content/_brand.yml:4:11
              hint: save it as a plain SVG: shapes and colours only
            warning: the logo `torn.png` cannot be read as a picture
              --> content/_brand.yml:5:10
              hint: is it a whole SVG, PNG, JPEG, WebP, GIF or AVIF file?
            ",
        );
}

#[test]
fn what_another_tool_s_file_says_is_taken_as_it_is() {
    let file = "
meta:
  name: { full: Acme, short: Acme }
  link: { home: https://acme.example, mastodon: https://social.example/@acme }
  founded: 1987
color:
typography:
  base: { family: Inter, size: 1rem, line_height: 1.5 }
  monospace_inline: { background_color: '#eeeeee' }
  link: { decoration: underline }
defaults:
  bootstrap: { defaults: { navbar-bg: $brand-blue }, rules: '.card { border: 0; }' }
  quarto: { format: html }
";
    Case::new().file("content/_brand.yml", file).check("");
}

#[test]
fn type_that_cannot_be_set() {
    let file = "typography:\n  base: { size: huge, weight: heavy }\n  headings: { size: 2rem, color: '#cccccc' }\n  link: { decoration: none }\n";
    brand(file).check(
        "
        warning: `huge` cannot be used here
          --> content/_brand.yml:3:17
          hint: write a length such as `1rem` or `17px`, from 12 to 24 pixels
        warning: `heavy` cannot be used here
          --> content/_brand.yml:3:31
          hint: write a number from 100 to 900, or a name such as `semi-bold`
        warning: `headings` has no `size`, so it is not used
          --> content/_brand.yml:4:21
          hint: known here: `family`, `weight`, `style`, `line-height` and `color`
        warning: `headings` #cccccc has a contrast of 1.6 in the light scheme and needs 4.5
          --> content/_brand.yml:4:34
          hint: #767676 passes; or set `brand: { adjust: true }` in handbook.yaml
        warning: `decoration: none` is not used: a link would be told by its colour alone
          --> content/_brand.yml:5:23
          hint: write `underline`, which may be thin, dotted or in a colour
        ",
    );
}

#[test]
fn a_publisher_whose_links_lead_nowhere() {
    let file = "meta: { name: Acme, links: x, link: acme.example }\ndefaults:\n  portaat:\n    contact: { label: Ask, link: 'javascript:x' }\n    call: { label: Book, link: inde }\n    legal: { imprint: Acme }\n";
    Case::new().file("content/_brand.yml", file).check(
        "
        warning: `links` is not read
          --> content/_brand.yml:1:21
          hint: did you mean `link`?
        error: `acme.example` is no address of a site
          --> content/_brand.yml:1:37
          hint: begin with `https://`
        error: `javascript:x` is neither an address nor a page in `en`
          --> content/_brand.yml:4:34
          hint: known here: `index`
        error: `inde` is neither an address nor a page in `en`
          --> content/_brand.yml:5:32
          hint: did you mean `index`?
        warning: this would stand on page reference/privacy, and there is none
          --> content/_brand.yml:6:23
          hint: bring the page back, or say it on a page of your own
        ",
    );
}
