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
use authplane_domain::catalogue::authorization_server::ADMIN;
use authplane_tests::tenant::texts;
use authplane_tests::{Credentials, Tenant, on_both};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

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

/// A creation whose last byte comes after `meanwhile`, and the status of its answer.
async fn created_slowly(tenant: &Tenant, token: &str, meanwhile: impl AsyncFnOnce()) -> u16 {
    let body = r#"{"name":"Slow"}"#;
    let (host, path) = (tenant.server.url().trim_start_matches("http://").to_owned(), "services");
    let head = format!(
        "POST /api/admin/{}/{path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        tenant.id,
        body.len()
    );
    let mut stream = TcpStream::connect(&host).await.unwrap();
    let (begin, end) = body.split_at(body.len() - 1);
    stream.write_all(format!("{head}{begin}").as_bytes()).await.unwrap();
    // Longer than whoever was let in needn't be asked again.
    tokio::time::sleep(Duration::from_millis(1200)).await;
    meanwhile().await;
    stream.write_all(end.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn whoever_has_lost_their_rights_while_their_body_arrived_changes_nothing() {
    on_both(async |tenant| {
        let machine = |scopes| tenant.add_client(ADMIN, scopes);
        let token_of = async |machine: &Credentials, scope| {
            let answer = tenant.ask_for_token(machine, Some(scope), &[]).await.expect(200).json();
            answer["access_token"].as_str().unwrap().to_owned()
        };
        let services = async || {
            let listed = tenant.get("/api/admin/{tid}/servers/default/services").send().await.expect(200).json();
            texts(&listed["services"], "name").iter().filter(|name| *name == "Slow").count()
        };
        let [kept, deleted, narrowed] = [machine(&["all"]).await, machine(&["all"]).await, machine(&["all"]).await];
        let token = token_of(&kept, "all").await;
        assert_eq!(created_slowly(&tenant, &token, async || {}).await, 201);
        assert_eq!(services().await, 1);
        let one = |machine: &Credentials| format!("/api/admin/{{tid}}/clients/{}", machine.id);
        let token = token_of(&deleted, "all").await;
        let delete = async || drop(tenant.delete(&one(&deleted)).send().await.expect(204));
        assert_eq!(created_slowly(&tenant, &token, delete).await, 401);
        let token = token_of(&narrowed, "all").await;
        let narrow = async || {
            let fewer = json!({"grant_types": ["client_credentials"], "scopes": ["clients:read"]});
            drop(tenant.put(&one(&narrowed)).json(fewer).send().await.expect(200));
        };
        assert_eq!(created_slowly(&tenant, &token, narrow).await, 403);
        assert_eq!(services().await, 1);
    })
    .await;
}
