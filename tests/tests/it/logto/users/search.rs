//! Search among users: by what they sign in with, and by what they are called.

use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

const USERS: &str = "/api/users";

/// What the table calls the users, the oldest first.
const CALLED: [&str; 5] = ["u01", "u02", "u03", "u04", "u05"];

fn with_identifiers(username: &str, email: &str, phone: &str, name: &str) -> Value {
    json!({"username": username, "primaryEmail": email, "primaryPhone": phone, "name": name})
}

/// Five users; their ids in the order of [`CALLED`].
async fn five(tenant: &Tenant) -> Vec<String> {
    let mut ids = Vec::new();
    for body in [
        with_identifiers("search_tom_scott", "tom_scott@gmail.com", "10100000", "Tom Scott"),
        with_identifiers("search_tom_scott_2", "tom_scott_2@foo.bar", "10200001", "Tom Scott"),
        with_identifiers("search_jerry_swift", "jerry_swift@geek.best", "20200005", "Jerry Swift"),
        with_identifiers("search_jerry_swift_jr", "Jerry_Swift_Jr@foo.bar", "10100007", "Jerry Swift Jr"),
        json!({"name": "No Ids"}),
    ] {
        let id = loop {
            let made = tenant.post(USERS).json(&body).send().await.expect(200).json();
            let id = made["id"].as_str().expect("an id").to_owned();
            // An id is searched too, and it is random: one in a thousand tests would find somebody by it.
            if !id.contains("tom") {
                break id;
            }
            let _ = tenant.delete(&format!("{USERS}/{id}")).send().await.expect(204);
        };
        ids.push(id);
    }
    ids
}

/// `key=value` pairs as a query, with the real id where the table says one.
fn query(ids: &[String], pairs: &[(&str, &str)]) -> String {
    let real = |(key, value): &(&str, &str)| {
        let place = CALLED.iter().position(|called| called == value);
        ((*key).to_owned(), place.map_or_else(|| (*value).to_owned(), |place| ids[place].clone()))
    };
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs.iter().map(real)).finish()
}

/// Who is found, as the table says it.
async fn found(tenant: &Tenant, ids: &[String], query: &str) -> String {
    let answer = tenant.get(&format!("{USERS}?{query}")).send().await.expect(200);
    let listed = texts(&answer.json(), "id");
    assert_eq!(answer.header("total-number"), listed.len().to_string(), "{query}");
    let called = |id: &String| CALLED[ids.iter().position(|known| known == id).expect("one of the five")];
    listed.iter().map(called).collect::<Vec<_>>().join(" ")
}

/// The parameters of a search, and who it finds, the newest first.
type Case = (&'static [(&'static str, &'static str)], &'static str);

