//! What has expired goes, however much there is.

use authplane::server::housekeeping::clear_expired;
use authplane_tests::TestServer;
use authplane_tests::server::Settings;
use sea_orm::{ConnectionTrait as _, Statement};

#[tokio::test]
async fn more_expired_rows_than_one_batch_are_cleared_in_one_go() {
    let server = TestServer::start(Settings::default()).await;
    let connection = sea_orm::Database::connect(server.database_url()).await.unwrap();
    let tables = ["used_assertions", "revoked_tokens"];
    for table in tables {
        for (prefix, number, expires_at) in [("dead", 2500, 1), ("alive", 7, i64::from(u32::MAX))] {
            let rows = format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {number}) \
                 INSERT INTO {table} (tenant_id, digest, expires_at) SELECT 'default', '{prefix}' || i, {expires_at} FROM n"
            );
            assert_eq!(connection.execute_unprepared(&rows).await.unwrap().rows_affected(), number);
        }
    }
    clear_expired(server.context()).await;
    for table in tables {
        let count = format!("SELECT count(*) AS rows FROM {table}");
        let statement = Statement::from_string(connection.get_database_backend(), count);
        let row = connection.query_one_raw(statement).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "rows").unwrap(), 7, "{table}");
    }
    connection.close().await.unwrap();
    server.stop().await;
}
