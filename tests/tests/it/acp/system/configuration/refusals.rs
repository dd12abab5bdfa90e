//! What can't be brought in, told at its place, and nothing of the rest is brought in either.

use authplane_tests::on_both;
use authplane_tests::users::{PASSWORD, USER};
use serde_json::{Value, json};

use super::{Installer, assert_same, elsewhere, furnish};
use crate::it::things::fresh;

/// A list, a row that can't be, and what is told: the end of the pointer, and a part of the message.
type Fault = (&'static str, Value, &'static str, &'static str);

/// The row of an export of which a member is this.
fn known<'a>(dump: &'a Value, list: &str, member: &str, value: &str) -> &'a Value {
    let rows = dump.pointer(&format!("/{list}")).unwrap().as_array().unwrap();
    rows.iter().find(|row| row[member] == value).unwrap()
}

/// The row in this tenant.
fn of(tenant: &str, mut row: Value) -> Value {
    row["tenant_id"] = tenant.into();
    row
}

fn faults(tenant: &str, dump: &Value) -> Vec<Fault> {
    let mut faults = faults_of_servers(tenant);
    faults.extend(faults_of_users(tenant));
    faults.extend(faults_of_services(tenant, dump));
    faults.extend(faults_of_clients(tenant));
    faults.extend(faults_of_known_clients(tenant, dump));
    faults.extend(faults_of_apis(tenant, dump));
    faults.extend(faults_of_gateways(tenant, dump));
    faults.extend(faults_of_roles(tenant, dump));
    faults
}

fn faults_of_servers(tenant: &str) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    vec![
        ("tenants", json!({"id": tenant, "name": ""}), "name", "empty"),
        ("policies", of(json!({"id": "a b", "policy_name": "P"})), "id", "characters"),
        ("policies", of(json!({"id": "p", "policy_name": "", "validators": []})), "policy_name", "empty"),
        (
            "policies",
            of(json!({"id": "p", "policy_name": "P", "validators": [{"name": "unknown"}]})),
            "validators/0/name",
            "none of",
        ),
        ("policies", of(json!({"policy_name": "P"})), "id", "required"),
        ("servers", of(json!({"id": ".well-known", "name": "S"})), "id", "path"),
        ("servers", of(json!({"id": "s", "name": "S", "access_token_ttl": "0s"})), "access_token_ttl", "second"),
        ("servers", of(json!({"id": "s", "name": "S", "user_policy_id": "nowhere"})), "user_policy_id", "nowhere"),
        ("servers", of(json!({"id": "s", "name": "S", "secret": "short"})), "secret", "32"),
        (
            "servers",
            of(
                json!({"id": "s", "name": "S", "authentications": {"methods": [{"id": "m", "name": "M", "method": "oidc"}]}}),
            ),
            "authentications/methods/0/oidc",
            "required",
        ),
        (
            "servers",
            of(
                json!({"id": "s", "name": "S", "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "d": "AA", "x": "AA", "y": "AA"}]}}),
            ),
            "jwks/keys/0",
            "fit",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "nowhere"})),
            "authorization_server_id",
            "nowhere",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "shop", "gateway_id": "nowhere"})),
            "gateway_id",
            "nowhere",
        ),
        (
            "scopes_without_service",
            of(json!({"id": "s", "name": "a b", "authorization_server_id": "shop"})),
            "name",
            "white space",
        ),
        (
            "scopes_without_service",
            of(json!({"id": "s", "name": "s", "authorization_server_id": "shop", "developer_policy_id": "nowhere"})),
            "developer_policy_id",
            "nowhere",
        ),
    ]
}

