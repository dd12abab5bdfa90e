//! Authentication methods: their secrets, what keeps them, and who is still signed in.

use std::collections::HashMap;

use authplane_domain::catalogue::authorization_server::{ADMIN, AuthorizationServer, DEFAULT};
use authplane_domain::catalogue::server_key::ServerKey;
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::installation::audit;
use authplane_domain::sign_in::authentication::{
    self, Azure, Cognito, Custom, GroupNameFormat, Method, MethodKind, NewMethod, Oidc, PASSWORD_LENGTH,
    PasswordMemory, Static, StaticUser, UpstreamClient, verify_unknown_user,
};
use authplane_domain::sign_in::session::Authentication;
use authplane_domain::{Error, Result, Store};
use serde_json::Map;

use super::{acting, everything, on_both};

fn method(id: &str, kind: MethodKind) -> NewMethod {
    let method = Method {
        id: id.to_owned(),
        name: id.to_owned(),
        disabled: false,
        mappings: vec![],
        attributes: vec![],
        kind,
        stamp: 0,
    };
    NewMethod { method, client_secret: None, passwords: HashMap::new(), password_hashes: HashMap::new() }
}

fn people(id: &str, users: &[(&str, Option<&str>)]) -> NewMethod {
    let known = users.iter().map(|(name, _)| StaticUser::new((*name).to_owned(), Map::new())).collect();
    let passwords = users.iter().filter_map(|(name, password)| Some(((*name).to_owned(), (*password)?.to_owned())));
    NewMethod { passwords: passwords.collect(), ..method(id, MethodKind::Static(Static { hint: false, users: known })) }
}

fn upstream(id: &str, issuer_url: &str, secret: Option<&str>) -> NewMethod {
    let client = UpstreamClient::new("authplane".to_owned(), None, vec!["openid".to_owned()]);
    let kind = MethodKind::Oidc(Oidc { issuer_url: issuer_url.to_owned(), client, get_user_info: false });
    NewMethod { client_secret: secret.map(str::to_owned), ..method(id, kind) }
}

fn page(id: &str, login_url: &str) -> NewMethod {
    method(id, MethodKind::Custom(Custom::new(login_url.to_owned())))
}

async fn replace(store: &Store, new: Vec<NewMethod>) -> Result<AuthorizationServer> {
    Ok(authentication::replace(&acting(store, "t"), DEFAULT, new).await?.server)
}

fn invalid<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Invalid { field, .. }) => field.into_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn passwords_are_hashed_and_secrets_sealed_and_neither_reaches_the_audit_log() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let new = vec![
            people("staff", &[("ada", Some("correct horse"))]),
            upstream("partner", "https://login.example", Some("upstream-secret")),
        ];
        let server = replace(store, new).await.unwrap();
        let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert_eq!(authentication::methods(&server).unwrap(), *methods);
        let MethodKind::Static(staff) = &methods.find("staff").unwrap().kind else { panic!() };
        // One check works in what the one before left.
        let mut memory = PasswordMemory::default();
        assert_eq!(staff.sign_in("ada", "correct horse", &mut memory).map(|user| user.username.as_str()), Some("ada"));
        for (name, password) in [
            ("ada", "correct hors"),
            ("ada", "correct horse "),
            ("ada", ""),
            ("Ada", "correct horse"),
            ("ada ", "correct horse"),
            ("bob", "correct horse"),
            ("", ""),
        ] {
            assert!(staff.sign_in(name, password, &mut memory).is_none(), "{name:?} {password:?}");
            assert!(staff.sign_in("ada", "correct horse", &mut memory).is_some());
        }
        verify_unknown_user("correct horse", &mut memory);
        let partner = methods.find("partner").unwrap();
        let secret =
            authentication::open_client_secret(store, ServerKey { tenant: "t", id: DEFAULT }, partner).unwrap();
        assert_eq!(secret.as_deref(), Some("upstream-secret"));
        // Sealed for its place: elsewhere it doesn't open.
        assert!(authentication::open_client_secret(store, ServerKey { tenant: "t", id: ADMIN }, partner).is_err());

        let rows = everything(&world).await;
        for secret in ["correct horse", "upstream-secret"] {
            assert!(!rows.contains(secret), "{secret} is stored as it is");
        }
        assert!(rows.contains("$argon2id$v=19$m=19456,t=2,p=1$"), "OWASP's parameters");
        let before = audit::list(store, "t", 1).await.unwrap().remove(0);
        // The same list with another password: the log tells that something changed, not what.
        replace(store, vec![people("staff", &[("ada", Some("other"))])]).await.unwrap();
        replace(store, vec![people("staff", &[("ada", Some("third"))])]).await.unwrap();
        let after = audit::list(store, "t", 1).await.unwrap().remove(0);
        assert_eq!((before.action.as_str(), before.object_id.as_str()), ("authorization_server.change", DEFAULT));
        for event in [&before, &after] {
            let text = serde_json::to_string(event).unwrap();
            assert!(text.contains("(secret ") && !text.contains("argon2"), "{text}");
        }
        assert_ne!(after.before, after.after);
        assert!(!format!("{methods:?}").contains("argon2"));
    })
    .await;
}

