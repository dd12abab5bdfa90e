//! `/api/system/{tid}/consents`: what a user gave of consents, for services that ask and say so on their behalf. Whose it is stands in `x-subject`.

use authplane_domain::Error as DomainError;
use authplane_domain::catalogue::control_surface::{MANAGE_CONSENTS, VIEW_CONSENTS};
use authplane_domain::sign_in::person;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use crate::api::acp::consent_grants::{
    self, AcpConsentGrantPatchRequest, AcpConsentGrantPatchResponse, AcpConsentsWithGrants, By, ConsentIds, Whose,
};
use crate::api::acp::error::AcpError;
use crate::caller::{Api, Caller, Permission};
use crate::context::Context;
use crate::edge::answer::{Prepared, Unkept};
use crate::edge::document::Description;
use crate::edge::endpoint as dropshot;
use crate::edge::extract::Lenient;
use crate::edge::{Body, Created, FromRequest, Path, Rejection, Request, Surface};

struct View;
impl Permission for View {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[VIEW_CONSENTS];
}
struct Manage;
impl Permission for Manage {
    const API: Api = Api::AcpSystem;
    const SCOPES: &'static [&'static str] = &[MANAGE_CONSENTS];
}

#[derive(Debug, Deserialize, JsonSchema)]
struct SystemPath {
    /// Tenant.
    #[serde(rename = "tid")]
    _tid: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ActionPath {
    /// Tenant.
    #[serde(rename = "tid")]
    _tid: String,
    /// Action, by its id or else by its name.
    action: String,
}

/// The header that says whose consents are meant.
const X_SUBJECT: &str = "x-subject";

/// Whose consents are meant.
struct Subject(Option<String>);

impl FromRequest<Context> for Subject {
    async fn from_request(request: &mut Request<Context>) -> Result<Self, Rejection> {
        let mut told = request.headers().get_all(X_SUBJECT).iter();
        let one = told.next().filter(|_| told.next().is_none());
        // Names of users are any text; what a header can hold of it is bytes.
        let text = one.and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
        Ok(Self(text.filter(|text| !text.is_empty()).map(str::to_owned)))
    }
    fn describe(description: &mut Description) {
        description.raw_parameters.push(json!({
            "name": X_SUBJECT, "in": "header", "required": false, "example": "ada",
            "description": "Whose consents are meant: the `sub` of their tokens.", "schema": {"type": "string"}
        }));
    }
}

/// Whom the header names.
struct Named {
    subject: String,
    person: String,
}

impl Subject {
    /// # Errors
    /// [`DomainError::NotFound`]: there is nobody without a name, and of several who are called so nobody knows which is meant.
    async fn known(self, context: &Context, tenant: &str) -> Result<Named, DomainError> {
        let subject = self.0.ok_or_else(|| DomainError::not_found(X_SUBJECT, String::new()))?;
        match person::called(&context.store, tenant, &subject).await? {
            Some(person) => Ok(Named { person: person.key(), subject }),
            None => Err(DomainError::not_found(X_SUBJECT, subject)),
        }
    }
}

impl Named {
    fn whose(&self) -> Whose<'_> {
        Whose { person: &self.person, known_as: &self.subject }
    }
}

/// List a user's consents
///
/// All consents of the tenant, with what the user of `x-subject` gave of each. 404 without that header.
#[dropshot::endpoint { method = GET, path = "/api/system/{tid}/consents", tags = ["consents"] }]
async fn list_user_consents_system(
    request: Request<Context>,
    caller: Caller<View>,
    _path: Path<SystemPath>,
    subject: Subject,
    ids: ConsentIds,
) -> Result<Unkept<Prepared<AcpConsentsWithGrants>>, AcpError> {
    let named = subject.known(request.context(), caller.tenant()).await?;
    Ok(Unkept(consent_grants::list(request.context(), caller.tenant(), named.whose(), ids).await?))
}

/// List a user's consents of an action
///
/// Those that the action asks for, also those that are given, in its order. 404 without `x-subject`.
#[dropshot::endpoint { method = GET, path = "/api/system/{tid}/consents/{action}", tags = ["consents"] }]
async fn list_user_consents_by_action_system(
    request: Request<Context>,
    caller: Caller<View>,
    path: Path<ActionPath>,
    subject: Subject,
) -> Result<Unkept<Prepared<AcpConsentsWithGrants>>, AcpError> {
    let named = subject.known(request.context(), caller.tenant()).await?;
    let action = path.0.action;
    Ok(Unkept(consent_grants::list_by_action(request.context(), caller.tenant(), named.whose(), &action).await?))
}

/// Give and take back a user's consents
///
/// Several at once, all or none, on behalf of the user of `x-subject`. What is so already is left as it is. One that the user says to give by something that was
/// collected before they said something else is refused (409).
#[dropshot::endpoint { method = PATCH, path = "/api/system/{tid}/consents", tags = ["consents"] }]
async fn patch_consent_grants_system(
    request: Request<Context>,
    caller: Caller<Manage>,
    _path: Path<SystemPath>,
    subject: Subject,
    body: Body<AcpConsentGrantPatchRequest, Lenient>,
) -> Result<Unkept<Created<AcpConsentGrantPatchResponse>>, AcpError> {
    let named = subject.known(request.context(), caller.tenant()).await?;
    let acting = caller.acting(&request);
    let by_service = (named.whose(), By::Service);
    Ok(Unkept(Created(consent_grants::several(request.context(), &acting, by_service, body.into_inner()).await?)))
}

pub(super) fn register(surface: &mut Surface<Context>) {
    let mut of_action = consent_grants::example();
    of_action["required"] = json!(true);
    let (request, answer) = consent_grants::patch_examples();
    surface
        .register(list_user_consents_system)
        .errors(&[404])
        .response_example(json!({"consents": [consent_grants::example()]}));
    surface
        .register(list_user_consents_by_action_system)
        .errors(&[404])
        .response_example(json!({"consents": [of_action]}));
    surface
        .register(patch_consent_grants_system)
        .errors(&[404, 409, 422])
        .request_example(request)
        .response_example(answer);
}
