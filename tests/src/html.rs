//! Enough of HTML to read our own pages: elements in their order with attributes and text, and forms.

use http::Method;
use url::Url;

/// Elements without content or end tag (HTML, §13.1.2).
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// An element of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Name of its tag, in small letters.
    pub name: String,
    /// Names in small letters and values, in their order; without a value it is empty.
    pub attributes: Vec<(String, String)>,
    /// All text inside, character references resolved, white space as it stands.
    pub text: String,
    /// Index of the form that it stands in, if any.
    form: Option<usize>,
}

impl Element {
    /// Value of an attribute, if it has it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Its text with white space as a reader sees it.
    #[must_use]
    pub fn words(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A form that can be sent.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: Url,
    /// How: GET or POST.
    pub method: Method,
    /// Its controls in their order, buttons included.
    pub controls: Vec<Control>,
    /// The page that it stands on.
    pub page: Url,
    /// Whether that page tells nobody where it is (`Referrer-Policy: no-referrer`).
    pub no_referrer: bool,
}

/// A control of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// `type` of an input or a button (`text` and `submit` when absent), else the element's name.
    pub kind: String,
    /// Its name; may be empty.
    pub name: String,
    /// The value that it has before anybody touches it.
    pub value: String,
    /// Whether a box is ticked.
    pub checked: bool,
    /// Whether the browser insists on a value.
    pub required: bool,
    /// Its element, for everything else.
    pub element: Element,
}

impl Control {
    fn is_box(&self) -> bool {
        matches!(self.kind.as_str(), "checkbox" | "radio")
    }

    fn is_submit(&self) -> bool {
        matches!(self.kind.as_str(), "submit" | "image")
    }
}

impl Form {
    /// Its control of this name, the first if there are several.
    #[must_use]
    pub fn control(&self, name: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.name == name)
    }

    /// Value of its control of this name, empty when there is none.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.control(name).map_or("", |control| control.value.as_str())
    }

    /// Does it have a control of this kind?
    #[must_use]
    pub fn has_kind(&self, kind: &str) -> bool {
        self.controls.iter().any(|control| control.kind == kind)
    }

    /// What is sent when a person enters `entries`: texts replace what stood in the field of that name, of boxes of a
    /// name exactly those with the given values are ticked (none, when the only value is empty), and a button of that
    /// name and value is pressed; without one the first button, as the Enter key does.
    ///
    /// # Panics
    /// When the form has no such control: then a person couldn't do it either.
    #[must_use]
    #[track_caller]
    pub fn fill(&self, entries: &[(&str, &str)]) -> Vec<(String, String)> {
        for (name, value) in entries {
            let fits = |control: &&Control| {
                control.name == *name
                    && (value.is_empty() || !(control.is_box() || control.is_submit()) || control.value == *value)
            };
            let names: Vec<_> = self.controls.iter().map(|control| (&control.name, &control.value)).collect();
            assert!(self.controls.iter().any(|control| fits(&control)), "no {name}={value:?} in {names:?}");
        }
        let pressed = self.controls.iter().position(|control| {
            control.is_submit() && entered(entries, &control.name).any(|value| value == control.value)
        });
        let pressed = pressed.or_else(|| self.controls.iter().position(Control::is_submit));
        let mut fields = Vec::new();
        for (index, control) in self.controls.iter().enumerate() {
            if control.name.is_empty() || matches!(control.kind.as_str(), "button" | "reset") {
                continue;
            }
            let field = |value: &str| (control.name.clone(), value.to_owned());
            if control.is_submit() {
                fields.extend((pressed == Some(index)).then(|| field(&control.value)));
            } else if control.is_box() {
                let mut values = entered(entries, &control.name).peekable();
                let is_ticked = match values.peek() {
                    Some(_) => values.any(|value| value == control.value),
                    None => control.checked,
                };
                fields.extend(is_ticked.then(|| field(&control.value)));
            } else {
                fields.push(field(entered(entries, &control.name).last().unwrap_or(&control.value)));
            }
        }
        fields
    }
}

fn entered<'a>(entries: &'a [(&str, &'a str)], name: &'a str) -> impl Iterator<Item = &'a str> {
    entries.iter().filter(move |(known, _)| *known == name).map(|(_, value)| *value)
}

/// The elements of a page, in the order of their start tags.
#[must_use]
pub fn elements(html: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let Some(start) = rest.find('<') else {
            add_text(&mut elements, &open, rest);
            break;
        };
        add_text(&mut elements, &open, &rest[..start]);
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.split_once('>').map_or("", |(_, rest)| rest);
        } else if let Some(end) = rest.strip_prefix("</") {
            let (name, after) = end.split_once('>').unwrap_or((end, ""));
            let name = name.trim().to_ascii_lowercase();
            if let Some(at) = open.iter().rposition(|index| elements[*index].name == name) {
                open.truncate(at);
            }
            rest = after;
        } else if rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (name, attributes, after) = start_tag(&rest[1..]);
            let form = open.iter().rev().copied().find(|index| elements[*index].name == "form");
            elements.push(Element { name: name.clone(), attributes, text: String::new(), form });
            rest = after;
            if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
                let end = rest.to_ascii_lowercase().find(&format!("</{name}")).unwrap_or(rest.len());
                let is_raw = matches!(name.as_str(), "script" | "style");
                let text = if is_raw { rest[..end].to_owned() } else { resolve(&rest[..end]) };
                if let Some(element) = elements.last_mut() {
                    element.text = text;
                }
                rest = rest[end..].split_once('>').map_or("", |(_, rest)| rest);
            } else if !VOID.contains(&name.as_str()) {
                open.push(elements.len() - 1);
            }
        } else {
            add_text(&mut elements, &open, "<");
            rest = &rest[1..];
        }
    }
    elements
}

