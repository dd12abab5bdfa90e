//! Which addresses are out in the world, and which hosts an operator lets pass although theirs aren't.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use serde::Deserialize;
use url::{Host, Url};

/// IPv4 blocks that lead nowhere, to this machine, to its network or to the cloud's metadata: the registry of RFC 6890 as it is today, without the blocks that
/// are globally reachable.
const SPECIAL_V4: [(Ipv4Addr, u32); 15] = [
    // This network (RFC 791), which many systems take for themselves.
    (Ipv4Addr::UNSPECIFIED, 8),
    // Private use (RFC 1918).
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Behind a carrier's NAT (RFC 6598).
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    // Loopback (RFC 1122).
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local (RFC 3927); 169.254.169.254 is the metadata service of most clouds.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    // Protocol assignments (RFC 6890) and the relays of 6to4 (RFC 7526).
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    // Documentation (RFC 5737).
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Benchmarks (RFC 2544).
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    // Multicast (RFC 5771); reserved (RFC 1112), with the broadcast address.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// IPv6 blocks inside of `2000::/3` that are not somebody's public network.
const SPECIAL_V6: [(Ipv6Addr, u32); 3] = [
    // Protocol assignments (RFC 2928): Teredo, benchmarks, ORCHID.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation (RFC 3849, RFC 9637).
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Global unicast (RFC 4291 §2.5.4, as assigned): everything else is loopback, link-local, unique local, multicast, or not in use.
const GLOBAL_UNICAST: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Is it an address of the public internet, also when it is one written in the other family's form?
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(embedded) => is_public_v4(embedded),
            None => is_within(address, GLOBAL_UNICAST) && !SPECIAL_V6.iter().any(|block| is_within(address, *block)),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let is_within = |(network, length): &(Ipv4Addr, u32)| {
        (address.to_bits() ^ network.to_bits()).checked_shr(32 - length).unwrap_or_default() == 0
    };
    !SPECIAL_V4.iter().any(is_within)
}

fn is_within(address: Ipv6Addr, (network, length): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ network.to_bits()).checked_shr(128 - length).unwrap_or_default() == 0
}

/// The IPv4 address that packets to an IPv6 address end up at: mapped (RFC 4291 §2.5.5.2), translated (NAT64, RFC 6052 §2.1), or tunnelled (6to4,
/// RFC 3056 §2). A translator's own prefix can't be told from any other network, so translation elsewhere is the operator's to fence.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let octets = address.octets();
    let at = |start: usize| Ipv4Addr::new(octets[start], octets[start + 1], octets[start + 2], octets[start + 3]);
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => Some(at(12)),
        [0x2002, ..] => Some(at(2)),
        _ => None,
    }
}

/// Hosts that may be fetched by plain http, and at any address: those of development, and identity providers in the operator's own network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct AllowedHosts(Vec<AllowedHost>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct AllowedHost {
    host: Host<String>,
    /// Any port when absent.
    port: Option<u16>,
}

/// An item of the setting isn't `host` or `host:port`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("outgoing_allowed: {0:?} is neither a host nor host:port (an IPv6 address stands in brackets)")]
pub struct InvalidHost(String);

impl AllowedHosts {
    /// Is the URL's host, at the URL's port, among them?
    #[must_use]
    pub fn contains(&self, url: &Url) -> bool {
        let Some(host) = url.host() else { return false };
        let port = url.port_or_known_default();
        self.0.iter().any(|allowed| {
            allowed.port.is_none_or(|only| port == Some(only))
                && match (&allowed.host, &host) {
                    (Host::Domain(allowed), Host::Domain(host)) => allowed == host,
                    (Host::Ipv4(allowed), Host::Ipv4(host)) => allowed == host,
                    (Host::Ipv6(allowed), Host::Ipv6(host)) => allowed == host,
                    _ => false,
                }
        })
    }
}

impl FromStr for AllowedHosts {
    type Err = InvalidHost;

    fn from_str(text: &str) -> Result<Self, InvalidHost> {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        items.map(AllowedHost::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for AllowedHosts {
    type Error = InvalidHost;

    fn try_from(text: String) -> Result<Self, InvalidHost> {
        text.parse()
    }
}

impl AllowedHost {
    fn parse(item: &str) -> Result<Self, InvalidHost> {
        let invalid = || InvalidHost(item.to_owned());
        let (host, port) = match item.rsplit_once(':') {
            // Not inside of the brackets of an IPv6 address.
            Some((host, port)) if !port.contains(']') => (host, Some(port.parse().map_err(|_| invalid())?)),
            _ => (item, None),
        };
        Ok(Self { host: Host::parse(host).map_err(|_| invalid())?, port })
    }
}
