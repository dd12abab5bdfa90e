//! Redirect URIs: what can be registered, and what matches.

use authplane_domain::clients::redirect_uri::{self, ApplicationType};
use authplane_tests::redirects::{CONFUSABLE, LOOPBACK, NATIVE, NOT_REGISTRABLE, REGISTERED, REGISTRABLE};
use proptest::prelude::*;
use url::Url;

use super::cases;

const KINDS: [Option<ApplicationType>; 3] = [None, Some(ApplicationType::Web), Some(ApplicationType::Native)];

fn matches(registered: &str, presented: &str) -> bool {
    redirect_uri::matches(&[registered.to_owned()], presented)
}

#[test]
fn cve_2026_28512_cve_2026_7504_cve_2026_3872_cve_2024_8883_cve_2026_9086_nothing_of_the_corpus_can_be_registered() {
    for uri in NOT_REGISTRABLE {
        for kind in KINDS {
            assert!(redirect_uri::check(uri, kind).is_err(), "{uri:?} can be registered by {kind:?}");
        }
        assert!(redirect_uri::check_endpoint(uri).is_err(), "{uri:?} is taken as an endpoint");
    }
}

#[test]
fn assertion_3_plain_http_and_schemes_of_their_own_are_for_native_clients() {
    for uri in NATIVE {
        assert_eq!(redirect_uri::check(uri, Some(ApplicationType::Native)), Ok(()), "{uri}");
        assert_eq!(redirect_uri::check(uri, None), Ok(()), "{uri}");
        assert!(redirect_uri::check(uri, Some(ApplicationType::Web)).is_err(), "{uri}");
        assert!(redirect_uri::is_native(uri), "{uri}");
        assert_eq!(redirect_uri::host(uri), None, "{uri} has no host that is anybody's");
    }
    for uri in REGISTRABLE {
        for kind in KINDS {
            assert_eq!(redirect_uri::check(uri, kind), Ok(()), "{uri}");
        }
        assert_eq!(redirect_uri::check_endpoint(uri), Ok(()), "{uri}");
        assert!(!redirect_uri::is_native(uri), "{uri}");
    }
}

#[test]
fn assertion_1_one_byte_more_less_or_another_does_not_match() {
    for presented in CONFUSABLE {
        assert!(!matches(REGISTERED, presented), "{presented:?}");
    }
    for registered in REGISTRABLE.iter().chain(NATIVE) {
        assert!(matches(registered, registered));
        assert!(!redirect_uri::matches(&[], registered));
        let bytes = registered.as_bytes();
        for at in 0..bytes.len() {
            let mut other = bytes.to_vec();
            other[at] ^= 0x20;
            let without = [&bytes[..at], &bytes[at + 1..]].concat();
            let twice = [&bytes[..=at], &bytes[at..]].concat();
            for other in [other, without, twice] {
                let other = String::from_utf8(other).unwrap();
                let only_port = Url::parse(registered).ok().zip(Url::parse(&other).ok()).is_some_and(|(a, mut b)| {
                    b.set_port(a.port()).is_ok()
                        && a == b
                        && registered.starts_with("http://")
                        && !registered.contains("localhost")
                });
                assert!(other == **registered || only_port || !matches(registered, &other), "{registered} and {other}");
            }
        }
    }
}

#[test]
fn assertion_2_cve_2024_8883_only_the_port_of_a_loopback_address_may_differ() {
    for (registered, presented, expected) in LOOPBACK {
        assert_eq!(matches(registered, presented), *expected, "{registered} and {presented}");
    }
}

#[test]
fn endpoints_of_clients_are_reached_by_https_or_on_the_own_machine() {
    for (uri, expected) in [
        ("https://client.example/logout", true),
        ("http://127.0.0.1:8080/logout", true),
        ("http://localhost:8080/logout", true),
        ("http://client.example/logout", false),
        ("com.example.app:/logout", false),
    ] {
        assert_eq!(redirect_uri::check_endpoint(uri).is_ok(), expected, "{uri}");
    }
}

