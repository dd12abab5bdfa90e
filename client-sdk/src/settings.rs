//! Clients whose settings stand outside of the program.

use std::ffi::OsString;
use std::path::Path;

use serde_json::{Map, Value};

use crate::client::{Client, ClientBuilder};
use crate::credentials::Credentials;
use crate::discovery::parse_url;
use crate::error::{Error, place};
use crate::signing_key::SigningKey;

const URL: &str = "AUTHPLANE_URL";
const CLIENT_ID: &str = "AUTHPLANE_CLIENT_ID";
const CLIENT_SECRET: &str = "AUTHPLANE_CLIENT_SECRET";
const CLIENT_KEY_FILE: &str = "AUTHPLANE_CLIENT_KEY_FILE";
const TOKEN: &str = "AUTHPLANE_TOKEN";
const ISSUER: &str = "AUTHPLANE_ISSUER";
const TENANT: &str = "AUTHPLANE_TENANT";

/// See [`ClientBuilder::from_env`].
///
/// # Errors
/// [`Error::Configuration`].
pub(crate) fn from_variables(read: impl Fn(&str) -> Option<OsString>) -> Result<ClientBuilder, Error> {
    let value = |name: &str| match read(name).filter(|value| !value.is_empty()).map(OsString::into_string) {
        None => Ok(None),
        Some(Ok(text)) => Ok(Some(text)),
        Some(Err(_)) => Err(Error::Configuration(format!("{name} is not UTF-8"))),
    };
    let url = value(URL)?.ok_or_else(|| missing(URL))?;
    parse_url(&url, URL)?;
    let builder = Client::builder(url);

    let (token, id) = (value(TOKEN)?, value(CLIENT_ID)?);
    let (secret, key_file) = (value(CLIENT_SECRET)?, value(CLIENT_KEY_FILE)?);
    let builder = match (token, id, secret, key_file) {
        (Some(token), None, None, None) => builder.access_token(token),
        (Some(_), Some(_), ..) => return Err(contradiction(TOKEN, CLIENT_ID)),
        (Some(_), None, Some(_), _) => return Err(contradiction(TOKEN, CLIENT_SECRET)),
        (Some(_), None, None, Some(_)) => return Err(contradiction(TOKEN, CLIENT_KEY_FILE)),
        (None, Some(_), Some(_), Some(_)) => return Err(contradiction(CLIENT_SECRET, CLIENT_KEY_FILE)),
        (None, Some(id), Some(secret), None) => builder.client_credentials(id, secret),
        (None, Some(id), None, Some(file)) => builder.credentials(Credentials::private_key_jwt(id, key(&file)?)),
        (None, Some(_), None, None) => return Err(missing(&format!("{CLIENT_SECRET} (or {CLIENT_KEY_FILE})"))),
        (None, None, Some(_), _) | (None, None, _, Some(_)) => return Err(missing(CLIENT_ID)),
        (None, None, None, None) => return Err(missing(&format!("{CLIENT_ID} (or {TOKEN})"))),
    };
    match (value(ISSUER)?, value(TENANT)?) {
        (Some(_), Some(_)) => Err(contradiction(ISSUER, TENANT)),
        (Some(issuer), None) => parse_url(&issuer, ISSUER).map(|_| builder.issuer(issuer)),
        (None, Some(tenant)) => Ok(builder.tenant(tenant)),
        (None, None) => Ok(builder),
    }
}

fn missing(name: &str) -> Error {
    Error::Configuration(format!("{name} is not set"))
}

fn contradiction(one: &str, other: &str) -> Error {
    Error::Configuration(format!("{one} and {other} are both set; one of them has to go"))
}

/// The key that [`CLIENT_KEY_FILE`] names; the file's own name is the variable's value.
fn key(file: &str) -> Result<SigningKey, Error> {
    let unreadable = |error| Error::Configuration(format!("the file of {CLIENT_KEY_FILE} can't be read: {error}"));
    let text = std::fs::read_to_string(file).map_err(unreadable)?;
    let key =
        if text.trim_start().starts_with('{') { SigningKey::from_jwk(&text) } else { SigningKey::from_pem(&text) };
    key.map_err(|error| Error::Configuration(format!("the file of {CLIENT_KEY_FILE}: {error}")))
}

/// See [`ClientBuilder::from_file`].
///
/// # Errors
/// [`Error::Configuration`].
pub(crate) fn from_file(path: &Path) -> Result<ClientBuilder, Error> {
    let unusable = |reason: String| Error::Configuration(format!("{}: {reason}", path.display()));
    let text = std::fs::read(path).map_err(|error| unusable(error.to_string()))?;
    // Not with serde's message, which may quote the secret.
    let mut file: Map<String, Value> = serde_json::from_slice(&text)
        .map_err(|error| unusable(format!("it is no credentials file: {}", place(&error))))?;
    let mut member = |name: &str| match file.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(unusable(format!("it is no credentials file: `{name}` is not a text"))),
        None => Err(unusable(format!("it is no credentials file: `{name}` is missing"))),
    };
    let builder = Client::builder(member("control_url")?).issuer(member("issuer")?);
    Ok(builder.client_credentials(member("client_id")?, member("client_secret")?))
}
