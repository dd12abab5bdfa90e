//! A dump as YAML, with its secrets sealed, or with something that only stands for them.

use authplane::age::Identity;
use authplane::api::acp::system::configuration::sealed::{self, SEALED};
use authplane::api::acp::system::configuration::text;
use authplane::edge::Rejection;
use authplane_tests::{Document, Settings, TestServer, on_both};
use http::Method;
use http::header::ACCEPT;
use serde_json::{Value, json};

use super::{CONFIGURATION, Installer, assert_same, elsewhere, furnish};

/// An identity of nobody's, made for this test, and its recipient.
const IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

#[tokio::test]
async fn it_goes_out_and_comes_in_as_yaml_for_those_who_ask() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let (here, there) = (Installer::of(&tenant.server).await, elsewhere(tenant.server.database()).await);
        let query = format!("?tid={}", tenant.id);
        let json = here.export_text(&query).await;
        for (accepted, is_yaml) in [
            ("application/yaml", true),
            ("text/yaml, */*;q=0.1", true),
            ("application/yaml, application/json", false),
            ("application/yaml, application/json;q=0", true),
            ("application/yaml;q=0.0, */*", false),
            ("*/*", false),
        ] {
            let answer = here.call(Method::GET, &query).header(ACCEPT, accepted).send().await.expect(200);
            let media_type = answer.header("content-type").to_owned();
            assert_eq!(media_type, if is_yaml { "application/yaml" } else { "application/json" }, "{accepted}");
            assert_eq!(answer.text() == json, !is_yaml);
        }
        let yaml = here.call(Method::GET, &query).header(ACCEPT, "application/yaml").send().await.expect(200).text();
        let put = async |media_type: &str, text: &str| there.call(Method::PUT, "").body(media_type, text).send().await;
        let twice = format!("{yaml}policies: []\n");
        // The last would be a thousand times as long.
        let many = format!("a: &a \"{}\"\nb: [{}]\n", "a".repeat(10_000), vec!["*a"; 1000].join(", "));
        for (media_type, text) in [
            ("application/json", yaml.as_str()),
            ("application/yaml", &twice),
            ("application/yaml", "a: ["),
            ("application/yaml", "- []"),
            ("application/yaml", "policies: [{id: 12e4567}]"),
            ("application/yaml", &many),
        ] {
            let _ = put(media_type, text).await.expect(400);
        }
        let refused = put("application/yaml", "policies: 3").await.expect(400).json();
        assert_eq!(refused["details"]["field"], "/policies", "{refused}");
        let _ = put("application/yaml; charset=utf-8", &yaml).await.expect(204);
        assert_same(&json, &there.export_text(&query).await);
        // What is JSON is YAML too.
        let _ = put("application/yaml", &json).await.expect(204);
        let _ = put("application/yaml", "").await.expect(204);
    })
    .await;
}

