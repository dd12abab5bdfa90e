//! Sealing and opening age files: our own, the reference implementation's, and forged ones.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt::Write as _;

use authplane::age::{Identity, KeyError, OpenError, Recipient, SealError, open, seal};
use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

// Made for these tests by `age-keygen` 1.3.2.
const FIRST_IDENTITY: &str = "AGE-SECRET-KEY-1DF703024F87ZYX6T6YRXYYNY9P3YGNDQQEW59VVXUAS5FY4FYR2QTSLX7W";
const FIRST_RECIPIENT: &str = "age1qk7jmuezje6h8277tjzgsz06t2675tzekmpcr5ee55ream58936q0wktq6";
const SECOND_IDENTITY: &str = "AGE-SECRET-KEY-1Z6YAYFXRVDURW3SLKDPSVDLKEWY2PYTKXS3Y00AFJDS9UC5942GQH8JFQZ";
const SECOND_RECIPIENT: &str = "age1t8ryrz5vvakeqw00jcpn2kv5cce3ksqk4jnwcjnqnlsak090lvlskawmw9";
// An example of the specification, "The X25519 recipient type".
const EXAMPLE_IDENTITY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
const EXAMPLE_RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
// `printf 'a quiet word' | age -r FIRST` of the reference implementation, 1.3.2.
const FILE_FOR_FIRST: &str = "\
    YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBLTnNwQXZhRjBUVmdtM3hKVzYvWThmeUR6TG9PNUY5VVhSVnRGeDla\
    SVFzCjZTdzFlSHJ0RE5FS012NzRYa1FuSlNEd0FsMUF5R2pabHlQeHNmQ3NqL2cKLS0tIFk3N2dYcjRqdDk0b01vODViZjNK\
    dWZYdnFzWGpLNi85eEdsZWorNzVqYWcKNVeqMghWOA5PESNpZbCm+zIvYc26mC2gWaJR7bz2+x5eqNY25M4ki9aSVNE=";
// `printf '' | age -r SECOND -r FIRST -R ssh.key.pub`, with a stanza of another type.
const EMPTY_FILE_FOR_BOTH: &str = "\
    YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBXRHJXTnhMYVNyR2lKWURiK0psRTd6UDh6azhTZ1pWMGFPeXM3ZkV5\
    b21RCm9ZYVIyWU8yZi9DNFZqMk5UNEtBc1JmalFMMHFCMU5IcjQ4SHZtTTlFNlkKLT4gWDI1NTE5IFIzR3d4SUdWSW5XRDEw\
    VDJ4Rm9kSWhvZlhPK1kvSndHVklCa1FxMUpNek0KREhTZ1V1R3pyNFNQTnRHcFc5Rk9ta2N2Y3Nlc2wzRGVpYW1sSjFFTE1q\
    OAotPiBzc2gtZWQyNTUxOSB2WHNpSXcgZDJZTW5VOHY4SjBrWitYbnJrdEE2bThjbzVKMXJ6UlFCSmNHMDdkUEdBNApDTmha\
    U1hpVjBhSVFPSnZ0S25mZ3dXNUh4QnRYdDl3cHNQS0hZOGNOUkpjCi0tLSAvR3czT2xxQ01VaWkvdW9jMjY1S3g2T290Mkg2\
    ZWlLRWlPNkRlQ3RpSmtBCgIKmbiZTjusq1aFJT0HCyjCDr7oW6EqsWkcXSzHps9+";

const CHUNK: usize = 65_536;
/// The body of a stanza that wraps nothing.
const SOME_BODY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// The base point, as any share that isn't of low order.
const SOME_SHARE: &str = "CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Bytes that look random, and are the same in each test.
fn random() -> impl Fn(&mut [u8]) -> Result<(), Infallible> {
    let state = Cell::new(0x2545_f491_4f6c_dd1d_u64);
    move |bytes| {
        for byte in bytes {
            let mut next = state.get();
            next ^= next << 13;
            next ^= next >> 7;
            next ^= next << 17;
            state.set(next);
            *byte = next.to_be_bytes()[0];
        }
        Ok(())
    }
}

fn first() -> Identity {
    FIRST_IDENTITY.parse().unwrap()
}

fn second() -> Identity {
    SECOND_IDENTITY.parse().unwrap()
}

fn example() -> Identity {
    EXAMPLE_IDENTITY.parse().unwrap()
}

