//! What clients of the dialect send and see of an application.

use authplane_domain::Error as DomainError;
use authplane_domain::clients::application::{
    ApplicationChanges, ApplicationKind, ApplicationSettings, CustomClientMetadata, DEMO_APP, NewApplication,
    text_in_place_of_secret,
};
use authplane_domain::clients::client::{Client, ClientDetails, ClientMetadata, ClientTexts};
use http::StatusCode;
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::logto::error::LogtoError;
use crate::api::logto::nullable;
use crate::api::patch::{Patch, not_null, object, object_or_null};

/// What stands where a secret isn't shown (Logto behaviour §7 has it of `demo-app`): clients can't read an application without one.
pub(super) const NOT_SHOWN: &str = "N/A";
/// Characters of a name.
const NAME_LENGTH: usize = 256;
/// What only applications of one type have.
const PROTECTED_ONLY: &str = "application.protected_application_only";

/// An application: an OAuth client of the tenant's default server. It is what the ACP dialect calls a client.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoApplication")]
pub(in crate::api::logto) struct Application {
    /// Id of the tenant that it belongs to.
    tenant_id: String,
    /// Id of the application, and its `client_id`. Made by the server.
    id: String,
    /// Name of the application, for people.
    name: String,
    /// What it proves itself with. Of types that keep no secret it proves nothing; `N/A` where it isn't shown to the caller.
    secret: String,
    /// What the application does, for people; null where nothing is said.
    #[schemars(schema_with = "nullable::text")]
    description: Option<String>,
    /// How it gets tokens, and whether it has users.
    #[serde(rename = "type")]
    kind: ApplicationKind,
    /// What OpenID Connect knows of it.
    oidc_client_metadata: OidcClientMetadata,
    /// How it and its tokens behave.
    custom_client_metadata: CustomClientMetadata,
    /// Where a proxy serves it; null for all types but Protected.
    #[schemars(schema_with = "nullable_metadata")]
    protected_app_metadata: Option<ProtectedAppMetadata>,
    /// What its developer keeps here.
    custom_data: Map<String, Value>,
    /// Whether its users are asked for their consent, since it isn't the tenant's own.
    is_third_party: bool,
    /// When it was made, in milliseconds since the epoch.
    created_at: i64,
}

/// An application as the document shows one.
pub(in crate::api::logto) fn example() -> Value {
    json!({
        "tenantId": "default", "id": "a1cx9m2k4v7n0q3t5w8yz", "name": "Order robot", "secret": "the-secret-of-the-order-robot", "description": null,
        "type": "MachineToMachine", "oidcClientMetadata": {"redirectUris": [], "postLogoutRedirectUris": []}, "customClientMetadata": {},
        "protectedAppMetadata": null, "customData": {}, "isThirdParty": false, "createdAt": 1_700_000_000_000_i64
    })
}

/// An application, and whether it administers.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoApplicationWithAdmin")]
pub(super) struct ApplicationWithAdmin {
    #[serde(flatten)]
    application: Application,
    /// Whether it may do everything at this API.
    is_admin: bool,
}

/// What OpenID Connect knows of an application.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoOidcClientMetadata")]
pub(super) struct OidcClientMetadata {
    /// Where users may be sent back to after they signed in, compared letter by letter.
    #[schemars(length(max = 256), inner(length(max = 2048)))]
    redirect_uris: Vec<String>,
    /// Where users may be sent to after they signed out, compared letter by letter.
    #[schemars(length(max = 256), inner(length(max = 2048)))]
    post_logout_redirect_uris: Vec<String>,
    /// Where it hears that a user signed out (OpenID Connect Back-Channel Logout).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    backchannel_logout_uri: Option<String>,
    /// Whether it wants to hear of which session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    backchannel_logout_session_required: Option<bool>,
    /// Address of its logo, which consent pages show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    logo_uri: Option<String>,
}

