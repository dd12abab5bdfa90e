//! What a client says of itself when it registers, and what becomes of it (RFC 7591 §2, OpenID Connect Dynamic Client Registration §2).

use authplane_domain::catalogue::authorization_server::{AuthorizationServer, GRANT_TYPES};
use authplane_domain::clients::client::{
    Client, ClientAuthentication, ClientCertificate, ClientDetails, ClientMetadata, ClientPrivacy, ClientTexts, Jwks,
    RESPONSE_TYPES, SubjectType,
};
use authplane_domain::clients::redirect_uri::{self, ApplicationType};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::oauth::error::OAuthError;

const AUTHORIZATION_CODE: &str = "authorization_code";
const IMPLICIT: &str = "implicit";
const CLIENT_CREDENTIALS: &str = "client_credentials";
/// The grants that a client can give itself. By the others it could speak for users who never saw it.
pub(crate) const SELF_SERVICE: [&str; 5] =
    [AUTHORIZATION_CODE, IMPLICIT, CLIENT_CREDENTIALS, "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"];

/// Metadata of a client, the same in requests and answers. What is absent, null or empty has its default; members that aren't listed are ignored.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RegistrationMetadata {
    /// Addresses that answers to authorization requests may be sent to: each absolute, without fragment, compared letter by letter. `https`, for native
    /// clients also a private-use scheme or `http` to the loopback, there with any port.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    #[schemars(inner(url, length(max = 2048)))]
    redirect_uris: Option<Vec<String>>,
    /// What it may ask for at the authorization endpoint: `code`, `token`, `id_token`. Combinations such as `code id_token` are taken apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    response_types: Option<Vec<String>>,
    /// The ways in which it may ask for tokens: `authorization_code` (the default), `implicit`, `client_credentials`, `refresh_token`,
    /// `urn:ietf:params:oauth:grant-type:device_code`. Those that the authorization server doesn't offer are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    grant_types: Option<Vec<String>>,
    /// Whether it runs on a web server or on its user's device. When absent, a client all of whose redirect URIs lead to the device is native.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<ApplicationType>")]
    application_type: Option<String>,
    /// Name of the application, as consent pages show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 512))]
    client_name: Option<String>,
    /// What the application does, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// Address of its home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    client_uri: Option<String>,
    /// Address of its logo, which consent pages show.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    logo_uri: Option<String>,
    /// Address of its privacy policy, which consent pages link to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    policy_uri: Option<String>,
    /// Address of its terms of service, which consent pages link to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    tos_uri: Option<String>,
    /// Mail addresses of those who are responsible for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    #[schemars(inner(length(max = 2048)))]
    contacts: Option<Vec<String>>,
    /// Its public keys, each a JWK. Not together with `jwks_uri`.
    #[serde(skip_serializing_if = "Option::is_none")]
    jwks: Option<Jwks>,
    /// Address of its public keys, for keys that change.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    jwks_uri: Option<String>,
    /// How it authenticates at the token endpoint: `client_secret_basic` when absent, `none` for a public client.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(
        title = "one of: client_secret_basic | client_secret_post | client_secret_jwt | private_key_jwt | none"
    )]
    token_endpoint_auth_method: Option<String>,
    /// The one algorithm that its assertions may be signed with: `HS256` for `client_secret_jwt`, another for `private_key_jwt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(title = "one of: RS256 | ES256 | PS256 | EdDSA | HS256")]
    token_endpoint_auth_signing_alg: Option<String>,
    /// Algorithm that its ID tokens are signed with: the one of the keys of the authorization server.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(title = "one of: RS256 | ES256 | EdDSA")]
    id_token_signed_response_alg: Option<String>,
    /// Algorithm that userinfo's answers to it are signed with: the one of the keys of the authorization server. Answers are plain JSON for `none` and when
    /// absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(title = "one of: none | RS256 | ES256 | EdDSA")]
    userinfo_signed_response_alg: Option<String>,
    /// Algorithm that its request objects must be signed with; `any` leaves it open, as absence does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(title = "one of: any | none | RS256 | ES256 | PS256 | EdDSA")]
    request_object_signing_alg: Option<String>,
    /// Whether all clients know a user by one subject (`public`, the default) or each sector by another (`pairwise`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<SubjectType>")]
    subject_type: Option<String>,
    /// Address of a JSON array with the redirect URIs of all clients that know a user by the same pairwise subject. It is fetched when the client registers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    sector_identifier_uri: Option<String>,
    /// How long ago a user may have signed in when a request says nothing of it, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 3_162_240_000_i64))]
    default_max_age: Option<i64>,
    /// Its ID tokens always say when the user signed in (`auth_time`).
    #[serde(skip_serializing_if = "Option::is_none")]
    require_auth_time: Option<bool>,
    /// Authentication context classes to ask for when a request names none, the preferred one first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    #[schemars(inner(length(max = 2048)))]
    default_acr_values: Option<Vec<String>>,
    /// Address at which a third party may start a login at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    initiate_login_uri: Option<String>,
    /// Addresses that request objects may be fetched from (OpenID Connect Core §6.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    #[schemars(inner(url))]
    request_uris: Option<Vec<String>>,
    /// Addresses that users may be sent to after they signed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    #[schemars(inner(url, length(max = 2048)))]
    post_logout_redirect_uris: Option<Vec<String>>,
    /// Address at which this server tells it of a logout.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    backchannel_logout_uri: Option<String>,
    /// Logout tokens must say which session ended (`sid`).
    #[serde(skip_serializing_if = "Option::is_none")]
    backchannel_logout_session_required: Option<bool>,
    /// Address at which the user's browser tells it of a logout.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    frontchannel_logout_uri: Option<String>,
    /// The browser must say which session ended (`iss` and `sid`).
    #[serde(skip_serializing_if = "Option::is_none")]
    frontchannel_logout_session_required: Option<bool>,
    /// Scopes that it may ask for, separated by spaces. When absent, those of the user's profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    /// Scopes that it may ask for, as a list: another way to say `scope`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    scopes: Option<Vec<String>>,
    /// Audience of its tokens where a request names no resource: its own id. Another audience is given by an administrator only.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Vec<String>>,
    /// Id of the software, which all of its copies share.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    software_id: Option<String>,
    /// Version of the software that registers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    software_version: Option<String>,
    /// What personal data it takes, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy: Option<ClientPrivacy>,
    /// DNS name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    tls_client_auth_san_dns: Option<String>,
    /// Mail address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    tls_client_auth_san_email: Option<String>,
    /// IP address that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    tls_client_auth_san_ip: Option<String>,
    /// URI that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    tls_client_auth_san_uri: Option<String>,
    /// Distinguished name that its certificate must have. Kept, and not looked at here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    tls_client_auth_subject_dn: Option<String>,
    /// Whether its tokens are bound to its certificate. That is not offered: `true` is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    tls_client_certificate_bound_access_tokens: Option<bool>,
}

