//! The consents that a user is asked for beside the scopes of an application, on whatever page.

use super::texts::MissingConsentTexts;

/// One consent that the user hasn't given. The form sends a `shown_consent` for each, and a `consent` for each that is ticked: nobody has consented to what
/// was ticked for them.
#[derive(Clone, Debug)]
pub struct MissingConsent<'a> {
    /// What the form sends.
    pub key: String,
    /// For people.
    pub name: &'a str,
    /// For people; may be empty.
    pub description: &'a str,
    /// What depends on it.
    pub need: Need<'a>,
    /// What kinds of data it is about.
    pub pii_categories: Vec<&'a str>,
    /// The operator's own services that use the data.
    pub internal_services: Vec<Service<'a>>,
    /// Others' services that use the data.
    pub third_party_services: Vec<Service<'a>>,
    /// Whether it can be taken back.
    pub can_be_withdrawn: bool,
}

/// What depends on a consent.
#[derive(Clone, Debug)]
pub enum Need<'a> {
    /// Everything: the form can't be sent without it, but to refuse.
    Everything,
    /// Scopes, by what they are called.
    Scopes(Vec<&'a str>),
    /// Nothing.
    Nothing,
}

/// A service that uses personal data.
#[derive(Clone, Debug)]
pub struct Service<'a> {
    /// For people.
    pub name: &'a str,
    /// What for, each with whether it is so in the first place.
    pub purposes: Vec<(&'a str, bool)>,
}

impl MissingConsent<'_> {
    pub(super) fn is_indispensable(&self) -> bool {
        matches!(self.need, Need::Everything)
    }

    /// The scopes that depend on it; none where everything or nothing does.
    pub(super) fn scopes(&self) -> &[&str] {
        match &self.need {
            Need::Scopes(scopes) => scopes,
            Need::Everything | Need::Nothing => &[],
        }
    }

    /// Who uses the data, where anybody does, with what they are called together.
    pub(super) fn services(&self, texts: &MissingConsentTexts) -> impl Iterator<Item = (&'static str, &[Service<'_>])> {
        let both = [
            (texts.services, self.internal_services.as_slice()),
            (texts.third_parties, self.third_party_services.as_slice()),
        ];
        both.into_iter().filter(|(_, services)| !services.is_empty())
    }
}