/// What changes of what OpenID Connect knows of an application: each member that is there replaces the one that is kept.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoOidcClientMetadataPatch")]
struct OidcClientMetadataPatch {
    /// Where users may be sent back to after they signed in; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "Vec<String>", length(max = 256), inner(length(max = 2048)))]
    redirect_uris: Option<Vec<String>>,
    /// Where users may be sent to after they signed out; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "Vec<String>", length(max = 256), inner(length(max = 2048)))]
    post_logout_redirect_uris: Option<Vec<String>>,
    /// Where it hears that a user signed out; kept when absent, and an empty text takes it away.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 2048))]
    backchannel_logout_uri: Option<String>,
    /// Whether it wants to hear of which session; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "bool")]
    backchannel_logout_session_required: Option<bool>,
    /// Address of its logo; kept when absent, and an empty text takes it away.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(max = 2048))]
    logo_uri: Option<String>,
}

/// Where a proxy serves an application that knows nothing of OAuth.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoProtectedAppMetadata")]
struct ProtectedAppMetadata {
    /// Host that users go to.
    host: String,
    /// Address of the application itself, which the proxy sends requests to.
    origin: String,
    /// How long users stay signed in, in seconds.
    session_duration: i64,
    /// Paths that only users who signed in may see.
    page_rules: Vec<PageRule>,
}

/// A path of a protected application.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "LogtoPageRule")]
struct PageRule {
    /// Pattern of the paths.
    path: String,
}

/// What an application is made from. Everything else is ignored.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateApplicationRequest")]
pub(super) struct CreateApplicationRequest {
    /// Name of the application, for people.
    #[schemars(length(min = 1, max = 256))]
    name: String,
    /// What the application does, for people.
    #[schemars(length(max = 8192))]
    description: Option<String>,
    /// How it gets tokens, and whether it has users; it never changes.
    #[serde(rename = "type")]
    kind: ApplicationKind,
    /// What OpenID Connect knows of it. Both lists of addresses must be there.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "OidcClientMetadata")]
    oidc_client_metadata: Option<OidcClientMetadata>,
    /// How it and its tokens behave.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "CustomClientMetadata")]
    custom_client_metadata: Option<CustomClientMetadata>,
    /// What its developer keeps here: any object of at most 64 KiB.
    custom_data: Option<Map<String, Value>>,
    /// Whether its users are asked for their consent. For the type Traditional alone; false when absent.
    is_third_party: Option<bool>,
    /// Where it is served. Required for the type Protected, ignored for others.
    // Answers have null there, and may be sent back.
    #[serde(default, deserialize_with = "object_or_null")]
    #[schemars(with = "CreateProtectedAppMetadata")]
    protected_app_metadata: Option<CreateProtectedAppMetadata>,
}

/// Where a protected application shall be served.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoCreateProtectedAppMetadata")]
struct CreateProtectedAppMetadata {
    /// First label of its host: lower-case letters, digits and hyphens.
    sub_domain: String,
    /// Address of the application itself, which the proxy sends requests to.
    #[expect(dead_code, reason = "nothing serves such an application yet")]
    origin: String,
}

/// What changes of an application. Everything else is ignored.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateApplicationRequest")]
pub(super) struct UpdateApplicationRequest {
    /// Name of the application, for people; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "String", length(min = 1, max = 256))]
    name: Option<String>,
    /// What the application does, for people. Kept when absent; null and an empty text take it away.
    #[serde(default)]
    #[schemars(length(max = 8192))]
    description: Patch<String>,
    /// What OpenID Connect knows of it: the members that are there replace those that are kept.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "OidcClientMetadataPatch")]
    oidc_client_metadata: Option<OidcClientMetadataPatch>,
    /// How it and its tokens behave: the members that are there replace those that are kept.
    #[serde(default, deserialize_with = "object")]
    #[schemars(with = "CustomClientMetadata")]
    custom_client_metadata: Option<CustomClientMetadata>,
    /// What its developer keeps here, replaced as a whole; kept when absent.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "Map<String, Value>")]
    custom_data: Option<Map<String, Value>>,
    /// Refused for all types but Protected.
    // As above.
    #[serde(default, deserialize_with = "object_or_null")]
    #[schemars(with = "UpdateProtectedAppMetadata")]
    protected_app_metadata: Option<UpdateProtectedAppMetadata>,
    /// Whether it may do everything at this API; kept when absent. For callers who may do everything.
    #[serde(default, deserialize_with = "not_null")]
    #[schemars(with = "bool")]
    is_admin: Option<bool>,
}

