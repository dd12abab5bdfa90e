//! Which members of a document are read, and what is made of them.

mod free;
mod object;
mod schemes;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess};
use serde_json::Value;

use self::free::Free;
use self::object::{Items, List, Members, Object, Skipped, Text};
use self::schemes::Schemes;

/// The methods that a path item can have (OpenAPI 3.1 §4.8.9), as it writes them.
const METHODS: [(&str, &str); 8] = [
    ("get", "GET"),
    ("put", "PUT"),
    ("post", "POST"),
    ("delete", "DELETE"),
    ("options", "OPTIONS"),
    ("head", "HEAD"),
    ("patch", "PATCH"),
    ("trace", "TRACE"),
];
/// Amazon's for all methods that a path item doesn't have.
const ANY_METHOD: &str = "x-amazon-apigateway-any-method";

/// Most operations: what an import answers has all of them twice.
pub(crate) const MOST_OPERATIONS: usize = 10_000;
/// Most path items, with and without operations.
const MOST_ITEMS: usize = 10_000;
/// Most schemes, and most that operations name.
const MOST_SCHEMES: usize = 256;
/// Most policies.
const MOST_POLICIES: usize = 256;
/// Most texts and values that are kept, and most bytes of them. What an import answers has all APIs twice: so it fits in the room that one connection has.
const MOST_VALUES: usize = 200_000;
pub(crate) const MOST_BYTES: usize = 1024 * 1024;

pub(crate) const BYTES: &str = "bytes of paths, scopes, policies and the like";
const SCHEMES: &str = "security schemes";

/// What is kept of a document, in its order.
#[derive(Debug)]
pub(crate) struct Document {
    /// What `openapi` says.
    pub(crate) version: Option<String>,
    /// What `swagger` says, which OpenAPI 2 has in its place.
    pub(crate) swagger: Option<String>,
    /// The schemes of its security requirements, for operations that have none of their own.
    pub(crate) security: Vec<usize>,
    pub(crate) paths: Vec<(String, PathItem)>,
    /// Those of the components.
    pub(crate) items: HashMap<String, PathItem>,
    pub(crate) schemes: Vec<(String, Scheme)>,
    pub(crate) policies: Vec<Value>,
    /// The names of schemes in requirements, which have their places here.
    pub(crate) named: Vec<String>,
    /// Scopes in requirements, each once: the scheme's place in `named`, and the name.
    pub(crate) used: Vec<(usize, String)>,
}

/// A path item.
#[derive(Debug, Default)]
pub(crate) struct PathItem {
    pub(crate) reference: Option<String>,
    pub(crate) operations: Vec<(&'static str, Operation)>,
    pub(crate) any: Option<Operation>,
}

/// An operation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Operation {
    /// The schemes of its security requirements; the document's when absent.
    pub(crate) security: Option<Vec<usize>>,
    /// `x-policy`.
    pub(crate) policy: Option<String>,
    /// `x-data-classifications`.
    pub(crate) classifications: Vec<String>,
}

/// A security scheme.
#[derive(Debug, Default)]
pub(crate) struct Scheme {
    pub(crate) reference: Option<String>,
    pub(crate) kind: String,
    /// The scopes of all its flows with what is said of them.
    pub(crate) scopes: Vec<(String, String)>,
    /// Whether Amazon's gateway asks an authorizer.
    pub(crate) is_authorizer: bool,
}

/// What all parts of a document count together, so that none is kept that is too much.
#[derive(Debug, Default)]
pub(super) struct Reading {
    operations: Cell<usize>,
    items: Cell<usize>,
    schemes: Cell<usize>,
    policies: Cell<usize>,
    values: Cell<usize>,
    bytes: Cell<usize>,
    names: RefCell<Names>,
}

/// What security requirements name.
#[derive(Debug, Default)]
struct Names {
    named: Vec<String>,
    places: HashMap<String, usize>,
    used: Vec<(usize, String)>,
    known: HashSet<(usize, String)>,
}

/// One more, unless there are too many.
fn count<E: Error>(counter: &Cell<usize>, more: usize, most: usize, what: &str) -> Result<(), E> {
    counter.set(counter.get() + more);
    if counter.get() > most { Err(E::custom(format_args!("more than {most} {what}"))) } else { Ok(()) }
}

impl Reading {
    fn keep<E: Error>(&self, bytes: usize) -> Result<(), E> {
        count(&self.values, 1, MOST_VALUES, "texts and values that count")?;
        count(&self.bytes, bytes, MOST_BYTES, BYTES)
    }

