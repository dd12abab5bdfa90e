//! Which credential goes with which operation, and that all pages of a list are read.

use std::collections::HashMap;

use authplane_client::{Client, types};
use futures::TryStreamExt;

use super::canned::{RESOURCES, Seen, Server, api_client, canned, created, path_of, well_behaved};

#[tokio::test]
async fn every_operation_is_sent_the_credential_that_it_takes_and_none_that_it_does_not() {
    let server = Server::start(|request, before, url| match path_of(request) {
        path if path.contains("/.well-known/") || path.starts_with("/default/admin/oauth2/token") => {
            well_behaved(request, before, url)
        }
        _ => canned(404, "{}"),
    })
    .await;
    let ask_all = async |client: &Client| {
        let (t, a, c) = ("default", "default", "robot");
        let _ = client.userinfo().tid(t).aid(a).send().await;
        let _ = client.list_clients_with_access().tid(t).aid(a).send().await;
        let _ = client.revoke_client_access().tid(t).aid(a).cid(c).send().await;
        let _ = client.dynamic_client_registration_get_client().tid(t).aid(a).cid(c).send().await;
        let _ = client.list_resources().send().await;
        let _ = client.get_jwks().tid(t).aid(a).send().await;
        let query = types::TokenQuery::builder().token("t");
        let _ = client.introspect().tid(t).aid(a).body(query.clone()).send().await;
        let _ = client.revoke().tid(t).aid(a).body(query.clone().client_id("another").client_secret("s")).send().await;
        let _ = client.token().tid(t).aid(a).body(types::TokenRequest::builder().grant_type("x")).send().await;
        let _ =
            client.device_authorization().tid(t).aid(a).body(types::DeviceAuthorizationRequest::builder()).send().await;
    };
    let sent = |from: usize| -> Vec<(String, String)> {
        let seen = server.seen.lock().unwrap();
        let asked = seen[from..]
            .iter()
            .filter(|request| !request.path.contains("/admin/") && !request.path.starts_with("/.well-known"));
        let header = |request: &Seen| request.headers.get("authorization").cloned().unwrap_or_default();
        asked.map(|request| (request.path.clone(), header(request))).collect()
    };
    let of =
        |sent: &[(String, String)], end: &str| sent.iter().find(|(path, _)| path.ends_with(end)).unwrap().1.clone();

    // Whoever brings a token knows what it is for.
    let client = Client::builder(&server.url).access_token("t0ken").build().await.unwrap();
    ask_all(&client).await;
    let with_token = sent(0);
    for end in ["/userinfo", "/default/clients", "/clients/robot", "/register/robot", "/api/resources", "/introspect"] {
        assert_eq!(of(&with_token, end), "Bearer t0ken", "{end}");
    }
    for end in ["/jwks.json", "/revoke", "/oauth2/token", "/device/authorization"] {
        assert_eq!(of(&with_token, end), "", "{end}");
    }

    // A management client's token is for management; where clients authenticate, it does, unless the form says who asks.
    let from = server.seen.lock().unwrap().len();
    let client = Client::builder(&server.url).client_credentials("a:b", "s3 cr").build().await.unwrap();
    ask_all(&client).await;
    let with_credentials = sent(from);
    assert!(of(&with_credentials, "/api/resources").starts_with("Bearer "));
    for end in ["/introspect", "/default/oauth2/token", "/device/authorization"] {
        assert_eq!(of(&with_credentials, end), "Basic YSUzQWI6czMrY3I=", "{end}");
    }
    for end in ["/userinfo", "/default/clients", "/clients/robot", "/register/robot", "/jwks.json", "/revoke"] {
        assert_eq!(of(&with_credentials, end), "", "{end}");
    }

    // At another host than the issuer's the credentials say nothing, and aren't shown.
    let from = server.seen.lock().unwrap().len();
    let elsewhere = Server::start(well_behaved).await;
    let issuer = format!("{}/default/admin", elsewhere.url);
    let client = Client::builder(&server.url).issuer(issuer).client_credentials("a:b", "s3 cr").build().await.unwrap();
    ask_all(&client).await;
    let to_another_host = sent(from);
    assert!(of(&to_another_host, "/api/resources").starts_with("Bearer "));
    for end in ["/introspect", "/default/oauth2/token", "/device/authorization", "/revoke"] {
        assert_eq!(of(&to_another_host, end), "", "{end}");
    }
}

#[tokio::test]
async fn lists_are_read_page_by_page() {
    let server = Server::start(|request, before, url| {
        let Some((path, query)) = request.path.split_once('?') else { return well_behaved(request, before, url) };
        let values: HashMap<_, _> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        if path == RESOURCES {
            let page: u32 = values["page"].parse().unwrap();
            let row = |number: u32| created().replace("r1", &format!("r{page}-{number}"));
            let items: Vec<_> = (0..if page < 3 { 2 } else { 1 }).map(row).collect();
            return canned(200, format!("[{}]", items.join(","))).header("total-number", "5");
        }
        let offset: u32 = values["offset"].parse().unwrap();
        let items: Vec<_> = (offset..(offset + 3).min(7)).map(api_client).collect();
        canned(200, format!(r#"{{"count":7,"items":[{}]}}"#, items.join(",")))
    })
    .await;
    let client = Client::builder(&server.url).access_token("t").build().await.unwrap();
    let resources: Vec<_> = client.resources_stream(2).try_collect().await.unwrap();
    assert_eq!((resources.len(), server.count(RESOURCES)), (5, 3));

    let clients: Vec<_> = client.api_clients_stream(3).try_collect().await.unwrap();
    assert_eq!(clients.len(), 7);
    assert_eq!(server.count("/local-user-store/api/v1/api-clients"), 3);
}
