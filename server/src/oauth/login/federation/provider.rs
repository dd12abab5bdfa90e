//! Who an identity provider is, as data: everything that differs between the kinds of methods is here.

use authplane_domain::sign_in::authentication::{Azure, GroupNameFormat, MethodKind, UpstreamClient};
use url::Url;
use uuid::Uuid;

use crate::oauth::browser::page_error::PageError;

/// Base of the issuers of Microsoft Entra ID.
const MICROSOFT: &str = "https://login.microsoftonline.com";
/// Base of Microsoft Graph.
const GRAPH: &str = "https://graph.microsoft.com/v1.0";
/// What the access token must be good for where Microsoft Graph is asked about the user. Users can consent to it by themselves.
const GRAPH_SCOPE: &str = "User.Read";

/// The provider's fault: nobody signs in. It goes to the log, so it holds nothing that was answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the identity provider: {0}")]
pub struct ProviderError(String);

impl ProviderError {
    /// One for this reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl From<ProviderError> for PageError {
    fn from(error: ProviderError) -> Self {
        Self::identity_provider(error.to_string())
    }
}

/// An OpenID provider, with this server as its client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider<'a> {
    /// Where its discovery document is, without the well-known suffix.
    pub location: String,
    /// Who it may say that it is.
    pub issuer: Issuer,
    /// This server there.
    pub client: &'a UpstreamClient,
    /// Whether its userinfo endpoint is asked.
    pub userinfo: bool,
    /// What Microsoft Graph is asked, if anything.
    pub graph: Option<Graph>,
}

/// Who a provider may say that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Issuer {
    /// Byte for byte this.
    Exactly(String),
    /// `{base}/{UUID}/v2.0`: a directory of Microsoft Entra ID that is known by one of its domains, while its issuer has its id. The document comes from the
    /// address of that domain, which belongs to Microsoft; `common` and `organizations`, which stand for all directories, have no UUID there.
    Directory {
        /// What is before the UUID.
        base: String,
    },
}

/// What Microsoft Graph is asked about the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// Its address with the version, without a trailing slash.
    pub base: String,
    /// The user's properties.
    pub user: bool,
    /// The user's groups.
    pub groups: Option<Groups>,
}

/// Which groups, and in what form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Only those that are for access control.
    pub only_security: bool,
    /// What they are called by.
    pub called_by: GroupNameFormat,
}

impl<'a> Provider<'a> {
    /// The provider of a method; `None` for methods without one.
    #[must_use]
    pub fn of(kind: &'a MethodKind) -> Option<Self> {
        match kind {
            MethodKind::Oidc(settings) => Some(Self {
                // OpenID Connect Discovery §4.1: what is appended begins with a slash.
                location: settings.issuer_url.strip_suffix('/').unwrap_or(&settings.issuer_url).to_owned(),
                issuer: Issuer::Exactly(settings.issuer_url.clone()),
                client: &settings.client,
                userinfo: settings.get_user_info,
                graph: None,
            }),
            MethodKind::Azure(settings) => Some(Self::of_directory(settings)),
            MethodKind::Cognito(settings) => {
                let issuer = format!("https://cognito-idp.{}.amazonaws.com/{}", settings.region, settings.pool_id);
                Some(Self {
                    location: issuer.clone(),
                    issuer: Issuer::Exactly(issuer),
                    client: &settings.client,
                    userinfo: settings.get_user_info,
                    graph: None,
                })
            }
            MethodKind::Static(_) | MethodKind::Custom(_) | MethodKind::Users => None,
        }
    }

    fn of_directory(settings: &'a Azure) -> Self {
        let issuer = match Uuid::try_parse(&settings.tenant) {
            // Microsoft writes it in lower case, with hyphens.
            Ok(id) => Issuer::Exactly(format!("{MICROSOFT}/{id}/v2.0")),
            Err(_) => Issuer::Directory { base: MICROSOFT.to_owned() },
        };
        let groups = settings
            .fetch_groups
            .then_some(Groups { only_security: settings.only_security_groups, called_by: settings.group_name_format });
        Self {
            location: format!("{MICROSOFT}/{}/v2.0", settings.tenant),
            issuer,
            client: &settings.client,
            userinfo: false,
            graph: (settings.get_user || groups.is_some()).then(|| Graph {
                base: GRAPH.to_owned(),
                user: settings.get_user,
                groups,
            }),
        }
    }

    /// Where its discovery document is (OpenID Connect Discovery §4).
    ///
    /// # Errors
    /// [`ProviderError`] when that isn't a URL.
    pub fn discovery_url(&self) -> Result<Url, ProviderError> {
        let url = Url::parse(&format!("{}/.well-known/openid-configuration", self.location));
        url.map_err(|_| ProviderError::new("its address is not a URL"))
    }

    /// Is it the one who says so?
    #[must_use]
    pub fn is_called(&self, issuer: &str) -> bool {
        match &self.issuer {
            Issuer::Exactly(expected) => issuer == expected,
            Issuer::Directory { base } => {
                let rest = issuer.strip_prefix(base.as_str()).and_then(|rest| rest.strip_prefix('/'));
                let id = rest.and_then(|rest| rest.strip_suffix("/v2.0"));
                id.is_some_and(|id| Uuid::try_parse(id).is_ok_and(|uuid| uuid.to_string() == id))
            }
        }
    }

    /// The scopes that it is asked for, each once: `openid` always.
    #[must_use]
    pub fn scopes(&self) -> Vec<&str> {
        let mut scopes = vec!["openid"];
        for scope in &self.client.scopes {
            if !scopes.contains(&scope.as_str()) {
                scopes.push(scope);
            }
        }
        // By its short or its full name.
        let has_graph =
            |scope: &&str| scope.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(GRAPH_SCOPE));
        if self.graph.is_some() && !scopes.iter().any(has_graph) {
            scopes.push(GRAPH_SCOPE);
        }
        scopes
    }
}