/// By the subject of a token nobody takes a client for a user; and a secret is sent nowhere but where it was sent before.
fn faults_of_users(tenant: &str) -> Vec<Fault> {
    let with_user = |name: &str| {
        let user = json!({"username": name, "password": PASSWORD, "authentication_context": {}});
        let people = json!({"id": "m", "name": "M", "method": "static", "static": {"users": [user]}});
        of(tenant, json!({"id": "s", "name": "S", "authentications": {"methods": [people]}}))
    };
    let corp = json!({"id": "corp", "name": "Corp", "method": "oidc", "oidc": {
        "issuer_url": "https://another.example", "client_id": "here", "redirect_url": ""
    }});
    vec![
        ("servers", with_user("till"), "authentications/methods/0/static/users/0/username", "client"),
        ("servers", with_user(&"s".repeat(43)), "authentications/methods/0/static/users/0/username", "form"),
        (
            "servers",
            of(tenant, json!({"id": "shop", "name": "Shop", "authentications": {"methods": [corp]}})),
            "authentications/methods/0/oidc/client_secret",
            "again",
        ),
    ]
}

fn faults_of_services(tenant: &str, dump: &Value) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    let guarded = known(dump, "services", "name", "Guarded");
    let alone = &known(dump, "scopes_without_service", "name", "alone")["id"];
    let mut indicators = dump["services"].as_array().unwrap().iter().map(|service| &service["authplane"]["indicator"]);
    // Those that this server makes are refused for what they are.
    let indicator = indicators.find(|indicator| indicator.as_str().unwrap().starts_with("https:")).unwrap();
    let with_scope = json!({"id": guarded["id"], "name": "Guarded", "authorization_server_id": "shop", "scopes": [
        {"id": "x", "name": "x", "authorization_server_id": "default"}
    ]});
    vec![
        ("services", of(json!({"id": "a b", "name": "S", "authorization_server_id": "shop"})), "id", "characters"),
        ("services", of(json!({"id": "s", "name": "", "authorization_server_id": "shop"})), "name", "empty"),
        ("services", of(json!({"id": guarded["id"], "name": "", "authorization_server_id": "shop"})), "name", "empty"),
        (
            "services",
            of(json!({"id": guarded["id"], "name": "Guarded", "authorization_server_id": "default"})),
            "authorization_server_id",
            "another",
        ),
        (
            "services",
            of(json!({
                "id": "s", "name": "S", "authorization_server_id": "default", "gateway_id": guarded["gateway_id"]
            })),
            "gateway_id",
            "no gateway",
        ),
        (
            "services",
            of(json!({
                "id": "s", "name": "S", "authorization_server_id": "shop", "authplane": {"indicator": indicator}
            })),
            "authplane/indicator",
            "another service",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "shop", "authplane": {"indicator": "till"}})),
            "authplane/indicator",
            "client",
        ),
        (
            "services",
            of(json!({"id": "s", "name": "S", "authorization_server_id": "shop", "authplane": {"indicator": ""}})),
            "authplane/indicator",
            "empty",
        ),
        ("services", of(with_scope), "scopes/0/authorization_server_id", "another"),
        (
            "scopes_without_service",
            of(json!({"id": "a b", "name": "s", "authorization_server_id": "shop"})),
            "id",
            "characters",
        ),
        (
            "scopes_without_service",
            of(json!({"id": alone, "name": "alone", "authorization_server_id": "shop"})),
            "authorization_server_id",
            "another",
        ),
    ]
}

