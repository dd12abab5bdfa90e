//! The query parameters of Logto's lists.

use authplane::api::logto::error::LogtoError;
use authplane::api::logto::paging::Paging;
use authplane::api::logto::search::{Described, Searchable, Users, is_truthy, parse};
use authplane::edge::{Answer, Declared, DialectError as _, ErrorContext};
use authplane_domain::Window;
use authplane_domain::storage::search::{Field, Joint, Mode, Search, Term};
use http::{StatusCode, Uri};
use proptest::prelude::*;
use serde_json::json;

use super::cases;

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn term(field: Option<Field>, mode: Mode, values: &[&str]) -> Term {
    Term { field, mode, values: values.iter().map(|value| (*value).to_owned()).collect() }
}

fn found(query: &str) -> Search {
    found_in::<Described>(query)
}

fn found_in<L: Searchable>(query: &str) -> Search {
    parse::<L>(query).unwrap_or_else(|error| panic!("{query}: {error}"))
}

fn status(error: LogtoError) -> StatusCode {
    let (head, ()) = http::Request::new(()).into_parts();
    error.into_answer(&ErrorContext { request_id: "id", head: &head, declared: &Declared::default() }).status
}

fn is_refused(query: &str) -> bool {
    is_refused_in::<Described>(query)
}

fn is_refused_in<L: Searchable>(query: &str) -> bool {
    let Err(error) = parse::<L>(query) else { return false };
    assert_eq!(error.code, "request.invalid_input");
    assert_eq!(error.data, Some(json!({})));
    assert_eq!(status(error), StatusCode::BAD_REQUEST);
    true
}

#[test]
fn nothing_to_search_finds_everything() {
    for query in ["", "page=2&page_size=5", "other=1&searching=no", "mode=posix&joint=and"] {
        assert!(found(query).terms.is_empty(), "{query}");
    }
    assert_eq!(found("joint=and").joint, Joint::And);
}

#[test]
fn the_three_forms_of_the_parameters_mean_the_same() {
    let expected = Search {
        terms: vec![term(None, Mode::Like, &["%a%"]), term(Some(Field::Name), Mode::Exact, &["x", "y"])],
        joint: Joint::And,
        case_sensitive: true,
    };
    let pairs = [
        ("search", "%a%"),
        ("search.name", "x"),
        ("search.name", "y"),
        ("mode.name", "exact"),
        ("joint", "and"),
        ("isCaseSensitive", "true"),
    ];
    assert_eq!(found(&query(&pairs)), expected);
    let bracketed: Vec<(String, &str)> =
        pairs.iter().map(|(name, value)| (format!("search_params[{name}]"), *value)).collect();
    let bracketed: Vec<(&str, &str)> = bracketed.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(found(&query(&bracketed)), expected);
    let json = r#"{"search":"%a%","search.name":["x","y"],"mode.name":"exact","joint":"and","isCaseSensitive":true}"#;
    assert_eq!(found(&query(&[("search_params", json)])), expected);
}

#[test]
fn a_field_has_its_own_mode_or_the_general_one_or_like() {
    let searched =
        found("search.id=a&search.name=b&search.description=c&mode.id=exact&mode=posix&mode.description=like");
    let modes: Vec<_> = searched.terms.iter().map(|term| (term.field, term.mode)).collect();
    let expected =
        [(Some(Field::Id), Mode::Exact), (Some(Field::Name), Mode::Posix), (Some(Field::Description), Mode::Like)];
    assert_eq!(modes, expected);
}

