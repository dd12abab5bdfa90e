//! Tenants, what they and the installation start with, who acts and who changed what.

pub mod acting;
pub mod audit;
pub(crate) mod built_in;
pub mod first_start;
pub mod housekeeping;
pub mod reconciliation;
pub mod tenant;
