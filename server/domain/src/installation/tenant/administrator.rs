//! The client that may do everything in a tenant.

use crate::Result;
use crate::catalogue::authorization_server::{ADMIN, SYSTEM};
use crate::catalogue::control_surface::FULL_SCOPE;
use crate::catalogue::scope;
use crate::catalogue::service::CONTROL_PLANE;
use crate::clients::client::{self, Client, ClientDetails, NewClient, Wanted};
use crate::identifier::IdForm;
use crate::storage::store::Transaction;

/// Writes the transaction's tenant an administrator: a client of the server whose tokens open its administration, which is that of the installation for the
/// installation's own tenant.
pub(crate) async fn insert(transaction: &Transaction) -> Result<Client> {
    let server_id = if transaction.tenant() == super::SYSTEM { SYSTEM } else { ADMIN };
    let new = NewClient {
        id_form: IdForm::Uuid,
        server_id: server_id.to_owned(),
        details: ClientDetails {
            name: "Administrator".to_owned(),
            grant_types: Some(vec!["client_credentials".to_owned()]),
            // Its tokens are for what its scopes belong to, never for itself.
            audience: Some(Vec::new()),
            trusted: true,
            ..ClientDetails::default()
        },
        ..NewClient::default()
    };
    let client = client::prepare(transaction.store(), transaction.tenant(), new)?;
    // That very scope, whatever else is called so by now.
    let known = scope::rows_of_names(&**transaction, client.server_key(), &[FULL_SCOPE]).await?;
    let known = known.into_iter().filter(|scope| scope.service_id.as_deref() == Some(CONTROL_PLANE));
    let decided: Vec<String> = known.map(|scope| scope.id).collect();
    let wanted = Wanted { names: &[FULL_SCOPE.to_owned()], decided: Some(&decided) };
    client::insert(transaction, client, wanted).await
}
