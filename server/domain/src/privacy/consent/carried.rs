//! What a grant of an earlier version counts for.
//!
//! | the later version says | a grant that was given explicitly | a grant that was given implicitly |
//! |---|---|---|
//! | `explicitAll` | ends | ends |
//! | `implicitAll` | counts, implicitly from then on | counts |
//! | `keepCurrent` | ends | counts |
//!
//! Versions that follow one another and say the same are kept as one line: between them, what a grant counts for depends on no more than whether any came after it.

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a new version of a consent means for those who gave an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "AcpUpdateExistingGrants")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum UpdateExistingGrants {
    /// All have to give it again.
    #[sea_orm(string_value = "explicitAll")]
    ExplicitAll,
    /// All have given it, implicitly from then on.
    #[sea_orm(string_value = "implicitAll")]
    ImplicitAll,
    /// Those who gave it implicitly have given it; others have to give it again.
    #[sea_orm(string_value = "keepCurrent")]
    KeepCurrent,
}

/// How somebody gave a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum GrantType {
    /// By something else that they did.
    #[sea_orm(string_value = "implicit")]
    Implicit,
    /// By saying so.
    #[sea_orm(string_value = "explicit")]
    Explicit,
}

/// What versions from one on mean, until the next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Since {
    version: i64,
    /// The last of them that says so.
    until: i64,
    means: UpdateExistingGrants,
}

/// What the versions of a consent meant for grants of those before them, the earliest first. Before the first line nothing is carried over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Carried(Vec<Since>);

impl Carried {
    /// With another version, whose number is the highest.
    pub(super) fn after(&self, means: UpdateExistingGrants, version: i64) -> Self {
        if means == UpdateExistingGrants::ExplicitAll {
            // Whatever was before ends here.
            return Self(vec![Since { version, until: version, means }]);
        }
        let mut lines = self.0.clone();
        match lines.last_mut() {
            Some(last) if last.means == means => last.until = version,
            _ => lines.push(Since { version, until: version, means }),
        }
        Self(lines)
    }

    /// What a grant of `given` is of the version `current`, if anything.
    pub(in crate::privacy) fn of(&self, given: i64, current: i64, grant_type: GrantType) -> Option<GrantType> {
        if given > current {
            return None;
        }
        let mut grant_type = grant_type;
        for since in self.0.iter().filter(|since| since.until > given) {
            match since.means {
                UpdateExistingGrants::ExplicitAll => return None,
                UpdateExistingGrants::ImplicitAll => grant_type = GrantType::Implicit,
                UpdateExistingGrants::KeepCurrent if grant_type == GrantType::Explicit => return None,
                UpdateExistingGrants::KeepCurrent => {}
            }
        }
        Some(grant_type)
    }
}
