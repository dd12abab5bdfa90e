//! `/api/admin/{tid}/environment`.

use authplane_tests::{Settings, Tenant, TestServer, on_both};
use serde_json::{Value, json};

use crate::it::nets::{Row, ready};

const ENVIRONMENT: &str = "/api/admin/{tid}/environment";

fn environment(swagger_mode: bool) -> Value {
    json!({
        "version": env!("CARGO_PKG_VERSION"), "commit": "", "demo_mode": false, "dev_mode": false, "display_workspace_wizard": false,
        "swagger_mode": swagger_mode
    })
}

#[tokio::test]
async fn it_says_what_the_settings_decide() {
    on_both(async |tenant| {
        assert_eq!(tenant.get(ENVIRONMENT).send().await.expect(200).json(), environment(true));
        let got = tenant.client().await.get_environment().tid(&tenant.id).send().await.unwrap().into_inner();
        assert_eq!(got.version, env!("CARGO_PKG_VERSION"));
    })
    .await;
    let without_reference = Settings::default().with("serve_reference", "false");
    let tenant = Tenant::new(&TestServer::start(without_reference).await).await;
    assert_eq!(tenant.get(ENVIRONMENT).send().await.expect(200).json(), environment(false));
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "get_environment",
    scopes: &["servers:read", "servers:write"],
    good: |tenant| ready(tenant.get(ENVIRONMENT)),
    provoke: &[],
}];
