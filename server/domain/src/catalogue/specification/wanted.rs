//! What a document asks for, once its references are followed: APIs, scopes, policies.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::document::{BYTES, Document, DocumentError, MOST_BYTES, MOST_OPERATIONS, Operation, PathItem, Scheme};
use crate::catalogue::api::ApiDetails;
use crate::catalogue::api::template::Template;
use crate::catalogue::gateway::GatewayType;
use crate::catalogue::policy::{self, Rules};
use crate::catalogue::scope;
use crate::{Error, Result, validate};

/// Most classifications that its APIs have together: each is a row.
const MOST_CLASSIFICATIONS: usize = 20_000;
/// Most scopes of a document.
const MOST_SCOPES: usize = 1_000;
/// How often a reference may lead to another one.
const MOST_STEPS: usize = 16;
/// The methods that Amazon's gateway has.
const METHODS_OF_AMAZON: [&str; 7] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];

/// A specification that was read and can be imported.
#[derive(Clone, Debug)]
pub struct Specification {
    /// In the order of the document.
    pub(super) apis: Vec<WantedApi>,
    pub(super) scopes: Vec<WantedScope>,
    pub(super) policies: Vec<WantedPolicy>,
}

/// An operation of the document.
#[derive(Clone, Debug)]
pub(super) struct WantedApi {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) form: String,
    pub(super) can_have_policy: bool,
    pub(super) details: ApiDetails,
}

/// A scope of a security scheme.
#[derive(Clone, Debug)]
pub(super) struct WantedScope {
    pub(super) name: String,
    pub(super) description: String,
}

/// A policy that the document brings along.
#[derive(Clone, Debug)]
pub(super) struct WantedPolicy {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) rules: Rules,
}

impl Specification {
    /// Reads an OpenAPI document, 3.0 or 3.1, in JSON or YAML. It takes as long as the text is: not for threads that others wait for.
    ///
    /// # Errors
    /// [`Error::Invalid`]: the field is a JSON pointer to what can't be taken, or empty where the message tells line and column.
    pub fn read(text: &str, gateway_type: Option<GatewayType>) -> Result<Self> {
        let document = Document::read(text)?;
        check_version(&document)?;
        let apis = Resolver::of(&document, gateway_type).apis()?;
        Ok(Self { apis, scopes: scopes(&document)?, policies: policies(&document.policies)? })
    }

    /// Whether it brings scopes along.
    #[must_use]
    pub fn has_scopes(&self) -> bool {
        !self.scopes.is_empty()
    }

    /// Whether it brings policies along.
    #[must_use]
    pub fn has_policies(&self) -> bool {
        !self.policies.is_empty()
    }
}

impl From<DocumentError> for Error {
    fn from(error: DocumentError) -> Self {
        Self::invalid(error.place, error.message)
    }
}

impl WantedApi {
    /// Where it stands in the document.
    pub(super) fn place(&self) -> String {
        format!("{}/{}", place_of_path(&self.path), self.method.to_ascii_lowercase())
    }
}

fn place_of_path(path: &str) -> String {
    format!("/paths/{}", escaped(path))
}

/// RFC 6901 §3.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// As `error`, about a place in the document.
fn at(place: impl Into<Cow<'static, str>>, error: Error) -> Error {
    match error {
        Error::Invalid { message, .. } => Error::invalid(place, message),
        other => other,
    }
}

fn check_version(document: &Document) -> Result<()> {
    const TAKEN: &str = "3.0 and 3.1 can be imported";
    if let Some(version) = &document.swagger {
        return Err(Error::invalid("/swagger", format!("is {}, and of OpenAPI {TAKEN}", quoted(version))));
    }
    let Some(version) = &document.version else {
        return Err(Error::invalid(
            "/openapi",
            format!("is missing: it tells the version of OpenAPI, of which {TAKEN}"),
        ));
    };
    let mut numbers = version.split('.');
    match (numbers.next(), numbers.next()) {
        (Some("3"), Some("0" | "1")) => Ok(()),
        _ => Err(Error::invalid("/openapi", format!("is {}, and of OpenAPI {TAKEN}", quoted(version)))),
    }
}

