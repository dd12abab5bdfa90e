//! What Authplane is for, in nine steps, against a running server.
//!
//! An API with two scopes and what its OpenAPI document says of it, an application that may use one of them, a token, what the API sees of it, and everything
//! that is refused. It leaves nothing behind and can be run again and again.
//!
//! ```console
//! $ cargo run --release                        # starts a server
//! $ cargo run --release --example quickstart   # in another terminal
//! ```
//!
//! `--data-dir` (or `AUTHPLANE_DATA_DIR`) names the server's data folder, which holds the administrator's credentials;
//! the default is the server's own, `./authplane-data`.

use std::error::Error as StdError;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use authplane_client::oauth::{AuthorizationServer, Caller, Credentials, Token};
use authplane_client::{Client, Error, Secret, types};
use serde::Deserialize;

/// What the API says of itself, as a team would keep it beside its source.
const SPECIFICATION: &str = r#"
openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
  /orders:
    get:
      x-data-classifications: [orders]
      security: [{oauth: ["orders:read"]}]
  /orders/{id}:
    delete:
      x-data-classifications: [orders, destructive]
      security: [{oauth: ["orders:delete"]}]
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: /default/default/oauth2/token
          scopes: {"orders:read": See orders, "orders:write": Change orders, "orders:delete": Delete orders}
"#;

type Outcome<T> = Result<T, Box<dyn StdError>>;

