#![allow(warnings)]
use authplane_domain::*;
use authplane_domain::environment::*;
use authplane_domain::audit::Actor;
use authplane_domain::seal::MasterKeys;
use authplane_domain::search::*;
use authplane_domain::signing_key::Rotation;
use std::sync::Arc;
use std::time::Instant;
use chrono::TimeDelta;

async fn suite(url: &str, dir: &std::path::Path) {
    println!("=== {url}");
    let clock = Arc::new(ManualClock::new("2026-01-02T03:04:05.123456Z".parse().unwrap()));
    let env = Environment { clock: clock.clone(), random: Arc::new(SystemRandom) };
    let keys = || MasterKeys::load_or_create(&dir.join("master.key"), &SystemRandom).unwrap();
    let store = Store::connect(url, env.clone(), keys()).await.unwrap();
    store.ping().await.unwrap();
    println!("pending {:?}", store.pending_migrations().await);
    let t = Instant::now();
    store.migrate().await.unwrap();
    println!("migrate {:?}", t.elapsed());
    assert!(store.pending_migrations().await.unwrap().is_empty());
    let t = Instant::now();
    store.migrate().await.unwrap();
    println!("migrate again {:?}", t.elapsed());
    store.start_listener();
    store.load_revocations().await.unwrap();
    // two first starts at once
    let other = Store::connect(url, env.clone(), keys()).await.unwrap();
    other.start_listener();
    let t = Instant::now();
    let opts = installation::FirstStart { key_algorithm: authorization_server::SigningAlgorithm::RS256 };
    let (a, b) = tokio::join!(installation::first_start(&store, opts), installation::first_start(&other, opts));
    let (a, b) = (a.unwrap(), b.unwrap());
    println!("first start x2 {:?}: {:?} / {:?}", t.elapsed(), a, b);
    assert!(a.administrator.is_some() != b.administrator.is_some());
    let t = Instant::now();
    assert!(installation::first_start(&store, opts).await.unwrap().administrator.is_none());
    println!("second {:?}", t.elapsed());
    let admin = installation::administrator(&store).await.unwrap().unwrap();
    assert_eq!(Some(&admin), a.administrator.as_ref().or(b.administrator.as_ref()));
    let c = client::credentials(&store, "default", Some("admin"), &admin.client_id).await.unwrap().unwrap();
    assert!(c.secret_matches(&admin.client_secret)); assert!(!c.secret_matches("x"));
    println!("admin scopes {:?}", c.scopes);
    assert!(client::credentials(&store, "default", Some("default"), &admin.client_id).await.unwrap().is_none());
    println!("servers {:?}", authorization_server::list(&store, "default").await.unwrap().iter().map(|s| s.id.clone()).collect::<Vec<_>>());
    let actor = Actor { subject: "me".into(), request_id: "r1".into() };

    let t = Instant::now();
    let created = tenant::create(&store, &actor, tenant::NewTenant { name: "ACME".into(), key_algorithm: authorization_server::SigningAlgorithm::ES256, ..Default::default() }).await.unwrap();
    println!("tenant es256 {:?} {}", t.elapsed(), created.tenant.id);
    let tid = created.tenant.id.clone();
    let e = tenant::create(&store, &actor, tenant::NewTenant { id: Some(tid.clone()), name: "ACME".into(), key_algorithm: authorization_server::SigningAlgorithm::EdDSA, ..Default::default() }).await.unwrap_err();
    println!("dup tenant: {e:?}");
    for s in scope::list_of_server(&store, &tid, "default").await.unwrap().iter() { println!("  {} / {} {:?}", s.service.as_ref().map_or("-", |s| &s.name), s.scope.name, s.scope.developer_policy_id); }
    assert_eq!(claim::list_of_server(&store, Freshness::Exact, &tid, "admin").await.unwrap().len(), 24);
    println!("policies {:?}", policy::list(&store, &tid).await.unwrap().iter().map(|p| serde_json::to_string(&p.validators).unwrap()).collect::<Vec<_>>());

    // services
    let new = |name: &str| service::NewService { server_id: "default".into(), name: name.into(), ..Default::default() };
    let s1 = service::create(&store, &tid, &actor, new("one")).await.unwrap();
    let s2 = service::create(&store, &tid, &actor, service::NewService { id_form: identifier::IdForm::Logto, indicator: Some("https://two".into()), ..new("two") }).await.unwrap();
    println!("{s1:?}\n{s2:?}");
    println!("{:?}", service::create(&store, &tid, &actor, service::NewService { indicator: Some("https://two".into()), ..new("x") }).await.unwrap_err());
    println!("{:?}", service::create(&store, &tid, &actor, service::NewService { id: Some(s1.id.clone()), indicator: Some("https://tw".into()), ..new("x") }).await.unwrap_err());
    println!("{:?}", service::create(&store, &tid, &actor, service::NewService { server_id: "nope".into(), ..new("x") }).await.unwrap_err());
    println!("{:?}", service::create(&store, &tid, &actor, new(" ")).await.unwrap_err());
    println!("{:?}", service::create(&store, &tid, &actor, new("a\0b")).await.unwrap_err());
    println!("{:?}", service::change(&store, &tid, &actor, "management-api", service::ServiceChanges::default()).await.unwrap_err());
    println!("{:?}", service::remove(&store, &tid, &actor, "control-plane").await.unwrap_err());
    println!("{:?}", service::remove(&store, &tid, &actor, "no\0pe").await.unwrap_err());
    let d = service::set_default(&store, &tid, &actor, "management-api", true).await.unwrap(); assert!(d.is_default);
    service::set_default(&store, &tid, &actor, &s2.id, true).await.unwrap();
    assert_eq!(service::default_of_tenant(&store, Freshness::Exact, &tid).await.unwrap().unwrap().id, s2.id);
    service::set_default(&store, &tid, &actor, &s2.id, false).await.unwrap();
    assert!(service::default_of_tenant(&store, Freshness::Exact, &tid).await.unwrap().is_none());
    let ch = service::change(&store, &tid, &actor, &s1.id, service::ServiceChanges { name: Some("uno".into()), access_token_ttl: Some(Some(60)), ..Default::default() }).await.unwrap();
    assert_eq!(*service::find(&store, &tid, &s1.id).await.unwrap().unwrap(), ch);
    assert_eq!(service::find_by_indicator(&store, Freshness::Exact, &tid, "https://two").await.unwrap().unwrap().id, s2.id);
    let p = service::page(&store, &tid, "default", Some(Window { limit: 2, offset: 1 })).await.unwrap();
    println!("page {:?} {}", p.items.iter().map(|s| &s.name).collect::<Vec<_>>(), p.total);
    let p = service::page(&store, &tid, "default", Some(Window { limit: 2, offset: 100 })).await.unwrap();
    println!("past {:?} {}", p.items.len(), p.total);
    let p = service::page(&store, &tid, "default", Some(Window { limit: u64::MAX, offset: u64::MAX })).await.unwrap();
    println!("huge {:?} {}", p.items.len(), p.total);
    let p = service::page_with_scopes(&store, &tid, "default", None).await.unwrap();
    println!("with scopes {:?} {}", p.items.iter().map(|s| (s.service.name.as_str(), s.scopes.len())).collect::<Vec<_>>(), p.total);

    // scopes
    let news = |name: &str| scope::NewScope { server_id: "default".into(), service_id: Some(s2.id.clone()), name: name.into(), ..Default::default() };
    for n in ["read", "write", "read:All", "a_b", "ÄRGER", "100%"] { scope::create(&store, &tid, &actor, scope::NewScope { description: Some(format!("may {n}")), ..news(n) }).await.unwrap(); }
    println!("{:?}", scope::create(&store, &tid, &actor, news("read")).await.unwrap_err());
    println!("{:?}", scope::create(&store, &tid, &actor, news("re ad")).await.unwrap_err());
    println!("{:?}", scope::create(&store, &tid, &actor, scope::NewScope { service_id: Some("management-api".into()), ..news("x") }).await.unwrap_err());
    println!("{:?}", scope::create(&store, &tid, &actor, scope::NewScope { service_id: Some("control-plane".into()), ..news("x") }).await.unwrap_err());
    println!("{:?}", scope::create(&store, &tid, &actor, scope::NewScope { developer_policy_id: Some("zz".into()), ..news("x") }).await.unwrap_err());
    scope::create(&store, &tid, &actor, scope::NewScope { service_id: None, ..news("free") }).await.unwrap();
    println!("{:?}", scope::create(&store, &tid, &actor, scope::NewScope { service_id: None, ..news("free") }).await.unwrap_err());
    let term = |mode, field, v: &str| Search { terms: vec![Term { field, mode, values: vec![v.into()] }], ..Default::default() };
    let cs = |s: Search| Search { case_sensitive: true, ..s };
    for (l, s) in [
        ("exact READ", term(Mode::Exact, Some(Field::Name), "READ")),
        ("exact cs READ", cs(term(Mode::Exact, Some(Field::Name), "READ"))),
        ("like ärger", term(Mode::Like, Some(Field::Name), "ärger")),
        ("like %read%", term(Mode::Like, None, "%read%")),
        ("like cs %R%", cs(term(Mode::Like, Some(Field::Name), "%R%"))),
        ("like a\\_b", term(Mode::Like, Some(Field::Name), "a\\_b")),
        ("like a_b", term(Mode::Like, Some(Field::Name), "_r%")),
        ("like 100\\%", term(Mode::Like, Some(Field::Name), "100\\%")),
        ("similar", cs(term(Mode::SimilarTo, Some(Field::Name), "(read|write)(:%)?"))),
        ("similar [aw]%", cs(term(Mode::SimilarTo, Some(Field::Name), "[aw]%"))),
        ("posix ^RE", term(Mode::Posix, Some(Field::Name), "^RE")),
        ("posix cs ^re", cs(term(Mode::Posix, Some(Field::Name), "^re.*l$"))),
        ("posix bad", term(Mode::Posix, Some(Field::Name), "(")),
        ("similar ci", term(Mode::SimilarTo, Some(Field::Name), "x")),
        ("like bs", term(Mode::Like, None, "x\\")),
        ("empty", term(Mode::Like, None, "")),
        ("two and", Search { terms: vec![Term { field: Some(Field::Name), mode: Mode::Like, values: vec!["%r%".into()] }, Term { field: Some(Field::Description), mode: Mode::Like, values: vec!["%w%".into()] }], joint: Joint::And, case_sensitive: false }),
        ("exact many", Search { terms: vec![Term { field: Some(Field::Name), mode: Mode::Exact, values: vec!["Read".into(), "writE".into()] }], ..Default::default() }),
    ] {
        match scope::page_of_service(&store, &tid, &s2.id, Some(Window { limit: 20, offset: 0 }), Some(&s)).await {
            Ok(p) => println!("  {l}: {:?} {}", p.items.iter().map(|s| &s.name).collect::<Vec<_>>(), p.total),
            Err(e) => println!("  {l}: {e}"),
        }
    }
    let by = scope::of_server_by_name(&store, &tid, "default").await.unwrap();
    let read = by["read"][0].clone();
    println!("{:?}", scope::change(&store, &tid, &actor, &read.id, scope::ScopeChanges { name: Some("write".into()), ..Default::default() }).await.unwrap_err());
    scope::change(&store, &tid, &actor, &read.id, scope::ScopeChanges { description: Some(None), user_policy_id: Some(Some("block".into())), service_id: Some(Some(s1.id.clone())), ..Default::default() }).await.unwrap();
    let email = by["email"][0].clone();
    println!("{:?}", scope::remove(&store, &tid, &actor, &email.id).await.unwrap_err());
    println!("{:?}", scope::remove(&store, &tid, &actor, "management-api-all").await.unwrap_err());
    scope::change(&store, &tid, &actor, &email.id, scope::ScopeChanges { display_name: Some("Mail".into()), ..Default::default() }).await.unwrap();

    // clients
    let cl = client::create(&store, &tid, &actor, client::NewClient { server_id: "default".into(), details: client::ClientDetails { name: "app".into(), scopes: vec!["read".into(), "write".into()], grant_types: Some(vec!["client_credentials".into()]), ..Default::default() }, ..Default::default() }).await.unwrap();
    println!("{cl:?} {}", client::open_secret(&store, &cl).unwrap().unwrap().len());
    println!("{:?}", client::create(&store, &tid, &actor, client::NewClient { server_id: "default".into(), details: client::ClientDetails { scopes: vec!["rad".into()], ..Default::default() }, ..Default::default() }).await.unwrap_err());
    println!("{:?}", client::create(&store, &tid, &actor, client::NewClient { server_id: "default".into(), secret: Some("short".into()), ..Default::default() }).await.unwrap_err());
    assert_eq!(client::find(&store, &tid, &cl.id).await.unwrap().unwrap(), cl);
    let cr = client::credentials(&store, &tid, None, &cl.id).await.unwrap().unwrap();
    println!("{:?}", cr.scopes);
    assert_eq!(tenant::of_client(&store, &cl.id, "default").await.unwrap().as_deref(), Some(tid.as_str()));
    assert_eq!(tenant::of_client(&store, "privx-external", "default").await.unwrap().as_deref(), Some("default"));
    let ch = client::change(&store, &tid, &actor, &cl.id, client::ClientDetails { name: "app2".into(), scopes: vec!["write".into()], ..Default::default() }, None).await.unwrap();
    assert_eq!(client::credentials(&store, &tid, None, &cl.id).await.unwrap().unwrap().scopes.len(), 1);
    assert_eq!(client::open_secret(&store, &ch).unwrap(), client::open_secret(&store, &cl).unwrap());
    println!("{:?}", client::list_of_server(&store, &tid, "default").await.unwrap().iter().map(|c| (&c.name, &c.scopes)).collect::<Vec<_>>());
    // service removal cascades
    service::remove(&store, &tid, &actor, &s2.id).await.unwrap();
    assert_eq!(client::credentials(&store, &tid, None, &cl.id).await.unwrap().unwrap().scopes.len(), 0);
    client::remove(&store, &tid, &actor, &cl.id).await.unwrap();
    assert!(client::credentials(&store, &tid, None, &cl.id).await.unwrap().is_none());
    assert!(tenant::of_client(&store, &cl.id, "default").await.unwrap().is_none());
    println!("{:?}", client::remove(&store, &tid, &actor, &api_client::shared_client_id(&tid)).await.unwrap_err());

    // api clients
    for n in ["Alpha one", "beta", "GAMMA", "al%pha"] { api_client::create(&store, &tid, &actor, n.into(), vec!["privx-admin".into()]).await.unwrap(); }
    println!("{:?}", api_client::create(&store, &tid, &actor, "x".into(), vec!["zz".into()]).await.unwrap_err());
    let l = |k: &str, sort, descending| api_client::Listing { window: Window { limit: 2, offset: 0 }, sort, descending, keywords: k.into() };
    for l in [l("", api_client::SortKey::Name, false), l("", api_client::SortKey::Created, true), l("alp, gam", api_client::SortKey::Name, false), l("%", api_client::SortKey::Name, false)] {
        let p = api_client::page(&store, &tid, &l).await.unwrap();
        println!("{:?} {}", p.items.iter().map(|a| &a.name).collect::<Vec<_>>(), p.total);
    }
    let ac = api_client::page(&store, &tid, &l("beta", api_client::SortKey::Name, false)).await.unwrap().items[0].clone();
    let cred = api_client::credentials(&store, &tid, &ac.id).await.unwrap().unwrap();
    assert!(cred.secret_matches(&api_client::open_secret(&store, &ac).unwrap()));
    println!("{:?}", cred);
    api_client::change(&store, &tid, &actor, &ac.id, "BETA".into(), vec![]).await.unwrap();
    assert!(api_client::credentials(&store, &tid, &ac.id).await.unwrap().unwrap().scopes.is_empty());
    api_client::remove(&store, &tid, &actor, &ac.id).await.unwrap();

    // rotation
    let r = Rotation { interval: TimeDelta::days(30), publish_ahead: TimeDelta::days(1), overlap: TimeDelta::days(2) };
    assert!(!signing_key::ensure_rotated(&store, &tid, "default", &r).await.unwrap());
    clock.advance(TimeDelta::days(29));
    let (a, b) = tokio::join!(signing_key::ensure_rotated(&store, &tid, "default", &r), signing_key::ensure_rotated(&other, &tid, "default", &r));
    println!("rotated {:?} {:?}", a, b);
    let show = |ring: &signing_key::KeyRing, now| format!("{:?} signs {:?}", ring.published(now).map(|k| k.generation).collect::<Vec<_>>(), ring.signing(now).map(|k| k.generation));
    let ring = signing_key::published(&store, &tid, "default").await.unwrap();
    println!("d29 {}", show(&ring, store.now()));
    clock.advance(TimeDelta::days(1));
    println!("d30 {}", show(&ring, store.now()));
    clock.advance(TimeDelta::days(2));
    println!("d32 {}", show(&ring, store.now()));
    println!("purge {:?}", signing_key::ensure_rotated(&store, &tid, "default", &r).await);
    clock.advance(TimeDelta::days(100));
    println!("late {:?}", signing_key::ensure_rotated(&store, &tid, "default", &r).await);
    let ring = signing_key::published(&store, &tid, "default").await.unwrap();
    println!("late {} {:?}", show(&ring, store.now()), ring);

    // revocation, assertions
    let exp = store.now().timestamp() + 60;
    assert!(!revoked_token::is_revoked(&store, &tid, "j").await.unwrap());
    revoked_token::revoke(&store, &tid, "j", exp).await.unwrap();
    revoked_token::revoke(&store, &tid, "j", exp).await.unwrap();
    assert!(revoked_token::is_revoked(&store, &tid, "j").await.unwrap());
    assert!(revoked_token::is_revoked(&other, &tid, "j").await.unwrap());
    println!("{:?}", revoked_token::revoke(&store, "nope", "j", exp).await);
    assert!(assertion::claim(&store, &tid, "c", "j", exp).await.unwrap());
    assert!(!assertion::claim(&other, &tid, "c", "j", exp).await.unwrap());
    clock.advance(TimeDelta::seconds(61));
    assert_eq!(revoked_token::purge_expired(&store, 100).await.unwrap(), 1);
    assert_eq!(assertion::purge_expired(&store, 100).await.unwrap(), 1);
    assert!(!revoked_token::is_revoked(&store, &tid, "j").await.unwrap());

    let reset = installation::reset_administrator_secret(&store, &actor).await.unwrap();
    assert_ne!(reset.client_secret, admin.client_secret); assert_eq!(reset.client_id, admin.client_id);
    client::remove(&store, "default", &actor, &admin.client_id).await.unwrap();
    assert!(installation::administrator(&store).await.unwrap().is_none());
    let reset = installation::reset_administrator_secret(&store, &actor).await.unwrap();
    assert_eq!(installation::administrator(&store).await.unwrap().unwrap(), reset);

    // cross replica
    if store.backend() == store::Backend::PostgreSql {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(scope::of_server_by_name(&other, &tid, "default").await.unwrap().get("fresh").is_none());
        let t = Instant::now();
        scope::create(&store, &tid, &actor, scope::NewScope { service_id: None, ..news("fresh") }).await.unwrap();
        while scope::of_server_by_name(&other, &tid, "default").await.unwrap().get("fresh").is_none() { tokio::time::sleep(std::time::Duration::from_millis(1)).await; }
        println!("notified after {:?}", t.elapsed());
    }
    // speed
    let t = Instant::now();
    for i in 0..200 { service::create(&store, &tid, &actor, new(&format!("s{i}"))).await.unwrap(); }
    println!("create {:?}", t.elapsed() / 200);
    let id = s1.id.clone();
    let t = Instant::now();
    for i in 0..2000 { service::find(&store, &tid, &id).await.unwrap(); }
    println!("find {:?}", t.elapsed() / 2000);
    let t = Instant::now();
    for i in 0..200 { service::page(&store, &tid, "default", Some(Window { limit: 20, offset: i })).await.unwrap(); }
    println!("page miss {:?}", t.elapsed() / 200);
    let cid = api_client::shared_client_id(&tid);
    let t = Instant::now();
    for i in 0..2000 { client::credentials(&store, &tid, None, &cid).await.unwrap(); }
    println!("credentials {:?}", t.elapsed() / 2000);
    tenant::remove(&store, &actor, &tid).await.unwrap();
    assert!(!tenant::exists(&store, &tid).await.unwrap());
    let ev = audit::list(&store, &tid, 5).await.unwrap();
    println!("{:?}", ev.iter().map(|e| (&e.action, &e.object_id)).collect::<Vec<_>>());
    println!("{:?}", ev[0]);
    println!("{:?}", tenant::remove(&store, &actor, "default").await.unwrap_err());
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let dir = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    std::fs::create_dir_all(&dir).unwrap();
    let which = std::env::args().nth(2).unwrap_or_default();
    if which != "pg" { suite(&format!("sqlite:{}/a.db?mode=rwc", dir.display()), &dir).await; }
    if let Some(pg) = std::env::args().nth(3) { suite(&pg, &dir).await; }
}
