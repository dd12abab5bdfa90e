//! `/api/admin/{tid}/gateways`.

mod package;

use authplane_client::types;
use authplane_tests::tenant::texts;
use authplane_tests::{Answer, Tenant, on_both};
use futures::TryStreamExt as _;
use http::Method;
use serde_json::{Value, json};

use super::{field_of, is_xid};
use crate::it::nets::{Making, Row, UNKNOWN, ready};
use crate::it::things::{self, fresh, gateway_of};

const GATEWAYS: &str = "/api/admin/{tid}/gateways";
const CLIENTS: &str = "/api/admin/{tid}/clients";
const SERVICES: &str = "/api/admin/{tid}/services";
const TYPES: [&str; 8] = ["pyron", "aws", "azure", "istio", "kong", "apigeex", "apigeeedge", "standalone"];

fn path_of(gateway: &Value) -> String {
    format!("{GATEWAYS}/{}", gateway["id"].as_str().expect("it has an id"))
}

fn list_of(server: &str) -> String {
    format!("/api/admin/{{tid}}/servers/{server}/gateways")
}

fn client_of(gateway: &Value) -> String {
    format!("{CLIENTS}/{}", gateway["client_id"].as_str().expect("it has a client"))
}

/// What the `system` server says to these credentials, asked for the scope of gateways.
async fn token(tenant: &Tenant, id: &Value, secret: &Value) -> Answer {
    let call = tenant.call(Method::POST, "/{tid}/system/oauth2/token");
    let form = [("grant_type", "client_credentials"), ("scope", "read_gateway_configuration")];
    call.basic(id.as_str().unwrap(), secret.as_str().unwrap()).form(&form).send().await
}

/// A service of this server that names the gateway.
async fn guarded(tenant: &Tenant, server: &str, gateway: &Value) -> String {
    let new = json!({"name": "Orders", "authorization_server_id": server, "gateway_id": gateway["id"]});
    let made = tenant.post(SERVICES).json(new).send().await.expect(201).json();
    assert_eq!(made["gateway_id"], gateway["id"]);
    format!("{SERVICES}/{}", made["id"].as_str().unwrap())
}

#[tokio::test]
async fn the_sdk_creates_reads_replaces_lists_and_deletes() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let (tid, server) = (&tenant.id, things::authorization_server(&tenant).await);
        let body = types::AcpCreateGatewayRequest::builder().name("Door").server_id(server.clone()).type_("standalone");
        let created = client.create_gateway().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!((created.name.as_str(), created.type_.as_str(), created.last_active), ("Door", "standalone", None));
        let got = client.get_gateway().tid(tid).gw(&created.id).send().await.unwrap().into_inner();
        assert_eq!((&got.id, &got.client.client_id), (&created.id, &created.client_id));
        let body = types::AcpUpdateGatewayRequest::builder().name("Gate").description("At the front".to_owned());
        let changed = client.update_gateway().tid(tid).gw(&created.id).body(body).send().await.unwrap().into_inner();
        assert_eq!((changed.name.as_str(), changed.description.as_str()), ("Gate", "At the front"));
        let listed = client.list_gateways().tid(tid).aid(&server).send().await.unwrap().into_inner();
        assert_eq!(listed.gateways.iter().map(|gateway| &gateway.name).collect::<Vec<_>>(), ["Gate"]);
        let file = client.get_gateway_package().tid(tid).gw(&created.id).send().await.unwrap().into_inner();
        let file = file.into_inner().try_collect::<Vec<_>>().await.unwrap().concat();
        assert!(file.starts_with(b"PK"));
        client.delete_gateway().tid(tid).gw(&created.id).send().await.unwrap();
        let gone = client.get_gateway().tid(tid).gw(&created.id).send().await.unwrap_err();
        assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    })
    .await;
}

