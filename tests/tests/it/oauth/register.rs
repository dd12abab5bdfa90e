//! Clients that register themselves.

use std::sync::Arc;

use authplane::oauth::issue::subject;
use authplane_domain::catalogue::authorization_server::{
    self, ADMIN, DEFAULT, DEVELOPER, ServerChanges, ServerDetails,
};
use authplane_domain::catalogue::policy::{self, Rules, Validator};
use authplane_domain::catalogue::scope::{self, ScopeChanges};
use authplane_domain::clients::client::{self, Client, ClientDetails, ClientMetadata, SubjectType};
use authplane_domain::environment::ManualClock;
use authplane_tests::redirects::{NATIVE, NOT_REGISTRABLE, REGISTRABLE};
use authplane_tests::{Database, Settings, TestServer, on_both};
use chrono::{DateTime, TimeDelta};
use serde_json::json;

use super::*;
use crate::it::nets::{Making, Row, ready};
use crate::it::things::{self, fresh};
use crate::it::upstream::{Upstream, answer};

mod management;
mod sectors;

pub(in crate::it) const REGISTER: &str = "oauth2/register";

/// Lets clients register themselves at a server, as `change` wants it.
async fn open_as(tenant: &Tenant, server: &str, change: impl FnOnce(&mut ServerDetails)) {
    let (id, server) = (tenant.id.clone(), server.to_owned());
    let mut details = ServerDetails {
        name: "Default".to_owned(),
        enable_dynamic_client_registration: true,
        ..ServerDetails::default()
    };
    change(&mut details);
    let changes = ServerChanges { details, ..ServerChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        authorization_server::change(&Acting::new(&store, &id, Actor::system()), &server, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
}

pub(in crate::it) async fn open(tenant: &Tenant) {
    open_as(tenant, DEFAULT, |_| {}).await;
}

pub(in crate::it) fn new() -> Value {
    json!({"client_name": "Album", "redirect_uris": ["https://album.example/callback"]})
}

pub(in crate::it) fn with(member: &str, value: Value) -> Value {
    let mut body = new();
    body[member] = value;
    body
}

pub(in crate::it) async fn attempt(tenant: &Tenant, body: &Value) -> Answer {
    post(tenant, DEFAULT, REGISTER).json(body).send().await
}

pub(in crate::it) async fn registered(tenant: &Tenant, body: &Value) -> Value {
    attempt(tenant, body).await.expect(201).json()
}

/// A call of the registration of a client, with its token.
pub(in crate::it) fn manage(tenant: &Tenant, method: Method, client: &Value) -> Call {
    let uri = text(client, "registration_client_uri");
    assert_eq!(uri, format!("{}/{REGISTER}/{}", tenant.server.issuer(&tenant.id, DEFAULT), text(client, "client_id")));
    Call::new(method, uri).bearer(text(client, "registration_access_token"))
}

fn text<'a>(client: &'a Value, member: &str) -> &'a str {
    client[member].as_str().unwrap_or_else(|| panic!("no {member} in {client}"))
}

async fn found(tenant: &Tenant, client: &Value) -> Option<Client> {
    let (id, client) = (tenant.id.clone(), text(client, "client_id").to_owned());
    let find = async move |store: authplane_domain::Store| client::find(&store, &id, &client).await;
    tenant.server.with_store(move |store| async move { find(store).await }).await.unwrap()
}

/// A policy with one validator, or none; its id.
async fn policy(tenant: &Tenant, validators: &[&str]) -> String {
    let (tenant_id, id) = (tenant.id.clone(), fresh("policy"));
    let validators = validators.iter().map(|name| Validator { name: (*name).to_owned(), ..Validator::default() });
    let rules = Rules::Validators(validators.collect());
    let make = async move |store: authplane_domain::Store| {
        policy::create(&Acting::new(&store, &tenant_id, Actor::system()), id, "A policy".to_owned(), rules).await
    };
    tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap().id
}

