//! The parameters of an authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1), read and checked one by one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::edge::{FormFields, Rejection, json};
use crate::oauth::authorize::proof_key;
use crate::oauth::authorize::response::ResponseMode;
use crate::oauth::authorize::way_back::WayBack;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::issue::claims::ClaimsRequest;

/// The longest value of a parameter that is kept, in bytes.
const LONGEST: usize = 4096;
/// Most bytes of a request, as it is kept.
const LARGEST: usize = 32 * 1024;
/// The longest `state` and `nonce`: they come back in URLs and tokens.
const LONGEST_ECHO: usize = 2048;
/// The most resources and scopes of one request.
const MOST: usize = 64;

/// An authorization request, checked as far as it can be by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuthorizationRequest {
    /// Who asks.
    pub client_id: String,
    /// Where the answer goes: one of the registered URIs.
    pub redirect_uri: String,
    /// The request named it; else it is the only one registered.
    pub redirect_uri_given: bool,
    /// What is asked for.
    pub response_type: ResponseType,
    /// How the answer is carried.
    pub response_mode: ResponseMode,
    /// Scopes, each once, in the order asked for.
    pub scopes: Vec<String>,
    /// Comes back with the answer.
    pub state: Option<String>,
    /// Comes back in the ID token.
    pub nonce: Option<String>,
    /// Of S256.
    pub code_challenge: Option<String>,
    /// What the user must, or mustn't, be asked.
    pub prompt: Vec<Prompt>,
    /// Seconds that the last sign-in may be ago.
    pub max_age: Option<i64>,
    /// The name that the user may want to sign in with.
    pub login_hint: Option<String>,
    /// Who must be signed in: the `sub` of an ID token that this server gave the client.
    pub expected_sub: Option<String>,
    /// Authentication context classes, best first.
    pub acr_values: Vec<String>,
    /// Claims asked for by name.
    pub claims: Option<ClaimsRequest>,
    /// Languages that the user reads, best first.
    pub ui_locales: Option<String>,
    /// Resources that tokens are to be for (RFC 8707).
    pub resources: Vec<String>,
    /// The device authorization that it is about (RFC 8628): the answer goes to the device, and the user stays here.
    pub device: Option<String>,
}

impl AuthorizationRequest {
    /// What the server itself asks of whoever wants to see a page of its [account page](crate::oauth::account): to have signed in at most `max_age` seconds ago.
    #[must_use]
    pub fn of_account(page: String, max_age: Option<i64>) -> Self {
        Self { redirect_uri: page, response_mode: ResponseMode::Account, max_age, ..Self::default() }
    }

    /// Does the server itself ask, for its account page? Then there is no client, and nothing is granted.
    #[must_use]
    pub fn is_of_account(&self) -> bool {
        self.response_mode == ResponseMode::Account
    }
}

/// `response_type`: some of three words, in any order (OAuth 2.0 Multiple Response Types).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseType {
    /// `code`.
    pub code: bool,
    /// `token`.
    pub token: bool,
    /// `id_token`.
    pub id_token: bool,
}

impl ResponseType {
    /// Reads the parameter; `None` for an unknown or a repeated word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parsed = Self::default();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let flag = match word {
                "code" => &mut parsed.code,
                "token" => &mut parsed.token,
                "id_token" => &mut parsed.id_token,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
        }
        (parsed != Self::default()).then_some(parsed)
    }

    /// The refusal of one that isn't offered.
    #[must_use]
    pub fn unsupported() -> Unacceptable {
        let message = "this authorization server does not offer this response_type";
        Unacceptable::with("unsupported_response_type", message)
    }

    /// Its words, as clients are registered with them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        [(self.code, "code"), (self.token, "token"), (self.id_token, "id_token")]
            .into_iter()
            .filter_map(|(asked, word)| asked.then_some(word))
    }

    /// Do tokens leave the authorization endpoint? Then never in a query (OAuth 2.0 Multiple Response Types §3).
    #[must_use]
    pub fn is_front_channel(self) -> bool {
        self.token || self.id_token
    }
}

/// `prompt` (OpenID Connect Core §3.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prompt {
    /// Show nothing.
    None,
    /// Sign in again.
    Login,
    /// Ask for consent again.
    Consent,
    /// Let the user choose an account; here, sign in again.
    SelectAccount,
}

/// A parameter that can't be taken: the `error` to answer and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unacceptable {
    /// `invalid_request` or another code.
    pub error: &'static str,
    /// What to do about it, for developers.
    pub description: String,
}

impl Unacceptable {
    /// With the code `invalid_request`.
    pub fn new(description: impl Into<String>) -> Self {
        Self { error: "invalid_request", description: description.into() }
    }

    /// With another code.
    pub fn with(error: &'static str, description: impl Into<String>) -> Self {
        Self { error, description: description.into() }
    }
}

impl From<Rejection> for Unacceptable {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Query { field, message } | Rejection::Field { field, message, .. } => {
                Self::new(format!("{field} {message}"))
            }
            Rejection::Malformed { message } => Self::new(message),
            _ => Self::new("the request is malformed"),
        }
    }
}

