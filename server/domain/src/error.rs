//! The one error of the domain. Each dialect turns it into its own shape, in one place per dialect.

use std::borrow::Cow;

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlErr};

/// What the domain answers when it doesn't do what it was asked.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something wasn't done. No variant knows a transport; `code`s are stable, messages are not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The thing that was named is not there (or belongs to another tenant, which is the same to the caller).
    #[error("there is no {thing} {id:?}")]
    NotFound {
        /// Which thing, in snake case: `service`, `authorization_server`, …
        thing: &'static str,
        /// The id that was looked up.
        id: String,
    },
    /// A value that must be unique is taken.
    #[error("another {thing} has the {field} {value:?}")]
    Conflict {
        /// Which thing.
        thing: &'static str,
        /// Which of its fields: `id`, `name`, `indicator`, …
        field: &'static str,
        /// The value that was refused.
        value: String,
    },
    /// A value that can't be accepted, whatever the state.
    #[error("{field}: {message}")]
    Invalid {
        /// The field as the domain names it.
        field: Cow<'static, str>,
        /// What is wrong with it, for people.
        message: String,
    },
    /// The state forbids it.
    #[error("{message}")]
    Refused {
        /// A stable reason: `built_in`, `management_api`, `in_use`, …
        code: &'static str,
        /// The same for people.
        message: String,
    },
    /// The thing isn't what the caller believes it to be: somebody changed it since.
    #[error("the {thing} {id:?} was changed since it was read")]
    PreconditionFailed {
        /// Which thing.
        thing: &'static str,
        /// Its id.
        id: String,
    },
    /// The database can't be reached or is too busy; the same call may work later. The text is for the log.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// A defect or a damaged installation. The text is for the log, never for the caller.
    #[error("internal error: {0}")]
    Internal(String),
}

impl Error {
    /// [`Error::NotFound`].
    pub fn not_found(thing: &'static str, id: impl Into<String>) -> Self {
        Self::NotFound { thing, id: id.into() }
    }

    /// [`Error::Invalid`].
    pub fn invalid(field: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::Invalid { field: field.into(), message: message.into() }
    }

    /// [`Error::Refused`].
    pub fn refused(code: &'static str, message: impl Into<String>) -> Self {
        Self::Refused { code, message: message.into() }
    }

    /// [`Error::Internal`].
    #[expect(clippy::needless_pass_by_value, reason = "it stands for a closure in map_err")]
    pub fn internal(message: impl ToString) -> Self {
        Self::Internal(message.to_string())
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        let message = error.to_string();
        match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout | ConnAcquireErr::ConnectionClosed) => {
                Self::Unavailable(message)
            }
            DbErr::Conn(RuntimeErr::SqlxError(error))
            | DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => classify(&error, message),
            DbErr::Conn(_) => Self::Unavailable(message),
            _ => Self::Internal(message),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let message = error.to_string();
        classify(&error, message)
    }
}

fn classify(error: &sqlx::Error, message: String) -> Error {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => Error::Unavailable(message),
        sqlx::Error::Database(error) => {
            let code = error.code().unwrap_or_default();
            if error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
                classify_postgres(&code, message)
            } else {
                // The low byte is SQLite's primary result code: 5 busy, 6 locked, 10 input/output, 13 full, 14 cannot open.
                match code.parse::<u32>().unwrap_or_default() & 0xff {
                    5 | 6 | 10 | 13 | 14 => Error::Unavailable(message),
                    _ => Error::Internal(message),
                }
            }
        }
        _ => Error::Internal(message),
    }
}

/// PostgreSQL, appendix A: error codes.
fn classify_postgres(code: &str, message: String) -> Error {
    match code {
        // Text that PostgreSQL can't hold: NUL, in columns and in JSON.
        "22021" | "22P05" => Error::invalid("text", "it holds a character that can't be stored"),
        // Patterns that our own check let through.
        "2201B" | "22019" | "22025" | "2200B" | "2200C" => Error::invalid("search", message),
        // Serialization failure, deadlock, statement timeout, lock timeout, read-only (a standby), disk full, out of memory.
        "40001" | "40P01" | "57014" | "55P03" | "25006" | "53100" | "53200" | "53300" => Error::Unavailable(message),
        // Connection exceptions; shutting down, crashed, starting; wrong password or database while it is being set up.
        _ if code.starts_with("08") || code.starts_with("57P") || code.starts_with("28") || code == "3D000" => {
            Error::Unavailable(message)
        }
        _ => Error::Internal(message),
    }
}

/// Turns a violated uniqueness into [`Error::Conflict`]. `fields` are tried in turn against what the database says:
/// SQLite names `table.column`, PostgreSQL the index, which the migrations name `table_unique_column`. A violated
/// primary key is the last one's, which is therefore the id.
pub(crate) fn unique(error: DbErr, thing: &'static str, fields: &[(&'static str, &str)]) -> Error {
    let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() else { return error.into() };
    let named = fields.iter().find(|(field, _)| {
        let sqlite = format!(".{field}");
        message.contains(&format!("_unique_{field}\"")) || message.split(", ").any(|part| part.ends_with(&sqlite))
    });
    match named.or(fields.last()) {
        Some((field, value)) => Error::Conflict { thing, field, value: (*value).to_owned() },
        None => error.into(),
    }
}

/// Turns a violated foreign key into [`Error::NotFound`] of the parent: it was there when we looked and is gone now.
pub(crate) fn parent_gone(error: DbErr, thing: &'static str, id: &str) -> std::result::Result<Error, DbErr> {
    match error.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Ok(Error::not_found(thing, id)),
        _ => Err(error),
    }
}
