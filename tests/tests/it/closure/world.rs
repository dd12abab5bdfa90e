//! A tenant with everything that is worth having, and a caller who may do a part.

use std::collections::{BTreeMap, BTreeSet};

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, SYSTEM};
use authplane_tests::document::{Family, Operation};
use authplane_tests::tenant::Credentials;
use authplane_tests::{Answer, Call, Document, Tenant, TestServer};
use http::Method;
use serde_json::{Value, json};

use super::changes::Change;

/// A password that the world's static user has, should anybody make the server take it.
pub(super) const PASSWORD: &str = "correct horse battery staple";
/// An upstream's secret.
const UPSTREAM: &str = "the-upstream-provider-knows-this-one";

/// See the module.
pub(super) struct World {
    pub(super) tenant: Tenant,
    /// The caller's client at the `admin` server, with a scope of the operator's own beside those of the control plane.
    pub(super) caller: Credentials,
    /// Its token with all its scopes.
    pub(super) caller_token: String,
    /// Its scopes, as a request names them.
    pub(super) scope: String,
    /// Ids of things, by what they are.
    pub(super) ids: BTreeMap<&'static str, String>,
    /// Secrets that nobody changes, by what they are of.
    secrets: BTreeMap<&'static str, String>,
    /// Another client's token of the default server.
    foreign_token: String,
}

fn text(body: &Value, member: &str) -> String {
    body[member].as_str().unwrap_or_else(|| panic!("no {member} in {body}")).to_owned()
}

