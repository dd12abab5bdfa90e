//! `SQLite` keeps what was cleared away as free pages of its file, unless somebody gives them back. PostgreSQL does all of this by itself.

use sea_orm::{ConnectionTrait, Statement};

use super::{Backend, Store};
use crate::Result;

/// Free pages that are left for what comes next: giving them back only to take them again would cost twice.
const KEPT: i64 = 256;
/// Largest file, in bytes, that is written anew at the start of a server, which takes a moment. A larger one is when somebody says so.
const WRITTEN_ANEW: i64 = 64 << 20;

impl Store {
    /// Gives back about `pages` free pages of the file; how many it were. Call again while there are any, then [`Store::shorten_file`].
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn give_back_space(&self, pages: u32) -> Result<u64> {
        if self.backend() == Backend::PostgreSql {
            return Ok(0);
        }
        let _gate = self.0.gate.lock().await;
        let free = self.pragma("freelist_count").await?;
        let given = Ord::min(free - KEPT, i64::from(pages));
        if given <= 0 {
            return Ok(0);
        }
        self.writer().execute_unprepared(&format!("PRAGMA incremental_vacuum({given})")).await?;
        Ok(u64::try_from(free - self.pragma("freelist_count").await?).unwrap_or_default())
    }

    /// Cuts off the end of the file that holds nothing any more, and the log in front of it.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn shorten_file(&self) -> Result<()> {
        if self.backend() == Backend::Sqlite {
            let _gate = self.0.gate.lock().await;
            self.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Whether the file is one that can give space back. Those of earlier releases weren't made so.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database.
    pub async fn gives_back_space(&self) -> Result<bool> {
        // On each connection, the pragma says what the file is.
        Ok(self.backend() == Backend::PostgreSql || self.pragma("auto_vacuum").await? == 2)
    }

    /// Writes the file anew, without what is free in it, as one that gives space back. Takes as long as copying it, and as much space again.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::Error::Unavailable) without database or space.
    pub async fn compact(&self) -> Result<()> {
        if self.backend() == Backend::Sqlite {
            let _gate = self.0.gate.lock().await;
            self.writer().execute_unprepared("PRAGMA auto_vacuum = INCREMENTAL").await?;
            self.writer().execute_unprepared("VACUUM").await?;
            // Until the log is written back, the file is as long as it was.
            self.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// [`Store::compact`], where that is over in a moment.
    pub(super) async fn compact_if_small(&self) -> Result<()> {
        if self.gives_back_space().await? {
            return Ok(());
        }
        let size = self.pragma("page_count").await? * self.pragma("page_size").await?;
        if size > WRITTEN_ANEW { Ok(()) } else { self.compact().await }
    }

    async fn pragma(&self, name: &str) -> Result<i64> {
        let statement = Statement::from_string(self.dialect(), format!("PRAGMA {name}"));
        let row = self.writer().query_one_raw(statement).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
    }
}
