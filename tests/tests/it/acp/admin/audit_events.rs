//! `/api/admin/{tid}/audit-events`.

use std::collections::BTreeSet;
use std::sync::Arc;

use authplane_domain::environment::ManualClock;
use authplane_domain::installation::audit::part::LOOKED_AT;
use authplane_tests::users::{PASSWORD, USER};
use authplane_tests::{Answer, Call, Database, RelyingParty, Settings, Tenant, TestServer, UserAgent, on_both};
use chrono::{DateTime, FixedOffset, TimeDelta};
use futures::TryStreamExt as _;
use http::header::ACCEPT;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::field_of;
use crate::it::nets::{Row, ready};
use crate::it::things::{self, fresh};

const EVENTS: &str = "/api/admin/{tid}/audit-events";
const SERVICES: &str = "/api/admin/{tid}/services";
const LINES: &str = "application/x-ndjson";

fn with(query: &str) -> String {
    format!("{EVENTS}?{query}")
}

fn lines(tenant: &Tenant, query: &str) -> Call {
    tenant.get(&with(query)).header(ACCEPT, LINES)
}

fn of_lines(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.header("content-type"), LINES);
    let text = answer.text();
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'a>(event: &'a Value, member: &str) -> &'a str {
    event[member].as_str().unwrap_or_default()
}

/// When it was. As texts, times with fewer digits come later.
fn time(event: &Value) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text(event, "at")).unwrap()
}

fn ids(events: &[Value]) -> Vec<String> {
    events.iter().map(|event| text(event, "id").to_owned()).collect()
}

/// The events of a page.
async fn page(tenant: &Tenant, query: &str) -> (Vec<Value>, Option<String>) {
    let body = tenant.get(&with(query)).send().await.expect(200).json();
    (body["events"].as_array().unwrap().clone(), body["next"].as_str().map(str::to_owned))
}

/// All of them, as long as they are few.
async fn all(tenant: &Tenant, query: &str) -> Vec<Value> {
    let (events, next) = page(tenant, &format!("limit=1000&{query}")).await;
    assert_eq!(next, None);
    events
}

/// Whatever pages there are, and how many.
async fn walk(tenant: &Tenant, query: &str) -> (Vec<Value>, usize) {
    let (mut walked, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let (events, next) = page(tenant, &format!("{query}&after={after}")).await;
        walked.extend(events);
        pages += 1;
        let Some(next) = next else { return (walked, pages) };
        after = next;
    }
}

/// The path of a link to what follows, where there is one.
fn next_of(answer: &Answer, tenant: &Tenant) -> Option<String> {
    let link = answer.header("link");
    let url = link.strip_prefix('<')?.strip_suffix(">; rel=\"next\"").unwrap_or_else(|| panic!("{link}"));
    Some(url.strip_prefix(tenant.server.control_url()).unwrap_or_else(|| panic!("{url}")).to_owned())
}

async fn make(tenant: &Tenant) -> Answer {
    tenant.post(SERVICES).json(json!({"name": fresh("service")})).send().await.expect(201)
}

/// Writes to the server's database what no request would.
async fn tamper(tenant: &Tenant, sql: &str) -> u64 {
    let connection = sea_orm::Database::connect(tenant.server.database_url()).await.unwrap();
    let rows = connection.execute_unprepared(sql).await.unwrap().rows_affected();
    connection.close().await.unwrap();
    rows
}

/// A tenant on a server of its own, whose clock stands.
async fn with_standing_clock(case: impl AsyncFn(Tenant, &ManualClock)) {
    for database in Database::tested() {
        println!("on {database:?}");
        let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let server = TestServer::start(Settings { database, ..Settings::default() }.with_clock(&clock)).await;
        Box::pin(case(Tenant::new(&server).await, &clock)).await;
    }
}

