//! `docs/security.md`: what it names is there.

use std::collections::BTreeMap;
use std::path::Path;

use crate::it::cve::index::tests_of;

#[test]
fn each_test_that_operators_are_told_of_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(folder.join("../docs/security.md")).unwrap();
    let named = document.split('`').skip(1).step_by(2).filter_map(|code| code.split_once(".rs::"));
    let mut many = 0;
    for (file, test) in named {
        let path = folder.join("tests/it").join(format!("{file}.rs"));
        let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}.rs: {error}"));
        assert!(tests_of(&source).contains(test), "there is no {file}.rs::{test}");
        many += 1;
    }
    assert!(many > 40, "{many}");
}

#[test]
fn each_default_that_operators_are_told_of_is_the_default() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(folder.join("../docs/security.md")).unwrap();
    let defaults = std::fs::read_to_string(folder.join("../server/config.default.toml")).unwrap();
    let defaults: BTreeMap<&str, &str> = defaults.lines().filter_map(|line| line.split_once(" = ")).collect();
    let mut many = 0;
    for row in document.lines().filter(|line| line.starts_with('|')) {
        let parts: Vec<&str> = row.split('`').collect();
        // A name, and its number in brackets behind it.
        for pair in parts.windows(2).skip(1).step_by(2) {
            let Some(told) = pair[1].strip_prefix(" (").and_then(|rest| rest.split_once(')')) else { continue };
            let number = told.0.replace(',', "");
            if number.parse::<u64>().is_ok() {
                assert_eq!(defaults.get(pair[0]), Some(&number.as_str()), "{}", pair[0]);
                many += 1;
            }
        }
    }
    assert!(many > 15, "{many}");
}
