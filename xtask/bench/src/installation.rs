//! The servers under measurement, brought to the state in which each case is one repeated request.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::application::{ISSUER, must_be_active};
use crate::http::{Answer, Endpoint, Request};
use crate::journey::{Journey, Repeated, Traveller};
use crate::load::UNIQUE;
use crate::server::{Pinning, Role, Server};
use crate::{Peer, Result};

/// API resources that exist before the reads are measured: two pages of 20.
const RESOURCES: usize = 40;

/// Starts the real server on a data folder. `arguments` go behind `serve`.
pub(crate) async fn start(pinning: &Pinning, data: &Path, arguments: &[&str]) -> Result<Server> {
    let mut command = pinning.command(Role::Measured, &program()?);
    // All load comes from one address.
    command.env("AUTHPLANE_AUTHORIZATIONS_PER_ADDRESS", "0");
    command.arg("serve").arg("--data-dir").arg(data).args(["--listen", "127.0.0.1:0"]).args(arguments);
    Server::start(command, &data.with_extension("log")).await
}

/// The release binary beside this one.
pub(crate) fn program() -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("authplane");
    if !program.exists() {
        return Err(format!("{} is missing: cargo build --release --workspace", program.display()).into());
    }
    Ok(program)
}

/// What the first start writes for the administrator.
#[derive(Debug, Deserialize)]
struct Credentials {
    token_endpoint: String,
    client_id: String,
    client_secret: String,
}

/// A running server and what its administrator needs to use it.
#[derive(Debug)]
pub(crate) struct Installation {
    pub(crate) server: Server,
    credentials: Credentials,
}

impl Installation {
    /// Reads the credentials of a server that is ready.
    pub(crate) fn open(server: Server, data: &Path) -> Result<Self> {
        let file = data.join("admin-credentials.json");
        let text = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let credentials = serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(Self { server, credentials })
    }

    /// The administrator's client-credentials request (RFC 6749 §4.4).
    pub(crate) fn token_request(&self) -> Result<Request> {
        let endpoint = Endpoint::parse(&self.credentials.token_endpoint)?.on(&self.server.authority);
        let fields = [("grant_type", "client_credentials"), ("scope", "all")];
        Ok(Request::post_form(endpoint, &fields).basic(&self.credentials.client_id, &self.credentials.client_secret))
    }

    /// One access token.
    pub(crate) async fn token(&self) -> Result<String> {
        access_token(&self.token_request()?.send_ok().await?)
    }

    /// The management cases, after the rows that they read were made.
    pub(crate) async fn management(&self) -> Result<Management> {
        let token = self.token().await?;
        let at = |path: &str| Endpoint { authority: self.server.control_authority.clone(), path: path.to_owned() };
        let creation = |number: &str| {
            let body =
                json!({ "name": format!("bench {number}"), "indicator": format!("https://bench.example/{number}") });
            Request::post_json(at("/api/resources"), &body).bearer(&token)
        };
        let mut first = None;
        for number in 0..RESOURCES {
            let created = creation(&format!("prepared-{number}")).send_ok().await?.json()?;
            let id = member(&created, "id")?.to_owned();
            first.get_or_insert(id);
        }
        let first = first.ok_or("no resource was created")?;
        let read_page = Request::get(at("/api/resources?page=1&page_size=20")).bearer(&token);
        let page = read_page.send_ok().await?.json()?;
        let rows = page.as_array().map_or(0, Vec::len);
        if rows != 20 {
            return Err(format!("a page of 20 of {RESOURCES} resources has {rows}").into());
        }
        Ok(Management {
            read_one: Request::get(at(&format!("/api/resources/{first}"))).bearer(&token),
            read_page,
            create: creation(UNIQUE),
            create_client: {
                let body = json!({
                    "client_name": format!("bench {UNIQUE}"), "authorization_server_id": "default", "grant_types": ["client_credentials"],
                });
                Request::post_json(at("/api/admin/default/clients"), &body).bearer(&token)
            },
        })
    }
}

/// What is needed to go a user's way.
#[derive(Debug)]
pub(crate) struct Users {
    /// Who goes where.
    pub(crate) journey: Journey,
    /// With a user's access token.
    pub(crate) userinfo: Request,
}

