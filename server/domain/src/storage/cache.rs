//! Read-through cache of configuration, valid as long as nothing that it was made from has changed.
//!
//! Nothing is ever removed because a row changed. Every tenant has one counter per [`Area`]; a committed transaction adds one to each
//! area that it wrote. An entry remembers the sum of its kind's counters from **before** it was loaded and is good only while
//! that sum stands: a load that overlaps a commit is thrown away, never the other way round. Lookups take no lock that is held
//! across an await and don't allocate.
//!
//! Absence is kept like presence, but in a place of its own: the keys of what isn't there are chosen by whoever asks, and a flood of
//! them displaces other absences, never a value.

use std::any::Any;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quick_cache::sync::{Cache as Entries, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, Equivalent, OptionsBuilder, Weighter};
use tokio::sync::Notify;

/// How fresh a cached answer must be when several replicas share a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// What the database holds now. `SQLite` belongs to this process, so the cache is exact there; PostgreSQL is asked: for the row, or, where many rows were
    /// loaded, whether any of them can be another one by now.
    Exact,
    /// What the database held when its last notification came, at most about two seconds ago: for paths that every token takes.
    Notified,
}

/// A set of groups of tables. A row names the one that it is in; a kind of cached value names those that it is loaded from, and those whose removal
/// cascades to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area(u32);

impl Area {
    /// Tenants.
    pub const TENANTS: Self = Self(1);
    /// Authorization servers.
    pub const SERVERS: Self = Self(1 << 1);
    /// Services and scopes.
    pub const CATALOGUE: Self = Self(1 << 2);
    /// Clients and the scopes that they may have.
    pub const CLIENTS: Self = Self(1 << 3);
    /// API clients.
    pub const API_CLIENTS: Self = Self(1 << 4);
    /// Roles.
    pub const ROLES: Self = Self(1 << 5);
    /// Signing keys.
    pub const KEYS: Self = Self(1 << 6);
    /// Policies and claims.
    pub const POLICIES: Self = Self(1 << 7);
    /// APIs of services.
    pub const APIS: Self = Self(1 << 8);
    /// Gateways.
    pub const GATEWAYS: Self = Self(1 << 9);
    /// Consents that a tenant asks for, and the actions that need them.
    pub const CONSENTS: Self = Self(1 << 10);
    /// When gateways were heard of last. Its own, so that what is made of gateways doesn't change each time.
    pub const GATEWAY_ACTIVITY: Self = Self(1 << 11);
    /// Events of the privacy ledger, and whose they are.
    pub const LEDGER: Self = Self(1 << 12);
    /// Whether users are there, and may sign in. What else is known of them is made of nothing that is kept.
    pub const USERS: Self = Self(1 << 13);
    /// Everything.
    pub const ALL: Self = Self(u32::MAX);
    pub(crate) const NONE: Self = Self(0);

    /// Both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// That rows were made in these, and none that was there is another one. The upper half of the bits.
    pub(crate) const fn created(self) -> Self {
        Self(self.0 << 16)
    }

    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    pub(crate) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    fn indexes(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let index = bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
            (index < AREAS).then_some(index)
        })
    }
}

/// A kind of cached value: what it is made of, and how much room it takes. Where it stands in the source is what tells it from others, so no two can be
/// taken for each other.
pub struct Kind<T> {
    place: &'static Location<'static>,
    areas: Area,
    /// What ends that one isn't there.
    of_absence: Area,
    /// It holds many rows: to ask whether they changed is cheaper than to load them again.
    is_many: bool,
    weight: fn(&T) -> u64,
    value: PhantomData<fn() -> T>,
}

// Derived ones would ask the same of `T`.
impl<T> Clone for Kind<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kind<T> {}

impl<T> std::fmt::Debug for Kind<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Kind").field("place", &self.place).field("areas", &self.areas).finish_non_exhaustive()
    }
}

impl<T> Kind<T> {
    /// A kind that is loaded from `areas`. Each call is a kind of its own: make it a constant.
    #[must_use]
    #[track_caller]
    pub const fn new(areas: Area) -> Self {
        let areas = areas.with(areas.created());
        Self { place: Location::caller(), areas, of_absence: areas, is_many: false, weight: |_| 1, value: PhantomData }
    }

    /// A kind that is loaded from rows of `areas` by what stands in themselves: whatever rows are made beside them, it is as it was. That there is none ends with
    /// any that is made.
    #[must_use]
    #[track_caller]
    pub(crate) const fn of_rows(areas: Area) -> Self {
        Self { areas, ..Self::new(areas) }
    }

