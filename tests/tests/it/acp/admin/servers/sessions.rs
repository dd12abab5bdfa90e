//! `/api/admin/{tid}/servers/{aid}/sessions`. What it ends is tested with the other ways in which a user is signed out ([`signed_out`](crate::it::openid)).

use authplane_domain::catalogue::authorization_server::ADMIN;
use authplane_tests::{Tenant, on_both};

use super::one;
use crate::it::nets::Row;
use crate::it::things;

fn sessions(server: &str, subject: &str) -> String {
    format!("{}/sessions?subject={subject}", one(server))
}

#[tokio::test]
async fn whose_sessions_must_be_said_and_those_of_system_servers_are_for_full_callers() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let narrow = tenant.narrow_token(&["servers:write"]).await;
        for (path, status) in [
            (sessions(&server, "nobody"), 204),
            (sessions(&server, "own-page/ada%20%C3%A4"), 204),
            (sessions(&server, ""), 422),
            (format!("{}/sessions", one(&server)), 422),
            (format!("{}&subject=ada", sessions(&server, "ada")), 400),
            (sessions(&server, "%00"), 400),
            (sessions("unknown", "ada"), 404),
            (sessions(ADMIN, "ada"), 403),
        ] {
            let answer = tenant.delete(&path).bearer(&narrow).send().await;
            assert_eq!(answer.status, status, "{path}: {}", answer.text());
        }
        let _ = tenant.delete(&sessions(ADMIN, "ada")).send().await.expect(204);
        let client = tenant.client().await;
        let call = client.end_sessions().tid(&tenant.id).aid(&server).subject("ada");
        call.send().await.unwrap();
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "end_sessions",
    scopes: &["servers:write"],
    good: |tenant: &Tenant| {
        Box::pin(async move { tenant.delete(&sessions(&things::authorization_server(tenant).await, "ada")) })
    },
    provoke: &[
        (400, |tenant, _| Box::pin(std::future::ready(tenant.delete(&sessions("default", "%00"))))),
        (422, |tenant, _| Box::pin(std::future::ready(tenant.delete(&sessions("default", ""))))),
    ],
}];