/// What the server writes into its data folder when it starts for the first time.
#[derive(Deserialize)]
struct Administrator {
    url: String,
    control_url: String,
    tenant_id: String,
    client_id: String,
    client_secret: Secret,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => {
            println!("done");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the quickstart stops here: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome<()> {
    let administrator = read_credentials(&data_dir()?)?;

    let client = Client::builder(&administrator.control_url)
        .client_credentials(&administrator.client_id, administrator.client_secret.clone())
        .build()
        .await?;
    let issuer = client.issuer().unwrap_or_default();
    println!("1. connected to {}, whose administrators get their tokens from {issuer}", administrator.control_url);

    // Any string can be an indicator; this one is new in each run.
    let indicator = format!("https://api.example.com/orders/{:016x}", RandomState::new().hash_one("quickstart"));
    let api = types::LogtoCreateResourceRequest::builder().name("Orders (quickstart)").indicator(&indicator);
    let api = client.create_resource().body(api).send().await?.into_inner();
    println!("2. made the API resource {indicator}");

    let outcome = use_api(&client, &administrator, &api).await;

    // Also after a failure: what a run makes, it takes away.
    let removal = client.delete_resource().id(&api.id).send().await;
    outcome?;
    removal?;
    println!("9. removed the application and the API resource");
    Ok(())
}

/// Steps 3 to 5, and the removal of the application.
async fn use_api(
    client: &Client,
    administrator: &Administrator,
    api: &types::LogtoResourceWithOptionalScopes,
) -> Outcome<()> {
    for scope in ["orders:read", "orders:write"] {
        let body = types::LogtoCreateResourceScopeRequest::builder().name(scope);
        client.create_resource_scope().resource_id(&api.id).body(body).send().await?;
    }
    println!("3. gave it two scopes, orders:read and orders:write");
    import_specification(client, administrator, api).await?;

    let application = types::AcpClientRequest::builder()
        .client_name("Reader of orders (quickstart)".to_owned())
        .authorization_server_id("default".to_owned())
        .grant_types(vec!["client_credentials".to_owned()])
        .scopes(vec!["orders:read".to_owned()]);
    let tenant = &administrator.tenant_id;
    let application = client.create_client().tid(tenant).body(application).send().await?.into_inner();
    let (id, secret) = (application.client_id, application.client_secret);
    println!("5. made the application {id}, which may only read");

    let credentials = Credentials::new(&id, secret);
    let outcome = try_tokens(client, administrator, &credentials, &api.indicator).await;
    let removal = client.delete_client().tid(tenant).cid(&id).send().await;
    outcome?;
    removal?;
    Ok(())
}

/// An OpenAPI document says which operations the API has, and which scopes it knows.
async fn import_specification(
    client: &Client,
    administrator: &Administrator,
    api: &types::LogtoResourceWithOptionalScopes,
) -> Outcome<()> {
    let tenant = &administrator.tenant_id;
    let import = client.import_specification_from_text().tid(tenant).sid(&api.id).body(SPECIFICATION);
    let imported = import.send().await?.into_inner();
    let scopes: Vec<&str> = imported.created_scopes.iter().map(|scope| scope.name.as_str()).collect();
    println!("4. imported its specification, which adds the scope {}:", scopes.join(" "));
    let listed = client.list_apis_by_service().tid(tenant).sid(&api.id).send().await?.into_inner();
    check(listed.apis.len() == imported.created_apis.len(), "not all operations became APIs")?;
    for api in listed.apis {
        println!("   {} {}, {}", api.method, api.path, api.data_classifications.join(" "));
    }
    Ok(())
}

/// Steps 6 to 8: the application, and the API that it calls.
async fn try_tokens(
    client: &Client,
    administrator: &Administrator,
    application: &Credentials,
    api: &str,
) -> Outcome<()> {
    let issuer = format!("{}/{}/default", administrator.url.trim_end_matches('/'), administrator.tenant_id);
    let server = client.authorization_server(&issuer).await?;
    let token = server.client_credentials(application, &[api], &["orders:read"]).await?;
    println!("6. the application got a token for {api} with {}", token.scopes.join(" "));

    let seen = server.introspect(Caller::Client(application), &token.access_token).await?;
    check(seen.active, "the token is not active")?;
    check(seen.is_for(api), "the token is not for the API")?;
    check(seen.has_scope("orders:read"), "the token can't read orders")?;
    check(!seen.has_scope("orders:write"), "the token can write orders")?;
    println!(
        "7. the API sees that it is active, for {}, with scope {}",
        seen.aud.join(" "),
        seen.scope.as_deref().unwrap_or_default()
    );

    refuse_scope(&server, application, api).await?;
    refuse_management(administrator, &token).await?;
    server.revoke(Caller::Client(application), &token.access_token).await?;
    let seen = server.introspect(Caller::Client(application), &token.access_token).await?;
    check(!seen.active, "the token survives its revocation")?;
    println!("8c. revoked, the token is worth nothing: active is {}", seen.active);
    Ok(())
}

/// The application was given one of the two scopes; the other one is not for it.
async fn refuse_scope(server: &AuthorizationServer, application: &Credentials, api: &str) -> Outcome<()> {
    match server.client_credentials(application, &[api], &["orders:write"]).await {
        Err(Error::OAuth(refusal)) if refusal.body.error == "invalid_scope" => {
            println!("8a. refused to let it write: {}", refusal.body);
            Ok(())
        }
        Err(other) => Err(other.into()),
        Ok(_) => Err("the application got a scope that it was not given".into()),
    }
}

/// A token for the API opens nothing else.
async fn refuse_management(administrator: &Administrator, token: &Token) -> Outcome<()> {
    let intruder = Client::builder(&administrator.control_url).access_token(token.access_token.clone()).build().await?;
    match intruder.list_resources().send().await {
        Err(refusal) if matches!(refusal.status().map(|status| status.as_u16()), Some(401 | 403)) => {
            println!("8b. refused its token at the management API: {refusal}");
            Ok(())
        }
        Err(other) => Err(other.into()),
        Ok(_) => Err("the application's token opens the management API".into()),
    }
}

fn check(holds: bool, otherwise: &str) -> Outcome<()> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}

fn data_dir() -> Outcome<PathBuf> {
    let mut arguments = std::env::args_os().skip(1);
    match (arguments.next(), arguments.next(), arguments.next()) {
        (None, ..) => {
            Ok(std::env::var_os("AUTHPLANE_DATA_DIR").map_or_else(|| PathBuf::from("authplane-data"), PathBuf::from))
        }
        (Some(flag), Some(folder), None) if flag == "--data-dir" => Ok(PathBuf::from(folder)),
        _ => Err("usage: quickstart [--data-dir FOLDER]".into()),
    }
}

fn read_credentials(folder: &Path) -> Outcome<Administrator> {
    let file = folder.join("admin-credentials.json");
    let text = std::fs::read(&file).map_err(|error| {
        format!("{}: {error}; start the server first, or name its data folder with --data-dir", file.display())
    })?;
    Ok(serde_json::from_slice(&text)?)
}
