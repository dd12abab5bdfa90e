//! The words of the pages: one table for each language, and no words elsewhere.

mod english;
mod german;

pub(super) use english::ENGLISH;
pub(super) use german::GERMAN;
use serde::Serialize;

/// A text on both sides of a name, which is written between them and may be in another script.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Around {
    pub(super) before: &'static str,
    pub(super) after: &'static str,
}

impl Around {
    /// The text with this in its midst.
    pub(super) fn with(&self, inside: &str) -> String {
        format!("{}{inside}{}", self.before, self.after)
    }
}

/// All words of one language. Writes itself as nested JSON objects of strings, so that tests can go through all of them.
#[derive(Debug, Serialize)]
pub struct Texts {
    pub(super) frame: FrameTexts,
    pub(super) waiting: WaitingTexts,
    pub(super) sign_in: SignInTexts,
    pub(super) choose_method: ChooseMethodTexts,
    pub(super) consent: ConsentTexts,
    pub(super) missing_consent: MissingConsentTexts,
    pub(super) agreement: AgreementTexts,
    pub(super) device: DeviceTexts,
    pub(super) sign_out: SignOutTexts,
    pub(super) form_post: FormPostTexts,
    pub(super) error: ErrorTexts,
    pub(super) account: AccountTexts,
}

