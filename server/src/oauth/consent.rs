//! The page that asks a user what a client may do (ACP behaviour §9).

use authplane_domain::catalogue::scope::{self, ScopeWithService};
use authplane_domain::sign_in::consent::AskedScope;
use authplane_domain::sign_in::login_request::{Progress, SignedIn};
use authplane_domain::sign_in::session::{self, Authentication};
use authplane_domain::sign_in::trail::Refusal;
use authplane_domain::sign_in::{authentication, device_authorization, subject};
use serde_json::Value;

use crate::context::Context;
use crate::edge::endpoint as dropshot;
use crate::edge::{Answer, FormFields, Path, Request, Surface};
use crate::oauth::IssuerPath;
use crate::oauth::authorize::offer::Offer;
use crate::oauth::authorize::{decision, grant, waiting};
use crate::oauth::browser::page_error::PageError;
use crate::oauth::login::{Login, form_of};
use crate::pages::consent::{Consent, Scope};
use crate::pages::device::ConfirmDevice;

/// Ask for consent
#[dropshot::endpoint { method = GET, path = "/{tid}/{aid}/consent", unpublished = true }]
async fn consent_page(request: Request<Context>, path: Path<IssuerPath>) -> Result<Answer, PageError> {
    let login = Login::of_query(&request, path.0.server()).await?;
    let asked = async {
        let signed_in = asked_here(&login).await?;
        match decision::offered(&login.flow, &signed_in).await? {
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
    if !lasts || !authentication::still_signs_in(&login.methods, &signed_in.authentication) {
        return Err(PageError::expired());
    }
    Ok(signed_in)
}

/// The same where they are asked by our page. What a page of the operator's own has decided stands, be it a refusal or a part: nobody gets around it by going to
/// ours. But a device is always confirmed at ours, within what the other page granted ([`decision::offered`]).
async fn asked_here(login: &Login<'_>) -> Result<SignedIn, PageError> {
    let is_decided = !matches!(login.login_request.progress, Progress::SignedIn { .. });
    if is_decided && login.flow.authorization.device.is_none() {
        return Err(PageError::expired());
    }
    signed_in(login).await
}

/// What the token of the form is good for: the consent of whoever it was shown to. Somebody else may have signed in in another tab since.
fn purpose(login: &Login<'_>, signed_in: &SignedIn) -> String {
    format!("consent:{}:{}", login.login_request.id, signed_in.session_id.as_deref().unwrap_or_default())
}

async fn ask(login: &Login<'_>, signed_in: &SignedIn, offer: &Offer) -> Result<Answer, PageError> {
    let flow = &login.flow;
    let (store, server, client) = (&flow.context().store, &flow.server, &flow.client.client);
    let known = scope::list_of_server(store, server.key()).await?;
    let privacy = client.metadata.privacy.as_ref();
    let texts: Vec<Texts> = offer.asked().iter().map(|asked| Texts::of(asked, &known)).collect();
    let shown = offer.names().zip(&texts).map(|(name, texts)| Scope {
        name,
        title: &texts.title,
        description: &texts.description,
        service: (!texts.service.is_empty()).then_some(texts.service.as_str()),
        purpose: privacy.and_then(|privacy| privacy.scopes.get(name)).map(|scope| scope.purpose.as_str()),
        required: name == "openid",
    });
    let scopes: Vec<Scope<'_>> = shown.collect();
    let (token, path) =
        (login.form_token(&purpose(login, signed_in)), format!("/{}/{}/consent", server.tenant_id, server.id));
    if let Some(device) = &flow.authorization.device {
        let found = device_authorization::find(store, &server.tenant_id, device).await?;
        let found = found.filter(|device| device.waits(flow.context().now().timestamp()));
        return Ok(ConfirmDevice {
            frame: flow.frame(),
            action: &path,
            hidden: &[("login_id", &login.login_request.id), ("csrf", &token)],
            user_code: &found.ok_or_else(PageError::expired)?.shown_user_code(),
            subject: Some(display_name(&signed_in.authentication)),
            somebody_else: Some(&login.path("login")),
            scopes: &scopes,
        }
        .render());
    }
    Ok(Consent {
        frame: flow.frame(),
        action: &path,
        hidden: &[("login_id", &login.login_request.id), ("csrf", &token)],
        subject: display_name(&signed_in.authentication),
        somebody_else: Some(&login.path("login")),
        scopes: &scopes,
    }
    .render())
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
        let flow = &login.flow;
        if fields.single("decision")? != Some("allow") {
            let description = "the user did not consent";
            let refusal = Refusal::Consent(&signed_in.authentication.subject);
            return waiting::refuse(flow, refusal, "access_denied", description).await;
        }
        let signed_in = asked_here(&login).await?;
        // Offered anew: a policy may say something else by now, and a form can send anything.
        let offer = match decision::offered(flow, &signed_in).await? {
            Ok(offer) => offer,
            Err(refused) => return Ok(refused),
        };
        let ticked: Vec<&str> = fields.all("scope").collect();
        let granted: Vec<String> =
            offer.names().filter(|name| *name == "openid" || ticked.contains(&name.as_str())).cloned().collect();
        let asked_in = Some(flow.language.tag());
        grant::grant(flow, &signed_in, &offer, &granted, asked_in).await
    };
    decided.await.map_err(|error| login.flow.page(error))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    surface.register(consent_page);
    surface.register(submit_consent);
}