/// What all APIs have together. A path item stands once in the document, and for every path that refers to it here.
#[derive(Default)]
struct Made {
    bytes: usize,
    classifications: usize,
}

impl Made {
    fn add(&mut self, api: &WantedApi) -> Result<()> {
        let ApiDetails { policy_id, data_classifications } = &api.details;
        let texts = [&api.path, &api.form].into_iter().chain(policy_id).chain(data_classifications);
        self.bytes += texts.map(String::len).sum::<usize>();
        if self.bytes > MOST_BYTES {
            return Err(Error::invalid("/paths", format!("more than {MOST_BYTES} {BYTES}")));
        }
        self.classifications += data_classifications.len();
        if self.classifications > MOST_CLASSIFICATIONS {
            return Err(Error::invalid("/paths", format!("more than {MOST_CLASSIFICATIONS} data classifications")));
        }
        Ok(())
    }
}

/// Follows references within a document. Nothing else is ever fetched for one.
struct Resolver<'d> {
    document: &'d Document,
    by_path: HashMap<&'d str, &'d PathItem>,
    gateway_type: Option<GatewayType>,
    /// Schemes by which Amazon's gateway asks an authorizer, by their places among those that are named.
    authorizers: HashSet<usize>,
}

impl<'d> Resolver<'d> {
    fn of(document: &'d Document, gateway_type: Option<GatewayType>) -> Self {
        let by_path = document.paths.iter().map(|(path, item)| (path.as_str(), item)).collect();
        let authorizers: HashSet<&str> =
            document.schemes.iter().filter(|(_, scheme)| scheme.is_authorizer).map(|(name, _)| name.as_str()).collect();
        let authorizers = document.named.iter().enumerate().filter(|(_, name)| authorizers.contains(name.as_str()));
        let authorizers = authorizers.map(|(place, _)| place).collect();
        Self { document, by_path, gateway_type, authorizers }
    }

    /// All operations in the order of the document.
    fn apis(&self) -> Result<Vec<WantedApi>> {
        let mut apis: Vec<WantedApi> = Vec::new();
        let mut taken: HashMap<(&str, String), usize> = HashMap::new();
        let mut made = Made::default();
        for (path, item) in &self.document.paths {
            let place = place_of_path(path);
            let operations = self.operations(item, &place)?;
            let template = Template::parse(path).map_err(|error| at(place.clone(), error))?;
            if self.gateway_type == Some(GatewayType::Aws) && path.contains("+}") {
                return Err(Error::invalid(
                    place,
                    "has a variable for several segments, which a template can't have here",
                ));
            }
            for (method, operation) in operations {
                if apis.len() == MOST_OPERATIONS {
                    return Err(Error::invalid("/paths", format!("more than {MOST_OPERATIONS} operations")));
                }
                if let Some(known) = taken.insert((method, template.form()), apis.len()) {
                    let known = &apis[known].path;
                    return Err(Error::invalid(place, format!("matches the same as {known:?} for {method}")));
                }
                let api = self.api(path, &template, method, operation)?;
                made.add(&api)?;
                apis.push(api);
            }
        }
        if apis.is_empty() {
            return Err(Error::invalid("/paths", "has no operation"));
        }
        Ok(apis)
    }

    fn api(&self, path: &str, template: &Template, method: &'static str, operation: &Operation) -> Result<WantedApi> {
        let place = || format!("{}/{}", place_of_path(path), method.to_ascii_lowercase());
        let can_have_policy = self.can_have_policy(operation);
        if let Some(id) = operation.policy.as_deref().filter(|id| !id.is_empty() && !validate::is_plausible_id(id)) {
            return Err(at(format!("{}/x-policy", place()), policy::unknown("x-policy", id)));
        }
        let details =
            ApiDetails { policy_id: operation.policy.clone(), data_classifications: operation.classifications.clone() };
        let details = details.checked().map_err(|error| at(format!("{}/x-data-classifications", place()), error))?;
        if details.policy_id.is_some() && !can_have_policy {
            return Err(Error::invalid(format!("{}/x-policy", place()), "no authorizer stands before this operation"));
        }
        Ok(WantedApi { method, path: path.to_owned(), form: template.form(), can_have_policy, details })
    }

