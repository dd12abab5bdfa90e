//! Consents as users give them, and what the ledger has of it.

use serde_json::json;

use crate::Result;
use crate::http::{Endpoint, Request};
use crate::installation::{Installation, access_token, member};
use crate::load::UNIQUE;

/// The cases by their names on the command line: a list of events, and a grant.
pub(crate) const NAMES: [&str; 2] = ["events", "grant"];
/// Events of the one who is asked about.
const EVENTS: usize = 100;

/// The two requests.
#[derive(Debug)]
pub(crate) struct Consents {
    /// All events of one subject.
    pub(crate) events: Request,
    /// Each repetition is another user who gives one consent.
    pub(crate) grant: Request,
}

impl Consents {
    /// Makes a consent, and a hundred events of one subject.
    pub(crate) async fn prepare(installation: &Installation) -> Result<Self> {
        let token = installation.token().await?;
        let control =
            |path: &str| Endpoint { authority: installation.server.control_authority.clone(), path: path.to_owned() };
        let consent = json!({
            "id": "bench", "name": "Bench", "description": "Bench", "can_be_withdrawn": true, "update_existing_grants": "keepCurrent",
            "internal_services": [{ "name": "Mail", "purposes": [{ "name": "Marketing", "primary": true }] }],
            "pii_categories": [{ "name": "Contact" }],
        });
        Request::post_json(control("/api/admin/default/consents"), &consent).bearer(&token).send_ok().await?;
        let machine = json!({
            "client_name": "Bench consents", "authorization_server_id": "system", "grant_types": ["client_credentials"],
            "scopes": ["view_consents", "manage_consents"],
        });
        let machine = Request::post_json(control("/api/admin/default/clients"), &machine)
            .bearer(&token)
            .send_ok()
            .await?
            .json()?;
        let token_endpoint = Endpoint {
            authority: installation.server.authority.clone(),
            path: "/default/system/oauth2/token".to_owned(),
        };
        let fields = [("grant_type", "client_credentials"), ("scope", "manage_consents")];
        let machine = Request::post_form(token_endpoint, &fields)
            .basic(member(&machine, "client_id")?, member(&machine, "client_secret")?);
        let machine = access_token(&machine.send_ok().await?)?;
        let wish = |subject: &str, granted: bool| {
            let body = json!({ "consents": [{ "consent_id": "bench", "granted": granted }], "language": "en" });
            Request::patch_json(control("/api/system/default/consents"), &body)
                .bearer(&machine)
                .header("X-Subject", subject)
        };
        for number in 0..EVENTS {
            wish("reader", number % 2 == 0).send_ok().await?;
        }
        let events = Request::get(control("/api/admin/default/events?sub=reader")).bearer(&token);
        let found = events.send_ok().await?.json()?["events"].as_array().map_or(0, Vec::len);
        if found != EVENTS {
            return Err(format!("{found} events of one subject, not {EVENTS}").into());
        }
        Ok(Self { events, grant: wish(&format!("user-{UNIQUE}"), true) })
    }
}
