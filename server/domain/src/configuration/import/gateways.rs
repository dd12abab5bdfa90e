//! Gateways of a dump. Their clients are among its clients.

use std::collections::{HashMap, HashSet};

use super::{Found, Importing, Reference, Writes};
use crate::catalogue::authorization_server::SYSTEM;
use crate::catalogue::gateway::{self, Gateway};
use crate::clients::client::Client;
use crate::configuration::thing::{Kind, Whole};
use crate::configuration::wanted::{Entry, WantedGateway, at};
use crate::{Error, Result, validate};

impl Importing<'_> {
    pub(super) async fn gateways(&mut self, wanted: Vec<Entry<WantedGateway>>) -> Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let servers = wanted.iter().map(|entry| Reference {
            at: &entry.at,
            field: "authorization_server_id",
            id: &entry.wanted.server_id,
        });
        self.servers_of(&servers.collect::<Vec<_>>()).await?;
        let clients: Vec<Reference<'_>> = wanted
            .iter()
            .map(|entry| Reference { at: &entry.at, field: "client_id", id: &entry.wanted.client_id })
            .collect();
        self.check_references::<Client>(&clients).await?;
        let ids: HashSet<&str> = clients.iter().map(|reference| reference.id).collect();
        let clients: HashMap<_, Whole<Client, Vec<String>>> = self.known(ids.into_iter().collect()).await?;
        let known: HashMap<_, Whole<Gateway>> =
            self.known(wanted.iter().map(|entry| entry.id.as_str()).collect()).await?;
        let (mut writes, mut guards) = (Writes::default(), HashSet::new());
        for Entry { at: pointer, id, wanted } in wanted {
            let before = known.get(&id);
            if clients.get(&wanted.client_id).is_none_or(|client| client.row.server_id != SYSTEM) {
                let message = "must be a client of the authorization server that gateways ask";
                return Err(Error::invalid(format!("{pointer}/client_id"), message));
            }
            if !guards.insert(wanted.client_id.clone()) {
                return Err(Error::invalid(format!("{pointer}/client_id"), "is another gateway's"));
            }
            let row = self.gateway(id, wanted, before).map_err(|error| at(error, &pointer))?;
            let server_id = row.server_id.clone();
            let found = before.map_or(Found::Nothing, Found::Same);
            self.decide(&pointer, Some(&server_id), &found, Whole { row, hanging: () }, &mut writes);
        }
        self.write(&writes).await?;
        for whole in &writes.new {
            self.note_made(Kind::Gateway, &whole.row.id, whole.row.created_at);
        }
        Ok(())
    }

    fn gateway(&self, id: String, wanted: WantedGateway, before: Option<&Whole<Gateway>>) -> Result<Gateway> {
        let WantedGateway { server_id, client_id, name, description, gateway_type, created_at } = wanted;
        gateway::check(&name, &description)?;
        match before.map(|before| &before.row) {
            None => validate::id("id", &id)?,
            Some(before) if before.server_id != server_id => {
                return Err(Error::invalid("authorization_server_id", "the gateway is another authorization server's"));
            }
            Some(before) if before.gateway_type != gateway_type => {
                return Err(Error::invalid("type", "a gateway's type never changes"));
            }
            Some(_) => {}
        }
        let made_at = before.map_or_else(|| self.store().created_at(), |before| before.row.created_at);
        Ok(Gateway {
            tenant_id: self.tenant_id().to_owned(),
            id,
            server_id,
            client_id,
            name,
            description,
            gateway_type,
            last_active: before.and_then(|before| before.row.last_active),
            created_at: created_at.unwrap_or(made_at),
        })
    }
}
