//! Clients that registered themselves, and that nobody else vouches for.

use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::Outcome;
use authplane_tests::{RelyingParty, UserAgent};

use super::with_users_on_both;

/// RFC 9700 §4.11.2: a client that registered itself can't make this server send anybody to its address before they have seen a page of ours. The link there is theirs
/// to follow. Silent requests are the exception that the RFC makes.
#[tokio::test]
async fn nobody_is_sent_on_at_once_to_where_only_a_client_itself_vouches_for() {
    with_users_on_both(async |tenant| {
        for (registered_itself, trusted) in [(true, false), (true, true), (false, false)] {
            let mut details = ClientDetails { trusted, ..application(&["openid"]) };
            details.metadata.dynamically_registered = registered_itself;
            details.response_types = Some(["code", "id_token"].map(str::to_owned).into());
            details.grant_types.get_or_insert_default().push("implicit".to_owned());
            let client = RelyingParty::register(&tenant, details).await;
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
                    assert!(!registered_itself || trusted, "left at once: {url}");
                    continue;
                };
                if url.contains("form_post") && (trusted || !registered_itself) {
                    assert_eq!(page.form().action.as_str(), client.redirect_uri, "{url}: {page}");
                    continue;
                }
                if page.status == 200 {
                    // Not wrong here: they are asked to sign in.
                    assert!(page.form_with("password").is_some() && !url.contains("bogus"), "{url}: {page}");
                    continue;
                }
                assert!(registered_itself && !trusted, "{url}: {page}");
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
