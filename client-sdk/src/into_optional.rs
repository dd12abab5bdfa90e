//! Texts that may be left out, and lists of them.

use crate::{Nullable, Secret};

/// What the setter of an optional text, enum, or list of texts takes: it, what it can be made of, or an option of one.
///
/// ```
/// use authplane_client::types::AcpClientRequest;
///
/// let note: Option<String> = None;
/// let client = AcpClientRequest::builder().client_name("Robot").description(note).client_secret("s3cret");
/// let client = client.grant_types(["client_credentials"]).scopes(vec!["orders:read".to_owned()]);
/// # let _ = client;
/// ```
pub trait IntoOptional<T> {
    /// What is set, if anything is.
    fn into_optional(self) -> Option<T>;
}

impl<T: From<String>> IntoOptional<T> for String {
    fn into_optional(self) -> Option<T> {
        Some(self.into())
    }
}

impl<T: From<String>> IntoOptional<T> for &String {
    fn into_optional(self) -> Option<T> {
        Some(self.clone().into())
    }
}

impl<T: From<String>> IntoOptional<T> for &str {
    fn into_optional(self) -> Option<T> {
        Some(self.to_owned().into())
    }
}

impl<T: From<String>> IntoOptional<T> for Option<String> {
    fn into_optional(self) -> Option<T> {
        self.map(T::from)
    }
}

impl<T: From<String>> IntoOptional<T> for Option<&str> {
    fn into_optional(self) -> Option<T> {
        self.map(|text| text.to_owned().into())
    }
}

impl<T, U: Into<T>> IntoOptional<Vec<T>> for Vec<U> {
    fn into_optional(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<T>, const N: usize> IntoOptional<Vec<T>> for [U; N] {
    fn into_optional(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<T>> IntoOptional<Vec<T>> for Option<Vec<U>> {
    fn into_optional(self) -> Option<Vec<T>> {
        self.map(|values| values.into_iter().map(Into::into).collect())
    }
}

impl<T> IntoOptional<Self> for Nullable<T> {
    fn into_optional(self) -> Option<Self> {
        Some(self)
    }
}

impl<T> IntoOptional<Nullable<T>> for Option<Nullable<T>> {
    fn into_optional(self) -> Self {
        self
    }
}

impl IntoOptional<Self> for Secret {
    fn into_optional(self) -> Option<Self> {
        Some(self)
    }
}

impl IntoOptional<Secret> for Option<Secret> {
    fn into_optional(self) -> Self {
        self
    }
}