/// A scope of the default server, with the policy that clients must pass; its name.
async fn guarded_scope(tenant: &Tenant, policy: Option<String>) -> String {
    let name = fresh("orders:read");
    let (tenant_id, id) = (tenant.id.clone(), things::scope(tenant, None, &name).await);
    let changes = ScopeChanges { developer_policy_id: Some(policy), ..ScopeChanges::default() };
    let change = async move |store: authplane_domain::Store| {
        scope::change(&Acting::new(&store, &tenant_id, Actor::system()), &id, changes).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
    name
}

#[tokio::test]
async fn a_client_registers_reads_itself_and_uses_its_secret() {
    on_both(async |tenant| {
        open(&tenant).await;
        let body = with("grant_types", json!(["authorization_code", "client_credentials"]));
        let answer = attempt(&tenant, &body).await.expect(201);
        assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
        let client = answer.json();
        for (member, value) in [
            ("client_name", json!("Album")),
            ("redirect_uris", json!(["https://album.example/callback"])),
            ("grant_types", json!(["authorization_code", "client_credentials"])),
            ("response_types", json!(["code"])),
            ("token_endpoint_auth_method", json!("client_secret_basic")),
            ("application_type", json!("web")),
            ("subject_type", json!("public")),
            ("audience", json!([client["client_id"]])),
            ("client_secret_expires_at", json!(0)),
            ("dynamically_registered", json!(true)),
            ("client_id_issued_at", json!(now(&tenant))),
        ] {
            if member == "client_id_issued_at" {
                assert!((client[member].as_i64().unwrap() - now(&tenant)).abs() < 60);
            } else {
                assert_eq!(client[member], value, "{member}");
            }
        }
        let scope = text(&client, "scope");
        let mut scopes: Vec<&str> = scope.split(' ').collect();
        scopes.sort_unstable();
        assert_eq!(scopes, ["address", "email", "offline_access", "openid", "phone", "profile"]);
        assert_eq!((text(&client, "client_secret").len(), text(&client, "registration_access_token").len()), (43, 43));

        let machine = Credentials {
            id: text(&client, "client_id").to_owned(),
            secret: text(&client, "client_secret").to_owned(),
            server: DEFAULT.to_owned(),
        };
        access_token(tenant.ask_for_token(&machine, None, &[]).await);
        let read = manage(&tenant, Method::GET, &client).send().await.expect(200);
        assert_eq!(read.header("cache-control"), "no-store");
        assert_eq!(read.json(), client, "also the token, which stays the same");

        let id = tenant.id.clone();
        let events = async move |store| authplane_domain::installation::audit::list(&store, &id, 100).await.unwrap();
        let events = tenant.server.with_store(move |store| async move { events(store).await }).await;
        let made = events.iter().find(|event| event.object_id == machine.id).unwrap();
        assert_eq!((made.action.as_str(), made.actor.as_str()), ("client.create", "dynamic_client_registration"));
        let events = format!("{events:?}");
        assert!(!events.contains(&machine.secret) && !events.contains(text(&client, "registration_access_token")));
    })
    .await;
}

#[tokio::test]
async fn nobody_registers_where_it_is_not_enabled_or_where_tokens_open_the_control_surface() {
    on_both(async |tenant| {
        refused(attempt(&tenant, &new()).await, 403, "access_denied");
        for server in [ADMIN, DEVELOPER, "system"] {
            open_as(&tenant, server, |_| {}).await;
            refused(post(&tenant, server, REGISTER).json(new()).send().await, 403, "access_denied");
        }
        refused(post(&tenant, "nobody", REGISTER).json(new()).send().await, 404, "not_found");
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        open_as(&tenant, DEFAULT, |details| details.enable_dynamic_client_registration = false).await;
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            refused(manage(&tenant, method, &client).json(new()).send().await, 403, "access_denied");
        }
        let blocking = policy(&tenant, &["false"]).await;
        open_as(&tenant, DEFAULT, |details| details.developer_policy_id = Some(blocking)).await;
        refused(attempt(&tenant, &new()).await, 403, "access_denied");
        refused(manage(&tenant, Method::PUT, &client).json(new()).send().await, 403, "access_denied");
        assert_eq!(manage(&tenant, Method::GET, &client).send().await.expect(200).json(), client);
        let passing = policy(&tenant, &["true"]).await;
        open_as(&tenant, DEFAULT, |details| details.developer_policy_id = Some(passing)).await;
        registered(&tenant, &new()).await;
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_sent_must_be_one_of_the_server() {
    on_both(async |tenant| {
        open(&tenant).await;
        let own = tenant.token_of(DEFAULT, &[], &[]).await;
        let elsewhere = tenant.token_of(DEVELOPER, &[], &[]).await;
        let call = || post(&tenant, DEFAULT, REGISTER).json(new());
        let _ = call().bearer(&own).send().await.expect(201);
        for token in ["", "garbage", &elsewhere, &tenant.token] {
            refused(call().bearer(token).send().await, 401, "invalid_token");
        }
        refused(call().basic("a", "b").send().await, 401, "invalid_token");
    })
    .await;
}

#[tokio::test]
async fn assertions_3_4_5_nothing_of_the_corpus_is_registered_by_a_registration_or_a_change() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        for kind in ["web", "native"] {
            for uri in NOT_REGISTRABLE {
                for member in ["redirect_uris", "post_logout_redirect_uris"] {
                    let mut body = with("application_type", json!(kind));
                    body[member] = json!([uri]);
                    let code = match member {
                        // The edge takes no NUL in any text.
                        _ if uri.contains('\0') => "invalid_request",
                        "redirect_uris" => "invalid_redirect_uri",
                        _ => "invalid_client_metadata",
                    };
                    refused(manage(&tenant, Method::PUT, &client).json(&body).send().await, 400, code);
                }
            }
        }
        assert_eq!(manage(&tenant, Method::GET, &client).send().await.expect(200).json(), client);
        for uri in ["https://user@client.example/", "JavaScript:alert(1)", "https://client.example/..;/a"] {
            refused(attempt(&tenant, &with("redirect_uris", json!([uri]))).await, 400, "invalid_redirect_uri");
        }
        let mut body = with("redirect_uris", json!(NATIVE));
        body["application_type"] = json!("web");
        refused(attempt(&tenant, &body).await, 400, "invalid_redirect_uri");
        body["application_type"] = json!("native");
        assert_eq!(registered(&tenant, &body).await["redirect_uris"], json!(NATIVE));
        body.as_object_mut().unwrap().remove("application_type");
        assert_eq!(registered(&tenant, &body).await["application_type"], "native", "all lead to the own machine");
        body["redirect_uris"] = json!(["http://127.0.0.1/callback", "https://client.example/callback"]);
        refused(attempt(&tenant, &body).await, 400, "invalid_redirect_uri");
        let kept = registered(&tenant, &with("redirect_uris", json!(REGISTRABLE))).await;
        assert_eq!(kept["redirect_uris"], json!(REGISTRABLE), "letter by letter");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_registered_is_refused_with_the_name_of_its_member() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        let signs_otherwise = if tenant.server.database() == Database::Sqlite { "RS256" } else { "EdDSA" };
        for (member, value) in [
            ("grant_types", json!(["magic"])),
            ("grant_types", json!(["password"])),
            ("grant_types", json!(["urn:ietf:params:oauth:grant-type:jwt-bearer"])),
            ("grant_types", json!(["urn:ietf:params:oauth:grant-type:token-exchange"])),
            ("grant_types", json!(["urn:ietf:params:oauth:grant-type:device_code"])),
            ("grant_types", json!("authorization_code")),
            ("grant_types", json!(["implicit"])),
            ("response_types", json!(["code magic"])),
            ("response_types", json!(["none"])),
            ("token_endpoint_auth_method", json!("magic")),
            ("token_endpoint_auth_method", json!("tls_client_auth")),
            ("token_endpoint_auth_method", json!("self_signed_tls_client_auth")),
            ("token_endpoint_auth_method", json!("private_key_jwt")),
            ("token_endpoint_auth_signing_alg", json!("none")),
            ("id_token_signed_response_alg", json!("none")),
            ("id_token_signed_response_alg", json!("HS256")),
            ("id_token_signed_response_alg", json!(signs_otherwise)),
            ("id_token_encrypted_response_alg", json!("RSA-OAEP")),
            ("userinfo_signed_response_alg", json!("HS256")),
            ("userinfo_encrypted_response_alg", json!("RSA-OAEP")),
            ("request_object_signing_alg", json!("HS256")),
            ("request_object_encryption_alg", json!("RSA-OAEP")),
            ("tls_client_certificate_bound_access_tokens", json!(true)),
            ("application_type", json!("magic")),
            ("subject_type", json!("magic")),
            ("jwks", json!({"keys": [{"kid": "no kty"}]})),
            ("jwks", json!({"keys": [{"kty": "oct", "k": "c2VjcmV0"}]})),
            ("jwks", json!([])),
            ("jwks", json!({"keys": vec![json!({"kty": "OKP"}); 17]})),
            ("jwks", json!({"keys": [{"kty": "RSA", "e": "AQAB", "n": "A".repeat(684)}]})),
            ("jwks_uri", json!("http://client.example/keys")),
            ("jwks_uri", json!("https://169.254.169.254/keys")),
            ("jwks_uri", json!("https://user@client.example/keys")),
            ("jwks_uri", json!("file:///etc/passwd")),
            ("sector_identifier_uri", json!("http://client.example/sector")),
            ("sector_identifier_uri", json!("https://127.0.0.1/sector")),
            ("request_uris", json!(["http://client.example/request"])),
            ("request_uris", json!(["https://[::1]/request#digest"])),
            ("client_uri", json!("javascript:alert(1)")),
            ("logo_uri", json!("data:image/svg+xml,<svg/>")),
            ("policy_uri", json!("/policy")),
            ("tos_uri", json!("JavaScript:alert(1)")),
            ("initiate_login_uri", json!("http://client.example/login")),
            ("backchannel_logout_uri", json!("http://client.example/logout")),
            ("backchannel_logout_uri", json!("https://client.example/logout#fragment")),
            ("frontchannel_logout_uri", json!("https://evil.example/logout")),
            ("default_max_age", json!(-1)),
            ("default_max_age", json!("60")),
            ("require_auth_time", json!("yes")),
            ("contacts", json!(["a\nb"])),
            ("client_name", json!("a\u{7}")),
            ("client_name", json!(1)),
            ("audience", json!(["https://orders.example"])),
            ("scope", json!("openid nobody:knows")),
            ("scope", json!("openid introspect_tokens")),
            ("scope", json!("manage_consents")),
            ("scope", json!("all")),
            ("scopes", json!("openid")),
        ] {
            let body = with(member, value);
            // A change goes through the same code and is not counted.
            let answer = manage(&tenant, Method::PUT, &client).json(&body).send().await;
            let description = refused(answer, 400, "invalid_client_metadata");
            let named = match member {
                // What is wrong is that the other one is missing, or doesn't fit.
                "grant_types" if body[member] == json!(["implicit"]) => "response_types",
                member => member,
            };
            assert!(description.starts_with(named), "{body}: {description}");
        }
        assert_eq!(manage(&tenant, Method::GET, &client).send().await.expect(200).json(), client);
        let mut both = with("jwks", json!({"keys": []}));
        both["jwks_uri"] = json!("https://client.example/keys");
        refused(attempt(&tenant, &both).await, 400, "invalid_client_metadata");
        let mut public = with("token_endpoint_auth_method", json!("none"));
        public["grant_types"] = json!(["client_credentials"]);
        refused(attempt(&tenant, &public).await, 400, "invalid_client_metadata");
        refused(attempt(&tenant, &with("redirect_uris", json!([]))).await, 400, "invalid_redirect_uri");
        refused(
            attempt(&tenant, &with("redirect_uris", json!("https://a.example"))).await,
            400,
            "invalid_redirect_uri",
        );
        refused(post(&tenant, DEFAULT, REGISTER).body("application/json", "{").send().await, 400, "invalid_request");
        let mut hosts = with("redirect_uris", json!(["https://a.example/", "https://b.example/"]));
        hosts["subject_type"] = json!("pairwise");
        let description = refused(attempt(&tenant, &hosts).await, 400, "invalid_client_metadata");
        assert!(description.starts_with("sector_identifier_uri"), "{description}");
    })
    .await;
}

