//! Microsoft Graph, on this machine.

use std::sync::Arc;

use authplane::oauth::login::federation::graph::{Directory, read};
use authplane::oauth::login::federation::identity::Told;
use authplane::oauth::login::federation::provider::{Graph, Groups, ProviderError};
use authplane::outgoing::{Outgoing, SystemResolver};
use authplane_domain::sign_in::authentication::{GroupNameFormat, Mapping, Method, MethodKind};
use authplane_tests::landing::{Landing, Reply};
use serde_json::{Map, Value, json};

use super::method;

const TOKEN: &str = "of.the.user";

fn outgoing() -> Outgoing {
    Outgoing::new("127.0.0.1".parse().unwrap(), Arc::new(SystemResolver))
}

fn graph(landing: &Landing, user: bool, groups: Option<Groups>) -> Graph {
    Graph { base: landing.url("/v1.0"), user, groups }
}

fn group(number: usize, security: bool) -> Value {
    json!({
        "@odata.type": "#microsoft.graph.group", "id": format!("id {number}"), "displayName": format!("name {number}"),
        "securityEnabled": security,
    })
}

/// Answers the first page with what is given, the second with one group more.
async fn directory(value: Value, next: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Landing {
    Landing::answering(move |request| {
        if request.header("authorization") != format!("Bearer {TOKEN}") {
            return Reply { status: 401, ..Reply::ok("application/json", "{}") };
        }
        let base = request.url.origin().ascii_serialization();
        let body = match (request.url.path(), request.url.query().unwrap_or_default()) {
            ("/v1.0/me", "") => json!({
                "@odata.context": "of the answer", "id": "of the directory", "displayName": "Ada Example",
                "mail": "ada@people.example",
            }),
            ("/v1.0/me/transitiveMemberOf", "$select=id,displayName,securityEnabled&$top=999") => {
                let mut page = json!({ "value": value });
                if let Some(next) = next(&base) {
                    page["@odata.nextLink"] = json!(next);
                }
                page
            }
            ("/v1.0/me/transitiveMemberOf", "$skiptoken=2") => json!({ "value": [group(100, true)] }),
            ("/v1.0/me/transitiveMemberOf", "$skiptoken=again") => {
                json!({ "value": [], "@odata.nextLink": request.url.as_str() })
            }
            _ => return Reply { status: 404, ..Reply::ok("application/json", "{}") },
        };
        Reply::ok("application/json", body.to_string())
    })
    .await
}

async fn groups_of(
    landing: &Landing,
    only_security: bool,
    called_by: GroupNameFormat,
) -> Result<Vec<String>, ProviderError> {
    let groups = Some(Groups { only_security, called_by });
    read(&outgoing(), &graph(landing, false, groups), TOKEN).await.map(|directory| directory.groups.unwrap())
}

#[tokio::test]
async fn the_user_and_the_groups_that_count_are_read_page_by_page() {
    let role = json!({"@odata.type": "#microsoft.graph.directoryRole", "id": "a role", "displayName": "A role"});
    let value = json!([group(1, true), role, group(2, false), group(3, true)]);
    let second = |base: &str| Some(format!("{base}/v1.0/me/transitiveMemberOf?$skiptoken=2"));
    let landing = directory(value, second).await;
    let cases = [
        (false, GroupNameFormat::Id, vec!["id 1", "id 2", "id 3", "id 100"]),
        (true, GroupNameFormat::Id, vec!["id 1", "id 3", "id 100"]),
        (true, GroupNameFormat::Name, vec!["name 1", "name 3", "name 100"]),
    ];
    for (only_security, called_by, expected) in cases {
        assert_eq!(groups_of(&landing, only_security, called_by).await.unwrap(), expected);
    }
    let found = read(&outgoing(), &graph(&landing, true, None), TOKEN).await.unwrap();
    let user = json!({"id": "of the directory", "displayName": "Ada Example", "mail": "ada@people.example"});
    assert_eq!(found, Directory { user: user.as_object().cloned(), groups: None });
    assert_eq!(read(&outgoing(), &graph(&landing, false, None), TOKEN).await.unwrap(), Directory::default());
    read(&outgoing(), &graph(&landing, true, None), "another").await.unwrap_err();
    read(&outgoing(), &graph(&landing, true, None), "not\na header").await.unwrap_err();
}

#[tokio::test]
async fn groups_that_are_not_all_known_are_none() {
    // The access token is for the directory alone.
    let elsewhere = Landing::start().await;
    let at = elsewhere.url("/v1.0/me/transitiveMemberOf?$skiptoken=2");
    let landing = directory(json!([]), move |_| Some(at.clone())).await;
    groups_of(&landing, false, GroupNameFormat::Id).await.unwrap_err();
    for path in ["/v1.0.attacker/me", "/v1.0/../other", "//attacker.example/v1.0/"] {
        let landing = directory(json!([]), move |base| Some(format!("{base}{path}"))).await;
        groups_of(&landing, false, GroupNameFormat::Id).await.unwrap_err();
        assert_eq!(landing.waiting().len(), 1, "{path}");
    }
    assert_eq!(elsewhere.waiting().len(), 0);

    let many: Vec<Value> = (0..2001).map(|number| group(number, true)).collect();
    let landing = directory(json!(many[..2000]), |_| None).await;
    assert_eq!(groups_of(&landing, false, GroupNameFormat::Id).await.unwrap().len(), 2000);
    let landing = directory(json!(many), |_| None).await;
    groups_of(&landing, false, GroupNameFormat::Id).await.unwrap_err();
    let again = |base: &str| Some(format!("{base}/v1.0/me/transitiveMemberOf?$skiptoken=again"));
    let landing = directory(json!([]), again).await;
    groups_of(&landing, false, GroupNameFormat::Id).await.unwrap_err();
    assert_eq!(landing.waiting().len(), 10);

    for value in [json!(null), json!({}), json!([{"@odata.type": "#microsoft.graph.group", "displayName": null}])] {
        let landing = directory(value.clone(), |_| None).await;
        groups_of(&landing, false, GroupNameFormat::Id).await.expect_err(&value.to_string());
        let name = groups_of(&landing, false, GroupNameFormat::Name).await;
        name.expect_err(&value.to_string());
    }
}

fn told(id_token: &Value) -> Told {
    Told::new(id_token.as_object().unwrap().clone(), "opaque").unwrap()
}

fn object(value: &Value) -> Option<Map<String, Value>> {
    value.as_object().cloned()
}

fn method_with(mappings: &[(&str, &str)]) -> Method {
    let (mut method, settings) = method("azure", "https://login.microsoftonline.com/x/v2.0", "id");
    method.kind = MethodKind::Oidc(settings);
    method.mappings = mappings
        .iter()
        .map(|(source, target)| Mapping { source: (*source).to_owned(), target: (*target).to_owned() })
        .collect();
    method
}

#[test]
fn the_directory_is_about_the_user_of_the_id_token() {
    let mut known = told(&json!({"sub": "s", "oid": "one"}));
    let of = |id: &str| Directory { user: object(&json!({"id": id})), groups: None };
    known.add_directory(of("one")).unwrap();
    known.add_directory(of("two")).unwrap_err();
    known.add_directory(Directory { user: object(&json!({})), groups: None }).unwrap_err();
    // Without the scope `profile` the token doesn't name the object.
    told(&json!({"sub": "s"})).add_directory(of("two")).unwrap();
}

#[test]
fn the_directory_becomes_part_of_the_context() {
    let mut known = told(&json!({"sub": "s", "oid": "one", "name": "Of the token", "groups": ["of the token"]}));
    let user = object(&json!({"id": "one", "name": "Of the directory", "mail": "ada@people.example"}));
    known.add_directory(Directory { user, groups: Some(vec!["a".to_owned(), "b".to_owned()]) }).unwrap();
    let context = known.authentication(&method_with(&[]), "i", 1000).unwrap().context;
    let expected = json!({
        "oid": "one", "name": "Of the token", "id": "one", "mail": "ada@people.example", "groups": ["a", "b"],
    });
    assert_eq!(Value::Object(context), expected);
    let mappings = [("user.mail", "email"), ("groups", "memberships"), ("id_token.name", "name")];
    let context = known.authentication(&method_with(&mappings), "i", 1000).unwrap().context;
    let expected = json!({"email": "ada@people.example", "memberships": ["a", "b"], "name": "Of the token"});
    assert_eq!(Value::Object(context), expected);
}