#[tokio::test]
async fn what_is_left_out_of_a_replacement_stays() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let issuer = "https://login.example";
        let new = vec![people("staff", &[("ada", Some("one"))]), upstream("partner", issuer, Some("upstream-secret"))];
        replace(store, new).await.unwrap();
        let kept = vec![upstream("partner", issuer, None), people("staff", &[("bob", Some("two")), ("ada", None)])];
        let kept = authentication::methods(&replace(store, kept).await.unwrap()).unwrap();
        assert_eq!(kept.all().iter().map(|method| method.id.as_str()).collect::<Vec<_>>(), ["partner", "staff"]);
        let MethodKind::Static(staff) = &kept.find("staff").unwrap().kind else { panic!() };
        let mut memory = PasswordMemory::default();
        assert!(
            staff.sign_in("ada", "one", &mut memory).is_some() && staff.sign_in("bob", "two", &mut memory).is_some()
        );
        let partner = kept.find("partner").unwrap();
        let secret =
            authentication::open_client_secret(store, ServerKey { tenant: "t", id: DEFAULT }, partner).unwrap();
        assert_eq!(secret.as_deref(), Some("upstream-secret"));
        // Neither under another name, nor in a method of another id.
        let before = everything(&world).await;
        let renamed = replace(store, vec![people("staff", &[("carol", None)])]).await;
        assert_eq!(invalid(renamed), "methods[0].static.users[0].password");
        let moved = replace(store, vec![page("a", "https://a.example"), people("others", &[("ada", None)])]).await;
        assert_eq!(invalid(moved), "methods[1].static.users[0].password");
        assert_eq!(everything(&world).await, before);
        // Whoever went and came back is somebody new.
        replace(store, vec![people("staff", &[])]).await.unwrap();
        let back = replace(store, vec![people("staff", &[("ada", None)])]).await;
        assert_eq!(invalid(back), "methods[0].static.users[0].password");
    })
    .await;
}

#[tokio::test]
async fn cve_2026_15943_a_kept_client_secret_is_not_sent_to_another_place() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        replace(store, vec![upstream("partner", "https://login.example", Some("upstream-secret"))]).await.unwrap();
        let before = everything(&world).await;
        for issuer in ["https://evil.example", "https://login.example/", "https://login.example:444"] {
            let moved = replace(store, vec![upstream("partner", issuer, None)]).await;
            assert_eq!(invalid(moved), "methods[0].oidc.client_secret", "{issuer}");
        }
        assert_eq!(everything(&world).await, before);
        // Another method has another secret, which is none.
        let renamed = replace(store, vec![upstream("other", "https://evil.example", None)]).await.unwrap();
        let methods = authentication::methods(&renamed).unwrap();
        let secret =
            authentication::open_client_secret(store, ServerKey { tenant: "t", id: DEFAULT }, &methods.all()[0])
                .unwrap();
        assert_eq!(secret, None);
    })
    .await;
}