#[tokio::test]
async fn grants_and_response_types_are_made_to_fit() {
    on_both(async |tenant| {
        open_as(&tenant, DEFAULT, |details| details.grant_types.retain(|grant| grant != "refresh_token")).await;
        for (body, grants, words) in [
            (json!({}), json!(["authorization_code"]), json!(["code"])),
            (
                json!({"response_types": ["code id_token"]}),
                json!(["authorization_code", "implicit"]),
                json!(["code", "id_token"]),
            ),
            (
                json!({"response_types": ["id_token token", "id_token"]}),
                json!(["implicit"]),
                json!(["id_token", "token"]),
            ),
            (
                json!({"grant_types": ["authorization_code", "refresh_token"]}),
                json!(["authorization_code"]),
                json!(["code"]),
            ),
            (json!({"grant_types": null, "response_types": []}), json!(["authorization_code"]), json!(["code"])),
        ] {
            let mut whole = new();
            whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
            let client = registered(&tenant, &whole).await;
            assert_eq!((&client["grant_types"], &client["response_types"]), (&grants, &words), "{body}");
        }
        for body in [json!(["refresh_token"]), json!(["urn:ietf:params:oauth:grant-type:device_code"])] {
            refused(attempt(&tenant, &with("grant_types", body)).await, 400, "invalid_client_metadata");
        }
        let mut unfit = with("grant_types", json!(["authorization_code"]));
        unfit["response_types"] = json!(["code id_token"]);
        refused(attempt(&tenant, &unfit).await, 400, "invalid_client_metadata");
        let machine = registered(&tenant, &json!({"grant_types": ["client_credentials"]})).await;
        assert_eq!((&machine["redirect_uris"], &machine["response_types"]), (&json!([]), &json!([])));
        assert_eq!(machine["scope"], "", "nobody's profile");
    })
    .await;
}

