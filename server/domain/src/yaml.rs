//! YAML that comes from outside: read here and nowhere else, within bounds.
//!
//! By `serde-saphyr`, which is in Rust without `unsafe`, is maintained, and has a budget for what aliases and merge keys multiply. The C library behind the others
//! has none, and is no longer maintained.

mod shape;

use std::fmt;

use serde::Deserialize;
use serde_saphyr::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Deserializer, Error};

/// Arrays and objects within each other. Twice as many as are let in elsewhere, since the schemas of real documents nest so deep and nothing of them is kept;
/// what is kept as it stands has to keep to less.
pub(crate) const DEEPEST: usize = 64;
/// What stands around a value that isn't looked at: a scheme's flow, at most.
const AROUND: usize = 8;
/// What aliases and merge keys may stand for, in events of the parser.
const MOST_REPLAYED: usize = 200_000;
const MOST_ALIASES: usize = 50_000;
const MOST_MERGES: usize = 10_000;
/// Longest key in YAML without a `?`: as long as a path may be.
const LONGEST_KEY: usize = 4096;

/// Why a text can't be read, with line and column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

impl Unreadable {
    fn of(error: impl fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// What a text says, of at most so many parts (scalars, and beginnings and ends of collections), which are together at most twice as long as it. As YAML 1.2 and JSON
/// have it: `no` and `0755` are texts. A key that stands twice is refused, and so is a number that isn't finite.
///
/// # Errors
/// [`Unreadable`].
pub fn read<'text, T: Deserialize<'text>>(text: &'text str, most_parts: usize) -> Result<T, Unreadable> {
    let bounds = Bounds { most_parts, longest: text.len().saturating_mul(2).saturating_add(LONGEST_KEY) };
    let rules = (DuplicateKeyPolicy::Error, NonFiniteFloatPolicy::Reject);
    read_with(text, bounds, rules, |deserializer| T::deserialize(deserializer))
}

/// What the events of the parser may be, with what aliases and merge keys stand for.
pub(crate) struct Bounds {
    /// Scalars, and beginnings and ends of collections.
    pub(crate) most_parts: usize,
    /// All scalars together, in bytes.
    pub(crate) longest: usize,
}

/// Hands the reader of a text to whoever knows what stands there.
pub(crate) fn read_with<'text, T, F>(
    text: &'text str,
    Bounds { most_parts, longest }: Bounds,
    (duplicate_keys, non_finite_float_policy): (DuplicateKeyPolicy, NonFiniteFloatPolicy),
    read: F,
) -> Result<T, Unreadable>
where
    for<'reader> F: FnOnce(Deserializer<'text, 'reader>) -> Result<T, Error>,
{
    shape::check(text, most_parts)?;
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: most_parts,
            max_nodes: most_parts,
            max_depth: DEEPEST + AROUND,
            flow_nesting_limit: DEEPEST + AROUND,
            max_documents: 1,
            max_total_scalar_bytes: longest,
            max_aliases: MOST_ALIASES,
            max_anchors: MOST_ALIASES,
            max_recorded_anchor_events: MOST_REPLAYED,
            max_merge_keys: MOST_MERGES,
            simple_key_max_lookahead: LONGEST_KEY,
            // Common parts are named by hundreds of operations; how many copies there are in all is what counts.
            enforce_alias_anchor_ratio: false,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MOST_REPLAYED,
            max_replay_stack_depth: 32,
        },
        duplicate_keys: duplicate_keys,
        // As YAML 1.2 and JSON have it: `no` and `0755` are texts.
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        null_as_string: true,
        non_finite_float_policy: non_finite_float_policy,
        with_snippet: false,
    };
    serde_saphyr::with_deserializer_from_str_with_options(text, options, read).map_err(Unreadable::of)
}
