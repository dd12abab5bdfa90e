//! Search and paging find the same on both databases.

use authplane_domain::catalogue::scope::{self, NewScope};
use authplane_domain::clients::client;
use authplane_domain::storage::search::{Field, Joint, Mode, Search, Term};
use authplane_domain::{Error, Store, Window};
use authplane_tests::Database;

use super::{World, acting, make_service, new_scope, on_both};

/// Name and description.
const SCOPES: [(&str, Option<&str>); 12] = [
    ("read:orders", Some("Reads orders")),
    ("write:orders", Some("Writes orders\nand more")),
    ("READ:invoices", Some("100% of them")),
    ("read_all", None),
    ("readXall", Some("")),
    ("caf\u{e9}", Some("Umlaute: \u{c4}\u{d6}\u{dc}")),
    ("Caf\u{c9}", Some("umlaute: \u{e4}\u{f6}\u{fc}")),
    ("back\\slash", Some("a|b")),
    ("(paren)", Some("[bracket] & ~tilde")),
    ("a.b", Some("a+b*c?")),
    ("axb", Some("$^")),
    ("quote'\"", Some("'; DROP TABLE scopes; --")),
];

async fn fill(store: &Store) {
    make_service(store, "t", "api").await;
    make_service(store, "t", "other").await;
    for (number, (name, description)) in SCOPES.iter().enumerate() {
        for service in ["api", "other"] {
            let new = NewScope {
                id: Some(format!("{service}-{number:02}")),
                description: description.map(str::to_owned),
                ..new_scope(service, name)
            };
            scope::create(&acting(store, "t"), new).await.unwrap();
        }
    }
}

fn one(field: Option<Field>, mode: Mode, value: &str, case_sensitive: bool) -> Search {
    let term = Term { field, mode, values: vec![value.to_owned()] };
    Search { terms: vec![term], joint: Joint::Or, case_sensitive }
}

async fn found(store: &Store, search: &Search) -> Vec<String> {
    let page = scope::page_of_service(store, "t", "api", None, Some(search)).await;
    let page = page.unwrap_or_else(|error| panic!("{search:?}: {error}"));
    assert_eq!(page.total, page.items.len() as u64);
    page.items.iter().map(|scope| scope.name.clone()).collect()
}