fn faults_of_known_clients(tenant: &str, dump: &Value) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    let till = |mut row: Value| {
        row["client_id"] = "till".into();
        of(row)
    };
    let former = &known(dump, "clients", "client_id", "till")["authplane"]["secrets"][1]["name"];
    assert!(former.is_string(), "it was rotated");
    let alone = &known(dump, "scopes_without_service", "name", "alone")["id"];
    let department = &known(dump, "claims", "name", "department")["id"];
    let secret = |number: usize| format!("secret number {number:02} of a length that is enough");
    let several = |most: usize| (0..most).map(secret).collect::<Vec<_>>();
    vec![
        ("clients", till(json!({"authorization_server_id": "default"})), "authorization_server_id", "another"),
        (
            "clients",
            till(json!({"authorization_server_id": "shop", "authplane": {"scope_ids": [alone]}})),
            "authplane/scope_ids",
            "another",
        ),
        (
            "clients",
            till(json!({"authorization_server_id": "shop", "rotated_secrets": several(19)})),
            "rotated_secrets",
            "18",
        ),
        (
            "clients",
            till(json!({
                "authorization_server_id": "shop", "client_secret": secret(0), "rotated_secrets": [secret(1), secret(2)],
                "authplane": {"secrets": [{"name": "a"}, {"name": "b"}, {"name": "b"}]}
            })),
            "authplane/secrets",
            "twice",
        ),
        // One that it has of before, and that the dump leaves alone, is called so.
        (
            "clients",
            till(json!({
                "authorization_server_id": "shop", "client_secret": secret(0), "authplane": {"secrets": [{"name": former}]}
            })),
            "authplane/secrets",
            "twice",
        ),
        (
            "claims",
            of(json!({
                "id": "a b", "authorization_server_id": "shop", "name": "x", "mapping": "x", "type": "id_token"
            })),
            "id",
            "characters",
        ),
        (
            "claims",
            of(json!({
                "id": department, "authorization_server_id": "default", "name": "department", "mapping": "x",
                "type": "access_token"
            })),
            "authorization_server_id",
            "another",
        ),
    ]
}

fn faults_of_apis(tenant: &str, dump: &Value) -> Vec<Fault> {
    let orders = known(dump, "apis", "path", "/orders/{id}");
    let guarded = &known(dump, "services", "name", "Guarded")["id"];
    let policy = &dump["policies"][0]["id"];
    let api = |members: Value| {
        let mut row = json!({"id": "a", "service_id": guarded, "method": "GET", "path": "/a"});
        row.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        of(tenant, row)
    };
    vec![
        ("apis", api(json!({"id": "a b"})), "id", "characters"),
        (
            "apis",
            api(json!({"authplane": {"document_classifications": [""]}})),
            "authplane/document_classifications",
            "empty",
        ),
        ("apis", api(json!({"method": "FETCH"})), "method", "one of"),
        ("apis", api(json!({"path": "a"})), "path", ""),
        ("apis", api(json!({"path": "/{x}/{x}"})), "path", "twice"),
        ("apis", api(json!({"position": -1})), "position", "0"),
        ("apis", api(json!({"data_classifications": [""]})), "data_classifications", "empty"),
        ("apis", api(json!({"policy_id": policy, "can_have_policy": false})), "policy_id", "can't have"),
        ("apis", api(json!({"policy_id": "nowhere"})), "policy_id", "nowhere"),
        (
            "apis",
            api(json!({"authplane": {"document_policy_id": "nowhere"}})),
            "authplane/document_policy_id",
            "nowhere",
        ),
        ("apis", api(json!({"id": orders["id"], "path": "/orders/{id}"})), "service_id", "another"),
    ]
}

fn faults_of_gateways(tenant: &str, dump: &Value) -> Vec<Fault> {
    let door = &dump["authplane"]["gateways"][0];
    let gateway = |members: Value| {
        let mut row = json!({
            "id": "g", "name": "G", "type": "standalone", "authorization_server_id": "shop", "client_id": door["client_id"]
        });
        row.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        of(tenant, row)
    };
    vec![
        ("authplane/gateways", gateway(json!({"id": "a b"})), "id", "characters"),
        ("authplane/gateways", gateway(json!({"name": ""})), "name", "empty"),
        ("authplane/gateways", gateway(json!({"type": null})), "type", "required"),
        (
            "authplane/gateways",
            gateway(json!({"authorization_server_id": null})),
            "authorization_server_id",
            "required",
        ),
        (
            "authplane/gateways",
            gateway(json!({"authorization_server_id": "nowhere"})),
            "authorization_server_id",
            "nowhere",
        ),
        ("authplane/gateways", gateway(json!({"client_id": null})), "client_id", "required"),
        ("authplane/gateways", gateway(json!({"client_id": "nowhere"})), "client_id", "nowhere"),
        ("authplane/gateways", gateway(json!({"client_id": "till"})), "client_id", "gateways ask"),
        (
            "authplane/gateways",
            gateway(json!({"id": door["id"], "authorization_server_id": "default"})),
            "authorization_server_id",
            "another",
        ),
        ("authplane/gateways", gateway(json!({"id": door["id"], "type": "kong"})), "type", "never"),
    ]
}

