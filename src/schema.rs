//! JSON Schemas for editors, made of the types that read the files, so that the two cannot drift apart.
//!
//! A file of a layer says only what differs, and `null` removes: so nothing is required but what tells members of a list
//! apart, and every value may be `null`. What cannot be said in a schema (an id that must exist, a colour that must be
//! legible) is left to `check`.

use serde_json::{Map, Value, json};

use crate::{brand, config, model};

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    Handbook,
    Brand,
    Assessment,
    Texts,
}

/// What stays required: without it a member of a list is nothing.
const NEEDED: &[&str] = &["id", "lang", "path", "family"];

/// The schema of a file, in the 2020-12 draft.
#[must_use]
pub fn schema(file: File) -> Value {
    let (mut schema, title) = match file {
        File::Handbook => (config::schema(), "handbook.yaml: what the handbook is"),
        File::Brand => (brand::schema(), "_brand.yml: name, logo, colours, fonts"),
        File::Assessment => (model::schema(), "assessment.yaml: ids, weights and rules of the questions"),
        File::Texts => (model::texts_schema(), "assessment.yaml of a language: the words of the questions, by id"),
    };
    ease(&mut schema);
    schema["title"] = title.into();
    schema
}

/// The schema as text.
#[must_use]
pub fn text(file: File) -> String {
    format!("{:#}\n", schema(file))
}

/// Fits a schema of whole values to files that may say a part, everywhere below `value`.
fn ease(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(ease),
        Value::Object(schema) => {
            ease_one(schema);
            schema.values_mut().for_each(ease);
        }
        _ => {}
    }
}

fn ease_one(schema: &mut Map<String, Value>) {
    // A property may be called like a keyword: only what has the keyword's form is one.
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| name.as_str().is_some_and(|name| NEEDED.contains(&name)));
        if required.is_empty() {
            schema.shift_remove("required");
        }
    }
    if schema.get("format").is_some_and(Value::is_string) {
        schema.shift_remove("format"); // the width of our numbers is nobody's business
    }
    if schema.contains_key("type") || schema.contains_key("$ref") || schema.contains_key("anyOf") {
        schema.shift_remove("default"); // what a file leaves out is what lies below it says, not a fixed value
    }
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.iter_mut().filter(|(name, _)| !NEEDED.contains(&name.as_str())).for_each(|(_, one)| or_null(one));
    }
    if let Some(others) = schema.get_mut("additionalProperties").filter(|others| others.is_object()) {
        or_null(others);
    }
}

/// `null` takes away what lies below.
fn or_null(value: &mut Value) {
    let Value::Object(schema) = value else {
        return; // anything goes already
    };
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        push_once(words, Value::Null);
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) => return push_once(types, "null".into()),
        Some(one) => {
            *one = json!([one.clone(), "null"]);
            return;
        }
        None => {}
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        push_once(choices, json!({ "type": "null" }));
    } else if let Some(target) = schema.shift_remove("$ref") {
        schema.insert("anyOf".into(), json!([{ "$ref": target }, { "type": "null" }]));
    }
}

fn push_once(list: &mut Vec<Value>, value: Value) {
    if !list.contains(&value) {
        list.push(value);
    }
}
