//! The pages: nothing that is written into them gets out of its place, and people can use them.

mod hostile;
mod markup;
mod reference;
mod samples;
mod usable;

use std::collections::BTreeSet;
use std::path::Path;

use authplane::edge::Answer;
use authplane::pages::error::{ErrorPage, Reason};
use authplane::pages::{Frame, Language, Party, style};
use authplane_tests::{Call, Settings, TestServer};
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{Method, StatusCode};
use samples::Values;

fn html(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let mut values = answer.headers.get_all(name).iter();
    let value = values.next().map_or("", |value| value.to_str().unwrap());
    assert_eq!(values.next(), None, "{name} is there twice");
    value
}

/// The sources of a directive of a page's policy.
fn sources<'a>(answer: &'a Answer, directive: &str) -> Option<Vec<&'a str>> {
    let directives = header(answer, "content-security-policy").split("; ");
    let mut found = directives.filter_map(|text| {
        let mut words = text.split(' ');
        (words.next() == Some(directive)).then(|| words.collect())
    });
    let sources = found.next();
    assert_eq!(found.next(), None, "{directive} is there twice");
    sources
}

#[test]
fn assertions_10_and_11_every_page_has_the_headers() {
    for (name, answer) in samples::pages(Values { text: Some("x"), ..Values::realistic(Language::English) }) {
        for (header_name, value) in [
            ("content-type", "text/html; charset=utf-8"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("content-language", "en"),
        ] {
            assert_eq!(header(&answer, header_name), value, "{name}: {header_name}");
        }
        assert_eq!(answer.headers.get("access-control-allow-origin"), None, "{name}");
        let policy = header(&answer, "content-security-policy");
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("data:"), "{name}: {policy}");
        assert_eq!(sources(&answer, "default-src"), Some(vec!["'none'"]), "{name}");
        assert_eq!(sources(&answer, "style-src"), Some(vec!["'self'"]), "{name}");
        assert_eq!(sources(&answer, "base-uri"), Some(vec!["'none'"]), "{name}");
        assert_eq!(sources(&answer, "frame-ancestors"), Some(vec!["'none'"]), "{name}");
        assert_eq!(
            sources(&answer, "form-action"),
            None,
            "{name}: Chromium would hold the application's redirects against it"
        );
        let frames = name.starts_with("frontchannel").then(|| vec!["https://shop.example"]);
        assert_eq!(sources(&answer, "frame-src"), frames, "{name}");
        assert_eq!(sources(&answer, "script-src").is_some(), name == "form-post", "{name}");
        assert!(!html(&answer).contains(" style=") && !html(&answer).contains("<style"), "{name}");
    }
}

#[test]
fn only_the_origins_of_the_logos_that_are_shown_may_send_images() {
    let party = |logo| Party { logo, ..Party::named("x") };
    let policy = |server, client| {
        let frame = Frame { language: Language::English, server: party(server), client: Some(party(client)) };
        let page = authplane::pages::device::DeviceDone { frame, approved: true }.render();
        sources(&page, "img-src").unwrap().join(" ")
    };
    assert_eq!(policy(None, None), "'self'");
    assert_eq!(policy(Some("https://a.example/1.png"), Some("https://a.example/2.png")), "'self' https://a.example");
    let both = policy(Some("https://b.example:8443/1"), Some("http://127.0.0.1:9000/2"));
    assert_eq!(both, "'self' http://127.0.0.1:9000 https://b.example:8443");
    assert_eq!(policy(Some("http://a.example/1.png"), Some("data:image/png;base64,AAAA")), "'self'");
}

#[test]
fn the_policy_of_form_post_lets_its_one_script_run() {
    let pages = samples::pages(Values::realistic(Language::English));
    let (_, page) = pages.iter().find(|(name, _)| *name == "form-post").unwrap();
    let (_, rest) = html(page).split_once("<script>").unwrap();
    let (script, rest) = rest.split_once("</script>").unwrap();
    assert!(!rest.contains("<script"));
    let source = format!("'sha256-{}'", STANDARD.encode(digest(&SHA256, script.as_bytes())));
    assert_eq!(sources(page, "script-src"), Some(vec![source.as_str()]));
}

#[test]
fn problems_and_errors_have_their_statuses_and_say_when_to_come_back() {
    for (name, answer) in samples::pages(Values::realistic(Language::English)) {
        let (status, retry_after) = match name {
            "sign-in-too-many" => (429, "150"),
            "sign-in-busy" => (503, "2"),
            "device-too-many" => (429, "30"),
            "account-consents-final" => (422, ""),
            "error-unavailable" => (400, "120"),
            _ if name.starts_with("error-") => (400, ""),
            "sign-in-wrong" | "sign-in-wrong-hint" | "sign-in-suspended" | "sign-in-expired" | "device-unknown"
            | "device-expired" => (400, ""),
            _ => (200, ""),
        };
        assert_eq!((answer.status.as_u16(), header(&answer, "retry-after")), (status, retry_after), "{name}");
    }
    let frame = Frame { language: Language::English, server: Party::named("Authplane"), client: None };
    let page = ErrorPage {
        frame,
        status: StatusCode::SERVICE_UNAVAILABLE,
        reason: Reason::Unavailable,
        error: None,
        description: None,
        request_id: "1",
        retry_after_seconds: Some(61),
    };
    let answer = page.render();
    assert_eq!(answer.status, 503);
    assert!(markup::text(html(&answer)).contains("Try again in 2 minutes."));
}

