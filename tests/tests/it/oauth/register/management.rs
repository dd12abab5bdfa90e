//! Clients that read, change and delete their registration (RFC 7592).

use authplane::oauth::issue::derived_keys;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::ConnectionTrait as _;

use super::*;
use crate::it::domain::everything_in;

/// Does an administrator's change to a client.
async fn administer(tenant: &Tenant, client: &Value, change: impl FnOnce(&mut ClientDetails)) {
    let known = found(tenant, client).await.unwrap();
    let mut details = ClientDetails {
        name: known.name.clone(),
        token_endpoint_auth_method: known.token_endpoint_auth_method,
        grant_types: Some(known.grant_types.0.clone()),
        response_types: Some(known.response_types.0.clone()),
        redirect_uris: known.redirect_uris.0.clone(),
        audience: Some(known.audience.0.clone()),
        scopes: known.scopes.clone(),
        metadata: known.metadata.clone(),
        ..ClientDetails::default()
    };
    change(&mut details);
    let change = async move |store: authplane_domain::Store| {
        client::change(&Acting::new(&store, &known.tenant_id, Actor::system()), &known.id, details, None).await
    };
    tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();
}

#[tokio::test]
async fn a_public_client_has_no_secret_and_gets_one_when_it_becomes_confidential() {
    on_both(async |tenant| {
        open(&tenant).await;
        let body = with("token_endpoint_auth_method", json!("none"));
        let public = registered(&tenant, &body).await;
        assert!(public.get("client_secret").is_none());
        let confidential = manage(&tenant, Method::PUT, &public).json(new()).send().await.expect(200).json();
        let secret = text(&confidential, "client_secret");
        assert_eq!(secret.len(), 43);
        let again = manage(&tenant, Method::PUT, &public).json(new()).send().await.expect(200).json();
        assert_eq!(again["client_secret"], secret, "it stays");
        let public_again = manage(&tenant, Method::PUT, &public).json(body).send().await.expect(200).json();
        assert_eq!(public_again, public);
    })
    .await;
}

/// Everything that can be registered at once.
fn rich() -> Value {
    let mut rich = json!({
        "client_name": "Album", "description": "Photos", "redirect_uris": ["https://album.example/callback"],
        "grant_types": ["authorization_code", "implicit", "refresh_token"], "response_types": ["code", "id_token"],
        "application_type": "web", "client_uri": "https://album.example", "logo_uri": "https://album.example/logo",
        "policy_uri": "https://album.example/policy", "tos_uri": "https://album.example/terms",
        "contacts": ["ada@album.example"], "jwks_uri": "https://album.example/keys",
        "token_endpoint_auth_method": "private_key_jwt", "token_endpoint_auth_signing_alg": "ES256",
        "id_token_signed_response_alg": "ES256", "userinfo_signed_response_alg": "ES256",
        "request_object_signing_alg": "PS256", "subject_type": "pairwise", "default_max_age": 3600,
        "require_auth_time": true, "default_acr_values": ["1", "2"], "initiate_login_uri": "https://album.example/login",
        "request_uris": ["https://album.example/request#digest"],
        "post_logout_redirect_uris": ["https://album.example/bye"],
        "backchannel_logout_uri": "https://album.example/back", "backchannel_logout_session_required": true,
        "frontchannel_logout_uri": "https://album.example/front", "frontchannel_logout_session_required": true,
        "scope": "email openid", "software_id": "4NRB1-0XZABZI9E6-5SM3R", "software_version": "2.1",
        "privacy": {"scopes": {"email": {"pii_categories": [{"name": "contact"}], "purpose": "Newsletter"}}},
    });
    for (member, value) in [
        ("tls_client_auth_san_dns", "album.example"),
        ("tls_client_auth_san_email", "ada@album.example"),
        ("tls_client_auth_san_ip", "192.0.2.1"),
        ("tls_client_auth_san_uri", "https://album.example/certificate"),
        ("tls_client_auth_subject_dn", "CN=album"),
    ] {
        rich[member] = json!(value);
    }
    rich
}

