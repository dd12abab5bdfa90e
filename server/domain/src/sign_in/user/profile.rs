//! What is known of a user beside how they sign in.

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::User;
use crate::given::{not_null, object};

/// Claims of OpenID Connect Core §5.1 that a user has in no column of their own, by the names of Logto's dialect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, FromJsonQueryResult)]
#[serde(rename_all = "camelCase", default)]
#[schemars(rename = "LogtoUserProfile")]
pub struct UserProfile {
    /// Surnames or last names.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub family_name: Option<String>,
    /// Given names or first names.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub given_name: Option<String>,
    /// Names between the others.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub middle_name: Option<String>,
    /// What friends call them.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub nickname: Option<String>,
    /// What they want to be called where they work.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub preferred_username: Option<String>,
    /// Address of a page about them.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub profile: Option<String>,
    /// Address of their own page.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub website: Option<String>,
    /// Their gender, in any words.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub gender: Option<String>,
    /// When they were born: `YYYY-MM-DD`, as OpenID Connect has it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub birthdate: Option<String>,
    /// Their time zone, such as `Europe/Paris`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub zoneinfo: Option<String>,
    /// Their language and region, such as `en-US`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub locale: Option<String>,
    /// Where they live, or get their mail.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "object")]
    #[schemars(with = "UserAddress")]
    pub address: Option<UserAddress>,
}

/// A postal address (OpenID Connect Core §5.1.1), by the names of Logto's dialect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
#[schemars(rename = "LogtoUserAddress")]
pub struct UserAddress {
    /// The whole address, as it stands on a letter.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub formatted: Option<String>,
    /// Street and number of the house.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub street_address: Option<String>,
    /// The city or the village.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub locality: Option<String>,
    /// The state, province or region.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub region: Option<String>,
    /// The postal code, or zip code.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub postal_code: Option<String>,
    /// The name of the country.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "not_null")]
    #[schemars(with = "String")]
    pub country: Option<String>,
}

impl UserProfile {
    /// With these members in the place of those that are there: one level, so an address is another one as a whole (Logto users, A3).
    #[must_use]
    pub(super) fn with(self, given: Self) -> Self {
        Self {
            family_name: given.family_name.or(self.family_name),
            given_name: given.given_name.or(self.given_name),
            middle_name: given.middle_name.or(self.middle_name),
            nickname: given.nickname.or(self.nickname),
            preferred_username: given.preferred_username.or(self.preferred_username),
            profile: given.profile.or(self.profile),
            website: given.website.or(self.website),
            gender: given.gender.or(self.gender),
            birthdate: given.birthdate.or(self.birthdate),
            zoneinfo: given.zoneinfo.or(self.zoneinfo),
            locale: given.locale.or(self.locale),
            address: given.address.or(self.address),
        }
    }
}

impl User {
    /// What claims and policies see of them (OpenID Connect Core §5.1): what isn't known is left out. An administrator who writes an address down vouches for it.
    #[must_use]
    pub fn context(&self) -> Map<String, Value> {
        let UserProfile {
            family_name,
            given_name,
            middle_name,
            nickname,
            preferred_username,
            profile,
            website,
            gender,
            birthdate,
            zoneinfo,
            locale,
            address,
        } = &self.profile;
        let texts = [
            ("username", &self.username),
            ("name", &self.name),
            ("picture", &self.avatar),
            ("email", &self.primary_email),
            ("phone_number", &self.primary_phone),
            ("family_name", family_name),
            ("given_name", given_name),
            ("middle_name", middle_name),
            ("nickname", nickname),
            ("profile", profile),
            ("website", website),
            ("gender", gender),
            ("birthdate", birthdate),
            ("zoneinfo", zoneinfo),
            ("locale", locale),
        ];
        let mut context: Map<String, Value> = members(texts);
        if let Some(name) = preferred_username.as_deref().or(self.username.as_deref()) {
            context.insert("preferred_username".to_owned(), Value::from(name));
        }
        if self.primary_email.is_some() {
            context.insert("email_verified".to_owned(), Value::from(true));
        }
        if self.primary_phone.is_some() {
            context.insert("phone_number_verified".to_owned(), Value::from(true));
        }
        if let Some(UserAddress { formatted, street_address, locality, region, postal_code, country }) = address {
            let address = members([
                ("formatted", formatted),
                ("street_address", street_address),
                ("locality", locality),
                ("region", region),
                ("postal_code", postal_code),
                ("country", country),
            ]);
            context.insert("address".to_owned(), Value::Object(address));
        }
        context.insert("updated_at".to_owned(), json!(self.updated_at.timestamp()));
        context.insert("custom_data".to_owned(), Value::Object(self.custom_data.0.clone()));
        context
    }
}

fn members<const N: usize>(texts: [(&str, &Option<String>); N]) -> Map<String, Value> {
    let known = texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Value::from(text.as_deref()?))));
    known.collect()
}
