//! What can be set of a client, and what is checked of it.

use serde::Serialize;
use serde_json::Value;
use url::Url;

use super::{Client, ClientAuthentication, ClientCertificate, ClientMetadata, ClientTexts, Jwks, SubjectType};
use crate::catalogue::authorization_server::{AuthorizationServer, GRANT_TYPES};
use crate::clients::redirect_uri::{self, LONGEST as URI_LENGTH};
use crate::{Error, Result, validate};

/// The words of the response types that a client can have.
pub const RESPONSE_TYPES: [&str; 3] = ["code", "token", "id_token"];

/// What this server signs with.
const SIGNING: [&str; 3] = ["RS256", "ES256", "EdDSA"];
/// What a client's request objects may be signed with; `any` is all of them and `none`.
const REQUEST_OBJECTS: [&str; 6] = ["any", "none", "RS256", "ES256", "PS256", "EdDSA"];
/// What a client's assertions may be signed, or authenticated, with.
const ASSERTIONS: [&str; 5] = ["RS256", "ES256", "PS256", "EdDSA", "HS256"];

const MOST_ITEMS: usize = 256;
/// Characters of a name.
const NAME_LENGTH: usize = 512;
const JWKS_LENGTH: usize = 64 * 1024;
/// Longest modulus of an RSA key in base64url: 4096 bits. What it takes to check a signature grows with its square.
const MODULUS_LENGTH: usize = 683;
/// Of the year 9999, which is the last that all databases can write.
const LAST_SECOND: i64 = 253_402_300_799;
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
    /// What [`redirect_uri::check`] takes.
    pub redirect_uris: Vec<String>,
    /// The client's own id when absent.
    pub audience: Option<Vec<String>>,
    /// Public keys. Not together with `jwks_uri`.
    pub jwks: Option<Jwks>,
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
    /// Ids of the scopes that it was decided on, by who decides more than names: of those that are called so, no others are given. `None` gives all of them.
    #[serde(skip)]
    pub decided_scopes: Option<Vec<String>>,
    /// What is said of it beside these.
    #[serde(flatten)]
    pub metadata: ClientMetadata,
}

