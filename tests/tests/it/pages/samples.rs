//! Every page, filled with what a test gives.

use authplane::edge::Answer;
use authplane::pages::account::applications::{Application, Applications};
use authplane::pages::account::consents::{self, Consents};
use authplane::pages::account::events::{Event, Events, Happened};
use authplane::pages::account::sessions::{Session, Sessions};
use authplane::pages::account::{Account, NotSignedIn, Notice, Overview};
use authplane::pages::agreement::Agreement;
use authplane::pages::choose_method::ChooseMethod;
use authplane::pages::consent::{Consent, Scope};
use authplane::pages::device::{self, ConfirmDevice, DeviceDone, EnterCode};
use authplane::pages::error::{ErrorPage, Reason};
use authplane::pages::form_post::FormPost;
use authplane::pages::frontchannel_logout::FrontchannelLogout;
use authplane::pages::missing_consent::{MissingConsent, Need, Service};
use authplane::pages::sign_in::{self, SignIn};
use authplane::pages::sign_out::{ConfirmSignOut, SignedOut};
use authplane::pages::{Frame, Language, Party};
use chrono::DateTime;
use http::StatusCode;

/// What is written into the pages. Each kind of place gets a value of its own, so that a test can make one of them hostile.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) language: Language,
    /// The authorization server's name, and the application's.
    pub(super) server: &'a str,
    pub(super) client: &'a str,
    /// A text that anybody may have written, in each place that has one; none means a realistic one.
    pub(super) text: Option<&'a str>,
    /// An address of the web.
    pub(super) web: Option<&'a str>,
    /// A place of this server.
    pub(super) own: &'a str,
    /// The way back to an application.
    pub(super) back: &'a str,
}

impl Values<'_> {
    pub(super) fn realistic(language: Language) -> Self {
        Self {
            language,
            server: "Nordlicht",
            client: "Paper Shop",
            text: None,
            web: Some("https://shop.example/about"),
            own: "/acme/default/login/here",
            back: "https://shop.example/callback",
        }
    }
}

/// All pages, in each state that looks different.
pub(super) fn pages(values: Values<'_>) -> Vec<(&'static str, Answer)> {
    let frame = Frame {
        language: values.language,
        server: Party { logo: values.web.filter(|_| values.text.is_some()), ..party(values.server, values) },
        client: Some(Party { logo: values.web.filter(|_| values.text.is_some()), ..party(values.client, values) }),
    };
    let mut pages = Vec::new();
    login(&mut pages, frame, values);
    consent(&mut pages, frame, values);
    devices(&mut pages, frame, values);
    leaving(&mut pages, frame, values);
    errors(&mut pages, frame, values);
    account(&mut pages, frame, values);
    pages
}

fn party<'a>(name: &'a str, values: Values<'a>) -> Party<'a> {
    Party { name, logo: None, home: values.web, policy: values.web, terms: values.web }
}

fn login<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let hidden = [(text("login_id"), text("d1hs0c3q")), ("csrf", text("uP0y"))];
    let sign_in = SignIn {
        frame,
        action: values.own,
        hidden: &hidden,
        username: "",
        problem: None,
        by_address: false,
        hint: &[],
        other_methods: None,
        cancel: Some(values.own),
        goes_back: true,
    };
    let hint = [text("ada"), text("grace")];
    let full = SignIn { username: text("ada@nordlicht.example"), other_methods: Some(values.own), ..sign_in };
    let plain = Frame { server: Party::named(values.server), ..frame.without_client() };
    let too_many = sign_in::SignInProblem::TooManyAttempts { retry_after_seconds: 150 };
    pages.push(("sign-in", sign_in.render()));
    pages.push(("sign-in-plain", SignIn { frame: plain, ..sign_in }.render()));
    pages.push(("sign-in-device", SignIn { goes_back: false, ..sign_in }.render()));
    pages.push(("sign-in-hint", SignIn { hint: &hint, other_methods: Some(values.own), ..sign_in }.render()));
    let wrong = Some(sign_in::SignInProblem::WrongCredentials);
    pages.push(("sign-in-wrong", SignIn { problem: wrong, ..full }.render()));
    pages.push((
        "sign-in-suspended",
        SignIn { problem: Some(sign_in::SignInProblem::Suspended), by_address: true, ..full }.render(),
    ));
    pages.push(("sign-in-wrong-hint", SignIn { problem: wrong, hint: &hint, ..full }.render()));
    pages.push(("sign-in-too-many", SignIn { problem: Some(too_many), ..full }.render()));
    let busy = sign_in::SignInProblem::Busy { retry_after_seconds: 2 };
    pages.push(("sign-in-busy", SignIn { problem: Some(busy), ..full }.render()));
    pages.push(("sign-in-expired", SignIn { problem: Some(sign_in::SignInProblem::Expired), ..sign_in }.render()));
    let methods = [
        (text("Employees"), values.own),
        (text("Azure AD of the Example Group"), values.own),
        (text("Test users"), values.own),
    ];
    let choose = ChooseMethod { frame, methods: &methods, cancel: Some(values.own), goes_back: true };
    pages.push(("choose-method", choose.render()));
    pages.push(("choose-method-plain", ChooseMethod { frame: plain, cancel: None, ..choose }.render()));
}

