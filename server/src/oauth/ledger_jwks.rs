//! The JWK set of a tenant's privacy ledger (RFC 7517 §5): whoever was shown an event checks its signature with it, also years later.

use authplane_domain::Error as DomainError;
use authplane_domain::installation::tenant::{self, key};
use authplane_domain::privacy::ledger;
use http::StatusCode;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::context::Context;
use crate::edge::answer::Prepared;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, Path, Rejection, Request, Surface};
use crate::oauth::browser::cors;
use crate::oauth::error::OAuthError;
use crate::oauth::jwks::{JwkSet, cacheable};
use crate::server::signing_algorithm;

#[derive(Debug, Deserialize, JsonSchema)]
struct TenantOfPath {
    /// Tenant.
    tid: String,
}

/// Get the public keys of a privacy ledger
///
/// The tenant's key of now, and every earlier one that signed an event: they stay as long as the events do. It is ours, beside ACP's API.
#[dropshot::endpoint { method = GET, path = "/.well-known/privacy-ledger-jwks/{tid}", tags = ["discovery"] }]
async fn get_ledger_jwks(request: Request<Context>, path: Path<TenantOfPath>) -> Result<Prepared<JwkSet>, OAuthError> {
    let (context, tid) = (request.context(), path.0.tid);
    if !tenant::exists(&context.store, &tid).await? {
        return Err(Rejection::NotFound.into());
    }
    let now = key::published(&context.store, &tid, signing_algorithm(&context.config)).await?;
    let mut keys: Vec<Value> = now.keys.into_iter().map(Value::Object).collect();
    for earlier in ledger::public_keys(&context.store, &tid).await? {
        if !keys.contains(&earlier) {
            keys.push(earlier);
        }
    }
    let answer = Answer::json(StatusCode::OK, &json!({"keys": keys})).map_err(DomainError::internal)?;
    Ok(Prepared::new(cacheable(answer)))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(cors::open(get_ledger_jwks)).errors(&[404]).response_example(json!({"keys": [{
        "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "d4k0c2s9f1kh5t2m8n60",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    }]}));
}