fn faults_of_roles(tenant: &str, dump: &Value) -> Vec<Fault> {
    let with = |mut row: Value, members: Value| {
        row.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        of(tenant, row)
    };
    let role = |members: Value| with(json!({"id": "r", "name": "R", "type": "User"}), members);
    let robot = |members: Value| with(json!({"id": "r", "name": "R"}), members);
    let known_role = dump["authplane"]["roles"][0]["id"].as_str().unwrap();
    let beside = |members: Value| json!({"authplane": members});
    let services = dump["services"].as_array().unwrap();
    let management = services.iter().find(|service| service["id"] == "management-api").unwrap();
    let scopes = management["scopes"].as_array().unwrap();
    let all = &scopes.iter().find(|scope| scope["name"] == "all").unwrap()["id"];
    vec![
        ("authplane/roles", role(json!({"id": "a b"})), "id", "characters"),
        ("authplane/roles", role(json!({"name": ""})), "name", "empty"),
        ("authplane/roles", role(json!({"type": null})), "type", "required"),
        ("authplane/roles", role(json!({"description": "d".repeat(100_000)})), "description", ""),
        ("authplane/roles", role(json!({"scopes": vec!["s"; 1025]})), "scopes", "1024"),
        ("authplane/roles", role(beside(json!({"scope_ids": [all]}))), "authplane/scope_ids", "users"),
        ("authplane/roles", role(beside(json!({"scope_ids": vec!["s"; 1025]}))), "authplane/scope_ids", "1024"),
        ("authplane/roles", role(beside(json!({"scope_ids": ["nowhere"]}))), "authplane/scope_ids", "nowhere"),
        ("authplane/roles", role(json!({"id": known_role, "name": "Other"})), "type", "never changes"),
        ("authplane/api_clients", robot(json!({"id": "a b"})), "id", "characters"),
        ("authplane/api_clients", robot(json!({"id": "privx-external-mine"})), "id", "reserved"),
        ("authplane/api_clients", robot(json!({"name": ""})), "name", "empty"),
        ("authplane/api_clients", robot(json!({"role_ids": ["nowhere"]})), "role_ids", "nowhere"),
        ("authplane/api_clients", robot(json!({"role_ids": vec![known_role; 257]})), "role_ids", "256"),
        ("authplane/api_clients", robot(json!({"updated_by": "a\nb"})), "updated_by", ""),
        ("authplane/api_clients", robot(json!({"author": "a\nb"})), "author", ""),
        ("authplane/api_clients", robot(json!({"secret": "short"})), "secret", "32"),
    ]
}

