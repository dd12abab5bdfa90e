//! What can be set of a client, and what is checked of it.

use serde::Serialize;
use serde_json::Value;
use url::Url;

use super::{Client, ClientAuthentication, ClientMetadata};
use crate::{Error, Result, validate};

/// The grants that a client can have.
pub const GRANT_TYPES: [&str; 5] =
    ["authorization_code", "implicit", "client_credentials", "refresh_token", "password"];
/// The words of the response types that a client can have.
pub const RESPONSE_TYPES: [&str; 3] = ["code", "token", "id_token"];

const URI_LENGTH: usize = 2048;
const MOST_ITEMS: usize = 256;
const JWKS_LENGTH: usize = 64 * 1024;
/// All of it together, as JSON: it is kept in memory for every token.
const LENGTH: usize = 64 * 1024;

/// Everything of a client that can be set.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ClientDetails {
    /// For people; may be empty.
    pub name: String,
    /// How it proves who it is.
    pub token_endpoint_auth_method: ClientAuthentication,
    /// Of [`GRANT_TYPES`]; `authorization_code` when absent.
    pub grant_types: Option<Vec<String>>,
    /// Of [`RESPONSE_TYPES`]; `code` when absent and the grants have codes.
    pub response_types: Option<Vec<String>>,
    /// Absolute, without fragment (RFC 6749 section 3.1.2).
    pub redirect_uris: Vec<String>,
    /// The client's own id when absent.
    pub audience: Option<Vec<String>>,
    /// Public keys. Not together with `jwks_uri`.
    pub jwks: Option<Value>,
    /// Where its public keys are.
    pub jwks_uri: Option<String>,
    /// The one algorithm that its assertions may have.
    pub token_endpoint_signing_alg: Option<String>,
    /// Whether its users aren't asked for consent.
    pub trusted: bool,
    /// Seconds since the epoch; 0 for never.
    pub client_secret_expires_at: i64,
    /// Names of scopes of its server.
    pub scopes: Vec<String>,
    /// What only dialects show.
    #[serde(flatten)]
    pub metadata: ClientMetadata,
}

impl ClientDetails {
    /// `client` with these details, but for the scopes, which are rows of their own.
    pub(super) fn apply(self, client: Client) -> Result<Client> {
        self.check()?;
        let Self {
            name,
            token_endpoint_auth_method,
            grant_types,
            response_types,
            redirect_uris,
            audience,
            jwks,
            jwks_uri,
            token_endpoint_signing_alg,
            trusted,
            client_secret_expires_at,
            scopes: _,
            metadata,
        } = self;
        let grant_types = grant_types.unwrap_or_else(|| vec!["authorization_code".to_owned()]);
        let has_codes = grant_types.iter().any(|grant| grant == "authorization_code");
        let response_types =
            response_types.unwrap_or_else(|| if has_codes { vec!["code".to_owned()] } else { Vec::new() });
        Ok(Client {
            name,
            token_endpoint_auth_method,
            grant_types: grant_types.into(),
            response_types: response_types.into(),
            redirect_uris: redirect_uris.into(),
            audience: audience.unwrap_or_else(|| vec![client.id.clone()]).into(),
            jwks,
            jwks_uri,
            token_endpoint_signing_alg,
            trusted,
            client_secret_expires_at,
            metadata,
            ..client
        })
    }

