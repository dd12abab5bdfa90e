//! Answers that may come as a signed JWT: userinfo, for clients that are registered so (OpenID Connect Core §5.3.2).

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256};
use aws_lc_rs::signature::{RsaPublicKeyComponents, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use progenitor_client::{ClientInfo as _, ResponseValue};
use reqwest::Response;
use reqwest::header::CONTENT_TYPE;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::answer::Answer;
use crate::error::{Error, place};
use crate::generated::Client;
use crate::jwk::Jwk;

/// Reads what the authorization server `aid` answers: JSON as it is, a JWT after its signature was checked with the
/// server's keys and its `iss` is the server's. What the JWT says besides is among the members of the answer. `aud` is always
/// there: which client it must be, and which user `sub`, only the caller knows (OpenID Connect Core §5.3.2).
pub(crate) async fn read<T: DeserializeOwned>(
    client: &Client,
    tid: String,
    aid: String,
    answered: impl Future<Output = Result<Response, Error>>,
) -> Result<ResponseValue<T>, Error> {
    let session = client.inner();
    let deadline = session.deadline();
    let response = answered.await?;
    let answered_at = session.transport().now();
    let (status, headers) = (response.status(), response.headers().clone());
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    let answer = Answer::head(&response);
    let body = match response.bytes().await {
        Ok(body) => body,
        Err(error) => return Err(Error::broke_off(error, answer)),
    };
    let answer = answer.with_body(body.clone());
    let unreadable = |error: &serde_json::Error| Error::unreadable(place(error), answer.clone());
    let refused = |why: &str| Error::unreadable(why, answer.clone());
    if !media_type.eq_ignore_ascii_case("application/jwt") {
        let read = serde_json::from_slice(&body).map_err(|error| unreadable(&error))?;
        return Ok(ResponseValue::new(read, status, headers));
    }
    let token = Compact::parse(&body).ok_or_else(|| refused("it is no signed JWT"))?;
    let server = (tid, aid);
    let mut set = session.keys().of(client, &server, deadline).await?;
    if !token.names_one_of(&set.keys) {
        let newer = session.keys().newer_than(&set, answered_at, client, &server, deadline).await?;
        set = newer.unwrap_or(set);
    }
    if !set.keys.iter().any(|key| token.is_signed_by(key)) {
        return Err(refused("it is signed by none of the authorization server's keys"));
    }
    let claims: Value = serde_json::from_slice(&token.payload).map_err(|error| unreadable(&error))?;
    if claims["iss"] != set.issuer.as_str() {
        return Err(refused("it was not made by the authorization server"));
    }
    if !names_an_audience(&claims["aud"]) {
        return Err(refused("it doesn't say which client it is for"));
    }
    let read = serde_json::from_value(claims).map_err(|error| unreadable(&error))?;
    Ok(ResponseValue::new(read, status, headers))
}

/// A JWT taken apart (RFC 7515 §7.1), its signature not yet checked.
struct Compact<'a> {
    header: Header,
    payload: Vec<u8>,
    signed: &'a [u8],
    signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    /// Extensions that must be understood; none is.
    crit: Option<Value>,
}

impl<'a> Compact<'a> {
    fn parse(token: &'a [u8]) -> Option<Self> {
        let (signed, signature) = std::str::from_utf8(token).ok()?.trim().rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        let header: Header = serde_json::from_slice(&decode(header)?).ok()?;
        // RFC 8725 §3.11: what was signed for another use, such as an access token, says so here.
        let is_other = header.typ.as_deref().is_some_and(|kind| !kind.eq_ignore_ascii_case("JWT"));
        if header.crit.is_some() || is_other {
            return None;
        }
        Some(Self { header, payload: decode(payload)?, signed: signed.as_bytes(), signature: decode(signature)? })
    }

    /// Whether the key that it names is one of these; without a name, whether one of these made the signature.
    fn names_one_of(&self, keys: &[Jwk]) -> bool {
        match self.header.kid.as_deref() {
            Some(kid) => keys.iter().any(|key| key.get("kid").and_then(Value::as_str) == Some(kid)),
            None => keys.iter().any(|key| self.is_signed_by(key)),
        }
    }

    /// Whether this key made the signature. Of the algorithms there are those that the server signs with.
    fn is_signed_by(&self, key: &Jwk) -> bool {
        let text = |member: &str| key.get(member).and_then(Value::as_str);
        let bytes = |member: &str| text(member).and_then(decode).unwrap_or_default();
        let is_meant = (self.header.kid.is_none() || text("kid") == self.header.kid.as_deref())
            && text("use").is_none_or(|purpose| purpose == "sig")
            && text("alg").is_none_or(|algorithm| algorithm == self.header.alg);
        let (signed, signature) = (self.signed, &*self.signature);
        is_meant
            && match (self.header.alg.as_str(), text("kty"), text("crv")) {
                // RFC 7518 §6.3.1
                ("RS256", Some("RSA"), _) => RsaPublicKeyComponents { n: bytes("n"), e: bytes("e") }
                    .verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
                    .is_ok(),
                // RFC 7518 §6.2.1: both coordinates in full length, which make an uncompressed point.
                ("ES256", Some("EC"), Some("P-256")) => {
                    let point = [vec![4], bytes("x"), bytes("y")].concat();
                    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature).is_ok()
                }
                // RFC 8037 §2
                ("EdDSA", Some("OKP"), Some("Ed25519")) => {
                    UnparsedPublicKey::new(&ED25519, bytes("x")).verify(signed, signature).is_ok()
                }
                _ => false,
            }
    }
}

/// RFC 7519 §4.1.3: one audience, or a list of them.
fn names_an_audience(aud: &Value) -> bool {
    let is_name = |value: &Value| value.as_str().is_some_and(|name| !name.is_empty());
    is_name(aud) || aud.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(is_name))
}

fn decode(part: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}
