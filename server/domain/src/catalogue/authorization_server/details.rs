//! What can be set of a server, and what is checked of it.

use url::Url;

use super::{AuthorizationServer, SigningAlgorithm};
use crate::identifier::IdForm;
use crate::sign_in::authentication::NewMethod;
use crate::{Error, Result, validate};

/// The grants that the token endpoint of a server can know, and clients can have.
pub const GRANT_TYPES: [&str; 8] = [
    "authorization_code",
    "implicit",
    "client_credentials",
    "refresh_token",
    "password",
    "urn:ietf:params:oauth:grant-type:device_code",
    "urn:ietf:params:oauth:grant-type:token-exchange",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
];

/// The named sets of restrictions that a server can have: what its other settings say, or OAuth 2.1 strictly.
pub const PROFILES: [&str; 2] = ["default", "oauth21"];
/// ACP's own, which nothing here enforces yet.
const PROFILES_TO_COME: [&str; 2] = ["fapi_rw", "openbanking_uk"];

const URI_LENGTH: usize = 2048;
/// A former secret leaves the list when nothing that it hashed is alive any more.
const MOST_ROTATED_SECRETS: usize = 10;
/// OAuth 2.1 (draft) §4.1.2: a code lives for ten minutes at most.
const LONGEST_CODE: i64 = 600;

/// What a new server is made of.
#[derive(Clone, Debug, Default)]
pub struct NewServer {
    /// Made when absent.
    pub id: Option<String>,
    /// The form of an id that is made.
    pub id_form: IdForm,
    /// What its keys are made for.
    pub key_algorithm: SigningAlgorithm,
    /// 32 characters or more; made when absent.
    pub secret: Option<String>,
    /// Former secrets that are still accepted, newest first.
    pub rotated_secrets: Vec<String>,
    /// How its users prove who they are.
    pub methods: Vec<NewMethod>,
    /// Everything that can change later.
    pub details: ServerDetails,
}

/// What a server is replaced by.
#[derive(Clone, Debug, Default)]
pub struct ServerChanges {
    /// Everything of these is replaced.
    pub details: ServerDetails,
    /// 32 characters or more; `None` keeps it.
    pub secret: Option<String>,
    /// Former secrets that are still accepted, newest first; `None` keeps them.
    pub rotated_secrets: Option<Vec<String>>,
    /// How its users prove who they are; `None` keeps them. See [`replace`](crate::sign_in::authentication::replace).
    pub methods: Option<Vec<NewMethod>>,
}

/// Everything of a server that can be set, but for secrets and authentication methods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerDetails {
    /// For people.
    pub name: String,
    /// Life of access tokens in seconds.
    pub access_token_ttl: i64,
    /// Life of authorization codes in seconds: ten minutes at most.
    pub authorization_code_ttl: i64,
    /// Life of ID tokens in seconds.
    pub id_token_ttl: i64,
    /// Life of refresh tokens in seconds.
    pub refresh_token_ttl: i64,
    /// Life of the login cookie in seconds.
    pub cookie_max_age: i64,
    /// Of [`GRANT_TYPES`].
    pub grant_types: Vec<String>,
    /// Whether every code needs a proof key (RFC 7636).
    pub enforce_pkce: bool,
    /// Whether clients may register themselves (RFC 7591).
    pub enable_dynamic_client_registration: bool,
    /// Of [`PROFILES`].
    pub profiles: Vec<String>,
    /// The policy that a client must pass to be registered here.
    pub developer_policy_id: Option<String>,
    /// The policy that a user must pass to get a token here.
    pub user_policy_id: Option<String>,
    /// Its picture; may be empty.
    pub logo_uri: String,
}

impl Default for ServerDetails {
    /// ACP's defaults, with a name that isn't one.
    fn default() -> Self {
        let grant_types = ["authorization_code", "implicit", "client_credentials", "refresh_token"];
        Self {
            name: String::new(),
            access_token_ttl: 3600,
            authorization_code_ttl: 600,
            id_token_ttl: 3600,
            refresh_token_ttl: 30 * 24 * 3600,
            cookie_max_age: 3600,
            grant_types: grant_types.map(str::to_owned).into(),
            enforce_pkce: false,
            enable_dynamic_client_registration: false,
            profiles: Vec::new(),
            developer_policy_id: None,
            user_policy_id: None,
            logo_uri: String::new(),
        }
    }
}

