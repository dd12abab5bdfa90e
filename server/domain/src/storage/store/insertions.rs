//! Creations on `SQLite`: many callers, one commit.
//!
//! A creation that reads nothing needs no transaction of its own, only to be all or nothing. So the creations that wait while one commit is on its way to the
//! disk go into the next one together, each behind a savepoint: the disk is asked once for all of them, and a creation that violates a constraint takes
//! nobody along. Each statement that is sent to a connection costs two switches between threads, hence one text for all of a creation's rows.

use std::sync::Arc;

use sea_orm::sea_query::Values;
use sea_orm::{ConnAcquireErr, DbBackend, DbErr, RuntimeErr, Statement};
use sea_query_sqlx::SqlxValues;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tokio::sync::{Mutex, mpsc, oneshot};

use super::{Backend, Store};
use crate::installation::acting::Acting;
use crate::installation::audit::Actor;
use crate::storage::cache::{Area, Cache};

/// Creations that may wait; who comes then waits for a place.
const QUEUE: usize = 1024;
/// Creations in one commit.
const TOGETHER: usize = 64;

/// How many rows the statements returned (`RETURNING`).
type Outcome = std::result::Result<usize, DbErr>;

/// One caller's rows.
struct Insertion {
    sql: String,
    values: Vec<sea_orm::Value>,
    tenant: String,
    areas: Area,
    reply: oneshot::Sender<Outcome>,
}

enum Message {
    Insert(Insertion),
    Close(oneshot::Sender<()>),
}

/// The way to the task that writes.
pub(super) struct Insertions(mpsc::Sender<Message>);

impl Insertions {
    /// Starts the task. `gate` is held by whoever writes through another connection.
    pub(super) async fn start(
        options: SqliteConnectOptions,
        cache: Arc<Cache>,
        gate: Arc<Mutex<()>>,
    ) -> sqlx::Result<Self> {
        let connection = options.connect().await?;
        let (sender, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(Task { connection, cache, gate }.run(receiver));
        Ok(Self(sender))
    }

    /// Writes what waits and closes the connection.
    pub(super) async fn close(&self) {
        let (reply, closed) = oneshot::channel();
        if self.0.send(Message::Close(reply)).await.is_ok() {
            // An error only says that the task ended by itself.
            let _ = closed.await;
        }
    }
}

impl Store {
    /// Inserts rows, all or none, and ends what is cached of `areas`. The statements must be plain insertions of this backend.
    pub(crate) async fn insert(
        &self,
        tenant: &str,
        areas: Area,
        statements: Vec<Statement>,
    ) -> std::result::Result<(), DbErr> {
        self.write(tenant, areas, statements).await.map(drop)
    }

    /// Runs statements that need no answer from one another, all or none, and ends what is cached of `areas`. Gives the number of rows that they
    /// returned: an update that claims something says by `RETURNING` whether it did. `SQLite` commits together what waits together.
    pub(crate) async fn write(&self, tenant: &str, areas: Area, statements: Vec<Statement>) -> Outcome {
        let Some(insertions) = &self.0.insertions else {
            return self.write_in_transaction(tenant, areas, statements).await;
        };
        let (reply, outcome) = oneshot::channel();
        for statement in &statements {
            self.0.statements.sent(statement);
        }
        let sql = statements.iter().map(|statement| statement.sql.as_str()).collect::<Vec<_>>().join(";");
        let values =
            statements.into_iter().filter_map(|statement| statement.values).flat_map(|Values(values)| values).collect();
        let insertion = Insertion { sql, values, tenant: tenant.to_owned(), areas, reply };
        let gone = || DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed);
        insertions.0.send(Message::Insert(insertion)).await.map_err(|_| gone())?;
        outcome.await.map_err(|_| gone())?
    }

    async fn write_in_transaction(&self, tenant: &str, areas: Area, statements: Vec<Statement>) -> Outcome {
        use sea_orm::ConnectionTrait;
        let failed = |error| match error {
            // Turned back into what it was.
            crate::Error::Unavailable(message) => DbErr::Conn(RuntimeErr::Internal(message)),
            error => DbErr::Custom(error.to_string()),
        };
        if areas == Area::NONE && statements.len() == 1 {
            // All or none by itself: no transaction, no further round trips.
            let statement = statements.into_iter().next().ok_or(DbErr::RecordNotInserted)?;
            return Ok(sea_orm::ConnectionTrait::query_all_raw(self.writer(), statement).await?.len());
        }
        // Its statements bring their audit events along.
        let transaction = Acting::new(self, tenant, Actor::system()).begin_raw().await?;
        transaction.touch(areas);
        let mut returned = 0;
        for statement in statements {
            returned += transaction.query_all_raw(statement).await?.len();
        }
        transaction.commit().await.map_err(failed)?;
        Ok(returned)
    }