/// What is wrong with the way back is shown to the user, in the words of RFC 6749.
impl From<Unacceptable> for PageError {
    fn from(unacceptable: Unacceptable) -> Self {
        Self::bad_request(unacceptable.error, unacceptable.description)
    }
}

impl AuthorizationRequest {
    /// All of it together: it is kept while its user signs in.
    ///
    /// # Errors
    /// When it is too much.
    pub fn check_size(&self) -> Result<(), Unacceptable> {
        match serde_json::to_vec(self) {
            Ok(json) if json.len() <= LARGEST => Ok(()),
            _ => Err(Unacceptable::new(format!("the request must have at most {LARGEST} bytes in all"))),
        }
    }
}

/// The parameters as they came: from the query or the form, and those of a request object over them.
#[derive(Default)]
pub struct Parameters {
    values: BTreeMap<String, Vec<String>>,
    /// Those that came in a request object, with what isn't text.
    object: serde_json::Map<String, Value>,
}

/// Those that are read; others are ignored (RFC 6749 §3.1).
const KNOWN: [&str; 21] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "response_mode",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "prompt",
    "max_age",
    "login_hint",
    "id_token_hint",
    "acr_values",
    "claims",
    "ui_locales",
    "display",
    "resource",
    "request",
    "request_uri",
    "registration",
];

impl Parameters {
    /// Takes what is known out of a query or a form.
    #[must_use]
    pub fn of(fields: &FormFields<'_>) -> Self {
        let taken = KNOWN.iter().filter_map(|name| {
            let values: Vec<String> = fields.all(name).map(str::to_owned).collect();
            (!values.is_empty()).then(|| ((*name).to_owned(), values))
        });
        Self { values: taken.collect(), object: serde_json::Map::new() }
    }

    /// Puts the claims of a request object over the parameters (OpenID Connect Core §6.3.3).
    pub fn put_over(&mut self, object: serde_json::Map<String, Value>) {
        self.values.remove("request");
        self.values.remove("request_uri");
        for name in object.keys() {
            self.values.remove(name);
        }
        self.object = object;
    }

    /// A parameter that may come once (security assertion 15).
    ///
    /// # Errors
    /// When it comes twice, is too long, or isn't text in the request object.
    pub fn single(&self, name: &str) -> Result<Option<String>, Unacceptable> {
        let value = match self.object.get(name) {
            None | Some(Value::Null) => match self.values.get(name).map(Vec::as_slice) {
                None | Some([]) => return Ok(None),
                Some([value]) => value.clone(),
                Some(_) => return Err(Unacceptable::new(format!("{name} must not be repeated"))),
            },
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            // OpenID Connect Core §6.1: `claims` is an object there.
            Some(Value::Object(object)) if name == "claims" => Value::Object(object.clone()).to_string(),
            Some(_) => return Err(Unacceptable::new(format!("{name} must be text"))),
        };
        // A form has none; in a request object it can be written.
        if value.contains('\0') {
            return Err(Unacceptable::new(format!("{name} must not contain a NUL")));
        }
        // The tokens of hints and request objects have limits of their own.
        if value.len() > LONGEST && !matches!(name, "id_token_hint" | "request") {
            return Err(Unacceptable::new(format!("{name} must have at most {LONGEST} bytes")));
        }
        Ok(Some(value).filter(|value| !value.is_empty()))
    }

