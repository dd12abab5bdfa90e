//! A rule counts at each door that leads to the same room.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::ClientDetails;
use authplane_tests::relying_party::{AuthorizationRequest, AuthorizationResponse, Tokens, application, claims_of};
use authplane_tests::user_agent::Outcome;
use authplane_tests::users::{METHOD, OTHER_USER, PASSWORD, USER, static_method};
use authplane_tests::{Answer, Database, RelyingParty, Tenant, TestServer, UserAgent};
use serde_json::{Map, Value, json};

use super::{ADA, agent, change_server, refused, with_users_on_both};
use crate::it::devices::{self, Device};
use crate::it::oauth::jwt;

const FRONT_CHANNEL: &[&str] =
    &["token", "id_token", "id_token token", "token id_token", "code token", "code id_token", "code id_token token"];

/// The same request by GET, by POST, and in an unsigned request object with another one around it.
async fn each_way(agent: &UserAgent, request: &AuthorizationRequest) -> Vec<Outcome> {
    let claims: Map<_, _> =
        request.parameters().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    let object = jwt::compact(&json!({"alg": "none"}), &claims.into(), |_| Vec::new());
    let endpoint = request.url().split('?').next().unwrap().to_owned();
    let inside = request.clone().without("response_type").without("response_mode").with("request", &object);
    vec![
        agent.clone().get(&request.url()).await,
        agent.clone().post(&endpoint, &request.parameters()).await,
        agent.clone().get(&inside.url()).await,
    ]
}

/// CVE-2026-7571: what was switched off came back through data that the browser carries.
#[tokio::test]
async fn cve_2026_7571_a_grant_that_is_off_is_off_at_every_entry() {
    with_users_on_both(async |tenant| {
        let details = ClientDetails {
            trusted: true,
            grant_types: Some(vec!["authorization_code".to_owned(), "implicit".to_owned()]),
            response_types: Some(vec!["code".to_owned(), "token".to_owned(), "id_token".to_owned()]),
            ..application(&["openid"])
        };
        let client = RelyingParty::register(&tenant, details.clone()).await;
        let mut browser = agent(&tenant);
        let _ = browser.sign_in(&client.request().url(), USER, PASSWORD).await;
        for off in ["by nobody", "by the server", "by the profile", "by the client"] {
            match off {
                "by the server" => {
                    change_server(&tenant, DEFAULT, |server| server.grant_types.retain(|grant| grant != "implicit"))
                        .await;
                }
                "by the profile" => {
                    change_server(&tenant, DEFAULT, |server| server.profiles.push("oauth21".to_owned())).await;
                }
                "by the client" => {
                    change_server(&tenant, DEFAULT, |_| {}).await;
                    let mut details = details.clone();
                    details.grant_types = Some(vec!["authorization_code".to_owned()]);
                    details.response_types = Some(vec!["code".to_owned()]);
                    super::change_client(&tenant, &client.client, details).await;
                }
                _ => {}
            }
            for response_type in FRONT_CHANNEL {
                for mode in ["fragment", "form_post", ""] {
                    let mut request = client.request().with("response_type", response_type);
                    if !mode.is_empty() {
                        request = request.with("response_mode", mode);
                    }
                    for outcome in each_way(&browser, &request).await {
                        let left = match outcome {
                            Outcome::Left(left) => left,
                            Outcome::Page(page) => browser.clone().submit(page.form(), &[]).await.left(),
                        };
                        let response = AuthorizationResponse::from(&left);
                        if off == "by nobody" {
                            assert_eq!(response.get("error"), None, "{response_type} {mode} {off}");
                            continue;
                        }
                        let error = response.error(&client, &request).0;
                        let expected = ["unsupported_response_type", "unauthorized_client", "invalid_request_object"];
                        assert!(expected.contains(&error), "{response_type} {mode} {off}: {error}");
                    }
                }
            }
        }
        // Nor by what a page sends along.
        let request = client.request().with("prompt", "login");
        let page = browser.get(&request.url()).await.page().expect(200);
        let form = page.form();
        let mut fields: Vec<_> =
            ["login_id", "login_state", "csrf"].iter().map(|name| (*name, form.value(name))).collect();
        fields.extend([
            ("username", USER),
            ("password", PASSWORD),
            ("response_type", "token"),
            ("scope", "openid email"),
        ]);
        let left = browser.post(form.action.as_str(), &fields).await.left();
        let response = AuthorizationResponse::from(&left);
        assert_eq!(response.get("access_token"), None);
        assert_eq!(client.tokens(&left, &request).await.body["scope"], "openid");
    })
    .await;
}

