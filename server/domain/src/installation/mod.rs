//! Tenants, what they and the installation start with, who acts, who changed what, and what was answered.

pub mod acting;
pub mod audit;
pub(crate) mod built_in;
pub mod first_start;
pub mod housekeeping;
pub mod idempotent_answer;
pub mod reconciliation;
pub mod tenant;
