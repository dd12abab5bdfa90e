//! `/api/system/tenants`.

use authplane_client::{Client, types};
use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use authplane_domain::installation::tenant;
use authplane_tests::process::Replicas;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse};
use authplane_tests::tenant::{installation_token, texts};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{
    Answer, Call, Credentials, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both,
};
use http::Method;
use serde_json::{Value, json};

use crate::it::acp::admin::tenant::p256;
use crate::it::nets::{Making, Row, UNKNOWN, control_operations};
use crate::it::things::fresh;

const TENANTS: &str = "/api/system/tenants";

/// Somebody who administers the installation, or a part of that.
struct Installer {
    server: TestServer,
    token: String,
}

impl Installer {
    async fn of(tenant: &Tenant) -> Self {
        Self::with(&tenant.server, &["all"]).await
    }

    async fn with(server: &TestServer, scopes: &[&str]) -> Self {
        Self { server: server.clone(), token: installation_token(server, scopes).await }
    }

    fn call(&self, method: Method, path: &str) -> Call {
        self.server.call(method, path).bearer(&self.token)
    }

    fn at(&self, method: Method, id: &str) -> Call {
        self.call(method, &format!("{TENANTS}/{id}"))
    }

    async fn get(&self, id: &str) -> Value {
        self.at(Method::GET, id).send().await.expect(200).json()
    }

    async fn create(&self, body: Value) -> Answer {
        self.call(Method::POST, TENANTS).json(body).send().await
    }

    async fn delete(&self, id: &str) -> Answer {
        self.at(Method::DELETE, id).send().await
    }

    async fn listed(&self) -> Vec<String> {
        texts(&self.call(Method::GET, TENANTS).send().await.expect(200).json()["Tenants"], "id")
    }
}

/// The tenant that a creation answered with, as its own administrator has it.
pub(in crate::it) async fn entered(server: &TestServer, created: &Value) -> Tenant {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let (id, client) = (text(&created["tenant"]["id"]), &created["clients"][0]);
    let administrator = Credentials {
        id: text(&client["client_id"]),
        secret: text(&client["client_secret"]),
        server: ADMIN.to_owned(),
    };
    let tenant = Tenant { id, server: server.clone(), administrator, token: String::new() };
    let answer = tenant.ask_for_token(&tenant.administrator, Some("all"), &[]).await.expect(200).json();
    Tenant {
        id: tenant.id.clone(),
        server: server.clone(),
        administrator: tenant.administrator.clone(),
        token: text(&answer["access_token"]),
    }
}

