//! Users at the pages and doors of the tenant's default authorization server: how they sign in, whom applications are told of, and what ends it.

use std::sync::Arc;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::environment::{Clock as _, ManualClock};
use authplane_tests::relying_party::{AuthorizationResponse, Tokens, application, claims_of};
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{DIRECTORY, METHOD, PASSWORD, USER, static_method};
use authplane_tests::{Database, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both};
use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};

use super::passwords::{is_right, with_digest};
use super::{USERS, id_of, now, path_of, refused, suspend, user};
use crate::it::openid::SCOPES;
use crate::it::openid::logout::is_signed_in;
use crate::it::things;

/// What a user is made from who is called so.
fn called(name: &str) -> Value {
    json!({"username": name, "password": PASSWORD})
}

fn agent(tenant: &Tenant) -> UserAgent {
    UserAgent::new(tenant.server.url()).choosing(DIRECTORY)
}

/// Where somebody gets to who came for an application and enters this.
async fn enter(agent: &mut UserAgent, app: &RelyingParty, name: &str, password: &str) -> Outcome {
    let start = agent.get(&app.request().url()).await;
    let page = agent.walk(start, "", "", |page| page.form_with("password").is_some()).await.page();
    agent.submit(page.form_with("password").unwrap(), &[("username", name), ("password", password)]).await
}

/// The page that says no to somebody, who has no session by then.
async fn turned_away(mut agent: UserAgent, app: &RelyingParty, name: &str, password: &str) -> Page {
    let page = enter(&mut agent, app, name, password).await.page();
    assert!((400..500).contains(&page.status) && page.form_with("decision").is_none(), "{name:?}: {page}");
    assert!(agent.cookies.kept().iter().all(|cookie| !cookie.name.contains("session")), "{name:?}: {page}");
    page
}

/// Somebody who is signed in to an application, and what it holds of them.
struct Held {
    app: RelyingParty,
    agent: UserAgent,
    tokens: Tokens,
}

/// What works as long as nothing ended it.
const ALL: [&str; 4] = ["the session", "userinfo", "the access token", "the refresh token"];

impl Held {
    async fn of(tenant: &Tenant, name: &str) -> Self {
        let app = RelyingParty::web(tenant, &SCOPES).await;
        let mut agent = agent(tenant);
        let request = app.request().with("scope", "openid offline_access");
        let tokens = app.sign_in(&mut agent, &request, (name, PASSWORD)).await;
        Self { app, agent, tokens }
    }

    async fn working(&self) -> Vec<&'static str> {
        let Self { app, agent, tokens } = self;
        let userinfo = app.userinfo(&tokens.access_token).await;
        assert!(matches!(userinfo.status, 200 | 401), "{}", userinfo.text());
        let is_active = async |token: &str| app.introspect(token).await["active"] == true;
        let works = [
            is_signed_in(agent, app).await,
            userinfo.status == 200,
            is_active(&tokens.access_token).await,
            is_active(tokens.refresh_token()).await,
        ];
        ALL.into_iter().zip(works).filter(|(_, works)| *works).map(|(what, _)| what).collect()
    }

    async fn assert_over(&self, when: &str) {
        assert_eq!(self.working().await, [""; 0], "{when}");
        let answer = self.app.refresh(self.tokens.refresh_token()).await.expect(400).json();
        assert_eq!(answer["error"], "invalid_grant", "{when}");
    }

    /// And the application has another refresh token from then on.
    async fn assert_goes_on(&mut self, when: &str) {
        assert_eq!(self.working().await, ALL, "{when}");
        self.tokens = Tokens::from(&self.app.refresh(self.tokens.refresh_token()).await);
        assert_eq!(self.working().await, ALL, "{when}");
    }
}