/// Who can sign in with a password, by whichever door.
struct Doors {
    tenant: Tenant,
    application: RelyingParty,
}

impl Doors {
    async fn new(server: &TestServer) -> Self {
        let tenant = Tenant::with_users(server).await;
        change_server(&tenant, DEFAULT, |server| {
            server.grant_types.extend(["password", devices::GRANT].map(str::to_owned));
        })
        .await;
        let grants = ["authorization_code", "refresh_token", "password", devices::GRANT];
        let grant_types = Some(grants.map(str::to_owned).into());
        let details = ClientDetails { grant_types, trusted: true, ..application(&["openid"]) };
        let application = RelyingParty::register(&tenant, details).await;
        Self { tenant, application }
    }

    async fn by_grant(&self, username: &str, password: &str) -> Answer {
        let fields = [("grant_type", "password"), ("username", username), ("password", password), ("scope", "openid")];
        self.application.call("oauth2/token", &fields).send().await
    }

    /// The status of the page that follows; 303 for the way back to the application.
    async fn by_page(&self, username: &str, password: &str) -> u16 {
        let mut browser = agent(&self.tenant);
        let page = browser.get(&self.application.request().url()).await.page().expect(200);
        match browser.submit(page.form(), &[("username", username), ("password", password)]).await {
            Outcome::Left(_) => 303,
            Outcome::Page(page) => page.status,
        }
    }

    async fn by_device(&self, username: &str, password: &str) -> u16 {
        let device = Device::begin(&self.application, "openid").await;
        let mut browser = agent(&self.tenant);
        let page = device.enter(&mut browser).await.page().expect(200);
        browser.submit(page.form(), &[("username", username), ("password", password)]).await.page().status
    }
}

/// CVE-2026-9798, CVE-2026-16103, CVE-2024-32868: a lock at one door, and another door beside it.
#[tokio::test]
async fn cve_2026_9798_wrong_passwords_count_together_at_every_door() {
    for database in Database::tested() {
        println!("on {database:?}");
        let doors = Doors::new(&TestServer::shared(database).await).await;
        for guess in 0..10 {
            match guess % 3 {
                0 => refused(&doors.by_grant(USER, "wrong").await, 400, "invalid_grant"),
                1 => assert!(doors.by_page(USER, "wrong").await < 429),
                _ => assert!(doors.by_device(USER, "wrong").await < 429),
            }
        }
        // The right one comes too late, wherever; and everybody else is welcome.
        assert_eq!(doors.by_page(USER, PASSWORD).await, 429);
        assert_eq!(doors.by_device(USER, PASSWORD).await, 429);
        let locked = doors.by_grant(USER, PASSWORD).await.expect(429);
        assert!(locked.header("retry-after").parse::<u32>().unwrap() <= 900);
        assert_eq!(doors.by_page(OTHER_USER, PASSWORD).await, 303);
        let _ = doors.by_grant(OTHER_USER, PASSWORD).await.expect(200);
    }
}

/// CVE-2025-24806: one account had as many counters as names.
#[tokio::test]
async fn cve_2025_24806_an_account_has_one_name_and_one_counter() {
    for database in Database::tested() {
        println!("on {database:?}");
        let doors = Doors::new(&TestServer::shared(database).await).await;
        // None of what people may call an account is another way into it.
        let upper = USER.to_uppercase();
        let spaced =
            [format!(" {USER}"), format!("{USER} "), format!("{USER}\u{200b}"), format!("{USER}@people.example")];
        let others = ["ada@people.example", "ada.example", "ada", "\u{ff55}ser", "us\u{435}r", upper.as_str()];
        for name in spaced.iter().map(String::as_str).chain(others) {
            refused(&doors.by_grant(name, PASSWORD).await, 400, "invalid_grant");
            let status = doors.by_page(name, PASSWORD).await;
            assert!(status != 303 && status < 429, "{name}: {status} instead of the form again");
        }
        let _ = doors.by_grant(USER, PASSWORD).await.expect(200);
    }
}

