//! `/api/developer/{tid}/clients`.

use authplane_client::types;
use authplane_domain::catalogue::authorization_server::DEVELOPER;
use authplane_domain::clients::client::ClientAuthentication;
use authplane_domain::clients::client::of_developer::MOST;
use authplane_tests::tenant::texts;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{
    Answer, Call, Credentials, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both,
};
use serde_json::{Value, json};

use super::{CLIENTS, policy_for, portal, server_with, sign_in, token_of};
use crate::it::acp::admin::field_of;
use crate::it::nets::{Row, UNKNOWN};
use crate::it::things;

const REDIRECT: &str = "https://app.example/callback";

fn new(server: &str) -> Value {
    json!({"client_name": "My app", "authorization_server_id": server, "redirect_uris": [REDIRECT], "scopes": ["openid"]})
}

/// A developer at work.
struct Developer<'a> {
    tenant: &'a Tenant,
    token: String,
}

impl<'a> Developer<'a> {
    async fn of(tenant: &'a Tenant, user: &str) -> Self {
        Self { tenant, token: token_of(tenant, user).await }
    }

    async fn create(&self, body: Value) -> Answer {
        self.tenant.post(CLIENTS).bearer(&self.token).json(body).send().await
    }

    async fn made(&self, server: &str) -> Value {
        self.create(new(server)).await.expect(201).json()
    }

    fn get(&self, id: &str) -> Call {
        self.tenant.get(&format!("{CLIENTS}/{id}")).bearer(&self.token)
    }

    fn put(&self, id: &str, body: Value) -> Call {
        self.tenant.put(&format!("{CLIENTS}/{id}")).bearer(&self.token).json(body)
    }

    fn delete(&self, id: &str) -> Call {
        self.tenant.delete(&format!("{CLIENTS}/{id}")).bearer(&self.token)
    }

    async fn listed(&self) -> Value {
        self.tenant.get(CLIENTS).bearer(&self.token).send().await.expect(200).json()
    }
}

fn id_of(client: &Value) -> &str {
    client["client_id"].as_str().expect("it has an id")
}

fn as_admin(client: &Value) -> String {
    format!("/api/admin/{{tid}}/clients/{}", id_of(client))
}

