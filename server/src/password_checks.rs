//! Checks of passwords: so many at once, because each takes a core for a while and 19 MiB (64 where another system made the hash), and the others [in turn](crate::fair_queue).

use std::hash::Hash;
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};

use authplane_domain::sign_in::authentication::PasswordMemory;

use crate::fair_queue::{FairQueue, Full, Turn};

/// The most at once where nobody says how many: so many cores are enough for people who sign in, and the others do something else.
const USUAL: usize = 4;

/// Turns, and what is worked in.
#[derive(Debug)]
pub struct PasswordChecks {
    queue: Arc<FairQueue>,
    /// Kept for those who wait.
    memory: Mutex<Vec<PasswordMemory>>,
}

impl PasswordChecks {
    /// For so many at once (0: as many as there are cores, but no more than 4), and so many others that wait.
    #[must_use]
    pub fn new(at_once: u32, waiting: u32) -> Self {
        let cores = || std::thread::available_parallelism().map_or(2, NonZero::get).min(USUAL);
        let number = |setting: u32| usize::try_from(setting).unwrap_or(usize::MAX);
        let at_once = if at_once == 0 { cores() } else { number(at_once) };
        Self { queue: Arc::new(FairQueue::new(at_once, number(waiting))), memory: Mutex::default() }
    }

    /// Waits for a turn, which lasts as long as it is held.
    ///
    /// # Errors
    /// [`Full`] when too many wait.
    pub async fn turn(&self, account: impl Hash, address: impl Hash) -> Result<Turn, Full> {
        self.queue.turn(account, address).await
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.waiting()
    }

    /// How many are checked.
    #[must_use]
    pub fn at_work(&self) -> usize {
        self.queue.at_work()
    }

    /// Does something in memory that the check before used, if there was one just now. Only by whoever has a turn: so there is as much memory as there are turns.
    pub fn with_memory<T>(&self, _turn: &Turn, work: impl FnOnce(&mut PasswordMemory) -> T) -> T {
        let kept = || self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = kept().pop().unwrap_or_default();
        let done = work(&mut memory);
        if self.waiting() > 0 {
            kept().push(memory);
        } else {
            // Nobody needs it soon, so the system has it back, and that of others whose next one went away.
            kept().clear();
        }
        done
    }
}
