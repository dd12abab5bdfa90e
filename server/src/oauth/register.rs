//! Clients that register themselves: Dynamic Client Registration (RFC 7591, OpenID Connect Dynamic Client Registration 1.0) and its management (RFC 7592).
//!
//! Open to everybody where the authorization server enables it, so what a stranger can have is less than what an administrator can give:
//! - never a client of the servers whose tokens open the control surface, whatever they are set to;
//! - only grants by which a client speaks for itself or for a user who has seen it ([`metadata`]);
//! - of scopes those of OpenID Connect, and others only where an administrator opened them: by a `developer_policy_id` that lets it;
//! - neither trust nor a foreign audience, and an id that the server makes.
//!
//! A change obeys the same rules, in the same code: it can't reach what a registration can't. What an administrator gave the client since then stays with it.
//!
//! The registration access token is random and kept as a digest; it is the same in every answer, which has it from the question, and dies with the client.
//! Clients of earlier releases have one that is derived from the server's secret and the row, of which nothing is stored, and keep it.

pub mod metadata;
mod registrant;

use std::sync::Arc;

use ::dropshot::{ApiEndpointResponse, HttpResponse as _, HttpResponseCreated, HttpResponseOk};
use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::catalogue::control_surface::opens_installation;
use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::clients::client::{self, Client, ClientAuthentication, ClientDetails, NewClient};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::storage::row::Row as _;
use authplane_domain::{Error as DomainError, identifier};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, json};
use url::Url;

use self::metadata::{RegistrationMetadata, refused};
use crate::caller::{self, if_seen};
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::{Members, Strict};
use crate::edge::rejection::Unauthenticated;
use crate::edge::{Answer, Body, IfMatch, NoContent, Path, Rejection, Reply, Request, Surface, Tagged};
use crate::oauth::IssuerPath;
use crate::oauth::client::sector_identifier;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::derived_keys::{self, DerivedKeys};
use crate::oauth::issuer::Issuer;
use crate::outgoing::NamedBy;
use crate::policy::input::{Question, REGISTER};
use crate::policy::{self, Facts};
use crate::tokens::verify;

/// What a client gets that asks for no scopes: those of the built-in service of the user's profile.
const DEFAULT_SCOPES: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

/// How often a change is made up anew because somebody else changed the client meanwhile.
const TRIES: usize = 3;

#[derive(Debug, Deserialize, JsonSchema)]
struct RegistrationPath {
    /// Tenant.
    tid: String,
    /// Authorization server.
    aid: String,
    /// Client.
    cid: String,
}

/// What a client registers with, or changes its registration to. What is absent, null or empty has its default. Members that the server sets are accepted and
/// ignored, so that an answer can be sent back; so are members that are not listed here.
#[derive(Clone, JsonSchema)]
pub struct ClientRegistrationRequest {
    #[serde(flatten)]
    identity: RegistrationIdentity,
    #[serde(flatten)]
    metadata: RegistrationMetadata,
}

impl<'de> Deserialize<'de> for ClientRegistrationRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::read(deserializer)?;
        Ok(Self { identity: members.part()?, metadata: members.part()? })
    }
}

/// The members of a request that answers show in another form, or not at all.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RegistrationIdentity {
    /// Id of the client. In a change it must be the client's own; in a registration it is ignored.
    client_id: Option<String>,
    /// Secret of the client. In a change it must be the client's own, since it can't be chosen; in a registration it is ignored.
    client_secret: Option<String>,
    /// Not offered, so anything but an empty text is refused.
    #[schemars(length(max = 0))]
    id_token_encrypted_response_alg: Option<String>,
    /// Not offered, so anything but an empty text is refused.
    #[schemars(length(max = 0))]
    userinfo_encrypted_response_alg: Option<String>,
    /// Not offered, so anything but an empty text is refused.
    #[schemars(length(max = 0))]
    request_object_encryption_alg: Option<String>,
}

