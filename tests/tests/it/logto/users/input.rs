//! What strangers send: refused in the dialect's shape, in its order, and nothing written.

use authplane_tests::{Call, Tenant, on_both};
use serde_json::{Value, json};

use super::{USERS, each_operation, id_of, new, now, path_of, refused, user, without};
use crate::it::logto::resources::issue_path;

async fn everybody(tenant: &Tenant) -> Value {
    tenant.get(USERS).send().await.expect(200).json()
}

/// Where the first thing is that is wrong with a body which isn't taken.
async fn fault(call: Call) -> String {
    let path: Vec<String> = serde_json::from_value(issue_path(&call.send().await.expect(400).json())).unwrap();
    path.join(".")
}

/// Refused so, and nothing is written.
async fn refused_whole(tenant: &Tenant, call: Call, status: u16, code: &str, what: &Value) {
    let before = everybody(tenant).await;
    assert_eq!(call.send().await.expect(status).json()["code"], code, "{what}");
    assert_eq!(everybody(tenant).await, before, "{what}");
}

/// Members that neither creation nor a change takes, with the place of what is wrong.
fn wrong_members() -> Vec<(Value, &'static str)> {
    let mut wrong = Vec::new();
    // Word characters are those of ASCII, and the end is the very end.
    for username in [
        "1ada",
        " ada",
        "ada ",
        "a.b",
        "a-b",
        "a b",
        "a@b",
        "é",
        "aé",
        "a\u{661}",
        "aſ",
        "a\u{212a}",
        "ａda",
        "ada\n",
        "\nada",
        "a\u{200d}b",
    ] {
        wrong.push((json!({"username": username}), "username"));
    }
    for email in [
        "ada",
        "a@b",
        "@b.c",
        "a@.c",
        "a@b.",
        "a@",
        "a.b@c",
        " a@b.c",
        "a@b.c ",
        "a b@c.d",
        "a@b .c",
        "a@b.c\n",
        "a\t@b.c",
        // White space as ECMAScript has it.
        "a\u{a0}@b.c",
        "\u{feff}a@b.c",
        "a\u{feff}b@c.d",
        "a@b\u{2028}.c",
        "a@b.\u{3000}c",
        "a@\u{1680}b.c",
    ] {
        wrong.push((json!({"primaryEmail": email}), "primaryEmail"));
    }
    for phone in ["+491700", "49 1700", "49-1700", "4a", "\u{664}\u{669}", "４９", "49\n", " 49", "²"] {
        wrong.push((json!({"primaryPhone": phone}), "primaryPhone"));
    }
    for avatar in ["ada", "/ada.png", "//people.example/ada.png", "https://", "http://[", "people.example/ada.png"] {
        wrong.push((json!({"avatar": avatar}), "avatar"));
    }
    for member in ["username", "primaryEmail", "primaryPhone", "name", "avatar"] {
        for value in [json!(1), json!(true), json!(["a"]), json!({"a": 1})] {
            wrong.push((json!({member: value}), member));
        }
    }
    for value in [json!(null), json!([]), json!("a"), json!({"a": "x".repeat(64 * 1024)})] {
        wrong.push((json!({"customData": value}), "customData"));
    }
    for value in [json!(null), json!([]), json!("a"), json!(1)] {
        wrong.push((json!({"profile": value}), "profile"));
    }
    wrong.extend([
        (json!({"profile": {"nickname": null}}), "profile.nickname"),
        (json!({"profile": {"nickname": 1}}), "profile.nickname"),
        (json!({"profile": {"birthdate": ["1815"]}}), "profile.birthdate"),
        (json!({"profile": {"address": null}}), "profile.address"),
        (json!({"profile": {"address": []}}), "profile.address"),
        (json!({"profile": {"address": "London"}}), "profile.address"),
        (json!({"profile": {"address": {"country": null}}}), "profile.address.country"),
        (json!({"profile": {"address": {"postalCode": 1}}}), "profile.address.postalCode"),
    ]);
    wrong
}

