//! Which API of a service a request is for: a tree of the segments of all templates.
//!
//! Of several that match, the one counts whose segments are the more concrete, the first first: a text before a text with variables in it, and that before a
//! variable. Where the most concrete path isn't there for the method, the next one is looked at. The order of lists changes nothing.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::Api;
use super::template::{Segment, Template, segments_of};

/// The APIs of a service, by what requests they are for.
#[derive(Debug, Default)]
pub struct Matcher {
    nodes: Vec<Node>,
    apis: Vec<Arc<Api>>,
}

/// What follows on a beginning of paths. The first node is that of the empty beginning.
#[derive(Debug, Default)]
struct Node {
    literals: HashMap<String, usize>,
    /// In the order of their concreteness.
    mixed: Vec<(Segment, usize)>,
    variable: Option<usize>,
    /// APIs whose path ends here, by their methods. There are few.
    ends: Vec<usize>,
}

/// What a request is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The API.
    pub api: Arc<Api>,
    /// What the variables of its path stand for, by their names, in the order of the path. Decoded.
    pub variables: Vec<(String, String)>,
}

impl Matcher {
    /// That of these APIs, which are all of one service. One whose path can't be read matches nothing.
    #[must_use]
    pub fn of(apis: impl IntoIterator<Item = Api>) -> Self {
        let mut matcher = Self { nodes: vec![Node::default()], apis: Vec::new() };
        // Where a mixed segment leads, by itself without names: the lists of nodes are sorted at the end.
        for api in apis {
            let Ok(template) = Template::parse(&api.path) else { continue };
            let mut at = 0;
            for segment in template.segments() {
                at = matcher.follow(at, segment);
            }
            matcher.nodes[at].ends.push(matcher.apis.len());
            matcher.apis.push(Arc::new(api));
        }
        for node in &mut matcher.nodes {
            node.mixed.sort_by(|(one, _), (other, _)| one.concreteness().cmp(&other.concreteness()));
        }
        matcher
    }

    /// How many APIs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.apis.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.apis.is_empty()
    }

    /// The node that a segment leads to, made where there is none yet.
    fn follow(&mut self, at: usize, segment: &Segment) -> usize {
        let next = self.nodes.len();
        let node = &mut self.nodes[at];
        let found = match segment {
            Segment::Literal(text) => *node.literals.entry(text.clone()).or_insert(next),
            Segment::Variable(_) => *node.variable.get_or_insert(next),
            Segment::Mixed(_) => {
                let unnamed = segment.unnamed();
                match node.mixed.iter().find(|(known, _)| *known == unnamed) {
                    Some((_, found)) => *found,
                    None => {
                        node.mixed.push((unnamed, next));
                        next
                    }
                }
            }
        };
        if found == next {
            self.nodes.push(Node::default());
        }
        found
    }

    /// The API that a request with this method is for. `path` is as requests have it, without a query.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Option<Matched> {
        self.all(method, path, 1).pop()
    }

    /// The same where the APIs are of several services, which may have the same method and template.
    #[must_use]
    pub fn find_all(&self, method: &str, path: &str) -> Vec<Matched> {
        self.all(method, path, usize::MAX)
    }

    /// The APIs with this template, whatever its variables are called; what they stand for isn't known.
    #[must_use]
    pub fn find_template(&self, method: &str, template: &str) -> Vec<Matched> {
        let Ok(template) = Template::parse(template) else { return Vec::new() };
        let Some(first) = self.nodes.first() else { return Vec::new() };
        let node = template.segments().iter().try_fold(first, |node, segment| {
            let next = match segment {
                Segment::Literal(text) => node.literals.get(text).copied(),
                Segment::Variable(_) => node.variable,
                Segment::Mixed(_) => {
                    let unnamed = segment.unnamed();
                    node.mixed.iter().find(|(known, _)| *known == unnamed).map(|(_, next)| *next)
                }
            };
            self.nodes.get(next?)
        });
        let Some(node) = node else { return Vec::new() };
        self.ends_with(node, method).map(|api| Matched { api: Arc::clone(api), variables: Vec::new() }).collect()
    }

    fn all(&self, method: &str, path: &str, most: usize) -> Vec<Matched> {
        let Some(path) = segments_of(path) else { return Vec::new() };
        let Some(node) = self.search(0, method, &path) else { return Vec::new() };
        let matched = |api: &Arc<Api>| {
            let variables = Template::parse(&api.path).ok()?.variables(&path)?;
            Some(Matched { api: Arc::clone(api), variables })
        };
        self.ends_with(node, method).take(most).filter_map(matched).collect()
    }

    fn ends_with<'a>(&'a self, node: &'a Node, method: &'a str) -> impl Iterator<Item = &'a Arc<Api>> {
        node.ends.iter().map(|index| &self.apis[*index]).filter(move |api| api.method == method)
    }

    /// Where the most concrete way on ends. A node has one way to it, so none is looked at twice; and none is deeper than a template is long.
    fn search(&self, at: usize, method: &str, rest: &[Cow<'_, str>]) -> Option<&Node> {
        let node = self.nodes.get(at)?;
        let Some((segment, rest)) = rest.split_first() else {
            return self.ends_with(node, method).next().is_some().then_some(node);
        };
        let literal = node.literals.get(&**segment).copied();
        let mixed = node.mixed.iter().filter(|(known, _)| known.values(segment).is_some()).map(|(_, next)| *next);
        let variable = node.variable.filter(|_| !segment.is_empty());
        literal.into_iter().chain(mixed).chain(variable).find_map(|next| self.search(next, method, rest))
    }
}