impl World {
    pub(super) async fn new(server: &TestServer, scopes: &[&str]) -> Self {
        let tenant = Tenant::new(server).await;
        let mut ids = BTreeMap::new();
        let mut secrets = BTreeMap::new();
        let post = async |path: &str, body: Value| tenant.post(path).json(body).send().await.expect(201).json();
        // An API of the operator's own at each of two servers.
        for (server, service, scope) in [(ADMIN, "admin's service", "admin's scope"), (DEFAULT, "service", "scope")] {
            let made =
                post("/api/admin/{tid}/services", json!({"name": "Mine", "authorization_server_id": server})).await;
            ids.insert(service, text(&made, "id"));
            let body = json!({"name": "mine", "service_id": made["id"], "authorization_server_id": server});
            ids.insert(scope, text(&post("/api/admin/{tid}/scopes", body).await, "id"));
        }
        for (name, server, scopes) in [
            ("an ordinary client", DEFAULT, &["mine"][..]),
            ("a client that manages resources", DEFAULT, &["resources:read"][..]),
            ("a client without scopes", DEFAULT, &[][..]),
        ] {
            let client = tenant.add_client(server, scopes).await;
            ids.insert(name, client.id);
            secrets.insert(name, client.secret);
        }
        ids.insert("the administrator", tenant.administrator.id.clone());
        secrets.insert("the administrator", tenant.administrator.secret.clone());
        let body = json!({"name": "Jobs", "roles": [{"id": "privx-admin"}]});
        let made = post("/local-user-store/api/v1/api-clients", body).await;
        ids.insert("an API client", text(&made, "id"));
        let path = format!("/local-user-store/api/v1/api-clients/{}", text(&made, "id"));
        let shown = tenant.get(&path).send().await.expect(200).json();
        secrets.insert("an API client", text(&shown, "secret"));
        secrets.insert("the API clients' shared client", text(&shown, "oauth_client_secret"));
        let made = post("/api/admin/{tid}/servers", json!({"name": "Customers", "key_type": "ecdsa"})).await;
        ids.insert("server", text(&made, "id"));
        let new = json!({"name": "Door", "server_id": ids["server"], "type": "standalone"});
        let gateway = post("/api/admin/{tid}/gateways", new).await;
        ids.insert("gateway", text(&gateway, "id"));
        ids.insert("a gateway's client", text(&gateway, "client_id"));
        secrets.insert("a gateway's client", text(&gateway["client"], "client_secret"));
        // Its API has scopes that are called like others.
        let new = json!({"name": "Mine", "authorization_server_id": ids["server"]});
        let service = post("/api/admin/{tid}/services", new).await;
        for name in ["admin", "all"] {
            let scope = json!({"name": name, "service_id": service["id"], "authorization_server_id": ids["server"]});
            let _ = post("/api/admin/{tid}/scopes", scope).await;
        }
        let upstream = json!({"methods": [{"id": "up", "name": "Upstream", "method": "oidc", "oidc": {
            "issuer_url": "https://upstream.example", "client_id": "authplane", "client_secret": UPSTREAM}}]});
        let path = format!("/api/admin/{{tid}}/servers/{}/authentications", text(&made, "id"));
        let _ = tenant.put(&path).json(upstream).send().await.expect(200);
        secrets.insert("an upstream provider", UPSTREAM.to_owned());
        let claim = json!({"authorization_server_id": DEFAULT, "name": "department", "mapping": "department", "type": "access_token"});
        ids.insert("claim", text(&post("/api/admin/{tid}/claims", claim).await, "id"));
        let policy = json!({"id": "mine", "policy_name": "Mine", "validators": [{"name": "false"}]});
        ids.insert("policy", text(&post("/api/admin/{tid}/policies", policy).await, "id"));
        let listed = tenant.get("/api/admin/{tid}/servers/default/scopes").send().await.expect(200).json();
        let built_in = |name: &str| {
            let scopes = listed["scopes"].as_array().into_iter().flatten();
            scopes.filter(|scope| scope["name"] == name).map(|scope| text(scope, "id")).next().expect("it is built in")
        };
        ids.insert("built-in scope", built_in("introspect_tokens"));
        ids.insert("profile scope", built_in("email"));
        let managing = tenant.get("/api/resources/management-api/scopes").send().await.expect(200).json();
        let all = managing.as_array().into_iter().flatten().find(|scope| scope["name"] == "all");
        ids.insert("management scope", text(all.expect("it is built in"), "id"));

        // Machines with a role each, of which one is worth more than who may do a part.
        let ok = async |path: &str, body: Value| tenant.post(path).json(body).send().await.expect(200).json();
        for (name, role, scope) in
            [("a machine", "a role", "scope"), ("a powerful machine", "a role that administers", "management scope")]
        {
            let made = ok("/api/applications", json!({"name": "Robot", "type": "MachineToMachine"})).await;
            ids.insert(name, text(&made, "id"));
            secrets.insert(name, text(&made, "secret"));
            let body = json!({"name": role, "description": "x", "type": "MachineToMachine", "scopeIds": [ids[scope]]});
            ids.insert(role, text(&ok("/api/roles", body).await, "id"));
            let given = tenant.post(&format!("/api/applications/{}/roles", ids[name]));
            let _ = given.json(json!({"roleIds": [ids[role]]})).send().await.expect(201);
        }

        let foreign = Credentials {
            id: ids["an ordinary client"].clone(),
            secret: secrets["an ordinary client"].clone(),
            server: DEFAULT.to_owned(),
        };
        let foreign_token = text(&tenant.ask_for_token(&foreign, None, &[]).await.expect(200).json(), "access_token");
        let with_own: Vec<&str> = scopes.iter().copied().chain(["mine"]).collect();
        let caller = tenant.add_client(ADMIN, &with_own).await;
        let scope = with_own.join(" ");
        let issued = tenant.ask_for_token(&caller, Some(&scope), &[]).await.expect(200).json();
        ids.insert("the caller", caller.id.clone());
        Self { caller_token: text(&issued, "access_token"), tenant, caller, scope, ids, secrets, foreign_token }
    }

    /// Makes a call with a token.
    pub(super) async fn call(&self, token: &str, change: &Change) -> Answer {
        let call = self.tenant.call(change.method.clone(), &change.path).bearer(token);
        let call = if change.body.is_null() { call } else { call.json(&change.body) };
        call.send().await
    }

    /// Which kinds of operations let the token in: one operation for each set of scopes that the document asks for. The call names nothing that is there, so
    /// whoever is let in is told so, and nothing happens.
    pub(super) async fn opened(&self, token: &str) -> BTreeSet<String> {
        let mut opened = BTreeSet::new();
        let mut families_closed = BTreeSet::new();
        for (operation, family) in kinds() {
            // 401 means that the token is for another family altogether, whatever it may do there.
            if families_closed.contains(&family) {
                continue;
            }
            let answer = any_call(&self.tenant, &operation).bearer(token).send().await;
            match answer.status {
                401 => drop(families_closed.insert(family)),
                403 => {}
                _ => drop(opened.insert(operation.id.to_owned())),
            }
        }
        opened
    }