fn faults_of_clients(tenant: &str) -> Vec<Fault> {
    let of = |row: Value| of(tenant, row);
    let client = |members: Value| {
        let mut row = json!({"client_id": "c", "authorization_server_id": "shop"});
        row.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        of(row)
    };
    vec![
        ("clients", client(json!({"developer_id": "d".repeat(256)})), "developer_id", "bytes"),
        ("clients", client(json!({"client_id_issued_at": -5})), "client_id_issued_at", "1970"),
        (
            "clients",
            client(json!({"authplane": {"registration_digest": "x".repeat(129)}})),
            "authplane/registration_digest",
            "bytes",
        ),
        (
            "clients",
            client(json!({"client_secret": "s".repeat(32), "authplane": {"secrets": [{"name": "n".repeat(513)}]}})),
            "authplane/secrets",
            "must have at most 256 characters",
        ),
        ("clients", of(json!({"client_id": "a b", "authorization_server_id": "shop"})), "client_id", "characters"),
        (
            "clients",
            of(json!({"client_id": "privx-external-mine", "authorization_server_id": "shop"})),
            "client_id",
            "reserved",
        ),
        (
            "clients",
            of(json!({
                "client_id": "c", "authorization_server_id": "shop", "userinfo_signed_response_alg": "RS256"
            })),
            "userinfo_signed_response_alg",
            "signs with",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "nowhere"})),
            "authorization_server_id",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "redirect_uris": ["javascript:x"]})),
            "redirect_uris",
            "",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "scopes": ["nowhere"]})),
            "scopes",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "authplane": {"scope_ids": ["nowhere"]}})),
            "authplane/scope_ids",
            "nowhere",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "client_secret": "short"})),
            "client_secret",
            "32",
        ),
        (
            "clients",
            of(json!({"client_id": "c", "authorization_server_id": "shop", "client_hashed_secret": "md5:x"})),
            "client_hashed_secret",
            "sha-256",
        ),
        ("clients", of(json!({"client_id": USER, "authorization_server_id": "shop"})), "client_id", "user"),
        (
            "claims",
            of(
                json!({"id": "c", "authorization_server_id": "shop", "name": "iss", "mapping": "x", "type": "id_token"}),
            ),
            "name",
            "iss",
        ),
        (
            "claims",
            of(json!({"id": "c", "authorization_server_id": "shop", "name": "x", "mapping": "x"})),
            "type",
            "required",
        ),
        (
            "apis",
            of(json!({"id": "a", "service_id": "nowhere", "method": "GET", "path": "/"})),
            "service_id",
            "nowhere",
        ),
        (
            "apis",
            of(json!({"id": "a", "service_id": "profile-shop", "method": "GET", "path": "/"})),
            "service_id",
            "built-in",
        ),
    ]
}

#[tokio::test]
async fn a_row_that_cannot_be_is_told_at_its_place_and_nothing_is_brought_in() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let before = here.export_text(&format!("?tid={}", tenant.id)).await;
        let there = serde_json::from_str(&before).unwrap();
        for (list, row, end, message) in faults(&tenant.id, &there) {
            // Behind a change that could be made.
            let policy = json!({"id": fresh("good"), "policy_name": "Good", "tenant_id": tenant.id, "validators": []});
            let mut dump = json!({"policies": [policy]});
            let mut place = &mut dump;
            for member in list.split('/') {
                place = place.as_object_mut().unwrap().entry(member).or_insert(Value::Null);
                if place.is_null() {
                    *place = if list.ends_with(member) { json!([]) } else { json!({}) };
                }
            }
            let rows = place.as_array_mut().unwrap();
            let index = rows.len();
            rows.push(row.clone());
            println!("{list}: {row}");
            let refused = here.put("?mode=update", &dump).await.expect(422).json();
            let (field, told) =
                (refused["details"]["field"].as_str().unwrap(), refused["details"]["message"].as_str().unwrap());
            let pointer = format!("/{list}/{index}/{end}");
            assert!(field == pointer && told.contains(message), "{row}: {refused}, not {pointer}");
            assert_same(&before, &here.export_text(&format!("?tid={}", tenant.id)).await);
        }
    })
    .await;
}

