//! Clients whose settings stand in the environment or in a file.
//!
//! The environment belongs to the whole process, so each case is a process of its own: this test binary again, which runs
//! [`child`] alone.

use std::process::Command;

use authplane_client::{Client, ClientBuilder, Credentials, Error, SigningKey};
use authplane_domain::catalogue::authorization_server::ADMIN;
use authplane_tests::database::Folder;
use authplane_tests::{Database, Tenant, TestServer};
use serde_json::json;

use super::keys::Key;

const CHILD: &str = "it::client_sdk::settings::child";

/// What a program with this environment says: that it works, or why not.
fn run(variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", CHILD, "--ignored", "--nocapture", "--test-threads=1"]);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("AUTHPLANE_") {
            command.env_remove(name);
        }
    }
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = said.lines().find_map(|line| line.split_once("OUTCOME ").map(|(_, outcome)| outcome.to_owned()));
    line.unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&output.stderr)))
}

#[tokio::test]
#[ignore = "run by the others, in a process of its own"]
async fn child() {
    let outcome = match Client::from_env().await {
        Ok(client) => client.list_resources().send().await.map(|_| "works".to_owned()),
        Err(error) => Err(error),
    };
    println!("OUTCOME {}", outcome.unwrap_or_else(|error| format!("{error} {error:?}").replace('\n', " ")));
}

/// Reads the environment from other threads than the tests', which it would keep.
async fn said(variables: Vec<(&'static str, String)>) -> String {
    tokio::task::spawn_blocking(move || {
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        run(&variables)
    })
    .await
    .unwrap()
}

async fn tenant() -> Tenant {
    Tenant::new(&TestServer::shared(Database::Sqlite).await).await
}

#[tokio::test]
async fn the_environment_names_a_client_or_a_token() {
    let tenant = tenant().await;
    let url = ("AUTHPLANE_URL", tenant.server.control_url().to_owned());
    let id = ("AUTHPLANE_CLIENT_ID", tenant.administrator.id.clone());
    let secret = ("AUTHPLANE_CLIENT_SECRET", tenant.administrator.secret.clone());
    let of_tenant = ("AUTHPLANE_TENANT", tenant.id.clone());
    let issuer = ("AUTHPLANE_ISSUER", tenant.server.issuer(&tenant.id, ADMIN));
    let token = ("AUTHPLANE_TOKEN", tenant.token.clone());
    let empty = ("AUTHPLANE_TOKEN", String::new());
    assert_eq!(said(vec![url.clone(), id.clone(), secret.clone(), of_tenant.clone(), empty]).await, "works");
    assert_eq!(said(vec![url.clone(), id.clone(), secret, issuer]).await, "works");
    assert_eq!(said(vec![url.clone(), token]).await, "works");

    let key = Key::new("EdDSA");
    let registration = json!({
        "client_name": "Machine", "authorization_server_id": ADMIN, "grant_types": ["client_credentials"],
        "scopes": ["all"], "token_endpoint_auth_method": "private_key_jwt", "jwks": {"keys": [key.public("1")]},
    });
    let created = tenant.post("/api/admin/{tid}/clients").json(registration).send().await.expect(201).json();
    let id = ("AUTHPLANE_CLIENT_ID", created["client_id"].as_str().unwrap().to_owned());
    let folder = Folder::new();
    for (name, text) in [("key.pem", key.pem()), ("key.json", key.private("1").to_string())] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let file = ("AUTHPLANE_CLIENT_KEY_FILE", path.display().to_string());
        assert_eq!(said(vec![url.clone(), id.clone(), file, of_tenant.clone()]).await, "works");
    }
}