fn consent<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let standard =
        |name, title| Scope { name: text(name), title: text(title), description: text(""), ..Scope::default() };
    let scopes = [
        Scope { required: true, ..standard("openid", "OpenID") },
        standard("email", "Email"),
        standard("offline_access", "Offline Access"),
        Scope {
            name: text("orders:write"),
            title: text("Place orders"),
            description: text("Put things into your basket and order them"),
            service: Some(text("Orders")),
            purpose: Some(text("So that the shop can deliver what you ask for")),
            pii_categories: &[text("Address"), text("Contact")],
            required: false,
        },
        Scope { name: text("orders.archive.read_all_of_the_last_ten_years"), ..Scope::default() },
    ];
    let consent = Consent {
        frame,
        action: values.own,
        hidden: &[("login_id", text("d1hs0c3q"))],
        subject: text("ada@nordlicht.example"),
        somebody_else: Some(values.own),
        scopes: &scopes,
        consents: &[],
    };
    pages.push(("consent", consent.render()));
    let plain = frame.without_client();
    pages.push(("consent-plain", Consent { frame: plain, scopes: &[], somebody_else: None, ..consent }.render()));
    let consents = missing_consents(values);
    pages.push(("consent-and-consents", Consent { consents: &consents, ..consent }.render()));
    let agreement = Agreement {
        frame,
        action: values.own,
        hidden: consent.hidden,
        subject: consent.subject,
        somebody_else: Some(values.own),
        consents: &consents,
        told: &scopes[3..4],
    };
    pages.push(("agreement", agreement.render()));
    let plain = Agreement { frame: plain, somebody_else: None, consents: &consents[..1], told: &[], ..agreement };
    pages.push(("agreement-plain", plain.render()));
}

