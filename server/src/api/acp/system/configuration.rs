//! `/api/system/configuration`: all that is configured, as one document, out and in again. Its callers may do everything in the installation: the document has secrets
//! in it.

pub mod brought;
pub mod difference;
pub mod dump;
pub mod sealed;
pub mod text;

use std::collections::BTreeMap;

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::configuration::{self, Mode, Options, Outcome, Wanted};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::tenant;
use bytes::Bytes;
use http::StatusCode;
use http::header::ACCEPT;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use self::brought::AcpDumpRequest;
use self::difference::AcpConfigurationDifference;
use self::dump::AcpDump;
use self::text::{Format, Secrets, WriteError};
use crate::age::{KeyError, SealError};
use crate::api::acp::error::AcpError;
use crate::api::acp::long_body::{self, Longest, Once};
use crate::caller::{Api, Caller, Permission};
use crate::context::{Context, Origin, Shared};
use crate::edge::answer::Prepared;
use crate::edge::document::Description;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::{Body, Lenient};
use crate::edge::{Answer, FromRequest, JsonReply, NoContent, Query, Rejection, Request, Surface};
use crate::oauth::logout::backchannel;

const MIB: usize = 1024 * 1024;

struct Everything;
impl Permission for Everything {
    const API: Api = Api::AcpSetup;
    const SCOPES: &'static [&'static str] = &[];
}

/// A whole configuration.
struct OfDump;
impl Longest for OfDump {
    fn bytes(context: &Shared) -> usize {
        context.config.configuration_mib.saturating_mul(MIB)
    }
}

/// What becomes of secrets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcpDumpSecrets {
    /// They are in it as they are.
    #[default]
    Clear,
    /// They aren't in it.
    Omitted,
    /// They are in it, each sealed for the recipients, as `authplane import --identity` opens them.
    Sealed,
}

/// Which configuration.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct ExportQuery {
    /// Tenant; `default` when absent.
    tid: Option<String>,
    /// `true` for all tenants of the installation, whatever `tid` says.
    all: Option<bool>,
    /// What becomes of secrets; `clear` when absent.
    secrets: Option<AcpDumpSecrets>,
    /// Whom secrets are sealed for, with `sealed`: age recipients (`age1…`), with commas between them.
    recipient: Option<String>,
}

impl ExportQuery {
    fn secrets(&self) -> Result<Secrets, DomainError> {
        const MOST: usize = 16;
        let refused = |message: String| DomainError::invalid("recipient", message);
        let recipient = self.recipient.as_deref().unwrap_or_default();
        match self.secrets.unwrap_or_default() {
            AcpDumpSecrets::Sealed if recipient.is_empty() => {
                Err(DomainError::invalid("recipient", "is required: whom shall the secrets be sealed for?"))
            }
            AcpDumpSecrets::Sealed if recipient.split(',').count() > MOST => {
                Err(refused(format!("must be at most {MOST}")))
            }
            AcpDumpSecrets::Sealed => {
                let recipients = recipient.split(',').map(|one| one.trim().parse());
                Ok(Secrets::Sealed(
                    recipients.collect::<Result<_, KeyError>>().map_err(|error| refused(error.to_string()))?,
                ))
            }
            _ if !recipient.is_empty() => Err(DomainError::invalid("recipient", "goes with `secrets=sealed` alone")),
            AcpDumpSecrets::Clear => Ok(Secrets::Clear),
            AcpDumpSecrets::Omitted => Ok(Secrets::Omitted),
        }
    }
}

/// How a configuration is brought in.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
struct ImportQuery {
    /// What becomes of what is there otherwise than the dump has it; `fail` when absent.
    mode: Option<Mode>,
}

