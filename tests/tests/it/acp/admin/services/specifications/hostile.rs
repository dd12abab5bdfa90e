//! Documents, forms and addresses of somebody who means it: each is refused where it is wrong, nothing is written, and little room is taken.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authplane_tests::server::DOCUMENTS;
use authplane_tests::{Call, Database, Settings, Tenant, TestServer, on_both};
use serde_json::{Value, json};

use super::{BOUNDARY, form, good_document, import, snapshot, text};
use crate::it::acp::admin::field_of;
use crate::it::things;
use crate::it::upstream::{Upstream, answer};

/// A document with these members, beside what it must have.
fn with(members: &str) -> String {
    format!("{{\"openapi\":\"3.0.0\",{members}}}")
}

fn in_path(path: &str, item: &Value) -> String {
    with(&format!("\"paths\":{}", json!({path: item})))
}

fn in_operation(members: &Value) -> String {
    in_path("/x", &json!({"get": members}))
}

fn with_policy(policy: &Value) -> String {
    with(&format!("\"x-policies\":[{policy}],\"paths\":{{\"/\":{{\"get\":{{}}}}}}"))
}

fn with_scope(name: &str) -> String {
    let flows = json!({"password": {"scopes": {name: ""}}});
    let schemes = json!({"securitySchemes": {"a/b": {"type": "oauth2", "flows": flows}}});
    with(&format!("\"components\":{schemes},\"paths\":{{\"/\":{{\"get\":{{}}}}}}"))
}

