//! The hand-written half of the SDK against a server made of canned answers: tokens, repetitions, discovery, paging.

mod authorization_server;
mod blocking;
mod callbacks;
mod canned;
mod credentials;
mod device_pace;
mod discovery;
mod each_operation;
mod echoes;
mod errors;
mod flows;
mod in_the_clear;
pub(in crate::it) mod keys;
mod logins_and_keys;
mod per_call;
mod refused_tokens;
mod repetitions;
mod secrecy;
mod server_keys;
mod settings;
mod spans;
mod time_limit;
mod tokens;
mod transport;
mod values;