    /// For values that hold many rows: how many.
    #[must_use]
    pub const fn weighing(self, weight: fn(&T) -> u64) -> Self {
        Self { is_many: true, weight, ..self }
    }

    /// Whether values of this kind hold many rows.
    pub(crate) fn is_many(self) -> bool {
        self.is_many
    }

    /// What it is made of, and what ends that there is none.
    pub(crate) fn all_areas(self) -> Area {
        self.areas.with(self.of_absence)
    }
}

/// As many as [`Area`] has bits.
const AREAS: usize = u32::BITS as usize;
// Tenants share counters by hash: a collision costs a reload, a map of tenants would cost a lock and grow.
/// One for each value of a byte.
const STRIPES: usize = 256;
/// About as many values, of a few hundred bytes each.
const CAPACITY: u64 = 10_000;
/// What weighs more is large: a shard of the others has room for it on a machine of many cores, too.
const LARGE: u64 = 250;
/// Rows in large values.
const LARGE_CAPACITY: u64 = 100_000;
/// Keys of what isn't there: at most half a megabyte, hardly ever a fifth of that.
const ABSENCES: usize = 1_000;
/// Longer ids come from somebody who is trying things.
const LONGEST_ID: usize = 256;

struct Key {
    tenant: Box<str>,
    kind: &'static Location<'static>,
    id: Box<str>,
    counted_by: CountedBy,
}

#[derive(Clone, Copy)]
struct BorrowedKey<'a> {
    tenant: &'a str,
    kind: &'static Location<'static>,
    id: &'a str,
    counted_by: CountedBy,
}

impl Key {
    fn borrowed(&self) -> BorrowedKey<'_> {
        BorrowedKey { tenant: &self.tenant, kind: self.kind, id: &self.id, counted_by: self.counted_by }
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.borrowed().hash(state);
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.borrowed().equivalent(other)
    }
}

impl Eq for Key {}

impl Hash for BorrowedKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tenant.hash(state);
        // Few share a line, whatever their file.
        (self.kind.line(), self.kind.column()).hash(state);
        self.id.hash(state);
        self.counted_by.hash(state);
    }
}

impl Equivalent<Key> for BorrowedKey<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.id == &*key.id && self.tenant == &*key.tenant && self.kind == key.kind && self.counted_by == key.counted_by
    }
}

#[derive(Clone)]
struct Entry {
    version: u64,
    weight: u64,
    value: Arc<dyn Any + Send + Sync>,
}

#[derive(Clone)]
struct ByWeight;

impl Weighter<Key, Entry> for ByWeight {
    fn weight(&self, _key: &Key, entry: &Entry) -> u64 {
        entry.weight
    }
}

/// What a value of a kind is known to be of: numbers that are other ones after any change that it could show.
#[derive(Clone, Copy)]
pub(crate) struct Version {
    present: u64,
    absent: u64,
    counted_by: CountedBy,
}

/// Whose count of changes a version is. A value that is asked for both ways is kept twice, and displaces itself by neither.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum CountedBy {
    /// This process: what it committed and what it was told of.
    Process,
    /// The database, for all replicas.
    Database,
}

impl Version {
    /// A count that the database gave.
    pub(crate) fn of_database(number: u64) -> Self {
        Self { present: number, absent: number, counted_by: CountedBy::Database }
    }
}

/// What the cache knows.
pub(crate) enum Known<T> {
    Present(Arc<T>),
    Absent,
}

pub(crate) struct Cache {
    entries: Entries<Key, Entry, ByWeight>,
    /// Values of many rows, which would have no room among the others: each of their shards has a part of it all.
    large: Entries<Key, Entry, ByWeight>,
    /// With the version that they were found missing at.
    absences: Entries<Key, u64>,
    generations: Vec<Generations>,
    epoch: AtomicU64,
}

/// What tenants that share a stripe have changed.
#[derive(Default)]
struct Generations {
    numbers: [AtomicU64; AREAS],
    /// Tells of each change.
    changed: Notify,
}

