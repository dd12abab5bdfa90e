//! The keys that authorization servers sign their answers with, kept between the answers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use progenitor_client::ClientInfo as _;
use reqwest::header::{CACHE_CONTROL, HeaderMap};

use crate::error::{Error, NoKeys};
use crate::flight::{Flight, Slot, within};
use crate::generated::Client;
use crate::jwk::Jwk;
use crate::retry::Transport;
use crate::session::{Session, TokenSource};

/// How long keys are kept of which the server doesn't say it.
const USUAL_LIFE: Duration = Duration::from_mins(5);
/// However long the server says: a key that it withdrew must cease to count.
const LONGEST_LIFE: Duration = Duration::from_hours(1);
/// How often answers can have the keys of one server fetched again before their time, by naming one that isn't among them.
const PAUSE_BETWEEN_SEARCHES: Duration = Duration::from_secs(30);
/// Keys of so many servers are kept.
const MOST_SERVERS: usize = 64;

/// What an authorization server signs with, at one time.
pub(crate) struct KeySet {
    /// Who it is.
    pub(crate) issuer: String,
    pub(crate) keys: Vec<Jwk>,
    /// When they were asked for.
    asked_at: Instant,
    /// How long they count from then.
    life: Duration,
}

impl KeySet {
    fn counts_at(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.asked_at) < self.life
    }
}

/// How a look-up ends, for all who need it.
type Outcome = Result<Arc<KeySet>, Box<NoKeys>>;

/// A server, by its tenant and its own id.
type Name = (String, String);

/// The keys of all servers of one installation, shared by the clones of a client.
pub(crate) struct ServerKeys {
    /// As the builder made it: what one clone's time limit and headers are is nothing to the others.
    transport: Transport,
    servers: Mutex<HashMap<Name, Server>>,
}

#[derive(Default)]
struct Server {
    known: Option<Arc<KeySet>>,
    flight: Slot<Outcome>,
    /// When keys that still counted were last fetched again.
    searched_at: Option<Instant>,
}

impl ServerKeys {
    pub(crate) fn new(transport: Transport) -> Self {
        Self { transport, servers: Mutex::default() }
    }

    fn servers(&self) -> MutexGuard<'_, HashMap<Name, Server>> {
        self.servers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The keys of a server, waited for until `deadline` at most.
    ///
    /// # Errors
    /// [`Error::NoKeys`].
    pub(crate) async fn of(
        self: &Arc<Self>,
        client: &Client,
        name: &Name,
        deadline: Option<Instant>,
    ) -> Result<Arc<KeySet>, Error> {
        let now = self.transport.now();
        let flight = {
            let mut servers = self.servers();
            make_room(&mut servers, name, now);
            let server = servers.entry(name.clone()).or_default();
            if let Some(known) = server.known.as_ref().filter(|known| known.counts_at(now)) {
                return Ok(Arc::clone(known));
            }
            self.join(server, client, name)
        };
        self.outcome(flight, deadline).await
    }

    /// The keys that there are now, for an answer of `answered_at` that names none of `seen`; `None` if there can be no others,
    /// or they were searched for a moment ago.
    ///
    /// # Errors
    /// [`Error::NoKeys`].
    pub(crate) async fn newer_than(
        self: &Arc<Self>,
        seen: &Arc<KeySet>,
        answered_at: Instant,
        client: &Client,
        name: &Name,
        deadline: Option<Instant>,
    ) -> Result<Option<Arc<KeySet>>, Error> {
        let now = self.transport.now();
        let flight = {
            let mut servers = self.servers();
            // One that had to give way to others is looked for again by the next answer.
            let Some(server) = servers.get_mut(name) else { return Ok(None) };
            if let Some(others) = server.known.as_ref().filter(|known| !Arc::ptr_eq(known, seen)) {
                return Ok(Some(Arc::clone(others)));
            }
            if let Some(under_way) = server.flight.under_way() {
                under_way
            } else {
                let is_pausing = |at: Instant| now.saturating_duration_since(at) < PAUSE_BETWEEN_SEARCHES;
                if seen.asked_at > answered_at || server.searched_at.is_some_and(is_pausing) {
                    return Ok(None);
                }
                server.searched_at = Some(now);
                self.join(server, client, name)
            }
        };
        self.outcome(flight, deadline).await.map(Some)
    }

    async fn outcome(&self, flight: Flight<Outcome>, deadline: Option<Instant>) -> Result<Arc<KeySet>, Error> {
        let limit = deadline.map(|deadline| deadline.saturating_duration_since(self.transport.now()));
        within(flight, limit).await.unwrap_or_else(|| Err(Box::new(NoKeys::too_late()))).map_err(Error::NoKeys)
    }

    /// The look-up that is under way, or a new one.
    fn join(self: &Arc<Self>, server: &mut Server, client: &Client, name: &Name) -> Flight<Outcome> {
        if let Some(flight) = server.flight.under_way() {
            return flight;
        }
        // Without a token: both documents are public.
        let session = Session::new(self.transport.clone(), TokenSource::Anonymous);
        let client = Client::new_with_client(client.baseurl(), client.client().clone(), session);
        let (keys, name) = (Arc::clone(self), name.clone());
        let fetch = async move {
            let found = fetch(&client, &name, keys.transport.now()).await;
            let found = found.map(Arc::new).map_err(|error| Box::new(NoKeys::of(&error)))?;
            if let Some(server) = keys.servers().get_mut(&name) {
                server.known = Some(Arc::clone(&found));
            }
            Ok(found)
        };
        server.flight.begin(fetch, || Err(Box::new(NoKeys::panicked())))
    }
}

async fn fetch(client: &Client, (tid, aid): &Name, asked_at: Instant) -> Result<KeySet, Error> {
    let server = client.get_openid_configuration().tid(tid).aid(aid).send().await?;
    let set = client.get_jwks().tid(tid).aid(aid).send().await?;
    let life = life(server.headers()).min(life(set.headers()));
    Ok(KeySet { issuer: server.into_inner().issuer, keys: set.into_inner().keys, asked_at, life })
}

/// Has no more than so many servers in the end, of which `name` can be a new one: those whose keys are the oldest go.
fn make_room(servers: &mut HashMap<Name, Server>, name: &Name, now: Instant) {
    if servers.len() < MOST_SERVERS || servers.contains_key(name) {
        return;
    }
    let age = |server: &Server| {
        server.known.as_ref().map_or(Duration::MAX, |known| now.saturating_duration_since(known.asked_at))
    };
    let oldest = servers.iter().max_by_key(|(_, server)| age(server)).map(|(name, _)| name.clone());
    if let Some(oldest) = oldest {
        servers.remove(&oldest);
    }
}

/// How long the answer may be kept (RFC 9111 §5.2.2).
fn life(headers: &HeaderMap) -> Duration {
    let values = headers.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let mut life = USUAL_LIFE;
    for directive in values.flat_map(|value| value.split(',')) {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "no-store" | "no-cache" => return Duration::ZERO,
            "max-age" => {
                let seconds = value.trim().trim_matches('"').parse();
                life = seconds.map_or(USUAL_LIFE, Duration::from_secs).min(LONGEST_LIFE);
            }
            _ => {}
        }
    }
    life
}