#[tokio::test]
async fn cve_2026_107623_a_registration_that_is_read_and_written_back_stays_as_it_is() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &rich()).await;
        assert!(client.get("client_secret").is_none(), "it signs");
        for (member, value) in rich().as_object().unwrap() {
            assert_eq!(client[member], *value, "{member}");
        }
        let before = found(&tenant, &client).await;
        let written = manage(&tenant, Method::PUT, &client).json(&client).send().await.expect(200).json();
        assert_eq!(written, client);
        assert_eq!(found(&tenant, &client).await, before);
        // Through the dialect that has no words for half of it, too.
        let path = format!("/api/admin/{{tid}}/clients/{}", text(&client, "client_id"));
        let shown = tenant.get(&path).send().await.expect(200).json();
        assert_eq!(tenant.put(&path).json(&shown).send().await.expect(200).json(), shown);
        // The secret is sealed anew, and not among what is serialized.
        let after = found(&tenant, &client).await;
        assert_eq!(serde_json::to_value(after).unwrap(), serde_json::to_value(before).unwrap());
        // What is left out, or null, returns to its default.
        let nulls: serde_json::Map<String, Value> =
            rich().as_object().unwrap().keys().map(|name| (name.clone(), Value::Null)).collect();
        let mut nulls = Value::Object(nulls);
        nulls["redirect_uris"] = json!(["https://album.example/callback"]);
        let emptied = manage(&tenant, Method::PUT, &client).json(&nulls).send().await.expect(200).json();
        let bare = json!({"redirect_uris": ["https://album.example/callback"]});
        let same = manage(&tenant, Method::PUT, &client).json(bare).send().await.expect(200).json();
        assert_eq!(same, emptied);
        assert!(emptied.get("contacts").is_none() && emptied["subject_type"] == "public", "{emptied}");
    })
    .await;
}

#[tokio::test]
async fn cve_2026_15572_a_change_reaches_nothing_that_a_registration_does_not() {
    on_both(async |tenant| {
        open(&tenant).await;
        let unguarded = guarded_scope(&tenant, None).await;
        let blocked = guarded_scope(&tenant, Some(policy(&tenant, &["true", "false"]).await)).await;
        let client = registered(&tenant, &with("scope", json!("openid"))).await;
        // As clients of earlier releases have it, or by an administrator: what it has it keeps.
        refused(
            manage(&tenant, Method::PUT, &client).json(with("scope", json!(unguarded))).send().await,
            400,
            "invalid_client_metadata",
        );
        administer(&tenant, &client, |details| details.scopes.push(unguarded.clone())).await;
        let client = manage(&tenant, Method::GET, &client).send().await.expect(200).json();
        assert!(text(&client, "scope").split(' ').any(|name| name == unguarded), "{client}");
        let change = async |member: &str, value: Value| {
            let mut body = client.clone();
            body[member] = value;
            manage(&tenant, Method::PUT, &client).json(&body).send().await
        };
        for (member, value) in [
            ("scope", json!(format!("openid {blocked}"))),
            ("scopes", json!(["openid", "all"])),
            ("grant_types", json!(["authorization_code", "password"])),
            // The scope that it has was given for users to consent to.
            ("grant_types", json!(["authorization_code", "client_credentials"])),
            ("audience", json!(["https://orders.example"])),
            ("client_id", json!("another")),
            ("client_secret", json!("a-secret-of-forty-characters-0123456789")),
        ] {
            refused(change(member, value).await, 400, "invalid_client_metadata");
        }
        let before = found(&tenant, &client).await.unwrap();
        for (member, value) in [
            ("trusted", json!(true)),
            ("system", json!(true)),
            ("developer_id", json!("somebody")),
            ("client_secret_expires_at", json!(1)),
            ("client_id_issued_at", json!(1)),
            ("authorization_server_id", json!("admin")),
            ("dynamically_registered", json!(false)),
            ("registration_access_token", json!("mine")),
        ] {
            assert_eq!(change(member, value).await.expect(200).json(), client, "{member} is ignored");
        }
        assert_eq!(found(&tenant, &client).await.unwrap(), before);

        // What an administrator gives it stays, until it sends users elsewhere.
        administer(&tenant, &client, |details| {
            details.trusted = true;
            details.scopes.push(blocked.clone());
            details.grant_types = Some(vec!["authorization_code".to_owned(), "password".to_owned()]);
            details.audience = Some(vec!["https://orders.example".to_owned()]);
        })
        .await;
        let given = found(&tenant, &client).await.unwrap();
        let shown = manage(&tenant, Method::GET, &client).send().await.expect(200).json();
        assert_eq!(manage(&tenant, Method::PUT, &client).json(&shown).send().await.expect(200).json(), shown);
        assert_eq!(found(&tenant, &client).await.unwrap(), given);
        let mut elsewhere = shown.clone();
        elsewhere["redirect_uris"] = json!(["https://album.example/callback", "https://evil.example/callback"]);
        let _ = manage(&tenant, Method::PUT, &client).json(elsewhere).send().await.expect(200);
        assert!(!found(&tenant, &client).await.unwrap().trusted);
    })
    .await;
}