#[tokio::test]
async fn scopes_of_apis_are_given_only_where_a_policy_says_so() {
    on_both(async |tenant| {
        open(&tenant).await;
        let unguarded = guarded_scope(&tenant, None).await;
        let yes = policy(&tenant, &["true"]).await;
        let passing = guarded_scope(&tenant, Some(yes.clone())).await;
        let failing = guarded_scope(&tenant, Some(policy(&tenant, &["false"]).await)).await;
        let service = things::service(&tenant).await;
        let of_service = fresh("orders:write");
        let of_service_id = things::scope(&tenant, Some(&service), &of_service).await;
        for (grant, scope, expected) in [
            ("authorization_code", &unguarded, false),
            ("authorization_code", &passing, true),
            ("authorization_code", &failing, false),
            ("client_credentials", &unguarded, false),
            ("client_credentials", &passing, true),
            ("client_credentials", &failing, false),
            ("authorization_code", &of_service, false),
            ("client_credentials", &of_service, false),
        ] {
            let mut body = with("scope", json!(scope));
            body["grant_types"] = json!([grant]);
            let answer = attempt(&tenant, &body).await;
            if expected {
                assert_eq!(answer.expect(201).json()["scope"], **scope, "{grant}");
            } else {
                refused(answer, 400, "invalid_client_metadata");
            }
        }
        // A token of a client that may register any number of others lifts that limit and no other.
        let registrar = tenant.token_of(DEFAULT, &["register_clients"], &[]).await;
        let by_registrar = post(&tenant, DEFAULT, REGISTER).bearer(&registrar).json(with("scope", json!(of_service)));
        refused(by_registrar.send().await, 400, "invalid_client_metadata");
        // What OpenID Connect defines is open, and an administrator opens a scope in ACP's words.
        assert_eq!(registered(&tenant, &with("scope", json!("openid"))).await["scope"], "openid");
        let open_it = json!({"name": of_service, "developer_policy_id": yes});
        let path = format!("/api/admin/{{tid}}/scopes/{of_service_id}");
        let _ = tenant.put(&path).json(open_it).send().await.expect(200);
        assert_eq!(registered(&tenant, &with("scope", json!(of_service))).await["scope"], *of_service);
        // A scope of an API that is called like one of the control surface is not that one.
        let alike = things::scope(&tenant, Some(&service), "apiClientsManage").await;
        let open_it = json!({"name": "apiClientsManage", "developer_policy_id": yes});
        let _ = tenant.put(&format!("/api/admin/{{tid}}/scopes/{alike}")).json(open_it).send().await.expect(200);
        let client = registered(&tenant, &with("scopes", json!(["apiClientsManage"]))).await;
        let (id, tid) = (text(&client, "client_id").to_owned(), tenant.id.clone());
        let find = async move |store: authplane_domain::Store| client::credentials(&store, &tid, None, &id).await;
        let credentials =
            tenant.server.with_store(move |store| async move { find(store).await }).await.unwrap().unwrap();
        assert_eq!(credentials.scopes.len(), 1);
        assert_eq!(credentials.scopes[0].service_id, Some(service));
    })
    .await;
}

