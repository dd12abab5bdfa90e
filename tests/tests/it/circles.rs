//! Files that need each other, directly or around a few corners, can only be understood together. So no circle of files of `server/src` crosses folders, and
//! none grows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

/// Where circles are, and how many files the largest has. A number goes down when a circle is cut, and never up.
const LARGEST: [(&str, usize); 6] =
    [("api/acp/admin", 2), ("api/logto", 2), ("edge", 6), ("oauth", 10), ("pages", 6), ("policy", 5)];

/// The functions by which a folder registers what is in it.
const LISTS: [&str; 2] = ["register", "surface"];

/// What each file names of the others, by module path: `["oauth", "token"]`.
type Named = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

/// The sources below a folder, by module path, without those that put everything together, and that nothing names.
pub(super) fn sources(folder: &Path) -> BTreeMap<Vec<String>, String> {
    let mut found = all_sources(folder);
    found.retain(|name, _| name != &["lib"] && name != &["main"]);
    found
}

/// The sources below a folder, by module path.
pub(super) fn all_sources(folder: &Path) -> BTreeMap<Vec<String>, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(folder).unwrap().with_extension("");
                let mut name: Vec<String> = name.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                name.pop_if(|last| last == "mod");
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// The paths in a piece of source that begin with `crate`, `super`, `self` or a child of its module, without those in comments.
fn paths(source: &str, children: &BTreeSet<&str>) -> BTreeSet<Vec<String>> {
    static COMMENT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"//[^\n]*").unwrap());
    static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:^|[^\w:])([a-z]\w*)((?:::\w+)*)(::\{)?").unwrap());
    let source = COMMENT.replace_all(source, "");
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(groups) = PATH.captures_at(&source, at) {
        let whole = groups.get(0).unwrap();
        at = whole.end();
        let first = &groups[1];
        if !matches!(first, "crate" | "super" | "self") && !children.contains(first) {
            continue;
        }
        let start: Vec<String> =
            std::iter::once(first).chain(groups[2].split("::").skip(1)).map(str::to_owned).collect();
        if groups.get(3).is_some() {
            expand(&start, &mut source[at..].chars(), &mut found);
        } else if start.len() > 1 {
            found.insert(start);
        }
    }
    found
}

/// The paths of a list in braces, up to the brace that ends it.
fn expand(start: &[String], rest: &mut std::str::Chars<'_>, found: &mut BTreeSet<Vec<String>>) {
    let mut item = String::new();
    let with = |item: &str| -> Vec<String> {
        let parts = item.split("::").map(str::trim).filter(|part| !part.is_empty());
        start.iter().cloned().chain(parts.map(str::to_owned)).collect()
    };
    while let Some(letter) = rest.next() {
        match letter {
            '{' => expand(&with(&std::mem::take(&mut item)), rest, found),
            ',' | '}' => {
                if !item.trim().is_empty() {
                    found.insert(with(item.trim()));
                }
                item.clear();
                if letter == '}' {
                    return;
                }
            }
            letter => item.push(letter),
        }
    }
}

fn named(sources: &BTreeMap<Vec<String>, String>) -> Named {
    let of = |(name, source): (&Vec<String>, &String)| {
        let is_child = |other: &&Vec<String>| other.len() == name.len() + 1 && other.starts_with(name);
        let children = sources.keys().filter(is_child).filter_map(|child| child.last()).map(String::as_str).collect();
        let paths = paths(source, &children);
        // To put its children together is what a folder is for, and tells it nothing of them.
        let needed =
            paths.into_iter().filter(|path| !matches!(path.last(), Some(last) if LISTS.contains(&last.as_str())));
        let resolved = needed.filter_map(|path| {
            let mut full = name.clone();
            for part in &path {
                match part.as_str() {
                    "crate" => full.clear(),
                    "super" => drop(full.pop()),
                    "self" => {}
                    part => full.push(part.to_owned()),
                }
            }
            while !full.is_empty() && !sources.contains_key(&full) {
                full.pop();
            }
            (!full.is_empty() && full != *name).then_some(full)
        });
        (name.clone(), resolved.collect())
    };
    sources.iter().map(of).collect()
}

/// The files that can be come to from each other, where there are several.
fn circles(named: &Named) -> BTreeSet<BTreeSet<Vec<String>>> {
    let reached = |from: &Vec<String>| {
        let mut reached: BTreeSet<Vec<String>> = BTreeSet::new();
        let mut next = vec![from];
        while let Some(name) = next.pop() {
            next.extend(named[name].iter().filter(|name| reached.insert((*name).clone())));
        }
        reached
    };
    let reached: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> =
        named.keys().map(|name| (name, reached(name))).collect();
    let circle = |name: &&Vec<String>| {
        let circle = reached[*name].iter().filter(|other| reached[*other].contains(*name));
        circle.cloned().collect::<BTreeSet<_>>()
    };
    reached.keys().map(circle).filter(|circle| circle.len() > 1).collect()
}

#[test]
fn circles_of_files_stay_within_their_folders_and_none_grows() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src"));
    for circle in circles(&named(&sources)) {
        let files: Vec<String> = circle.iter().map(|name| name.join("/")).collect();
        let within = |folder: &str| files.iter().all(|file| file == folder || file.starts_with(&format!("{folder}/")));
        let found = LARGEST.iter().find(|(folder, _)| within(folder));
        let (folder, most) = found.unwrap_or_else(|| panic!("{} files need each other: {files:#?}", files.len()));
        assert!(files.len() <= *most, "the circle in {folder} has grown to {} files: {files:#?}", files.len());
    }
}

#[test]
fn a_circle_is_found_around_corners_through_lists_and_through_parents() {
    let toy = [
        ("context", "use crate::rooms::{attic, cellar::{self, Wine}};"),
        ("rooms", "// crate::context\npub mod attic; pub mod cellar; use attic::Roof;"),
        ("rooms/attic", "use super::Roof; fn roof(_: crate::sky::Cloud) {}"),
        ("rooms/cellar", "use crate::context::Context;"),
        ("sky", "use std::path::Path;"),
    ];
    let toy: BTreeMap<Vec<String>, String> =
        toy.iter().map(|(name, source)| (name.split('/').map(str::to_owned).collect(), (*source).to_owned())).collect();
    let found: Vec<Vec<String>> = circles(&named(&toy))
        .into_iter()
        .map(|circle| circle.into_iter().map(|name| name.join("/")).collect())
        .collect();
    assert_eq!(found, [vec!["context", "rooms/cellar"], vec!["rooms", "rooms/attic"]]);
}
