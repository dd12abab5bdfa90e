//! The versions that are pinned in each language's own way.

/// The version of a package in `package.json`, `requirements.txt`, `go.mod` or `pom.xml`: what looks like one on the
/// first line that names the package, or on the next where that names it alone.
pub(crate) fn version<'a>(text: &'a str, package: &str) -> Option<&'a str> {
    let mut rest = text;
    while let Some(at) = rest.find(package) {
        let after = &rest[at + package.len()..];
        let starts_here = rest[..at].chars().next_back().is_none_or(|before| !is_of_name(before));
        if starts_here && !after.starts_with(is_of_name) {
            let near: usize = after.split_inclusive('\n').take(2).map(str::len).sum();
            return after[..near].split(|c: char| !is_of_name(c) && c != '.' && c != '+').find(|word| is_version(word));
        }
        rest = after;
    }
    None
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_/@".contains(c)
}

fn is_version(word: &str) -> bool {
    word.contains('.') && word.trim_start_matches('v').starts_with(|first: char| first.is_ascii_digit())
}
