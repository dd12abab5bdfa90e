//! People can use the pages, whoever they are and whatever they use.

use std::collections::{BTreeMap, BTreeSet};

use authplane::pages::{Language, style};
use serde_json::Value;

use super::html;
use super::markup::{self, Tag};
use super::samples::{self, Values};

fn all_pages() -> impl Iterator<Item = (String, String)> {
    let values = |language| {
        let realistic = Values::realistic(language);
        [realistic, Values { text: Some("x"), ..realistic }]
    };
    Language::ALL.into_iter().flat_map(values).flat_map(|values| {
        let name = move |name| format!("{name}.{}", values.language.tag());
        samples::pages(values).into_iter().map(move |(page, answer)| (name(page), html(&answer).to_owned()))
    })
}

#[test]
fn every_page_is_well_formed_and_says_its_language_and_its_title() {
    const VOID: [&str; 5] = ["!doctype", "meta", "link", "img", "input"];
    for (name, page) in all_pages() {
        assert!(page.starts_with("<!doctype html>\n"), "{name}");
        let mut open: Vec<String> = Vec::new();
        for tag in markup::tags(&page) {
            match tag.name.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed), "{name}"),
                None if VOID.contains(&tag.name.as_str()) => {}
                None => {
                    let is_block = ["p", "ul", "form", "div", "h1", "dl", "fieldset"].contains(&tag.name.as_str());
                    let is_in_text = open.iter().any(|tag| ["p", "span", "label", "h1", "a"].contains(&tag.as_str()));
                    assert!(!(is_block && is_in_text), "{name}: {tag:?} in {open:?}");
                    open.push(tag.name);
                }
            }
        }
        assert_eq!(open, Vec::<String>::new(), "{name}");
        let tags = markup::tags(&page);
        let count = |wanted: &str| tags.iter().filter(|tag| tag.name == wanted).count();
        for once in ["h1", "main", "header", "title"] {
            assert_eq!(count(once), 1, "{name}: {once}");
        }
        assert!(count("footer") <= 1, "{name}");
        let language = tags.iter().find(|tag| tag.name == "html").and_then(|tag| tag.get("lang"));
        assert!(language.is_some_and(|language| name.ends_with(&format!(".{language}"))), "{name}");
        let (_, title) = page.split_once("<title>").unwrap();
        let (title, _) = title.split_once("</title>").unwrap();
        assert!(title.ends_with(" · Nordlicht") && title.trim() == title && !title.contains('\n'), "{name}: {title:?}");
        let marks_error = title.starts_with("Error: ") || title.starts_with("Fehler: ");
        assert_eq!(marks_error, page.contains("role=\"alert\""), "{name}: {title}");
        assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"), "{name}");
    }
}

#[test]
fn every_field_has_a_label_and_its_problem() {
    for (name, page) in all_pages() {
        let tags = markup::tags(&page);
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id.to_owned()), "{name}: {id} is there twice");
        }
        let named = |attribute: &str| -> Vec<String> {
            let values = tags.iter().filter_map(|tag| tag.get(attribute));
            values.flat_map(|value| value.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        for attribute in ["for", "aria-describedby", "list"] {
            for id in named(attribute) {
                assert!(ids.contains(&id), "{name}: {attribute} names {id:?}");
            }
        }
        let labelled = named("for");
        let is_seen = |tag: &&Tag| tag.name == "input" && tag.get("type") != Some("hidden");
        for field in tags.iter().filter(is_seen) {
            assert!(field.get("id").is_some_and(|id| labelled.iter().any(|of| of == id)), "{name}: {field:?}");
            let is_told = field.get("aria-describedby").is_some_and(|ids| ids.split(' ').any(|id| id == "problem"));
            assert_eq!(is_told, field.get("type") != Some("checkbox") && ids.contains("problem"), "{name}: {field:?}");
        }
        assert!(tags.iter().filter(|tag| tag.get("autofocus").is_some()).count() <= 1, "{name}");
        for image in tags.iter().filter(|tag| tag.name == "img") {
            assert!(image.get("alt").is_some(), "{name}");
        }
        for frame in tags.iter().filter(|tag| tag.name == "iframe") {
            assert!(frame.get("title").is_some() && frame.get("sandbox").is_some(), "{name}");
        }
        for link in tags.iter().filter(|tag| tag.get("target").is_some()) {
            assert_eq!(link.get("rel"), Some("noopener noreferrer"), "{name}");
        }
    }
}

#[test]
fn the_sign_in_form_is_one_that_password_managers_know() {
    let pages: BTreeMap<String, String> = all_pages().collect();
    let field = |page: &str, name: &str| {
        let tags = markup::tags(&pages[page]);
        tags.into_iter().find(|tag| tag.name == "input" && tag.get("name") == Some(name)).unwrap()
    };
    for page in ["sign-in-plain.en", "sign-in-wrong.de"] {
        assert_eq!(field(page, "username").get("autocomplete"), Some("username"));
        assert_eq!(field(page, "password").get("autocomplete"), Some("current-password"));
        assert_eq!(field(page, "password").get("type"), Some("password"));
        assert_eq!(field(page, "password").get("value"), None);
    }
    assert!(field("sign-in-plain.en", "username").get("autofocus").is_some());
    assert!(field("sign-in-wrong.en", "password").get("autofocus").is_some());
}