#[tokio::test]
async fn every_mode_finds_what_it_says_on_both_databases() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        fill(store).await;
        let name = Some(Field::Name);
        let description = Some(Field::Description);
        let cases: Vec<(Search, Vec<&str>)> = vec![
            // Without % a like is equality that ignores case.
            (one(name, Mode::Like, "read:ORDERS", false), vec!["read:orders"]),
            (one(name, Mode::Like, "read", false), vec![]),
            (one(name, Mode::Like, "read%", false), vec!["read:orders", "READ:invoices", "read_all", "readXall"]),
            (one(name, Mode::Like, "read%", true), vec!["read:orders", "read_all", "readXall"]),
            (one(name, Mode::Like, "read_all", true), vec!["read_all", "readXall"]),
            (one(name, Mode::Like, "read\\_all", true), vec!["read_all"]),
            (one(name, Mode::Like, "%\\\\%", true), vec!["back\\slash"]),
            (one(name, Mode::Like, "a.b", true), vec!["a.b"]),
            (one(name, Mode::Like, "(paren)", false), vec!["(paren)"]),
            (one(name, Mode::Like, "%'%", false), vec!["quote'\""]),
            (one(name, Mode::Like, "CAF_", false), vec!["caf\u{e9}", "Caf\u{c9}"]),
            (one(name, Mode::Like, "caf\u{e9}", false), vec!["caf\u{e9}", "Caf\u{c9}"]),
            (one(name, Mode::Like, "caf\u{e9}", true), vec!["caf\u{e9}"]),
            (one(description, Mode::Like, "%orders%more", false), vec!["write:orders"]),
            (one(description, Mode::Like, "100\\%%", false), vec!["READ:invoices"]),
            (one(description, Mode::Like, "%\u{e4}\u{f6}\u{fc}", false), vec!["caf\u{e9}", "Caf\u{c9}"]),
            (one(Some(Field::Id), Mode::Like, "api-0_", false), SCOPES[..10].iter().map(|(name, _)| *name).collect()),
            (one(None, Mode::Like, "%orders%", false), vec!["read:orders", "write:orders"]),
            (one(None, Mode::Like, "api-11", false), vec!["quote'\""]),
            (one(description, Mode::Like, "'; drop table scopes; --", false), vec!["quote'\""]),
            (one(name, Mode::Exact, "READ_ALL", false), vec!["read_all"]),
            (one(name, Mode::Exact, "READ_ALL", true), vec![]),
            (one(name, Mode::Exact, "a.b", false), vec!["a.b"]),
            (one(name, Mode::Exact, "CAF\u{c9}", false), vec!["caf\u{e9}", "Caf\u{c9}"]),
            (one(name, Mode::Exact, "%", false), vec![]),
            (one(name, Mode::SimilarTo, "(read|write):orders", true), vec!["read:orders", "write:orders"]),
            (one(name, Mode::SimilarTo, "read(:|X)%", true), vec!["read:orders", "readXall"]),
            (one(name, Mode::SimilarTo, "a[.x]b", true), vec!["a.b", "axb"]),
            (one(name, Mode::SimilarTo, "a.b", true), vec!["a.b"]),
            (one(name, Mode::SimilarTo, "\\(paren\\)", true), vec!["(paren)"]),
            (one(name, Mode::SimilarTo, "read", true), vec![]),
            (one(description, Mode::SimilarTo, "a\\+b\\*c\\?", true), vec!["a.b"]),
            (one(name, Mode::Posix, "^read", true), vec!["read:orders", "read_all", "readXall"]),
            (one(name, Mode::Posix, "^read", false), vec!["read:orders", "READ:invoices", "read_all", "readXall"]),
            (one(name, Mode::Posix, "orders$", true), vec!["read:orders", "write:orders"]),
            (one(name, Mode::Posix, "^a.b$", true), vec!["a.b", "axb"]),
            (one(name, Mode::Posix, "[[:upper:]]{4}", true), vec!["READ:invoices"]),
            (one(description, Mode::Posix, "^$", true), vec!["readXall"]),
            (one(None, Mode::Posix, "[0-9]{3}%", true), vec!["READ:invoices"]),
        ];
        for (search, expected) in cases {
            assert_eq!(found(store, &search).await, expected, "{search:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn several_terms_go_together_as_asked_and_pages_cut_what_was_found() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        fill(store).await;
        let term = |field, mode, values: &[&str]| Term {
            field,
            mode,
            values: values.iter().map(|v| (*v).to_owned()).collect(),
        };
        let terms = vec![
            term(Some(Field::Name), Mode::Like, &["read%"]),
            term(Some(Field::Description), Mode::Like, &["%orders%"]),
        ];
        let or = Search { terms: terms.clone(), joint: Joint::Or, case_sensitive: true };
        assert_eq!(found(store, &or).await, ["read:orders", "write:orders", "read_all", "readXall"]);
        let and = Search { terms, joint: Joint::And, case_sensitive: true };
        assert_eq!(found(store, &and).await, ["read:orders"]);
        let any =
            Search { terms: vec![term(Some(Field::Name), Mode::Exact, &["a.b", "AXB", "none"])], ..Search::default() };
        assert_eq!(found(store, &any).await, ["a.b", "axb"]);
        assert_eq!(found(store, &Search::default()).await.len(), SCOPES.len(), "nothing to search finds all");
        let mut seen = Vec::new();
        for offset in 0..5 {
            let window = Some(Window { limit: 1, offset });
            let page = scope::page_of_service(store, "t", "api", window, Some(&or)).await.unwrap();
            assert_eq!(page.total, 4);
            seen.extend(page.items.iter().map(|scope| scope.name.clone()));
        }
        assert_eq!(seen, found(store, &or).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_null_is_found_by_no_mode() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        fill(store).await;
        let description = Some(Field::Description);
        let all_but_null: Vec<&str> =
            SCOPES.iter().filter(|(_, description)| description.is_some()).map(|(name, _)| *name).collect();
        for (mode, pattern) in
            [(Mode::Like, "%"), (Mode::SimilarTo, "%"), (Mode::Posix, "^"), (Mode::Posix, "^([^x]|x)*$")]
        {
            for case_sensitive in [true, false] {
                if mode == Mode::SimilarTo && !case_sensitive {
                    continue;
                }
                let search = one(description, mode, pattern, case_sensitive);
                assert_eq!(found(store, &search).await, all_but_null, "{search:?}");
            }
        }
        for case_sensitive in [true, false] {
            let exact = one(description, Mode::Exact, "", case_sensitive);
            assert_eq!(found(store, &exact).await, ["readXall"], "{exact:?}");
        }
        // Another term may find it nevertheless.
        let term = |field, value: &str| Term { field, mode: Mode::Like, values: vec![value.to_owned()] };
        let terms = vec![term(description, "%orders"), term(Some(Field::Name), "read\\_all")];
        let both = |joint| Search { terms: terms.clone(), joint, case_sensitive: false };
        assert_eq!(found(store, &both(Joint::Or)).await, ["read:orders", "read_all"]);
        assert!(found(store, &both(Joint::And)).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_search_that_cannot_be_done_is_refused_on_both_databases() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        fill(store).await;
        let name = Some(Field::Name);
        let values =
            |number: usize| vec![Term { field: name, mode: Mode::Exact, values: vec!["v".to_owned(); number] }];
        let several = |mode| vec![Term { field: name, mode, values: vec!["a".to_owned(), "b".to_owned()] }];
        for search in [
            one(name, Mode::Like, "", false),
            one(name, Mode::Like, "ends with \\", true),
            one(name, Mode::Like, "a\0b", true),
            one(name, Mode::Exact, "a\0b", true),
            one(name, Mode::Like, &"v".repeat(1025), true),
            one(name, Mode::Posix, "(", true),
            one(name, Mode::Posix, "[z-a]", true),
            one(name, Mode::Posix, "*", true),
            one(name, Mode::Posix, "a{3,1}", true),
            // Small to write, large to run: each character of each row visits hundreds of states.
            one(name, Mode::Posix, "(a?){999}a{999}b", true),
            one(name, Mode::Posix, "((a{30}){30}){30}", false),
            one(name, Mode::SimilarTo, "(a?){999}a{999}b", true),
            one(name, Mode::SimilarTo, "(", true),
            one(name, Mode::SimilarTo, "[", true),
            one(name, Mode::SimilarTo, "a%", false),
            Search { terms: values(65), ..Search::default() },
            Search { terms: values(0), ..Search::default() },
            Search { terms: several(Mode::Like), ..Search::default() },
            Search { terms: several(Mode::Posix), ..Search::default() },
            // A scope has none of these.
            one(Some(Field::Username), Mode::Like, "%", false),
            one(Some(Field::PrimaryEmail), Mode::Exact, "a@b.c", true),
            one(Some(Field::PrimaryPhone), Mode::Posix, "1", true),
        ] {
            let refused = scope::page_of_service(store, "t", "api", None, Some(&search)).await;
            assert!(
                matches!(refused, Err(Error::Invalid { ref field, .. }) if field == "search"),
                "{search:?}: {refused:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_may_have_as_many_values_as_it_says_and_patterns_of_an_ordinary_size() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        fill(store).await;
        let name = Some(Field::Name);
        let mut values: Vec<String> =
            (0..63).map(|number| format!("nobody has such a long name {number} \u{e9}")).collect();
        values.push("READ_ALL".to_owned());
        let exact = Search { terms: vec![Term { field: name, mode: Mode::Exact, values }], ..Search::default() };
        assert_eq!(found(store, &exact).await, ["read_all"]);
        let long = format!("%{}%", "an ordinary description ".repeat(8));
        assert!(found(store, &one(None, Mode::Like, &long, false)).await.is_empty());
        assert_eq!(found(store, &one(name, Mode::Posix, "^[[:alpha:]]+:[a-z]{3,20}$", true)).await.len(), 3);
        // A word character of Unicode is a large thing, and what people write.
        assert_eq!(found(store, &one(name, Mode::Posix, "^\\w+:[a-z]{3,20}$", true)).await.len(), 3);
    })
    .await;
}

/// A pattern that is small enough and keeps a connection of SQLite busy: only other searches wait for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_searches_keep_nobody_else_waiting() {
    let world = World::new(Database::Sqlite).await;
    world.tenant("t").await;
    make_service(&world.store, "t", "api").await;
    for number in 0_u64..20 {
        // Without a period, so that hardly any state of the pattern comes twice.
        let mut state = 88_172_645_463_325_252_u64 + number;
        let description = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            if state & 1 == 0 { 'a' } else { 'b' }
        });
        let description = description.take(8000).collect();
        let new = NewScope { description: Some(description), ..new_scope("api", &format!("scope-{number}")) };
        scope::create(&acting(&world.store, "t"), new).await.unwrap();
    }
    let slow = one(Some(Field::Description), Mode::Posix, "(a|b)*a[ab]{120}[^ab]", true);
    let searches: Vec<_> = (0..4)
        .map(|_| {
            let (store, slow) = (world.store.clone(), slow.clone());
            tokio::spawn(async move { scope::page_of_service(&store, "t", "api", None, Some(&slow)).await })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    assert!(client::find(&world.store, "t", "privx-external-t").await.unwrap().is_some());
    let finished = searches.iter().filter(|search| search.is_finished()).count();
    assert!(finished < 2, "a read waited for {finished} searches");
    for search in searches {
        // Those at the end of the queue may be told to come back later.
        let found = search.await.unwrap();
        assert!(matches!(found, Ok(_) | Err(Error::Unavailable(_))), "{found:?}");
    }
}

#[tokio::test]
async fn odd_patterns_find_the_same_on_both_databases_or_nothing_at_all() {
    if Database::tested().len() < 2 {
        return;
    }
    let (sqlite, postgres) = (World::new(Database::Sqlite).await, World::new(Database::Postgres).await);
    for world in [&sqlite, &postgres] {
        world.tenant("t").await;
        fill(&world.store).await;
    }
    for pattern in [
        "%",
        "_",
        "__",
        "a_b",
        "%a%b%",
        "\\a",
        "\\%",
        "%\\_%",
        "[a]",
        "a|b",
        "a*",
        "a+",
        "(a)",
        "a{1}",
        "^a",
        "a$",
        ".",
        "\\.",
        "%:%s",
        "?",
        "\u{e9}",
        "%\n%",
        "'",
        "\"",
        "\\\\",
        "r%:o%",
        "R%",
        "%é",
        "-",
        "#",
        "&",
        "~",
        "(?i)read%",
        "read(:|_)%",
        "[^r]%",
    ] {
        for mode in [Mode::Like, Mode::Exact, Mode::SimilarTo] {
            for case_sensitive in [true, false] {
                if mode == Mode::SimilarTo && !case_sensitive {
                    continue;
                }
                for field in [None, Some(Field::Name), Some(Field::Description)] {
                    let search = one(field, mode, pattern, case_sensitive);
                    let mut results = Vec::new();
                    for world in [&sqlite, &postgres] {
                        let page = scope::page_of_service(&world.store, "t", "api", None, Some(&search)).await;
                        assert!(
                            !matches!(page, Err(Error::Internal(_) | Error::Unavailable(_))),
                            "{search:?}: {page:?}"
                        );
                        results.push(
                            page.ok().map(|page| page.items.iter().map(|item| item.name.clone()).collect::<Vec<_>>()),
                        );
                    }
                    if let [Some(one), Some(other)] = &results[..] {
                        assert_eq!(one, other, "{search:?}");
                    }
                }
            }
        }
    }
}
