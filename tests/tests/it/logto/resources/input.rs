//! What strangers send: refused in the dialect's shape, with the field named, and nothing written.

use authplane_tests::{Answer, Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{indicator, issue_path};
use crate::it::nets::TOO_LARGE;
use crate::it::things;

async fn snapshot(tenant: &Tenant) -> Value {
    tenant.get("/api/resources?includeScopes=true").send().await.expect(200).json()
}

async fn refused(tenant: &Tenant, call: Call, status: u16) -> Answer {
    let before = snapshot(tenant).await;
    let answer = call.send().await.expect(status);
    assert_eq!(snapshot(tenant).await, before, "nothing is written");
    answer
}

#[tokio::test]
async fn missing_and_wrong_fields_are_named() {
    on_both(async |tenant| {
        let indicator = indicator();
        let with = |member: &str, value: Value| {
            let mut body = json!({"name": "Orders", "indicator": indicator});
            body[member] = value;
            body
        };
        let cases = [
            (json!({}), "name"),
            (json!({"name": "Orders"}), "indicator"),
            (json!({"indicator": "i"}), "name"),
            (with("name", json!(null)), "name"),
            (with("name", json!("")), "name"),
            (with("name", json!(1)), "name"),
            (with("name", json!(["a"])), "name"),
            (with("indicator", json!("")), "indicator"),
            (with("indicator", json!(null)), "indicator"),
            (with("indicator", json!({})), "indicator"),
            (with("accessTokenTtl", json!(-1)), "accessTokenTtl"),
            (with("accessTokenTtl", json!(1.5)), "accessTokenTtl"),
            (with("accessTokenTtl", json!("600")), "accessTokenTtl"),
            (with("accessTokenTtl", json!(true)), "accessTokenTtl"),
            (with("accessTokenTtl", json!(9_223_372_036_854_775_807_i64)), "accessTokenTtl"),
            (with("accessTokenTtl", json!(18_446_744_073_709_551_615_u64)), "accessTokenTtl"),
            (with("accessTokenTtl", json!(1e300)), "accessTokenTtl"),
            (with("tenantId", json!(1)), "tenantId"),
        ];
        for (body, field) in cases {
            let answer = refused(&tenant, tenant.post("/api/resources").json(&body), 400).await.json();
            assert_eq!(issue_path(&answer), json!([field]), "{body}");
            assert!(answer["details"].as_str().unwrap().contains(field), "{body}");
        }
        let path = format!("/api/resources/{}", things::resource(&tenant).await);
        for (body, field) in [
            (json!({"name": ""}), "name"),
            (json!({"name": null}), "name"),
            (json!({"accessTokenTtl": null}), "accessTokenTtl"),
            (json!({"accessTokenTtl": -1}), "accessTokenTtl"),
            (json!({"name": "Good", "accessTokenTtl": "bad"}), "accessTokenTtl"),
        ] {
            let answer = refused(&tenant, tenant.patch(&path).json(&body), 400).await.json();
            assert_eq!(issue_path(&answer), json!([field]), "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn bodies_that_are_no_json_object_are_refused() {
    on_both(async |tenant| {
        let indicator = indicator();
        let twice = format!(r#"{{"name": "a", "name": "b", "indicator": "{indicator}"}}"#);
        let deep = format!(r#"{{"indicator": "i", "name": {}1{}}}"#, "[".repeat(5000), "]".repeat(5000));
        let nul = format!(r#"{{"name": "a\u0000b", "indicator": "{indicator}"}}"#);
        let more = format!(r#"{{"name": "a", "indicator": "{indicator}"}} {{}}"#);
        for text in [
            "{",
            "nonsense",
            "[]",
            "null",
            "\"a\"",
            "1",
            "{\"name\": }",
            "{'name': 'a'}",
            "{\"name\": \"a\",}",
            "\u{feff}{}",
            &twice,
            &deep,
            &nul,
            &more,
        ] {
            let call = tenant.post("/api/resources").body("application/json", text);
            let answer = refused(&tenant, call, 400).await.json();
            assert!(answer["code"].is_string() && answer["message"].is_string(), "{answer}");
        }
        let mut not_utf8 = format!(r#"{{"name": "a", "indicator": "{indicator}"}}"#).into_bytes();
        not_utf8[10] = 0xff;
        let _ = refused(&tenant, tenant.post("/api/resources").body("application/json", not_utf8), 400).await;
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_labelled_otherwise_is_415_and_one_without_label_is_json() {
    on_both(async |tenant| {
        let body = || json!({"name": "a", "indicator": indicator()}).to_string();
        for label in ["text/plain", "application/x-www-form-urlencoded", "application/xml", "json", "application/jsonp"]
        {
            let answer = refused(&tenant, tenant.post("/api/resources").body(label, body()), 415).await;
            assert!(answer.json()["code"].is_string());
        }
        for label in ["", "application/json", "Application/JSON; charset=UTF-8", "application/merge-patch+json"] {
            let _ = tenant.post("/api/resources").body(label, body()).send().await.expect(201);
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_of_more_than_a_mebibyte_is_413() {
    on_both(async |tenant| {
        let name = "a".repeat(TOO_LARGE);
        let call = tenant.post("/api/resources").json(json!({"name": name, "indicator": indicator()}));
        let answer = refused(&tenant, call, 413).await;
        assert!(answer.json()["code"].is_string());
        // Below the limit it is the field that is too long.
        let call = tenant.post("/api/resources").json(json!({"name": &name[..900_000], "indicator": indicator()}));
        assert_eq!(issue_path(&refused(&tenant, call, 400).await.json()), json!(["name"]));
    })
    .await;
}

#[tokio::test]
async fn ids_that_nothing_can_have_are_unknown_or_malformed_but_never_a_failure() {
    on_both(async |tenant| {
        let long = "a".repeat(4000);
        for (id, status) in [
            ("%2F", 404),
            ("a%2Fb", 404),
            ("%2e%2e%2f", 404),
            ("%20", 404),
            ("%C5%BE", 404),
            ("%22%27%3B--", 404),
            ("%", 404),
            ("%zz", 404),
            (long.as_str(), 404),
            ("%00", 400),
            ("a%00", 400),
            ("%FF", 400),
            ("%C0%80", 400),
        ] {
            for suffix in ["", "/is-default", "/scopes", "/scopes/a"] {
                let path = format!("/api/resources/{id}{suffix}");
                let calls = match suffix {
                    "" => vec![tenant.get(&path), tenant.patch(&path).json(json!({})), tenant.delete(&path)],
                    "/is-default" => vec![tenant.patch(&path).json(json!({"isDefault": true}))],
                    "/scopes" => vec![tenant.post(&path).json(json!({"name": "a"}))],
                    _ => vec![tenant.patch(&path).json(json!({})), tenant.delete(&path)],
                };
                for call in calls {
                    let answer = call.send().await;
                    assert_eq!(answer.status, status, "{path}: {}", answer.text());
                    // What isn't UTF-8 is refused by the framework, before there is a dialect.
                    let is_utf8 = !id.contains("%FF") && !id.contains("%C0");
                    assert!(!is_utf8 || answer.json()["code"].is_string(), "{path}");
                }
            }
            let listed = tenant.get(&format!("/api/resources/{id}/scopes")).send().await;
            assert_eq!(listed.status, if status == 404 { 200 } else { 400 }, "{id}: {}", listed.text());
        }
    })
    .await;
}

#[tokio::test]
async fn odd_but_legal_texts_come_back_as_they_were() {
    on_both(async |tenant| {
        let odd = ["Ωμέγα 漢字 🦀", "a\"b\\c/d", "<script>alert(1)</script>", "%00%2F", "' OR 1=1 --", "\u{200b}x"];
        for name in odd {
            let new = json!({"name": name, "indicator": format!("{name} {}", indicator())});
            let created = tenant.post("/api/resources").json(&new).send().await.expect(201).json();
            assert_eq!((&created["name"], &created["indicator"]), (&new["name"], &new["indicator"]));
            let got = tenant.get(&format!("/api/resources/{}", created["id"].as_str().unwrap())).send().await.json();
            assert_eq!(got["name"], name);
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_paths_are_404_before_anybody_asks_who_calls_and_unknown_methods_405() {
    on_both(async |tenant| {
        for path in ["/api/resources/a/b", "/api/resources/a/scopes/b/c", "/api/resourcess"] {
            let answer = tenant.get(path).anonymous().send().await.expect(404);
            assert_eq!(answer.header("www-authenticate"), "");
        }
        for (path, allow) in [
            ("/api/resources", "GET, HEAD, POST"),
            ("/api/resources/a", "DELETE, GET, HEAD, PATCH"),
            ("/api/resources/a/is-default", "PATCH"),
            ("/api/resources/a/scopes", "GET, HEAD, POST"),
            ("/api/resources/a/scopes/b", "DELETE, PATCH"),
        ] {
            let answer = tenant.put(path).anonymous().send().await.expect(405);
            assert_eq!(answer.header("allow"), allow, "{path}");
            assert!(answer.json()["code"].is_string(), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    on_both(async |tenant| {
        let path = format!("/api/resources/{}", things::resource(&tenant).await);
        let got = tenant.get(&path).send().await.expect(200);
        let head = tenant.call(http::Method::HEAD, &path).send().await.expect(200);
        assert_eq!((head.text().as_str(), head.header("etag")), ("", got.header("etag")));
        assert_eq!(head.header("content-length"), got.body.len().to_string());
    })
    .await;
}