#[derive(Debug, Serialize)]
pub(super) struct FrameTexts {
    /// Begins the title of a page with a problem.
    pub(super) error: &'static str,
    pub(super) about: Around,
    pub(super) home: &'static str,
    pub(super) policy: &'static str,
    pub(super) terms: &'static str,
    pub(super) new_tab: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct WaitingTexts {
    pub(super) a_minute: &'static str,
    /// Around the number of minutes.
    pub(super) minutes: Around,
}

#[derive(Debug, Serialize)]
pub(super) struct SignInTexts {
    pub(super) title: &'static str,
    pub(super) to_continue: Around,
    pub(super) username: &'static str,
    pub(super) username_or_address: &'static str,
    pub(super) password: &'static str,
    pub(super) hint: &'static str,
    pub(super) submit: &'static str,
    pub(super) other_methods: &'static str,
    pub(super) cancel: &'static str,
    pub(super) cancel_to: Around,
    pub(super) wrong_credentials: &'static str,
    pub(super) suspended: &'static str,
    pub(super) too_many_attempts: &'static str,
    pub(super) busy: &'static str,
    pub(super) expired: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ChooseMethodTexts {
    pub(super) title: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ConsentTexts {
    pub(super) title: &'static str,
    pub(super) heading: Around,
    pub(super) signed_in_as: Around,
    pub(super) somebody_else: &'static str,
    pub(super) scopes: &'static str,
    pub(super) choose: &'static str,
    pub(super) always: &'static str,
    pub(super) service: Around,
    pub(super) purpose: Around,
    pub(super) data: Around,
    pub(super) allow: &'static str,
    pub(super) deny: &'static str,
    pub(super) standard: StandardScopeTexts,
}

/// Title and description of the scopes that OpenID Connect Core defines (§5.4, §11).
#[derive(Debug, Serialize)]
pub(super) struct StandardScopeTexts {
    pub(super) openid: (&'static str, &'static str),
    pub(super) profile: (&'static str, &'static str),
    pub(super) email: (&'static str, &'static str),
    pub(super) address: (&'static str, &'static str),
    pub(super) phone: (&'static str, &'static str),
    pub(super) offline_access: (&'static str, &'static str),
}

#[derive(Debug, Serialize)]
pub(super) struct MissingConsentTexts {
    pub(super) legend: &'static str,
    pub(super) choose: &'static str,
    pub(super) indispensable: &'static str,
    /// Around the names of scopes.
    pub(super) needed_for: Around,
    pub(super) optional: &'static str,
    pub(super) data: &'static str,
    pub(super) services: &'static str,
    pub(super) third_parties: &'static str,
    pub(super) main_purpose: &'static str,
    pub(super) withdrawal: &'static str,
    pub(super) can_be_withdrawn: &'static str,
    pub(super) cannot_be_withdrawn: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct AgreementTexts {
    pub(super) title: &'static str,
    pub(super) heading: Around,
    pub(super) told: &'static str,
    pub(super) allow: &'static str,
    pub(super) deny: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct DeviceTexts {
    pub(super) enter_title: &'static str,
    pub(super) enter_explanation: &'static str,
    pub(super) code: &'static str,
    pub(super) submit: &'static str,
    pub(super) unknown_code: &'static str,
    pub(super) expired_code: &'static str,
    pub(super) too_many_attempts: &'static str,
    pub(super) confirm_title: &'static str,
    pub(super) confirm_heading: Around,
    pub(super) code_on_device: &'static str,
    pub(super) warning: &'static str,
    pub(super) allow: &'static str,
    pub(super) deny: &'static str,
    pub(super) approved_title: &'static str,
    pub(super) approved: &'static str,
    pub(super) denied_title: &'static str,
    pub(super) denied: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct SignOutTexts {
    pub(super) confirm_title: &'static str,
    pub(super) confirm: &'static str,
    pub(super) asked_by: Around,
    pub(super) submit: &'static str,
    pub(super) stay: &'static str,
    pub(super) done_title: &'static str,
    pub(super) done: &'static str,
    pub(super) stayed_title: &'static str,
    pub(super) stayed: &'static str,
    pub(super) continue_to: Around,
    pub(super) continue_: &'static str,
    pub(super) telling_title: &'static str,
    pub(super) telling: &'static str,
    pub(super) application: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct FormPostTexts {
    pub(super) title: &'static str,
    pub(super) explanation: &'static str,
    pub(super) submit: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ErrorTexts {
    pub(super) code: &'static str,
    pub(super) description: &'static str,
    pub(super) request: &'static str,
    pub(super) bad_request: Explained,
    pub(super) expired: Explained,
    pub(super) other_browser: Explained,
    pub(super) refused: Explained,
    pub(super) not_found: Explained,
    pub(super) identity_provider: Explained,
    pub(super) unavailable: Explained,
    pub(super) internal: Explained,
}

#[derive(Debug, Serialize)]
pub(super) struct AccountTexts {
    pub(super) title: &'static str,
    pub(super) back: &'static str,
    pub(super) to_account: &'static str,
    pub(super) more: &'static str,
    pub(super) newest: &'static str,
    pub(super) download: &'static str,
    pub(super) sign_out: &'static str,
    /// Around a time.
    pub(super) since: Around,
    pub(super) not_signed_in_title: &'static str,
    pub(super) not_signed_in: &'static str,
    pub(super) notices: NoticeTexts,
    pub(super) applications: ApplicationsTexts,
    pub(super) consents: ConsentsTexts,
    pub(super) sessions: SessionsTexts,
    pub(super) events: EventsTexts,
}

/// What came of what the user did.
#[derive(Debug, Serialize)]
pub(super) struct NoticeTexts {
    pub(super) removed: &'static str,
    pub(super) given: &'static str,
    pub(super) withdrawn: &'static str,
    pub(super) ended: &'static str,
    pub(super) forgotten: &'static str,
    pub(super) signed_in_again: &'static str,
    pub(super) changed: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ApplicationsTexts {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) none: &'static str,
    pub(super) explanation: &'static str,
    /// Around how long tokens live.
    pub(super) tokens: Around,
    /// Around a time.
    pub(super) tokens_end: Around,
    pub(super) offline: &'static str,
    pub(super) unnamed: &'static str,
    pub(super) remove: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ConsentsTexts {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) explanation: &'static str,
    pub(super) none: &'static str,
    pub(super) given: Around,
    pub(super) given_implicitly: Around,
    pub(super) not_given: &'static str,
    pub(super) outdated: &'static str,
    pub(super) services: Around,
    pub(super) third_parties: Around,
    pub(super) categories: Around,
    pub(super) is_final: &'static str,
    pub(super) give: &'static str,
    pub(super) withdraw: &'static str,
    pub(super) cannot_be_withdrawn: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct SessionsTexts {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) explanation: &'static str,
    pub(super) current: &'static str,
    pub(super) other: &'static str,
    pub(super) from: Around,
    pub(super) by: Around,
    pub(super) until: Around,
    pub(super) end: &'static str,
    pub(super) more_than_shown: &'static str,
    pub(super) all_title: &'static str,
    pub(super) all_explanation: &'static str,
    pub(super) end_others: &'static str,
    pub(super) end_all: &'static str,
    pub(super) device_title: &'static str,
    pub(super) device: &'static str,
    pub(super) device_elsewhere: &'static str,
    pub(super) forget: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct EventsTexts {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) explanation: &'static str,
    pub(super) none: &'static str,
    pub(super) given: Around,
    pub(super) withdrawn: Around,
    pub(super) unreadable: &'static str,
    pub(super) version: Around,
    pub(super) implicit: &'static str,
    pub(super) number: Around,
    pub(super) older: &'static str,
}

/// What went wrong, and what to do now.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Explained {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
}

impl WaitingTexts {
    /// When to try again.
    pub(super) fn after(&self, seconds: u64) -> String {
        match seconds.div_ceil(60) {
            0 | 1 => self.a_minute.to_owned(),
            minutes => format!("{}{minutes}{}", self.minutes.before, self.minutes.after),
        }
    }
}

impl StandardScopeTexts {
    /// Title and description of a scope that is as the first start made it: it has the display name from there, and nobody described it.
    pub(super) fn of(&self, name: &str, title: &str, description: &str) -> Option<(&'static str, &'static str)> {
        let (built_in_title, texts) = match name {
            "openid" => ("OpenID", self.openid),
            "profile" => ("Profile", self.profile),
            "email" => ("Email", self.email),
            "address" => ("Address", self.address),
            "phone" => ("Phone", self.phone),
            "offline_access" => ("Offline Access", self.offline_access),
            _ => return None,
        };
        let is_as_made = description.trim().is_empty() && (title == built_in_title || title == name);
        is_as_made.then_some(texts)
    }
}
