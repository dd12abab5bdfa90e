//! `/api/system/{tid}/gateways`: what a gateway's authorizer asks the control plane, to decide by itself about requests (ACP behaviour §10).

use std::sync::Arc;
use std::time::Duration;

use authplane_domain::catalogue::authorization_server;
use authplane_domain::catalogue::control_surface::READ_GATEWAY_CONFIGURATION;
use authplane_domain::catalogue::gateway::guarded::{self, Configuration};
use authplane_domain::catalogue::gateway::{self, Gateway};
use authplane_domain::catalogue::service::Service;
use authplane_domain::sign_in::authentication;
use authplane_domain::sign_in::person;
use authplane_domain::storage::cache::{Freshness, Kind};
use authplane_domain::{Error as DomainError, Result as DomainResult};
use bytes::Bytes;
use chrono::TimeDelta;
use http::header::{ETAG, HeaderValue};
use http::{HeaderMap, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::acp::admin::apis::AcpApi;
use crate::api::acp::admin::policies::AcpPolicy;
use crate::api::acp::admin::required;
use crate::api::acp::admin::scopes::AcpScopeWithService;
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Shared};
use crate::decisions::of_store;
use crate::edge::answer::{Prepared, Unkept};
use crate::edge::conditional::{self, entity_tag};
use crate::edge::document::Description;
use crate::edge::endpoint as dropshot;
use crate::edge::form::{FromForm, OptionalForm};
use crate::edge::{Answer, FormFields, Path, Query, Rejection, Reply, Request, Surface};
use crate::log::Level;
use crate::oauth::introspect::{self, Introspection};
use crate::policy;
use crate::tokens::audience::{self, Aim};
use crate::tokens::verify::{self, Verified, VerifyError};

struct Read;
impl Permission for Read {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[READ_GATEWAY_CONFIGURATION];
}
struct Introspect;
impl Permission for Introspect {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[READ_GATEWAY_CONFIGURATION, introspect::SCOPE];
}

/// How often it is written down at most that a gateway is there.
const ACTIVITY: TimeDelta = TimeDelta::minutes(1);
/// How long anybody may wait, in seconds.
const LONGEST_WAIT: u32 = 60;
/// What is changed together should be told together.
const TOGETHER: Duration = Duration::from_millis(50);
/// Longest `authorizer_version`, in characters.
const VERSION_LENGTH: usize = 64;
/// Bytes of what is written that weigh as much as a row that is kept.
const BYTES_OF_A_ROW: usize = 512;
const WRITTEN: Kind<Written> =
    Kind::new(guarded::AREAS).weighing(|written| (written.body.len() / BYTES_OF_A_ROW) as u64);

/// A service that a gateway guards.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpServiceConnectedToGateway {
    /// Id of the service.
    pub id: String,
    /// Name of the service, for people.
    pub name: String,
    /// What the service is for; may be empty.
    pub description: String,
    /// Id of the tenant that it belongs to.
    pub tenant_id: String,
    /// Id of the authorization server whose tokens open it.
    pub authorization_server_id: String,
    /// Id of the gateway.
    pub gateway_id: String,
    /// What tokens that are for this service name as their audience (RFC 8707).
    pub audience: String,
    /// Always empty: gateways tell of no groups of APIs here.
    pub api_group_id: String,
    /// Whether it is built in.
    pub system: bool,
    /// Whether its APIs were imported from a specification.
    pub with_specification: bool,
}

impl AcpServiceConnectedToGateway {
    fn of(service: &Service) -> Self {
        Self {
            id: service.id.clone(),
            name: service.name.clone(),
            description: service.description.clone(),
            tenant_id: service.tenant_id.clone(),
            authorization_server_id: service.server_id.clone(),
            gateway_id: service.gateway_id.clone().unwrap_or_default(),
            audience: service.indicator.clone(),
            api_group_id: String::new(),
            system: service.system,
            with_specification: service.with_specification,
        }
    }
}

/// All that a gateway needs to know to decide about requests.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct AcpGatewayConfiguration {
    /// Id of the tenant.
    pub tenant_id: String,
    /// Id of the authorization server whose tokens open the services.
    pub server_id: String,
    /// Issuer of these tokens.
    #[schemars(url)]
    pub issuer_url: String,
    /// Where the keys are that sign them.
    #[schemars(url)]
    pub jwks_url: String,
    /// The services that name the gateway, in the order of their creation.
    pub services: Vec<AcpServiceConnectedToGateway>,
    /// Their APIs. Those of a service are in the order of their positions.
    pub apis: Vec<AcpApi>,
    /// The policies that these name. One that isn't here can't be asked, and nothing passes it.
    pub policies: Vec<AcpPolicy>,
    /// The scopes of the services, in the order of their creation.
    pub scopes: Vec<AcpScopeWithService>,
}

