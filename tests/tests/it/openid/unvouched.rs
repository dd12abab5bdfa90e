//! Clients that registered themselves, or that developers made, and that nobody else vouches for.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::Outcome;
use authplane_tests::{Credentials, RelyingParty, Tenant, UserAgent};

use super::with_users_on_both;

const REDIRECT: &str = "https://app.example/callback";

/// Who made a client.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Maker {
    Itself,
    Developer,
    Administrator,
}

impl Maker {
    async fn make(self, tenant: &Tenant, mut details: ClientDetails) -> RelyingParty {
        details.redirect_uris = vec![REDIRECT.to_owned()];
        details.metadata.dynamically_registered = self == Self::Itself;
        let method = details.token_endpoint_auth_method;
        let developer_id = (self == Self::Developer).then(|| "ada".to_owned());
        let new = NewClient { server_id: DEFAULT.to_owned(), developer_id, details, ..NewClient::default() };
        let tid = tenant.id.clone();
        let make = async move |store| {
            let made = client::create(&Acting::new(&store, &tid, Actor::system()), new).await?;
            let secret = client::open_secret(&store, &made)?.unwrap_or_default();
            Ok::<_, authplane_domain::Error>(Credentials { id: made.id, secret, server: DEFAULT.to_owned() })
        };
        let made = tenant.server.with_store(move |store| async move { make(store).await }).await.unwrap();
        RelyingParty::of(tenant, made, method, REDIRECT)
    }
}

/// RFC 9700 §4.11.2: a client that registered itself, or that a developer made, can't make this server send anybody to its address before they have seen a page of ours. The link there is theirs
/// to follow. Silent requests are the exception that the RFC makes.
#[tokio::test]
async fn nobody_is_sent_on_at_once_to_where_only_a_client_itself_vouches_for() {
    with_users_on_both(async |tenant| {
        for (maker, trusted) in [
            (Maker::Itself, false),
            (Maker::Itself, true),
            (Maker::Developer, false),
            (Maker::Developer, true),
            (Maker::Administrator, false),
        ] {
            let self_made = maker != Maker::Administrator;
            let mut details = ClientDetails { trusted, ..application(&["openid"]) };
            details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
            details.grant_types.get_or_insert_default().push("implicit".to_owned());
            let client = maker.make(&tenant, details).await;
            let plain = || client.request();
            for request in [
                plain().with("response_type", "bogus"),
                plain().with("response_type", "bogus").with("response_mode", "form_post"),
                plain().with("response_type", "bogus").with("response_mode", "fragment"),
                plain().without("response_type"),
                plain().with("response_type", "code token"),
                plain().with("response_type", "id_token").without("nonce"),
                plain().with("max_age", "x"),
                plain().with("prompt", "none login"),
                plain().with("prompt", "bogus"),
                plain().with("claims", "x"),
                plain().with("resource", "https://nobody.example"),
                plain().with("id_token_hint", "x"),
                plain().with("code_challenge_method", "plain"),
                plain().with("request", "x"),
                plain().without_challenge(),
            ] {
                let url = request.url();
                let silent = request.clone().with("prompt", "none");
                let Outcome::Page(page) = UserAgent::new(tenant.server.url()).get(&url).await else {
                    assert!(!self_made || trusted, "left at once: {url}");
                    continue;
                };
                if url.contains("form_post") && (trusted || !self_made) {
                    assert_eq!(page.form().action.as_str(), client.redirect_uri, "{url}: {page}");
                    continue;
                }
                if page.status == 200 {
                    // Not wrong here: they are asked to sign in.
                    assert!(page.form_with("password").is_some() && !url.contains("bogus"), "{url}: {page}");
                    continue;
                }
                assert!(self_made && !trusted, "{url}: {page}");
                assert_eq!((page.status, page.forms().len(), page.all("script").count()), (400, 0, 0), "{url}: {page}");
                let links: Vec<&str> =
                    page.links().into_iter().filter(|link| link.starts_with(&client.redirect_uri)).collect();
                let [link] = links[..] else { panic!("{links:?} on {page}") };
                assert!(link.contains("error=") && link.contains(&format!("state={}", request.state)), "{link}");
                assert!(!page.headers.contains_key("location") && !page.headers.contains_key("refresh"), "{page}");
                let outcome = UserAgent::new(tenant.server.url()).get(&silent.url()).await;
                if !url.contains("form_post") {
                    assert!(outcome.left().to.as_str().starts_with(&client.redirect_uri), "{url}");
                }
            }
        }
    })
    .await;
}