impl ClientDetails {
    /// `client` with these details, but for the scopes, which are rows of their own.
    pub(crate) fn apply(self, client: Client) -> Result<Client> {
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
            decided_scopes: _,
            metadata,
        } = self;
        let grant_types = grant_types.unwrap_or_else(|| vec!["authorization_code".to_owned()]);
        let has_codes = grant_types.iter().any(|grant| grant == "authorization_code");
        let response_types =
            response_types.unwrap_or_else(|| if has_codes { vec!["code".to_owned()] } else { Vec::new() });
        let client = Client {
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
        };
        Ok(Client { kind: client.kind.settled(&client), ..client })
    }

    /// What a client is now.
    pub(crate) fn of(client: &Client) -> Self {
        let Client {
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
            metadata,
            scopes,
            ..
        } = client.clone();
        Self {
            name,
            token_endpoint_auth_method,
            grant_types: Some(grant_types.0),
            response_types: Some(response_types.0),
            redirect_uris: redirect_uris.0,
            audience: Some(audience.0),
            jwks,
            jwks_uri,
            token_endpoint_signing_alg,
            trusted,
            client_secret_expires_at,
            scopes,
            decided_scopes: None,
            metadata,
        }
    }

    /// What is signed for the client is signed by its server's key, and that has one algorithm: another one would be promised and not kept.
    pub(crate) fn check_signing(&self, server: &AuthorizationServer) -> Result<()> {
        let ClientMetadata { id_token_signed_response_alg, userinfo_signed_response_alg, .. } = &self.metadata;
        let signs = server.key_algorithm.as_str();
        for (field, asked, plain) in [
            ("id_token_signed_response_alg", id_token_signed_response_alg, ""),
            ("userinfo_signed_response_alg", userinfo_signed_response_alg, "none"),
        ] {
            if !(asked.is_empty() || asked == plain || asked == signs) {
                return Err(Error::invalid(field, format!("this authorization server signs with {signs}")));
            }
        }
        Ok(())
    }

    /// Whether a client can be so, as far as that doesn't depend on its server.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a field.
    pub fn check(&self) -> Result<()> {
        if self.name.chars().count() > NAME_LENGTH {
            return Err(Error::invalid("name", format!("must have at most {NAME_LENGTH} characters")));
        }
        // As many bytes as so many characters can have.
        validate::one_line("name", &self.name, 4 * NAME_LENGTH)?;
        known("grant_types", self.grant_types.as_deref(), &GRANT_TYPES)?;
        known("response_types", self.response_types.as_deref(), &RESPONSE_TYPES)?;
        for (field, list) in [
            ("redirect_uris", self.redirect_uris.as_slice()),
            ("scopes", &self.scopes),
            ("request_uris", &self.metadata.request_uris),
            ("post_logout_redirect_uris", &self.metadata.post_logout_redirect_uris),
            ("default_acr_values", &self.metadata.default_acr_values),
            ("contacts", &self.metadata.contacts),
            ("audience", self.audience.as_deref().unwrap_or_default()),
        ] {
            if list.len() > MOST_ITEMS {
                return Err(Error::invalid(field, format!("at most {MOST_ITEMS} items")));
            }
        }
        self.audience.iter().flatten().try_for_each(|item| validate::one_line("audience", item, URI_LENGTH))?;
        if self.jwks.is_some() && self.jwks_uri.is_some() {
            // RFC 7591 §2: jwks and jwks_uri must not both be present.
            return Err(Error::invalid("jwks", "not together with jwks_uri"));
        }
        self.jwks.as_ref().map_or(Ok(()), check_key_set)?;
        self.jwks_uri.as_deref().map_or(Ok(()), |uri| fetched("jwks_uri", uri))?;
        one_of(
            "token_endpoint_signing_alg",
            self.token_endpoint_signing_alg.as_deref().unwrap_or_default(),
            &ASSERTIONS,
        )?;
        if !(0..=LAST_SECOND).contains(&self.client_secret_expires_at) {
            return Err(Error::invalid("client_secret_expires_at", "must be 0 or a time before the year 10000"));
        }
        self.check_uris()?;
        self.check_texts()?;
        self.check_length()
    }

    fn check_uris(&self) -> Result<()> {
        let metadata = &self.metadata;
        for (field, uris) in [
            ("redirect_uris", self.redirect_uris.as_slice()),
            // OpenID Connect RP-Initiated Logout §3.1: the same care.
            ("post_logout_redirect_uris", &metadata.post_logout_redirect_uris),
        ] {
            uris.iter().try_for_each(|uri| {
                redirect_uri::check(uri, metadata.application_type).map_err(|why| refused(field, uri, why))
            })?;
        }
        for (field, uri) in [
            ("initiate_login_uri", &metadata.initiate_login_uri),
            ("backchannel_logout_uri", &metadata.backchannel_logout_uri),
            ("frontchannel_logout_uri", &metadata.frontchannel_logout_uri),
        ] {
            if !uri.is_empty() {
                redirect_uri::check_endpoint(uri).map_err(|why| refused(field, uri, why))?;
            }
        }
        // OpenID Connect Front-Channel Logout §2: scheme, host and port of a redirect URI.
        let uri = &metadata.frontchannel_logout_uri;
        let known = |known: &String| redirect_uri::origin(known) == redirect_uri::origin(uri);
        if !uri.is_empty() && !self.redirect_uris.iter().any(known) {
            return Err(refused(
                "frontchannel_logout_uri",
                uri,
                "must have the scheme, host and port of a redirect URI",
            ));
        }
        // They become links of pages, or are fetched from here.
        let ClientTexts { description: _, client_uri, logo_uri, policy_uri, tos_uri } = &metadata.texts;
        for (field, uri) in
            [("client_uri", client_uri), ("logo_uri", logo_uri), ("policy_uri", policy_uri), ("tos_uri", tos_uri)]
        {
            if !uri.is_empty() {
                linked(field, uri)?;
            }
        }
        if !metadata.sector_identifier_uri.is_empty() {
            fetched("sector_identifier_uri", &metadata.sector_identifier_uri)?;
        }
        // OpenID Connect Core §6.2: the fragment, if any, is the digest of what the URI leads to.
        let without_digest = |uri: &String| uri.split('#').next().unwrap_or_default().to_owned();
        metadata.request_uris.iter().map(without_digest).try_for_each(|uri| fetched("request_uris", &uri))?;
        if metadata.subject_type == SubjectType::Pairwise && metadata.sector_identifier_uri.is_empty() {
            let mut sectors = self.redirect_uris.iter().map(|uri| redirect_uri::host(uri));
            let first = sectors.next();
            if sectors.any(|sector| Some(sector) != first) {
                // OpenID Connect Core §8.1.
                let message = "is required for pairwise subjects, because the redirect URIs have several hosts";
                return Err(Error::invalid("sector_identifier_uri", message));
            }
        }
        Ok(())
    }

    fn check_texts(&self) -> Result<()> {
        let metadata = &self.metadata;
        validate::text("description", &metadata.texts.description)?;
        let ClientCertificate {
            tls_client_auth_san_dns,
            tls_client_auth_san_email,
            tls_client_auth_san_ip,
            tls_client_auth_san_uri,
            tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens: _,
        } = &metadata.certificate;
        let lines = [
            ("software_id", &metadata.software_id),
            ("software_version", &metadata.software_version),
            ("tls_client_auth_san_dns", tls_client_auth_san_dns),
            ("tls_client_auth_san_email", tls_client_auth_san_email),
            ("tls_client_auth_san_ip", tls_client_auth_san_ip),
            ("tls_client_auth_san_uri", tls_client_auth_san_uri),
            ("tls_client_auth_subject_dn", tls_client_auth_subject_dn),
        ];
        lines.into_iter().try_for_each(|(field, value)| validate::one_line(field, value, URI_LENGTH))?;
        for (field, values) in [("contacts", &metadata.contacts), ("default_acr_values", &metadata.default_acr_values)]
        {
            values.iter().try_for_each(|value| validate::one_line(field, value, URI_LENGTH))?;
        }
        one_of("id_token_signed_response_alg", &metadata.id_token_signed_response_alg, &SIGNING)?;
        one_of("request_object_signing_alg", &metadata.request_object_signing_alg, &REQUEST_OBJECTS)?;
        if metadata.userinfo_signed_response_alg != "none" {
            one_of("userinfo_signed_response_alg", &metadata.userinfo_signed_response_alg, &SIGNING)?;
        }
        validate::seconds("default_max_age", metadata.default_max_age)
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

/// An algorithm, or nothing for the default.
fn one_of(field: &'static str, value: &str, known: &[&str]) -> Result<()> {
    if value.is_empty() || known.contains(&value) {
        return Ok(());
    }
    Err(Error::invalid(field, format!("must be one of {}", known.join(", "))))
}

fn refused(field: &'static str, uri: &str, why: &str) -> Error {
    // What was sent may be long, and may be no text that anybody wants to see as it is.
    let shown: String = uri.chars().take(200).collect();
    Error::invalid(field, format!("{shown:?} {why}"))
}

/// A URI that people click on: a page, not a script.
fn linked(field: &'static str, uri: &str) -> Result<()> {
    validate::one_line(field, uri, URI_LENGTH)?;
    match Url::parse(uri) {
        Ok(url)
            if matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none() =>
        {
            Ok(())
        }
        _ => Err(refused(field, uri, "must be an absolute http or https URI")),
    }
}

/// A URI that this server fetches. Which hosts it fetches from, and whether by `http`, is decided when it does.
fn fetched(field: &'static str, uri: &str) -> Result<()> {
    linked(field, uri)?;
    if uri.contains('#') { Err(refused(field, uri, "must not have a fragment")) } else { Ok(()) }
}

/// RFC 7517 §5, with public keys only: a private one that a client registers by mistake isn't kept.
fn check_key_set(set: &Jwks) -> Result<()> {
    if serde_json::to_vec(set).map_err(Error::internal)?.len() > JWKS_LENGTH {
        return Err(Error::invalid("jwks", format!("must have at most {JWKS_LENGTH} bytes")));
    }
    set.check_count()?;
    for key in &set.keys {
        if key.get("n").and_then(Value::as_str).is_some_and(|modulus| modulus.len() > MODULUS_LENGTH) {
            return Err(Error::invalid("jwks", "RSA keys must have at most 4096 bits"));
        }
        if key.get("kty").and_then(Value::as_str).is_none() {
            return Err(Error::invalid("jwks", "every key needs a kty"));
        }
        if key.contains_key("d") || key.contains_key("k") {
            return Err(Error::invalid("jwks", "must hold public keys only"));
        }
    }
    Ok(())
}
