//! The consents that the tenant asks its users for, what the user gave of them, and giving and taking back: what ACP's `/privacy` is for applications.

use authplane_domain::privacy::consent::{self, ConsentService, GrantType};
use authplane_domain::privacy::consent_grant::{self, Act, Manner, Shown, Standing, Standings, Wish};
use authplane_domain::{Error as DomainError, Result as DomainResult};

use super::Visitor;
use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::needed_consent::{is_key_of, key};
use crate::oauth::browser::consent_permit::consent_permit;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::form_of;
use crate::pages::account::Notice;
use crate::pages::account::consents::{Consent, Consents, Given};
use crate::tokens::tenant_signer;

/// Where it is, below the account page.
const PART: &str = "/consents";
/// Consents of one page.
const AT_ONCE: usize = 50;

/// See one's consents
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/account/consents", unpublished = true }]
async fn account_consents(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    show(&visitor, false).await.map_err(|error| visitor.page(error.into()))
}

async fn show(visitor: &Visitor<'_>, cannot_be_withdrawn: bool) -> DomainResult<Answer> {
    let (store, tenant) = (&visitor.context().store, &visitor.server.tenant_id);
    // In the order of their creation. Behind one that is gone is the beginning. One more than is shown tells whether there are more.
    let after = visitor.query("after");
    let limit = AT_ONCE as u64 + 1;
    let mut standings = Standings::behind(store, tenant, &visitor.person, after.as_deref(), limit).await?;
    let mut behind = Vec::with_capacity(AT_ONCE + 1);
    while !standings.are_over() {
        behind.extend(standings.next().await?.into_iter().map(|(standing, _)| standing));
    }
    let shown = &behind[..behind.len().min(AT_ONCE)];
    let more = shown.last().filter(|_| behind.len() > shown.len()).map(|last| last.consent.id.as_str());
    let texts: Vec<Texts> = shown.iter().map(Texts::of).collect();
    let consents: Vec<Consent<'_>> =
        shown.iter().zip(&texts).map(|(standing, texts)| shown_as(standing, texts)).collect();
    Ok(Consents { account: visitor.account(), consents: &consents, more, cannot_be_withdrawn }.render())
}

fn shown_as<'a>(standing: &'a Standing, texts: &'a Texts) -> Consent<'a> {
    let Standing { consent, now, grant } = standing;
    let given = match (now, grant) {
        (Some((_, GrantType::Explicit)), Some(grant)) => Given::Explicitly(grant.given_at),
        (Some((_, GrantType::Implicit)), Some(grant)) => Given::Implicitly(grant.given_at),
        (None, Some(grant)) if grant.granted => Given::Outdated,
        _ => Given::Nothing,
    };
    Consent {
        id: &consent.id,
        key: &texts.key,
        name: &consent.name,
        description: &consent.description,
        services: &texts.services,
        third_parties: &texts.third_parties,
        categories: &texts.categories,
        version: consent.version,
        given,
        can_be_withdrawn: consent.can_be_withdrawn,
    }
}

/// What its form calls a consent, and what it says of services and kinds of data, in a line each.
struct Texts {
    key: String,
    services: String,
    third_parties: String,
    categories: String,
}

impl Texts {
    fn of(standing: &Standing) -> Self {
        let consent = &standing.consent;
        let categories = consent.pii_categories.0.iter().map(|category| category.name.as_str());
        Self {
            key: key(consent),
            services: services(&consent.internal_services.0),
            third_parties: services(&consent.third_party_services.0),
            categories: categories.collect::<Vec<_>>().join(", "),
        }
    }
}

fn services(services: &[ConsentService]) -> String {
    let service = |service: &ConsentService| {
        let purposes: Vec<&str> = service.purposes.iter().map(|purpose| purpose.name.as_str()).collect();
        if purposes.is_empty() { service.name.clone() } else { format!("{} ({})", service.name, purposes.join(", ")) }
    };
    services.iter().map(service).collect::<Vec<_>>().join("; ")
}

/// Give a consent, or take it back
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/account/consents", unpublished = true }]
async fn decide_on_consent(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await?;
    let fields = FormFields::parse(&body)?;
    let visitor = match Visitor::of(&request, &path.0, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    let visitor = match visitor.with_form(&fields, PART).await? {
        Ok(visitor) => visitor,
        Err(sign_in) => return Ok(*sign_in),
    };
    decide(&visitor, &fields).await.map_err(|error| visitor.page(error))
}

async fn decide(visitor: &Visitor<'_>, fields: &FormFields<'_>) -> Result<Answer, PageError> {
    let (context, tenant) = (visitor.context(), &visitor.server.tenant_id);
    let id = fields.single("consent_id")?.unwrap_or_default().to_owned();
    let granted = match fields.single("granted")? {
        Some("true") => true,
        Some("false") => false,
        _ => return Err(PageError::bad_request("invalid_request", "granted is true or false")),
    };
    let consent = &consent::find(&context.store, tenant, &id).await?.ok_or_else(PageError::not_found)?;
    // Nobody gives what they haven't read. Whatever the text says by now, they may take it back; but it is this consent, and none that was made in its place.
    let shown = fields.single("shown")?.unwrap_or_default();
    let is_meant = if granted { shown == key(consent) } else { is_key_of(shown, consent) };
    if !is_meant {
        return Ok(visitor.done(PART, Some(Notice::Changed)));
    }
    if !granted && !consent.can_be_withdrawn {
        return Ok(show(visitor, true).await?);
    }
    let signer = tenant_signer::of(context, tenant).await?;
    let said = Act { language: visitor.language.tag().to_owned(), ..Act::default() };
    // Nor does another version, or another consent, come in between.
    let shown = granted.then(|| Shown::of(consent));
    let wish = Wish { shown, ..Wish::new(id, granted, GrantType::Explicit) };
    let wishes = (std::slice::from_ref(&wish), Manner::One);
    let notice = if granted { Notice::Given } else { Notice::Withdrawn };
    let permit = consent_permit(context, tenant, &visitor.person).await?;
    match consent_grant::act(&visitor.acting(), &*signer, &visitor.person, said, wishes, permit).await {
        Ok(_) => Ok(visitor.done(PART, Some(notice))),
        // It was taken back in another window, or never given.
        Err(DomainError::NotFound { .. }) => Ok(visitor.done(PART, None)),
        Err(DomainError::Conflict { .. }) => Ok(visitor.done(PART, Some(Notice::Changed))),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(account_consents);
    surface.register(decide_on_consent);
}