impl RegistrationIdentity {
    fn refuse_encryption(&self) -> Result<(), OAuthError> {
        let asked = [
            ("id_token_encrypted_response_alg", &self.id_token_encrypted_response_alg),
            ("userinfo_encrypted_response_alg", &self.userinfo_encrypted_response_alg),
            ("request_object_encryption_alg", &self.request_object_encryption_alg),
        ];
        match asked.into_iter().find(|(_, asked)| asked.as_deref().is_some_and(|asked| !asked.is_empty())) {
            Some((field, _)) => Err(refused(field, "nothing is encrypted here")),
            None => Ok(()),
        }
    }
}

/// A registered client (RFC 7591 §3.2.1, RFC 7592 §3).
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct RegisteredClient {
    /// Id of the client, made by the server.
    client_id: String,
    /// Secret of the client, made by the server. Absent for a client that authenticates without one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    client_secret: Option<String>,
    /// When it was registered, in seconds since the epoch.
    client_id_issued_at: i64,
    /// When its secret expires, in seconds since the epoch; 0 means never.
    client_secret_expires_at: i64,
    /// Lets the client read, change and delete its registration.
    registration_access_token: String,
    /// Address at which the client reads, changes and deletes its registration.
    #[schemars(url)]
    registration_client_uri: String,
    /// Whether it registered itself: always true.
    dynamically_registered: bool,
    #[serde(flatten)]
    metadata: RegistrationMetadata,
}

/// 201 or 200 with a client and its secrets, which nobody may keep (RFC 7591 §3.2.1).
struct Registered<const STATUS: u16>(RegisteredClient);

impl<const STATUS: u16> Reply for Registered<STATUS> {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        let status = StatusCode::from_u16(STATUS).unwrap_or(StatusCode::OK);
        let answer = Answer::json(status, &self.0)?;
        Ok(answer.no_store())
    }
    fn describe() -> ApiEndpointResponse {
        if STATUS == 201 {
            HttpResponseCreated::<RegisteredClient>::response_metadata()
        } else {
            HttpResponseOk::<RegisteredClient>::response_metadata()
        }
    }
}

/// Register a client
///
/// Open to everybody where the authorization server enables it, so many times from one address. Whoever sends an access token must send a valid one of this
/// authorization server; that of a client with the scope `register_clients` lifts the limit. The answer has the client's id, its secret unless it is public, and the token and the address for managing the registration.
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/oauth2/register", tags = ["oauth"], operation_id = "dynamic_client_registration", request_body_max_bytes = 128 * 1024 }]
async fn dynamic_client_registration(
    request: Request<Context>,
    path: Path<IssuerPath>,
    body: Result<Body<ClientRegistrationRequest, Strict>, Rejection>,
) -> Result<Tagged<Registered<201>>, OAuthError> {
    let context = Arc::clone(request.context());
    let server = open_server(&context, &path.0.tid, &path.0.aid).await?;
    let acting = registrant::admit(&request, &server).await?;
    let details = details(&request, &server, readable(body)?, None).await?;
    let token = identifier::secret(context.store.environment())?;
    let registration_digest = Some(identifier::digest(&token));
    let new = NewClient { server_id: server.id.clone(), registration_digest, details, ..NewClient::default() };
    let created = client::create(&acting, new).await.map_err(metadata_error)?;
    Ok(Tagged {
        reply: Registered(shown(&context, &created, &token)?),
        version: created.version(&request.context().store)?,
    })
}

/// Get the registration of a client
///
/// With the registration access token. It stays the same.
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/oauth2/register/{cid}", tags = ["oauth"], operation_id = "dynamic_client_registration_get_client" }]
async fn dynamic_client_registration_get_client(
    request: Request<Context>,
    path: Path<RegistrationPath>,
) -> Result<Tagged<Registered<200>>, OAuthError> {
    let context = Arc::clone(request.context());
    let (_, known) = managed(&request, &path.0).await?;
    let shown = shown(&context, &known, caller::bearer(&request)?)?;
    Ok(Tagged { reply: Registered(shown), version: known.version(&request.context().store)? })
}

