//! Audit events are cleared away by their age, in all tenants at once; and key sets from before there was a bound, that nest so deep that lists with them can't
//! be read, are taken away. No key of any kind nests deeper than three levels, so nobody's keys are among them.

use sea_orm::{ConnectionTrait, DbErr, Statement, TryGetable};

use super::{SchemaManager, index};

/// What lists and audit events with it in them can be read with.
const DEEPEST: usize = 32;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_index(index("audit_events_by_age", "audit_events", &["at"])).await?;
    let connection = manager.get_connection();
    let backend = manager.get_database_backend();
    let with_keys = "SELECT tenant_id, id, CAST(jwks AS TEXT) AS jwks FROM clients WHERE jwks IS NOT NULL";
    for row in connection.query_all_raw(Statement::from_string(backend, with_keys)).await? {
        let text = |column: &str| String::try_get(&row, "", column);
        if depth(&text("jwks")?) <= DEEPEST {
            continue;
        }
        let without = "UPDATE clients SET jwks = NULL WHERE tenant_id = $1 AND id = $2";
        let key = [text("tenant_id")?.into(), text("id")?.into()];
        connection.execute_raw(Statement::from_sql_and_values(backend, without, key)).await?;
    }
    Ok(())
}

/// How deep a JSON text nests.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string) = (0_usize, 0, false);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                deepest = Ord::max(deepest, depth);
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
