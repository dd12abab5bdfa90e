//! What the tests themselves stand on: the browser without scripts, the real one, two servers on one database, and the
//! observer that holds every answer against the document.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use authplane::edge::Answer;
use authplane::edge::front::{Observation, Observer as _};
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::browser::driver::Driver;
use authplane_tests::browser::{Browser, TELEPHONE};
use authplane_tests::database::Folder;
use authplane_tests::landing::{Landing, Reply, Request};
use authplane_tests::observer::{self, Contract};
use authplane_tests::process::Replicas;
use authplane_tests::user_agent::UserAgent;
use authplane_tests::{Call, Document};
use http::{Method, StatusCode};
use serde_json::json;

const FORM: &str = r#"<!doctype html><html lang=en><head><title>A &amp; B</title><style>p{color:red}</style></head><body>
<!-- <form> --><h1>Sign&nbsp;in <b>here</b></h1><p role="alert" id=wrong>Wrong &#60;name&#x3e;</p>
<form method="post" action="/sent?x=1&amp;y=2"><input type=hidden name=token value="a&quot;b">
<label for=u>Name</label><input id=u name=username required value='old'><input type=password name=password>
<input type=checkbox name=scope value=one checked><input type=checkbox name=scope value=two>
<input name=gone disabled value=x><select name=size><option value=s>S<option value=m selected>M</select>
<textarea name=note>&lt;hi&gt;</textarea>
<button name=decision value=allow>Allow</button><button name="decision" value="deny">Deny</button></form>
<a href="/elsewhere">Not <i>you</i>?</a><form><input name=q></form></body></html>"#;

fn site(request: &Request) -> Reply {
    let to = |location: String| Reply { status: 303, headers: vec![("Location", location)], body: Vec::new() };
    match request.url.path() {
        "/form" => {
            let mut reply = Reply::ok("text/html; charset=utf-8", FORM);
            let cookies = [
                "id=1; HttpOnly; SameSite=Lax; Path=/",
                "strict=2; SameSite=Strict; Path=/",
                "deep=3; Path=/deep",
                "short=4; Max-Age=60; Path=/",
                "__Host-safe=5; Secure; Path=/",
                "forged=6; Domain=example.com; Path=/",
            ];
            reply.headers.extend(cookies.map(|cookie| ("Set-Cookie", cookie.to_owned())));
            reply.headers.push(("Referrer-Policy", "no-referrer".to_owned()));
            reply
        }
        "/sent" => to("/left".to_owned()),
        "/left" => to("https://app.example/callback?code=c#f".to_owned()),
        "/circle" => to("/circle".to_owned()),
        "/over" => Reply {
            status: 303,
            headers: vec![("Set-Cookie", "id=; Max-Age=0; Path=/".to_owned()), ("Location", "/form2".to_owned())],
            body: Vec::new(),
        },
        _ => Reply::page("Arrived"),
    }
}

#[tokio::test]
async fn the_browser_without_scripts_reads_forms_as_browsers_do() {
    let landing = Landing::answering(site).await;
    let mut agent = UserAgent::new(&landing.url("/"));
    agent.languages = Some("de".to_owned());
    let page = agent.get(&landing.url("/form")).await.page().expect(200);
    assert_eq!(page.all("title").next().unwrap().text, "A & B");
    assert_eq!(page.all("h1").next().unwrap().words(), "Sign in here");
    assert_eq!(page.alerts(), ["Wrong <name>"]);
    assert_eq!(page.by_id("wrong").unwrap().name, "p");
    assert_eq!(page.link("Not you?"), Some("/elsewhere"));
    assert!(!page.words().contains("color"));
    assert_eq!(page.forms().len(), 2);
    let form = page.form_with("username").unwrap();
    assert_eq!((form.action.path(), form.action.query()), ("/sent", Some("x=1&y=2")));
    assert_eq!(form.value("token"), "a\"b");
    assert!(form.control("username").unwrap().required);

    let sent = |entries: &[(&str, &str)]| {
        let fields = form.fill(entries);
        fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    };
    let rest = "size=m note=<hi>";
    assert_eq!(sent(&[]), format!("token=a\"b username=old password= scope=one {rest} decision=allow"));
    assert_eq!(
        sent(&[("username", "u"), ("password", "p"), ("scope", "two"), ("decision", "deny")]),
        format!("token=a\"b username=u password=p scope=two {rest} decision=deny")
    );
    assert_eq!(sent(&[("scope", "")]), format!("token=a\"b username=old password= {rest} decision=allow"));
    let unknown = std::panic::catch_unwind(|| sent(&[("unknown", "x")]));
    assert!(unknown.is_err() && std::panic::catch_unwind(|| sent(&[("scope", "three")])).is_err());

    let left = agent.submit(form, &[("password", "p w")]).await.left();
    assert_eq!((left.to.as_str(), left.method), ("https://app.example/callback?code=c#f", Method::GET));
    assert_eq!(left.history.iter().map(|step| step.status).collect::<Vec<_>>(), [303, 303]);
    let request = landing.next("/sent").await;
    assert_eq!(request.method, "POST");
    assert!(request.form().contains(&("password".to_owned(), "p w".to_owned())));
    assert_eq!((request.header("origin"), request.header("sec-fetch-site")), ("null", "same-origin"));
    assert_eq!(request.header("accept-language"), "de");
    assert_eq!(landing.next("/left").await.method, "GET");
}

