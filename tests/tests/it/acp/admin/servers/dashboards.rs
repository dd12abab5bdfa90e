//! `/api/admin/{tid}/servers/{aid}/dashboards`.

use authplane_tests::{Database, Settings, Tenant, TestServer, on_both};
use serde_json::json;

use super::one;
use crate::it::nets::{Row, ready};
use crate::it::things;

const DASHBOARDS: &str = "/api/admin/{tid}/servers/default/dashboards";

#[tokio::test]
async fn without_settings_there_are_none() {
    on_both(async |tenant| {
        let none = json!({
            "enabled": false, "sample_business_url": "", "sample_threat_url": "", "tenant_business_url": "", "tenant_threat_url": ""
        });
        assert_eq!(tenant.get(DASHBOARDS).send().await.expect(200).json(), none);
        let got = tenant.client().await.list_dashboards().tid(&tenant.id).aid("default").send().await.unwrap();
        assert!(!got.into_inner().enabled);
        for server in ["admin", "developer", "system"] {
            let _ = tenant.get(&format!("{}/dashboards", one(server))).send().await.expect(400);
        }
        let _ = tenant.get(&format!("{}/dashboards", one("unknown"))).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_settings_say_where_they_are_for_each_tenant_and_server() {
    for database in Database::tested() {
        let settings = Settings { database, ..Settings::default() }
            .with("dashboard_sample_business", "https://sample.example/business")
            .with(
                "dashboard_tenant_threat",
                "https://grafana.example/d/threats?tenant={tid}&server={aid}&both={tid}/{aid}",
            );
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let server = things::authorization_server(&tenant).await;
        let shown = tenant.get(&format!("{}/dashboards", one(&server))).send().await.expect(200).json();
        let tid = &tenant.id;
        let threat = format!("https://grafana.example/d/threats?tenant={tid}&server={server}&both={tid}/{server}");
        let expected = json!({
            "enabled": true, "sample_business_url": "https://sample.example/business", "sample_threat_url": "", "tenant_business_url": "",
            "tenant_threat_url": threat
        });
        assert_eq!(shown, expected);
    }
}

/// An id may have characters that mean something in a query.
#[tokio::test]
async fn an_id_stays_what_it_is_in_the_address_of_a_dashboard() {
    let settings = Settings::default().with("dashboard_tenant_business", "https://grafana.example/?server={aid}");
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    let made = tenant.post("/api/admin/{tid}/servers").json(json!({"id": "a+b@c:d", "name": "Odd"})).send().await;
    let id = made.expect(201).json()["id"].as_str().unwrap().to_owned();
    let shown = tenant.get(&format!("{}/dashboards", one(&id))).send().await.expect(200).json();
    assert_eq!(shown["tenant_business_url"], "https://grafana.example/?server=a%2Bb%40c%3Ad");
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "list_dashboards",
    scopes: &["servers:read", "servers:write"],
    good: |tenant| ready(tenant.get(DASHBOARDS)),
    provoke: &[(400, |tenant, _| ready(tenant.get(&format!("{}/dashboards", one("admin")))))],
}];
