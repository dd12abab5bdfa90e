//! A user's way through the authorization server, with a browser's cookies and an application's requests: what the flow cases repeat.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Result;
use crate::http::{Connection, Endpoint, Request, excerpt};

/// RFC 7636 §4.1; the same each time, since nobody guesses here.
const VERIFIER: &str = "a-verifier-of-a-proof-key-as-long-as-it-must-be";

/// What is repeated.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) enum Repeated {
    /// The whole way in a new browser: login page, password, consent, code, token, userinfo.
    Password,
    /// The same in a browser that is signed in, so that no password is checked: consent, code, token, userinfo.
    Session,
    /// A refresh token for the next one.
    Refresh,
    /// A code in a browser that is signed in, for a client that was consented to. Nobody redeems it.
    Code,
    /// A client's own access token, which it revokes.
    Revocation,
}

/// Who goes where.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Journey {
    pub(crate) repeated: Repeated,
    /// Path of the issuer.
    pub(crate) issuer: String,
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    pub(crate) redirect_uri: String,
    pub(crate) username: String,
    pub(crate) password: String,
}

impl Journey {
    /// The path of the authorization request, with more parameters.
    pub(crate) fn authorization(&self, more: &str) -> String {
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes()));
        let offline = self.repeated == Repeated::Refresh;
        let scope = if offline { "openid+profile+offline_access" } else { "openid+profile" };
        format!(
            "{}/oauth2/authorize?response_type=code&client_id={}&redirect_uri={}&scope={scope}&state=state&nonce=nonce\
             &code_challenge={challenge}&code_challenge_method=S256{more}",
            self.issuer, self.client_id, self.redirect_uri,
        )
    }
}

/// What an answer says that matters on the way.
struct Step {
    status: u16,
    location: String,
    body: String,
}

/// A browser and an application on one connection.
pub(crate) struct Traveller {
    journey: Journey,
    authority: String,
    connection: Connection,
    cookies: BTreeMap<String, String>,
    refresh_token: String,
}

impl Traveller {
    /// Ready for the first repetition: signed in where that is part of it, with a refresh token where that is.
    pub(crate) async fn prepare(journey: &Journey, authority: &str) -> Result<Self> {
        let mut traveller = Self {
            journey: journey.clone(),
            authority: authority.to_owned(),
            connection: Connection::open(authority).await?,
            cookies: BTreeMap::new(),
            refresh_token: String::new(),
        };
        if !matches!(journey.repeated, Repeated::Password | Repeated::Revocation) {
            traveller.authorize().await?;
        }
        Ok(traveller)
    }

    /// One repetition, and the status that it ended with.
    pub(crate) async fn go(&mut self) -> Result<u16> {
        match self.journey.repeated {
            Repeated::Password => {
                self.cookies.clear();
                self.authorize().await?;
            }
            Repeated::Session => drop(self.authorize().await?),
            Repeated::Refresh => {
                let token = std::mem::take(&mut self.refresh_token);
                let tokens = self.token(&[("grant_type", "refresh_token"), ("refresh_token", &token)]).await?;
                self.refresh_token = text(&tokens, "refresh_token")?;
            }
            Repeated::Code => return self.ask_for_code().await,
            Repeated::Revocation => return self.revoke_own_token().await,
        }
        Ok(200)
    }

    async fn ask_for_code(&mut self) -> Result<u16> {
        let step = self.get(&self.journey.authorization("")).await?;
        if self.code(&step).is_none() {
            let (status, location) = (step.status, step.location);
            return Err(format!("no code, but {status} to {location:?}: {}", excerpt(step.body.as_bytes())).into());
        }
        Ok(step.status)
    }

    async fn revoke_own_token(&mut self) -> Result<u16> {
        let tokens = self.token(&[("grant_type", "client_credentials")]).await?;
        let token = text(&tokens, "access_token")?;
        let endpoint = self.at(&format!("{}/oauth2/revoke", self.journey.issuer));
        let request = Request::post_form(endpoint, &[("token", &token)]);
        let answer = self.send(request.basic(&self.journey.client_id, &self.journey.client_secret)).await?;
        if answer.status == 200 {
            Ok(200)
        } else {
            Err(format!("revocation answered {}: {}", answer.status, excerpt(answer.body.as_bytes())).into())
        }
    }

