//! Texts that may be left out.

use crate::Secret;

/// What the setter of an optional text takes: a text, or an option of one.
///
/// ```
/// use authplane_client::types::AcpClientRequest;
///
/// let note: Option<String> = None;
/// let client = AcpClientRequest::builder().client_name("Robot").description(note).client_secret("s3cret");
/// # let _ = client;
/// ```
pub trait IntoOptional<T> {
    /// The text, if there is one.
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