impl AcpGatewayConfiguration {
    async fn of(context: &Shared, gateway: &Gateway) -> DomainResult<Self> {
        let (store, server) = (&context.store, gateway.server_key());
        let found = authorization_server::find(store, server.tenant, server.id).await?;
        let found = found.ok_or_else(|| DomainError::not_found("authorization_server", server.id))?;
        let Configuration { services, apis, policies, scopes } = guarded::configuration(store, gateway).await?;
        let with_service = |scope| {
            let service = |id: &str| services.iter().find(|service| service.id == id);
            AcpScopeWithService::of(scope, scope.service_id.as_deref().and_then(service))
        };
        Ok(Self {
            tenant_id: gateway.tenant_id.clone(),
            server_id: gateway.server_id.clone(),
            issuer_url: context.origin().issuer(&found),
            jwks_url: format!("{}/.well-known/jwks.json", context.origin().base(server)),
            scopes: scopes.iter().map(with_service).collect(),
            services: services.iter().map(AcpServiceConnectedToGateway::of).collect(),
            apis: apis.into_iter().map(AcpApi::from).collect(),
            policies: policies.iter().map(AcpPolicy::of).collect(),
        })
    }
}

/// A configuration as it is sent.
struct Written {
    body: Bytes,
    tag: HeaderValue,
}

impl Written {
    /// Has the caller seen it?
    fn is_known(&self, headers: &HeaderMap) -> bool {
        conditional::is_known(headers, &self.tag)
    }
}

/// The configuration of a gateway, written once for all that ask.
async fn written(context: &Context, gateway: &Gateway) -> DomainResult<Arc<Written>> {
    let write = || async {
        let configuration = AcpGatewayConfiguration::of(context, gateway).await?;
        let body = Bytes::from(serde_json::to_vec(&configuration).map_err(DomainError::internal)?);
        Ok(Written { tag: entity_tag(&body), body })
    };
    context.store.cached(Freshness::Notified, &gateway.tenant_id, WRITTEN, &gateway.id, write).await
}

/// A configuration with its entity tag. Who has it already gets 304.
struct Told(Arc<Written>);

