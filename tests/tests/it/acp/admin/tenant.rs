//! `/api/admin/{tid}/tenant`.

use authplane_client::types;
use authplane_tests::{Answer, Call, Tenant, on_both};
use serde_json::{Value, json};

use super::field_of;
use crate::it::nets::{Row, ready};
use crate::it::oauth::jwt;
use crate::it::things::fresh;

const TENANT: &str = "/api/admin/{tid}/tenant";

/// A key of RFC 7515 appendix A.3.
pub(in crate::it) fn p256() -> Value {
    json!({
        "kty": "EC", "crv": "P-256", "kid": "p256", "use": "sig",
        "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"
    })
}

/// A key of RFC 8037 appendix A.1.
fn ed25519() -> Value {
    json!({
        "kty": "OKP", "crv": "Ed25519", "kid": "ed25519", "alg": "EdDSA",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
    })
}

fn rsa() -> Value {
    json!({
        "kty": "RSA", "kid": "rsa",
        "n": "ynBZe3llMkzciyCZUyrmwLVNKj5RPRKVYt1clvIpcX-Tk6xKzLSwPy7Ta1TkC637ZwJurB_zUeH6tPIo6pql2eJOVOmJJ82HbAmlIjHVGzT71Ap87SexxvnYWKtG3Ke2gSMl3sTZ3cPNdx1Kk4-qA_bjJpLrXGYLLoGe_x1HMx2TgOKomrlXzfcQAf3qOZmfsu1OHNk3mJ-Jk4UAG0CU_SBtbmpVGnHM9VjfvM20EMIdQVMJKda84OKGbqyARze7g8YgR8k8qTU6UqE_01xGXsZxrvYE1fzFpkbaTQoozKvpoObRHZsZdY8hluzuD8B8WfZ0pRLgIo3WK37eNZPzNw",
        "e": "AQAB",
        "d": "CmdLsfTDJpqcmunJ92Q1B6JJnOom8qSJ2NLXd0pqptKPmv83uN1wUU7uvo1WSuNeECUn2uCpeIPMhpALWkMoUtI2hFacHdeKJhs4yVEWSpemeXcwhF-N21PrsmLa-WwFDQ3pXFFxgNwXKw_uTTcM3bdKZSkXv1_fIzy2FxZCGnZLPD3Q71AhrCqwmmusRQoIb8PoRG2YsZVQ2ZOmkM2SaR8BPf7UGBl1WaqfPeKXrvc5yV_WSyHDzUuVScmgaVDoi3UKGOqrQ7MQdL0B4Cg2e3C5CZJTgBS9N2LypVGtFs6JJANYEVwQFy4gDma1NikIrSrypWpkDVYFUGNHNPwnQQ",
        "p": "7CakbZ1326njnbdssfJ2znbRGmOrsFJD16fEIXAyku-L7IcWYAgmKEB51ObPebDNG0K77ZcGCJXMgwdexMxyzU1vWMBDy9UpxSz4LcxsTxzGb582RNk_WfZ1riJDd-zmdfrufF5mSnagzfcl_OOe7vZBdUpLNweu5LeYQ_I7MbU",
        "q": "23RPeJ-H8mOXpPsxPk30L_U-QHerAsbQQrooO12DuwHrR11KEbuG0hMgCZTKHkju3q4zaJLPkbRUcuGcAcrvWrnd9UpZ8xSgunuXiqRFMy3-c5jrJVpdjNE_sBlr55ByJjqbl-LEz_cpXjm224ULJFQ6ydD4zZw7xwIlQ-VylLs",
        "dp": "uzXrNqcWZQMq2laWif-w5f7VyHjpnC-rbuSmHOgof8n-AHYba-gp79ElhH2yT0O1Zn4iI7mNY_L1nY6TN6ro_A7-TbqmRIppwdHjsdMUricevVDXof8kNPqo0nKBUCpzjWZv-BKSP0gKNR5QdEozLjf1LrnGJQsnQFS4Fm2LNd0",
        "dq": "XisItv_tvAsUVU0cklmtAK9BqTQwg56AW0G6Zc746dQm-5aCZB2N-rMOOk5IdLpjFda2ZJcqzqEM48b_xJ0qHEpJfioLcw1U8vB51Josv4tq9nuV249tOTHJHG2sKc-Hy_O2NHSwc3ThoXcuigALCenC2Dr9qGz0Ea9QAlSA2GU",
        "qi": "hMEeR2LzbQSClrxFW79Xgowmj8oQebSbJMCnXxGpBDHVP9LtBOTcReQU0NGzXlZlzsUPZAqGeJO0vdFD7XI_fmj38UpvvX_0QlB3lvgNlTbRP031iAtIK8J0zAstu3yNZtO9AVo6auC4qsIDdBkOipcxHn3so4xMPZsfrQJQaK0"
    })
}

