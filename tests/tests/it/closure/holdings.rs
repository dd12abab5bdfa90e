//! What the caller can get hold of: its client, the clients and API clients that it makes or learns the secrets of, and the tokens that these get.

use std::collections::HashSet;

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use authplane_tests::Answer;
use authplane_tests::tenant::Credentials;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;
use serde_json::{Value, json};

use super::changes::{Change, ROTATE};
use super::world::{PASSWORD, World};

/// See the module.
pub(super) struct Holdings {
    pub(super) clients: Vec<Credentials>,
    api_clients: Vec<String>,
}

impl Holdings {
    pub(super) fn of(world: &World) -> Self {
        Self { clients: vec![world.caller.clone()], api_clients: Vec::new() }
    }

    /// Remembers what an answer gives: a client's secret, an API client.
    pub(super) fn add(&mut self, change: &Change, answer: &Answer) {
        let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        // A gateway comes with its client.
        let body = body.get("client").unwrap_or(&body);
        let member = |name: &str| body[name].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        if let (Some(id), Some(secret)) = (member("client_id"), member("client_secret")) {
            let server = member("authorization_server_id").unwrap_or_default();
            self.clients.retain(|known| known.id != id);
            self.clients.push(Credentials { id, secret, server });
        } else if let (Some(client), Some(secret)) = (change.path.strip_suffix(ROTATE), member("secret")) {
            let id = client.rsplit('/').next().unwrap_or_default().to_owned();
            self.clients.extend([ADMIN, DEFAULT, SYSTEM].map(|server| Credentials {
                id: id.clone(),
                secret: secret.clone(),
                server: server.to_owned(),
            }));
        } else if let (Some(id), Some(secret)) = (member("id"), member("secret")) {
            // An application, of the default server.
            self.clients.push(Credentials { id, secret, server: DEFAULT.to_owned() });
        } else if let (Some(id), Some(secret)) = (member("applicationId"), member("value")) {
            self.clients.push(Credentials { id, secret, server: DEFAULT.to_owned() });
        } else if change.path.ends_with("/api-clients") && change.method == Method::POST {
            self.api_clients.extend(member("id"));
        }
    }

    /// Registers itself wherever that is open (RFC 7591), with and without scopes.
    pub(super) async fn register(&mut self, world: &World) {
        for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM, world.ids["server"].as_str()] {
            for scope in [None, Some("all"), Some("introspect_tokens")] {
                let mut body = json!({"grant_types": ["client_credentials"], "response_types": []});
                if let Some(scope) = scope {
                    body["scope"] = json!(scope);
                }
                let path = format!("/{{tid}}/{server}/oauth2/register");
                let answer = world.tenant.post(&path).anonymous().json(&body).send().await;
                if answer.status != 201 {
                    continue;
                }
                let body = answer.json();
                let member = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
                let (id, secret) = (member("client_id"), member("client_secret"));
                self.clients.push(Credentials { id, secret, server: server.to_owned() });
            }
        }
    }

    /// Every token that all this can get, and the caller's first one; of those that say the same, one.
    pub(super) async fn tokens(&self, world: &World) -> Vec<String> {
        let management = format!("https://{}.logto.app/api", world.tenant.id);
        let control = world.tenant.server.control_url().to_owned();
        let resources =
            [&[][..], &[control.as_str()], &[management.as_str()], &["urn:authplane:service:local-user-store"]];
        let mut tokens = vec![world.caller_token.clone()];
        for client in &self.clients {
            for resources in resources {
                for scope in [None, Some("all"), Some("admin"), Some("manage_logins"), Some(world.scope.as_str())] {
                    let answer = world.tenant.ask_for_token(client, scope, resources).await;
                    tokens.extend(token_in(&answer));
                    if answer.status == 401 {
                        break;
                    }
                }
            }
            let path = format!("/{{tid}}/{}/oauth2/token", client.server);
            let form =
                [("grant_type", "password"), ("username", "eve"), ("password", PASSWORD), ("scope", "openid all")];
            let call = world.tenant.post(&path).basic(&client.id, &client.secret).form(&form);
            tokens.extend(token_in(&call.send().await));
        }
        for id in &self.api_clients {
            tokens.extend(self.token_of_api_client(world, id).await);
        }
        let mut known = HashSet::new();
        tokens.retain(|token| known.insert(said_by(token)));
        tokens
    }

    async fn token_of_api_client(&self, world: &World, id: &str) -> Option<String> {
        let path = format!("/local-user-store/api/v1/api-clients/{id}");
        let shown = world.tenant.get(&path).bearer(&world.caller_token).send().await;
        let shown: Value = serde_json::from_slice(&shown.body).ok()?;
        let member = |name: &str| shown[name].as_str().map(str::to_owned);
        let (client, secret) = (member("oauth_client_id")?, member("oauth_client_secret")?);
        let password = member("secret")?;
        let form = [("grant_type", "password"), ("username", id), ("password", &password)];
        let call = world.tenant.post("/auth/api/v1/oauth/token").basic(&client, &secret).form(&form);
        token_in(&call.send().await)
    }
}

/// What a token says beside its own id and times.
fn said_by(token: &str) -> String {
    let payload = token.split('.').nth(1).and_then(|payload| URL_SAFE_NO_PAD.decode(payload).ok()).unwrap_or_default();
    let mut claims: Value = serde_json::from_slice(&payload).expect("an access token is a JWT");
    for its_own in ["jti", "iat", "nbf", "exp"] {
        claims.as_object_mut().expect("claims").remove(its_own);
    }
    claims.to_string()
}

fn token_in(answer: &Answer) -> Option<String> {
    if !answer.is_success() {
        return None;
    }
    answer.json()["access_token"].as_str().map(str::to_owned)
}