#[tokio::test]
async fn an_address_registers_so_many_clients_in_ten_minutes() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let tenant = Tenant::new(&TestServer::start(Settings::default().with_clock(&clock)).await).await;
    open(&tenant).await;
    let client = registered(&tenant, &new()).await;
    for _ in 1..30 {
        // A refused one counts too: it makes work.
        refused(attempt(&tenant, &with("redirect_uris", json!(["a"]))).await, 400, "invalid_redirect_uri");
    }
    let answer = attempt(&tenant, &new()).await;
    let seconds: i64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=600).contains(&seconds), "{seconds}");
    refused(answer, 429, "temporarily_unavailable");
    let _ = manage(&tenant, Method::GET, &client).send().await.expect(200);
    clock.advance(TimeDelta::seconds(seconds - 1));
    refused(attempt(&tenant, &new()).await, 429, "temporarily_unavailable");
    clock.advance(TimeDelta::seconds(2));
    registered(&tenant, &new()).await;
}

/// The path of the registration endpoint of a new authorization server that takes clients, and counts for itself.
async fn endpoint(tenant: &Tenant) -> String {
    let details =
        ServerDetails { name: "Open".to_owned(), enable_dynamic_client_registration: true, ..ServerDetails::default() };
    format!("/{}/{}/{REGISTER}", tenant.id, things::authorization_server_with(tenant, details).await)
}

