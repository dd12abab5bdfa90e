//! Where and how the client is told what came of its request: the value of the first step, without which nothing can be told to a client at all.

use authplane_domain::clients::client::Client;
use authplane_domain::clients::redirect_uri;

use crate::oauth::authorize::parameters::{AuthorizationRequest, Parameters, ResponseType};
use crate::oauth::authorize::response::ResponseMode;
use crate::oauth::browser::page_error::PageError;

/// A redirect URI that was compared with the registered ones, and how it is used. There is no other way to make one, and nothing else is ever redirected to
/// (security assertion 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack {
    redirect_uri: String,
    mode: ResponseMode,
    state: Option<String>,
}

impl WayBack {
    /// The one that a request asks for. What it asks for as response type and mode may be nonsense, which the client is then told in the usual way.
    ///
    /// # Errors
    /// [`PageError`] when client and redirect URI don't belong together.
    pub fn of_request(
        client: &Client,
        parameters: &Parameters,
        response_type: Option<ResponseType>,
        response_mode: Option<ResponseMode>,
    ) -> Result<Self, PageError> {
        let asked = parameters.single("redirect_uri")?;
        let redirect_uri = match asked {
            Some(uri) if redirect_uri::matches(&client.redirect_uris, &uri) => uri,
            Some(_) => {
                let message = "redirect_uri is not one that the client is registered with";
                return Err(PageError::bad_request("invalid_request", message));
            }
            // RFC 6749 §3.1.2.3, where OpenID Connect Core §3.1.2.1 doesn't require it.
            None => match &*client.redirect_uris {
                [only] if !asks_for_openid(parameters) => only.clone(),
                _ => return Err(PageError::bad_request("invalid_request", "redirect_uri is required")),
            },
        };
        // OAuth 2.0 Multiple Response Types §3 and §5: what holds a token goes in the fragment.
        let is_front_channel = response_type.is_some_and(ResponseType::is_front_channel);
        let usual = if is_front_channel { ResponseMode::Fragment } else { ResponseMode::Query };
        let mode = match response_mode {
            Some(ResponseMode::Query) | None => usual,
            Some(mode) => mode,
        };
        // State first: also a refusal has to carry it.
        let state = parameters.single("state").ok().flatten();
        Ok(Self { redirect_uri, mode, state })
    }

    /// That of a request that was checked before. Whoever takes a redirect URI from a client doesn't want it to be used for what began before.
    ///
    /// # Errors
    /// [`PageError::expired`] when the redirect URI is the client's no longer.
    pub fn again(client: &Client, authorization: &AuthorizationRequest) -> Result<Self, PageError> {
        let AuthorizationRequest { redirect_uri, response_mode, state, device, .. } = authorization;
        let way_back = Self { redirect_uri: redirect_uri.clone(), mode: *response_mode, state: state.clone() };
        match device {
            // Nobody is redirected: the user is told to go on at the device.
            Some(_) => Ok(Self { mode: ResponseMode::Device, ..way_back }),
            // A place of this server's own, which this server wrote down: no parameter has this mode.
            None if *response_mode == ResponseMode::Account => Ok(way_back),
            None if redirect_uri::matches(&client.redirect_uris, redirect_uri) => Ok(way_back),
            None => Err(PageError::expired()),
        }
    }

    /// One of the client's.
    #[must_use]
    pub fn redirect_uri(&self) -> &str {
        &self.redirect_uri
    }

    /// How the answer is carried.
    #[must_use]
    pub fn mode(&self) -> ResponseMode {
        self.mode
    }

    /// Comes back as it was.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.state.as_deref()
    }
}

fn asks_for_openid(parameters: &Parameters) -> bool {
    let scope = parameters.single("scope").ok().flatten().unwrap_or_default();
    scope.split_ascii_whitespace().any(|scope| scope == "openid")
}