#[tokio::test]
async fn wrong_members_are_named_at_creation_and_at_a_change() {
    on_both(async |tenant| {
        let path = path_of(&user(&tenant, new()).await);
        let before = everybody(&tenant).await;
        for (members, place) in wrong_members() {
            assert_eq!(fault(tenant.post(USERS).json(&members)).await, place, "{members}");
            assert_eq!(fault(tenant.patch(&path).json(&members)).await, place, "{members}");
        }
        for (body, place) in [
            (json!({"username": ""}), "username"),
            (json!({"username": null}), "username"),
            (json!({"primaryEmail": ""}), "primaryEmail"),
            (json!({"primaryEmail": null}), "primaryEmail"),
            (json!({"primaryPhone": ""}), "primaryPhone"),
            (json!({"primaryPhone": null}), "primaryPhone"),
            (json!({"name": null}), "name"),
            (json!({"password": ""}), "password"),
            (json!({"password": null}), "password"),
            (json!({"password": 1}), "password"),
            // Nobody makes the server hash megabytes.
            (json!({"password": "x".repeat(1025)}), "password"),
            (json!({"passwordDigest": null, "passwordAlgorithm": "MD5"}), "passwordDigest"),
            (json!({"passwordDigest": 1, "passwordAlgorithm": "MD5"}), "passwordDigest"),
            (json!({"passwordDigest": "x", "passwordAlgorithm": null}), "passwordAlgorithm"),
            (json!({"passwordDigest": "x", "passwordAlgorithm": "md5"}), "passwordAlgorithm"),
            (json!({"passwordDigest": "x", "passwordAlgorithm": "Legacy"}), "passwordAlgorithm"),
            (json!({"passwordAlgorithm": "Other"}), "passwordAlgorithm"),
        ] {
            assert_eq!(fault(tenant.post(USERS).json(&body)).await, place, "{body}");
        }
        assert_eq!(everybody(&tenant).await, before, "nothing is written");
    })
    .await;
}

#[tokio::test]
async fn what_no_body_may_be_without_is_named_before_anybody_looks_for_the_user() {
    on_both(async |tenant| {
        let made = user(&tenant, new()).await;
        for path in [path_of(&made), format!("{USERS}/unknown")] {
            for (part, bodies, place) in [
                (
                    "custom-data",
                    vec![json!({}), json!({"customData": null}), json!({"customData": []}), json!({"customData": "a"})],
                    "customData",
                ),
                (
                    "profile",
                    vec![json!({}), json!({"profile": null}), json!({"profile": []}), json!({"profile": 1})],
                    "profile",
                ),
                ("profile", vec![json!({"profile": {"locale": null}})], "profile.locale"),
                (
                    "profile",
                    vec![json!({"profile": {"address": null}}), json!({"profile": {"address": []}})],
                    "profile.address",
                ),
                ("profile", vec![json!({"profile": {"address": {"region": null}}})], "profile.address.region"),
                (
                    "password",
                    vec![json!({}), json!({"password": ""}), json!({"password": null}), json!({"password": 1})],
                    "password",
                ),
                (
                    "is-suspended",
                    vec![
                        json!({}),
                        json!({"isSuspended": null}),
                        json!({"isSuspended": "true"}),
                        json!({"isSuspended": 1}),
                    ],
                    "isSuspended",
                ),
            ] {
                for body in bodies {
                    let call = tenant.patch(&format!("{path}/{part}")).json(&body);
                    assert_eq!(fault(call).await, place, "{part} {body}");
                }
            }
            for body in [json!({}), json!({"password": ""}), json!({"password": null}), json!({"password": ["a"]})] {
                let call = tenant.post(&format!("{path}/password/verify")).json(&body);
                assert_eq!(fault(call).await, "password", "{body}");
            }
            assert_eq!(fault(tenant.patch(&path).json(json!({"username": "1"}))).await, "username");
        }
        assert_eq!(now(&tenant, &made).await, made);
    })
    .await;
}

#[tokio::test]
async fn what_the_rules_allow_is_kept_to_the_letter() {
    on_both(async |tenant| {
        for (member, values) in [
            ("username", vec!["_", "A", "a", "Z9_z", "__proto__"]),
            (
                "primaryEmail",
                vec![
                    "a@b.c",
                    "A@B.c2",
                    "a@@b.c",
                    "@a@b.c",
                    "a@b..c",
                    "a@b.c.",
                    "ä@ö.ü",
                    "\"<a>\"@[127.0.0.1]",
                    // No white space to ECMAScript.
                    "a\u{85}b@c.d",
                    "a\u{200b}@b.c",
                    "a\u{180e}@b.c",
                ],
            ),
            ("primaryPhone", vec!["0", "00491700", "491700"]),
            ("name", vec!["Ωμέγα 漢字 🦀", "<script>alert(1)</script>", " a ", "\u{feff}"]),
            (
                "avatar",
                vec![
                    "https://people.example/A b.png",
                    "mailto:ada@people.example",
                    "urn:ada",
                    "data:,a",
                    "HTTP://PEOPLE.example",
                ],
            ),
        ] {
            for value in values {
                let made = user(&tenant, json!({member: value})).await;
                assert_eq!(made[member], value);
                assert_eq!(now(&tenant, &made).await[member], value);
                let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
                let made = user(&tenant, json!({})).await;
                let changed = tenant.patch(&path_of(&made)).json(json!({member: value})).send().await.expect(200);
                assert_eq!(changed.json()[member], value);
                let _ = tenant.delete(&path_of(&made)).send().await.expect(204);
            }
        }
        // Members that no profile has are dropped.
        let profile = json!({"nickname": "ada", "shoeSize": 37, "address": {"country": "England", "planet": "Earth"}});
        let made = user(&tenant, json!({"profile": profile})).await;
        let kept = json!({"nickname": "ada", "address": {"country": "England"}});
        assert_eq!(made["profile"], kept);
        let changed = tenant.patch(&path_of(&made)).json(json!({"profile": profile})).send().await.expect(200).json();
        assert_eq!(changed["profile"], kept);
    })
    .await;
}