    fn check(&self) -> Result<()> {
        validate::one_line("name", &self.name, 512)?;
        known("grant_types", self.grant_types.as_deref(), &GRANT_TYPES)?;
        known("response_types", self.response_types.as_deref(), &RESPONSE_TYPES)?;
        for (field, list) in [
            ("redirect_uris", self.redirect_uris.as_slice()),
            ("scopes", &self.scopes),
            ("request_uris", &self.metadata.request_uris),
            ("audience", self.audience.as_deref().unwrap_or_default()),
        ] {
            if list.len() > MOST_ITEMS {
                return Err(Error::invalid(field, format!("at most {MOST_ITEMS} items")));
            }
        }
        self.redirect_uris.iter().try_for_each(|uri| absolute("redirect_uris", uri))?;
        self.metadata.request_uris.iter().try_for_each(|uri| absolute("request_uris", uri))?;
        self.audience.iter().flatten().try_for_each(|item| validate::one_line("audience", item, URI_LENGTH))?;
        if self.jwks.is_some() && self.jwks_uri.is_some() {
            // RFC 7591 section 2: jwks and jwks_uri must not both be present.
            return Err(Error::invalid("jwks", "not together with jwks_uri"));
        }
        self.jwks.as_ref().map_or(Ok(()), check_key_set)?;
        self.jwks_uri.as_deref().map_or(Ok(()), |uri| absolute("jwks_uri", uri))?;
        self.token_endpoint_signing_alg
            .as_deref()
            .map_or(Ok(()), |alg| validate::one_line("token_endpoint_signing_alg", alg, 32))?;
        if self.client_secret_expires_at < 0 {
            return Err(Error::invalid("client_secret_expires_at", "must not be negative"));
        }
        let metadata = &self.metadata;
        validate::text("description", &metadata.description)?;
        let lines = [
            ("client_uri", &metadata.client_uri),
            ("logo_uri", &metadata.logo_uri),
            ("policy_uri", &metadata.policy_uri),
            ("tos_uri", &metadata.tos_uri),
            ("sector_identifier_uri", &metadata.sector_identifier_uri),
            ("request_object_signing_alg", &metadata.request_object_signing_alg),
            ("userinfo_signed_response_alg", &metadata.userinfo_signed_response_alg),
            ("tls_client_auth_san_dns", &metadata.tls_client_auth_san_dns),
            ("tls_client_auth_san_email", &metadata.tls_client_auth_san_email),
            ("tls_client_auth_san_ip", &metadata.tls_client_auth_san_ip),
            ("tls_client_auth_san_uri", &metadata.tls_client_auth_san_uri),
            ("tls_client_auth_subject_dn", &metadata.tls_client_auth_subject_dn),
        ];
        lines.into_iter().try_for_each(|(field, value)| validate::one_line(field, value, URI_LENGTH))?;
        self.check_length()
    }

    fn check_length(&self) -> Result<()> {
        let length = serde_json::to_vec(self).map_err(Error::internal)?.len();
        if length <= LENGTH {
            return Ok(());
        }
        let fields = serde_json::to_value(self).map_err(Error::internal)?;
        let largest = fields.as_object().into_iter().flatten().max_by_key(|(_, value)| value.to_string().len());
        let field = largest.map_or("client", |(field, _)| field.as_str()).to_owned();
        Err(Error::invalid(field, format!("a client's details must have at most {LENGTH} bytes, these have {length}")))
    }
}

fn known(field: &'static str, values: Option<&[String]>, known: &[&str]) -> Result<()> {
    match values.into_iter().flatten().find(|value| !known.contains(&value.as_str())) {
        Some(unknown) => Err(Error::invalid(field, format!("{unknown:?} is none of {}", known.join(", ")))),
        None => Ok(()),
    }
}

fn absolute(field: &'static str, uri: &str) -> Result<()> {
    validate::one_line(field, uri, URI_LENGTH)?;
    match Url::parse(uri) {
        Ok(url) if url.fragment().is_none() => Ok(()),
        Ok(_) => Err(Error::invalid(field, "must not have a fragment")),
        Err(_) => Err(Error::invalid(field, "must be an absolute URI")),
    }
}

/// RFC 7517 section 5, with public keys only: a private one that a client registers by mistake isn't kept.
fn check_key_set(set: &Value) -> Result<()> {
    let keys = set.get("keys").and_then(Value::as_array);
    let keys = keys.ok_or_else(|| Error::invalid("jwks", "must be an object with an array of keys"))?;
    if set.to_string().len() > JWKS_LENGTH {
        return Err(Error::invalid("jwks", format!("must have at most {JWKS_LENGTH} bytes")));
    }
    for key in keys {
        if key.get("kty").and_then(Value::as_str).is_none() {
            return Err(Error::invalid("jwks", "every key needs a kty"));
        }
        if key.get("d").is_some() || key.get("k").is_some() {
            return Err(Error::invalid("jwks", "must hold public keys only"));
        }
    }
    Ok(())
}
