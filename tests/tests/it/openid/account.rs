//! The account page: what users see of theirs there and take back, that nobody else's is touched by any form, and that nothing happens but by their own will.

mod letting_in;
mod namesakes;

use std::collections::BTreeSet;

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::relying_party::application;
use authplane_tests::user_agent::{Outcome, Page};
use authplane_tests::users::{OTHER_USER, PASSWORD, USER};
use authplane_tests::{RelyingParty, Tenant, UserAgent};
use http::Method;
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::logout::is_signed_in;
use super::with_users_on_both;
use crate::it::acp::admin::consents;
use crate::it::acp::system::consents::patch;
use crate::it::statements::Sent;

const ADA: (&str, &str) = (USER, PASSWORD);
const OTTO: (&str, &str) = (OTHER_USER, PASSWORD);
const PARTS: [&str; 5] = ["", "/applications", "/consents", "/sessions", "/events"];

fn account(tenant: &Tenant, part: &str) -> String {
    format!("{}/account{part}", tenant.server.issuer(&tenant.id, DEFAULT))
}

/// A part of the account page, of somebody who is signed in by now.
async fn open(agent: &mut UserAgent, tenant: &Tenant, part: &str, user: (&str, &str)) -> Page {
    let outcome = agent.get(&account(tenant, part)).await;
    let is_there = |page: &Page| page.url.path().contains("/account");
    agent.walk(outcome, user.0, user.1, is_there).await.page().expect(200)
}

async fn visitor(tenant: &Tenant, user: (&str, &str)) -> UserAgent {
    let mut agent = UserAgent::new(tenant.server.url());
    let _ = open(&mut agent, tenant, "", user).await;
    agent
}

/// The token that the forms of a part have.
async fn token(agent: &mut UserAgent, tenant: &Tenant, user: (&str, &str)) -> String {
    open(agent, tenant, "/sessions", user).await.forms()[0].value("csrf").to_owned()
}

async fn album(tenant: &Tenant) -> RelyingParty {
    let mut details = application(&["openid", "email", "profile", "offline_access"]);
    "Album".clone_into(&mut details.name);
    RelyingParty::register(tenant, details).await
}

/// The form that is about this.
fn form_about<'p>(page: &'p Page, name: &str, value: &str) -> Option<&'p authplane_tests::html::Form> {
    page.forms().iter().find(|form| form.control(name).is_some_and(|control| control.value == value))
}

/// Runs a statement past the server, as an earlier release may have done.
async fn tamper(tenant: &Tenant, statement: &str) {
    let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
    assert_eq!(connection.execute_unprepared(statement).await.unwrap().rows_affected(), 1, "{statement}");
    connection.close().await.unwrap();
}

/// What came of a form: a redirect to a page, which a browser can load as often as it likes.
#[track_caller]
fn done(outcome: Outcome) -> Page {
    let page = outcome.page().expect(200);
    let step = page.history.iter().find(|step| step.method == Method::POST).expect("it was posted");
    assert_eq!(step.status, 303, "{page}");
    page
}

#[tokio::test]
async fn an_application_loses_everything_and_only_that_of_this_user() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let other = RelyingParty::web(&tenant, &["openid"]).await;
        let request = album.request().with("scope", "openid email offline_access");
        let (mut ada, mut otto) = (UserAgent::new(tenant.server.url()), UserAgent::new(tenant.server.url()));
        let tokens = album.sign_in(&mut ada, &request, ADA).await;
        let kept_of_other = other.sign_in(&mut ada, &other.request(), ADA).await;
        let kept = album.sign_in(&mut otto, &request, OTTO).await;

        let page = open(&mut ada, &tenant, "/applications", ADA).await;
        let words = page.words();
        for shown in ["Album", "Your email address", "Has access while you are away", "48 hours", "Remove access"] {
            assert!(words.contains(shown), "{shown}: {page}");
        }
        assert!(!words.contains("such tokens may be accepted until"), "{page}");
        let form = form_about(&page, "client_id", &album.client.id).unwrap();
        let page = done(ada.submit(form, &[]).await);
        let words = page.words();
        assert!(
            words.contains("The access was removed") && words.contains("such tokens may be accepted until"),
            "{page}"
        );
        assert!(form_about(&page, "client_id", &album.client.id).is_none(), "{page}");
        assert!(form_about(&page, "client_id", &other.client.id).is_some(), "{page}");

        assert_eq!(album.introspect(&tokens.access_token).await, json!({"active": false}));
        assert_eq!(album.refresh(tokens.refresh_token()).await.expect(400).json()["error"], "invalid_grant");
        let page = ada.get(&request.url()).await.page().expect(200);
        assert!(page.form_with("decision").is_some(), "they are asked again: {page}");
        assert_eq!(other.introspect(&kept_of_other.access_token).await["active"], true);
        assert_eq!(album.introspect(&kept.access_token).await["active"], true);
        let _ = album.refresh(kept.refresh_token()).await.expect(200);
        let events = tenant.audit_events().await;
        assert_eq!(events.iter().filter(|(action, _)| action == "authorization_grant.remove").count(), 1, "{events:?}");

        // What isn't theirs, or isn't there, is nothing.
        let token = token(&mut ada, &tenant, ADA).await;
        for id in [album.client.id.as_str(), "nobody", "\u{1f980}", "a/b", "';--", ""] {
            let fields = [("csrf", token.as_str()), ("client_id", id)];
            let _ = done(ada.post(&account(&tenant, "/applications"), &fields).await);
        }
        assert_eq!(album.introspect(&kept.access_token).await["active"], true);
    })
    .await;
}

