//! A browser without scripts: it keeps cookies, follows redirects within the server's own origin, reads pages and sends
//! forms, and stops where it would leave for an application.
//!
//! What a person does in the flow of OpenID Connect is [`UserAgent::sign_in`]; everything in between can be done by
//! hand:
//!
//! ```ignore
//! let mut agent = UserAgent::new(tenant.server.url());
//! let page = agent.get(&request.url()).await.page();
//! let left = agent.submit(page.form(), &[("username", "user"), ("password", "password")]).await.left();
//! ```

mod cookies;

use authplane_domain::Environment;
use http::Method;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HOST, HeaderMap, HeaderName, LOCATION, ORIGIN, SET_COOKIE};
use url::Url;

pub use self::cookies::{Cookie, Jar};
use crate::html::{self, Element, Form};
use crate::{Answer, Call};

/// More redirects in a row than any flow has.
const MOST_REDIRECTS: usize = 20;
/// More pages in a row than any flow shows.
const MOST_PAGES: usize = 10;

/// A browser.
#[derive(Clone, Debug)]
pub struct UserAgent {
    /// Its cookies.
    pub cookies: Jar,
    /// `Accept-Language`, if it tells any.
    pub languages: Option<String>,
    /// Where a proxy says that it is, if there is one in front of the server.
    pub address: Option<String>,
    /// What it asks by, if that isn't the HTTP client of all tests.
    pub client: Option<reqwest::Client>,
    origins: Vec<String>,
    connects_to: Option<Url>,
    method: Option<String>,
}

/// Where a request ended.
#[derive(Debug)]
pub enum Outcome {
    /// On a page of the server.
    Page(Box<Page>),
    /// On the way to somewhere else.
    Left(Left),
}

/// A page of the server.
#[derive(Debug)]
pub struct Page {
    /// Its address.
    pub url: Url,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
    /// The answers that led here, this one last.
    pub history: Vec<Step>,
    /// Its elements, in the order of their start tags.
    pub elements: Vec<Element>,
    forms: Vec<Form>,
}

/// The browser is sent to another origin: to a client's redirect URI, or to another identity provider.
#[derive(Debug)]
pub struct Left {
    /// Where to.
    pub to: Url,
    /// How: GET, or POST for a form.
    pub method: Method,
    /// What a form takes along.
    pub fields: Vec<(String, String)>,
    /// The answers that led here, the last one sends it away.
    pub history: Vec<Step>,
}

/// An answer on the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// How it was asked.
    pub method: Method,
    /// What was asked.
    pub url: Url,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
}

/// What makes a browser ask.
#[derive(Clone, Copy, Debug)]
enum Initiator<'a> {
    /// A person who types an address.
    Person,
    /// A link or form on a page, which may keep its address to itself.
    Page { url: &'a Url, no_referrer: bool },
}

impl UserAgent {
    /// A new browser, without cookies, for a server with this base URL.
    ///
    /// # Panics
    /// When it isn't a URL.
    #[must_use]
    pub fn new(url: &str) -> Self {
        Self {
            cookies: Jar::default(),
            languages: None,
            address: None,
            client: None,
            origins: vec![origin(url)],
            connects_to: None,
            method: None,
        }
    }