#[tokio::test]
async fn of_yaml_that_comes_over_the_api_so_many_parts_are_read() {
    let many = format!("policies: [{}]\n", vec!["1"; 1_500_000].join(","));
    let refused = text::read(many.into(), true).await.err();
    assert!(matches!(&refused, Some(Rejection::Malformed { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_dump_may_be_as_long_as_the_setting_says() {
    let there = Installer::of(&TestServer::start(Settings::default().with("configuration_mib", "1")).await).await;
    let put = async |bytes: usize| {
        let comment = "#".repeat(bytes - "\npolicies: []\n".len());
        there.call(Method::PUT, "").body("application/yaml", format!("{comment}\npolicies: []\n")).send().await
    };
    let _ = put(1024 * 1024).await.expect(204);
    let _ = put(1024 * 1024 + 1).await.expect(413);
}

/// The texts of a value, with their pointers.
fn texts(at: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((at.to_owned(), text.clone())),
        Value::Array(items) => (0..).zip(items).for_each(|(index, item)| texts(&format!("{at}/{index}"), item, found)),
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| texts(&format!("{at}/{}", sealed::escaped(name)), member, found));
        }
        _ => {}
    }
}

#[tokio::test]
async fn secrets_are_sealed_for_whoever_is_named_and_for_nobody_else() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let clear = here.export(&tenant.id).await;
        let omitted = here.export_text(&format!("?tid={}&secrets=omitted", tenant.id)).await;
        let query = format!("?tid={}&secrets=sealed&recipient={RECIPIENT},%20{RECIPIENT}", tenant.id);
        let sealed_text = here.export_text(&query).await;
        let mut dump: Value = serde_json::from_str(&sealed_text).unwrap();
        let mut all = Vec::new();
        texts("", &clear, &mut all);
        all.retain(|(_, text)| !text.is_empty());
        let mut secrets = 0;
        for (pointer, text) in all {
            let is_secret = pointer.split('/').any(sealed::is_secret);
            let there = dump.pointer(&pointer).and_then(Value::as_str).unwrap();
            assert_eq!(there.starts_with(SEALED), is_secret, "{pointer}");
            if is_secret {
                secrets += 1;
                assert!(!sealed_text.contains(&text) && !omitted.contains(&text), "{pointer} is in it");
            }
        }
        assert!(secrets > 20, "{secrets}");

        let identity: Vec<Identity> = Identity::parse_file(IDENTITY).unwrap();
        // Over the API nobody can open it, and what is sealed is no secret that anybody has.
        let refused = here.put("?mode=update", &dump).await.expect(400).json();
        let field = refused["details"]["field"].as_str().unwrap();
        assert!(dump.pointer(field).unwrap().as_str().unwrap().starts_with(SEALED), "{refused}");
        assert_eq!(clear, here.export(&tenant.id).await);
        sealed::open(&mut dump, &identity).unwrap();
        assert_eq!(clear, dump);

        for query in [
            "?secrets=sealed".to_owned(),
            "?secrets=sealed&recipient=age1nobody".to_owned(),
            format!("?recipient={RECIPIENT}"),
            format!("?secrets=omitted&recipient={RECIPIENT}"),
            format!("?secrets=sealed&recipient={}", vec![RECIPIENT; 17].join(",")),
        ] {
            let refused = here.call(Method::GET, &query).send().await.expect(422).json();
            assert_eq!(refused["details"]["field"], "recipient", "{query}");
        }
    })
    .await;
}

/// Whatever the document marks as a secret below a schema, but for what stands within a member that is one.
fn secrets_of(schema: &Value, schemas: &Value, seen: &mut Vec<String>, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        if !seen.iter().any(|seen| seen == name) {
            seen.push(name.to_owned());
            secrets_of(&schemas[name], schemas, seen, found);
        }
        return;
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let mut text = member;
        while let Some(inner) = text.get("items").or_else(|| text.get("additionalProperties")) {
            text = inner;
        }
        if text["format"] == "password" {
            found.push(name.clone());
        } else {
            secrets_of(member, schemas, seen, found);
        }
    }
    for inner in ["allOf", "oneOf", "anyOf"] {
        schema[inner].as_array().into_iter().flatten().for_each(|inner| secrets_of(inner, schemas, seen, found));
    }
    for inner in ["items", "additionalProperties"] {
        schema.get(inner).into_iter().for_each(|inner| secrets_of(inner, schemas, seen, found));
    }
}

#[test]
fn whatever_the_document_marks_as_a_secret_is_sealed() {
    let document = Document::canonical();
    let schemas = &document.root()["components"]["schemas"];
    let (mut seen, mut found) = (Vec::new(), Vec::new());
    for name in ["AcpDump", "AcpDumpRequest"] {
        secrets_of(&json!({"$ref": format!("#/components/schemas/{name}")}), schemas, &mut seen, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    assert!(found.len() > 5, "{found:?}");
    let unsealed: Vec<&String> = found.iter().filter(|name| !sealed::is_secret(name)).collect();
    assert_eq!(unsealed, [""; 0], "{CONFIGURATION}");
}

/// Puts a mask in the place of each secret.
fn mask(value: &mut Value, is_secret: bool) {
    match value {
        Value::String(text) if is_secret && !text.is_empty() => "**********".clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| mask(item, is_secret)),
        Value::Object(members) => {
            members.iter_mut().for_each(|(name, member)| mask(member, is_secret || sealed::is_secret(name)));
        }
        _ => {}
    }
}

#[tokio::test]
async fn a_mask_is_no_secret_that_anybody_could_prove_themselves_with() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}", tenant.id);
        let clear = here.export_text(&query).await;
        let mut masked: Value = serde_json::from_str(&clear).unwrap();
        mask(&mut masked, false);
        let kept = here.apply("?mode=update", &masked).await.expect(200).json();
        assert_eq!((&kept["changes"], &kept["notes"]), (&json!([]), &json!([])));
        assert_same(&clear, &here.export_text(&query).await);

        let omitted: Value =
            serde_json::from_str(&here.export_text(&format!("{query}&secrets=omitted")).await).unwrap();
        let there = elsewhere(tenant.server.database()).await;
        let as_omitted = there.apply("?dry_run=true", &omitted).await.expect(200).json();
        let made = there.apply("", &masked).await.expect(200).json();
        assert_eq!(made["notes"], as_omitted["notes"]);
        assert!(!there.export_text(&query).await.contains("***"));
    })
    .await;
}