fn seal_for(identity: &Identity, plaintext: &[u8]) -> Vec<u8> {
    seal(&[identity.recipient()], plaintext, &random()).unwrap()
}

/// The file key of whatever is sealed with [`random`]: its first bytes.
fn file_key() -> [u8; 16] {
    let mut key = [0; 16];
    random()(&mut key).unwrap();
    key
}

fn header_length(sealed: &[u8]) -> usize {
    let mac = sealed.windows(5).position(|window| window == b"\n--- ").unwrap() + 1;
    mac + "--- ".len() + 43 + 1
}

/// The stanza that wraps [`file_key`] for the identity.
fn stanza_for(identity: &Identity) -> String {
    let sealed = seal_for(identity, b"");
    let text = String::from_utf8(sealed[..header_length(&sealed)].to_vec()).unwrap();
    text.split_inclusive('\n').skip(1).take(2).collect()
}

/// A file of any stanzas, whose MAC is right.
fn forge(stanzas: &str, payload: &[u8]) -> Vec<u8> {
    forge_with_last_line(stanzas, |mac| format!("--- {mac}\n"), payload)
}

fn forge_with_last_line(stanzas: &str, last_line: impl Fn(&str) -> String, payload: &[u8]) -> Vec<u8> {
    let header = format!("age-encryption.org/v1\n{stanzas}---");
    let extracted = Salt::none(HKDF_SHA256).extract(&file_key());
    let key: hmac::Key = extracted.expand(&[b"header"], hmac::HMAC_SHA256).unwrap().into();
    let mac = STANDARD_NO_PAD.encode(hmac::sign(&key, header.as_bytes()));
    [header.strip_suffix("---").unwrap().as_bytes(), last_line(&mac).as_bytes(), payload].concat()
}

/// A payload of any chunks, each said to be the last one or not.
fn forge_payload(chunks: &[(&[u8], bool)]) -> Vec<u8> {
    let mut payload = vec![7; 16];
    let extracted = Salt::new(HKDF_SHA256, &payload).extract(&file_key());
    let key = LessSafeKey::new(UnboundKey::from(extracted.expand(&[b"payload"], &CHACHA20_POLY1305).unwrap()));
    for (index, (chunk, is_last)) in (0_u8..).zip(chunks) {
        let nonce = Nonce::assume_unique_for_key([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, index, u8::from(*is_last)]);
        let mut chunk = chunk.to_vec();
        key.seal_in_place_append_tag(nonce, Aad::empty(), &mut chunk).unwrap();
        payload.extend(chunk);
    }
    payload
}

fn open_payload(chunks: &[(&[u8], bool)]) -> Result<Vec<u8>, OpenError> {
    open(&[first()], &forge(&stanza_for(&first()), &forge_payload(chunks)))
}

fn open_stanzas(stanzas: &str) -> Result<Vec<u8>, OpenError> {
    open(&[first()], &forge(stanzas, &forge_payload(&[(b"word", true)])))
}

#[track_caller]
fn assert_malformed(stanzas: &str) {
    let result = open_stanzas(stanzas);
    assert!(matches!(result, Err(OpenError::Malformed(_))), "{result:?} of {stanzas:?}");
}

#[test]
fn opens_what_it_sealed() {
    for length in [0, 1, 65_535, 65_536, 65_537, 2 * CHUNK, 200_000] {
        let mut plaintext = vec![0; length];
        random()(&mut plaintext).unwrap();
        let sealed = seal_for(&first(), &plaintext);
        let chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(sealed.len(), header_length(&sealed) + 16 + length + 16 * chunks, "{length}");
        assert!(open(&[first()], &sealed).unwrap() == plaintext, "{length}");
    }
}

#[test]
fn opens_for_each_recipient() {
    let sealed = seal(&[first().recipient(), second().recipient()], b"word", &random()).unwrap();
    assert_eq!(open(&[first()], &sealed).unwrap(), b"word");
    assert_eq!(open(&[second()], &sealed).unwrap(), b"word");
    assert_eq!(open(&[example(), second()], &sealed).unwrap(), b"word");
    assert_eq!(open(&[example()], &sealed), Err(OpenError::NoMatch));
    assert_eq!(open(&[], &sealed), Err(OpenError::NoMatch));
}