#[tokio::test]
async fn a_gateway_of_every_type_has_a_client_of_its_own_that_may_fetch_its_configuration_and_nothing_else() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        // Another scope that is called alike, which is no gateway's to have.
        let service = json!({"name": "Mine", "authorization_server_id": "system"});
        let service = tenant.post(SERVICES).json(service).send().await.expect(201).json()["id"].clone();
        let scope =
            json!({"name": "read_gateway_configuration", "service_id": service, "authorization_server_id": "system"});
        let scope = tenant.post("/api/admin/{tid}/scopes").json(scope).send().await.expect(201).json()["id"].clone();
        let mut made = Vec::new();
        for gateway_type in TYPES {
            let new = json!({"name": "Door", "description": "At the front", "server_id": server, "type": gateway_type});
            let created = tenant.post(GATEWAYS).json(new).send().await.expect(201).json();
            let (id, client) = (created["id"].as_str().unwrap(), &created["client"]);
            assert!(is_xid(id), "{id}");
            let mut expected = json!({
                "id": id, "name": "Door", "description": "At the front", "type": gateway_type, "tenant_id": tenant.id,
                "authorization_server_id": server, "client_id": client["client_id"]
            });
            made.push(expected.clone());
            expected["client"] = client.clone();
            expected["issuer_url"] = json!(tenant.server.issuer(&tenant.id, "system"));
            expected["server_url"] = json!(tenant.server.control_url());
            assert_eq!(created, expected);
            assert_eq!(tenant.get(&path_of(&created)).send().await.expect(200).json(), expected);

            assert_eq!(tenant.get(&client_of(&created)).send().await.expect(200).json(), *client);
            assert_eq!(client["authorization_server_id"], "system");
            assert_eq!(client["grant_types"], json!(["client_credentials"]));
            assert_eq!(client["scopes"], json!(["read_gateway_configuration"]));
            let answer = token(&tenant, &client["client_id"], &client["client_secret"]).await.expect(200).json();
            assert_eq!(answer["scope"], "read_gateway_configuration");
        }
        assert_eq!(tenant.get(&list_of(&server)).send().await.expect(200).json(), json!({"gateways": made}));
        let id = tenant.id.clone();
        let given = tenant.server.with_store(move |store| async move {
            let found = authplane_domain::clients::client::credentials(
                &store,
                &id,
                Some("system"),
                &text(&made[0], "client_id"),
            )
            .await;
            found.unwrap().unwrap().scopes.iter().map(|scope| scope.id.clone()).collect::<Vec<_>>()
        });
        let given = given.await;
        assert!(given.len() == 1 && json!(given[0]) != scope, "{given:?}");
    })
    .await;
}

fn text(value: &Value, member: &str) -> String {
    value[member].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn values_that_cannot_be_accepted_are_422_and_nothing_is_written() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let good = json!({"name": "Door", "server_id": server, "type": "kong"});
        let clients = tenant.get("/api/admin/{tid}/servers/system/clients").send().await.expect(200).json();
        for (member, value) in [
            ("name", json!("")),
            ("name", json!(" ")),
            ("name", json!("a\nb")),
            ("name", json!("n".repeat(513))),
            ("name", json!(1)),
            ("description", json!("d".repeat(8193))),
            ("server_id", json!("")),
            ("type", json!("")),
            ("type", json!("Kong")),
            ("type", json!("nginx")),
            ("type", json!(["kong"])),
        ] {
            let mut body = good.clone();
            body[member] = value;
            let answer = tenant.post(GATEWAYS).json(&body).send().await.expect(422);
            assert_eq!(field_of(&answer), member, "{body}");
        }
        for member in ["name", "server_id", "type"] {
            let mut body = good.clone();
            body.as_object_mut().unwrap().remove(member);
            assert_eq!(field_of(&tenant.post(GATEWAYS).json(&body).send().await.expect(422)), member);
        }
        let unknown = json!({"name": "Door", "server_id": UNKNOWN, "type": "kong"});
        assert_eq!(tenant.post(GATEWAYS).json(unknown).send().await.expect(404).json()["details"]["id"], UNKNOWN);
        let made = gateway_of(&tenant, &server, "kong").await;
        for (body, status, field) in
            [(json!({}), 422, "name"), (json!({"name": "\u{7f}"}), 422, "name"), (json!({"name": []}), 400, "name")]
        {
            assert_eq!(field_of(&tenant.put(&path_of(&made)).json(body).send().await.expect(status)), field);
        }
        let listed = tenant.get(&list_of(&server)).send().await.expect(200).json();
        assert_eq!(texts(&listed["gateways"], "id"), [text(&made, "id")]);
        let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
        let after = tenant.get("/api/admin/{tid}/servers/system/clients").send().await.expect(200).json();
        assert_eq!(after, clients, "a gateway that isn't made leaves no client, nor does one that is gone");
    })
    .await;
}

