//! The page that asks a user what a client may do (ACP behaviour §9), and for the consents that policies miss (§6, §7).

use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::clients::client::ClientPrivacy;
use authplane_domain::privacy::consent::ConsentService;
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::login_request::{Progress, SignedIn};
use authplane_domain::sign_in::person;
use authplane_domain::sign_in::session::{self, Authentication};
use authplane_domain::sign_in::trail::Refusal;
use authplane_domain::sign_in::{authentication, device_authorization, subject};
use serde_json::Value;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::needed_consent::{self, Giving, NeededConsent, key};
use crate::oauth::authorize::offer::{Offer, asks_for_scopes};
use crate::oauth::authorize::{Flow, decision, grant, waiting};
use crate::oauth::browser::consent_permit::consent_permit;
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::{Login, form_of};
use crate::pages::Frame;
use crate::pages::agreement::Agreement;
use crate::pages::consent::{Consent, Scope, shown_title};
use crate::pages::device::ConfirmDevice;
use crate::pages::missing_consent::{MissingConsent, Need, Service};

/// Ask for consent
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/consent", unpublished = true }]
async fn consent_page(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let login = Login::of_query(&request, path.0.server()).await?;
    let asked = async {
        let signed_in = signed_in(&login).await?;
        match decision::offered(&login.flow, &signed_in).await? {
            Ok(offer) if offer.lacking.is_empty() && is_decided(&login) => Err(PageError::expired()),
            Ok(offer) => ask(&login, &signed_in, &offer).await,
            Err(refused) => Ok(refused),
        }
    };
    asked.await.map_err(|error| login.flow.page(error))
}

/// Who signed in for a login request, while their session lasts and they could sign in again: one that ended in another tab has ended here.
pub(super) async fn signed_in(login: &Login<'_>) -> Result<SignedIn, PageError> {
    let (Progress::SignedIn { by: signed_in, .. } | Progress::Granted { by: signed_in, .. }) =
        login.login_request.progress.clone()
    else {
        return Err(PageError::expired());
    };
    let session_id = signed_in.session_id.as_deref().ok_or_else(PageError::expired)?;
    let (store, server) = (&login.flow.context().store, &login.flow.server);
    let session = session::find(store, &server.tenant_id, session_id).await?;
    let lasts = session.is_some_and(|session| session.subject == signed_in.authentication.subject);
    let user = &signed_in.authentication;
    if !lasts || !authentication::still_signs_in(store, &server.tenant_id, &login.methods, user).await? {
        return Err(PageError::expired());
    }
    Ok(signed_in)
}

/// Has a page of the operator's own decided about the scopes? That stands, be it a refusal or a part: nobody gets around it by going to our page, which asks for
/// no more than the consents that policies miss. But a device is always confirmed at ours, within what the other page granted ([`decision::offered`]).
fn is_decided(login: &Login<'_>) -> bool {
    !matches!(login.login_request.progress, Progress::SignedIn { .. }) && login.flow.authorization.device.is_none()
}

/// What the token of the form is good for: the consent of whoever it was shown to. Somebody else may have signed in in another tab since.
fn purpose(login: &Login<'_>, signed_in: &SignedIn) -> String {
    format!("consent:{}:{}", login.login_request.id, signed_in.session_id.as_deref().unwrap_or_default())
}

/// What a form says that only asks for consents, so that nobody takes it for one on which all scopes were unticked.
const NO_SCOPES: (&str, &str) = ("asked_for", "consents");
/// The fields of consents: of each that was shown, and of each that is ticked.
const SHOWN: &str = "shown_consent";
const TICKED: &str = "consent";

