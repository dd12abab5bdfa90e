//! How long it takes to find the API that a request is for, among few and among very many of one service. Nothing else: no request, no database.

use std::hint::black_box;
use std::time::{Duration, Instant};

use authplane_domain::catalogue::api::Api;
use authplane_domain::catalogue::api::matcher::Matcher;
use chrono::DateTime;
use serde::Serialize;

use crate::growth::FEW;
use crate::report::median;

/// What the case is called on the command line.
pub(crate) const NAME: &str = "match";
/// The most that the median may be among many.
pub(crate) const TARGET: Duration = Duration::from_micros(5);

/// How many are looked up in a round.
const LOOKUPS: usize = 200_000;

/// Medians in microseconds.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Matching {
    /// APIs of the large service.
    pub(crate) rows: usize,
    /// One for each round, among [`FEW`].
    pub(crate) few: Vec<f64>,
    /// One for each round, among all.
    pub(crate) many: Vec<f64>,
}

/// Looks up in turn among few and among many.
pub(crate) fn measure(rows: usize, rounds: usize) -> Matching {
    let (few, many) = (Matcher::of((0..FEW).map(api)), Matcher::of((0..rows).map(api)));
    let mut measured = Matching { rows, ..Matching::default() };
    for _ in 0..rounds {
        measured.few.push(look_up(&few, FEW));
        measured.many.push(look_up(&many, rows));
    }
    measured
}

/// Texts, variables, both in one segment, and beginnings that lead nowhere: whoever looks for the first kind goes into the second and back.
fn template(index: usize) -> String {
    let (area, thing) = (index % 97, index / 4);
    match index % 4 {
        0 => format!("/area-{area}/thing-{thing}/{{id}}/parts"),
        1 => format!("/area-{area}/{{thing}}/item-{thing}/parts/{{part}}"),
        2 => format!("/area-{area}/thing-{thing}/{{id}}.json"),
        _ => format!("/{{area}}/thing-{thing}/{{id}}/parts/all"),
    }
}

/// A path that the template matches.
fn path(index: usize) -> String {
    template(index)
        .replace("{id}", "0192f4a1")
        .replace("{thing}", "anything")
        .replace("{part}", "7")
        .replace("{area}", "area-1")
}

fn look_up(matcher: &Matcher, rows: usize) -> f64 {
    let mut times = Vec::with_capacity(LOOKUPS);
    // A stride that visits all of them in no order that caches would like.
    for index in (0..LOOKUPS).map(|number| number.wrapping_mul(7_919) % rows) {
        let path = path(index);
        let begun = Instant::now();
        let found = black_box(matcher.find("GET", black_box(&path)));
        times.push(begun.elapsed().as_secs_f64() * 1e6);
        assert!(found.is_some_and(|found| found.api.id == index.to_string()), "{path} is not found");
    }
    median(&times)
}

fn api(index: usize) -> Api {
    Api {
        tenant_id: "default".to_owned(),
        id: index.to_string(),
        server_id: "default".to_owned(),
        service_id: "orders".to_owned(),
        method: "GET".to_owned(),
        path: template(index),
        form: String::new(),
        position: 1,
        can_have_policy: true,
        policy_id: None,
        data_classifications: Vec::new().into(),
        classified: false,
        document_policy_id: None,
        document_classifications: None,
        created_at: DateTime::UNIX_EPOCH,
    }
}