/// Replace the registration of a client
///
/// With the registration access token. What the body leaves out returns to its default; id, secret and token stay. Nothing can be had that a new client couldn't
/// have; what an administrator gave the client may stay.
#[dropshot::endpoint { method = PUT, path = "/{tid}/{aid}/oauth2/register/{cid}", tags = ["oauth"], operation_id = "dynamic_client_registration_update_client", request_body_max_bytes = 128 * 1024 }]
async fn dynamic_client_registration_update_client(
    request: Request<Context>,
    path: Path<RegistrationPath>,
    seen: IfMatch,
    body: Result<Body<ClientRegistrationRequest, Strict>, Rejection>,
) -> Result<Tagged<Registered<200>>, OAuthError> {
    let context = Arc::clone(request.context());
    let (mut server, mut known) = managed(&request, &path.0).await?;
    let body = readable(body)?;
    for _ in 0..TRIES {
        refuse_other_identity(&context, &known, &body.identity)?;
        let details = details(&request, &server, body.clone(), Some(&known)).await?;
        // It may have waited for a document: what an administrator took away meanwhile doesn't come back.
        let acting = if_seen(by(&known, &request), &seen).based_on(&known)?;
        match client::change(&acting, &known.id, details, None).await {
            Err(DomainError::PreconditionFailed { .. }) => (server, known) = managed(&request, &path.0).await?,
            changed => {
                let changed = changed.map_err(metadata_error)?;
                let shown = shown(&context, &changed, caller::bearer(&request)?)?;
                return Ok(Tagged { reply: Registered(shown), version: changed.version(&request.context().store)? });
            }
        }
    }
    Err(OAuthError::invalid_request("the registration is being changed by others, too: read it and try again"))
}

/// Delete a client
///
/// With the registration access token, which is gone with it. Tokens of the client are no longer honoured here.
#[dropshot::endpoint { method = DELETE, path = "/{tid}/{aid}/oauth2/register/{cid}", tags = ["oauth"], operation_id = "dynamic_client_registration_delete_client" }]
async fn dynamic_client_registration_delete_client(
    request: Request<Context>,
    path: Path<RegistrationPath>,
    seen: IfMatch,
) -> Result<NoContent, OAuthError> {
    let (_, known) = managed(&request, &path.0).await?;
    client::remove(&if_seen(by(&known, &request), &seen), &known.id).await?;
    Ok(NoContent)
}

/// The server, if clients may register themselves at it.
async fn open_server(context: &Context, tenant: &str, id: &str) -> Result<Arc<AuthorizationServer>, OAuthError> {
    let server = Issuer::of(context, tenant, id).await?.server;
    // Being a token of a system server is what opens the control surface: see `caller`.
    if server.system || !server.enable_dynamic_client_registration {
        return Err(OAuthError::access_denied("clients can't register themselves at this authorization server"));
    }
    Ok(server)
}

fn by(client: &Client, request: &Request<Context>) -> Acting {
    let subject = client.id.clone();
    let actor = Actor { subject, request_id: request.id().to_owned(), address: Some(request.client_address()) };
    Acting::new(&request.context().store, &client.tenant_id, actor)
}

/// A body that can't be read is metadata that can't be accepted, and the field is named.
fn readable(
    body: Result<Body<ClientRegistrationRequest, Strict>, Rejection>,
) -> Result<ClientRegistrationRequest, OAuthError> {
    body.map(Body::into_inner).map_err(|rejection| match rejection {
        Rejection::Field { field, message, .. } if field.starts_with("redirect_uris") => {
            OAuthError::invalid_redirect_uri(format!("{field}: {message}"))
        }
        Rejection::Field { field, message, .. } => refused(&field, &message),
        rejection => rejection.into(),
    })
}

