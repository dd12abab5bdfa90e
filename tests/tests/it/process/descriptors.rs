//! More connections than there are file descriptors.

use std::process::Stdio;

use authplane_tests::database::Folder;
use authplane_tests::process::binary;
use tokio::net::TcpStream;
use tokio::process::Command;

use super::{Server, administrator_token};

/// `serve` where the system allows no more than this many descriptors, however it is asked.
fn limited(descriptors: u32, folder: &Folder, more: &str) -> Command {
    let mut command = Command::new("sh");
    let script = format!(
        "ulimit -n {descriptors} && exec {} serve --listen 127.0.0.1:0 --signing-algorithm ES256 --data-dir {} {more}",
        binary().display(),
        folder.path().display()
    );
    command.args(["-c", &script]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command.env("AUTHPLANE_SHUTDOWN_DELAY_SECONDS", "0").env_remove("AUTHPLANE_CONFIG");
    command
}

#[tokio::test]
async fn silent_connections_leave_some_for_everybody_else() {
    for more in ["", "--control-listen 127.0.0.1:0"] {
        let folder = Folder::new();
        let server = Server::from(limited(500, &folder, more)).await;
        let address = server.url().strip_prefix("http://").unwrap();
        let mut silent = Vec::new();
        for _ in 0..700 {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        for path in ["/health/alive", "/health/ready", "/metrics"] {
            let _ = server.get(path).await.expect(200);
        }
        // It takes descriptors of the database's too.
        let _ = administrator_token(folder.path()).await;
        drop(silent);
    }
}
