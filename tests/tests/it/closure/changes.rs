//! The corpus: changes that somebody would try who wants more than was given to them.

use authplane_domain::catalogue::authorization_server::{ADMIN, DEFAULT, DEVELOPER, SYSTEM};
use http::Method;
use serde_json::{Value, json};

use super::world::{PASSWORD, World};

/// One call.
pub(super) struct Change {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Value,
}

fn change(method: Method, path: impl Into<String>, body: Value) -> Change {
    Change { method, path: path.into(), body }
}

fn post(path: impl Into<String>, body: Value) -> Change {
    change(Method::POST, path, body)
}

fn put(path: impl Into<String>, body: Value) -> Change {
    change(Method::PUT, path, body)
}

fn patch(path: impl Into<String>, body: Value) -> Change {
    change(Method::PATCH, path, body)
}

/// Ends the path by which a client is given another secret.
pub(super) const ROTATE: &str = "/rotateSecret";

/// Ends the path by which an application is given one more.
pub(super) const SECRETS: &str = "/secrets";

/// Names that mean something somewhere.
const NAMES: [&str; 6] = ["all", "clients:write", "admin", "introspect_tokens", "manage_logins", "resources:write"];

/// What makes or changes things.
pub(super) fn changes(world: &World) -> Vec<Change> {
    [
        servers(world),
        catalogue(world),
        clients(world),
        gateways(world),
        logto(world),
        applications(world),
        roles(world),
        users(),
        local_user_store(world),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn servers(world: &World) -> Vec<Change> {
    let mut changes = Vec::new();
    let user = json!({"username": "eve", "password": PASSWORD, "authentication_context": {"name": "Eve"}});
    let methods =
        json!({"methods": [{"id": "static", "name": "Static", "method": "static", "static": {"users": [user]}}]});
    let open = json!({
        "name": "Open", "grant_types": ["authorization_code", "client_credentials", "password", "refresh_token"],
        "enable_dynamic_client_registration": true, "dynamic_client_registration": {"enabled": true}
    });
    for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM, world.ids["server"].as_str()] {
        let one = format!("/api/admin/{{tid}}/servers/{server}");
        changes.push(put(format!("{one}/authentications"), methods.clone()));
        changes.push(put(one, open.clone()));
    }
    let mut new = open;
    for id in ["control-plane", "admin2"] {
        new["id"] = json!(id);
        changes.push(post("/api/admin/{tid}/servers", new.clone()));
    }
    changes
}

fn catalogue(world: &World) -> Vec<Change> {
    let (scopes, services) = ("/api/admin/{tid}/scopes", "/api/admin/{tid}/services");
    let mut changes = Vec::new();
    for server in [ADMIN, DEFAULT, SYSTEM] {
        changes.push(post(services, json!({"name": "Authplane control plane", "authorization_server_id": server})));
        for id in ["control-plane", "logins", "gateway", "oauth2-admin2"] {
            changes.push(post(services, json!({"id": id, "name": "Mine", "authorization_server_id": server})));
        }
        let own = if server == DEFAULT { "service" } else { "admin's service" };
        for name in NAMES {
            changes.push(post(scopes, json!({"name": name, "authorization_server_id": server})));
            let of_own = json!({"name": name, "service_id": world.ids[own], "authorization_server_id": server});
            changes.push(post(scopes, of_own));
            for service in ["control-plane", "management-api", "local-user-store", "logins", "oauth2-default"] {
                changes.push(post(
                    scopes,
                    json!({"name": name, "service_id": service, "authorization_server_id": server}),
                ));
            }
        }
    }
    for scope in ["admin's scope", "scope", "built-in scope", "profile scope"] {
        for name in NAMES.iter().rev() {
            let body = json!({"name": name, "developer_policy_id": "", "user_policy_id": ""});
            changes.push(put(format!("{scopes}/{}", world.ids[scope]), body));
        }
    }
    for service in [world.ids["service"].as_str(), &world.ids["admin's service"], "control-plane", "management-api"] {
        changes.push(put(format!("{services}/{service}"), json!({"name": "Authplane control plane"})));
    }
    for server in [ADMIN, DEFAULT, SYSTEM] {
        for (name, mapping) in [("tenant", "tid"), ("roles", "scp"), ("resource.all", "name")] {
            let claim =
                json!({"name": name, "mapping": mapping, "type": "access_token", "authorization_server_id": server});
            changes.push(post("/api/admin/{tid}/claims", claim.clone()));
            changes.push(put(format!("/api/admin/{{tid}}/claims/{}", world.ids["claim"]), claim));
        }
    }
    let yes = json!({"policy_name": "block", "validators": [{"name": "true"}]});
    for policy in ["block", "nist-aal-1", world.ids["policy"].as_str()] {
        changes.push(put(format!("/api/admin/{{tid}}/policies/{policy}"), yes.clone()));
    }
    changes
}

fn clients(world: &World) -> Vec<Change> {
    let path = "/api/admin/{tid}/clients";
    let control = world.tenant.server.control_url();
    let management = format!("https://{}.logto.app/api", world.tenant.id);
    let indicator = format!("urn:authplane:service:{}", world.ids["service"]);
    let audiences =
        [control, management.as_str(), "urn:authplane:service:local-user-store", "urn:authplane:service:control-plane"];
    let grants = json!(["client_credentials", "password"]);
    let mut changes = Vec::new();
    for server in [ADMIN, DEFAULT, DEVELOPER, SYSTEM, world.ids["server"].as_str()] {
        for scopes in
            [json!([]), json!(["all"]), json!(["openid"]), json!(["introspect_tokens"]), json!(["mine"]), Value::Null]
        {
            let body = json!({"client_name": "Mine", "authorization_server_id": server, "grant_types": grants, "scopes": scopes});
            changes.push(post(path, body));
        }
    }
    for id in audiences.into_iter().chain([indicator.as_str(), "privx-external", "system", "admin"]) {
        for (server, scopes) in [(world.ids["server"].as_str(), json!(["admin", "all"])), (DEFAULT, json!([]))] {
            let body = json!({
                "client_id": id, "client_name": "Mine", "authorization_server_id": server, "grant_types": grants,
                "audience": [], "scopes": scopes
            });
            changes.push(post(path, body));
        }
    }
    let body = json!({
        "client_name": "Mine", "authorization_server_id": DEFAULT, "grant_types": grants, "audience": audiences,
        "trusted": true, "system": true
    });
    changes.push(post(path, body));
    for client in [
        "an ordinary client",
        "a client without scopes",
        "a client that manages resources",
        "the administrator",
        "the caller",
        "a gateway's client",
    ] {
        for scopes in [json!(["mine", "all"]), json!(["all"]), json!([]), Value::Null] {
            let body = json!({
                "client_name": "Mine", "grant_types": grants, "scopes": scopes,
                "audience": audiences, "client_secret": "a-secret-of-forty-characters-0123456789",
            });
            changes.push(put(format!("{path}/{}", world.ids[client]), body));
        }
        for operation in [ROTATE, "/revokeRotatedSecrets"] {
            changes.push(post(format!("{path}/{}{operation}", world.ids[client]), Value::Null));
        }
    }
    changes
}

fn gateways(world: &World) -> Vec<Change> {
    let path = "/api/admin/{tid}/gateways";
    let servers = [ADMIN, DEFAULT, DEVELOPER, SYSTEM, world.ids["server"].as_str()];
    let new = |server| json!({"name": "Mine", "server_id": server, "type": "standalone"});
    let mut changes: Vec<Change> = servers.iter().map(|server| post(path, new(server))).collect();
    let taken = json!({"name": "Mine", "client_id": world.ids["the administrator"], "server_id": ADMIN});
    changes.push(put(format!("{path}/{}", world.ids["gateway"]), taken));
    let guarded = json!({"name": "Mine", "gateway_id": world.ids["gateway"]});
    changes.push(put(format!("/api/admin/{{tid}}/services/{}", world.ids["service"]), guarded));
    changes
}

fn logto(world: &World) -> Vec<Change> {
    let control = world.tenant.server.control_url();
    let mut changes = Vec::new();
    let management = format!("https://{}.logto.app/api", world.tenant.id);
    for indicator in [control, &management, "urn:authplane:service:local-user-store", "https://mine.example"] {
        changes.push(post("/api/resources", json!({"name": "Mine", "indicator": indicator})));
    }
    for resource in ["management-api", "local-user-store", "control-plane", &world.ids["service"]] {
        let one = format!("/api/resources/{resource}");
        changes.push(patch(&one, json!({"name": "Mine", "accessTokenTtl": 999_999})));
        for name in NAMES {
            changes.push(post(format!("{one}/scopes"), json!({"name": name})));
            changes.push(patch(format!("{one}/scopes/{}", world.ids["management scope"]), json!({"name": name})));
            changes.push(patch(format!("{one}/scopes/{}", world.ids["scope"]), json!({"name": name})));
        }
        changes.push(patch(format!("{one}/is-default"), json!({"isDefault": true})));
    }
    changes
}

fn applications(world: &World) -> Vec<Change> {
    let path = "/api/applications";
    let mut changes = Vec::new();
    for kind in ["Native", "SPA", "Traditional", "MachineToMachine"] {
        changes.push(post(path, json!({"name": "Mine", "type": kind, "isAdmin": true, "scopes": ["all"]})));
    }
    for client in [
        "an ordinary client",
        "a client without scopes",
        "a client that manages resources",
        "a machine",
        "a powerful machine",
        "the administrator",
        "the caller",
        "a gateway's client",
    ] {
        let one = format!("{path}/{}", world.ids[client]);
        changes.push(patch(&one, json!({"name": "Mine", "scopes": ["all"], "type": "MachineToMachine"})));
        changes.push(patch(&one, json!({"isAdmin": true})));
        changes.push(patch(format!("{one}/custom-data"), json!({"scopes": ["all"], "isAdmin": true})));
        changes.push(post(format!("{one}{SECRETS}"), json!({"name": "Mine"})));
        changes.push(patch(format!("{one}{SECRETS}/Default%20secret"), json!({"name": "Mine too"})));
    }
    changes
}

fn roles(world: &World) -> Vec<Change> {
    let path = "/api/roles";
    let (all, plain) = (&world.ids["management scope"], &world.ids["scope"]);
    let mut changes = Vec::new();
    for scopes in [vec![all], vec![plain, all], vec![plain]] {
        let body = json!({"name": "Mine", "description": "Mine", "type": "MachineToMachine", "scopeIds": scopes});
        changes.push(post(path, body));
    }
    for role in ["a role that administers", "a role", "internal-admin", "privx-admin"] {
        let id = world.ids.get(role).map_or(role, String::as_str);
        let one = format!("{path}/{id}");
        changes.push(patch(&one, json!({"name": "Mine too", "type": "MachineToMachine", "scopeIds": [all]})));
        for scope in [all, plain] {
            changes.push(post(format!("{one}/scopes"), json!({"scopeIds": [scope]})));
        }
        for client in ["an ordinary client", "a machine", "a powerful machine", "the caller"] {
            let application = &world.ids[client];
            changes.push(post(format!("{one}/applications"), json!({"applicationIds": [application]})));
            let of_application = format!("/api/applications/{application}/roles");
            changes.push(post(&of_application, json!({"roleIds": [id]})));
            changes.push(put(of_application, json!({"roleIds": [id]})));
        }
    }
    changes
}

/// What they could make themselves is a user, of whom no token opens anything here.
fn users() -> Vec<Change> {
    vec![post(
        "/api/users",
        json!({"username": "me", "password": "mine", "customData": {"scope": "all"}, "roles": ["internal-admin"]}),
    )]
}

fn local_user_store(world: &World) -> Vec<Change> {
    let path = "/local-user-store/api/v1/api-clients";
    let both = json!([{"id": "internal-admin"}, {"id": "privx-admin"}]);
    let mut changes = Vec::new();
    for roles in [json!([]), json!([{"id": "privx-admin"}]), json!([{"id": "internal-admin"}]), both.clone()] {
        changes.push(post(path, json!({"name": "Mine", "roles": roles})));
    }
    changes.push(put(format!("{path}/{}", world.ids["an API client"]), json!({"name": "Mine", "roles": both})));
    changes
}

/// What an administrator does, who gives the caller nothing that opens anything by it: a scope of their own gets another name, an application for signing in
/// to the console, a client that is to do nothing any more.
pub(super) fn of_the_administrator(world: &World) -> Vec<Change> {
    let clients = "/api/admin/{tid}/clients";
    let application = json!({
        "client_name": "Console", "authorization_server_id": ADMIN, "scopes": ["openid", "profile"],
        "grant_types": ["authorization_code", "client_credentials"], "response_types": ["code"],
        "redirect_uris": ["https://console.example/callback"]
    });
    let idle = json!({"client_name": "Idle", "grant_types": ["client_credentials"], "scopes": []});
    let renamed = |name: &str| json!({"name": name});
    vec![
        put(format!("/api/admin/{{tid}}/scopes/{}", world.ids["admin's scope"]), renamed("clients:write")),
        put(format!("/api/admin/{{tid}}/scopes/{}", world.ids["admin's scope"]), renamed("all")),
        post(clients, application),
        put(format!("{clients}/{}", world.ids["the caller"]), idle),
    ]
}

/// What takes things away.
pub(super) fn removals(world: &World) -> Vec<Change> {
    let delete = |path: String| change(Method::DELETE, path, Value::Null);
    let admin = "/api/admin/{tid}";
    let of = |things: &str, names: &[&str]| -> Vec<Change> {
        names.iter().map(|name| delete(format!("{admin}/{things}/{}", world.ids[*name]))).collect()
    };
    let mut changes = of("scopes", &["admin's scope", "scope", "built-in scope"]);
    changes.extend(of("services", &["admin's service", "service"]));
    changes.extend(of("claims", &["claim"]));
    changes.extend(of("policies", &["policy"]));
    changes.extend(["block", "nist-aal-1"].map(|policy| delete(format!("{admin}/policies/{policy}"))));
    changes.extend(of("clients", &["a gateway's client"]));
    changes.extend(of("gateways", &["gateway"]));
    changes.extend(of("servers", &["server"]));
    changes.extend([ADMIN, DEFAULT].map(|server| delete(format!("{admin}/servers/{server}"))));
    changes.push(delete("/api/resources/management-api".to_owned()));
    for client in ["a client that manages resources", "an ordinary client", "the administrator"] {
        let one = format!("/api/applications/{}", world.ids[client]);
        changes.push(delete(format!("{one}/legacy-secret")));
        changes.push(delete(one));
    }
    changes.extend(of("clients", &["a client that manages resources", "the administrator"]));
    changes
}
