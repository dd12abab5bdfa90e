//! Limits hold for those who arrive together, too.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::{Database, Settings, Tenant, TestServer, UserAgent};
use futures::future::join_all;
use http::Method;
use serde_json::json;

use crate::it::devices::{self, Device};
use crate::it::oauth::register::{REGISTER, manage, new, open, registered, with};

const MANY: usize = 60;

async fn tenant(database: Database, setting: &'static str, most: &str) -> Tenant {
    println!("on {database:?}");
    let settings = Settings { database, ..Settings::default() }.with(setting, most);
    Tenant::new(&TestServer::start(settings).await).await
}

#[tokio::test]
async fn of_registrations_and_changes_that_arrive_together_no_more_than_the_limit_are_made() {
    for database in Database::tested() {
        let tenant = tenant(database, "registrations", "7").await;
        open(&tenant).await;
        let client = registered(&tenant, &new()).await;
        let count = |answers: &[u16], status: u16| answers.iter().filter(|answer| **answer == status).count();
        let path = format!("/{}/{DEFAULT}/{REGISTER}", tenant.id);
        let register = || async { tenant.server.call(Method::POST, &path).json(new()).send().await.status };
        let answers = join_all((0..MANY).map(|_| register())).await;
        assert_eq!((count(&answers, 201), count(&answers, 429)), (6, MANY - 6), "{answers:?}");
        let change = |number: usize| {
            let body = with("client_name", json!(format!("Album {number}")));
            manage(&tenant, Method::PUT, &client).json(body).send()
        };
        let answers: Vec<u16> = join_all((0..MANY).map(change)).await.iter().map(|answer| answer.status).collect();
        // Some of those that were let through may have been in each other's way.
        assert!(count(&answers, 429) >= MANY - 7 && count(&answers, 200) >= 1, "{answers:?}");
    }
}

#[tokio::test]
async fn of_user_codes_that_arrive_together_no_more_than_the_limit_are_looked_at_and_right_ones_count_nothing() {
    for database in Database::tested() {
        let tenant = tenant(database, "wrong_user_codes", "8").await.and_users().await;
        devices::let_in(&tenant).await;
        let application = devices::application_on_devices(&tenant, &["openid"]).await;
        let device = Device::begin(&application, "openid").await;
        let page = format!("{}/device", application.issuer);
        let mut agent = UserAgent::new(tenant.server.url());
        let entry = agent.get(&page).await.page().expect(200);
        let token = entry.form().value("csrf").to_owned();
        let enter = async |code: &str| {
            let fields = [("csrf", token.as_str()), ("user_code", code)];
            agent.call(Method::POST, &page).form(&fields).send().await.status
        };
        // Right ones are let through however often they come.
        for _ in 0..20 {
            assert_eq!(enter(device.user_code()).await, 303);
        }
        let codes: Vec<&str> = (0..MANY).map(|_| "BCDF-GHJK").collect();
        let answers = join_all(codes.iter().map(|code| enter(code))).await;
        let looked_at = answers.iter().filter(|status| **status != 429).count();
        assert_eq!(looked_at, 8, "{answers:?}");
        assert_eq!(enter(device.user_code()).await, 429);
    }
}

/// What a limit says of itself stays as it was: nothing of it is left where nothing was counted.
#[tokio::test]
async fn what_is_refused_is_not_counted() {
    for database in Database::tested() {
        let tenant = tenant(database, "registrations", "2").await;
        open(&tenant).await;
        let path = format!("/{}/{DEFAULT}/{REGISTER}", tenant.id);
        let register = || tenant.server.call(Method::POST, &path).json(new()).send();
        let statuses: Vec<u16> =
            join_all((0..6).map(|_| register())).await.iter().map(|answer| answer.status).collect();
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 2, "{statuses:?}");
        let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
        let backend = sea_orm::ConnectionTrait::get_database_backend(&connection);
        let sql = format!("SELECT failures FROM attempts WHERE tenant_id = '{}'", tenant.id);
        let statement = sea_orm::Statement::from_string(backend, sql);
        let rows = sea_orm::ConnectionTrait::query_all_raw(&connection, statement).await.unwrap();
        let counts: Vec<i32> = rows.iter().map(|row| row.try_get("", "failures").unwrap()).collect();
        connection.close().await.unwrap();
        assert_eq!(counts, [2]);
    }
}