#[test]
fn consent_sends_what_is_ticked_and_explains_standard_scopes() {
    let read = |language| {
        let pages = samples::pages(Values::realistic(language));
        html(&pages.iter().find(|(name, _)| *name == "consent").unwrap().1).to_owned()
    };
    let english = read(Language::English);
    let boxes: Vec<String> = markup::tags(&english)
        .iter()
        .filter(|tag| tag.get("type") == Some("checkbox") && tag.get("checked").is_some())
        .map(|tag| format!("{}={}", tag.get("name").unwrap(), tag.get("value").unwrap()))
        .collect();
    let archive = "scope=orders.archive.read_all_of_the_last_ten_years";
    assert_eq!(boxes, ["scope=email", "scope=offline_access", "scope=orders:write", archive]);
    let text = markup::text(&english);
    for shown in ["Your email address", "Know who you are", "Place orders", "Purpose: So that the shop", archive] {
        assert!(text.contains(shown.trim_start_matches("scope=")), "{shown}");
    }
    assert!(markup::text(&read(Language::German)).contains("Zugriff in Ihrer Abwesenheit"));
    let decisions: Vec<String> = markup::tags(&english)
        .iter()
        .filter(|tag| tag.name == "button")
        .map(|tag| tag.get("value").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(decisions, ["deny", "allow"], "the first is what the Enter key stands for");
}

/// Nothing is ticked for anybody; what everything depends on is insisted on by the browser, unless the user refuses.
#[test]
fn consents_are_ticked_by_nobody_but_the_user_and_the_indispensable_are_insisted_on() {
    for page in ["consent-and-consents", "agreement", "device-confirm-consents"] {
        let pages = samples::pages(Values::realistic(Language::German));
        let page = html(&pages.iter().find(|(name, _)| *name == page).unwrap().1).to_owned();
        let tags = markup::tags(&page);
        let boxes: Vec<&Tag> = tags.iter().filter(|tag| tag.get("name") == Some("consent")).collect();
        let ticked = boxes.iter().filter(|tag| tag.get("checked").is_some()).count();
        let insisted: Vec<bool> = boxes.iter().map(|tag| tag.get("required").is_some()).collect();
        assert_eq!((ticked, insisted), (0, vec![true, false, false]));
        let shown = tags.iter().filter(|tag| tag.get("name") == Some("shown_consent"));
        let shown: Vec<_> = shown.map(|tag| tag.get("value").unwrap()).collect();
        assert_eq!(shown, boxes.iter().map(|tag| tag.get("value").unwrap()).collect::<Vec<_>>());
        let buttons = tags.iter().filter(|tag| tag.name == "button");
        let insists: Vec<bool> = buttons.map(|button| button.get("formnovalidate").is_none()).collect();
        assert_eq!(insists, [false, true], "deny, allow");
        let text = markup::text(&page);
        for words in ["Nötig, um fortzufahren", "Nötig für:", "Freiwillig", "Hauptzweck", "später nicht widerrufen"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}

#[test]
fn both_languages_are_complete_and_differ() {
    fn walk(value: &Value, path: &str, into: &mut BTreeMap<String, String>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, value)| walk(value, &format!("{path}.{name}"), into));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(at, value)| walk(value, &format!("{path}.{at}"), into));
            }
            Value::String(text) => drop(into.insert(path.to_owned(), text.clone())),
            other => panic!("{path}: {other}"),
        }
    }
    let [english, german] = Language::ALL.map(|language| {
        let mut texts = BTreeMap::new();
        walk(&serde_json::to_value(language.texts()).unwrap(), "", &mut texts);
        texts
    });
    let same = [".device.code"];
    for (path, text) in &english {
        let other = &german[path];
        if let Some(side) = path.strip_suffix(".before").or_else(|| path.strip_suffix(".after")) {
            let has_any = |texts: &BTreeMap<String, String>| {
                !(texts[&format!("{side}.before")].is_empty() && texts[&format!("{side}.after")].is_empty())
            };
            assert!(has_any(&english) && has_any(&german), "{path}");
        } else {
            assert!(!text.is_empty() && !other.is_empty(), "{path}");
            assert!(text != other || same.contains(&path.as_str()), "{path} is not translated: {text}");
        }
        for text in [text, other] {
            assert!(!text.contains(['<', '>', '&', '{', '"']) && !text.contains("  "), "{path}: {text}");
        }
    }
    assert_eq!(english.keys().collect::<Vec<_>>(), german.keys().collect::<Vec<_>>());
}

/// Relative luminance of WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn colours_have_enough_contrast_in_both_schemes() {
    let style = style::STYLESHEET.contents();
    let colour = |scheme: &str, name: &str| {
        let (_, rest) = scheme.split_once(&format!("--{name}: ")).unwrap_or_else(|| panic!("{name}"));
        rest.split(';').next().unwrap().to_owned()
    };
    let (light, rest) = style.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (dark, _) = rest.split_once("\n}\n").unwrap();
    for (name, scheme) in [("light", light), ("dark", dark)] {
        // Text needs 4.5 (WCAG 2.2, 1.4.3), and what is needed to see a field or the focus 3 (1.4.11).
        for (front, back, least) in [
            ("text", "card", 4.5),
            ("text", "ground", 4.5),
            ("text", "tint", 4.5),
            ("quiet", "card", 4.5),
            ("quiet", "ground", 4.5),
            ("accent", "card", 4.5),
            ("accent", "ground", 4.5),
            ("accent", "tint", 4.5),
            ("accent-strong", "card", 4.5),
            ("accent-strong", "ground", 4.5),
            ("on-accent", "accent", 4.5),
            ("on-accent", "accent-strong", 4.5),
            ("alarm", "alarm-tint", 4.5),
            ("alarm", "card", 3.0),
            ("caution", "caution-tint", 4.5),
            ("line", "card", 3.0),
        ] {
            let (a, b) = (luminance(&colour(scheme, front)), luminance(&colour(scheme, back)));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= least, "{name}: {front} on {back} has {contrast:.2}");
        }
    }
}