/// CVE-2024-41952, CVE-2026-23511: an answer told whether there is such a user.
#[tokio::test]
async fn cve_2024_41952_names_that_nobody_has_are_answered_like_those_that_somebody_has() {
    for database in Database::tested() {
        println!("on {database:?}");
        let doors = Doors::new(&TestServer::shared(database).await).await;
        let nobody = "usex";
        let page_of = async |name: &str| {
            let mut browser = agent(&doors.tenant);
            let page = browser.get(&doors.application.request().url()).await.page().expect(200);
            let form = page.form();
            let again = browser.submit(form, &[("username", name), ("password", "wrong")]).await.page();
            let mut body = again.body.replace(&format!("value=\"{name}\""), "NAME");
            for random in ["login_id", "login_state", "csrf"] {
                body = body.replace(form.value(random), "RANDOM");
            }
            let names: Vec<_> = again.headers.keys().map(ToString::to_string).collect();
            (again.status, names, without_request_id(&body, again.header("x-request-id")))
        };
        // Up to the limit, at it, and beyond it.
        for _ in 0..12 {
            let (one, other) = (page_of(USER).await, page_of(nobody).await);
            assert_eq!(one, other);
            let (one, other) = (doors.by_grant(USER, "wrong").await, doors.by_grant(nobody, "wrong").await);
            assert_eq!((one.status, one.text()), (other.status, other.text()));
        }
        let locked = [doors.by_grant(USER, PASSWORD).await.status, doors.by_grant(nobody, PASSWORD).await.status];
        assert_eq!(locked, [429, 429]);
    }
}

/// A page without what is another one at each request.
fn without_request_id(body: &str, id: &str) -> String {
    if id.is_empty() { body.to_owned() } else { body.replace(id, "REQUEST") }
}

/// CVE-2024-29892: what an operator's script said of a user stood in the place of what the server says.
#[tokio::test]
async fn cve_2024_29892_nothing_that_is_known_of_a_user_takes_the_place_of_a_claim_of_the_server() {
    with_users_on_both(async |tenant| {
        const RESERVED: &[&str] = &[
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "azp",
            "cnf",
            "act",
            "may_act",
            "scope",
            "scp",
            "client_id",
            "tid",
            "aid",
            "gid",
            "sid",
            "nonce",
            "auth_time",
            "acr",
            "amr",
            "at_hash",
            "c_hash",
            "s_hash",
            "events",
            "typ",
        ];
        let mut known: Map<String, Value> = RESERVED.iter().map(|name| ((*name).to_owned(), json!("evil"))).collect();
        known.insert("email".to_owned(), json!("ada@people.example"));
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[(USER, PASSWORD, known.into())])]).await;
        // Nor can anybody have them put there.
        for name in RESERVED {
            for kind in ["id_token", "access_token"] {
                let claim = json!({"name": name, "mapping": "email", "scopes": ["openid"], "type": kind});
                let path = "/api/admin/{tid}/claims";
                let mut body = claim.clone();
                body["authorization_server_id"] = json!(DEFAULT);
                let answer = tenant.post(path).json(body).send().await;
                assert!((400..500).contains(&answer.status), "{name}: {}", answer.text());
            }
        }
        let application = RelyingParty::web(&tenant, &["openid", "email", "profile", "offline_access"]).await;
        let claims = json!({"id_token": Value::Null, "userinfo": Value::Null});
        let mut wanted = claims;
        for place in ["id_token", "userinfo"] {
            wanted[place] = RESERVED.iter().map(|name| ((*name).to_owned(), Value::Null)).collect::<Map<_, _>>().into();
        }
        let request = application
            .request()
            .with("scope", "openid email profile offline_access")
            .with("claims", &wanted.to_string());
        let tokens = application.sign_in(&mut agent(&tenant), &request, ADA).await;
        let next = Tokens::from(&application.refresh(tokens.refresh_token()).await);
        for token in [tokens.id_token(), &tokens.access_token, next.id_token(), &next.access_token] {
            let claims = claims_of(token);
            assert!(!claims.to_string().contains("evil"), "{claims}");
            assert_eq!((&claims["iss"], &claims["sub"]), (&json!(application.issuer), &json!(USER)));
        }
        let nonce = Some(request.nonce.as_str());
        let _ = application.verify_id_token(tokens.id_token(), nonce, Some(&tokens.access_token), None).await;
        let userinfo = application.userinfo(&next.access_token).await.expect(200).json();
        assert!(!userinfo.to_string().contains("evil"), "{userinfo}");
        assert_eq!(userinfo["sub"], USER);
        let said = application.introspect(&next.access_token).await;
        assert!(said["active"] == true && !said.to_string().contains("evil"), "{said}");
    })
    .await;
}
