//! The claims that OpenID Connect defines (Core §5.1), of the types that it gives them. What is known of a user comes from elsewhere, and isn't always so: providers
//! write `email_verified` as a text.

use schemars::JsonSchema;
use serde_json::{Map, Number, Value};

/// Standard claims, and any others that the authorization server has defined.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it says what the document says of a map")]
pub struct KnownClaims {
    /// Full name of the user, as it is shown to people.
    name: Option<String>,
    /// First names of the user, with spaces between several.
    given_name: Option<String>,
    /// Last names of the user, with spaces between several.
    family_name: Option<String>,
    /// Middle names of the user, with spaces between several.
    middle_name: Option<String>,
    /// What the user is called among friends.
    nickname: Option<String>,
    /// What the user wants to be called; not unique.
    preferred_username: Option<String>,
    /// Address of a page about the user.
    profile: Option<String>,
    /// Address of a picture of the user.
    picture: Option<String>,
    /// Address of the user's own page.
    website: Option<String>,
    /// Mail address that the user prefers.
    email: Option<String>,
    /// Whether the mail address is known to be the user's.
    email_verified: Option<bool>,
    /// Gender of the user, as they or somebody else have said.
    gender: Option<String>,
    /// Birthday of the user, as `YYYY-MM-DD`; with `0000` for a year that isn't told, or the year alone.
    birthdate: Option<String>,
    /// Time zone of the user, such as `Europe/Vienna`.
    zoneinfo: Option<String>,
    /// Language and region of the user, such as `de-AT`.
    locale: Option<String>,
    /// Telephone number that the user prefers, such as `+49 30 1234567`.
    phone_number: Option<String>,
    /// Whether the telephone number is known to be the user's.
    phone_number_verified: Option<bool>,
    /// When what is known of the user changed last, in seconds since the epoch.
    updated_at: Option<i64>,
    #[schemars(flatten)]
    others: Map<String, Value>,
}

/// Those that are texts.
const TEXTS: [&str; 15] = [
    "birthdate",
    "email",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "picture",
    "preferred_username",
    "profile",
    "website",
    "zoneinfo",
];

/// Gives standard claims the types that they have, where their values say it some other way, and leaves out those that can't be read so (OpenID Connect Core
/// §5.3.2).
pub fn conform(claims: &mut Map<String, Value>) {
    claims.retain(|name, value| {
        let standard = match name.as_str() {
            "email_verified" | "phone_number_verified" => truth(value),
            "updated_at" => seconds(value),
            name if TEXTS.contains(&name) => text(value),
            _ => return true,
        };
        match standard {
            Some(standard) => {
                *value = standard;
                true
            }
            None => false,
        }
    });
}

fn truth(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(_) => Some(value.clone()),
        Value::String(text) => text.parse::<bool>().ok().map(Value::Bool),
        _ => None,
    }
}

fn text(value: &Value) -> Option<Value> {
    match value {
        Value::String(_) => Some(value.clone()),
        Value::Number(number) => Some(Value::String(number.to_string())),
        _ => None,
    }
}

fn seconds(value: &Value) -> Option<Value> {
    let number = match value {
        Value::Number(number) => number.clone(),
        Value::String(text) => text.parse::<Number>().ok()?,
        _ => return None,
    };
    // JSON has one kind of numbers: a whole one may be written with a fraction.
    let whole = number.as_i64().or_else(|| {
        let rounded = number.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 9.0e15)?;
        format!("{rounded:.0}").parse().ok()
    });
    whole.map(Value::from)
}
