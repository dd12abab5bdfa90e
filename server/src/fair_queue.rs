//! A queue for what only so many may do at once, in which nobody stands behind somebody else's crowd.
//!
//! Next is whoever had the fewest of their own account before them when they came, then whoever had the fewest from their own address, then who came first. A
//! hundred requests of one account so wait for one another and for nobody's else, and a hundred accounts from one address for one another and for nobody's at
//! another. Names cost nothing, and addresses cost something; who has a great many of both is served in turn with everybody else.
//!
//! The queue is bounded. When it is full, whoever stands last leaves it: that is the newcomer, unless somebody stands there with more of their own before them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher as _, Hash, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// The queue.
pub struct FairQueue {
    state: Mutex<State>,
    /// How many may wait.
    capacity: usize,
    /// Seeded anew in each process, so that nobody can prepare two accounts that count as one.
    hasher: RandomState,
}

/// A turn, from the place in the queue on. Dropped before it came, it leaves the queue; dropped later, it is the next one's turn.
#[derive(Debug)]
pub struct Turn {
    queue: Arc<FairQueue>,
    place: Place,
}

/// Nobody else is let into the queue now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// Where somebody stands; the lowest is next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    of_account: usize,
    of_address: usize,
    number: u64,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    rank: Rank,
    account: u64,
    address: u64,
}

#[derive(Default)]
struct State {
    /// Turns that nobody has. There are none while somebody waits.
    free: usize,
    next_number: u64,
    waiting: BTreeMap<Rank, oneshot::Sender<()>>,
    /// The numbers of those whose turn it is.
    taken: HashSet<u64>,
    /// Those who wait and those whose turn it is.
    of_account: HashMap<u64, usize>,
    of_address: HashMap<u64, usize>,
}

impl FairQueue {
    /// One for so many at once, in which so many others wait.
    #[must_use]
    pub fn new(at_once: usize, capacity: usize) -> Self {
        let state = Mutex::new(State { free: at_once, ..State::default() });
        Self { state, capacity, hasher: RandomState::new() }
    }

    /// Waits for a turn.
    ///
    /// # Errors
    /// [`Full`], at once or when others come who had fewer of their own before them.
    pub async fn turn(self: &Arc<Self>, account: impl Hash, address: impl Hash) -> Result<Turn, Full> {
        let (account, address) = (self.hasher.hash_one(account), self.hasher.hash_one(address));
        let (turn, told) = self.enter(account, address)?;
        match told {
            None => Ok(turn),
            Some(told) => told.await.map(|()| turn).map_err(|_| Full),
        }
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.state().waiting.len()
    }

    /// How many have their turn.
    #[must_use]
    pub fn at_work(&self) -> usize {
        self.state().taken.len()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A turn that has come, or one to wait for.
    fn enter(self: &Arc<Self>, account: u64, address: u64) -> Result<(Turn, Option<oneshot::Receiver<()>>), Full> {
        let mut state = self.state();
        let count = |counts: &HashMap<u64, usize>, key| counts.get(&key).copied().unwrap_or_default();
        let (of_account, of_address) = (count(&state.of_account, account), count(&state.of_address, address));
        let rank = Rank { of_account, of_address, number: state.next_number };
        let told = if state.free > 0 {
            state.free -= 1;
            state.taken.insert(rank.number);
            None
        } else {
            if state.waiting.len() >= self.capacity {
                let last = state.waiting.last_entry().filter(|last| *last.key() > rank).ok_or(Full)?;
                // Dropped, it tells whoever waits for it.
                last.remove();
            }
            let (tell, told) = oneshot::channel();
            state.waiting.insert(rank, tell);
            Some(told)
        };
        state.next_number += 1;
        *state.of_account.entry(account).or_default() += 1;
        *state.of_address.entry(address).or_default() += 1;
        Ok((Turn { queue: Arc::clone(self), place: Place { rank, account, address } }, told))
    }
}

impl std::fmt::Debug for FairQueue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("FairQueue").field("waiting", &self.waiting()).finish_non_exhaustive()
    }
}

impl State {
    /// The next one's turn.
    fn pass_on(&mut self) {
        match self.waiting.pop_first() {
            Some((rank, told)) => {
                self.taken.insert(rank.number);
                // Nobody hears it who is leaving at this moment; then leaving passes it on.
                let _ = told.send(());
            }
            None => self.free += 1,
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Place { rank, account, address } = self.place;
        let mut state = self.queue.state();
        let State { of_account, of_address, .. } = &mut *state;
        for (counts, key) in [(of_account, account), (of_address, address)] {
            if let Some(count) = counts.get_mut(&key) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&key);
                }
            }
        }
        if state.taken.remove(&rank.number) {
            state.pass_on();
        } else {
            state.waiting.remove(&rank);
        }
    }
}
