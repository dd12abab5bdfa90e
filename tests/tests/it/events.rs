//! A change and its event are there together or not at all, of every operation that administers: whether the database refuses the row, the event behind
//! it, or the commit of both.

use authplane_tests::document::Operation;
use authplane_tests::{Database, Settings, Tenant, TestServer};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TryGetable};

use super::lost_updates::everything;
use super::nets::{self, Row};

/// What a database refuses.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refused {
    /// Every row but events: it fails before the event.
    Rows,
    /// Events: it fails between the two, or where the event comes first, before both.
    Events,
    /// A commit with an event in it: it fails after both.
    Commits,
}

impl Refused {
    pub(super) fn by(database: Database) -> &'static [Self] {
        match database {
            // It refuses a commit for missing parents only, and those have a meaning of their own: see the domain's tests of atomicity.
            Database::Sqlite => &[Self::Rows, Self::Events],
            Database::Postgres => &[Self::Rows, Self::Events, Self::Commits],
        }
    }
}

/// What counts whatever comes of a request, and what is kept of its answer.
const BESIDE: [&str; 4] = ["audit_events", "attempts", "idempotent_answers", "refused"];

/// What changes nothing that is administered, and leaves no event.
const WITHOUT_AN_EVENT: [(&str, &str); 10] = [
    ("accept_login_request", "a step of a sign-in, whose end leaves one"),
    ("accept_scope_grant_request", "a step of a sign-in, whose end leaves one"),
    ("end_sessions", "there are none in its row"),
    ("gateway_introspect", "it reads"),
    ("reject_login_request", "a step of a sign-in, whose end leaves one"),
    ("reject_scope_grant_request", "a step of a sign-in, whose end leaves one"),
    ("revoke_rotated_client_secrets", "there are none in its row"),
    ("search_api_clients", "it reads"),
    ("test_policy", "it only tries"),
    ("verify_user_password", "it only looks; what it hashes anew is the same password"),
];

/// The database of a server, which refuses what it is told to.
pub(super) struct Refusing {
    database: Database,
    connection: DatabaseConnection,
}

impl Refusing {
    pub(super) async fn of(server: &TestServer) -> Self {
        let connection = sea_orm::Database::connect(server.database_url()).await.unwrap();
        let refusing = Self { database: server.database(), connection };
        let tables = refusing.texts(match refusing.database {
            Database::Sqlite => {
                "SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            }
            Database::Postgres => "SELECT tablename::text AS text FROM pg_tables WHERE schemaname = 'public'",
        });
        let tables = tables.await;
        refusing.run("CREATE TABLE refused (what TEXT NOT NULL)").await;
        refusing.run("INSERT INTO refused VALUES ('nothing')").await;
        if refusing.database == Database::Postgres {
            refusing
                .run(
                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                     IF (SELECT what FROM refused) = TG_ARGV[0] THEN RAISE EXCEPTION 'refused'; END IF; \
                     IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
                )
                .await;
            // A deferred constraint is looked at by the commit.
            refusing
                .run(
                    "CREATE CONSTRAINT TRIGGER refused_commit AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED \
                     FOR EACH ROW EXECUTE FUNCTION refuse('Commits')",
                )
                .await;
        }
        refusing.refuse_in("audit_events", "INSERT", Refused::Events).await;
        for table in tables.iter().filter(|table| !BESIDE.contains(&table.as_str())) {
            for verb in ["INSERT", "UPDATE", "DELETE"] {
                refusing.refuse_in(table, verb, Refused::Rows).await;
            }
        }
        refusing
    }

    async fn refuse_in(&self, table: &str, verb: &str, refused: Refused) {
        let trigger = format!("CREATE TRIGGER refused_{verb} BEFORE {verb} ON {table}");
        self.run(&match self.database {
            Database::Sqlite => format!(
                "{} WHEN (SELECT what FROM refused) = '{refused:?}' BEGIN SELECT RAISE(ABORT, 'refused'); END",
                trigger.replace("refused_", &format!("refused_{table}_"))
            ),
            Database::Postgres => format!("{trigger} FOR EACH ROW EXECUTE FUNCTION refuse('{refused:?}')"),
        })
        .await;
    }

    pub(super) async fn refuse(&self, refused: Refused) {
        self.run(&format!("UPDATE refused SET what = '{refused:?}'")).await;
    }

    pub(super) async fn refuse_nothing(&self) {
        self.run("UPDATE refused SET what = 'nothing'").await;
    }

    async fn run(&self, statement: &str) {
        self.connection.execute_unprepared(statement).await.unwrap();
    }

    async fn texts(&self, query: &str) -> Vec<String> {
        let backend = match self.database {
            Database::Sqlite => DbBackend::Sqlite,
            Database::Postgres => DbBackend::Postgres,
        };
        let rows = self.connection.query_all_raw(Statement::from_string(backend, query)).await.unwrap();
        rows.iter().map(|row| String::try_get(row, "", "text").unwrap()).collect()
    }

    pub(super) async fn events(&self) -> usize {
        self.texts("SELECT id AS text FROM audit_events").await.len()
    }
}

/// All of the control surface, and what clients change of themselves.
fn changes() -> impl Iterator<Item = (Operation<'static>, &'static Row)> {
    let is_change = |operation: &Operation<'_>| {
        nets::is_control(operation) || operation.id.starts_with("dynamic_client_registration_")
    };
    nets::operations().filter(move |(operation, _)| operation.method.0 != "get" && is_change(operation))
}

#[tokio::test]
async fn a_change_and_its_event_are_there_together_or_not_at_all_whichever_the_database_refuses() {
    for database in Database::tested() {
        println!("on {database:?}");
        // Nobody else is at work there.
        let server = TestServer::start(Settings { database, ..Settings::default() }).await;
        let tenant = Tenant::new(&server).await;
        let refusing = Refusing::of(&server).await;
        let mut problems = Vec::new();
        for (operation, row) in changes() {
            let is_without = WITHOUT_AN_EVENT.iter().any(|(without, _)| *without == operation.id);
            let good = (row.good)(&tenant).await;
            let before = everything(&server).await;
            for refused in Refused::by(database).iter().filter(|_| !is_without) {
                refusing.refuse(*refused).await;
                let answer = good.clone().send().await;
                refusing.refuse_nothing().await;
                if answer.status < 400 {
                    problems.push(format!("{}: {} with {refused:?} refused", operation.id, answer.status));
                }
                if everything(&server).await != before {
                    problems.push(format!("{}: something of it is there with {refused:?} refused", operation.id));
                }
            }
            let events = refusing.events().await;
            let made = good.send().await;
            if made.status >= 300 {
                problems.push(format!("{}: {} {}", operation.id, made.status, made.text()));
            }
            if (refusing.events().await > events) == is_without {
                problems.push(format!("{}: it leaves an event, or is to leave one", operation.id));
            }
        }
        for (without, _) in WITHOUT_AN_EVENT {
            assert!(changes().any(|(operation, _)| operation.id == without), "{without} is no change");
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}