#[tokio::test]
async fn the_browser_without_scripts_keeps_cookies_as_browsers_do() {
    let landing = Landing::answering(site).await;
    let mut agent = UserAgent::new(&landing.url("/"));
    let sent = async |path: &str| landing.next(path).await.header("cookie").to_owned();
    let _ = agent.get(&landing.url("/form")).await.page();
    let refused: Vec<_> =
        agent.cookies.received().iter().filter(|cookie| cookie.refused.is_some()).map(|cookie| &*cookie.name).collect();
    assert_eq!(refused, ["__Host-safe", "forged"]);
    let id = agent.cookies.get("id").unwrap();
    assert!(id.http_only && !id.secure && id.same_site.as_deref() == Some("Lax") && id.max_age.is_none());

    let _ = agent.get(&landing.url("/a")).await.page();
    assert_eq!(sent("/a").await, "id=1; strict=2; short=4");
    let _ = agent.get(&landing.url("/deep/er")).await.page();
    assert_eq!(sent("/deep/er").await, "deep=3; id=1; strict=2; short=4");
    let _ = agent.get(&landing.url("/deeper")).await.page();
    assert_eq!(sent("/deeper").await, "id=1; strict=2; short=4");
    let elsewhere = "https://evil.example/";
    let _ = agent.get_from_elsewhere(elsewhere, &landing.url("/b")).await.page();
    assert_eq!(sent("/b").await, "id=1; short=4");
    let _ = agent.post_from_elsewhere(elsewhere, &landing.url("/c"), &[("a", "b")]).await.page();
    let forged = landing.next("/c").await;
    assert_eq!((forged.header("cookie"), forged.header("origin")), ("", "https://evil.example"));
    assert_eq!(forged.header("sec-fetch-site"), "cross-site");

    let _ = agent.get(&landing.url("/over")).await.page();
    assert_eq!(sent("/form2").await, "strict=2; short=4");
    agent.cookies.close();
    assert_eq!(agent.cookies.kept().iter().map(|cookie| &*cookie.name).collect::<Vec<_>>(), ["short"]);
    agent.cookies.pass(61);
    assert!(agent.cookies.kept().is_empty());
}