/// One on which everything depends, one that a scope needs, and one that nothing needs.
fn missing_consents(values: Values<'_>) -> Vec<MissingConsent<'_>> {
    let text = |realistic| values.text.unwrap_or(realistic);
    let mail = Service {
        name: text("Mail"),
        purposes: vec![(text("Answering questions"), true), (text("Statistics"), false)],
    };
    let terms = MissingConsent {
        key: text("3-d1hs0c3q").to_owned(),
        name: text("Processing of your orders"),
        description: text("We keep what you order, and where it is to be sent, until you have it."),
        need: Need::Everything,
        pii_categories: vec![text("Address"), text("Contact")],
        internal_services: vec![mail.clone()],
        third_party_services: vec![Service { name: text("Parcel service"), purposes: Vec::new() }],
        can_be_withdrawn: false,
    };
    let of_scope = MissingConsent {
        key: text("1-d1hs0c4q").to_owned(),
        name: text("Credit check"),
        need: Need::Scopes(vec![text("Place orders"), text("Return orders")]),
        third_party_services: vec![Service {
            name: text("Credit agency"),
            purposes: vec![(text("Whether you pay"), true)],
        }],
        can_be_withdrawn: true,
        ..terms.clone()
    };
    let optional = MissingConsent {
        key: text("1-d1hs0c5q").to_owned(),
        name: text("Newsletter"),
        description: text(""),
        need: Need::Nothing,
        pii_categories: Vec::new(),
        internal_services: Vec::new(),
        third_party_services: Vec::new(),
        can_be_withdrawn: true,
    };
    vec![terms, of_scope, optional]
}

fn devices<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let hidden = [("csrf", text("uP0y"))];
    let enter = EnterCode {
        frame: frame.without_client(),
        action: values.own,
        hidden: &hidden,
        user_code: values.text.unwrap_or_default(),
        problem: None,
    };
    pages.push(("device-enter", enter.render()));
    let again = EnterCode { user_code: text("WDJB-MJHT"), ..enter };
    for (name, problem) in [
        ("device-unknown", device::UserCodeProblem::UnknownCode),
        ("device-expired", device::UserCodeProblem::ExpiredCode),
        ("device-too-many", device::UserCodeProblem::TooManyAttempts { retry_after_seconds: 30 }),
    ] {
        pages.push((name, EnterCode { problem: Some(problem), ..again }.render()));
    }
    let confirm = ConfirmDevice {
        frame,
        action: values.own,
        hidden: &hidden,
        user_code: text("WDJB-MJHT"),
        subject: Some(text("ada@nordlicht.example")),
        somebody_else: Some(values.own),
        scopes: &[
            Scope { name: text("openid"), title: text("OpenID"), required: true, ..Scope::default() },
            Scope { name: text("films:watch"), title: text("Watch films"), ..Scope::default() },
        ],
        consents: &[],
    };
    pages.push(("device-confirm", confirm.render()));
    let consents = missing_consents(values);
    pages.push(("device-confirm-consents", ConfirmDevice { consents: &consents, ..confirm }.render()));
    let plain = ConfirmDevice { subject: None, somebody_else: None, scopes: &[], ..confirm };
    pages.push(("device-confirm-plain", ConfirmDevice { frame: frame.without_client(), ..plain }.render()));
    pages.push(("device-approved", DeviceDone { frame, approved: true }.render()));
    pages.push(("device-denied", DeviceDone { frame, approved: false }.render()));
}

fn leaving<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let confirm = ConfirmSignOut {
        frame,
        action: values.own,
        hidden: &[("csrf", text("uP0y"))],
        subject: Some(text("ada@nordlicht.example")),
    };
    pages.push(("sign-out", confirm.render()));
    let plain = frame.without_client();
    pages.push(("sign-out-plain", ConfirmSignOut { frame: plain, subject: None, ..confirm }.render()));
    let done = SignedOut { frame, stayed: false, continue_to: Some(values.back) };
    pages.push(("signed-out", done.render()));
    pages.push(("signed-out-plain", SignedOut { frame: plain, continue_to: None, ..done }.render()));
    pages.push(("stayed", SignedOut { stayed: true, ..done }.render()));
    let uris: Vec<&str> = values.web.into_iter().collect();
    pages.push(("frontchannel-logout", FrontchannelLogout { frame, uris: &uris, next: values.back }.render()));
    let next = values.own;
    pages.push(("frontchannel-logout-own", FrontchannelLogout { frame: plain, uris: &uris, next }.render()));
    let parameters = [("code", text("SplxlOBeZQQYbYS6WxSbIA")), (text("state"), text("af0ifjsldkj"))];
    let request_id = text("2f4e1c9a");
    pages.push((
        "form-post",
        FormPost { frame, redirect_uri: values.back, parameters: &parameters, request_id }.render(),
    ));
}

fn errors<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let names = [
        "error-bad-request",
        "error-expired",
        "error-other-browser",
        "error-refused",
        "error-not-found",
        "error-identity-provider",
        "error-unavailable",
        "error-internal",
    ];
    for (name, reason) in names.into_iter().zip(Reason::ALL) {
        let page = ErrorPage {
            frame,
            status: StatusCode::BAD_REQUEST,
            reason,
            error: Some(text("invalid_request")),
            description: Some(text("redirect_uri is not one of those that the client registered")),
            request_id: text("0198c2f1-6c0c-7a3e-9a52-7b2a5d3b1c4e"),
            retry_after_seconds: (reason == Reason::Unavailable).then_some(120),
        };
        pages.push((name, page.render()));
    }
}

