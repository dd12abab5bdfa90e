//! What is checked of methods before they are written.

use std::collections::HashSet;

use serde_json::Value;
use url::{Host, Url};

use super::password::PASSWORD_LENGTH;
use super::settings::{Attribute, Mapping, MethodKind, Static, StaticUser, UpstreamClient};
use super::{Method, Methods, NewMethod, check_password_hash};
use crate::sign_in::{subject, user};
use crate::{Error, Result, validate};

const MOST_METHODS: usize = 32;
/// Of a server. Each is hashed when its password is given, so this bounds how long one request can compute.
const MOST_USERS: usize = 256;
const MOST_ITEMS: usize = 256;
/// OpenID Connect Core §2: a subject has at most 255 ASCII characters.
const USERNAME_LENGTH: usize = subject::LENGTH;
const SECRET_LENGTH: usize = 2048;
const URI_LENGTH: usize = 2048;
const PATH_LENGTH: usize = 512;
/// All of it together, as JSON: it is kept in memory.
const LENGTH: usize = 512 * 1024;
/// Pages of the server below the same path as those of methods, and the method that nobody lists.
const RESERVED: [&str; 3] = ["cancel", "continue", user::METHOD];
/// Who the server itself is in the audit log.
const SYSTEM_SUBJECT: &str = "system";

/// [`Error::Invalid`] for the first field that can't be accepted.
pub(super) fn methods(known: &Methods, new: &[NewMethod]) -> Result<()> {
    if new.len() > MOST_METHODS {
        return Err(Error::invalid("methods", format!("at most {MOST_METHODS} items")));
    }
    let (mut ids, mut usernames) = (HashSet::new(), HashSet::new());
    for (index, new) in new.iter().enumerate() {
        let at = format!("methods[{index}]");
        let Method { id, name, disabled: _, mappings, attributes, kind, stamp: _ } = &new.method;
        // One that is there already keeps its id, whatever is asked of ids since.
        let check = if known.find(id).is_some() { validate::plausible_id } else { validate::id };
        named(&at, "id", check("id", id))?;
        if RESERVED.contains(&id.as_str()) {
            return Err(Error::invalid(format!("{at}.id"), "is reserved for the server's own use"));
        }
        if !ids.insert(id) {
            return Err(Error::invalid(format!("{at}.id"), "another method has it"));
        }
        named(&at, "name", validate::name("name", name))?;
        check_mappings(&at, mappings)?;
        check_attributes(&at, attributes)?;
        let settings = format!("{at}.{}", kind.name());
        match kind {
            MethodKind::Static(of_kind) => check_static(&settings, of_kind, new, &mut usernames)?,
            MethodKind::Oidc(of_kind) => {
                web_address(format!("{settings}.issuer_url"), &of_kind.issuer_url, IsIssuer::Yes)?;
                check_upstream(&settings, &of_kind.client)?;
            }
            MethodKind::Azure(of_kind) => {
                // A segment of the address of its issuer.
                label(format!("{settings}.tenant"), &of_kind.tenant, "-.")?;
                check_upstream(&settings, &of_kind.client)?;
            }
            MethodKind::Cognito(of_kind) => {
                // A label of the address of its issuer, and a segment.
                label(format!("{settings}.region"), &of_kind.region, "-")?;
                label(format!("{settings}.pool_id"), &of_kind.pool_id, "-_")?;
                check_upstream(&settings, &of_kind.client)?;
            }
            MethodKind::Custom(of_kind) => {
                web_address(format!("{settings}.login_url"), &of_kind.login_url, IsIssuer::No)?;
            }
            MethodKind::Users => {
                return Err(Error::invalid(format!("{at}.method"), "isn't one that a server's administrator lists"));
            }
        }
        if let Some(secret) = &new.client_secret {
            let field = format!("{settings}.client_secret");
            if secret.is_empty() {
                return Err(Error::invalid(field, "must not be empty"));
            }
            validate::one_line(field, secret, SECRET_LENGTH)?;
        }
    }
    refuse_names_of_pages(new)
}

/// A name that has a slash from before there were rules isn't that of a page's user.
fn refuse_names_of_pages(new: &[NewMethod]) -> Result<()> {
    let pages = || new.iter().filter(|new| matches!(new.method.kind, MethodKind::Custom(_)));
    for (index, new) in new.iter().enumerate() {
        let is_of_page =
            |user: &StaticUser| pages().any(|page| subject::called_by_page(&page.method.id, &user.username).is_some());
        if let Some(position) = new.method.users().iter().position(is_of_page) {
            let field = format!("methods[{index}].static.users[{position}].username");
            return Err(Error::invalid(field, "is the subject of a user of a custom method"));
        }
    }
    Ok(())
}

/// [`Error::Invalid`] for more than a server keeps in memory.
pub(super) fn length(authentications: &Value) -> Result<()> {
    if authentications.to_string().len() > LENGTH {
        return Err(Error::invalid("methods", format!("must have at most {LENGTH} bytes together")));
    }
    Ok(())
}

