//! The schemas for editors: the shipped files fit them, and they know the keys that the program knows, no more, no less.

use std::fs;
use std::path::Path;

use portaat::diagnostics::Diagnostics;
use portaat::schema::{File, schema};
use portaat::yaml;
use serde_json::{Value, json};

use crate::support::{Case, Project, repository};

const ALL: [(File, &str); 4] = [
    (File::Handbook, "handbook.yaml"),
    (File::Brand, "_brand.yml"),
    (File::Assessment, "assessment.yaml"),
    (File::Texts, "en/assessment.yaml"),
];

/// What `value` lacks to fit `schema`; only the words of the draft that our schemas use are known here.
fn misfit(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    let Value::Object(words) = schema else {
        return (*schema == Value::Bool(false)).then(|| format!("{at}: nothing may stand here"));
    };
    words.iter().find_map(|(word, said)| match word.as_str() {
        "$ref" => misfit(value, target(said, root), root, at),
        "type" => (!is_of_type(value, said)).then(|| format!("{at}: {value} is no {said}")),
        "enum" => (!list(said).contains(value)).then(|| format!("{at}: {value} is not one of {said}")),
        "anyOf" => {
            let all: Vec<String> = list(said).iter().map_while(|one| misfit(value, one, root, at)).collect();
            (all.len() == list(said).len()).then(|| all.join(" or "))
        }
        "required" => list(said).iter().find_map(|name| {
            let is_there = value.as_object().is_none_or(|map| map.contains_key(name.as_str().expect("a name")));
            (!is_there).then(|| format!("{at}: {name} is missing"))
        }),
        "items" => {
            let items = value.as_array().into_iter().flatten().enumerate();
            items.into_iter().find_map(|(index, item)| misfit(item, said, root, &format!("{at}.{index}")))
        }
        "properties" | "additionalProperties" => value.as_object().into_iter().flatten().find_map(|(name, inner)| {
            let own = words.get("properties").and_then(|properties| properties.get(name));
            misfit(inner, own.or_else(|| words.get("additionalProperties"))?, root, &format!("{at}.{name}"))
        }),
        "minimum" => value
            .as_f64()
            .filter(|number| *number < said.as_f64().expect("a number"))
            .map(|_| format!("{at}: too small")),
        "maximum" => value
            .as_f64()
            .filter(|number| *number > said.as_f64().expect("a number"))
            .map(|_| format!("{at}: too large")),
        "$schema" | "$defs" | "title" | "description" => None,
        other => panic!("this test does not know `{other}`"),
    })
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn target<'s>(reference: &Value, root: &'s Value) -> &'s Value {
    let path = reference.as_str().and_then(|text| text.strip_prefix('#')).expect("a place in the schema itself");
    root.pointer(path).expect("it is there")
}

fn is_of_type(value: &Value, said: &Value) -> bool {
    let name = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = |said: &Value| said == name || (said == "number" && name == "integer");
    said.as_array().map_or_else(|| fits(said), |any| any.iter().any(fits))
}

#[track_caller]
fn fits(path: &Path, file: File) {
    let text = fs::read_to_string(path).expect("it can be read");
    let tree = yaml::parse(&"a.yaml".into(), &text, 0, &mut Diagnostics::default()).expect("it is YAML");
    let schema = schema(file);
    if let Some(misfit) = misfit(&json!(tree), &schema, &schema, "") {
        panic!("{}: {misfit}", path.display());
    }
}

#[test]
fn the_shipped_handbook_and_its_editions_fit() {
    let editions = fs::read_dir(repository("editions")).expect("there are editions");
    let layers = editions.map(|entry| entry.expect("a folder").path()).chain([repository("content")]);
    let mut count = 0;
    for layer in layers {
        for (file, name) in ALL.into_iter().chain([(File::Texts, "fi/assessment.yaml")]) {
            let path = layer.join(name);
            if path.exists() {
                fits(&path, file);
                count += 1;
            }
        }
    }
    assert!(count >= 6, "only {count} files were looked at");
}

