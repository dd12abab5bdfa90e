//! What can be set of a method, and how the column holds it.

use aws_lc_rs::digest;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::password::{self, PasswordMemory};
use crate::storage::seal::Sealed;

/// A part of what a method tells, and where it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpMapping")]
pub struct Mapping {
    /// Path in what the method tells, with dots; `.` is everything.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"^(\.|[^.]+(\.[^.]+)*)$"))]
    pub source: String,
    /// Path in the authentication context, with dots; `.` is its root.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"^(\.|[^.]+(\.[^.]+)*)$"))]
    pub target: String,
}

/// Something that a method tells about users.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "AcpAttribute")]
pub struct Attribute {
    /// Name of the attribute, as mappings have it.
    #[schemars(title = "required")]
    #[schemars(length(min = 1, max = 512))]
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// What it says about a user, for people.
    #[schemars(length(max = 8192))]
    pub description: String,
}

/// The kind of a method, with the settings of that kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "method", content = "settings", rename_all = "snake_case")]
pub enum MethodKind {
    /// A list of users with passwords.
    Static(Static),
    /// Another OpenID provider.
    Oidc(Oidc),
    /// Microsoft Entra ID, once called Azure AD.
    Azure(Azure),
    /// An Amazon Cognito user pool.
    Cognito(Cognito),
    /// A login page of the administrator's own.
    Custom(Custom),
    /// The [users](crate::sign_in::user) of the tenant, who have a row each. It is at the tenant's default server while there is one, and no administrator's to list.
    #[serde(skip)]
    Users,
}

/// Settings of [`MethodKind::Static`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Static {
    /// Whether the page tells the credentials, for demonstrations. It can tell the names alone: passwords are known as hashes only.
    pub hint: bool,
    /// Each with a name of its own.
    pub users: Vec<StaticUser>,
}

/// A user with a password.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct StaticUser {
    /// What is typed in, compared letter by letter; the user's subject.
    pub username: String,
    /// What is known about the user (`authentication_context` in the API).
    pub context: Map<String, Value>,
    /// See [`stored_hash`](super::stored_hash).
    pub(super) password_hash: String,
    /// The [mark](Self::password_mark) of the hash that the password was given with, in base64url, once it is hashed anew. The member is called [`MARK`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) password_mark: Option<String>,
    /// Whether user and password came from another system, by the hash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_brought: bool,
    /// When the name was given to this user, in seconds since the epoch: who had it before is somebody else.
    #[serde(default)]
    pub(super) since: i64,
    /// Another number with each password: what was signed in with the one before counts no longer, however late it arrives. 0 until the password
    /// of a user from before there were stamps changes.
    #[serde(default)]
    pub(super) stamp: i64,
    /// What tells them from others in the tenant who are called so: see [`person`](crate::sign_in::person).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) number: i64,
}

/// Nobody who has no number is written otherwise than before there were any.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

/// The name of a member of [`StaticUser`].
pub(super) const MARK: &str = "password_mark";

pub(super) fn read_mark(text: &str) -> Option<[u8; password::MARK_LENGTH]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

/// Settings of [`MethodKind::Oidc`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Oidc {
    /// Where its discovery document is, without `/.well-known/openid-configuration`.
    pub issuer_url: String,
    /// This server as its client.
    #[serde(flatten)]
    pub client: UpstreamClient,
    /// Whether its userinfo endpoint is asked too.
    pub get_user_info: bool,
}

/// Settings of [`MethodKind::Azure`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Azure {
    /// The directory: its id or one of its domains.
    pub tenant: String,
    /// This server as its client.
    #[serde(flatten)]
    pub client: UpstreamClient,
    /// Whether Microsoft Graph is asked about the user.
    pub get_user: bool,
    /// Whether Microsoft Graph is asked about the user's groups.
    pub fetch_groups: bool,
    /// Whether only security groups count.
    pub only_security_groups: bool,
    /// What groups are called by.
    pub group_name_format: GroupNameFormat,
}

/// What a group of a directory is called by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AcpGroupNameFormat")]
pub enum GroupNameFormat {
    /// Its id.
    #[default]
    Id,
    /// Its name.
    Name,
}

/// Settings of [`MethodKind::Cognito`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cognito {
    /// Where the pool is, such as `us-east-1`.
    pub region: String,
    /// The pool, such as `us-east-1_Q8WSOH11B`.
    pub pool_id: String,
    /// This server as its client.
    #[serde(flatten)]
    pub client: UpstreamClient,
    /// Whether its userinfo endpoint is asked too.
    pub get_user_info: bool,
}

