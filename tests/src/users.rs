//! People who can sign in.

use std::collections::HashMap;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_domain::sign_in::authentication::{self, Mapping, Method, MethodKind, NewMethod, Static, StaticUser};
use serde_json::{Value, json};

use crate::{Tenant, TestServer};

/// Id of the sign-in method of [`Tenant::with_users`].
pub const METHOD: &str = "people";
/// Name of its first user, about whom everything is known.
pub const USER: &str = "user";
/// Name of its second user, about whom nothing but a name is known.
pub const OTHER_USER: &str = "other";
/// The password of both.
pub const PASSWORD: &str = "password";
/// Id of the sign-in method of those who are no static users, but known to Logto's management API: at the default server of their tenant, beside its other methods.
pub const DIRECTORY: &str = "~users";

/// What is known about [`USER`]: all standard claims (OpenID Connect Core §5.1), and what only policies look at.
#[must_use]
pub fn context() -> Value {
    json!({
        "name": "Ada Example",
        "given_name": "Ada",
        "middle_name": "Maria",
        "family_name": "Example",
        "nickname": "ada",
        "preferred_username": "ada.example",
        "profile": "https://people.example/ada",
        "picture": "https://people.example/ada.png",
        "website": "https://ada.example",
        "email": "ada@people.example",
        "email_verified": true,
        "gender": "female",
        "birthdate": "1990-12-31",
        "zoneinfo": "Europe/Berlin",
        "locale": "de-DE",
        "phone_number": "+49 30 1234567",
        "phone_number_verified": false,
        "address": {
            "formatted": "Street 1\n10115 Berlin\nGermany",
            "street_address": "Street 1",
            "locality": "Berlin",
            "region": "Berlin",
            "postal_code": "10115",
            "country": "Germany",
        },
        "updated_at": 1_700_000_000,
        "groups": ["admins", "people"],
    })
}

/// A method that knows these users, each with a name, a password and what is known.
///
/// # Panics
/// When what is known of somebody is no object.
#[must_use]
pub fn static_method(id: &str, users: &[(&str, &str, Value)]) -> NewMethod {
    let known = |context: &Value| context.as_object().expect("an object").clone();
    let method = Method {
        id: id.to_owned(),
        name: format!("Method {id}"),
        disabled: false,
        mappings: vec![Mapping { source: ".".to_owned(), target: ".".to_owned() }],
        attributes: Vec::new(),
        kind: MethodKind::Static(Static {
            hint: false,
            users: users.iter().map(|(name, _, context)| StaticUser::new((*name).to_owned(), known(context))).collect(),
        }),
        stamp: 0,
    };
    let passwords: HashMap<_, _> =
        users.iter().map(|(name, password, _)| ((*name).to_owned(), (*password).to_owned())).collect();
    NewMethod { method, client_secret: None, passwords, password_hashes: HashMap::new() }
}

impl Tenant {
    /// A new tenant whose default server knows [`USER`] and [`OTHER_USER`].
    pub async fn with_users(server: &TestServer) -> Self {
        Self::new(server).await.and_users().await
    }

    /// This tenant, whose default server now knows [`USER`] and [`OTHER_USER`] and nobody else.
    pub async fn and_users(self) -> Self {
        let users = [(USER, PASSWORD, context()), (OTHER_USER, PASSWORD, json!({"name": "Otto Other"}))];
        self.set_methods(DEFAULT, vec![static_method(METHOD, &users)]).await;
        self
    }

    /// Replaces the sign-in methods of a server.
    ///
    /// # Panics
    /// When they aren't right.
    pub async fn set_methods(&self, server: &str, methods: Vec<NewMethod>) {
        let (id, server) = (self.id.clone(), server.to_owned());
        let replace = async move |store: authplane_domain::Store| {
            authentication::replace(&Acting::new(&store, &id, Actor::system()), &server, methods).await.map(|_| ())
        };
        let replaced = self.server.with_store(move |store| async move { replace(store).await }).await;
        replaced.expect("the methods are right");
    }
}
