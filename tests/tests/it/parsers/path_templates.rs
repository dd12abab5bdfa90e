//! Templates of paths, and which of many a request is for: the tree finds what a look at each of them finds.

use std::borrow::Cow;

use authplane_domain::Error;
use authplane_domain::catalogue::api::Api;
use authplane_domain::catalogue::api::matcher::Matcher;
use authplane_domain::catalogue::api::template::{Template, segments_of};
use chrono::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use regex::Regex;

use super::cases;

fn api(index: usize, method: &str, path: &str) -> Api {
    Api {
        tenant_id: "t".to_owned(),
        id: index.to_string(),
        server_id: "s".to_owned(),
        service_id: "s".to_owned(),
        method: method.to_owned(),
        path: path.to_owned(),
        form: String::new(),
        position: 1,
        can_have_policy: true,
        policy_id: None,
        data_classifications: Vec::new().into(),
        classified: false,
        document_policy_id: None,
        document_classifications: None,
        created_at: DateTime::UNIX_EPOCH,
    }
}

/// Segments that like to be mistaken for each other.
fn template() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        Just("a"),
        Just("b"),
        Just("ab"),
        Just(""),
        Just("{}"),
        Just("a{}"),
        Just("{}a"),
        Just("a{}a"),
        Just("{}-{}"),
        Just("{}.{}.a"),
        Just("%61"),
        Just("a%2fb"),
        Just("ä{}"),
    ];
    vec(segment, 1..5).prop_map(|segments| {
        let mut path = segments.iter().fold(String::new(), |path, segment| format!("{path}/{segment}"));
        // Each variable has a name of its own.
        for number in 0.. {
            let Some(at) = path.find("{}") else { break };
            path.insert_str(at + 1, &format!("v{number}"));
        }
        path
    })
}

fn path() -> impl Strategy<Value = String> {
    vec("[ab\\-.]{0,4}|a%2Fb|%C3%A4b|ab|a", 1..5)
        .prop_map(|segments| segments.iter().fold(String::new(), |path, segment| format!("{path}/{segment}")))
}