/// What changes of where a protected application is served.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LogtoUpdateProtectedAppMetadata")]
#[expect(dead_code, reason = "nothing serves such an application yet, and its form is checked all the same")]
struct UpdateProtectedAppMetadata {
    /// Address of the application itself; kept when absent.
    origin: Option<String>,
    /// How long users stay signed in, in seconds; kept when absent.
    session_duration: Option<f64>,
    /// Paths that only users who signed in may see; kept when absent.
    page_rules: Option<Vec<PageRule>>,
}

/// The metadata, or null. Not by a reference, beside which some validators don't see that it may be null.
fn nullable_metadata(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = ProtectedAppMetadata::json_schema(generator).into_object();
    schema.extensions.insert("nullable".to_owned(), Value::Bool(true));
    schema.into()
}

/// Texts are empty in the domain where the dialect has null, or nothing.
fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

impl Application {
    /// The client as this dialect shows it, with its current secret in clear where it has one that is known.
    pub(super) fn of(client: &Client, secret: Option<String>, is_hidden: bool) -> Self {
        let Client { tenant_id, id, name, redirect_uris, metadata, created_at, kind, application, .. } = client.clone();
        let in_place = || {
            let keeps_none = client.current_secret().is_none();
            if keeps_none && !is_hidden { text_in_place_of_secret(client) } else { NOT_SHOWN.to_owned() }
        };
        let ClientMetadata {
            texts: ClientTexts { description, logo_uri, .. },
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            ..
        } = metadata;
        Self {
            tenant_id,
            id,
            name,
            secret: secret.unwrap_or_else(in_place),
            description: filled(description),
            kind,
            oidc_client_metadata: OidcClientMetadata {
                redirect_uris: redirect_uris.0,
                post_logout_redirect_uris,
                backchannel_logout_uri: filled(backchannel_logout_uri),
                backchannel_logout_session_required: Some(backchannel_logout_session_required).filter(|is_so| *is_so),
                logo_uri: filled(logo_uri),
            },
            custom_client_metadata: application.custom_client_metadata,
            protected_app_metadata: None,
            custom_data: application.custom_data,
            is_third_party: client.is_third_party(),
            created_at: created_at.timestamp_millis(),
        }
    }
}

impl ApplicationWithAdmin {
    pub(super) fn of(application: Application, is_admin: bool) -> Self {
        Self { application, is_admin }
    }

    /// What the dialect's clients know as built in (Logto behaviour §7).
    pub(super) fn demo(tenant: &str) -> Self {
        let application = Application {
            tenant_id: tenant.to_owned(),
            id: DEMO_APP.to_owned(),
            name: "Live Preview".to_owned(),
            secret: NOT_SHOWN.to_owned(),
            description: None,
            kind: ApplicationKind::Spa,
            oidc_client_metadata: OidcClientMetadata::default(),
            custom_client_metadata: CustomClientMetadata::default(),
            protected_app_metadata: None,
            custom_data: Map::new(),
            is_third_party: false,
            created_at: 0,
        };
        Self { application, is_admin: false }
    }
}

impl CreateApplicationRequest {
    /// 400 for a name that is none.
    pub(super) fn check(&self) -> Result<(), LogtoError> {
        check_name(&self.name)
    }

    /// 400, 422 and 501 for an application that nothing could serve.
    pub(super) fn check_protected(&self) -> Result<(), LogtoError> {
        if self.kind != ApplicationKind::Protected {
            return Ok(());
        }
        let Some(CreateProtectedAppMetadata { sub_domain, .. }) = &self.protected_app_metadata else {
            let message = "an application of type Protected needs protectedAppMetadata";
            return Err(LogtoError::new(
                StatusCode::BAD_REQUEST,
                "application.protected_app_metadata_is_required",
                message,
            ));
        };
        if !is_label(sub_domain) {
            let message = "subDomain must have 1 to 63 lower-case letters, digits and hyphens, with none at an end";
            return Err(LogtoError::new(StatusCode::UNPROCESSABLE_ENTITY, "application.invalid_subdomain", message));
        }
        Err(no_provider())
    }
}