/// What can't be taken, at which place, and a word of why.
#[expect(clippy::too_many_lines, reason = "a line for each fault")]
fn refused() -> Vec<(String, String, &'static str)> {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let block = (0..3_000).fold("openapi: 3.0.0\n".to_owned(), |mut text, level| {
        let _ = writeln!(text, "{}a:", " ".repeat(level));
        text
    });
    let bomb = (b'b'..=b'k').fold("openapi: 3.0.0\nx-a: &a [1,1,1,1,1,1,1,1,1,1]\n".to_owned(), |mut text, letter| {
        let (this, last) = (char::from(letter), char::from(letter - 1));
        let _ = writeln!(text, "x-{this}: &{this} [{}]", vec![format!("*{last}"); 10].join(","));
        text
    });
    let merges = (1..20).fold("openapi: 3.0.0\nx-m0: &m0 {a: 1, b: 2, c: 3}\n".to_owned(), |mut text, number| {
        let merged = vec![format!("*m{}", number - 1); 50].join(",");
        let _ = writeln!(text, "x-m{number}: &m{number}\n  <<: [{merged}]\n  k{number}: 1");
        text
    });
    let chain = (1..100).fold("openapi: 3.0.0\nx0: &x0 1\n".to_owned(), |mut text, number| {
        let _ = writeln!(text, "x{number}: &x{number} [*x{}]", number - 1);
        text
    });
    let ones = vec!["1"; 1_000].join(",");
    // What the reader would copy once for each level, and what it would keep before it is refused.
    let nested = format!("openapi: 3.0.0\nx: {}a: [{ones}]{}\n", "{<<: ".repeat(60) + "{", "}".repeat(61));
    let nested_more = format!("openapi: 3.0.0\nx: {}a: [{ones}]{}\n", "{<<: ".repeat(100) + "{", "}".repeat(101));
    let yaml = |line: &str| format!("openapi: 3.0.0\nx-a: &a {{b: 1}}\n{line}\n");
    let paths = |count: usize, item: &str| {
        let paths: Vec<String> = (0..count).map(|index| format!("\"/{index}\":{item}")).collect();
        with(&format!("\"paths\":{{{}}}", paths.join(",")))
    };
    let scopes: serde_json::Map<_, _> = (0..1_001).map(|index| (format!("s{index}"), json!(""))).collect();
    let many_scopes = json!({"securitySchemes": {"s": {"type": "oauth2", "flows": {"password": {"scopes": scopes}}}}});
    let classes = |count: usize| (0..count).map(|class| class.to_string()).collect::<Vec<_>>();
    // One path item for many paths.
    let fan_out = |operation: Value| {
        let paths: Vec<String> =
            (0..9_999).map(|index| format!("\"/{index}\":{{\"$ref\":\"#/components/pathItems/a\"}}")).collect();
        let items = json!({"pathItems": {"a": {"get": operation}}});
        with(&format!("\"components\":{items},\"paths\":{{{}}}", paths.join(",")))
    };
    let members: Vec<String> = (0..60_000).map(|index| format!("\"{index}\":1")).collect();
    let policy = |validators: Value| with_policy(&json!({"id": "p", "validators": validators}));
    let at = |place: &str, document: String, why: &'static str| (document, place.to_owned(), why);
    vec![
        // Not a document.
        at("", String::new(), "/openapi"),
        at("", "hello".to_owned(), "an object"),
        at("", "[]".to_owned(), "an object"),
        at("", "{".to_owned(), "line 1"),
        at("", "{\"openapi\":\"3.0.0\"".to_owned(), "line 1"),
        at("", "{\"openapi\":\"3.0.0\"} {}".to_owned(), "line 1"),
        at("", "openapi: 3.0.0\n---\nopenapi: 3.0.0\n".to_owned(), "line 2"),
        at("", "openapi: 3.0.0\n\tpaths: {}\n".to_owned(), "line 1"),
        at("", "openapi: 3.0.0\nx: a\0b\n".to_owned(), "line 2"),
        at("", "openapi: 3.0.0\nx: *nobody\n".to_owned(), "line 2"),
        at("", "openapi: 3.0.0\n? [a, b]\n: c\n".to_owned(), "line 2"),
        // Another version.
        at("/swagger", "swagger: 2.0\npaths: {}\n".to_owned(), "2.0"),
        at("/swagger", "{\"swagger\":\"2.0\",\"paths\":{}}".to_owned(), "2.0"),
        at("/openapi", "openapi: 3.2.0\npaths: {}\n".to_owned(), "3.2.0"),
        at("/openapi", "openapi: 4.0.0\npaths: {}\n".to_owned(), "4.0.0"),
        at("/openapi", "openapi: 30.0\npaths: {}\n".to_owned(), "30.0"),
        at("/openapi", "info: {}\npaths: {}\n".to_owned(), "missing"),
        at("", "{\"openapi\":3.1,\"paths\":{}}".to_owned(), "a text"),
        // Nothing to import.
        at("/paths", with("\"info\":{}"), "no operation"),
        at("/paths", with("\"paths\":{}"), "no operation"),
        at(
            "/paths",
            with("\"webhooks\":{\"a\":{\"post\":{}}},\"paths\":{\"x-a\":{\"get\":{}},\"/a\":{\"summary\":\"\"}}"),
            "no operation",
        ),
        // Other kinds of values.
        at("", with("\"paths\":[]"), "path items"),
        at("", with("\"paths\":{\"/\":[]}"), "a path item"),
        at("", with("\"paths\":{\"/\":{\"get\":\"\"}}"), "an operation"),
        at("", with("\"paths\":{\"/\":{\"GET\":{}}}"), "small letters"),
        at("", in_operation(&json!({"x-policy": 5})), "a text"),
        at("", in_operation(&json!({"x-data-classifications": "pii"})), "a list of texts"),
        at("", in_operation(&json!({"x-data-classifications": [{}]})), "a text"),
        at("", in_operation(&json!({"security": {}})), "a list of security requirements"),
        at("", in_operation(&json!({"security": [[]]})), "a security requirement"),
        at("", with("\"x-policies\":{}"), "a list of policies"),
        at("", with("\"components\":{\"securitySchemes\":{\"a\":{\"flows\":[]}}}"), "flows"),
        // The same twice.
        at("", with("\"paths\":{\"/a\":{},\"/a\":{}}"), "\"/a\" stands twice"),
        at("", with("\"paths\":{\"/a\":{\"get\":{},\"get\":{}}}"), "\"get\" stands twice"),
        at("", with("\"x\":{\"a\":[{\"b\":1,\"b\":2}]}"), "\"b\" stands twice"),
        at("", "openapi: 3.0.0\npaths:\n  /a: {}\n  /a: {}\n".to_owned(), "\"/a\" stands twice"),
        at("", "openapi: 3.0.0\nx:\n  type: a\n  type: b\n".to_owned(), "\"type\" stands twice"),
        at(
            "/paths/~1a~1{y}",
            with("\"paths\":{\"/a/{x}\":{\"get\":{},\"put\":{}},\"/a/{y}\":{\"get\":{}}}"),
            "\"/a/{x}\" for GET",
        ),
        at("/paths/~1%61", with("\"paths\":{\"/a\":{\"get\":{}},\"/%61\":{\"get\":{}}}"), "\"/a\" for GET"),
        at(
            "/x-policies/1/id",
            with("\"x-policies\":[{\"id\":\"p\"},{\"id\":\"p\"}],\"paths\":{\"/\":{\"get\":{}}}"),
            "another policy's",
        ),
        // Templates.
        at("/paths/pets", in_path("pets", &json!({"get": {}})), "slash"),
        at("/paths/~1%ff", in_path("/%ff", &json!({"get": {}})), "UTF-8"),
        at("/paths/~1%00", in_path("/%00", &json!({"get": {}})), "control"),
        at("/paths/~1\0", in_path("/\0", &json!({"get": {}})), "control"),
        at("/paths/~1{a", in_path("/{a", &json!({"get": {}})), "closes"),
        at("/paths/~1a?b={c}", in_path("/a?b={c}", &json!({"get": {}})), "'?'"),
        at(&format!("/paths/{}", "~1a".repeat(65)), in_path(&"/a".repeat(65), &json!({"get": {}})), "64 segments"),
        at(
            &format!("/paths/~1{}", "a".repeat(2_048)),
            in_path(&format!("/{}", "a".repeat(2_048)), &json!({"get": {}})),
            "2048 bytes",
        ),
        // Names.
        at("/paths/~1x/get/x-policy", in_operation(&json!({"x-policy": "nobody"})), "no policy"),
        at("/paths/~1x/get/x-policy", in_operation(&json!({"x-policy": "a/b\n"})), "no policy"),
        at("/paths/~1x/get/x-policy", in_operation(&json!({"x-policy": "a".repeat(100_000)})), "no policy"),
        at("/openapi", format!("{{\"openapi\":\"{}\"}}", "4".repeat(100_000)), "4444"),
        at("", in_operation(&json!({"x-policy": "a\0"})), "NUL"),
        at("/paths/~1x/get/x-data-classifications", in_operation(&json!({"x-data-classifications": [" "]})), "empty"),
        at(
            "/paths/~1x/get/x-data-classifications",
            in_operation(&json!({"x-data-classifications": classes(65)})),
            "at most 64",
        ),
        at("/components/securitySchemes/a~1b", with_scope("a b"), "white space"),
        at("/components/securitySchemes/a~1b", with_scope(""), "empty"),
        at("", with_scope("a\0"), "NUL"),
        at(
            "/components/securitySchemes/s",
            with(&format!("\"components\":{many_scopes},\"paths\":{{\"/\":{{\"get\":{{}}}}}}")),
            "1000 scopes",
        ),
        // Policies.
        at("/x-policies/0", with_policy(&json!([])), "an object"),
        at("/x-policies/0", with_policy(&json!({})), "id: is required"),
        at("/x-policies/0/id", with_policy(&json!({"id": "a/b"})), "characters"),
        at("/x-policies/0", with_policy(&json!({"id": "p", "policy_name": 5})), "policy_name"),
        at("/x-policies/0", policy(json!({})), "validators: must be a list"),
        at("/x-policies/0", policy(json!([{"name": "nobody"}])), "validators[0].name"),
        at("/x-policies/0", policy(json!([{"name": 5}])), "validators[0]"),
        at("/x-policies/0", policy(json!([{"name": "header", "conf": {}}])), "validators[0].conf.fields"),
        at("/x-policies/0", policy(json!([{"name": "true", "conf": {"a": "b".repeat(70_000)}}])), "65536 bytes"),
        at("", policy(json!([{"name": "true", "conf": {"a": "b\0"}}])), "NUL"),
        at("", with_policy(&serde_json::from_str(&deep(40)).unwrap()), "nest deeper"),
        at("", with("\"x-policies\":[1e999]"), "line 1"),
        // Too much of it.
        at("", with(&format!("\"x\":{}", deep(66))), "64 levels"),
        at("", with(&format!("\"x\":{}", deep(1_000_000))), "line 1"),
        at("", format!("openapi: 3.0.0\nx: {}\n", deep(66)), "64 levels"),
        at("", format!("openapi: 3.0.0\nx: {}\n", deep(1_000_000)), "line 2"),
        at("", block, "64 levels"),
        at("", chain, "64 levels"),
        at("", "openapi: 3.0.0\nx: &a [*a]\n".to_owned(), "line 2"),
        at("", "openapi: 3.0.0\nx: &a\n  <<: *a\n".to_owned(), "line 3"),
        at("", nested, "merged at line 2 column 9"),
        at("", nested_more, "merged at line 2 column 9"),
        at("", yaml("x: {<<: [*a, {b: 1}]}"), "merged at line 3 column 14"),
        at("", yaml("x: {&m <<: *a}\ny: {*m : {b: 1}}"), "an anchor at line 3"),
        at("", yaml("x: {<<: [[*a]]}"), "merged at line 3 column 10"),
        at("", yaml("x: {!!merge <<: {b: 1}}"), "merged at line 3"),
        at("", yaml("x:\n  <<:\n    b: 1"), "merged at line 5"),
        at("", yaml(&format!("? [{ones}]\n: 1")), "a key must be a text at line 3 column 3"),
        at("", yaml(&format!("x: {{? {{a: [{ones}]}} : 1}}")), "a key must be a text at line 3 column 7"),
        at("", yaml("x: [[a]: 1]"), "a key must be a text at line 3"),
        at("", bomb, "line 2"),
        at("", merges, "line 2"),
        at("", paths(100_000, "{\"get\":{}}"), "path items"),
        at("", paths(100_000, "{}"), "path items"),
        at("", paths(9_000, "{\"get\":{},\"put\":{}}"), "10000 operations"),
        at("", with(&format!("\"x\":{{{}}}", members.join(","))), "50000 members"),
        at("", with(&format!("\"x-policies\":[[{}]]", vec!["1"; 300_000].join(","))), "200000"),
        at("", in_operation(&json!({"x-data-classifications": vec!["a".repeat(60_000); 100]})), "bytes"),
        at("/paths/~10/get/x-policy", fan_out(json!({"x-policy": "a".repeat(600_000)})), "no policy"),
        at("/paths", fan_out(json!({"x-policy": "a".repeat(128)})), "bytes"),
        at("/paths", fan_out(json!({"x-data-classifications": ["a".repeat(128)]})), "bytes"),
        at("/paths", fan_out(json!({"x-data-classifications": ["a", "b", "c"]})), "20000"),
    ]
}

