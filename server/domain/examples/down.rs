#![allow(warnings)]
use authplane_domain::*;
use authplane_domain::environment::*;
use authplane_domain::seal::MasterKeys;
use std::time::{Duration, Instant};
#[tokio::main]
async fn main() {
    let url = std::env::args().nth(1).unwrap();
    let store = Store::connect(&url, Environment::system(), MasterKeys::load_or_create(std::path::Path::new("/tmp/try2/master.key"), &SystemRandom).unwrap()).await.unwrap();
    store.start_listener();
    let start = Instant::now();
    let mut last = String::new();
    while start.elapsed() < Duration::from_secs(25) {
        let t = Instant::now();
        let p = store.ping().await;
        let s = role::list(&store, Freshness::Notified, "default").await.map(|r| r.len());
        let m = if p.is_err() { format!("{:?}", store.migrate().await) } else { String::new() };
        let w = api_client::create(&store, "default", &audit::Actor::system(), "x".into(), vec![]).await.map(|_| ());
        let now = format!("{p:?} {s:?} {w:?} {m}");
        if now != last { println!("{:?} ({:?}) {now}", start.elapsed(), t.elapsed()); last = now; }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
