//! `/api/roles/{id}/applications` and `/api/applications/{applicationId}/roles`: who has a role, from both sides.

use authplane_tests::tenant::texts;
use authplane_tests::{Tenant, on_both};
use serde_json::{Value, json};

use super::{CHANGE, ROLES, SEE, id_of, of_machines, path_of, refused, role};
use crate::it::nets::Row;
use crate::it::things::{self, fresh};

fn roles_of(application: &str) -> String {
    format!("/api/applications/{application}/roles")
}

async fn spa(tenant: &Tenant) -> String {
    let body = json!({"name": "Shop", "type": "SPA"});
    id_of(&tenant.post("/api/applications").json(body).send().await.expect(200).json()).to_owned()
}

async fn ids(tenant: &Tenant, path: &str) -> Vec<String> {
    texts(&tenant.get(path).send().await.expect(200).json(), "id")
}

#[tokio::test]
async fn an_application_is_given_roles_from_either_side_and_both_see_them() {
    on_both(async |tenant| {
        let (first, second) = (role(&tenant, of_machines(&[])).await, role(&tenant, of_machines(&[])).await);
        let (one, two) = (things::robot(&tenant).await, things::robot(&tenant).await);
        let answer = tenant
            .post(&roles_of(&one))
            .json(json!({"roleIds": [id_of(&second), id_of(&first), id_of(&first)]}))
            .send()
            .await
            .expect(201);
        assert_eq!((answer.text().as_str(), answer.header("content-length")), ("", "0"));
        assert_eq!(
            ids(&tenant, &roles_of(&one)).await,
            [id_of(&first), id_of(&second)],
            "in the order of their creation"
        );
        let path = format!("{}/applications", path_of(&first));
        let answer = tenant.post(&path).json(json!({"applicationIds": [two]})).send().await.expect(201);
        assert_eq!((answer.text().as_str(), answer.header("content-length")), ("", "0"));
        assert_eq!(ids(&tenant, &path).await, [two.clone(), one.clone()], "the newest first");
        assert_eq!(ids(&tenant, &format!("{}/applications", path_of(&second))).await, std::slice::from_ref(&one));
        let listed = tenant.get(&format!("{ROLES}?search.id={}", id_of(&first))).send().await.expect(200).json();
        assert_eq!((&listed[0]["applicationsCount"], &listed[0]["usersCount"]), (&json!(2), &json!(0)));
        let mut featured = texts(&listed[0]["featuredApplications"], "id");
        featured.sort();
        let mut both = vec![one.clone(), two.clone()];
        both.sort();
        assert_eq!(featured, both);
        assert_eq!(listed[0]["featuredApplications"][0]["type"], "MachineToMachine");
        // Put in the place of all.
        let answer = tenant.put(&roles_of(&one)).json(json!({"roleIds": [id_of(&second)]})).send().await.expect(200);
        assert_eq!((answer.text().as_str(), answer.header("content-length")), ("", "0"));
        assert_eq!(ids(&tenant, &roles_of(&one)).await, [id_of(&second)]);
        let _ = tenant.put(&roles_of(&one)).json(json!({"roleIds": [id_of(&second)]})).send().await.expect(200);
        let _ = tenant.put(&roles_of(&one)).json(json!({"roleIds": []})).send().await.expect(200);
        assert_eq!(ids(&tenant, &roles_of(&one)).await, [""; 0]);
        let _ = tenant.delete(&format!("{path}/{two}")).send().await.expect(204);
        assert_eq!(ids(&tenant, &path).await, [""; 0]);
        let _ = tenant.post(&path).json(json!({"applicationIds": [one, two]})).send().await.expect(201);
        let _ = tenant.delete(&format!("{}/{}", roles_of(&one), id_of(&first))).send().await.expect(204);
        let _ = tenant.delete(&format!("/api/applications/{two}")).send().await.expect(204);
        assert_eq!(ids(&tenant, &path).await, [""; 0]);
        let _ = tenant.post(&path).json(json!({"applicationIds": [one]})).send().await.expect(201);
        let _ = tenant.delete(&path_of(&first)).send().await.expect(204);
        assert_eq!(ids(&tenant, &roles_of(&one)).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn of_many_applications_the_first_three_are_shown_and_all_are_counted_and_found() {
    on_both(async |tenant| {
        let (many, none) = (role(&tenant, of_machines(&[])).await, role(&tenant, of_machines(&[])).await);
        let mut made = Vec::new();
        for _ in 0..5 {
            made.push(things::robot(&tenant).await);
        }
        let path = format!("{}/applications", path_of(&many));
        let _ = tenant.post(&path).json(json!({"applicationIds": made})).send().await.expect(201);
        let listed = tenant.get(&format!("{ROLES}?page_size=100")).send().await.expect(200).json();
        let of = |role: &Value| {
            listed.as_array().unwrap().iter().find(|listed| listed["id"] == role["id"]).cloned().unwrap()
        };
        assert_eq!((&of(&many)["applicationsCount"], &of(&none)["applicationsCount"]), (&json!(5), &json!(0)));
        assert_eq!(of(&many)["featuredApplications"].as_array().unwrap().len(), 3);
        assert_eq!(of(&none)["featuredApplications"], json!([]));
        let page = tenant.get(&format!("{path}?page=2&page_size=2")).send().await.expect(200);
        made.reverse();
        assert_eq!((texts(&page.json(), "id"), page.header("total-number")), (made[2..4].to_vec(), "5"));
        let found = tenant.get(&format!("{path}?search.id={}", made[1])).send().await.expect(200).json();
        assert_eq!(texts(&found, "id"), made[1..2]);
        let others =
            tenant.get(&format!("/api/applications?excludeRoleId={}", id_of(&many))).send().await.expect(200).json();
        assert_eq!(others, json!([]));
        let _ = tenant.delete(&format!("{path}/{}", made[0])).send().await.expect(204);
        assert_eq!(ids(&tenant, &format!("/api/applications?excludeRoleId={}", id_of(&many))).await, made[..1]);
        // The page is made anew when one is called otherwise.
        let first = of(&many)["featuredApplications"][0]["id"].as_str().unwrap().to_owned();
        let other = made[1..].iter().find(|id| **id == first).unwrap_or(&made[1]);
        let _ = tenant
            .patch(&format!("/api/applications/{other}"))
            .json(json!({"name": "Renamed"}))
            .send()
            .await
            .expect(200);
        let text = tenant.get(&format!("{ROLES}?page_size=100")).send().await.expect(200).text();
        assert!(text.contains("Renamed") || *other != first, "{text}");
    })
    .await;
}

#[tokio::test]
async fn what_can_t_be_given_is_refused_in_the_order_of_the_dialect_and_nothing_is_given() {
    on_both(async |tenant| {
        let (known, other) = (role(&tenant, of_machines(&[])).await, role(&tenant, of_machines(&[])).await);
        let users = role(&tenant, json!({"name": fresh("people"), "description": "x"})).await;
        let (machine, shop) = (things::robot(&tenant).await, spa(&tenant).await);
        let path = roles_of(&machine);
        let _ = tenant.post(&path).json(json!({"roleIds": [id_of(&known)]})).send().await.expect(201);
        let many = vec![id_of(&other); 257];
        let post = |ids: Value| tenant.post(&path).json(json!({"roleIds": ids}));
        for (call, status, code) in [
            (post(json!([id_of(&other), id_of(&known)])), 422, "application.role_exists"),
            (post(json!([id_of(&users), id_of(&known)])), 422, "application.role_exists"),
            (post(json!([id_of(&other), "unknown", id_of(&users)])), 422, "application.invalid_role_type"),
            (post(json!([id_of(&other), "unknown"])), 404, "entity.not_exists_with_id"),
            (post(json!([])), 422, "entity.invalid_input"),
            (post(json!([""])), 400, "guard.invalid_input"),
            (post(json!(many)), 400, "guard.invalid_input"),
            (tenant.post(&path), 400, "guard.invalid_input"),
            (tenant.put(&path).json(json!({"roleIds": [id_of(&users)]})), 422, "entity.db_constraint_violated"),
            (tenant.put(&path).json(json!({"roleIds": ["unknown"]})), 404, "entity.not_exists_with_id"),
            (tenant.delete(&format!("{path}/{}", id_of(&other))), 404, "entity.not_found"),
            (tenant.delete(&format!("{path}/unknown")), 404, "entity.not_found"),
        ] {
            refused(call, status, code).await;
        }
        assert_eq!(ids(&tenant, &path).await, [id_of(&known)]);
        for (application, status, code) in
            [("unknown", 404, "entity.not_exists_with_id"), (shop.as_str(), 422, "application.invalid_type")]
        {
            let path = roles_of(application);
            refused(tenant.get(&path), status, code).await;
            for body in [json!({"roleIds": [id_of(&known)]}), json!({"roleIds": []}), json!({"roleIds": ["unknown"]})] {
                refused(tenant.post(&path).json(&body), status, code).await;
                refused(tenant.put(&path).json(&body), status, code).await;
            }
            refused(tenant.delete(&format!("{path}/{}", id_of(&known))), status, code).await;
        }
        let path = format!("{}/applications", path_of(&known));
        let two = things::robot(&tenant).await;
        let post = |role: &Value, ids: Value| {
            tenant.post(&format!("{}/applications", path_of(role))).json(json!({"applicationIds": ids}))
        };
        for (call, status, code) in [
            (post(&known, json!([two, machine])), 422, "role.application_exists"),
            (post(&known, json!([two, "unknown"])), 404, "entity.not_exists_with_id"),
            (post(&known, json!([two, shop])), 422, "application.invalid_type"),
            (post(&users, json!([two])), 422, "application.invalid_role_type"),
            (post(&known, json!([])), 400, "guard.invalid_input"),
            (post(&json!({"id": "unknown"}), json!([two])), 404, "entity.not_exists_with_id"),
            (tenant.get("/api/roles/unknown/applications"), 404, "entity.not_exists_with_id"),
            (tenant.delete(&format!("{path}/{two}")), 404, "entity.not_found"),
            (tenant.delete(&format!("{path}/unknown")), 404, "entity.not_found"),
        ] {
            refused(call, status, code).await;
        }
        assert_eq!(ids(&tenant, &path).await, [machine]);
    })
    .await;
}

#[tokio::test]
async fn roles_are_a_part_of_an_application_and_each_change_of_them_is_one_of_it() {
    on_both(async |tenant| {
        let known = role(&tenant, of_machines(&[])).await;
        let machine = things::robot(&tenant).await;
        let one = format!("/api/applications/{machine}");
        let tag = async || tenant.get(&one).send().await.expect(200).header("etag").to_owned();
        let (before, events) = (tag().await, tenant.audit_events().await.len());
        let _ = tenant.post(&roles_of(&machine)).json(json!({"roleIds": [id_of(&known)]})).send().await.expect(201);
        assert_ne!(tag().await, before);
        let logged = tenant.audit_events().await;
        assert_eq!(logged.len(), events + 1);
        assert_eq!(logged[0].1, machine, "{logged:?}");
        let stale =
            tenant.put(&roles_of(&machine)).header(http::header::IF_MATCH, &before).json(json!({"roleIds": []}));
        let _ = stale.send().await.expect(412);
        let now = tag().await;
        let same = tenant.put(&roles_of(&machine)).json(json!({"roleIds": [id_of(&known)]}));
        let _ = same.send().await.expect(200);
        assert_eq!((tag().await, tenant.audit_events().await.len()), (now, events + 1), "nothing changed");
    })
    .await;
}

/// A new application, and the id of a role that it has.
async fn one(tenant: &Tenant) -> (String, String) {
    let known = role(tenant, of_machines(&[])).await;
    let machine = things::robot(tenant).await;
    let _ = tenant.post(&roles_of(&machine)).json(json!({"roleIds": [id_of(&known)]})).send().await.expect(201);
    (machine, id_of(&known).to_owned())
}

const SEE_APPLICATIONS: &[&str] = &["applications:read", "applications:write"];
const CHANGE_APPLICATIONS: &[&str] = &["applications:write"];

pub(in crate::it) const OPERATIONS: &[Row] = &[
    Row {
        id: "list_role_applications",
        scopes: SEE,
        good: |tenant| Box::pin(async move { tenant.get(&format!("{ROLES}/{}/applications", one(tenant).await.1)) }),
        provoke: &[(400, |tenant, _| {
            Box::pin(async move { tenant.get(&format!("{ROLES}/{}/applications?page=0", one(tenant).await.1)) })
        })],
    },
    Row {
        id: "create_role_application",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let body = json!({"applicationIds": [things::robot(tenant).await]});
                tenant.post(&format!("{ROLES}/{}/applications", one(tenant).await.1)).json(body)
            })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move {
                let (machine, known) = one(tenant).await;
                tenant.post(&format!("{ROLES}/{known}/applications")).json(json!({"applicationIds": [machine]}))
            })
        })],
    },
    Row {
        id: "delete_role_application",
        scopes: CHANGE,
        good: |tenant| {
            Box::pin(async move {
                let (machine, known) = one(tenant).await;
                tenant.delete(&format!("{ROLES}/{known}/applications/{machine}"))
            })
        },
        provoke: &[],
    },
    Row {
        id: "list_application_roles",
        scopes: SEE_APPLICATIONS,
        good: |tenant| Box::pin(async move { tenant.get(&roles_of(&one(tenant).await.0)) }),
        provoke: &[
            (400, |tenant, _| {
                Box::pin(async move { tenant.get(&format!("{}?page=0", roles_of(&one(tenant).await.0))) })
            }),
            (422, |tenant, _| Box::pin(async move { tenant.get(&roles_of(&spa(tenant).await)) })),
        ],
    },
    Row {
        id: "assign_application_roles",
        scopes: CHANGE_APPLICATIONS,
        good: |tenant| {
            Box::pin(async move {
                let known = role(tenant, of_machines(&[])).await;
                let path = roles_of(&things::robot(tenant).await);
                tenant.post(&path).json(json!({"roleIds": [id_of(&known)]}))
            })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.post(&roles_of(&spa(tenant).await)).json(json!({"roleIds": []})) })
        })],
    },
    Row {
        id: "replace_application_roles",
        scopes: CHANGE_APPLICATIONS,
        good: |tenant| {
            Box::pin(async move { tenant.put(&roles_of(&one(tenant).await.0)).json(json!({"roleIds": []})) })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.put(&roles_of(&spa(tenant).await)).json(json!({"roleIds": []})) })
        })],
    },
    Row {
        id: "delete_application_role",
        scopes: CHANGE_APPLICATIONS,
        good: |tenant| {
            Box::pin(async move {
                let (machine, known) = one(tenant).await;
                tenant.delete(&format!("{}/{known}", roles_of(&machine)))
            })
        },
        provoke: &[(422, |tenant, _| {
            Box::pin(async move { tenant.delete(&format!("{}/unknown", roles_of(&spa(tenant).await))) })
        })],
    },
];