impl Reply for Told {
    fn into_answer(self) -> Result<Answer, serde_json::Error> {
        let Written { body, tag } = &*self.0;
        Ok(Answer::bytes(StatusCode::OK, "application/json", body.clone()).with(ETAG, tag.clone()))
    }
    fn describe() -> ::dropshot::ApiEndpointResponse {
        Prepared::<AcpGatewayConfiguration>::describe()
    }
    fn describe_headers(description: &mut Description) {
        description.entity_tag = true;
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
struct GatewaysPath {
    /// Tenant.
    #[serde(rename = "tid")]
    _tid: String,
}

/// What a gateway asks for.
#[derive(Debug, Deserialize, JsonSchema)]
struct ConfigurationQuery {
    /// Version of the authorizer that asks; accepted and ignored, since all are told the same.
    #[schemars(length(max = 64))]
    authorizer_version: Option<String>,
    /// Seconds that the answer may wait for the configuration to be another one than that of `If-None-Match`, after which it is 304. It waits no longer than three
    /// quarters of what a request may take, and not at all where too many wait.
    #[schemars(range(max = 60))]
    wait: Option<u32>,
}

impl ConfigurationQuery {
    /// How long the caller would wait.
    fn wait(&self) -> Result<Duration, Rejection> {
        if self.authorizer_version.as_ref().is_some_and(|version| version.chars().count() > VERSION_LENGTH) {
            return Err(Rejection::query(
                "authorizer_version",
                format!("must have at most {VERSION_LENGTH} characters"),
            ));
        }
        match self.wait.unwrap_or_default() {
            seconds @ 0..=LONGEST_WAIT => Ok(Duration::from_secs(seconds.into())),
            _ => Err(Rejection::query("wait", format!("must be at most {LONGEST_WAIT}"))),
        }
    }
}

/// The gateway whose client calls.
async fn gateway_of<P>(context: &Context, caller: &Caller<P>) -> Result<Arc<Gateway>, AcpError> {
    let found = gateway::of_client(&context.store, caller.tenant(), caller.subject()).await?;
    found.ok_or_else(|| AcpError::not_found("gateway", caller.subject()))
}

/// Get the configuration of the calling gateway
///
/// All that it needs to know to decide about requests by itself: the services that name it, their APIs and scopes, and the policies of these. With `If-None-Match`
/// and `wait`, the answer comes as soon as something has changed. 404 for a client that is no gateway's.
#[dropshot::endpoint { method = GET, path = "/api/system/{tid}/gateways/configuration", tags = ["gateways"] }]
async fn get_gateway_configuration(
    request: Request<Context>,
    caller: Caller<Read>,
    _path: Path<GatewaysPath>,
    query: Query<ConfigurationQuery>,
) -> Result<Told, AcpError> {
    let context = request.context();
    let wait = query.0.wait()?;
    let gateway = gateway_of(context, &caller).await?;
    note_activity(context, &gateway).await;
    let known = written(context, &gateway).await?;
    if wait.is_zero() || !known.is_known(request.headers()) {
        return Ok(Told(known));
    }
    wait_for_another(&request, &caller, &gateway, known, wait).await.map(Told)
}

/// The configuration as soon as it is another one than that which the caller knows, or when the time is over.
async fn wait_for_another(
    request: &Request<Context>,
    caller: &Caller<Read>,
    gateway: &Gateway,
    known: Arc<Written>,
    wait: Duration,
) -> Result<Arc<Written>, AcpError> {
    let context = request.context();
    let Some(_place) = context.waiting_gateways.begin(format!("{}/{}", gateway.tenant_id, gateway.id)) else {
        return Ok(known);
    };
    let whole = Duration::from_secs(u64::from(context.config.request_deadline_seconds));
    let over = tokio::time::sleep(wait.min(whole * 3 / 4));
    tokio::pin!(over);
    let mut changes = context.store.changes(&gateway.tenant_id, guarded::AREAS);
    // What was committed since it was looked at is told of here, everything later by `changes`.
    let mut now = written(context, gateway).await?;
    while now.is_known(request.headers()) {
        tokio::select! {
            () = changes.next() => tokio::time::sleep(TOGETHER).await,
            () = &mut over => break,
            () = context.left() => break,
        }
        let gateway = gateway_of(context, caller).await?;
        now = written(context, &gateway).await?;
    }
    caller.is_still_let_in(request).await?;
    Ok(now)
}

/// Says that the gateway is there. That this can't be written down is nothing to the gateway.
async fn note_activity(context: &Context, gateway: &Gateway) {
    let key = [gateway.tenant_id.clone(), gateway.id.clone()];
    if !context.noted_gateways.is_due(&key, context.now(), ACTIVITY) {
        return;
    }
    if let Err(error) = gateway::note_activity(&context.store, gateway).await {
        context.noted_gateways.forget(&key);
        let fields = [("gateway", gateway.id.clone().into()), ("error", error.to_string().into())];
        context.log.event(context.now(), Level::Warn, "nobody knows when a gateway was active last", &fields);
    }
}

/// A token that a gateway was shown.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpGatewayIntrospectRequest {
    /// The access token that somebody showed the gateway.
    #[schemars(title = "required")]
    #[schemars(length(min = 1))]
    token: Option<String>,
}

impl FromForm for AcpGatewayIntrospectRequest {
    fn from_form(fields: &FormFields<'_>) -> Result<Self, Rejection> {
        Ok(Self { token: fields.single("token")?.map(str::to_owned) })
    }
}

/// What a gateway is told of a token. All but `active` is absent unless that is true.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct AcpGatewayIntrospection<'a> {
    #[serde(flatten)]
    introspection: Introspection<'a>,
    /// What policies are told of whoever it stands for, as it is now: of a user the authentication context, and what the token says.
    #[serde(skip_serializing_if = "Option::is_none")]
    authentication_context: Option<Map<String, Value>>,
    /// Ids of the actions that the gateway's policies ask for, and all of whose required consents the user gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    granted_actions: Option<Vec<String>>,
    /// Ids of the consents that the gateway's policies ask for, and that the user gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    granted_consents: Option<Vec<String>>,
    /// Ids of the gateway's services that the token is for, of those that have APIs.
    #[serde(skip_serializing_if = "Option::is_none")]
    services: Option<Vec<String>>,
}

/// Ask about a token as a gateway
///
/// For access tokens of the authorization server whose services the calling gateway guards; of everything else it hears that it isn't active. Besides what the token
/// says, the answer has what its policies would be told of it at this moment. 404 for a client that is no gateway's.
#[dropshot::endpoint { method = POST, path = "/api/system/{tid}/gateways/introspect", tags = ["gateways"], operation_id = "gateway_introspect", content_type = "application/x-www-form-urlencoded" }]
async fn gateway_introspect(
    request: Request<Context>,
    caller: Caller<Introspect>,
    _path: Path<GatewaysPath>,
    form: OptionalForm<AcpGatewayIntrospectRequest>,
) -> Result<Unkept<Prepared<AcpGatewayIntrospection<'static>>>, AcpError> {
    let context = request.context();
    let gateway = gateway_of(context, &caller).await?;
    let token = required("token", form.0.and_then(|form| form.token))?;
    let verified = match verify::access_token(context, &token).await {
        Ok(verified) if verified.claims.server() == gateway.server_key() => verified,
        Ok(_) | Err(VerifyError::Invalid(_)) => return say(&AcpGatewayIntrospection::default()),
        Err(VerifyError::Domain(error)) => return Err(error.into()),
    };
    let methods = authentication::of_server(&context.store, gateway.server_key()).await?;
    let granted = granted(context, &gateway, &verified).await?;
    say(&AcpGatewayIntrospection {
        introspection: Introspection::of_access_token(&methods, &verified, &token),
        authentication_context: Some(of_store::known(context, gateway.server_key(), &verified).await?),
        granted_actions: Some(granted.actions),
        granted_consents: Some(granted.consents),
        services: Some(services(context, &gateway, &verified).await?),
    })
}

