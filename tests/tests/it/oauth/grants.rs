//! Which grants there are, and who may use them.

use authplane_domain::authorization_server::{ADMIN, DEFAULT, SYSTEM};
use authplane_domain::client::ClientDetails;
use authplane_tests::on_both;

use super::{TOKEN, machine, post, refused, register};

fn with_grants(grants: &[&str]) -> ClientDetails {
    ClientDetails { grant_types: Some(grants.iter().map(|grant| (*grant).to_owned()).collect()), ..machine() }
}

#[tokio::test]
async fn grants_that_are_not_offered_are_unsupported_whatever_the_client_is_registered_for() {
    on_both(async |tenant| {
        let all = ["authorization_code", "implicit", "client_credentials", "refresh_token", "password"];
        for server in [DEFAULT, ADMIN, SYSTEM] {
            let app = register(&tenant, server, with_grants(&all)).await;
            for grant in [
                "authorization_code",
                "refresh_token",
                "implicit",
                "none",
                "CLIENT_CREDENTIALS",
                "client_credentials ",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:token-exchange",
            ] {
                let form = [("grant_type", grant), ("code", "c"), ("refresh_token", "r"), ("assertion", "a")];
                let call = post(&tenant, server, TOKEN).basic(&app.id, &app.secret).form(&form);
                refused(call.send().await, 400, "unsupported_grant_type");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn assertion_30_the_password_grant_does_not_exist_at_token_endpoints() {
    on_both(async |tenant| {
        let app = register(&tenant, DEFAULT, with_grants(&["password", "client_credentials"])).await;
        let form = [("grant_type", "password"), ("username", "u"), ("password", "p")];
        let call = post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&form);
        refused(call.send().await, 400, "unsupported_grant_type");
    })
    .await;
}

#[tokio::test]
async fn assertion_31_a_client_uses_only_the_grants_that_it_is_registered_for() {
    on_both(async |tenant| {
        for grants in [&["authorization_code"][..], &["password", "refresh_token"], &[]] {
            let app = register(&tenant, DEFAULT, with_grants(grants)).await;
            let form = [("grant_type", "client_credentials")];
            let call = post(&tenant, DEFAULT, TOKEN).basic(&app.id, &app.secret).form(&form);
            refused(call.send().await, 400, "unauthorized_client");
        }
    })
    .await;
}
