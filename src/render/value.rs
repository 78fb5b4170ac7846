//! Views as template values. By convention a field whose name ends in `_html` is HTML of ours; everything else is text
//! and gets escaped.

use serde::Serialize;
use tera::Value;

pub(super) fn view<T: Serialize>(view: &T) -> Value {
    marked(Value::from_serializable(view))
}

fn marked(value: Value) -> Value {
    if let Some(list) = value.as_array() {
        return if list.iter().any(holds_html) {
            list.iter().cloned().map(marked).collect::<Vec<_>>().into()
        } else {
            value
        };
    }
    if !holds_html(&value) {
        return value;
    }
    let mut map = value.into_map().unwrap_or_default();
    for (key, value) in &mut map {
        let is_html = key.as_str().is_some_and(|key| key.ends_with("_html"));
        let own = std::mem::replace(value, Value::none());
        *value = if is_html { own.mark_safe() } else { marked(own) };
    }
    map.into()
}

fn holds_html(value: &Value) -> bool {
    match (value.as_map(), value.as_array()) {
        (Some(map), _) => {
            map.iter().any(|(key, value)| key.as_str().is_some_and(|key| key.ends_with("_html")) || holds_html(value))
        }
        (_, Some(list)) => list.iter().any(holds_html),
        _ => false,
    }
}

/// Text as HTML.
pub(super) fn escaped(text: &str) -> String {
    let is_plain = !text.bytes().fold(false, |found, byte| found | matches!(byte, b'&' | b'<' | b'>' | b'"'));
    if is_plain {
        return text.to_owned();
    }
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