fn check_static<'a>(at: &str, settings: &'a Static, new: &NewMethod, usernames: &mut HashSet<&'a str>) -> Result<()> {
    if usernames.len() + settings.users.len() > MOST_USERS {
        return Err(Error::invalid(format!("{at}.users"), format!("at most {MOST_USERS} users of a server")));
    }
    for (position, user) in settings.users.iter().enumerate() {
        let at = format!("{at}.users[{position}]");
        let username = user.username.as_str();
        let field = format!("{at}.username");
        let printable = username.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if username.is_empty() || username.len() > USERNAME_LENGTH || !printable || username.trim() != username {
            let rule = format!("must have 1 to {USERNAME_LENGTH} printable ASCII characters, no space first or last");
            return Err(Error::invalid(field, rule));
        }
        if username == SYSTEM_SUBJECT {
            return Err(Error::invalid(field, "is reserved for the server's own use"));
        }
        // Among all methods of the server: the name is the user's subject, and two people must not share one.
        if !usernames.insert(username) {
            return Err(Error::invalid(field, "another user of this server has it"));
        }
        let fits = |password: &String| !password.is_empty() && password.len() <= PASSWORD_LENGTH;
        if !new.passwords.get(username).is_none_or(fits) {
            let rule = format!("must have 1 to {PASSWORD_LENGTH} bytes");
            return Err(Error::invalid(format!("{at}.password"), rule));
        }
        if let Some(hash) = new.password_hashes.get(username) {
            let field = format!("{at}.password");
            if new.passwords.contains_key(username) {
                return Err(Error::invalid(field, "is given, and a hash of one too"));
            }
            check_password_hash(hash).map_err(|error| Error::invalid(field, error.to_string()))?;
        }
    }
    Ok(())
}

fn check_upstream(at: &str, client: &UpstreamClient) -> Result<()> {
    let field = format!("{at}.client_id");
    if client.client_id.is_empty() {
        return Err(Error::invalid(field, "must not be empty"));
    }
    validate::one_line(field, &client.client_id, PATH_LENGTH)?;
    if let Some(redirect_url) = &client.redirect_url {
        web_address(format!("{at}.redirect_url"), redirect_url, IsIssuer::No)?;
    }
    if client.scopes.len() > MOST_ITEMS {
        return Err(Error::invalid(format!("{at}.scopes"), format!("at most {MOST_ITEMS} items")));
    }
    // RFC 6749 §3.3: scope-token.
    let token = |scope: &&String| {
        let is_character = |byte: u8| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~');
        !scope.is_empty() && scope.len() <= PATH_LENGTH && scope.bytes().all(is_character)
    };
    match client.scopes.iter().position(|scope| !token(&scope)) {
        Some(index) => Err(Error::invalid(format!("{at}.scopes[{index}]"), "is no scope (RFC 6749 section 3.3)")),
        None => Ok(()),
    }
}

fn check_mappings(at: &str, mappings: &[Mapping]) -> Result<()> {
    if mappings.len() > MOST_ITEMS {
        return Err(Error::invalid(format!("{at}.mappings"), format!("at most {MOST_ITEMS} items")));
    }
    for (index, mapping) in mappings.iter().enumerate() {
        for (member, path) in [("source", &mapping.source), ("target", &mapping.target)] {
            let field = format!("{at}.mappings[{index}].{member}");
            let is_path = path == "." || path.split('.').all(|segment| !segment.is_empty());
            if !is_path {
                return Err(Error::invalid(field, "must be a path with dots, or \".\" for everything"));
            }
            validate::one_line(field, path, PATH_LENGTH)?;
        }
    }
    Ok(())
}

fn check_attributes(at: &str, attributes: &[Attribute]) -> Result<()> {
    if attributes.len() > MOST_ITEMS {
        return Err(Error::invalid(format!("{at}.attributes"), format!("at most {MOST_ITEMS} items")));
    }
    for (index, attribute) in attributes.iter().enumerate() {
        let at = format!("{at}.attributes[{index}]");
        named(&at, "name", validate::name("name", &attribute.name))?;
        named(&at, "description", validate::text("description", &attribute.description))?;
    }
    Ok(())
}

/// The same error under the whole path of the field.
fn named(at: &str, field: &str, checked: Result<()>) -> Result<()> {
    checked.map_err(|error| match error {
        Error::Invalid { message, .. } => Error::invalid(format!("{at}.{field}"), message),
        error => error,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum IsIssuer {
    Yes,
    No,
}

/// [`Error::Invalid`] for what can't be an issuer.
pub(crate) fn issuer(field: &'static str, text: &str) -> Result<()> {
    web_address(field.to_owned(), text, IsIssuer::Yes)
}

/// An absolute `https` address; `http` for this very machine alone. An issuer has no query (OpenID Connect Core §2).
fn web_address(field: String, text: &str, is_issuer: IsIssuer) -> Result<()> {
    validate::one_line(field.clone(), text, URI_LENGTH)?;
    let Ok(url) = Url::parse(text) else { return Err(Error::invalid(field, "must be an absolute URL")) };
    let secure = match url.scheme() {
        "https" => url.host().is_some(),
        "http" => is_loopback(&url),
        _ => false,
    };
    if !secure {
        return Err(Error::invalid(field, "must begin with https:// (http:// for loopback addresses only)"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::invalid(field, "must not hold credentials"));
    }
    if url.fragment().is_some() {
        return Err(Error::invalid(field, "must not have a fragment"));
    }
    if is_issuer == IsIssuer::Yes && url.query().is_some() {
        return Err(Error::invalid(field, "must not have a query"));
    }
    Ok(())
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(domain)) => domain == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Letters and digits, and `also`: nothing that could lead an address elsewhere.
fn label(field: String, text: &str, also: &str) -> Result<()> {
    let fits = |character: char| character.is_ascii_alphanumeric() || also.contains(character);
    if text.is_empty() || text.len() > 128 || matches!(text, "." | "..") || !text.chars().all(fits) {
        let also: Vec<String> = also.chars().map(|character| format!("'{character}'")).collect();
        return Err(Error::invalid(field, format!("must have 1 to 128 letters, digits or {}", also.join(", "))));
    }
    Ok(())
}