#[tokio::test]
async fn what_a_method_cannot_hold_is_refused_and_nothing_is_written() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let before = everything(&world).await;
        let long = "p".repeat(PASSWORD_LENGTH + 1);
        let unnamed = |mut new: NewMethod| {
            new.method.name = String::new();
            new
        };
        for (new, field) in [
            (vec![page("", "https://a.example")], "methods[0].id"),
            (vec![page("a/b", "https://a.example")], "methods[0].id"),
            (vec![page("a", "https://a.example"), page("a", "https://a.example")], "methods[1].id"),
            (vec![unnamed(page("a", "https://a.example"))], "methods[0].name"),
            (vec![page("a", "")], "methods[0].custom.login_url"),
            (vec![page("a", "/login")], "methods[0].custom.login_url"),
            (vec![page("a", "http://a.example")], "methods[0].custom.login_url"),
            (vec![page("a", "http://127.0.0.1.a.example")], "methods[0].custom.login_url"),
            (vec![page("a", "javascript:alert(1)")], "methods[0].custom.login_url"),
            (vec![page("a", "https://good@evil.example")], "methods[0].custom.login_url"),
            (vec![page("a", "https://a.example/#f")], "methods[0].custom.login_url"),
            (vec![upstream("a", "https://a.example?x", None)], "methods[0].oidc.issuer_url"),
            (vec![upstream("a", "ftp://a.example", None)], "methods[0].oidc.issuer_url"),
            (vec![upstream("a", "https://a.example", Some(""))], "methods[0].oidc.client_secret"),
            (vec![upstream("a", "https://a.example", Some("a\nb"))], "methods[0].oidc.client_secret"),
            (vec![people("a", &[("", Some("p"))])], "methods[0].static.users[0].username"),
            (vec![people("a", &[(" ada", Some("p"))])], "methods[0].static.users[0].username"),
            (vec![people("a", &[("žofie", Some("p"))])], "methods[0].static.users[0].username"),
            (vec![people("a", &[("system", Some("p"))])], "methods[0].static.users[0].username"),
            (vec![people("a", &[("ada", Some("p")), ("ada", Some("q"))])], "methods[0].static.users[1].username"),
            (
                vec![people("a", &[("ada", Some("p"))]), people("b", &[("ada", Some("q"))])],
                "methods[1].static.users[0].username",
            ),
            (vec![people("a", &[("ada", Some(""))])], "methods[0].static.users[0].password"),
            (vec![people("a", &[("ada", Some(&long))])], "methods[0].static.users[0].password"),
        ] {
            assert_eq!(invalid(replace(store, new).await), field);
        }
        let nowhere = authentication::replace(&acting(store, "t"), "nobody", vec![]).await;
        assert!(matches!(nowhere, Err(Error::NotFound { thing: "authorization_server", .. })));
        assert_eq!(everything(&world).await, before);
        // What is allowed for this machine alone, and a name in which case counts.
        for url in ["http://127.0.0.1:3000/login?a=b", "http://[::1]/", "http://localhost/x", "https://a.example"] {
            replace(store, vec![page("a", url)]).await.unwrap();
        }
        replace(store, vec![people("a", &[("ada", Some("p")), ("Ada", Some("q"))])]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn assertion_32_no_user_is_called_like_a_client_and_no_client_like_a_user() {
    on_both(async |world| {
        world.tenant("t").await;
        world.tenant("elsewhere").await;
        let store = &world.store;
        let client = |id: &str, server: &str| NewClient {
            id: Some(id.into()),
            server_id: server.into(),
            ..NewClient::default()
        };
        client::create(&acting(store, "t"), client("robot", ADMIN)).await.unwrap();
        let named = replace(store, vec![people("a", &[("ada", Some("p")), ("robot", Some("p"))])]).await;
        assert_eq!(invalid(named), "methods[0].static.users[1].username");
        replace(store, vec![people("a", &[("ada", Some("p"))])]).await.unwrap();
        for server in [ADMIN, DEFAULT] {
            let named = client::create(&acting(store, "t"), client("ada", server)).await;
            assert!(matches!(named, Err(Error::Conflict { thing: "client", field: "id", .. })), "{named:?}");
        }
        // Another tenant's are other people.
        client::create(&acting(store, "elsewhere"), client("ada", DEFAULT)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn of_a_user_and_a_client_of_one_name_that_are_made_at_once_one_is_refused() {
    on_both(async |world| {
        world.tenant("t").await;
        let other = world.replica().await;
        for round in 0..4 {
            let name = format!("name-{round}");
            let users = replace(&world.store, vec![people("a", &[(&name, Some("p"))])]);
            let new = NewClient { id: Some(name.clone()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
            let me = acting(&other, "t");
            let client = client::create(&me, new);
            let (user, client) = futures::future::join(users, client).await;
            assert!(user.is_ok() != client.is_ok(), "{user:?} {client:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn cve_2025_64521_and_cve_2025_64717_who_could_not_sign_in_again_is_signed_in_no_longer() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        // Of the password that a static user has now.
        let stamp = async |method: &str, subject: &str| {
            let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
            match methods.find(method) {
                Some(Method { kind: MethodKind::Static(settings), .. }) => {
                    settings.user(subject).map_or(0, StaticUser::stamp)
                }
                other => other.map_or(0, |method| method.stamp),
            }
        };
        let still_with = async |method: &str, subject: &str, stamp: i64| {
            let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
            let (method_id, subject, auth_time) = (method.to_owned(), subject.to_owned(), store.now().timestamp());
            let user = Authentication { method_id, subject, auth_time, stamp, ..Authentication::default() };
            authentication::still_signs_in(store, "t", &methods, &user).await.unwrap()
        };
        let still = async |method: &str, subject: &str| still_with(method, subject, stamp(method, subject).await).await;
        let staff = || people("staff", &[("ada", Some("p"))]);
        let partner = || upstream("partner", "https://login.example", None);
        replace(store, vec![staff(), partner()]).await.unwrap();
        assert!(still("staff", "ada").await && still("partner", "whoever").await);
        assert!(!still("staff", "bob").await && !still("staff", "Ada").await && !still("nothing", "ada").await);
        let first = stamp("staff", "ada").await;
        assert!(first != 0 && !still_with("staff", "ada", 0).await);
        for (password, changes) in [(None, false), (Some("p"), false), (Some("q"), true), (Some("p"), true)] {
            replace(store, vec![people("staff", &[("ada", password)]), partner()]).await.unwrap();
            assert_eq!(!still_with("staff", "ada", first).await, changes, "{password:?}");
            assert_eq!(stamp("staff", "ada").await != first, changes, "{password:?}");
        }
        let disabled = |mut new: NewMethod| {
            new.method.disabled = true;
            new
        };
        replace(store, vec![disabled(staff()), disabled(partner())]).await.unwrap();
        assert!(!still("staff", "ada").await && !still("partner", "whoever").await);
        let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        assert_eq!((methods.all().len(), methods.enabled().count()), (2, 0));
        replace(store, vec![people("staff", &[("bob", Some("p"))])]).await.unwrap();
        assert!(!still("staff", "ada").await && !still("partner", "whoever").await && still("staff", "bob").await);
        let unknown = authentication::of_server(store, ServerKey { tenant: "t", id: "nobody" }).await.unwrap();
        assert!(unknown.all().is_empty());
    })
    .await;
}

/// A method that leads elsewhere has other users, and none of those from before, whatever comes after.
#[tokio::test]
async fn a_method_that_leads_elsewhere_ends_what_came_from_where_it_led_before() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        let stamp = async || {
            let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
            methods.find("m").map(|method| method.stamp)
        };
        let client = || UpstreamClient::new("id".to_owned(), None, vec!["openid".to_owned()]);
        let oidc = |issuer: &str, get_user_info| {
            MethodKind::Oidc(Oidc { issuer_url: issuer.to_owned(), client: client(), get_user_info })
        };
        let azure = |tenant: &str, get_user| {
            MethodKind::Azure(Azure {
                tenant: tenant.to_owned(),
                client: client(),
                get_user,
                fetch_groups: false,
                only_security_groups: false,
                group_name_format: GroupNameFormat::Id,
            })
        };
        let cognito = |region: &str, pool: &str, get_user_info| {
            let (region, pool_id) = (region.to_owned(), pool.to_owned());
            MethodKind::Cognito(Cognito { region, pool_id, client: client(), get_user_info })
        };
        let page = |url: &str| MethodKind::Custom(Custom::new(url.to_owned()));
        let mut all = std::collections::BTreeSet::new();
        let pool = "us-east-1_Q8WSOH11B";
        for (kind, same) in [
            (oidc("https://a.example", false), oidc("https://a.example", true)),
            (oidc("https://b.example", false), oidc("https://b.example", true)),
            (azure("one.example", false), azure("one.example", true)),
            (azure("two.example", false), azure("two.example", true)),
            (cognito("us-east-1", pool, false), cognito("us-east-1", pool, true)),
            (cognito("us-east-1", "us-east-1_Q8WSOH11C", false), cognito("us-east-1", "us-east-1_Q8WSOH11C", true)),
            (page("https://a.example/"), page("https://a.example/")),
            (page("https://b.example/"), page("https://b.example/")),
            (oidc("https://a.example", false), oidc("https://a.example", true)),
        ] {
            replace(store, vec![method("m", kind)]).await.unwrap();
            let here = stamp().await.unwrap();
            assert!(all.insert(here), "another one each time, also where it led before");
            replace(store, vec![method("m", same)]).await.unwrap();
            assert_eq!(stamp().await, Some(here), "it leads where it led");
        }
        replace(store, vec![]).await.unwrap();
        replace(store, vec![method("m", oidc("https://a.example", false))]).await.unwrap();
        assert!(all.insert(stamp().await.unwrap()), "one that was gone is another one");
        let methods = authentication::of_server(store, ServerKey { tenant: "t", id: DEFAULT }).await.unwrap();
        for (stamp, is_current) in all.iter().map(|stamp| (*stamp, Some(*stamp) == methods.find("m").map(|m| m.stamp)))
        {
            let user = Authentication {
                method_id: "m".to_owned(),
                subject: "ada".to_owned(),
                auth_time: store.now().timestamp(),
                stamp,
                ..Authentication::default()
            };
            let still = authentication::still_signs_in(store, "t", &methods, &user).await.unwrap();
            assert_eq!(still, is_current, "{stamp}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_damaged_column_is_a_failure_and_no_open_door() {
    on_both(async |world| {
        world.tenant("t").await;
        let changed = super::tamper(&world, "UPDATE authorization_servers SET authentications = '{}'").await;
        assert!(changed > 0);
        let store = world.replica().await;
        let found = authentication::of_server(&store, ServerKey { tenant: "t", id: DEFAULT }).await;
        assert!(matches!(found, Err(Error::Internal(_))), "{found:?}");
    })
    .await;
}

/// A name with a slash from before names could have none is kept, but not beside a page of whose users it could be one.
#[tokio::test]
async fn an_earlier_name_that_has_a_slash_stays_but_not_beside_the_page_that_it_names() {
    on_both(async |world| {
        world.tenant("t").await;
        let store = &world.store;
        replace(store, vec![people("staff", &[("own-ada", Some("p"))])]).await.unwrap();
        let renamed = "UPDATE authorization_servers SET authentications = \
                       REPLACE(CAST(authentications AS text), 'own-ada', 'own/ada')";
        let json = if world.url.starts_with("postgres") {
            renamed.replace("REPLACE(", "CAST(REPLACE(") + " AS jsonb)"
        } else {
            renamed.to_owned()
        };
        let changed = super::tamper(&world, &json).await;
        assert!(changed > 0);
        let store = &world.replica().await;
        let kept = || people("staff", &[("own/ada", None)]);
        replace(store, vec![kept(), page("other", "https://login.example")]).await.unwrap();
        for methods in
            [vec![kept(), page("own", "https://login.example")], vec![page("own", "https://a.example"), kept()]]
        {
            let field = invalid(replace(store, methods).await);
            assert!(field.ends_with(".static.users[0].username"), "{field}");
        }
        assert_eq!(
            invalid(replace(store, vec![people("staff", &[("own/eve", Some("p"))])]).await),
            "methods[0].static.users[0].username"
        );
    })
    .await;
}
