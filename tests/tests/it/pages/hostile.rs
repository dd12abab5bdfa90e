//! What strangers write: names, texts, addresses.

use authplane::pages::Language;

use super::markup::{self, Tag};
use super::samples::{self, Values};
use super::{header, html};

const TEXTS: [&str; 10] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "</title><script>alert(1)</script>",
    "<!--",
    "--><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&#60;b&#62;&lt;b&gt;&amp;",
    "\u{202e}txet\u{0000}\u{feff}`${1}`",
];

/// Addresses that must not become one, in all writings of which browsers make the same (CVE-2026-9086).
const ADDRESSES: [&str; 22] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript\r:alert(1)",
    "javascript://evil.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    "view-source:https://evil.example/",
    "filesystem:https://evil.example/x",
    "about:blank",
    "",
    "evil",
    "//evil.example/",
    "\\\\evil.example\\",
    "https:",
    "https://",
];

fn hrefs(tags: &[Tag]) -> Vec<(String, String)> {
    let mut hrefs = Vec::new();
    for tag in tags {
        for attribute in ["href", "src", "action", "content"] {
            if let Some(value) = tag.get(attribute) {
                let refresh = value.split_once("; url=").map(|(_, url)| url);
                match (attribute, refresh) {
                    ("content", None) => {}
                    ("content", Some(url)) => hrefs.push((tag.name.clone(), url.to_owned())),
                    _ => hrefs.push((tag.name.clone(), value.to_owned())),
                }
            }
        }
    }
    hrefs
}

