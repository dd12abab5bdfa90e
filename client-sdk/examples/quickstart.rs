//! What Authplane is for, in eight steps, against a running server.
//!
//! An API with two scopes, an application that may use one of them, a token, what the API sees of it, and everything
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
    println!("8. removed the application and the API resource");
    Ok(())
}

/// Steps 3 and 4, and the removal of the application.
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

    let application = types::AcpClientRequest::builder()
        .client_name("Reader of orders (quickstart)".to_owned())
        .authorization_server_id("default".to_owned())
        .grant_types(vec!["client_credentials".to_owned()])
        .scopes(vec!["orders:read".to_owned()]);
    let tenant = &administrator.tenant_id;
    let application = client.create_client().tid(tenant).body(application).send().await?.into_inner();
    let (id, secret) = (application.client_id, application.client_secret);
    println!("4. made the application {id}, which may only read");

    let credentials = Credentials::new(&id, secret);
    let outcome = try_tokens(client, administrator, &credentials, &api.indicator).await;
    let removal = client.delete_client().tid(tenant).cid(&id).send().await;
    outcome?;
    removal?;
    Ok(())
}

/// Steps 5 to 7: the application, and the API that it calls.
async fn try_tokens(
    client: &Client,
    administrator: &Administrator,
    application: &Credentials,
    api: &str,
) -> Outcome<()> {
    let issuer = format!("{}/{}/default", administrator.url.trim_end_matches('/'), administrator.tenant_id);
    let server = client.authorization_server(&issuer).await?;
    let token = server.client_credentials(application, &[api], &["orders:read"]).await?;
    println!("5. the application got a token for {api} with {}", token.scopes.join(" "));

    let seen = server.introspect(Caller::Client(application), &token.access_token).await?;
    check(seen.active, "the token is not active")?;
    check(seen.is_for(api), "the token is not for the API")?;
    check(seen.has_scope("orders:read"), "the token can't read orders")?;
    check(!seen.has_scope("orders:write"), "the token can write orders")?;
    println!(
        "6. the API sees that it is active, for {}, with scope {}",
        seen.aud.join(" "),
        seen.scope.as_deref().unwrap_or_default()
    );

    refuse_scope(&server, application, api).await?;
    refuse_management(administrator, &token).await?;
    server.revoke(Caller::Client(application), &token.access_token).await?;
    let seen = server.introspect(Caller::Client(application), &token.access_token).await?;
    check(!seen.active, "the token survives its revocation")?;
    println!("7c. revoked, the token is worth nothing: active is {}", seen.active);
    Ok(())
}

/// The application was given one of the two scopes; the other one is not for it.
async fn refuse_scope(server: &AuthorizationServer, application: &Credentials, api: &str) -> Outcome<()> {
    match server.client_credentials(application, &[api], &["orders:write"]).await {
        Err(Error::OAuth(refusal)) if refusal.body.error == "invalid_scope" => {
            println!("7a. refused to let it write: {}", refusal.body);
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
            println!("7b. refused its token at the management API: {refusal}");
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
