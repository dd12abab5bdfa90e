//! Settings: which place wins, and that nothing unknown or malformed is passed over.

use std::path::PathBuf;

use authplane::config::{Config, RequestLog};
use authplane_tests::database::Folder;
use proptest::prelude::*;

use super::cases;

fn nothing(_: &str) -> Option<String> {
    None
}

fn file(text: &str) -> (Folder, PathBuf) {
    let folder = Folder::new();
    let path = folder.path().join("authplane.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

fn refusal(file: Option<&str>, environment: &[(&str, &str)], flags: &[(&str, &str)]) -> String {
    let written = file.map(self::file);
    let path = written.as_ref().map(|(_, path)| path.as_path());
    let environment = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, v)| (*v).to_owned());
    let flags: Vec<(&str, Option<String>)> =
        flags.iter().map(|(key, value)| (*key, Some((*value).to_owned()))).collect();
    Config::load(path, environment, &flags).expect_err("it must be refused").to_string()
}

#[test]
fn the_embedded_defaults_are_complete() {
    let config = Config::load(None, nothing, &[]).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert!(config.control_listen.is_none() && config.public_url.is_none() && config.master_key.is_none());
    assert_eq!(config.database_url(), "sqlite://./authplane-data/authplane.db?mode=rwc");
    assert_eq!(config.request_log, RequestLog::All);
}

#[test]
fn the_file_wins_over_defaults_the_environment_over_the_file_and_flags_over_all() {
    let (_folder, path) = file("drain_seconds = 1\nkey_rotation_days = 30\nlisten = \"127.0.0.1:1\"\n");
    let environment = |name: &str| match name {
        "AUTHPLANE_KEY_ROTATION_DAYS" => Some("40".to_owned()),
        "AUTHPLANE_LISTEN" => Some("127.0.0.1:2".to_owned()),
        _ => None,
    };
    let flags = [("listen", Some("127.0.0.1:3".to_owned())), ("drain_seconds", None)];
    let config = Config::load(Some(&path), environment, &flags).unwrap();
    assert_eq!((config.drain_seconds, config.key_rotation_days, config.listen.port()), (1, 40, 3));
    assert_eq!(config.key_overlap_hours, 48, "what nobody names keeps its default");
}

#[test]
fn an_empty_value_in_the_environment_means_none() {
    let (_folder, path) = file("public_url = \"https://auth.example\"\n");
    let environment = |name: &str| (name == "AUTHPLANE_PUBLIC_URL").then(String::new);
    assert!(Config::load(Some(&path), environment, &[]).unwrap().public_url.is_none());
}

