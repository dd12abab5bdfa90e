//! A tenant for one test, with somebody who may do everything in it.

use authplane_client::Client;
use authplane_domain::catalogue::authorization_server::{ADMIN, SYSTEM, SigningAlgorithm};
use authplane_domain::clients::client::{self, ClientDetails, NewClient};
use authplane_domain::identifier::IdForm;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::installation::tenant::{self, NewTenant};
use http::Method;
use serde_json::Value;

use crate::{Answer, Call, TestServer, observer};

/// What a client authenticates with.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// `client_id`.
    pub id: String,
    /// `client_secret`.
    pub secret: String,
    /// The authorization server that it is registered at.
    pub server: String,
}

/// A tenant that nobody else uses.
#[derive(Debug)]
pub struct Tenant {
    /// Its id.
    pub id: String,
    /// The server that it is on.
    pub server: TestServer,
    /// A client of its `admin` server that was given the scope `all`.
    pub administrator: Credentials,
    /// An access token of the administrator's with that scope.
    pub token: String,
}

impl Tenant {
    /// A new tenant, as the first start makes them.
    ///
    /// # Panics
    /// When the server doesn't make it.
    pub async fn new(server: &TestServer) -> Self {
        let make = async |store: authplane_domain::Store| {
            let name = "A test's own".to_owned();
            let new = NewTenant { name, key_algorithm: SigningAlgorithm::ES256, ..NewTenant::default() };
            tenant::create(&store, &Actor::system(), new).await.map(|created| created.tenant.id)
        };
        let id = server.with_store(move |store| async move { make(store).await }).await.expect("a tenant is made");
        Self::with_id(server, id).await
    }

    /// An existing tenant, such as `default`, with an administrator of the test's own.
    ///
    /// # Panics
    /// When there is no such tenant.
    pub async fn with_id(server: &TestServer, id: impl Into<String>) -> Self {
        let id = id.into();
        let administrator = add_client(server, &id, ADMIN, &["all"]).await;
        let token = issue(server, &id, &administrator, Some("all"), &[]).await;
        Self { id, server: server.clone(), administrator, token }
    }

    /// The SDK's client with the administrator's credentials.
    ///
    /// # Panics
    /// When it can't be built.
    pub async fn client(&self) -> Client {
        let builder =
            Client::builder(self.server.control_url()).configure_http_client(crate::http::configure).tenant(&self.id);
        let credentials = builder.client_credentials(&self.administrator.id, self.administrator.secret.clone());
        credentials.build().await.expect("the SDK finds the server")
    }

    /// The SDK with a token that somebody has already.
    ///
    /// # Panics
    /// When the client can't be made.
    pub async fn client_of(&self, token: &str) -> Client {
        let builder = Client::builder(self.server.control_url()).configure_http_client(crate::http::configure);
        builder.access_token(token).build().await.expect("a token is enough")
    }

    /// Registers a machine at one of the tenant's authorization servers that may ask for these scopes.
    ///
    /// # Panics
    /// When the server doesn't have such scopes.
    pub async fn add_client(&self, server: &str, scopes: &[&str]) -> Credentials {
        add_client(&self.server, &self.id, server, scopes).await
    }

    /// An access token of a new machine of the `admin` server, narrowed to these scopes of the control plane.
    pub async fn narrow_token(&self, scopes: &[&str]) -> String {
        let machine = self.add_client(ADMIN, scopes).await;
        let scope = scopes.join(" ");
        issue(&self.server, &self.id, &machine, (!scopes.is_empty()).then_some(scope.as_str()), &[]).await
    }

    /// An access token of a new machine of `server` with these scopes, for these resources (RFC 8707).
    pub async fn token_of(&self, server: &str, scopes: &[&str], resources: &[&str]) -> String {
        let machine = self.add_client(server, scopes).await;
        issue(&self.server, &self.id, &machine, Some(&scopes.join(" ")), resources).await
    }

    /// Asks the token endpoint for `client_credentials`, whatever the answer may be.
    pub async fn ask_for_token(&self, machine: &Credentials, scope: Option<&str>, resources: &[&str]) -> Answer {
        ask_for_token(&self.server, &self.id, machine, scope, resources).await
    }