    /// Whose person signs in by the method with this id where several are offered; by the first of them otherwise.
    #[must_use]
    pub fn choosing(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Visits this origin too, as when one server signs in at another. Cookies know hosts and no ports: to keep the two
    /// apart one of them must be `localhost`.
    ///
    /// # Panics
    /// When it isn't a URL.
    #[must_use]
    pub fn visiting(mut self, url: &str) -> Self {
        self.origins.push(origin(url));
        self
    }

    /// From now on whatever is asked goes to the server at this URL, as when a load balancer chooses another replica;
    /// addresses stay what they are. It is also how a server with a public URL of `https:` is reached without a proxy.
    ///
    /// # Panics
    /// When it isn't a URL.
    pub fn connect_to(&mut self, url: &str) {
        self.connects_to = Some(Url::parse(url).expect("a URL"));
    }

    /// A person types this address.
    pub async fn get(&mut self, url: &str) -> Outcome {
        self.navigate(Method::GET, parse(url), Vec::new(), Initiator::Person).await
    }

    /// A link on a page of this server.
    ///
    /// # Panics
    /// When it isn't a URL.
    pub async fn follow(&mut self, page: &Page, href: &str) -> Outcome {
        let url = page.url.join(href).unwrap_or_else(|error| panic!("{href:?} is no URL: {error}"));
        let initiator = Initiator::Page { url: &page.url, no_referrer: page.has_no_referrer() };
        self.navigate(Method::GET, url, Vec::new(), initiator).await
    }

    /// A link on a page of somebody else.
    pub async fn get_from_elsewhere(&mut self, elsewhere: &str, url: &str) -> Outcome {
        let initiator = parse(elsewhere);
        let initiator = Initiator::Page { url: &initiator, no_referrer: false };
        self.navigate(Method::GET, parse(url), Vec::new(), initiator).await
    }

    /// A form on a page of somebody else: what cross-site request forgery is.
    pub async fn post_from_elsewhere(&mut self, elsewhere: &str, url: &str, fields: &[(&str, &str)]) -> Outcome {
        let initiator = parse(elsewhere);
        let initiator = Initiator::Page { url: &initiator, no_referrer: false };
        self.navigate(Method::POST, parse(url), owned(fields), initiator).await
    }

    /// Posts fields as a page of the same origin would, whether or not there is one with such a form.
    pub async fn post(&mut self, url: &str, fields: &[(&str, &str)]) -> Outcome {
        let url = parse(url);
        let page = url.clone();
        let initiator = Initiator::Page { url: &page, no_referrer: true };
        self.navigate(Method::POST, url, owned(fields), initiator).await
    }

    /// Enters these values into a form and sends it; see [`Form::fill`].
    ///
    /// # Panics
    /// When the form has no such control.
    pub async fn submit(&mut self, form: &Form, entries: &[(&str, &str)]) -> Outcome {
        let fields = form.fill(entries);
        let initiator = Initiator::Page { url: &form.page, no_referrer: form.no_referrer };
        let mut url = form.action.clone();
        if form.method == Method::GET {
            url.query_pairs_mut().clear().extend_pairs(&fields);
            return self.navigate(Method::GET, url, Vec::new(), initiator).await;
        }
        self.navigate(Method::POST, url, fields, initiator).await
    }

    /// Starts at an address, signs in and allows everything that is asked for, until an application has its answer.
    ///
    /// # Panics
    /// When a page comes that a person couldn't get past.
    pub async fn sign_in(&mut self, start: &str, username: &str, password: &str) -> Left {
        let outcome = self.get(start).await;
        self.walk(outcome, username, password, |_| false).await.left()
    }

    /// The same from where the browser is, up to the first page that `is_wanted`.
    ///
    /// # Panics
    /// When a page comes that a person couldn't get past.
    pub async fn walk(
        &mut self,
        from: Outcome,
        username: &str,
        password: &str,
        is_wanted: impl Fn(&Page) -> bool,
    ) -> Outcome {
        let mut outcome = from;
        let mut has_signed_in = false;
        for _ in 0..MOST_PAGES {
            let page = match outcome {
                Outcome::Left(left) => return Outcome::Left(left),
                Outcome::Page(page) if is_wanted(&page) => return Outcome::Page(page),
                Outcome::Page(page) => page,
            };
            assert_eq!(page.status, 200, "{page}");
            outcome = if let Some(form) = page.form_with_kind("password") {
                assert!(!has_signed_in, "the password was refused: {page}");
                has_signed_in = true;
                self.submit(form, &[("username", username), ("password", password)]).await
            } else if let Some(form) = page.form_with("decision") {
                self.submit(form, &[("decision", "allow")]).await
            } else if let Some(form) = page.forms.iter().find(|form| !self.is_own(&form.action)) {
                // Response mode form_post: what its script does.
                self.submit(form, &[]).await
            } else {
                let is_chosen = |href: &str| match &self.method {
                    Some(method) => href.contains(&format!("/login/{method}?")),
                    None => href.contains("/login/") && !href.contains("/login/cancel"),
                };
                let href = page.links().into_iter().find(|href| is_chosen(href));
                let href = href.unwrap_or_else(|| panic!("nothing to do on {page}")).to_owned();
                self.follow(&page, &href).await
            };
        }
        panic!("still not done after {MOST_PAGES} pages")
    }

    /// A call with the cookies that this browser would send as a page of the same origin.
    pub fn call(&self, method: Method, url: &str) -> Call {
        let url = parse(url);
        let call = Call::new(method, self.address(&url));
        match self.cookies.header(&url, false, true) {
            cookies if cookies.is_empty() => call,
            cookies => call.header(COOKIE, &cookies),
        }
    }

    fn is_own(&self, url: &Url) -> bool {
        self.origins.contains(&url.origin().ascii_serialization())
    }

    /// Where a URL is really asked for.
    fn address(&self, url: &Url) -> String {
        let mut address = self.connects_to.as_ref().unwrap_or(url).clone();
        address.set_path(url.path());
        address.set_query(url.query());
        address.set_fragment(None);
        address.into()
    }

    async fn navigate(
        &mut self,
        mut method: Method,
        mut url: Url,
        mut fields: Vec<(String, String)>,
        initiator: Initiator<'_>,
    ) -> Outcome {
        let mut history: Vec<Step> = Vec::new();
        for _ in 0..=MOST_REDIRECTS {
            if !self.is_own(&url) {
                return Outcome::Left(Left { to: url, method, fields, history });
            }
            let answer = self.ask(&method, &url, &fields, initiator).await;
            let Answer { status, headers, .. } = &answer;
            history.push(Step { method: method.clone(), url: url.clone(), status: *status, headers: headers.clone() });
            let location = headers.get(LOCATION).and_then(|location| location.to_str().ok());
            let Some(location) = location.filter(|_| (300..400).contains(status)) else {
                return Outcome::Page(Box::new(Page::new(url, &answer, history)));
            };
            let mut next = url.join(location).unwrap_or_else(|error| panic!("Location: {location:?}: {error}"));
            if next.fragment().is_none() {
                // RFC 9110 §10.2.2: a redirect without a fragment keeps that of the request.
                next.set_fragment(url.fragment());
            }
            url = next;
            // RFC 9110 §15.4: only 307 and 308 carry the form on, which is why a server mustn't use them here.
            if !matches!(status, 307 | 308) {
                method = Method::GET;
                fields.clear();
            }
        }
        let asked: Vec<_> = history.iter().map(|step| step.url.as_str()).collect();
        panic!("redirected in a circle: {asked:#?}")
    }

    async fn ask(
        &mut self,
        method: &Method,
        url: &Url,
        fields: &[(String, String)],
        initiator: Initiator<'_>,
    ) -> Answer {
        let (is_cross_site, relation) = match initiator {
            Initiator::Person => (false, "none"),
            Initiator::Page { url: page, .. } if page.origin() == url.origin() => (false, "same-origin"),
            Initiator::Page { url: page, .. } if page.host() == url.host() => (false, "same-site"),
            Initiator::Page { .. } => (true, "cross-site"),
        };
        let mut call = Call::new(method.clone(), self.address(url))
            .header(ACCEPT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header(HeaderName::from_static("sec-fetch-site"), relation)
            .header(HeaderName::from_static("sec-fetch-mode"), "navigate")
            .header(HeaderName::from_static("sec-fetch-dest"), "document");
        if self.connects_to.is_some() {
            call = call.header(HOST, url.origin().ascii_serialization().split_once("//").map_or("", |(_, host)| host));
        }
        if let Some(client) = &self.client {
            call = call.by(client);
        }
        if let Some(languages) = &self.languages {
            call = call.header(ACCEPT_LANGUAGE, languages);
        }
        if let Some(address) = &self.address {
            call = call.header(HeaderName::from_static("x-forwarded-for"), address);
        }
        let cookies = self.cookies.header(url, is_cross_site, *method == Method::GET);
        if !cookies.is_empty() {
            call = call.header(COOKIE, &cookies);
        }
        if *method == Method::POST {
            // Fetch, "append a request Origin header": a page with the policy no-referrer doesn't tell its origin.
            let origin = match initiator {
                Initiator::Page { url: page, no_referrer: false } => page.origin().ascii_serialization(),
                Initiator::Page { .. } | Initiator::Person => "null".to_owned(),
            };
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            call = call.header(ORIGIN, &origin).form(&fields);
        }
        let answer = call.send().await;
        let now = Environment::system().clock.now();
        for header in answer.headers.get_all(SET_COOKIE) {
            self.cookies.take(Cookie::parse(&String::from_utf8_lossy(header.as_bytes()), url, now));
        }
        answer
    }
}

impl Outcome {
    /// The page.
    ///
    /// # Panics
    /// When the browser left.
    #[must_use]
    #[track_caller]
    pub fn page(self) -> Page {
        match self {
            Self::Page(page) => *page,
            Self::Left(left) => panic!("left for {} with {:?}", left.to, left.fields),
        }
    }

    /// Where the browser left for.
    ///
    /// # Panics
    /// When it is on a page of the server.
    #[must_use]
    #[track_caller]
    pub fn left(self) -> Left {
        match self {
            Self::Page(page) => panic!("still on {page}"),
            Self::Left(left) => left,
        }
    }
}

impl Page {
    fn new(url: Url, answer: &Answer, history: Vec<Step>) -> Self {
        let body = answer.text();
        let is_html = answer.header("content-type").starts_with("text/html");
        let elements = if is_html { html::elements(&body) } else { Vec::new() };
        let mut page = Self {
            url,
            status: answer.status,
            headers: answer.headers.clone(),
            body,
            history,
            elements,
            forms: Vec::new(),
        };
        page.forms = html::forms(&page.elements, &page.url, page.has_no_referrer());
        page
    }

    /// This page, if it has the status.
    ///
    /// # Panics
    /// If it hasn't.
    #[must_use]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// Its only form.
    ///
    /// # Panics
    /// When there are none or several.
    #[must_use]
    #[track_caller]
    pub fn form(&self) -> &Form {
        assert_eq!(self.forms.len(), 1, "forms on {self}");
        &self.forms[0]
    }

    /// Its forms.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Its form with a control of this name.
    #[must_use]
    pub fn form_with(&self, name: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.control(name).is_some())
    }

    fn form_with_kind(&self, kind: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.has_kind(kind))
    }