    /// The code that the browser carries back to the application, if it is on its way there with one.
    fn code(&self, step: &Step) -> Option<String> {
        let back = step.location.strip_prefix(&self.journey.redirect_uri)?;
        back.split(['?', '&']).find_map(|pair| pair.strip_prefix("code=")).map(ToOwned::to_owned)
    }

    /// Signs in once and hands the access token out.
    pub(crate) async fn sign_in(&mut self) -> Result<String> {
        self.authorize().await
    }

    async fn authorize(&mut self) -> Result<String> {
        let mut step = self.get(&self.journey.authorization("&prompt=consent")).await?;
        while !step.location.starts_with(&self.journey.redirect_uri) {
            let page = Endpoint::parse(&step.location)?.path;
            let shown = self.get(&page).await?;
            if shown.status != 200 {
                return Err(format!("{page} answered {}: {}", shown.status, excerpt(shown.body.as_bytes())).into());
            }
            let mut fields = inputs(&shown.body);
            let action = attribute(&shown.body, "action").ok_or("a page without a form")?;
            if page.contains("/login") {
                fields.push(("username".to_owned(), self.journey.username.clone()));
                fields.push(("password".to_owned(), self.journey.password.clone()));
            } else {
                fields.push(("decision".to_owned(), "allow".to_owned()));
            }
            step = self.post(&action, &fields).await?;
        }
        let code = self.code(&step).ok_or_else(|| format!("no code, but {}", step.location))?;
        let redirect_uri = self.journey.redirect_uri.clone();
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", redirect_uri.as_str()),
            ("code_verifier", VERIFIER),
        ];
        let tokens = self.token(&form).await?;
        if self.journey.repeated == Repeated::Refresh {
            self.refresh_token = text(&tokens, "refresh_token")?;
        }
        let access_token = text(&tokens, "access_token")?;
        let request = Request::get(self.at(&format!("{}/userinfo", self.journey.issuer)));
        let info = self.send(request.bearer(&access_token)).await?;
        if info.status == 200 { Ok(access_token) } else { Err(format!("userinfo answered {}", info.status).into()) }
    }

    async fn token(&mut self, form: &[(&str, &str)]) -> Result<Value> {
        let request = Request::post_form(self.at(&format!("{}/oauth2/token", self.journey.issuer)), form);
        let request = request.basic(&self.journey.client_id, &self.journey.client_secret);
        let answer = self.send(request).await?;
        if answer.status != 200 {
            return Err(
                format!("the token endpoint answered {}: {}", answer.status, excerpt(answer.body.as_bytes())).into()
            );
        }
        Ok(serde_json::from_str(&answer.body)?)
    }

    fn at(&self, path: &str) -> Endpoint {
        Endpoint { authority: self.authority.clone(), path: path.to_owned() }
    }

    async fn get(&mut self, path: &str) -> Result<Step> {
        let request = Request::get(self.at(path)).cookies(&self.cookies);
        self.send(request).await
    }

    async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<Step> {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let request = Request::post_form(self.at(path), &fields).cookies(&self.cookies);
        self.send(request).await
    }

    async fn send(&mut self, request: Request) -> Result<Step> {
        let exchange = self.connection.exchange(request.to_text().as_bytes()).await?;
        for cookie in self.connection.headers(&exchange, "set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let step = Step {
            status: exchange.status,
            location: self.connection.header(&exchange, "location"),
            body: String::from_utf8_lossy(self.connection.body(&exchange)).into_owned(),
        };
        if exchange.closes {
            self.connection = Connection::open(&self.authority).await?;
        }
        Ok(step)
    }
}

fn text(object: &Value, name: &str) -> Result<String> {
    object[name].as_str().map(ToOwned::to_owned).ok_or_else(|| format!("no {name} in the answer").into())
}

/// The fields that a form of ours sends by itself: hidden ones and ticked boxes. Their values have nothing that HTML escapes.
fn inputs(page: &str) -> Vec<(String, String)> {
    let tags = page.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    let sent = tags.filter(|tag| tag.contains("type=\"hidden\"") || tag.contains("checked"));
    sent.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[start..].split('"').next().map(ToOwned::to_owned)
}