#[tokio::test]
async fn only_its_own_token_opens_a_registration() {
    for database in Database::tested() {
        println!("on {database:?}");
        // More wrong ones than an address may try.
        let settings = Settings { database, ..Settings::default() }.with("wrong_secrets", "1000");
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        let other = registered(&tenant, &new()).await;
        let token = text(&client, "registration_access_token");
        let flipped = format!("{}{}", if token.starts_with('A') { 'B' } else { 'A' }, &token[1..]);
        let access = tenant.token_of(DEFAULT, &[], &[]).await;
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            let call = || manage(&tenant, method.clone(), &client).json(new());
            let wrong = [
                "",
                "garbage",
                &token[..42],
                &flipped,
                &format!("{token}="),
                text(&other, "registration_access_token"),
                &access,
            ];
            for token in wrong {
                refused(call().bearer(token).send().await, 401, "invalid_token");
            }
            refused(call().anonymous().send().await, 401, "invalid_token");
            refused(
                call().basic(text(&client, "client_id"), text(&client, "client_secret")).send().await,
                401,
                "invalid_token",
            );
            let in_query =
                format!("/{}/default/{REGISTER}/{}?access_token={token}", tenant.id, text(&client, "client_id"));
            refused(call().anonymous().at(&in_query).send().await, 400, "invalid_request");
            let at = |id: &str| format!("/{}/default/{REGISTER}/{id}", tenant.id);
            refused(call().at(&at("nobody")).send().await, 401, "invalid_token");
            let by_admin = things::client(&tenant, &[]).await;
            refused(call().at(&at(text(&by_admin, "client_id"))).send().await, 401, "invalid_token");
            let elsewhere = format!("/{}/developer/{REGISTER}/{}", tenant.id, text(&client, "client_id"));
            refused(call().at(&elsewhere).send().await, 403, "access_denied");
        }
        assert_eq!(manage(&tenant, Method::GET, &client).send().await.expect(200).json(), client);
    }
}