    /// A text that is kept. No database can keep a NUL.
    fn text<E: Error>(&self, text: &str) -> Result<String, E> {
        self.keep(text.len())?;
        if text.contains('\0') {
            return Err(E::custom("texts must not contain a NUL"));
        }
        Ok(text.to_owned())
    }

    fn scheme<E: Error>(&self, name: &str) -> Result<usize, E> {
        let mut names = self.names.borrow_mut();
        if let Some(place) = names.places.get(name) {
            return Ok(*place);
        }
        let place = names.named.len();
        if place == MOST_SCHEMES {
            return Err(E::custom(format_args!("more than {MOST_SCHEMES} {SCHEMES}")));
        }
        names.named.push(self.text(name)?);
        names.places.insert(name.to_owned(), place);
        Ok(place)
    }

    fn scope<E: Error>(&self, scheme: usize, name: &str) -> Result<(), E> {
        let mut names = self.names.borrow_mut();
        let used = (scheme, name.to_owned());
        if names.known.contains(&used) {
            return Ok(());
        }
        self.text::<E>(name)?;
        names.used.push(used.clone());
        names.known.insert(used);
        Ok(())
    }

    pub(super) fn document(&self, root: Root<'_>) -> Document {
        let Root { version, swagger, security, paths, components, policies, .. } = root;
        let (items, schemes) = components.map_or_else(Default::default, |read| (read.items, read.schemes));
        let Names { named, used, .. } = self.names.take();
        let security = security.unwrap_or_default();
        let items = items.into_iter().collect();
        Document { version, swagger, security, paths: paths.unwrap_or_default(), items, schemes, policies, named, used }
    }
}

/// The whole document.
pub(super) struct Root<'r> {
    reading: &'r Reading,
    version: Option<String>,
    swagger: Option<String>,
    security: Option<Vec<usize>>,
    paths: Option<Vec<(String, PathItem)>>,
    components: Option<Components<'r>>,
    policies: Vec<Value>,
}

impl<'r> Root<'r> {
    pub(super) fn read<'de, D: Deserializer<'de>>(reading: &'r Reading, deserializer: D) -> Result<Self, D::Error> {
        let empty = Self {
            reading,
            version: None,
            swagger: None,
            security: None,
            paths: None,
            components: None,
            policies: Vec::new(),
        };
        Object(empty).deserialize(deserializer)
    }
}

impl<'de> Members<'de> for Root<'_> {
    const WHAT: &'static str = "an OpenAPI document, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        match name {
            "openapi" => self.version = optional_text(reading, map)?,
            "swagger" => self.swagger = optional_text(reading, map)?,
            "security" => self.security = Some(security(reading, map)?),
            "paths" => {
                let paths = PathItems { reading, items: Vec::new() };
                self.paths = Some(map.next_value_seed(Object(paths))?.items);
            }
            "components" => {
                let components = Components { reading, items: Vec::new(), schemes: Vec::new() };
                self.components = Some(map.next_value_seed(Object(components))?);
            }
            "x-policies" => {
                let policies = Policies { reading, policies: Vec::new() };
                self.policies = map.next_value_seed(List(policies))?.policies;
            }
            _ => Skipped::value(map)?,
        }
        Ok(())
    }
}

/// What operations and requirements refer to.
struct Components<'r> {
    reading: &'r Reading,
    items: Vec<(String, PathItem)>,
    schemes: Vec<(String, Scheme)>,
}

impl<'de> Members<'de> for Components<'_> {
    const WHAT: &'static str = "an object of components";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        match name {
            "pathItems" => self.items = map.next_value_seed(Object(PathItems { reading, items: Vec::new() }))?.items,
            "securitySchemes" => {
                self.schemes = map.next_value_seed(Object(Schemes { reading, schemes: Vec::new() }))?.schemes;
            }
            _ => Skipped::value(map)?,
        }
        Ok(())
    }
}

/// Path items by their paths, or by the names that they have as components.
struct PathItems<'r> {
    reading: &'r Reading,
    items: Vec<(String, PathItem)>,
}

impl<'de> Members<'de> for PathItems<'_> {
    const WHAT: &'static str = "an object of path items";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if name.starts_with("x-") {
            Skipped::value(map)?;
            return Ok(());
        }
        let reading = self.reading;
        count(&reading.items, 1, MOST_ITEMS, "path items")?;
        count(&reading.bytes, name.len(), MOST_BYTES, BYTES)?;
        let item = map.next_value_seed(Object(ReadItem { reading, item: PathItem::default() }))?.item;
        self.items.push((name.to_owned(), item));
        Ok(())
    }
}

struct ReadItem<'r> {
    reading: &'r Reading,
    item: PathItem,
}