/// Settings of [`MethodKind::Custom`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custom {
    /// The page, which gets `login_id` and `login_state` in its query.
    pub login_url: String,
    /// What tells its users from those of other pages in the tenant whose methods have this id: see [`person`](crate::sign_in::person).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) number: i64,
}

impl Custom {
    /// A page that no server knows yet.
    #[must_use]
    pub fn new(login_url: String) -> Self {
        Self { login_url, number: 0 }
    }

    pub(crate) fn number(&self) -> i64 {
        self.number
    }
}

/// An authorization server as the client of another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpstreamClient {
    /// Its id there.
    pub client_id: String,
    /// The callback that was registered there, where it isn't this server's usual one.
    pub redirect_url: Option<String>,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// Its secret there, if it has one: see [`open_client_secret`](super::open_client_secret).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "sealed_text")]
    pub(super) client_secret: Option<Sealed>,
}

impl UpstreamClient {
    /// One without a secret; [`NewMethod`](super::NewMethod) brings it.
    #[must_use]
    pub fn new(client_id: String, redirect_url: Option<String>, scopes: Vec<String>) -> Self {
        Self { client_id, redirect_url, scopes, client_secret: None }
    }

    /// Whether it has a secret.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.client_secret.is_some()
    }
}

impl MethodKind {
    /// Its name in ACP: the value of `method` and the member that holds its settings.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Static(_) => "static",
            Self::Oidc(_) => "oidc",
            Self::Azure(_) => "azure",
            Self::Cognito(_) => "cognito",
            Self::Custom(_) => "custom",
            Self::Users => "users",
        }
    }

    /// This server as a client, where the method is another server's.
    #[must_use]
    pub fn upstream(&self) -> Option<&UpstreamClient> {
        match self {
            Self::Oidc(settings) => Some(&settings.client),
            Self::Azure(settings) => Some(&settings.client),
            Self::Cognito(settings) => Some(&settings.client),
            Self::Static(_) | Self::Custom(_) | Self::Users => None,
        }
    }

    pub(super) fn upstream_mut(&mut self) -> Option<&mut UpstreamClient> {
        match self {
            Self::Oidc(settings) => Some(&mut settings.client),
            Self::Azure(settings) => Some(&mut settings.client),
            Self::Cognito(settings) => Some(&mut settings.client),
            Self::Static(_) | Self::Custom(_) | Self::Users => None,
        }
    }

    /// Whether the client secret of one goes to the same place as that of the other.
    pub(super) fn is_at_the_place_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Oidc(one), Self::Oidc(other)) => one.issuer_url == other.issuer_url,
            (Self::Azure(one), Self::Azure(other)) => one.tenant == other.tenant,
            (Self::Cognito(one), Self::Cognito(other)) => {
                (&one.region, &one.pool_id) == (&other.region, &other.pool_id)
            }
            _ => false,
        }
    }

    /// Whether both find out from the same who somebody is: the same provider, or the same page.
    pub(super) fn leads_where(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Static(_), Self::Static(_)) | (Self::Users, Self::Users) => true,
            (Self::Custom(one), Self::Custom(other)) => one.login_url == other.login_url,
            _ => self.is_at_the_place_of(other),
        }
    }
}

impl Static {
    /// The user with exactly this name.
    #[must_use]
    pub fn user(&self, username: &str) -> Option<&StaticUser> {
        self.users.iter().find(|user| user.username == username)
    }

    /// The user with exactly this name, if that is the password. Takes as long for a name that nobody has (assertion 63): see [`Methods::sign_in`].
    ///
    /// It computes for a few dozen milliseconds and takes 19 MiB meanwhile, or for about a second and up to 64 MiB where another system made the hash: call it on a
    /// thread where that hurts nobody (`tokio::task::spawn_blocking`), on not too many of them at once.
    #[must_use]
    pub fn sign_in(&self, username: &str, password: &str, memory: &mut PasswordMemory) -> Option<&StaticUser> {
        sign_in_among(&self.users, self.users.iter(), username, password, memory)
    }
}