    /// Amazon's gateway asks nobody but the authorizers that an operation requires.
    fn can_have_policy(&self, operation: &Operation) -> bool {
        let schemes = operation.security.as_ref().unwrap_or(&self.document.security);
        self.gateway_type != Some(GatewayType::Aws) || schemes.iter().any(|scheme| self.authorizers.contains(scheme))
    }

    /// The operations of a path item: its own, and those of the one that it refers to which it doesn't have itself.
    fn operations(&self, item: &'d PathItem, place: &str) -> Result<Vec<(&'static str, &'d Operation)>> {
        let mut found: Vec<(&'static str, &Operation)> = Vec::new();
        let mut any = None;
        let mut next = Some(item);
        for _ in 0..=MOST_STEPS {
            let Some(item) = next else {
                if let Some(any) = any.filter(|_| self.gateway_type == Some(GatewayType::Aws)) {
                    let had: BTreeSet<&str> = found.iter().map(|(method, _)| *method).collect();
                    let others = METHODS_OF_AMAZON.into_iter().filter(|method| !had.contains(method));
                    found.extend(others.map(|method| (method, any)));
                }
                return Ok(found);
            };
            for (method, operation) in &item.operations {
                if !found.iter().any(|(known, _)| known == method) {
                    found.push((method, operation));
                }
            }
            any = any.or(item.any.as_ref());
            next = item.reference.as_deref().map(|to| self.item(to, place)).transpose()?;
        }
        Err(Error::invalid(format!("{place}/$ref"), "leads in a circle, or on and on"))
    }

    fn item(&self, reference: &str, place: &str) -> Result<&'d PathItem> {
        let place = format!("{place}/$ref");
        let tokens = tokens(reference, &place)?;
        let found = match tokens.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["paths", path] => self.by_path.get(path).copied(),
            ["components", "pathItems", name] => self.document.items.get(name),
            _ => None,
        };
        found.ok_or_else(|| {
            let message = format!("{} is no path item below /paths or /components/pathItems", quoted(reference));
            Error::invalid(place, message)
        })
    }
}

/// The reference tokens of a JSON pointer as a fragment (RFC 6901 §6).
fn tokens(reference: &str, place: &str) -> Result<Vec<String>> {
    let outside = || {
        let message = format!("{} is outside of the document, and nothing is fetched for it", quoted(reference));
        Error::invalid(place.to_owned(), message)
    };
    let fragment = reference.strip_prefix('#').ok_or_else(outside)?;
    let decoded = percent_decode_str(fragment).decode_utf8();
    let decoded = decoded.map_err(|_| Error::invalid(place.to_owned(), "has percent-escapes that are not UTF-8"))?;
    Ok(decoded.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect())
}

/// As much of a text as a message needs.
fn quoted(text: &str) -> String {
    format!("{:?}", &text[..text.floor_char_boundary(200)])
}

/// The scopes of all flows, and those that operations ask for of schemes that tell of none (OpenID Connect's discovery).
fn scopes(document: &Document) -> Result<Vec<WantedScope>> {
    let by_name: HashMap<&str, &Scheme> =
        document.schemes.iter().map(|(name, scheme)| (name.as_str(), scheme)).collect();
    let mut found: Vec<WantedScope> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut add = |name: &str, description: &str, scheme: &str| -> Result<()> {
        if let Some(place) = places.get(name) {
            let known = &mut found[*place];
            if known.description.is_empty() {
                description.clone_into(&mut known.description);
            }
            return Ok(());
        }
        let place = || format!("/components/securitySchemes/{}", escaped(scheme));
        if found.len() == MOST_SCOPES {
            return Err(Error::invalid(place(), format!("more than {MOST_SCOPES} scopes")));
        }
        scope::check(Some(name), None, Some(description)).map_err(|error| {
            let error = at(place(), error);
            match error {
                Error::Invalid { field, message } => {
                    Error::invalid(field, format!("the scope {}: {message}", quoted(name)))
                }
                other => other,
            }
        })?;
        places.insert(name.to_owned(), found.len());
        found.push(WantedScope { name: name.to_owned(), description: description.to_owned() });
        Ok(())
    };
    let mut resolved: HashMap<&str, &Scheme> = HashMap::new();
    for (name, scheme) in &document.schemes {
        let target = resolve_scheme(&by_name, name, scheme)?;
        resolved.insert(name, target);
        for (scope, description) in target.scopes.iter().filter(|_| target.kind == "oauth2") {
            add(scope, description, name)?;
        }
    }
    for (place, scope) in &document.used {
        let name = &document.named[*place];
        let tells =
            resolved.get(name.as_str()).is_some_and(|scheme| matches!(&*scheme.kind, "oauth2" | "openIdConnect"));
        if tells {
            add(scope, "", name)?;
        }
    }
    Ok(found)
}