fn check_name(name: &str) -> Result<(), LogtoError> {
    match name.chars().count() {
        0 => Err(LogtoError::invalid_input("name", "must not be empty", false)),
        1..=NAME_LENGTH => Ok(()),
        _ => Err(LogtoError::invalid_input("name", &format!("must have at most {NAME_LENGTH} characters"), false)),
    }
}

/// What only a proxy could serve.
fn no_provider() -> LogtoError {
    let message = "no domain is configured that protected applications could be under";
    LogtoError::new(StatusCode::NOT_IMPLEMENTED, "application.protected_app_not_configured", message)
}

/// One label of a host name.
fn is_label(text: &str) -> bool {
    let is_inner = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_lowercase() || *byte == b'-';
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| is_inner(&byte))
        && !text.starts_with('-')
        && !text.ends_with('-')
}

impl From<CreateApplicationRequest> for NewApplication {
    fn from(request: CreateApplicationRequest) -> Self {
        let CreateApplicationRequest {
            name,
            description,
            kind,
            oidc_client_metadata,
            custom_client_metadata,
            custom_data,
            is_third_party,
            protected_app_metadata: _,
        } = request;
        let OidcClientMetadata {
            redirect_uris,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            logo_uri,
        } = oidc_client_metadata.unwrap_or_default();
        Self {
            kind,
            is_third_party: is_third_party.unwrap_or_default(),
            details: ClientDetails {
                name,
                redirect_uris,
                metadata: ClientMetadata {
                    texts: ClientTexts {
                        description: description.unwrap_or_default(),
                        logo_uri: logo_uri.unwrap_or_default(),
                        ..ClientTexts::default()
                    },
                    post_logout_redirect_uris,
                    backchannel_logout_uri: backchannel_logout_uri.unwrap_or_default(),
                    backchannel_logout_session_required: backchannel_logout_session_required.unwrap_or_default(),
                    public: kind.is_public(),
                    ..ClientMetadata::default()
                },
                ..ClientDetails::default()
            },
            settings: ApplicationSettings {
                custom_data: custom_data.unwrap_or_default(),
                custom_client_metadata: custom_client_metadata.unwrap_or_default(),
            },
        }
    }
}

impl UpdateApplicationRequest {
    /// 400 for a name that is none.
    pub(super) fn check(&self) -> Result<(), LogtoError> {
        self.name.as_deref().map_or(Ok(()), check_name)
    }

    /// 400 for what only one type has.
    pub(super) fn check_protected(&self) -> Result<(), LogtoError> {
        match &self.protected_app_metadata {
            None => Ok(()),
            Some(_) => Err(LogtoError::new(
                StatusCode::BAD_REQUEST,
                PROTECTED_ONLY,
                "only applications of type Protected have protectedAppMetadata",
            )),
        }
    }

    pub(super) fn into_changes(self) -> ApplicationChanges {
        let Self {
            name,
            description,
            oidc_client_metadata,
            custom_client_metadata,
            custom_data,
            protected_app_metadata: _,
            is_admin,
        } = self;
        let OidcClientMetadataPatch {
            redirect_uris,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            logo_uri,
        } = oidc_client_metadata.unwrap_or_default();
        ApplicationChanges {
            name,
            description: description.into_change().map(Option::unwrap_or_default),
            redirect_uris,
            post_logout_redirect_uris,
            backchannel_logout_uri,
            backchannel_logout_session_required,
            logo_uri,
            custom_data,
            custom_data_members: Map::new(),
            custom_client_metadata: custom_client_metadata.unwrap_or_default(),
            is_admin,
        }
    }
}

/// An error of the domain that names the member as this dialect does.
pub(super) fn named(error: DomainError) -> DomainError {
    let DomainError::Invalid { field, message } = error else { return error };
    let path = match &*field {
        "redirect_uris" => "oidcClientMetadata.redirectUris",
        "post_logout_redirect_uris" => "oidcClientMetadata.postLogoutRedirectUris",
        "backchannel_logout_uri" => "oidcClientMetadata.backchannelLogoutUri",
        "logo_uri" => "oidcClientMetadata.logoUri",
        _ => return DomainError::Invalid { field, message },
    };
    DomainError::invalid(path, message)
}