#[test]
fn takes_new_randomness_for_each_secret() {
    let lengths = std::cell::RefCell::new(Vec::new());
    let random = random();
    let counted = |bytes: &mut [u8]| {
        lengths.borrow_mut().push(bytes.len());
        random(bytes)
    };
    let recipient = first().recipient();
    let sealed = seal(&[recipient, recipient], b"", &counted).unwrap();
    assert_eq!(*lengths.borrow(), [16, 32, 32, 16]);
    let text = String::from_utf8_lossy(&sealed).into_owned();
    let stanzas: Vec<_> = text.lines().skip(1).take(4).collect();
    assert_ne!(stanzas[0], stanzas[2]);
    assert_ne!(stanzas[1], stanzas[3]);
}

#[test]
fn refuses_every_changed_bit() {
    let sealed = seal(&[second().recipient(), first().recipient()], b"a quiet word", &random()).unwrap();
    for identities in [vec![first()], vec![second()], vec![first(), second()]] {
        for index in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[index] ^= 1 << bit;
                assert!(open(&identities, &changed).is_err(), "byte {index}, bit {bit}");
            }
        }
    }
}

#[test]
fn refuses_every_truncation_and_addition() {
    let sealed = seal_for(&first(), b"a quiet word");
    for length in 0..sealed.len() {
        assert!(open(&[first()], &sealed[..length]).is_err(), "{length}");
    }
    for addition in [&b"\0"[..], b"\n", &[0; 16], &[0; 17], &sealed] {
        let longer = [&sealed, addition].concat();
        assert_eq!(open(&[first()], &longer), Err(OpenError::Changed("payload")));
        let armored_or_prefixed = [addition, &sealed].concat();
        assert!(open(&[first()], &armored_or_prefixed).is_err());
    }
    let sealed = seal_for(&first(), &vec![7; 2 * CHUNK + 5]);
    let payload = header_length(&sealed) + 16;
    for chunks in 0..=2 {
        for extra in [0, 1, 15, 16, 17] {
            let shorter = &sealed[..payload + chunks * (CHUNK + 16) + extra];
            assert_eq!(open(&[first()], shorter), Err(OpenError::Changed("payload")), "{chunks} chunks and {extra}");
        }
    }
}

#[test]
fn refuses_chunks_that_are_out_of_place() {
    let full = &vec![7; CHUNK][..];
    assert_eq!(open_payload(&[(full, false), (b"word", true)]).unwrap(), [full, b"word"].concat());
    assert_eq!(open_payload(&[(full, true)]).unwrap(), full);
    assert_eq!(open_payload(&[(b"", true)]).unwrap(), b"");
    let changed = Err(OpenError::Changed("payload"));
    assert_eq!(open_payload(&[]), changed);
    assert_eq!(open_payload(&[(b"", false)]), changed);
    assert_eq!(open_payload(&[(b"word", false)]), changed);
    assert_eq!(open_payload(&[(full, false)]), changed);
    assert_eq!(open_payload(&[(full, false), (b"", true)]), changed);
    assert_eq!(open_payload(&[(full, true), (b"", true)]), changed);
    assert_eq!(open_payload(&[(full, true), (b"word", true)]), changed);
    assert_eq!(open_payload(&[(b"word", false), (b"word", true)]), changed);
    assert_eq!(open_payload(&[(full, false), (b"word", false)]), changed);
    // Two that have changed places.
    let stanza = stanza_for(&first());
    let mut payload = forge_payload(&[(full, false), (&vec![8; CHUNK], false), (b"word", true)]);
    payload[16..].rotate_left(CHUNK + 16);
    assert_eq!(open(&[first()], &forge(&stanza, &payload)), changed);
}

#[test]
fn skips_stanzas_of_other_types() {
    let ours = stanza_for(&first());
    let full_line = "A".repeat(64);
    for other in [
        "-> grease\n\n".to_owned(),
        format!("-> x25519 {SOME_SHARE}\n{SOME_BODY}\n"),
        "-> ! ~ X25519\nAA\n".to_owned(),
        format!("-> other\n{full_line}\n\n"),
        format!("-> other\n{full_line}\n{full_line}\nAAA\n"),
    ] {
        assert_eq!(open_stanzas(&format!("{other}{ours}")).unwrap(), b"word", "{other:?}");
        assert_eq!(open_stanzas(&format!("{ours}{other}")).unwrap(), b"word", "{other:?}");
        assert_eq!(open_stanzas(&other), Err(OpenError::NoMatch), "{other:?}");
    }
}