async fn ask(login: &Login<'_>, signed_in: &SignedIn, offer: &Offer) -> Result<Answer, PageError> {
    let flow = &login.flow;
    let (store, server, client) = (&flow.context().store, &flow.server, &flow.client.client);
    let known = scope::list_of_server(store, server.key()).await?;
    let privacy = client.metadata.privacy.as_ref();
    let texts: Vec<Texts> = offer.asked().iter().map(|asked| Texts::of(asked, &known)).collect();
    let said: Vec<Said<'_>> = offer.names().map(|name| Said::of(privacy, name)).collect();
    let shown = offer.names().zip(&texts).zip(&said).map(|((name, texts), said)| Scope {
        name,
        title: &texts.title,
        description: &texts.description,
        service: (!texts.service.is_empty()).then_some(texts.service.as_str()),
        purpose: said.purpose,
        pii_categories: &said.pii_categories,
        required: name == "openid",
    });
    let scopes: Vec<Scope<'_>> = shown.collect();
    let frame = flow.frame();
    let needed = offer.lacking.needed();
    let consents: Vec<MissingConsent<'_>> =
        needed.iter().map(|needed| shown_consent(needed, &frame, &scopes)).collect();
    let (token, path) =
        (login.form_token(&purpose(login, signed_in)), format!("/{}/{}/consent", server.tenant_id, server.id));
    let mut hidden = vec![("login_id", login.login_request.id.as_str()), ("csrf", &token)];
    if let Some(device) = &flow.authorization.device {
        let found = device_authorization::find(store, &server.tenant_id, device).await?;
        let found = found.filter(|device| device.waits(flow.context().now().timestamp()));
        return Ok(ConfirmDevice {
            frame,
            action: &path,
            hidden: &hidden,
            user_code: &found.ok_or_else(PageError::expired)?.shown_user_code(),
            subject: Some(display_name(&signed_in.authentication)),
            somebody_else: Some(&login.path("login")),
            scopes: &scopes,
            consents: &consents,
        }
        .render());
    }
    let subject = display_name(&signed_in.authentication);
    let somebody_else = login.path("login");
    let (action, somebody_else) = (path.as_str(), Some(somebody_else.as_str()));
    let asks_for_consents_alone = !offer.lacking.is_empty()
        && (is_decided(login) || !asks_for_scopes(flow, offer, &signed_in.authentication.subject).await?);
    if asks_for_consents_alone {
        hidden.push(NO_SCOPES);
        let granted = decision::granted_by_page(flow, &signed_in.authentication.subject);
        let is_granted = |name: &str| granted.is_none_or(|granted| granted.iter().any(|granted| granted == name));
        let says_something = |scope: &Scope<'_>| scope.purpose.is_some() || !scope.pii_categories.is_empty();
        let told: Vec<Scope<'_>> =
            scopes.into_iter().filter(|scope| is_granted(scope.name) && says_something(scope)).collect();
        let page =
            Agreement { frame, action, hidden: &hidden, subject, somebody_else, consents: &consents, told: &told };
        return Ok(page.render());
    }
    let page = Consent { frame, action, hidden: &hidden, subject, somebody_else, scopes: &scopes, consents: &consents };
    Ok(page.render())
}

/// What a client says of a scope.
struct Said<'a> {
    purpose: Option<&'a str>,
    pii_categories: Vec<&'a str>,
}

impl<'a> Said<'a> {
    fn of(privacy: Option<&'a ClientPrivacy>, name: &str) -> Self {
        let said = privacy.and_then(|privacy| privacy.scopes.get(name));
        let categories = said.map(|said| said.pii_categories.as_slice()).unwrap_or_default();
        Self {
            purpose: said.map(|said| said.purpose.as_str()).filter(|purpose| !purpose.trim().is_empty()),
            pii_categories: categories.iter().map(|category| category.name.as_str()).collect(),
        }
    }
}

/// A consent as pages show it.
fn shown_consent<'a>(needed: &NeededConsent<'a>, frame: &Frame<'a>, scopes: &[Scope<'a>]) -> MissingConsent<'a> {
    let title = |name: &&'a str| {
        let scope = scopes.iter().find(|scope| scope.name == *name);
        scope.map_or(*name, |scope| shown_title(frame, *scope))
    };
    let services = |services: &'a [ConsentService]| {
        let purposes = |service: &'a ConsentService| {
            service.purposes.iter().map(|purpose| (purpose.name.as_str(), purpose.primary))
        };
        services.iter().map(|service| Service { name: &service.name, purposes: purposes(service).collect() }).collect()
    };
    let consent = needed.consent;
    MissingConsent {
        key: key(consent),
        name: &consent.name,
        description: &consent.description,
        need: match &needed.need {
            needed_consent::Need::Everything => Need::Everything,
            needed_consent::Need::Scopes(names) => Need::Scopes(names.iter().map(title).collect()),
            needed_consent::Need::Nothing => Need::Nothing,
        },
        pii_categories: consent.pii_categories.0.iter().map(|category| category.name.as_str()).collect(),
        internal_services: services(&consent.internal_services.0),
        third_party_services: services(&consent.third_party_services.0),
        can_be_withdrawn: consent.can_be_withdrawn,
    }
}

/// What is said of a name: what it means in this request, at each of the services where it means something.
struct Texts {
    title: String,
    description: String,
    service: String,
}

impl Texts {
    fn of(asked: &AskedScope, known: &[ScopeWithService]) -> Self {
        let meant = || known.iter().filter(|listed| asked.ids.contains(&listed.scope.id));
        let services = meant().filter_map(|listed| listed.service.as_ref());
        Self {
            title: joined(", ", meant().map(|listed| listed.scope.display_name.as_str())),
            description: joined(" ", meant().filter_map(|listed| listed.scope.description.as_deref())),
            // The built-in ones are no service that anybody knows by its name.
            service: joined(", ", services.filter(|service| !service.system).map(|service| service.name.as_str())),
        }
    }
}

/// Those that say something, each once.
pub(super) fn joined<'a>(separator: &str, texts: impl Iterator<Item = &'a str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for text in texts.filter(|text| !text.trim().is_empty()) {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all.join(separator)
}

/// As the user knows themselves.
pub(super) fn display_name(authentication: &Authentication) -> &str {
    let known = ["name", "email", "preferred_username"].iter().find_map(|name| authentication.context.get(*name));
    known.and_then(Value::as_str).unwrap_or_else(|| subject::shown(authentication))
}

