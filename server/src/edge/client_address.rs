//! Who is at the other end: the peer of the connection, or whom the operator's own proxies say that they speak for.
//!
//! Each proxy adds the address that it was asked from at the end of `X-Forwarded-For`, or of `Forwarded` (RFC 7239), and leaves what stood there before, which
//! may be anybody's invention. So the list is read from its end, and only as far as addresses are the operator's: the first that isn't one of the
//! [trusted](TrustedProxies) is the client's. What can't be read, or hides its address, ends the walk at the hop before it, which is the last that is known.
//!
//! Where there are both, `X-Forwarded-For` counts. It is what proxies write, and those pass on a `Forwarded` that they don't know: if that one counted, whoever
//! sends it would choose an address. Whoever has a proxy that writes `Forwarded` alone lets it drop `X-Forwarded-For`.
//!
//! Neither header is looked at when the peer isn't trusted. No header changes what issuers and links are made of.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use http::HeaderMap;
use http::header::{FORWARDED, HeaderName};
use serde::Deserialize;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The addresses of the operator's own proxies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct TrustedProxies(Vec<Block>);

/// Addresses that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    V4(Ipv4Addr, u32),
    V6(Ipv6Addr, u32),
}

/// An item of the setting is neither an address nor a block of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("trusted_proxies: {0:?} is neither an address nor a block such as 10.0.0.0/8")]
pub struct InvalidBlock(String);

impl TrustedProxies {
    /// Is nobody trusted?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Is it the address of one of them?
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|block| match (*block, address) {
            (Block::V4(first, length), IpAddr::V4(address)) => {
                (first.to_bits() ^ address.to_bits()).checked_shr(32 - length).unwrap_or_default() == 0
            }
            (Block::V6(first, length), IpAddr::V6(address)) => {
                (first.to_bits() ^ address.to_bits()).checked_shr(128 - length).unwrap_or_default() == 0
            }
            _ => false,
        })
    }
}

impl FromStr for TrustedProxies {
    type Err = InvalidBlock;

    fn from_str(text: &str) -> Result<Self, InvalidBlock> {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        items
            .map(|item| Block::parse(item).ok_or_else(|| InvalidBlock(item.to_owned())))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl TryFrom<String> for TrustedProxies {
    type Error = InvalidBlock;

    fn try_from(text: String) -> Result<Self, InvalidBlock> {
        text.parse()
    }
}

impl Block {
    fn parse(item: &str) -> Option<Self> {
        let (address, length) = match item.split_once('/') {
            Some((address, length)) => (address.parse::<IpAddr>().ok()?, Some(digits(length, 3)?)),
            None => (item.parse().ok()?, None),
        };
        match (address, address.to_canonical()) {
            // An IPv4 network in the other family's form, and nothing larger.
            (IpAddr::V6(_), IpAddr::V4(address)) => Self::v4(address, length.unwrap_or(128).checked_sub(96)?),
            (IpAddr::V4(address), _) => Self::v4(address, length.unwrap_or(32)),
            (IpAddr::V6(address), _) => {
                let length = length.unwrap_or(128);
                (length <= 128).then_some(Self::V6(address, length))
            }
        }
    }

    fn v4(address: Ipv4Addr, length: u32) -> Option<Self> {
        (length <= 32).then_some(Self::V4(address, length))
    }
}

/// The address that a request comes from, as far as it is known.
#[must_use]
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> IpAddr {
    let mut known = peer.to_canonical();
    if !trusted.contains(known) {
        return known;
    }
    // RFC 9110 §5.3: several fields of a name are one list.
    let (name, read): (_, fn(&str) -> Option<IpAddr>) =
        if headers.contains_key(X_FORWARDED_FOR) { (X_FORWARDED_FOR, address) } else { (FORWARDED, forwarded_for) };
    for field in headers.get_all(name).iter().rev() {
        let mut rest = field.as_bytes();
        while !rest.is_empty() {
            let (before, element) = split_last(rest);
            rest = before;
            // RFC 9110 §5.6.1.2: empty elements don't count.
            if element.is_empty() {
                continue;
            }
            let Some(hop) = std::str::from_utf8(element).ok().and_then(read) else { return known };
            known = hop;
            if !trusted.contains(known) {
                return known;
            }
        }
    }
    known
}

/// The last element of a list and what is before it. Read from its end: what stands before the last element, which a proxy of ours wrote, can't be made to look
/// like a part of it, whatever quotes it opens.
fn split_last(list: &[u8]) -> (&[u8], &[u8]) {
    let mut is_quoted = false;
    for (at, byte) in list.iter().enumerate().rev() {
        match byte {
            b'"' => {
                let escapes = list[..at].iter().rev().take_while(|byte| **byte == b'\\').count();
                // Outside of quotes nothing is escaped, so this can only be where one ends.
                if !is_quoted || escapes % 2 == 0 {
                    is_quoted = !is_quoted;
                }
            }
            b',' if !is_quoted => return (&list[..at], list[at + 1..].trim_ascii()),
            _ => {}
        }
    }
    (&[], list.trim_ascii())
}

/// The address in the one `for` of an element of `Forwarded` (RFC 7239 §4); `None` when there is none, or the element is malformed.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let mut names: Vec<String> = Vec::new();
    let mut found = None;
    let mut rest = element;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        if let Some((name, after)) =
            rest.split_once('=').filter(|(name, _)| !name.is_empty() && name.bytes().all(is_token))
        {
            let (value, after) = value(after)?;
            let name = name.to_ascii_lowercase();
            // §4: each parameter once.
            if names.contains(&name) {
                return None;
            }
            if name == "for" {
                found = Some(value);
            }
            names.push(name);
            rest = after.trim_start_matches([' ', '\t']);
        }
        match rest.strip_prefix(';') {
            Some(after) => rest = after,
            None if rest.is_empty() => break,
            None => return None,
        }
    }
    address(&found?)
}

/// A token or a quoted string (RFC 9110 §5.6.4), and what follows it. A token may hold what an address needs: some proxies leave the quotes out.
fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end =
            text.bytes().position(|byte| !is_token(byte) && !matches!(byte, b'[' | b']' | b':')).unwrap_or(text.len());
        return (end > 0).then(|| (text[..end].to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut letters = quoted.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' => value.push(letters.next()?.1),
            letter => value.push(letter),
        }
    }
    None
}

/// RFC 9110 §5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// The address of a node (RFC 7239 §6): with or without a port, IPv6 in brackets, which `X-Forwarded-For` does without. `None` for `unknown`, and for names
/// that hide an address (§6.3).
fn address(node: &str) -> Option<IpAddr> {
    let address: IpAddr = if let Some(bracketed) = node.strip_prefix('[') {
        let (address, after) = bracketed.split_once(']')?;
        if !after.is_empty() && !is_port(after.strip_prefix(':')?) {
            return None;
        }
        address.parse::<Ipv6Addr>().ok()?.into()
    } else if let Ok(address) = node.parse::<IpAddr>() {
        address
    } else {
        let (address, port) = node.split_once(':')?;
        is_port(port).then(|| address.parse::<Ipv4Addr>().ok())??.into()
    };
    Some(address.to_canonical())
}

/// A number, or a name that hides one (RFC 7239 §6.3).
fn is_port(port: &str) -> bool {
    match port.strip_prefix('_') {
        Some(name) => {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        }
        None => digits(port, 5).is_some(),
    }
}

fn digits(text: &str, most: usize) -> Option<u32> {
    let is_number = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// What is counted as one: whoever has an IPv6 address has the 2^64 beside it too.
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}
