//! Pairwise subjects, and the sectors that share them.

use std::time::Duration;

use super::*;

#[tokio::test]
async fn a_new_secret_of_the_server_keeps_tokens_and_pairwise_subjects_as_long_as_the_old_one_is_kept() {
    on_both(async |tenant| {
        open(&tenant).await;
        let client = registered(&tenant, &with("subject_type", json!("pairwise"))).await;
        let before = sub(&tenant, &client).await;
        let (id, first) = (tenant.id.clone(), "the-second-secret-of-this-server-0123456789".to_owned());
        let rotate = async move |store: authplane_domain::Store| {
            let server = authorization_server::find(&store, &id, DEFAULT).await.unwrap().unwrap();
            let known = authorization_server::open_secrets(&store, &server).unwrap();
            let details = ServerDetails {
                name: "Default".to_owned(),
                enable_dynamic_client_registration: true,
                ..ServerDetails::default()
            };
            let changes = ServerChanges {
                details,
                secret: Some(first),
                rotated_secrets: Some(vec![known.current]),
                methods: None,
            };
            authorization_server::change(&Acting::new(&store, &id, Actor::system()), DEFAULT, changes).await
        };
        tenant.server.with_store(move |store| async move { rotate(store).await }).await.unwrap();
        let read = manage(&tenant, Method::GET, &client).send().await.expect(200).json();
        assert_eq!(
            read["registration_access_token"], client["registration_access_token"],
            "it is no secret of the server's"
        );
        assert_eq!(sub(&tenant, &client).await, before);
    })
    .await;
}

/// What a client sees of one user.
async fn sub(tenant: &Tenant, client: &Value) -> String {
    let (context, client) = (Arc::clone(tenant.server.context()), found(tenant, client).await.unwrap());
    let ask = async move || subject::of(&context, &client, "ada").await;
    tenant.server.with_store(move |_| async move { ask().await }).await.unwrap()
}

#[tokio::test]
async fn clients_of_one_sector_share_their_pairwise_subjects_and_others_do_not() {
    on_both(async |tenant| {
        open(&tenant).await;
        let make = async |uris: Value, subject_type: &str| {
            let mut body = with("redirect_uris", uris);
            body["subject_type"] = json!(subject_type);
            registered(&tenant, &body).await
        };
        let one = make(json!(["https://a.example/one"]), "pairwise").await;
        let two = make(json!(["https://A.example:8443/two", "https://a.example/three"]), "pairwise").await;
        let other = make(json!(["https://b.example/"]), "pairwise").await;
        let (native, native_too) = (
            make(json!(["com.example.app:/"]), "pairwise").await,
            make(json!(["com.example.app:/"]), "pairwise").await,
        );
        let public = make(json!(["https://a.example/one"]), "public").await;
        assert_eq!(sub(&tenant, &public).await, "ada");
        let seen = [&one, &other, &native, &native_too];
        let mut subs = Vec::new();
        for client in seen {
            let sub = sub(&tenant, client).await;
            assert!(sub.len() == 43 && !subs.contains(&sub), "{subs:?} {sub}");
            subs.push(sub);
        }
        assert_eq!(sub(&tenant, &two).await, subs[0]);
        assert_eq!(found(&tenant, &one).await.unwrap().metadata.subject_type, SubjectType::Pairwise);
        let stranger = Tenant::new(&tenant.server).await;
        open(&stranger).await;
        let mut body = with("redirect_uris", json!(["https://a.example/one"]));
        body["subject_type"] = json!("pairwise");
        let there = registered(&stranger, &body).await;
        assert_ne!(sub(&stranger, &there).await, subs[0]);
    })
    .await;
}

