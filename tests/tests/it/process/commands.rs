//! The other commands.

use std::collections::BTreeSet;

use authplane_tests::Database;
use authplane_tests::database::Folder;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait as _;
use serde_json::Value;

use super::{Server, administrator_token, credentials, run, text};

#[tokio::test]
async fn version_and_help_are_for_people() {
    let version = run(&["version"]).await;
    assert!(version.status.success());
    let version = text(&version.stdout);
    assert!(version.starts_with("authplane ") && version.trim_end().lines().count() == 1, "{version}");
    let flag = run(&["--version"]).await;
    assert_eq!(text(&flag.stdout), version);
    let help = text(&run(&["--help"]).await.stdout);
    for command in ["serve", "migrate", "openapi", "credentials", "audit", "ledger", "authorizer", "version"] {
        assert!(help.contains(command), "{command}");
    }
    let flags = text(&run(&["serve", "--help"]).await.stdout);
    for flag in ["--data-dir", "--config", "--database-url", "--listen", "--control-listen", "--public-url"] {
        assert!(flags.contains(flag), "{flag}");
    }
    assert_eq!(run(&["dance"]).await.status.code(), Some(2));
}

#[tokio::test]
async fn openapi_prints_the_document_without_a_database_or_a_folder() {
    let printed = run(&["openapi"]).await;
    assert!(printed.status.success());
    let document: Value = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(document["openapi"], "3.0.3");
    assert!(document["paths"].as_object().unwrap().contains_key("/{tid}/{aid}/oauth2/token"));
    assert_eq!(run(&["openapi"]).await.stdout, printed.stdout, "the same bytes each time");
}

#[tokio::test]
async fn migrate_check_tells_what_is_missing_and_changes_nothing() {
    for database in Database::tested() {
        let folder = Folder::new();
        let url = database.create(folder.path()).await;
        let data = folder.path().join("data");
        let flags = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
        let migrate = async |check: bool| {
            let mut arguments = vec!["migrate"];
            arguments.extend(flags);
            if check {
                arguments.push("--check");
            }
            let output = run(&arguments).await;
            (output.status.code(), text(&output.stdout), text(&output.stderr))
        };
        for _ in 0..2 {
            let (code, said, errors) = migrate(true).await;
            assert_eq!(code, Some(1), "{said}{errors}");
            assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "it made something");
            if database == Database::Sqlite {
                assert!(errors.contains("data folder") && errors.contains(data.to_str().unwrap()), "{errors}");
                continue;
            }
            assert!(said.lines().filter(|line| line.starts_with("pending ")).count() >= 5, "{said}");
        }
        if database == Database::Sqlite {
            std::fs::create_dir(&data).unwrap();
            let (code, _, errors) = migrate(true).await;
            assert_eq!(code, Some(1), "{errors}");
            assert!(errors.contains("authplane.db does not exist"), "{errors}");
            assert!(std::fs::read_dir(&data).unwrap().next().is_none(), "it made something");
            // An empty file is an empty database.
            std::fs::File::create(folder.path().join("authplane.db")).unwrap();
            let (code, said, errors) = migrate(true).await;
            assert_eq!(code, Some(1), "{said}{errors}");
            assert!(said.lines().filter(|line| line.starts_with("pending ")).count() >= 5, "{said}");
            std::fs::remove_dir(&data).unwrap();
        }
        let (code, said, errors) = migrate(false).await;
        assert_eq!(super::mode(&data), 0o700, "it holds the master key");
        assert_eq!(code, Some(0), "{said}{errors}");
        assert!(said.ends_with(" applied\n") && !said.starts_with('0'), "{said}");
        let (code, said, _) = migrate(true).await;
        assert_eq!((code, said.as_str()), (Some(0), "0 pending\n"));
        let (code, said, _) = migrate(false).await;
        assert_eq!((code, said.as_str()), (Some(0), "0 applied\n"));
    }
    let folder = Folder::new();
    let nowhere = [
        "migrate",
        "--data-dir",
        folder.path().to_str().unwrap(),
        "--database-url",
        "postgres://me:hunter2@127.0.0.1:1/x",
    ];
    let failed = run(&nowhere).await;
    let said = text(&failed.stderr);
    assert_eq!(failed.status.code(), Some(1));
    assert!(said.contains("database") && !said.contains("hunter2"), "{said}");
}