/// A tenant that is made over the API.
pub(in crate::it) async fn made(server: &TestServer) -> Tenant {
    let installer = Installer::with(server, &["all"]).await;
    entered(server, &installer.create(json!({"name": "Made"})).await.expect(201).json()).await
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let issuer = tenant.server.issuer(tenant::SYSTEM, SYSTEM);
        let token = installation_token(&tenant.server, &["all"]).await;
        let builder =
            Client::builder(tenant.server.control_url()).configure_http_client(authplane_tests::http::configure);
        let client = builder.issuer(issuer).access_token(token).build().await.unwrap();
        let id = fresh("acme");
        let body = types::AcpTenantRequest::builder().id(id.clone()).name("Acme".to_owned());
        let created = client.create_tenant().body(body).send().await.unwrap().into_inner();
        assert_eq!((&created.tenant.id, created.tenant.name.as_str()), (&id, "Acme"));
        let ids: Vec<&str> = created.servers.iter().map(|server| server.id.as_str()).collect();
        assert_eq!(ids, [ADMIN, DEFAULT, DEVELOPER, SYSTEM]);
        assert_eq!((created.clients.len(), created.idps.len()), (2, 0));
        let found = client.get_tenant().tid(&id).send().await.unwrap().into_inner();
        assert_eq!(found.jwks.unwrap().keys.len(), 1);
        let body = types::AcpTenantRequest::builder().name("Acme & Sons".to_owned());
        let changed = client.update_tenant().tid(&id).body(body).send().await.unwrap().into_inner();
        assert_eq!(changed.name, "Acme & Sons");
        let listed = client.list_tenants().send().await.unwrap().into_inner();
        let listed = listed.tenants.into_iter().find(|listed| listed.id == id).unwrap();
        assert_eq!((listed.name.as_str(), listed.jwks.is_none()), ("Acme & Sons", true));
        client.delete_tenant().tid(&id).send().await.unwrap();
        let gone = client.get_tenant().tid(&id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn its_administrator_gets_in_and_everything_is_there_at_once() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let created = installer.create(json!({"name": "Acme", "id": "", "url": ""})).await.expect(201).json();
        let acme = entered(&tenant.server, &created).await;
        assert_eq!(acme.id.len(), 20, "an xid");
        assert_eq!(created["tenant"], acme.get("/api/admin/{tid}/tenant").send().await.expect(200).json());
        for server in created["servers"].as_array().unwrap() {
            let path = format!("/api/admin/{{tid}}/servers/{}", server["id"].as_str().unwrap());
            assert_eq!(*server, acme.get(&path).send().await.expect(200).json(), "with its secret");
            let keys = format!("/{{tid}}/{}/.well-known/jwks.json", server["id"].as_str().unwrap());
            assert_eq!(server["jwks"], acme.get(&keys).anonymous().send().await.expect(200).json());
        }
        for client in created["clients"].as_array().unwrap() {
            let path = format!("/api/admin/{{tid}}/clients/{}", client["client_id"].as_str().unwrap());
            assert_eq!(*client, acme.get(&path).send().await.expect(200).json());
        }
        // Of each server the same as of one that the first start makes.
        for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM] {
            for list in ["scopes", "services", "claims"] {
                let path = format!("/api/admin/{{tid}}/servers/{server}/{list}");
                let names = async |of: &Tenant| {
                    let listed = of.get(&path).send().await.expect(200).json();
                    texts(listed.as_object().unwrap().values().next().unwrap(), "name")
                };
                assert_eq!(names(&acme).await, names(&tenant).await, "{path}");
            }
        }
        // What each dialect is for.
        let resource = json!({"name": "Orders", "indicator": "https://orders.example"});
        let _ = acme.post("/api/resources").json(resource).send().await.expect(201);
        let robot = json!({"name": "Robot", "roles": []});
        let _ = acme.post("/local-user-store/api/v1/api-clients").json(robot).send().await.expect(201);
        let acme = acme.and_users().await;
        let application = RelyingParty::web(&acme, &["openid"]).await;
        let request = application.request().with("scope", "openid");
        let tokens = application.sign_in(&mut UserAgent::new(acme.server.url()), &request, (USER, PASSWORD)).await;
        let _ = application.userinfo(&tokens.access_token).await.expect(200);
        let events = acme.audit_events().await;
        assert!(events.contains(&("tenant.create".to_owned(), acme.id.clone())), "{events:?}");
    })
    .await;
}

#[tokio::test]
async fn without_default_workspaces_there_is_no_default_server_and_nothing_breaks() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let path = format!("{TENANTS}?with_default_workspaces=false");
        let created = installer.call(Method::POST, &path).json(json!({"name": "Acme"})).send().await.expect(201).json();
        assert_eq!(texts(&created["servers"], "id"), [ADMIN, DEVELOPER, SYSTEM]);
        assert_eq!(created["clients"].as_array().unwrap().len(), 1, "nothing is left for the local user store");
        let acme = entered(&tenant.server, &created).await;
        let _ = acme.get("/{tid}/default/.well-known/jwks.json").anonymous().send().await.expect(404);
        for (operation, row) in control_operations() {
            // As in a tenant that has one, but here.
            let call = (row.good)(&tenant).await;
            let path = call.path().replace(&tenant.id, &acme.id);
            let answer = call.at(&path).bearer(&acme.token).send().await;
            assert!(answer.status < 500, "{}: {} {}", operation.id, answer.status, answer.text());
        }
        let server = json!({"name": "Shop", "key_type": "ecdsa"});
        let shop = acme.post("/api/admin/{tid}/servers").json(server).send().await.expect(201).json();
        let client = json!({"authorization_server_id": shop["id"], "grant_types": ["client_credentials"]});
        let client = acme.post("/api/admin/{tid}/clients").json(client).send().await.expect(201).json();
        let machine = Credentials {
            id: client["client_id"].as_str().unwrap().to_owned(),
            secret: client["client_secret"].as_str().unwrap().to_owned(),
            server: shop["id"].as_str().unwrap().to_owned(),
        };
        let _ = acme.ask_for_token(&machine, None, &[]).await.expect(200);
        for value in ["true", ""] {
            let path = if value.is_empty() {
                TENANTS.to_owned()
            } else {
                format!("{TENANTS}?with_default_workspaces={value}")
            };
            let created =
                installer.call(Method::POST, &path).json(json!({"name": "Acme"})).send().await.expect(201).json();
            assert_eq!(created["servers"].as_array().unwrap().len(), 4);
        }
        let odd = installer.call(Method::POST, &format!("{TENANTS}?with_default_workspaces=maybe"));
        let _ = odd.json(json!({"name": "Acme"})).send().await.expect(400);
    })
    .await;
}