/// The forms among these elements of the page at this URL.
///
/// # Panics
/// When an action is no URL.
#[must_use]
pub fn forms(elements: &[Element], page: &Url, no_referrer: bool) -> Vec<Form> {
    let forms = elements.iter().enumerate().filter(|(_, element)| element.name == "form");
    let read = |(index, form): (usize, &Element)| {
        let id = form.attribute("id").filter(|id| !id.is_empty());
        let belongs = |element: &&Element| match element.attribute("form") {
            Some(named) => Some(named) == id,
            None => element.form == Some(index),
        };
        let action = form.attribute("action").unwrap_or_default();
        Form {
            action: page.join(action).unwrap_or_else(|error| panic!("{action:?} is no URL: {error}")),
            method: if form.attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
                Method::POST
            } else {
                Method::GET
            },
            controls: elements.iter().filter(belongs).filter_map(|element| control(elements, element)).collect(),
            page: page.clone(),
            no_referrer,
        }
    };
    forms.map(read).collect()
}

fn control(elements: &[Element], element: &Element) -> Option<Control> {
    if element.attribute("disabled").is_some() {
        return None;
    }
    let attribute = |name: &str| element.attribute(name).map(str::to_owned);
    let (kind, value) = match element.name.as_str() {
        "input" => {
            let kind = attribute("type").map_or_else(|| "text".to_owned(), |kind| kind.to_ascii_lowercase());
            let default = if matches!(kind.as_str(), "checkbox" | "radio") { "on" } else { "" };
            let value = attribute("value").unwrap_or_else(|| default.to_owned());
            (kind, value)
        }
        "button" => (attribute("type").unwrap_or_else(|| "submit".to_owned()), attribute("value").unwrap_or_default()),
        "textarea" => ("textarea".to_owned(), element.text.clone()),
        "select" => ("select".to_owned(), selected(elements, element)),
        _ => return None,
    };
    Some(Control {
        kind,
        name: attribute("name").unwrap_or_default(),
        value,
        checked: element.attribute("checked").is_some(),
        required: element.attribute("required").is_some(),
        element: element.clone(),
    })
}

/// The option that is chosen before anybody touches the list.
fn selected(elements: &[Element], select: &Element) -> String {
    let after = elements.iter().skip_while(|element| !std::ptr::eq(*element, select)).skip(1);
    let options: Vec<&Element> =
        after.take_while(|element| matches!(element.name.as_str(), "option" | "optgroup")).collect();
    let chosen = options.iter().find(|option| option.attribute("selected").is_some());
    let chosen = chosen.or_else(|| options.iter().find(|option| option.name == "option"));
    chosen.map_or_else(String::new, |option| option.attribute("value").map_or_else(|| option.words(), str::to_owned))
}

fn add_text(elements: &mut [Element], open: &[usize], text: &str) {
    let text = resolve(text);
    for index in open {
        elements[*index].text.push_str(&text);
    }
}

/// A start tag without its `<`: name, attributes, what follows.
fn start_tag(tag: &str) -> (String, Vec<(String, String)>, &str) {
    let is_end = |next: char| next.is_ascii_whitespace() || next == '/' || next == '>';
    let length = tag.find(is_end).unwrap_or(tag.len());
    let name = tag[..length].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = &tag[length..];
    loop {
        rest = rest.trim_start_matches(|next: char| next.is_ascii_whitespace() || next == '/');
        if rest.is_empty() {
            return (name, attributes, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (name, attributes, after);
        }
        let length = rest.find(|next: char| is_end(next) || next == '=').unwrap_or(rest.len()).max(1);
        let attribute = rest[..length].to_ascii_lowercase();
        rest = rest[length..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|first| matches!(first, '"' | '\''));
            let (raw, behind) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(
                    after.find(|next: char| next.is_ascii_whitespace() || next == '>').unwrap_or(after.len()),
                ),
            };
            value = resolve(raw);
            rest = behind;
        }
        // The first of several of one name counts.
        if !attributes.iter().any(|(known, _)| *known == attribute) {
            attributes.push((attribute, value));
        }
    }
}

/// Resolves character references: all numeric ones, and the names that escaping needs.
fn resolve(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        resolved.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(';').filter(|end| *end <= 10);
        match end.and_then(|end| Some((reference(&rest[1..end])?, end))) {
            Some((character, end)) => {
                resolved.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                resolved.push('&');
                rest = &rest[1..];
            }
        }
    }
    resolved.push_str(rest);
    resolved
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
