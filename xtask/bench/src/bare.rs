//! The yardstick: a dropshot server that does nothing.
//!
//! It runs with dropshot's own defaults and the cheapest logger, as the real server does, so a ratio to it is the price
//! of the control plane's own work. `/bytes/{name}` answers exactly the bytes that the real server answered to one
//! request, so that neither side is charged for a longer body.

use std::collections::HashMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dropshot::{
    ApiDescription, Body, ConfigDropshot, HttpError, HttpResponseOk, RequestContext, ServerBuilder, TypedBody,
    UntypedBody, endpoint,
};
use http::Response;
use http::header::CONTENT_TYPE;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::http::Answer;

/// Answers to be repeated, by name: the parent's hand-over to the server process.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Answers(HashMap<String, Recorded>);

#[derive(Debug, Deserialize, Serialize)]
struct Recorded {
    content_type: String,
    body_base64: String,
}

impl Answers {
    /// Remembers an answer of the real server.
    pub(crate) fn record(&mut self, name: &str, answer: &Answer) {
        let recorded =
            Recorded { content_type: answer.content_type.clone(), body_base64: STANDARD.encode(&answer.body) };
        self.0.insert(name.to_owned(), recorded);
    }

    /// Writes the hand-over file.
    pub(crate) fn write(&self, file: &Path) -> crate::Result<()> {
        std::fs::write(file, serde_json::to_vec(self)?).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(())
    }
}

struct Context {
    answers: HashMap<String, (String, Vec<u8>)>,
}

#[derive(Serialize, JsonSchema)]
struct Greeting {
    hello: &'static str,
}

#[derive(Deserialize, JsonSchema)]
struct Name {
    name: String,
}

#[derive(Deserialize, JsonSchema)]
struct Form {
    token: String,
}

#[derive(Serialize, JsonSchema)]
struct Received {
    length: usize,
}

/// The request whose time is `c`.
#[endpoint { method = GET, path = "/bare" }]
async fn bare(_: RequestContext<Context>) -> Result<HttpResponseOk<Greeting>, HttpError> {
    Ok(HttpResponseOk(Greeting { hello: "world" }))
}

/// What reading a small form costs before anything is done with it.
#[endpoint { method = POST, path = "/form", content_type = "application/x-www-form-urlencoded" }]
async fn form(_: RequestContext<Context>, body: TypedBody<Form>) -> Result<HttpResponseOk<Received>, HttpError> {
    Ok(HttpResponseOk(Received { length: body.into_inner().token.len() }))
}

/// A real answer, repeated.
#[endpoint { method = GET, path = "/bytes/{name}" }]
async fn bytes(request: RequestContext<Context>, path: dropshot::Path<Name>) -> Result<Response<Body>, HttpError> {
    bytes_of(&request, &path.into_inner().name)
}

/// The same behind a body that is read and not looked at.
#[endpoint { method = POST, path = "/bytes/{name}" }]
async fn bytes_after(
    request: RequestContext<Context>,
    path: dropshot::Path<Name>,
    body: UntypedBody,
) -> Result<Response<Body>, HttpError> {
    std::hint::black_box(body.as_bytes());
    bytes_of(&request, &path.into_inner().name)
}

fn bytes_of(request: &RequestContext<Context>, name: &str) -> Result<Response<Body>, HttpError> {
    let (content_type, body) = request
        .context()
        .answers
        .get(name)
        .ok_or_else(|| HttpError::for_not_found(None, "no such recorded answer".to_owned()))?;
    Ok(Response::builder().header(CONTENT_TYPE, content_type).body(Body::from(body.clone()))?)
}

/// Serves on a free loopback port until the parent ends the process; says where in the ready line of the real server.
pub(crate) fn serve(answers: &Path) -> crate::Result<()> {
    let Answers(recorded) = serde_json::from_slice(&std::fs::read(answers)?)?;
    let answers = recorded
        .into_iter()
        .map(|(name, recorded)| Ok((name, (recorded.content_type, STANDARD.decode(recorded.body_base64)?))))
        .collect::<crate::Result<HashMap<_, _>>>()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let mut api = ApiDescription::new();
        api.register(bare)?;
        api.register(form)?;
        api.register(bytes)?;
        api.register(bytes_after)?;
        let log = slog::Logger::root(slog::Discard, slog::o!());
        let config = ConfigDropshot {
            bind_address: ([127, 0, 0, 1], 0).into(),
            // A token in a form can be longer than dropshot's default of 1 KiB.
            default_request_body_max_bytes: 64 * 1024,
            ..ConfigDropshot::default()
        };
        let server = ServerBuilder::new(api, Context { answers }, log).config(config).start()?;
        let url = format!("http://{}", server.local_addr());
        println!("{}", serde_json::json!({ "ready": true, "url": url, "control": url }));
        server.await.map_err(Into::into)
    })
}