#[test]
fn refuses_malformed_stanzas() {
    let ours = stanza_for(&first());
    let full_line = "A".repeat(64);
    assert_malformed("");
    for stanza in [
        "->\n\n".to_owned(),
        "-> \n\n".to_owned(),
        "->  grease\n\n".to_owned(),
        "-> grease \n\n".to_owned(),
        "-> grease  word\n\n".to_owned(),
        "-> grease\tword\n\n".to_owned(),
        "-> grease\r\n\n".to_owned(),
        "-> grease\r\n\r\n".to_owned(),
        "-> gre\u{e4}se\n\n".to_owned(),
        "->grease\n\n".to_owned(),
        "--> grease\n\n".to_owned(),
        "\n".to_owned(),
        "-> grease\n".to_owned(),
        format!("-> grease\n{full_line}\n"),
        format!("-> grease\n{full_line}A\n\n"),
        format!("-> grease\n{full_line}{full_line}\n\n"),
        "-> grease\nAA\nAA\n".to_owned(),
        "-> grease\nAA==\n".to_owned(),
        "-> grease\nA\n".to_owned(),
        "-> grease\nAB\n".to_owned(),
        "-> grease\nA A\n".to_owned(),
        "-> grease\n-_AA\n".to_owned(),
    ] {
        assert_malformed(&format!("{stanza}{ours}"));
        assert_malformed(&format!("{ours}{stanza}"));
    }
}

#[test]
fn refuses_malformed_stanzas_of_its_own_type_wherever_they_are() {
    let ours = stanza_for(&first());
    let zero_share = "A".repeat(43);
    for stanza in [
        "-> X25519\n\n".to_owned(),
        format!("-> X25519\n{SOME_BODY}\n"),
        format!("-> X25519 {SOME_SHARE} word\n{SOME_BODY}\n"),
        format!("-> X25519 {SOME_SHARE}\n\n"),
        format!("-> X25519 {SOME_SHARE}\n{SOME_BODY}A\n"),
        format!("-> X25519 {SOME_SHARE}\n{}\n", &SOME_BODY[1..]),
        format!("-> X25519 {SOME_SHARE}=\n{SOME_BODY}\n"),
        format!("-> X25519 {SOME_SHARE}A\n{SOME_BODY}\n"),
        format!("-> X25519 {}\n{SOME_BODY}\n", &SOME_SHARE[1..]),
        // The last two bits belong to no byte.
        format!("-> X25519 {}B\n{SOME_BODY}\n", &SOME_SHARE[..42]),
        format!("-> X25519 {SOME_SHARE}\n{}B\n", &SOME_BODY[..42]),
    ] {
        assert_malformed(&stanza);
        assert_malformed(&format!("{stanza}{ours}"));
        assert_malformed(&format!("{ours}{stanza}"));
    }
    assert_malformed(&format!("-> scrypt AAAA 10\n{SOME_BODY}\n{ours}"));
    assert_malformed(&format!("{ours}-> scrypt AAAA 10\n{SOME_BODY}\n"));
    assert_malformed(&format!("-> X25519 {zero_share}\n{SOME_BODY}\n{ours}"));
}

#[test]
fn refuses_points_of_low_order_on_both_sides() {
    // All that there are, and other ways to write some of them (https://cr.yp.to/ecdh.html, "validate").
    for point in [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ] {
        let bytes: Vec<_> =
            (0..32).map(|index| u8::from_str_radix(&point[2 * index..2 * index + 2], 16).unwrap()).collect();
        assert_malformed(&format!("-> X25519 {}\n{SOME_BODY}\n", STANDARD_NO_PAD.encode(&bytes)));
        let recipient: Recipient = encode_bech32("age", &bytes).parse().unwrap();
        let result = seal(&[first().recipient(), recipient], b"word", &random());
        assert_eq!(result, Err(SealError::UnusableRecipient(2)), "{point}");
    }
}

#[test]
fn refuses_other_last_lines() {
    let ours = stanza_for(&first());
    let payload = forge_payload(&[(b"word", true)]);
    let result =
        |last_line: &dyn Fn(&str) -> String| open(&[first()], &forge_with_last_line(&ours, last_line, &payload));
    assert_eq!(result(&|mac| format!("--- {mac}\n")).unwrap(), b"word");
    assert_eq!(result(&|_| format!("--- {SOME_BODY}\n")), Err(OpenError::Changed("header")));
    let malformed: [&dyn Fn(&str) -> String; 10] = [
        &|mac| format!("---{mac}\n"),
        &|mac| format!("---  {mac}\n"),
        &|mac| format!("--- {mac} \n"),
        &|mac| format!("--- {mac}\r\n"),
        &|mac| format!("--- {mac}=\n"),
        &|mac| format!("--- {mac}A\n"),
        &|mac| format!("---- {mac}\n"),
        &|mac| format!("--- {}\n", &mac[..42]),
        &|_| "---\n".to_owned(),
        // The same 32 bytes, and a bit that belongs to none.
        &|mac| format!("--- {}{}\n", &mac[..42], char::from(mac.as_bytes()[42] + 1)),
    ];
    for last_line in malformed {
        let result = result(last_line);
        assert!(
            matches!(result, Err(OpenError::Malformed(_))),
            "{result:?} of {}",
            last_line("MAC".repeat(20).as_str())
        );
    }
}