/// Export the configuration
///
/// All that is configured in a tenant, or in all tenants, as it is at one moment: what `import_configuration` takes. Its secrets are in it, and private keys. The
/// clients that administer the installation aren't. It is YAML for those who accept `application/yaml` and not `application/json`.
#[dropshot::endpoint { method = GET, path = "/api/system/configuration", tags = ["configuration"] }]
async fn export_configuration(
    request: Request<Context>,
    _caller: Caller<Everything>,
    query: Query<ExportQuery>,
) -> Result<Prepared<AcpDump>, AcpError> {
    let store = &request.context().store;
    let secrets = query.0.secrets()?;
    let ExportQuery { tid, all, .. } = query.0;
    let tenants = if all.unwrap_or_default() { None } else { Some(tid.unwrap_or_else(|| tenant::DEFAULT.to_owned())) };
    if tenants.as_ref().is_some_and(|id| id.is_empty() || id.chars().any(char::is_whitespace)) {
        return Err(DomainError::invalid("tid", "is no id that a tenant could have").into());
    }
    let accepted = request.headers().get_all(ACCEPT).iter().filter_map(|line| line.to_str().ok());
    let is_yaml = text::asks_for_yaml(&accepted.collect::<Vec<_>>().join(","));
    let (format, media_type) = if is_yaml { (Format::Yaml, text::YAML) } else { (Format::Json, "application/json") };
    let text = text::write(store, tenants.as_deref(), secrets, format).await.map_err(|error| match error {
        WriteError::Domain(error) => error,
        WriteError::Seal(error @ SealError::UnusableRecipient(_)) => {
            DomainError::invalid("recipient", error.to_string())
        }
        WriteError::Seal(error) => DomainError::internal(error),
    })?;
    Ok(Prepared::new(in_parts(media_type, text)))
}

/// An answer that goes on as it is taken: a tenant may have more than fits into memory that answers share.
fn in_parts(media_type: &'static str, text: String) -> Answer {
    const PART: usize = 256 * 1024;
    let text = Bytes::from(text);
    let mut parts =
        (0..text.len()).step_by(PART).map(|at| text.slice(at..Ord::min(at + PART, text.len()))).collect::<Vec<_>>();
    let first = parts.remove(0);
    let answer = Answer::bytes(StatusCode::OK, media_type, first).no_store();
    if parts.is_empty() { answer } else { answer.followed_by(futures::stream::iter(parts.into_iter().map(Some))) }
}

/// A dump: JSON, or YAML where it is called so.
struct DumpBody(AcpDumpRequest);

impl FromRequest<Context> for DumpBody {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let is_yaml = request.media_type().is_some_and(|media_type| text::is_yaml(&media_type));
        let bytes = long_body::read::<OfDump>(request).await?;
        Ok(Self(text::read(bytes, is_yaml).await?))
    }
    fn describe(description: &mut Description) {
        <Body<AcpDumpRequest, Lenient> as FromRequest<Context>>::describe(description);
    }
}

/// Import a configuration
///
/// What `export_configuration` gives, of this server or of ACP. Each tenant is brought in as a whole or not at all, and made when it isn't there. Nothing is ever removed.
/// What the dump has no secret for keeps its own, or gets a new one. It may be YAML (`Content-Type: application/yaml`). `apply_configuration` does the same and tells
/// what it did.
#[dropshot::endpoint { method = PUT, path = "/api/system/configuration", tags = ["configuration"] }]
async fn import_configuration(
    request: Request<Context>,
    caller: Caller<Everything>,
    query: Query<ImportQuery>,
    body: DumpBody,
) -> Result<NoContent, AcpError> {
    let options = Options { mode: query.0.mode.unwrap_or_default(), ..Options::default() };
    let outcomes = bring_in(request.context(), &caller.acting(&request), body.0, options).await?;
    refuse_conflicts(&outcomes)?;
    Ok(NoContent)
}

/// Apply a configuration
///
/// As `import_configuration`, and tells what it did; or, with `dry_run`, what it would do.
#[dropshot::endpoint { method = POST, path = "/api/system/configuration", tags = ["configuration"] }]
async fn apply_configuration(
    request: Request<Context>,
    caller: Caller<Everything>,
    _once: Once<OfDump>,
    query: Query<Options>,
    body: DumpBody,
) -> Result<JsonReply<AcpConfigurationDifference>, AcpError> {
    let options = query.0;
    let context = request.context();
    let outcomes = bring_in(context, &caller.acting(&request), body.0, options).await?;
    if !options.dry_run {
        refuse_conflicts(&outcomes)?;
    }
    Ok(JsonReply(difference::of(&context.store, &outcomes)?))
}

/// Brings in a dump, and tells the clients of users who are signed out by it.
async fn bring_in(
    context: &Context,
    acting: &Acting,
    dump: AcpDumpRequest,
    options: Options,
) -> Result<Vec<Outcome>, DomainError> {
    let tell = |outcome: &mut Outcome| {
        for (server, ended) in std::mem::take(&mut outcome.ended) {
            backchannel::tell_of_ended(context, server, ended);
        }
    };
    apply(acting, context.origin(), dump, options, tell).await
}

