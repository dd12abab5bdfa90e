//! What a user is asked to consent to, and whether they are asked.

use authplane_domain::Result as DomainResult;
use authplane_domain::catalogue::{claim, scope};
use authplane_domain::clients::redirect_uri;
use authplane_domain::sign_in::consent::{self, AskedScope, Consents};
use authplane_domain::sign_in::person;
use authplane_domain::sign_in::scope_grant::Given;
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::storage::cache::Freshness;

use crate::oauth::authorize::Flow;
use crate::oauth::authorize::needed_consent::Lacking;
use crate::oauth::authorize::parameters::Prompt;
use crate::oauth::client::authentication::is_public;
use crate::oauth::issue::audience::{self, Whose};
use crate::oauth::issue::authentication_context;
use crate::policy::input::{AUTHORIZE, Question};
use crate::policy::{self, Facts, Verdict};

/// What a user is asked to consent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Everything that was asked for and whose policies the user passes. Those of claims that were asked for by name need consent too, but don't go into the token.
    asked: Vec<AskedScope>,
    /// The names of those that go into the token.
    pub scopes: Vec<String>,
    /// What the user would have to consent to besides, to pass the policies of the server and of these scopes. Nothing that lacks something is granted.
    pub lacking: Lacking,
}

impl Offer {
    /// What the user may be asked for: scopes whose policies they don't pass, whatever they consent to, aren't offered (ACP behaviour §6).
    ///
    /// # Errors
    /// Without database.
    pub async fn of(flow: &Flow<'_>, authentication: &Authentication) -> DomainResult<Self> {
        let (context, server, client) = (flow.context(), &flow.server, &*flow.client);
        let of_claims: Vec<String> = match &flow.authorization.claims {
            Some(claims) => {
                let defined = claim::list_of_server(&context.store, Freshness::Notified, server.key()).await?;
                let is_allowed = |name: &String| client.scopes.iter().any(|allowed| allowed.name == *name);
                claims.scopes(&defined).into_iter().filter(is_allowed).collect()
            }
            None => Vec::new(),
        };
        let services = audience::services(context, server, client, &flow.authorization.resources).await?;
        let names: Vec<&str> = flow.authorization.scopes.iter().chain(&of_claims).map(String::as_str).collect();
        let known = scope::of_server_by_name(&context.store, server.key(), &names).await?;
        let mut offer = Self { asked: Vec::new(), scopes: Vec::new(), lacking: Lacking::default() };
        let of_services = flow.authorization.scopes.iter().map(|name| (name, services.as_deref(), true));
        // A claim is told whatever the token is for.
        for (name, services, in_token) in of_services.chain(of_claims.iter().map(|name| (name, None, false))) {
            let ids: Vec<&str> = audience::meant(client, Whose::User, None, name).map(|a| a.id.as_str()).collect();
            let rows = known.get(name.as_str()).into_iter().flat_map(|rows| rows.iter());
            let (mut passed, mut missing) = (true, Vec::new());
            for scope in rows.filter(|scope| ids.contains(&scope.id.as_str())) {
                match verdict(flow, authentication, scope.user_policy_id.as_deref()).await? {
                    Verdict::Passes => {}
                    Verdict::Lacks(more) => missing.extend(more),
                    Verdict::Refuses => passed = false,
                }
            }
            if !passed {
                continue;
            }
            if !missing.is_empty() {
                offer.lacking.add_to_scope(name, missing);
            }
            let meant = audience::meant(client, Whose::User, services, name).map(|allowed| allowed.id.clone());
            match offer.asked.iter_mut().find(|asked| asked.name == *name) {
                Some(asked) => {
                    let more: Vec<String> = meant.filter(|id| !asked.ids.contains(id)).collect();
                    asked.ids.extend(more);
                }
                None => offer.asked.push(AskedScope { name: name.clone(), ids: meant.collect() }),
            }
            if in_token && !offer.scopes.contains(name) {
                offer.scopes.push(name.clone());
            }
        }
        Ok(offer)
    }

    /// Without those that aren't wanted.
    pub fn keep(&mut self, is_wanted: impl Fn(&String) -> bool) {
        self.asked.retain(|asked| is_wanted(&asked.name));
        self.lacking.keep(|name| self.asked.iter().any(|asked| asked.name == *name));
        self.scopes.retain(is_wanted);
    }

    /// Without those that lack a consent and aren't wanted so much that it is asked for.
    pub fn keep_of_lacking(&mut self, is_wanted: impl Fn(&str) -> bool) {
        let lacking = self.lacking.clone();
        self.keep(|name| !lacking.of_scope(name) || is_wanted(name));
    }

    /// All of them, those that were asked for first.
    #[must_use]
    pub fn asked(&self) -> &[AskedScope] {
        &self.asked
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.asked.iter().map(|asked| &asked.name)
    }
}

/// What a policy says to the user.
pub(super) async fn verdict(
    flow: &Flow<'_>,
    authentication: &Authentication,
    policy_id: Option<&str>,
) -> DomainResult<Verdict> {
    if policy_id.is_none() {
        return Ok(Verdict::Passes);
    }
    let server = &flow.server;
    let store = &flow.context().store;
    // A session may be older than what is known of its user.
    let known = authentication_context::known_now(store, server.key(), authentication).await?;
    let person = person::of(store, server.key(), authentication).await?.address();
    let facts = Facts::new(&known).with_headers(flow.request.headers()).with_user(&person);
    let facts = facts.with_question(Question::at(AUTHORIZE, &server.id));
    policy::judge(store, &server.tenant_id, policy_id, facts).await
}

/// Is the user asked which scopes they give? `trusted` clients ask nobody (ACP behaviour §2); others until everything was agreed to before. A request without any scope is asked for each time.
///
/// A device is confirmed always: nothing else tells its user's own apart from that of somebody who sent them a code (RFC 8628 §5.4).
///
/// # Errors
/// Without database.
pub async fn asks_for_scopes(flow: &Flow<'_>, offer: &Offer, subject: &str) -> DomainResult<bool> {
    if flow.authorization.device.is_some() {
        return Ok(true);
    }
    if flow.client.client.trusted {
        return Ok(false);
    }
    if flow.authorization.prompt.contains(&Prompt::Consent) || offer.asked().is_empty() {
        return Ok(true);
    }
    let given = given(flow, subject).await?;
    Ok(!offer.asked().iter().all(|asked| given.cover(asked)))
}

/// May the client be told something of this user? If it is trusted, or they gave it something before.
pub(super) async fn may_know(flow: &Flow<'_>, subject: &str) -> DomainResult<bool> {
    Ok(flow.client.client.trusted || !given(flow, subject).await?.is_empty())
}

/// What the user gave the client before, as far as it is sure to be that client.
async fn given(flow: &Flow<'_>, subject: &str) -> DomainResult<Consents> {
    // RFC 8252 §8.6: any program on the user's machine can say that it is this application.
    if is_public(&flow.client.client) && redirect_uri::is_native(flow.way_back.redirect_uri()) {
        return Ok(Consents::default());
    }
    let (server, client) = (&flow.server, &flow.client.client);
    let to_whom = Given { server_id: &server.id, subject, client_id: &client.id };
    consent::find(&flow.context().store, &server.tenant_id, to_whom).await
}