#[test]
fn refuses_other_versions_and_armor() {
    let sealed = seal_for(&first(), b"word");
    let rest = sealed.strip_prefix(b"age-encryption.org/v1\n").unwrap();
    for start in [
        "",
        "\n",
        "age-encryption.org/v2\n",
        "age-encryption.org/v1\r\n",
        "age-encryption.org/v1 \n",
        " age-encryption.org/v1\n",
    ] {
        let result = open(&[first()], &[start.as_bytes(), rest].concat());
        assert!(matches!(result, Err(OpenError::Malformed(_))), "{start:?}");
    }
    let armored = format!("-----BEGIN AGE ENCRYPTED FILE-----\n{}\n", STANDARD.encode(&sealed));
    assert!(matches!(open(&[first()], armored.as_bytes()), Err(OpenError::Malformed(_))));
}

#[test]
fn seals_nothing_without_recipients_or_randomness() {
    assert_eq!(seal(&[], b"word", &random()), Err(SealError::NoRecipient));
    for calls_that_succeed in 0..3 {
        let calls = Cell::new(0);
        let failing = |_: &mut [u8]| {
            calls.set(calls.get() + 1);
            if calls.get() > calls_that_succeed { Err("none") } else { Ok(()) }
        };
        assert_eq!(seal(&[first().recipient()], b"word", &failing), Err(SealError::NoRandomness));
    }
}

#[test]
fn opens_files_of_the_reference_implementation() {
    let file = STANDARD.decode(FILE_FOR_FIRST).unwrap();
    assert_eq!(open(&[first()], &file).unwrap(), b"a quiet word");
    assert_eq!(open(&[second()], &file), Err(OpenError::NoMatch));
    let file = STANDARD.decode(EMPTY_FILE_FOR_BOTH).unwrap();
    assert_eq!(open(&[first()], &file).unwrap(), b"");
    assert_eq!(open(&[second()], &file).unwrap(), b"");
    assert_eq!(open(&[example()], &file), Err(OpenError::NoMatch));
}

#[test]
fn reads_keys() {
    for (identity, recipient) in
        [(FIRST_IDENTITY, FIRST_RECIPIENT), (SECOND_IDENTITY, SECOND_RECIPIENT), (EXAMPLE_IDENTITY, EXAMPLE_RECIPIENT)]
    {
        assert_eq!(identity.parse::<Identity>().unwrap().recipient(), recipient.parse().unwrap());
    }
}

#[test]
fn refuses_other_keys_and_never_repeats_them() {
    let identity = |text: &str| text.parse::<Identity>().unwrap_err();
    let recipient = |text: &str| text.parse::<Recipient>().unwrap_err();
    for (error, problem) in [
        (identity(""), "begin"),
        (identity(FIRST_RECIPIENT), "begin"),
        (identity(&FIRST_IDENTITY.to_lowercase()), "begin"),
        (identity(&FIRST_IDENTITY.replace("KEY-1", "KEY-PQ-1")), "begin"),
        (identity(&format!(" {FIRST_IDENTITY}")), "begin"),
        (identity(&format!("{FIRST_IDENTITY} ")), "length"),
        (identity(&FIRST_IDENTITY[..70]), "length"),
        (identity("AGE-SECRET-KEY-1"), "length"),
        (identity(&FIRST_IDENTITY.replace('Z', "z")), "character"),
        (identity(&FIRST_IDENTITY.replace('Z', "1")), "character"),
        (recipient(FIRST_IDENTITY), "begin"),
        (recipient(&FIRST_RECIPIENT.to_uppercase()), "begin"),
        (recipient("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"), "begin"),
        (recipient("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t"), "length"),
        (recipient(&FIRST_RECIPIENT.replace('z', "b")), "character"),
        (recipient(&FIRST_RECIPIENT.replace('z', "Z")), "character"),
        (recipient(&format!("age1{}", "\u{e4}".repeat(29))), "character"),
    ] {
        let text = format!("{error} {error:?}");
        assert!(text.contains(problem), "{text}");
        for length in 8..16 {
            assert!(!text.contains(&FIRST_IDENTITY[FIRST_IDENTITY.len() - length..]), "{text}");
        }
    }
    assert_eq!(format!("{:?}", first()), "Identity(secret)");
}

