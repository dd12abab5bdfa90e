//! A stand-in for the server, for the tests of programs that use this crate (feature `mock`).
//!
//! [`MockServerExt`] adds a method per operation to httpmock's [`MockServer`], whose parameters and answers have the types of
//! the real ones: a mock that no longer fits the API no longer compiles.
//!
//! ```
//! # async fn example() -> Result<(), authplane_client::Error> {
//! use authplane_client::mock::{MockServer, MockServerExt};
//! use authplane_client::{Client, types};
//!
//! let server = MockServer::start_async().await;
//! let mock = server.list_resource_scopes(|when, then| {
//!     when.resource_id("orders");
//!     then.ok(&Vec::<types::LogtoResourceScope>::new());
//! });
//!
//! let client = Client::builder(server.base_url()).access_token("any").build().await?;
//! let scopes = client.list_resource_scopes().resource_id("orders").send().await?;
//! assert!(scopes.is_empty());
//! mock.assert_calls_async(1).await;
//! # Ok(())
//! # }
//! # tokio::runtime::Runtime::new().unwrap().block_on(example()).unwrap();
//! ```

pub use httpmock::MockServer;

pub use crate::generated::mock::{MockServerExt, operations};
