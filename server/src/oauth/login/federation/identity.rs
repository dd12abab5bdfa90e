//! What is known of a user whom another provider signed in.

use authplane_domain::sign_in::authentication::Method;
use authplane_domain::sign_in::session::Authentication;
use aws_lc_rs::digest::{Context as Digest, SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use crate::oauth::login::federation::graph::Directory;
use crate::oauth::login::federation::object;
use crate::oauth::login::federation::provider::ProviderError;
use crate::oauth::login::mapping;
use crate::tokens::jws::Compact;

/// Claims of tokens that say something of the token or the sign-in, and nothing of the user.
const OF_THE_PROTOCOL: [&str; 22] = [
    "iss",
    "sub",
    "aud",
    "azp",
    "exp",
    "nbf",
    "iat",
    "jti",
    "nonce",
    "at_hash",
    "c_hash",
    "s_hash",
    "sid",
    "auth_time",
    "acr",
    "amr",
    "typ",
    "client_id",
    "scope",
    "scp",
    "cnf",
    "act",
];

/// Everything that the provider told.
#[derive(Clone, Debug)]
pub struct Told {
    /// Claims of the ID token, verified.
    id_token: Map<String, Value>,
    /// Claims of the access token, where it can be read. It is made for others; nothing but where it came from vouches for it.
    access_token: Map<String, Value>,
    userinfo: Map<String, Value>,
    directory: Directory,
}

impl Told {
    /// What tokens tell.
    ///
    /// # Errors
    /// [`ProviderError`] when the ID token, which must have been verified, has no subject.
    pub fn new(id_token: Map<String, Value>, access_token: &str) -> Result<Self, ProviderError> {
        let readable = Compact::parse(access_token).ok();
        let claims = readable.and_then(|token| object(&token.payload, "its access token").ok()).unwrap_or_default();
        let told = Self { id_token, access_token: claims, userinfo: Map::new(), directory: Directory::default() };
        told.subject()?;
        Ok(told)
    }

    /// Adds what the userinfo endpoint told.
    ///
    /// # Errors
    /// [`ProviderError`] when that is about somebody else (OpenID Connect Core §5.3.2: tokens may have been swapped).
    pub fn add_userinfo(&mut self, userinfo: Map<String, Value>) -> Result<(), ProviderError> {
        if userinfo.get("sub").and_then(Value::as_str) != Some(self.subject()?) {
            return Err(ProviderError::new("its userinfo endpoint tells of somebody else"));
        }
        self.userinfo = userinfo;
        Ok(())
    }

    /// Adds what Microsoft Graph told.
    ///
    /// # Errors
    /// [`ProviderError`] when that is about somebody else: tokens that name the object of the directory must name this one.
    pub fn add_directory(&mut self, directory: Directory) -> Result<(), ProviderError> {
        if let (Some(object), Some(user)) = (self.id_token.get("oid"), &directory.user)
            && user.get("id") != Some(object)
        {
            return Err(ProviderError::new("Microsoft Graph tells of somebody else"));
        }
        self.directory = directory;
        Ok(())
    }

    /// When the user was authenticated, in seconds since the epoch, if the provider says so.
    #[must_use]
    pub fn auth_time(&self) -> Option<i64> {
        self.id_token.get("auth_time").and_then(Value::as_i64)
    }

    fn subject(&self) -> Result<&str, ProviderError> {
        let subject = self.id_token.get("sub").and_then(Value::as_str);
        subject.ok_or_else(|| ProviderError::new("its ID token has no subject"))
    }

    /// Who signed in by `method`, at a provider with this issuer.
    ///
    /// # Errors
    /// [`ProviderError`] for something that can't be kept.
    pub fn authentication(&self, method: &Method, issuer: &str, now: i64) -> Result<Authentication, ProviderError> {
        // A time that can't be is the nearest one that can: never a fresher one than the provider says.
        let auth_time = self.auth_time().map_or(now, |time| time.clamp(0, now));
        let texts = self.id_token.get("amr").and_then(Value::as_array).into_iter().flatten();
        let authentication = Authentication {
            subject: subject(&method.id, issuer, self.subject()?),
            method_id: method.id.clone(),
            auth_time,
            acr: self.id_token.get("acr").and_then(Value::as_str).map(str::to_owned),
            amr: texts.filter_map(Value::as_str).map(str::to_owned).collect(),
            context: mapping::apply(&method.mappings, &self.sources(), || self.usual()),
            stamp: method.stamp,
        };
        let texts = authentication.acr.iter().chain(&authentication.amr);
        if texts.into_iter().any(|text| text.contains('\0')) || has_nul(&authentication.context) {
            return Err(ProviderError::new("a claim has a NUL, which no database keeps"));
        }
        Ok(authentication)
    }

    /// What mappings choose from (ACP behaviour §8).
    fn sources(&self) -> Map<String, Value> {
        let mut sources = Map::new();
        let objects =
            [("id_token", &self.id_token), ("access_token", &self.access_token), ("userinfo", &self.userinfo)];
        for (name, claims) in objects {
            sources.insert(name.to_owned(), Value::Object(claims.clone()));
        }
        if let Some(user) = &self.directory.user {
            sources.insert("user".to_owned(), Value::Object(user.clone()));
        }
        if let Some(groups) = &self.directory.groups {
            sources.insert("groups".to_owned(), json!(groups));
        }
        sources
    }

    /// The context without mappings: what was verified best comes first.
    fn usual(&self) -> Map<String, Value> {
        let is_about_user = |(name, _): &(&String, &Value)| !OF_THE_PROTOCOL.contains(&name.as_str());
        let mut context = Map::new();
        if let Some(groups) = &self.directory.groups {
            context.insert("groups".to_owned(), json!(groups));
        }
        let nothing = Map::new();
        let user = self.directory.user.as_ref().unwrap_or(&nothing);
        for claims in [&self.id_token, &self.access_token, &self.userinfo, user] {
            for (name, value) in claims.iter().filter(is_about_user) {
                context.entry(name).or_insert_with(|| value.clone());
            }
        }
        context
    }
}

/// The user's subject here: the same at each sign-in, and never that of somebody who signs in by another method or at another provider, whatever names are given
/// out there.
#[must_use]
pub fn subject(method_id: &str, issuer: &str, upstream: &str) -> String {
    let mut digest = Digest::new(&SHA256);
    for part in [method_id, "\0", issuer, "\0", upstream] {
        digest.update(part.as_bytes());
    }
    URL_SAFE_NO_PAD.encode(digest.finish())
}

/// PostgreSQL's JSON can't hold it.
fn has_nul(object: &Map<String, Value>) -> bool {
    fn is_bad(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(items) => items.iter().any(is_bad),
            Value::Object(members) => has_nul(members),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
    object.iter().any(|(name, value)| name.contains('\0') || is_bad(value))
}
