//! How many parts a request may have.

use authplane_domain::catalogue::authorization_server::DEFAULT;
use authplane_tests::on_both;
use http::Method;

/// Each pair takes many times the room of its text while the request waits.
#[tokio::test]
async fn a_form_has_so_many_parameters_and_is_refused_in_the_words_of_its_door() {
    on_both(async |tenant| {
        let server = format!("/{}/{DEFAULT}", tenant.id);
        let many = |number: usize| "a=b&".repeat(number);
        let form = "application/x-www-form-urlencoded";
        for (path, refused) in [
            ("oauth2/token", "invalid_request"),
            ("oauth2/introspect", "invalid_request"),
            ("oauth2/revoke", "invalid_request"),
            ("oauth2/device/authorization", "invalid_request"),
        ] {
            let call = |number| tenant.server.call(Method::POST, &format!("{server}/{path}")).body(form, many(number));
            let answer = call(257).send().await.expect(400).json();
            assert_eq!(answer["error"], refused, "{path}");
            assert!(answer.to_string().contains("256"), "{path}: {answer}");
            assert!(!call(256).send().await.text().contains("256"), "{path}");
        }
        for path in ["oauth2/authorize", "device", "login/people", "oauth2/logout"] {
            let call = tenant.server.call(Method::POST, &format!("{server}/{path}")).body(form, many(200_000));
            let answer = call.send().await;
            assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        }
        let query = format!("{server}/oauth2/authorize?{}", many(257));
        assert!(tenant.server.call(Method::GET, &query).send().await.expect(400).text().contains("256"));
    })
    .await;
}
