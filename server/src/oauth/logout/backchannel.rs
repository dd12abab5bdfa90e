//! OpenID Connect Back-Channel Logout 1.0: the applications' servers are sent a logout token.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::Client;
use authplane_domain::sign_in::session::{self, Session};
use authplane_domain::{Error, Result, identifier};
use futures::StreamExt as _;
use serde_json::json;
use tokio::task::JoinHandle;
use url::Url;

use crate::context::{Context, Shared};
use crate::log::Level;
use crate::oauth::issue::subject;
use crate::tokens::key_ring;

/// `typ` of a logout token (§2.4), which nothing else has.
const LOGOUT_TOKEN: &str = "logout+jwt";
/// The member of `events` that makes it one.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// Seconds that a token is good for (§4: two minutes at most).
const LIFETIME: i64 = 120;
/// How many are told at once.
const AT_ONCE: usize = 32;
/// Bytes of an answer that are looked at, of which nothing counts but the status.
const LONGEST_ANSWER: usize = 64 * 1024;

/// A session that is about to end, and the clients that took part in it. They have to be read before: with the session, what is known of them goes.
#[derive(Debug)]
pub struct EndingSession {
    context: Context,
    server: Arc<AuthorizationServer>,
    /// The session.
    pub session: Session,
    /// Its clients, those that want to hear of nothing included.
    pub clients: Vec<Client>,
}

impl EndingSession {
    /// Reads the clients of a session of this server.
    ///
    /// # Errors
    /// [`Error::Unavailable`] without database.
    pub async fn of(context: &Context, server: &Arc<AuthorizationServer>, session: Session) -> Result<Self> {
        let clients = session::clients(&context.store, &session.tenant_id, &session.id).await?;
        Ok(Self { context: Arc::clone(context), server: Arc::clone(server), session, clients })
    }

    /// The issuer of the logout tokens.
    #[must_use]
    pub fn issuer(&self) -> String {
        self.context.origin().issuer(self.server.key())
    }

    /// Tells those that registered a `backchannel_logout_uri`, after the session has ended. Each is told once; who can't be told, or refuses, is in the log.
    #[must_use = "whoever waits should wait with a limit; dropping it lets the clients be told all the same"]
    pub fn tell(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            let Self { context, server, session, clients } = &self;
            let listening = clients.iter().filter(|client| !client.metadata.backchannel_logout_uri.is_empty());
            let tell = async |client: &Client| {
                let Err(why) = tell_one(context, server, session, client).await else { return };
                context.log.event(
                    context.now(),
                    Level::Warn,
                    "a client was not told of a logout",
                    &[
                        ("tenant", client.tenant_id.as_str().into()),
                        ("server", client.server_id.as_str().into()),
                        ("client", client.id.as_str().into()),
                        ("reason", why.into()),
                    ],
                );
            };
            futures::stream::iter(listening).for_each_concurrent(AT_ONCE, tell).await;
        })
    }
}

async fn tell_one(
    context: &Shared,
    server: &AuthorizationServer,
    session: &Session,
    client: &Client,
) -> std::result::Result<(), String> {
    let token = logout_token(context, server, session, client).await.map_err(|error| error.to_string())?;
    let url = Url::parse(&client.metadata.backchannel_logout_uri).map_err(|error| error.to_string())?;
    let posted = context.outgoing.post_form(&url, &[("logout_token", &token)], LONGEST_ANSWER).await;
    let status = posted.map_err(|error| error.to_string())?.status;
    // §2.8: 200, and 204 is what frameworks make of an empty answer.
    if status.is_success() { Ok(()) } else { Err(format!("it answered {}", status.as_u16())) }
}

/// §2.4. It has both `sub` and `sid`: the client ends that session of that user, whichever of the two it has kept.
async fn logout_token(
    context: &Shared,
    server: &AuthorizationServer,
    session: &Session,
    client: &Client,
) -> Result<String> {
    let now = context.now();
    let payload = json!({
        "iss": context.origin().issuer(server.key()),
        "sub": subject::of(context, client, &session.subject).await?,
        "aud": client.id,
        "iat": now.timestamp(),
        "exp": now.timestamp() + LIFETIME,
        "jti": identifier::handle(context.store.environment())?,
        "sid": session.id,
        "events": {EVENT: {}},
    });
    let signer = key_ring::signer(context, server).await?;
    signer.sign(LOGOUT_TOKEN, payload.to_string().as_bytes()).map_err(Error::internal)
}
