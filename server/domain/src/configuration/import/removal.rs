//! What a dump lacks, and goes: what earlier imports made, when that is asked for; and what a tenant or a server that this import made started with.

use std::collections::HashSet;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{EntityTrait, QueryFilter};

use super::{Importing, Managed};
use crate::catalogue::api::Api;
use crate::catalogue::authorization_server::AuthorizationServer;
use crate::catalogue::claim::Claim;
use crate::catalogue::gateway::Gateway;
use crate::catalogue::policy::Policy;
use crate::catalogue::scope::Scope;
use crate::catalogue::service::{self, Service};
use crate::clients::api_client::ApiClient;
use crate::clients::client::{self, Client};
use crate::clients::role::Role;
use crate::configuration::imported;
use crate::configuration::outcome::{Step, Verb};
use crate::configuration::thing::{Configured, Kind, Thing};
use crate::configuration::wanted::ScopeLists;
use crate::installation::built_in;
use crate::privacy::consent::{self, Consent};
use crate::privacy::consent_action::{self, ConsentAction};
use crate::storage::row::{self, Row};
use crate::{Error, Result};

impl Importing<'_> {
    /// Those first that refer to others.
    pub(super) async fn remove_others(
        &mut self,
        managed: &Managed,
        scope_lists: ScopeLists,
        is_complete: bool,
    ) -> Result<()> {
        let ScopeLists { alone, of_services } = scope_lists;
        let mut of_services: HashSet<String> = of_services.into_iter().map(|id| self.here(Kind::Service, id)).collect();
        self.remove_beginnings(managed).await?;
        if !self.options.prune || !is_complete {
            return Ok(());
        }
        if let Some(Some(wanted)) = managed.get(&Kind::Service) {
            // Of a service that isn't in it any more the dump has no scopes either.
            let wanted: HashSet<String> = wanted.iter().map(|id| self.here(Kind::Service, id.clone())).collect();
            let made = imported::of_kind(self.transaction, Kind::Service).await?;
            of_services.extend(made.into_keys().filter(|id| !wanted.contains(id)));
        }
        self.scope_lists = ScopeLists { alone, of_services };
        self.remove::<ApiClient>(managed).await?;
        self.remove::<Role>(managed).await?;
        self.remove::<Api>(managed).await?;
        self.remove::<Claim>(managed).await?;
        self.remove::<Gateway>(managed).await?;
        self.remove::<Client>(managed).await?;
        self.remove::<Scope>(managed).await?;
        self.remove::<Service>(managed).await?;
        self.remove::<AuthorizationServer>(managed).await?;
        self.remove::<ConsentAction>(managed).await?;
        self.remove::<Consent>(managed).await?;
        self.remove::<Policy>(managed).await
    }

    /// Claims and policies that a new tenant or server starts with, and whoever wrote the dump had removed.
    async fn remove_beginnings(&mut self, managed: &Managed) -> Result<()> {
        if let Some(Some(wanted)) = managed.get(&Kind::Claim)
            && (self.is_new || !self.new_servers.is_empty())
        {
            let claims: Vec<Claim> = self.all().await?;
            let is_ours = |claim: &Claim| self.is_new || self.new_servers.contains(&claim.server_id);
            let gone: Vec<&Claim> = claims.iter().filter(|row| is_ours(row) && !wanted.contains(&row.id)).collect();
            for claim in gone {
                row::remove(self.transaction, claim).await?;
            }
        }
        if let Some(Some(wanted)) = managed.get(&Kind::Policy)
            && self.is_new
        {
            let policies: Vec<Policy> = self.all().await?;
            for policy in policies.iter().filter(|row| !wanted.contains(&row.id)) {
                // What is built in, and that a dump of another system doesn't have, may need it.
                if crate::catalogue::policy::used_by(self.transaction, &policy.id).await?.is_none() {
                    row::remove(self.transaction, policy).await?;
                }
            }
        }
        Ok(())
    }

    async fn all<R: Configured>(&self) -> Result<Vec<R>> {
        let select = <R::Entity as EntityTrait>::find().filter(Expr::col("tenant_id").eq(self.tenant_id()));
        Ok(select.all(&**self.transaction).await?)
    }

    async fn remove<R: Configured + Removable>(&mut self, managed: &Managed) -> Result<()> {
        let Some(Some(wanted)) = managed.get(&R::KIND) else { return Ok(()) };
        let made = imported::of_kind(self.transaction, R::KIND).await?;
        let here: HashSet<String> = wanted.iter().map(|id| self.here(R::KIND, id.clone())).collect();
        let mut ids: HashSet<&str> = made.keys().map(String::as_str).filter(|id| !here.contains(*id)).collect();
        for whole in self.whole::<R>("id", ids.iter().copied().collect()).await? {
            let row = &whole.row;
            if !row.would_be_in(&self.scope_lists) {
                ids.remove(row.id());
                continue;
            }
            // Another one under the same id, which a hand made since, stays.
            if made.get(row.id()) != Some(&row.made_at()) || row.is_built_in() {
                continue;
            }
            if R::KIND == Kind::Gateway {
                service::let_go_of_gateway(self.transaction, row.id()).await?;
            }
            row.refuse_if_used(self).await?;
            self.refuse_if_others_hang(R::KIND, row.id()).await?;
            if let Thing::Consent(consent) = R::into_thing(whole.clone()) {
                consent::let_go_of_grants(self.transaction, &consent.row).await?;
            }
            row::remove(self.transaction, row).await?;
            if let Thing::Gateway(gateway) = R::into_thing(whole.clone()) {
                // A gateway takes its client along.
                client::remove_along(self.transaction, &gateway.row.client_id).await?;
            }
            self.outcome.steps.push(Step {
                at: String::new(),
                verb: Verb::Remove,
                kind: R::KIND,
                id: row.id().to_owned(),
                before: Some(R::into_thing(whole.clone())),
                after: None,
            });
        }
        imported::forget(self.transaction, R::KIND, &ids.into_iter().collect::<Vec<_>>()).await
    }

    /// What a hand made stays, and so does what it hangs on. What an import made and the dump lacks is gone by now, where the dump has its list.
    async fn refuse_if_others_hang(&self, kind: Kind, id: &str) -> Result<()> {
        match kind {
            Kind::Server => {
                self.refuse_if_some::<Client>(kind, "server_id", id).await?;
                self.refuse_if_some::<Service>(kind, "server_id", id).await?;
                self.refuse_if_some::<Gateway>(kind, "server_id", id).await?;
                self.refuse_if_some::<Scope>(kind, "server_id", id).await?;
                self.refuse_if_some::<Api>(kind, "server_id", id).await?;
                self.refuse_if_some::<Claim>(kind, "server_id", id).await
            }
            Kind::Client => self.refuse_if_some::<Gateway>(kind, "client_id", id).await,
            Kind::Service => {
                self.refuse_if_some::<Scope>(kind, "service_id", id).await?;
                self.refuse_if_some::<Api>(kind, "service_id", id).await
            }
            _ => Ok(()),
        }
    }

    async fn refuse_if_some<R: Configured + Removable>(&self, of: Kind, column: &'static str, id: &str) -> Result<()> {
        let hanging = self.whole::<R>(column, vec![id]).await?;
        match hanging.iter().map(|whole| &whole.row).find(|row| !row.comes_with_others()) {
            None => Ok(()),
            Some(row) => {
                let (called, thing) = (of.thing().replace('_', " "), R::THING);
                let message =
                    format!("the {called} {id:?} isn't in it, and its {thing} {:?} would go with it", row.id());
                let list = match of {
                    Kind::Client => "/clients",
                    Kind::Server => "/servers",
                    _ => "/services",
                };
                Err(Error::invalid(list, message))
            }
        }
    }

    async fn refuse_if_used(&self, policy: &Policy) -> Result<()> {
        match crate::catalogue::policy::used_by(self.transaction, &policy.id).await? {
            Some(user) => {
                let message = format!("the policy {:?} isn't in the dump, and {user} uses it", policy.id);
                Err(Error::invalid("/policies", message))
            }
            None => Ok(()),
        }
    }

    /// What a hand made goes on asking for it.
    async fn refuse_if_asked_for(&self, consent: &Consent) -> Result<()> {
        match consent_action::asking_for(self.transaction, &consent.id).await?.first() {
            Some(action) => {
                let message =
                    format!("the consent {:?} isn't in it, and the action {:?} asks for it", consent.id, action.id);
                Err(Error::invalid("/consents", message))
            }
            None => Ok(()),
        }
    }
}

