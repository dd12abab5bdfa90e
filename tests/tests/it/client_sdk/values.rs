//! What a newer server may send, and the three states of a member.

use std::fs;
use std::path::{Path, PathBuf};

use authplane_client::{Client, Nullable, types};
use authplane_tests::on_both;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::canned::{RESOURCES, Server, canned, path_of, well_behaved};
use crate::it::things;

/// The generated sources, and where they are.
fn generated(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(generated(&path));
        } else {
            files.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

#[test]
fn every_enum_of_the_sdk_has_a_place_for_a_value_that_it_does_not_know() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../client-sdk/src/generated");
    let mut enums = 0;
    for (path, text) in generated(&folder) {
        for (start, _) in text.match_indices("pub enum ") {
            let definition = &text[start..];
            let name = definition.split_whitespace().nth(2).unwrap();
            let body = &definition[..definition.find("\n    }").or_else(|| definition.find("\n}")).unwrap()];
            // One that the SDK makes itself is never read.
            if name == "ConversionError" {
                continue;
            }
            enums += 1;
            assert!(body.contains("#[serde(untagged)]") && body.contains("Unknown"), "{}: {body}", path.display());
        }
    }
    assert!(enums >= 5, "only {enums} were found");
}

/// Reads a value that there is not yet, and writes it again as it was.
fn keeps<T: DeserializeOwned + Serialize>() {
    let new = json!("invented later");
    let read: T = serde_json::from_value(new.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), new);
}

#[test]
fn a_value_that_the_sdk_does_not_know_keeps_its_text() {
    keeps::<types::AcpAuthenticationMethod>();
    keeps::<types::AcpClaimType>();
    keeps::<types::AcpClientAuthentication>();
    keeps::<types::AcpGroupNameFormat>();
    keeps::<types::AcpKeyType>();
}

#[tokio::test]
async fn members_and_values_of_a_newer_server_are_read_through() {
    let server = Server::start(|request, before, url| match path_of(request) {
        RESOURCES => canned(
            200,
            r#"[{"id":"r1","name":"Orders","indicator":"https://orders","tenantId":"default","isDefault":false,"accessTokenTtl":3600,"later":{"a":1}}]"#,
        ),
        _ => well_behaved(request, before, url),
    })
    .await;
    let client = Client::builder(&server.url).access_token("t").build().await.unwrap();
    let listed = client.list_resources().send().await.unwrap();
    assert_eq!((listed.len(), listed[0].name.as_str()), (1, "Orders"));
}

#[tokio::test]
async fn leaving_clearing_and_setting_are_three_requests() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let resource = things::resource(&tenant).await;
        let new = types::LogtoCreateResourceScopeRequest::builder().name("read".to_owned());
        let scope = client.create_resource_scope().resource_id(&resource).body(new).send().await.unwrap().into_inner();
        let change = async |body: types::builder::LogtoUpdateResourceScopeRequest| {
            let call = client.update_resource_scope().resource_id(&resource).scope_id(&scope.id).body(body);
            call.send().await.unwrap().into_inner().description
        };
        let body = types::LogtoUpdateResourceScopeRequest::builder;
        let set = change(body().description(Nullable::from("For people".to_owned()))).await;
        assert_eq!(set.as_deref(), Some("For people"));
        let left = change(body().name("see".to_owned())).await;
        assert_eq!(left.as_deref(), Some("For people"));
        let cleared = change(body().description(Nullable::Null)).await;
        assert_eq!(cleared.unwrap_or_default(), "");
    })
    .await;

    // On the wire.
    let body = types::LogtoUpdateResourceScopeRequest::builder;
    let sent = |body: types::builder::LogtoUpdateResourceScopeRequest| {
        serde_json::to_value(types::LogtoUpdateResourceScopeRequest::try_from(body).unwrap()).unwrap()
    };
    assert_eq!(sent(body()), json!({}));
    assert_eq!(sent(body().description(Nullable::Null)), json!({"description": null}));
    assert_eq!(sent(body().description(Nullable::from(String::new()))), json!({"description": ""}));
}
