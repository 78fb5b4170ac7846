//! Decides which host names the preview answers to.
//!
//! A page elsewhere can point its own name at 127.0.0.1 and so read what a loopback server offers (DNS rebinding);
//! refusing every name that is not ours closes that. An address in digits cannot be rebound, which is why someone
//! who binds every interface may use whichever address the machine has.

use std::net::{IpAddr, Ipv6Addr};

/// Whether a request with these `Host` headers is meant for us: exactly one, and one of our names, on any port.
pub fn is_ours(hosts: &[impl AsRef<str>], bind: &str) -> bool {
    let [host] = hosts else { return false };
    let Some(name) = without_port(host.as_ref()) else {
        return false;
    };
    ["localhost", "127.0.0.1", "[::1]", &bracketed(bind)].iter().any(|own| name.eq_ignore_ascii_case(own))
        || (is_every_interface(bind) && is_address(name))
}

/// The address to open: a browser cannot go to "every interface", so that one becomes the loopback name.
pub fn address(bind: &str, port: u16) -> String {
    let name = if is_every_interface(bind) { "localhost".to_owned() } else { bracketed(bind) };
    format!("http://{name}:{port}/")
}

fn without_port(host: &str) -> Option<&str> {
    let end = if host.starts_with('[') { host.find(']')? + 1 } else { host.find(':').unwrap_or(host.len()) };
    let (name, rest) = host.split_at(end);
    let port = rest.strip_prefix(':').unwrap_or(rest);
    let is_port = port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    (is_port && (rest.is_empty() || rest.starts_with(':'))).then_some(name)
}

fn bracketed(bind: &str) -> String {
    if bind.parse::<Ipv6Addr>().is_ok() { format!("[{bind}]") } else { bind.to_owned() }
}

fn is_every_interface(bind: &str) -> bool {
    bind.parse::<IpAddr>().is_ok_and(|address| address.is_unspecified())
}

fn is_address(name: &str) -> bool {
    name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_names_and_the_bound_address_are_ours_on_any_port() {
        for host in ["localhost", "LOCALHOST:3000", "127.0.0.1:1", "[::1]:65535", "[::1]", "192.0.2.7:3000"] {
            assert!(is_ours(&[host], "192.0.2.7"), "{host}");
        }
        assert!(is_ours(&["[fe80::1]:3000"], "fe80::1"));
    }

    #[test]
    fn every_other_name_is_refused() {
        for host in [
            "",
            "evil.example",
            "localhost.evil.example",
            "evil.example:3000",
            "127.0.0.1.evil.example",
            "localhost:30a0",
            "localhost:123456",
            "user@localhost",
            "[::1",
            "[::1]evil.example",
            "::1",
            "192.0.2.8",
            "0.0.0.0",
        ] {
            assert!(!is_ours(&[host], "127.0.0.1"), "{host}");
        }
        assert!(!is_ours(&[""; 0], "127.0.0.1"));
        assert!(!is_ours(&["localhost", "evil.example"], "127.0.0.1"));
    }

    #[test]
    fn every_interface_answers_to_addresses_but_not_to_names() {
        assert!(is_ours(&["192.0.2.8:3000"], "0.0.0.0"));
        assert!(is_ours(&["[2001:db8::1]:3000"], "::"));
        assert!(!is_ours(&["evil.example"], "0.0.0.0"));
    }

    #[test]
    fn the_printed_address_can_be_opened() {
        assert_eq!(address("127.0.0.1", 3000), "http://127.0.0.1:3000/");
        assert_eq!(address("::1", 3000), "http://[::1]:3000/");
        assert_eq!(address("0.0.0.0", 3000), "http://localhost:3000/");
    }
}