#[test]
fn languages_are_chosen_by_the_application_then_the_browser() {
    use Language::{English, German};
    for (ui_locales, accept_language, expected) in [
        (None, None, English),
        (Some("de"), None, German),
        (Some("de-AT"), Some("en"), German),
        (Some("DE-1996"), None, German),
        (Some("fr de en"), None, German),
        (Some("en de"), Some("de"), English),
        (Some("fr it"), Some("de"), German),
        (Some(""), Some("de"), German),
        (Some("deu den d"), None, English),
        (None, Some("de"), German),
        (None, Some("de-CH, en;q=0.9"), German),
        (None, Some("en-GB,en;q=0.8,de;q=0.9"), English),
        (None, Some("en;q=0.8,de;q=0.9"), German),
        (None, Some("fr-FR, fr;q=0.9, de;q=0.2, *;q=0.1"), German),
        (None, Some("fr, *;q=0.5, de;q=0.4"), English),
        (None, Some("fr, *;q=0.5, en;q=0.4"), German),
        (None, Some("*"), English),
        (None, Some("en;q=0, *"), German),
        (None, Some("en;q=0, de;q=0"), English),
        (None, Some("de;q=0, *;q=0"), English),
        (None, Some("de ; q=0.5 , en ; Q=0.4"), German),
        // What is malformed counts as if it weren't there.
        (None, Some("de;q=2, en;q=0.1"), English),
        (None, Some("de;q=0.1234, en;q=0.1"), English),
        (None, Some("de;q=1.001, en;q=0.1"), English),
        (None, Some("de;level=1, en;q=0.1"), English),
        (None, Some(";;,,q=1,;q=1"), English),
        (None, Some(""), English),
    ] {
        assert_eq!(Language::choose(ui_locales, accept_language), expected, "{ui_locales:?} {accept_language:?}");
    }
}

#[tokio::test]
async fn the_stylesheet_is_kept_for_good_and_only_under_its_own_name() {
    let server = TestServer::start(Settings::default()).await;
    let get = async |path: &str| Call::new(Method::GET, format!("{}{path}", server.url())).send().await;
    for (file, content_type) in [(&style::STYLESHEET, "text/css; charset=utf-8"), (&style::ICON, "image/svg+xml")] {
        let answer = get(file.path()).await.expect(200);
        assert_eq!(answer.header("content-type"), content_type);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.text(), file.contents());
        // As a replica of another version would ask.
        let other = get(&file.path().replace("/pages/", "/pages/x")).await.expect(200);
        assert_eq!(other.header("cache-control"), "no-store");
    }
    for path in ["/pages/", "/pages/css", "/pages/x.js", "/pages/..%2fstyle.css/x"] {
        let _ = get(path).await.expect(404);
    }
}

/// Leaves every page in `target/pages`, to be looked at in a browser: each stands for itself, with what it needs beside it.
#[test]
fn every_page_can_be_looked_at_without_a_server() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pages");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("style.css"), style::STYLESHEET.contents()).unwrap();
    std::fs::write(folder.join("icon.svg"), style::ICON.contents()).unwrap();
    let mut written = BTreeSet::new();
    for language in Language::ALL {
        for (name, answer) in samples::pages(Values::realistic(language)) {
            let page = html(&answer).replace(style::STYLESHEET.path(), "style.css");
            // It would send itself away.
            let page = page.replace(style::ICON.path(), "icon.svg").replace("<script>", "<script type=\"text/plain\">");
            let page = page.replace("http-equiv=\"refresh\"", "");
            assert!(page.contains("href=\"style.css\"") && page.contains("href=\"icon.svg\""), "{name}: {page}");
            let is_ours = |attribute: &str| page.contains(&format!("{attribute}=\"/pages/"));
            assert!(!is_ours("href") && !is_ours("src"), "{name} needs a server: {page}");
            assert!(!page.contains("<script>") && !page.contains("http-equiv"), "{name} goes away: {page}");
            let file = folder.join(format!("{name}.{}.html", language.tag()));
            std::fs::write(&file, &page).unwrap();
            written.insert(file);
        }
    }
    let pages = samples::pages(Values::realistic(Language::English)).len();
    assert_eq!(written.len(), pages * Language::ALL.len(), "none is written over another");
}