    /// The targets of its links, as written.
    #[must_use]
    pub fn links(&self) -> Vec<&str> {
        self.all("a").filter_map(|link| link.attribute("href")).collect()
    }

    /// The target of the link with this text.
    #[must_use]
    pub fn link(&self, text: &str) -> Option<&str> {
        self.all("a").find(|link| link.words() == text).and_then(|link| link.attribute("href"))
    }

    /// Its elements of this name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// Its element with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.attribute("id") == Some(id))
    }

    /// What it says to an assistive technology at once: the texts of `role="alert"`.
    #[must_use]
    pub fn alerts(&self) -> Vec<String> {
        self.elements.iter().filter(|element| element.attribute("role") == Some("alert")).map(Element::words).collect()
    }

    /// What a person reads: the body's text without scripts and styles; of what isn't HTML, all of it.
    #[must_use]
    pub fn words(&self) -> String {
        self.all("body").next().map_or_else(|| self.body.clone(), Element::words)
    }

    /// A header's value, empty when it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    fn has_no_referrer(&self) -> bool {
        self.header("referrer-policy") == "no-referrer"
    }
}

/// For messages.
impl std::fmt::Display for Page {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: String = self.words().chars().take(1000).collect();
        write!(formatter, "{} ({}): {words}", self.url, self.status)
    }
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn parse(url: &str) -> Url {
    Url::parse(url).unwrap_or_else(|error| panic!("{url:?} is no URL: {error}"))
}

fn origin(url: &str) -> String {
    parse(url).origin().ascii_serialization()
}
