//! Whom a request comes from: what proxies write, what strangers write before it, and what can't be read.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use authplane::edge::client_address::{TrustedProxies, client_address, network};
use http::header::{HeaderMap, HeaderName, HeaderValue};
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;

const PROXY: &str = "10.0.0.1";
const TRUSTED: &str = "10.0.0.0/8, 192.168.7.7, fd00::/16, 2001:db8::5";
const XFF: &str = "x-forwarded-for";
const FORWARDED: &str = "forwarded";

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn from(peer: &str, fields: &[(&'static str, &[u8])]) -> IpAddr {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        headers.append(HeaderName::from_static(name), HeaderValue::from_bytes(value).unwrap());
    }
    client_address(address(peer), &headers, &TRUSTED.parse().unwrap())
}

fn by_proxy(name: &'static str, value: &str) -> String {
    from(PROXY, &[(name, value.as_bytes())]).to_string()
}

#[test]
fn the_last_hop_that_is_no_proxy_of_ours_is_the_client() {
    for (value, expected) in [
        ("198.51.100.7", "198.51.100.7"),
        ("198.51.100.7, 10.9.9.9", "198.51.100.7"),
        ("203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.9, 198.51.100.7,192.168.7.7 ,\t10.1.1.1", "198.51.100.7"),
        ("198.51.100.7:4711", "198.51.100.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("[2001:db8::7]:4711", "2001:db8::7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("198.51.100.7, ::ffff:10.0.0.9", "198.51.100.7"),
        ("198.51.100.7, fd00::9, 2001:db8::5", "198.51.100.7"),
        // Nobody but proxies: the first of them.
        ("10.2.2.2, 10.3.3.3", "10.2.2.2"),
        // Empty elements aren't any.
        (" , ,198.51.100.7,, ", "198.51.100.7"),
        ("", PROXY),
        (" , ", PROXY),
    ] {
        assert_eq!(by_proxy(XFF, value), expected, "{value:?}");
    }
    for (value, expected) in [
        ("for=198.51.100.7", "198.51.100.7"),
        ("For=\"198.51.100.7:4711\";proto=https;by=10.0.0.1", "198.51.100.7"),
        ("proto=https; FOR=198.51.100.7 ; host=\"a;b,c\"", "198.51.100.7"),
        ("for=203.0.113.9, for=198.51.100.7;by=_proxy, for=10.1.1.1", "198.51.100.7"),
        ("for=\"[2001:db8::7]:4711\"", "2001:db8::7"),
        ("for=\"[2001:db8::7]:_port\"", "2001:db8::7"),
        ("for=[2001:db8::7]", "2001:db8::7"),
        ("for=\"1\\98.51.100.7\"", "198.51.100.7"),
        (";for=198.51.100.7;", "198.51.100.7"),
    ] {
        assert_eq!(by_proxy(FORWARDED, value), expected, "{value:?}");
    }
}

#[test]
fn what_can_not_be_read_ends_the_walk_at_the_hop_before_it() {
    for bad in [
        "unknown",
        "_hidden",
        "198.51.100",
        "198.51.100.7.1",
        "0198.51.100.7",
        "198.51.100.7:",
        "198.51.100.7:123456",
        "198.51.100.7:x",
        "198.51.100.7 10.0.0.9",
        "[198.51.100.7]",
        "[2001:db8::7",
        "2001:db8::7]",
        "[2001:db8::7]4711",
        "fe80::1%eth0",
        "client.example",
        "\"198.51.100.7\"",
    ] {
        assert_eq!(by_proxy(XFF, bad), PROXY, "{bad:?}");
        assert_eq!(by_proxy(XFF, &format!("198.51.100.9, {bad}, 10.4.4.4")), "10.4.4.4", "{bad:?}");
        assert_eq!(by_proxy(XFF, &format!("{bad}, 198.51.100.9")), "198.51.100.9", "{bad:?}");
    }
    for bad in [
        "for=unknown",
        "for=_hidden",
        "for=\"_hidden:_port\"",
        "for=\"unknown:80\"",
        "for=",
        "for=\"\"",
        "for",
        "=198.51.100.7",
        "for =198.51.100.7",
        "for= 198.51.100.7",
        "for=198.51.100.7;for=198.51.100.8",
        "for=198.51.100.7;proto=http;PROTO=https",
        "for=\"2001:db8::7",
        "for=\"198.51.100.7\"x",
        "for=\"198.51.100.7\" proto=https",
        "by=198.51.100.7",
        "proto=https",
        "198.51.100.7",
    ] {
        assert_eq!(by_proxy(FORWARDED, bad), PROXY, "{bad:?}");
        assert_eq!(by_proxy(FORWARDED, &format!("for=198.51.100.9, {bad}, for=10.4.4.4")), "10.4.4.4", "{bad:?}");
        assert_eq!(by_proxy(FORWARDED, &format!("{bad}, for=198.51.100.9")), "198.51.100.9", "{bad:?}");
    }
    let not_utf_8 = [&b"\xff\xfe"[..], b", 198.51.100.9"].concat();
    assert_eq!(from(PROXY, &[(XFF, &not_utf_8)]).to_string(), "198.51.100.9");
    assert_eq!(from(PROXY, &[(XFF, b"198.51.100.9, \xff")]).to_string(), PROXY);
}

#[test]
fn nobody_but_a_trusted_peer_is_believed() {
    for peer in ["198.51.100.1", "11.0.0.1", "2001:db8::6", "fc00::1", "::ffff:198.51.100.1"] {
        for name in [XFF, FORWARDED] {
            let known = from(peer, &[(name, b"for=203.0.113.9"), (XFF, b"203.0.113.9")]);
            assert_eq!(known, address(peer).to_canonical(), "{peer}");
        }
    }
    let mut headers = HeaderMap::new();
    headers.append(XFF, HeaderValue::from_static("203.0.113.9"));
    assert_eq!(client_address(address(PROXY), &headers, &TrustedProxies::default()), address(PROXY));
    assert_eq!(from("::ffff:10.0.0.1", &[(XFF, b"203.0.113.9")]), address("203.0.113.9"));
}

#[test]
fn several_fields_are_one_list_and_x_forwarded_for_counts_where_there_are_both() {
    assert_eq!(
        from(PROXY, &[(XFF, b"203.0.113.9"), (XFF, b"198.51.100.7"), (XFF, b"10.1.1.1")]),
        address("198.51.100.7")
    );
    assert_eq!(from(PROXY, &[(FORWARDED, b"for=203.0.113.9"), (XFF, b"198.51.100.7")]), address("198.51.100.7"));
    assert_eq!(from(PROXY, &[(XFF, b"unknown"), (FORWARDED, b"for=203.0.113.9")]), address(PROXY));
}

#[test]
fn blocks_are_read_as_they_are_written() {
    for (text, inside, outside) in [
        ("127.0.0.1", &["127.0.0.1", "::ffff:127.0.0.1"][..], &["127.0.0.2", "::1"][..]),
        ("10.1.2.3/8", &["10.255.255.255"], &["11.0.0.0"]),
        ("0.0.0.0/0", &["1.2.3.4", "::ffff:1.2.3.4"], &["::1"]),
        ("::/0", &["::1", "2001:db8::1"], &["1.2.3.4"]),
        ("::ffff:10.0.0.0/104", &["10.1.1.1"], &["11.1.1.1", "::1"]),
        ("fd00::/7", &["fd12::1", "fc00::1"], &["fe00::1"]),
        ("192.0.2.1/32, 2001:db8::1/128", &["192.0.2.1", "2001:db8::1"], &["192.0.2.2", "2001:db8::2"]),
        ("", &[], &["127.0.0.1", "::1", "0.0.0.0"]),
    ] {
        let trusted: TrustedProxies = text.parse().unwrap();
        assert_eq!(trusted.is_empty(), text.is_empty());
        assert!(inside.iter().all(|inside| trusted.contains(address(inside))), "{text}");
        assert!(!outside.iter().any(|outside| trusted.contains(address(outside))), "{text}");
    }
    for text in [
        "localhost",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "[::1]",
        "10.0.0.1:80",
        "10.0.0.0/8/8",
        "::ffff:10.0.0.0/8",
    ] {
        let refused = text.parse::<TrustedProxies>().unwrap_err().to_string();
        assert!(refused.contains("trusted_proxies") && refused.contains(text), "{refused}");
    }
}

#[test]
fn an_ipv6_address_counts_with_those_beside_it() {
    assert_eq!(network(address("2001:db8:1:2:3:4:5:6")), address("2001:db8:1:2::"));
    assert_eq!(network(address("2001:db8:1:2:ffff::")), network(address("2001:db8:1:2::1")));
    assert_ne!(network(address("2001:db8:1:3::1")), network(address("2001:db8:1:2::1")));
    assert_eq!(network(address("198.51.100.7")), address("198.51.100.7"));
    assert_eq!(network(address("::ffff:198.51.100.7")), address("198.51.100.7"));
}

/// What a stranger may send along.
fn anything() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 16] = [
        b"for=",
        b"\"",
        b"\\",
        b",",
        b";",
        b"=",
        b" ",
        b"[",
        b"]:",
        b"10.0.0.9",
        b"203.0.113.9",
        b"2001:db8::9",
        b"unknown",
        b"_x",
        b"proto=https",
        b"\xff",
    ];
    let piece = proptest::sample::select(&PIECES[..]);
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_address() -> impl Strategy<Value = IpAddr> {
    prop_oneof![
        any::<u32>().prop_map(|bits| IpAddr::V4(Ipv4Addr::from_bits(bits))),
        any::<u128>().prop_map(|bits| IpAddr::V6(Ipv6Addr::from_bits(bits))),
    ]
}

/// An address as proxies write it.
fn written(name: &str, address: IpAddr, port: Option<u16>) -> String {
    let node = match (address, port) {
        (IpAddr::V6(address), None) if name == XFF => address.to_string(),
        (IpAddr::V6(address), port) => {
            format!("[{address}]{}", port.map(|port| format!(":{port}")).unwrap_or_default())
        }
        (IpAddr::V4(address), port) => format!("{address}{}", port.map(|port| format!(":{port}")).unwrap_or_default()),
    };
    if name == XFF { node } else { format!("proto=https;for=\"{node}\"") }
}

proptest! {
    #![proptest_config(cases(2048))]

    #[test]
    fn what_a_proxy_appends_is_found_whatever_stands_before_it(
        before in anything(),
        client in any_address(),
        port in any::<Option<u16>>(),
        proxies in vec(any::<u16>(), 0..3),
        is_own_field in any::<bool>(),
    ) {
        let trusted: TrustedProxies = TRUSTED.parse().unwrap();
        prop_assume!(!trusted.contains(client));
        for name in [XFF, FORWARDED] {
            let mut appended = vec![written(name, client, port)];
            appended.extend(proxies.iter().map(|host| written(name, Ipv4Addr::from_bits(10 << 24 | u32::from(*host)).into(), None)));
            let appended = appended.join(", ");
            let fields: Vec<(&'static str, Vec<u8>)> = if is_own_field {
                vec![(name, before.clone()), (name, appended.into())]
            } else {
                vec![(name, [&before[..], b", ", appended.as_bytes()].concat())]
            };
            let fields: Vec<(&'static str, &[u8])> = fields.iter().map(|(name, value)| (*name, &value[..])).collect();
            prop_assert_eq!(from(PROXY, &fields), client.to_canonical());
        }
    }

    #[test]
    fn of_anything_comes_an_address_that_was_written_or_the_peer(value in anything(), more in anything()) {
        for name in [XFF, FORWARDED] {
            let found = from(PROXY, &[(name, &value), (name, &more)]);
            let written = ["10.0.0.9", "203.0.113.9", "2001:db8::9", PROXY];
            // Letters may be written one after another, so that other addresses come of it; they are all there.
            let text = String::from_utf8_lossy(&[&value[..], b" ", &more].concat()).into_owned();
            prop_assert!(written.iter().any(|known| address(known) == found) || text.replace('\\', "").contains(&found.to_string()), "{text}: {found}");
        }
    }

    #[test]
    fn settings_of_any_text_are_read_or_refused(text in "[0-9a-f:./, \\[\\]]{0,24}") {
        if let Ok(trusted) = text.parse::<TrustedProxies>() {
            prop_assert_eq!(trusted.is_empty(), text.split(',').all(|item| item.trim().is_empty()));
        }
    }
}