impl<'de> Members<'de> for ReadItem<'_> {
    const WHAT: &'static str = "a path item, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        if let Some((_, method)) = METHODS.iter().find(|(member, _)| *member == name) {
            self.item.operations.push((method, operation(reading, map)?));
        } else if name == ANY_METHOD {
            self.item.any = Some(operation(reading, map)?);
        } else if name == "$ref" {
            self.item.reference = optional_text(reading, map)?;
        } else if METHODS.iter().any(|(member, _)| member.eq_ignore_ascii_case(name)) {
            // Nobody means what would be left out so.
            return Err(A::Error::custom(format_args!("{name:?} must be written in small letters")));
        } else {
            Skipped::value(map)?;
        }
        Ok(())
    }
}

fn operation<'de, A: MapAccess<'de>>(reading: &Reading, map: &mut A) -> Result<Operation, A::Error> {
    count(&reading.operations, 1, MOST_OPERATIONS, "operations")?;
    Ok(map.next_value_seed(Object(ReadOperation { reading, operation: Operation::default() }))?.operation)
}

struct ReadOperation<'r> {
    reading: &'r Reading,
    operation: Operation,
}

impl<'de> Members<'de> for ReadOperation<'_> {
    const WHAT: &'static str = "an operation, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        match name {
            "security" => self.operation.security = Some(security(reading, map)?),
            "x-policy" => self.operation.policy = optional_text(reading, map)?,
            "x-data-classifications" => {
                self.operation.classifications = map.next_value_seed(List(Texts { reading, texts: Vec::new() }))?.texts;
            }
            _ => Skipped::value(map)?,
        }
        Ok(())
    }
}

struct Texts<'r> {
    reading: &'r Reading,
    texts: Vec<String>,
}

impl<'de> Items<'de> for Texts<'_> {
    const WHAT: &'static str = "a list of texts";

    fn next<A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<bool, A::Error> {
        let Some(Text(text)) = list.next_element()? else { return Ok(false) };
        self.texts.push(self.reading.text(&text)?);
        Ok(true)
    }
}

/// The schemes that security requirements name, each once. Which of them together are enough is no matter here.
fn security<'de, A: MapAccess<'de>>(reading: &Reading, map: &mut A) -> Result<Vec<usize>, A::Error> {
    let mut schemes = map.next_value_seed(List(Requirements { reading, schemes: Vec::new() }))?.schemes;
    schemes.sort_unstable();
    schemes.dedup();
    Ok(schemes)
}

struct Requirements<'r> {
    reading: &'r Reading,
    schemes: Vec<usize>,
}

impl<'de> Items<'de> for Requirements<'_> {
    const WHAT: &'static str = "a list of security requirements";

    fn next<A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<bool, A::Error> {
        let requirement = Requirement { reading: self.reading, schemes: Vec::new() };
        let Some(requirement) = list.next_element_seed(Object(requirement))? else { return Ok(false) };
        self.schemes.extend(requirement.schemes);
        // However many there are, they name few.
        if self.schemes.len() > 2 * MOST_SCHEMES {
            self.schemes.sort_unstable();
            self.schemes.dedup();
        }
        Ok(true)
    }
}

struct Requirement<'r> {
    reading: &'r Reading,
    schemes: Vec<usize>,
}

impl<'de> Members<'de> for Requirement<'_> {
    const WHAT: &'static str = "a security requirement, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let scheme = self.reading.scheme(name)?;
        self.schemes.push(scheme);
        map.next_value_seed(List(UsedScopes { reading: self.reading, scheme }))?;
        Ok(())
    }
}

struct UsedScopes<'r> {
    reading: &'r Reading,
    scheme: usize,
}

impl<'de> Items<'de> for UsedScopes<'_> {
    const WHAT: &'static str = "a list of scopes";

    fn next<A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<bool, A::Error> {
        let Some(Text(name)) = list.next_element()? else { return Ok(false) };
        self.reading.scope(self.scheme, &name)?;
        Ok(true)
    }
}

struct Policies<'r> {
    reading: &'r Reading,
    policies: Vec<Value>,
}

impl<'de> Items<'de> for Policies<'_> {
    const WHAT: &'static str = "a list of policies";

    fn next<A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<bool, A::Error> {
        let Some(policy) = list.next_element_seed(Free::of(self.reading))? else { return Ok(false) };
        count(&self.reading.policies, 1, MOST_POLICIES, "policies")?;
        self.policies.push(policy);
        Ok(true)
    }
}

/// A text, or null.
fn optional_text<'de, A: MapAccess<'de>>(reading: &Reading, map: &mut A) -> Result<Option<String>, A::Error> {
    let text: Option<Text<'de>> = map.next_value()?;
    text.map(|Text(text)| reading.text(&text)).transpose()
}
