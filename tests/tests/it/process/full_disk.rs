//! A disk that takes no more.

use std::process::Stdio;

use authplane_tests::Call;
use authplane_tests::database::Folder;
use authplane_tests::process::binary;
use http::Method;
use serde_json::json;
use tokio::process::Command;

use super::{Server, administrator_token};

#[tokio::test]
async fn a_full_disk_is_not_ready_and_said_in_the_log() {
    let folder = Folder::new();
    // No file grows beyond 6 MiB: to whoever writes, that is a full disk.
    let script = format!(
        "ulimit -f 12288 && exec {} serve --listen 127.0.0.1:0 --signing-algorithm ES256 --data-dir {}",
        binary().display(),
        folder.path().display()
    );
    let mut command = Command::new("sh");
    command.args(["-c", &script]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command.env("AUTHPLANE_SHUTDOWN_DELAY_SECONDS", "0");
    let server = Server::from(command).await;
    let token = administrator_token(folder.path()).await;
    let mut number = 0;
    // In ever smaller pieces, until not one page more is taken.
    for length in [8_000, 1_000, 1] {
        for _ in 0..2_000 {
            number += 1;
            let body = json!({"name": number.to_string(), "description": "a".repeat(length)});
            let call = Call::new(Method::POST, format!("{}/api/admin/default/services", server.url()));
            let answer = call.bearer(&token).json(body).send().await;
            if answer.status == 503 {
                break;
            }
            let _ = answer.expect(201);
        }
    }
    while server.get("/health/ready").await.status != 503 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // Reading goes on.
    let list = Call::new(Method::GET, format!("{}/api/admin/default/servers/default/services", server.url()));
    let _ = list.bearer(&token).send().await.expect(200);
    while !server.written().contains("the database is lost") {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}