#[test]
fn refuses_every_mistyped_key() {
    for index in "age1".len()..FIRST_RECIPIENT.len() {
        for letter in "qpzry9x8gf2tvdw0s3jn54khce6mua7l".chars() {
            let mut text = FIRST_RECIPIENT.to_owned();
            text.replace_range(index..=index, &letter.to_string());
            assert_eq!(text.parse::<Recipient>().is_ok(), text == FIRST_RECIPIENT, "{text}");
        }
    }
    // The last four bits belong to no byte: with the right checksum, too.
    let bytes = [7; 32];
    assert!(encode_bech32("age", &bytes).parse::<Recipient>().is_ok());
    let error = encode_bech32("age", &[&bytes[..], &[1]].concat()).parse::<Recipient>().unwrap_err();
    assert!(error.to_string().contains("length"), "{error}");
    for bit in 0..4 {
        let error = encode_bech32_symbols("age", &symbols(&bytes, 1 << bit)).parse::<Recipient>().unwrap_err();
        assert!(error.to_string().contains("zero"), "{error}");
    }
}

#[test]
fn reads_identity_files() {
    let contents =
        format!("# created: 2026\n# public key: {FIRST_RECIPIENT}\r\n{FIRST_IDENTITY}\r\n\n  \n{SECOND_IDENTITY}");
    let identities = Identity::parse_file(&contents).unwrap();
    let recipients: Vec<_> = identities.iter().map(Identity::recipient).collect();
    assert_eq!(recipients, [first().recipient(), second().recipient()]);
    let problem = |contents: &str| -> KeyError { Identity::parse_file(contents).unwrap_err() };
    assert_eq!(problem("").to_string(), "there is no identity");
    assert_eq!(problem("# AGE-SECRET-KEY-1\n\n").to_string(), "there is no identity");
    let error = problem(&format!("#\n{FIRST_IDENTITY}\n{}\n", &SECOND_IDENTITY[..60]));
    assert_eq!(error.to_string(), "line 3: it hasn't the length of an X25519 key");
    let error = problem(&format!("{FIRST_IDENTITY} # mine\n"));
    assert_eq!(error.to_string(), "line 1: it hasn't the length of an X25519 key");
}

/// The bytes in pieces of five bits, the last one filled up with `unused_bits`.
fn symbols(bytes: &[u8], unused_bits: u8) -> Vec<u8> {
    let mut bits = String::new();
    for byte in bytes {
        write!(bits, "{byte:08b}").unwrap();
    }
    let missing = (5 - bits.len() % 5) % 5;
    write!(bits, "{unused_bits:0missing$b}").unwrap();
    (0..bits.len() / 5).map(|index| u8::from_str_radix(&bits[5 * index..5 * index + 5], 2).unwrap()).collect()
}

fn encode_bech32(prefix: &str, bytes: &[u8]) -> String {
    encode_bech32_symbols(prefix, &symbols(bytes, 0))
}

/// As BIP 173 has it.
fn encode_bech32_symbols(prefix: &str, symbols: &[u8]) -> String {
    let alphabet = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let mut values: Vec<_> = prefix.bytes().map(|byte| byte >> 5).collect();
    values.push(0);
    values.extend(prefix.bytes().map(|byte| byte & 31));
    values.extend(symbols);
    values.extend([0; 6]);
    let mut checksum = 1_u32;
    for value in values {
        let top = checksum >> 25;
        checksum = ((checksum & 0x01ff_ffff) << 5) ^ u32::from(value);
        for (bit, generator) in
            [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].into_iter().enumerate()
        {
            if (top >> bit) & 1 == 1 {
                checksum ^= generator;
            }
        }
    }
    checksum ^= 1;
    let checksum = (0..6).map(|index| u8::try_from((checksum >> (5 * (5 - index))) & 31).unwrap());
    let letters = symbols.iter().copied().chain(checksum).map(|value| char::from(alphabet[usize::from(value)]));
    format!("{prefix}1{}", letters.collect::<String>())
}
