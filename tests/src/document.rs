//! The canonical OpenAPI document, as the tests read it: from the file that everybody's SDK is made of.

use std::path::Path;
use std::sync::OnceLock;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use crate::schema;

/// The document.
#[derive(Debug)]
pub struct Document(Value);

/// One operation of it.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'a> {
    root: &'a Value,
    /// `operationId`.
    pub id: &'a str,
    /// Method in capitals.
    pub method: Method<'a>,
    /// Path with its variables in braces.
    pub path: &'a str,
    /// The operation object.
    pub object: &'a Value,
}

/// A family of management operations: whose tokens count, and in which words one is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// ACP's admin API.
    AcpAdmin,
    /// ACP's developer API.
    AcpDeveloper,
    /// ACP's system API of a tenant.
    AcpSystem,
    /// ACP's system API of the installation.
    AcpSetup,
    /// Logto's management API.
    Logto,
    /// PrivX's local user store.
    LocalUserStore,
}

/// A method as the document writes it, shown in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Method<'a>(pub &'a str);

impl std::fmt::Display for Method<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0.to_ascii_uppercase())
    }
}

impl Document {
    /// The document of `openapi/authplane.json`, read once.
    ///
    /// # Panics
    /// When it isn't there or is no JSON.
    #[must_use]
    pub fn canonical() -> &'static Self {
        static DOCUMENT: OnceLock<Document> = OnceLock::new();
        DOCUMENT.get_or_init(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/authplane.json");
            let text = std::fs::read(&path).unwrap_or_else(|error| {
                panic!("{}: {error}; `cargo xtask generate` writes it", path.display());
            });
            Self(serde_json::from_slice(&text).expect("the document is JSON"))
        })
    }

    /// A document made by a test.
    #[must_use]
    pub fn of(value: Value) -> Self {
        Self(value)
    }

    /// The whole document.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.0
    }

    /// Its operations by path and method.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        let paths = self.0["paths"].as_object().into_iter().flatten();
        paths.flat_map(move |(path, item)| {
            item.as_object().into_iter().flatten().filter_map(move |(method, object)| {
                let id = object.get("operationId")?.as_str()?;
                Some(Operation { root: &self.0, id, method: Method(method), path, object })
            })
        })
    }

    /// The operation of this id.
    #[must_use]
    pub fn operation(&self, id: &str) -> Option<Operation<'_>> {
        self.operations().find(|operation| operation.id == id)
    }

    /// A schema of `components`.
    #[must_use]
    pub fn schema(&self, name: &str) -> Option<&Value> {
        self.0["components"]["schemas"].get(name)
    }
}

impl<'a> Operation<'a> {
    /// The management API that it belongs to; none for the protocol surface.
    #[must_use]
    pub fn family(&self) -> Option<Family> {
        let families = [
            ("/api/admin/", Family::AcpAdmin),
            ("/api/developer/", Family::AcpDeveloper),
            ("/api/system/configuration", Family::AcpSetup),
            ("/api/system/tenants", Family::AcpSetup),
            ("/api/system/", Family::AcpSystem),
            ("/api/", Family::Logto),
            ("/local-user-store/", Family::LocalUserStore),
        ];
        families.into_iter().find(|(prefix, _)| self.path.starts_with(prefix)).map(|(_, family)| family)
    }