#[tokio::test]
async fn ids_are_given_once_and_never_to_what_a_path_means_otherwise() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let before = installer.listed().await;
        for id in [tenant.id.as_str(), "system", "default"] {
            let answer = installer.create(json!({"id": id, "name": "Mine"})).await.expect(409).json();
            assert_eq!(answer["details"]["field"], "id");
        }
        let long = "a".repeat(129);
        let taken_by_paths = ["api", "oidc", "auth", "metrics", "reference", "tenants", "configuration", ".well-known"];
        for id in taken_by_paths.into_iter().chain(["a/b", "a b", "..", "a%2Fb", "é", &long]) {
            let answer = installer.create(json!({"id": id, "name": "Mine"})).await.expect(422).json();
            assert_eq!(answer["details"]["field"], "id", "{id}");
        }
        let public = |mut key: Value| {
            key.as_object_mut().unwrap().remove("d");
            key
        };
        for (body, field) in [
            (json!({}), "name"),
            (json!({"name": ""}), "name"),
            (json!({"name": "n", "url": "nowhere"}), "url"),
            (json!({"name": "n", "jwks": {"keys": [public(p256())]}}), "jwks.keys[0]"),
        ] {
            let answer = installer.create(body.clone()).await.expect(422).json();
            assert_eq!(answer["details"]["field"], field, "{body}");
        }
        let after = installer.listed().await;
        assert!(before.iter().all(|id| after.contains(id)));
        assert!(!after.iter().any(|id| taken_by_paths.contains(&id.as_str())));
        let keyed = installer.create(json!({"name": "n", "jwks": {"keys": [p256()]}})).await.expect(201).json();
        assert_eq!(keyed["tenant"]["jwks"]["keys"][0]["kid"], "p256");
        assert!(keyed["tenant"]["jwks"]["keys"][0].get("d").is_none());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_404_and_lists_are_in_the_order_of_creation() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let mut ids = Vec::new();
        for name in ["z", "a", "m"] {
            let created = installer.create(json!({"name": name})).await.expect(201).json();
            ids.push(created["tenant"]["id"].as_str().unwrap().to_owned());
        }
        let listed = installer.listed().await;
        let places: Vec<usize> = ids.iter().map(|id| listed.iter().position(|listed| listed == id).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        for id in [UNKNOWN, "a%2Fb", "%20", "%00"] {
            for call in [
                installer.at(Method::GET, id),
                installer.at(Method::PUT, id).json(json!({"name": "n"})),
                installer.at(Method::PUT, id).json(json!({})),
                installer.at(Method::DELETE, id),
            ] {
                let _ = call.send().await.expect(404);
            }
        }
        let changed =
            installer.at(Method::PUT, &ids[0]).json(json!({"name": "Renamed"})).send().await.expect(200).json();
        assert_eq!(changed, installer.get(&ids[0]).await);
        assert_eq!(installer.get(&ids[1]).await["name"], "a", "nobody else is");
    })
    .await;
}