#[test]
fn what_cannot_be_searched_is_refused() {
    for query in [
        "search=",
        "search.name=",
        "search.indicator=a",
        "search.user.name=a",
        "search.=a",
        "search=a&mode=fuzzy",
        "search=a&mode.name=EXACT",
        "search=a&mode.secret=exact",
        "search=a&joint=xor",
        "search=a&search=b",
        "search=a&search=b&mode=posix",
        "search=a&mode=similar_to",
        "search=a&mode=similar_to&isCaseSensitive=no",
        "search=%FF",
        "search.name=a%C3",
        "search_params=",
        "search_params=a",
        "search_params=[]",
        "search_params=%7B%22search%22:1%7D",
        "search_params=%7B%22search%22:%7B%7D%7D",
        "search_params=%7B%22search%22:null%7D",
        "search_params=%7B%22search%22:[1]%7D",
    ] {
        assert!(is_refused(query), "{query}");
    }
    assert_eq!(found("search=a&search=b&mode=exact").terms, [term(None, Mode::Exact, &["a", "b"])]);
    assert_eq!(found("search=a&mode=similar_to&isCaseSensitive=yes").terms[0].mode, Mode::SimilarTo);
}

#[test]
fn keys_of_which_one_counts_are_the_first_and_modes_the_last() {
    for (query, joint) in [
        ("", Joint::Or),
        ("joint=", Joint::Or),
        ("joint=and&joint=or", Joint::And),
        ("joint=or&joint=xor", Joint::Or),
        ("jointMode=and", Joint::And),
        ("jointMode=and&joint=or", Joint::Or),
        ("jointMode=xor&joint=and", Joint::And),
    ] {
        assert_eq!(found(query).joint, joint, "{query}");
        assert_eq!(found_in::<Users>(query).joint, joint, "{query}");
    }
    assert!(found("isCaseSensitive=yes&isCaseSensitive=no").case_sensitive);
    assert!(!found("isCaseSensitive=no&isCaseSensitive=yes").case_sensitive);
    for (query, mode) in [
        ("search.name=a&mode=exact&mode=posix", Mode::Posix),
        ("search.name=a&mode.name=exact&mode.name=posix", Mode::Posix),
        ("mode.name=exact&mode=posix&search.name=a", Mode::Exact),
    ] {
        assert_eq!(found(query).terms, [term(Some(Field::Name), mode, &["a"])], "{query}");
        assert_eq!(found_in::<Users>(query).terms, [term(Some(Field::Name), mode, &["a"])], "{query}");
    }
}

#[test]
fn a_list_is_searched_for_what_its_rows_have() {
    for (name, field) in [
        ("id", Field::Id),
        ("name", Field::Name),
        ("username", Field::Username),
        ("primaryEmail", Field::PrimaryEmail),
        ("primary_email", Field::PrimaryEmail),
        ("primary-email", Field::PrimaryEmail),
        ("primaryPhone", Field::PrimaryPhone),
        ("primary_phone", Field::PrimaryPhone),
        ("primary-phone", Field::PrimaryPhone),
    ] {
        let query = format!("search.{name}=a&mode.{name}=exact");
        assert_eq!(found_in::<Users>(&query).terms, [term(Some(field), Mode::Exact, &["a"])], "{query}");
        assert_eq!(is_refused(&query), !matches!(field, Field::Id | Field::Name), "{query}");
    }
    let spelled_twice = "search.primaryEmail=a&search.primary_email=b";
    assert!(is_refused_in::<Users>(spelled_twice));
    let exact = found_in::<Users>(&format!("{spelled_twice}&mode.primary-email=exact"));
    assert_eq!(exact.terms, [term(Some(Field::PrimaryEmail), Mode::Exact, &["a", "b"])]);
}