async fn get(tenant: &Tenant) -> Value {
    tenant.get(TENANT).send().await.expect(200).json()
}

/// Replaces the keys and nothing else.
fn bring(tenant: &Tenant, keys: &Value) -> Call {
    tenant.put(TENANT).json(json!({"name": "A test's own", "jwks": {"keys": keys}}))
}

fn without(mut key: Value, members: &[&str]) -> Value {
    for member in members {
        key.as_object_mut().unwrap().remove(*member);
    }
    key
}

fn with(mut key: Value, member: &str, value: impl Into<Value>) -> Value {
    key[member] = value.into();
    key
}

const PRIVATE: [&str; 6] = ["d", "p", "q", "dp", "dq", "qi"];

#[tokio::test]
async fn the_sdk_reads_and_replaces_it() {
    on_both(async |tenant| {
        let client = tenant.client().await;
        let tid = &tenant.id;
        let found = client.get_admin_tenant().tid(tid).send().await.unwrap().into_inner();
        assert_eq!((&found.id, found.name.as_str()), (tid, "A test's own"));
        assert_eq!(found.url, format!("{}/{tid}", tenant.server.url()));
        assert_eq!(found.authentication_context_settings.attributes.len(), 26);
        assert_eq!(found.jwks.unwrap().keys.len(), 1);
        let body = types::AcpTenantRequest::builder().name("Acme".to_owned());
        let changed = client.update_admin_tenant().tid(tid).body(body).send().await.unwrap().into_inner();
        assert_eq!(changed.name, "Acme");
        assert_eq!(get(&tenant).await["name"], "Acme");
    })
    .await;
}