    fn list(&self, name: &str) -> Result<Vec<String>, Unacceptable> {
        let Some(text) = self.single(name)? else { return Ok(Vec::new()) };
        let mut words: Vec<String> = Vec::new();
        for word in text.split_ascii_whitespace() {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        if words.len() > MOST {
            return Err(Unacceptable::new(format!("{name} must have at most {MOST} values")));
        }
        Ok(words)
    }

    /// RFC 8707 §2: may be repeated.
    fn resources(&self) -> Result<Vec<String>, Unacceptable> {
        // What can't be read isn't what was never asked for: the token would be for more than that.
        let malformed = || Unacceptable::with("invalid_target", "resource must be text, or a list of texts");
        let resources: Vec<String> = match self.object.get("resource") {
            Some(Value::String(one)) => vec![one.clone()],
            Some(Value::Array(many)) => {
                let texts = many.iter().map(|one| one.as_str().map(str::to_owned)).collect::<Option<_>>();
                texts.ok_or_else(malformed)?
            }
            None | Some(Value::Null) => self.values.get("resource").cloned().unwrap_or_default(),
            Some(_) => return Err(malformed()),
        };
        if resources.len() > MOST
            || resources.iter().any(|resource| resource.len() > LONGEST || resource.contains('\0'))
        {
            return Err(Unacceptable::with(
                "invalid_target",
                "these are too many or too long resources, or no resources",
            ));
        }
        Ok(resources)
    }

    /// What is asked for. Read once: the way back depends on it, and so does whether there is anything to send back.
    ///
    /// # Errors
    /// When there is none, or one that nobody offers.
    pub fn response_type(&self) -> Result<ResponseType, Unacceptable> {
        let text = self.single("response_type")?.ok_or_else(|| Unacceptable::new("response_type is required"))?;
        ResponseType::parse(&text).ok_or_else(ResponseType::unsupported)
    }

    /// How the answer is to be carried, if the request says so.
    ///
    /// # Errors
    /// When that is in none of the ways.
    pub fn response_mode(&self) -> Result<Option<ResponseMode>, Unacceptable> {
        let Some(text) = self.single("response_mode")? else { return Ok(None) };
        let unknown = || Unacceptable::new("response_mode is none of query, fragment, form_post");
        ResponseMode::parse(&text).map(Some).ok_or_else(unknown)
    }

    /// The request, as far as it can be checked by itself.
    ///
    /// # Errors
    /// The first parameter that can't be taken.
    pub fn authorization(
        &self,
        client_id: &str,
        way_back: &WayBack,
        response_type: Result<ResponseType, Unacceptable>,
    ) -> Result<AuthorizationRequest, Unacceptable> {
        self.check_passed_over()?;
        let request = AuthorizationRequest {
            client_id: client_id.to_owned(),
            redirect_uri: way_back.redirect_uri().to_owned(),
            redirect_uri_given: self.single("redirect_uri")?.is_some(),
            response_mode: way_back.mode(),
            scopes: self.list("scope")?,
            state: self.echo("state")?,
            nonce: self.echo("nonce")?,
            code_challenge: self.code_challenge()?,
            prompt: self.prompt()?,
            max_age: self.max_age()?,
            login_hint: self.single("login_hint")?,
            acr_values: self.list("acr_values")?,
            ui_locales: self.single("ui_locales")?,
            claims: self.claims()?,
            resources: self.resources()?,
            response_type: response_type?,
            expected_sub: None,
            device: None,
        };
        request.check_size()?;
        Ok(request)
    }

    /// What has no effect must be well-formed.
    fn check_passed_over(&self) -> Result<(), Unacceptable> {
        // OpenID Connect Core §3.1.2.1: all four look the same here, since the pages fit any window.
        if let Some(display) = self.single("display")?
            && !["page", "popup", "touch", "wap"].contains(&display.as_str())
        {
            return Err(Unacceptable::new("display is none of page, popup, touch, wap"));
        }
        if self.single("registration")?.is_some() {
            return Err(Unacceptable::with("registration_not_supported", "registration is not supported"));
        }
        Ok(())
    }

    /// What comes back to the client must come back whole.
    fn echo(&self, name: &str) -> Result<Option<String>, Unacceptable> {
        match self.single(name)? {
            Some(value) if value.len() > LONGEST_ECHO => {
                Err(Unacceptable::new(format!("{name} must have at most {LONGEST_ECHO} bytes")))
            }
            value => Ok(value),
        }
    }

    /// RFC 7636 §4.3; without a method it would be `plain`.
    fn code_challenge(&self) -> Result<Option<String>, Unacceptable> {
        let challenge = self.single("code_challenge")?;
        match (challenge, self.single("code_challenge_method")?.as_deref()) {
            (None, None) => Ok(None),
            (Some(challenge), Some(proof_key::METHOD)) if proof_key::is_challenge(&challenge) => Ok(Some(challenge)),
            (Some(_), Some(proof_key::METHOD)) => Err(Unacceptable::new("code_challenge is malformed")),
            (None, Some(_)) => Err(Unacceptable::new("code_challenge is missing")),
            (Some(_), _) => Err(Unacceptable::new("code_challenge_method must be S256")),
        }
    }

    fn prompt(&self) -> Result<Vec<Prompt>, Unacceptable> {
        let words = self.list("prompt")?;
        let known = |word: &String| match word.as_str() {
            "none" => Ok(Prompt::None),
            "login" => Ok(Prompt::Login),
            "consent" => Ok(Prompt::Consent),
            "select_account" => Ok(Prompt::SelectAccount),
            _ => Err(Unacceptable::new("prompt is none of none, login, consent, select_account")),
        };
        let prompt: Vec<Prompt> = words.iter().map(known).collect::<Result<_, _>>()?;
        if prompt.contains(&Prompt::None) && prompt.len() > 1 {
            return Err(Unacceptable::new("prompt=none can't have anything beside it"));
        }
        Ok(prompt)
    }

    fn max_age(&self) -> Result<Option<i64>, Unacceptable> {
        let Some(text) = self.single("max_age")? else { return Ok(None) };
        let seconds = text.parse().ok().filter(|seconds: &i64| *seconds >= 0);
        seconds.map(Some).ok_or_else(|| Unacceptable::new("max_age must be a number of seconds"))
    }

    fn claims(&self) -> Result<Option<ClaimsRequest>, Unacceptable> {
        let Some(text) = self.single("claims")? else { return Ok(None) };
        let malformed = |_| Unacceptable::new("claims is malformed");
        // An object first: a list would do for a type with named members as well.
        let object: serde_json::Map<String, Value> = json::read(text.as_bytes()).map_err(malformed)?;
        serde_json::from_value(Value::Object(object)).map(Some).map_err(malformed)
    }
}
