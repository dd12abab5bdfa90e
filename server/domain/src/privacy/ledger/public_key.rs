//! The public keys that events were ever signed with, kept when the tenant has others long since.
//!
//! Each stands there once more, sealed: whoever can write to the database alone can't add a key of their own and sign everything anew. With it is sealed since
//! which event it signs: whoever comes by a key can't sign what was there before it.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QueryTrait};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use self::entity::{Column, Entity, Model};
use super::LedgerSigner;
use crate::privacy::canonical_json;
use crate::storage::store::Transaction;
use crate::{Error, Result, Store};

mod entity {
    #![expect(unreachable_pub, reason = "sea-orm derives public items, which can't be made of private ones")]
    use sea_orm::entity::prelude::*;

    use crate::storage::seal::Sealed;

    /// A key that signed events.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ledger_keys")]
    pub struct Model {
        /// The tenant.
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: String,
        /// What signatures call it.
        #[sea_orm(primary_key, auto_increment = false)]
        pub kid: String,
        /// What tells it from others that are called the same (RFC 7638).
        #[sea_orm(primary_key, auto_increment = false)]
        pub thumbprint: String,
        /// It itself (RFC 7517).
        #[sea_orm(column_type = "JsonBinary")]
        pub public_jwk: Json,
        /// The same, and the number of the first event that it signed, sealed.
        pub sealed_jwk: Sealed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The members that a key is made of, of all kinds (RFC 7638 §3.2, RFC 8037 §2).
const REQUIRED: [&str; 6] = ["crv", "e", "kty", "n", "x", "y"];

/// A key that signed events.
#[derive(Clone)]
pub(super) struct LedgerKey {
    /// It itself (RFC 7517).
    pub(super) public_jwk: Value,
    /// The number of the first event that it signed.
    pub(super) first: i64,
}

/// Notes what the transaction's tenant signs with from this event on, where it isn't known.
pub(super) async fn remember(transaction: &Transaction, signer: &dyn LedgerSigner, first: i64) -> Result<()> {
    let (store, tenant, kid) = (transaction.store(), transaction.tenant(), signer.kid());
    let (public_jwk, thumbprint) = (signer.public_jwk(), thumbprint(signer.public_jwk())?);
    let sealed_jwk = store.seal(&context(tenant, kid, &thumbprint), sealed(public_jwk, first)?.as_bytes())?;
    let row = Model {
        tenant_id: tenant.to_owned(),
        kid: kid.to_owned(),
        thumbprint,
        public_jwk: public_jwk.clone(),
        sealed_jwk,
    };
    let key = [Column::TenantId, Column::Kid, Column::Thumbprint];
    let unless_there = OnConflict::columns(key).do_nothing().to_owned();
    let insertion = Entity::insert(row.into_active_model()).on_conflict(unless_there);
    Ok(transaction.run_last(insertion.build(store.dialect())).await?)
}

/// All of a tenant's.
pub(super) async fn list(store: &Store, tenant: &str) -> Result<Vec<LedgerKey>> {
    let of_tenant = Entity::find().filter(Column::TenantId.eq(tenant));
    let rows = of_tenant.order_by_asc(Column::Kid).order_by_asc(Column::Thumbprint).all(store.reader()).await?;
    rows.into_iter().map(|row| opened(store, row)).collect()
}

/// Those that are called so: one, unless a `kid` was given twice.
pub(super) async fn called(store: &Store, tenant: &str, kid: &str) -> Result<Vec<LedgerKey>> {
    let called = Entity::find().filter(Column::TenantId.eq(tenant)).filter(Column::Kid.eq(kid));
    let rows = called.order_by_asc(Column::Thumbprint).all(store.reader()).await?;
    rows.into_iter().map(|row| opened(store, row)).collect()
}

/// The `kid` in the header of a signature (RFC 7515 §4.1.4).
pub(super) fn kid_of(signature: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Header {
        kid: String,
    }
    let header = URL_SAFE_NO_PAD.decode(signature.split('.').next()?).ok()?;
    serde_json::from_slice(&header).ok().map(|Header { kid }| kid)
}

/// What was written down here, and by nobody else.
fn opened(store: &Store, row: Model) -> Result<LedgerKey> {
    let Model { tenant_id, kid, thumbprint, public_jwk, sealed_jwk } = row;
    let text = store.open_text(&context(&tenant_id, &kid, &thumbprint), &sealed_jwk)?;
    let first = serde_json::from_str::<Value>(&text).ok().and_then(|noted| noted["first"].as_i64());
    match first {
        Some(first) if sealed(&public_jwk, first)? == text => Ok(LedgerKey { public_jwk, first }),
        _ => Err(Error::internal(format!("ledger_key:{tenant_id}:{kid}: the public key was changed"))),
    }
}

fn sealed(public_jwk: &Value, first: i64) -> Result<String> {
    canonical_json::write(&json!({"first": first, "jwk": public_jwk}))
}

/// RFC 7638 §3.
fn thumbprint(public_jwk: &Value) -> Result<String> {
    let member = |name: &str| public_jwk.get(name).map(|value| (name.to_owned(), value.clone()));
    let required: Map<String, Value> = REQUIRED.iter().filter_map(|name| member(name)).collect();
    let text = canonical_json::write(&Value::Object(required))?;
    Ok(URL_SAFE_NO_PAD.encode(digest(&SHA256, text.as_bytes())))
}

fn context(tenant: &str, kid: &str, thumbprint: &str) -> String {
    format!("ledger_key:{tenant}:{kid}:{thumbprint}")
}