#[test]
fn cve_2026_29192_hostile_texts_stay_text_in_every_place_of_every_page() {
    for language in Language::ALL {
        let good = Values { text: Some("x"), server: "x", client: "x", ..Values::realistic(language) };
        let expected = samples::pages(good);
        for hostile in TEXTS {
            let pages = samples::pages(Values { text: Some(hostile), server: hostile, client: hostile, ..good });
            for ((name, page), (_, good)) in pages.iter().zip(&expected) {
                let page = html(page);
                assert_eq!(markup::structure(page), markup::structure(html(good)), "{name}: {hostile}");
                // It is there, and is what it was.
                assert!(markup::text(page).contains(hostile), "{name}: {hostile}");
                for tag in markup::tags(page) {
                    assert!(tag.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{name}: {tag:?}");
                }
            }
        }
    }
}

#[test]
fn cve_2026_29192_hostile_addresses_never_become_links_images_frames_or_targets() {
    let good = Values { text: Some("x"), ..Values::realistic(Language::English) };
    for hostile in ADDRESSES {
        let values = Values { web: Some(hostile), own: hostile, back: hostile, ..good };
        for (name, answer) in samples::pages(values) {
            let tags = markup::tags(html(&answer));
            for (tag, href) in hrefs(&tags) {
                assert!(tag == "link" && href.starts_with("/pages/"), "{name}: {hostile:?} became {href:?} of {tag}");
            }
            assert!(!header(&answer, "content-security-policy").contains("evil"), "{name}: {hostile:?}");
        }
    }
}

#[test]
fn cve_2026_29192_a_form_post_to_an_address_that_a_browser_runs_is_an_error() {
    for hostile in ADDRESSES {
        let values = Values { back: hostile, ..Values::realistic(Language::English) };
        let pages = samples::pages(values);
        let (_, page) = pages.iter().find(|(name, _)| *name == "form-post").unwrap();
        assert_eq!(page.status, 400, "{hostile:?}");
        let html = html(page);
        assert!(!html.contains("<form") && !html.contains("<script") && !html.contains("SplxlOBeZQQYbYS6WxSbIA"));
    }
}

#[test]
fn links_of_strangers_are_of_the_web_and_mean_what_they_show() {
    let shown = |web: &str| {
        let values = Values { web: Some(web), text: Some("x"), ..Values::realistic(Language::English) };
        let pages = samples::pages(values);
        let (_, page) = pages.into_iter().find(|(name, _)| *name == "frontchannel-logout").unwrap();
        let tags = markup::tags(html(&page));
        let of = |name: &str, attribute: &str| {
            let tag = tags.iter().find(|tag| tag.name == name && tag.get("rel") != Some("icon"));
            tag.and_then(|tag| tag.get(attribute)).map(str::to_owned)
        };
        let footer = tags.iter().skip_while(|tag| tag.name != "footer").find(|tag| tag.name == "a");
        let link = footer.and_then(|tag| tag.get("href")).map(str::to_owned);
        assert_eq!(link, of("img", "src"), "{web}");
        assert_eq!(link, of("iframe", "src"), "{web}");
        let policy = header(&page, "content-security-policy").to_owned();
        assert!(!policy.contains("evil") && !policy.contains('*') && !policy.contains(','), "{web}: {policy}");
        link
    };
    for (web, expected) in [
        ("https://shop.example", "https://shop.example/"),
        ("HTTPS://Shop.Example:443/a?b=c&d=e#f", "https://shop.example/a?b=c&d=e#f"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("http://localhost/x", "http://localhost/x"),
        ("https://m\u{fc}nchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://shop.example/\"><script>", "https://shop.example/%22%3E%3Cscript%3E"),
        ("https://shop.example/it's?a='&b=<", "https://shop.example/it's?a=%27&b=%3C"),
    ] {
        assert_eq!(shown(web).as_deref(), Some(expected), "{web}");
    }
    for web in [
        "http://evil.example/",
        "http://localhost.evil.example/",
        "http://127.0.0.1.evil.example/",
        "http://192.168.1.1/",
        "ftp://evil.example/",
        "ws://evil.example/",
        "myapp://evil",
        "/evil",
        "https://shop.example@evil.example/",
        "https://shop.example:secret@evil.example/",
        "https:evil@evil.example",
        // Each of them would change the policy of the page.
        "https://evil;script-src-elem/",
        "https://evil.example;base-uri/",
        "https://evil,default-src/",
        "https://*/",
        "https://*.evil.example/",
        "https://'unsafe-inline'/",
    ] {
        assert_eq!(shown(web), None, "{web}");
    }
}

#[test]
fn own_places_are_of_this_server_and_ways_back_may_have_schemes_of_applications() {
    let page = |values: Values<'_>, name: &str| {
        let pages = samples::pages(values);
        html(&pages.iter().find(|(found, _)| *found == name).unwrap().1).to_owned()
    };
    let good = Values { web: None, ..Values::realistic(Language::English) };
    let action = |own| {
        let html = page(Values { own, ..good }, "sign-in");
        let form = markup::tags(&html).into_iter().find(|tag| tag.name == "form").unwrap();
        form.get("action").map(str::to_owned)
    };
    for (own, expected) in [
        ("/acme/default/login?login_id=1&login_state=2", Some("/acme/default/login?login_id=1&login_state=2")),
        ("/a/../b", Some("/b")),
        ("http://10.0.0.1:8080/x", Some("http://10.0.0.1:8080/x")),
        ("//evil.example/x", None),
        ("/\\evil.example/x", None),
        ("/\t/evil.example/x", None),
        ("/\n\\evil.example/x", None),
        ("myapp:x", None),
    ] {
        assert_eq!(action(own).as_deref(), expected, "{own:?}");
    }
    for back in ["com.example.shop:/callback?code=1", "myapp://signed-out", "http://app.internal/x"] {
        let html = page(Values { back, ..good }, "signed-out");
        let link = markup::tags(&html).into_iter().find(|tag| tag.get("class") == Some("button primary")).unwrap();
        assert_eq!(link.get("href"), Some(back));
        assert!(page(Values { back, ..good }, "frontchannel-logout").contains(&format!("content=\"3; url={back}\"")));
        assert!(page(Values { back, ..good }, "form-post").contains(&format!("action=\"{back}\"")));
    }
}

#[test]
fn the_error_page_leads_nowhere_that_the_request_named() {
    let good = Values::realistic(Language::English);
    let values = Values { text: Some("https://evil.example/"), ..good };
    for (name, answer) in samples::pages(values).into_iter().filter(|(name, _)| name.starts_with("error-")) {
        let html = html(&answer);
        assert!(!html.contains(good.client) && !html.contains("<form"), "{name}");
        for (_, href) in hrefs(&markup::tags(html)) {
            assert!(!href.contains("evil"), "{name}: {href}");
        }
    }
}