#[tokio::test]
async fn a_put_replaces_name_and_description_and_the_client_is_called_alike() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let made = gateway_of(&tenant, &server, "pyron").await;
        let whole = json!({
            "name": "Gate", "description": "At the front", "id": "other", "type": "aws", "authorization_server_id": "default",
            "client_id": "other", "last_active": "2020-05-14T07:47:23Z"
        });
        let changed = tenant.put(&path_of(&made)).json(whole).send().await.expect(200).json();
        let mut expected = made.clone();
        let members = expected.as_object_mut().unwrap();
        for member in ["client", "issuer_url", "server_url"] {
            members.remove(member);
        }
        expected["name"] = json!("Gate");
        expected["description"] = json!("At the front");
        assert_eq!(changed, expected);
        assert_eq!(tenant.get(&client_of(&made)).send().await.expect(200).json()["client_name"], "Gate");
        let changed = tenant.put(&path_of(&made)).json(json!({"name": "Gate"})).send().await.expect(200).json();
        assert_eq!(changed["description"], "");
        // What it has to keep its credentials for is as it was.
        let _ = token(&tenant, &made["client_id"], &made["client"]["client_secret"]).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn an_authorization_server_has_one_gateway_of_amazon_s_at_most() {
    on_both(async |tenant| {
        let (server, other) =
            (things::authorization_server(&tenant).await, things::authorization_server(&tenant).await);
        let first = gateway_of(&tenant, &server, "aws").await;
        let second = json!({"name": "Door", "server_id": server, "type": "aws"});
        let clients = tenant.get("/api/admin/{tid}/servers/system/clients").send().await.expect(200).json();
        let answer = tenant.post(GATEWAYS).json(&second).send().await.expect(409);
        assert_eq!(field_of(&answer), "type");
        let after = tenant.get("/api/admin/{tid}/servers/system/clients").send().await.expect(200).json();
        assert_eq!(after, clients, "its client was not made either");
        let _ = gateway_of(&tenant, &other, "aws").await;
        for _ in 0..2 {
            let _ = gateway_of(&tenant, &server, "kong").await;
        }
        let _ = tenant.delete(&path_of(&first)).send().await.expect(204);
        let _ = tenant.post(GATEWAYS).json(&second).send().await.expect(201);
    })
    .await;
}

#[tokio::test]
async fn a_service_names_a_gateway_of_its_own_server_and_tells_whether_amazon_s_guards_it() {
    on_both(async |tenant| {
        let (server, other) =
            (things::authorization_server(&tenant).await, things::authorization_server(&tenant).await);
        let (amazon, kong) = (gateway_of(&tenant, &server, "aws").await, gateway_of(&tenant, &server, "kong").await);
        let elsewhere = gateway_of(&tenant, &other, "aws").await;
        let stranger = Tenant::new(&tenant.server).await;
        let foreign = gateway_of(&stranger, "default", "aws").await;
        let by_amazon = guarded(&tenant, &server, &amazon).await;
        let by_kong = guarded(&tenant, &server, &kong).await;
        let shown = async |path: &str| {
            let one = tenant.get(path).send().await.expect(200).json();
            let listed = tenant.get(&format!("/api/admin/{{tid}}/servers/{server}/services")).send().await.expect(200);
            let listed = listed.json()["services"].as_array().unwrap().clone();
            let in_list = listed.into_iter().find(|listed| listed["id"] == one["id"]).unwrap();
            for member in ["gateway_id", "protected_by_lambda_authorizer"] {
                assert_eq!(one[member], in_list[member], "{member}");
            }
            (one["gateway_id"].clone(), one["protected_by_lambda_authorizer"].clone())
        };
        assert_eq!(shown(&by_amazon).await, (amazon["id"].clone(), json!(true)));
        assert_eq!(shown(&by_kong).await, (kong["id"].clone(), json!(false)));
        for gateway in [&elsewhere["id"], &foreign["id"], &json!(UNKNOWN), &json!("free text"), &json!("a/b")] {
            let body = json!({"name": "Orders", "authorization_server_id": server, "gateway_id": gateway});
            for call in [tenant.post(SERVICES), tenant.put(&by_kong)] {
                assert_eq!(field_of(&call.json(&body).send().await.expect(422)), "gateway_id", "{gateway}");
            }
        }
        assert_eq!(shown(&by_kong).await, (kong["id"].clone(), json!(false)));
        let _ = tenant.put(&by_kong).json(json!({"name": "a", "gateway_id": amazon["id"]})).send().await.expect(200);
        assert_eq!(shown(&by_kong).await, (amazon["id"].clone(), json!(true)));
        let _ = tenant.put(&by_kong).json(json!({"name": "a"})).send().await.expect(200);
        assert_eq!(shown(&by_kong).await, (json!(""), json!(false)));
    })
    .await;
}