/// RFC 7591 §3.2.2, with the names that fields have here.
fn metadata_error(error: DomainError) -> OAuthError {
    match error {
        DomainError::Invalid { field, message } if field == "redirect_uris" => {
            OAuthError::invalid_redirect_uri(format!("{field}: {message}"))
        }
        DomainError::Invalid { field, message } => {
            let field = match &*field {
                "name" => "client_name",
                "scopes" => "scope",
                "token_endpoint_signing_alg" => "token_endpoint_auth_signing_alg",
                field => field,
            };
            refused(field, &message)
        }
        error => error.into(),
    }
}

/// What a client will be, if it may: the one way for a registration and for its changes.
async fn details(
    request: &Request<Context>,
    server: &AuthorizationServer,
    body: ClientRegistrationRequest,
    known: Option<&Client>,
) -> Result<ClientDetails, OAuthError> {
    let context = request.context();
    let nobody = Map::new();
    let question = Question::at(REGISTER, &server.id);
    let facts = Facts::new(&nobody).with_headers(request.headers()).with_question(question);
    let wanted = body.metadata.wanted_scopes(known)?;
    let mut details = admitted(context, server, facts, body.clone(), known).await?;
    if let Some(known) = known {
        details.check().map_err(metadata_error)?;
        // Each change is kept in the audit log, with how it was before, and fetches a document, whatever becomes of it then. By client: how many of those an
        // address makes is counted too. What can't be is neither.
        registrant::count(context, server, &format!("registration-change:{}", known.id)).await?;
    }
    if !details.metadata.sector_identifier_uri.is_empty() {
        sector_identifier::check(context, &details).await.map_err(metadata_error)?;
        // That took as long as others liked: it is decided by what the server is now.
        let now = open_server(context, &server.tenant_id, &server.id).await?;
        details = admitted(context, &now, facts, body, known).await?;
    }
    // After everything that waits for others. What is decided here is what is given: whoever changes scopes meanwhile changes nothing of it.
    let (scopes, decided) = scopes(context, server, facts, &details, wanted, known).await?;
    (details.scopes, details.decided_scopes) = (scopes, Some(decided));
    Ok(details)
}

/// The same but for the scopes, by what server and client are at this moment.
async fn admitted(
    context: &Context,
    server: &AuthorizationServer,
    facts: Facts<'_>,
    body: ClientRegistrationRequest,
    known: Option<&Client>,
) -> Result<ClientDetails, OAuthError> {
    if !policy::check(&context.store, &server.tenant_id, server.developer_policy_id.as_deref(), facts).await?.authorized
    {
        return Err(OAuthError::access_denied("the policy of this authorization server doesn't let this client in"));
    }
    body.identity.refuse_encryption()?;
    let details = body.metadata.into_details(server, known)?;
    for (field, uris) in [
        ("jwks_uri", details.jwks_uri.as_slice()),
        ("sector_identifier_uri", std::slice::from_ref(&details.metadata.sector_identifier_uri)),
        ("request_uris", &details.metadata.request_uris),
    ] {
        for url in uris.iter().filter_map(|uri| Url::parse(uri).ok()) {
            context.outgoing.check(NamedBy::Client, &url).map_err(|refusal| refused(field, &refusal.to_string()))?;
        }
    }
    Ok(details)
}

/// The names of the scopes that the client may have, and the ids of those that it may get.
async fn scopes(
    context: &Context,
    server: &AuthorizationServer,
    facts: Facts<'_>,
    details: &ClientDetails,
    wanted: Option<Vec<String>>,
    known: Option<&Client>,
) -> Result<(Vec<String>, Vec<String>), OAuthError> {
    let has = |grants: &[String], grant: &str| grants.iter().any(|given| given == grant);
    let grants = details.grant_types.as_deref().unwrap_or_default();
    let is_machine = has(grants, "client_credentials");
    let is_default = wanted.is_none();
    let has_users = grants.iter().any(|grant| grant != "client_credentials");
    let usual = || if has_users { DEFAULT_SCOPES.map(str::to_owned).to_vec() } else { Vec::new() };
    let listed = scope::list_of_server(&context.store, server.key()).await?;
    let (mut scopes, mut ids) = (Vec::new(), Vec::new());
    for name in wanted.unwrap_or_else(usual) {
        // What it has it may keep, but not take along to the grant that asks no user.
        let kept = known.is_some_and(|known| {
            known.scopes.contains(&name) && (!is_machine || has(&known.grant_types, "client_credentials"))
        });
        let had = if kept { Vec::new() } else { may_have(context, server, facts, &listed, &name).await? };
        if kept || !had.is_empty() {
            ids.extend(had);
            scopes.push(name);
        } else if !is_default {
            return Err(refused("scope", &format!("{name:?} is none that this client can have")));
        }
    }
    Ok((scopes, ids))
}

