//! All tests, in one binary: linking is what takes time. The modules mirror `server/src`.
//!
//! Three nets hold the product to its contract. [`it::facts`]: the document says what the dialects' clients rely on.
//! [`it::zz_coverage`]: every operation answers every status that it declares, and never anything that it doesn't.
//! [`it::authorization`]: who may call what. What they need to know of an operation stands in its row ([`it::nets`]).

mod it {
    mod access;
    mod acp;
    mod age;
    mod audit;
    mod authorization;
    mod authorizer;
    mod between_tenants;
    mod bounds;
    mod caller;
    mod circles;
    mod client_sdk;
    mod closure;
    mod conformance;
    mod cve;
    mod declared;
    mod described;
    mod devices;
    mod domain;
    mod edge;
    mod escalation;
    mod events;
    mod facts;
    mod fair_queue;
    mod generated_sdk;
    mod hand_written;
    mod held;
    mod limits;
    mod local_user_store;
    mod lockstep;
    mod log;
    mod logto;
    mod lost_updates;
    mod nets;
    mod oauth;
    mod openid;
    mod outgoing;
    mod pages;
    mod parsers;
    mod password_hashes;
    mod patch;
    mod policy;
    mod process;
    mod schema;
    mod security;
    mod set_aside;
    mod sign_in_queue;
    mod statements;
    mod things;
    mod toolkit;
    mod upgrade;
    mod upstream;
    mod wire;
    mod zz_coverage;
}
