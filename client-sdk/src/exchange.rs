//! Where every request of the generated client is sent.

use progenitor_client::{ClientHooks as _, Error, OperationInfo};
use reqwest::{Request, Response};

use crate::generated::Client;

/// Sends a request between the hooks of the session.
pub(crate) async fn exchange<E>(
    client: &Client,
    mut request: Request,
    operation_id: &'static str,
) -> Result<Response, Error<E>> {
    let info = OperationInfo { operation_id };
    client.pre(&mut request, &info).await?;
    let result = client.exec(request, &info).await;
    client.post(&result, &info).await?;
    Ok(result?)
}