/// In one shard, so that a value may take nearly all of it.
fn large() -> Entries<Key, Entry, ByWeight> {
    let (hasher, lifecycle) = (DefaultHashBuilder::default(), DefaultLifecycle::default());
    let options = OptionsBuilder::new().shards(1).estimated_items_capacity(64).weight_capacity(LARGE_CAPACITY).build();
    match options {
        Ok(options) => Entries::with_options(options, ByWeight, hasher, lifecycle),
        // Not without one of the two numbers, which are there.
        Err(_) => Entries::with_weighter(64, LARGE_CAPACITY, ByWeight),
    }
}

impl Cache {
    pub(crate) fn new() -> Self {
        Self {
            entries: Entries::with_weighter(1024, CAPACITY, ByWeight),
            large: large(),
            absences: Entries::new(ABSENCES),
            generations: std::iter::repeat_with(Default::default).take(STRIPES).collect(),
            epoch: AtomicU64::new(0),
        }
    }

    fn stripe(&self, tenant: &str) -> &Generations {
        // FNV-1a. Who chooses tenant ids so that they collide gains reloads of his own tenants.
        let hash = tenant
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let bytes = hash.to_be_bytes();
        &self.generations[usize::from(bytes[0] ^ bytes[3] ^ bytes[7])]
    }

    /// Everything loaded from `areas` of `tenant` is stale from now on.
    pub(crate) fn bump(&self, tenant: &str, areas: Area) {
        let stripe = self.stripe(tenant);
        areas.indexes().for_each(|index| {
            stripe.numbers[index].fetch_add(1, Ordering::AcqRel);
        });
        stripe.changed.notify_waiters();
        // Lookups across tenants (which tenant has this client?) are kept under the empty tenant.
        if !tenant.is_empty() {
            self.bump("", areas);
        }
    }

    /// Everything is stale from now on.
    pub(crate) fn bump_all(&self) {
        self.epoch.fetch_add(1, Ordering::AcqRel);
        self.generations.iter().for_each(|stripe| stripe.changed.notify_waiters());
    }

    /// The number of changes in these areas of a tenant. Counters only grow, so their sum does.
    pub(crate) fn count(&self, tenant: &str, areas: Area) -> u64 {
        let stripe = self.stripe(tenant);
        areas
            .indexes()
            .map(|index| stripe.numbers[index].load(Ordering::Acquire))
            .fold(self.epoch.load(Ordering::Acquire), u64::wrapping_add)
    }

    /// Waits until that number is another one.
    pub(crate) async fn changed(&self, tenant: &str, areas: Area, number: u64) -> u64 {
        loop {
            let mut changed = std::pin::pin!(self.stripe(tenant).changed.notified());
            // Before the look, so that no change can pass unheard between the two.
            changed.as_mut().enable();
            let now = self.count(tenant, areas);
            if now != number {
                return now;
            }
            changed.await;
        }
    }

    pub(crate) fn version<T>(&self, tenant: &str, kind: Kind<T>) -> Version {
        let present = self.count(tenant, kind.areas);
        let absent = if kind.of_absence == kind.areas { present } else { self.count(tenant, kind.of_absence) };
        Version { present, absent, counted_by: CountedBy::Process }
    }

    pub(crate) fn get<T: Any + Send + Sync>(
        &self,
        tenant: &str,
        kind: Kind<T>,
        id: &str,
        version: Version,
    ) -> Option<Known<T>> {
        let key = BorrowedKey { tenant, kind: kind.place, id, counted_by: version.counted_by };
        let found = self.entries.get(&key).or_else(|| self.large.get(&key));
        if let Some(entry) = found.filter(|entry| entry.version == version.present) {
            return entry.value.downcast().ok().map(Known::Present);
        }
        self.absences.get(&key).filter(|missing_at| *missing_at == version.absent).map(|_| Known::Absent)
    }

    pub(crate) fn insert<T: Any + Send + Sync>(
        &self,
        tenant: &str,
        kind: Kind<T>,
        id: &str,
        version: Version,
        value: Option<Arc<T>>,
    ) {
        if id.len() > LONGEST_ID || tenant.len() > LONGEST_ID {
            return;
        }
        let key = Key { tenant: tenant.into(), kind: kind.place, id: id.into(), counted_by: version.counted_by };
        match value {
            Some(value) => {
                let weight = (kind.weight)(&value).max(1);
                let (here, there) =
                    if weight > LARGE { (&self.large, &self.entries) } else { (&self.entries, &self.large) };
                // It may have been another size before.
                there.remove(&key);
                here.insert(key, Entry { version: version.present, weight, value });
            }
            None => self.absences.insert(key, version.absent),
        }
    }
}
