//! Paths of which it is decided: whatever is taken, all servers read it alike.

use authplane::decisions::canonical_path::{Ambiguous, CanonicalPath};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::cases;

/// What a server that decodes makes of a path.
fn decoded(path: &str) -> Option<String> {
    percent_decode_str(path).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// What a server makes of a path that takes away dot segments (RFC 3986 §5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        match *segment {
            "." if is_last => kept.push(""),
            "." => {}
            ".." => {
                kept.pop();
                if is_last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    format!("/{}", kept.join("/"))
}

/// What Java's servlet containers cut off.
fn without_parameters(path: &str) -> String {
    let segments = path.split('/').map(|segment| segment.split(';').next().unwrap_or_default());
    segments.collect::<Vec<_>>().join("/")
}

/// What nginx makes of slashes.
fn merged(path: &str) -> String {
    let mut merged = String::new();
    for character in path.chars().filter(|character| *character != '\0') {
        if !(character == '/' && merged.ends_with('/')) {
            merged.push(character);
        }
    }
    merged
}

/// The readings of a path by servers of several kinds, each in an order of its own.
pub(in crate::it) fn readings(path: &str) -> Vec<Option<String>> {
    let twice = |path: &str| decoded(path).and_then(|path| decoded(&path));
    let cut = |path: &str, at: char| path.split(at).next().map(str::to_owned);
    vec![
        decoded(path),
        twice(path),
        decoded(path).map(|path| without_dots(&path)),
        decoded(&without_dots(path)),
        decoded(path).map(|path| merged(&path)),
        decoded(&merged(path)),
        decoded(&without_parameters(path)),
        decoded(path).map(|path| without_parameters(&path)),
        decoded(path).map(|path| without_dots(&without_parameters(&path))),
        decoded(path).map(|path| without_dots(&path.replace('\\', "/"))),
        decoded(path).and_then(|path| cut(&path, '?')),
        decoded(path).and_then(|path| cut(&path, '#')),
        decoded(path).and_then(|path| cut(&path, '\0')),
        decoded(path).map(|path| path.chars().filter(|character| !character.is_ascii_control()).collect()),
    ]
}

fn targets() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        Just("/".to_owned()),
        Just(".".to_owned()),
        Just("..".to_owned()),
        Just("//".to_owned()),
        Just("admin".to_owned()),
        Just("%2e".to_owned()),
        Just("%2F".to_owned()),
        Just("%5c".to_owned()),
        Just("%25".to_owned()),
        Just("%252f".to_owned()),
        Just(";".to_owned()),
        Just("%3B".to_owned()),
        Just("?".to_owned()),
        Just("%3f".to_owned()),
        Just("#".to_owned()),
        Just("%23".to_owned()),
        Just("%00".to_owned()),
        Just("%0a".to_owned()),
        Just("\\".to_owned()),
        Just("%61".to_owned()),
        Just("%C3%A9".to_owned()),
        Just("%c0%af".to_owned()),
        Just("%".to_owned()),
        Just("%4".to_owned()),
        Just("é".to_owned()),
        Just(" ".to_owned()),
        Just("~a-b_c".to_owned()),
        Just("%20".to_owned()),
        "[!-~]{1,3}",
        "\\PC{1,2}",
    ];
    proptest::collection::vec(parts, 0..8).prop_map(|parts| format!("/{}", parts.concat()))
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_is_taken_is_read_alike_by_all(target in targets()) {
        let Ok(path) = CanonicalPath::of(&target) else { return Ok(()) };
        let path = path.as_str();
        let again = CanonicalPath::of(path).unwrap();
        prop_assert_eq!(again.as_str(), path, "it is its own spelling");
        let (sent, _) = target.split_once('?').unwrap_or((&target, ""));
        let meant = decoded(path);
        prop_assert_eq!(&decoded(sent), &meant);
        for reading in readings(sent).into_iter().chain(readings(path)) {
            // What is no text to one server may be a path to another; no template matches it here.
            if meant.is_some() {
                prop_assert_eq!(&reading, &meant, "{}", target);
            }
        }
    }

    #[test]
    fn it_never_panics(target in any::<String>()) {
        let _ = CanonicalPath::of(&target);
    }
}

#[test]
fn each_spelling_that_is_refused_is_told_why() {
    for (target, why) in [
        ("", Ambiguous::NotAbsolute),
        ("*", Ambiguous::NotAbsolute),
        ("a", Ambiguous::NotAbsolute),
        ("?/", Ambiguous::NotAbsolute),
        ("/a;b", Ambiguous::Character),
        ("/a#", Ambiguous::Character),
        ("/é", Ambiguous::Character),
        ("/%", Ambiguous::Escape),
        ("/%4", Ambiguous::Escape),
        ("/%+1", Ambiguous::Escape),
        ("/%2f", Ambiguous::EscapedDelimiter),
        ("/%25", Ambiguous::EscapedDelimiter),
        ("/%1F", Ambiguous::EscapedDelimiter),
        ("//", Ambiguous::EmptySegment),
        ("/a//b", Ambiguous::EmptySegment),
        ("/a/%2E%2e", Ambiguous::DotSegment),
        ("/./", Ambiguous::DotSegment),
    ] {
        assert_eq!(CanonicalPath::of(target), Err(why), "{target}");
    }
    assert_eq!(CanonicalPath::of(&format!("/{}", "a".repeat(8192))), Err(Ambiguous::TooLong));
    let long = format!("/{}?{}", "a".repeat(8191), "q".repeat(100_000));
    assert_eq!(CanonicalPath::of(&long).unwrap().as_str().len(), 8192);
    for (target, path) in [("/", "/"), ("/a/", "/a/"), ("/%7e%61%c3%a9?x=%2f", "/~a%C3%A9"), ("/...", "/...")] {
        assert_eq!(CanonicalPath::of(target).unwrap().as_str(), path);
    }
}
