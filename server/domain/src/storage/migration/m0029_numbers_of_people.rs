//! Users of one name on several servers of a tenant get numbers, which tell them from each other: until now they shared consents and the privacy ledger.
//!
//! Nobody knows which of them gave what, so none of them has it from then on, and they are asked once more. The ledger keeps what was written.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value as Json;

use super::SchemaManager;

struct Server {
    tenant: String,
    id: String,
    methods: Json,
}

pub(super) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let servers = Query::select()
        .columns(["tenant_id", "id", "authentications"])
        .from("authorization_servers")
        .order_by("tenant_id", sea_orm::Order::Asc)
        .order_by("id", sea_orm::Order::Asc)
        .take();
    let mut by_tenant: HashMap<String, Vec<Server>> = HashMap::new();
    for row in connection.query_all(&servers).await? {
        let tenant: String = row.try_get("", "tenant_id")?;
        let server =
            Server { tenant: tenant.clone(), id: row.try_get("", "id")?, methods: row.try_get("", "authentications")? };
        by_tenant.entry(tenant).or_default().push(server);
    }
    for mut of_tenant in by_tenant.into_values().filter(|servers| servers.len() > 1) {
        for server in number(&mut of_tenant) {
            let numbered = Query::update()
                .table("authorization_servers")
                .value("authentications", server.methods.clone())
                .and_where(Expr::col("tenant_id").eq(&server.tenant))
                .and_where(Expr::col("id").eq(&server.id))
                .take();
            connection.execute(&numbered).await?;
        }
    }
    Ok(())
}

/// Numbers those whom several of a tenant's servers have. The servers that changed.
fn number(servers: &mut [Server]) -> Vec<&Server> {
    let mut names: HashMap<String, i64> = HashMap::new();
    let mut places: HashMap<String, HashSet<String>> = HashMap::new();
    for method in servers.iter().flat_map(|server| server.methods.as_array().into_iter().flatten()) {
        match method["method"].as_str() {
            Some("static") => {
                for user in method["settings"]["users"].as_array().into_iter().flatten() {
                    *names.entry(user["username"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
                }
            }
            Some("custom") => {
                let place = method["settings"]["login_url"].as_str().unwrap_or_default().to_owned();
                places.entry(method["id"].as_str().unwrap_or_default().to_owned()).or_default().insert(place);
            }
            _ => {}
        }
    }
    names.retain(|_, count| *count > 1);
    places.retain(|_, places| places.len() > 1);
    let mut next: i64 = 0;
    let mut of_places: HashMap<(String, String), i64> = HashMap::new();
    let mut changed = Vec::new();
    for server in servers {
        let before = server.methods.clone();
        for method in server.methods.as_array_mut().into_iter().flatten() {
            let id = method["id"].as_str().unwrap_or_default().to_owned();
            match method["method"].as_str() {
                Some("static") => {
                    let users = method.pointer_mut("/settings/users").and_then(Json::as_array_mut);
                    for user in users.into_iter().flatten() {
                        if user["username"].as_str().is_some_and(|name| names.contains_key(name)) {
                            next += 1;
                            user["number"] = next.into();
                        }
                    }
                }
                Some("custom") if places.contains_key(&id) => {
                    let place = method["settings"]["login_url"].as_str().unwrap_or_default().to_owned();
                    let number = of_places.entry((id, place)).or_insert_with(|| {
                        next += 1;
                        next
                    });
                    method["settings"]["number"] = (*number).into();
                }
                _ => {}
            }
        }
        if server.methods != before {
            changed.push(&*server);
        }
    }
    changed
}
