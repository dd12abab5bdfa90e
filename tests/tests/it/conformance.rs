//! The modules of the OpenID Foundation's conformance suite, as far as an authorization server of OpenID Connect Core,
//! Discovery, Dynamic Client Registration and the logout specifications is concerned.
//!
//! There is one test for each module of each plan, called like it with underscores for dashes. What a module looks at is
//! written once, in [`modules`], and each plan runs it in its own way: with its response types, by its response mode.
//! `tests/facts/conformance-modules.tsv` names the modules; one without a test fails [`zz_table`], and so does a result
//! that isn't the one of `docs/conformance.md`.
//!
//! To add a plan: its rows in the facts, a [`Plan`](modules::Plan) with [`tests`] in a file of its own, and a line in
//! [`TESTS`].

/// The tests of a plan, one for each module: the body of the same name in `modules`, or the one that is named.
macro_rules! tests {
    ($plan:expr; $($module:ident $(= $body:path)?),* $(,)?) => {
        /// The names of the tests below.
        pub(in crate::it::conformance) const TESTS: &[&str] = &[$(stringify!($module)),*];

        $(
            #[tokio::test]
            async fn $module() {
                let body = tests!(@body $module $($body)?);
                crate::it::conformance::modules::run(&$plan, stringify!($module), body).await;
            }
        )*
    };
    (@body $module:ident) => { crate::it::conformance::modules::$module };
    (@body $module:ident $body:path) => { $body };
}

mod backchannel_logout;
mod basic;
mod config;
mod dynamic;
mod form_post;
mod frontchannel_logout;
mod hybrid;
mod implicit;
mod modules;
mod provider;
mod rp_initiated_logout;
mod third_party_login;
mod verdicts;
mod zz_table;

/// Plan of the suite and the names of its tests.
const TESTS: &[(&str, &[&str])] = &[
    (backchannel_logout::PLAN.name, backchannel_logout::TESTS),
    (basic::PLAN.name, basic::TESTS),
    (config::PLAN, config::TESTS),
    (dynamic::PLAN.name, dynamic::TESTS),
    (form_post::basic::PLAN.name, form_post::basic::TESTS),
    (form_post::hybrid::PLAN.name, form_post::hybrid::TESTS),
    (form_post::implicit::PLAN.name, form_post::implicit::TESTS),
    (frontchannel_logout::PLAN.name, frontchannel_logout::TESTS),
    (hybrid::PLAN.name, hybrid::TESTS),
    (implicit::PLAN.name, implicit::TESTS),
    (rp_initiated_logout::PLAN.name, rp_initiated_logout::TESTS),
    (third_party_login::PLAN.name, third_party_login::TESTS),
];