#[test]
fn keys_of_a_search_of_users_may_be_longer_words() {
    let all = |mode, value: &str| vec![term(None, mode, &[value])];
    for (query, expected) in [
        ("", vec![]),
        ("mode=exact", vec![]),
        ("model=exact&page=2&excludeRoleId=r", vec![]),
        ("search=%25tom%25", all(Mode::Like, "%tom%")),
        ("searchable=%25tom%25", all(Mode::Like, "%tom%")),
        ("search_text=tom&modern=posix", all(Mode::Posix, "tom")),
        ("mode=exact&mode=like&search=%25tom%25", all(Mode::Like, "%tom%")),
        ("searched.name=tom&mode.name=posix", vec![term(Some(Field::Name), Mode::Posix, &["tom"])]),
        ("search.name=tom&modes.name=posix", vec![term(Some(Field::Name), Mode::Posix, &["tom"])]),
        ("search_params%5Bsearchable%5D=tom", all(Mode::Like, "tom")),
        ("search_params=%7B%22searchable%22:%22tom%22%7D", all(Mode::Like, "tom")),
        ("search=a&searchable=b&mode=exact", vec![term(None, Mode::Exact, &["a", "b"])]),
    ] {
        assert_eq!(found_in::<Users>(query).terms, expected, "{query}");
    }
    for query in ["searchable=a", "model=prefix", "modes.secret=like", "searched.secret=a"] {
        assert!(found(query).terms.is_empty(), "{query}");
    }
}