#[tokio::test]
async fn the_real_browser_sends_forms_shows_both_schemes_and_tells_what_it_complains_about() {
    let landing = Landing::answering(|request| match request.url.path() {
        "/form" => {
            let html = "<!doctype html><html lang=en><title>t</title><style>:root{color-scheme:light dark}</style>\
                <form method=post action=/sent><label>Name <input name=username></label><input type=password name=password>\
                <button>Sign in</button></form><img src=/missing>";
            Reply::ok("text/html; charset=utf-8", html)
        }
        "/missing" => Reply { status: 404, headers: Vec::new(), body: Vec::new() },
        _ => Reply::page("Arrived"),
    })
    .await;
    let browser = Browser::open_with("de-DE").await;
    browser.goto(&landing.url("/form")).await;
    browser.resize(TELEPHONE).await;
    assert_eq!(browser.run("return innerWidth").await, 320);
    browser.take_pictures("toolkit").await;
    let script = "return getComputedStyle(document.documentElement).colorScheme + matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(browser.run(script).await, "light darkfalse");
    assert!(browser.complaints().await.iter().any(|complaint| complaint.contains("404")));
    browser.sign_in("somebody", "p w").await;
    assert_eq!(browser.text("#said").await, "Arrived");
    assert_eq!(browser.wait_for_url(&landing.url("/sent")).await.path(), "/sent");
    let request = landing.next("/sent").await;
    let sent: Vec<(String, String)> = request.form();
    assert_eq!(sent, [("username", "somebody"), ("password", "p w")].map(|(name, value)| (name.into(), value.into())));
    assert_eq!(request.header("origin"), landing.url(""), "as the browser without scripts does");
    assert!(request.header("accept-language").starts_with("de-DE"));
}

/// A driver that ends with these words as often as this, and then runs.
struct FakeDriver {
    folder: Folder,
    program: PathBuf,
}

impl FakeDriver {
    fn new(words: &str, failures: u32) -> Self {
        let folder = Folder::new();
        let (program, starts) = (folder.path().join("driver"), folder.path().join("starts"));
        let script = format!(
            "#!/bin/sh
echo >>'{starts}'
echo Starting
if [ $(wc -l <'{starts}') -le {failures} ]; then echo '{words}'; exit 1; fi
echo 'ChromeDriver was started successfully on port 4711.'
exec sleep 60
",
            starts = starts.display()
        );
        // By another process: a file that this one writes can't be run while anything that was started meanwhile has it open too.
        let write = format!("cat >'{program}' <<'END'\n{script}END\nchmod +x '{program}'", program = program.display());
        assert!(Command::new("sh").args(["-c", &write]).status().unwrap().success());
        Self { folder, program }
    }

    fn starts(&self) -> usize {
        std::fs::read_to_string(self.folder.path().join("starts")).unwrap().lines().count()
    }
}

#[test]
fn a_driver_whose_port_is_taken_is_started_again_and_not_forever() {
    for words in ["IPv4 port not available. Exiting...", "IPv6 port not available. Exiting..."] {
        let fake = FakeDriver::new(words, 2);
        let driver = Driver::start(&fake.program).unwrap();
        assert_eq!((driver.port(), fake.starts()), (4711, 3), "{words}");
        let fake = FakeDriver::new(words, 1_000);
        assert_eq!(Driver::start(&fake.program).unwrap_err(), "chromedriver found its port taken 5 times");
        assert_eq!(fake.starts(), 5, "{words}");
    }
}