/// What a template matches, said by a regular expression for each segment.
fn by_expression(template: &str, path: &[Cow<'_, str>]) -> Option<Vec<(String, String)>> {
    let segments: Vec<&str> = template[1..].split('/').collect();
    if segments.len() != path.len() {
        return None;
    }
    let mut found = Vec::new();
    for (segment, text) in segments.iter().zip(path) {
        let (mut expression, mut names) = ("^".to_owned(), Vec::new());
        let mut rest = *segment;
        while let Some((literal, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap();
            expression += &(regex::escape(&decoded(literal)) + "(.+?)");
            names.push(name.to_owned());
            rest = after;
        }
        expression += &(regex::escape(&decoded(rest)) + "$");
        let captures = Regex::new(&expression).unwrap().captures(text)?;
        found.extend(names.into_iter().enumerate().map(|(index, name)| (name, captures[index + 1].to_owned())));
    }
    Some(found)
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn the_tree_finds_the_most_concrete_of_all_that_match(
        templates in vec((prop_oneof![Just("GET"), Just("PUT")], template()), 0..40),
        paths in vec(path(), 1..12),
    ) {
        let mut forms = Vec::new();
        let mut apis = Vec::new();
        for (index, (method, path)) in templates.iter().enumerate() {
            let form = (*method, Template::parse(path).unwrap().form());
            // As the database has it.
            if !forms.contains(&form) {
                forms.push(form);
                apis.push(api(index, method, path));
            }
        }
        let tree = Matcher::of(apis.clone());
        // The order in which they come changes nothing.
        let reversed = Matcher::of(apis.iter().rev().cloned());
        for path in &paths {
            let segments = segments_of(path).unwrap();
            let fitting = apis.iter().filter(|api| api.method == "GET" && by_expression(&api.path, &segments).is_some());
            let expected = fitting.min_by(|one, other| {
                Template::parse(&one.path).unwrap().compare(&Template::parse(&other.path).unwrap())
            });
            let found = tree.find("GET", path);
            prop_assert_eq!(found.as_ref().map(|found| &*found.api), expected, "{}", path);
            prop_assert_eq!(&reversed.find("GET", path), &found);
            if let Some(found) = found {
                prop_assert_eq!(Some(found.variables), by_expression(&found.api.path, &segments), "{}", path);
            }
        }
    }

    #[test]
    fn templates_of_one_form_match_the_same_and_those_of_others_do_not(
        one in template(), other in template(), paths in vec(path(), 1..30),
    ) {
        let (first, second) = (Template::parse(&one).unwrap(), Template::parse(&other).unwrap());
        if first.form() == second.form() {
            prop_assert_eq!(first.compare(&second), std::cmp::Ordering::Equal);
            for path in &paths {
                let segments = segments_of(path).unwrap();
                prop_assert_eq!(first.variables(&segments).is_some(), second.variables(&segments).is_some());
            }
        } else {
            // Of two that match one path, one counts.
            for path in &paths {
                let segments = segments_of(path).unwrap();
                if first.variables(&segments).is_some() && second.variables(&segments).is_some() {
                    prop_assert_ne!(first.compare(&second), std::cmp::Ordering::Equal, "{} and {}", one, other);
                }
            }
        }
    }

    #[test]
    fn whatever_is_sent_as_a_template_is_taken_or_told_the_field(text in "[/{}a%20ä?# \u{0}.-]{0,24}|\\PC{0,24}") {
        match Template::parse(&text) {
            Ok(template) => prop_assert_eq!(Template::parse(&template.form().replace("{}", "{x}")).is_err(), template.form().matches("{}").count() > 1),
            Err(error) => {
                let names_the_field = matches!(&error, Error::Invalid { field, .. } if field == "path");
                prop_assert!(names_the_field, "{}", error);
            }
        }
    }

    #[test]
    fn whatever_is_sent_as_a_path_is_looked_up(path in "\\PC{0,24}|[/a%ff2-]{0,24}") {
        let tree = Matcher::of([api(0, "GET", "/{a}"), api(1, "GET", "/a/{b}.{c}"), api(2, "GET", "/")]);
        let found = tree.find("GET", &path);
        prop_assert_eq!(tree.find("get", &path), None);
        if let Some(found) = found {
            prop_assert!(found.variables.iter().all(|(_, value)| !value.is_empty()));
        }
    }
}

#[test]
fn the_more_concrete_segment_wins_from_the_left() {
    let templates = [
        "/{a}/{b}",
        "/pets/{id}",
        "/{kind}/mine",
        "/pets/mine",
        "/pets/{id}.json",
        "/pets/{name}-{id}.json",
        "/pets/",
        "/pets",
        "/{a}/{b}/photos",
    ];
    let tree = Matcher::of(templates.iter().enumerate().map(|(index, path)| api(index, "GET", path)));
    for (path, expected) in [
        ("/pets/mine", Some("/pets/mine")),
        ("/pets/m%69ne", Some("/pets/mine")),
        ("/pets/7", Some("/pets/{id}")),
        ("/pets/7.json", Some("/pets/{id}.json")),
        ("/pets/x-7.json", Some("/pets/{name}-{id}.json")),
        ("/dogs/mine", Some("/{kind}/mine")),
        ("/dogs/7", Some("/{a}/{b}")),
        ("/pets/a%2Fb", Some("/pets/{id}")),
        ("/pets/", Some("/pets/")),
        ("/pets", Some("/pets")),
        // What begins concretely and doesn't end is gone back from.
        ("/pets/mine/photos", Some("/{a}/{b}/photos")),
        ("/dogs", None),
        ("//mine", None),
        ("/dogs/", None),
        ("pets", None),
        ("", None),
        ("/pets/%ff", None),
        ("/pets/../pets/mine", None),
    ] {
        let found = tree.find("GET", path);
        assert_eq!(found.as_ref().map(|found| found.api.path.as_str()), expected, "{path}");
    }
    assert_eq!(tree.find("PUT", "/pets/mine"), None);
    let found = tree.find("GET", "/pets/r%C3%A9x-7.json").unwrap();
    let variables: Vec<_> = found.variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(variables, [("name", "réx"), ("id", "7")]);
}
