//! The answer to an authorization request, in each way that it can be carried (RFC 6749 §4.1.2, OAuth 2.0 Multiple Response Types, Form Post Response Mode),
//! always with the issuer (RFC 9207).

use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{Method, StatusCode};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::edge::{Answer, Request};
use crate::oauth::authorize::parameters::Unacceptable;
use crate::oauth::authorize::way_back::WayBack;
use crate::pages::Frame;
use crate::pages::account::NotSignedIn;
use crate::pages::device::DeviceDone;
use crate::pages::error::{ErrorPage, Reason};
use crate::pages::form_post::FormPost;

/// `response_mode`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseMode {
    /// In the query of the redirect URI.
    #[default]
    Query,
    /// In its fragment, which no server sees.
    Fragment,
    /// In the body of a POST.
    FormPost,
    /// Nowhere: a device asks for it (RFC 8628), and the user is told to go on there. No request can ask for that.
    Device,
    /// To the [account page](crate::oauth::account), which is the server's own and wanted nothing but a sign-in. No request can ask for that.
    Account,
}

impl ResponseMode {
    /// Reads the parameter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "query" => Some(Self::Query),
            "fragment" => Some(Self::Fragment),
            "form_post" => Some(Self::FormPost),
            _ => None,
        }
    }
}

/// Carries an answer to the client.
#[derive(Clone, Copy)]
pub struct AuthorizationResponse<'a> {
    /// The HTTP request that is answered.
    pub request: &'a Request<Context>,
    /// Byte for byte that of discovery.
    pub issuer: &'a str,
    /// Where it goes.
    pub way_back: &'a WayBack,
    /// Around the page of `form_post`.
    pub frame: Frame<'a>,
}

impl AuthorizationResponse<'_> {
    /// What was asked for.
    #[must_use]
    pub fn success(&self, parameters: &[(&str, &str)]) -> Answer {
        let mut all = parameters.to_vec();
        all.extend(self.way_back.state().map(|state| ("state", state)));
        all.push(("iss", self.issuer));
        self.send(&all)
    }

    /// A refusal (RFC 6749 §4.1.2.1).
    #[must_use]
    pub fn error(&self, error: &str, description: &str) -> Answer {
        self.send(&self.told(error, description))
    }

    fn told<'s>(&'s self, error: &'s str, description: &'s str) -> Vec<(&'s str, &'s str)> {
        let mut all = vec![("error", error)];
        if !description.is_empty() {
            all.push(("error_description", description));
        }
        all.extend(self.way_back.state().map(|state| ("state", state)));
        all.push(("iss", self.issuer));
        all
    }

    /// The refusal of something that was asked for.
    #[must_use]
    pub fn refusal(&self, unacceptable: &Unacceptable) -> Answer {
        self.error(unacceptable.error, &unacceptable.description)
    }

    /// The same on a page of ours, with a link to the client. RFC 9700 §4.11.2: nobody is sent to an address that only whoever registered it vouches for before
    /// they have seen a page of this server, or anybody could make a link that leads from here to wherever they like.
    #[must_use]
    pub fn refusal_on_page(&self, unacceptable: &Unacceptable) -> Answer {
        let page = ErrorPage {
            frame: self.frame,
            status: StatusCode::BAD_REQUEST,
            reason: Reason::BadRequest,
            error: Some(unacceptable.error),
            description: Some(&unacceptable.description),
            request_id: self.request.id(),
            retry_after_seconds: None,
        };
        page.render_with_way_back(&self.address(&self.told(unacceptable.error, &unacceptable.description)))
    }

    /// Where a link takes an answer.
    fn address(&self, parameters: &[(&str, &str)]) -> String {
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        let redirect_uri = self.way_back.redirect_uri();
        // RFC 6749 §3.1.2: what the registered URI has in its query stays.
        let separator = match self.way_back.mode() {
            ResponseMode::Fragment => '#',
            _ if redirect_uri.contains('?') => '&',
            _ => '?',
        };
        format!("{redirect_uri}{separator}{encoded}")
    }

    fn send(&self, parameters: &[(&str, &str)]) -> Answer {
        match self.way_back.mode() {
            ResponseMode::Query | ResponseMode::Fragment => redirect(self.request, self.address(parameters)),
            ResponseMode::FormPost => {
                let redirect_uri = self.way_back.redirect_uri();
                FormPost { frame: self.frame, redirect_uri, parameters, request_id: self.request.id() }.render()
            }
            ResponseMode::Device => {
                let approved = !parameters.iter().any(|(name, _)| *name == "error");
                DeviceDone { frame: self.frame, approved }.render()
            }
            ResponseMode::Account if parameters.iter().any(|(name, _)| *name == "error") => {
                // Back there, they would be asked to sign in again, whether they want to or not.
                NotSignedIn { frame: self.frame, account: self.way_back.redirect_uri() }.render()
            }
            ResponseMode::Account => redirect(self.request, self.way_back.redirect_uri().to_owned()),
        }
    }
}

/// A redirect as the answer to a request of a browser, which must not repeat a POST at the next place (RFC 9700 §4.12: 303, never 307).
#[must_use]
pub fn redirect(request: &Request<Context>, location: String) -> Answer {
    see(if request.method() == Method::POST { StatusCode::SEE_OTHER } else { StatusCode::FOUND }, location)
}

/// A redirect that nobody keeps, and that tells the next page nothing of this one.
#[must_use]
pub fn see(status: StatusCode, location: String) -> Answer {
    Answer::empty(status)
        .with(LOCATION, location)
        .with_static(CACHE_CONTROL, "no-store")
        .with_static(REFERRER_POLICY, "no-referrer")
}