#[tokio::test]
async fn of_several_tenants_none_is_brought_in_when_one_cannot_be() {
    on_both(async |tenant| {
        let there = elsewhere(tenant.server.database()).await;
        let (first, second) = (fresh("a"), fresh("b"));
        let row = |id: &str, name: &str| json!({"id": "p", "tenant_id": id, "policy_name": name, "validators": []});
        let dump = json!({
            "tenants": [{"id": first, "name": "A"}, {"id": second, "name": "B"}], "policies": [row(&first, "P"), row(&second, "")]
        });
        let refused = there.put("", &dump).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/1/policy_name");
        let _ = there.call(http::Method::GET, &format!("?tid={first}")).send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_stands_twice_or_is_of_no_tenant_is_told() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let row = |id: &str| json!({"id": id, "tenant_id": tenant.id, "policy_name": "P", "validators": []});
        let refused = here.put("", &json!({"policies": [row("p"), row("p")]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/1/id");
        let scope =
            |id: &str| json!({"id": id, "tenant_id": tenant.id, "authorization_server_id": "default", "name": "same"});
        let refused =
            here.put("", &json!({"scopes_without_service": [scope("a"), scope("b")]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/scopes_without_service/1/name");
        let nobody = json!({"policies": [{"id": "p", "tenant_id": "nobody's", "policy_name": "P"}]});
        let refused = here.put("", &nobody).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/policies/0/tenant_id");
        let consent = json!({"id": "c", "tenant_id": tenant.id, "name": "C", "update_existing_grants": "explicitAll"});
        let action =
            |consents: serde_json::Value| json!({"id": "a", "tenant_id": tenant.id, "name": "A", "consents": consents});
        for (consents, field) in [
            (json!([{"id": "c"}, {"id": "nobody's"}]), "/consent_actions/0/consents/1/id"),
            (json!([{"id": "c"}, {"id": "c"}]), "/consent_actions/0/consents/1/id"),
            (json!([{"required": true}]), "/consent_actions/0/consents/0/id"),
        ] {
            let dump = json!({"consents": [consent], "consent_actions": [action(consents)]});
            let refused = here.put("", &dump).await.expect(422).json();
            assert_eq!(refused["details"]["field"], field, "{refused}");
        }
        let _ = here.call(http::Method::GET, "?tid=nobody's").send().await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn nobody_adds_to_what_opens_the_installation_by_a_dump() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let before = here.export(&tenant.id).await;
        let service =
            before["services"].as_array().unwrap().iter().find(|service| service["id"] == "control-plane").unwrap();
        let mut service = service.clone();
        service["name"] = "Mine".into();
        service["scopes"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": fresh("scope"), "name": "mine", "authorization_server_id": "admin"}));
        service["scopes"][0]["developer_policy_id"] = "".into();
        let done = here.apply("?mode=update", &json!({"services": [service]})).await.expect(200).json();
        assert_eq!((&done["changes"], &done["notes"][0]["code"]), (&json!([]), &"unknown_scope".into()), "{done}");
        assert_eq!(before, here.export(&tenant.id).await);
    })
    .await;
}

#[tokio::test]
async fn two_rows_of_a_dump_that_would_be_the_same_thing_are_told() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let of = |row: Value| of(&tenant.id, row);
        let on_default = |mut row: Value| {
            row["authorization_server_id"] = "default".into();
            of(row)
        };
        let service = |id: &str, beside: Value| on_default(json!({"id": id, "name": id, "authplane": beside}));
        let claim =
            |id: &str| on_default(json!({"id": id, "name": "same", "mapping": "m", "type": "id_token", "scopes": []}));
        let api = |id: &str, path: &str| of(json!({"id": id, "service_id": "mine", "method": "GET", "path": path}));
        let role = |id: &str| of(json!({"id": id, "name": "Same", "type": "User"}));
        let gateway =
            |id: &str| on_default(json!({"id": id, "name": id, "type": "standalone", "client_id": "their-door"}));
        let door = of(json!({"client_id": "their-door", "authorization_server_id": "system"}));
        for (dump, pointer) in [
            (json!({"tenants": [{"id": tenant.id, "name": "A"}, {"id": tenant.id, "name": "B"}]}), "/tenants/1/id"),
            (
                json!({"services": [service("a", json!({"indicator": "same"})), service("b", json!({"indicator": "same"}))]}),
                "/services/1/authplane/indicator",
            ),
            (
                json!({"services": [service("a", json!({"is_default": true})), service("b", json!({"is_default": true}))]}),
                "/services/1/authplane/is_default",
            ),
            (json!({"claims": [claim("a"), claim("b")]}), "/claims/1/name"),
            // Whatever its variables are called, it matches the same.
            (
                json!({"services": [service("mine", json!({}))], "apis": [api("a", "/{one}"), api("b", "/{other}")]}),
                "/apis/1/path",
            ),
            (json!({"authplane": {"roles": [role("a"), role("b")]}}), "/authplane/roles/1/name"),
            (
                json!({"clients": [door], "authplane": {"gateways": [gateway("a"), gateway("b")]}}),
                "/authplane/gateways/1/client_id",
            ),
        ] {
            let refused = here.put("?mode=update", &dump).await.expect(422).json();
            assert_eq!(refused["details"]["field"], pointer, "{refused}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_never_has_the_indicator_of_a_service_as_its_id() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let service = json!({
            "id": "mine", "name": "Mine", "tenant_id": tenant.id, "authorization_server_id": "default",
            "authplane": {"indicator": "orders"}
        });
        let client = json!({"client_id": "orders", "tenant_id": tenant.id, "authorization_server_id": "default"});
        // In one dump, and after each other.
        let both = json!({"services": [service], "clients": [client]});
        let refused = here.put("", &both).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/clients/0/client_id", "{refused}");
        let _ = here.put("", &json!({"services": [service]})).await.expect(204);
        let refused = here.put("", &json!({"clients": [client]})).await.expect(422).json();
        assert_eq!(refused["details"]["field"], "/clients/0/client_id", "{refused}");
    })
    .await;
}

#[tokio::test]
async fn a_server_whose_built_in_services_have_no_place_is_refused() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let service = json!({
            "id": "profile-till", "name": "Mine", "tenant_id": tenant.id, "authorization_server_id": "default"
        });
        let _ = here.put("", &json!({"services": [service]})).await.expect(204);
        let server = json!({"id": "till", "name": "Till", "tenant_id": tenant.id});
        let refused = here.put("", &json!({"servers": [server]})).await.expect(422).json();
        assert!(refused["error"].as_str().unwrap().contains("profile-till"), "{refused}");
        let servers = here.export(&tenant.id).await["servers"].clone();
        assert!(servers.as_array().unwrap().iter().all(|server| server["id"] != "till"));
    })
    .await;
}

#[tokio::test]
async fn a_time_that_not_every_database_can_write_is_told_and_one_that_nobody_set_is_none() {
    on_both(async |tenant| {
        let here = Installer::of(&tenant.server).await;
        let made_at = |time: &str| {
            let row = json!({"id": "timed", "policy_name": "P", "validators": [], "authplane": {"created_at": time}});
            json!({"policies": [of(&tenant.id, row)]})
        };
        for time in ["1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"] {
            let refused = here.put("", &made_at(time)).await.expect(400).json();
            assert_eq!(refused["details"]["field"], "/policies/0/authplane/created_at", "{refused}");
        }
        // As Go writes it.
        let _ = here.put("", &made_at("0001-01-01T00:00:00Z")).await.expect(204);
        let dump = here.export(&tenant.id).await;
        let written = known(&dump, "policies", "id", "timed")["authplane"]["created_at"].as_str().unwrap();
        assert!(written.starts_with("20"), "{written}");
    })
    .await;
}

#[tokio::test]
async fn of_several_tenants_none_is_brought_in_when_one_is_otherwise() {
    on_both(async |tenant| {
        let there = elsewhere(tenant.server.database()).await;
        let (first, second) = (fresh("a"), fresh("b"));
        let row = |name: &str| json!({"id": "p", "tenant_id": second, "policy_name": name, "validators": []});
        let tenants = json!([{"id": second, "name": "B"}]);
        let _ = there.put("", &json!({"tenants": tenants, "policies": [row("P")]})).await.expect(204);
        let tenants = json!([{"id": first, "name": "A"}, {"id": second, "name": "B"}]);
        let dump = json!({"tenants": tenants, "policies": [row("Otherwise")]});
        let refused = there.put("", &dump).await.expect(409).json();
        assert_eq!(refused["details"]["conflicts"].as_array().unwrap().len(), 1, "{refused}");
        let _ = there.call(http::Method::GET, &format!("?tid={first}")).send().await.expect(404);
        // Whoever only looks is told the same, as what would be.
        let looked = there.apply("?dry_run=true", &dump).await.expect(200).json();
        let actions: Vec<&Value> = looked["changes"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
        assert_eq!(
            (&looked["written"], actions),
            (&false.into(), vec![&"create".into(), &"conflict".into()]),
            "{looked}"
        );
    })
    .await;
}
