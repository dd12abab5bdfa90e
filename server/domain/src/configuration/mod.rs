//! Configuration as code: everything that administrators decide in a tenant, read at one moment ([`read`]) and brought in again ([`bring_in`]).
//!
//! A dialect's dump says it in its own words. What it can't say stands beside each row ([`beside`]), so that nothing is lost on the way: a test walks every column of
//! every table, and each is in a dump or in [`NOT_EXPORTED`] with the reason.
//!
//! | file | what is in it |
//! |---|---|
//! | [`thing`] | a row with what hangs on it, and how a tenant's are read |
//! | [`wanted`] | what a dump says of a tenant |
//! | `import` | what becomes of it: what is there, what is made, what changes, in one transaction |
//! | [`outcome`] | what became of it |

pub mod beside;
mod import;
mod imported;
mod key;
pub mod outcome;
pub mod thing;
pub mod wanted;

pub use self::import::{Mode, Options, bring_in};
pub use self::outcome::{Note, Outcome, Step, Verb};
pub use self::thing::{Kind, Thing, Whole, read};
pub use self::wanted::{Entry, Wanted};

/// Columns that no dump holds, each with its reason. A table alone stands for all of its columns.
pub const NOT_EXPORTED: &[(&str, &str)] = &[
    ("attempts", "failures of those who sign in: state"),
    ("audit_events", "what happened, which stays where it happened"),
    ("authorization_grants", "what users allowed: state"),
    ("consent_grants", "what users gave: state"),
    ("removed_consents", "what is cleared away yet"),
    ("consents", "what users were asked for: state"),
    ("device_authorizations", "sign-ins under way: state"),
    ("idempotent_answers", "answers that may be asked for again: state"),
    ("imported", "what an import made here"),
    ("installation", "facts about this installation alone: its administrators, its master key"),
    ("ledger_events", "what users consented to and took back, which stays where it happened"),
    ("ledger_heads", "follows from ledger_events"),
    ("ledger_keys", "what the events were signed with"),
    ("ledger_subjects", "whose events they are: state"),
    ("login_requests", "sign-ins under way: state"),
    ("revoked_tokens", "state"),
    ("scope_grants", "what users allowed: state"),
    ("seaql_migrations", "the form of this database"),
    ("session_clients", "who is signed in: state"),
    ("sessions", "who is signed in: state"),
    ("used_assertions", "state"),
    ("users", "people, who sign up and leave: no part of a configuration"),
    ("apis.classified", "follows from data_classifications"),
    ("apis.form", "follows from path"),
    ("privacy_consents.carried", "what earlier versions count for here, where they were given"),
    ("privacy_consents.lineage", "which grants are its own: state"),
    ("privacy_consents.version_made_at", "since when its version could be given here: state"),
    ("consent_actions.lost_required", "what it lost here: state"),
    ("consents_of_actions", "follows from consent_actions.consents"),
    ("client_secrets.last_used_at", "when it was used here: state"),
    ("data_classifications", "follows from apis.data_classifications"),
    ("gateways.last_active", "when it was seen here: state"),
    ("services.system", "follows from the id"),
    ("tenants.removed_at", "what is being removed is in no dump"),
    ("tenants.succeeds", "whose audit events are whose, here"),
];