impl Installation {
    /// A user who can sign in at the default server, an application that may ask them, and a token of theirs.
    pub(crate) async fn users(&self) -> Result<Users> {
        let token = self.token().await?;
        let at = |path: &str| Endpoint { authority: self.server.control_authority.clone(), path: path.to_owned() };
        let (username, password, redirect_uri) = ("bench", "correct horse battery", "https://app.example/callback");
        let context = json!({ "name": "Bench User", "email": "bench@app.example", "given_name": "Bench" });
        let user = json!({ "username": username, "password": password, "authentication_context": context });
        let method = json!({ "id": "users", "name": "Users", "method": "static", "static": { "users": [user] } });
        let methods = at("/api/admin/default/servers/default/authentications");
        Request::put_json(methods, &json!({ "methods": [method] })).bearer(&token).send_ok().await?;
        let client = json!({
            "client_name": "Bench", "authorization_server_id": "default", "redirect_uris": [redirect_uri],
            "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
            "scopes": ["openid", "profile", "offline_access"],
        });
        let client =
            Request::post_json(at("/api/admin/default/clients"), &client).bearer(&token).send_ok().await?.json()?;
        let journey = Journey {
            repeated: Repeated::Password,
            issuer: ISSUER.to_owned(),
            client_id: member(&client, "client_id")?.to_owned(),
            client_secret: member(&client, "client_secret")?.to_owned(),
            redirect_uri: redirect_uri.to_owned(),
            username: username.to_owned(),
            password: password.to_owned(),
        };
        let mut traveller = Traveller::prepare(&journey, &self.server.authority).await?;
        let access_token = traveller.sign_in().await?;
        let userinfo =
            Endpoint { authority: self.server.authority.clone(), path: format!("{}/userinfo", journey.issuer) };
        Ok(Users { journey, userinfo: Request::get(userinfo).bearer(&access_token) })
    }
}

/// The management cases' requests, in Logto's dialect where nothing else is said.
#[derive(Debug)]
pub(crate) struct Management {
    pub(crate) read_one: Request,
    pub(crate) read_page: Request,
    /// Each repetition makes another resource.
    pub(crate) create: Request,
    /// Each repetition makes another client, in ACP's dialect.
    pub(crate) create_client: Request,
}

/// Another server's requests for the cases that any authorization server has.
#[derive(Debug, Default)]
pub(crate) struct PeerRequests {
    pub(crate) discovery: Option<Request>,
    pub(crate) keys: Option<Request>,
    /// With the algorithm of the token that it gave, where the token is a JWT.
    pub(crate) token: Option<(Request, Option<String>)>,
    pub(crate) introspection: Option<Request>,
}

impl PeerRequests {
    /// Asks the peer for its endpoints and tries each once.
    pub(crate) async fn prepare(peer: &Peer) -> Result<Self> {
        let discovery = Request::get(Endpoint::parse(&format!("{}/.well-known/openid-configuration", peer.url))?);
        let document = discovery.send_ok().await?.json()?;
        let keys = Request::get(Endpoint::parse(member(&document, "jwks_uri")?)?);
        keys.send_ok().await?;
        let mut requests = Self { discovery: Some(discovery), keys: Some(keys), ..Self::default() };
        let Some((id, secret)) = &peer.client else { return Ok(requests) };
        // RFC 8414 §2: without the member, client_secret_basic is the method.
        let basic = document["token_endpoint_auth_methods_supported"]
            .as_array()
            .is_none_or(|methods| methods.iter().any(|method| method == "client_secret_basic"));
        let authenticated = |endpoint: Endpoint, fields: &[(&str, &str)]| {
            if basic {
                return Request::post_form(endpoint, fields).basic(id, secret);
            }
            let posted = [("client_id", id.as_str()), ("client_secret", secret.as_str())];
            Request::post_form(endpoint, &[fields, &posted[..]].concat())
        };
        let token_endpoint = match &peer.token_endpoint {
            Some(url) => url.as_str(),
            None => member(&document, "token_endpoint")?,
        };
        let token_request = authenticated(Endpoint::parse(token_endpoint)?, &[("grant_type", "client_credentials")]);
        let token = access_token(&token_request.send_ok().await?)?;
        requests.token = Some((token_request, algorithm_of(&token)));
        if let Some(endpoint) = document["introspection_endpoint"].as_str() {
            let request = authenticated(Endpoint::parse(endpoint)?, &[("token", token.as_str())]);
            must_be_active(&request.send_ok().await?)?;
            requests.introspection = Some(request);
        }
        Ok(requests)
    }
}

/// The `alg` of a JWT's header (RFC 7515 §4.1.1), or nothing if the token is no JWT.
pub(crate) fn algorithm_of(token: &str) -> Option<String> {
    let (header, _) = token.split_once('.')?;
    let header: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).ok()?).ok()?;
    header["alg"].as_str().map(ToOwned::to_owned)
}

/// The token of a token endpoint's answer.
pub(crate) fn access_token(answer: &Answer) -> Result<String> {
    Ok(member(&answer.json()?, "access_token")?.to_owned())
}

/// A text of an object that must have it.
pub(crate) fn member<'a>(object: &'a Value, name: &str) -> Result<&'a str> {
    object[name].as_str().ok_or_else(|| format!("no {name} in {object}").into())
}