/// Brings in a dump, tenant by tenant: with several, all are looked at before the first is written. `written` hears of each as soon as it is written, whatever becomes
/// of those after it.
///
/// # Errors
/// As [`configuration::bring_in`].
pub async fn apply(
    acting: &Acting,
    origin: &Origin,
    dump: AcpDumpRequest,
    options: Options,
    mut written: impl FnMut(&mut Outcome),
) -> Result<Vec<Outcome>, DomainError> {
    let wanted = brought::by_tenant(dump, |tenant, id| origin.base(ServerKey { tenant, id }))?;
    if wanted.len() > 1 && !options.dry_run {
        let looked_at = each(acting, wanted.clone(), Options { dry_run: true, ..options }, |_| ()).await?;
        if looked_at.iter().any(|outcome| outcome.conflicts().next().is_some()) {
            return Ok(looked_at);
        }
    }
    each(acting, wanted, options, &mut written).await
}

async fn each(
    acting: &Acting,
    wanted: BTreeMap<String, Wanted>,
    options: Options,
    mut written: impl FnMut(&mut Outcome),
) -> Result<Vec<Outcome>, DomainError> {
    let mut outcomes = Vec::with_capacity(wanted.len());
    for (tenant, wanted) in wanted {
        // It holds the parts of every kind of row.
        let mut outcome = Box::pin(configuration::bring_in(&acting.elsewhere(&tenant), wanted, options)).await?;
        if outcome.is_written {
            written(&mut outcome);
        }
        outcomes.push(outcome);
    }
    Ok(outcomes)
}

/// Of all of them at once: whoever mends one after the other would never come to an end.
fn refuse_conflicts(outcomes: &[Outcome]) -> Result<(), AcpError> {
    let conflicts: Vec<_> = outcomes
        .iter()
        .flat_map(|outcome| outcome.conflicts().map(move |step| (&outcome.tenant, step)))
        .map(
            |(tenant, step)| json!({"pointer": step.at, "tenant_id": tenant, "kind": step.kind.thing(), "id": step.id}),
        )
        .collect();
    match conflicts.first().and_then(|first| first["pointer"].as_str()) {
        None => Ok(()),
        Some(first) => Err(AcpError::conflicts(first, &conflicts)),
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.tag("configuration", "Configuration: all of it as one document, out and in again (ACP).");
    let dump = json!({
        "tenants": [{"id": "shop", "name": "Shop", "url": "", "authentication_context_settings": {"attributes": []}, "authplane": {"created_at": "2026-01-02T03:04:05Z"}}],
        "policies": [], "servers": [], "services": [], "scopes_without_service": [], "clients": [], "claims": [], "apis": [],
        "consents": [], "consent_actions": [], "authplane": {"gateways": [], "roles": [], "api_clients": []}
    });
    let difference = json!({
        "written": false,
        "summary": ["change policy \"adults\" of tenant \"shop\": /policy_name"],
        "changes": [{
            "tenant_id": "shop", "kind": "policy", "id": "adults", "pointer": "/policies/0", "action": "change",
            "patch": [{"op": "replace", "path": "/policy_name", "value": "Adults only"}]
        }],
        "unchanged": 211,
        "notes": [{
            "tenant_id": "shop", "pointer": "/clients/3", "code": "new_secret",
            "message": "the dump has no secret of the client \"till\": it has a new one"
        }]
    });
    let request = json!({"tenants": [{"id": "shop", "name": "Shop"}], "policies": [{
        "id": "adults", "tenant_id": "shop", "policy_name": "Adults only", "validators": [{"name": "false", "conf": {}}]
    }]});
    surface
        .register(export_configuration)
        .errors(&[400, 404, 422])
        .parameter("tid", json!({"example": "shop"}))
        .parameter("all", json!({"default": false, "example": true}))
        .parameter("secrets", json!({"example": "omitted"}))
        .parameter(
            "recipient",
            json!({"maxLength": 2048, "example": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"}),
        )
        .response_text(text::YAML)
        .response_example(dump);
    surface
        .register(import_configuration)
        .errors(&[400, 404, 409, 422])
        .parameter("mode", json!({"example": "update"}))
        .request_example(request.clone());
    surface
        .register(apply_configuration)
        .errors(&[400, 409, 422])
        .parameter("mode", json!({"example": "update"}))
        .parameter("dry_run", json!({"default": false, "example": true}))
        .parameter("prune", json!({"default": false, "example": true}))
        .parameter("keep_issuers", json!({"default": false, "example": true}))
        .parameter("administrators", json!({"default": false, "example": true}))
        .request_example(request)
        .response_example(difference);
}