#[tokio::test]
async fn deletion_lets_the_services_go_and_takes_the_client_along() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let (made, other) = (gateway_of(&tenant, &server, "aws").await, gateway_of(&tenant, &server, "kong").await);
        let services = [guarded(&tenant, &server, &made).await, guarded(&tenant, &server, &made).await];
        let kept = guarded(&tenant, &server, &other).await;
        let (id, secret) = (&made["client_id"], &made["client"]["client_secret"]);
        let _ = token(&tenant, id, secret).await.expect(200);
        assert_eq!(tenant.delete(&path_of(&made)).send().await.expect(204).text(), "");
        for service in &services {
            let shown = tenant.get(service).send().await.expect(200).json();
            assert_eq!((&shown["gateway_id"], &shown["protected_by_lambda_authorizer"]), (&json!(""), &json!(false)));
        }
        assert_eq!(tenant.get(&kept).send().await.expect(200).json()["gateway_id"], other["id"]);
        let _ = token(&tenant, id, secret).await.expect(401);
        let _ = tenant.get(&client_of(&made)).send().await.expect(404);
        let _ = tenant.get(&path_of(&made)).send().await.expect(404);
        let _ = tenant.delete(&path_of(&made)).send().await.expect(404);
        let events = tenant.audit_events().await;
        for (action, object) in
            [("gateway.remove", &made["id"]), ("client.remove", id), ("gateway.create", &other["id"])]
        {
            let is_it = |event: &&(String, String)| event.0 == action && json!(event.1) == *object;
            assert_eq!(events.iter().filter(is_it).count(), 1, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_gateway_s_client_is_changed_and_deleted_with_its_gateway_and_in_no_other_way() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let made = gateway_of(&tenant, &server, "istio").await;
        let path = client_of(&made);
        let before = tenant.get(&path).send().await.expect(200).json();
        for body in [before.clone(), json!({"client_name": "Mine", "scopes": []})] {
            assert_eq!(tenant.put(&path).json(body).send().await.expect(400).json()["status_code"], 400);
        }
        let _ = tenant.delete(&path).send().await.expect(400);
        assert_eq!(tenant.get(&path).send().await.expect(200).json(), before);
        // Other clients of that server are clients like any.
        let login_page = json!({"authorization_server_id": "system", "grant_types": ["client_credentials"]});
        let other = tenant.post(CLIENTS).json(login_page).send().await.expect(201).json();
        let path = client_of(&other);
        let _ = tenant.put(&path).json(json!({"client_name": "Mine"})).send().await.expect(200);
        let _ = tenant.delete(&path).send().await.expect(204);
    })
    .await;
}

#[tokio::test]
async fn with_an_authorization_server_go_its_gateways_and_their_clients() {
    on_both(async |tenant| {
        let (server, other) =
            (things::authorization_server(&tenant).await, things::authorization_server(&tenant).await);
        let gone = [gateway_of(&tenant, &server, "aws").await, gateway_of(&tenant, &server, "kong").await];
        let kept = gateway_of(&tenant, &other, "kong").await;
        let _ = guarded(&tenant, &server, &gone[0]).await;
        let _ = tenant.get(&path_of(&gone[0])).send().await.expect(200);
        let _ = tenant.delete(&format!("/api/admin/{{tid}}/servers/{server}")).send().await.expect(204);
        for gateway in &gone {
            let _ = tenant.get(&path_of(gateway)).send().await.expect(404);
            let _ = tenant.get(&client_of(gateway)).send().await.expect(404);
            let _ = token(&tenant, &gateway["client_id"], &gateway["client"]["client_secret"]).await.expect(401);
        }
        assert_eq!(tenant.get(&list_of(&server)).send().await.expect(200).json(), json!({"gateways": []}));
        let _ = token(&tenant, &kept["client_id"], &kept["client"]["client_secret"]).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn the_secret_is_for_those_alone_who_may_do_everything() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let made = gateway_of(&tenant, &server, "standalone").await;
        let secret = text(&made["client"], "client_secret");
        assert!(secret.len() >= 43);
        let narrow = tenant.narrow_token(&["gateways:write", "clients:write", "servers:write"]).await;
        let new = json!({"name": "Door", "server_id": server, "type": "kong"});
        let created = tenant.post(GATEWAYS).bearer(&narrow).json(new).send().await.expect(201).json();
        assert_eq!(created["client"]["client_secret"], "", "whoever may do a part doesn't get what opens another");
        for path in [path_of(&made), client_of(&made), list_of(&server)] {
            let shown = tenant.get(&path).bearer(&narrow).send().await.expect(200);
            assert!(!shown.text().contains(&secret), "{path}");
        }
        let _ = tenant.get(&format!("{}/package", path_of(&made))).bearer(&narrow).send().await.expect(403);
        let listed = tenant.get(&list_of(&server)).send().await.expect(200);
        assert!(!listed.text().contains(&secret) && !format!("{:?}", tenant.audit_events().await).contains(&secret));
        // What guards the services of the system's servers isn't theirs to change either.
        let new = json!({"name": "Door", "server_id": "default", "type": "kong"});
        let guarding = |id: &str| json!({"name": "Door", "server_id": id, "type": "kong"});
        let _ = tenant.post(GATEWAYS).bearer(&narrow).json(new).send().await.expect(201);
        for id in ["admin", "developer", "system"] {
            let _ = tenant.post(GATEWAYS).bearer(&narrow).json(guarding(id)).send().await.expect(403);
            let path = path_of(&tenant.post(GATEWAYS).json(guarding(id)).send().await.expect(201).json());
            let _ = tenant.put(&path).bearer(&narrow).json(json!({"name": "Mine"})).send().await.expect(403);
            let _ = tenant.delete(&path).bearer(&narrow).send().await.expect(403);
        }
    })
    .await;
}

