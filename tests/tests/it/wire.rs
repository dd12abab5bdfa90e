//! Wire types say once what the domain says: one of `server/src` that has just the members of a type of the domain is that type, and nothing has to be
//! converted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

use super::circles::sources;

/// A struct with named members, or an enum of words.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) name: String,
    /// With their types; words have none.
    pub(super) members: BTreeMap<String, String>,
    /// It is described in the document.
    described: bool,
    /// serde reads or writes it.
    pub(super) serialized: bool,
}

pub(super) fn definitions(source: &str) -> Vec<Definition> {
    const ATTRIBUTE: &str = r"#\[derive\([^)]*\)\]|#\[[^\n]*\]";
    static NOISE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"//[^\n]*|\bpub(\([^)]*\))? ").unwrap());
    static OF_MEMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(ATTRIBUTE).unwrap());
    static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
        let head = format!(r"((?:(?:{ATTRIBUTE})\s*)*)\b(?:struct|enum) (\w+)[^{{;(]*");
        Regex::new(&format!(r"{head}\{{([^{{}}]*)\}}")).unwrap()
    });
    let source = NOISE.replace_all(source, "");
    let of = |groups: regex::Captures<'_>| {
        let body = OF_MEMBER.replace_all(&groups[3], "");
        // A comma within a type begins no member.
        let members = body.split(",\n").map(|member| member.trim().trim_end_matches(','));
        let members =
            members.filter(|member| !member.is_empty()).map(|member| member.split_once(':').unwrap_or((member, "")));
        Definition {
            name: groups[2].to_owned(),
            members: members.map(|(name, of_type)| (name.to_owned(), of_type.trim().to_owned())).collect(),
            described: groups[1].contains("JsonSchema"),
            serialized: groups[1].contains("Serialize") || groups[1].contains("Deserialize"),
        }
    };
    WHOLE.captures_iter(&source).map(of).collect()
}

/// The wire types that say again what a type of the domain says.
fn repetitions(wire: &BTreeMap<Vec<String>, String>, domain: &BTreeMap<Vec<String>, String>) -> Vec<String> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\w+").unwrap());
    let known: Vec<Definition> = domain.values().flat_map(|source| definitions(source)).collect();
    let own: Vec<(&Vec<String>, Definition)> =
        wire.iter().flat_map(|(file, source)| definitions(source).into_iter().map(move |own| (file, own))).collect();
    let names: BTreeSet<&str> = own.iter().map(|(_, own)| own.name.as_str()).collect();
    // What holds a type that the domain doesn't have isn't the domain's, and what holds a repetition is looked at when that is mended.
    let holds_own = |of_type: &String| WORD.find_iter(of_type).any(|word| names.contains(word.as_str()));
    let mut found = Vec::new();
    for (file, own) in own.iter().filter(|(_, own)| own.described && own.members.len() > 1) {
        if !own.members.values().any(holds_own) {
            let same = known.iter().filter(|known| known.members.keys().eq(own.members.keys()));
            found.extend(same.map(|same| format!("{}: {} is the domain's {}", file.join("/"), own.name, same.name)));
        }
    }
    found
}

#[test]
fn what_the_domain_says_is_not_said_again_on_the_wire() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server");
    let (wire, domain) = (sources(&root.join("src")), sources(&root.join("domain/src")));
    let described = |sources: &BTreeMap<_, String>| {
        sources.values().flat_map(|source| definitions(source)).filter(|definition| definition.described).count()
    };
    assert!(described(&wire) > 80 && described(&domain) > 8, "{} and {}", described(&wire), described(&domain));
    let repetitions = repetitions(&wire, &domain);
    assert!(
        repetitions.is_empty(),
        "{}: derive `JsonSchema` there, with the published name in `#[schemars(rename = …)]`, and use it here",
        repetitions.join("\n")
    );
}

#[test]
fn a_repetition_is_found_whatever_it_is_called() {
    let domain = "/// A kind.\n#[derive(Clone)]\npub enum Kind {\n    /// One.\n    #[serde(rename = \"x\")]\n    One,\n    Two,\n}\n\
                  pub struct Pair {\n    pub left: Vec<(u8, u8)>,\n    pub right: Map<String, Value>,\n}\n";
    let found = |wire: &str| {
        let of = |source: &str| BTreeMap::from([(vec!["claims".to_owned()], source.to_owned())]);
        repetitions(&of(wire), &of(domain))
    };
    let described = "#[derive(\n    Debug, JsonSchema,\n)]\n#[serde(default)]\n";
    assert_eq!(
        found(&format!("{described}enum AcpKind {{\n    Two,\n    One,\n}}")),
        ["claims: AcpKind is the domain's Kind"]
    );
    let pair = format!(
        "{described}pub(super) struct AcpPair {{\n    left: Other,\n    /// The other.\n    right: Vec<u8>,\n}}"
    );
    assert_eq!(found(&pair), ["claims: AcpPair is the domain's Pair"]);
    let holder = format!("{pair}\n{described}struct AcpTwins {{\n    left: AcpPair,\n    right: AcpPair,\n}}");
    assert_eq!(found(&holder).len(), 1, "what holds another wire type is looked at when that is mended");
    for other in [
        "enum AcpKind {\n    One,\n}",
        "enum AcpKind {\n    One,\n    Two,\n    Three,\n}",
        "enum AcpKind {\n    One(u8),\n    Two,\n}",
    ] {
        assert_eq!(found(&format!("{described}{other}")), Vec::<String>::new(), "{other}");
    }
    assert_eq!(found("#[derive(Debug)]\nenum Inner {\n    One,\n    Two,\n}"), Vec::<String>::new(), "not on the wire");
}
