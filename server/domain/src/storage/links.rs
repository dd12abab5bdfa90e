//! Tables that link two kinds of things of a tenant and hold nothing else: who may have what. Each column is named by what it refers to.

use std::collections::HashMap;

use sea_orm::ConnectionTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::Result;
use crate::storage::parts::parts;
use crate::storage::store::Transaction;

/// A table of links, by its name and those of its columns beside the tenant's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkTable {
    pub(crate) name: &'static str,
    /// Who has.
    pub(crate) holder: &'static str,
    /// What is had.
    pub(crate) held: &'static str,
}

/// A holder and what it has.
pub(crate) type Link = (String, String);

impl LinkTable {
    /// The links to things that take other ids, each pair of these the former and the new one: as they will be.
    pub(crate) async fn to_moved(self, transaction: &Transaction, moved: &[(&str, &str)]) -> Result<Vec<Link>> {
        let mut links = Vec::new();
        let new: HashMap<&str, &str> = moved.iter().copied().collect();
        for part in parts(moved) {
            let mut to_them = Query::select();
            to_them.columns([self.holder, self.held]).from(self.name);
            to_them.and_where(Expr::col("tenant_id").eq(transaction.tenant()));
            to_them.and_where(Expr::col(self.held).is_in(part.iter().map(|(former, _)| *former)));
            for row in transaction.query_all(&to_them).await? {
                let (holder, held): (String, String) = (row.try_get("", self.holder)?, row.try_get("", self.held)?);
                let held = new.get(held.as_str()).map_or(held.clone(), |new| (*new).to_owned());
                links.push((holder, held));
            }
        }
        Ok(links)
    }

    /// Writes links, when both sides have their ids.
    pub(crate) async fn insert(self, transaction: &Transaction, links: &[Link]) -> Result<()> {
        for part in parts(links) {
            let mut rows = Query::insert();
            rows.into_table(self.name).columns(["tenant_id", self.holder, self.held]);
            for (holder, held) in part {
                rows.values_panic([transaction.tenant().into(), holder.as_str().into(), held.as_str().into()]);
            }
            transaction.execute(&rows).await?;
        }
        Ok(())
    }

    /// Puts these in the place of all links that each of these holders has.
    pub(crate) async fn replace(self, transaction: &Transaction, holders: &[(&str, &[String])]) -> Result<()> {
        for part in parts(holders) {
            let mut former = Query::delete();
            former.from_table(self.name).and_where(Expr::col("tenant_id").eq(transaction.tenant()));
            former.and_where(Expr::col(self.holder).is_in(part.iter().map(|(holder, _)| *holder)));
            transaction.execute(&former).await?;
        }
        let links =
            holders.iter().flat_map(|(holder, held)| held.iter().map(|held| ((*holder).to_owned(), held.clone())));
        self.insert(transaction, &links.collect::<Vec<_>>()).await
    }
}