#[test]
fn what_people_call_as_they_like_is_no_secret_and_a_few_asterisks_are_no_mask() {
    let configuration = json!({
        "password": "*******", "conf": {"secret": "**********"}, "authentication_context": {"secret": format!("{SEALED}AAAA")}
    });
    let mut read = configuration.clone();
    sealed::leave_out_masks(&mut read);
    assert_eq!(read, configuration);
    assert_eq!(sealed::first(&mut read), None);
    let nothing = |bytes: &mut [u8]| {
        bytes.fill(7);
        Ok::<_, std::convert::Infallible>(())
    };
    sealed::seal(&mut read, &[RECIPIENT.parse().unwrap()], &nothing).unwrap();
    assert!(read["password"].as_str().unwrap().starts_with(SEALED));
    for free in ["conf", "authentication_context"] {
        assert_eq!(read[free], configuration[free]);
    }
}

#[tokio::test]
async fn a_key_set_whose_private_parts_are_masks_is_one_of_public_keys() {
    on_both(async |tenant| {
        let there = elsewhere(tenant.server.database()).await;
        let key = json!({"kty": "EC", "crv": "P-256", "kid": "old", "use": "sig", "alg": "ES256", "d": "**********",
            "x": "jaJMWQA8VQhGFkKqzFZIHmfp2hZh9ypTpWAFo9iv46Y", "y": "wncZ8Ynl3yOVU0iatJ-QE9c4rtkTGdkB0B0tKUzU8nc"});
        let dump = json!({"servers": [{"id": "moved", "name": "Moved", "jwks": {"keys": [key]}}]});
        let done = there.apply("", &dump).await.expect(200).json();
        let codes: Vec<&Value> = done["notes"].as_array().unwrap().iter().map(|note| &note["code"]).collect();
        assert!(codes.contains(&&"new_keys".into()), "{done}");
        assert!(!there.export_text("").await.contains("\"old\""));
    })
    .await;
}

#[tokio::test]
async fn what_a_mask_hides_is_left_alone_and_what_only_looks_like_one_is_kept() {
    on_both(async |tenant| {
        furnish(&tenant).await;
        let here = Installer::of(&tenant.server).await;
        let query = format!("?tid={}", tenant.id);
        let mut dump = here.export(&tenant.id).await;
        let at = |list: &str, member: &str, id: &str| {
            dump[list].as_array().unwrap().iter().position(|row| row[member] == id).unwrap()
        };
        let (shop, till) = (at("servers", "id", "shop"), at("clients", "client_id", "till"));
        // What is in a user's context, or in a policy's settings, may be called anything.
        dump["policies"][0]["validators"][0]["conf"]["secret"] = "**********".into();
        let people = &mut dump["servers"][shop]["authentications"]["methods"][0];
        people["static"]["users"][0]["authentication_context"]["secret"] = "**********".into();
        let _ = here.apply("?mode=update", &dump).await.expect(200);
        let before = here.export_text(&query).await;
        assert_eq!(serde_json::from_str::<Value>(&before).unwrap(), dump);
        // The current secret is hidden and others aren't; or there are none.
        dump["clients"][till]["client_secret"] = "**********".into();
        dump["clients"][till]["client_hashed_secret"] = "".into();
        dump["servers"][shop]["secret"] = "**********".into();
        dump["servers"][shop]["rotated_secrets"] = json!([]);
        let kept = here.apply("?mode=update", &dump).await.expect(200).json();
        assert_eq!(kept["changes"], json!([]), "{kept}");
        assert_same(&before, &here.export_text(&query).await);
        // What was read isn't repeated where it is a secret's.
        dump["clients"][till]["rotated_secrets"] = "a secret that isn't in a list".into();
        let refused = here.put("?mode=update", &dump).await.expect(400).text();
        assert!(!refused.contains("isn't in a list") && refused.contains("/rotated_secrets"), "{refused}");
    })
    .await;
}
