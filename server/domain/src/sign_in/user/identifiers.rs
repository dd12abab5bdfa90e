//! What users are found by: a name, an e-mail address, a telephone number. No text can be two of these, so nobody is found by what is another's.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Column, Entity, User};
use crate::{Error, Result, Store};

/// Characters of what a column of Logto's holds.
pub(super) const LENGTH: usize = 128;
const AVATAR_LENGTH: usize = 2048;

/// ECMAScript's white space, in whose terms the dialect says what an address is.
fn is_space(character: char) -> bool {
    (character.is_whitespace() && character != '\u{85}') || character == '\u{feff}'
}

/// `^[A-Z_a-z]\w*$`
#[must_use]
pub fn is_username(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// `^\S+@\S+\.\S+$`
#[must_use]
pub fn is_email(text: &str) -> bool {
    // The first sign that isn't at the beginning leaves the most behind it.
    let after_first = text.char_indices().skip(1).find(|(_, character)| *character == '@');
    let Some(rest) = after_first.and_then(|(at, sign)| text.get(at + sign.len_utf8()..)) else { return false };
    let has_dot = rest.char_indices().skip(1).any(|(at, character)| character == '.' && at + 1 < rest.len());
    has_dot && !text.contains(is_space)
}

/// `^\d+$`
#[must_use]
pub fn is_phone(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is compared of an e-mail address: whoever types it writes it as they like.
pub(super) fn email_key(email: &str) -> String {
    email.to_lowercase()
}

/// Whether each of those that are there has the form that it has to have; of an avatar, that of a URL.
///
/// # Errors
/// [`Error::Invalid`] for the first that hasn't, by its name in the dialect.
pub fn check(phone: Option<&str>, email: Option<&str>, username: Option<&str>, avatar: Option<&str>) -> Result<()> {
    let form = |field: &'static str, text: Option<&str>, has: fn(&str) -> bool, rule: &str| match text {
        Some(text) if !has(text) => Err(Error::invalid(field, rule)),
        _ => Ok(()),
    };
    form("primaryPhone", phone, is_phone, "must be digits and nothing else")?;
    form("primaryEmail", email, is_email, "must be an e-mail address")?;
    let rule = "must be ASCII letters, digits and low lines, and not begin with a digit";
    form("username", username, is_username, rule)?;
    form("avatar", avatar, |text| url::Url::parse(text).is_ok(), "must be a URL")
}

impl User {
    pub(super) fn check(&self) -> Result<()> {
        let Self { primary_phone, primary_email, username, avatar, .. } = self;
        check(primary_phone.as_deref(), primary_email.as_deref(), username.as_deref(), avatar.as_deref())
    }

    /// What no column of Logto's holds is refused there by the database, after all else.
    pub(super) fn check_lengths(&self) -> Result<()> {
        let email = self.primary_email.as_ref();
        for (field, text, most) in [
            ("username", self.username.as_ref(), LENGTH),
            ("primaryEmail", email, LENGTH),
            ("primaryPhone", self.primary_phone.as_ref(), LENGTH),
            ("name", self.name.as_ref(), LENGTH),
            ("avatar", self.avatar.as_ref(), AVATAR_LENGTH),
        ] {
            if text.is_some_and(|text| text.chars().count() > most) {
                return Err(Error::refused("value_too_long", format!("{field} must have at most {most} characters")));
            }
        }
        Ok(())
    }

    /// [`Error::Conflict`] for the first of these that another user of the tenant has.
    pub(super) async fn check_taken(&self, connection: &impl ConnectionTrait, in_order: [Identifier; 3]) -> Result<()> {
        for identifier in in_order {
            let (column, field, text) = match identifier {
                Identifier::Username => (Column::Username, "username", &self.username),
                Identifier::Email => (Column::EmailKey, "email_key", &self.email_key),
                Identifier::Phone => (Column::PrimaryPhone, "primary_phone", &self.primary_phone),
            };
            let Some(text) = text else { continue };
            let select = Entity::find().filter(Column::TenantId.eq(&self.tenant_id)).filter(Column::Id.ne(&self.id));
            let other = select.select_only().column(Column::Id).filter(column.eq(text)).into_tuple::<String>();
            if other.one(connection).await?.is_some() {
                return Err(Error::Conflict { thing: super::THING, field, value: text.clone() });
            }
        }
        Ok(())
    }
}

/// One of what users are found by.
#[derive(Clone, Copy)]
pub(super) enum Identifier {
    Username,
    Email,
    Phone,
}

/// What somebody types, as all ways of writing it that mean the same user come to it. Names that differ in case alone do, too, who are two users: what is counted
/// for one of them counts for the other.
#[must_use]
pub fn canonical(typed: &str) -> String {
    typed.strip_prefix('+').unwrap_or(typed).to_lowercase()
}

/// The user whom somebody means who types this: a user name letter by letter, an e-mail address in whatever case, a telephone number with or without `+`.
///
/// # Errors
/// [`Error::Unavailable`] without database.
pub async fn called(store: &Store, tenant: &str, typed: &str) -> Result<Option<User>> {
    let number = typed.strip_prefix('+').unwrap_or(typed);
    let is = if is_email(typed) {
        Column::EmailKey.eq(email_key(typed))
    } else if is_phone(number) {
        Column::PrimaryPhone.eq(number)
    } else if is_username(typed) {
        Column::Username.eq(typed)
    } else {
        return Ok(None);
    };
    let found = Entity::find().filter(Condition::all().add(Column::TenantId.eq(tenant)).add(is));
    Ok(found.one(store.reader()).await?)
}