/// Take the user's decision
#[dropshot::endpoint { method = POST, path = "/{tid}/{aid}/consent", unpublished = true }]
async fn submit_consent(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let mut request = request;
    let body = form_of(&mut request).await?;
    let fields = FormFields::parse(&body)?;
    let login = Login::of(&request, path.0.server(), fields.single("login_id")?.unwrap_or_default()).await?;
    let decided = async {
        let signed_in = signed_in(&login).await?;
        login.check_form(&fields, &purpose(&login, &signed_in))?;
        if fields.single("decision")? == Some("allow") {
            allowed(&login, &signed_in, &fields).await
        } else {
            deny(&login, &signed_in).await
        }
    };
    decided.await.map_err(|error| login.flow.page(error))
}

async fn deny(login: &Login<'_>, signed_in: &SignedIn) -> Result<Answer, PageError> {
    let refusal = Refusal::Consent(&signed_in.authentication.subject);
    waiting::refuse(&login.flow, refusal, "access_denied", "the user did not consent").await
}

/// Shows the page as it is by now.
async fn ask_again(flow: &Flow<'_>) -> Result<Answer, PageError> {
    Ok(waiting::at_page(flow, "consent", None).await?)
}

/// Gives the consents that were ticked, and grants what is then offered. Everything is asked anew: a policy may say something else by now, and a form can send
/// anything.
async fn allowed(login: &Login<'_>, signed_in: &SignedIn, fields: &FormFields<'_>) -> Result<Answer, PageError> {
    let (flow, subject) = (&login.flow, signed_in.authentication.subject.as_str());
    let (shown, ticked): (Vec<&str>, Vec<&str>) = (fields.all(SHOWN).collect(), fields.all(TICKED).collect());
    let is_declined = |key: &str| shown.contains(&key) && !ticked.contains(&key);
    let offer = match decision::offered(flow, signed_in).await? {
        Ok(offer) => offer,
        Err(refused) => return Ok(refused),
    };
    if is_decided(login) && offer.lacking.is_empty() && shown.is_empty() {
        return Err(PageError::expired());
    }
    let needed = offer.lacking.needed();
    if needed.iter().any(|needed| needed.need == needed_consent::Need::Everything && is_declined(&key(needed.consent)))
    {
        return deny(login, signed_in).await;
    }
    let given: Vec<&NeededConsent<'_>> =
        needed.iter().filter(|needed| ticked.contains(&key(needed.consent).as_str())).collect();
    let mut offer = if given.is_empty() {
        offer
    } else {
        let person = person::of(&flow.context().store, flow.server.key(), &signed_in.authentication).await?.key();
        let giving = Giving { subject, person: &person, language: flow.language.tag() };
        let permit = consent_permit(flow.context(), &flow.server.tenant_id, &person).await?;
        if !needed_consent::give(flow.context(), &flow.acting(), giving, (&given, permit)).await? {
            // They agreed to something else than it is by now.
            return ask_again(flow).await;
        }
        match decision::offered(flow, signed_in).await? {
            Ok(offer) => offer,
            Err(refused) => return Ok(refused),
        }
    };
    let chosen = match decision::granted_by_page(flow, subject).filter(|_| is_decided(login)) {
        Some(chosen) => Choice::OfAnotherPage(chosen),
        None if fields.single(NO_SCOPES.0)? != Some(NO_SCOPES.1) => Choice::Ticked(fields.all("scope").collect()),
        // They are to be asked now, and haven't been.
        None if asks_for_scopes(flow, &offer, subject).await? => {
            return ask_again(flow).await;
        }
        None => Choice::All,
    };
    // A scope that is wanted goes without what was declined for it, as if its policy refused it: that is no refusal of the scope.
    let lacking = offer.lacking.clone();
    let is_without =
        |name: &str| chosen.has(name) && lacking.needed_by_scope(name).any(|needed| is_declined(&key(&needed.consent)));
    offer.keep(|name| !is_without(name));
    let is_still_lacking = |name: &String| chosen.has(name) && offer.lacking.of_scope(name);
    if offer.lacking.has_indispensable() || offer.names().any(is_still_lacking) {
        // What they haven't been shown yet.
        return ask_again(flow).await;
    }
    match chosen {
        Choice::OfAnotherPage(chosen) => decision::grant_as_chosen(flow, signed_in, &offer, chosen).await,
        Choice::All => decision::grant_all(flow, signed_in, &offer).await,
        Choice::Ticked(_) => {
            let granted: Vec<String> = offer.names().filter(|name| chosen.has(name)).cloned().collect();
            grant::grant(flow, signed_in, &offer, &granted, Some(flow.language.tag())).await
        }
    }
}

/// Which of the scopes that are offered are granted.
enum Choice<'a> {
    /// Those that are ticked.
    Ticked(Vec<&'a str>),
    /// Those that another page has granted.
    OfAnotherPage(&'a [String]),
    /// All: nobody needs to be asked.
    All,
}

impl Choice<'_> {
    fn has(&self, name: &str) -> bool {
        match self {
            _ if name == "openid" => true,
            Self::Ticked(ticked) => ticked.contains(&name),
            Self::OfAnotherPage(chosen) => chosen.iter().any(|chosen| chosen == name),
            Self::All => true,
        }
    }
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(consent_page);
    surface.register(submit_consent);
}
