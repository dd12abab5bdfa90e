//! How pages refuse: in the language of the browser, and as the server looks, where it is known which one it is.

use authplane_domain::catalogue::authorization_server::{self, DEFAULT, ServerChanges, ServerDetails};
use authplane_domain::installation::acting::Acting;
use authplane_domain::installation::audit::Actor;
use authplane_tests::on_both;
use http::Method;
use http::header::ACCEPT_LANGUAGE;

const NAME: &str = "Ada's Shop";
const LOGO: &str = "https://shop.example/logo.png";

#[tokio::test]
async fn every_refusal_is_in_the_browsers_language_and_looks_like_its_server() {
    on_both(async |tenant| {
        let details = ServerDetails { name: NAME.to_owned(), logo_uri: LOGO.to_owned(), ..ServerDetails::default() };
        let id = tenant.id.clone();
        let change = async move |store: authplane_domain::Store| {
            let changes = ServerChanges { details, ..ServerChanges::default() };
            authorization_server::change(&Acting::new(&store, id, Actor::system()), DEFAULT, changes).await
        };
        tenant.server.with_store(move |store| async move { change(store).await }).await.unwrap();

        let form = "application/x-www-form-urlencoded";
        for (method, path, body, status, is_of_server) in [
            (Method::GET, "nobody/oauth2/authorize", None, 404, false),
            (Method::GET, "default/oauth2/authorize?client_id=unknown", None, 400, true),
            (Method::GET, "default/oauth2/authorize?client_id=a&client_id=a", None, 400, true),
            (Method::POST, "default/oauth2/authorize", Some(("application/json", "{}")), 415, false),
            (Method::POST, "default/oauth2/authorize", Some((form, "client_id=%ff")), 400, true),
            (Method::GET, "default/login?login_id=unknown", None, 400, true),
            (Method::GET, "nobody/login?login_id=unknown", None, 404, false),
            (Method::POST, "default/device", Some((form, "user_code=BCDFGHJK")), 404, true),
            (Method::GET, "default/oauth2/logout?client_id=a&client_id=a", None, 400, true),
            (Method::POST, "default/oauth2/logout", Some(("text/plain", "")), 415, true),
        ] {
            for (accepted, language) in [("de-AT, en;q=0.5", "de"), ("fr", "en")] {
                let call = tenant.server.call(method.clone(), &format!("/{}/{path}", tenant.id));
                let call = call.header(ACCEPT_LANGUAGE, accepted);
                let call = match body {
                    Some((media_type, body)) => call.body(media_type, body),
                    None => call,
                };
                let answer = call.send().await;
                let (page, what) = (answer.text(), format!("{method} {path}"));
                assert_eq!((answer.status, answer.header("content-language")), (status, language), "{what}: {page}");
                let looks = page.contains("Ada&#39;s Shop") && page.contains(LOGO);
                assert_eq!(looks, is_of_server, "{what}: {page}");
            }
        }
    })
    .await;
}
