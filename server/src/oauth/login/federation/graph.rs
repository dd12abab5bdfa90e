//! What Microsoft Graph tells about the user: their properties, and the groups that they are in.

use authplane_domain::sign_in::authentication::GroupNameFormat;
use serde_json::{Map, Value};
use url::Url;

use crate::oauth::login::federation::provider::{Graph, Groups, ProviderError};
use crate::oauth::login::federation::userinfo::get;
use crate::outgoing::{LONGEST_BODY, Outgoing};

/// Longest description of a user that is read, in bytes: it is kept with the session.
const LONGEST_USER: usize = 64 * 1024;
/// Groups that are asked for at once, which is the most that are given.
const AT_ONCE: usize = 999;
/// Most pages of groups that are read, and most groups that are kept. A user who is in more can't sign in: policies may look for the one that was left out.
const MOST_PAGES: usize = 10;
const MOST_GROUPS: usize = 2000;
/// What a directory object that is a group says it is.
const IS_GROUP: &str = "#microsoft.graph.group";

/// What the directory knows of the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Their properties, if asked for.
    pub user: Option<Map<String, Value>>,
    /// Their groups by id or name, if asked for.
    pub groups: Option<Vec<String>>,
}

/// Asks for everything that is set.
///
/// # Errors
/// [`ProviderError`] when any of it is missing.
pub async fn read(outgoing: &Outgoing, graph: &Graph, access_token: &str) -> Result<Directory, ProviderError> {
    let mut directory = Directory::default();
    if graph.user {
        let url = address(&format!("{}/me", graph.base))?;
        let mut user = get(outgoing, &url, access_token, LONGEST_USER, "the user in Microsoft Graph").await?;
        // What OData says of the answer is nothing of the user.
        user.retain(|name, _| !name.starts_with('@'));
        directory.user = Some(user);
    }
    if let Some(groups) = graph.groups {
        directory.groups = Some(read_groups(outgoing, &graph.base, groups, access_token).await?);
    }
    Ok(directory)
}

/// Also the groups that the user is in by being in another one, as the claim `groups` of Microsoft's own tokens has it.
async fn read_groups(
    outgoing: &Outgoing,
    base: &str,
    groups: Groups,
    access_token: &str,
) -> Result<Vec<String>, ProviderError> {
    let mut next = Some(format!("{base}/me/transitiveMemberOf?$select=id,displayName,securityEnabled&$top={AT_ONCE}"));
    let mut names = Vec::new();
    for _ in 0..MOST_PAGES {
        let Some(link) = next else { return Ok(names) };
        // The access token goes to nobody else, whatever a page links to.
        let url = address(&link)?;
        if !url.as_str().starts_with(address(&format!("{base}/"))?.as_str()) {
            return Err(ProviderError::new("the groups in Microsoft Graph go on at another place"));
        }
        let page = get(outgoing, &url, access_token, LONGEST_BODY, "the groups in Microsoft Graph").await?;
        let listed = page.get("value").and_then(Value::as_array);
        let listed = listed.ok_or_else(|| ProviderError::new("the groups in Microsoft Graph can't be read"))?;
        for object in listed {
            names.extend(name(object, groups)?);
        }
        next = page.get("@odata.nextLink").and_then(Value::as_str).map(str::to_owned);
        if names.len() > MOST_GROUPS {
            break;
        }
    }
    if next.is_some() || names.len() > MOST_GROUPS {
        return Err(ProviderError::new(format!("the user is in more than {MOST_GROUPS} groups")));
    }
    Ok(names)
}

/// What a group is called; `None` for what is no group, such as a directory role, and for groups that don't count.
fn name(object: &Value, groups: Groups) -> Result<Option<String>, ProviderError> {
    let is_group = object["@odata.type"].as_str() == Some(IS_GROUP);
    if !is_group || (groups.only_security && object["securityEnabled"].as_bool() != Some(true)) {
        return Ok(None);
    }
    let member = match groups.called_by {
        GroupNameFormat::Id => "id",
        GroupNameFormat::Name => "displayName",
    };
    // Names are hidden from clients that may not read groups.
    let missing =
        || ProviderError::new(format!("a group in Microsoft Graph has no {member}; is a permission missing?"));
    object[member].as_str().map(|name| Some(name.to_owned())).ok_or_else(missing)
}

fn address(text: &str) -> Result<Url, ProviderError> {
    Url::parse(text).map_err(|_| ProviderError::new("an address of Microsoft Graph is not a URL"))
}
