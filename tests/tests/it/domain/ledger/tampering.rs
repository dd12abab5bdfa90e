//! Whatever is changed past the server is found, and where it is.

use authplane_domain::Error;
use authplane_domain::privacy::ledger::{self, Broken, Fault, Head, Verified};
use authplane_tests::Database;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, Value};
use serde_json::json;

use super::super::{World, on_both, schema, tamper};
use super::{TenantSignatures, event, record, record_each, rotate, signer, verified, whole};
use crate::it::client_sdk::keys::Key;

const TABLES: [&str; 4] = ["ledger_events", "ledger_heads", "ledger_keys", "ledger_subjects"];

fn broken(number: u64, fault: Fault) -> Verified {
    Verified::Broken(Broken { number: Some(number), fault })
}

/// The tables as they are, to be put back.
async fn keep(world: &World) {
    for table in TABLES {
        tamper(world, &format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await;
    }
}

async fn put_back(world: &World) {
    for table in TABLES {
        tamper(world, &format!("DELETE FROM {table}")).await;
        tamper(world, &format!("INSERT INTO {table} SELECT * FROM kept_{table}")).await;
    }
    whole(&world.store, "t").await;
}

async fn execute(connection: &DatabaseConnection, sql: &str, values: impl IntoIterator<Item = Value>) {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    assert_eq!(connection.execute_raw(statement).await.unwrap().rows_affected(), 1, "{sql}");
}

/// Another value in one column of one row: all that a hostile hand, or a bit that fell over, can make of it.
async fn others(connection: &DatabaseConnection, table: &str, column: &str, row: &str) -> Vec<Value> {
    let sql = format!("SELECT \"{column}\" AS value FROM {table} WHERE {row}");
    let found = connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await;
    let found = found.unwrap().unwrap();
    match column {
        "number" => {
            let number: i64 = found.try_get("", "value").unwrap();
            vec![(number + 1000).into()]
        }
        "at" => {
            let at: DateTime<Utc> = found.try_get("", "value").unwrap();
            vec![(at + TimeDelta::microseconds(1)).into(), (at - TimeDelta::days(1)).into()]
        }
        "payload" | "key" | "hash" | "sealed_jwk" => {
            let bytes: Vec<u8> = found.try_get("", "value").unwrap();
            let flipped = |index: usize| {
                let mut bytes = bytes.clone();
                bytes[index] ^= 1 << (index % 8);
                bytes
            };
            let last = bytes.len() - 1;
            let mut others: Vec<Vec<u8>> = (0..last).step_by(last / 12).map(flipped).collect();
            others.extend([flipped(last), bytes[..last].to_vec(), [&bytes[..], &[0]].concat(), Vec::new()]);
            others.into_iter().map(Value::from).collect()
        }
        "public_jwk" => vec![json!({"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}).into()],
        "tenant_id" => vec!["u".into()],
        _ => {
            let text: String = found.try_get("", "value").unwrap();
            let changed = |index: usize| {
                let other = if &text[index..=index] == "A" { "B" } else { "A" };
                format!("{}{other}{}", &text[..index], &text[index + 1..])
            };
            let step = Ord::max(text.len() / 12, 1);
            let mut others: Vec<String> = (0..text.len()).step_by(step).map(changed).collect();
            others.extend([changed(text.len() - 1), format!("{text}A"), text[1..].to_owned()]);
            others.into_iter().map(Value::from).collect()
        }
    }
}

/// What a change of a column leads to, in a ledger of seven events whose subjects take turns.
fn is_expected(table: &str, column: &str, found: &Verified) -> bool {
    let is = |number: u64, faults: &[Fault]| matches!(found, Verified::Broken(Broken { number: Some(at), fault }) if *at == number && faults.contains(fault));
    match (table, column) {
        // It isn't in this tenant any more, or not in its place.
        ("ledger_events", "tenant_id" | "number") => is(4, &[Fault::Missing]),
        // The header of a signature names the key.
        ("ledger_events", "signature") => is(4, &[Fault::Altered, Fault::UnknownKey]),
        ("ledger_events", "id" | "at" | "pseudonym" | "payload") => is(4, &[Fault::Altered]),
        ("ledger_heads", "hash") => is(7, &[Fault::HeadAltered]),
        ("ledger_heads", "number") => is(8, &[Fault::Missing]),
        ("ledger_heads", "tenant_id") => is(1, &[Fault::BehindHead]),
        ("ledger_keys", "tenant_id" | "kid") => is(1, &[Fault::UnknownKey]),
        ("ledger_keys", "thumbprint" | "public_jwk" | "sealed_jwk") => is(1, &[Fault::KeyAltered]),
        ("ledger_subjects", "subject" | "key") => is(2, &[Fault::SubjectAltered]),
        ("ledger_subjects", "pseudonym") => {
            matches!(found, Verified::Broken(Broken { number: None, fault: Fault::StraySubject }))
        }
        // As erasure leaves it. That the row is among those of another tenant is found there.
        ("ledger_subjects", "tenant_id") => matches!(found, Verified::Whole(whole) if whole.unreadable == 3),
        _ => panic!("nothing here says how a change of {table}.{column} is found"),
    }
}

#[tokio::test]
async fn another_value_in_any_column_is_found_where_it_is() {
    on_both(async |world| {
        for tenant in ["t", "u"] {
            world.tenant(tenant).await;
        }
        let columns = schema(&world).await;
        let of_ledger: Vec<&String> = columns.keys().filter(|table| table.starts_with("ledger_")).collect();
        assert_eq!(of_ledger, TABLES);
        record_each(&world, "t", &["ada", "grace"], 7).await;
        keep(&world).await;
        let connection = sea_orm::Database::connect(&world.url).await.unwrap();
        for table in TABLES {
            let row = match table {
                "ledger_events" => "tenant_id = 't' AND number = 4",
                "ledger_subjects" => "tenant_id = 't' AND subject = 'grace'",
                _ => "tenant_id = 't'",
            };
            for column in &columns[table] {
                for other in others(&connection, table, column, row).await {
                    let shown = format!("{table}.{column} = {other:?}");
                    execute(&connection, &format!("UPDATE {table} SET \"{column}\" = $1 WHERE {row}"), [other]).await;
                    let found = verified(&world.store, "t", None).await;
                    assert!(is_expected(table, column, &found), "{shown}: {found:?}");
                    if column == "tenant_id" && table != "ledger_keys" {
                        let of_other = verified(&world.store, "u", None).await;
                        assert!(matches!(of_other, Verified::Broken(_)), "{shown}: {of_other:?}");
                    }
                    put_back(&world).await;
                }
            }
        }
        connection.close().await.unwrap();
    })
    .await;
}

async fn after(world: &World, statements: &[&str]) -> Verified {
    for statement in statements {
        tamper(world, statement).await;
    }
    let found = verified(&world.store, "t", None).await;
    put_back(world).await;
    found
}

#[tokio::test]
async fn an_event_that_is_removed_moved_or_put_in_is_found() {
    on_both(async |world| {
        world.tenant("t").await;
        record_each(&world, "t", &["ada", "grace"], 7).await;
        keep(&world).await;
        let removed = "DELETE FROM ledger_events WHERE number =";
        for number in 1..=7 {
            assert_eq!(after(&world, &[&format!("{removed} {number}")]).await, broken(number, Fault::Missing));
        }
        assert_eq!(after(&world, &["DELETE FROM ledger_events"]).await, broken(1, Fault::Missing));
        assert_eq!(after(&world, &["DELETE FROM ledger_heads"]).await, broken(1, Fault::BehindHead));
        // Those behind it close up.
        let closed_up = "UPDATE ledger_events SET number = number - 1000 WHERE number > 1000";
        let removed_and_closed_up =
            [&format!("{removed} 4"), "UPDATE ledger_events SET number = number + 999 WHERE number > 4", closed_up];
        assert_eq!(after(&world, &removed_and_closed_up).await, broken(4, Fault::Altered));
        // Two exchange their places; of one subject, and of two.
        for other in [5, 6] {
            let swapped = [
                "UPDATE ledger_events SET number = 1000 WHERE number = 3",
                &format!("UPDATE ledger_events SET number = 3 WHERE number = {other}"),
                &format!("UPDATE ledger_events SET number = {other} WHERE number = 1000"),
            ];
            assert_eq!(after(&world, &swapped).await, broken(3, Fault::Altered));
        }
        for column in ["payload", "signature", "at", "id"] {
            let of = |number| format!("(SELECT {column} FROM kept_ledger_events WHERE number = {number})");
            let swapped = format!(
                "UPDATE ledger_events SET {column} = CASE number WHEN 3 THEN {} ELSE {} END WHERE number IN (3, 5)",
                of(5),
                of(3)
            );
            assert_eq!(after(&world, &[&swapped]).await, broken(3, Fault::Altered), "{column}");
        }
        // A copy at the end.
        let copied = "INSERT INTO ledger_events SELECT tenant_id, 8, id, at, pseudonym, payload, signature FROM kept_ledger_events WHERE number = 7";
        assert_eq!(after(&world, &[copied]).await, broken(8, Fault::Altered));
        // Far behind the end, or before the beginning, where nobody would look.
        for (number, found) in [
            (1008, broken(1008, Fault::BehindHead)),
            (0, Verified::Broken(Broken { number: None, fault: Fault::StrayEvent })),
            (-8, Verified::Broken(Broken { number: None, fault: Fault::StrayEvent })),
        ] {
            let copied = copied.replace("8, id", &format!("{number}, id"));
            assert_eq!(after(&world, &[&copied]).await, found);
        }
        let far = ["UPDATE ledger_events SET number = 2000 WHERE number = 7", "UPDATE ledger_heads SET number = 2000"];
        assert_eq!(after(&world, &far).await, broken(7, Fault::Missing));
        let shortened = "UPDATE ledger_heads SET number = 5";
        assert_eq!(after(&world, &[shortened]).await, broken(6, Fault::BehindHead));
    })
    .await;
}

/// Whoever can write the whole database can take the end away together with its head. A head that was noted elsewhere shows it.
#[tokio::test]
async fn an_end_that_was_cut_off_with_its_head_is_found_by_whoever_noted_one() {
    on_both(async |world| {
        world.tenant("t").await;
        record_each(&world, "t", &["ada", "grace"], 5).await;
        let at_five = whole(&world.store, "t").await.head;
        tamper(&world, "CREATE TABLE head_of_five AS SELECT * FROM ledger_heads").await;
        record_each(&world, "t", &["ada", "grace"], 2).await;
        keep(&world).await;
        let at_seven = whole(&world.store, "t").await.head;
        for noted in [&at_five, &at_seven, &Head { number: 0, hash: [0; 32] }] {
            assert!(matches!(verified(&world.store, "t", Some(noted)).await, Verified::Whole(_)));
        }
        let invented = Head { number: 5, ..at_seven };
        assert_eq!(verified(&world.store, "t", Some(&invented)).await, broken(5, Fault::Unexpected));
        let no_beginning = Head { number: 0, ..at_seven };
        assert_eq!(verified(&world.store, "t", Some(&no_beginning)).await, broken(0, Fault::Unexpected));

        for statement in [
            "DELETE FROM ledger_events WHERE number > 5",
            "DELETE FROM ledger_heads",
            "INSERT INTO ledger_heads SELECT * FROM head_of_five",
        ] {
            tamper(&world, statement).await;
        }
        assert_eq!(whole(&world.store, "t").await.head, at_five);
        assert_eq!(verified(&world.store, "t", Some(&at_seven)).await, broken(7, Fault::Missing));
        // Others are written in their place.
        record_each(&world, "t", &["ada"], 4).await;
        whole(&world.store, "t").await;
        assert_eq!(verified(&world.store, "t", Some(&at_seven)).await, broken(7, Fault::Unexpected));
        for table in TABLES {
            tamper(&world, &format!("DELETE FROM {table}")).await;
        }
        assert_eq!(whole(&world.store, "t").await.head.number, 0);
        assert_eq!(verified(&world.store, "t", Some(&at_five)).await, broken(5, Fault::Missing));
    })
    .await;
}

#[tokio::test]
async fn what_somebody_else_signed_is_found_whatever_key_comes_with_it() {
    on_both(async |world| {
        for tenant in ["t", "u"] {
            world.tenant(tenant).await;
        }
        record_each(&world, "t", &["ada"], 4).await;
        record_each(&world, "u", &["ada"], 4).await;
        keep(&world).await;
        let theirs = "UPDATE ledger_events SET signature = (SELECT k.signature FROM kept_ledger_events k WHERE k.tenant_id = 'u' AND k.number = 3) \
                      WHERE tenant_id = 't' AND number = 3";
        assert_eq!(after(&world, &[theirs]).await, broken(3, Fault::UnknownKey));
        // With their key, which is sealed for their tenant.
        let key = "INSERT INTO ledger_keys SELECT 't', kid, thumbprint, public_jwk, sealed_jwk FROM kept_ledger_keys WHERE tenant_id = 'u'";
        assert_eq!(after(&world, &[theirs, key]).await, broken(3, Fault::KeyAltered));
        // With one of their own, and all events of the other tenant in the place of these.
        for (column, fault) in [("sealed_jwk", Fault::KeyAltered), ("public_jwk", Fault::KeyAltered)] {
            let own = if column == "public_jwk" {
                let jwk = Key::new("EdDSA").public("1").to_string();
                match world.database {
                    Database::Sqlite => format!("UPDATE ledger_keys SET public_jwk = '{jwk}'"),
                    Database::Postgres => format!("UPDATE ledger_keys SET public_jwk = '{jwk}'::jsonb"),
                }
            } else {
                "UPDATE ledger_keys SET sealed_jwk = (SELECT key FROM kept_ledger_subjects WHERE tenant_id = 't')".to_owned()
            };
            assert_eq!(after(&world, &[&own]).await, broken(1, fault));
        }
        let all = [
            "DELETE FROM ledger_events WHERE tenant_id = 't'",
            "INSERT INTO ledger_events SELECT 't', number, id, at, pseudonym, payload, signature FROM kept_ledger_events WHERE tenant_id = 'u'",
        ];
        assert_eq!(after(&world, &all).await, broken(1, Fault::UnknownKey));
    })
    .await;
}

/// Where it is looked for in parts, the part and the place in it are right, also at the edges and where the key changes.
#[tokio::test]
async fn the_place_is_right_in_a_ledger_of_several_parts() {
    on_both(async |world| {
        world.tenant("t").await;
        let many = |count: usize| (0..count).map(|number| event(["ada", "grace"][number % 2], json!(number))).collect();
        record(&world.store, "t", many(700)).await;
        rotate(&world.store, "t", "EdDSA", "second").await;
        record(&world.store, "t", many(600)).await;
        keep(&world).await;
        for number in [1, 2, 499, 500, 501, 699, 700, 701, 1000, 1001, 1299, 1300] {
            let text = |column| format!("UPDATE ledger_events SET {column} = {column} || 'A' WHERE number = {number}");
            for column in ["id", "signature"] {
                assert_eq!(
                    after(&world, &[&text(column)]).await,
                    broken(number, Fault::Altered),
                    "{column} of {number}"
                );
            }
            let removed = format!("DELETE FROM ledger_events WHERE number = {number}");
            assert_eq!(after(&world, &[&removed]).await, broken(number, Fault::Missing));
        }
        // The first of two.
        let both =
            ["UPDATE ledger_events SET id = 'x' WHERE number = 640", "DELETE FROM ledger_events WHERE number = 650"];
        assert_eq!(after(&world, &both).await, broken(640, Fault::Altered));
        if world.database == Database::Sqlite {
            let unreadable = ["UPDATE ledger_events SET at = 'yesterday' WHERE number = 777"];
            assert_eq!(after(&world, &unreadable).await, broken(777, Fault::Unreadable));
        }
        assert_eq!(whole(&world.store, "t").await.head.number, 1300);
    })
    .await;
}

#[tokio::test]
async fn whoever_verifies_while_others_write_sees_a_whole_ledger() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = world.store.clone();
        let writer = tokio::spawn(async move {
            for number in 0..60 {
                record(&store, "t", vec![event("ada", json!(number)), event("grace", json!(number))]).await;
            }
        });
        while !writer.is_finished() {
            whole(&world.store, "t").await;
        }
        writer.await.unwrap();
        assert_eq!(whole(&world.store, "t").await.head.number, 120);
    })
    .await;
}

#[tokio::test]
async fn a_tenant_that_is_not_there_has_no_ledger() {
    on_both(async |world| {
        world.tenant("t").await;
        let nobody = ledger::verify(&world.store, "nobody", &TenantSignatures, None).await;
        assert!(matches!(nobody, Err(Error::NotFound { thing: "tenant", .. })));
        // One whose name can't even be stored.
        assert!(ledger::verify(&world.store, "a\0b", &TenantSignatures, None).await.is_err());
        signer(&world.store, "t").await;
        whole(&world.store, "t").await;
    })
    .await;
}