/// What can go when it isn't in a dump any more.
trait Removable: Row {
    /// Whether the dump would have it, by the lists that it has of its kind.
    fn would_be_in(&self, _lists: &ScopeLists) -> bool {
        true
    }

    fn is_built_in(&self) -> bool {
        false
    }

    /// Whether its server or service has it by itself, and takes it along.
    fn comes_with_others(&self) -> bool {
        self.is_built_in()
    }

    fn refuse_if_used(&self, _importing: &Importing<'_>) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }
}

impl Removable for ApiClient {}

impl Removable for Role {}

impl Removable for Api {}

impl Removable for Claim {
    fn comes_with_others(&self) -> bool {
        built_in::is_usual_claim(self)
    }
}

impl Removable for Gateway {}

impl Removable for ConsentAction {}

impl Removable for Consent {
    async fn refuse_if_used(&self, importing: &Importing<'_>) -> Result<()> {
        importing.refuse_if_asked_for(self).await
    }
}

impl Removable for Client {
    fn is_built_in(&self) -> bool {
        self.system
    }
}

impl Removable for Scope {
    fn would_be_in(&self, lists: &ScopeLists) -> bool {
        self.service_id.as_ref().map_or(lists.alone, |id| lists.of_services.contains(id))
    }

    fn is_built_in(&self) -> bool {
        self.service_id.as_deref().is_some_and(service::is_id_of_built_in)
    }
}

impl Removable for Service {
    fn is_built_in(&self) -> bool {
        self.system
    }
}

impl Removable for AuthorizationServer {
    fn is_built_in(&self) -> bool {
        self.opens_control_surface()
    }
}

impl Removable for Policy {
    async fn refuse_if_used(&self, importing: &Importing<'_>) -> Result<()> {
        importing.refuse_if_used(self).await
    }
}
