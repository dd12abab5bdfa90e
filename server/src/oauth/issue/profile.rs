//! What a server's `profiles` allow: the one place where a profile makes a difference. FAPI 1 and 2 will be further rows here.

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::Client;
use authplane_domain::clients::client::ClientAuthentication::{
    self, ClientSecretBasic, ClientSecretJwt, ClientSecretPost, None as NoAuthentication, PrivateKeyJwt,
};

use crate::oauth::client::authentication::AssertionAudience;

/// The rules of a profile.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule by itself, and profiles combine them freely")]
pub struct Profile {
    /// Its name in `profiles`.
    pub name: &'static str,
    /// Every code needs a proof key, also a confidential client's (OAuth 2.1 §4.1.1). Else that of public clients, and of all where the server enforces it.
    pub proof_key_for_all: bool,
    /// Tokens may leave the authorization endpoint (RFC 9700 §2.1.2 says no).
    pub implicit: bool,
    /// A user's password may be handed to a client (RFC 9700 §2.4 says no).
    pub password: bool,
    /// How clients may authenticate.
    pub client_authentication: &'static [ClientAuthentication],
    /// What the `aud` of a client's assertion may be.
    pub assertion_audience: AssertionAudience,
    /// Longest life of an authorization code in seconds (RFC 6749 §4.1.2 recommends at most ten minutes).
    pub longest_code: i64,
    /// Algorithms that assertions and request objects of clients may be signed with.
    pub client_algorithms: &'static [&'static str],
    /// A request object may go unsigned, if its client is registered so.
    pub unsigned_request_objects: bool,
}

const CLIENT_AUTHENTICATION: &[ClientAuthentication] =
    &[ClientSecretBasic, ClientSecretPost, ClientSecretJwt, PrivateKeyJwt, NoAuthentication];

const DEFAULT: Profile = Profile {
    name: "default",
    proof_key_for_all: false,
    implicit: true,
    password: true,
    client_authentication: CLIENT_AUTHENTICATION,
    assertion_audience: AssertionAudience::Any,
    longest_code: 600,
    client_algorithms: &["RS256", "PS256", "ES256", "EdDSA", "HS256"],
    unsigned_request_objects: true,
};

const OAUTH_2_1: Profile = Profile {
    name: "oauth21",
    proof_key_for_all: true,
    implicit: false,
    password: false,
    assertion_audience: AssertionAudience::IssuerOnly,
    longest_code: 60,
    unsigned_request_objects: false,
    ..DEFAULT
};

impl Profile {
    /// The rules of a server: those of the strictest profile that it names.
    #[must_use]
    pub fn of(server: &AuthorizationServer) -> &'static Self {
        if server.profiles.has(OAUTH_2_1.name) { &OAUTH_2_1 } else { &DEFAULT }
    }

    /// Does a code of this client's need a proof key? Whoever can't keep a secret always needs one (RFC 9700 §2.1.1).
    #[must_use]
    pub fn needs_proof_key(&self, server: &AuthorizationServer, client: &Client) -> bool {
        self.proof_key_for_all || server.enforce_pkce || client.token_endpoint_auth_method == NoAuthentication
    }

    /// May the server offer this grant at all? The server's and the client's own lists narrow it further.
    #[must_use]
    pub fn allows_grant(&self, grant: &str) -> bool {
        match grant {
            "implicit" => self.implicit,
            "password" => self.password,
            _ => true,
        }
    }

    /// The grants that a server offers: those it is set to, as far as its profile allows them.
    pub fn grants<'a>(&'a self, server: &'a AuthorizationServer) -> impl Iterator<Item = &'a str> + 'a {
        server.grant_types.iter().map(String::as_str).filter(|grant| self.allows_grant(grant))
    }

    /// Does the server offer this grant?
    #[must_use]
    pub fn offers(&self, server: &AuthorizationServer, grant: &str) -> bool {
        self.grants(server).any(|offered| offered == grant)
    }

    /// Seconds that a code of the server lives.
    #[must_use]
    pub fn code_lifetime(&self, server: &AuthorizationServer) -> i64 {
        server.authorization_code_ttl.min(self.longest_code)
    }
}