#[tokio::test]
async fn what_a_replacement_leaves_out_returns_to_its_default_and_the_keys_stay() {
    on_both(async |tenant| {
        let first = get(&tenant).await;
        let attribute =
            json!({"name": "shoe_size", "description": "For the shop", "label": "Shoe size", "type": "number"});
        let body = json!({
            "id": "other", "name": "Acme", "url": "https://acme.example/", "unknown": [1],
            "authentication_context_settings": {"attributes": [attribute, {"name": "plain"}]}
        });
        let changed = tenant.put(TENANT).json(body).send().await.expect(200).json();
        assert_eq!(changed["id"], tenant.id, "the path says which one it is");
        assert_eq!((&changed["name"], &changed["url"]), (&json!("Acme"), &json!("https://acme.example/")));
        let plain = json!({"name": "plain", "description": "", "label": "", "type": ""});
        assert_eq!(changed["authentication_context_settings"]["attributes"], json!([attribute, plain]));
        assert_eq!(changed["jwks"], first["jwks"]);
        assert_eq!(get(&tenant).await, changed);
        let _ = tenant.put(TENANT).json(json!({"name": first["name"], "url": ""})).send().await.expect(200);
        assert_eq!(get(&tenant).await, first);
        // Nor does what was computed become fixed when it is written back.
        let _ = tenant.put(TENANT).json(&first).send().await.expect(200);
        let id = tenant.id.clone();
        let find = async move |store| authplane_domain::installation::tenant::find(&store, &id).await;
        let row = tenant.server.with_store(move |store| async move { find(store).await }).await.unwrap().unwrap();
        assert_eq!(row.url, None);
        let events = tenant.audit_events().await.into_iter().filter(|(action, _)| action == "tenant.change");
        assert_eq!(events.count(), 2, "what changes nothing leaves nothing");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_written() {
    on_both(async |tenant| {
        let before = get(&tenant).await;
        let long = "a".repeat(513);
        let attributes =
            |attributes: Value| json!({"name": "n", "authentication_context_settings": {"attributes": attributes}});
        // Each of them may be there, and all together are too much to be read with every request.
        let described = |many: usize, length: usize| -> Value {
            (0..many).map(|index| json!({"name": format!("a{index}"), "description": "d".repeat(length)})).collect()
        };
        let many: Vec<Value> = (0..257).map(|index| json!({"name": format!("a{index}")})).collect();
        for (body, field) in [
            (json!({}), "name"),
            (json!({"name": " "}), "name"),
            (json!({"name": long}), "name"),
            (json!({"name": "a\nb"}), "name"),
            (json!({"name": "n", "url": "acme.example"}), "url"),
            (json!({"name": "n", "url": "ftp://acme.example"}), "url"),
            // A browser would take these; they are no URIs.
            (json!({"name": "n", "url": "https://\u{fc}.example"}), "url"),
            (json!({"name": "n", "url": "https://acme.example/a b"}), "url"),
            (json!({"name": "n", "url": "javascript:alert(1)"}), "url"),
            (attributes(json!([{"name": ""}])), "authentication_context_settings.attributes[0].name"),
            (
                attributes(json!([{"name": "a"}, {"name": "b", "type": long}])),
                "authentication_context_settings.attributes[1].type",
            ),
            (attributes(json!([{"name": "a"}, {"name": "a"}])), "authentication_context_settings.attributes"),
            (attributes(json!(many)), "authentication_context_settings.attributes"),
            (attributes(described(9, 7_500)), "authentication_context_settings.attributes"),
        ] {
            let answer = tenant.put(TENANT).json(&body).send().await.expect(422);
            assert_eq!(field_of(&answer), field, "{body}");
        }
        assert_eq!(get(&tenant).await, before);
        let _ = tenant.put(TENANT).json(attributes(described(8, 7_500))).send().await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn whole_keys_replace_those_that_are_there_and_are_shown_without_what_is_secret() {
    on_both(async |tenant| {
        let first = get(&tenant).await["jwks"].clone();
        for (key, algorithm) in [(p256(), "ES256"), (ed25519(), "EdDSA"), (rsa(), "RS256")] {
            let extra = with(key.clone(), "x5c", json!(["AA"]));
            let answer = bring(&tenant, &json!([extra])).send().await.expect(200);
            let shown = without(key, &PRIVATE);
            let shown = with(with(shown, "alg", algorithm), "use", "sig");
            assert_eq!(
                answer.json()["jwks"],
                json!({"keys": [shown]}),
                "a certificate that nobody looked at isn't passed on"
            );
        }
        let all = bring(&tenant, &json!([p256(), ed25519(), without(rsa(), &["kid"])])).send().await.expect(200).json();
        let kids: Vec<&str> =
            all["jwks"]["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap()).collect();
        assert_eq!(kids[..2], ["p256", "ed25519"]);
        assert!(!kids[2].is_empty(), "one that has no id gets one");
        // What was shown changes nothing, nor does an empty set.
        for same in [all["jwks"]["keys"].clone(), json!([])] {
            assert_eq!(bring(&tenant, &same).send().await.expect(200).json()["jwks"], all["jwks"]);
        }
        assert_ne!(first, all["jwks"]);
        let events = tenant.audit_events().await;
        for kid in ["p256", "ed25519", "rsa"] {
            assert!(events.contains(&("tenant_key.create".to_owned(), kid.to_owned())), "{events:?}");
        }
        let everything = tenant.get("/api/admin/{tid}/audit-events?limit=1000").send().await.expect(200).text();
        for secret in [p256(), ed25519(), rsa()].iter().map(|key| key["d"].as_str().unwrap()) {
            assert!(!everything.contains(secret));
        }
    })
    .await;
}

#[tokio::test]
async fn a_key_whose_private_parts_are_missing_or_of_another_key_is_refused() {
    on_both(async |tenant| {
        let before = bring(&tenant, &json!([p256()])).send().await.expect(200).json();
        let public = |key: Value| without(key, &PRIVATE);
        let mut wrong = vec![
            json!([public(ed25519())]),
            json!([public(rsa())]),
            json!([p256(), public(ed25519())]),
            json!([public(p256()), ed25519()]),
            // One of the tenant's own, beside one of nobody's; and its own in other words.
            json!([before["jwks"]["keys"][0], public(ed25519())]),
            json!([with(public(p256()), "kid", "other")]),
            json!([with(p256(), "d", ed25519()["d"].clone())]),
            json!([with(ed25519(), "d", p256()["d"].clone())]),
            json!([with(p256(), "x", p256()["y"].clone())]),
            json!([with(p256(), "x", "AA")]),
            json!([with(p256(), "d", "not base64url!")]),
            json!([with(p256(), "d", 1)]),
            json!([with(p256(), "use", "enc")]),
            json!([with(p256(), "alg", "RS256")]),
            json!([with(p256(), "crv", "P-384")]),
            json!([with(p256(), "kid", "")]),
            json!([with(p256(), "kid", "a/b")]),
            json!([with(p256(), "kid", 1)]),
            json!([p256(), with(ed25519(), "kid", "p256")]),
            json!([with(rsa(), "oth", json!([]))]),
            json!([with(rsa(), "n", "A".repeat(700))]),
            json!([{"kty": "oct", "k": "c2VjcmV0"}]),
            json!([{"d": "AA"}]),
            json!(vec![without(p256(), &["kid"]); 17]),
        ];
        wrong.extend(PRIVATE.map(|member| json!([without(rsa(), &[member])])));
        wrong.extend(PRIVATE.map(|member| json!([with(rsa(), member, rsa()["n"].clone())])));
        for keys in wrong {
            let answer = bring(&tenant, &keys).send().await.expect(422);
            assert!(field_of(&answer).starts_with("jwks"), "{keys}: {}", answer.text());
            let told: Vec<Value> = [p256(), ed25519(), rsa()].iter().map(|key| key["d"].clone()).collect();
            assert!(!told.iter().any(|secret| answer.text().contains(secret.as_str().unwrap())), "{}", answer.text());
        }
        assert_eq!(get(&tenant).await, before);
    })
    .await;
}

/// Whoever knows a key of the tenant could sign with it what the tenant never said.
#[tokio::test]
async fn keys_are_brought_by_those_alone_who_may_do_everything() {
    on_both(async |tenant| {
        let before = get(&tenant).await;
        let narrow = tenant.narrow_token(&["tenants:write"]).await;
        let _ = bring(&tenant, &json!([p256()])).bearer(&narrow).send().await.expect(403);
        let shown = tenant.get(TENANT).bearer(&narrow).send().await.expect(200).json();
        assert_eq!(shown, before);
        let renamed = with(shown, "name", fresh("Renamed"));
        assert_eq!(tenant.put(TENANT).bearer(&narrow).json(&renamed).send().await.expect(200).json(), renamed);
    })
    .await;
}

/// They are two things: what one of them has signed is worth nothing under the other.
#[tokio::test]
async fn the_keys_of_a_tenant_sign_no_token() {
    on_both(async |tenant| {
        let _ = bring(&tenant, &json!([with(ed25519(), "kid", "mine")])).send().await.expect(200);
        for server in ["admin", "default", "developer", "system"] {
            let path = format!("/{{tid}}/{server}/.well-known/jwks.json");
            let published = tenant.get(&path).anonymous().send().await.expect(200);
            assert!(!published.text().contains("mine"), "{server}");
        }
        let (header, claims) = jwt::read(&tenant.token);
        // PKCS #8 of the key above (RFC 8410 §7).
        let pkcs8 = [
            &[0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20][..],
            &jwt::decode(ed25519()["d"].as_str().unwrap()),
        ]
        .concat();
        let forged = jwt::Key::from_pkcs8("EdDSA", &pkcs8)
            .sign(&json!({"typ": header["typ"], "alg": "EdDSA", "kid": "mine"}), &claims);
        let answer: Answer = tenant.get(TENANT).bearer(&forged).send().await;
        let _ = answer.expect(401);
    })
    .await;
}

const SEE: &[&str] = &["tenants:read", "tenants:write"];
const CHANGE: &[&str] = &["tenants:write"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row { id: "get_admin_tenant", scopes: SEE, good: |tenant| ready(tenant.get(TENANT)), provoke: &[] },
    Row {
        id: "update_admin_tenant",
        scopes: CHANGE,
        good: |tenant| ready(tenant.put(TENANT).json(json!({"name": "A test's own"}))),
        provoke: &[],
    },
];