#[tokio::test]
async fn credentials_prints_where_they_are_and_resets_them() {
    let folder = Folder::new();
    let data = folder.path().to_str().unwrap();
    let missing = run(&["credentials", "--data-dir", data]).await;
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("admin-credentials.json"));
    let server = Server::start(folder.path()).await;
    let before = credentials(folder.path());
    let shown = run(&["credentials", "--data-dir", data]).await;
    assert_eq!(text(&shown.stdout).trim_end(), folder.path().join("admin-credentials.json").to_str().unwrap());
    // SQLite belongs to the server that runs: it would go on with what it remembers.
    let refused = run(&["credentials", "--reset", "--data-dir", data]).await;
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stderr));
    assert!(text(&refused.stderr).contains("in use"), "{}", text(&refused.stderr));
    assert_eq!(credentials(folder.path()), before);
    assert!(server.stop().await.0.success());

    let reset = run(&["credentials", "--reset", "--data-dir", data]).await;
    assert!(reset.status.success(), "{}", text(&reset.stderr));
    let after = credentials(folder.path());
    assert_eq!(after["client_id"], before["client_id"]);
    assert_ne!(after["client_secret"], before["client_secret"]);
    assert!(!text(&reset.stdout).contains(after["client_secret"].as_str().unwrap()));
    // At the address of the file, where the first server was.
    let address = after["url"].as_str().unwrap().strip_prefix("http://").unwrap().to_owned();
    let flags = ["serve", "--data-dir", data, "--listen", &address];
    let server = Server::from(super::command(&flags)).await;
    administrator_token(folder.path()).await;
    assert_ne!(after["installation"]["client_secret"], before["installation"]["client_secret"]);
    super::token_of(&after["installation"]).await;
    assert!(server.stop().await.0.success());

    // And when the file was taken away, with the addresses of the settings.
    std::fs::remove_file(folder.path().join("admin-credentials.json")).unwrap();
    let flags = ["credentials", "--reset", "--data-dir", data, "--public-url", "https://auth.example"];
    let reset = run(&flags).await;
    assert!(reset.status.success(), "{}", text(&reset.stderr));
    assert_eq!(credentials(folder.path())["issuer"], "https://auth.example/default/admin");
    assert_ne!(credentials(folder.path())["client_secret"], after["client_secret"]);

    // What the settings say wins over what the file says.
    let flags = ["credentials", "--reset", "--data-dir", data, "--public-url", "https://other.example"];
    assert!(run(&flags).await.status.success());
    assert_eq!(credentials(folder.path())["issuer"], "https://other.example/default/admin");
    let kept = run(&["credentials", "--reset", "--data-dir", data]).await;
    assert!(kept.status.success(), "{}", text(&kept.stderr));
    assert_eq!(credentials(folder.path())["issuer"], "https://other.example/default/admin");
}

#[tokio::test]
async fn a_flag_before_a_command_is_refused_and_not_passed_over() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let flags = [
        ["--data-dir", data],
        ["--database-url", "sqlite://x.db"],
        ["--public-url", "https://auth.example"],
        ["--config", "x.toml"],
        ["--listen", "127.0.0.1:0"],
        ["--control-listen", "127.0.0.1:0"],
        ["--signing-algorithm", "ES256"],
    ];
    let commands = [
        &["serve"][..],
        &["migrate", "--check"],
        &["openapi"],
        &["credentials", "--reset"],
        &["audit", "export"],
        &["ledger", "verify"],
        &["version"],
    ];
    for flag in flags {
        for command in commands {
            let arguments = [&flag[..], command].concat();
            let output =
                tokio::time::timeout(super::PATIENCE, super::command(&arguments).current_dir(folder.path()).output());
            let output = output.await.unwrap().unwrap();
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(said.contains(command[0]) && said.contains(flag[0]), "{arguments:?}: {said}");
        }
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "something was made");
}

