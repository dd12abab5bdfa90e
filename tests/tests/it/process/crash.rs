//! What was answered with success is there after a crash.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use authplane_tests::Call;
use authplane_tests::database::Folder;
use authplane_tests::tenant::texts;
use http::Method;
use serde_json::json;

use super::{Server, administrator_token, credentials};

/// What the indicators of those that are made here begin with.
const INDICATOR: &str = "urn:crash:";

/// Ids and indicators of what the audit log says was created here.
async fn creations(base: &str, token: &str) -> BTreeSet<(String, String)> {
    let mut created = BTreeSet::new();
    let mut after = String::new();
    loop {
        let query = format!("object_type=service&change=create&limit=1000&after={after}");
        let call = Call::new(Method::GET, format!("{base}/api/admin/default/audit-events?{query}")).bearer(token);
        let part = call.send().await.expect(200).json();
        for event in part["events"].as_array().unwrap() {
            let text = |pointer: &str| event.pointer(pointer).unwrap().as_str().unwrap_or_default().to_owned();
            let (id, indicator) = (text("/object_id"), text("/after/indicator"));
            if indicator.starts_with(INDICATOR) {
                assert!(created.insert((id, indicator)), "one event for each: {event}");
            }
        }
        match part["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => return created,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_a_loop_of_creations_it_has_lost_none_that_it_answered_with_201() {
    let folder = Folder::new();
    let answered = Arc::new(Mutex::new(Vec::<String>::new()));
    let next = Arc::new(AtomicU32::new(0));
    let mut administrator = None;
    for round in 1..=3 {
        let server = Server::start(folder.path()).await;
        let known = credentials(folder.path());
        let client_id = administrator.get_or_insert_with(|| known["client_id"].clone());
        assert_eq!(*client_id, known["client_id"], "the same installation");
        // The URL may be another one at each start: the file tells that of the first.
        let base = server.url().to_owned();
        let issuer = format!("{base}/default/admin");
        let (id, secret) = (known["client_id"].as_str().unwrap(), known["client_secret"].as_str().unwrap());
        let call = Call::new(Method::POST, format!("{issuer}/oauth2/token")).basic(id, secret);
        let answer = call.form(&[("grant_type", "client_credentials"), ("scope", "all")]).send().await.expect(200);
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        let creators: Vec<_> = (0..4)
            .map(|_| {
                let (base, token) = (base.clone(), token.clone());
                let (answered, next) = (Arc::clone(&answered), Arc::clone(&next));
                tokio::spawn(async move {
                    loop {
                        let indicator = format!("{INDICATOR}{}", next.fetch_add(1, Ordering::SeqCst));
                        let body = json!({"name": "n", "indicator": indicator}).to_string();
                        let request = authplane_tests::http::client().post(format!("{base}/api/resources"));
                        let request = request.bearer_auth(&token).header("content-type", "application/json");
                        match request.body(body).send().await {
                            // The status is the promise, whether or not the body still comes.
                            Ok(response) if response.status() == 201 => answered.lock().unwrap().push(indicator),
                            Ok(response) => panic!("{}", response.status()),
                            Err(_) => return,
                        }
                    }
                })
            })
            .collect();
        while answered.lock().unwrap().len() < round * 30 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        server.signal("KILL").await;
        let (status, _) = server.end().await;
        assert!(!status.success());
        for creator in creators {
            creator.await.unwrap();
        }
    }
    let server = Server::start(folder.path()).await;
    // The credentials of the first start still hold, at the new address.
    let known = credentials(folder.path());
    let (id, secret) = (known["client_id"].as_str().unwrap(), known["client_secret"].as_str().unwrap());
    let call = Call::new(Method::POST, format!("{}/default/admin/oauth2/token", server.url())).basic(id, secret);
    let answer = call.form(&[("grant_type", "client_credentials"), ("scope", "all")]).send().await.expect(200);
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let listed = Call::new(Method::GET, format!("{}/api/resources", server.url()))
        .bearer(&token)
        .send()
        .await
        .expect(200)
        .json();
    let created = creations(server.url(), &token).await;
    // Those that weren't answered any more may be there too: then whole.
    let made: BTreeSet<(String, String)> = texts(&listed, "id").into_iter().zip(texts(&listed, "indicator")).collect();
    let made: BTreeSet<_> = made.into_iter().filter(|(_, indicator)| indicator.starts_with(INDICATOR)).collect();
    assert_eq!(created, made, "each row has its event, and each event its row");
    let listed = texts(&listed, "indicator");
    let answered = answered.lock().unwrap().clone();
    let lost: Vec<_> = answered.iter().filter(|indicator| !listed.contains(indicator)).collect();
    assert!(lost.is_empty() && answered.len() >= 90, "of {} lost: {lost:?}", answered.len());
    assert!(server.stop().await.0.success());
}

#[tokio::test]
async fn killed_before_it_could_write_the_credentials_it_writes_them_at_the_next_start() {
    let folder = Folder::new();
    let server = Server::start(folder.path()).await;
    server.signal("KILL").await;
    server.end().await;
    let before = credentials(folder.path());
    // As if the crash had come between the database and the file.
    std::fs::remove_file(folder.path().join("admin-credentials.json")).unwrap();
    std::fs::remove_file(folder.path().join("admin-credentials.written")).unwrap();
    let server = Server::start(folder.path()).await;
    let after = credentials(folder.path());
    for name in ["client_id", "client_secret", "tenant_id"] {
        assert_eq!(before[name], after[name]);
    }
    administrator_token(folder.path()).await;
    assert!(server.stop().await.0.success());
}
