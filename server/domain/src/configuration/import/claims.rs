//! Claims of a dump. A claim is known by its server, its type and its name.

use std::collections::{HashMap, HashSet};

use super::{Found, Importing, Reference, Writes};
use crate::catalogue::claim::{Claim, ClaimDetails, ClaimType};
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedClaim, at};
use crate::{Error, Result, validate};

type Key = (String, ClaimType, String);

fn key(claim: &Claim) -> Key {
    (claim.server_id.clone(), claim.claim_type, claim.name.clone())
}

impl Importing<'_> {
    pub(super) async fn claims(&mut self, wanted: Vec<Entry<WantedClaim>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let references: Vec<Reference<'_>> = wanted
            .iter()
            .map(|entry| Reference { at: &entry.at, field: "authorization_server_id", id: &entry.wanted.server_id })
            .collect();
        let servers = self.servers_of(&references).await?;
        let ids: HashSet<&str> = wanted.iter().map(|entry| entry.id.as_str()).collect();
        let known: HashMap<_, Whole<Claim>> = self.known(ids.iter().copied().collect()).await?;
        let alike = if known.len() == wanted.len() {
            Vec::new()
        } else {
            self.whole::<Claim>("server_id", servers.keys().map(String::as_str).collect()).await?
        };
        let alike: HashMap<Key, &Whole<Claim>> = alike
            .iter()
            .filter(|whole| !ids.contains(whole.row.id.as_str()))
            .map(|whole| (key(&whole.row), whole))
            .collect();
        drop(ids);
        let (mut writes, mut seen) = (Writes::default(), HashSet::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let same = known.get(&id);
            let natural = (wanted.server_id.clone(), wanted.details.claim_type, wanted.details.name.clone());
            let other = alike.get(&natural).copied();
            if !seen.insert(natural) {
                return Err(Error::invalid(format!("{pointer}/name"), "another claim of the dump has it"));
            }
            let row = self.claim(id, wanted, same.or(other)).map_err(|error| at(error, &pointer))?;
            let server_id = row.server_id.clone();
            let found = match (same, other) {
                (Some(same), _) => Found::Same(same),
                (None, Some(other)) => Found::Alike(other),
                (None, None) => Found::Nothing,
            };
            self.decide(&pointer, Some(&server_id), &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        // Also what a server of this import had from its beginning, under another id, and changed.
        let is_ours = |server_id: &str| self.is_new || self.new_servers.contains(server_id);
        let taken: Vec<Whole<Claim>> = writes
            .displaced
            .iter()
            .map(|(_, after)| after)
            .filter(|after| is_ours(&after.row.server_id))
            .cloned()
            .collect();
        for whole in writes.new.iter().chain(&taken) {
            self.note_made(Kind::Claim, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    fn claim(&self, id: String, wanted: WantedClaim, before: Option<&Whole<Claim>>) -> Result<Claim> {
        let WantedClaim { server_id, details, beside } = wanted;
        if before.is_none_or(|before| before.row.id != id) {
            validate::id("id", &id)?;
        }
        details.check()?;
        if before.is_some_and(|before| before.row.server_id != server_id) {
            return Err(Error::invalid("authorization_server_id", "the claim is another authorization server's"));
        }
        let ClaimDetails { name, mapping, claim_type, scopes } = details;
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.row.created_at);
        Ok(Claim {
            tenant_id: self.tenant_id().to_owned(),
            id,
            server_id,
            name,
            mapping,
            claim_type,
            scopes: scopes.into(),
            created_at: beside.created_at.unwrap_or(made_at),
        })
    }
}