/// What the user gave of what the gateway's policies ask for.
async fn granted(context: &Context, gateway: &Gateway, verified: &Verified) -> DomainResult<policy::Granted> {
    let Some(grant) = &verified.grant else { return Ok(policy::Granted::default()) };
    let guarded = guarded::of_gateway(&context.store, gateway).await?;
    let asked = guarded.policies().map(|policy| policy.rules.validators());
    let person = person::of(&context.store, gateway.server_key(), &grant.details.authentication).await?;
    policy::granted(&context.store, &gateway.tenant_id, &person.address(), asked).await
}

/// The gateway's services that a token is for.
async fn services(context: &Context, gateway: &Gateway, verified: &Verified) -> DomainResult<Vec<String>> {
    let aim = audience::of(context, gateway.server_key(), verified).await?;
    let guarded = guarded::of_gateway(&context.store, gateway).await?;
    let mut services = match aim {
        Aim::All => guarded.services().to_vec(),
        Aim::These(services) => services,
    };
    services.retain(|service| guarded.services().contains(service));
    Ok(services)
}

fn say(
    introspection: &AcpGatewayIntrospection<'_>,
) -> Result<Unkept<Prepared<AcpGatewayIntrospection<'static>>>, AcpError> {
    let answer = Answer::json(StatusCode::OK, introspection).map_err(DomainError::internal)?;
    Ok(Unkept(Prepared::new(answer)))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let service = json!({
        "id": "cfd3lh1oqkgc73f3o8og", "name": "Orders", "description": "", "tenant_id": "default", "authorization_server_id": "default",
        "gateway_id": "bsq6b0ol1qs3a4tq2a10", "audience": "https://orders.example", "api_group_id": "", "system": false, "with_specification": false
    });
    let configuration = surface.register(get_gateway_configuration).errors(&[404, 422]);
    configuration.parameter("authorizer_version", json!({"example": "latest"}));
    configuration.parameter("wait", json!({"minimum": 0, "maximum": LONGEST_WAIT, "default": 0, "example": 20}));
    configuration.response_example(json!({
        "tenant_id": "default", "server_id": "default", "issuer_url": "http://127.0.0.1:8080/default/default",
        "jwks_url": "http://127.0.0.1:8080/default/default/.well-known/jwks.json", "services": [service],
        "apis": [{
            "id": "bugkgai3g9kregtu04vg", "tenant_id": "default", "server_id": "default", "service_id": "cfd3lh1oqkgc73f3o8og", "method": "GET",
            "path": "/orders/{id}", "position": 0, "can_have_policy": true, "policy_id": "strong", "data_classifications": []
        }],
        "policies": [{
            "id": "strong", "policy_name": "Strong", "tenant_id": "default",
            "validators": [{
                "name": "identity-context", "recovery": [{"type": "MFA", "id": "totp"}],
                "conf": {"fields": [{"field": "amr", "comparator": "contains", "value": "mfa"}]}
            }]
        }],
        "scopes": []
    }));
    surface
        .register(gateway_introspect)
        .errors(&[400, 404, 422])
        .body_required()
        .request_example(json!({"token": "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9…"}))
        .response_example(json!({
            "active": true, "scope": "orders:read", "client_id": "shop", "token_type": "Bearer", "exp": 1_767_229_200, "iat": 1_767_225_600,
            "nbf": 1_767_225_600, "sub": "ada", "aud": ["shop"], "iss": "http://127.0.0.1:8080/default/default", "jti": "V3mRBZ7gQ0yb0kQ4v2u1xw",
            "tenant_id": "default", "server_id": "default",
            "authentication_context": {"sub": "ada", "amr": ["pwd"], "auth_time": 1_767_225_600, "client_id": "shop", "aud": ["shop"], "scp": ["orders:read"], "iss": "http://127.0.0.1:8080/default/default"},
            "granted_actions": [], "granted_consents": ["newsletter"], "services": ["cfd3lh1oqkgc73f3o8og"]
        }));
}