/// Changes a built-in or another server, as an administrator.
async fn set_policy(tenant: &Tenant, server: &str, policy: &str) {
    let path = format!("/api/admin/{{tid}}/servers/{server}");
    let mut body = tenant.get(&path).send().await.expect(200).json();
    body["developer_policy_id"] = json!(policy);
    let _ = tenant.put(&path).json(body).send().await.expect(200);
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let token = token_of(&tenant, USER).await;
        let (client, tid) = (tenant.client_of(&token).await, &tenant.id);
        let body = types::AcpClientRequest::builder()
            .client_name("My app".to_owned())
            .authorization_server_id("default".to_owned())
            .redirect_uris(vec![REDIRECT.to_owned()])
            .scopes(vec!["openid".to_owned(), "email".to_owned()]);
        let made = client.create_client_for_developer().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((made.developer_id.as_str(), made.trusted, made.client_secret.expose().len()), (USER, false, 43));
        let found = client.get_client_for_developer().tid(tid).cid(&made.client_id).send().await.unwrap().into_inner();
        assert_eq!((&found.client_secret, found.scope.as_str()), (&made.client_secret, "email openid"));
        let mut body = types::AcpClientRequest::from(found);
        body.client_name = Some("Renamed".to_owned());
        let changed = client.update_client_for_developer().tid(tid).cid(&made.client_id).body(body);
        let changed = changed.send().await.unwrap().into_inner();
        assert_eq!((changed.client_name.as_str(), &changed.client_secret), ("Renamed", &made.client_secret));
        let listed = client.list_clients_for_developer().tid(tid).send().await.unwrap().into_inner().clients;
        assert_eq!((listed.len(), listed[0].client_secret.expose()), (1, ""), "lists show no secret");
        client.delete_client_for_developer().tid(tid).cid(&made.client_id).send().await.unwrap();
        assert!(client.list_clients_for_developer().tid(tid).send().await.unwrap().into_inner().clients.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_developer_s_client_signs_users_in() {
    on_both(async |tenant| {
        let tenant = tenant.and_users().await;
        let made = Developer::of(&tenant, USER).await.made("default").await;
        let credentials = Credentials {
            id: id_of(&made).to_owned(),
            secret: made["client_secret"].as_str().unwrap().to_owned(),
            server: "default".to_owned(),
        };
        let application = RelyingParty::of(&tenant, credentials, ClientAuthentication::default(), REDIRECT);
        let mut browser = UserAgent::new(tenant.server.url());
        let tokens = application.sign_in(&mut browser, &application.request(), (OTHER_USER, PASSWORD)).await;
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        let _ = Developer::of(&tenant, USER).await.delete(id_of(&made)).send().await.expect(204);
        let _ = application.userinfo(&tokens.access_token).await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn another_developer_s_client_and_an_administrator_s_are_not_there() {
    on_both(async |tenant| {
        let (ada, otto) = (Developer::of(&tenant, USER).await, Developer::of(&tenant, OTHER_USER).await);
        let (hers, his) = (ada.made("default").await, otto.made("default").await);
        let admins = things::client(&tenant, &[]).await;
        assert_eq!(texts(&ada.listed().await["clients"], "client_id"), [id_of(&hers)]);
        assert_eq!(texts(&otto.listed().await["clients"], "client_id"), [id_of(&his)]);
        let shared = tenant.get("/api/admin/{tid}/servers/default/clients").send().await.expect(200).json();
        let built_in = shared["clients"].as_array().unwrap().iter().find(|client| client["system"] == true).unwrap();
        for id in [id_of(&his), id_of(&admins), id_of(built_in), UNKNOWN, "a%2Fb", "%00"] {
            for call in [ada.get(id), ada.put(id, new("default")), ada.put(id, json!({})), ada.delete(id)] {
                let answer = call.send().await.expect(404);
                assert!(!answer.text().contains("client_secret"));
            }
        }
        let _ = otto.get(id_of(&his)).send().await.expect(200);
        // Nor is one that somebody says is theirs.
        let mut mine = json!({"client_id": "", "client_secret": "", "developer_id": OTHER_USER, "system": true, "tenant_id": "other",
            "trusted": true, "authorization_server_id": "default", "redirect_uris": [REDIRECT]});
        let made = ada.create(mine.clone()).await.expect(201).json();
        for (member, brought) in [("client_id", id_of(&his)), ("client_secret", "a-secret-of-the-developer-s-own-choice")] {
            mine[member] = json!(brought);
            assert_eq!(field_of(&ada.create(mine.clone()).await.expect(422)), member);
            mine[member] = Value::Null;
        }
        let decided = ["developer_id", "tenant_id"].map(|member| made[member].as_str().unwrap());
        assert_eq!(decided, [USER, tenant.id.as_str()]);
        assert_eq!((&made["system"], &made["trusted"]), (&json!(false), &json!(false)));
    })
    .await;
}

#[tokio::test]
async fn administrators_see_a_developer_s_client_and_not_its_secret() {
    on_both(async |tenant| {
        let ada = Developer::of(&tenant, USER).await;
        let made = ada.made("default").await;
        let secret = made["client_secret"].as_str().unwrap();
        let shown = tenant.get(&as_admin(&made)).send().await.expect(200);
        assert_eq!((&shown.json()["developer_id"], &shown.json()["client_secret"]), (&json!(USER), &json!("")));
        let listed = tenant.get("/api/admin/{tid}/servers/default/clients").send().await.expect(200).text();
        assert!(listed.contains(id_of(&made)) && !listed.contains(secret) && !shown.text().contains(secret));
        // An administrator may say that its users aren't asked, and the developer neither that nor otherwise.
        let mut trusted = shown.json();
        trusted["trusted"] = json!(true);
        let changed = tenant.put(&as_admin(&made)).json(&trusted).send().await.expect(200).json();
        assert_eq!((&changed["trusted"], &changed["client_secret"]), (&json!(true), &json!("")));
        let mut mine = ada.get(id_of(&made)).send().await.expect(200).json();
        assert_eq!(mine["client_secret"], secret, "it is as it was");
        mine["trusted"] = json!(false);
        mine["client_name"] = json!("Renamed");
        let kept = ada.put(id_of(&made), mine.clone()).send().await.expect(200).json();
        assert_eq!((&kept["trusted"], &kept["client_name"]), (&json!(true), &json!("Renamed")));
        // One whose users aren't asked doesn't begin to speak for them.
        for grant in ["urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer"]
        {
            mine["grant_types"] = json!(["authorization_code", grant]);
            assert_eq!(field_of(&ada.put(id_of(&made), mine.clone()).send().await.expect(422)), "grant_types");
        }
        let events = tenant.get("/api/admin/{tid}/audit-events?limit=1000").send().await.expect(200).text();
        assert!(events.contains("client.create") && !events.contains(secret));
    })
    .await;
}

#[tokio::test]
async fn a_server_takes_clients_as_its_policy_says() {
    on_both(async |tenant| {
        let partners = policy_for(&tenant, "partners").await;
        let shop = server_with(&tenant, json!({"developer_policy_id": partners})).await;
        let (ada, otto) = (Developer::of(&tenant, USER).await, Developer::of(&tenant, OTHER_USER).await);
        let made = ada.made(&shop).await;
        let _ = otto.create(new(&shop)).await.expect(403);
        assert_eq!(otto.listed().await["clients"], json!([]));
        set_policy(&tenant, &shop, "block").await;
        let _ = ada.create(new(&shop)).await.expect(403);
        let _ = ada.put(id_of(&made), new(&shop)).send().await.expect(403);
        // What is there can be seen, and taken away.
        let _ = ada.get(id_of(&made)).send().await.expect(200);
        let _ = ada.delete(id_of(&made)).send().await.expect(204);
        for server in ["admin", "developer", "system", UNKNOWN] {
            let _ = ada.create(new(server)).await.expect(404);
        }
        for body in [json!({}), json!({"authorization_server_id": ""}), json!({"authorization_server_id": null})] {
            assert_eq!(field_of(&ada.create(body).await.expect(422)), "authorization_server_id");
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_has_the_scopes_that_their_policies_let_the_developer_have() {
    on_both(async |tenant| {
        let partners = policy_for(&tenant, "partners").await;
        for (name, policy) in [("open", ""), ("partners", partners.as_str()), ("never", "block")] {
            let scope = json!({"name": name, "developer_policy_id": policy});
            let _ = tenant.post("/api/admin/{tid}/scopes").json(scope).send().await.expect(201);
        }
        let (ada, otto) = (Developer::of(&tenant, USER).await, Developer::of(&tenant, OTHER_USER).await);
        let with = |scopes: &[&str]| {
            let mut body = new("default");
            body["scopes"] = json!(scopes);
            body
        };
        let made = ada.create(with(&["open", "partners"])).await.expect(201).json();
        assert_eq!(made["scopes"], json!(["open", "partners"]));
        for (developer, scopes, refused) in [
            (&ada, vec!["open", "never"], "never"),
            (&otto, vec!["open", "partners"], "partners"),
            (&ada, vec!["unknown"], "unknown"),
            (&ada, vec!["introspect_tokens"], "introspect_tokens"),
            (&ada, vec!["all"], "all"),
            (&ada, vec!["apiClientsManage"], "apiClientsManage"),
        ] {
            for answer in [developer.create(with(&scopes)).await, ada.put(id_of(&made), with(&scopes)).send().await] {
                if answer.status == 200 {
                    // What the one may not have, the other may.
                    assert_eq!(refused, "partners");
                    continue;
                }
                let answer = answer.expect(422);
                assert_eq!(field_of(&answer), "scopes");
                assert!(answer.text().contains(refused), "{}", answer.text());
            }
        }
        let _ = ada.put(id_of(&made), with(&["open", "partners"])).send().await.expect(200);
        // What an administrator gave it keeps, and doesn't take along to the grant that asks nobody.
        let mut given = tenant.get(&as_admin(&made)).send().await.expect(200).json();
        given["scopes"] = json!(["open", "never"]);
        let _ = tenant.put(&as_admin(&made)).json(given).send().await.expect(200);
        let kept = ada.put(id_of(&made), with(&["open", "never"])).send().await.expect(200).json();
        assert_eq!(kept["scopes"], json!(["open", "never"]));
        let mut machine = with(&["open", "never"]);
        machine["grant_types"] = json!(["client_credentials"]);
        let refused = ada.put(id_of(&made), machine).send().await.expect(422);
        assert_eq!(field_of(&refused), "scopes");
        let mut machine = with(&["open"]);
        machine["grant_types"] = json!(["client_credentials"]);
        let _ = ada.put(id_of(&made), machine).send().await.expect(200);
    })
    .await;
}

/// By these a client speaks for users who never saw it, or takes their passwords.
#[tokio::test]
async fn a_developer_turns_no_grant_on_that_an_administrator_has_to_give() {
    on_both(async |tenant| {
        let ada = Developer::of(&tenant, USER).await;
        let (made, with) = (ada.made("default").await, |grants: &[&str]| {
            let mut body = new("default");
            body["grant_types"] = json!(grants);
            body
        });
        let given = [
            "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "password",
        ];
        for grant in given {
            for answer in [
                ada.create(with(&["authorization_code", grant])).await,
                ada.put(id_of(&made), with(&["authorization_code", grant])).send().await,
            ] {
                assert_eq!(field_of(&answer.expect(422)), "grant_types", "{grant}");
            }
        }
        // What it has it keeps, and gets no other for it.
        let mut admins = tenant.get(&as_admin(&made)).send().await.expect(200).json();
        admins["grant_types"] = json!(["authorization_code", given[0]]);
        let _ = tenant.put(&as_admin(&made)).json(admins).send().await.expect(200);
        let kept = ada.put(id_of(&made), with(&["authorization_code", given[0]])).send().await.expect(200).json();
        assert_eq!(kept["grant_types"], json!(["authorization_code", given[0]]));
        let more = with(&["authorization_code", given[0], given[1]]);
        assert_eq!(field_of(&ada.put(id_of(&made), more).send().await.expect(422)), "grant_types");
        let _ = ada.put(id_of(&made), with(&["authorization_code"])).send().await.expect(200);
        let again = with(&["authorization_code", given[0]]);
        assert_eq!(field_of(&ada.put(id_of(&made), again).send().await.expect(422)), "grant_types");
        let _ = ada.create(with(&["authorization_code", "refresh_token", "client_credentials"])).await.expect(201);
    })
    .await;
}

/// One name can be several scopes, of which the developer may have some.
#[tokio::test]
async fn no_scope_is_taken_along_to_machines_under_the_name_of_another_one() {
    on_both(async |tenant| {
        let ada = Developer::of(&tenant, USER).await;
        let resource = things::service(&tenant).await;
        for body in [
            json!({"name": "read", "developer_policy_id": ""}),
            json!({"name": "read", "service_id": resource, "developer_policy_id": "block"}),
        ] {
            let _ = tenant.post("/api/admin/{tid}/scopes").json(body).send().await.expect(201);
        }
        let with = |grant: &str| {
            let mut body = new("default");
            (body["scopes"], body["grant_types"]) = (json!(["read"]), json!([grant]));
            body
        };
        // It has the one that its developer may have.
        let own = ada.create(with("authorization_code")).await.expect(201).json();
        let _ = ada.put(id_of(&own), with("client_credentials")).send().await.expect(200);
        // It has both from an administrator.
        let made = ada.made("default").await;
        let mut admins = tenant.get(&as_admin(&made)).send().await.expect(200).json();
        admins["scopes"] = json!(["read"]);
        let _ = tenant.put(&as_admin(&made)).json(admins).send().await.expect(200);
        let _ = ada.put(id_of(&made), with("authorization_code")).send().await.expect(200);
        let refused = ada.put(id_of(&made), with("client_credentials")).send().await.expect(422);
        assert_eq!(field_of(&refused), "scopes");
    })
    .await;
}

#[tokio::test]
async fn trust_ends_where_a_developer_sends_users_elsewhere_or_asks_for_more() {
    on_both(async |tenant| {
        let ada = Developer::of(&tenant, USER).await;
        let with = |member: &str, value: Value| {
            let mut body = new("default");
            body[member] = value;
            body
        };
        for (body, stays) in [
            (new("default"), true),
            (with("client_name", json!("Renamed")), true),
            (with("scopes", json!([])), true),
            (with("redirect_uris", json!([REDIRECT, "https://elsewhere.example/callback"])), false),
            (with("redirect_uris", json!(["https://elsewhere.example/callback"])), false),
            (with("scopes", json!(["openid", "email"])), false),
        ] {
            let made = ada.made("default").await;
            let mut trusted = tenant.get(&as_admin(&made)).send().await.expect(200).json();
            trusted["trusted"] = json!(true);
            let _ = tenant.put(&as_admin(&made)).json(trusted).send().await.expect(200);
            let changed = ada.put(id_of(&made), body.clone()).send().await.expect(200).json();
            assert_eq!(changed["trusted"], stays, "{body}");
        }
    })
    .await;
}

/// Each leaves an event, and may have something fetched, whatever becomes of it.
#[tokio::test]
async fn a_developer_makes_changes_and_removes_so_often_and_others_are_not_kept_from_it() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("registrations", "5");
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let (ada, otto) = (Developer::of(&tenant, USER).await, Developer::of(&tenant, OTHER_USER).await);
        let (first, second) = (ada.made("default").await, ada.made("default").await);
        let _ = ada.put(id_of(&first), new("default")).send().await.expect(200);
        // What can't be a client costs nothing.
        let _ = ada.create(new(UNKNOWN)).await.expect(404);
        let _ = ada.put(id_of(&second), new("default")).send().await.expect(200);
        let _ = ada.delete(id_of(&first)).send().await.expect(204);
        for call in [
            tenant.post(CLIENTS).bearer(&ada.token).json(new("default")),
            ada.put(id_of(&second), new("default")),
            ada.delete(id_of(&second)),
        ] {
            let refused = call.send().await.expect(403);
            assert!(refused.text().contains("too often"), "{}", refused.text());
        }
        assert_eq!(texts(&ada.listed().await["clients"], "client_id"), [id_of(&second)]);
        let _ = otto.made("default").await;
    }
}

#[tokio::test]
async fn a_developer_s_client_is_no_other_s_audience_and_has_nothing_fetched_from_inside() {
    on_both(async |tenant| {
        let ada = Developer::of(&tenant, USER).await;
        let victim = things::client(&tenant, &[]).await;
        let resource = things::resource(&tenant).await;
        let made = ada.made("default").await;
        let with = |member: &str, value: Value| {
            let mut body = new("default");
            body[member] = value;
            body
        };
        for (member, value) in [
            ("audience", json!([id_of(&victim)])),
            ("audience", json!([id_of(&made), format!("urn:authplane:service:{resource}")])),
            ("audience", json!([tenant.server.url()])),
            ("jwks_uri", json!("http://169.254.169.254/latest")),
            ("request_uris", json!(["https://10.0.0.1/request"])),
            ("sector_identifier_uri", json!("https://192.168.0.1/sector")),
            ("redirect_uris", json!(["javascript:alert(1)"])),
            ("jwks", json!({"keys": [{"kty": "EC", "d": "AA"}]})),
            ("jwks", json!({"keys": vec![json!({"kty": "EC"}); 17]})),
            ("tls_client_certificate_bound_access_tokens", json!(true)),
        ] {
            for call in [
                ada.tenant.post(CLIENTS).bearer(&ada.token).json(with(member, value.clone())),
                ada.put(id_of(&made), with(member, value.clone())),
            ] {
                assert_eq!(field_of(&call.send().await.expect(422)), member, "{value}");
            }
        }
        let own = with("audience", json!([id_of(&made)]));
        let _ = ada.put(id_of(&made), own).send().await.expect(200);
        let secret = with("client_secret", json!("short"));
        assert_eq!(field_of(&ada.put(id_of(&made), secret).send().await.expect(422)), "client_secret");
        let secret = with("client_secret", json!("a-secret-of-the-developer-s-own-choice"));
        let changed = ada.put(id_of(&made), secret).send().await.expect(200).json();
        assert_eq!(changed["client_secret"], "a-secret-of-the-developer-s-own-choice");
    })
    .await;
}

#[tokio::test]
async fn a_developer_has_so_many_clients_and_no_more_however_they_are_asked_for() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("registrations", "1000");
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let (ada, otto) = (Developer::of(&tenant, USER).await, Developer::of(&tenant, OTHER_USER).await);
        for _ in 2..MOST {
            let _ = ada.made("default").await;
        }
        let together = futures::future::join_all((0..8).map(|_| ada.create(new("default")))).await;
        let mut statuses: Vec<u16> = together.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 201, 403, 403, 403, 403, 403, 403]);
        let listed = ada.listed().await;
        assert_eq!(listed["clients"].as_array().unwrap().len() as u64, MOST);
        let _ = ada.delete(id_of(&listed["clients"][0])).send().await.expect(204);
        let _ = ada.made("default").await;
        let _ = otto.made("default").await;
    }
}

/// Security assertion: who gets the name of a developer who has left is somebody else.
#[tokio::test]
async fn who_comes_after_a_developer_under_the_same_name_does_not_get_their_clients() {
    on_both(async |tenant| {
        let portal = portal(&tenant).await;
        let ada = Developer { tenant: &tenant, token: sign_in(&portal, USER).await };
        let otto = Developer { tenant: &tenant, token: sign_in(&portal, OTHER_USER).await };
        let (hers, his) = (ada.made("default").await, otto.made("default").await);
        let one = |user: &str| vec![static_method(METHOD, &[(user, PASSWORD, json!({}))])];
        tenant.set_methods(DEVELOPER, one(OTHER_USER)).await;
        let left = tenant.get(&as_admin(&hers)).send().await.expect(200).json();
        assert_eq!((&left["developer_id"], &left["client_secret"]), (&json!(format!("/{USER}")), &json!("")));
        tenant
            .set_methods(
                DEVELOPER,
                vec![static_method(METHOD, &[(USER, PASSWORD, json!({})), (OTHER_USER, PASSWORD, json!({}))])],
            )
            .await;
        let successor = Developer { tenant: &tenant, token: sign_in(&portal, USER).await };
        assert_eq!(successor.listed().await["clients"], json!([]));
        let _ = successor.get(id_of(&hers)).send().await.expect(404);
        let _ = otto.get(id_of(&his)).send().await.expect(200);
        // It goes on, and is the administrator's to take away.
        let _ = tenant.delete(&as_admin(&hers)).send().await.expect(204);
    })
    .await;
}

/// The path of a new one, and whose it is.
async fn one(tenant: &Tenant) -> (String, String) {
    let ada = Developer::of(tenant, USER).await;
    // Those of earlier calls make no room for this one.
    let listed = ada.listed().await;
    let listed = listed["clients"].as_array().unwrap();
    if listed.len() as u64 > MOST / 2 {
        let _ = ada.delete(id_of(&listed[0])).send().await.expect(204);
    }
    (format!("{CLIENTS}/{}", id_of(&ada.made("default").await)), ada.token)
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_clients_for_developer",
        scopes: &[],
        good: |tenant| Box::pin(async move { tenant.get(CLIENTS).bearer(&token_of(tenant, USER).await) }),
        provoke: &[],
    },
    Row {
        id: "create_client_for_developer",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move { tenant.post(CLIENTS).bearer(&token_of(tenant, USER).await).json(new("default")) })
        },
        provoke: &[
            (403, |tenant, good| {
                Box::pin(async move {
                    let closed = server_with(tenant, json!({"developer_policy_id": "block"})).await;
                    good.json(new(&closed))
                })
            }),
            (404, |_, good| Box::pin(async move { good.json(new(UNKNOWN)) })),
        ],
    },
    Row {
        id: "get_client_for_developer",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let (path, token) = one(tenant).await;
                tenant.get(&path).bearer(&token)
            })
        },
        provoke: &[],
    },
    Row {
        id: "update_client_for_developer",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let (path, token) = one(tenant).await;
                let mut renamed = new("default");
                renamed["client_name"] = json!("Another app");
                tenant.put(&path).bearer(&token).json(renamed)
            })
        },
        provoke: &[
            (403, |tenant, good| {
                Box::pin(async move {
                    let shop = server_with(tenant, json!({})).await;
                    let made = Developer::of(tenant, USER).await.made(&shop).await;
                    set_policy(tenant, &shop, "block").await;
                    good.at(&format!("/api/developer/{}/clients/{}", tenant.id, id_of(&made)))
                })
            }),
            (422, |_, good| Box::pin(async move { good.json(json!({"scopes": ["unknown"]})) })),
        ],
    },
    Row {
        id: "delete_client_for_developer",
        scopes: &[],
        good: |tenant| {
            Box::pin(async move {
                let (path, token) = one(tenant).await;
                tenant.delete(&path).bearer(&token)
            })
        },
        provoke: &[],
    },
];