async fn good(tenant: &Tenant) -> Call {
    tenant.post(&endpoint(tenant).await).anonymous().json(new())
}

/// A call of the registration of a new client, by itself.
async fn good_of_client(tenant: &Tenant, method: Method) -> Call {
    let register = good(tenant).await;
    let client = register.clone().send().await.expect(201).json();
    let call = tenant.call(method.clone(), &format!("{}/{}", register.path(), text(&client, "client_id")));
    let call = call.bearer(text(&client, "registration_access_token"));
    let renamed = || {
        let mut metadata = new();
        metadata["client_name"] = json!("Another name");
        metadata
    };
    if method == Method::PUT { call.json(renamed()) } else { call }
}

/// RFC 9700 §4.3.2.
fn with_a_token_in_the_query(_: &Tenant, good: Call) -> Making<'_> {
    let path = format!("{}?access_token=token", good.path());
    ready(good.at(&path))
}

/// At a server that takes no clients.
fn where_nobody_registers(tenant: &Tenant, good: Call) -> Making<'_> {
    ready(good.at(&format!("/{}/developer/{REGISTER}", tenant.id)))
}

/// The registration of somebody else.
fn of_another(tenant: &Tenant, good: Call) -> Making<'_> {
    ready(good.at(&format!("/{}/developer/{REGISTER}/developer", tenant.id)))
}

/// An address has so many attempts.
async fn tried_too_often(good: Call) -> Call {
    for _ in 0..30 {
        let _ = good.clone().json(json!({})).send().await.expect(400);
    }
    good
}

/// An address may be wrong so often, whichever client it asks for.
async fn with_wrong_tokens(good: Call) -> Call {
    let wrong = good.bearer("wrong");
    for _ in 0..20 {
        let _ = wrong.clone().send().await.expect(401);
    }
    wrong
}

/// A client has so many changes, of which what can't be is none.
async fn changed_too_often(good: Call) -> Call {
    for _ in 0..30 {
        let _ = good.clone().send().await.expect(200);
    }
    good
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "dynamic_client_registration",
        scopes: &[],
        good: |tenant| Box::pin(good(tenant)),
        provoke: &[
            (401, |_, good| ready(good.bearer("garbage"))),
            (403, where_nobody_registers),
            (429, |_, good| Box::pin(tried_too_often(good))),
        ],
    },
    Row {
        id: "dynamic_client_registration_get_client",
        scopes: &[],
        good: |tenant| Box::pin(good_of_client(tenant, Method::GET)),
        provoke: &[
            (400, with_a_token_in_the_query),
            (403, of_another),
            (429, |_, good| Box::pin(with_wrong_tokens(good))),
        ],
    },
    Row {
        id: "dynamic_client_registration_update_client",
        scopes: &[],
        good: |tenant| Box::pin(good_of_client(tenant, Method::PUT)),
        provoke: &[(403, of_another), (429, |_, good| Box::pin(changed_too_often(good)))],
    },
    Row {
        id: "dynamic_client_registration_delete_client",
        scopes: &[],
        good: |tenant| Box::pin(good_of_client(tenant, Method::DELETE)),
        provoke: &[
            (400, with_a_token_in_the_query),
            (403, of_another),
            (429, |_, good| Box::pin(with_wrong_tokens(good))),
        ],
    },
];