    /// The dialect of the statements that [`Store::insert`] takes.
    pub(crate) fn dialect(&self) -> DbBackend {
        match self.backend() {
            Backend::Sqlite => DbBackend::Sqlite,
            Backend::PostgreSql => DbBackend::Postgres,
        }
    }
}

struct Task {
    connection: SqliteConnection,
    cache: Arc<Cache>,
    gate: Arc<Mutex<()>>,
}

impl Task {
    async fn run(mut self, mut messages: mpsc::Receiver<Message>) {
        let mut closing = None;
        while closing.is_none() {
            let Some(first) = messages.recv().await else { break };
            let mut together = Vec::new();
            let mut next = Some(first);
            while let Some(message) = next {
                match message {
                    Message::Insert(insertion) => together.push(insertion),
                    Message::Close(reply) => closing = Some(reply),
                }
                next = if together.len() < TOGETHER { messages.try_recv().ok() } else { None };
            }
            if !together.is_empty() {
                self.write(together).await;
            }
        }
        messages.close();
        // Nothing is open on it, so closing can't lose anything.
        let _ = self.connection.close().await;
        if let Some(reply) = closing {
            let _ = reply.send(());
        }
    }

    async fn write(&mut self, together: Vec<Insertion>) {
        let gate = Arc::clone(&self.gate);
        let _held = gate.lock().await;
        let outcomes = match <[Insertion; 1]>::try_from(together) {
            Ok([alone]) => vec![self.write_alone(alone).await],
            Err(together) => self.write_together(together).await,
        };
        for (insertion, outcome) in outcomes {
            // Also after a failure: nobody knows how far a commit came that reported one.
            self.cache.bump(&insertion.tenant, insertion.areas);
            // Who went away wants no answer.
            let _ = insertion.reply.send(outcome);
        }
    }

    /// One text: begin, rows, commit.
    async fn write_alone(&mut self, mut insertion: Insertion) -> (Insertion, Outcome) {
        let sql = format!("BEGIN IMMEDIATE;{};COMMIT", insertion.sql);
        let values = std::mem::take(&mut insertion.values);
        let outcome = self.execute(sql, values).await;
        if outcome.is_err() {
            // Fails where the transaction never began, which is as good.
            let _ = self.connection.execute("ROLLBACK").await;
        }
        (insertion, outcome)
    }

    async fn write_together(&mut self, together: Vec<Insertion>) -> Vec<(Insertion, Outcome)> {
        if let Err(error) = self.command("BEGIN IMMEDIATE").await {
            return together.into_iter().map(|insertion| (insertion, Err(error.clone()))).collect();
        }
        let mut outcomes = Vec::with_capacity(together.len());
        let mut waiting = together.into_iter();
        while let Some(mut insertion) = waiting.next() {
            let sql = format!("SAVEPOINT one;{};RELEASE one", insertion.sql);
            let values = std::mem::take(&mut insertion.values);
            let outcome = self.execute(sql, values).await;
            let undone = if outcome.is_err() { self.command("ROLLBACK TO one;RELEASE one").await } else { Ok(0) };
            outcomes.push((insertion, outcome));
            if let Err(error) = undone {
                // `SQLite` gave up the whole transaction (a full disk, say), so nothing of it is there: what came next would be a transaction of its
                // own, written whatever its caller is told.
                let _ = self.connection.execute("ROLLBACK").await;
                outcomes.extend(waiting.map(|insertion| (insertion, Ok(0))));
                let gone = DbErr::Conn(RuntimeErr::Internal(format!("the common commit was given up: {error}")));
                for (_, outcome) in outcomes.iter_mut().filter(|(_, outcome)| outcome.is_ok()) {
                    *outcome = Err(gone.clone());
                }
                return outcomes;
            }
        }
        if let Err(error) = self.command("COMMIT").await {
            let _ = self.connection.execute("ROLLBACK").await;
            for (_, outcome) in &mut outcomes {
                *outcome = Err(error.clone());
            }
        }
        outcomes
    }

    async fn command(&mut self, sql: &'static str) -> Outcome {
        self.connection.execute(sql).await.map(|_| 0).map_err(database_error)
    }

    async fn execute(&mut self, sql: String, values: Vec<sea_orm::Value>) -> Outcome {
        // The text was made by the query builder; every value is bound.
        let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(Values(values)));
        query.fetch_all(&mut self.connection).await.map(|rows| rows.len()).map_err(database_error)
    }
}

fn database_error(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)))
}
