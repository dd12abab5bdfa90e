//! What a gateway asks before it passes a request on, in a tenant with many APIs.

use serde_json::{Value, json};

use crate::Result;
use crate::application::Application;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, member};

/// What the case is called on the command line.
pub(crate) const NAME: &str = "decision";
/// APIs behind the gateway.
const APIS: usize = 10_000;

/// A question about the same token again and again, as Pyron asks it: of many APIs the one that has a policy of three validators, which all pass.
pub(crate) async fn request(installation: &Installation, application: &Application) -> Result<Request> {
    let token = installation.token().await?;
    let post = async |path: &str, body: Value| -> Result<Value> {
        let control = Endpoint { authority: installation.server.control_authority.clone(), path: path.to_owned() };
        Request::post_json(control, &body).bearer(&token).send_ok().await?.json()
    };
    let gateway = json!({ "name": "Bench", "server_id": "default", "type": "standalone" });
    let gateway = post("/api/admin/default/gateways", gateway).await?;
    let service = json!({ "name": "Shop", "authorization_server_id": "default", "gateway_id": gateway["id"] });
    let service = post("/api/admin/default/services", service).await?;
    let field = |field: &str, comparator: &str, value: Value| json!({ "fields": [{ "field": field, "comparator": comparator, "value": value }] });
    let validators = json!([
        { "name": "identity-context", "conf": field("client_id", "equals", json!(application.client_id())) },
        { "name": "identity-context", "conf": field("iss", "starts_with", json!("http")) },
        { "name": "header", "conf": field("x-level", "equals", json!("high")) },
    ]);
    let policy = json!({ "id": "bench", "policy_name": "Bench", "validators": validators });
    let policy = post("/api/admin/default/policies", policy).await?;
    for index in 0..APIS {
        let api = json!({
            "service_id": service["id"], "method": "GET", "path": format!("/area-{}/thing-{index}/{{id}}", index % 97),
            "can_have_policy": true, "policy_id": policy["id"],
        });
        post("/api/admin/default/apis", api).await?;
    }
    let question = json!({
        "method": "GET", "path": "/area-42/thing-5862/17?verbose=true",
        "headers": { "authorization": [format!("Bearer {}", application.token().await?)], "x-level": ["high"] },
    });
    let path = "/default/access/authorize".to_owned();
    let client = &gateway["client"];
    let request = Request::post_json(Endpoint { authority: installation.server.authority.clone(), path }, &question)
        .basic(member(client, "client_id")?, member(client, "client_secret")?);
    request.send_ok().await?;
    Ok(request)
}
