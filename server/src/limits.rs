//! How often somebody may be wrong, or register a client, before they have to wait: the settings, together.

use crate::config::Config;

/// So many within so many seconds from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How many.
    pub number: u32,
    /// In how many seconds.
    pub seconds: u32,
}

impl Allowance {
    /// Their number, as the database counts.
    #[must_use]
    pub fn most(self) -> i32 {
        i32::try_from(self.number).unwrap_or(i32::MAX)
    }

    /// Their time, as clocks count.
    #[must_use]
    pub fn window(self) -> i64 {
        self.seconds.into()
    }
}

/// All of them. Others than those the server started with may take their place while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wrong secrets of one client or API client, or wrong registration access tokens, from one address.
    pub wrong_secrets: Allowance,
    /// Wrong passwords of one account, or on one device that signed in to it before.
    pub wrong_passwords_of_account: Allowance,
    /// Wrong passwords from one address.
    pub wrong_passwords_of_address: Allowance,
    /// Wrong user codes from one address, or in one browser.
    pub wrong_user_codes: Allowance,
    /// Registrations without an initial access token from one address.
    pub registrations: Allowance,
    /// Secrets that one client is given, or that are taken from it.
    pub secret_rotations: Allowance,
    /// Acts of one user by which they give or take back consents.
    pub consent_acts: Allowance,
}

impl Limits {
    /// As the settings say.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let allowance = |number, seconds| Allowance { number, seconds };
        Self {
            wrong_secrets: allowance(config.wrong_secrets, config.wrong_secrets_seconds),
            wrong_passwords_of_account: allowance(config.wrong_passwords_per_account, config.wrong_passwords_seconds),
            wrong_passwords_of_address: allowance(config.wrong_passwords_per_address, config.wrong_passwords_seconds),
            wrong_user_codes: allowance(config.wrong_user_codes, config.wrong_user_codes_seconds),
            registrations: allowance(config.registrations, config.registrations_seconds),
            secret_rotations: allowance(config.secret_rotations, config.secret_rotations_seconds),
            consent_acts: allowance(config.consent_acts, config.consent_acts_seconds),
        }
    }
}
