//! A template's expressions as words with places. The template library checks what a page reaches when it is rendered;
//! this sees every name in the file, also behind an `if` that is never true.

use std::collections::BTreeSet;

/// A block, and its inside when it ends in this file.
pub(super) struct Block {
    pub name: String,
    pub body: String,
}

/// A variable as it is reached for: `site.contact.label`, and where.
#[derive(Debug, PartialEq)]
pub(super) struct Path {
    pub at: usize,
    pub parts: Vec<String>,
}

const KEYWORDS: &[&str] =
    &["and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "loop", "True", "False", "None"];

/// Tags whose words are no variables.
const NAMING: &[&str] =
    &["block", "endblock", "extends", "include", "endfor", "endif", "endset", "raw", "endraw", "else"];

/// The insides of `{{ … }}` and `{% … %}`, with their places; comments are passed over.
fn tags(template: &str) -> Vec<(usize, bool, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = template[at..].find('{').map(|open| at + open) {
        let close = match template[open + 1..].chars().next() {
            Some('{') => "}}",
            Some('%') => "%}",
            Some('#') => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let Some(end) = template[open + 2..].find(close).map(|end| open + 2 + end) else {
            break;
        };
        if close != "#}" {
            found.push((open + 2, close == "%}", &template[open + 2..end]));
        }
        at = end + 2;
    }
    found
}

/// The blocks of a template, in order.
pub(super) fn blocks(template: &str) -> Vec<Block> {
    let named = |inside: &str, word: &str| {
        let mut words = inside.trim_matches(['-', ' ', '\n']).split_whitespace();
        words.next().filter(|first| *first == word).and_then(|_| words.next()).map(str::to_owned)
    };
    let tags = tags(template);
    let starts = tags.iter().filter(|(_, is_tag, _)| *is_tag).filter_map(|tag| Some((tag, named(tag.2, "block")?)));
    let block = |((at, _, inside), name): (&(usize, bool, &str), String)| {
        let start = at + inside.len() + 2;
        let end = tags.iter().find(|(end, is_tag, inside)| {
            *is_tag
                && *end > start
                && named(inside, "endblock").is_none_or(|own| own == name)
                && inside.contains("endblock")
        });
        let body = end.and_then(|(end, ..)| template.get(start..end - 2)).unwrap_or_default();
        Block { body: body.to_owned(), name }
    };
    starts.map(block).collect()
}

/// The variables a template reaches for, and the names it gives itself.
pub(super) fn variables(template: &str) -> (Vec<Path>, BTreeSet<String>) {
    let (mut paths, mut locals) = (Vec::new(), BTreeSet::new());
    for (at, is_tag, inside) in tags(template) {
        let words = words(inside, at);
        let tag = words.first().filter(|_| is_tag).map_or("", |word| word.parts[0].as_str());
        if NAMING.contains(&tag) {
            continue;
        }
        let names = match tag {
            "set" | "set_global" => words.iter().skip(1).take(1).collect(),
            "for" => words.iter().skip(1).take_while(|word| word.parts[0] != "in").collect(),
            _ => Vec::new(),
        };
        locals.extend(names.iter().map(|name| name.parts[0].clone()));
        let own = names.len() + usize::from(is_tag);
        paths.extend(words.into_iter().skip(own).filter(|word| !KEYWORDS.contains(&word.parts[0].as_str())));
    }
    (paths, locals)
}

/// The names in an expression, but not those of filters, functions, tests and arguments, and nothing inside texts.
fn words(inside: &str, start: usize) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    let mut at = 0;
    let mut before = String::new();
    while let Some(first) = inside[at..].chars().next() {
        let rest = &inside[at..];
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            c if c.is_alphabetic() || c == '_' => {
                let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || "_.?".contains(*c)).collect();
                let word = word.trim_end_matches(['.', '?']);
                let after = rest[word.len()..].trim_start();
                let is_argument =
                    after.starts_with('=') && !after.starts_with("==") && !before.is_empty() && before != "set";
                let is_called = after.starts_with('(');
                if !(before.ends_with(['|', '.', ']'])
                    || before == "is"
                    || before == "not-is"
                    || is_argument
                    || is_called)
                {
                    let parts = word.split(['.', '?']).filter(|part| !part.is_empty()).map(str::to_owned).collect();
                    found.push(Path { at: start + at, parts });
                }
                before = if before == "is" && word == "not" { "is".to_owned() } else { word.to_owned() };
                at += word.len();
                continue;
            }
            c if c.is_ascii_digit() => rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        if !first.is_whitespace() && first != '-' {
            before = first.to_string();
        }
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(template: &str) -> Vec<String> {
        variables(template).0.into_iter().map(|path| path.parts.join(".")).collect()
    }

    #[test]
    fn variables_are_found_and_other_words_are_not() {
        assert_eq!(
            paths("{{ site.name | upper }} {# no #} {{ t.a?.b | fill(n=page.x, m=\"no\") }}"),
            ["site.name", "t.a.b", "page.x"]
        );
        assert_eq!(
            paths("{% if not a and b is defined or c == 'd' %}{% elif e[f] %}{% endif %}"),
            ["a", "b", "c", "e", "f"]
        );
        assert_eq!(
            paths("{% include \"x\" %}{% block main %}{{ super() }}{% endblock main %}{{ \"no\" ~ 1.5 }}"),
            [""; 0]
        );
    }

    #[test]
    fn a_template_names_things_itself() {
        let (paths, locals) = variables("{% set x = site.a %}{%- for k, v in page.b -%}{{ v.c }}{% endfor %}");
        assert_eq!(locals, ["k", "v", "x"].map(str::to_owned).into());
        assert_eq!(paths.iter().map(|path| path.parts.join(".")).collect::<Vec<_>>(), ["site.a", "page.b", "v.c"]);
    }

    #[test]
    fn blocks_have_names_and_insides() {
        let found = blocks("{% block a -%}x{% block b %}{% endblock b %}{%- endblock a %}{% block c %}");
        let found: Vec<(&str, &str)> = found.iter().map(|block| (&*block.name, &*block.body)).collect();
        assert_eq!(found, [("a", "x{% block b %}{% endblock b %}"), ("b", ""), ("c", "")]);
    }

    #[test]
    fn nothing_makes_it_fall_over() {
        for odd in
            ["{", "{{", "{%", "{{ \"", "{% for", "{% set %}", "{{ ä.ö }}", "{{ . | }}", "{% block %}", "{% endblock"]
        {
            variables(odd);
            blocks(odd);
        }
    }
}