#[tokio::test]
async fn an_event_says_who_did_what_to_which_thing_in_which_request() {
    on_both(async |tenant| {
        let made = make(&tenant).await;
        let service = made.json();
        let path = format!("{SERVICES}/{}", text(&service, "id"));
        let _ = tenant.put(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let _ = tenant.delete(&path).send().await.expect(204);
        let events = all(&tenant, &format!("object_id={}", text(&service, "id"))).await;
        let told: Vec<_> = events.iter().map(|event| (text(event, "action"), text(event, "object_type"))).collect();
        assert_eq!(
            told,
            ["remove", "change", "create"]
                .map(|verb| format!("service.{verb}"))
                .each_ref()
                .map(|action| (action.as_str(), "service"))
        );
        for event in &events {
            assert_eq!(text(event, "actor"), tenant.administrator.id);
            assert_eq!(text(event, "tenant_id"), tenant.id);
            assert!(!text(event, "address").is_empty(), "{event}");
        }
        assert_eq!(text(&events[2], "request_id"), made.header("x-request-id"));
        assert_eq!(
            (events[1]["before"]["name"].clone(), &events[1]["after"]["name"]),
            (service["name"].clone(), &json!("Renamed"))
        );
        assert!(events[2].get("before").is_none() && events[0].get("after").is_none());
    })
    .await;
}

#[tokio::test]
async fn each_filter_and_several_together_give_what_they_say_and_nothing_else() {
    on_both(async |tenant| {
        let other = tenant.add_client("admin", &["services:write"]).await;
        let token = tenant.ask_for_token(&other, Some("services:write"), &[]).await.expect(200).json();
        let made = make(&tenant).await;
        let by_other =
            tenant.post(SERVICES).json(json!({"name": fresh("service")})).bearer(text(&token, "access_token"));
        let by_other = by_other.send().await.expect(201);
        let path = format!("{SERVICES}/{}", text(&by_other.json(), "id"));
        let _ = tenant.put(&path).json(json!({"name": "Renamed"})).send().await.expect(200);
        let _ = tenant.delete(&path).send().await.expect(204);
        things::policy(&tenant, &json!([])).await;

        let everything = all(&tenant, "").await;
        let (id, request) = (text(&by_other.json(), "id").to_owned(), made.header("x-request-id").to_owned());
        let at = |change: &str| {
            let found = everything
                .iter()
                .find(|event| text(event, "object_id") == id && text(event, "action").ends_with(change));
            text(found.unwrap(), "at").to_owned()
        };
        let (created, removed) = (at(".create"), at(".remove"));
        let filters: &[(&str, &str)] = &[
            ("actor", &other.id),
            ("actor", &tenant.administrator.id),
            ("object_type", "service"),
            ("object_id", &id),
            ("change", "create"),
            ("change", "remove"),
            ("request_id", &request),
            ("from", &created),
            ("to", &removed),
            ("object_type", "polic_"),
            ("change", "%"),
            ("actor", "nobody"),
        ];
        let fits = |event: &Value, (name, value): (&str, &str)| match name {
            "change" => text(event, "action").split_once('.').unwrap().1 == value,
            "from" => text(event, "at") >= value,
            "to" => text(event, "at") < value,
            _ => text(event, name) == value,
        };
        let mut found = BTreeSet::new();
        for (at, one) in filters.iter().enumerate() {
            for two in &filters[at..] {
                for three in
                    filters.iter().filter(|three| two.0 != one.0 && ![one.0, two.0].contains(&three.0)).chain([one])
                {
                    if one.0 == two.0 && one != two {
                        continue;
                    }
                    let asked: BTreeSet<_> = [one, two, three].into_iter().copied().collect();
                    let mut query = form_urlencoded::Serializer::new(String::new());
                    let query = query.extend_pairs(&asked).finish();
                    let fitting = everything.iter().filter(|event| asked.iter().all(|filter| fits(event, *filter)));
                    let expected: Vec<String> = fitting.map(|event| text(event, "id").to_owned()).collect();
                    assert_eq!(ids(&all(&tenant, &query).await), expected, "{query}");
                    // Those that found something, so that not everything is compared with nothing.
                    if !expected.is_empty() && expected.len() < everything.len() {
                        found.extend(asked);
                    }
                }
            }
        }
        assert_eq!(found.len(), 9, "{found:?}");
        // An empty one is none.
        assert_eq!(
            all(&tenant, "actor=&object_type=&object_id=&change=&request_id=&from=&to=&after=").await,
            everything
        );
    })
    .await;
}

#[tokio::test]
async fn pages_have_each_event_once_while_others_are_added() {
    on_both(async |tenant| {
        for _ in 0..10 {
            make(&tenant).await;
        }
        let before = ids(&all(&tenant, "").await);
        for query in ["limit=1", "limit=3", "limit=7&object_type=service", "limit=4&change=create"] {
            let expected: Vec<String> = ids(&all(&tenant, query.split_once('&').map_or("", |(_, rest)| rest)).await);
            let (mut walked, mut after) = (Vec::new(), String::new());
            loop {
                let (events, next) = page(&tenant, &format!("{query}&after={after}")).await;
                walked.extend(ids(&events));
                make(&tenant).await;
                let Some(next) = next else { break };
                after = next;
            }
            assert_eq!(walked, expected, "{query}");
            assert!(walked.len() >= 10 && before.len() > 10, "{walked:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn lines_come_oldest_first_each_once_and_go_on_later() {
    with_standing_clock(async |tenant, clock| {
        for _ in 0..5 {
            make(&tenant).await;
        }
        // The newest may not be all yet: another that is being written could have its place before them.
        assert_eq!(of_lines(&lines(&tenant, "").send().await.expect(200)), Vec::<Value>::new());
        clock.advance(TimeDelta::seconds(29));
        assert_eq!(of_lines(&lines(&tenant, "limit=1000").send().await.expect(200)), Vec::<Value>::new());
        let later = text(&make(&tenant).await.json(), "id").to_owned();
        clock.advance(TimeDelta::seconds(2));

        let mut expected = all(&tenant, "").await;
        expected.reverse();
        let last = expected.pop().unwrap();
        assert_eq!(text(&last, "object_id"), later);
        let (mut read, mut path) = (Vec::new(), with("limit=2"));
        let end = loop {
            let answer = tenant.get(&path).header(ACCEPT, LINES).send().await.expect(200);
            read.extend(of_lines(&answer));
            let end = answer.header("x-next-after").to_owned();
            let Some(next) = next_of(&answer, &tenant) else { break end };
            assert!(next.contains(&end) && next.contains("limit=2"), "{next}");
            path = next;
        };
        assert_eq!(read, expected);
        // Nothing is there yet, and the place is kept.
        let answer = lines(&tenant, &format!("after={end}")).send().await.expect(200);
        assert_eq!((of_lines(&answer), answer.header("x-next-after"), answer.header("link")), (vec![], &*end, ""));
        clock.advance(TimeDelta::seconds(30));
        let answer = lines(&tenant, &format!("after={end}")).send().await.expect(200);
        assert_eq!(of_lines(&answer), [last]);
        assert_ne!(answer.header("x-next-after"), end);
        // With filters too, and nothing has a place where nothing was.
        let answer = lines(&tenant, "change=create&object_type=service").send().await.expect(200);
        assert_eq!(of_lines(&answer).len(), 6);
        let answer = lines(&tenant, "actor=nobody").send().await.expect(200);
        assert_eq!((of_lines(&answer), answer.header("x-next-after")), (vec![], ""));
    })
    .await;
}

#[tokio::test]
async fn lines_are_for_those_who_ask_for_nothing_else() {
    on_both(async |tenant| {
        for (accept, is_lines) in [
            (LINES, true),
            ("Application/X-NDJSON; q=0.9, */*;q=0.1", true),
            ("application/json, application/x-ndjson", false),
            ("application/x-ndjson, application/json", false),
            ("*/*", false),
            ("text/html", false),
        ] {
            let answer = tenant.get(EVENTS).header(ACCEPT, accept).send().await.expect(200);
            assert_eq!(answer.header("content-type") == LINES, is_lines, "{accept}");
            assert_eq!((answer.header("vary"), answer.header("x-next-after")), ("accept", ""), "{accept}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_events_of_other_tenants_are_never_seen() {
    on_both(async |tenant| {
        let other = Tenant::new(&tenant.server).await;
        let mut theirs = Vec::new();
        for _ in 0..3 {
            make(&tenant).await;
            theirs.push(text(&make(&other).await.json(), "id").to_owned());
        }
        make(&tenant).await;
        let path = EVENTS.replace("{tid}", &other.id);
        let _ = tenant.get(&path).send().await.expect(401);
        let mine = all(&tenant, "").await;
        assert!(mine.iter().all(|event| text(event, "tenant_id") == tenant.id), "{mine:?}");
        for id in &theirs {
            assert_eq!(all(&tenant, &format!("object_id={id}")).await, Vec::<Value>::new());
        }
        // A place in their log is a time in mine.
        let (first, next) = page(&other, "limit=1").await;
        let behind = all(&tenant, &format!("after={}", next.unwrap())).await;
        let earlier = mine.iter().filter(|event| time(event) < time(&first[0])).count();
        assert!(behind.len() == earlier && earlier < mine.len(), "{behind:?}");
        assert!(behind.iter().all(|event| text(event, "tenant_id") == tenant.id));
    })
    .await;
}

#[tokio::test]
async fn no_other_scope_opens_the_log_and_its_own_opens_nothing_else() {
    on_both(async |tenant| {
        for scope in crate::it::nets::control_plane_scopes() {
            let token = tenant.narrow_token(&[scope]).await;
            for call in [tenant.get(EVENTS), lines(&tenant, "")] {
                let may = ["all", "audit:read"].contains(&scope);
                let _ = call.bearer(&token).send().await.expect(if may { 200 } else { 403 });
            }
        }
        let reader = tenant.narrow_token(&["audit:read"]).await;
        for path in [SERVICES, "/api/admin/{tid}/clients", "/api/admin/{tid}/policies"] {
            let _ = tenant.post(path).json(json!({"name": "a"})).bearer(&reader).send().await.expect(403);
        }
        let _ = tenant.get("/api/admin/{tid}/servers").bearer(&reader).send().await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_cursor_number_or_time_is_refused_by_its_name() {
    on_both(async |tenant| {
        make(&tenant).await;
        let (_, next) = page(&tenant, "limit=1").await;
        let next = next.unwrap();
        let too_long = format!("1-{}", "a".repeat(129));
        for (query, field) in [
            ("after=garbage", "after"),
            ("after=-", "after"),
            ("after=-a", "after"),
            ("after=1-", "after"),
            ("after=1", "after"),
            ("after=%2B1-a", "after"),
            ("after=1-a%20b", "after"),
            ("after=1-%C3%A4", "after"),
            ("after=ffffffffffffffffff-a", "after"),
            // A time that is later than any that a database can compare.
            ("after=7fffffffffffffff-a", "after"),
            (&format!("after={too_long}"), "after"),
            (&format!("after={next}&after={next}"), "after"),
            ("limit=0", "limit"),
            ("limit=1001", "limit"),
            ("limit=-1", "limit"),
            ("limit=many", "limit"),
            ("limit=99999999999999999999", "limit"),
            ("from=yesterday", "from"),
            ("from=2026-11-27", "from"),
            ("from=2026-11-27T10:00:00+01:00", "from"),
            ("to=2026-13-01T00:00:00Z", "to"),
            ("actor=%00", "actor"),
            ("actor=%FF", "actor"),
        ] {
            for call in [tenant.get(&with(query)), lines(&tenant, query)] {
                let answer = call.send().await;
                assert_eq!((answer.status, field_of(&answer).as_str()), (400, field), "{query}: {}", answer.text());
            }
        }
        for query in [
            format!("after={next}&limit=1000"),
            "after=0-a&limit=1".to_owned(),
            "from=0000-01-01T00:00:00%2B23:59&to=9999-12-31T23:59:60-23:59".to_owned(),
            "from=2026-11-27T10:00:00%2B01:00".to_owned(),
            "from=9999-12-31T23:59:59.999Z&to=0000-01-01T00:00:00Z".to_owned(),
            "unknown=1".to_owned(),
        ] {
            let _ = tenant.get(&with(&query)).send().await.expect(200);
            let _ = lines(&tenant, &query).send().await.expect(200);
        }
        assert!(!all(&tenant, "from=0000-01-01T00:00:00%2B23:59&to=9999-12-31T23:59:59-23:59").await.is_empty());
    })
    .await;
}

/// Copies the newest event so many times, each a microsecond before the last one.
async fn fill(tenant: &Tenant, count: u64) {
    let at = match tenant.server.database() {
        Database::Sqlite => "strftime('%Y-%m-%dT%H:%M:%f', e.at, '-' || n || ' seconds') || '+00:00'",
        Database::Postgres => "e.at - n * interval '1 second'",
    };
    let sql = format!(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) \
         INSERT INTO audit_events (tenant_id, id, at, actor, action, object_type, object_id, request_id) \
         SELECT e.tenant_id, 'copy-' || n, {at}, e.actor, 'service.change', e.object_type, e.object_id, e.request_id \
         FROM numbers, (SELECT * FROM audit_events WHERE tenant_id = '{}' ORDER BY at DESC LIMIT 1) AS e",
        tenant.id
    );
    assert_eq!(tamper(tenant, &sql).await, count);
}

#[tokio::test]
async fn an_answer_has_as_many_events_as_were_asked_for_or_fifty() {
    on_both(async |tenant| {
        make(&tenant).await;
        fill(&tenant, 1_200).await;
        for (query, count) in [("", 50), ("limit=1", 1), ("limit=1000", 1_000)] {
            let (events, next) = page(&tenant, query).await;
            assert!(events.len() == count && next.is_some(), "{query}");
        }
        let (walked, pages) = walk(&tenant, "limit=1000").await;
        let distinct: BTreeSet<String> = ids(&walked).into_iter().collect();
        assert!(pages == 2 && distinct.len() == walked.len() && walked.len() > 1_200, "{pages} {}", walked.len());
        assert!(walked.iter().map(time).rev().is_sorted());
    })
    .await;
}

/// Where no index leads to what is meant, an answer says how far it came instead of going on for ever.
#[tokio::test]
async fn what_is_rare_is_found_by_looking_at_so_many_at_a_time() {
    on_both(async |tenant| {
        let service = make(&tenant).await.json();
        let _ = tenant.delete(&format!("{SERVICES}/{}", text(&service, "id"))).send().await.expect(204);
        let removal = all(&tenant, "change=remove").await;
        assert_eq!(removal.len(), 1);
        // Behind all of the others.
        let place = match tenant.server.database() {
            Database::Sqlite => "strftime('%Y-%m-%dT%H:%M:%f', at, '-30 days') || '+00:00'",
            Database::Postgres => "at - interval '30 days'",
        };
        let back = format!(
            "UPDATE audit_events SET at = {place} WHERE tenant_id = '{}' AND action = 'service.remove'",
            tenant.id
        );
        assert_eq!(tamper(&tenant, &back).await, 1);
        fill(&tenant, 2 * LOOKED_AT).await;
        for query in [
            "change=remove".to_owned(),
            format!("actor={}&object_type=service&change=remove", tenant.administrator.id),
            format!("object_id={}&change=remove", text(&service, "id")),
        ] {
            let (walked, pages) = walk(&tenant, &query).await;
            assert_eq!(ids(&walked), ids(&removal), "{query}");
            assert!((2..=4).contains(&pages), "{query}: {pages}");
            let (events, next) = page(&tenant, &query).await;
            assert!(events.is_empty() && next.is_some(), "{query}");
        }
        // An index leads to it at once.
        let (walked, pages) = walk(&tenant, "object_type=service&change=remove").await;
        assert_eq!((ids(&walked), pages), (ids(&removal), 1));
    })
    .await;
}

/// A thing may be as large as a request, and there may be a thousand.
#[tokio::test]
async fn an_answer_ends_when_it_is_large_enough() {
    const LARGE: usize = 1024 * 1024;
    on_both(async |tenant| {
        for _ in 0..12 {
            make(&tenant).await;
        }
        let filler = format!("{{\"filler\":\"{}\"}}", "a".repeat(LARGE));
        let fill = format!("UPDATE audit_events SET after = '{filler}' WHERE tenant_id = '{}' AND object_type = 'service' AND action = 'service.create' AND before IS NULL AND request_id <> ''", tenant.id);
        assert!(tamper(&tenant, &fill).await >= 12);
        let (mut walked, mut path) = (0, with("limit=1000&object_type=service&change=create&actor=") + &tenant.administrator.id);
        let mut answers = 0;
        loop {
            let answer = tenant.get(&path).send().await.expect(200);
            assert!(answer.text().len() < 6 * LARGE, "{}", answer.text().len());
            walked += answer.json()["events"].as_array().unwrap().len();
            answers += 1;
            let Some(next) = next_of(&answer, &tenant) else { break };
            path = next;
        }
        assert_eq!((walked, answers), (12, 3));
    })
    .await;
}

#[tokio::test]
async fn sign_ins_and_failures_show_whose_they_are() {
    for database in Database::tested() {
        let tenant = Tenant::with_users(&TestServer::shared(database).await).await;
        let app = RelyingParty::web(&tenant, &["openid"]).await;
        let mut agent = UserAgent::new(tenant.server.url());
        let request = app.request().with("scope", "openid");
        let page = agent.get(&request.url()).await.page();
        let _ = agent.submit(page.form(), &[("username", USER), ("password", "wrong")]).await;
        let _ = app.sign_in(&mut agent, &request, (USER, PASSWORD)).await;
        for (query, actor) in [("change=sign_in", USER), ("object_type=user&change=sign_in_failure", "unknown")] {
            let events = all(&tenant, query).await;
            let [event] = &*events else { panic!("{events:?}") };
            assert_eq!((text(event, "actor"), text(event, "object_id")), (actor, USER), "{event}");
            // Which application it was for is known of who came through.
            let client = if actor == USER { json!(app.client.id) } else { json!(null) };
            assert_eq!(
                (&event["after"]["client_id"], &event["after"]["server_id"]),
                (&client, &json!("default")),
                "{event}"
            );
            assert!(!text(event, "address").is_empty() && !text(event, "request_id").is_empty(), "{event}");
        }
        assert_eq!(all(&tenant, &format!("actor={USER}&change=sign_in")).await.len(), 1);
    }
}

#[tokio::test]
async fn no_secret_stands_in_any_event() {
    const UPSTREAM: &str = "the-upstream-provider-knows-this-one";
    const TYPED: &str = "correct horse battery staple";
    with_standing_clock(async |tenant, clock| {
        let mut secrets = vec![UPSTREAM.to_owned(), TYPED.to_owned(), tenant.administrator.secret.clone()];
        let new = json!({"client_name": "App", "authorization_server_id": "default", "grant_types": ["client_credentials"]});
        let client = tenant.post("/api/admin/{tid}/clients").json(new).send().await.expect(201).json();
        secrets.push(text(&client, "client_secret").to_owned());
        let path = format!("/api/admin/{{tid}}/clients/{}", text(&client, "client_id"));
        let given = "a-secret-that-somebody-brought-along-0123456789";
        let change = json!({"client_name": "Renamed", "client_secret": given});
        let _ = tenant.put(&path).json(change).send().await.expect(200);
        secrets.push(given.to_owned());
        let robot = things::api_client(&tenant, "Robot").await;
        let robot = tenant.get(&format!("/local-user-store/api/v1/api-clients/{robot}")).send().await.expect(200).json();
        secrets.extend(["secret", "oauth_client_secret"].map(|name| text(&robot, name).to_owned()));
        let server = json!({"name": "Customers", "key_type": "ecdsa", "enable_dynamic_client_registration": true});
        let server = tenant.post("/api/admin/{tid}/servers").json(server).send().await.expect(201).json();
        secrets.push(text(&server, "secret").to_owned());
        let methods = json!({"methods": [
            {"id": "up", "name": "Upstream", "method": "oidc", "oidc": {"issuer_url": "https://upstream.example", "client_id": "authplane", "client_secret": UPSTREAM}},
            {"id": "staff", "name": "Staff", "method": "static", "static": {"users": [{"username": "ada", "password": TYPED}]}}]});
        let path = format!("/api/admin/{{tid}}/servers/{}/authentications", text(&server, "id"));
        let _ = tenant.put(&path).json(methods).send().await.expect(200);
        let register = format!("/{}/{}/oauth2/register", tenant.id, text(&server, "id"));
        let registered = tenant.post(&register).anonymous().json(json!({"redirect_uris": ["https://app.example/callback"]})).send().await.expect(201).json();
        secrets.extend(["client_secret", "registration_access_token"].map(|name| text(&registered, name).to_owned()));
        secrets.retain(|secret| !secret.is_empty());
        assert!(secrets.len() >= 9, "{}", secrets.len());

        let json = tenant.get(&with("limit=1000")).send().await.expect(200).text();
        clock.advance(TimeDelta::seconds(31));
        let lines = lines(&tenant, "limit=1000").send().await.expect(200).text();
        for told in [&json, &lines] {
            for thing in [text(&client, "client_id"), text(&registered, "client_id"), text(&server, "id"), text(&robot, "id")] {
                assert!(told.contains(thing), "{thing} has an event");
            }
            for secret in &secrets {
                assert!(!told.contains(secret.as_str()), "{secret}");
            }
            for name in ["\"secret\"", "\"private_key", "\"rotated_secrets\"", "argon2", "digest\":\""] {
                assert!(!told.contains(name), "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_sdk_streams_all_of_them() {
    on_both(async |tenant| {
        for _ in 0..5 {
            make(&tenant).await;
        }
        let client = tenant.client().await;
        let expected = ids(&all(&tenant, "").await);
        for size in [0, 1, 3, 5_000] {
            let streamed: Vec<_> = client.audit_events_stream(&tenant.id, size).try_collect().await.unwrap();
            assert_eq!(streamed.iter().map(|event| event.id.clone()).collect::<Vec<_>>(), expected, "{size}");
        }
        let made = client.list_audit_events().tid(&tenant.id).object_type("service").change("create").stream(2);
        assert_eq!(
            made.try_collect::<Vec<_>>().await.unwrap().len(),
            all(&tenant, "object_type=service&change=create").await.len()
        );
    })
    .await;
}

pub(in crate::it) const OPERATIONS: &[Row] = &[Row {
    id: "list_audit_events",
    scopes: &["audit:read"],
    good: |tenant| ready(tenant.get(&with("limit=10"))),
    provoke: &[(400, |tenant, _| ready(tenant.get(&with("after=garbage"))))],
}];