#[tokio::test]
async fn a_reset_makes_nothing_where_there_is_nothing() {
    for database in Database::tested() {
        let folder = Folder::new();
        let url = database.create(folder.path()).await;
        let data = folder.path().join("data");
        let reset = async || {
            run(&["credentials", "--reset", "--data-dir", data.to_str().unwrap(), "--database-url", &url]).await
        };
        let refused = reset().await;
        assert_eq!(refused.status.code(), Some(1));
        let said = text(&refused.stderr);
        assert!(said.contains("data folder") && said.contains("does not exist"), "{said}");
        assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "something was made");
        if database == Database::Sqlite {
            std::fs::create_dir(&data).unwrap();
            let refused = reset().await;
            assert_eq!(refused.status.code(), Some(1));
            assert!(text(&refused.stderr).contains("authplane.db does not exist"), "{}", text(&refused.stderr));
            assert!(std::fs::read_dir(&data).unwrap().next().is_none(), "something was made");
        }
    }
}

#[tokio::test]
async fn audit_export_prints_every_event_once_oldest_first_beside_a_running_server() {
    for database in Database::tested() {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let url = database.create(folder.path()).await;
        let flags = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
        let export = async |more: &[&str]| {
            let output = run(&[&["audit", "export"], &flags[..], more].concat()).await;
            (output.status.code(), text(&output.stdout), text(&output.stderr))
        };
        if database == Database::Sqlite {
            let (code, _, errors) = export(&[]).await;
            assert_eq!(code, Some(1), "{errors}");
            assert!(!data.exists(), "it made something");
        }
        let server = Server::from(super::command(&[&["serve", "--listen", "127.0.0.1:0"], &flags[..]].concat())).await;
        // More than are read at once, of few times and ids in no order.
        let more = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) \
             INSERT INTO audit_events (tenant_id, id, at, actor, action, object_type, object_id, request_id) \
             SELECT 'other', 'more' || i, (SELECT min(at) FROM audit_events), 'a', 'client.change', 'client', 'c', '' FROM n";
        let connection = sea_orm::Database::connect(&url).await.unwrap();
        assert_eq!(connection.execute_unprepared(more).await.unwrap().rows_affected(), 2500);
        connection.close().await.unwrap();

        let (code, lines, errors) = export(&[]).await;
        assert_eq!((code, errors.as_str()), (Some(0), ""));
        let events: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let member = |name: &'static str| events.iter().map(move |event| event[name].as_str().unwrap().to_owned());
        let times: Vec<DateTime<Utc>> = member("at").map(|at| at.parse().unwrap()).collect();
        assert!(times.is_sorted());
        let ids: BTreeSet<String> = member("id").collect();
        assert_eq!(ids.len(), events.len(), "none comes twice");
        assert!(ids.iter().filter(|id| id.starts_with("more")).count() == 2500 && ids.len() > 2500);
        assert!(
            member("action").any(|action| action == "tenant.create"),
            "{:?}",
            member("action").collect::<BTreeSet<_>>()
        );

        let (_, lines, _) = export(&["--tenant", "other"]).await;
        assert_eq!(lines.lines().count(), 2500);
        let (_, lines, _) = export(&["--since", "2999-01-01T00:00:00Z"]).await;
        assert_eq!(lines, "");
        assert!(server.stop().await.0.success());
    }
}

#[tokio::test]
async fn migrate_compact_writes_the_file_anew() {
    let folder = Folder::new();
    let url = Database::Sqlite.create(folder.path()).await;
    let flags = ["--data-dir", folder.path().to_str().unwrap(), "--database-url", &url];
    let migrate = async |more: &[&str]| run(&[&["migrate"], &flags[..], more].concat()).await;
    assert!(migrate(&[]).await.status.success());
    let connection = sea_orm::Database::connect(&url).await.unwrap();
    let fill = "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) \
                SELECT randomblob(2000) AS bytes FROM n";
    connection.execute_unprepared(fill).await.unwrap();
    connection.execute_unprepared("DROP TABLE filler").await.unwrap();
    connection.close().await.unwrap();
    let size = || std::fs::metadata(folder.path().join("authplane.db")).unwrap().len();
    assert!(migrate(&[]).await.status.success());
    let before = size();
    assert!(before > 7_000_000, "{before}");
    let compacted = migrate(&["--compact"]).await;
    assert!(compacted.status.success(), "{}", text(&compacted.stderr));
    assert!(size() < 2_000_000, "{} of {before}", size());
    assert_eq!(migrate(&["--compact", "--check"]).await.status.code(), Some(2), "the one writes, the other doesn't");
}