#[tokio::test]
async fn the_tenants_that_the_installation_needs_cannot_be_deleted() {
    let server = TestServer::start(Settings::default()).await;
    let installer = Installer::with(&server, &["all"]).await;
    for id in ["system", "default"] {
        let answer = installer.delete(id).await.expect(403).json();
        assert_eq!(answer["error"], "the installation needs this tenant");
        let _ = installer.get(id).await;
    }
    assert_eq!(installer.listed().await, ["system", "default"]);
    let _ = Tenant::with_id(&server, "default").await.get("/api/resources").send().await.expect(200);
    server.stop().await;
}

#[tokio::test]
async fn secrets_of_a_new_tenant_are_for_those_who_may_see_them() {
    on_both(async |tenant| {
        let narrow = Installer::with(&tenant.server, &["tenants:write"]).await;
        let created = narrow.create(json!({"name": "Acme"})).await.expect(201).json();
        for server in created["servers"].as_array().unwrap() {
            assert!(server.get("secret").is_none() && server.get("rotated_secrets").is_none(), "{server}");
            for key in server["jwks"]["keys"].as_array().unwrap() {
                assert!(key.get("d").is_none());
            }
        }
        assert_eq!(created["clients"][1]["client_secret"], "", "it is shared by all API clients");
        // Nobody else could enter.
        let acme = entered(&tenant.server, &created).await;
        let secret = acme.administrator.secret.clone();
        for path in [TENANTS.to_owned(), format!("{TENANTS}/{}", acme.id)] {
            let shown = narrow.call(Method::GET, &path).send().await.expect(200);
            assert!(!shown.text().contains(&secret), "{path}");
        }
        let keys = json!({"name": "Acme", "jwks": {"keys": [p256()]}});
        let _ = narrow.at(Method::PUT, &acme.id).json(&keys).send().await.expect(403);
        let full = Installer::of(&tenant).await;
        assert_eq!(
            full.at(Method::PUT, &acme.id).json(&keys).send().await.expect(200).json()["jwks"]["keys"][0]["kid"],
            "p256"
        );
        let reader = Installer::with(&tenant.server, &["tenants:read"]).await;
        let _ = reader.get(&acme.id).await;
        let _ = reader.create(json!({"name": "n"})).await.expect(403);
        let _ = reader.delete(&acme.id).await.expect(403);
        // Who administers the installation isn't in any of its tenants by that.
        for path in ["/api/admin/{tid}/servers", "/api/admin/{tid}/tenant", "/api/admin/{tid}/clients/x"] {
            let _ = acme.get(path).bearer(&full.token).send().await.expect(401);
        }
        let _ = acme.get("/api/resources").bearer(&full.token).send().await.expect(401);
    })
    .await;
}

/// Everything that somebody holds of a tenant.
struct Held {
    tenant: Tenant,
    application: RelyingParty,
    browser: UserAgent,
    access_token: String,
    refresh_token: String,
    code: (String, AuthorizationRequest),
}

impl Held {
    async fn of(tenant: Tenant) -> Self {
        let tenant = tenant.and_users().await;
        let application = RelyingParty::web(&tenant, &["openid", "offline_access"]).await;
        let mut browser = UserAgent::new(tenant.server.url());
        let request = || application.request().with("scope", "openid offline_access");
        let tokens = application.sign_in(&mut browser, &request(), (USER, PASSWORD)).await;
        let asked = request();
        let left = browser.get(&asked.url()).await.left();
        let code = AuthorizationResponse::from(&left).code(&application, &asked).to_owned();
        let (access_token, refresh_token) = (tokens.access_token.clone(), tokens.refresh_token().to_owned());
        Self { code: (code, asked), application, browser, access_token, refresh_token, tenant }
    }

