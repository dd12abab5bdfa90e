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
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAuthentications {
    /// The methods in the order in which pages show them. Users choose among those that aren't disabled.
    #[schemars(length(max = 32))]
    methods: Vec<AcpAuthentication>,
}

/// The kinds of authentication methods.
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
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAuthentication {
    /// Id of the method, unique among those of the authorization server. It stands in subjects and callbacks, so it is chosen once.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    id: String,
    /// Name of the method, as the page shows it on which users choose.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    name: String,
    /// Which kind it is, and with it which member has its settings.
    #[schemars(title = "required")]
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<AcpAuthenticationMethod>,
    /// It isn't offered, and whoever signed in with it is signed in no longer.
    disabled: bool,
    /// Which part of what it tells about users goes where in the authentication context; all of it where there are none.
    #[schemars(length(max = 256))]
    mappings: Vec<Mapping>,
    /// What it tells about users, for people who make mappings.
    #[schemars(length(max = 256))]
    attributes: Vec<Attribute>,
    /// Its settings, where `method` is `static`.
    #[serde(rename = "static", skip_serializing_if = "Option::is_none")]
    of_static: Option<AcpStaticAuthentication>,
    /// Its settings, where `method` is `oidc`.
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc: Option<AcpOidcAuthentication>,
    /// Its settings, where `method` is `azure`.
    #[serde(skip_serializing_if = "Option::is_none")]
    azure: Option<AcpAzureAuthentication>,
    /// Its settings, where `method` is `cognito`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cognito: Option<AcpCognitoAuthentication>,
    /// Its settings, where `method` is `custom`.
    #[serde(skip_serializing_if = "Option::is_none")]
    custom: Option<AcpCustomAuthentication>,
}

/// A list of users with passwords, kept by this server.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpStaticAuthentication {
    /// The login page tells the names of the users, for demonstrations.
    hint: bool,
    /// The users, each with a name of its own.
    #[schemars(length(max = 256))]
    users: Vec<AcpStaticUser>,
}

/// A user with a password.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpStaticUser {
    /// Name that the user signs in with, compared letter by letter. It is the subject of tokens too.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 255))]
    #[schemars(regex(pattern = r"^[!-~]([ -~]*[!-~])?$"))]
    username: String,
    /// The password. Required of a new user, kept when absent. No answer tells it, since only its hash is known.
    #[serde(skip_serializing)]
    #[schemars(length(min = 1, max = 1024))]
    password: Option<String>,
    /// What is known about the user, as claims and policies see it.
    authentication_context: Map<String, Value>,
}

/// Settings of another OpenID provider, which users are sent to.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpOidcAuthentication {
    /// Issuer of the provider, where its discovery document is found.
    #[schemars(title = "required")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    issuer_url: String,
    /// Id that this server has there as a client.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// Secret that this server has there. Kept when absent, unless the issuer changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// Scopes that are asked for there, besides `openid`.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512), regex(pattern = r"^[!#-\[\]-~]+$")))]
    scopes: Vec<String>,
    /// The provider's userinfo endpoint is asked too.
    get_user_info: bool,
}

/// Settings of Microsoft Entra ID, which users are sent to.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpAzureAuthentication {
    /// The directory: its id or one of its domains.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9.-]+$"))]
    tenant: String,
    /// Id that this server has there as a client.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// Secret that this server has there. Kept when absent, unless the directory changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// Scopes that are asked for there, besides `openid`.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512), regex(pattern = r"^[!#-\[\]-~]+$")))]
    scopes: Vec<String>,
    /// Microsoft Graph is asked about the user.
    get_user: bool,
    /// Microsoft Graph is asked about the user's groups.
    fetch_groups: bool,
    /// Of the groups only security groups count.
    only_security_groups: bool,
    /// What groups are called by.
    group_name_format: GroupNameFormat,
}

/// Settings of an Amazon Cognito user pool, which users are sent to.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpCognitoAuthentication {
    /// AWS region of the pool, such as `eu-central-1`.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9-]+$"))]
    region: String,
    /// Id of the user pool, such as `eu-central-1_Q8WSOH11B`.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 128))]
    #[schemars(regex(pattern = r"^[A-Za-z0-9_-]+$"))]
    pool_id: String,
    /// Id that this server has there as a client.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    client_id: String,
    /// Secret that this server has there. Kept when absent, unless the pool changes. Shown to those alone who may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    client_secret: Option<String>,
    /// The callback that was registered there; the server's own when empty.
    #[schemars(length(max = 2048))]
    #[schemars(regex(pattern = r"^(https?://.+)?$"))]
    redirect_url: String,
    /// Scopes that are asked for there, besides `openid`.
    #[schemars(length(max = 256))]
    #[schemars(inner(length(min = 1, max = 512), regex(pattern = r"^[!#-\[\]-~]+$")))]
    scopes: Vec<String>,
    /// The pool's userinfo endpoint is asked too.
    get_user_info: bool,
}

/// Settings of a login page of one's own, which users are sent to.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AcpCustomAuthentication {
    /// Address of the page. It gets `login_id` and `login_state` in its query.
    #[schemars(title = "required")]
    #[schemars(length(max = 2048))]
    #[schemars(url)]
    login_url: String,
}

impl AcpAuthentications {
    /// The methods of a server as this dialect shows them; with the secrets of upstream clients or without.
    pub(in crate::api::acp) fn of(
        store: &Store,
        server: &AuthorizationServer,
        with_secrets: bool,
    ) -> Result<Self, DomainError> {
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
            // It stands in no server's list, which is what is shown.
            MethodKind::Users => {}
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
                MethodKind::Custom(Custom::new(self.custom.unwrap_or_default().login_url))
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
        Ok(NewMethod { method, client_secret: filled(client_secret), passwords, password_hashes: HashMap::new() })
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
