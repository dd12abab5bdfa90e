//! Consents and actions of a dump.

use std::collections::HashMap;

use super::{Found, Importing, Reference, Writes};
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedConsent, WantedConsentAction, at};
use crate::privacy::consent::{self, Consent};
use crate::privacy::consent_action::{self, ConsentAction, ConsentActionDetails, ConsentsOfAction};
use crate::{Result, validate};

impl Importing<'_> {
    pub(super) async fn consents(&mut self, wanted: Vec<Entry<WantedConsent>>) -> Result<()> {
        let known: HashMap<_, Whole<Consent>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let mut writes = Writes::default();
        for Entry { at: pointer, id, wanted } in wanted {
            let before = known.get(&id);
            let WantedConsent { details, version, beside } = wanted;
            let brought = consent::brought(
                self.store(),
                self.tenant_id(),
                id,
                (details, version),
                before.map(|before| &before.row),
            );
            let mut row = brought.map_err(|error| at(error, &pointer))?;
            row.created_at = beside.created_at.unwrap_or(row.created_at);
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, None, &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Consent, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    pub(super) async fn consent_actions(&mut self, wanted: Vec<Entry<WantedConsentAction>>) -> Result<()> {
        let known: HashMap<_, Whole<ConsentAction>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let places: Vec<String> = wanted
            .iter()
            .flat_map(|entry| {
                (0..entry.wanted.details.consents.len()).map(|index| format!("{}/consents/{index}", entry.at))
            })
            .collect();
        let asked = wanted.iter().flat_map(|entry| &entry.wanted.details.consents);
        let references: Vec<Reference<'_>> = places
            .iter()
            .zip(asked)
            .filter(|(_, consent)| !consent.id.is_empty())
            .map(|(at, consent)| Reference { at, field: "id", id: &consent.id })
            .collect();
        self.check_references::<Consent>(&references).await?;
        let mut writes = Writes::default();
        for Entry { at: pointer, id, wanted } in wanted {
            let before = known.get(&id);
            let row = self.consent_action(id, wanted, before).map_err(|error| at(error, &pointer))?;
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, None, &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        let new: Vec<&ConsentAction> = writes.new.iter().map(|whole| &whole.row).collect();
        consent_action::insert_consents(self.transaction, &new).await?;
        let changed: Vec<(&ConsentAction, &ConsentAction)> =
            writes.changed.iter().map(|(before, after)| (&before.row, &after.row)).collect();
        consent_action::replace_consents(self.transaction, &changed).await?;
        for whole in &writes.new {
            self.note_made(Kind::ConsentAction, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    fn consent_action(
        &self,
        id: String,
        wanted: WantedConsentAction,
        before: Option<&Whole<ConsentAction>>,
    ) -> Result<ConsentAction> {
        let WantedConsentAction { details, beside } = wanted;
        if before.is_none() {
            validate::id("id", &id)?;
        }
        details.check()?;
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.row.created_at);
        let ConsentActionDetails { name, description, consents } = details;
        // Who brings the same again changes nothing.
        let lost_required = before.is_some_and(|before| before.row.lost_required && before.row.consents.0 == consents);
        Ok(ConsentAction {
            tenant_id: self.tenant_id().to_owned(),
            id,
            name,
            description,
            consents: ConsentsOfAction(consents),
            lost_required,
            created_at: beside.created_at.unwrap_or(made_at),
        })
    }
}
