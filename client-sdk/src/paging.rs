//! Whole lists as streams, fetched page by page as they are read.

use futures::stream::{self, Stream, TryStreamExt};
use progenitor_client::ResponseValue;
use reqwest::header::{HeaderMap, LINK};

use crate::client::Client;
use crate::error::Error;
use crate::generated::types;

impl Client {
    /// All API resources of the tenant, `page_size` (1 to 100) at a time.
    ///
    /// ```no_run
    /// # async fn example(client: authplane_client::Client) -> Result<(), authplane_client::Error> {
    /// use futures::TryStreamExt;
    ///
    /// let mut resources = std::pin::pin!(client.resources_stream(50));
    /// while let Some(resource) = resources.try_next().await? {
    ///     println!("{} {}", resource.indicator, resource.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn resources_stream(
        &self,
        page_size: u32,
    ) -> impl Stream<Item = Result<types::LogtoResourceWithOptionalScopes, Error>> + Send {
        numbered_pages(page_size, move |page| async move {
            self.list_resources().page(page).page_size(page_size).send().await
        })
    }

    /// All scopes of one API resource, `page_size` (1 to 100) at a time.
    pub fn resource_scopes_stream(
        &self,
        resource_id: &str,
        page_size: u32,
    ) -> impl Stream<Item = Result<types::LogtoResourceScope, Error>> + Send {
        numbered_pages(page_size, move |page| async move {
            let request = self.list_resource_scopes().resource_id(resource_id);
            request.page(page).page_size(page_size).send().await
        })
    }

    /// All API clients of the local user store, `limit` at a time.
    pub fn api_clients_stream(
        &self,
        limit: u32,
    ) -> impl Stream<Item = Result<types::LocalUserStoreApiClient, Error>> + Send {
        stream::try_unfold(Some(0_u32), move |offset| async move {
            let Some(offset) = offset else { return Ok(None) };
            let page = self.list_api_clients().offset(offset).limit(limit).send().await?.into_inner();
            let read = offset.saturating_add(length(&page.items));
            let more = !page.items.is_empty() && i128::from(read) < i128::from(page.count);
            Ok::<_, Error>(Some((stream::iter(page.items.into_iter().map(Ok)), more.then_some(read))))
        })
        .try_flatten()
    }
}

/// The Logto dialect's lists: numbered pages, with `Total-Number` and `Link` (RFC 8288) beside them.
fn numbered_pages<T, Page>(
    page_size: u32,
    fetch: impl Fn(u32) -> Page + Send,
) -> impl Stream<Item = Result<T, Error>> + Send
where
    T: Send,
    Page: Future<Output = Result<ResponseValue<Vec<T>>, Error>> + Send,
{
    stream::try_unfold((Some(1_u32), fetch), move |(page, fetch)| async move {
        let Some(page) = page else { return Ok(None) };
        let response = fetch(page).await?;
        let read = u64::from(page - 1) * u64::from(page_size) + u64::from(length(response.as_ref()));
        let more = !response.is_empty() && has_more(response.headers(), read);
        let items = stream::iter(response.into_inner().into_iter().map(Ok));
        Ok::<_, Error>(Some((items, (more.then_some(page + 1), fetch))))
    })
    .try_flatten()
}

/// Whether the list goes on after the `read` first items. An answer with neither header is the whole list.
fn has_more(headers: &HeaderMap, read: u64) -> bool {
    let total = headers.get("total-number").and_then(|total| total.to_str().ok()?.trim().parse::<u64>().ok());
    match total {
        Some(total) => read < total,
        None => headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).any(|value| {
            value.split(',').any(|link| {
                link.split(';').skip(1).any(|parameter| matches!(parameter.trim(), r#"rel="next""# | "rel=next"))
            })
        }),
    }
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}