    /// Each thing that is tried, with what it is answered; `path` is asked at `base`.
    async fn statuses(&self, base: &str) -> Vec<(&'static str, u16)> {
        let (tenant, application) = (&self.tenant, &self.application);
        let path = |path: &str| format!("{base}{}", path.replace("{tid}", &tenant.id));
        let management = |method: Method, to: &str| Call::new(method, path(to)).bearer(&tenant.token);
        let token = |form: &[(&str, &str)]| {
            let call = Call::new(Method::POST, path("/{tid}/default/oauth2/token"));
            call.basic(&application.client.id, &application.client.secret).form(form)
        };
        let (code, request) = &self.code;
        let redirect_uri = application.redirect_uri.as_str();
        let with_code = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", redirect_uri),
            ("code_verifier", request.verifier.as_str()),
        ];
        let calls = vec![
            ("its administration", management(Method::GET, "/api/admin/{tid}/servers")),
            ("a change", management(Method::POST, "/api/admin/{tid}/services").json(json!({"name": "n"}))),
            ("Logto's resources", management(Method::GET, "/api/resources")),
            ("API clients", management(Method::GET, "/local-user-store/api/v1/api-clients")),
            ("its administrator", {
                let call = Call::new(Method::POST, path("/{tid}/admin/oauth2/token"));
                let form = [("grant_type", "client_credentials"), ("scope", "all")];
                call.basic(&tenant.administrator.id, &tenant.administrator.secret).form(&form)
            }),
            ("Logto's token", {
                let call = Call::new(Method::POST, path("/oidc/token"));
                let form = [("grant_type", "client_credentials")];
                call.basic(&application.client.id, &application.client.secret).form(&form)
            }),
            ("userinfo", Call::new(Method::GET, path("/{tid}/default/userinfo")).bearer(&self.access_token)),
            ("a refresh token", token(&[("grant_type", "refresh_token"), ("refresh_token", &self.refresh_token)])),
            ("a code", token(&with_code)),
            ("introspection", {
                let call = Call::new(Method::POST, path("/{tid}/default/oauth2/introspect"));
                call.basic(&application.client.id, &application.client.secret).form(&[("token", &self.access_token)])
            }),
            ("its keys", Call::new(Method::GET, path("/{tid}/default/.well-known/jwks.json"))),
            ("its metadata", Call::new(Method::GET, path("/{tid}/default/.well-known/openid-configuration"))),
        ];
        let mut statuses = Vec::new();
        for (what, call) in calls {
            statuses.push((what, call.send().await.status));
        }
        let mut browser = self.browser.clone();
        browser.connect_to(base);
        let request = application.request().with("prompt", "none");
        let status = match browser.get(&request.url()).await {
            Outcome::Left(_) => 302,
            Outcome::Page(page) => page.status,
        };
        statuses.push(("a session", status));
        statuses
    }
}

fn assert_gone(statuses: &[(&'static str, u16)]) {
    for (what, status) in statuses {
        assert!([401, 404].contains(status), "{what} is answered {status}");
    }
}

#[tokio::test]
async fn whoever_held_anything_of_a_deleted_tenant_gets_nothing_from_the_answer_on() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let mut held = Held::of(made(&tenant.server).await).await;
        let neighbour = Held::of(made(&tenant.server).await).await;
        let base = tenant.server.url().to_owned();
        let id = held.tenant.id.clone();
        // Everything is in the caches. What is used up by asking is asked for by somebody else.
        let warm = held.statuses(&base).await;
        assert!(warm.iter().all(|(what, status)| *status < 400 || *what == "Logto's token"), "{warm:?}");
        held = Held::of(held.tenant).await;
        let _ = installer.delete(&id).await.expect(204);
        assert_gone(&held.statuses(&base).await);
        let _ = installer.delete(&id).await.expect(404);
        let _ = installer.at(Method::GET, &id).send().await.expect(404);
        let _ = installer.at(Method::PUT, &id).json(json!({"name": "n"})).send().await.expect(404);
        assert!(!installer.listed().await.contains(&id));
        let others = neighbour.statuses(&base).await;
        assert!(others.iter().all(|(what, status)| *status < 400 || *what == "Logto's token"), "{others:?}");
    })
    .await;
}