/// The ids of the scopes of this name, if the policies of all of them let a client that registers itself have them; else none.
async fn may_have(
    context: &Context,
    server: &AuthorizationServer,
    facts: Facts<'_>,
    listed: &[ScopeWithService],
    name: &str,
) -> Result<Vec<String>, OAuthError> {
    let opens = |id: &str| opens_installation(id, &server.id);
    // A client isn't given the control surface's scopes along with an API's of the same name; by themselves they aren't for strangers.
    let of_name = listed.iter().filter(|listed| listed.scope.name == name);
    let of_name = of_name.filter(|listed| !listed.scope.service_id.as_deref().is_some_and(opens));
    let mut found = Vec::new();
    for ScopeWithService { scope, service } in of_name {
        found.push(scope.id.clone());
        let policy = scope.developer_policy_id.as_deref();
        // What opens an API is not a stranger's because nobody thought of strangers: a policy has to say that they may. It does so for machines, too.
        let is_profile =
            service.as_ref().is_some_and(|service| service.system) && DEFAULT_SCOPES.contains(&scope.name.as_str());
        if policy.is_none() && !is_profile {
            return Ok(Vec::new());
        }
        if !policy::check(&context.store, &server.tenant_id, policy, facts).await?.authorized {
            return Ok(Vec::new());
        }
    }
    Ok(found)
}

/// The client of the path, for whoever holds its registration access token. A client that isn't there, or didn't register itself, can't be told from a wrong
/// token (RFC 7592 §2.1).
async fn managed(
    request: &Request<Context>,
    path: &RegistrationPath,
) -> Result<(Arc<AuthorizationServer>, Client), OAuthError> {
    let context = request.context();
    let server = open_server(context, &path.tid, &path.aid).await?;
    if request.query_pairs().any(|(name, _)| name == "access_token") {
        // RFC 9700 §4.3.2: never in the query.
        return Err(OAuthError::invalid_request("the token belongs in the Authorization header"));
    }
    let token = caller::bearer(request)?;
    let presented = identifier::digest(token);
    let keys = derived_keys::of(context, server.key()).await?;
    let found = client::find(&context.store, &path.tid, &path.cid).await?;
    let found = found.filter(|found| found.server_id == server.id && found.metadata.dynamically_registered);
    let is_right = match &found {
        Some(found) => match &found.registration_digest {
            Some(digest) => verify_slices_are_equal(digest.as_bytes(), presented.as_bytes()).is_ok(),
            None => is_token_of(&keys, &incarnation(found), token),
        },
        None => {
            // As long as for a client that is there.
            is_token_of(&keys, &path.cid, token);
            false
        }
    };
    refuse_wrong(request, &server, is_right)?;
    let found = found.ok_or(Rejection::Unauthenticated(Unauthenticated::Invalid))?;
    Ok((server, found))
}

/// Wrong registration access tokens are counted against their address, whichever client they are for.
fn refuse_wrong(request: &Request<Context>, server: &AuthorizationServer, is_right: bool) -> Result<(), OAuthError> {
    let context = request.context();
    let guesser = context.secret_guesses.guesser_of_registrations(server.key(), request.client_address());
    let allowance = context.limits.load().wrong_secrets;
    match context.secret_guesses.attempt(guesser, context.now().timestamp(), allowance, || is_right) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Rejection::Unauthenticated(Unauthenticated::Invalid).into()),
        Err(blocked) => Err(OAuthError::too_many_failures(blocked.seconds)),
    }
}

