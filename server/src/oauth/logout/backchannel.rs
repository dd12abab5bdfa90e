//! OpenID Connect Back-Channel Logout 1.0: the applications' servers are sent a logout token.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::AuthorizationServer;
use authplane_domain::clients::client::{self, Client};
use authplane_domain::sign_in::session::{self, Ended, Session};
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

/// What a logout token says of a session.
#[derive(Clone, Copy)]
struct Of<'a> {
    context: &'a Shared,
    server: &'a AuthorizationServer,
    sid: &'a str,
    subject: &'a str,
}

/// Tells the clients of sessions that have ended without their browsers: users were removed, got another password, or were signed out everywhere. Nobody waits.
pub fn tell_of_ended(context: &Context, server: AuthorizationServer, ended: Vec<Ended>) {
    let each = ended.into_iter().flat_map(|Ended { id, subject, clients }| {
        clients.into_iter().map(move |client| (id.clone(), subject.clone(), client))
    });
    let each: Vec<(String, String, String)> = each.collect();
    if each.is_empty() {
        return;
    }
    let context = Arc::clone(context);
    tokio::spawn(async move {
        let tell = async |(sid, subject, id): (String, String, String)| {
            let of = Of { context: &context, server: &server, sid: &sid, subject: &subject };
            match client::find(&context.store, &server.tenant_id, &id).await {
                Ok(Some(client)) => of.tell(&client).await,
                Ok(None) => {}
                Err(why) => of.log(&id, &why.to_string()),
            }
        };
        futures::stream::iter(each).for_each_concurrent(AT_ONCE, tell).await;
    });
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
        self.context.origin().issuer(&self.server)
    }

    /// Tells those that registered a `backchannel_logout_uri`, after the session has ended. Each is told once; who can't be told, or refuses, is in the log.
    #[must_use = "whoever waits should wait with a limit; dropping it lets the clients be told all the same"]
    pub fn tell(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            let Self { context, server, session, clients } = &self;
            let of = Of { context, server, sid: &session.id, subject: &session.subject };
            futures::stream::iter(clients).for_each_concurrent(AT_ONCE, async |client| of.tell(client).await).await;
        })
    }
}

impl Of<'_> {
    /// Tells a client, if it registered a `backchannel_logout_uri`.
    async fn tell(self, client: &Client) {
        if client.metadata.backchannel_logout_uri.is_empty() {
            return;
        }
        if let Err(why) = self.tell_once(client).await {
            self.log(&client.id, &why);
        }
    }

    fn log(self, client_id: &str, why: &str) {
        self.context.log.event(
            self.context.now(),
            Level::Warn,
            "a client was not told of a logout",
            &[
                ("tenant", self.server.tenant_id.as_str().into()),
                ("server", self.server.id.as_str().into()),
                ("client", client_id.into()),
                ("reason", why.into()),
            ],
        );
    }

    async fn tell_once(self, client: &Client) -> std::result::Result<(), String> {
        let token = self.logout_token(client).await.map_err(|error| error.to_string())?;
        let url = Url::parse(&client.metadata.backchannel_logout_uri).map_err(|error| error.to_string())?;
        let posted = self.context.outgoing.post_form(&url, &[("logout_token", &token)], LONGEST_ANSWER).await;
        let status = posted.map_err(|error| error.to_string())?.status;
        // §2.8: 200, and 204 is what frameworks make of an empty answer.
        if status.is_success() { Ok(()) } else { Err(format!("it answered {}", status.as_u16())) }
    }

    /// §2.4. It has both `sub` and `sid`: the client ends that session of that user, whichever of the two it has kept.
    async fn logout_token(self, client: &Client) -> Result<String> {
        let Self { context, server, sid, subject } = self;
        let now = context.now();
        let payload = json!({
            "iss": context.origin().issuer(server),
            "sub": subject::of(context, client, subject).await?,
            "aud": client.id,
            "iat": now.timestamp(),
            "exp": now.timestamp() + LIFETIME,
            "jti": identifier::handle(context.store.environment())?,
            "sid": sid,
            "events": {EVENT: {}},
        });
        let signer = key_ring::signer(context, server).await?;
        signer.sign(LOGOUT_TOKEN, payload.to_string().as_bytes()).map_err(Error::internal)
    }
}
