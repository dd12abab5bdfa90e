//! Access tokens and ID tokens: the keys that sign them, how they are made and how they are recognised.

pub mod access_token;
pub mod audience;
pub mod claims;
pub mod former_token;
pub mod id_token;
pub mod jws;
pub mod key_ring;
pub mod tenant_signer;
pub mod verified_tokens;
pub mod verify;

/// A token that this server must not honour. Why is nobody's business but the holder's, who can find out by reading RFC 9068 §4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the token is not valid here")]
pub struct InvalidToken;