#[test]
fn secrets_are_not_shown_by_settings_or_by_errors_about_them() {
    let url = "postgres://me:hunter2secret@host/db";
    let (_folder, path) = file(&format!("database_url = \"{url}\"\nmaster_key = \"hunter2secret\"\n"));
    let config = Config::load(Some(&path), nothing, &[]).unwrap();
    assert_eq!(config.database_url(), url);
    assert!(!format!("{config:?}").contains("hunter2"));
    for text in ["master_key = [\"hunter2secret\"]", "master_key = \"hunter2secret"] {
        let message = refusal(Some(text), &[], &[]);
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[test]
fn a_malformed_value_is_refused_by_its_key() {
    for (key, value) in [
        ("drain_seconds", "soon"),
        ("drain_seconds", "-1"),
        ("request_deadline_seconds", "0"),
        ("signing_algorithm", "HS256"),
        ("signing_algorithm", "none"),
        ("public_url", "ftp://auth.example"),
        ("public_url", "https://auth.example/path"),
        ("public_url", "https://auth.example/?a=b"),
        ("control_url", "https://auth.example/#f"),
        ("trusted_proxies", "proxy.example"),
        ("trusted_proxies", "10.0.0.0/33"),
        ("trusted_proxies", "10.0.0.1, fd00::/129"),
    ] {
        let name = format!("AUTHPLANE_{}", key.to_uppercase());
        for message in [refusal(None, &[(&name, value)], &[]), refusal(None, &[], &[(key, value)])] {
            assert!(message.contains(key) || message.contains("invalid value"), "{key} = {value}: {message}");
        }
    }
    for (key, least, most) in [
        ("key_rotation_days", 1, 3650),
        ("key_overlap_hours", 1, 8760),
        ("request_deadline_seconds", 1, 600),
        ("drain_seconds", 0, 600),
        ("wrong_secrets", 1, 1_000_000),
        ("wrong_secrets_seconds", 1, 86_400),
        ("wrong_passwords_per_account", 1, 1_000_000),
        ("wrong_passwords_per_address", 1, 1_000_000),
        ("wrong_passwords_seconds", 1, 86_400),
        ("known_device_days", 0, 400),
        ("wrong_user_codes", 1, 1_000_000),
        ("wrong_user_codes_seconds", 1, 86_400),
        ("registrations", 1, 1_000_000),
        ("registrations_seconds", 1, 86_400),
        ("secret_rotations", 1, 1_000_000),
        ("secret_rotations_seconds", 1, 86_400),
        ("consent_acts", 1, 1_000_000),
        ("consent_acts_seconds", 1, 86_400),
        ("password_checks", 0, 1024),
        ("password_queue", 0, 65_536),
    ] {
        let ahead = [("key_publish_ahead_hours", Some("1".to_owned()))];
        for value in [least, most] {
            let flags = [&ahead[..], &[(key, Some(value.to_string()))]].concat();
            assert!(Config::load(None, nothing, &flags).is_ok(), "{key} = {value}");
        }
        for value in [i64::from(least) - 1, i64::from(most) + 1, i64::from(u32::MAX), i64::from(u32::MAX) + 1] {
            let message = refusal(None, &[], &[(key, &value.to_string())]);
            assert!(message.contains(key) || message.contains("invalid value"), "{key} = {value}: {message}");
        }
    }
    assert!(refusal(None, &[], &[("key_publish_ahead_hours", "0")]).contains("key_publish_ahead_hours"));
    for wrong in
        ["grafana.example", "ftp://grafana.example", "https://grafana.example/{server}", "https://{tid", "/d/{tid}"]
    {
        assert!(refusal(None, &[], &[("dashboard_tenant_threat", wrong)]).contains("dashboard"), "{wrong}");
    }
    for (key, value) in [("listen", "here"), ("control_listen", "127.0.0.1"), ("request_log", "some")] {
        assert!(!refusal(None, &[], &[(key, value)]).is_empty());
    }
    assert!(refusal(None, &[], &[("key_publish_ahead_hours", "2160")]).contains("key_publish_ahead_hours"));
    assert!(refusal(Some("listen"), &[], &[]).contains("authplane.toml"));
    let missing = Config::load(Some(std::path::Path::new("/nonexistent/authplane.toml")), nothing, &[]).unwrap_err();
    assert!(missing.to_string().contains("/nonexistent/authplane.toml"));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn an_unknown_key_is_refused_by_name(key in "[a-z][a-z_]{3,20}") {
        let defaults = include_str!("../../../../server/config.default.toml");
        prop_assume!(!defaults.lines().any(|line| line.starts_with(&format!("{key} "))));
        for text in [format!("{key} = 1\n"), format!("{key} = \"\"\n"), format!("[{key}]\nlisten = \"127.0.0.1:1\"\n")] {
            let message = refusal(Some(&text), &[], &[]);
            prop_assert!(message.contains(&key), "{}", message);
        }
        prop_assert!(refusal(None, &[], &[(&key, "1")]).contains(&key));
    }

    #[test]
    fn settings_of_any_text_are_read_or_refused(text in "[\\PC\n]{0,80}") {
        let (_folder, path) = file(&text);
        drop(Config::load(Some(&path), nothing, &[]));
    }
}