    /// A call of a path with the administrator's token. `{tid}` in the path is the tenant.
    pub fn call(&self, method: Method, path: &str) -> Call {
        self.server.call(method, &path.replace("{tid}", &self.id)).bearer(&self.token)
    }

    /// GET; see [`Tenant::call`].
    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    /// POST; see [`Tenant::call`].
    pub fn post(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    /// PUT; see [`Tenant::call`].
    pub fn put(&self, path: &str) -> Call {
        self.call(Method::PUT, path)
    }

    /// PATCH; see [`Tenant::call`].
    pub fn patch(&self, path: &str) -> Call {
        self.call(Method::PATCH, path)
    }

    /// DELETE; see [`Tenant::call`].
    pub fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    /// The ids that audit events of this tenant name, newest first, each with its action.
    ///
    /// # Panics
    /// When they can't be read.
    pub async fn audit_events(&self) -> Vec<(String, String)> {
        let id = self.id.clone();
        let list = async move |store| authplane_domain::installation::audit::list(&store, &id, 1000).await;
        let events = self.server.with_store(move |store| async move { list(store).await }).await;
        let events = events.expect("audit events are read");
        events.into_iter().map(|event| (event.action, event.object_id)).collect()
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        observer::assert_no_contradiction_on_drop(self.server.number());
    }
}

/// An access token for the installation itself: of a new machine of the server `system` of the tenant `system`, with these scopes.
pub async fn installation_token(server: &TestServer, scopes: &[&str]) -> String {
    let machine = add_client(server, tenant::SYSTEM, SYSTEM, scopes).await;
    let scope = scopes.join(" ");
    issue(server, tenant::SYSTEM, &machine, (!scopes.is_empty()).then_some(scope.as_str()), &[]).await
}

async fn add_client(server: &TestServer, tenant: &str, server_id: &str, scopes: &[&str]) -> Credentials {
    let (tenant, server_id) = (tenant.to_owned(), server_id.to_owned());
    let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let details = ClientDetails {
        name: "A test's machine".to_owned(),
        grant_types: Some(vec!["client_credentials".to_owned()]),
        scopes,
        ..ClientDetails::default()
    };
    let new = NewClient { id_form: IdForm::Uuid, server_id: server_id.clone(), details, ..NewClient::default() };
    let make = async move |store: authplane_domain::Store| {
        let client = client::create(&Acting::new(&store, &tenant, Actor::system()), new).await?;
        let secret = client::open_secret(&store, &client)?.unwrap_or_default();
        Ok::<_, authplane_domain::Error>(Credentials { id: client.id, secret, server: server_id })
    };
    server.with_store(move |store| async move { make(store).await }).await.expect("a client is made")
}

async fn ask_for_token(
    server: &TestServer,
    tenant: &str,
    machine: &Credentials,
    scope: Option<&str>,
    resources: &[&str],
) -> Answer {
    let mut form = vec![("grant_type", "client_credentials")];
    form.extend(scope.map(|scope| ("scope", scope)));
    form.extend(resources.iter().map(|resource| ("resource", *resource)));
    let path = format!("/{tenant}/{}/oauth2/token", machine.server);
    server.call(Method::POST, &path).basic(&machine.id, &machine.secret).form(&form).send().await
}

async fn issue(
    server: &TestServer,
    tenant: &str,
    machine: &Credentials,
    scope: Option<&str>,
    resources: &[&str],
) -> String {
    let answer = ask_for_token(server, tenant, machine, scope, resources).await.expect(200).json();
    answer["access_token"].as_str().map_or_else(|| panic!("no token in {answer}"), str::to_owned)
}

/// A list member of a body, its items' member `name` as texts: `texts(&body["items"], "id")`.
///
/// # Panics
/// When it is no list, or an item has no such text.
#[must_use]
#[track_caller]
pub fn texts(list: &Value, name: &str) -> Vec<String> {
    let items = list.as_array().unwrap_or_else(|| panic!("{list} is no list"));
    let text = |item: &Value| item[name].as_str().map_or_else(|| panic!("{item} has no {name}"), str::to_owned);
    items.iter().map(text).collect()
}