fn resolve_scheme<'d>(by_name: &HashMap<&str, &'d Scheme>, name: &str, scheme: &'d Scheme) -> Result<&'d Scheme> {
    let place = format!("/components/securitySchemes/{}/$ref", escaped(name));
    let mut scheme = scheme;
    for _ in 0..=MOST_STEPS {
        let Some(reference) = &scheme.reference else { return Ok(scheme) };
        let tokens = tokens(reference, &place)?;
        let found = match tokens.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["components", "securitySchemes", name] => by_name.get(name).copied(),
            _ => None,
        };
        scheme = found.ok_or_else(|| {
            let message = format!("{} is no scheme below /components/securitySchemes", quoted(reference));
            Error::invalid(place.clone(), message)
        })?;
    }
    Err(Error::invalid(place, "leads in a circle, or on and on"))
}

/// `x-policies`: a list of policies as the API has them.
fn policies(values: &[Value]) -> Result<Vec<WantedPolicy>> {
    let mut found: Vec<WantedPolicy> = Vec::new();
    let mut known = HashSet::new();
    for (index, value) in values.iter().enumerate() {
        let place = format!("/x-policies/{index}");
        let policy = wanted_policy(value).map_err(|message| Error::invalid(place.clone(), message))?;
        validate::id("id", &policy.id).map_err(|error| at(format!("{place}/id"), error))?;
        policy::check(&policy.name, &policy.rules).map_err(|error| match error {
            Error::Invalid { field, message } => Error::invalid(place.clone(), format!("{field}: {message}")),
            other => other,
        })?;
        if !known.insert(policy.id.clone()) {
            return Err(Error::invalid(format!("{place}/id"), "is another policy's of this document"));
        }
        found.push(policy);
    }
    Ok(found)
}

fn wanted_policy(value: &Value) -> std::result::Result<WantedPolicy, String> {
    let members = object(value)?;
    let text = |name: &str| match members.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("{name}: must be a text")),
    };
    let id = text("id")?.ok_or("id: is required")?;
    let name = text("policy_name")?.unwrap_or_else(|| id.clone());
    let validators = match members.get("validators") {
        None => Vec::new(),
        Some(Value::Array(validators)) => {
            let read = |(index, value): (usize, &Value)| {
                let members = object(value).map_err(|error| format!("validators[{index}]: {error}"))?;
                serde_json::from_value(Value::Object(members)).map_err(|error| format!("validators[{index}]: {error}"))
            };
            validators.iter().enumerate().map(read).collect::<std::result::Result<_, String>>()?
        }
        Some(_) => return Err("validators: must be a list".to_owned()),
    };
    let [language, definition, query] =
        [text("language")?, text("definition")?, text("query")?].map(Option::unwrap_or_default);
    let rules = Rules::written(validators, &language, definition, &query).map_err(|error| error.to_string())?;
    Ok(WantedPolicy { id, name, rules })
}

/// Its members, of which none is null: that is what YAML has where nothing was written.
fn object(value: &Value) -> std::result::Result<Map<String, Value>, &'static str> {
    let members = value.as_object().ok_or("must be an object")?;
    Ok(members
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect())
}
