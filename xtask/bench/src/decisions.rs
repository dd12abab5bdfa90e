//! What a gateway asks before it passes a request on, in a tenant with many APIs.

use serde_json::{Value, json};

use crate::Result;
use crate::application::Application;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, member};

/// What the case is called on the command line.
pub(crate) const NAME: &str = "decision";
/// The most that one decision of a hundred may take at half load, in microseconds.
pub(crate) const P99_US: f64 = 1_000.0;
/// APIs behind the gateway.
pub(crate) const APIS: usize = 10_000;
/// Of one of them.
pub(crate) const PATH: &str = "/area-42/thing-5862/17?verbose=true";
/// What the policy wants to be told, and what of it.
pub(crate) const HEADER: &str = "x-level";
pub(crate) const LEVEL: &str = "high";

/// A gateway of many APIs, all with one policy of three validators.
#[derive(Debug)]
pub(crate) struct Gateway {
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    policy: String,
    /// Whose tokens pass.
    application: String,
}

impl Gateway {
    /// Makes one whose policy lets the application pass.
    pub(crate) async fn prepare(installation: &Installation, application: &Application) -> Result<Self> {
        let token = installation.token().await?;
        let post = async |path: &str, body: Value| -> Result<Value> {
            let control = Endpoint { authority: installation.server.control_authority.clone(), path: path.to_owned() };
            Request::post_json(control, &body).bearer(&token).send_ok().await?.json()
        };
        let gateway = json!({ "name": "Bench", "server_id": "default", "type": "standalone" });
        let gateway = post("/api/admin/default/gateways", gateway).await?;
        let service = json!({ "name": "Shop", "authorization_server_id": "default", "gateway_id": gateway["id"] });
        let service = post("/api/admin/default/services", service).await?;
        let client_id = application.client_id().to_owned();
        let policy = post("/api/admin/default/policies", policy(&client_id, LEVEL)).await?;
        for index in 0..APIS {
            let api = json!({
                "service_id": service["id"], "method": "GET", "path": format!("/area-{}/thing-{index}/{{id}}", index % 97),
                "can_have_policy": true, "policy_id": policy["id"],
            });
            post("/api/admin/default/apis", api).await?;
        }
        let client = &gateway["client"];
        Ok(Self {
            client_id: member(client, "client_id")?.to_owned(),
            client_secret: member(client, "client_secret")?.to_owned(),
            policy: member(&policy, "id")?.to_owned(),
            application: client_id,
        })
    }

    /// Changes the policy so that it lets the application's requests pass, or none.
    pub(crate) async fn let_pass(&self, installation: &Installation, pass: bool) -> Result<()> {
        let path = format!("/api/admin/default/policies/{}", self.policy);
        let control = Endpoint { authority: installation.server.control_authority.clone(), path };
        let policy = policy(&self.application, if pass { LEVEL } else { "higher" });
        Request::put_json(control, &policy).bearer(&installation.token().await?).send_ok().await.map(drop)
    }
}

fn policy(client_id: &str, level: &str) -> Value {
    let field = |field: &str, comparator: &str, value: &str| json!({ "fields": [{ "field": field, "comparator": comparator, "value": value }] });
    let validators = json!([
        { "name": "identity-context", "conf": field("client_id", "equals", client_id) },
        { "name": "identity-context", "conf": field("iss", "starts_with", "http") },
        { "name": "header", "conf": field(HEADER, "equals", level) },
    ]);
    json!({ "id": "bench", "policy_name": "Bench", "validators": validators })
}

/// A question about the same token again and again, as Pyron asks it: of many APIs the one that has a policy of three validators, which all pass.
pub(crate) async fn request(installation: &Installation, application: &Application) -> Result<Request> {
    let gateway = Gateway::prepare(installation, application).await?;
    let question = json!({
        "method": "GET", "path": PATH,
        "headers": { "authorization": [format!("Bearer {}", application.token().await?)], HEADER: [LEVEL] },
    });
    let path = "/default/access/authorize".to_owned();
    let request = Request::post_json(Endpoint { authority: installation.server.authority.clone(), path }, &question)
        .basic(&gateway.client_id, &gateway.client_secret);
    request.send_ok().await?;
    Ok(request)
}
