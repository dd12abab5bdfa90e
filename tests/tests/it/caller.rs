//! Who is let in is let into their own tenant, whatever the family of operations: those that are there, and a toy that stands for those to come.

use std::sync::Arc;
use std::time::Duration;

use authplane::api::acp::DIALECT;
use authplane::api::acp::error::AcpError;
use authplane::caller::{Api, Caller, Permission};
use authplane::context::Context;
use authplane::edge::answer::NoContent;
use authplane::edge::front::{Front, Observation, Observer};
use authplane::edge::listener::Bounds;
use authplane::edge::{Listener, Path, Request, Surface, endpoint as dropshot};
use authplane_tests::{Tenant, on_both};
use schemars::JsonSchema;
use serde::Deserialize;

/// Of a family that takes its tenant from the token, as Logto's does.
struct Toy;

impl Permission for Toy {
    const API: Api = Api::Logto;
    const SCOPES: &'static [&'static str] = &["resources:read"];
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ToyPath {
    /// A tenant.
    #[expect(dead_code, reason = "the caller is asked for it")]
    tid: String,
}

/// Lets a caller in.
#[dropshot::endpoint { method = GET, path = "/toy/{tid}", tags = ["toy"] }]
async fn enter(_request: Request<Context>, _caller: Caller<Toy>, _path: Path<ToyPath>) -> Result<NoContent, AcpError> {
    Ok(NoContent)
}

struct Nobody;

impl Observer for Nobody {
    fn observe(&self, _observation: &Observation<'_>) {}
}

#[tokio::test]
async fn a_tenant_in_a_path_is_the_token_s_own_in_every_family() {
    on_both(async |tenant| {
        let mut surface = Surface::new(DIALECT);
        surface.register(enter).errors(&[401, 403]);
        let context = Arc::clone(tenant.server.context());
        let front = Front::new(context, vec![surface], DIALECT, Arc::new(Nobody), Duration::from_secs(20)).unwrap();
        let listener = Listener::start(Arc::new(front), ([127, 0, 0, 1], 0).into(), Bounds::default()).unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let stranger = Tenant::new(&tenant.server).await;
        for (token, status) in [(&tenant.token, 204), (&stranger.token, 401)] {
            let url = format!("http://{}/toy/{}", listener.address(), tenant.id);
            let answer = client.get(url).bearer_auth(token).send().await.unwrap();
            assert_eq!(answer.status().as_u16(), status);
        }
        listener.close().await;
    })
    .await;
}