/// A client that was made anew under its former id is another one.
fn incarnation(client: &Client) -> String {
    format!("{} {} {} {}", client.tenant_id, client.server_id, client.id, client.created_at.timestamp_micros())
}

/// Of a client of an earlier release. Compares in a time that doesn't tell how much of it is right.
fn is_token_of(keys: &DerivedKeys, incarnation: &str, token: &str) -> bool {
    let presented = URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
    keys.registration.iter().any(|key| hmac::verify(key, incarnation.as_bytes(), &presented).is_ok())
}

/// The client as it sees itself, with the token that it has shown, or was just given.
fn shown(context: &Context, client: &Client, token: &str) -> Result<RegisteredClient, OAuthError> {
    let base = context.origin().base(client.server_key());
    let has_use = matches!(
        client.token_endpoint_auth_method,
        ClientAuthentication::ClientSecretBasic
            | ClientAuthentication::ClientSecretPost
            | ClientAuthentication::ClientSecretJwt
    );
    Ok(RegisteredClient {
        client_id: client.id.clone(),
        client_secret: if has_use { client::open_secret(&context.store, client)? } else { None },
        client_id_issued_at: client.client_id_issued_at,
        client_secret_expires_at: client.client_secret_expires_at,
        registration_access_token: token.to_owned(),
        registration_client_uri: format!("{base}/oauth2/register/{}", client.id),
        dynamically_registered: true,
        metadata: RegistrationMetadata::of(client),
    })
}

/// RFC 7592 §2.2: neither is chosen by the client.
fn refuse_other_identity(context: &Context, known: &Client, sent: &RegistrationIdentity) -> Result<(), OAuthError> {
    if sent.client_id.as_deref().is_some_and(|id| id != known.id) {
        return Err(refused("client_id", "is another client's than the path's"));
    }
    if let Some(sent) = &sent.client_secret {
        let secret = client::open_secret(&context.store, known)?.unwrap_or_default();
        if verify::digest(sent) != verify::digest(&secret) {
            return Err(refused("client_secret", "is not the client's: it can't be chosen"));
        }
    }
    Ok(())
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let request = json!({
        "client_name": "Photo album",
        "redirect_uris": ["https://album.example/callback"],
        "grant_types": ["authorization_code", "refresh_token"],
        "scope": "openid profile email offline_access"
    });
    let response = json!({
        "client_id": "cqk8v1o3t5m0a2b4c6d8",
        "client_secret": "the-secret-that-the-server-made-for-it",
        "client_id_issued_at": 1_700_000_000,
        "client_secret_expires_at": 0,
        "registration_access_token": "the-token-for-this-registration-alone",
        "registration_client_uri": "http://127.0.0.1:8080/default/default/oauth2/register/cqk8v1o3t5m0a2b4c6d8",
        "dynamically_registered": true,
        "client_name": "Photo album",
        "redirect_uris": ["https://album.example/callback"],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "application_type": "web",
        "subject_type": "public",
        "token_endpoint_auth_method": "client_secret_basic",
        "scope": "openid profile email offline_access",
        "scopes": ["openid", "profile", "email", "offline_access"],
        "audience": ["cqk8v1o3t5m0a2b4c6d8"]
    });
    let token = json!({"registration": []});
    surface
        .register(dynamic_client_registration)
        .errors(&[400, 401, 403, 404, 429])
        .request_example(request.clone())
        .response_example(response.clone());
    surface
        .register(dynamic_client_registration_get_client)
        .errors(&[400, 401, 403, 404, 429])
        .response_example(response.clone())
        .security(token.clone());
    surface
        .register(dynamic_client_registration_update_client)
        .errors(&[400, 401, 403, 404, 429])
        .request_example(request)
        .response_example(response)
        .security(token.clone());
    surface.register(dynamic_client_registration_delete_client).errors(&[400, 401, 403, 404, 429]).security(token);
}
