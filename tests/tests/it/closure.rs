//! The closure of rights: whoever may do only a part of what the control plane does makes every change that it may make, out of a corpus of hostile bodies;
//! afterwards nothing that it can get hold of opens an operation, or shows a secret, that was closed to it before.
//!
//! The test knows no way up. It would have found those that were: a scope renamed to `all`, a list of scopes that was emptied, a client called like an
//! audience. So it is run for every narrow scope and every pair of them.

mod changes;
mod holdings;
mod world;

use std::collections::BTreeSet;

use authplane_domain::catalogue::control_surface::{CONTROL_PLANE_SCOPES, FULL_SCOPE};
use authplane_tests::{Database, TestServer, report};
use futures::StreamExt as _;
use http::Method;

use self::holdings::Holdings;
use self::world::World;

/// Worlds that are tried at the same time: no more than have a core.
const AT_ONCE: usize = 4;

/// Every scope of the control plane but the full one.
fn narrow() -> Vec<&'static str> {
    CONTROL_PLANE_SCOPES.iter().copied().filter(|scope| *scope != FULL_SCOPE).collect()
}

/// What the caller can do and see, by everything that it holds.
struct Reach {
    opened: BTreeSet<String>,
    seen: BTreeSet<&'static str>,
}

impl Reach {
    /// What is in this one and not in the other.
    fn beyond(&self, before: &Self) -> Vec<String> {
        let opened = self.opened.difference(&before.opened).cloned();
        let seen = self.seen.difference(&before.seen).map(|secret| format!("the secret of {secret}"));
        opened.chain(seen).collect()
    }
}

async fn reach(world: &World, holdings: &Holdings) -> Reach {
    let mut reach = Reach { opened: BTreeSet::new(), seen: BTreeSet::new() };
    for token in holdings.tokens(world).await {
        reach.opened.extend(world.opened(&token).await);
        reach.seen.extend(world.seen(&token).await);
    }
    for client in &holdings.clients {
        if world.learns_of_others(client).await {
            reach.opened.insert("introspection of another client's token".to_owned());
        }
    }
    reach
}

/// Tries one set of scopes in a world of its own; how many changes were made, and what was gained.
async fn attempt(server: &TestServer, scopes: &[&'static str]) -> (usize, Vec<String>) {
    let world = World::new(server, scopes).await;
    let mut holdings = Holdings::of(&world);
    let before = reach(&world, &holdings).await;
    let mut made = 0;
    let mut gained = Vec::new();
    // Removals last, and what is gained by each of the two by itself: a removal may take back what was gained.
    for corpus in [changes::changes(&world), changes::removals(&world)] {
        // That what needs another scope is refused is the authorization net's to show.
        for change in corpus.into_iter().filter(|change| world::may_try(change, scopes)) {
            let answer = world.call(&world.caller_token, &change).await;
            if answer.is_success() {
                made += 1;
                holdings.add(&change, &answer);
            }
        }
        holdings.register(&world).await;
        let after = reach(&world, &holdings).await;
        gained.extend(after.beyond(&before).into_iter().map(|gain| format!("{scopes:?} gained {gain}")));
    }
    // Two scopes add nothing to what somebody else does.
    let others = if scopes.len() == 1 { changes::of_the_administrator(&world) } else { Vec::new() };
    for change in others {
        let answer = world.call(&world.tenant.token, &change).await;
        let answer = answer.expect(if change.method == Method::POST { 201 } else { 200 });
        holdings.add(&change, &answer);
        let after = reach(&world, &holdings).await.beyond(&before);
        gained.extend(after.into_iter().map(|gain| format!("{scopes:?} gained {gain} by {}", change.body)));
    }
    (made, gained)
}

async fn closed_over(database: Database, callers: Vec<Vec<&'static str>>) {
    let server = TestServer::shared(database).await;
    let attempts = futures::stream::iter(&callers).map(|scopes| attempt(&server, scopes));
    let attempts: Vec<(usize, Vec<String>)> = attempts.buffer_unordered(AT_ONCE).collect().await;
    let made: usize = attempts.iter().map(|(made, _)| made).sum();
    let gained: Vec<String> = attempts.into_iter().flat_map(|(_, gained)| gained).collect();
    assert!(gained.is_empty(), "{}", gained.join("\n"));
    report(&format!("closure on {database:?}: {} callers made {made} changes and gained nothing", callers.len()));
    // More than half of the scopes change something.
    assert!(made > callers.len() * 3, "{made} changes for {} callers: the corpus is refused", callers.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_with_one_narrow_scope_gains_by_what_it_allows() {
    for database in Database::tested() {
        closed_over(database, narrow().into_iter().map(|scope| vec![scope]).collect()).await;
    }
}

/// Does one of them allow no more than the other does, or both nothing that changes anything? To see and change things allows what to change them does.
fn is_like_one(pair: [&str; 2]) -> bool {
    let [one, two] = pair.map(|scope| scope.strip_suffix(":read"));
    let reads_what = |reads: Option<&str>, other: &str| reads.is_some_and(|things| other == format!("{things}:write"));
    (one.is_some() && two.is_some()) || reads_what(one, pair[1]) || reads_what(two, pair[0])
}

/// On one database: what the one doesn't know, the other doesn't either.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_with_two_narrow_scopes_gains_by_what_they_allow_together() {
    let narrow = narrow();
    let pairs = narrow.iter().enumerate().flat_map(|(at, one)| narrow[at + 1..].iter().map(move |two| [*one, *two]));
    let pairs = pairs.filter(|pair| !is_like_one(*pair)).map(Vec::from);
    closed_over(Database::Sqlite, pairs.collect()).await;
}