    /// Its responses by status, where a whole class is written as `5XX`; most are references to a shared one.
    #[must_use]
    pub fn responses(&self) -> &'a Map<String, Value> {
        static NONE: OnceLock<Map<String, Value>> = OnceLock::new();
        self.object["responses"].as_object().unwrap_or_else(|| NONE.get_or_init(Map::new))
    }

    /// Under which key a status is declared, if it is: exactly, or as one of a class.
    #[must_use]
    pub fn declared(&self, status: u16) -> Option<&'a str> {
        let responses = self.responses();
        [status.to_string(), format!("{}XX", status / 100)]
            .iter()
            .find_map(|key| responses.get_key_value(key).map(|(key, _)| key.as_str()))
    }

    /// The parameter of this name and place.
    #[must_use]
    pub fn parameter(&self, name: &str, place: &str) -> Option<&'a Value> {
        let parameters = self.object["parameters"].as_array()?;
        parameters.iter().find(|parameter| parameter["name"] == name && parameter["in"] == place)
    }

    /// Media type of the body that it takes.
    #[must_use]
    pub fn request_type(&self) -> Option<&'a str> {
        self.object.get("requestBody")?["content"].as_object()?.keys().next().map(String::as_str)
    }

    /// Every body that goes in or comes out, with what it is: `request` or its response's key, and its media type.
    pub fn bodies(&self) -> impl Iterator<Item = (String, &'a Value)> {
        let request = self.object.get("requestBody").map(|body| ("request", body));
        let responses =
            self.responses().iter().map(|(key, response)| (key.as_str(), schema::resolve(self.root, response)));
        request.into_iter().chain(responses).flat_map(|(name, body)| {
            let content = body.get("content").and_then(Value::as_object).into_iter().flatten();
            content.map(move |(media_type, body)| (format!("{name} {media_type}"), body))
        })
    }

    /// Schema of the body that it takes, and whether it is required.
    #[must_use]
    pub fn request(&self) -> Option<(&'a Value, bool)> {
        let body = self.object.get("requestBody")?;
        let content = body["content"].as_object()?.values().next()?;
        Some((&content["schema"], body["required"] == true))
    }

    /// Schema of the JSON body of a response, named by its key; `None` when it has no body.
    #[must_use]
    pub fn response_schema(&self, key: &str) -> Option<&'a Value> {
        schema::resolve(self.root, self.responses().get(key)?)
            .get("content")?
            .as_object()?
            .values()
            .next()?
            .get("schema")
    }

    /// Scopes of which one is enough, besides none; empty for a public operation.
    pub fn scopes(&self) -> impl Iterator<Item = &'a str> {
        let requirements = self.object["security"].as_array().into_iter().flatten();
        let schemes = requirements.flat_map(|requirement| requirement.as_object().into_iter().flatten());
        schemes.flat_map(|(_, scopes)| scopes.as_array().into_iter().flatten().filter_map(Value::as_str))
    }

    /// Names of the security schemes of which one is enough.
    pub fn schemes(&self) -> impl Iterator<Item = &'a str> {
        let requirements = self.object["security"].as_array().into_iter().flatten();
        requirements
            .flat_map(|requirement| requirement.as_object().into_iter().flatten().map(|(name, _)| name.as_str()))
    }

    /// Everything in which an answer contradicts the document.
    #[must_use]
    pub fn problems(&self, status: u16, headers: &HeaderMap, body: &[u8]) -> Vec<String> {
        let Some(key) = self.declared(status) else {
            return vec![format!("status {status} is not declared; the body was {}", String::from_utf8_lossy(body))];
        };
        let response = schema::resolve(self.root, &self.responses()[key]);
        let mut problems = self.missing_headers(response, headers);
        let content = response.get("content").and_then(Value::as_object);
        let Some(content) = content.filter(|content| !content.is_empty()) else {
            if !body.is_empty() {
                problems.push(format!("a body where none is declared: {}", String::from_utf8_lossy(body)));
            }
            return problems;
        };
        let sent = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let media_type = sent.split(';').next().unwrap_or_default().trim();
        let Some(declared) = content.get(media_type) else {
            problems
                .push(format!("content type {sent:?} is not declared, {:?} is", content.keys().collect::<Vec<_>>()));
            return problems;
        };
        if media_type == "application/x-ndjson" {
            let lines = body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
            let unreadable = lines.filter_map(|line| serde_json::from_slice::<serde::de::IgnoredAny>(line).err());
            problems.extend(unreadable.map(|error| format!("a line is no JSON: {error}")));
        } else if media_type.ends_with("json") {
            match serde_json::from_slice(body) {
                Ok(value) => problems.extend(schema::problems(self.root, &declared["schema"], &value)),
                Err(error) => problems.push(format!("the body is no JSON: {error}")),
            }
        }
        problems
    }

    /// Headers that the response always carries and this answer doesn't.
    fn missing_headers(&self, response: &Value, headers: &HeaderMap) -> Vec<String> {
        let declared = response.get("headers").and_then(Value::as_object).into_iter().flatten();
        declared
            .filter(|(name, header)| {
                schema::resolve(self.root, header)["required"] == true && !headers.contains_key(name.as_str())
            })
            .map(|(name, _)| format!("the header {name} is missing"))
            .collect()
    }
}