#[tokio::test]
async fn what_cannot_be_taken_is_422_at_its_place_and_changes_nothing() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let _ = import(&tenant, &service, &serde_json::from_str(&good_document()).unwrap()).await;
        let before = snapshot(&tenant, &service).await;
        let mut problems = Vec::new();
        for (document, place, why) in refused() {
            let shown: String = document.chars().take(120).collect();
            let answer = text(&tenant, &service, document).send().await;
            let place = if why == "/openapi" { why } else { place.as_str() };
            let said = answer.json()["error"].as_str().unwrap_or_default().to_owned();
            if answer.status != 422 || field_of(&answer) != place || !said.contains(why) || said.len() > 2_700 {
                problems.push(format!("{shown}: {} {said}", answer.status));
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        assert_eq!(snapshot(&tenant, &service).await, before);
        let latin = text(&tenant, &service, b"openapi: 3.0.0\nx: \xe9\n".to_vec()).send().await.expect(400);
        assert!(latin.text().contains("UTF-8"), "{}", latin.text());
    })
    .await;
}

/// Nothing of it is wrong.
#[tokio::test]
async fn what_only_looks_odd_is_imported() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let schema = json!({"a": {"$ref": "#/components/schemas/a"}, "huge": 1, "deep": null});
        let schema = schema.to_string().replace(":1", ":123456789012345678901234567890123456789012345678901234567890");
        // One level is that of the schemas.
        let deep = format!("{}{}", "[".repeat(63), "]".repeat(63));
        let schema = schema.replace("null", &deep);
        let with_schema = with(&format!("\"components\":{{\"schemas\":{schema}}},\"paths\":{{\"/a\":{{\"get\":{{}}}}}}"));
        let yaml = "openapi: 3.1.0\ninfo: {title: x, version: 2026-01-27, summary: y}\nx: .inf\nd: 1e400\n~: 5\n200: no\nwebhooks: {}\npaths:\n";
        let get = "get:\n      operationId: a b/c\n      responses: {200: {description: ~}, default:}\n";
        let cases = [
            (with_schema, 1),
            (format!("\u{feff}{}", in_path("/a", &json!({"get": {"operationId": "x"}, "put": {"operationId": "x"}}))), 2),
            (format!("{yaml}  /a:\n    {get}"), 1),
            (format!("\u{feff}{yaml}  /a:\n    {get}").replace('\n', "\r\n"), 1),
            (format!("{yaml}  /a: &a\n    {get}  /b: *a\n  /c:\n    <<: *a\n    put: {{}}\n"), 4),
            ("{openapi: 3.0.0, paths: {/a: {get: {}}}}".to_owned(), 1),
            (format!("{yaml}  /a: &a\n    {get}  /b: &b\n    post: {{}}\n  /c:\n    <<: [*a, *b]\n    put: {{}}\nz: {{\"<<\": {{b: 1}}, <<: }}\n"), 5),
            ("# A comment\n---\nopenapi: \"3.1\"\nservers: [{url: \"{a}/b\"}, {url: /}]\npaths: {/a: {servers: [], get: , x-y: {}}}\n".to_owned(), 1),
            // Keycloak's of some years ago.
            (in_path("/{id}/a/{id}", &json!({"parameters": [{"name": "id", "in": "path"}, {"name": "id", "in": "query"}], "get": {}})), 1),
            (in_path(&format!("/{{{}}}", "a".repeat(2_000)), &json!({"get": {}})), 1),
            (in_path("/a", &json!({"get": {"security": [{"nobody": []}, {}], "x-policy": "", "x-data-classifications": null}})), 1),
        ];
        for (document, count) in cases {
            let shown: String = document.chars().take(120).collect();
            let answer = text(&tenant, &service, document).send().await;
            assert_eq!(answer.status, 200, "{shown}: {}", answer.text());
            assert_eq!(answer.json()["created_apis"].as_array().unwrap().len(), count, "{shown}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_document_is_as_long_as_the_setting_says_and_not_a_byte_longer() {
    for database in Database::tested() {
        let settings = Settings { database, ..Settings::default() };
        let tenant = Tenant::new(&TestServer::start(settings.with("specification_mib", "1")).await).await;
        let service = things::service(&tenant).await;
        let padded = |length: usize| {
            let document = in_path("/a", &json!({"get": {}}));
            format!("{document}{}", " ".repeat(length - document.len()))
        };
        let mib = 1024 * 1024;
        let url = format!("/api/admin/{{tid}}/services/{service}/apis/import");
        let _ = text(&tenant, &service, padded(mib)).send().await.expect(200);
        let _ = text(&tenant, &service, padded(mib + 1)).send().await.expect(413);
        let file = |length| tenant.post(&format!("{url}/file")).body(BOUNDARY, form("file", &padded(length))).send();
        let _ = file(mib).await.expect(200);
        let _ = file(mib + 1).await.expect(413);
    }
    // What there is room for counts as well: half of it.
    let settings = Settings::default().with("traffic_memory_mib", "4");
    let tenant = Tenant::new(&TestServer::start(settings).await).await;
    let service = things::service(&tenant).await;
    let document = format!("{}{}", in_path("/a", &json!({"get": {}})), " ".repeat(1_900_000));
    let _ = text(&tenant, &service, document.clone()).send().await.expect(200);
    let _ = text(&tenant, &service, format!("{document}{}", " ".repeat(300_000))).send().await.expect(413);
}

#[tokio::test]
async fn forms_are_read_with_care() {
    on_both(async |tenant| {
        let service = things::service(&tenant).await;
        let path = format!("/api/admin/{{tid}}/services/{service}/apis/import");
        let (document, file) = (good_document(), format!("{path}/file"));
        let part = |name: &str, value: &str| form(name, value).replace("--x--\r\n", "");
        let send = |content_type: &str, body: String| tenant.post(&file).body(content_type, body).send();
        // Others stand around it.
        let among = format!("{}{}{}", part("a", "b"), part("file", &document), form("c", "d"));
        let _ = send(BOUNDARY, among).await.expect(200);
        let _ = send("Multipart/Form-Data; charset=utf-8; boundary=\"x\"", form("file", &document)).await.expect(200);
        for (content_type, body, status, field) in [
            ("application/json", document.clone(), 415, ""),
            ("multipart/form-data", form("file", &document), 415, ""),
            ("text/plain", document.clone(), 415, ""),
            (BOUNDARY, String::new(), 400, ""),
            (BOUNDARY, document.clone(), 400, ""),
            (BOUNDARY, form("file", &document).replace("--x--", ""), 400, ""),
            (BOUNDARY, form("file", &document).replace("--x", "--y"), 400, ""),
            (BOUNDARY, format!("{}{}", part("file", &document), form("file", &document)), 400, "file"),
            (BOUNDARY, form("url", &document), 400, "file"),
            (BOUNDARY, format!("{}{}", part("a", "b").repeat(70), form("file", &document)), 400, ""),
        ] {
            let shown: String = body.chars().take(80).collect();
            let answer = send(content_type, body).await;
            assert_eq!(answer.status, status, "{shown}: {}", answer.text());
            assert_eq!(field_of(&answer), field, "{shown}: {}", answer.text());
        }
    })
    .await;
}

/// Fetched by the one client that guards all that is fetched, and nothing that a document refers to.
#[tokio::test]
async fn what_is_fetched_is_guarded_and_bounded() {
    for database in Database::tested() {
        let document = |path: &str| format!("openapi: 3.0.0\npaths: {{{path}: {{get: {{}}}}}}\n");
        let upstream = Upstream::start(move |line: &str| {
            let to = |url: &str| answer(&format!("302 Found\r\nLocation: {url}"), "");
            match line.split(' ').nth(1).unwrap_or_default() {
                "/metadata" => to("http://169.254.169.254/latest/meta-data"),
                "/loop" => to("/loop"),
                "/moved" => to("/document"),
                "/missing" => answer("404 Not Found", &document("/a")),
                "/long" => answer("200 OK", &" ".repeat(1024 * 1024 + 1)),
                "/packed" => answer("200 OK\r\nContent-Encoding: gzip", &document("/a")),
                "/html" => answer("200 OK\r\nContent-Type: text/html", "<!doctype html><title>a</title>"),
                "/refers" => answer("200 OK", "openapi: 3.0.0\npaths: {/a: {$ref: /document}}\n"),
                "/slow" => {
                    let mut script = answer("200 OK", &document("/a"));
                    let (_, last) = script.pop().unwrap();
                    script.push((Duration::from_secs(30), last));
                    script
                }
                _ => answer("200 OK\r\nContent-Type: image/png", &document("/b")),
            }
        })
        .await;
        let settings =
            Settings { database, ..Settings::default() }.with("outgoing_allowed", upstream.address.to_string());
        let settings = settings.with("specification_mib", "1");
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let service = things::service(&tenant).await;
        let path = format!("/api/admin/{{tid}}/services/{service}/apis/import/url");
        let send = |url: &str| tenant.post(&path).body(BOUNDARY, form("url", url)).send();
        for right in ["/document", "/moved"] {
            let imported = send(&upstream.url(right)).await.expect(200).json();
            assert_eq!(imported["created_apis"][0]["path"], "/b");
        }
        let before = snapshot(&tenant, &service).await;
        let own = |path: &str| upstream.url(path);
        for (url, field) in [
            (String::new(), "url"),
            ("pets.yaml".to_owned(), "url"),
            ("ftp://a.example/".to_owned(), "url"),
            ("file:///etc/passwd".to_owned(), "url"),
            ("http://169.254.169.254/latest/meta-data".to_owned(), "url"),
            ("https://169.254.169.254/".to_owned(), "url"),
            ("https://[::ffff:a9fe:a9fe]/".to_owned(), "url"),
            ("https://2852039166/".to_owned(), "url"),
            ("https://10.0.0.1/".to_owned(), "url"),
            ("https://localhost/".to_owned(), "url"),
            (format!("{}/openapi.json", tenant.server.url()), "url"),
            (own("/document").replace("http://", "http://a:b@"), "url"),
            (own("/metadata"), "url"),
            (own("/loop"), "url"),
            (own("/missing"), "url"),
            (own("/long"), "url"),
            (own("/packed"), "url"),
            (own("/html"), ""),
            (own("/refers"), "/paths/~1a/$ref"),
        ] {
            let hits = upstream.hits();
            let answer = send(&url).await.expect(422);
            assert_eq!(field_of(&answer), field, "{url}: {}", answer.text());
            if url.ends_with("/refers") {
                assert_eq!(upstream.hits(), hits + 1, "what it refers to isn't fetched");
            }
        }
        assert_eq!(field_of(&send(&own("/slow")).await.expect(422)), "url");
        assert_eq!(snapshot(&tenant, &service).await, before);
    }
}

/// Documents that name this outside of themselves, each in another place, and whether they are taken.
fn referring(outside: &str) -> Vec<(Value, u16)> {
    let reference = json!({"$ref": outside});
    let operation = |members: Value| json!({"/x/{id}": {"get": members}});
    let in_components = |members: Value| (json!({"paths": {"/x": {"get": {}}}, "components": members}), 200);
    let mut documents: Vec<(Value, u16)> = [
        // What is needed to know the APIs must be there.
        (json!({"/x/{id}": reference}), 422),
        // The rest says nothing of them.
        (json!({"/x/{id}": {"parameters": [reference], "get": {}}}), 200),
        (json!({"/x/{id}": {"servers": [{"url": outside}], "get": {}}}), 200),
        (json!({"/x/{id}": {"get": {}, "x-more": reference}}), 200),
        (operation(reference.clone()), 200),
        (operation(json!({"parameters": [reference]})), 200),
        (operation(json!({"parameters": [{"name": "id", "in": "path", "schema": reference}]})), 200),
        (operation(json!({"requestBody": reference})), 200),
        (operation(json!({"requestBody": {"content": {"application/json": {"schema": reference}}}})), 200),
        (operation(json!({"responses": {"200": reference}})), 200),
        (operation(json!({"responses": {"200": {"content": {"application/json": {"schema": reference}}}}})), 200),
        (operation(json!({"callbacks": {"done": reference}})), 200),
        (operation(json!({"externalDocs": {"url": outside}})), 200),
        (operation(json!({"x-more": {"deep": [reference]}})), 200),
    ]
    .map(|(paths, status)| (json!({"paths": paths}), status))
    .into();
    documents.extend([
        (json!({"paths": {"/x": {"get": {}}}, "components": {"securitySchemes": {"s": reference}}}), 422),
        in_components(json!({"securitySchemes": {"s": {"type": "openIdConnect", "openIdConnectUrl": outside}}})),
        in_components(json!({"securitySchemes": {"s": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": outside, "scopes": {}}}}}})),
        in_components(json!({"schemas": {"S": reference}, "responses": {"R": reference}, "parameters": {"P": reference}})),
        in_components(json!({"pathItems": {"unused": reference}})),
        in_components(json!({"examples": {"E": {"externalValue": outside}}})),
        (json!({"paths": {"/x": {"get": {}}}, "x-more": {"a": reference}}), 200),
        (json!({"paths": {"/x": {"get": {}}}, "x-policies": [reference]}), 422),
        (json!({"paths": {"/x": {"get": {}}}, "jsonSchemaDialect": outside, "$self": outside}), 200),
    ]);
    for (document, _) in &mut documents {
        document["openapi"] = json!("3.1.0");
    }
    documents
}

/// Wherever the reference stands, however it is written, and whichever way the document comes. All of it could be fetched.
#[tokio::test]
async fn what_a_document_refers_to_outside_of_itself_is_asked_for_by_nobody() {
    for database in Database::tested() {
        println!("on {database:?}");
        let document = Arc::new(Mutex::new(String::new()));
        let served = Arc::clone(&document);
        let upstream = Upstream::start(move |line: &str| match line.split(' ').nth(1).unwrap_or_default() {
            "/document" => answer("200 OK", &served.lock().unwrap()),
            _ => answer("200 OK", "{\"get\":{}}"),
        })
        .await;
        let settings =
            Settings { database, ..Settings::default() }.with("outgoing_allowed", upstream.address.to_string());
        let tenant = Tenant::new(&TestServer::start(settings).await).await;
        let path = format!("/api/admin/{{tid}}/services/{}/apis/import", things::service(&tenant).await);
        let send =
            |way: &str, value: &str| tenant.post(&format!("{path}/{way}")).body(BOUNDARY, form(way, value)).send();
        let mut asked_for_documents = 0;
        for outside in [
            upstream.url("/outside"),
            upstream.url("/outside#/x"),
            format!("//{}/outside", upstream.address),
            "outside.yaml#/x".to_owned(),
        ] {
            for (referring, status) in referring(&outside) {
                let referring = referring.to_string();
                let by_text = tenant.post(&format!("{path}/text")).body("text/plain", referring.clone()).send().await;
                let by_file = send("file", &referring).await;
                document.lock().unwrap().clone_from(&referring);
                let by_url = send("url", &upstream.url("/document")).await;
                asked_for_documents += 1;
                for (way, answer) in [("text", by_text), ("file", by_file), ("url", by_url)] {
                    assert_eq!(answer.status, status, "by {way}: {referring} {}", answer.text());
                }
                assert_eq!(
                    upstream.hits(),
                    asked_for_documents,
                    "the documents themselves, and nothing else: {referring}"
                );
            }
        }
        // It would have been there.
        let _ = Call::new(http::Method::GET, upstream.url("/outside")).send().await.expect(200);
        assert_eq!(upstream.hits(), asked_for_documents + 1);
    }
}

/// Some that wait for a slow web server keep nobody of another tenant from importing.
#[tokio::test]
async fn one_tenants_imports_stand_in_nobody_elses_way() {
    let listener = TcpListener::bind((DOCUMENTS, 0)).unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let begun = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&begun);
    std::thread::spawn(move || {
        let mut held = Vec::new();
        for mut stream in listener.incoming().flatten() {
            counter.fetch_add(1, Ordering::Relaxed);
            let _ =
                stream.read(&mut [0; 4096]).and_then(|_| stream.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"));
            held.push(stream);
        }
    });
    let server = TestServer::start(Settings::default()).await;
    let (slow, other) = (Tenant::new(&server).await, Tenant::new(&server).await);
    let path = format!("/api/admin/{{tid}}/services/{}/apis/import/url", things::service(&slow).await);
    let crowd: Vec<_> =
        (0..20).map(|_| tokio::spawn(slow.post(&path).body(BOUNDARY, form("url", &url)).send())).collect();
    while server.context().imports.waiting() < 10 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let service = things::service(&other).await;
    let _ = text(&other, &service, good_document()).send().await.expect(200);
    // It came behind all of them, and waited for those alone that were under way.
    let begun = begun.load(Ordering::Relaxed);
    assert!(begun <= 6, "{begun} were fetched before");
    for call in crowd {
        call.abort();
    }
}