impl ServerDetails {
    /// `server` with these details.
    pub(crate) fn apply(self, server: AuthorizationServer) -> Result<AuthorizationServer> {
        self.check()?;
        let Self {
            name,
            access_token_ttl,
            authorization_code_ttl,
            id_token_ttl,
            refresh_token_ttl,
            cookie_max_age,
            grant_types,
            enforce_pkce,
            enable_dynamic_client_registration,
            profiles,
            developer_policy_id,
            user_policy_id,
            logo_uri,
        } = self;
        Ok(AuthorizationServer {
            name,
            access_token_ttl,
            authorization_code_ttl,
            id_token_ttl,
            refresh_token_ttl,
            cookie_max_age,
            grant_types: grant_types.into(),
            enforce_pkce,
            enable_dynamic_client_registration,
            profiles: profiles.into(),
            developer_policy_id,
            user_policy_id,
            logo_uri,
            ..server
        })
    }

    fn check(&self) -> Result<()> {
        validate::name("name", &self.name)?;
        for (field, seconds) in [
            ("access_token_ttl", self.access_token_ttl),
            ("authorization_code_ttl", self.authorization_code_ttl),
            ("id_token_ttl", self.id_token_ttl),
            ("refresh_token_ttl", self.refresh_token_ttl),
            ("cookie_max_age", self.cookie_max_age),
        ] {
            validate::seconds(field, Some(seconds))?;
            if seconds == 0 {
                return Err(Error::invalid(field, "must be at least a second"));
            }
        }
        if self.authorization_code_ttl > LONGEST_CODE {
            return Err(Error::invalid("authorization_code_ttl", "must be at most ten minutes (OAuth 2.1)"));
        }
        if let Some(unknown) = self.grant_types.iter().find(|grant| !GRANT_TYPES.contains(&grant.as_str())) {
            let message = format!("{unknown:?} is none of {}", GRANT_TYPES.join(", "));
            return Err(Error::invalid("grant_types", message));
        }
        no_repetition("grant_types", &self.grant_types)?;
        for profile in &self.profiles {
            if PROFILES_TO_COME.contains(&profile.as_str()) {
                // Accepting what isn't enforced would let a server be taken for safer than it is.
                let message = format!("{profile:?} isn't enforced by this version; it knows {}", PROFILES.join(", "));
                return Err(Error::invalid("profiles", message));
            }
            if !PROFILES.contains(&profile.as_str()) {
                return Err(Error::invalid("profiles", format!("{profile:?} is none of {}", PROFILES.join(", "))));
            }
        }
        no_repetition("profiles", &self.profiles)?;
        validate::one_line("logo_uri", &self.logo_uri, URI_LENGTH)?;
        if !self.logo_uri.is_empty() {
            match Url::parse(&self.logo_uri) {
                // Pages show it: nothing but a picture on the web may stand there.
                Ok(url) if matches!(url.scheme(), "https" | "http") => {}
                _ => return Err(Error::invalid("logo_uri", "must be an absolute http or https URL")),
            }
        }
        Ok(())
    }
}

/// [`Error::Invalid`] for a secret that is too short, or too many of them.
pub(crate) fn check_secrets(secret: Option<&str>, rotated: &[String]) -> Result<()> {
    secret.map_or(Ok(()), |secret| validate::secret("secret", secret))?;
    if rotated.len() > MOST_ROTATED_SECRETS {
        return Err(Error::invalid("rotated_secrets", format!("at most {MOST_ROTATED_SECRETS} items")));
    }
    rotated.iter().try_for_each(|secret| validate::secret("rotated_secrets", secret))
}

fn no_repetition(field: &'static str, items: &[String]) -> Result<()> {
    match items.iter().enumerate().find(|(index, item)| items[..*index].contains(item)) {
        Some((_, twice)) => Err(Error::invalid(field, format!("{twice:?} stands twice"))),
        None => Ok(()),
    }
}