#[tokio::test]
async fn each_search_finds_whom_it_should() {
    on_both(async |tenant| {
        let ids = five(&tenant).await;
        let cases: &[Case] = &[
            (&[], "u05 u04 u03 u02 u01"),
            (&[("mode", "exact")], "u05 u04 u03 u02 u01"),
            (&[("search", "%tom%")], "u02 u01"),
            (&[("searchable", "%tom%")], "u02 u01"),
            (&[("mode", "exact"), ("mode", "like"), ("search", "%tom%")], "u02 u01"),
            (&[("search", "tom")], ""),
            (&[("search", "tom scott")], "u02 u01"),
            (&[("search", "to_ scott")], "u02 u01"),
            (&[("search.name", "%swift%")], "u04 u03"),
            (&[("search.primaryEmail", "JERRY_SWIFT_JR@FOO.BAR")], "u04"),
            (&[("search.primary_email", "jerry%")], "u04 u03"),
            (&[("search.primary-email", "jerry%")], "u04 u03"),
            (&[("search.primaryEmail", "jerry_swift_jr@foo.bar"), ("mode", "exact")], "u04"),
            (&[("search.primaryEmail", "jerry_swift_jr@foo.bar"), ("mode", "exact"), ("isCaseSensitive", "true")], ""),
            (
                &[("search.primaryEmail", "Jerry_Swift_Jr@foo.bar"), ("mode", "exact"), ("isCaseSensitive", "true")],
                "u04",
            ),
            (
                &[
                    ("search.primaryEmail", "a@b.c"),
                    ("search.primaryEmail", "TOM_scott@gmail.com"),
                    ("mode.primaryEmail", "exact"),
                ],
                "u01",
            ),
            (&[("search.id", "u01"), ("search.id", "u03"), ("mode.id", "exact")], "u03 u01"),
            (&[("search.name", "tom%"), ("search.primaryPhone", "101%")], "u04 u02 u01"),
            (&[("search.name", "tom%"), ("search.primaryPhone", "101%"), ("joint", "and")], "u01"),
            (&[("search.name", "tom%"), ("search.primaryPhone", "101%"), ("jointMode", "and")], "u01"),
            (&[("search", "%tom%"), ("search.id", "u03")], "u03 u02 u01"),
            (&[("search.name", "^jerry"), ("mode.name", "posix")], "u04 u03"),
            (&[("search.name", "^jerry"), ("mode.name", "posix"), ("isCaseSensitive", "yes")], ""),
            (
                &[
                    ("search.primaryPhone", "10(1|2)%"),
                    ("mode.primaryPhone", "similar_to"),
                    ("isCaseSensitive", "true"),
                ],
                "u04 u02 u01",
            ),
            (&[("search.username", "SEARCH_TOM_SCOTT"), ("mode", "exact")], "u01"),
            (&[("search", "10100007")], "u04"),
            // What somebody doesn't have is never found, whatever is looked for.
            (&[("search.username", "%")], "u04 u03 u02 u01"),
            (&[("search.primaryEmail", "^"), ("mode", "posix")], "u04 u03 u02 u01"),
            (&[("search.primaryPhone", "%"), ("mode", "similar_to"), ("isCaseSensitive", "true")], "u04 u03 u02 u01"),
            (&[("search.username", "^$"), ("mode", "posix")], ""),
            (&[("search", "No Ids")], "u05"),
            (&[("search.username", "%"), ("search.name", "no%")], "u05 u04 u03 u02 u01"),
            (&[("search.username", "%"), ("search.name", "no%"), ("joint", "and")], ""),
        ];
        for (pairs, expected) in cases {
            assert_eq!(found(&tenant, &ids, &query(&ids, pairs)).await, *expected, "{pairs:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_three_wire_forms_mean_the_same() {
    on_both(async |tenant| {
        let ids = five(&tenant).await;
        let one_json_value = json!({"search.primaryEmail": "%@foo.bar", "isCaseSensitive": true}).to_string();
        let forms: [&[(&str, &str)]; 3] = [
            &[("search.primaryEmail", "%@foo.bar"), ("isCaseSensitive", "true")],
            &[("search_params", &one_json_value)],
            &[("search_params[search.primaryEmail]", "%@foo.bar"), ("search_params[isCaseSensitive]", "true")],
        ];
        for pairs in forms {
            assert_eq!(found(&tenant, &ids, &query(&ids, pairs)).await, "u04 u02", "{pairs:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_that_cannot_be_done_is_refused_on_every_database_alike() {
    on_both(async |tenant| {
        let cases: &[&[(&str, &str)]] = &[
            &[("search", "")],
            &[("search", "%tom%"), ("search", "x")],
            &[("search", "%tom%"), ("searchable", "x")],
            &[("search.email", "%x%")],
            &[("search.avatar", "%")],
            &[("search.description", "%")],
            &[("search.profile.nickname", "x")],
            &[("joint", "xor")],
            &[("mode", "prefix")],
            &[("model", "x")],
            &[("search.primaryEmail", "a@b.c"), ("search.primaryEmail", "TOM_scott@gmail.com")],
            &[("search.primaryPhone", "10(1|2)%"), ("mode.primaryPhone", "similar_to")],
            &[("search.name", "("), ("mode.name", "posix")],
            // Upstream finds somebody by it. Only one of the databases could look ahead, so neither is asked to.
            &[("search.name", "^Jerry((?!Jr).)*Jr{1}((?!Jr).)*$"), ("mode.name", "posix"), ("isCaseSensitive", "true")],
        ];
        for pairs in cases {
            let answer = tenant.get(&format!("{USERS}?{}", query(&[], pairs))).send().await.expect(400).json();
            assert_eq!((&answer["code"], &answer["data"]), (&json!("request.invalid_input"), &json!({})), "{pairs:?}");
        }
    })
    .await;
}