#[tokio::test]
async fn a_deleted_client_is_gone_with_its_token_and_a_new_one_of_its_name_is_another() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &with("grant_types", json!(["client_credentials"]))).await;
        let (id, secret) = (text(&client, "client_id").to_owned(), text(&client, "client_secret").to_owned());
        let machine = Credentials { id: id.clone(), secret, server: DEFAULT.to_owned() };
        assert_eq!(manage(&tenant, Method::DELETE, &client).send().await.expect(204).text(), "");
        refused(tenant.ask_for_token(&machine, None, &[]).await, 401, "invalid_client");
        refused(manage(&tenant, Method::GET, &client).send().await, 401, "invalid_token");
        let tid = tenant.id.clone();
        let metadata = ClientMetadata { dynamically_registered: true, ..ClientMetadata::default() };
        let details = ClientDetails { metadata, ..ClientDetails::default() };
        let new = NewClient { id: Some(id), server_id: DEFAULT.to_owned(), details, ..NewClient::default() };
        let make = async move |store: authplane_domain::Store| {
            client::create(&Acting::new(&store, &tid, Actor::system()), new).await
        };
        tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap();
        refused(manage(&tenant, Method::GET, &client).send().await, 401, "invalid_token");
    })
    .await;
}

#[tokio::test]
async fn a_client_changes_its_registration_so_many_times_and_no_more_until_the_window_is_over() {
    for database in Database::tested() {
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        let tenant = Tenant::new(&server).await;
        open(&tenant).await;
        let [client, other] = [registered(&tenant, &new()).await, registered(&tenant, &new()).await];
        let change = |client: &Value, name: &str| {
            manage(&tenant, Method::PUT, client).json(with("client_name", json!(name))).send()
        };
        for number in 0..30 {
            let _ = change(&client, &format!("Album {number}")).await.expect(200);
        }
        let events = tenant.audit_events().await.len();
        for _ in 0..3 {
            let answer = change(&client, "once more").await;
            assert_eq!(answer.header("retry-after"), "600");
            refused(answer, 429, "temporarily_unavailable");
        }
        assert_eq!(tenant.audit_events().await.len(), events, "what is refused leaves nothing");
        let _ = manage(&tenant, Method::GET, &client).send().await.expect(200);
        let _ = change(&other, "another's").await.expect(200);
        clock.advance(TimeDelta::seconds(600));
        let _ = change(&client, "once more").await.expect(200);
        server.stop().await;
    }
}

/// The token that a client of an earlier release has: derived from the server's secret and the row.
async fn derived_token(tenant: &Tenant, client: &Value) -> String {
    let server =
        authorization_server::find(&tenant.server.context().store, &tenant.id, DEFAULT).await.unwrap().unwrap();
    let keys = derived_keys::of(tenant.server.context(), server.key()).await.unwrap();
    let client = found(tenant, client).await.unwrap();
    let row =
        format!("{} {} {} {}", client.tenant_id, client.server_id, client.id, client.created_at.timestamp_micros());
    URL_SAFE_NO_PAD.encode(aws_lc_rs::hmac::sign(&keys.registration[0], row.as_bytes()))
}

#[tokio::test]
async fn a_token_is_random_and_kept_as_a_digest_and_who_knows_the_servers_secret_can_t_make_one() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        let token = text(&client, "registration_access_token");
        let derived = derived_token(&tenant, &client).await;
        assert_ne!(token, derived);
        let with_derived = || manage(&tenant, Method::GET, &client).bearer(&derived);
        refused(with_derived().send().await, 401, "invalid_token");
        let everything = everything_in(tenant.server.database(), tenant.server.database_url()).await;
        assert!(everything.contains(text(&client, "client_id")) && !everything.contains(token));

        // A client of an earlier release keeps the one that it has.
        let forget = format!(
            "UPDATE clients SET registration_digest = NULL WHERE tenant_id = '{}' AND id = '{}'",
            tenant.id,
            text(&client, "client_id")
        );
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        assert_eq!(connection.execute_unprepared(&forget).await.unwrap().rows_affected(), 1);
        connection.close().await.unwrap();
        let shown = with_derived().send().await.expect(200).json();
        assert_eq!(shown["registration_access_token"], derived);
        refused(manage(&tenant, Method::GET, &client).send().await, 401, "invalid_token");
    })
    .await;
}