#[tokio::test]
async fn who_gets_the_id_of_a_deleted_tenant_inherits_nothing_and_sees_nothing_of_it() {
    on_both(async |tenant| {
        let installer = Installer::of(&tenant).await;
        let id = fresh("recycled");
        let new = || json!({"id": id, "name": "Acme"});
        let first = entered(&tenant.server, &installer.create(new()).await.expect(201).json()).await;
        let secret_name = fresh("only-the-first-knows");
        let _ = first.post("/api/admin/{tid}/services").json(json!({"name": secret_name})).send().await.expect(201);
        let held = Held::of(first).await;
        let _ = installer.delete(&id).await.expect(204);
        let successor = entered(&tenant.server, &installer.create(new()).await.expect(201).json()).await;
        let statuses = held.statuses(tenant.server.url()).await;
        for (what, status) in statuses {
            let is_public = ["its keys", "its metadata"].contains(&what);
            assert!(is_public || [400, 401, 404].contains(&status), "{what} is answered {status}");
        }
        let events = successor.get("/api/admin/{tid}/audit-events?limit=1000").send().await.expect(200);
        assert!(events.text().contains("tenant.create"));
        for former in [secret_name.as_str(), "user.sign_in", "tenant.remove", &held.tenant.administrator.id] {
            assert!(!events.text().contains(former), "{former}");
        }
        let lines = successor.get(&format!("/api/admin/{{tid}}/audit-events?from=2000-01-01T00:00:00Z&object_id={id}"));
        assert_eq!(texts(&lines.send().await.expect(200).json()["events"], "action"), ["tenant.create"]);
        let _ = installer.delete(&id).await.expect(204);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_replica_deletes_is_gone_at_the_other() {
    if !Database::tested().contains(&Database::Postgres) {
        return;
    }
    let replicas = Replicas::start().await;
    let [one, other] = replicas.urls();
    let installer = Installer::with(&replicas.tenant.server, &["all"]).await;
    let held = Held::of(made(&replicas.tenant.server).await).await;
    for base in [one, other] {
        let warm = Held::of(made(&replicas.tenant.server).await).await;
        let statuses = warm.statuses(base).await;
        assert!(statuses.iter().all(|(what, status)| *status < 400 || *what == "Logto's token"), "{statuses:?}");
        // It is in the caches of both.
        let _ = Call::new(Method::GET, format!("{base}/{}/default/.well-known/jwks.json", held.tenant.id))
            .send()
            .await
            .expect(200);
    }
    let path = format!("{one}{TENANTS}/{}", held.tenant.id);
    let _ = Call::new(Method::DELETE, path).bearer(&installer.token).send().await.expect(204);
    assert_gone(&held.statuses(one).await);
    // Whoever isn't told never comes to know it.
    let mut waited = 0;
    let keys = format!("{other}/{}/default/.well-known/jwks.json", held.tenant.id);
    while Call::new(Method::GET, &keys).send().await.status != 404 {
        waited += 1;
        assert!(waited < 500, "the other replica goes on");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_gone(&held.statuses(other).await);
}

const SEE: &[&str] = &["tenants:read", "tenants:write"];
const CHANGE: &[&str] = &["tenants:write"];

/// A call of an installer's, of a new tenant.
fn of_one(tenant: &Tenant, method: Method) -> Making<'_> {
    Box::pin(async move {
        let installer = Installer::of(tenant).await;
        let created = installer.create(json!({"name": "One"})).await.expect(201).json();
        installer.at(method, created["tenant"]["id"].as_str().unwrap())
    })
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_tenants",
        scopes: SEE,
        good: |tenant| Box::pin(async move { Installer::of(tenant).await.call(Method::GET, TENANTS) }),
        provoke: &[],
    },
    Row {
        id: "create_tenant",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(
                async move { Installer::of(tenant).await.call(Method::POST, TENANTS).json(json!({"name": "One"})) },
            )
        },
        provoke: &[(409, |tenant, good| Box::pin(async move { good.json(json!({"id": tenant.id, "name": "One"})) }))],
    },
    Row { id: "get_tenant", scopes: SEE, good: |tenant| of_one(tenant, Method::GET), provoke: &[] },
    Row {
        id: "update_tenant",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { of_one(tenant, Method::PUT).await.json(json!({"name": "Two"})) }),
        provoke: &[],
    },
    Row { id: "delete_tenant", scopes: CHANGE, good: |tenant| of_one(tenant, Method::DELETE), provoke: &[] },
];