#[test]
fn the_parts_that_others_ask_for_are_those_of_the_text() {
    for (uri, host, origin) in [
        ("https://client.example/callback", Some("client.example"), Some("https://client.example")),
        ("https://Client.Example:8443/a?b", Some("client.example"), Some("https://Client.Example:8443")),
        ("https://[2001:db8::1]:8443", Some("[2001:db8::1]"), Some("https://[2001:db8::1]:8443")),
        ("http://127.0.0.1:1/a", None, Some("http://127.0.0.1:1")),
        ("com.example.app:/a", None, None),
        ("https://user@client.example/", None, None),
    ] {
        assert_eq!(redirect_uri::host(uri).as_deref(), host, "{uri}");
        assert_eq!(redirect_uri::origin(uri), origin, "{uri}");
    }
}

/// Pieces that make up what is hard to read.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("https://"),
        Just("http://"),
        Just("//"),
        Just("/"),
        Just("\\"),
        Just("@"),
        Just(":"),
        Just("#"),
        Just("?"),
        Just(";"),
        Just("."),
        Just(".."),
        Just("%2e"),
        Just("%2f"),
        Just("%00"),
        Just("%"),
        Just("*"),
        Just("[::1]"),
        Just("127.0.0.1"),
        Just("localhost"),
        Just("client.example"),
        Just("evil.example"),
        Just("callback"),
        Just(":80"),
        Just(":49152"),
        Just(" "),
        Just("\t"),
        Just("\n"),
        Just("\u{ff0f}"),
        Just("\u{3002}"),
        Just("javascript:"),
        Just("com.example.app:"),
    ];
    proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn what_can_be_registered_is_read_the_same_by_a_browser(uri in prop_oneof![hostile(), "\\PC{0,24}", "https?://[a-z@:.\\[\\]/?#%*\\\\0-9]{0,24}"]) {
        for kind in KINDS {
            if redirect_uri::check(&uri, kind).is_ok() {
                let read = Url::parse(&uri).unwrap();
                prop_assert!(uri.bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert!(read.fragment().is_none() && read.username().is_empty() && read.password().is_none(), "{uri}");
                prop_assert!(kind != Some(ApplicationType::Web) || read.scheme() == "https", "{uri}");
                if matches!(read.scheme(), "http" | "https") {
                    // Nothing was normalized away but a default port, a missing path, and the case of the host.
                    let mut plain = uri.replacen(":443", "", usize::from(read.scheme() == "https" && read.port().is_none()));
                    plain = plain.replacen(":80", "", usize::from(read.scheme() == "http" && read.port().is_none()));
                    let read = read.as_str().to_owned();
                    prop_assert!(read == plain || read == plain.replacen('?', "/?", 1) || read == format!("{plain}/"), "{uri} is read as {read}");
                }
                let host = Url::parse(&uri).unwrap().host_str().map(str::to_owned);
                let is_local = matches!(host.as_deref(), Some("127.0.0.1" | "[::1]" | "localhost"));
                prop_assert!(!uri.starts_with("http://") || is_local, "{uri}");
            }
        }
    }

    #[test]
    fn what_matches_has_the_same_host_and_path(registered in prop_oneof![hostile(), Just("http://127.0.0.1:80/callback".to_owned())], presented in hostile()) {
        let is_registrable = redirect_uri::check(&registered, None).is_ok();
        if is_registrable && registered != presented && matches(&registered, &presented) {
            let (a, mut b) = (Url::parse(&registered).unwrap(), Url::parse(&presented).unwrap());
            prop_assert!(matches!(a.host_str(), Some("127.0.0.1" | "[::1]")));
            prop_assert!(b.set_port(a.port()).is_ok());
            prop_assert_eq!(a, b);
        }
    }

    #[test]
    fn any_port_of_a_loopback_address_matches(port in 1_u16..) {
        for origin in ["http://127.0.0.1", "http://[::1]"] {
            let registered = format!("{origin}/callback?a=b");
            let presented = format!("{origin}:{port}/callback?a=b");
            prop_assert!(matches(&registered, &presented) && matches(&presented, &registered));
        }
    }
}