#[test]
fn a_part_fits_and_a_slip_does_not() {
    for (file, text, is_fit) in [
        (File::Assessment, json!({ "dimensions": [{ "id": "flow", "items": [{ "id": "flow1", "rev": 2 }] }] }), true),
        (File::Assessment, json!({ "dimensions": [{ "id": "flow", "itmes": [] }] }), false),
        (
            File::Assessment,
            json!({ "dimensions": [
                { "id": "beyond", "remove": true },
                { "id": "flow", "items": [{ "id": "flow1", "remove": true }] },
            ] }),
            true,
        ),
        (File::Assessment, json!({ "dimensions": [{ "id": "flow", "remove": "yes" }] }), false),
        (File::Assessment, json!({ "dimensions": [{ "remove": true }] }), false),
        (File::Assessment, json!({ "dimensions": [{ "items": [] }] }), false),
        (File::Assessment, json!({ "dimensions": [{ "id": "flow", "w": 4 }] }), false),
        (File::Texts, json!({ "items": { "flow1": null } }), true),
        (File::Brand, json!({ "color": { "primary": { "light": "plum" }, "palette": { "plum": "#7b2d52" } } }), true),
        (File::Brand, json!({ "color": { "primry": "plum" } }), false),
        (
            File::Brand,
            json!({ "defaults": { "portaat": {
                "call": { "text": { "fi": "Ja sitten?" }, "label": "Ask us", "link": "about-us" },
                "legal": { "imprint": "A firm.", "privacy": { "en": "No cookies." } },
                "targets": { "flow": 4 },
            } } }),
            true,
        ),
        (File::Brand, json!({ "defaults": { "portaat": { "targets": { "flow": "high" } } } }), false),
        (
            File::Brand,
            json!({ "typography": { "fonts": [{ "family": "Sans", "source": "system", "display": "swap" }] } }),
            true,
        ),
        (File::Brand, json!({ "typography": { "fonts": [{ "family": "Sans", "source": "disk" }] } }), false),
        (
            File::Brand,
            json!({ "defaults": { "bootstrap": {}, "portaat": { "inherit": false } }, "meta": { "x": 1 } }),
            true,
        ),
        (File::Handbook, json!({ "languages": ["fi", { "lang": "ar", "dir": "rtl" }], "audience": "public" }), true),
        (File::Handbook, json!({ "extends": "nothing" }), false),
        (File::Handbook, json!({ "theme": null, "markdown": { "raw_html": "allow" } }), true),
    ] {
        let schema = schema(file);
        assert_eq!(misfit(&text, &schema, &schema, "").is_none(), is_fit, "{text}");
    }
}

/// Every map of a schema: how it is reached from the root, its keys, and whether others are refused.
fn maps(schema: &Value, root: &Value, wrap: &dyn Fn(Value) -> Value, found: &mut Vec<(Value, Value, bool)>) {
    if let Some(reference) = schema.get("$ref") {
        maps(target(reference, root), root, wrap, found);
    }
    for choice in schema.get("anyOf").into_iter().flat_map(list) {
        maps(choice, root, wrap, found);
    }
    if let Some(items) = schema.get("items") {
        maps(items, root, &|value| wrap(json!([value])), found);
    }
    let others = schema.get("additionalProperties");
    if let Some(others) = others.filter(|others| others.is_object()) {
        maps(others, root, &|value| wrap(json!({ "fi": value })), found);
    }
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return;
    };
    let nulls: Value =
        properties.keys().map(|name| (name.clone(), Value::Null)).collect::<serde_json::Map<_, _>>().into();
    found.push((wrap(nulls), wrap(json!({ "zzz": 1 })), others == Some(&Value::Bool(false))));
    for (name, inner) in properties {
        maps(inner, root, &|value| wrap(json!({ name: value })), found);
    }
}

#[test]
fn the_schemas_know_the_keys_that_the_program_knows() {
    let mut count = 0;
    for (file, name) in ALL {
        let mut found = Vec::new();
        maps(&schema(file), &schema(file), &|value| value, &mut found);
        let findings = |text: &Value| {
            let case = Case::new().with_model().file(&format!("content/{name}"), text.to_string());
            case.build().findings
        };
        for (known, unknown, is_closed) in found {
            assert!(!findings(&known).contains("unknown key"), "{name}: {known}\n{}", findings(&known));
            assert_eq!(
                findings(&unknown).contains("unknown key `zzz`"),
                is_closed,
                "{name}: {unknown}\n{}",
                findings(&unknown)
            );
            count += 1;
        }
    }
    assert!(count > 30, "only {count} maps were found");
}

#[test]
fn every_key_says_what_it_is_for() {
    let undescribed = |file: File| {
        let schema = schema(file);
        let properties = schema["properties"].as_object().expect("a map").clone();
        properties
            .into_iter()
            .filter(|(_, one)| one.get("description").is_none())
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    for (file, _) in ALL {
        assert!(undescribed(file).is_empty(), "{file:?}: {:?}", undescribed(file));
    }
    let brand = schema(File::Brand);
    for (of, keys) in [("Own", &["call", "legal", "targets"][..]), ("Font", &["source", "display"])] {
        for key in keys {
            assert!(brand["$defs"][of]["properties"][key]["description"].is_string(), "{of}.{key}");
        }
    }
}

#[test]
fn the_command_prints_them() {
    let project = Project::empty();
    for name in ["handbook", "brand", "assessment", "texts"] {
        let run = project.run(["schema", name]).ends(0);
        let printed: Value = serde_json::from_str(&run.out).expect("it is JSON");
        assert_eq!(printed["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}
