//! The secrets of a client of a dump.

use chrono::{DateTime, TimeDelta, Utc};

use super::WholeClient;
use crate::clients::client::{self, Client, ClientAuthentication, ClientDetails, ClientSecret, Standing};
use crate::configuration::beside::SecretBeside;
use crate::configuration::import::Importing;
use crate::configuration::outcome::Note;
use crate::configuration::thing::Kind;
use crate::configuration::wanted::BroughtSecret;
use crate::identifier::IdForm;
use crate::{Error, Result};

/// Most of them beside the current one: what a client is shown with, and what comes from elsewhere.
const MOST_ROTATED: usize = client::MOST_ROTATED + client::MOST_NAMED;

/// So many seconds before a time, as far as there are any.
fn earlier(time: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    time.checked_sub_signed(TimeDelta::seconds(seconds)).unwrap_or(time)
}

fn keeps_secrets(client: &Client) -> bool {
    client.token_endpoint_auth_method != ClientAuthentication::None
}

impl Importing<'_> {
    /// The client with the secrets that the dump has, else with those that are there, else with a new one: never with none that would let anybody in, and never with
    /// one that nobody is told of.
    #[expect(clippy::too_many_arguments, reason = "they are the parts of one row of a dump")]
    pub(super) fn with_secrets(
        &mut self,
        pointer: &str,
        client: Client,
        details: &ClientDetails,
        secret: Option<BroughtSecret>,
        rotated: Option<Vec<BroughtSecret>>,
        of_secrets: Option<Vec<SecretBeside>>,
        before: Option<&WholeClient>,
    ) -> Result<Client> {
        if !keeps_secrets(&client) {
            return client.with_current(None);
        }
        let store = self.store();
        // A dump that says of as many secrets as were rotated when they were made, and of none that it is the current one, has none.
        let rotated_ones = rotated.as_ref().map_or(0, Vec::len);
        let is_without = secret.is_none() && of_secrets.as_ref().is_some_and(|said| said.len() == rotated_ones);
        let rotated = if is_without { Some(rotated.unwrap_or_default()) } else { rotated };
        let mut said = of_secrets.unwrap_or_default().into_iter();
        // The first is the current one's, also where that came as nothing but a mask.
        if secret.is_none() && said.len() > rotated_ones {
            said.next();
        }
        let had = before.map(|before| before.row.secrets.as_slice()).unwrap_or_default();
        let current = had.iter().find(|secret| secret.standing == Standing::Current);
        let mut current = match (secret, current) {
            (Some(brought), _) => {
                let about = said.next().unwrap_or_default();
                let mut made = self.secret(&client, brought, had, "client_secret")?;
                made.standing = Standing::Current;
                made.created_at = about.created_at.unwrap_or(made.created_at);
                made.name = about.name.unwrap_or_else(|| client::CURRENT_SECRET.to_owned());
                client::check_any_secret_name("authplane/secrets", &made.name)?;
                Some(made)
            }
            (None, _) if is_without => None,
            (None, Some(known)) => Some(known.clone()),
            // Somebody took it away.
            (None, None) if before.is_some_and(|before| keeps_secrets(&before.row)) => None,
            (None, None) => {
                self.note(Note::NewSecret { at: pointer.to_owned(), kind: Kind::Client, id: client.id.clone() });
                let secret = IdForm::Xid.secret(store.environment())?;
                Some(ClientSecret::new(store, &client.tenant_id, &client.id, &secret)?)
            }
        };
        if let Some(current) = current.as_mut().filter(|_| !client.system) {
            current.ends_at = client::ends_at(details.client_secret_expires_at)?;
        }
        let made_at = current.as_ref().map_or_else(|| store.created_at(), |current| current.created_at);
        let first = usize::from(current.is_some());
        let mut secrets: Vec<ClientSecret> = current.into_iter().collect();
        match rotated {
            Some(rotated) if rotated.len() > MOST_ROTATED => {
                return Err(Error::invalid("rotated_secrets", format!("at most {MOST_ROTATED} items")));
            }
            Some(rotated) => {
                for (index, brought) in (0..).zip(rotated) {
                    let about = said.next().unwrap_or_default();
                    let mut made = self.secret(&client, brought, had, "rotated_secrets")?;
                    if made.standing == Standing::Current {
                        made.created_at = earlier(made_at, index + 1);
                        made.name = format!("{} before {}", client::CURRENT_SECRET, index + 1);
                        made.ends_at = None;
                    }
                    made.standing = Standing::Rotated;
                    made.created_at = about.created_at.unwrap_or(made.created_at);
                    made.name = about.name.unwrap_or(made.name);
                    client::check_any_secret_name("authplane/secrets", &made.name)?;
                    made.ends_at = about.ends_at.or(made.ends_at);
                    if secrets.iter().any(|other| other.name == made.name) {
                        return Err(Error::invalid("authplane/secrets", format!("{:?} stands twice", made.name)));
                    }
                    secrets.push(made);
                }
            }
            None => secrets.extend(had.iter().filter(|secret| secret.standing == Standing::Rotated).cloned()),
        }
        if let Some(twice) = secrets.iter().skip(1).find(|other| other.name == secrets[0].name) {
            return Err(Error::invalid("authplane/secrets", format!("{:?} stands twice", twice.name)));
        }
        secrets[first..].sort_by_key(|secret| std::cmp::Reverse(secret.created_at));
        Ok(client.with_secrets(secrets))
    }

    /// The row of a secret: the one that is there where it is the same.
    fn secret(
        &self,
        client: &Client,
        brought: BroughtSecret,
        had: &[ClientSecret],
        field: &'static str,
    ) -> Result<ClientSecret> {
        let store = self.store();
        for known in had {
            let is_same = match &brought {
                BroughtSecret::Clear(clear) => known.open(store)?.as_ref() == Some(clear),
                BroughtSecret::Digest(digest) => known.digest(store)? == *digest,
            };
            if is_same {
                return Ok(known.clone());
            }
        }
        let made = match brought {
            BroughtSecret::Clear(clear) => ClientSecret::new(store, &client.tenant_id, &client.id, &clear),
            BroughtSecret::Digest(digest) => Ok(ClientSecret::of_digest(store, &client.tenant_id, &client.id, digest)),
        };
        made.map_err(|error| match error {
            Error::Invalid { message, .. } => Error::invalid(field, message),
            other => other,
        })
    }
}