#[tokio::test]
async fn lists_are_in_the_order_of_creation_and_empty_for_a_server_that_is_not_there() {
    on_both(async |tenant| {
        let server = things::authorization_server(&tenant).await;
        let mut ids = Vec::new();
        for name in ["z", "a", "m"] {
            let new = json!({"name": fresh(name), "server_id": server, "type": "azure"});
            ids.push(text(&tenant.post(GATEWAYS).json(new).send().await.expect(201).json(), "id"));
        }
        let listed = tenant.get(&list_of(&server)).send().await.expect(200).json();
        assert_eq!(texts(&listed["gateways"], "id"), ids);
        for id in [UNKNOWN, "a%2Fb", "%20"] {
            assert_eq!(tenant.get(&list_of(id)).send().await.expect(200).json(), json!({"gateways": []}));
        }
    })
    .await;
}

const SEE: &[&str] = &["gateways:read", "gateways:write"];
const CHANGE: &[&str] = &["gateways:write"];

/// The path of a new one.
async fn one(tenant: &Tenant) -> String {
    format!("{GATEWAYS}/{}", things::gateway(tenant).await)
}

/// The path of one of a type that has no package.
async fn without_package(tenant: &Tenant) -> String {
    path_of(&gateway_of(tenant, &things::authorization_server(tenant).await, "kong").await)
}

fn new(tenant: &Tenant) -> Making<'_> {
    Box::pin(async move {
        let server = things::authorization_server(tenant).await;
        tenant.post(GATEWAYS).json(json!({"name": "Door", "description": "", "server_id": server, "type": "aws"}))
    })
}

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "list_gateways", scopes: SEE, good: |tenant| ready(tenant.get(&list_of("default"))), provoke: &[] },
    Row {
        id: "create_gateway",
        scopes: CHANGE,
        good: new,
        provoke: &[
            (404, |_, good| ready(good.json(json!({"name": "Door", "server_id": UNKNOWN, "type": "kong"})))),
            (409, |tenant, good| {
                Box::pin(async move {
                    let body = good.json_body();
                    let _ = tenant.post(GATEWAYS).json(&body).send().await.expect(201);
                    good
                })
            }),
        ],
    },
    Row {
        id: "get_gateway",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "update_gateway",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.put(&one(tenant).await).json(json!({"name": "Gate"})) }),
        provoke: &[],
    },
    Row {
        id: "delete_gateway",
        scopes: CHANGE,
        good: |tenant| Box::pin(async move { tenant.delete(&one(tenant).await) }),
        provoke: &[],
    },
    Row {
        id: "get_gateway_package",
        scopes: &[],
        good: |tenant| Box::pin(async move { tenant.get(&format!("{}/package", one(tenant).await)) }),
        provoke: &[(400, |tenant, _| {
            Box::pin(async move { tenant.get(&format!("{}/package", without_package(tenant).await)) })
        })],
    },
];