pub(super) fn refused(field: &str, why: &str) -> OAuthError {
    OAuthError::invalid_client_metadata(format!("{field}: {why}"))
}

/// A word that the domain knows.
fn word<T: DeserializeOwned>(field: &str, text: &str) -> Result<T, OAuthError> {
    serde_json::from_value(Value::String(text.to_owned())).map_err(|_| refused(field, "is none of the known values"))
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

impl RegistrationMetadata {
    /// The scopes that are asked for, if any are. Whoever changes one of the two forms of an earlier answer means that one.
    pub(super) fn wanted_scopes(&self, known: Option<&Client>) -> Result<Option<Vec<String>>, OAuthError> {
        let words = |text: &String| text.split_ascii_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (text, list) = (self.scope.as_ref().map(words), self.scopes.clone());
        let is_known = |scopes: &Vec<String>| known.is_some_and(|known| known.scopes == *scopes);
        match (text, list) {
            (Some(text), Some(list)) if text == list || is_known(&list) => Ok(Some(text)),
            (Some(text), Some(list)) if is_known(&text) => Ok(Some(list)),
            (Some(_), Some(_)) => Err(refused("scope", "says something else than scopes")),
            (text, list) => Ok(text.or(list)),
        }
    }

    /// What the domain makes of it, but for the scopes. `known` is the client as it is when it changes itself: what an administrator gave it stays, and nothing
    /// is gained that a new client couldn't have.
    pub(super) fn into_details(
        self,
        server: &AuthorizationServer,
        known: Option<&Client>,
    ) -> Result<ClientDetails, OAuthError> {
        self.refuse_what_is_not_offered()?;
        self.refuse_audience(known)?;
        let grant_types = self.grants(server, known)?;
        let response_types = self.response_words(&grant_types)?;
        let method = self.authentication(&grant_types)?;
        let redirect_uris = self.redirect_uris.unwrap_or_default();
        if redirect_uris.is_empty() && grant_types.iter().any(|grant| grant == AUTHORIZATION_CODE || grant == IMPLICIT)
        {
            return Err(OAuthError::invalid_redirect_uri("redirect_uris: at least one is needed for these grants"));
        }
        let application_type = match filled(self.application_type) {
            Some(text) => word("application_type", &text)?,
            None if !redirect_uris.is_empty() && redirect_uris.iter().all(|uri| redirect_uri::is_native(uri)) => {
                ApplicationType::Native
            }
            None => ApplicationType::Web,
        };
        let subject_type =
            filled(self.subject_type).map(|text| word("subject_type", &text)).transpose()?.unwrap_or_default();
        // An administrator trusted it with where it sent users then.
        let trusted = known.is_some_and(|known| {
            known.trusted && redirect_uris.iter().all(|uri| redirect_uri::matches(&known.redirect_uris, uri))
        });
        Ok(ClientDetails {
            name: self.client_name.unwrap_or_default(),
            token_endpoint_auth_method: method,
            grant_types: Some(grant_types),
            response_types: Some(response_types),
            redirect_uris,
            audience: known.map(|known| known.audience.0.clone()),
            jwks: self.jwks,
            jwks_uri: filled(self.jwks_uri),
            token_endpoint_signing_alg: filled(self.token_endpoint_auth_signing_alg),
            trusted,
            client_secret_expires_at: known.map_or(0, |known| known.client_secret_expires_at),
            scopes: Vec::new(),
            decided_scopes: Some(Vec::new()),
            metadata: ClientMetadata {
                texts: ClientTexts {
                    description: self.description.unwrap_or_default(),
                    client_uri: self.client_uri.unwrap_or_default(),
                    logo_uri: self.logo_uri.unwrap_or_default(),
                    policy_uri: self.policy_uri.unwrap_or_default(),
                    tos_uri: self.tos_uri.unwrap_or_default(),
                },
                privacy: self.privacy,
                certificate: ClientCertificate {
                    tls_client_auth_san_dns: self.tls_client_auth_san_dns.unwrap_or_default(),
                    tls_client_auth_san_email: self.tls_client_auth_san_email.unwrap_or_default(),
                    tls_client_auth_san_ip: self.tls_client_auth_san_ip.unwrap_or_default(),
                    tls_client_auth_san_uri: self.tls_client_auth_san_uri.unwrap_or_default(),
                    tls_client_auth_subject_dn: self.tls_client_auth_subject_dn.unwrap_or_default(),
                    tls_client_certificate_bound_access_tokens: false,
                },
                request_uris: self.request_uris.unwrap_or_default(),
                sector_identifier_uri: self.sector_identifier_uri.unwrap_or_default(),
                request_object_signing_alg: self.request_object_signing_alg.unwrap_or_default(),
                userinfo_signed_response_alg: self.userinfo_signed_response_alg.unwrap_or_default(),
                id_token_signed_response_alg: self.id_token_signed_response_alg.unwrap_or_default(),
                application_type: Some(application_type),
                subject_type,
                default_max_age: self.default_max_age,
                require_auth_time: self.require_auth_time.unwrap_or_default(),
                default_acr_values: self.default_acr_values.unwrap_or_default(),
                initiate_login_uri: self.initiate_login_uri.unwrap_or_default(),
                post_logout_redirect_uris: self.post_logout_redirect_uris.unwrap_or_default(),
                backchannel_logout_uri: self.backchannel_logout_uri.unwrap_or_default(),
                backchannel_logout_session_required: self.backchannel_logout_session_required.unwrap_or_default(),
                frontchannel_logout_uri: self.frontchannel_logout_uri.unwrap_or_default(),
                frontchannel_logout_session_required: self.frontchannel_logout_session_required.unwrap_or_default(),
                contacts: self.contacts.unwrap_or_default(),
                software_id: self.software_id.unwrap_or_default(),
                software_version: self.software_version.unwrap_or_default(),
                dynamically_registered: true,
                public: method == ClientAuthentication::None,
            },
        })
    }

    /// What would be promised and not kept.
    fn refuse_what_is_not_offered(&self) -> Result<(), OAuthError> {
        if self.tls_client_certificate_bound_access_tokens == Some(true) {
            return Err(refused(
                "tls_client_certificate_bound_access_tokens",
                "tokens are not bound to certificates here",
            ));
        }
        Ok(())
    }

    /// Tokens that are for no resource have this audience: one that a client chose could be somebody else's.
    fn refuse_audience(&self, known: Option<&Client>) -> Result<(), OAuthError> {
        let asked = self.audience.as_deref().unwrap_or_default();
        if asked.is_empty() || known.is_some_and(|known| *asked == *known.audience.0) {
            return Ok(());
        }
        Err(refused("audience", "is given by an administrator only"))
    }

    /// The words of its response types, each once; none where the request says nothing.
    fn asked_words(&self) -> Result<Option<Vec<String>>, OAuthError> {
        let Some(types) = &self.response_types else { return Ok(None) };
        let mut words: Vec<String> = Vec::new();
        for word in types.iter().flat_map(|combination| combination.split_ascii_whitespace()) {
            if !RESPONSE_TYPES.contains(&word) {
                return Err(refused("response_types", &format!("may have {} only", RESPONSE_TYPES.join(", "))));
            }
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        Ok(Some(words).filter(|words| !words.is_empty()))
    }

    fn grants(&self, server: &AuthorizationServer, known: Option<&Client>) -> Result<Vec<String>, OAuthError> {
        let asked = match (self.grant_types.as_ref().filter(|grants| !grants.is_empty()), self.asked_words()?) {
            (Some(asked), _) => asked.clone(),
            (None, None) => vec![AUTHORIZATION_CODE.to_owned()],
            // RFC 7591 §2.1: which grants belong to which response types.
            (None, Some(words)) => {
                let code = words.iter().any(|word| word == "code").then_some(AUTHORIZATION_CODE);
                let implicit = words.iter().any(|word| word != "code").then_some(IMPLICIT);
                code.into_iter().chain(implicit).map(str::to_owned).collect()
            }
        };
        let mut grants: Vec<String> = Vec::new();
        for grant in asked {
            let has_it = known.is_some_and(|known| known.grant_types.has(&grant));
            if !GRANT_TYPES.contains(&grant.as_str()) {
                return Err(refused("grant_types", &format!("may have {} only", SELF_SERVICE.join(", "))));
            }
            if !has_it && !SELF_SERVICE.contains(&grant.as_str()) {
                return Err(refused("grant_types", &format!("{grant} is given by an administrator only")));
            }
            if (has_it || server.grant_types.has(&grant)) && !grants.contains(&grant) {
                grants.push(grant);
            }
        }
        if grants.is_empty() {
            return Err(refused("grant_types", "this authorization server offers none of them"));
        }
        Ok(grants)
    }

    /// RFC 7591 §2.1.
    fn response_words(&self, grants: &[String]) -> Result<Vec<String>, OAuthError> {
        let has = |grant: &str| grants.iter().any(|given| given == grant);
        let Some(words) = self.asked_words()? else {
            if has(AUTHORIZATION_CODE) {
                return Ok(vec!["code".to_owned()]);
            }
            return if has(IMPLICIT) {
                Err(refused("response_types", "is required with implicit"))
            } else {
                Ok(Vec::new())
            };
        };
        for word in &words {
            let needed = if word == "code" { AUTHORIZATION_CODE } else { IMPLICIT };
            if !has(needed) {
                return Err(refused("response_types", &format!("{word} needs the grant {needed}")));
            }
        }
        Ok(words)
    }

    fn authentication(&self, grants: &[String]) -> Result<ClientAuthentication, OAuthError> {
        const FIELD: &str = "token_endpoint_auth_method";
        let asked = self.token_endpoint_auth_method.as_deref().filter(|method| !method.is_empty());
        let method: ClientAuthentication = asked.map(|text| word(FIELD, text)).transpose()?.unwrap_or_default();
        let algorithm = self.token_endpoint_auth_signing_alg.as_deref().unwrap_or_default();
        let has_key = self.jwks.is_some() || self.jwks_uri.as_deref().is_some_and(|uri| !uri.is_empty());
        match method {
            ClientAuthentication::TlsClientAuth | ClientAuthentication::SelfSignedTlsClientAuth => {
                Err(refused(FIELD, "certificates are not looked at here"))
            }
            ClientAuthentication::None if grants.iter().any(|grant| grant == CLIENT_CREDENTIALS) => {
                Err(refused(FIELD, "a public client can't have client_credentials"))
            }
            ClientAuthentication::PrivateKeyJwt if !has_key => {
                Err(refused(FIELD, "private_key_jwt needs jwks or jwks_uri"))
            }
            // A public key must never serve as the secret of a MAC.
            ClientAuthentication::PrivateKeyJwt if algorithm.starts_with("HS") => {
                Err(refused("token_endpoint_auth_signing_alg", "must be that of a signature"))
            }
            ClientAuthentication::ClientSecretJwt if !matches!(algorithm, "" | "HS256") => {
                Err(refused("token_endpoint_auth_signing_alg", "must be HS256 for client_secret_jwt"))
            }
            method => Ok(method),
        }
    }

    /// The client as it shows itself. What is empty is left out.
    pub(super) fn of(client: &Client) -> Self {
        let text = |text: &String| filled(Some(text.clone()));
        let list = |list: &[String]| (!list.is_empty()).then(|| list.to_vec());
        let metadata = &client.metadata;
        let ClientTexts { description, client_uri, logo_uri, policy_uri, tos_uri } = &metadata.texts;
        let ClientCertificate {
            tls_client_auth_san_dns,
            tls_client_auth_san_email,
            tls_client_auth_san_ip,
            tls_client_auth_san_uri,
            tls_client_auth_subject_dn,
            tls_client_certificate_bound_access_tokens: _,
        } = &metadata.certificate;
        Self {
            redirect_uris: Some(client.redirect_uris.0.clone()),
            response_types: Some(client.response_types.0.clone()),
            grant_types: Some(client.grant_types.0.clone()),
            application_type: metadata.application_type.as_ref().and_then(name_of),
            client_name: text(&client.name),
            description: text(description),
            client_uri: text(client_uri),
            logo_uri: text(logo_uri),
            policy_uri: text(policy_uri),
            tos_uri: text(tos_uri),
            contacts: list(&metadata.contacts),
            jwks: client.jwks.clone(),
            jwks_uri: client.jwks_uri.clone(),
            token_endpoint_auth_method: name_of(&client.token_endpoint_auth_method),
            token_endpoint_auth_signing_alg: client.token_endpoint_signing_alg.clone(),
            id_token_signed_response_alg: text(&metadata.id_token_signed_response_alg),
            userinfo_signed_response_alg: text(&metadata.userinfo_signed_response_alg),
            request_object_signing_alg: text(&metadata.request_object_signing_alg),
            subject_type: name_of(&metadata.subject_type),
            sector_identifier_uri: text(&metadata.sector_identifier_uri),
            default_max_age: metadata.default_max_age,
            require_auth_time: metadata.require_auth_time.then_some(true),
            default_acr_values: list(&metadata.default_acr_values),
            initiate_login_uri: text(&metadata.initiate_login_uri),
            request_uris: list(&metadata.request_uris),
            post_logout_redirect_uris: list(&metadata.post_logout_redirect_uris),
            backchannel_logout_uri: text(&metadata.backchannel_logout_uri),
            backchannel_logout_session_required: metadata.backchannel_logout_session_required.then_some(true),
            frontchannel_logout_uri: text(&metadata.frontchannel_logout_uri),
            frontchannel_logout_session_required: metadata.frontchannel_logout_session_required.then_some(true),
            scope: Some(client.scopes.join(" ")),
            scopes: Some(client.scopes.clone()),
            audience: Some(client.audience.0.clone()),
            software_id: text(&metadata.software_id),
            software_version: text(&metadata.software_version),
            privacy: metadata.privacy.clone(),
            tls_client_auth_san_dns: text(tls_client_auth_san_dns),
            tls_client_auth_san_email: text(tls_client_auth_san_email),
            tls_client_auth_san_ip: text(tls_client_auth_san_ip),
            tls_client_auth_san_uri: text(tls_client_auth_san_uri),
            tls_client_auth_subject_dn: text(tls_client_auth_subject_dn),
            tls_client_certificate_bound_access_tokens: None,
        }
    }
}

/// The word that stands for it.
fn name_of(value: &impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
