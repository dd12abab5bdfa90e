//! Users of custom login pages are called `{method}/{what the page calls them}`, so that they are nobody else's. Until now they were called as the page did.
//!
//! Their sessions get the new subject, and go on. What they consented to follows where it is theirs for sure: where it could be a static user's, or that of another
//! page, it goes, and whoever it is is asked once more. Grants end by themselves: the subject of an ID token doesn't change with a refresh (OpenID Connect Core
//! §12.2), so applications get new ones, for which the session is enough.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Cond, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value as Json;

use super::SchemaManager;

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let servers = Query::select().columns(["tenant_id", "id", "authentications"]).from("authorization_servers").take();
    for row in connection.query_all(&servers).await? {
        let methods: Json = row.try_get("", "authentications")?;
        let server = Server { tenant: row.try_get("", "tenant_id")?, id: row.try_get("", "id")? };
        let pages = ids_of_pages(&methods);
        if !pages.is_empty() {
            server.rename_sessions(connection, &pages).await?;
        }
        server.rename_consents(connection, &pages, &names(&methods)).await?;
    }
    Ok(())
}

fn kind<'a>(methods: &'a Json, wanted: &'static str) -> impl Iterator<Item = &'a Json> {
    methods.as_array().into_iter().flatten().filter(move |method| method["method"] == wanted)
}

fn ids_of_pages(methods: &Json) -> BTreeSet<String> {
    kind(methods, "custom").filter_map(|method| method["id"].as_str()).map(str::to_owned).collect()
}

fn names(methods: &Json) -> BTreeSet<String> {
    let users = kind(methods, "static").filter_map(|method| method["settings"]["users"].as_array()).flatten();
    users.filter_map(|user| user["username"].as_str()).map(str::to_owned).collect()
}

/// SHA-256 in base64url: a user of another provider.
fn is_digest(subject: &str) -> bool {
    subject.len() == 43 && subject.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

struct Server {
    tenant: String,
    id: String,
}

impl Server {
    fn mine(&self) -> Cond {
        Cond::all().add(Expr::col("tenant_id").eq(&self.tenant)).add(Expr::col("server_id").eq(&self.id))
    }

    async fn rename_sessions(&self, connection: &impl ConnectionTrait, pages: &BTreeSet<String>) -> Result<(), DbErr> {
        let sessions = Query::select()
            .columns(["id", "subject", "authentication"])
            .from("sessions")
            .cond_where(self.mine())
            .take();
        for row in connection.query_all(&sessions).await? {
            let (id, subject): (String, String) = (row.try_get("", "id")?, row.try_get("", "subject")?);
            let mut authentication: Json = row.try_get("", "authentication")?;
            let method = authentication["method_id"].as_str().filter(|method| pages.contains(*method));
            let Some(subject) = method.map(|method| format!("{method}/{subject}")) else { continue };
            authentication["subject"] = Json::from(subject.as_str());
            let renamed = Query::update()
                .table("sessions")
                .value("subject", subject)
                .value("authentication", authentication)
                .cond_where(self.mine().add(Expr::col("id").eq(id)))
                .take();
            connection.execute(&renamed).await?;
        }
        Ok(())
    }

    async fn rename_consents(
        &self,
        connection: &impl ConnectionTrait,
        pages: &BTreeSet<String>,
        names: &BTreeSet<String>,
    ) -> Result<(), DbErr> {
        let only = pages.first().filter(|_| pages.len() == 1);
        let subjects = Query::select().distinct().column("subject").from("scope_grants").cond_where(self.mine()).take();
        for row in connection.query_all(&subjects).await? {
            let subject: String = row.try_get("", "subject")?;
            let is_static = names.contains(&subject);
            if is_digest(&subject) || is_static && pages.is_empty() {
                continue;
            }
            let theirs = self.mine().add(Expr::col("subject").eq(&subject));
            match only.filter(|_| !is_static) {
                Some(page) => {
                    let renamed = Query::update()
                        .table("scope_grants")
                        .value("subject", format!("{page}/{subject}"))
                        .cond_where(theirs)
                        .take();
                    connection.execute(&renamed).await?;
                }
                None => {
                    let gone = Query::delete().from_table("scope_grants").cond_where(theirs).take();
                    connection.execute(&gone).await?;
                }
            }
        }
        Ok(())
    }
}
