//! What a server's `profiles` allow. Each profile is a row of rules here; whoever acts by a rule asks the server's [`Profile`] and never which profiles it has.
//! FAPI 1 and 2 will be further rows.

use std::sync::LazyLock;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::Client;
use authplane_domain::clients::client::ClientAuthentication::{
    self, ClientSecretBasic, ClientSecretJwt, ClientSecretPost, None as NoAuthentication, PrivateKeyJwt,
};

/// The rules of a profile, or of several together. Each rule has an order: of two, one is the stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule by itself, and profiles combine them freely")]
pub struct Profile {
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

/// Which audiences an assertion may be for, the stricter one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssertionAudience {
    /// The issuer, or an endpoint that takes such assertions (RFC 7523 §3, OpenID Connect Core §9).
    Any,
    /// The issuer alone, as a single string (FAPI 2.0 Security Profile §5.3.2.1): an endpoint's URL may have been another server's doing.
    IssuerOnly,
}

const CLIENT_AUTHENTICATION: &[ClientAuthentication] =
    &[ClientSecretBasic, ClientSecretPost, ClientSecretJwt, PrivateKeyJwt, NoAuthentication];

/// Every profile by its name in `profiles`.
const ROWS: [(&str, Profile); 2] = [("default", Profile::DEFAULT), ("oauth21", Profile::OAUTH_2_1)];

/// The rules of every set of profiles that a server can name. Bit `n` of the index is row `n`.
static OF_SETS: LazyLock<[Profile; 1 << ROWS.len()]> = LazyLock::new(|| {
    std::array::from_fn(|set| {
        let named = ROWS.iter().enumerate().filter(|(row, _)| set & (1 << row) != 0);
        named.fold(Profile::DEFAULT, |rules, (_, (_, profile))| rules.stricter(profile))
    })
});

impl Profile {
    /// What holds for every server: no profile is laxer.
    pub const DEFAULT: Self = Self {
        proof_key_for_all: false,
        implicit: true,
        password: true,
        client_authentication: CLIENT_AUTHENTICATION,
        assertion_audience: AssertionAudience::Any,
        longest_code: 600,
        client_algorithms: &["RS256", "PS256", "ES256", "EdDSA", "HS256"],
        unsigned_request_objects: true,
    };

    const OAUTH_2_1: Self = Self {
        proof_key_for_all: true,
        implicit: false,
        password: false,
        assertion_audience: AssertionAudience::IssuerOnly,
        longest_code: 60,
        unsigned_request_objects: false,
        ..Self::DEFAULT
    };

    /// The rules of a server: each as strict as the strictest of the profiles that it names has it.
    #[must_use]
    pub fn of(server: &AuthorizationServer) -> &'static Self {
        let set = (0..ROWS.len()).filter(|row| server.profiles.has(ROWS[*row].0)).fold(0, |set, row| set | (1 << row));
        &OF_SETS[set]
    }

    /// The stricter of both, rule by rule.
    #[must_use]
    pub fn stricter(self, other: &Self) -> Self {
        let Self {
            proof_key_for_all,
            implicit,
            password,
            client_authentication,
            assertion_audience,
            longest_code,
            client_algorithms,
            unsigned_request_objects,
        } = *other;
        Self {
            proof_key_for_all: self.proof_key_for_all || proof_key_for_all,
            implicit: self.implicit && implicit,
            password: self.password && password,
            client_authentication: common(self.client_authentication, client_authentication),
            assertion_audience: self.assertion_audience.max(assertion_audience),
            longest_code: self.longest_code.min(longest_code),
            client_algorithms: common(self.client_algorithms, client_algorithms),
            unsigned_request_objects: self.unsigned_request_objects && unsigned_request_objects,
        }
    }

    /// May clients of servers with these rules authenticate in this way?
    #[must_use]
    pub fn takes_method(&self, method: ClientAuthentication) -> bool {
        self.client_authentication.contains(&method)
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

/// What both lists have, in the order of the first.
fn common<T: Copy + PartialEq>(one: &'static [T], other: &'static [T]) -> &'static [T] {
    if one.iter().all(|member| other.contains(member)) {
        return one;
    }
    // It stays as long as the rules that it is part of, which is for ever: once for each set of profiles.
    one.iter().copied().filter(|member| other.contains(member)).collect::<Vec<_>>().leak()
}