#[tokio::test]
async fn a_sector_identifier_must_list_every_redirect_uri_and_is_fetched_by_the_guarded_client_alone() {
    let upstream = Upstream::start(|line| match line.split(' ').nth(1) {
        Some("/sector") => answer("200 OK", r#"["https://a.example/callback", "https://b.example/callback"]"#),
        Some("/object") => answer("200 OK", r#"{"redirect_uris": []}"#),
        Some("/missing") => answer("404 Not Found", r#"["https://a.example/callback", "https://b.example/callback"]"#),
        _ => answer("302 Found\r\nLocation: https://169.254.169.254/", ""),
    })
    .await;
    let settings = Settings::default().with("outgoing_allowed", upstream.address.to_string());
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    open(&tenant).await;
    let body = |path: &str, uris: &[&str]| json!({"redirect_uris": uris, "subject_type": "pairwise", "sector_identifier_uri": upstream.url(path)});
    let (a, b, c) = ("https://a.example/callback", "https://b.example/callback", "https://c.example/callback");
    let one = registered(&tenant, &body("/sector", &[a, b])).await;
    let two = registered(&tenant, &body("/sector", &[b])).await;
    assert_eq!(sub(&tenant, &one).await, sub(&tenant, &two).await);
    let alone = registered(&tenant, &json!({"redirect_uris": [b], "subject_type": "pairwise"})).await;
    assert_ne!(sub(&tenant, &one).await, sub(&tenant, &alone).await);
    for refusal in [body("/sector", &[a, c]), body("/object", &[a]), body("/missing", &[a]), body("/redirect", &[a])] {
        let description = refused(attempt(&tenant, &refusal).await, 400, "invalid_client_metadata");
        assert!(description.starts_with("sector_identifier_uri"), "{description}");
    }
    // An administrator's change is checked where it matters, and only there.
    let path = format!("/api/admin/{{tid}}/clients/{}", text(&one, "client_id"));
    let mut shown = tenant.get(&path).send().await.expect(200).json();
    let hits = upstream.hits();
    shown["client_name"] = json!("Renamed");
    let _ = tenant.put(&path).json(&shown).send().await.expect(200);
    assert_eq!(upstream.hits(), hits);
    shown["redirect_uris"] = json!([a, c]);
    let refusal = tenant.put(&path).json(&shown).send().await.expect(422).json();
    assert_eq!(refusal["details"]["field"], "sector_identifier_uri");
}

/// What takes as long as the client's own web server wants must be over when it is decided what the client gets.
#[tokio::test]
async fn who_changes_scopes_while_a_sector_is_fetched_gives_the_client_none_of_the_servers() {
    let late = |text: &str| vec![(Duration::from_millis(500), answer("200 OK", text).remove(0).1)];
    let upstream = Upstream::start(move |_| late(r#"["https://a.example/callback"]"#)).await;
    let settings = Settings::default().with("outgoing_allowed", upstream.address.to_string());
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    open(&tenant).await;
    let new = json!({"authorization_server_id": "default", "name": "introspect_tokens", "display_name": "Mine"});
    let scope = tenant.post("/api/admin/{tid}/scopes").json(new).send().await.expect(201).json();
    let body = json!({"redirect_uris": ["https://a.example/callback"], "scope": "introspect_tokens",
        "sector_identifier_uri": upstream.url("/sector")});
    let take_away = async {
        while upstream.hits() == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/scopes/{}", text(&scope, "id"))).send().await.expect(204);
    };
    let (refusal, ()) = tokio::join!(attempt(&tenant, &body), take_away);
    let description = refused(refusal, 400, "invalid_client_metadata");
    assert!(description.starts_with("scope"), "{description}");
}

/// Of no redirect URIs, every list has all.
#[tokio::test]
async fn a_client_without_redirect_uris_joins_no_sector() {
    for database in Database::tested() {
        let upstream = Upstream::start(|_| answer("200 OK", r#"["https://victim.example/callback"]"#)).await;
        let settings = Settings { database, ..Settings::default() }.with("outgoing_allowed", "127.0.0.1");
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        open(&tenant).await;
        let mut body = json!({
            "grant_types": ["client_credentials"], "subject_type": "pairwise",
            "sector_identifier_uri": upstream.url("/sector"), "redirect_uris": ["https://victim.example/callback"],
        });
        registered(&tenant, &body).await;
        body.as_object_mut().unwrap().remove("redirect_uris");
        let description = refused(attempt(&tenant, &body).await, 400, "invalid_client_metadata");
        assert!(description.starts_with("sector_identifier_uri"), "{description}");
    }
}

/// Whoever has users at devices never is where the redirect URI leads, which may be anybody's.
#[tokio::test]
async fn a_client_that_registered_itself_and_has_users_at_devices_is_a_sector_of_its_own() {
    on_both(async |tenant| {
        open(&tenant).await;
        let mut body = with("redirect_uris", json!(["https://victim.example/callback"]));
        body["subject_type"] = json!("pairwise");
        let (victim, thief) = (registered(&tenant, &body).await, registered(&tenant, &body).await);
        let before = sub(&tenant, &victim).await;
        assert_eq!(sub(&tenant, &thief).await, before, "whoever is sent users there is the same sector");
        let give = async |client: &Value, grants: Value| {
            let path = format!("/api/admin/{{tid}}/clients/{}", text(client, "client_id"));
            let mut shown = tenant.get(&path).send().await.expect(200).json();
            shown["grant_types"] = grants;
            let _ = tenant.put(&path).json(&shown).send().await.expect(200);
        };
        give(&thief, json!(["authorization_code", crate::it::devices::GRANT])).await;
        assert_ne!(sub(&tenant, &thief).await, before);
        give(&victim, json!(["authorization_code", "refresh_token"])).await;
        assert_eq!(sub(&tenant, &victim).await, before);
        // An administrator's own says by its grants nothing of whose redirect URIs it has.
        let metadata = ClientMetadata { subject_type: SubjectType::Pairwise, ..ClientMetadata::default() };
        let details = ClientDetails {
            redirect_uris: vec!["https://victim.example/callback".to_owned()],
            metadata,
            ..crate::it::devices::details(&["openid"])
        };
        let own = tenant.register(DEFAULT, details).await;
        assert_eq!(sub(&tenant, &json!({"client_id": own.id})).await, before);
    })
    .await;
}