fn account<'a>(pages: &mut Vec<(&'static str, Answer)>, frame: Frame<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let frame = frame.without_client();
    let account = Account { frame, root: values.own, form_token: text("uP0y"), notice: None };
    let overview = Overview { account, subject: text("ada@nordlicht.example"), sign_out: values.own };
    pages.push(("account", overview.render()));
    pages.push(("account-not-signed-in", NotSignedIn { frame, account: values.own }.render()));
    for (name, notice) in ["removed", "given", "withdrawn", "ended", "forgotten", "signed-in-again", "changed"]
        .map(|word| (word, Notice::of_word(word)))
    {
        assert_eq!(notice.map(Notice::word), Some(name));
        if name == "signed-in-again" {
            let account = Account { notice, ..account };
            pages.push(("account-notice", Overview { account, ..overview }.render()));
        }
    }
    applications(pages, account, text);
    consents_of(pages, account, text);
    sessions(pages, account, values);
    let happened = |granted, implicit| Happened { granted, consent: text("Newsletter"), version: 2, implicit };
    let at = DateTime::from_timestamp(1_795_771_800, 0).unwrap();
    let event = |number, happened| Event { number, at, happened };
    let all = [event(12, Some(happened(false, false))), event(7, Some(happened(true, true))), event(3, None)];
    let events = Events { account, events: &all, older: Some(3), is_continued: true };
    pages.push(("account-events", events.render()));
    let none = Events { events: &[], older: None, is_continued: false, ..events };
    if values.text.is_none() {
        pages.push(("account-events-none", none.render()));
    }
}

fn applications<'a>(
    pages: &mut Vec<(&'static str, Answer)>,
    account: Account<'a>,
    text: impl Fn(&'static str) -> &'a str,
) {
    let since = DateTime::from_timestamp(1_795_771_800, 0).unwrap();
    let scopes = [
        Scope { name: text("email"), title: text("Email"), description: text(""), ..Scope::default() },
        Scope {
            name: text("orders:write"),
            title: text("Place orders"),
            description: text("Put things into your basket and order them"),
            service: Some(text("Orders")),
            ..Scope::default()
        },
    ];
    let shop = Application { id: text("c1"), name: text("Paper Shop"), since, offline: true, scopes: &scopes };
    let other = Application { id: text("c2"), name: text("c2"), since, offline: false, scopes: &[] };
    let all = [shop, other];
    let page = Applications {
        account,
        applications: &all,
        more: Some(text("c2")),
        longest_token_hours: 48,
        tokens_end: Some(since),
    };
    pages.push(("account-applications", page.render()));
}

fn consents_of<'a>(
    pages: &mut Vec<(&'static str, Answer)>,
    account: Account<'a>,
    text: impl Fn(&'static str) -> &'a str,
) {
    let at = DateTime::from_timestamp(1_795_771_800, 0).unwrap();
    let consent = |given, can_be_withdrawn| consents::Consent {
        id: text("newsletter"),
        key: text("3-d1hs0c3q"),
        name: text("Newsletter"),
        description: text("We write to you once a month."),
        services: text("Mail (Marketing, Statistics)"),
        third_parties: text("Printer"),
        categories: text("Contact, Address"),
        version: 2,
        given,
        can_be_withdrawn,
    };
    let all = [
        consent(consents::Given::Explicitly(at), true),
        consent(consents::Given::Explicitly(at), false),
        consent(consents::Given::Implicitly(at), true),
        consent(consents::Given::Outdated, true),
        consent(consents::Given::Nothing, true),
    ];
    let page = Consents { account, consents: &all, more: Some(text("newsletter")), cannot_be_withdrawn: false };
    pages.push(("account-consents", page.render()));
    pages.push(("account-consents-final", Consents { cannot_be_withdrawn: true, ..page }.render()));
}

fn sessions<'a>(pages: &mut Vec<(&'static str, Answer)>, account: Account<'a>, values: Values<'a>) {
    let text = |realistic| values.text.unwrap_or(realistic);
    let (since, until) = (DateTime::from_timestamp(1_795_771_800, 0), DateTime::from_timestamp(1_795_858_200, 0));
    let session = |id, is_current| Session {
        id: text(id),
        is_current,
        since: since.unwrap(),
        until: until.unwrap(),
        address: Some(text("192.0.2.7")),
        method: Some(text("Employees")),
    };
    let all = [session("s1", true), session("s2", false)];
    let page = Sessions { account, sessions: &all, has_more: true, is_known_device: Some(true), sign_out: values.own };
    pages.push(("account-sessions", page.render()));
    let only = Sessions { sessions: &all[..1], has_more: false, is_known_device: Some(false), ..page };
    pages.push(("account-sessions-only", only.render()));
}
