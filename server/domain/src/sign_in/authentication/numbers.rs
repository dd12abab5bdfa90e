//! Who gets a number, which tells them from others in the tenant who are called so: see [`person`](crate::sign_in::person).

use std::collections::HashSet;

use super::{Method, MethodKind, Methods, methods, password};
use crate::Result;
use crate::catalogue::authorization_server;
use crate::privacy::{consent_grant, ledger};
use crate::storage::store::Transaction;

/// Numbers those of the new methods of a server that it didn't have before. The caller holds the lock of the tenant, so that no two come at once.
pub(super) async fn give(
    transaction: &Transaction,
    server_id: &str,
    known: &Methods,
    replaced: &mut [Method],
) -> Result<()> {
    let had = |name: &str| known.users().find(|user| user.username == name).map(|user| user.number);
    let users = || replaced.iter().flat_map(Method::users);
    let new: Vec<&str> =
        users().map(|user| user.username.as_str()).filter(|username| had(username).is_none()).collect();
    let has_page = replaced.iter().any(|method| matches!(method.kind, MethodKind::Custom(_)));
    let mut others = Vec::new();
    if has_page || !new.is_empty() {
        for server in authorization_server::of_tenant(&**transaction, transaction.tenant()).await? {
            if server.id != server_id {
                others.push(methods(&server)?);
            }
        }
    }
    let mut taken = consent_grant::those_with_grants(transaction, &new).await?;
    taken.extend(ledger::those_with_events(transaction, &new).await?);
    let names: HashSet<&str> = new.into_iter().collect();
    let elsewhere = others.iter().flat_map(Methods::users).map(|user| user.username.as_str());
    taken.extend(elsewhere.filter(|name| names.contains(name)).map(str::to_owned));
    for method in replaced {
        match &mut method.kind {
            MethodKind::Static(settings) => {
                for user in &mut settings.users {
                    user.number = match had(&user.username) {
                        Some(number) => number,
                        None if taken.contains(&user.username) => password::stamp(transaction.store())?,
                        None => 0,
                    };
                }
            }
            MethodKind::Custom(page) => {
                // Whoever a page calls so is the same for all that lead to it.
                let same = |methods: &Methods| match methods.find(&method.id).map(|method| &method.kind) {
                    Some(MethodKind::Custom(other)) if other.login_url == page.login_url => Some(other.number),
                    _ => None,
                };
                page.number = match std::iter::once(known).chain(&others).find_map(same) {
                    Some(number) => number,
                    // There may have been another page of a method with this id, here or elsewhere.
                    None => password::stamp(transaction.store())?,
                };
            }
            _ => {}
        }
    }
    Ok(())
}
