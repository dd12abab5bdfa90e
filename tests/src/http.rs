//! Calls without the SDK, for what the SDK rightly can't say: wrong bodies, wrong tokens, odd paths.

use std::sync::OnceLock;

use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::observer;

/// The HTTP client of all tests. It keeps no connections: each test has a runtime of its own, and a connection doesn't
/// outlive the runtime that opened it.
///
/// # Panics
/// When it can't be built.
#[must_use]
pub fn client() -> reqwest::Client {
    static CLIENT: OnceLock<reqwest::Client> = OnceLock::new();
    let build = || {
        let builder = configure(reqwest::Client::builder()).redirect(reqwest::redirect::Policy::none());
        builder.build().expect("an HTTP client can be built")
    };
    CLIENT.get_or_init(build).clone()
}

/// The same for the SDK, which makes a client of its own.
pub fn configure(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder.pool_max_idle_per_host(0).no_proxy()
}

/// A request that is being put together.
#[derive(Clone, Debug)]
#[must_use]
pub struct Call {
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Vec<u8>,
    client: Option<reqwest::Client>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Vec<u8>,
    /// What was asked, for messages.
    asked: String,
}

impl Call {
    /// A call of an absolute URL, anonymous and without a body.
    pub fn new(method: Method, url: impl Into<String>) -> Self {
        Self { method, url: url.into(), headers: HeaderMap::new(), body: Vec::new(), client: None }
    }

    /// The same call of another path of the same server.
    ///
    /// # Panics
    /// When the URL isn't one.
    pub fn at(mut self, path: &str) -> Self {
        let scheme = self.url.find("://").expect("an absolute URL") + 3;
        let origin = self.url[scheme..].find('/').map_or(self.url.len(), |end| scheme + end);
        self.url.replace_range(origin.., path);
        self
    }

    /// The same call by another method.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// Goes by another HTTP client, such as one with another address.
    pub fn by(mut self, client: &reqwest::Client) -> Self {
        self.client = Some(client.clone());
        self
    }

    /// Carries this access token.
    pub fn bearer(self, token: &str) -> Self {
        self.header(AUTHORIZATION, &format!("Bearer {token}"))
    }

    /// Carries no credential.
    pub fn anonymous(mut self) -> Self {
        self.headers.remove(AUTHORIZATION);
        self
    }

    /// Sets a header in place of the one there was.
    ///
    /// # Panics
    /// When the value can't be one.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.insert(name, HeaderValue::from_str(value).expect("a header's value"));
        self
    }

    /// Sets a header beside those of its name that there are.
    ///
    /// # Panics
    /// When the value can't be one.
    pub fn also(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.append(name, HeaderValue::from_str(value).expect("a header's value"));
        self
    }

    /// Sends a JSON body.
    pub fn json(self, value: impl serde::Serialize) -> Self {
        let bytes = serde_json::to_vec(&value).unwrap_or_default();
        self.body("application/json", bytes)
    }

    /// The JSON body that it sends; null without one.
    #[must_use]
    pub fn json_body(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The fields of the form that it sends.
    #[must_use]
    pub fn form_fields(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(&self.body).into_owned().collect()
    }

    /// Sends bytes that are labelled so; an empty label is none.
    pub fn body(mut self, content_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.body = bytes.into();
        if content_type.is_empty() {
            self.headers.remove(CONTENT_TYPE);
            return self;
        }
        self.header(CONTENT_TYPE, content_type)
    }

    /// Sends more bytes behind those of its body, whatever they are labelled.
    pub fn longer(mut self, more: &[u8]) -> Self {
        self.body.extend_from_slice(more);
        self
    }

    /// Sends a form.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", form)
    }

    /// Authenticates a client (`client_secret_basic`, RFC 6749 §2.3.1).
    pub fn basic(self, id: &str, secret: &str) -> Self {
        use base64::Engine as _;
        let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encode(id), encode(secret));
        self.header(AUTHORIZATION, &format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair)))
    }

    /// The path, with the query.
    ///
    /// # Panics
    /// When the URL isn't one.
    #[must_use]
    pub fn path(&self) -> &str {
        let scheme = self.url.find("://").expect("an absolute URL") + 3;
        self.url[scheme..].find('/').map_or("", |at| &self.url[scheme + at..])
    }

    /// Sends it.
    ///
    /// # Panics
    /// When there is no answer, and when it contradicts the document.
    pub async fn send(self) -> Answer {
        let asked = format!("{} {}", self.method, self.url);
        let client = self.client.unwrap_or_else(client);
        let request = client.request(self.method, &self.url).headers(self.headers).body(self.body);
        let response = request.send().await.unwrap_or_else(|error| panic!("{asked}: {error:?}"));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await.unwrap_or_else(|error| panic!("{asked}: {error:?}")).into();
        let answer = Answer { status, headers, body, asked };
        observer::assert_answer_fits(answer.header("x-request-id"));
        answer
    }
}

impl Answer {
    /// This answer, if it has the status.
    ///
    /// # Panics
    /// If it hasn't.
    #[track_caller]
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status, status, "{} answered {}", self.asked, text.chars().take(2000).collect::<String>());
        self
    }

    /// The body.
    ///
    /// # Panics
    /// When it is no JSON.
    #[track_caller]
    #[must_use]
    pub fn json(&self) -> Value {
        self.parse()
    }

    /// The body as a type.
    ///
    /// # Panics
    /// When it isn't of that type.
    #[track_caller]
    #[must_use]
    pub fn parse<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| {
            panic!("{} answered {:?}: {error}", self.asked, String::from_utf8_lossy(&self.body))
        })
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value, empty when it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// All values of a header that may be repeated.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect()
    }

    /// Is it a success?
    #[must_use]
    pub fn is_success(&self) -> bool {
        StatusCode::from_u16(self.status).is_ok_and(|status| status.is_success())
    }
}
