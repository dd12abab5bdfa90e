//! The tour of the README, as a newcomer goes it: all of its commands, one after the other, in one shell.

use std::fs;

use authplane_tests::database::Folder;
use authplane_tests::process::Server;

use super::configuration::succeeds;

const README: &str = include_str!("../../../../README.md");
/// A document of the newcomer's own.
const DOCUMENT: &str = "openapi: 3.1.0\ninfo: {title: Orders, version: '1'}\npaths:\n  /orders:\n    get:\n      security: [{oauth: ['orders:list']}]\n      \
    responses: {'200': {description: All}}\ncomponents:\n  securitySchemes:\n    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example', \
    scopes: {'orders:list': List}}}}\n";

/// The commands of the tour's sections, each after a line that says which section it is.
fn commands() -> String {
    let (_, tour) = README.split_once("\n### In curl\n").expect("the tour");
    let (tour, _) = tour.split_once("\n## ").expect("it ends");
    let sections = format!("In curl\n{tour}");
    let sections = sections.split("\n### ").filter_map(|section| {
        let (title, _) = section.split_once('\n')?;
        let (_, commands) = section.split_once("```sh\n")?;
        let (commands, _) = commands.split_once("```")?;
        Some(format!("echo '== {title}'\n{commands}\n"))
    });
    sections.collect()
}

#[tokio::test]
async fn the_commands_of_the_tour_do_what_they_say() {
    let folder = Folder::new();
    let _server = Server::start(&folder.path().join("authplane-data")).await;
    fs::write(folder.path().join("openapi.yaml"), DOCUMENT).unwrap();
    let said = succeeds(folder.path(), &commands()).await;
    let of = |title: &str| -> &str {
        let (_, after) = said.split_once(&format!("== {title}\n")).unwrap_or_else(|| panic!("no {title}: {said}"));
        after.split("== ").next().unwrap_or_default()
    };
    assert!(of("In curl").contains(r#""active":true"#), "{said}");
    assert!(of("What an API has, from its OpenAPI document").contains("/orders"), "{said}");
    // What stands behind a command as a comment is what it says.
    for title in ["Two at once, and twice", "In front of a service"] {
        let section = README.split_once(&format!("### {title}\n")).unwrap().1.split("\n### ").next().unwrap();
        let expected: Vec<&str> =
            section.lines().filter_map(|line| line.rsplit_once(" # ")).map(|(_, said)| said).collect();
        assert!(expected.len() >= 2, "{title}");
        assert_eq!(of(title).lines().collect::<Vec<_>>(), expected, "{title}: {said}");
    }
    let headers = fs::read_to_string(folder.path().join("headers.txt")).unwrap();
    assert!(headers.starts_with("HTTP/1.1 200 "), "{headers}");
}
