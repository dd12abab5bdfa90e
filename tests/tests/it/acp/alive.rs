//! `/alive`.

use serde_json::json;

use crate::it::nets::{Row, ready};

/// While the server prepares itself it is answered, too: see `process`.
#[tokio::test]
async fn who_asks_needs_no_credentials() {
    authplane_tests::on_both(async |tenant| {
        let answer = tenant.get("/alive").anonymous().send().await.expect(200);
        assert_eq!(answer.json(), json!({"alive": true}));
        // RFC 9110 §9.3.2.
        let _ = tenant.post("/alive").anonymous().send().await.expect(405);
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[&[Row]] =
    &[&[Row { id: "alive", scopes: &[], good: |tenant| ready(tenant.get("/alive").anonymous()), provoke: &[] }]];