/// Variables, and those that the error has to name.
type Case = (&'static [(&'static str, &'static str)], &'static [&'static str]);

#[tokio::test]
async fn what_is_missing_or_contradicts_is_named_and_no_value_is_said() {
    const URL: (&str, &str) = ("AUTHPLANE_URL", "http://127.0.0.1:1");
    const ID: (&str, &str) = ("AUTHPLANE_CLIENT_ID", "v4lue");
    const SECRET: (&str, &str) = ("AUTHPLANE_CLIENT_SECRET", "v4lue");
    const KEY_FILE: (&str, &str) = ("AUTHPLANE_CLIENT_KEY_FILE", "/nowhere/v4lue");
    const TOKEN: (&str, &str) = ("AUTHPLANE_TOKEN", "v4lue");
    const TENANT: (&str, &str) = ("AUTHPLANE_TENANT", "v4lue");
    const ISSUER: (&str, &str) = ("AUTHPLANE_ISSUER", "http://127.0.0.1:1/v4lue");
    let cases: [Case; 15] = [
        (&[], &["AUTHPLANE_URL"]),
        (&[("AUTHPLANE_URL", ""), TOKEN], &["AUTHPLANE_URL"]),
        (&[("AUTHPLANE_URL", "v4lue"), TOKEN], &["AUTHPLANE_URL"]),
        (&[("AUTHPLANE_URL", "http://v4lue:v4lue@127.0.0.1"), TOKEN], &["AUTHPLANE_URL"]),
        (&[URL], &["AUTHPLANE_CLIENT_ID", "AUTHPLANE_TOKEN"]),
        (&[URL, ID], &["AUTHPLANE_CLIENT_SECRET", "AUTHPLANE_CLIENT_KEY_FILE"]),
        (&[URL, SECRET], &["AUTHPLANE_CLIENT_ID"]),
        (&[URL, KEY_FILE], &["AUTHPLANE_CLIENT_ID"]),
        (&[URL, ID, SECRET, KEY_FILE], &["AUTHPLANE_CLIENT_SECRET", "AUTHPLANE_CLIENT_KEY_FILE"]),
        (&[URL, ID, SECRET, TOKEN], &["AUTHPLANE_TOKEN", "AUTHPLANE_CLIENT_ID"]),
        (&[URL, SECRET, TOKEN], &["AUTHPLANE_TOKEN", "AUTHPLANE_CLIENT_SECRET"]),
        (&[URL, KEY_FILE, TOKEN], &["AUTHPLANE_TOKEN", "AUTHPLANE_CLIENT_KEY_FILE"]),
        (&[URL, ID, KEY_FILE], &["AUTHPLANE_CLIENT_KEY_FILE"]),
        (&[URL, TOKEN, TENANT, ISSUER], &["AUTHPLANE_ISSUER", "AUTHPLANE_TENANT"]),
        (&[URL, TOKEN, ("AUTHPLANE_ISSUER", "v4lue")], &["AUTHPLANE_ISSUER"]),
    ];
    for (variables, named) in cases {
        let said = said(variables.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()).await;
        assert!(said.contains("Configuration"), "{variables:?}: {said}");
        for name in named {
            assert!(said.contains(name), "{variables:?}: {said}");
        }
        assert!(!said.contains("v4lue"), "{variables:?}: {said}");
    }
}

#[tokio::test]
async fn the_servers_own_file_is_enough() {
    let tenant = tenant().await;
    let folder = Folder::new();
    // As the server writes it.
    let origin = authplane::context::Origin {
        public: tenant.server.url().to_owned(),
        control: tenant.server.control_url().to_owned(),
    };
    let administrator = authplane_domain::installation::first_start::Administrator {
        tenant_id: tenant.id.clone(),
        server_id: ADMIN.to_owned(),
        client_id: tenant.administrator.id.clone(),
        client_secret: tenant.administrator.secret.clone(),
    };
    authplane::credentials::write(folder.path(), &origin, &administrator, None).unwrap();
    let path = authplane::credentials::path(folder.path());
    let client = Client::from_file(&path).await.unwrap();
    client.list_resources().send().await.unwrap();
    assert_eq!(client.issuer(), Some(tenant.server.issuer(&tenant.id, ADMIN).as_str()));
    // Further options follow.
    let client = ClientBuilder::from_file(&path).unwrap().scopes(["nobody:knows"]).build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::OAuth(refusal) if refusal.body.error == "invalid_scope"), "{error:?}");
    let key = SigningKey::from_pem(&Key::new("ES256").pem()).unwrap();
    let another = Credentials::private_key_jwt(&tenant.administrator.id, key);
    let client = ClientBuilder::from_file(&path).unwrap().credentials(another).build().await.unwrap();
    let error = client.list_resources().send().await.unwrap_err();
    assert!(matches!(&error, Error::OAuth(refusal) if refusal.body.error == "invalid_client"), "{error:?}");
}

#[tokio::test]
async fn a_file_that_is_none_is_named_and_not_shown() {
    let folder = Folder::new();
    let path = folder.path().join("credentials.json");
    let missing = Client::from_file(&path).await.unwrap_err();
    let mut errors = vec![missing];
    for text in ["s3cr3t", r#"{"client_secret":"s3cr3t"}"#, r#"["s3cr3t"]"#] {
        std::fs::write(&path, text).unwrap();
        errors.push(Client::from_file(&path).await.unwrap_err());
    }
    let whole =
        r#"{"control_url":"http://x","issuer":"http://x/s3cr3t","client_id":"s3cr3t","client_secret":"s3cr3t"}"#;
    for name in ["control_url", "issuer", "client_id", "client_secret"] {
        let mut file: serde_json::Value = serde_json::from_str(whole).unwrap();
        for wrong in [serde_json::json!({"s3cr3t": "s3cr3t"}), serde_json::Value::Null] {
            file[name] = wrong;
            std::fs::write(&path, file.to_string()).unwrap();
            let error = Client::from_file(&path).await.unwrap_err();
            assert!(error.to_string().contains(&format!("`{name}` is not a text")), "{error}");
            errors.push(error);
        }
        file.as_object_mut().unwrap().remove(name);
        std::fs::write(&path, file.to_string()).unwrap();
        let error = Client::from_file(&path).await.unwrap_err();
        assert!(error.to_string().contains(&format!("`{name}` is missing")), "{error}");
        errors.push(error);
    }
    for error in errors {
        assert!(matches!(error, Error::Configuration(_)), "{error:?}");
        assert!(error.to_string().contains("credentials.json"), "{error}");
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
    }
}