#[tokio::test]
async fn access_without_a_question_is_shown_and_so_is_what_is_gone() {
    with_users_on_both(async |tenant| {
        let mut details = application(&["openid", "email"]);
        details.trusted = true;
        details.name = String::new();
        let trusted = RelyingParty::register(&tenant, details).await;
        let mut ada = UserAgent::new(tenant.server.url());
        let request = trusted.request().with("scope", "openid email");
        let _ = trusted.sign_in(&mut ada, &request, ADA).await;
        // By its id, since it has no name.
        let page = open(&mut ada, &tenant, "/applications", ADA).await;
        assert!(page.words().contains(&trusted.client.id), "{page}");
        // Its row can't be read any more, and what was written of its scopes is nothing that is known.
        let (id, client) = (tenant.id.clone(), trusted.client.id.clone());
        for statement in [
            format!("UPDATE clients SET metadata = '\"?\"' WHERE tenant_id = '{id}' AND id = '{client}'"),
            format!("UPDATE scope_grants SET scope_name = 'gone' WHERE tenant_id = '{id}' AND scope_name = 'email'"),
            format!("UPDATE authorization_grants SET data = '\"?\"' WHERE tenant_id = '{id}'"),
        ] {
            tamper(&tenant, &statement).await;
        }
        let page = open(&mut ada, &tenant, "/applications", ADA).await;
        assert!(page.words().contains(&client) && page.words().contains("gone"), "{page}");
        let page = done(ada.submit(form_about(&page, "client_id", &client).unwrap(), &[]).await);
        assert!(page.words().contains("No application has access"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn consents_are_given_as_they_were_read_and_withdrawn_where_they_can_be() {
    with_users_on_both(async |tenant| {
        let (path, consent) = consents::made(&tenant).await;
        let id = consent["id"].as_str().unwrap();
        let mut fixed = consents::whole("terms");
        (fixed["can_be_withdrawn"], fixed["name"]) = (json!(false), json!("Terms of use"));
        let _ = tenant.post("/api/admin/{tid}/consents").json(&fixed).send().await.expect(201);
        let (mut ada, mut otto) = (visitor(&tenant, ADA).await, visitor(&tenant, OTTO).await);

        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        for shown in ["Newsletter", "Not given", "Mail (Marketing, Statistics)", "Printer", "Contact, Address"] {
            assert!(page.words().contains(shown), "{shown}: {page}");
        }
        let give = |page: &Page, id: &str| form_about(page, "consent_id", id).unwrap().clone();
        let first = give(&page, id);
        // Another version is there when the button is pressed: nobody gives what they haven't read.
        let mut next = consents::whole(id);
        next["description"] = json!("Every day");
        let _ = tenant.put(&path).json(&next).send().await.expect(201);
        let page = done(ada.submit(&first, &[("granted", "true")]).await);
        assert!(page.words().contains("has a new version") && page.words().contains("Every day"), "{page}");
        assert_eq!(page.words().matches("Not given").count(), 2, "{page}");

        let page = done(ada.submit(&give(&page, id), &[("granted", "true")]).await);
        assert!(page.words().contains("You gave your consent") && page.words().contains("Given on"), "{page}");
        let page = done(ada.submit(&give(&page, "terms"), &[("granted", "true")]).await);
        assert!(form_about(&page, "consent_id", "terms").is_none(), "no button: {page}");
        assert!(page.words().contains("It cannot be withdrawn here"), "{page}");
        let theirs = open(&mut otto, &tenant, "/consents", OTTO).await;
        assert_eq!(theirs.words().matches("Not given").count(), 2, "{theirs}");

        // Without a button, too.
        let token = token(&mut ada, &tenant, ADA).await;
        let consents_page = account(&tenant, "/consents");
        let shown = async |id: &str| {
            let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
            let select = format!("SELECT version || '-' || lineage AS shown FROM privacy_consents WHERE tenant_id = '{}' AND id = '{id}'", tenant.id);
            let statement = sea_orm::Statement::from_string(connection.get_database_backend(), select);
            let row = connection.query_one_raw(statement).await.unwrap().unwrap();
            connection.close().await.unwrap();
            row.try_get::<String>("", "shown").unwrap()
        };
        let terms = shown("terms").await;
        let fields = [("csrf", token.as_str()), ("consent_id", "terms"), ("granted", "false"), ("shown", terms.as_str())];
        let refused = ada.post(&consents_page, &fields).await.page().expect(422);
        assert!(refused.alerts()[0].contains("cannot be withdrawn"), "{refused}");
        let page = done(ada.submit(&give(&page, id), &[("granted", "false")]).await);
        assert!(page.words().contains("You withdrew your consent"), "{page}");
        // Again, from another window.
        let news = shown(id).await;
        let fields = [("csrf", token.as_str()), ("consent_id", id), ("granted", "false"), ("shown", news.as_str())];
        let page = done(ada.post(&consents_page, &fields).await);
        assert!(!page.words().contains("You withdrew"), "{page}");
        let nothing = [("csrf", token.as_str()), ("consent_id", "nothing"), ("granted", "true"), ("shown", "1-x")];
        assert_eq!(ada.post(&consents_page, &nothing).await.page().status, 404);
        let neither = [("csrf", token.as_str()), ("consent_id", id), ("granted", "perhaps"), ("shown", news.as_str())];
        assert_eq!(ada.post(&consents_page, &neither).await.page().status, 400);

        // All of it is in the ledger, in the language of the page, and in the audit log.
        let page = open(&mut ada, &tenant, "/events", ADA).await;
        let titles: Vec<String> = page.all("h2").map(authplane_tests::html::Element::words).collect();
        assert_eq!(titles, ["You withdrew: Newsletter", "You gave: Terms of use", "You gave: Newsletter"], "{page}");
        assert!(page.words().contains("Version 2"), "{page}");
        assert!(open(&mut otto, &tenant, "/events", OTTO).await.words().contains("Nothing has been written"));
        let theirs = open(&mut otto, &tenant, "/consents", OTTO).await;
        let _ = done(otto.submit(&give(&theirs, "terms"), &[("granted", "true")]).await);
        let page = open(&mut otto, &tenant, "/events", OTTO).await;
        let titles: Vec<String> = page.all("h2").map(authplane_tests::html::Element::words).collect();
        assert_eq!(titles, ["You gave: Terms of use"], "one's own alone: {page}");
        let events = tenant.audit_events().await;
        let actions: Vec<&str> = events.iter().map(|(action, _)| action.as_str()).collect();
        assert_eq!(actions.iter().filter(|action| **action == "consent_grant.give").count(), 3, "{actions:?}");
        assert_eq!(actions.iter().filter(|action| **action == "consent_grant.withdraw").count(), 1, "{actions:?}");
    })
    .await;
}

/// A page may be open for long. What it has buttons for is this consent, in this version, and none that was made in its place, however it is called and counted.
#[tokio::test]
async fn an_old_form_neither_gives_nor_takes_back_another_consent_of_its_id() {
    with_users_on_both(async |tenant| {
        let (path, consent) = consents::made(&tenant).await;
        let id = consent["id"].as_str().unwrap();
        let mut ada = visitor(&tenant, ADA).await;
        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        let giving = form_about(&page, "consent_id", id).unwrap().clone();
        let page = done(ada.submit(&giving, &[("granted", "true")]).await);
        let taking = form_about(&page, "consent_id", id).unwrap().clone();

        let _ = tenant.delete(&path).send().await.expect(204);
        let mut another = consents::whole(id);
        another["description"] = json!("Your address goes to everybody");
        let again = tenant.post("/api/admin/{tid}/consents").json(&another).send().await.expect(201).json();
        assert_eq!(again["version"], 1, "it is counted as the first one was");
        let page = done(ada.submit(&giving, &[("granted", "true")]).await);
        assert!(page.words().contains("Not given") && !page.words().contains("You gave"), "{page}");
        let current = form_about(&page, "consent_id", id).unwrap().clone();
        let _ = done(ada.submit(&current, &[("granted", "true")]).await);
        let page = done(ada.submit(&taking, &[("granted", "false")]).await);
        assert!(page.words().contains("Given on") && !page.words().contains("You withdrew"), "{page}");
        // Nor does a form that says nothing of what it showed.
        let token = token(&mut ada, &tenant, ADA).await;
        for granted in ["true", "false"] {
            let fields = [("csrf", token.as_str()), ("consent_id", id), ("granted", granted), ("version", "1")];
            let page = done(ada.post(&account(&tenant, "/consents"), &fields).await);
            assert!(page.words().contains("Given on"), "{page}");
        }
        // In another version of the same one it is taken back all the same.
        let mut next = another.clone();
        next["update_existing_grants"] = json!("implicitAll");
        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        let old = form_about(&page, "consent_id", id).unwrap().clone();
        let _ = tenant.put(&path).json(&next).send().await.expect(201);
        let page = done(ada.submit(&old, &[("granted", "false")]).await);
        assert!(page.words().contains("You withdrew"), "{page}");
    })
    .await;
}

/// Each may have tens of kilobytes, and there may be any number of them.
#[tokio::test]
async fn however_many_consents_there_are_no_more_than_a_few_are_read_at_once() {
    with_users_on_both(async |tenant| {
        for number in 0..60 {
            let new = consents::whole(&format!("consent-{number:02}"));
            let _ = tenant.post("/api/admin/{tid}/consents").json(&new).send().await.expect(201);
        }
        let mut ada = visitor(&tenant, ADA).await;
        let sent = Sent::by(&tenant.server);
        let few_at_once = |what: &str| {
            let taken = sent.take();
            let of_consents = taken.iter().filter(|statement| statement.sql.contains("FROM \"privacy_consents\""));
            let whole: Vec<_> =
                of_consents.filter(|statement| statement.sql.contains("\"internal_services\"")).collect();
            assert!(!whole.is_empty(), "{what} reads consents");
            for statement in whole {
                let values = statement.values.as_ref().map(|values| values.0.len()).unwrap_or_default();
                assert!(values <= 9 && statement.sql.contains("\"id\" IN ("), "{what}: {statement}");
            }
        };
        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        few_at_once("the page");
        assert_eq!(page.all("h2").count(), 50, "{page}");
        let more = page.link("More").expect("there are more").to_owned();
        let _ = sent.take();
        let rest = ada.follow(&page, &more).await.page().expect(200);
        few_at_once("the next page");
        assert_eq!(rest.all("h2").count(), 10, "{rest}");
        assert!(form_about(&rest, "consent_id", "consent-50").is_some(), "in the order of their creation: {rest}");
        assert!(form_about(&rest, "consent_id", "consent-49").is_none() && rest.link("More").is_none(), "{rest}");
        let gone = ada.get(&account(&tenant, "/consents?after=nothing")).await.page().expect(200);
        assert!(form_about(&gone, "consent_id", "consent-00").is_some(), "behind one that is gone is the beginning");
        let _ = sent.take();
        let data = ada.call(Method::GET, &account(&tenant, "/data.json")).send().await.expect(200).json();
        few_at_once("the download");
        let ids: Vec<&str> =
            data["consents"].as_array().unwrap().iter().map(|consent| consent["id"].as_str().unwrap()).collect();
        assert_eq!(ids, (0..60).map(|number| format!("consent-{number:02}")).collect::<Vec<_>>());
        assert_eq!(data["events"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn sessions_end_one_by_one_and_all_at_once_and_nobody_elses() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let request = album.request().with("scope", "openid offline_access");
        let (mut here, mut there, mut elsewhere) =
            (visitor(&tenant, ADA).await, visitor(&tenant, ADA).await, visitor(&tenant, ADA).await);
        let mut otto = visitor(&tenant, OTTO).await;
        let tokens = album.sign_in(&mut there, &request, ADA).await;
        let of_otto = album.sign_in(&mut otto, &request, OTTO).await;
        let id = |page: &Page| page.forms().iter().find_map(|form| form.control("session_id")).unwrap().value.clone();
        let others = open(&mut otto, &tenant, "/sessions", OTTO).await;
        assert!(others.forms().iter().all(|form| form.control("session_id").is_none()), "only one's own: {others}");

        let page = open(&mut here, &tenant, "/sessions", ADA).await;
        let words = page.words();
        assert_eq!(words.matches("This browser\n").count().max(1), 1, "{page}");
        assert_eq!(
            (words.matches("Another browser").count(), words.matches("Sign out there").count()),
            (2, 2),
            "{page}"
        );
        assert!(
            words.contains("From the address 127.0.0.1") && words.contains("Signed in with: Method people"),
            "{page}"
        );
        assert_eq!(page.all("li").filter(|item| item.attribute("aria-current") == Some("true")).count(), 1);

        // The newest of the others.
        let first = id(&page);
        let form = form_about(&page, "session_id", &first).unwrap().clone();
        let page = done(here.submit(&form, &[("end", "one")]).await);
        assert!(page.words().contains("Signed out there"), "{page}");
        assert_eq!(page.words().matches("Another browser").count(), 1, "{page}");
        let remaining = [is_signed_in(&there, &album).await, is_signed_in(&elsewhere, &album).await];
        assert!(is_signed_in(&here, &album).await || !remaining[0] || !remaining[1]);

        // A session of somebody else's, by the id that they know.
        let token = token(&mut here, &tenant, ADA).await;
        let claims = authplane_tests::relying_party::claims_of(of_otto.id_token());
        for session in [claims["sid"].as_str().unwrap(), "nothing", "\u{1f980}", ""] {
            let fields = [("csrf", token.as_str()), ("end", "one"), ("session_id", session)];
            let _ = done(here.post(&account(&tenant, "/sessions"), &fields).await);
            assert!(is_signed_in(&otto, &album).await, "{session}");
        }
        let page = done(here.post(&account(&tenant, "/sessions"), &[("csrf", &token), ("end", "others")]).await);
        assert!(!page.words().contains("Another browser"), "{page}");
        for agent in [&mut there, &mut elsewhere] {
            let page = agent.get(&account(&tenant, "")).await.page().expect(200);
            assert!(page.form_with("password").is_some(), "{page}");
        }
        // What an application has while the user is away isn't that of a session.
        assert_eq!(album.introspect(&tokens.access_token).await["active"], true);
        let page = done(here.post(&account(&tenant, "/sessions"), &[("csrf", &token), ("end", "all")]).await);
        assert!(page.words().contains("You are signed out"), "{page}");
        assert_eq!(album.introspect(&tokens.access_token).await["active"], false);
        assert_eq!(album.refresh(tokens.refresh_token()).await.expect(400).json()["error"], "invalid_grant");
        assert!(is_signed_in(&otto, &album).await);
        assert_eq!(album.introspect(&of_otto.access_token).await["active"], true);
        let page = here.get(&account(&tenant, "")).await.page().expect(200);
        assert!(page.form_with("password").is_some(), "{page}");
        let events = tenant.audit_events().await;
        let count = |wanted: &str| events.iter().filter(|(action, _)| action == wanted).count();
        assert_eq!((count("user.sign_out"), count("sessions.remove")), (2, 1), "{events:?}");
    })
    .await;
}

#[tokio::test]
async fn all_of_it_is_a_download_however_long_the_ledger_is() {
    with_users_on_both(async |tenant| {
        let album = album(&tenant).await;
        let (_, consent) = consents::made(&tenant).await;
        let (mut ada, mut otto) = (UserAgent::new(tenant.server.url()), visitor(&tenant, OTTO).await);
        let _ = album.sign_in(&mut ada, &album.request().with("scope", "openid email"), ADA).await;
        // More than one page of events, and more than one part.
        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        let id = consent["id"].as_str().unwrap();
        let _ = done(ada.submit(form_about(&page, "consent_id", id).unwrap(), &[]).await);
        for turn in 1..62 {
            let wish = json!({"consents": [{"consent_id": id, "granted": turn % 2 == 0}]});
            let _ = patch(&tenant, USER, wish).await.expect(201);
        }
        let answer = ada.call(Method::GET, &account(&tenant, "/data.json")).send().await.expect(200);
        for (name, value) in [
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
            ("content-disposition", "attachment; filename=\"account-data.json\""),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(answer.header(name), value);
        }
        let data = answer.json();
        assert_eq!((&data["subject"], &data["authentication_context"]["name"]), (&json!(USER), &json!("Ada Example")));
        assert_eq!(data["applications"][0]["client_id"], album.client.id);
        assert_eq!(data["applications"][0]["scopes"], json!(["email", "openid"]));
        assert_eq!((&data["consents"][0]["granted"], &data["consents"][0]["version"]), (&json!(false), &json!(1)));
        assert_eq!(
            (&data["sessions"][0]["current"], &data["sessions"][0]["address"]),
            (&json!(true), &json!("127.0.0.1"))
        );
        let events = data["events"].as_array().unwrap();
        let numbers: BTreeSet<u64> = events.iter().map(|event| event["number"].as_u64().unwrap()).collect();
        assert_eq!((events.len(), numbers.len()), (62, 62));
        // As the API has them, in the form that is signed.
        let kind = |event: &Value| event["payload"]["event_type"].as_str().unwrap().to_owned();
        assert_eq!((kind(&events[0]), kind(&events[61])), ("consent_granted".to_owned(), "consent_revoked".to_owned()));
        assert_eq!(events[0]["payload"]["consent_granted"]["language"], "en");
        assert!(events[0]["payload_signature"].as_str().unwrap().contains(".."), "{}", events[0]);
        // The pages, newest first, each event once.
        let mut page = open(&mut ada, &tenant, "/events", ADA).await;
        let mut seen = Vec::new();
        for count in [20, 20, 20, 2] {
            assert_eq!(page.all("h2").count(), count, "{page}");
            seen.push(count);
            let Some(older) = page.link("Older events").map(str::to_owned) else { break };
            page = ada.follow(&page, &older).await.page().expect(200);
        }
        assert_eq!(seen.len(), 4, "{page}");
        assert!(page.link("Back to the beginning").is_some(), "{page}");
        for odd in ["0", "-1", "x", "99999999999999999999", "", "18446744073709551615", "1%00"] {
            let page = ada.get(&account(&tenant, &format!("/events?before={odd}"))).await.page();
            assert_eq!(page.status, 200, "{odd}: {page}");
        }
        for part in ["/applications", "/consents"] {
            let page = ada.get(&account(&tenant, &format!("{part}?after=zzzz%2F..&notice=%3Cb%3E"))).await.page();
            assert_eq!(page.status, 200, "{page}");
        }
        let theirs = otto.get(&account(&tenant, "/data.json")).await.page().expect(200);
        let theirs: Value = serde_json::from_str(&theirs.body).unwrap();
        assert_eq!((&theirs["events"], &theirs["applications"]), (&json!([]), &json!([])), "{theirs}");
    })
    .await;
}

#[tokio::test]
async fn a_row_that_cannot_be_read_hides_no_other_consent() {
    with_users_on_both(async |tenant| {
        for id in ["newsletter", "terms"] {
            let _ = tenant.post("/api/admin/{tid}/consents").json(consents::whole(id)).send().await.expect(201);
        }
        let mut ada = visitor(&tenant, ADA).await;
        for id in ["newsletter", "terms"] {
            let page = open(&mut ada, &tenant, "/consents", ADA).await;
            let form = form_about(&page, "consent_id", id).unwrap().clone();
            let _ = done(ada.submit(&form, &[("granted", "true")]).await);
        }
        let lineage = "SELECT lineage FROM privacy_consents WHERE id = 'terms' AND privacy_consents.tenant_id = consent_grants.tenant_id";
        let of_tenant = format!("tenant_id = '{}' AND lineage = ({lineage})", tenant.id);
        tamper(&tenant, &format!("UPDATE consent_grants SET grant_type = 'odd' WHERE {of_tenant}")).await;
        let page = open(&mut ada, &tenant, "/consents", ADA).await;
        let words = page.words();
        assert_eq!((words.matches("Given on").count(), words.matches("Not given").count()), (1, 1), "{page}");
        let data = ada.call(Method::GET, &account(&tenant, "/data.json")).send().await.expect(200).json();
        assert_eq!(data["events"].as_array().unwrap().len(), 2, "{data}");
    })
    .await;
}

#[tokio::test]
async fn a_known_device_is_forgotten_where_it_is() {
    with_users_on_both(async |tenant| {
        let mut ada = visitor(&tenant, ADA).await;
        let page = open(&mut ada, &tenant, "/sessions", ADA).await;
        let form = form_about(&page, "forget", "device").expect("it signed in before").clone();
        let page = done(ada.submit(&form, &[]).await);
        assert!(page.words().contains("no longer one of your known devices"), "{page}");
        assert!(page.words().contains("is not a known device") && form_about(&page, "forget", "device").is_none());
        assert!(ada.cookies.kept().iter().all(|cookie| !cookie.name.contains("-device-")), "{:?}", ada.cookies);
    })
    .await;
}
