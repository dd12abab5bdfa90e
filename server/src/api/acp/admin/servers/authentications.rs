//! How the dialect shows authentication methods, and how it takes them.

use std::collections::HashMap;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::sign_in::authentication::{
    self, Attribute, Azure, Cognito, Custom, GroupNameFormat, Mapping, Method, MethodKind, NewMethod, Oidc, Static,
    StaticUser, UpstreamClient,
};
use authplane_domain::{Error as DomainError, Store};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::acp::admin::filled;

/// How the users of an authorization server prove who they are.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAuthentications {
    /// Users choose among those that aren't disabled.
    #[schemars(length(max = 32))]
    methods: Vec<AcpAuthentication>,
}

/// Kinds of authentication methods.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcpAuthenticationMethod {
    /// A list of users with passwords.
    Static,
    /// An OpenID provider.
    Oidc,
    /// Microsoft Entra ID.
    Azure,
    /// An Amazon Cognito user pool.
    Cognito,
    /// A login page of one's own.
    Custom,
}

/// An authentication method. Exactly the member that `method` names holds its settings.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAuthentication {
    /// Required; unique among the methods of the server.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    id: String,
    /// For people; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    name: String,
    /// Required.
    #[schemars(title = "required")]
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<AcpAuthenticationMethod>,
    /// It isn't offered, and whoever signed in with it is signed in no longer.
    disabled: bool,
    /// Which part of what it tells goes where in the authentication context.
    #[schemars(length(max = 256))]
    mappings: Vec<Mapping>,
    /// What it tells about users.
    #[schemars(length(max = 256))]
    attributes: Vec<Attribute>,
    #[serde(rename = "static", skip_serializing_if = "Option::is_none")]
    of_static: Option<AcpStaticAuthentication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc: Option<AcpOidcAuthentication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    azure: Option<AcpAzureAuthentication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cognito: Option<AcpCognitoAuthentication>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom: Option<AcpCustomAuthentication>,
}

/// A list of users with passwords.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpStaticAuthentication {
    /// The login page tells the names of the users.
    hint: bool,
    /// Each with a name of its own.
    #[schemars(length(max = 256))]
    users: Vec<AcpStaticUser>,
}

/// A user with a password.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpStaticUser {
    /// Compared letter by letter; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 255))]
    username: String,
    /// Required of a new user, kept when absent. No answer tells it: only its hash is known.
    #[serde(skip_serializing)]
    #[schemars(length(min = 1, max = 1024))]
    password: Option<String>,
    /// What is known about the user.
    authentication_context: Map<String, Value>,
}

/// An OpenID provider.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpOidcAuthentication {
    /// Its issuer; required.
    #[schemars(title = "required")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    issuer_url: String,
    /// This server's id there; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// This server's secret there. Kept when absent, unless the issuer changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// What is asked for.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512)))]
    scopes: Vec<String>,
    /// Its userinfo endpoint is asked too.
    get_user_info: bool,
}

/// Microsoft Entra ID.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAzureAuthentication {
    /// The directory: its id or one of its domains. Required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9.-]+$"))]
    tenant: String,
    /// This server's id there; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// This server's secret there. Kept when absent, unless the directory changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// What is asked for.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512)))]
    scopes: Vec<String>,
    /// Microsoft Graph is asked about the user.
    get_user: bool,
    /// Microsoft Graph is asked about the user's groups.
    fetch_groups: bool,
    /// Only security groups count.
    only_security_groups: bool,
    /// What groups are called by.
    group_name_format: GroupNameFormat,
}

/// An Amazon Cognito user pool.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpCognitoAuthentication {
    /// Where the pool is; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9-]+$"))]
    region: String,
    /// The pool; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9_-]+$"))]
    pool_id: String,
    /// This server's id there; required.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// This server's secret there. Kept when absent, unless the pool changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// What is asked for.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512)))]
    scopes: Vec<String>,
    /// Its userinfo endpoint is asked too.
    get_user_info: bool,
}

/// A login page of one's own.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpCustomAuthentication {
    /// It gets `login_id` and `login_state` in its query. Required.
    #[schemars(title = "required")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    login_url: String,
}

impl AcpAuthentications {
    /// The methods of a server as this dialect shows them; with the secrets of upstream clients or without.
    pub(super) fn of(store: &Store, server: &AuthorizationServer, with_secrets: bool) -> Result<Self, DomainError> {
        let methods = authentication::methods(server)?;
        let mut shown = Vec::with_capacity(methods.all().len());
        for method in methods.all() {
            let open = || authentication::open_client_secret(store, server.key(), method);
            shown.push(AcpAuthentication::of(method, if with_secrets { open()? } else { None }));
        }
        Ok(Self { methods: shown })
    }

    /// The methods as the domain takes them.
    pub(super) fn into_methods(self) -> Result<Vec<NewMethod>, DomainError> {
        self.methods.into_iter().enumerate().map(|(index, method)| method.into_method(index)).collect()
    }
}