/// The one of `users` with exactly this name, if that is the password; a name that none of them has is checked like one of `all`.
///
/// How long a check takes is a matter of who made the hash. A name that nobody has is therefore checked against the hash of somebody that there is, and always of
/// the same: whom, only the server knows, since it is drawn with what nobody is shown of them (`stamp`, which a new hash doesn't change). So names that nobody has
/// are as quick and as slow as those that somebody has, as often, and a single one tells nothing by it. What is left: who measured a name for long sees when it
/// becomes as quick as our own hashes are, which is so of both, but at the same time as another name for those that nobody has.
pub(super) fn sign_in_among<'u>(
    users: &'u [StaticUser],
    all: impl Iterator<Item = &'u StaticUser>,
    username: &str,
    password: &str,
    memory: &mut PasswordMemory,
) -> Option<&'u StaticUser> {
    // Drawn for all names alike, for it takes its time.
    let draw = |user: &&StaticUser| {
        let [stamp, since] = [user.stamp, user.since].map(i64::to_be_bytes);
        digest::digest(
            &digest::SHA256,
            &[&stamp[..], &since, user.username.as_bytes(), &[0], username.as_bytes()].concat(),
        )
    };
    let stand_in = all.max_by_key(|user| draw(user).as_ref().to_vec());
    let known = users.iter().find(|user| user.username == username);
    if let Some(user) = known {
        return user.password_matches(password, memory).then_some(user);
    }
    match stand_in {
        // Black-boxed, or a compiler could find out that nobody wants to know.
        Some(user) => {
            std::hint::black_box(user.password_matches(password, memory));
        }
        None => password::verify_unknown_user(password, memory),
    }
    None
}

impl StaticUser {
    /// One without a password; [`NewMethod`](super::NewMethod) brings it.
    #[must_use]
    pub fn new(username: String, context: Map<String, Value>) -> Self {
        Self {
            username,
            context,
            password_hash: String::new(),
            password_mark: None,
            is_brought: false,
            since: 0,
            stamp: 0,
            number: 0,
        }
    }

    /// What tells them from others in the tenant who are called so: see [`person`](crate::sign_in::person).
    #[must_use]
    pub(crate) fn number(&self) -> i64 {
        self.number
    }

    /// Of the password: see [`Authentication::stamp`](crate::sign_in::session::Authentication::stamp).
    #[must_use]
    pub fn stamp(&self) -> i64 {
        self.stamp
    }

    /// Whether it is the user's password. It computes for long: see [`Static::sign_in`].
    #[must_use]
    pub fn password_matches(&self, password: &str, memory: &mut PasswordMemory) -> bool {
        password::matches(&self.password_hash, password, memory)
    }

    /// Tells the user's password from every other one that the user has had or will have, and nothing else about it: it is made of the salted hash, the one that
    /// the password was given with.
    #[must_use]
    pub fn password_mark(&self) -> [u8; 16] {
        let first = self.password_mark.as_deref().and_then(read_mark);
        first.unwrap_or_else(|| password::mark(&self.password_hash))
    }

    /// Is this the hash of the user's password, or was it until it was hashed anew?
    pub(super) fn has_or_had(&self, hash: &str) -> bool {
        self.password_hash == hash || self.password_mark() == password::mark(hash)
    }

    /// Takes over the password that another version of the user has, and whatever was signed in with it.
    pub(super) fn keep_password_of(&mut self, kept: &Self) {
        self.password_hash.clone_from(&kept.password_hash);
        self.password_mark.clone_from(&kept.password_mark);
        self.is_brought = kept.is_brought;
        self.stamp = kept.stamp;
    }

    /// Puts another hash of the same password in the place of the one that there is.
    pub(super) fn put_hash(&mut self, hash: String) {
        self.password_mark = Some(URL_SAFE_NO_PAD.encode(self.password_mark()));
        self.password_hash = hash;
    }
}

impl std::fmt::Debug for StaticUser {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("StaticUser").field("username", &self.username).finish_non_exhaustive()
    }
}

/// A sealed value as base64 in a JSON column.
mod sealed_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::storage::seal::Sealed;

    #[expect(clippy::ref_option, reason = "serde hands over what it has")]
    pub(super) fn serialize<S: Serializer>(sealed: &Option<Sealed>, serializer: S) -> Result<S::Ok, S::Error> {
        sealed.as_ref().map(|sealed| STANDARD.encode(&sealed.0)).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Sealed>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| STANDARD.decode(text).map(Sealed).map_err(D::Error::custom)).transpose()
    }
}