#[test]
fn a_driver_that_ends_for_another_reason_is_a_failure_at_once() {
    let fake = FakeDriver::new("Unable to start server with either IPv4 or IPv6. Exiting...", 1);
    assert_eq!(Driver::start(&fake.program).unwrap_err(), "chromedriver ended without telling its port");
    assert_eq!(fake.starts(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_of_one_replica_is_known_at_the_other() {
    let replicas = Replicas::start().await;
    let tenant = &replicas.tenant;
    let machine = tenant.add_client(DEFAULT, &[]).await;
    let [one, other] = replicas.urls();
    let endpoint = |base: &str, name: &str| format!("{base}/{}/{DEFAULT}/oauth2/{name}", tenant.id);
    let call = |url: String, form: &[(&str, &str)]| {
        authplane_tests::Call::new(Method::POST, url).basic(&machine.id, &machine.secret).form(form).send()
    };
    for (here, there) in [(one, other), (other, one)] {
        let answer = call(endpoint(here, "token"), &[("grant_type", "client_credentials")]).await.expect(200).json();
        let token = answer["access_token"].as_str().unwrap();
        let said = call(endpoint(there, "introspect"), &[("token", token)]).await.expect(200).json();
        assert_eq!(said["active"], true);
        assert_eq!(said["iss"], tenant.server.issuer(&tenant.id, DEFAULT), "both are behind one URL");
    }
    let Replicas { one, other, .. } = replicas;
    assert!(one.stop().await.0.success() && other.stop().await.0.success());
}

/// What the observer of a server notices of an answer with this id.
fn observe(request_id: &str, method: &Method, path: &str, operation: Option<&str>, answer: &Answer) -> Contract {
    let contract = Contract::new(operation.into_iter().map(str::to_owned).collect::<Vec<_>>().into());
    contract.observe(&Observation {
        request_id,
        method,
        path,
        operation: operation.map(|_| 0),
        answer,
        duration: Duration::ZERO,
        remote_addr: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
        client_address: Ipv4Addr::LOCALHOST.into(),
        panic: None,
    });
    contract
}

fn is_noticed(method: &Method, path: &str, operation: Option<&str>, answer: &Answer) -> bool {
    let contract = observe(&format!("of-the-toolkit {method} {path}"), method, path, operation, answer);
    std::panic::catch_unwind(|| observer::assert_no_contradiction_on_drop(contract.server())).is_err()
}

#[test]
fn an_answer_that_contradicts_the_document_is_noticed() {
    let json = |status: StatusCode, value: serde_json::Value| Answer::json(status, &value).unwrap();
    let services = "/api/admin/default/servers/default/services";
    let listed = json(StatusCode::OK, json!({"services": []}));
    assert!(!is_noticed(&Method::GET, services, Some("list_services"), &listed));
    for answer in [
        json(StatusCode::ACCEPTED, json!({"services": []})),
        json(StatusCode::OK, json!({"services": 1})),
        json(StatusCode::OK, json!({"services": [], "more": 1})),
        Answer::empty(StatusCode::OK),
        Answer::bytes(StatusCode::OK, "text/plain", "{}"),
    ] {
        assert!(is_noticed(&Method::GET, services, Some("list_services"), &answer), "{answer:?}");
    }
}

#[test]
fn a_refusal_without_an_operation_speaks_the_dialect_of_its_path() {
    let document = Document::canonical();
    let example = |name: &str| match name {
        "AcpError" => json!({"status_code": 404, "error": "there is no such path", "details": null}),
        "LogtoError" => json!({"code": "entity.not_found", "message": "there is no such path"}),
        "LocalUserStoreError" => {
            json!({"error_code": "NOT_FOUND", "error_message": "there is no such path", "property": "", "details": []})
        }
        _ => json!({"error": "not_found"}),
    };
    let dialects = [
        (authplane::api::acp::DIALECT, "AcpError"),
        (authplane::api::logto::DIALECT, "LogtoError"),
        (authplane::api::local_user_store::DIALECT, "LocalUserStoreError"),
        (authplane::oauth::error::DIALECT, "OAuthError"),
    ];
    for (dialect, own) in dialects {
        for prefix in dialect.prefixes {
            let path = format!("{prefix}/nothing");
            for (_, name) in dialects {
                assert!(document.schema(name).is_some(), "{name}");
                let answer = Answer::json(StatusCode::NOT_FOUND, &example(name)).unwrap();
                // A few of ACP's operations are on the protocol surface.
                let is_own = name == own || (own, name) == ("OAuthError", "AcpError");
                assert_eq!(is_noticed(&Method::GET, &path, None, &answer), !is_own, "{path} {name}");
            }
            let answer = Answer::json(StatusCode::BAD_REQUEST, &example(own)).unwrap();
            assert!(is_noticed(&Method::GET, &path, None, &answer), "{path}: 400");
        }
    }
}

#[tokio::test]
async fn who_receives_a_contradiction_fails_and_nobody_else() {
    let id = "of-the-toolkit-alone";
    let landing = Landing::answering(move |_| {
        let mut reply = Reply::page("Arrived");
        reply.headers.push(("x-request-id", id.to_owned()));
        reply
    })
    .await;
    let wrong = Answer::empty(StatusCode::ACCEPTED);
    let contract = Arc::new(observe(id, &Method::GET, "/", Some("list_services"), &wrong));
    let receive = || tokio::spawn(Call::new(Method::GET, landing.url("/")).send());
    let error = receive().await.unwrap_err().into_panic();
    let message = error.downcast_ref::<String>().unwrap();
    assert!(message.contains("status 202 is not declared"), "{message}");
    // Once is enough.
    let _ = receive().await.unwrap().expect(200);
    observer::assert_no_contradiction_on_drop(contract.server());
}