#[tokio::test]
async fn a_user_signs_in_by_name_by_address_in_any_case_and_by_number_and_is_one_subject() {
    on_both(async |tenant| {
        let made = user(
            &tenant,
            json!({"username": "Ada_1", "primaryEmail": "Ä.Da@People.example", "primaryPhone": "0491700", "password": PASSWORD}),
        )
        .await;
        let _ = user(&tenant, called("ada_1")).await;
        let app = RelyingParty::web(&tenant, &SCOPES).await;
        for name in ["Ada_1", "Ä.Da@People.example", "ä.da@people.example", "ä.dA@PEOPLE.EXAMPLE", "0491700"] {
            let request = app.request();
            let tokens = app.sign_in(&mut agent(&tenant), &request, (name, PASSWORD)).await;
            let access_token = tokens.access_token.as_str();
            let claims = app.verify_id_token(tokens.id_token(), Some(&request.nonce), Some(access_token), None).await;
            assert_eq!(claims["sub"], made["id"], "{name}");
            assert_eq!(app.userinfo(access_token).await.expect(200).json(), json!({"sub": made["id"]}), "{name}");
            let told = app.introspect(access_token).await;
            assert_eq!((&told["active"], &told["sub"]), (&json!(true), &made["id"]), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_isn_t_known_and_whoever_is_wrong_are_told_the_same() {
    on_both(async |tenant| {
        let ada = user(
            &tenant,
            json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "password": PASSWORD}),
        )
        .await;
        let _ = user(&tenant, json!({"username": "without"})).await;
        let _ = user(&tenant, json!({"username": "broken", "passwordDigest": PASSWORD, "passwordAlgorithm": "Bcrypt"})).await;
        let suspended = user(&tenant, called("suspended")).await;
        suspend(&tenant, &suspended, true).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let said = async |name: &str, password: &str| {
            let page = turned_away(agent(&tenant), &app, name, password).await;
            assert!(page.form_with("password").is_some() && !page.alerts().is_empty(), "{page}");
            (page.status, page.alerts())
        };
        let unknown = said("nobody", PASSWORD).await;
        for (name, password) in [
            ("ada", "wrong"),
            ("ada", "Password"),
            ("ada", ""),
            ("ada@people.example", "wrong"),
            ("491700", "wrong"),
            // None of these is somebody's name.
            ("ADA", PASSWORD),
            ("nobody@people.example", PASSWORD),
            ("4917000", PASSWORD),
            ("", PASSWORD),
            ("%", PASSWORD),
            ("ada@people.example\u{feff}", PASSWORD),
            (id_of(&ada), PASSWORD),
            ("without", PASSWORD),
            ("without", ""),
            ("broken", PASSWORD),
            // Only whoever knows the password hears of that.
            ("suspended", "wrong"),
        ] {
            assert_eq!(said(name, password).await, unknown, "{name:?} {password:?}");
        }
        let _ = app.sign_in(&mut agent(&tenant), &app.request(), ("ada", PASSWORD)).await;
        assert_eq!(now(&tenant, &suspended).await["lastSignInAt"], json!(null));
    })
    .await;
}

#[tokio::test]
async fn whoever_brought_a_digest_signs_in_by_its_password_the_first_time_and_ever_after() {
    on_both(async |tenant| {
        let made = with_digest(&tenant, ("MD5", "5f4dcc3b5aa765d61d8327deb882cf99")).await;
        let _ = tenant.patch(&path_of(&made)).json(json!({"username": "ada"})).send().await.expect(200);
        let mut first = Held::of(&tenant, "ada").await;
        let mut second = Held::of(&tenant, "ada").await;
        turned_away(agent(&tenant), &first.app, "ada", "wrong").await;
        assert!(is_right(&tenant, &made, PASSWORD).await);
        // The digest of ours that took its place is of the same password.
        first.assert_goes_on("the first").await;
        second.assert_goes_on("the second").await;
    })
    .await;
}

#[tokio::test]
async fn an_application_is_told_of_a_user_what_its_scopes_are_for() {
    on_both(async |tenant| {
        let made = user(
            &tenant,
            json!({
                "username": "ada", "password": PASSWORD, "name": "Ada Lovelace", "avatar": "https://people.example/ada.png",
                "primaryEmail": "Ada@people.example", "primaryPhone": "491700", "customData": {"secret": "Kept Here"},
                "profile": {"familyName": "Lovelace", "givenName": "Ada", "middleName": "King", "nickname": "countess",
                    "preferredUsername": "ada.l", "profile": "https://people.example/ada", "website": "https://ada.example",
                    "gender": "female", "birthdate": "1815-12-10", "zoneinfo": "Europe/London", "locale": "en-GB",
                    "address": {"formatted": "London", "locality": "London", "region": "London", "country": "England"}},
            }),
        )
        .await;
        let app = RelyingParty::web(&tenant, &SCOPES).await;
        let told = async |scopes: &str| {
            let request = app.request().with("scope", scopes);
            let tokens = app.sign_in(&mut agent(&tenant), &request, ("ada", PASSWORD)).await;
            app.userinfo(&tokens.access_token).await.expect(200).json()
        };
        let whole = told(&SCOPES.join(" ")).await;
        for (claim, value) in [
            ("sub", made["id"].clone()),
            ("name", json!("Ada Lovelace")),
            ("picture", json!("https://people.example/ada.png")),
            ("email", json!("Ada@people.example")),
            ("email_verified", json!(true)),
            ("phone_number", json!("491700")),
            ("phone_number_verified", json!(true)),
            ("family_name", json!("Lovelace")),
            ("given_name", json!("Ada")),
            ("middle_name", json!("King")),
            ("nickname", json!("countess")),
            ("preferred_username", json!("ada.l")),
            ("profile", json!("https://people.example/ada")),
            ("website", json!("https://ada.example")),
            ("gender", json!("female")),
            ("birthdate", json!("1815-12-10")),
            ("zoneinfo", json!("Europe/London")),
            ("locale", json!("en-GB")),
            ("address", json!({"formatted": "London", "locality": "London", "region": "London", "country": "England"})),
        ] {
            assert_eq!(whole[claim], value, "{claim}");
        }
        assert!(!whole.to_string().contains("Kept Here"), "{whole}");
        let email = told("openid email").await;
        assert_eq!(email, json!({"sub": made["id"], "email": "Ada@people.example", "email_verified": true}));
        // Who signs in later is told of as they are then.
        let body = json!({"name": "Ada King", "primaryEmail": null, "profile": {"nickname": "ada"}});
        let _ = tenant.patch(&path_of(&made)).json(body).send().await.expect(200);
        let whole = told(&SCOPES.join(" ")).await;
        assert_eq!((&whole["name"], &whole["nickname"]), (&json!("Ada King"), &json!("ada")));
        for gone in ["email", "family_name", "address"] {
            assert!(whole[gone].is_null(), "{gone}: {whole}");
        }
        assert_ne!(whole["email_verified"], json!(true));
    })
    .await;
}

#[tokio::test]
async fn suspension_ends_all_that_a_user_has_at_once_and_its_end_gives_nothing_back() {
    on_both(async |tenant| {
        let names = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "password": PASSWORD});
        let ada = user(&tenant, names).await;
        let _ = user(&tenant, called("otto")).await;
        let (mut held, mut others) = (Held::of(&tenant, "ada").await, Held::of(&tenant, "otto").await);
        held.assert_goes_on("before").await;
        suspend(&tenant, &ada, true).await;
        held.assert_over("suspended").await;
        others.assert_goes_on("somebody else").await;
        for name in ["ada", "ada@people.example", "491700"] {
            turned_away(agent(&tenant), &held.app, name, PASSWORD).await;
        }
        assert!(is_right(&tenant, &ada, PASSWORD).await, "it is their password all the same");
        suspend(&tenant, &ada, true).await;
        suspend(&tenant, &ada, false).await;
        held.assert_over("no longer suspended").await;
        let mut again = Held::of(&tenant, "ada").await;
        held.assert_over("signed in again").await;
        again.assert_goes_on("signed in again").await;
        suspend(&tenant, &ada, false).await;
        again.assert_goes_on("who wasn't suspended").await;
        suspend(&tenant, &ada, true).await;
        again.assert_over("suspended again").await;
        others.assert_goes_on("somebody else").await;
    })
    .await;
}

#[tokio::test]
async fn deletion_ends_all_that_a_user_has_and_the_next_of_their_name_is_somebody_else() {
    on_both(async |tenant| {
        let ada = user(&tenant, called("ada")).await;
        let _ = user(&tenant, called("otto")).await;
        let (mut held, mut others) = (Held::of(&tenant, "ada").await, Held::of(&tenant, "otto").await);
        held.assert_goes_on("before").await;
        let _ = tenant.delete(&path_of(&ada)).send().await.expect(204);
        held.assert_over("deleted").await;
        let gone = turned_away(agent(&tenant), &held.app, "ada", PASSWORD).await;
        let unknown = turned_away(agent(&tenant), &held.app, "nobody", PASSWORD).await;
        assert_eq!((gone.status, gone.alerts()), (unknown.status, unknown.alerts()));
        let next = user(&tenant, called("ada")).await;
        held.assert_over("there is another of the name").await;
        // Nobody has asked them yet what the former one was asked.
        let request = held.app.request();
        let mut browser = agent(&tenant);
        let question = enter(&mut browser, &held.app, "ada", PASSWORD).await.page().expect(200);
        assert!(question.form_with("decision").is_some(), "{question}");
        let tokens = held.app.sign_in(&mut browser, &request, ("ada", PASSWORD)).await;
        assert_eq!(claims_of(tokens.id_token())["sub"], next["id"]);
        assert_ne!(next["id"], ada["id"]);
        others.assert_goes_on("somebody else").await;
    })
    .await;
}

#[tokio::test]
async fn another_password_or_another_name_ends_nothing_and_is_the_one_to_sign_in_by() {
    on_both(async |tenant| {
        let ada = user(&tenant, called("ada")).await;
        let mut held = Held::of(&tenant, "ada").await;
        let path = format!("{}/password", path_of(&ada));
        let _ = tenant.patch(&path).json(json!({"password": "another"})).send().await.expect(200);
        held.assert_goes_on("another password").await;
        turned_away(agent(&tenant), &held.app, "ada", PASSWORD).await;
        let body = json!({"username": "grace", "primaryEmail": "grace@people.example"});
        let _ = tenant.patch(&path_of(&ada)).json(body).send().await.expect(200);
        held.assert_goes_on("another name").await;
        turned_away(agent(&tenant), &held.app, "ada", "another").await;
        for name in ["grace", "GRACE@people.example"] {
            let tokens = held.app.sign_in(&mut agent(&tenant), &held.app.request(), (name, "another")).await;
            assert_eq!(claims_of(tokens.id_token())["sub"], ada["id"], "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_of_somebody_who_is_suspended_or_deleted_since_is_worth_nothing() {
    on_both(async |tenant| {
        let _ = user(&tenant, called("otto")).await;
        for is_deleted in [false, true] {
            let ada = user(&tenant, called("ada")).await;
            let mut held = Held::of(&tenant, "ada").await;
            let request = held.app.request().with("scope", "openid offline_access");
            let left = held.agent.get(&request.url()).await.left();
            let code = AuthorizationResponse::from(&left).code(&held.app, &request).to_owned();
            if is_deleted {
                let _ = tenant.delete(&path_of(&ada)).send().await.expect(204);
            } else {
                suspend(&tenant, &ada, true).await;
                // Nor when they may sign in again by then.
                suspend(&tenant, &ada, false).await;
            }
            let answer = held.app.exchange(&code, &request).await.expect(400).json();
            assert_eq!(answer["error"], "invalid_grant", "deleted: {is_deleted}");
            if !is_deleted {
                let _ = tenant.delete(&path_of(&ada)).send().await.expect(204);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_suspended_or_deleted_while_they_are_asked_gives_nothing() {
    on_both(async |tenant| {
        let _ = user(&tenant, called("otto")).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        for is_deleted in [false, true] {
            let name = if is_deleted { "grace" } else { "ada" };
            let made = user(&tenant, called(name)).await;
            let mut browser = agent(&tenant);
            let question = enter(&mut browser, &app, name, PASSWORD).await.page().expect(200);
            if is_deleted {
                let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
            } else {
                suspend(&tenant, &made, true).await;
                suspend(&tenant, &made, false).await;
            }
            let form = question.form_with("decision").unwrap();
            if let Outcome::Left(left) = browser.submit(form, &[("decision", "allow")]).await {
                assert_eq!(AuthorizationResponse::from(&left).get("code"), None, "{}", left.to);
            }
            assert!(!is_signed_in(&browser, &app).await, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn when_somebody_signed_in_last_is_shown_and_each_write_tells_when_it_was() {
    for database in Database::tested() {
        println!("on {database:?}");
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        let tenant = Tenant::new(&server).await;
        let at = || json!(clock.now().timestamp_millis());
        // Under a clock that stands each row of the tenant was made a little later than the one before.
        clock.advance(TimeDelta::seconds(10));
        let made = user(&tenant, called("ada")).await;
        let made_at = at();
        let times = async || {
            let shown = now(&tenant, &made).await;
            assert_eq!(shown["createdAt"], made_at);
            (shown["lastSignInAt"].clone(), shown["updatedAt"].clone())
        };
        assert_eq!(times().await, (json!(null), made_at.clone()));
        let path = path_of(&made);
        let patch = |part: &str, body: Value| tenant.patch(&format!("{path}{part}")).json(body);
        for write in [
            patch("", json!({"name": "Ada"})),
            patch("/custom-data", json!({"customData": {"a": 1}})),
            patch("/profile", json!({"profile": {"nickname": "ada"}})),
            patch("/password", json!({"password": PASSWORD})),
            patch("/is-suspended", json!({"isSuspended": true})),
            patch("/is-suspended", json!({"isSuspended": false})),
        ] {
            clock.advance(TimeDelta::seconds(10));
            let _ = write.send().await.expect(200);
            assert_eq!(times().await, (json!(null), at()));
        }
        // What is looked at, or refused, is no write.
        let written = at();
        clock.advance(TimeDelta::seconds(10));
        assert!(is_right(&tenant, &made, PASSWORD).await && !is_right(&tenant, &made, "wrong").await);
        let _ = patch("", json!({"username": "1"})).send().await.expect(400);
        let app = RelyingParty::web(&tenant, &SCOPES).await;
        turned_away(agent(&tenant), &app, "ada", "wrong").await;
        assert_eq!(times().await, (json!(null), written));
        for _ in 0..2 {
            clock.advance(TimeDelta::seconds(10));
            let mut held = Held::of(&tenant, "ada").await;
            let signed_in = at();
            assert_eq!(times().await, (signed_in.clone(), signed_in.clone()));
            // Whoever is signed in already signs in by nothing that follows.
            clock.advance(TimeDelta::seconds(10));
            held.assert_goes_on("later").await;
            assert_eq!(times().await, (signed_in.clone(), signed_in));
        }
        server.stop().await;
    }
}

#[tokio::test]
async fn users_sign_in_at_the_default_server_of_their_own_tenant_and_nowhere_else() {
    on_both(async |tenant| {
        let _ = user(&tenant, called("ada")).await;
        let other = things::authorization_server(&tenant).await;
        tenant.set_methods(&other, vec![static_method(METHOD, &[(USER, PASSWORD, json!({}))])]).await;
        let at_other = RelyingParty::register_at(&tenant, &other, application(&["openid"])).await;
        turned_away(agent(&tenant), &at_other, "ada", PASSWORD).await;
        // Nor where somebody writes the address of that way themselves.
        let mut browser = agent(&tenant);
        let page = browser.get(&at_other.request().url()).await.page().expect(200);
        let (_, query) = page.url.as_str().split_once('?').unwrap();
        let address = format!("{}/login/{DIRECTORY}?{query}", at_other.issuer);
        assert_eq!(browser.get(&address).await.page().status, 404, "{address}");
        let stranger = Tenant::new(&tenant.server).await;
        let _ = user(&stranger, called("otto")).await;
        let at_stranger = RelyingParty::web(&stranger, &["openid"]).await;
        turned_away(agent(&stranger), &at_stranger, "ada", PASSWORD).await;
        // They are there all the same.
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let _ = app.sign_in(&mut agent(&tenant), &app.request(), ("ada", PASSWORD)).await;
    })
    .await;
}

#[tokio::test]
async fn beside_other_ways_to_sign_in_theirs_is_one_to_choose_and_its_users_are_other_people() {
    on_both(async |tenant| {
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[("ada", "another", json!({}))])]).await;
        let ada = user(&tenant, called("ada")).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let by = |method: &str| UserAgent::new(tenant.server.url()).choosing(method);
        for (method, password, wrong, subject) in
            [(DIRECTORY, PASSWORD, "another", id_of(&ada)), (METHOD, "another", PASSWORD, "ada")]
        {
            let tokens = app.sign_in(&mut by(method), &app.request(), ("ada", password)).await;
            assert_eq!(claims_of(tokens.id_token())["sub"], subject, "{method}");
            turned_away(by(method), &app, "ada", wrong).await;
        }
        // What happens to one of them is nothing to the other.
        let mut staff = by(METHOD);
        let _ = app.sign_in(&mut staff, &app.request(), ("ada", "another")).await;
        suspend(&tenant, &ada, true).await;
        assert!(is_signed_in(&staff, &app).await);
        suspend(&tenant, &ada, false).await;
        let mut held = Held::of(&tenant, "ada").await;
        tenant.set_methods(DEFAULT, vec![static_method(METHOD, &[("otto", PASSWORD, json!({}))])]).await;
        assert!(!is_signed_in(&staff, &app).await);
        held.assert_goes_on("another list of methods").await;
    })
    .await;
}

#[tokio::test]
async fn what_a_user_is_given_opens_nothing_of_the_management_api() {
    on_both(async |tenant| {
        let ada = user(&tenant, called("ada")).await;
        let held = Held::of(&tenant, "ada").await;
        for path in [USERS.to_owned(), path_of(&ada), format!("{}/custom-data", path_of(&ada))] {
            refused(tenant.get(&path).bearer(&held.tokens.access_token), 401, "auth.unauthorized").await;
        }
        let change = tenant.patch(&path_of(&ada)).json(json!({"name": "Mine"}));
        refused(change.bearer(&held.tokens.access_token), 401, "auth.unauthorized").await;
    })
    .await;
}

/// An administrator's guesses are no attack that anybody would have to be kept out for.
#[tokio::test]
async fn wrong_passwords_at_the_management_api_lock_nobody_out() {
    on_both(async |tenant| {
        let ada = user(&tenant, called("ada")).await;
        for _ in 0..12 {
            assert!(!is_right(&tenant, &ada, "wrong").await);
        }
        assert!(is_right(&tenant, &ada, PASSWORD).await);
        let _ = Held::of(&tenant, "ada").await;
    })
    .await;
}

/// CVE-2025-24806: else whoever knows three names of somebody has three times the guesses.
#[tokio::test]
async fn wrong_passwords_count_for_the_user_whichever_of_their_names_is_typed() {
    for database in Database::tested() {
        println!("on {database:?}");
        let settings = Settings { database, ..Settings::default() }.with("wrong_passwords_per_account", "3");
        let server = TestServer::start(settings).await;
        let tenant = Tenant::new(&server).await;
        let names = ["ada", "Ada@People.example", "+491700"];
        let body = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "password": PASSWORD});
        let _ = user(&tenant, body).await;
        let _ = user(&tenant, called("grace")).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        for name in names {
            let page = turned_away(agent(&tenant), &app, name, "wrong").await;
            assert_eq!(page.status, 400, "{name}");
        }
        for name in names {
            assert_eq!(turned_away(agent(&tenant), &app, name, PASSWORD).await.status, 429, "{name}");
        }
        let _ = app.sign_in(&mut agent(&tenant), &app.request(), ("grace", PASSWORD)).await;
    }
}

/// Two people would have the same address, each of them vouched for.
#[tokio::test]
async fn an_address_that_is_another_user_s_since_is_told_of_that_one_alone() {
    on_both(async |tenant| {
        let address = "boss@people.example";
        let ada = user(&tenant, json!({"username": "ada", "primaryEmail": address, "password": PASSWORD})).await;
        let grace = user(&tenant, called("grace")).await;
        let app = RelyingParty::web(&tenant, &SCOPES).await;
        let request = app.request().with("scope", "openid email offline_access");
        let tokens = app.sign_in(&mut agent(&tenant), &request, ("ada", PASSWORD)).await;
        assert_eq!(claims_of(tokens.id_token())["email"], address);
        for (user, email) in [(&ada, json!(null)), (&grace, json!(address))] {
            let _ = tenant.patch(&path_of(user)).json(json!({"primaryEmail": email})).send().await.expect(200);
        }
        assert_eq!(app.userinfo(&tokens.access_token).await.expect(200).json(), json!({"sub": ada["id"]}));
        let refreshed = Tokens::from(&app.refresh(tokens.refresh_token()).await);
        let claims = claims_of(refreshed.id_token());
        assert_eq!((claims.get("email"), claims.get("email_verified")), (None, None));
        let tokens = app.sign_in(&mut agent(&tenant), &request, ("grace", PASSWORD)).await;
        assert_eq!(claims_of(tokens.id_token())["email"], address);
    })
    .await;
}