#[test]
fn what_cannot_be_searched_of_users_is_refused() {
    for query in [
        "search=",
        "searchable=",
        "search.name=",
        "search=%25tom%25&search=x",
        "search=a&searchable=b",
        "search.primaryEmail=a@b.c&search.primaryEmail=d@e.f",
        "search.name=a&search.name=b&mode.name=posix",
        "search.name=a&search.name=&mode=exact",
        "search.email=%25x%25",
        "search.avatar=%25",
        "search.description=%25",
        "search.profile.nickname=x",
        "search.name.first=x",
        "searchable.name.first=x",
        "search.=x",
        "mode.email=like",
        "mode.name.first=like",
        "joint=xor",
        "jointMode=xor",
        "joint=xor&joint=or",
        "mode=prefix",
        "mode=",
        "mode.name=LIKE",
        "model=x",
        "search.primaryPhone=10%25&mode.primaryPhone=similar_to",
        "search=%FF",
        "search_params=",
        "search_params=%7B%22model%22:%22x%22%7D",
        "search_params%5Bsearch.email%5D=a",
    ] {
        assert!(is_refused_in::<Users>(query), "{query}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_longer_word_is_a_key_of_a_search_of_users_alone(rest in "[^.\\[\\p{C}]{1,8}", value in "[^\\p{C}\u{fffd}]{1,20}") {
        prop_assume!(rest != "_params");
        let query = query(&[(&format!("search{rest}"), &value), (&format!("mode{rest}"), "posix")]);
        let expected = [term(None, Mode::Posix, &[&value])];
        prop_assert_eq!(&found_in::<Users>(&query).terms[..], &expected[..]);
        prop_assert!(found(&query).terms.is_empty());
    }

    #[test]
    fn any_query_is_searched_or_refused(
        pairs in proptest::collection::vec(
            (prop_oneof![
                Just("search".to_owned()), Just("mode".to_owned()), Just("joint".to_owned()), Just("search_params".to_owned()),
                "(search|mode)\\.(name|id|description|primary-email|\\PC{0,3})", "search_params\\[\\PC{0,8}\\]?", "\\PC{0,6}",
            ], prop_oneof!["\\PC{0,8}", Just("exact".to_owned()), Just("[\"a\"]".to_owned()), Just("{\"mode\":[]}".to_owned())]),
            0..6,
        ),
        raw in "[\\x20-\\x7e]{0,40}",
    ) {
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        for query in [encoded, raw] {
            if parse::<Described>(&query).is_err() {
                prop_assert!(is_refused(&query));
            }
            if parse::<Users>(&query).is_err() {
                prop_assert!(is_refused_in::<Users>(&query));
            }
        }
    }

    #[test]
    fn a_value_is_searched_as_it_was_sent(value in "[^\\p{C}\u{fffd}]{1,20}") {
        let expected = [term(Some(Field::Description), Mode::Like, &[&value])];
        prop_assert_eq!(&found(&query(&[("search.description", &value)])).terms[..], &expected[..]);
        let json = json!({"search.description": value}).to_string();
        prop_assert_eq!(&found(&query(&[("search_params", &json)])).terms[..], &expected[..]);
    }

    #[test]
    fn any_page_is_a_window_or_refused(page in "\\PC{0,12}|[0-9]{0,24}|[+-]?[0-9]{1,3}(\\.[0-9])?", size in "\\PC{0,6}|[0-9]{0,5}") {
        let query = query(&[("page", &page), ("page_size", &size)]);
        let number = |text: &str, default: u64, largest: u64| match text {
            "" => Some(default),
            text if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().filter(|number| (1..=largest).contains(number)),
            _ => None,
        };
        let expected = number(&page, 1, 1 << 40).zip(number(&size, 20, 100));
        match (Paging::parse(&query), expected) {
            (Ok(paging), Some((page, size))) => prop_assert_eq!(paging.window(), Some(Window { limit: size, offset: (page - 1) * size })),
            (Err(error), None) => {
                prop_assert_eq!(error.code.as_str(), "guard.invalid_pagination");
                prop_assert_eq!(status(error), StatusCode::BAD_REQUEST);
            }
            (parsed, expected) => prop_assert!(false, "{query}: {parsed:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn the_links_of_a_page_lead_to_its_neighbours(page in 1_u64..30, size in 1_u64..100, total in 0_u64..2000, other in "\\PC{0,6}") {
        let asked = query(&[("page", &page.to_string()), ("search", &other), ("page_size", &size.to_string())]);
        let uri: Uri = format!("/api/resources?{asked}").parse().unwrap();
        let paging = Paging::parse(&asked).unwrap();
        let answer = paging.describe(Answer::empty(StatusCode::OK), "http://here", &uri, total);
        let total_number = answer.headers["total-number"].to_str().unwrap();
        prop_assert_eq!(total_number, total.to_string());
        let last = total.div_ceil(size).max(1);
        let mut expected = vec![("first", 1), ("last", last)];
        if page > 1 {
            expected.push(("prev", (page - 1).min(last)));
        }
        if page < last {
            expected.push(("next", page + 1));
        }
        let lines: Vec<&str> = answer.headers.get_all("link").iter().map(|link| link.to_str().unwrap()).collect();
        prop_assert_eq!(lines.len(), 1, "clients read the first line");
        let links: Vec<&str> = lines[0].split(", ").collect();
        prop_assert_eq!(links.len(), expected.len());
        for (link, (relation, page)) in links.into_iter().zip(expected) {
            let (url, rest) = link.strip_prefix('<').unwrap().split_once('>').unwrap();
            prop_assert_eq!(rest, format!("; rel=\"{relation}\""));
            let url = url::Url::parse(url).unwrap();
            prop_assert_eq!((url.host_str(), url.path()), (Some("here"), "/api/resources"));
            let pairs: Vec<_> = url.query_pairs().into_owned().collect();
            let wanted = [("page", page.to_string()), ("search", other.clone()), ("page_size", size.to_string())];
            prop_assert_eq!(pairs, wanted.map(|(name, value)| (name.to_owned(), value)).to_vec());
        }
    }
}

#[test]
fn a_list_whose_paging_is_optional_is_whole_when_nothing_is_asked() {
    let window = |query: &str| Paging::parse(query).unwrap().optional().window();
    assert_eq!(window(""), None);
    assert_eq!(window("page=&page_size="), None);
    assert_eq!(window("page=1"), Some(Window { limit: 20, offset: 0 }));
    assert_eq!(window("page_size=5"), Some(Window { limit: 5, offset: 0 }));
    for query in ["page=1&page=1", "page=0", "page_size=101", "page=1.5", "page=-1", "page=%2B1", "page=1e3"] {
        assert!(Paging::parse(query).is_err(), "{query}");
    }
}

#[test]
fn truth_has_six_spellings() {
    for text in ["1", "true", "y", "yes", "yep", "yeah", "TRUE", "Yes"] {
        assert!(is_truthy(text), "{text}");
    }
    for text in ["", "0", "no", "false", "on", "t", " true", "2"] {
        assert!(!is_truthy(text), "{text}");
    }
}
