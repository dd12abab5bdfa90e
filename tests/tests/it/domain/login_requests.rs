//! What may become of a login request, and how its row tells of it.

use authplane_domain::Error;
use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_domain::clients::client::{self, NewClient};
use authplane_domain::sign_in::login_request::{self, LoginRequest, NewLoginRequest, Progress, Rejected, SignedIn};
use authplane_domain::sign_in::session::Authentication;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{World, acting, on_both, tamper};

/// Something that happens to a login request.
#[derive(Clone, Debug)]
enum Event {
    /// The browser is sent to the custom page of a method.
    Sent(&'static str),
    /// The page of a method says who signed in.
    Accepted(Authentication),
    /// The page says that nobody will.
    Refused,
    /// A page says what is granted.
    Granted(Vec<String>),
    /// A page says that nothing is.
    GrantRefused,
    /// Somebody signs in in the browser.
    SignedIn(SignedIn),
}

fn why() -> Rejected {
    Rejected { error: "access_denied".to_owned(), error_description: "not today".to_owned() }
}

fn authentication(subject: &str, method: &str) -> Authentication {
    Authentication { subject: subject.to_owned(), method_id: method.to_owned(), ..Authentication::default() }
}

fn event() -> impl Strategy<Value = Event> {
    let method = || prop_oneof![Just("own"), Just("other")];
    let known = || (prop_oneof![Just("ada"), Just("bob")], method()).prop_map(|(who, how)| authentication(who, how));
    let scopes = proptest::sample::subsequence(vec!["openid".to_owned(), "email".to_owned()], 0..=2);
    prop_oneof![
        method().prop_map(Event::Sent),
        known().prop_map(Event::Accepted),
        Just(Event::Refused),
        scopes.prop_map(Event::Granted),
        Just(Event::GrantRefused),
        known().prop_map(|known| {
            Event::SignedIn(SignedIn { authentication: known, session_id: Some("session".to_owned()) })
        }),
    ]
}

fn after(progress: Progress, event: Event) -> Option<Progress> {
    match event {
        Event::Sent(method) => Some(Progress::at_page(method)),
        Event::Accepted(known) => progress.accepted(known),
        Event::Refused => progress.refused(why()),
        Event::Granted(scopes) => progress.granted(scopes),
        Event::GrantRefused => progress.grant_refused(why()),
        Event::SignedIn(by) => Some(progress.signed_in(by)),
    }
}

/// The same in the column's four members, said as plainly as can be.
fn expected(row: &Value, event: &Event) -> Option<Value> {
    let (page, by, granted) = (&row["custom_method"], &row["signed_in"], &row["granted_scopes"]);
    let (at_page, refused) = (!page.is_null() && by.is_null() && row["rejected"].is_null(), !row["rejected"].is_null());
    let line = |page: &Value, by: Value, granted: Value, rejected: Value| json!({"custom_method": page, "signed_in": by, "granted_scopes": granted, "rejected": rejected});
    let subject = |by: &Value| by["authentication"]["subject"].clone();
    match event {
        Event::Sent(method) => Some(line(&json!(method), Value::Null, Value::Null, Value::Null)),
        Event::Accepted(known) => (at_page && *page == json!(known.method_id))
            .then(|| line(page, json!({"authentication": known, "session_id": null}), Value::Null, Value::Null)),
        Event::Refused => at_page.then(|| line(page, Value::Null, Value::Null, json!(why()))),
        Event::Granted(scopes) => {
            (!by.is_null() && !refused).then(|| line(page, by.clone(), json!(scopes), Value::Null))
        }
        Event::GrantRefused => (!by.is_null() && !refused).then(|| line(page, by.clone(), Value::Null, json!(why()))),
        Event::SignedIn(new) => {
            let new = json!(new);
            let kept = if subject(by) == subject(&new) { granted.clone() } else { Value::Null };
            Some(line(page, new, kept, Value::Null))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_login_request_its_row_says_what_the_rules_say(
        events in proptest::collection::vec(event(), 0..12),
    ) {
        let mut progress = Progress::default();
        for event in events {
            let row = json!(progress);
            let next = expected(&row, &event);
            let became = after(progress.clone(), event);
            prop_assert_eq!(became.as_ref().map(|became| json!(became)), next);
            // What can't happen leaves it as it was.
            progress = became.unwrap_or(progress);
            prop_assert_eq!(&serde_json::from_value::<Progress>(json!(progress)).unwrap(), &progress);
            for subject in ["ada", "bob"] {
                let by = progress.by().is_some_and(|by| by.authentication.subject == subject);
                prop_assert!(by || progress.granted_for(subject).is_none(), "granted on behalf of somebody else");
            }
        }
    }
}

async fn login(world: &World) -> LoginRequest {
    let new = NewLoginRequest {
        server_id: DEFAULT,
        client_id: Some("shop"),
        browser: "cookie",
        request: json!({}),
        signed_in: None,
    };
    login_request::create(&world.store, "t", new).await.unwrap()
}

/// Replicas of the version before this one go on while it is rolled out: both read what the other wrote.
#[tokio::test]
async fn a_row_of_four_members_is_read_as_what_it_says_and_nonsense_is_not() {
    let by = json!({"authentication": authentication("ada", "own"), "session_id": "session"});
    let page = Some("own".to_owned());
    let ada = SignedIn { authentication: authentication("ada", "own"), session_id: Some("session".to_owned()) };
    let none = Value::Null;
    let cases = [
        ([&none, &none, &none, &none], Some(Progress::Waiting)),
        ([&json!("own"), &none, &none, &none], Some(Progress::AtPage { method: "own".to_owned() })),
        ([&json!("own"), &by, &none, &none], Some(Progress::SignedIn { page: page.clone(), by: ada.clone() })),
        ([&none, &by, &none, &none], Some(Progress::SignedIn { page: None, by: ada.clone() })),
        (
            [&none, &by, &json!(["openid"]), &none],
            Some(Progress::Granted { page: None, by: ada.clone(), scopes: vec!["openid".to_owned()] }),
        ),
        (
            [&json!("own"), &none, &none, &json!(why())],
            Some(Progress::Rejected { page: page.clone(), by: None, why: why() }),
        ),
        (
            [&json!("own"), &by, &none, &json!(why())],
            Some(Progress::Rejected { page: page.clone(), by: Some(ada.clone()), why: why() }),
        ),
        ([&none, &none, &json!(["openid"]), &none], None),
        ([&none, &by, &json!(["openid"]), &json!(why())], None),
    ];
    on_both(async |world| {
        world.tenant("t").await;
        let new = NewClient { id: Some("shop".to_owned()), server_id: DEFAULT.to_owned(), ..NewClient::default() };
        client::create(&acting(&world.store, "t"), new).await.unwrap();
        let login = login(&world).await;
        for (members, progress) in &cases {
            let [custom_method, signed_in, granted_scopes, rejected] = members;
            let row = json!({
                "custom_method": custom_method, "signed_in": signed_in,
                "granted_scopes": granted_scopes, "rejected": rejected,
            });
            assert_eq!(tamper(&world, &format!("UPDATE login_requests SET progress = '{row}'")).await, 1);
            let found = login_request::find(&world.store, "t", &login.id).await;
            match progress {
                Some(progress) => {
                    assert_eq!(found.unwrap().unwrap().progress, *progress, "{row}");
                    assert_eq!(json!(progress), row, "it is written as it was read");
                }
                None => assert!(matches!(found, Err(Error::Internal(_))), "{row}: {found:?}"),
            }
        }
    })
    .await;
}
