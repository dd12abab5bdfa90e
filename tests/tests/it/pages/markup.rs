//! Reads the markup of our own pages: enough of it to tell what a browser would make of it.

use std::sync::LazyLock;

use regex::Regex;

static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"<(/?[A-Za-z!][^\s>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>"#).unwrap());
static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"([^\s=>"]+)(?:="([^"]*)")?"#).unwrap());

/// A tag with its attributes; of an end tag the name begins with a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }
}

/// All tags of a page.
///
/// # Panics
/// When a `<` is left that begins none, which browsers might read in a way of their own.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let rest = TAG.replace_all(html, "");
    let rest = rest.replace(SCRIPT, "");
    assert!(!rest.contains(['<', '>']), "{rest}");
    let tags = TAG.captures_iter(html).map(|tag| {
        let attributes = ATTRIBUTE
            .captures_iter(&tag[2])
            .map(|attribute| (attribute[1].to_owned(), unescaped(attribute.get(2).map_or("", |value| value.as_str()))));
        Tag { name: tag[1].to_owned(), attributes: attributes.collect() }
    });
    tags.collect()
}

const SCRIPT: &str = "HTMLFormElement.prototype.submit.call(document.forms[0])";

/// Tags and names of attributes, without values: what may not depend on what is written into a page.
pub(super) fn structure(html: &str) -> Vec<(String, Vec<String>)> {
    let names = |tag: Tag| (tag.name, tag.attributes.into_iter().map(|(name, _)| name).collect());
    tags(html).into_iter().map(names).collect()
}

/// What people read.
pub(super) fn text(html: &str) -> String {
    unescaped(&TAG.replace_all(html, ""))
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
    text.replace("&#38;", "&")
}