impl AcpAuthentication {
    fn of(method: &Method, client_secret: Option<String>) -> Self {
        let mut shown = Self {
            id: method.id.clone(),
            name: method.name.clone(),
            disabled: method.disabled,
            mappings: method.mappings.clone(),
            attributes: method.attributes.clone(),
            ..Self::default()
        };
        match &method.kind {
            MethodKind::Static(settings) => {
                shown.method = Some(AcpAuthenticationMethod::Static);
                let users = settings.users.iter().map(AcpStaticUser::of).collect();
                shown.of_static = Some(AcpStaticAuthentication { hint: settings.hint, users });
            }
            MethodKind::Oidc(settings) => {
                shown.method = Some(AcpAuthenticationMethod::Oidc);
                let UpstreamClient { client_id, redirect_url, scopes, .. } = settings.client.clone();
                shown.oidc = Some(AcpOidcAuthentication {
                    issuer_url: settings.issuer_url.clone(),
                    client_id,
                    client_secret,
                    redirect_url: redirect_url.unwrap_or_default(),
                    scopes,
                    get_user_info: settings.get_user_info,
                });
            }
            MethodKind::Azure(settings) => {
                shown.method = Some(AcpAuthenticationMethod::Azure);
                let UpstreamClient { client_id, redirect_url, scopes, .. } = settings.client.clone();
                shown.azure = Some(AcpAzureAuthentication {
                    tenant: settings.tenant.clone(),
                    client_id,
                    client_secret,
                    redirect_url: redirect_url.unwrap_or_default(),
                    scopes,
                    get_user: settings.get_user,
                    fetch_groups: settings.fetch_groups,
                    only_security_groups: settings.only_security_groups,
                    group_name_format: settings.group_name_format,
                });
            }
            MethodKind::Cognito(settings) => {
                shown.method = Some(AcpAuthenticationMethod::Cognito);
                let UpstreamClient { client_id, redirect_url, scopes, .. } = settings.client.clone();
                shown.cognito = Some(AcpCognitoAuthentication {
                    region: settings.region.clone(),
                    pool_id: settings.pool_id.clone(),
                    client_id,
                    client_secret,
                    redirect_url: redirect_url.unwrap_or_default(),
                    scopes,
                    get_user_info: settings.get_user_info,
                });
            }
            MethodKind::Custom(settings) => {
                shown.method = Some(AcpAuthenticationMethod::Custom);
                shown.custom = Some(AcpCustomAuthentication { login_url: settings.login_url.clone() });
            }
        }
        shown
    }

    fn into_method(self, index: usize) -> Result<NewMethod, DomainError> {
        let at = format!("methods[{index}]");
        let Some(method) = self.method else { return Err(DomainError::invalid(format!("{at}.method"), "is required")) };
        let is = |wanted: AcpAuthenticationMethod| method == wanted;
        for (member, is_wanted, is_there) in [
            ("static", is(AcpAuthenticationMethod::Static), self.of_static.is_some()),
            ("oidc", is(AcpAuthenticationMethod::Oidc), self.oidc.is_some()),
            ("azure", is(AcpAuthenticationMethod::Azure), self.azure.is_some()),
            ("cognito", is(AcpAuthenticationMethod::Cognito), self.cognito.is_some()),
            ("custom", is(AcpAuthenticationMethod::Custom), self.custom.is_some()),
        ] {
            let message = match (is_wanted, is_there) {
                (true, false) => "is required by the method",
                (false, true) => "doesn't go with the method",
                _ => continue,
            };
            return Err(DomainError::invalid(format!("{at}.{member}"), message));
        }
        let (mut client_secret, mut passwords) = (None, HashMap::new());
        let kind = match method {
            AcpAuthenticationMethod::Static => {
                let settings = self.of_static.unwrap_or_default();
                let users = settings.users.into_iter().map(|user| {
                    if let Some(password) = user.password {
                        passwords.insert(user.username.clone(), password);
                    }
                    StaticUser::new(user.username, user.authentication_context)
                });
                MethodKind::Static(Static { hint: settings.hint, users: users.collect() })
            }
            AcpAuthenticationMethod::Oidc => {
                let settings = self.oidc.unwrap_or_default();
                client_secret = settings.client_secret;
                MethodKind::Oidc(Oidc {
                    issuer_url: settings.issuer_url,
                    client: upstream(settings.client_id, settings.redirect_url, settings.scopes),
                    get_user_info: settings.get_user_info,
                })
            }
            AcpAuthenticationMethod::Azure => {
                let settings = self.azure.unwrap_or_default();
                client_secret = settings.client_secret;
                MethodKind::Azure(Azure {
                    tenant: settings.tenant,
                    client: upstream(settings.client_id, settings.redirect_url, settings.scopes),
                    get_user: settings.get_user,
                    fetch_groups: settings.fetch_groups,
                    only_security_groups: settings.only_security_groups,
                    group_name_format: settings.group_name_format,
                })
            }
            AcpAuthenticationMethod::Cognito => {
                let settings = self.cognito.unwrap_or_default();
                client_secret = settings.client_secret;
                MethodKind::Cognito(Cognito {
                    region: settings.region,
                    pool_id: settings.pool_id,
                    client: upstream(settings.client_id, settings.redirect_url, settings.scopes),
                    get_user_info: settings.get_user_info,
                })
            }
            AcpAuthenticationMethod::Custom => {
                MethodKind::Custom(Custom { login_url: self.custom.unwrap_or_default().login_url })
            }
        };
        let method = Method {
            id: self.id,
            name: self.name,
            disabled: self.disabled,
            mappings: self.mappings,
            attributes: self.attributes,
            kind,
            stamp: 0,
        };
        Ok(NewMethod { method, client_secret: filled(client_secret), passwords })
    }
}

fn upstream(client_id: String, redirect_url: String, scopes: Vec<String>) -> UpstreamClient {
    UpstreamClient::new(client_id, filled(Some(redirect_url)), scopes)
}

impl AcpStaticUser {
    fn of(user: &StaticUser) -> Self {
        Self { username: user.username.clone(), password: None, authentication_context: user.context.clone() }
    }
}