    /// Whose secrets the answers to the token hold, whatever it asks for.
    pub(super) async fn seen(&self, token: &str) -> BTreeSet<&'static str> {
        let mut paths: Vec<String> = vec![
            "/api/admin/{tid}/servers".to_owned(),
            "/api/admin/{tid}/audit-events?limit=1000".to_owned(),
            format!("/api/admin/{{tid}}/servers/{}", self.ids["server"]),
            format!("/api/admin/{{tid}}/gateways/{}", self.ids["gateway"]),
            format!("/api/admin/{{tid}}/servers/{}/gateways", self.ids["server"]),
            "/local-user-store/api/v1/api-clients".to_owned(),
            "/api/applications".to_owned(),
            "/api/roles?page_size=100".to_owned(),
            format!("/api/roles/{}/applications", self.ids["a role that administers"]),
            format!("/local-user-store/api/v1/api-clients/{}", self.ids["an API client"]),
        ];
        for server in [ADMIN, DEFAULT, SYSTEM] {
            paths.push(format!("/api/admin/{{tid}}/servers/{server}/clients"));
            paths.push(format!("/api/admin/{{tid}}/servers/{server}"));
        }
        for client in self.secrets.keys().filter_map(|name| self.ids.get(name)) {
            paths.push(format!("/api/admin/{{tid}}/clients/{client}"));
            paths.push(format!("/api/applications/{client}"));
            paths.push(format!("/api/applications/{client}/secrets"));
        }
        let mut seen = BTreeSet::new();
        for path in paths {
            let answer = self.tenant.get(&path).bearer(token).send().await;
            // A token that isn't let in sees nothing anywhere: the rest needn't be asked.
            if answer.status == 401 && path.starts_with("/api/admin") {
                break;
            }
            let body = answer.text();
            seen.extend(self.secrets.iter().filter(|(_, secret)| body.contains(*secret)).map(|(name, _)| *name));
        }
        seen
    }

    /// Does the client learn of a token that has nothing to do with it?
    pub(super) async fn learns_of_others(&self, client: &Credentials) -> bool {
        if client.id == self.ids["an ordinary client"] {
            return false;
        }
        let path = format!("/{{tid}}/{}/oauth2/introspect", client.server);
        let call = self.tenant.call(Method::POST, &path).basic(&client.id, &client.secret);
        let answer = call.form(&[("token", &self.foreign_token)]).send().await;
        answer.status == 200 && answer.json()["active"] == true
    }
}

/// Does the operation behind a change ask for one of these scopes? What no operation is behind is tried.
pub(super) fn may_try(change: &Change, scopes: &[&str]) -> bool {
    let path = change.path.split('/');
    let fits = |template: &str| {
        template.split('/').count() == path.clone().count()
            && template.split('/').zip(path.clone()).all(|(known, given)| known.starts_with('{') || known == given)
    };
    let mut operations = Document::canonical().operations();
    let of_method = |operation: &Operation<'_>| operation.method.to_string() == change.method.as_str();
    let found = operations.find(|operation| of_method(operation) && fits(operation.path));
    found.is_none_or(|operation| operation.scopes().any(|scope| scopes.contains(&scope)))
}

/// One operation of each kind: those that ask for the same scopes are let in alike.
fn kinds() -> Vec<(Operation<'static>, Family)> {
    let mut kinds = BTreeMap::new();
    for operation in Document::canonical().operations() {
        let Some(family) = operation.family() else { continue };
        let scopes: Vec<&str> = operation.scopes().collect();
        kinds.entry((family, scopes)).or_insert((operation, family));
    }
    kinds.into_values().collect()
}

fn any_call(tenant: &Tenant, operation: &Operation<'_>) -> Call {
    let method = Method::from_bytes(operation.method.to_string().as_bytes()).expect("a method");
    let segment = |segment: &str| match segment {
        "{tid}" => tenant.id.clone(),
        variable if variable.starts_with('{') => "nothing-is-called-so".to_owned(),
        literal => literal.to_owned(),
    };
    let path: Vec<String> = operation.path.split('/').map(segment).collect();
    let call = tenant.server.call(method, &path.join("/"));
    if operation.request().is_some() { call.json(json!({})) } else { call }
}