#[tokio::test]
async fn an_empty_text_and_null_take_away_what_is_there() {
    on_both(async |tenant| {
        let texts = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700", "name": "Ada",
            "avatar": "https://people.example/ada.png"});
        let made = user(&tenant, texts.clone()).await;
        let other = user(&tenant, json!({})).await;
        for empty in [json!(""), json!(null)] {
            for member in texts.as_object().unwrap().keys() {
                let mut expected = now(&tenant, &made).await;
                expected[member] = json!(null);
                let changed = tenant.patch(&path_of(&made)).json(json!({member: empty})).send().await.expect(200).json();
                assert_eq!(without(&changed, &["updatedAt"]), without(&expected, &["updatedAt"]), "{member} {empty}");
                assert_eq!(now(&tenant, &made).await, changed);
                // Nothing is nobody's.
                let _ = tenant.patch(&path_of(&other)).json(json!({member: empty, "name": "x"})).send().await.expect(200);
            }
            let _ = tenant.patch(&path_of(&made)).json(&texts).send().await.expect(200);
        }
        for body in [json!({"name": ""}), json!({"avatar": ""}), json!({"avatar": null}), json!({"name": "", "avatar": null})] {
            let made = user(&tenant, body).await;
            assert_eq!((&made["name"], &made["avatar"]), (&json!(null), &json!(null)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_of_nothing_is_refused_and_so_is_one_of_what_never_changes() {
    on_both(async |tenant| {
        let made = user(&tenant, new()).await;
        for body in [json!({}), json!({"unknown": 1}), json!({"isSuspended": true, "password": "a", "identities": {}})]
        {
            let call = tenant.patch(&path_of(&made)).json(&body);
            refused_whole(&tenant, call, 422, "entity.invalid_input", &body).await;
            // Who isn't there is told of first.
            refused(tenant.patch(&format!("{USERS}/unknown")).json(&body), 404, "entity.not_found").await;
        }
        refused(tenant.patch(&path_of(&made)), 422, "entity.invalid_input").await;
        assert_eq!(now(&tenant, &made).await, made);
    })
    .await;
}

#[tokio::test]
async fn a_password_comes_in_one_way_and_a_digest_with_its_algorithm() {
    on_both(async |tenant| {
        let _ = user(&tenant, json!({"username": "taken"})).await;
        for (body, code) in [
            (json!({"password": "a", "passwordDigest": "b"}), "user.password_and_digest"),
            (json!({"password": "a", "passwordDigest": "b", "passwordAlgorithm": "MD5"}), "user.password_and_digest"),
            (json!({"passwordDigest": "b"}), "user.password_algorithm_required"),
            // Both are looked at after what is no user at all, and before who has the names.
            (json!({"password": "a", "passwordDigest": "b", "username": "1"}), "guard.invalid_input"),
            (json!({"passwordDigest": "b", "primaryEmail": "a"}), "guard.invalid_input"),
            (json!({"password": "a", "passwordDigest": "b", "username": "taken"}), "user.password_and_digest"),
            (json!({"passwordDigest": "b", "username": "taken"}), "user.password_algorithm_required"),
        ] {
            refused_whole(&tenant, tenant.post(USERS).json(&body), 400, code, &body).await;
        }
        // An empty digest is none, and an algorithm alone says nothing.
        for (body, has_password) in [
            (json!({"passwordDigest": ""}), false),
            (json!({"passwordDigest": "", "passwordAlgorithm": "MD5"}), false),
            (json!({"passwordAlgorithm": "Bcrypt"}), false),
            (json!({"password": "a", "passwordDigest": ""}), true),
            (json!({"password": "a", "passwordAlgorithm": "MD5"}), true),
            (json!({"passwordDigest": "a", "passwordAlgorithm": "MD5"}), true),
        ] {
            assert_eq!(user(&tenant, body.clone()).await["hasPassword"], has_password, "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn names_that_somebody_has_are_told_of_one_after_the_other_and_in_another_order_at_a_change() {
    on_both(async |tenant| {
        let known = json!({"username": "ada", "primaryEmail": "ada@people.example", "primaryPhone": "491700"});
        let ada = user(&tenant, known.clone()).await;
        let long = "x".repeat(129);
        let (username, email, phone) =
            ("user.username_already_in_use", "user.email_already_in_use", "user.phone_already_in_use");
        for (body, code) in [
            (known.clone(), username),
            (json!({"primaryEmail": "ada@people.example", "primaryPhone": "491700"}), email),
            (json!({"primaryEmail": "ADA@People.Example"}), email),
            (json!({"primaryPhone": "491700", "username": "other"}), phone),
            // What no column holds is found when it is written.
            (json!({"username": "ada", "name": long}), username),
            (json!({"primaryPhone": "491700", "name": long}), phone),
        ] {
            refused_whole(&tenant, tenant.post(USERS).json(&body), 422, code, &body).await;
        }
        let other = user(&tenant, json!({"username": "otto"})).await;
        let change = |body: &Value| tenant.patch(&path_of(&other)).json(body);
        for (body, code) in [
            (known.clone(), email),
            (json!({"primaryPhone": "491700", "username": "ada"}), phone),
            (json!({"username": "ada"}), username),
            (json!({"username": "ada", "name": "Renamed"}), username),
            (json!({"primaryEmail": "Ada@people.EXAMPLE"}), email),
            (json!({"username": "ada", "name": long}), username),
        ] {
            refused_whole(&tenant, change(&body), 422, code, &body).await;
            refused(tenant.patch(&format!("{USERS}/unknown")).json(&body), 404, "entity.not_found").await;
        }
        assert_eq!(fault(change(&json!({"username": "ada", "primaryPhone": "+1"}))).await, "primaryPhone");
        // One's own are nobody else's.
        let own = json!({"username": "ada", "primaryEmail": "ADA@people.example", "primaryPhone": "491700"});
        let changed = tenant.patch(&path_of(&ada)).json(&own).send().await.expect(200).json();
        assert_eq!(changed["primaryEmail"], "ADA@people.example");
        let _ = tenant.patch(&path_of(&ada)).json(&known).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_somebody_s_to_the_letter_and_an_address_in_any_case_until_they_give_it_up() {
    on_both(async |tenant| {
        let taken = async |body: Value| {
            let answer = tenant.post(USERS).json(&body).send().await;
            match answer.status {
                200 => {
                    let _ = tenant.delete(&path_of(&answer.json())).send().await.expect(204);
                    false
                }
                _ => {
                    assert!(answer.expect(422).json()["code"].as_str().unwrap().ends_with("_already_in_use"), "{body}");
                    true
                }
            }
        };
        let ada =
            user(&tenant, json!({"username": "ada", "primaryEmail": "Ädá@K.example", "primaryPhone": "0491700"})).await;
        for (body, is_taken) in [
            (json!({"username": "ada"}), true),
            (json!({"username": "Ada"}), false),
            (json!({"primaryPhone": "0491700"}), true),
            (json!({"primaryPhone": "491700"}), false),
            (json!({"primaryEmail": "Ädá@K.example"}), true),
            (json!({"primaryEmail": "ädá@k.example"}), true),
            (json!({"primaryEmail": "ÄDÁ@K.EXAMPLE"}), true),
            // KELVIN SIGN, whose small letter is that of K.
            (json!({"primaryEmail": "ädá@\u{212a}.example"}), true),
            // What looks alike and isn't the same: another way to write the letters, other letters.
            (json!({"primaryEmail": "a\u{308}da\u{301}@k.example"}), false),
            (json!({"primaryEmail": "ada@k.example"}), false),
        ] {
            assert_eq!(taken(body.clone()).await, is_taken, "{body}");
        }
        // Each tenant for itself.
        let stranger = Tenant::new(&tenant.server).await;
        let same = json!({"username": "ada", "primaryEmail": "ädá@k.example", "primaryPhone": "0491700"});
        let theirs = user(&stranger, same.clone()).await;
        assert_ne!(id_of(&theirs), id_of(&ada));
        let change = async |body: Value| {
            let _ = tenant.patch(&path_of(&ada)).json(body).send().await.expect(200);
        };
        change(json!({"username": "grace", "primaryPhone": null})).await;
        assert!(!taken(json!({"username": "ada", "primaryPhone": "0491700"})).await);
        assert!(taken(json!({"username": "grace"})).await);
        change(json!({"primaryEmail": "grace@k.example"})).await;
        assert!(!taken(json!({"primaryEmail": "ädá@k.example"})).await);
        assert!(taken(json!({"primaryEmail": "GRACE@k.example"})).await);
        let _ = tenant.delete(&path_of(&ada)).send().await.expect(204);
        assert!(!taken(json!({"username": "grace", "primaryEmail": "grace@k.example"})).await);
        assert_eq!(now(&stranger, &theirs).await["username"], "ada");
    })
    .await;
}

#[tokio::test]
async fn of_several_who_want_one_name_at_once_one_gets_it_and_the_others_are_told() {
    on_both(async |tenant| {
        for (member, value, code) in [
            ("username", "ada", "user.username_already_in_use"),
            ("primaryEmail", "ada@people.example", "user.email_already_in_use"),
            ("primaryPhone", "491700", "user.phone_already_in_use"),
        ] {
            let mut waiting = Vec::new();
            for _ in 0..3 {
                waiting.push(path_of(&user(&tenant, json!({"name": member})).await));
            }
            let created = (0..3).map(|_| tenant.post(USERS).json(json!({member: value})));
            let changed = waiting.iter().map(|path| tenant.patch(path).json(json!({member: value})));
            let answers = futures::future::join_all(created.chain(changed).map(Call::send)).await;
            let (made, others): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
            assert_eq!(made.len(), 1, "{member}");
            for other in others {
                assert_eq!(other.expect(422).json()["code"], code);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_longer_than_it_may_be_is_refused_and_what_is_as_long_is_kept() {
    on_both(async |tenant| {
        let path = path_of(&user(&tenant, new()).await);
        // Characters, of which one may have several bytes.
        let email = |length: usize| format!("{}@b.c", "ž".repeat(length - 4));
        let avatar = |length: usize| format!("https://a.example/{}", "ž".repeat(length - 18));
        for (member, longest, longer) in [
            ("username", "x".repeat(128), "x".repeat(129)),
            ("primaryEmail", email(128), email(129)),
            ("primaryPhone", "1".repeat(128), "1".repeat(129)),
            ("name", "🦀".repeat(128), "🦀".repeat(129)),
            ("avatar", avatar(2048), avatar(2049)),
        ] {
            let what = json!(member);
            let longer = json!({member: longer});
            refused_whole(&tenant, tenant.post(USERS).json(&longer), 422, "entity.value_too_long", &what).await;
            refused_whole(&tenant, tenant.patch(&path).json(&longer), 422, "entity.value_too_long", &what).await;
            let changed = tenant.patch(&path).json(json!({member: longest})).send().await.expect(200).json();
            assert_eq!(changed[member], longest);
            let _ = tenant.patch(&path).json(json!({member: null})).send().await.expect(200);
            assert_eq!(user(&tenant, json!({member: longest})).await[member], longest);
        }
        let digest = |length: usize| json!({"passwordDigest": "x".repeat(length), "passwordAlgorithm": "Argon2i"});
        let call = tenant.post(USERS).json(digest(129));
        refused_whole(&tenant, call, 422, "entity.value_too_long", &json!("passwordDigest")).await;
        assert_eq!(user(&tenant, digest(128)).await["hasPassword"], true);
    })
    .await;
}

#[tokio::test]
async fn ids_that_nothing_can_have_are_unknown_or_malformed_but_never_a_failure() {
    on_both(async |tenant| {
        for (id, status, code) in [
            ("%2F", 404, "entity.not_found"),
            ("a%2Fb", 404, "entity.not_found"),
            ("%20", 404, "entity.not_found"),
            ("%C5%BE", 404, "entity.not_found"),
            ("%22%27%3B--", 404, "entity.not_found"),
            ("%25", 404, "entity.not_found"),
            ("%00", 400, "guard.invalid_input"),
            ("a%00", 400, "guard.invalid_input"),
        ] {
            for (_, call) in each_operation(&tenant, &format!("{USERS}/{id}")) {
                refused(call, status, code).await;
            }
        }
    })
    .await;
}
